//! Sheets of an Excel workbook (.xlsx), streamed: nothing is made room for but cells that hold something.

use super::shown::{self, Epoch};
use super::{Area, Sheets};
use crate::Error;
use crate::package::{Package, attribute, entity};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::HashMap;

/// The most shared texts, formats and sheets of a workbook.
const MOST_STRINGS: usize = 1_000_000;
const MOST_FORMATS: usize = 65_536;
const MOST_SHEETS: usize = 256;

/// What is wrong with a part, for [`Error::Damaged`], or which limit it passes, for [`Error::TooLarge`].
enum Fault {
    Damaged(String),
    TooLarge(String),
}

/// Returns the lines of a workbook whose main part is given.
pub fn lines(name: &str, package: &mut Package<'_>, main: &str) -> Result<(Vec<String>, Vec<String>), Error> {
    let book = Book::read(&package.part(main)?.unwrap_or_default()).map_err(|fault| fault.about(name))?;
    if book.is_return {
        return Err(super::sent_form(name));
    }
    let relations = package.relations(main)?;
    let mut part = |kind: &str| match relations.iter().find(|relation| relation.kind == kind) {
        Some(relation) => package.part(&relation.path),
        None => Ok(None),
    };
    let strings = strings(&part("sharedStrings")?.unwrap_or_default()).map_err(|fault| fault.about(name))?;
    let formats = formats(&part("styles")?.unwrap_or_default());
    let mut sheets = Sheets::default();
    for sheet in book.sheets.iter().take(MOST_SHEETS) {
        if sheet.hidden {
            sheets.tell(format!("隐藏的工作表“{}”未读入", sheet.name));
            continue;
        }
        let Some(path) = relations.iter().find(|relation| relation.id == sheet.relation && relation.kind == "worksheet").map(|r| &r.path)
        else {
            continue;
        };
        let xml = package.part(path)?.unwrap_or_default();
        sheets.begin(&sheet.name);
        match read_sheet(&xml, &strings, &formats, book.epoch, &mut sheets) {
            Err(Fault::Damaged(what)) => sheets.tell(format!("工作表“{}”后部已损坏，只读出前面的部分（{what}）", sheet.name)),
            other => other.map_err(|fault| fault.about(name))?,
        }
    }
    sheets.lines(name)
}

impl Fault {
    fn about(self, name: &str) -> Error {
        let name = name.to_owned();
        match self {
            Fault::Damaged(what) => Error::Damaged { name, what },
            Fault::TooLarge(what) => Error::TooLarge { name, what },
        }
    }
}

/// Hands every tag and every text of a part to `each`.
fn walk(xml: &str, mut each: impl FnMut(Piece<'_>) -> Result<(), Fault>) -> Result<(), Fault> {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().check_end_names = false;
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag)) => each(Piece::Open(&tag))?,
            Ok(Event::Empty(tag)) => {
                each(Piece::Open(&tag))?;
                each(Piece::Close(tag.local_name().as_ref()))?;
            }
            Ok(Event::End(tag)) => each(Piece::Close(tag.local_name().as_ref()))?,
            Ok(Event::Text(text)) => each(Piece::Text(&text))?,
            Ok(Event::CData(text)) => each(Piece::Text(&text))?,
            Ok(Event::GeneralRef(reference)) => each(Piece::Text(&entity(&reference)))?,
            Ok(Event::DocType(_)) => return Err(Fault::Damaged("含有 DOCTYPE 声明".to_owned())),
            Ok(Event::Eof) => return Ok(()),
            Ok(_) => {}
            Err(_) => return Err(Fault::Damaged(format!("第{}字节处的 XML 有误", reader.error_position()))),
        }
    }
}

