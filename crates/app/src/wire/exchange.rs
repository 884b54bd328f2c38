//! Workbooks out and in.

use super::{FileProposal, wire};
use domain::{Period, Uid};
use serde::{Deserialize, Serialize};

wire! {
    /// Sends workbooks into a folder the user names.
    pub struct Send {
        /// The plan.
        pub plan: Uid,
        /// The period.
        pub period: Period,
        /// These units; empty for all.
        pub units: Vec<Uid>,
        /// True for charts of the units' own figures so far.
        #[serde(default)]
        pub trend: bool,
    }

    /// What was written.
    pub struct Sent {
        /// The folder; none if the user thought better of it.
        pub folder: Option<String>,
        /// The workbooks.
        pub files: Vec<SentFile>,
    }

    /// A workbook that was written.
    pub struct SentFile {
        /// Its file name.
        pub file: String,
        /// The full path.
        pub path: String,
        /// The unit.
        pub unit: String,
        /// The exchange it belongs to.
        pub exchange: Uid,
        /// How many indicators it asks for.
        pub rows: u32,
        /// How many measures it asks to tell of.
        pub measures: u32,
    }

    /// What merging would do, or did (DESIGN §8).
    pub struct MergeReport {
        /// Every file.
        pub files: Vec<MergeFile>,
        /// The count: changed = applied + equal + conflicts + rejected.
        pub cells: MergeCounts,
        /// Every cell that is not as it was sent, and every row that could not be placed.
        pub items: Vec<MergeItem>,
        /// True if this is a preview and nothing was written.
        pub preview: bool,
        /// Rows that have lost their ids, with what they probably are.
        pub proposals: Vec<FileProposal>,
        /// What lay in a folder and is no workbook, or too deep in it.
        pub skipped: Vec<String>,
    }

    /// A returned workbook.
    pub struct MergeFile {
        /// Its file name.
        pub file: String,
        /// What became of it.
        pub status: FileStatus,
        /// The unit it came from.
        pub unit: Option<String>,
        /// The exchange it belongs to.
        pub exchange: Option<Uid>,
        /// Who saved it last, as it says itself.
        pub saved_by: Option<String>,
        /// When it was saved last, as it says itself.
        pub saved_at: Option<String>,
        /// True for the one saved last of several in hand for one unit and period; none is where a file does not say.
        pub newest: bool,
        /// What is odd about it, for scripts: `outdated`, `older_return`, `two_returns`, `mismatch`.
        pub codes: Vec<String>,
        /// What is wrong with it, or worth knowing.
        pub messages: Vec<String>,
    }

    /// The count of a merge.
    #[derive(Copy, Default)]
    pub struct MergeCounts {
        /// Cells that are not as they were sent.
        pub changed: u32,
        /// Taken (or to be taken).
        pub applied: u32,
        /// Already so in the ledger.
        pub equal: u32,
        /// Changed on both sides, differently.
        pub conflicts: u32,
        /// Not readable, or not to be placed.
        pub rejected: u32,
    }

    /// A cell of a returned workbook.
    pub struct MergeItem {
        /// Its key, for a decision.
        pub key: String,
        /// The file.
        pub file: String,
        /// The file's place in the list of files, from 0: two may have one name.
        pub file_at: u32,
        /// The sheet.
        pub sheet: String,
        /// The row, as the spreadsheet numbers it.
        pub row: u32,
        /// The column's letter.
        pub column: String,
        /// The unit.
        pub unit: Option<String>,
        /// The indicator's name with its unit of measure; of what is told, the measure's title.
        pub indicator: Option<String>,
        /// value, numerator, denominator or note; progress, problems or next_steps.
        pub field: String,
        /// As it was sent.
        pub base: Option<String>,
        /// As the ledger has it now.
        pub ours: Option<String>,
        /// Who wrote ours, and when.
        pub ours_by: Option<String>,
        /// As it came back.
        pub theirs: Option<String>,
        /// What becomes of it.
        pub outcome: Outcome,
        /// The reason, for rejected cells and conflicts.
        pub code: Option<String>,
        /// The reason in a sentence.
        pub message: Option<String>,
        /// What the other files in hand for this unit and period say here, where it is not the same.
        pub rivals: Vec<Rival>,
        /// The same for all items of which only those of one file can be taken; none without rivals.
        pub group: Option<String>,
    }

    /// What another file in hand says in a cell.
    pub struct Rival {
        /// The file.
        pub file: String,
        /// Its place in the list of files.
        pub file_at: u32,
        /// What stands there; none if nothing does.
        pub value: Option<String>,
        /// True if that is as it was sent.
        pub as_sent: bool,
    }

    /// Merges what was previewed.
    pub struct MergeApply {
        /// Decisions on conflicts, by key.
        pub decisions: Vec<Decision>,
    }

    /// A decision on one conflict.
    pub struct Decision {
        /// The item's key.
        pub key: String,
        /// Which side wins.
        pub choice: Choice,
    }
}

/// What became of a returned workbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum FileStatus {
    /// Read and compared.
    Read,
    /// Read and compared, but it answers an earlier sending, or is older than a return already merged (过期).
    Outdated,
    /// Read before, the same to the byte: nothing new in it.
    Repeated,
    /// Not to be read: the message says why.
    Refused,
    /// A workbook this ledger has not sent.
    Unknown,
}

/// What becomes of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Taken.
    Applied,
    /// Already so.
    Equal,
    /// Changed on both sides; left as ours unless decided.
    Conflict,
    /// Not readable or not to be placed.
    Rejected,
}

/// Which side wins a conflict.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Choice {
    /// The ledger's.
    Ours,
    /// The workbook's.
    Theirs,
}
