//! The shell: one window over the ledger, one command, and the operating system's dialogs.
//!
//! It is **not** where anything is decided: every request goes to the `app` crate. Start at [`main`], then `call.rs`.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod automation;
mod call;
mod desktop;
mod room;
mod window;

use std::path::Path;

use app::App;
use tauri::Manager;

fn main() {
    if app::apart::is_wanted() {
        // The window that asks is gone where this fails; there is nobody to tell.
        let _ = app::apart::serve();
        return;
    }
    tauri::Builder::default()
        .setup(|shell| {
            let mut app = App::new(Box::new(desktop::Desktop::new(shell.handle())?));
            open_named(&mut app);
            let basket = app.dropped();
            shell.manage(call::Ledger::new(app));
            window::open(shell, basket)?;
            Ok(())
        })
        .invoke_handler(tauri::generate_handler![call::call])
        .run(tauri::tauri_build_context!())
        .expect("the window can be opened");
}

/// Opens the ledger named on the command line, as a double click on a ledger names it.
fn open_named(app: &mut App) {
    let Some(path) = std::env::args_os().nth(1) else { return };
    if let Err(refusal) = app.open(Path::new(&path)) {
        let text = [Some(refusal.message), refusal.hint].into_iter().flatten().collect::<Vec<_>>().join("\n");
        rfd::MessageDialog::new().set_title("要点台账").set_description(text).set_level(rfd::MessageLevel::Error).show();
    }
}
