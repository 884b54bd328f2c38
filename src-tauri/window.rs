//! The window and what it may show.

use tauri::webview::NewWindowResponse;
use tauri::{App, Url, WebviewWindowBuilder};

use crate::automation;

/// Opens the window described in `tauri.conf.json`, which shows the program's own pages and nothing else.
///
/// Files dropped into the window arrive as `tauri::WindowEvent::DragDrop` with their paths. The place to take them is
/// an `on_window_event` here, which hands the paths to the app and only a token of each to the page.
pub fn open(shell: &App) -> tauri::Result<()> {
    let window = &shell.config().app.windows[0];
    let mut window =
        WebviewWindowBuilder::from_config(shell, window)?.on_navigation(is_own_page).on_new_window(|_, _| NewWindowResponse::Deny);
    if automation::driven() {
        window = window.initialization_script(automation::KEEP_REFUSALS);
    }
    window.build()?;
    Ok(())
}

/// Returns whether an address is one of the embedded pages: `tauri://localhost`, on Windows `http://tauri.localhost`.
fn is_own_page(url: &Url) -> bool {
    matches!((url.scheme(), url.host_str()), ("tauri", Some("localhost")) | ("http" | "https", Some("tauri.localhost")))
}
