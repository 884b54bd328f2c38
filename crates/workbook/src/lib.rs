//! Return forms as workbooks: written for a unit, read when they come back in whatever format, merged cell by cell.
//!
//! - Out: [`write_return_form`] makes one workbook for one unit and one period.
//! - In: [`read_return`] takes the bytes of a file through size limits and reads cells and row ids;
//!   [`interpret`] makes a number of a cell, or says why it is none.
//! - Rows without ids: [`match_lost`] says which of those sent they may be; a person decides.
//! - Tables made elsewhere: [`read_foreign`] reads the sheets of any workbook, [`ForeignSheet::header`] and
//!   [`ForeignSheet::headings`] say what their columns hold.
//! - Tables: [`write_tables`] and [`write_csv`] write anything else that is a table, for reading and reckoning on.
//! - Merge: [`merge`] and [`merge_cells`] compare what was sent, what the ledger has now and what came back.
//!
//! Not here: the ledger (which row ids exist, what was sent), files and folders, the clock. Every function is pure:
//! bytes and values in, bytes and values out. Start at [`Form`].
//!
//! ```
//! use domain::{Amount, Uid, ValueKind, Field};
//! use workbook::*;
//! let (exchange, indicator) = (Uid::new(1, [1; 10]), Uid::new(2, [2; 10]));
//! let row = FormRow {
//!     row: indicator,
//!     measure_number: "3.".into(),
//!     measure_title: "增加普惠托位".into(),
//!     role_label: "牵头".into(),
//!     indicator_name: "新增托位".into(),
//!     unit_of_measure: "个".into(),
//!     target_label: "≥2600".into(),
//!     due: "2024-12-31".into(),
//!     kind: ValueKind::Cumulative,
//!     is_ratio: false,
//!     last: None,
//!     value: Amount::new(1800.0),
//!     numerator: None,
//!     denominator: None,
//!     note: None,
//! };
//! let form = Form {
//!     exchange,
//!     plan_title: "云州市2024年工作要点".into(),
//!     period: "2024-06".parse().unwrap(),
//!     period_label: "2024年6月".into(),
//!     unit_name: "东湖区卫生健康局".into(),
//!     sent_on: "2024-07-01".parse().unwrap(),
//!     sent_by: "王芳".into(),
//!     rows: vec![row],
//!     measures: vec![],
//!     trend: None,
//! };
//! let back = read_return(&write_return_form(&form).unwrap()).unwrap();
//! assert_eq!((back.exchange, &back.rows[0].id), (Some(exchange), &RowId::Known(indicator)));
//! let cells = back.rows[0].cells.iter().map(|(field, cell)| {
//!     let base = if *field == Field::Value { Amount::new(1800.0).map(Held::Number) } else { None };
//!     let theirs = interpret_field(*field, cell, ValueKind::Cumulative, "个").held();
//!     MergeCell { key: *field, ours: base.clone(), base, theirs }
//! });
//! assert_eq!(merge_cells(cells.collect()).counts.changed, 0);
//! ```

mod cell_notes;
mod clean;
mod codes;
mod columns;
mod content;
mod csv;
mod error;
mod file_name;
mod foreign;
mod form;
mod gate;
mod grid;
mod header;
mod hidden;
mod interpret;
mod magic;
mod matching;
mod merge;
mod notes;
mod number_format;
mod ods;
mod opened;
mod origin;
mod page;
mod read;
mod returned;
mod saved;
mod sheet;
mod sheet_scan;
mod style;
mod tables;
mod token;
mod told;
mod trend;
mod write;
mod xls;
mod xlsx;
mod xlsx_notes;
mod xlsx_parts;
mod xml;

pub use cell_notes::{CellNote, CellNotes};
pub use codes::{Problem, ProblemCode, RejectCode};
pub use content::Content;
pub use error::Error;
pub use file_name::form_file_name;
pub use foreign::{ForeignCell, ForeignRow, ForeignSheet, HeaderPlace, Heading, Kept, RowKind, Spread, period_in, read_foreign, year_in};
pub use form::{Form, FormMeasure, FormRow, Trend, TrendChart, TrendPoint};
pub use grid::column_letter;
pub use hidden::Hidden;
pub use interpret::{Interpreted, interpret, interpret_field, interpret_note};
pub use matching::{Fit, Lost, Match, Sending, Words, match_lost};
pub use merge::{Counts, Held, MergeCell, MergeResult, Outcome, Same, merge, merge_cells};
pub use origin::OriginSource;
pub use page::measure_name;
pub use read::read_return;
pub use returned::{Cell, Return, ReturnRow, ToldRow};
pub use saved::{Saved, SavedAt};
pub use tables::{Head, NativeChart, Table, Value, write_chart, write_csv, write_tables};
pub use token::{RowId, row_token};
pub use write::write_return_form;

#[cfg(test)]
mod tests;
