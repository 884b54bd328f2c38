//! Comma, semicolon or tab separated values: one sheet, of which the row ids and the header's exchange id are left.

use crate::grid::{Budget, Grid, words_or_empty};
use crate::opened::{Opened, OpenedSheet};
use crate::{Error, header};
use sheets::csv::{MOST_FIELDS, Records, delimiter};
use sheets::encoding::text_of;

/// Forms are small: a thousand rows are half a megabyte.
const LARGEST: usize = 5 << 20;
/// What the only sheet is called where a place is named.
const SHEET: &str = "CSV";

/// Opens a text file that may be a return form.
///
/// # Errors
/// If it is none, breaks off, or holds too much.
pub fn open(bytes: &[u8]) -> Result<Opened, Error> {
    let text = text(bytes)?;
    // The delimiter is the one with which there is a header: numbers with commas do not mislead.
    let has_header = |delimiter: &char| {
        Records::new(&text, *delimiter).any(|record| header::read((0u32..).zip(record.iter().map(String::as_str))).is_some())
    };
    match ['\t', ',', ';'].into_iter().find(has_header) {
        Some(found) => read(&text, found),
        None => Err(if delimiter(&text).is_some() { Error::NotAReturn } else { Error::NotAWorkbook }),
    }
}

/// Opens a text file that may be any table.
///
/// # Errors
/// If it is none, breaks off, or holds too much.
pub fn open_table(bytes: &[u8]) -> Result<Opened, Error> {
    let text = text(bytes)?;
    read(&text, delimiter(&text).or_else(|| parts_every_line(&text)).ok_or(Error::NotAWorkbook)?)
}

/// Returns the delimiter that parts each of several lines: a table may be too small to be known by its looks.
fn parts_every_line(text: &str) -> Option<char> {
    let filled = |delimiter: char| Records::new(text, delimiter).filter(|record| record.iter().any(|field| !field.trim().is_empty()));
    ['\t', ',', ';'].into_iter().find(|delimiter| filled(*delimiter).all(|record| record.len() > 1) && filled(*delimiter).nth(1).is_some())
}

fn text(bytes: &[u8]) -> Result<String, Error> {
    if bytes.len() > LARGEST {
        return Err(Error::TooLarge(format!("文本有 {} MB，最多 {} MB", bytes.len() >> 20, LARGEST >> 20)));
    }
    text_of(bytes).ok_or(Error::NotAWorkbook)
}

fn read(text: &str, delimiter: char) -> Result<Opened, Error> {
    if text.contains('\u{fffd}') {
        return Err(Error::Broken("有认不出的文字，编码可能已被改坏".to_owned()));
    }
    let mut budget = Budget::default();
    let mut grid = Grid::new(SHEET);
    let mut records = Records::new(text, delimiter);
    let (mut widest, mut last) = (0, 0);
    for (row, record) in (0u32..).zip(records.by_ref()) {
        if record.len() == MOST_FIELDS {
            return Err(Error::TooLarge(format!("第 {} 行超过 {MOST_FIELDS} 列", row + 1)));
        }
        for (column, field) in (0u32..).zip(&record) {
            budget.count()?;
            grid.put((row, column), words_or_empty(field), false, &mut budget)?;
        }
        (widest, last) = (widest.max(record.len()), record.len());
    }
    // Where the end is cut off, half a number would look like one.
    if !records.is_whole() && last < widest {
        return Err(Error::Broken("最后一行不完整，文件可能没有下载或拷贝完".to_owned()));
    }
    Ok(Opened { sheets: vec![OpenedSheet::new(SHEET.to_owned(), true, grid)], ..Opened::default() })
}
