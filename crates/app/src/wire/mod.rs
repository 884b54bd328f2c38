//! What goes over the edge: requests and answers of the command table, as JSON.
//!
//! The window's types (`ui/types/api.d.ts`) are generated from here, and the command line prints the same
//! structures. Amounts typed by a person arrive as text and are parsed before anything else happens to them.
//! Fractions are fractions (0.528), not per cent. Days are `YYYY-MM-DD`, periods as [`domain::Period`] writes
//! them, moments `YYYY-MM-DD HH:MM` in local time. Positions in texts are counted in UTF-16 units, as a page does.

mod analysis;
mod board;
mod bulletin;
mod chart;
mod compare;
mod deck;
mod draft;
mod dropped;
mod entry;
mod exchange;
mod foreign;
mod freeze;
mod history;
mod measure;
mod milestone;
mod narrative;
mod original;
mod overview;
mod package;
mod print;
mod proposal;
mod revise;
mod rules;
mod score;
mod session;
mod share;
mod status;
mod supervise;
mod terms;
mod unit;

pub use analysis::*;
pub use board::*;
pub use bulletin::*;
pub use chart::*;
pub use compare::*;
pub use deck::*;
pub use draft::*;
pub use dropped::*;
pub use entry::*;
pub use exchange::*;
pub use foreign::*;
pub use freeze::*;
pub use history::*;
pub use measure::*;
pub use milestone::*;
pub use narrative::*;
pub use original::*;
pub use overview::*;
pub use package::*;
pub use print::*;
pub use proposal::*;
pub use revise::*;
pub use rules::*;
pub use score::*;
pub use session::*;
pub use share::*;
pub use status::*;
pub use supervise::*;
pub use terms::*;
pub use unit::*;

use serde::{Deserialize, Serialize};

/// Declares structs of the edge: serialised both ways, with a TypeScript type.
macro_rules! wire {
    ($($(#[$meta:meta])* pub $kind:ident $name:ident { $($body:tt)* })+) => {
        $($(#[$meta])*
        #[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
        pub $kind $name { $($body)* })+
    };
}
pub(crate) use wire;

/// The request of a command that needs nothing, and the answer of one that has nothing to say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize, ts_rs::TS)]
pub struct Nothing {}
