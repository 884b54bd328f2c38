//! The screens of a meeting: the window fills one, and where there is a second one the room sees the slide alone on it.
//!
//! What goes wrong here is not worth an error in front of a room: the meeting goes on in the window as it is.

use tauri::{AppHandle, Emitter, Manager, Monitor, Url, WebviewUrl, WebviewWindow, WebviewWindowBuilder};

use crate::window::is_own_page;

/// The window that shows the room its slide.
const ROOM: &str = "room";

/// Fills the screen with the window, opens the room's window on a second one, and returns how many screens are used.
pub fn begin(shell: &AppHandle) -> u32 {
    let Some(window) = shell.get_webview_window("main") else { return 0 };
    let _ = window.set_fullscreen(true);
    match other_monitor(&window).and_then(|monitor| open(shell, &monitor)) {
        Some(_) => 2,
        None => 1,
    }
}

/// Shows the room a slide, or black.
pub fn show(shell: &AppHandle, slide: Option<&str>) {
    let _ = shell.emit_to(ROOM, "slide", slide.unwrap_or_default());
}

/// Closes the room's window and gives the screen back.
pub fn end(shell: &AppHandle) {
    close(shell);
    if let Some(window) = shell.get_webview_window("main") {
        let _ = window.set_fullscreen(false);
    }
}

/// Closes the room's window.
pub fn close(shell: &AppHandle) {
    if let Some(room) = shell.get_webview_window(ROOM) {
        let _ = room.close();
    }
}

/// Returns a monitor the window does not stand on.
fn other_monitor(window: &WebviewWindow) -> Option<Monitor> {
    let own = window.current_monitor().ok().flatten()?;
    window.available_monitors().ok()?.into_iter().find(|monitor| monitor.position() != own.position())
}

fn open(shell: &AppHandle, monitor: &Monitor) -> Option<WebviewWindow> {
    if let Some(room) = shell.get_webview_window(ROOM) {
        return Some(room);
    }
    let (place, scale) = (monitor.position(), monitor.scale_factor());
    let room = WebviewWindowBuilder::new(shell, ROOM, WebviewUrl::App("room.html".into()))
        .title("要点台账")
        .decorations(false)
        .focused(false)
        .position(f64::from(place.x) / scale, f64::from(place.y) / scale)
        .on_navigation(|url: &Url| is_own_page(url))
        .build()
        .ok()?;
    let _ = room.set_fullscreen(true);
    Some(room)
}
