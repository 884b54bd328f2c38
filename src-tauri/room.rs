//! The screens of a meeting: the window fills one, and where there is a second one the room sees the slide alone on it.
//!
//! What goes wrong here is not worth an error in front of a room: the meeting goes on in the window as it is. The room's window can
//! ask for nothing and hears nothing; it is told by calling the one function its page has.

use std::sync::{Mutex, PoisonError};

use app::wire::{MeetingShow, ScreenSize};
use tauri::webview::PageLoadEvent;
use tauri::{AppHandle, Manager, Monitor, PhysicalPosition, Url, WebviewUrl, WebviewWindow, WebviewWindowBuilder, WindowEvent};

use crate::window::is_own_page;

/// The window that shows the room its slide.
const ROOM: &str = "room";

/// What the room sees, for a page that comes up later than the first slide; nothing between two meetings.
static SHOWN: Mutex<Option<MeetingShow>> = Mutex::new(None);

/// Fills the screen with the window, opens the room's window on a second one, and returns how large that is.
pub fn begin(shell: &AppHandle) -> Option<ScreenSize> {
    let window = shell.get_webview_window("main")?;
    // Which screen it stands on is asked before it is moved to fill it.
    let other = other_monitor(&window);
    let _ = window.set_fullscreen(true);
    let other = other?;
    open(shell, &other)?;
    let _ = window.set_focus();
    Some(ScreenSize { width: other.size().width, height: other.size().height })
}

/// Shows the room a slide, or black.
pub fn show(shell: &AppHandle, shown: MeetingShow) {
    *SHOWN.lock().unwrap_or_else(PoisonError::into_inner) = Some(shown);
    if let Some(room) = shell.get_webview_window(ROOM) {
        tell(&room);
    }
}

/// Closes the room's window and gives the screen back.
pub fn end(shell: &AppHandle) {
    close(shell);
    if let Some(window) = shell.get_webview_window("main") {
        let _ = window.set_fullscreen(false);
    }
}

/// Closes the room's window; the next one does not begin with what was shown last, which may name whom the next meeting hides.
pub fn close(shell: &AppHandle) {
    *SHOWN.lock().unwrap_or_else(PoisonError::into_inner) = None;
    if let Some(room) = shell.get_webview_window(ROOM) {
        let _ = room.close();
    }
}

/// Tells the page what to show.
fn tell(room: &WebviewWindow) {
    let shown = serde_json::to_string(&*SHOWN.lock().unwrap_or_else(PoisonError::into_inner)).unwrap_or_default();
    // Before the page is there it has no such function; it is told again when it is.
    let _ = room.eval(format!("globalThis.show?.({shown})"));
}

/// Returns a monitor the window does not stand on.
fn other_monitor(window: &WebviewWindow) -> Option<Monitor> {
    let own = place(window)?;
    window.available_monitors().ok()?.into_iter().find(|monitor| *monitor.position() != own)
}

/// Returns where the monitor begins on which a window stands.
fn place(window: &WebviewWindow) -> Option<PhysicalPosition<i32>> {
    Some(*window.current_monitor().ok().flatten()?.position())
}

fn open(shell: &AppHandle, monitor: &Monitor) -> Option<()> {
    if shell.get_webview_window(ROOM).is_some() {
        return Some(());
    }
    let room = WebviewWindowBuilder::new(shell, ROOM, WebviewUrl::App("room.html".into()))
        .title("要点台账")
        .decorations(false)
        .visible(false)
        .focused(false)
        .on_navigation(|url: &Url| is_own_page(url))
        .on_page_load(|room, load| {
            if load.event() == PageLoadEvent::Finished {
                tell(&room);
            }
        })
        .build()
        .ok()?;
    // In pixels of the screens, whose scales may differ; where a window cannot fill a screen as such, it is as large all the same.
    let _ = room.set_position(*monitor.position());
    let _ = room.set_size(*monitor.size());
    let _ = room.show();
    let _ = room.set_fullscreen(true);
    let window = room.clone();
    room.on_window_event(move |event| guard(&window, event));
    Some(())
}

/// Keeps the presenter in command: keys go to the window with the keys, and a screen that is taken away does not put the slide
/// in front of it.
fn guard(room: &WebviewWindow, event: &WindowEvent) {
    let Some(main) = room.get_webview_window("main") else { return };
    match event {
        WindowEvent::Focused(true) => {
            let _ = main.set_focus();
        }
        WindowEvent::Moved(_) | WindowEvent::Resized(_) if place(room).is_some_and(|at| place(&main) == Some(at)) => {
            let _ = room.close();
        }
        _ => {}
    }
}
