//! Old Excel workbooks (.xls, BIFF8), record by record.

use crate::Error;
use crate::cell_notes::NoteWords;
use crate::content::Content;
use crate::grid::{Budget, Grid, number, place_name, words_or_empty};
use crate::number_format::{is_built_in_date, is_date, is_percent};
use crate::opened::{Opened, OpenedSheet};
use crate::saved::of_summary;
use crate::xlsx::day;
use calamine::{ExcelDateTime, ExcelDateTimeType};
use sheets::xls::{Book, Cell, Piece, Value};

/// Such files are small: more is a fault or made to exhaust.
const LARGEST: usize = 20 << 20;
const LARGEST_SUMMARY: usize = 1 << 20;
const MOST_RECORDS: usize = 4_000_000;
const MOST_SHEETS: usize = 256;
const MOST_AREAS: usize = 100_000;

/// Opens an old workbook. Of one that breaks off nothing is taken.
///
/// # Errors
/// If it cannot be read to its end or holds too much.
pub fn open(bytes: &[u8]) -> Result<Opened, Error> {
    if bytes.len() > LARGEST {
        return Err(Error::TooLarge(format!("旧版 .xls 文件有 {} MB，最多 {} MB", bytes.len() >> 20, LARGEST >> 20)));
    }
    let broken = || Error::Broken("旧版 .xls 文件的结构不完整".to_owned());
    let stream = sheets::ole::stream(bytes, "Workbook", LARGEST).ok_or_else(broken)?;
    let mut book = Book::read(&stream, MOST_RECORDS).ok_or_else(broken)?;
    if book.encrypted {
        return Err(Error::PasswordProtected);
    }
    if book.sheets.len() > MOST_SHEETS {
        return Err(Error::TooLarge(format!("工作表超过 {MOST_SHEETS} 张")));
    }
    let mut budget = Budget::default();
    let saved = sheets::ole::stream(bytes, "\u{5}SummaryInformation", LARGEST_SUMMARY).map(|summary| of_summary(&summary));
    let mut opened = Opened { names: std::mem::take(&mut book.names), saved: saved.unwrap_or_default(), ..Opened::default() };
    for at in 0..book.sheets.len() {
        let (name, visible) = (book.sheets[at].name.clone(), !book.sheets[at].hidden);
        let mut sheet = OpenedSheet::new(name.clone(), visible, Grid::new(&name));
        let OpenedSheet { grid, notes, hidden, .. } = &mut sheet;
        let mut areas = Vec::new();
        let is_1904 = book.is_1904;
        let mut each = |piece: Piece<'_>| match piece {
            Piece::Merged(..) if areas.len() >= MOST_AREAS => Err(Error::TooLarge(format!("工作表“{name}”的合并单元格过多"))),
            Piece::Merged(from, to) => {
                areas.push((from, to));
                Ok(())
            }
            Piece::Note(row, column, text) => {
                let mut words = NoteWords::default();
                match text {
                    Some(text) => words.add(text),
                    None => notes.cannot_read(&name),
                }
                notes.add(&name, place_name((row, column)), words);
                Ok(())
            }
            Piece::HiddenRow(row) => {
                hidden.add_rows(row, row);
                Ok(())
            }
            Piece::HiddenColumns(first, last) => {
                hidden.add_columns(first, last);
                Ok(())
            }
            Piece::Cell(cell) => {
                budget.count()?;
                let content = content_of(&cell, is_1904)
                    .ok_or_else(|| Error::Broken(format!("工作表“{name}”的 {} 单元格读不出来", place_name((cell.row, cell.column)))))?;
                // 9 and 10 are the percentages that programs have built in.
                let percent = cell.format.map_or(matches!(cell.format_id, 9 | 10), is_percent);
                grid.put((cell.row, cell.column), content, percent, &mut budget)
            }
        };
        let whole = book.read_sheet(at, &mut each)?;
        if book.is_exhausted() {
            return Err(Error::TooLarge(format!("记录超过 {} 万条", MOST_RECORDS / 10_000)));
        }
        if !whole {
            return Err(Error::Broken(format!("工作表“{name}”不完整")));
        }
        for (from, to) in areas {
            grid.merge(from, to)?;
        }
        opened.sheets.push(sheet);
    }
    Ok(opened)
}

/// Returns what a cell holds; none if it cannot be made out.
fn content_of(cell: &Cell<'_>, is_1904: bool) -> Option<Content> {
    Some(match &cell.value {
        Value::Number(value) if cell.format.map_or_else(|| is_built_in_date(cell.format_id), is_date) => {
            Content::Text(day(&ExcelDateTime::new(*value, ExcelDateTimeType::DateTime, is_1904)))
        }
        Value::Number(value) => number(*value),
        Value::Text(text) => words_or_empty(text),
        Value::Bool(value) => Content::Text(if *value { "TRUE" } else { "FALSE" }.to_owned()),
        Value::Error(error) => Content::Error((*error).to_owned()),
        Value::Damaged => return None,
    })
}
