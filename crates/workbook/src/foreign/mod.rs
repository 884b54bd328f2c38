//! Tables made elsewhere: any workbook as sheets of cells, with what their headings say.
//!
//! Nothing is decided here that a person could decide otherwise: which row is the header and what a column holds are proposals.

mod layout;
mod role;
mod when;

pub use layout::{HeaderPlace, Heading, Kept, RowKind};
pub use role::Spread;
pub use when::{period as period_in, year_in};

use crate::Error;
use crate::cell_notes::CellNotes;
use crate::columns::ORIGIN_SHEET;
use crate::content::Content;
use crate::grid::Place;
use crate::hidden::Hidden;
use crate::opened::{OpenedSheet, open_table};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

/// The most rows of a sheet that are read: a ledger of a whole city has a few thousand.
const MOST_ROWS: usize = 20_000;

/// A sheet of a workbook made elsewhere.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ForeignSheet {
    /// Its name.
    pub name: String,
    /// False if it is hidden.
    pub visible: bool,
    /// The rows that hold something, from the top.
    pub rows: Vec<ForeignRow>,
    /// The notes on its cells.
    pub notes: CellNotes,
    /// Rows and columns that hold something and are not shown.
    pub hidden: Hidden,
}

/// A row that holds something.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ForeignRow {
    /// As Excel shows it, from 1.
    pub number: u32,
    /// The cells that hold something or belong to a merged area that does, from the left.
    pub cells: Vec<ForeignCell>,
}

/// A cell that holds something.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ForeignCell {
    /// The column, counted from 0.
    pub column: u32,
    /// What is in it; [`Content::Merged`] in each cell of a merged area but the first.
    pub content: Content,
    /// True if its number is shown as a percentage.
    pub percent_format: bool,
    /// The words it shows: in a merged area those of the first cell.
    pub words: String,
    /// It belongs to a merged area of several rows.
    pub spans_rows: bool,
    /// It belongs to a merged area of several columns.
    pub spans_columns: bool,
}

impl ForeignRow {
    /// Returns the cell of a column.
    pub fn cell(&self, column: u32) -> Option<&ForeignCell> {
        self.cells.binary_search_by_key(&column, |cell| cell.column).ok().map(|at| &self.cells[at])
    }

    /// Returns the words of a column, empty where it holds nothing.
    pub fn words(&self, column: u32) -> &str {
        self.cell(column).map_or("", |cell| cell.words.as_str())
    }
}

/// Reads the sheets of a workbook or text table made elsewhere, hidden ones too.
///
/// # Errors
/// What the file is instead, what about it is broken, too large or unsafe, or that it is a form this program sent.
pub fn read_foreign(bytes: &[u8]) -> Result<Vec<ForeignSheet>, Error> {
    let opened = open_table(bytes)?;
    if opened.sheets.iter().any(|sheet| sheet.name.starts_with(ORIGIN_SHEET)) {
        return Err(Error::OwnForm);
    }
    let filled = opened.sheets.into_iter().filter(|sheet| !sheet.grid.is_empty());
    let sheets = filled.map(read_sheet).collect::<Result<Vec<_>, _>>()?;
    if sheets.is_empty() { Err(Error::NoSheet) } else { Ok(sheets) }
}

fn read_sheet(OpenedSheet { name, visible, grid, notes, hidden }: OpenedSheet) -> Result<ForeignSheet, Error> {
    let count = grid.rows().count();
    if count > MOST_ROWS {
        return Err(Error::TooLarge(format!("工作表“{name}”有 {count} 行，最多 {MOST_ROWS} 行")));
    }
    let (mut tall, mut wide) = (HashSet::new(), HashSet::new());
    for (place, first) in grid.merged() {
        if place.0 != first.0 {
            tall.insert(*first);
        }
        if place.1 != first.1 {
            wide.insert(*first);
        }
    }
    let spans = |place: Place| {
        let first = grid.merged().get(&place).copied().unwrap_or(place);
        (tall.contains(&first), wide.contains(&first))
    };
    let width = grid.width();
    let row = |row: u32| {
        let held = (0..width).filter_map(|column| {
            let held = grid.cell(row, column);
            let words = if held.content == Content::Empty { String::new() } else { grid.text(row, column) };
            let (spans_rows, spans_columns) = spans((row, column));
            let empty = held.content == Content::Empty || (held.content == Content::Merged && words.is_empty());
            (!empty).then_some(ForeignCell {
                column,
                content: held.content,
                percent_format: held.percent_format,
                words,
                spans_rows,
                spans_columns,
            })
        });
        ForeignRow { number: row + 1, cells: held.collect() }
    };
    Ok(ForeignSheet { name, visible, rows: grid.rows().map(row).collect(), notes, hidden: hidden.filled(&grid) })
}

#[cfg(test)]
mod tests;
