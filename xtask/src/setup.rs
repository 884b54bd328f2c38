//! Everything a fresh machine lacks. Each step first looks whether it is done, so a second call takes no time.

use std::path::Path;

use anyhow::Result;

use crate::{command, front_end, packages};

/// Sets up what opening the window needs.
pub fn for_window(root: &Path) -> Result<()> {
    packages::install(packages::WINDOW)?;
    front_end::fetch(root)
}

/// Sets up what the tests need, which includes what the window needs.
pub fn for_tests(root: &Path) -> Result<()> {
    packages::install(&[packages::WINDOW, packages::TESTS].concat())?;
    add_tools(root)?;
    front_end::fetch(root)
}

/// Adds the formatter and the linter, which a minimal Rust comes without.
fn add_tools(root: &Path) -> Result<()> {
    for (tool, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        let there = command::cargo(&[tool, "--version"], root).output().is_ok_and(|answer| answer.status.success());
        if !there {
            println!("Adding {component} to Rust with rustup");
            command::run(command::program("rustup", &["component", "add", component], root))?;
        }
    }
    Ok(())
}
