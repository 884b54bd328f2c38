//! `cargo xtask run`: the window, or the main job where there is no display.

use std::path::Path;

use anyhow::{Context, Result};

use crate::{command, demo, setup};

/// Sets up what is missing, builds, and opens the window.
pub fn run(root: &Path) -> Result<()> {
    setup::for_window(root)?;
    if !has_display() {
        println!("There is no display (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can open.");
        println!("Doing the main job on the command line with the sample plan instead.\n");
        return demo::run(root);
    }
    let sample = sample(root)?;
    let window = command::cargo(&["run", "--package", "yaodian-desktop", "--", &sample], root);
    command::run(window).context("the window could not be built or opened")
}

/// Returns the path of a ledger with the sample plan, made the first time: the window opens on a real plan, and what
/// is changed in it is there the next time.
fn sample(root: &Path) -> Result<String> {
    let ledger = demo::target(root).join("sample").join("云州市示例台账.yaodian");
    let path = ledger.to_str().with_context(|| format!("not text: {}", ledger.display()))?.to_owned();
    if !ledger.exists() {
        command::run(command::cargo(&["run", "--quiet", "--package", "cli", "--", "--ledger", &path, "sample"], root))?;
    }
    Ok(path)
}

fn has_display() -> bool {
    let is_set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || is_set("DISPLAY") || is_set("WAYLAND_DISPLAY")
}
