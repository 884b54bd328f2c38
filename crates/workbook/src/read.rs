//! Reading a returned form.

use crate::Error;
use crate::cell_notes::CellNotes;
use crate::codes::Problem;
use crate::codes::ProblemCode;
use crate::columns::{Column, NO_ENTRIES, ORIGIN_SHEET, TOLD};
use crate::grid::Grid;
use crate::header::{self, Header, Kind};
use crate::opened::{OpenedSheet, open};
use crate::origin::Origin;
use crate::returned::{Cell, Return, ReturnRow};
use crate::token::RowId;
use crate::token::{HEADER_PREFIX, looks_like_token, read_token};
use domain::Uid;
use std::collections::{BTreeMap, HashMap};

/// A sheet with a header that was found.
struct Sheet {
    name: String,
    grid: Grid,
    header_row: u32,
    header: Header,
}

impl Sheet {
    /// Returns true if the sheet alone looks like one of a form. Many a table has a column 进展情况: that is ours only with
    /// row ids, or with every column that was sent.
    fn is_ours(&self) -> bool {
        let has = |column: Column| self.header.columns.contains_key(&column);
        let mut ids_apart = TOLD.iter().map(|(column, _)| *column).filter(|column| *column != Column::Id);
        self.header.kind == Kind::Entries || has(Column::Id) || ids_apart.all(has)
    }
}

/// Reads the bytes of a returned form (.xlsx, .xls, .ods, .csv; told by content), wherever its rows and columns have gone.
///
/// # Errors
/// Only if nothing of the form can be read: not a workbook, broken, too large, unsafe, no header. What is odd about
/// single rows and columns is in [`Return::problems`].
pub fn read_return(bytes: &[u8]) -> Result<Return, Error> {
    let mut opened = open(bytes)?;
    let mut notes = CellNotes::default();
    opened.sheets.iter().for_each(|sheet| notes.extend(&sheet.notes));
    let mut problems = Vec::new();
    let mut origin = Origin::default();
    let sheets = with_header(std::mem::take(&mut opened.sheets), &mut origin, &mut problems);
    if sheets.is_empty() {
        return Err(Error::NotAReturn);
    }
    for sheet in &sheets {
        origin.see_header(&sheet.header);
        origin.see_lines_above(&sheet.grid, sheet.header_row);
    }
    origin.see_properties(&opened);
    let exchange = origin.exchange();
    if exchange.is_none() && !origin.names_unit_and_period() && !sheets.iter().any(Sheet::is_ours) {
        return Err(Error::NotAReturn);
    }
    problems.extend(origin.problems());
    let (mut rows, mut told) = (Vec::new(), Vec::new());
    let mut ignored_columns = Vec::new();
    for sheet in &sheets {
        problems.extend(header_problems(sheet));
        ignored_columns.extend(sheet.header.ignored.iter().cloned());
        let exchange = exchange.map(|(id, _)| id);
        match sheet.header.kind {
            Kind::Entries => rows.extend(rows_of(sheet, exchange, Column::Indicator, Column::field)),
            Kind::Told => told.extend(rows_of(sheet, exchange, Column::Measure, Column::passage)),
        }
    }
    mark_duplicates(&mut rows);
    mark_duplicates(&mut told);
    problems.extend(rows.iter().filter_map(|row| row_problem(row, &row.indicator, exchange.is_some())));
    problems.extend(told.iter().filter_map(|row| row_problem(row, &row.measure, exchange.is_some())));
    Ok(Return {
        exchange: exchange.map(|(id, _)| id),
        exchange_source: exchange.map(|(_, source)| source),
        unit: origin.unit(),
        period: origin.period(),
        units: origin.units(),
        periods: origin.periods(),
        saved: opened.saved,
        rows,
        told,
        problems,
        ignored_columns,
        notes,
    })
}

fn with_header(opened: Vec<OpenedSheet>, origin: &mut Origin, problems: &mut Vec<Problem>) -> Vec<Sheet> {
    let mut sheets = Vec::new();
    for OpenedSheet { name, visible, grid, .. } in opened {
        if name.starts_with(ORIGIN_SHEET) {
            origin.see_sheet(&grid);
            continue;
        }
        match find_header(&grid) {
            Some((header_row, header)) => sheets.push(Sheet { name, grid, header_row, header }),
            None if visible && !grid.is_empty() && !grid.says(NO_ENTRIES) => {
                problems.push(Problem { code: ProblemCode::SheetWithoutHeader, sheet: Some(name), row_number: None, detail: String::new() })
            }
            None => {}
        }
    }
    sheets
}

