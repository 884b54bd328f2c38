//! The shape of the `app` crate until it lands; deleted then, with `use app::…` in its place.

use std::path::PathBuf;

use chrono::{DateTime, FixedOffset};
use serde::Serialize;
use serde_json::{Value, json};

/// What the app asks of the computer it runs on.
pub trait Host: Send {
    fn now(&self) -> DateTime<FixedOffset>;
    fn random(&self) -> [u8; 10];
    fn who(&self) -> String;
    fn data_dir(&self) -> PathBuf;
    fn pick_open(&self, what: Pick) -> Option<PathBuf>;
    fn pick_many(&self, what: Pick) -> Vec<PathBuf>;
    fn pick_save(&self, what: Pick, suggested_name: &str) -> Option<PathBuf>;
    fn pick_folder(&self) -> Option<PathBuf>;
}

/// What a file dialog is for.
#[derive(Clone, Copy)]
pub enum Pick {
    Ledger,
    Document,
    Workbook,
    Picture,
}

/// Why a request was refused, for the page to show.
#[derive(Debug, Serialize)]
pub struct ApiError {
    pub kind: ErrorKind,
    pub message: String,
    pub hint: Option<String>,
}

/// What sort of refusal it is.
#[derive(Debug, Serialize)]
pub enum ErrorKind {
    NotFound,
    Internal,
}

/// The use cases behind the window.
pub struct App {
    host: Box<dyn Host>,
}

impl App {
    pub fn new(host: Box<dyn Host>) -> App {
        App { host }
    }

    pub fn call(&mut self, name: &str, _request: Value) -> Result<Value, ApiError> {
        match name {
            "about" => Ok(json!({
                "now": self.host.now().to_rfc3339(),
                "who": self.host.who(),
                "data_dir": self.host.data_dir(),
                "random": self.host.random(),
            })),
            "pick" => Ok(json!({
                "document": self.host.pick_open(Pick::Document),
                "workbooks": self.host.pick_many(Pick::Workbook),
                "picture": self.host.pick_save(Pick::Picture, "图.png"),
                "ledger": self.host.pick_save(Pick::Ledger, "台账.yaodian"),
                "folder": self.host.pick_folder(),
            })),
            _ => Err(ApiError { kind: ErrorKind::NotFound, message: format!("没有这个功能: {name}"), hint: None }),
        }
    }
}
