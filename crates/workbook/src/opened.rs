//! A file opened in whatever format it came: its sheets, and what else says where it comes from.

use crate::cell_notes::CellNotes;
use crate::grid::Grid;
use crate::hidden::Hidden;
use crate::saved::Saved;
use crate::{Error, csv, gate, ods, xls, xlsx};
use std::collections::BTreeMap;

/// What every format comes to.
#[derive(Default)]
pub struct Opened {
    /// The worksheets, hidden ones too.
    pub sheets: Vec<OpenedSheet>,
    /// Custom document properties that are texts.
    pub properties: BTreeMap<String, String>,
    /// The names given to cells.
    pub names: Vec<String>,
    /// Who saved it last, and when.
    pub saved: Saved,
}

/// A worksheet.
pub struct OpenedSheet {
    /// Its name.
    pub name: String,
    /// It is not hidden.
    pub visible: bool,
    /// Its cells.
    pub grid: Grid,
    /// The notes on its cells.
    pub notes: CellNotes,
    /// Its rows and columns that are not shown.
    pub hidden: Hidden,
}

impl OpenedSheet {
    /// Returns a sheet without notes that hides nothing.
    pub fn new(name: String, visible: bool, grid: Grid) -> OpenedSheet {
        OpenedSheet { name, visible, grid, notes: CellNotes::default(), hidden: Hidden::default() }
    }
}

/// Opens the bytes of a file, after the gate let them through.
///
/// # Errors
/// What the file is instead, or what about it is broken, too large or unsafe.
pub fn open(bytes: &[u8]) -> Result<Opened, Error> {
    open_with(bytes, csv::open)
}

/// Opens the bytes of a file that may be any table, after the gate let them through.
///
/// # Errors
/// As [`open`].
pub fn open_table(bytes: &[u8]) -> Result<Opened, Error> {
    open_with(bytes, csv::open_table)
}

fn open_with(bytes: &[u8], text: fn(&[u8]) -> Result<Opened, Error>) -> Result<Opened, Error> {
    match gate::check(bytes)? {
        gate::Kind::Xlsx { formulas } => xlsx::open(bytes, formulas),
        gate::Kind::Ods => ods::open(bytes),
        gate::Kind::Xls => xls::open(bytes),
        gate::Kind::Text => text(bytes),
    }
}
