//! What the command line provides: a clock, randomness, a name. It has no dialogs: paths come as arguments.

use app::{Host, Pick};
use chrono::{DateTime, FixedOffset, Local};
use std::path::PathBuf;
use std::process::Command;

/// A person at a terminal, or a script.
pub(crate) struct Terminal;

impl Host for Terminal {
    fn now(&self) -> DateTime<FixedOffset> {
        Local::now().fixed_offset()
    }

    fn random(&self) -> [u8; 10] {
        let mut bytes = [0; 10];
        getrandom::fill(&mut bytes).expect("the operating system has randomness to give");
        bytes
    }

    fn who(&self) -> String {
        let named = ["YAODIAN_WHO", "USER", "USERNAME"].into_iter().filter_map(|name| std::env::var(name).ok());
        named.map(|name| name.trim().to_owned()).find(|name| !name.is_empty()).unwrap_or_else(|| "命令行".to_owned())
    }

    fn ledgers(&self) -> PathBuf {
        PathBuf::from(".")
    }

    fn pick_file(&self, _: Pick) -> Option<PathBuf> {
        None
    }

    fn pick_files(&self, _: Pick) -> Vec<PathBuf> {
        Vec::new()
    }

    fn pick_save(&self, _: Pick, _: &str) -> Option<PathBuf> {
        None
    }

    fn pick_folder(&self) -> Option<PathBuf> {
        None
    }

    fn apart(&self) -> Option<Command> {
        app::apart::command()
    }
}
