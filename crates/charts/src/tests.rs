//! Charts of every kind: the gallery's and others.

mod any;
mod courses;
pub mod drawn;
mod gallery;
#[path = "../examples/gallery/hard.rs"]
mod hard;
#[path = "../examples/gallery/kinds.rs"]
mod kinds;
mod room;
mod rows;
#[path = "../examples/gallery/trends.rs"]
mod trends;
