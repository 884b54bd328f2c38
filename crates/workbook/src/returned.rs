//! What a returned workbook says.

use crate::cell_notes::CellNotes;
use crate::codes::Problem;
use crate::content::Content;
use crate::grid::column_letter;
use crate::origin::OriginSource;
use crate::saved::Saved;
use crate::token::RowId;
use domain::{Field, Passage, Uid};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One file that came back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Return {
    /// The exchange it answers.
    pub exchange: Option<Uid>,
    /// Where that was read; none if it was not found.
    pub exchange_source: Option<OriginSource>,
    /// The unit, as the file carries it.
    pub unit: Option<String>,
    /// The period as the file carries it: 2024-06, or its words where only those are left.
    pub period: Option<String>,
    /// Every unit's name it carries, hidden or seen; more than one where it disagrees with itself.
    pub units: Vec<String>,
    /// Every period it carries, as a code or in words.
    pub periods: Vec<String>,
    /// Who saved it last, and when.
    pub saved: Saved,
    /// Every row with an id, and rows without one that hold something in an entry column.
    pub rows: Vec<ReturnRow>,
    /// The same of the sheet that is told in how measures go.
    pub told: Vec<ToldRow>,
    /// What is odd about the file; reading went on.
    pub problems: Vec<Problem>,
    /// Headings of columns that were not read.
    pub ignored_columns: Vec<String>,
    /// The notes on cells, of all sheets.
    pub notes: CellNotes,
}

/// One row of the sheet that is told in how measures go.
pub type ToldRow = ReturnRow<Passage>;

/// One row of a returned form, with cells for parts of a figure or for passages.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReturnRow<K: Ord = Field> {
    /// The sheet's name.
    pub sheet: String,
    /// As Excel shows it, from 1.
    pub row_number: u32,
    /// Which indicator it belongs to; of what is told, which measure.
    pub id: RowId,
    /// What stands under 序号; for matching by hand.
    pub number: String,
    /// What stands under 重点任务; for matching by hand.
    pub measure: String,
    /// What stands under 指标; for matching by hand. Empty in a row that is told in.
    pub indicator: String,
    /// The entry cells. One whose column is gone is absent, which is not the same as empty: it was not touched.
    ///
    /// Boxed, for a map keeps room for eleven entries in place: a thousand workbooks of 300 rows would hold 300 MB of it.
    pub cells: BTreeMap<K, Box<Cell>>,
}

/// One entry cell.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Cell {
    /// The column, from 0.
    pub column: u32,
    /// What is in it.
    pub content: Content,
    /// True if its number is shown as a percentage: 0.8 as 80%.
    pub percent_format: bool,
}

impl Cell {
    /// Returns the column as Excel shows it: K.
    pub fn letter(&self) -> String {
        column_letter(self.column)
    }
}
