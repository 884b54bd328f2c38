//! OpenDocument workbooks (.ods), streamed.

use crate::Error;
use crate::cell_notes::NoteWords;
use crate::content::Content;
use crate::grid::{Budget, Grid, Place, number, place_name, words_or_empty};
use crate::opened::{Opened, OpenedSheet};
use crate::saved;
use crate::xml::{Piece, attribute, part, walk};
use quick_xml::events::BytesStart;
use std::collections::HashSet;
use std::io::Cursor;
use zip::ZipArchive;

const MOST_SHEETS: usize = 256;
const MOST_AREAS: usize = 100_000;
/// Spaces that one sign may stand for.
const MOST_SPACES: usize = 1_000;

/// Opens a workbook.
///
/// # Errors
/// If it is another document, cannot be read to its end, or holds too much.
pub fn open(bytes: &[u8]) -> Result<Opened, Error> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|error| Error::Broken(error.to_string()))?;
    let mut book = Book::default();
    let content = part(&mut zip, "content.xml")?.ok_or_else(|| Error::Broken("没有 content.xml".to_owned()))?;
    walk(&content, &mut |piece| book.take(piece))?;
    if !book.is_workbook {
        return Err(Error::OtherFormat("OpenDocument 文档，但不是表格"));
    }
    let mut opened = book.opened;
    // Who the file is from may be lost; it is read as well without.
    let mut property: Option<(String, String)> = None;
    let meta = part(&mut zip, "meta.xml")?.unwrap_or_default();
    opened.saved = saved::of_open_document(&meta);
    let _ = walk(&meta, &mut |piece| {
        match piece {
            Piece::Open(tag) if tag.local_name().as_ref() == "user-defined" => {
                property = attribute(tag, "name").map(|name| (name, String::new()));
            }
            Piece::Text(text) => {
                if let Some((_, value)) = &mut property {
                    value.push_str(text);
                }
            }
            Piece::Close("user-defined") => opened.properties.extend(property.take()),
            _ => {}
        }
        Ok(())
    });
    Ok(opened)
}

/// Returns the value of an attribute of the file format itself: LibreOffice repeats some under a name of its own.
fn own_attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = tag.attributes().with_checks(false).flatten().find(|attribute| attribute.key.as_ref() == name)?;
    quick_xml::escape::unescape(&found.value).ok().map(|value| value.into_owned())
}

#[derive(Default)]
struct Book {
    opened: Opened,
    budget: Budget,
    is_workbook: bool,
    /// Styles of sheets that are not shown.
    hidden: HashSet<String>,
    style: String,
    /// The sheet being read, with its merged areas.
    sheet: Option<OpenedSheet>,
    areas: Vec<(Place, Place)>,
    row: u32,
    row_repeats: u32,
    /// The columns that were described so far.
    columns: u32,
    column: u32,
    /// The cells of the row that hold something: column, how often repeated, content, shown as a percentage.
    cells: Vec<(u32, u32, Content, bool)>,
    cell: Option<Cell>,
    /// The note being read.
    note: Option<Note>,
    /// How deep we are in notes, drawings and what was changed.
    skipping: usize,
}

/// A note on a cell. Who wrote it and when stand beside its paragraphs.
#[derive(Default)]
struct Note {
    words: NoteWords,
    in_paragraph: bool,
}

#[derive(Default)]
struct Cell {
    repeats: u32,
    kind: String,
    /// The value as the file has it, beside its text.
    value: Option<String>,
    is_formula: bool,
    is_error: bool,
    text: String,
    paragraphs: usize,
    in_paragraph: bool,
}

impl Book {
    fn take(&mut self, piece: Piece<'_>) -> Result<(), Error> {
        match piece {
            Piece::Open(tag) => self.open(tag),
            Piece::Text(text) => {
                self.add(text);
                Ok(())
            }
            Piece::Close(name) => self.close(name),
        }
    }

