//! What is different when a test drives the window; see `docs/decisions/0011-window-under-test.md`.

use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Keeps a list, in the page, of what the security policy refused: WebDriver cannot listen from the beginning.
pub const KEEP_REFUSALS: &str = "globalThis.refusedByPolicy = [];
document.addEventListener('securitypolicyviolation', event =>
  globalThis.refusedByPolicy.push(`${event.effectiveDirective}: ${event.blockedURI} ${event.sourceFile} ${event.sample}`));";

/// Returns whether the window was started to be driven by a test; the web view itself obeys the same variable.
pub fn driven() -> bool {
    std::env::var("TAURI_WEBVIEW_AUTOMATION").as_deref() == Ok("true")
}

/// A file that answers the dialogs in order, one line each: a path, several paths set apart by tabs, or `-` to cancel.
pub struct Answers {
    file: PathBuf,
    used: AtomicUsize,
}

impl Answers {
    /// Returns the answers named by `YAODIAN_DIALOG_ANSWERS`, if the window was started to be driven by a test.
    pub fn from_environment() -> Option<Answers> {
        let file = std::env::var_os("YAODIAN_DIALOG_ANSWERS").filter(|_| driven())?;
        Some(Answers { file: file.into(), used: AtomicUsize::new(0) })
    }

    /// Returns the next answer. The file is read at each dialog, so that a test can write its answers as it goes.
    pub fn next(&self) -> Vec<PathBuf> {
        let line = self.used.fetch_add(1, Ordering::Relaxed);
        let text = std::fs::read_to_string(&self.file).unwrap_or_default();
        match text.lines().nth(line) {
            Some("-") => Vec::new(),
            Some(paths) => paths.split('\t').map(PathBuf::from).collect(),
            None => {
                eprintln!("dialog {} has no answer in {}", line + 1, self.file.display());
                Vec::new()
            }
        }
    }
}