enum Piece<'a> {
    Open(&'a BytesStart<'a>),
    Close(&'a str),
    Text(&'a str),
}

struct Book {
    sheets: Vec<Listed>,
    epoch: Epoch,
    /// It is a form this program sent out.
    is_return: bool,
}

struct Listed {
    name: String,
    relation: String,
    hidden: bool,
}

impl Book {
    fn read(xml: &str) -> Result<Book, Fault> {
        let mut book = Book { sheets: Vec::new(), epoch: Epoch::From1900, is_return: false };
        walk(xml, |piece| {
            let Piece::Open(tag) = piece else { return Ok(()) };
            let own = |name: &Option<String>| name.as_deref().is_some_and(|name| name.to_ascii_lowercase().starts_with("_yaodian"));
            match tag.local_name().as_ref() {
                "workbookPr" if matches!(attribute(tag, "date1904").as_deref(), Some("1" | "true")) => book.epoch = Epoch::From1904,
                "definedName" => book.is_return |= own(&attribute(tag, "name")),
                "sheet" => {
                    let name = attribute(tag, "name");
                    book.is_return |= own(&name);
                    let hidden = attribute(tag, "state").is_some_and(|state| state != "visible");
                    book.sheets.push(Listed { name: name.unwrap_or_default(), relation: attribute(tag, "id").unwrap_or_default(), hidden });
                }
                _ => {}
            }
            Ok(())
        })?;
        Ok(book)
    }
}

/// Returns the texts that cells refer to, without the readings of East Asian words.
fn strings(xml: &str) -> Result<Vec<String>, Fault> {
    let mut strings: Vec<String> = Vec::new();
    let (mut inside, mut reading) = (false, false);
    walk(xml, |piece| {
        match piece {
            Piece::Open(tag) => match tag.local_name().as_ref() {
                "si" if strings.len() >= MOST_STRINGS => return Err(Fault::TooLarge("文字条数过多".to_owned())),
                "si" => strings.push(String::new()),
                "t" => inside = true,
                "rPh" => reading = true,
                _ => {}
            },
            Piece::Close("t") => inside = false,
            Piece::Close("rPh") => reading = false,
            Piece::Text(text) if inside && !reading => {
                if let Some(last) = strings.last_mut() {
                    last.push_str(text);
                }
            }
            _ => {}
        }
        Ok(())
    })?;
    Ok(strings)
}

/// Returns the number format of each cell style. Styles that cannot be read leave numbers plain.
fn formats(xml: &str) -> Vec<String> {
    let mut codes: HashMap<u32, String> = HashMap::new();
    let mut formats = Vec::new();
    let mut in_cells = false;
    let _ = walk(xml, |piece| {
        match piece {
            Piece::Open(tag) => {
                let number = |name: &str| attribute(tag, name).and_then(|id| id.parse::<u32>().ok());
                match tag.local_name().as_ref() {
                    "numFmt" if codes.len() < MOST_FORMATS => {
                        if let (Some(id), Some(code)) = (number("numFmtId"), attribute(tag, "formatCode")) {
                            codes.insert(id, code);
                        }
                    }
                    "cellXfs" => in_cells = true,
                    "xf" if in_cells && formats.len() < MOST_FORMATS => {
                        let id = number("numFmtId").unwrap_or(0);
                        formats.push(codes.get(&id).cloned().unwrap_or_else(|| shown::built_in(id).to_owned()));
                    }
                    _ => {}
                }
            }
            Piece::Close("cellXfs") => in_cells = false,
            _ => {}
        }
        Ok(())
    });
    formats
}

#[derive(Default)]
struct Cell {
    place: (u32, u32),
    kind: String,
    style: usize,
    value: String,
    /// Inside the element that holds the value.
    inside: bool,
    formula: bool,
}

fn read_sheet(xml: &str, strings: &[String], formats: &[String], epoch: Epoch, sheets: &mut Sheets) -> Result<(), Fault> {
    let mut cell = Cell::default();
    let (mut next, mut in_cell, mut reading, mut unsaved) = ((0u32, 0u32), false, false, 0usize);
    walk(xml, |piece| {
        match piece {
            Piece::Open(tag) => match tag.local_name().as_ref() {
                "row" => next = (attribute(tag, "r").and_then(|r| r.parse::<u32>().ok()).map_or(next.0, |row| row.saturating_sub(1)), 0),
                "c" => {
                    in_cell = true;
                    cell = Cell {
                        place: attribute(tag, "r").and_then(|r| place(&r)).unwrap_or(next),
                        kind: attribute(tag, "t").unwrap_or_default(),
                        style: attribute(tag, "s").and_then(|s| s.parse().ok()).unwrap_or(0),
                        ..Cell::default()
                    };
                    next = (cell.place.0, cell.place.1.saturating_add(1));
                }
                "v" | "t" if in_cell && !reading => cell.inside = true,
                "rPh" => reading = true,
                "f" if in_cell => cell.formula = true,
                "mergeCell" => {
                    let corners = attribute(tag, "ref").unwrap_or_default();
                    let (from, to) = corners.split_once(':').unwrap_or((&corners, &corners));
                    if let (Some(from), Some(to)) = (place(from), place(to)) {
                        sheets.merge(Area { from, to });
                    }
                }
                _ => {}
            },
            Piece::Close("v" | "t") => cell.inside = false,
            Piece::Close("rPh") => reading = false,
            Piece::Close("row") => next = (next.0.saturating_add(1), 0),
            Piece::Close("c") if in_cell => {
                in_cell = false;
                unsaved += usize::from(cell.formula && cell.value.is_empty());
                let (row, column) = cell.place;
                sheets.put(row, column, &cell.shown(strings, formats, epoch)).map_err(Fault::TooLarge)?;
            }
            Piece::Text(text) if cell.inside => cell.value.push_str(text),
            _ => {}
        }
        Ok(())
    })?;
    if unsaved > 0 {
        sheets.tell(format!("有{unsaved}个公式单元格没有保存结果，已留空，请在 Excel 或 WPS 里打开后保存一次再导入"));
    }
    Ok(())
}

impl Cell {
    fn shown(&self, strings: &[String], formats: &[String], epoch: Epoch) -> String {
        match self.kind.as_str() {
            "s" => self.value.trim().parse::<usize>().ok().and_then(|at| strings.get(at)).cloned().unwrap_or_default(),
            "inlineStr" | "str" => self.value.clone(),
            "b" => if self.value.trim() == "1" { "是" } else { "否" }.to_owned(),
            // Of an ISO day the midnight says nothing.
            "d" => self.value.trim().split('T').next().unwrap_or_default().to_owned(),
            "e" => String::new(),
            _ => match self.value.trim().parse::<f64>() {
                Ok(value) => shown::shown(value, formats.get(self.style).map_or("", String::as_str), epoch),
                Err(_) => self.value.clone(),
            },
        }
    }
}

/// Returns the row and column of a reference like $B$7, counted from 0; none for an impossible one.
fn place(reference: &str) -> Option<(u32, u32)> {
    let plain: String = reference.chars().filter(|c| *c != '$').take(12).collect();
    let letters = plain.bytes().take_while(u8::is_ascii_alphabetic).count();
    if !(1..=3).contains(&letters) {
        return None;
    }
    let column = plain[..letters].bytes().fold(0, |sum, b| sum * 26 + u32::from(b.to_ascii_uppercase() - b'A') + 1);
    let row: u32 = plain[letters..].parse().ok()?;
    Some((row.checked_sub(1)?, column - 1))
}