    fn open(&mut self, tag: &BytesStart<'_>) -> Result<(), Error> {
        let name = tag.local_name();
        let name = name.as_ref();
        if self.skipping == 0 && name == "annotation" {
            self.note = Some(Note::default());
        } else if let Some(note) = &mut self.note {
            note.open(name);
        }
        if self.skipping > 0 || matches!(name, "annotation" | "shapes" | "frame" | "tracked-changes") {
            self.skipping += 1;
            return Ok(());
        }
        let count = |name: &str| attribute(tag, name).and_then(|n| n.parse::<u32>().ok()).unwrap_or(1).max(1);
        match name {
            "spreadsheet" => self.is_workbook = true,
            "style" => self.style = attribute(tag, "name").unwrap_or_default(),
            "table-properties" if attribute(tag, "display").as_deref() == Some("false") => {
                self.hidden.insert(self.style.clone());
            }
            "table" => return self.begin_sheet(tag),
            "table-row" => {
                (self.row_repeats, self.column) = (count("number-rows-repeated"), 0);
                if is_hidden(tag)
                    && let Some(sheet) = &mut self.sheet
                {
                    sheet.hidden.add_rows(self.row, self.row.saturating_add(self.row_repeats - 1));
                }
            }
            "table-column" => {
                let (first, repeats) = (self.columns, count("number-columns-repeated"));
                self.columns = first.saturating_add(repeats);
                if is_hidden(tag)
                    && let Some(sheet) = &mut self.sheet
                {
                    sheet.hidden.add_columns(first, first.saturating_add(repeats - 1));
                }
            }
            "table-cell" | "covered-table-cell" => {
                let (rows, columns) = (count("number-rows-spanned"), count("number-columns-spanned"));
                if rows > 1 || columns > 1 {
                    self.merge(rows, columns)?;
                }
                self.cell = Some(Cell::begin(tag, count("number-columns-repeated")));
            }
            "named-range" | "named-expression" => self.opened.names.extend(attribute(tag, "name")),
            "p" => {
                if let Some(cell) = &mut self.cell {
                    if cell.paragraphs > 0 {
                        cell.text.push('\n');
                    }
                    cell.paragraphs += 1;
                    cell.in_paragraph = true;
                }
            }
            "s" => {
                let spaces = attribute(tag, "c").and_then(|n| n.parse().ok()).unwrap_or(1usize).min(MOST_SPACES);
                self.add(&" ".repeat(spaces));
            }
            "tab" => self.add("\t"),
            "line-break" => self.add("\n"),
            _ => {}
        }
        Ok(())
    }

    fn begin_sheet(&mut self, tag: &BytesStart<'_>) -> Result<(), Error> {
        if self.opened.sheets.len() >= MOST_SHEETS {
            return Err(Error::TooLarge(format!("工作表超过 {MOST_SHEETS} 张")));
        }
        let name = attribute(tag, "name").unwrap_or_default();
        let visible = attribute(tag, "style-name").is_none_or(|style| !self.hidden.contains(&style));
        self.sheet = Some(OpenedSheet::new(name.clone(), visible, Grid::new(&name)));
        (self.row, self.columns, self.areas) = (0, 0, Vec::new());
        Ok(())
    }

    fn merge(&mut self, rows: u32, columns: u32) -> Result<(), Error> {
        if self.areas.len() >= MOST_AREAS {
            return Err(Error::TooLarge("合并单元格过多".to_owned()));
        }
        let from = (self.row, self.column);
        self.areas.push((from, (from.0.saturating_add(rows - 1), from.1.saturating_add(columns - 1))));
        Ok(())
    }

    fn add(&mut self, text: &str) {
        if let Some(note) = self.note.as_mut().filter(|note| note.in_paragraph) {
            note.words.add(text);
        }
        if let Some(cell) = self.cell.as_mut().filter(|cell| cell.in_paragraph && self.skipping == 0) {
            cell.text.push_str(text);
        }
    }

