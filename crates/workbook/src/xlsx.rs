//! Workbooks of Excel (.xlsx), streamed by calamine.

use crate::content::Content;
use crate::grid::{Budget, Grid, Place, number, place_name, words_or_empty};
use crate::number_format::is_percent;
use crate::opened::{Opened, OpenedSheet};
use crate::saved::{Saved, of_core_properties};
use crate::xlsx_parts::Parts;
use crate::{Error, hidden, xlsx_notes};
use calamine::{DataRef, ExcelDateTime, Reader, SheetType, SheetVisible, Xlsx};
use std::collections::HashSet;
use std::io::Cursor;

type Book<'a> = Xlsx<Cursor<&'a [u8]>>;

/// Opens a workbook; where there are no formulas, none is looked for.
///
/// # Errors
/// If it cannot be read or holds too much.
pub fn open(bytes: &[u8], formulas: bool) -> Result<Opened, Error> {
    let mut book: Book<'_> = Xlsx::new(Cursor::new(bytes)).map_err(|error| Error::Broken(error.to_string()))?;
    let mut budget = Budget::default();
    let mut opened = Opened::default();
    let mut parts = Parts::open(bytes)?;
    for meta in book.sheets_metadata().to_vec() {
        if meta.typ == SheetType::WorkSheet {
            let unsaved = if formulas { unsaved_formulas(&mut book, &meta.name)? } else { HashSet::new() };
            let grid = read(&mut book, &meta.name, &unsaved, &mut budget)?;
            let hidden = parts.sheet(&meta.name).and_then(|part| parts.text(&part).ok()).map(|xml| hidden::of_sheet(&xml));
            opened.sheets.push(OpenedSheet {
                notes: xlsx_notes::of_sheet(&mut parts, &meta.name),
                name: meta.name,
                visible: meta.visible == SheetVisible::Visible,
                grid,
                hidden: hidden.unwrap_or_default(),
            });
        }
    }
    if let Ok(properties) = book.workbook_properties() {
        opened.properties.extend(properties.custom_properties);
    }
    opened.saved = saved(&mut parts);
    opened.names.extend(book.defined_names().iter().map(|(name, _)| name.clone()));
    Ok(opened)
}

/// Returns who saved it last; a file that does not say is as good.
fn saved(parts: &mut Parts<'_>) -> Saved {
    parts.text("docProps/core.xml").ok().map(|xml| of_core_properties(&xml)).unwrap_or_default()
}

fn read(book: &mut Book<'_>, sheet: &str, unsaved: &HashSet<Place>, budget: &mut Budget) -> Result<Grid, Error> {
    let mut grid = Grid::new(sheet);
    let mut at = (0, 0);
    let mut cells = book.worksheet_cells_reader(sheet).map_err(|error| unreadable(sheet, at, error))?;
    let percent: Vec<bool> =
        cells.styles().iter().map(|style| style.number_format.as_ref().is_some_and(|format| is_percent(&format.format_code))).collect();
    while let Some((cell, style)) = cells.next_cell_with_style_id().map_err(|error| unreadable(sheet, at, error))? {
        at = cell.get_position();
        budget.count()?;
        let content = match content_of(cell.get_value()) {
            Content::Empty if unsaved.contains(&at) => Content::FormulaWithoutValue,
            content => content,
        };
        grid.put(at, content, percent.get(style).copied().unwrap_or(false), budget)?;
    }
    drop(cells);
    for area in book.merge_cells_by_sheet_name(sheet).map_err(|error| unreadable(sheet, at, error))? {
        grid.merge(area.start, area.end)?;
    }
    Ok(grid)
}

/// Returns where formulas stand that were saved without a result: they look empty, but nobody deleted anything.
fn unsaved_formulas(book: &mut Book<'_>, sheet: &str) -> Result<HashSet<Place>, Error> {
    let mut at = (0, 0);
    let mut budget = Budget::default();
    let mut found = HashSet::new();
    let mut cells = book.worksheet_cells_reader(sheet).map_err(|error| unreadable(sheet, at, error))?;
    while let Some(cell) = cells.next_cell_with_formula_metadata().map_err(|error| unreadable(sheet, at, error))? {
        at = cell.pos;
        if cell.formula.is_some() && cell.value == DataRef::Empty {
            budget.count()?;
            found.insert(at);
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
        DataRef::DateTime(date) => Content::Text(day(date)),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => Content::Text(text.clone()),
        DataRef::Error(error) => Content::Error(error.to_string()),
    }
}

/// Returns a moment as it is written: a day, and a time where there is one.
pub fn day(date: &ExcelDateTime) -> String {
    let (year, month, day, hour, minute, ..) = date.to_ymd_hms_milli();
    let time = if (hour, minute) == (0, 0) { String::new() } else { format!(" {hour:02}:{minute:02}") };
    format!("{year}-{month:02}-{day:02}{time}")
}

fn unreadable(sheet: &str, at: Place, error: calamine::XlsxError) -> Error {
    Error::Broken(format!("工作表“{sheet}”在 {} 单元格附近读不下去：{error}", place_name(at)))
}
