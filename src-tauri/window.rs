//! The window and what it may show.

use std::sync::Arc;

use app::Basket;
use tauri::webview::NewWindowResponse;
use tauri::{App, DragDropEvent, Emitter, Url, WebviewWindowBuilder, WindowEvent};

use crate::{automation, room};

/// Opens the window described in `tauri.conf.json`, which shows the program's own pages and nothing else.
pub fn open(shell: &App, basket: Arc<Basket>) -> tauri::Result<()> {
    let window = &shell.config().app.windows[0];
    let mut window =
        WebviewWindowBuilder::from_config(shell, window)?.on_navigation(is_own_page).on_new_window(|_, _| NewWindowResponse::Deny);
    if automation::driven() {
        window = window.initialization_script(automation::KEEP_REFUSALS);
    }
    let window = window.build()?;
    let page = window.clone();
    let shell = shell.handle().clone();
    window.on_window_event(move |event| {
        if matches!(event, WindowEvent::Destroyed) {
            // Nobody could turn the room's slides any more.
            room::close(&shell);
        }
        if let Some(told) = dragged(event, &basket) {
            // A page that is not there yet has nothing to show.
            let _ = page.emit("dropping", told);
        }
    });
    Ok(())
}

/// Returns what the page is told of files held over the window and let go: not which they are. Their paths go into the basket.
fn dragged(event: &WindowEvent, basket: &Basket) -> Option<&'static str> {
    match event {
        WindowEvent::DragDrop(DragDropEvent::Enter { .. }) => Some("over"),
        WindowEvent::DragDrop(DragDropEvent::Leave) => Some("away"),
        WindowEvent::DragDrop(DragDropEvent::Drop { paths, .. }) => {
            basket.put(paths.clone());
            Some("dropped")
        }
        _ => None,
    }
}

/// Returns whether an address is one of the embedded pages: `tauri://localhost`, on Windows `http://tauri.localhost`.
pub fn is_own_page(url: &Url) -> bool {
    matches!((url.scheme(), url.host_str()), ("tauri", Some("localhost")) | ("http" | "https", Some("tauri.localhost")))
}