    fn close(&mut self, name: &str) -> Result<(), Error> {
        if self.skipping > 0 {
            self.skipping -= 1;
            if let Some(note) = self.note.as_mut().filter(|_| name == "p") {
                note.in_paragraph = false;
                note.words.end_line();
            }
            if self.skipping == 0
                && let (Some(note), Some(sheet)) = (self.note.take(), &mut self.sheet)
            {
                sheet.notes.add(&sheet.name, place_name((self.row, self.column)), note.words);
            }
            return Ok(());
        }
        match name {
            "p" => {
                if let Some(cell) = &mut self.cell {
                    cell.in_paragraph = false;
                }
            }
            "table-cell" | "covered-table-cell" => {
                self.budget.count()?;
                let Some(cell) = self.cell.take() else { return Ok(()) };
                let (repeats, percent) = (cell.repeats, cell.kind == "percentage");
                let content = cell.content();
                if content != Content::Empty {
                    self.cells.push((self.column, repeats, content, percent));
                }
                self.column = self.column.saturating_add(repeats);
            }
            "table-row" => self.end_row()?,
            "table" => {
                let Some(mut sheet) = self.sheet.take() else { return Ok(()) };
                for (from, to) in std::mem::take(&mut self.areas) {
                    sheet.grid.merge(from, to)?;
                }
                self.opened.sheets.push(sheet);
            }
            _ => {}
        }
        Ok(())
    }

    /// Puts the cells of a row into their places; a row that says nothing costs nothing, however often it is repeated.
    fn end_row(&mut self) -> Result<(), Error> {
        let cells = std::mem::take(&mut self.cells);
        if let Some(sheet) = self.sheet.as_mut().filter(|_| !cells.is_empty()) {
            for row in 0..self.row_repeats {
                for (column, repeats, content, percent) in &cells {
                    for further in 0..*repeats {
                        self.budget.count()?;
                        let at = (self.row.saturating_add(row), column.saturating_add(further));
                        sheet.grid.put(at, content.clone(), *percent, &mut self.budget)?;
                    }
                }
            }
        }
        self.row = self.row.saturating_add(self.row_repeats);
        Ok(())
    }
}

impl Note {
    fn open(&mut self, name: &str) {
        match name {
            "p" => self.in_paragraph = true,
            "s" | "tab" | "line-break" => self.words.end_line(),
            _ => {}
        }
    }
}

/// Returns true for a row or column that is hidden or filtered out.
fn is_hidden(tag: &BytesStart<'_>) -> bool {
    attribute(tag, "visibility").is_some_and(|said| matches!(said.as_str(), "collapse" | "filter"))
}

impl Cell {
    fn begin(tag: &BytesStart<'_>, repeats: u32) -> Cell {
        let value = |name: &str| own_attribute(tag, name);
        let kind = value("office:value-type").unwrap_or_default();
        let held = match kind.as_str() {
            "date" => "office:date-value",
            "time" => "office:time-value",
            "boolean" => "office:boolean-value",
            "string" => "office:string-value",
            _ => "office:value",
        };
        Cell {
            repeats,
            value: value(held),
            is_formula: attribute(tag, "formula").is_some(),
            is_error: value("calcext:value-type").as_deref() == Some("error"),
            kind,
            ..Cell::default()
        }
    }

    fn content(self) -> Content {
        let text = if self.paragraphs > 0 { self.text } else { self.value.clone().unwrap_or_default() };
        match self.kind.as_str() {
            _ if self.is_error => Content::Error(text),
            "float" | "percentage" | "currency" => {
                match self.value.as_deref().and_then(|value| value.trim().parse::<f64>().ok()).filter(|value| value.is_finite()) {
                    Some(value) => number(value),
                    // A number without its value: what is shown may be rounded.
                    None => Content::FormulaWithoutValue,
                }
            }
            "date" | "time" => Content::Text(self.value.unwrap_or(text).replace('T', " ").trim_end_matches(" 00:00:00").to_owned()),
            "boolean" => Content::Text(if self.value.as_deref() == Some("true") { "TRUE" } else { "FALSE" }.to_owned()),
            "" if self.is_formula && text.is_empty() => Content::FormulaWithoutValue,
            _ if self.is_formula && is_error(&text) => Content::Error(text),
            _ => words_or_empty(&text),
        }
    }
}

/// Returns true for what a failed formula shows, in LibreOffice too.
fn is_error(text: &str) -> bool {
    ["#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#NULL!", "Err:"].iter().any(|error| text.starts_with(error))
}
