//! Tables made elsewhere: what their columns hold, which item each row means, and what taking them would do.

use super::{MergeReport, UnitRef, wire};
use domain::{ColumnRole, Period, Uid};
use serde::{Deserialize, Serialize};

wire! {
    /// The plan a table is taken into, and the period its figures are for where it names none.
    pub struct ForeignOf {
        /// The plan; none where the ledger has none yet.
        pub plan: Option<Uid>,
        /// The period chosen in the window.
        pub period: Option<Period>,
    }

    /// Tables made elsewhere, with what taking them would do.
    pub struct ForeignView {
        /// Every file.
        pub files: Vec<ForeignFile>,
        /// What taking them would do; none without a plan.
        pub report: Option<MergeReport>,
        /// Every indicator and measure of the plan, to choose from.
        pub choices: Vec<ForeignChoice>,
    }

    /// An indicator or measure a row can be given to.
    pub struct ForeignChoice {
        /// Its id.
        pub id: Uid,
        /// Its name with its unit of measure, or its title.
        pub name: String,
        /// The number of its measure.
        pub number: String,
        /// True for a measure.
        pub measure: bool,
        /// What it is found by: words, number, pinyin initials.
        pub keys: String,
    }

    /// A file with tables.
    pub struct ForeignFile {
        /// Its file name.
        pub file: String,
        /// Why it cannot be read, or what is missing; none if its table is mapped.
        pub problem: Option<String>,
        /// What is worth knowing, in sentences.
        pub messages: Vec<String>,
        /// Its sheets.
        pub sheets: Vec<ForeignSheet>,
        /// The sheet whose columns are shown.
        pub sheet: String,
        /// True if all sheets with the same headings are taken.
        pub all: bool,
        /// The first row of the header; none if none was found.
        pub header: Option<u32>,
        /// The columns of the sheet.
        pub columns: Vec<ForeignColumn>,
        /// Where the roles of the columns come from that were kept for these headings.
        pub remembered: bool,
        /// The first rows of the sheet, as they are.
        pub lines: Vec<ForeignLine>,
        /// The unit the whole file is from; none if the table says so itself.
        pub unit: Option<UnitRef>,
        /// Why that unit was proposed: its name stands in the file; empty if a person chose it.
        pub unit_from: String,
        /// The period of values whose column names none.
        pub period: Option<Period>,
        /// Every row below the header.
        pub rows: Vec<ForeignRow>,
    }

    /// A sheet of a file.
    pub struct ForeignSheet {
        /// Its name.
        pub name: String,
        /// How many rows it has.
        pub rows: u32,
        /// False if it is hidden.
        pub visible: bool,
        /// True if its rows are taken.
        pub taken: bool,
    }

    /// A column of a table.
    pub struct ForeignColumn {
        /// Its letter.
        pub letter: String,
        /// Its heading.
        pub heading: String,
        /// What it holds.
        pub role: ColumnRole,
        /// How that is known.
        pub source: RoleSource,
        /// The period of its values.
        pub period: Option<Period>,
        /// The unit or indicator in its heading, for [`ColumnRole::OfUnit`] and [`ColumnRole::OfIndicator`].
        pub of: Option<String>,
    }

    /// A row of a sheet as it is.
    pub struct ForeignLine {
        /// The row, as the spreadsheet numbers it.
        pub row: u32,
        /// Its words, one for each column.
        pub cells: Vec<String>,
        /// True for the header.
        pub header: bool,
    }

    /// A row below the header, and what becomes of it.
    pub struct ForeignRow {
        /// The sheet.
        pub sheet: String,
        /// The row, as the spreadsheet numbers it.
        pub row: u32,
        /// The words that name it.
        pub text: String,
        /// What becomes of it.
        pub outcome: RowOutcome,
        /// The indicator or measure its cells are taken into.
        pub item: Option<ForeignItem>,
        /// Those it may mean, the likest first.
        pub candidates: Vec<ForeignItem>,
    }

    /// An indicator or measure a row may mean.
    pub struct ForeignItem {
        /// Its id.
        pub id: Uid,
        /// Its name with its unit of measure, or its title.
        pub name: String,
        /// True for a measure.
        pub measure: bool,
    }

    /// A change of one file's mapping.
    pub struct ForeignSet {
        /// The plan and period.
        pub of: ForeignOf,
        /// Which file, counted from 0.
        pub file: u32,
        /// The change.
        pub edit: ForeignEdit,
    }

    /// Takes what is previewed into the plan.
    pub struct ForeignApply {
        /// The plan and period.
        pub of: ForeignOf,
        /// Decisions on conflicts, by key.
        pub decisions: Vec<super::Decision>,
    }

    /// One file of those previewed.
    pub struct OfForeign {
        /// Which, counted from 0.
        pub file: u32,
    }
}

/// How the role of a column is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum RoleSource {
    /// By its heading.
    Heading,
    /// As a table with the same headings was mapped before.
    Remembered,
    /// A person said so.
    Given,
    /// It is not known.
    Unknown,
}

/// What becomes of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum RowOutcome {
    /// It has the words of one item.
    Sure,
    /// A person said which item it means.
    Given,
    /// It is like one item: a person confirms.
    Likely,
    /// It may mean several.
    Unclear,
    /// It means nothing of the plan.
    Unknown,
    /// A person left it out.
    Skipped,
    /// It has nothing in a column that is taken.
    Blank,
    /// A sum of others.
    Total,
    /// A heading across the table.
    Section,
    /// The header once more.
    Header,
}

/// One change a person makes to how a file is read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ts_rs::TS)]
#[serde(tag = "edit", rename_all = "snake_case")]
pub enum ForeignEdit {
    /// Shows another sheet.
    Sheet {
        /// Its name.
        name: String,
    },
    /// Takes all sheets with the same headings, or only the one shown.
    All {
        /// All.
        all: bool,
    },
    /// Says where the header is.
    Header {
        /// Its first row.
        row: u32,
    },
    /// Says what a column holds.
    Column {
        /// Its letter.
        letter: String,
        /// What it holds.
        role: ColumnRole,
    },
    /// Says which period a column's values are for.
    ColumnPeriod {
        /// Its letter.
        letter: String,
        /// The period.
        period: Period,
    },
    /// Says which unit the whole file is from.
    Unit {
        /// The unit; none if the table says so itself.
        unit: Option<Uid>,
    },
    /// Says which item a row means.
    Row {
        /// The sheet.
        sheet: String,
        /// The row.
        row: u32,
        /// The indicator or measure; none leaves the row out.
        item: Option<Uid>,
    },
    /// Takes every row that is like one item for that.
    Accept,
    /// Forgets what was kept for these headings.
    Forget,
}