fn find_header(grid: &Grid) -> Option<(u32, Header)> {
    let (row, mut header) = grid.rows().find_map(|row| {
        let texts = grid.texts(row);
        Some((row, header::read(texts.iter().map(|(column, text)| (*column, text.as_str())))?))
    })?;
    if !header.columns.contains_key(&Column::Id)
        && let Some(column) = column_of_tokens(grid, row)
    {
        header.columns.insert(Column::Id, column);
    }
    Some((row, header))
}

/// Returns the column with row ids where its heading was overwritten.
fn column_of_tokens(grid: &Grid, header_row: u32) -> Option<u32> {
    grid.rows()
        .filter(|row| *row > header_row)
        .find_map(|row| grid.texts(row).into_iter().find(|(_, text)| looks_like_token(text)).map(|(column, _)| column))
}

fn header_problems(sheet: &Sheet) -> Vec<Problem> {
    let problem = |code, detail: &str| Problem {
        code,
        sheet: Some(sheet.name.clone()),
        row_number: Some(sheet.header_row + 1),
        detail: detail.to_owned(),
    };
    let has = |column: Column| sheet.header.columns.contains_key(&column);
    let mut problems: Vec<Problem> = sheet.header.twice.iter().map(|heading| problem(ProblemCode::ColumnTwice, heading)).collect();
    if !has(Column::Id) {
        problems.push(problem(ProblemCode::IdsMissing, ""));
    }
    let entries = Column::ALL.into_iter().filter(|column| sheet.header.kind.asks(*column) && !has(*column));
    problems.extend(entries.map(|column| problem(ProblemCode::ColumnMissing, column.heading())));
    problems
}

/// Returns the rows of a sheet: `naming` is the column whose words the row ids know, `key` says what is entered in a column.
fn rows_of<K: Ord>(sheet: &Sheet, exchange: Option<Uid>, naming: Column, key: fn(Column) -> Option<K>) -> Vec<ReturnRow<K>> {
    let mut rows = Vec::new();
    for row in sheet.grid.rows().filter(|row| *row > sheet.header_row) {
        let text = |column: Column| sheet.header.columns.get(&column).map(|at| sheet.grid.text(row, *at));
        let token = text(Column::Id).unwrap_or_default();
        let cells = entry_cells(sheet, row, key);
        let entered = cells.values().any(|cell| cell.content.is_filled());
        let repeated_header = token.starts_with(HEADER_PREFIX);
        if repeated_header || (token.is_empty() && !entered) {
            continue;
        }
        let id = match exchange {
            _ if token.is_empty() => RowId::Missing,
            Some(exchange) => read_token(exchange, &token, text(naming).as_deref()),
            // Without the exchange the check code proves nothing.
            None => RowId::Damaged(token),
        };
        rows.push(ReturnRow {
            sheet: sheet.name.clone(),
            row_number: row + 1,
            id,
            number: text(Column::Number).unwrap_or_default(),
            measure: text(Column::Measure).unwrap_or_default(),
            indicator: text(Column::Indicator).unwrap_or_default(),
            cells,
        });
    }
    rows
}

fn entry_cells<K: Ord>(sheet: &Sheet, row: u32, key: fn(Column) -> Option<K>) -> BTreeMap<K, Box<Cell>> {
    let columns = sheet.header.columns.iter();
    let keys = columns.filter_map(|(column, at)| Some((key(*column)?, *at)));
    keys.map(|(key, at)| {
        let held = sheet.grid.cell(row, at);
        (key, Box::new(Cell { column: at, content: held.content, percent_format: held.percent_format }))
    })
    .collect()
}

/// Of several rows with one id nobody can tell which is meant: each is marked, none is believed.
fn mark_duplicates<K: Ord>(rows: &mut [ReturnRow<K>]) {
    let mut seen: HashMap<Uid, usize> = HashMap::new();
    for row in rows.iter() {
        if let RowId::Known(id) | RowId::Reworded(id) = row.id {
            *seen.entry(id).or_default() += 1;
        }
    }
    for row in rows {
        if let RowId::Known(id) | RowId::Reworded(id) = row.id
            && seen[&id] > 1
        {
            row.id = RowId::Duplicate(id);
        }
    }
}

fn row_problem<K: Ord>(row: &ReturnRow<K>, name: &str, exchange_known: bool) -> Option<Problem> {
    let code = match &row.id {
        RowId::Known(_) => return None,
        // Said once for the whole file.
        RowId::Damaged(_) if !exchange_known => return None,
        RowId::Missing => ProblemCode::RowWithoutId,
        RowId::Damaged(_) => ProblemCode::RowIdDamaged,
        RowId::Duplicate(_) => ProblemCode::RowIdDuplicate,
        RowId::Reworded(_) => ProblemCode::RowReworded,
    };
    Some(Problem { code, sheet: Some(row.sheet.clone()), row_number: Some(row.row_number), detail: name.to_owned() })
}
