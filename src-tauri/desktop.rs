//! The computer the program runs on: clock, chance, the person's name, folders and file dialogs.

use std::path::{Path, PathBuf};
use std::process::Command;

use chrono::{DateTime, FixedOffset, Local};
use rfd::FileDialog;
use tauri::{AppHandle, Manager};

use crate::automation::Answers;
use crate::room;
use app::wire::{MeetingShow, ScreenSize};
use app::{Host, Pick};

/// The desktop as the app sees it.
pub struct Desktop {
    shell: AppHandle,
    ledgers: PathBuf,
    answers: Option<Answers>,
}

impl Desktop {
    /// Returns the desktop of the person who started the program.
    pub fn new(shell: &AppHandle) -> tauri::Result<Desktop> {
        // Where a system has no folder for documents, the program's own is writable.
        let home = shell.path().document_dir().or_else(|_| shell.path().app_data_dir())?;
        Ok(Desktop { shell: shell.clone(), ledgers: home.join("要点台账"), answers: Answers::from_environment() })
    }

    /// Returns a dialog in front of the window. It is shown off the main thread, where it may wait for the person.
    fn dialog(&self) -> FileDialog {
        match self.shell.get_webview_window("main") {
            Some(window) => FileDialog::new().set_parent(&window),
            None => FileDialog::new(),
        }
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

    fn ledgers(&self) -> PathBuf {
        self.ledgers.clone()
    }

    fn pick_file(&self, what: Pick) -> Option<PathBuf> {
        match &self.answers {
            Some(answers) => answers.next().into_iter().next(),
            None => self.dialog().add_filter(what.filter().0, what.filter().1).pick_file(),
        }
    }

    fn pick_files(&self, what: Pick) -> Vec<PathBuf> {
        match &self.answers {
            Some(answers) => answers.next(),
            None => self.dialog().add_filter(what.filter().0, what.filter().1).pick_files().unwrap_or_default(),
        }
    }

    fn pick_save(&self, what: Pick, name: &str) -> Option<PathBuf> {
        match &self.answers {
            Some(answers) => answers.next().into_iter().next(),
            None => self.dialog().add_filter(what.filter().0, what.filter().1).set_file_name(name).save_file(),
        }
    }

    fn open(&self, path: &Path) {
        // Answers stand for a person who looks at nothing.
        if self.answers.is_none() {
            let _ = open::that_detached(path);
        }
    }

    fn pick_folder(&self) -> Option<PathBuf> {
        match &self.answers {
            Some(answers) => answers.next().into_iter().next(),
            None => self.dialog().pick_folder(),
        }
    }

    fn apart(&self) -> Option<Command> {
        app::apart::command()
    }

    fn begin_meeting(&self) -> Option<ScreenSize> {
        room::begin(&self.shell)
    }

    fn show_room(&self, shown: MeetingShow) {
        room::show(&self.shell, shown);
    }

    fn end_meeting(&self) {
        room::end(&self.shell);
    }
}
