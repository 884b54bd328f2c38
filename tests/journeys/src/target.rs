//! What the build made, and where journeys leave their pictures.

use std::fs::{self, File, OpenOptions};
use std::path::{Path, PathBuf};

/// Returns the shell that cargo built.
pub fn built_shell() -> PathBuf {
    let shell = target().join("debug/yaodian-desktop");
    assert!(shell.exists(), "build the window first: cargo build --package yaodian-desktop");
    shell
}

/// Returns where a picture goes.
pub fn picture(name: &str) -> PathBuf {
    pictures().join(format!("{name}.png"))
}

/// Empties a journey's log.
pub fn start_log(name: &str) {
    File::create(log_path(name)).expect("a log can be written");
}

/// Returns the log, to be added to.
pub fn log(name: &str) -> File {
    OpenOptions::new().append(true).open(log_path(name)).expect("a log can be written")
}

fn log_path(name: &str) -> PathBuf {
    pictures().join(format!("{name}.log"))
}

fn pictures() -> PathBuf {
    let folder = target().join("journeys");
    fs::create_dir_all(&folder).expect("target can be written to");
    folder
}

fn target() -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).expect("the package lies two folders deep");
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), |target| root.join(target))
}
