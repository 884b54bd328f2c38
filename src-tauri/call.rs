//! The one command a page can give.

use std::sync::{Arc, Mutex};

use serde_json::Value;
use tauri::State;

use app::{ApiError, App, ErrorKind, Work};

/// The program behind the window; requests take their turn, as on the command line.
pub struct Ledger {
    app: Arc<Mutex<App>>,
    /// Of this is asked, and this is stopped, while a request holds the program.
    work: Arc<Work>,
}

impl Ledger {
    pub fn new(app: App) -> Ledger {
        Ledger { work: app.work(), app: Arc::new(Mutex::new(app)) }
    }
}

/// Answers the request `name`, away from the main thread, so that the window stays alive however long it takes.
#[tauri::command]
pub async fn call(ledger: State<'_, Ledger>, name: String, request: Value) -> Result<Value, ApiError> {
    if let Some(answer) = ledger.work.answer(&name) {
        return Ok(answer);
    }
    let app = Arc::clone(&ledger.app);
    let answer = tauri::async_runtime::spawn_blocking(move || {
        // A request that panicked has written nothing (the store rolls back), so the next one may go on.
        let mut app = app.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        app.call(&name, request)
    });
    answer.await.unwrap_or_else(|panic| Err(broken(panic)))
}

fn broken(panic: tauri::Error) -> ApiError {
    eprintln!("a request failed: {panic}");
    ApiError {
        kind: ErrorKind::Internal,
        message: "程序内部出错，这一步没有完成，台账未改动".into(),
        hint: Some("请重试；若仍出错，请重新打开程序".into()),
    }
}
