//! The computer the program runs on: clock, chance, the person's name, folders and file dialogs.

use std::path::PathBuf;

use chrono::{DateTime, FixedOffset, Local};
use rfd::FileDialog;
use tauri::{AppHandle, Manager};

use crate::automation::Answers;
use crate::stand_in::{Host, Pick};

/// The desktop as the app sees it.
pub struct Desktop {
    data_dir: PathBuf,
    answers: Option<Answers>,
}

impl Desktop {
    /// Returns the desktop of the person who started the program.
    pub fn new(shell: &AppHandle) -> tauri::Result<Desktop> {
        Ok(Desktop { data_dir: shell.path().app_data_dir()?, answers: Answers::from_environment() })
    }
}

impl Host for Desktop {
    fn now(&self) -> DateTime<FixedOffset> {
        Local::now().fixed_offset()
    }

    fn random(&self) -> [u8; 10] {
        let mut bytes = [0; 10];
        getrandom::fill(&mut bytes).expect("every system we run on gives random bytes");
        bytes
    }

    fn who(&self) -> String {
        let variable = if cfg!(windows) { "USERNAME" } else { "USER" };
        std::env::var(variable).ok().filter(|name| !name.is_empty()).unwrap_or_else(|| "本机用户".into())
    }

    fn data_dir(&self) -> PathBuf {
        self.data_dir.clone()
    }

    fn pick_open(&self, what: Pick) -> Option<PathBuf> {
        match &self.answers {
            Some(answers) => answers.next().into_iter().next(),
            None => dialog(what).pick_file(),
        }
    }

    fn pick_many(&self, what: Pick) -> Vec<PathBuf> {
        match &self.answers {
            Some(answers) => answers.next(),
            None => dialog(what).pick_files().unwrap_or_default(),
        }
    }

    fn pick_save(&self, what: Pick, suggested_name: &str) -> Option<PathBuf> {
        match &self.answers {
            Some(answers) => answers.next().into_iter().next(),
            None => dialog(what).set_file_name(suggested_name).save_file(),
        }
    }

    fn pick_folder(&self) -> Option<PathBuf> {
        match &self.answers {
            Some(answers) => answers.next().into_iter().next(),
            None => FileDialog::new().pick_folder(),
        }
    }
}

/// Returns a dialog that shows files of one kind. It is called off the main thread, where it may wait for the person.
fn dialog(what: Pick) -> FileDialog {
    let (label, extensions): (&str, &[&str]) = match what {
        Pick::Ledger => ("台账", &["yaodian"]),
        Pick::Document => ("计划文件", &["docx", "txt", "html", "htm"]),
        Pick::Workbook => ("工作簿", &["xlsx", "xls", "ods", "csv"]),
        Pick::Picture => ("图片", &["png", "svg", "pdf"]),
    };
    FileDialog::new().add_filter(label, extensions)
}
