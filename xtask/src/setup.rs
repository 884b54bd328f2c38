//! Everything a fresh machine lacks. Each step first looks whether it is done, so a second call takes no time.

use std::path::Path;

use anyhow::Result;

use crate::{front_end, packages};

/// Sets up what opening the window needs.
pub fn for_window(root: &Path) -> Result<()> {
    packages::install(packages::WINDOW)?;
    front_end::fetch(root)
}

/// Sets up what the tests need, which includes what the window needs.
pub fn for_tests(root: &Path) -> Result<()> {
    packages::install(&[packages::WINDOW, packages::TESTS].concat())?;
    front_end::fetch(root)
}
