//! The same work done by the libraries alone, as short as it can be written: what the program's times are measured by.

use calamine::{DataRef, Reader, Xlsx};
use rusqlite::Connection;
use rust_xlsxwriter::{Format, Workbook};
use std::fs::File;
use std::io::{BufReader, Cursor, Read, Seek};
use std::path::{Path, PathBuf};

/// What stands in a cell.
pub enum Value {
    /// Nothing, but the cell is there.
    Blank,
    /// A number.
    Number(f64),
    /// Words.
    Text(String),
}

/// The sheets of a workbook: names, and every cell with its place.
pub type Sheets = Vec<(String, Vec<(u32, u16, Value)>)>;

/// Visits every cell of every sheet of the files, and returns how many there are.
pub fn read_all(files: &[PathBuf]) -> usize {
    let count = |file: &PathBuf| {
        let mut cells = 0;
        visit(BufReader::new(File::open(file).expect("the file is there")), |_, _, _, _| cells += 1);
        cells
    };
    files.iter().map(count).sum()
}

/// Returns every cell of a workbook.
pub fn cells(workbook: &[u8]) -> Sheets {
    let mut sheets: Sheets = Vec::new();
    visit(Cursor::new(workbook), |sheet, row, column, value| {
        if sheets.last().is_none_or(|(name, _)| name != sheet) {
            sheets.push((sheet.to_owned(), Vec::new()));
        }
        let value = match value {
            DataRef::Empty => Value::Blank,
            DataRef::Int(whole) => Value::Number(*whole as f64),
            DataRef::Float(number) => Value::Number(*number),
            DataRef::String(text) => Value::Text(text.clone()),
            DataRef::SharedString(text) => Value::Text((*text).to_owned()),
            other => panic!("a form holds no {other:?}"),
        };
        sheets.last_mut().expect("it was just put there").1.push((row, column as u16, value));
    });
    sheets
}

fn visit(workbook: impl Read + Seek, mut see: impl FnMut(&str, u32, u32, &DataRef<'_>)) {
    let mut book = Xlsx::new(workbook).expect("the program wrote it");
    for sheet in book.sheet_names() {
        let mut cells = book.worksheet_cells_reader(&sheet).expect("a sheet that is listed is there");
        while let Some(cell) = cells.next_cell().expect("the sheet is whole") {
            let (row, column) = cell.get_position();
            see(&sheet, row, column, cell.get_value());
        }
    }
}

/// Writes a workbook with these cells: texts and numbers as they are, blank cells with one format, nothing else.
pub fn write(sheets: &Sheets) -> Vec<u8> {
    let mut workbook = Workbook::new();
    let blank = Format::new().set_unlocked();
    for (name, cells) in sheets {
        let sheet = workbook.add_worksheet().set_name(name).expect("the program gave it that name");
        for (row, column, value) in cells {
            let written = match value {
                Value::Blank => sheet.write_blank(*row, *column, &blank),
                Value::Number(number) => sheet.write_number(*row, *column, *number),
                Value::Text(text) => sheet.write_string(*row, *column, text),
            };
            written.expect("it came out of a workbook");
        }
    }
    workbook.save_to_buffer().expect("memory can be written")
}

/// Inserts a table's rows of a ledger into an empty file: one transaction, one statement, no index but the key, no trigger.
pub struct Insertion {
    sql: String,
    rows: Vec<Vec<rusqlite::types::Value>>,
    make: String,
}

impl Insertion {
    /// Returns the insertion of the rows a query finds in a ledger; `key` is the primary key of the table.
    pub fn of(ledger: &Path, query: &str, key: &str) -> Insertion {
        let db = Connection::open(ledger).expect("the ledger is there");
        let mut statement = db.prepare(query).expect("the query fits the schema");
        let names: Vec<String> = statement.column_names().map(str::to_owned).collect();
        let columns = 0..names.len();
        let rows = statement.query_map([], |row| columns.clone().map(|column| row.get(column)).collect()).expect("the query runs");
        let rows = rows.collect::<Result<_, _>>().expect("the rows are readable");
        let places = names.iter().map(|_| "?").collect::<Vec<_>>().join(", ");
        let sql = format!("INSERT INTO bare VALUES ({places})");
        let make = format!("CREATE TABLE bare ({}, PRIMARY KEY ({key})) WITHOUT ROWID", names.join(", "));
        Insertion { sql, rows, make }
    }

    /// Returns how many rows there are.
    pub fn rows(&self) -> usize {
        self.rows.len()
    }

    /// Makes the file and inserts the rows; only the latter is the work.
    pub fn run(&self, path: &Path) -> std::time::Duration {
        let mut db = Connection::open(path).expect("the folder can be written");
        db.pragma_update(None, "journal_mode", "WAL").expect("the disk takes a WAL");
        db.pragma_update(None, "synchronous", "FULL").expect("it is a setting");
        db.execute_batch(&self.make).expect("the table is new");
        let started = std::time::Instant::now();
        let transaction = db.transaction().expect("nobody else writes");
        let mut statement = transaction.prepare(&self.sql).expect("the statement fits the table");
        for row in &self.rows {
            statement.execute(rusqlite::params_from_iter(row)).expect("the row fits the table");
        }
        drop(statement);
        transaction.commit().expect("there is room");
        started.elapsed()
    }
}
