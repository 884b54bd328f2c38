//! The cells of one sheet that hold something, streamed out of the file.

use crate::Error;
use crate::returned::Content;
use calamine::{DataRef, Dimensions, Xlsx};
use domain::Amount;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::io::Cursor;

/// A workbook opened from memory.
pub type Book<'a> = Xlsx<Cursor<&'a [u8]>>;

const MOST_CELLS: usize = 2_000_000;
const MOST_ROWS: u32 = 100_000;
const MOST_COLUMNS: u32 = 512;
/// Cells that may belong to merged areas beside their first one.
const MOST_MERGED: usize = 1_000_000;

/// One cell that holds something.
#[derive(Clone, Debug, PartialEq)]
pub struct Held {
    pub content: Content,
    pub percent_format: bool,
}

/// A place in a sheet: row and column, both counted from 0.
type Place = (u32, u32);

/// The cells of a sheet by row and column, both counted from 0.
pub struct Grid {
    rows: BTreeMap<u32, BTreeMap<u32, Held>>,
    /// For each further cell of a merged area, the area's first cell.
    merged: HashMap<Place, Place>,
}

impl Grid {
    /// Reads a sheet. `budget` counts the cells of the whole file.
    ///
    /// # Errors
    /// If the sheet cannot be read or holds too much.
    pub fn read(book: &mut Book<'_>, sheet: &str, budget: &mut usize) -> Result<Grid, Error> {
        let unsaved = unsaved_formulas(book, sheet)?;
        let mut rows: BTreeMap<u32, BTreeMap<u32, Held>> = BTreeMap::new();
        let mut at = (0, 0);
        let mut cells = book.worksheet_cells_reader(sheet).map_err(|error| unreadable(sheet, at, error))?;
        let percent: Vec<bool> = cells.styles().iter().map(is_percent).collect();
        while let Some((cell, style)) = cells.next_cell_with_style_id().map_err(|error| unreadable(sheet, at, error))? {
            at = cell.get_position();
            count(budget)?;
            let content = match content_of(cell.get_value()) {
                Content::Empty if unsaved.contains(&at) => Content::FormulaWithoutValue,
                Content::Empty => continue,
                content => content,
            };
            if at.0 >= MOST_ROWS || at.1 >= MOST_COLUMNS {
                let limit = format!("工作表“{sheet}”的内容超出 {MOST_ROWS} 行或 {MOST_COLUMNS} 列");
                return Err(Error::TooLarge(limit));
            }
            let percent_format = percent.get(style).copied().unwrap_or(false);
            if rows.entry(at.0).or_default().insert(at.1, Held { content, percent_format }).is_some() {
                let place = format!("{}{}", column_letter(at.1), at.0 + 1);
                return Err(Error::Broken(format!("工作表“{sheet}”的 {place} 单元格出现两次")));
            }
        }
        drop(cells);
        let areas = book.merge_cells_by_sheet_name(sheet).map_err(|error| unreadable(sheet, at, error))?;
        let last_row = rows.keys().next_back().copied().unwrap_or(0);
        Ok(Grid { merged: further_cells(sheet, &areas, last_row)?, rows })
    }

    /// Returns the rows that hold something, in order.
    pub fn rows(&self) -> impl Iterator<Item = u32> + '_ {
        self.rows.keys().copied()
    }

    /// Returns true if no cell holds anything.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Returns a cell; one inside a merged area that is not its first is [`Content::Merged`].
    pub fn cell(&self, row: u32, column: u32) -> Held {
        let held = self.rows.get(&row).and_then(|cells| cells.get(&column)).cloned();
        match held {
            Some(held) => held,
            None if self.merged.contains_key(&(row, column)) => Held { content: Content::Merged, percent_format: false },
            None => Held { content: Content::Empty, percent_format: false },
        }
    }

    /// Returns a cell as words; a merged area says the same in each of its cells.
    pub fn text(&self, row: u32, column: u32) -> String {
        let (row, column) = self.merged.get(&(row, column)).copied().unwrap_or((row, column));
        self.rows.get(&row).and_then(|cells| cells.get(&column)).map(words).unwrap_or_default()
    }

    /// Returns the words of a row by column.
    pub fn texts(&self, row: u32) -> Vec<(u32, String)> {
        self.rows.get(&row).into_iter().flatten().map(|(column, held)| (*column, words(held))).collect()
    }
}

