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
    let window = command::cargo(&["run", "--package", "yaodian-desktop"], root);
    command::run(window).context("the window could not be built or opened")
}

fn has_display() -> bool {
    let is_set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || is_set("DISPLAY") || is_set("WAYLAND_DISPLAY")
}
