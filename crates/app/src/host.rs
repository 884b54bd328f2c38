//! The only way out: what the program around this crate must provide.

use crate::wire::{MeetingShow, ScreenSize};
use chrono::{DateTime, FixedOffset};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Clock, randomness, the user's name and dialogs. The window and the command line each have one.
///
/// The page never names a path: where a person chooses one, the host asks with a dialog of the system's own.
pub trait Host: Send {
    /// Returns the moment, with the local offset.
    fn now(&self) -> DateTime<FixedOffset>;

    /// Returns ten random bytes, for new ids.
    fn random(&self) -> [u8; 10];

    /// Returns the name changes are recorded under.
    fn who(&self) -> String;

    /// Returns the folder ledgers are made in by default, e.g. Documents/要点台账.
    fn ledgers(&self) -> PathBuf;

    /// Asks which file to open; none if the person thought better of it.
    fn pick_file(&self, what: Pick) -> Option<PathBuf>;

    /// Asks which files to open.
    fn pick_files(&self, what: Pick) -> Vec<PathBuf>;

    /// Asks where to save; `name` is the proposed file name.
    fn pick_save(&self, what: Pick, name: &str) -> Option<PathBuf>;

    /// The same; where the person types no ending the file gets the one of its kind.
    fn pick_save_as(&self, what: Pick, name: &str) -> Option<PathBuf> {
        let path = self.pick_save(what, name)?;
        Some(if path.extension().is_none() { path.with_extension(what.filter().1[0]) } else { path })
    }

    /// Asks for a folder.
    fn pick_folder(&self) -> Option<PathBuf>;

    /// Shows a file with the program the person opens such files with; where there is none, nothing happens.
    fn open(&self, path: &Path) {
        let _ = path;
    }

    /// Returns how this program is started once more to read files apart from the rest ([`crate::apart`]); none to read them in
    /// this process, as tests do.
    fn apart(&self) -> Option<Command> {
        None
    }

    /// Fills the screen with the window for a meeting and returns how large the second screen is, which the room looks at; none
    /// where there is no second one.
    fn begin_meeting(&self) -> Option<ScreenSize> {
        None
    }

    /// Shows the room a slide on the second screen.
    fn show_room(&self, _shown: MeetingShow) {}

    /// Gives the screens back.
    fn end_meeting(&self) {}
}

/// What a dialog asks for: its filter and its title.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pick {
    /// A plan document.
    Document,
    /// A ledger.
    Ledger,
    /// A returned workbook.
    Workbook,
    /// A table made elsewhere.
    Table,
    /// A drawing.
    Svg,
    /// A picture.
    Png,
    /// Pages.
    Pdf,
    /// A whole plan as a workbook.
    AnalysisWorkbook,
    /// A table as text.
    Csv,
    /// A package from another ledger, or for one.
    Package,
    /// A text for people to edit.
    WordDocument,
}

impl Pick {
    /// Returns the filter's name and the endings it lets through.
    pub fn filter(self) -> (&'static str, &'static [&'static str]) {
        match self {
            // Those that cannot be read are let through too: the program then says how to save them as one that can.
            Pick::Document => (
                "计划文件",
                &[
                    "docx", "xlsx", "xls", "ods", "csv", "pdf", "html", "htm", "mht", "mhtml", "txt", "md", "doc", "wps", "et", "rtf",
                    "odt", "ofd",
                ],
            ),
            Pick::Ledger => ("要点台账", &["yaodian"]),
            Pick::Workbook => ("填报表", &["xlsx", "xls", "ods", "csv", "et", "ydpkg"]),
            Pick::Table => ("表格", &["xlsx", "xls", "ods", "csv", "txt", "et"]),
            Pick::Svg => ("矢量图", &["svg"]),
            Pick::Png => ("图片", &["png"]),
            Pick::Pdf => ("PDF 文件", &["pdf"]),
            Pick::AnalysisWorkbook => ("Excel 工作簿", &["xlsx"]),
            Pick::Csv => ("逗号分隔的表", &["csv"]),
            Pick::Package => ("要点台账数据包", &["ydpkg"]),
            Pick::WordDocument => ("Word 文档", &["docx"]),
        }
    }
}
