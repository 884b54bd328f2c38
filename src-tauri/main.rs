//! The shell: one window over the ledger, one command, and the operating system's dialogs.
//!
//! It is **not** where anything is decided: every request goes to the `app` crate. Start at [`main`], then `call.rs`.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod automation;
mod call;
mod desktop;
mod window;

use std::sync::{Arc, Mutex};

use app::App;
use tauri::Manager;

fn main() {
    tauri::Builder::default()
        .setup(|shell| {
            let app = App::new(Box::new(desktop::Desktop::new(shell.handle())?));
            shell.manage(call::Ledger(Arc::new(Mutex::new(app))));
            window::open(shell)?;
            Ok(())
        })
        .invoke_handler(tauri::generate_handler![call::call])
        .run(tauri::tauri_build_context!())
        .expect("the window can be opened");
}
