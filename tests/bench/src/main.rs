//! What speed and memory the program promises, measured in a release build by `cargo xtask bench`.
//!
//! Figures of one run are compared with each other wherever that can be done, because machines differ. Each line says
//! what was measured, what was promised, and whether it holds. Not here: tests; a slow machine fails none of those.

mod memory;
mod reading;
mod text;

use std::process::ExitCode;

/// What was measured.
pub struct Figure {
    /// What it is of.
    what: String,
    /// As a person reads it.
    measured: String,
    /// The promise.
    promised: &'static str,
    /// Whether it is kept.
    kept: bool,
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [word, megabytes] = arguments.as_slice()
        && word == memory::CHILD
    {
        memory::child(megabytes.parse().expect("the parent names a size"));
        return ExitCode::SUCCESS;
    }
    let figures = reading::figures();
    for Figure { what, measured, promised, kept } in &figures {
        println!("{} {what}: {measured}; promised: {promised}", if *kept { "kept  " } else { "BROKEN" });
    }
    if figures.iter().all(|figure| figure.kept) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
