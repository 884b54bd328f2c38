//! Journeys: a person's way through the real window, on a display of its own, driven over WebDriver.
//!
//! It knows the window from outside only: what can be seen, clicked and typed. Start at [`Journey::open`]; the journeys
//! themselves are in `tests/`. Linux only, because WebKitGTK's driver is the one that needs nothing else installed.
#![cfg(target_os = "linux")]

mod display;
mod driver;
mod home;
mod http;
mod journey;
mod screens;
mod target;

pub use display::Picture;
pub use journey::{Journey, Key};
pub use screens::{DESK, Screen, WALL};
