//! What speed and memory the program promises, measured in a release build by `cargo xtask bench`.
//!
//! Figures of one run are compared with each other wherever that can be done, because machines differ. Each line says
//! what was measured, what was promised, and whether it holds. Not here: tests; a slow machine fails none of those.

mod bare;
mod clock;
mod drawing;
mod exchange;
mod growth;
mod judging;
mod ledger;
mod meeting;
mod memory;
mod reading;
mod returns;
mod sheet;
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

fn figure(what: &str, measured: String, promised: &'static str, kept: bool) -> Figure {
    Figure { what: what.to_owned(), measured, promised, kept }
}

/// What measures a part.
type Measure = fn() -> Vec<Figure>;

/// What can be measured, by the name it is asked for with.
const PARTS: [(&str, Measure); 6] = [
    ("reading", reading::figures),
    ("growth", growth::figures),
    ("judging", judging::figures),
    ("sheet", sheet::figures),
    ("exchange", exchange::figures),
    ("drawing", drawing::figures),
];

fn main() -> ExitCode {
    if app::apart::is_wanted() {
        return if app::apart::serve().is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE };
    }
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.as_slice() {
        [] => {}
        [word, megabytes] if word == memory::CHILD => {
            memory::child(megabytes.parse().expect("the parent names a size"));
            return ExitCode::SUCCESS;
        }
        [word, path] if word == reading::CHILD => {
            reading::child(path);
            return ExitCode::SUCCESS;
        }
        [word, ledger, count] if word == exchange::CHILD => {
            exchange::child(ledger.as_ref(), count.parse().expect("the parent names a number"));
            return ExitCode::SUCCESS;
        }
        _ => {}
    }
    let chosen: Vec<_> = PARTS.iter().filter(|(name, _)| arguments.is_empty() || arguments.iter().any(|word| word == name)).collect();
    if chosen.len() < arguments.len().max(1) {
        eprintln!("parts to measure: {}", PARTS.map(|(name, _)| name).join(", "));
        return ExitCode::from(2);
    }
    let mut figures = Vec::new();
    for (_, of) in chosen {
        figures.extend(of());
    }
    for Figure { what, measured, promised, kept } in &figures {
        println!("{} {what}: {measured}; promised: {promised}", if *kept { "kept  " } else { "BROKEN" });
    }
    if figures.iter().all(|figure| figure.kept) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
