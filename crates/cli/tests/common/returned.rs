//! A workbook as a unit sends it back: the file that was sent, with cells of its sheet changed.

use domain::Field;
use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::{Path, PathBuf};
use workbook::RowId;

const SHEET: &str = "xl/worksheets/sheet1.xml";

/// What a person puts into a cell.
pub enum Put<'a> {
    Number(f64),
    Text(&'a str),
    Nothing,
}

/// A workbook being filled in.
pub struct Returned {
    bytes: Vec<u8>,
}

impl Returned {
    pub fn of(path: &Path) -> Returned {
        Returned { bytes: fs::read(path).unwrap() }
    }

    /// Where the cell of an indicator stands, as the spreadsheet shows it.
    pub fn place(&self, indicator: &str, field: Field) -> (String, u32) {
        let uid = indicator.parse().unwrap();
        let read = workbook::read_return(&self.bytes).unwrap();
        let row = read.rows.iter().find(|row| row.id == RowId::Known(uid)).expect("the row is in the workbook");
        (row.cells[&field].letter(), row.row_number)
    }

    /// Fills in the cell of an indicator.
    pub fn put(self, indicator: &str, field: Field, put: Put) -> Returned {
        let (column, row) = self.place(indicator, field);
        self.put_at(&format!("{column}{row}"), put)
    }

    /// Fills in a cell by its place.
    pub fn put_at(self, place: &str, put: Put) -> Returned {
        Returned { bytes: with_part(&self.bytes, SHEET, |sheet| with_cell(sheet, place, &put)) }
    }

    pub fn save(&self, path: PathBuf) -> PathBuf {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, &self.bytes).unwrap();
        path
    }
}

/// Returns the sheet with another content in a cell; its style stays.
fn with_cell(sheet: &str, place: &str, put: &Put) -> String {
    let start = sheet.find(&format!("<c r=\"{place}\"")).unwrap_or_else(|| panic!("no cell {place}"));
    let tag = start + sheet[start..].find('>').unwrap() + 1;
    let end = if sheet[..tag].ends_with("/>") { tag } else { tag + sheet[tag..].find("</c>").unwrap() + "</c>".len() };
    let style = sheet[start..tag].split("s=\"").nth(1).map(|rest| rest.split('"').next().unwrap()).unwrap_or("0");
    let cell = match put {
        Put::Number(number) => format!("<c r=\"{place}\" s=\"{style}\"><v>{number}</v></c>"),
        Put::Text(text) => format!("<c r=\"{place}\" s=\"{style}\" t=\"inlineStr\"><is><t>{text}</t></is></c>"),
        Put::Nothing => format!("<c r=\"{place}\" s=\"{style}\"/>"),
    };
    [&sheet[..start], &cell, &sheet[end..]].concat()
}

/// Returns the container with one part changed.
fn with_part(bytes: &[u8], name: &str, change: impl Fn(&str) -> String) -> Vec<u8> {
    let mut old = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut new = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..old.len() {
        let mut file = old.by_index(index).unwrap();
        let part = file.name().unwrap().into_owned();
        let mut text = String::new();
        file.read_to_string(&mut text).unwrap();
        new.start_file(&part, zip::write::SimpleFileOptions::default()).unwrap();
        new.write_all(if part == name { change(&text) } else { text }.as_bytes()).unwrap();
    }
    new.finish().unwrap().into_inner()
}
