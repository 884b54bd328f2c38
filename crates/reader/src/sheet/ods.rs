//! Sheets of an OpenDocument workbook (.ods), streamed: it keeps what each cell shows as text.

use super::{Area, Sheets};
use crate::Error;
use crate::package::{Package, attribute, entity};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::HashSet;

/// A row that says something is repeated at most so often; empty ones cost nothing.
const MOST_REPEATED: u32 = 1000;

/// Returns the lines of an .ods.
pub fn lines(name: &str, package: &mut Package<'_>) -> Result<(Vec<String>, Vec<String>), Error> {
    let xml = package.part("content.xml")?.unwrap_or_default();
    let mut book = Book::default();
    let mut reader = Reader::from_str(&xml);
    reader.config_mut().check_end_names = false;
    loop {
        let result = match reader.read_event() {
            Ok(Event::Start(tag)) => book.open(&tag),
            Ok(Event::Empty(tag)) => book.open(&tag).and_then(|()| book.close(tag.local_name().as_ref())),
            Ok(Event::End(tag)) => book.close(tag.local_name().as_ref()),
            Ok(Event::Text(text)) => book.add(&text),
            Ok(Event::GeneralRef(reference)) => book.add(&entity(&reference)),
            Ok(Event::DocType(_)) => return Err(Error::Damaged { name: name.to_owned(), what: "含有 DOCTYPE 声明".to_owned() }),
            Ok(Event::Eof) => break,
            Ok(_) => Ok(()),
            Err(_) => {
                book.sheets.tell("表格后部已损坏，只读出前面的部分".to_owned());
                break;
            }
        };
        result.map_err(|what| Error::TooLarge { name: name.to_owned(), what })?;
    }
    if book.is_return {
        return Err(super::sent_form(name));
    }
    book.sheets.lines(name)
}

#[derive(Default)]
struct Book {
    sheets: Sheets,
    /// Styles of sheets that are not shown.
    hidden: HashSet<String>,
    style: String,
    skips_sheet: bool,
    is_return: bool,
    row: u32,
    row_repeats: u32,
    column: u32,
    /// The cells of the row: column, how often repeated, text.
    cells: Vec<(u32, u32, String)>,
    /// The cell being read.
    cell: Option<Cell>,
    /// How deep we are in notes, drawings and nested tables.
    skipping: usize,
}

#[derive(Default)]
struct Cell {
    text: String,
    repeats: u32,
    day: Option<String>,
    in_paragraph: bool,
}

impl Book {
    fn open(&mut self, tag: &BytesStart<'_>) -> Result<(), String> {
        let name = tag.local_name();
        let name = name.as_ref();
        if self.skipping > 0 || matches!(name, "annotation" | "shapes" | "frame" | "tracked-changes") {
            self.skipping += 1;
            return Ok(());
        }
        let count = |name: &str| attribute(tag, name).and_then(|n| n.parse::<u32>().ok()).unwrap_or(1).max(1);
        match name {
            "style" => self.style = attribute(tag, "name").unwrap_or_default(),
            "table-properties" if attribute(tag, "display").as_deref() == Some("false") => drop(self.hidden.insert(self.style.clone())),
            "table" => {
                let title = attribute(tag, "name").unwrap_or_default();
                self.is_return |= title.to_ascii_lowercase().starts_with("_yaodian");
                self.skips_sheet = attribute(tag, "style-name").is_some_and(|style| self.hidden.contains(&style));
                if self.skips_sheet {
                    self.sheets.tell(format!("隐藏的工作表“{title}”未读入"));
                } else {
                    self.sheets.begin(&title);
                }
                self.row = 0;
            }
            "table-row" => (self.row_repeats, self.column) = (count("number-rows-repeated"), 0),
            "table-cell" | "covered-table-cell" => {
                let repeats = count("number-columns-repeated");
                let (rows, columns) = (count("number-rows-spanned"), count("number-columns-spanned"));
                if rows > 1 || columns > 1 {
                    let from = (self.row, self.column);
                    self.sheets.merge(Area { from, to: (from.0.saturating_add(rows - 1), from.1.saturating_add(columns - 1)) });
                }
                let day = attribute(tag, "date-value").map(|day| day.split('T').next().unwrap_or_default().to_owned());
                self.cell = Some(Cell { repeats, day, ..Cell::default() });
            }
            "p" => {
                if let Some(cell) = &mut self.cell {
                    cell.in_paragraph = true;
                    if !cell.text.is_empty() {
                        cell.text.push(' ');
                    }
                }
            }
            "s" | "tab" | "line-break" => self.add(" ")?,
            _ => {}
        }
        Ok(())
    }

    fn add(&mut self, text: &str) -> Result<(), String> {
        if let Some(cell) = self.cell.as_mut().filter(|cell| cell.in_paragraph && self.skipping == 0) {
            cell.text.push_str(text);
        }
        Ok(())
    }

    fn close(&mut self, name: &str) -> Result<(), String> {
        if self.skipping > 0 {
            self.skipping -= 1;
            return Ok(());
        }
        match name {
            "p" => {
                if let Some(cell) = &mut self.cell {
                    cell.in_paragraph = false;
                }
            }
            "table-cell" | "covered-table-cell" => {
                let Some(cell) = self.cell.take() else { return Ok(()) };
                let repeats = cell.repeats;
                let text = cell.shown();
                if !text.is_empty() {
                    self.cells.push((self.column, repeats.min(64), text));
                }
                self.column = self.column.saturating_add(repeats);
            }
            "table-row" => {
                let cells = std::mem::take(&mut self.cells);
                for row in 0..if cells.is_empty() || self.skips_sheet { 0 } else { self.row_repeats.min(MOST_REPEATED) } {
                    for (column, repeats, text) in &cells {
                        for further in 0..*repeats {
                            self.sheets.put(self.row.saturating_add(row), column.saturating_add(further), text)?;
                        }
                    }
                }
                self.row = self.row.saturating_add(self.row_repeats);
            }
            _ => {}
        }
        Ok(())
    }
}

impl Cell {
    /// Returns what the cell shows; a day as plans write it where the cell shows it otherwise (12/31/26).
    fn shown(self) -> String {
        let text = self.text.trim();
        let leads_with_year = text.bytes().take(4).filter(u8::is_ascii_digit).count() == 4;
        match self.day {
            Some(day) if !text.contains(['年', '月']) && !leads_with_year => day,
            _ => text.to_owned(),
        }
    }
}
