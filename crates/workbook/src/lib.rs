//! Return forms as Excel workbooks: written for a unit, read when they come back, merged cell by cell.
//!
//! - Out: [`write_return_form`] makes one workbook for one unit and one period.
//! - In: [`read_return`] takes the bytes of a file through size limits and reads cells and row ids;
//!   [`interpret`] makes a number of a cell, or says why it is none.
//! - Merge: [`merge`] and [`merge_cells`] compare what was sent, what the ledger has now and what came back.
//!
//! Not here: the ledger (which row ids exist, what was sent), files and folders, the clock. Every function is pure:
//! bytes and values in, bytes and values out. Start at [`Form`].

mod clean;
mod codes;
mod columns;
mod error;
mod file_name;
mod form;
mod gate;
mod grid;
mod header;
mod interpret;
mod magic;
mod merge;
mod origin;
mod read;
mod returned;
mod sheet;
mod sheet_scan;
mod style;
mod token;
mod write;

pub use codes::{ProblemCode, RejectCode};
pub use error::Error;
pub use file_name::form_file_name;
pub use form::{Form, FormRow};
pub use interpret::{Interpreted, interpret, interpret_note};
pub use merge::{Counts, Held, MergeCell, MergeResult, Outcome, Same, merge, merge_cells};
pub use origin::OriginSource;
pub use read::read_return;
pub use returned::{Cell, Content, Problem, Return, ReturnRow, RowId};
pub use token::{read_token, row_token};
pub use write::write_return_form;

#[cfg(test)]
mod tests;
