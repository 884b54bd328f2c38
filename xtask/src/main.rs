//! `cargo xtask run | test | bench | mutate | soak | gallery | setup | tidy`: every command a developer needs, from a machine that has only Rust.
//!
//! It is **not** part of the program. Start at [`main`]; each command is a module.

mod command;
mod demo;
mod front_end;
mod packages;
mod run;
mod setup;
mod soak;
mod test;
mod tidy;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask run      sets up what is missing and opens the window; with no display, does the main job into target/demo/
cargo xtask test     sets up what is missing and runs every test, cheapest first
cargo xtask setup    only sets up what `run` and `test` need
cargo xtask bench    measures the promised speed and memory in a release build; of some parts: bench judging
cargo xtask mutate   reads damaged documents of every format, 100000 or as many as said, and counts panics
cargo xtask soak     tries the laws of merging on 100000 cases, of disorder on 50000, and 100000 damaged documents; soak 100: a hundredth
cargo xtask gallery  draws every kind of chart into docs/charts; gallery FOLDER: as pictures of several sizes into a folder too
cargo xtask tidy     only the rules of the repository that no compiler checks";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let root = root();
    let done = match arguments[..] {
        ["run"] => run::run(&root),
        ["test"] => test::test(&root),
        ["bench", ref parts @ ..] => {
            let run = [&["run", "--release", "--quiet", "--package", "bench", "--"], parts].concat();
            command::run(command::cargo(&run, &root))
        }
        ["mutate"] => command::run(command::cargo(&["run", "--release", "--quiet", "--package", "mutants"], &root)),
        ["mutate", cases] => command::run(command::cargo(&["run", "--release", "--quiet", "--package", "mutants", "--", cases], &root)),
        ["soak"] => soak::soak(&root, 1),
        ["soak", share] => soak::soak(&root, share.parse().unwrap_or(1).max(1)),
        ["gallery", ref pictures @ ..] => {
            let docs = root.join("docs").display().to_string();
            let draw = [&["run", "--quiet", "--package", "charts", "--example", "gallery", "--", &docs], pictures].concat();
            command::run(command::cargo(&draw, &root))
        }
        ["setup"] => setup::for_tests(&root),
        ["tidy"] => tidy::check(&root).map(|checks| println!("tidy: {checks} rules hold")),
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\n{error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Returns the repository's folder, from wherever in it the command was given.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask lies in the repository").to_owned()
}