fn words(held: &Held) -> String {
    match &held.content {
        Content::Text(text) | Content::Error(text) => text.trim().to_owned(),
        Content::Number(amount) => amount.to_string(),
        Content::Empty | Content::FormulaWithoutValue | Content::Merged => String::new(),
    }
}

/// Returns where formulas stand that were saved without a result: they look empty, but nobody deleted anything.
fn unsaved_formulas(book: &mut Book<'_>, sheet: &str) -> Result<HashSet<Place>, Error> {
    let mut at = (0, 0);
    let mut found = HashSet::new();
    let mut cells = book.worksheet_cells_reader(sheet).map_err(|error| unreadable(sheet, at, error))?;
    while let Some(cell) = cells.next_cell_with_formula_metadata().map_err(|error| unreadable(sheet, at, error))? {
        at = cell.pos;
        if cell.formula.is_some() && cell.value == DataRef::Empty {
            found.insert(at);
            if found.len() > MOST_CELLS {
                return Err(too_many_cells());
            }
        }
    }
    Ok(found)
}

fn content_of(value: &DataRef<'_>) -> Content {
    match value {
        DataRef::Empty => Content::Empty,
        DataRef::Int(whole) => number(*whole as f64),
        DataRef::Float(value) => number(*value),
        DataRef::String(text) => words_or_empty(text),
        DataRef::SharedString(text) => words_or_empty(text),
        DataRef::Bool(value) => Content::Text(if *value { "TRUE" } else { "FALSE" }.to_owned()),
        DataRef::DateTime(date) => {
            let (year, month, day, hour, minute, ..) = date.to_ymd_hms_milli();
            let time = if (hour, minute) == (0, 0) { String::new() } else { format!(" {hour:02}:{minute:02}") };
            Content::Text(format!("{year}-{month:02}-{day:02}{time}"))
        }
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => Content::Text(text.clone()),
        DataRef::Error(error) => Content::Error(error.to_string()),
    }
}

/// A number beyond what is kept stays visible as text, so that it is refused by name later.
fn number(value: f64) -> Content {
    Amount::new(value).map_or_else(|| Content::Text(value.to_string()), Content::Number)
}

fn words_or_empty(text: &str) -> Content {
    if text.trim().is_empty() { Content::Empty } else { Content::Text(text.to_owned()) }
}

/// Returns true if numbers are shown times a hundred: a % outside quotes, in the format for positive numbers.
fn is_percent(style: &calamine::Style) -> bool {
    let Some(format) = &style.number_format else { return false };
    let mut quoted = false;
    let mut escaped = false;
    for c in format.format_code.chars() {
        match c {
            _ if escaped => escaped = false,
            '\\' | '_' | '*' if !quoted => escaped = true,
            '"' => quoted = !quoted,
            ';' if !quoted => return false,
            '%' if !quoted => return true,
            _ => {}
        }
    }
    false
}

fn further_cells(sheet: &str, areas: &[Dimensions], last_row: u32) -> Result<HashMap<Place, Place>, Error> {
    let mut merged = HashMap::new();
    for area in areas {
        for row in area.start.0..=area.end.0.min(last_row) {
            for column in area.start.1..=area.end.1.min(MOST_COLUMNS) {
                if (row, column) != area.start {
                    merged.insert((row, column), area.start);
                }
            }
            if merged.len() > MOST_MERGED {
                return Err(Error::TooLarge(format!("工作表“{sheet}”的合并单元格过多")));
            }
        }
    }
    Ok(merged)
}

fn count(budget: &mut usize) -> Result<(), Error> {
    *budget += 1;
    if *budget > MOST_CELLS { Err(too_many_cells()) } else { Ok(()) }
}

fn too_many_cells() -> Error {
    Error::TooLarge(format!("单元格超过 {} 万个", MOST_CELLS / 10_000))
}

fn unreadable(sheet: &str, (row, column): Place, error: calamine::XlsxError) -> Error {
    Error::Broken(format!("工作表“{sheet}”在 {}{} 单元格附近读不下去：{error}", column_letter(column), row + 1))
}

/// Returns a column as Excel shows it: 0 is A, 26 is AA.
pub fn column_letter(column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        letters.push(char::from(b'A' + ((rest - 1) % 26) as u8));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}
