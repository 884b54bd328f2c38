//! Sheets of an old Excel workbook (.xls, BIFF8): its records are walked one by one, and nothing is made room for
//! but cells that hold something.

use super::shown::{self, Epoch};
use super::{Area, Sheets};
use crate::{Error, ole};
use std::collections::HashMap;

/// The most records walked: sheets may be said to begin anywhere, many at one place.
const MOST_RECORDS: usize = 4_000_000;
const MOST_SHEETS: usize = 256;

/// Returns the lines of an .xls.
pub fn lines(name: &str, bytes: &[u8]) -> Result<(Vec<String>, Vec<String>), Error> {
    let stream = ole::workbook(name, bytes)?;
    let mut left = MOST_RECORDS;
    let Some(book) = Book::read(&stream, &mut left) else {
        return Err(Error::Damaged { name: name.to_owned(), what: "不是 Excel 97—2003 的工作簿".to_owned() });
    };
    if book.encrypted {
        let advice = "请用密码打开，去掉密码，“另存为” .xlsx 再导入";
        return Err(Error::NotADocument { name: name.to_owned(), kind: "设了打开密码的工作簿", advice });
    }
    if book.sheets.iter().any(|sheet| sheet.name.to_ascii_lowercase().starts_with("_yaodian")) {
        return Err(super::sent_form(name));
    }
    let mut sheets = Sheets::default();
    for listed in book.sheets.iter().take(MOST_SHEETS) {
        if listed.hidden {
            sheets.tell(format!("隐藏的工作表“{}”未读入", listed.name));
            continue;
        }
        sheets.begin(&listed.name);
        book.sheet(stream.get(listed.offset..).unwrap_or_default(), &mut left, &mut sheets)
            .map_err(|what| Error::TooLarge { name: name.to_owned(), what })?;
    }
    if left == 0 {
        sheets.tell("工作簿里的记录过多，只读出前面的部分".to_owned());
    }
    sheets.lines(name)
}

/// Takes the next record: its kind and its content.
fn record<'a>(rest: &mut &'a [u8], left: &mut usize) -> Option<(u16, &'a [u8])> {
    *left = left.checked_sub(1)?;
    let (kind, length) = (word(rest, 0)?, usize::from(word(rest, 2)?));
    let content = rest.get(4..4 + length)?;
    *rest = &rest[4 + length..];
    Some((kind, content))
}

fn word(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

fn long(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

const BOF: u16 = 0x0809;
const EOF: u16 = 0x000a;
const CONTINUE: u16 = 0x003c;

#[derive(Default)]
struct Book {
    sheets: Vec<Listed>,
    strings: Vec<String>,
    /// Codes of number formats by their numbers.
    codes: HashMap<u16, String>,
    /// The number format of each cell style.
    styles: Vec<u16>,
    is_1904: bool,
    encrypted: bool,
}

struct Listed {
    name: String,
    offset: usize,
    hidden: bool,
}

impl Book {
    /// Reads what all sheets share; none if it is no BIFF8.
    fn read(stream: &[u8], left: &mut usize) -> Option<Book> {
        let mut rest = stream;
        let (first, head) = record(&mut rest, left)?;
        if first != BOF || word(head, 0)? != 0x0600 {
            return None;
        }
        let mut book = Book::default();
        while let Some((kind, content)) = record(&mut rest, left) {
            match kind {
                EOF => break,
                0x002f => book.encrypted = true,
                0x0022 => book.is_1904 = word(content, 0) == Some(1),
                0x0085 => {
                    // Charts and macros have other kinds than 0.
                    if let (Some(offset), Some([state, 0])) = (long(content, 0), content.get(4..6)) {
                        let name = Pieces::of(content.get(6..).unwrap_or_default()).short_text().unwrap_or_default();
                        book.sheets.push(Listed { name, offset: offset as usize, hidden: state & 3 != 0 });
                    }
                }
                0x041e => {
                    if let (Some(id), Some(code)) = (word(content, 0), Pieces::of(content.get(2..).unwrap_or_default()).text()) {
                        book.codes.insert(id, code);
                    }
                }
                0x00e0 => book.styles.push(word(content, 2).unwrap_or(0)),
                0x00fc => {
                    let mut parts = vec![content];
                    while word(rest, 0) == Some(CONTINUE) {
                        match record(&mut rest, left) {
                            Some((_, more)) => parts.push(more),
                            None => break,
                        }
                    }
                    book.strings = strings(parts);
                }
                _ => {}
            }
        }
        Some(book)
    }

    fn sheet(&self, mut rest: &[u8], left: &mut usize, sheets: &mut Sheets) -> Result<(), String> {
        let mut depth = 0;
        // Where the formula stands whose text is in a record of its own.
        let mut pending = None;
        while let Some((kind, content)) = record(&mut rest, left) {
            match kind {
                BOF => depth += 1,
                EOF if depth <= 1 => break,
                EOF => depth -= 1,
                // Charts inside a sheet have cells too.
                _ if depth != 1 => {}
                0x00bd => self.row_of_numbers(content, sheets)?,
                0x00e5 => merged(content, sheets),
                0x0207 => {
                    if let (Some((row, column)), Some(text)) = (pending.take(), Pieces::of(content).text()) {
                        sheets.put(row, column, &text)?;
                    }
                }
                kind => {
                    let (Some(row), Some(column), Some(style)) = (word(content, 0), word(content, 2), word(content, 4)) else { continue };
                    let (row, column) = (u32::from(row), u32::from(column));
                    let value = content.get(6..).unwrap_or_default();
                    let double = || Some(f64::from_le_bytes(value.get(..8)?.try_into().ok()?));
                    let text = match kind {
                        0x00fd => long(value, 0).and_then(|at| self.strings.get(at as usize)).cloned(),
                        0x0204 | 0x00d6 => Pieces::of(value).text(),
                        0x0203 => double().map(|value| self.shown(value, style)),
                        0x027e => long(value, 0).map(|packed| self.shown(unpacked(packed), style)),
                        0x0205 if value.get(1) == Some(&0) => Some(if value[0] == 1 { "是" } else { "否" }.to_owned()),
                        0x0006 => match value.get(..8) {
                            Some([0, .., 0xff, 0xff]) => {
                                pending = Some((row, column));
                                None
                            }
                            Some([1, _, flag, .., 0xff, 0xff]) => Some(if *flag == 1 { "是" } else { "否" }.to_owned()),
                            Some([.., 0xff, 0xff]) => None,
                            _ => double().map(|value| self.shown(value, style)),
                        },
                        _ => None,
                    };
                    sheets.put(row, column, &text.unwrap_or_default())?;
                }
            }
        }
        Ok(())
    }

    fn row_of_numbers(&self, content: &[u8], sheets: &mut Sheets) -> Result<(), String> {
        let (Some(row), Some(first)) = (word(content, 0), word(content, 2)) else { return Ok(()) };
        let cells = content.get(4..content.len().saturating_sub(2)).unwrap_or_default();
        for (column, cell) in (u32::from(first)..).zip(cells.chunks_exact(6)) {
            if let (Some(style), Some(packed)) = (word(cell, 0), long(cell, 2)) {
                sheets.put(u32::from(row), column, &self.shown(unpacked(packed), style))?;
            }
        }
        Ok(())
    }

    fn shown(&self, value: f64, style: u16) -> String {
        let id = self.styles.get(usize::from(style)).copied().unwrap_or(0);
        let format = self.codes.get(&id).map_or_else(|| shown::built_in(u32::from(id)), String::as_str);
        shown::shown(value, format, if self.is_1904 { Epoch::From1904 } else { Epoch::From1900 })
    }
}

fn merged(content: &[u8], sheets: &mut Sheets) {
    for area in content.get(2..).unwrap_or_default().chunks_exact(8) {
        let corner = |at| word(area, at).map(u32::from).unwrap_or_default();
        sheets.merge(Area { from: (corner(0), corner(4)), to: (corner(2), corner(6)) });
    }
}

/// Returns the number that four bytes stand for: a whole one, or the upper half of a double, perhaps in hundredths.
fn unpacked(packed: u32) -> f64 {
    let value = match packed & 2 {
        0 => f64::from_bits(u64::from(packed & !3) << 32),
        _ => f64::from((packed as i32) >> 2),
    };
    if packed & 1 == 0 { value } else { value / 100.0 }
}

fn strings(parts: Vec<&[u8]>) -> Vec<String> {
    let mut pieces = Pieces { parts, part: 0, at: 8 };
    let mut strings = Vec::new();
    while let Some(text) = pieces.text() {
        strings.push(text);
    }
    strings
}

/// Bytes of a record and the records that continue it.
struct Pieces<'a> {
    parts: Vec<&'a [u8]>,
    part: usize,
    at: usize,
}

impl<'a> Pieces<'a> {
    fn of(bytes: &'a [u8]) -> Pieces<'a> {
        Pieces { parts: vec![bytes], part: 0, at: 0 }
    }

    fn byte(&mut self) -> Option<u8> {
        loop {
            let part = self.parts.get(self.part)?;
            if let Some(byte) = part.get(self.at) {
                self.at += 1;
                return Some(*byte);
            }
            (self.part, self.at) = (self.part + 1, 0);
        }
    }

    fn word(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes([self.byte()?, self.byte()?]))
    }

    fn skip(&mut self, mut count: usize) -> Option<()> {
        while count > 0 {
            let here = self.parts.get(self.part)?.len().saturating_sub(self.at).min(count);
            (self.at, count) = (self.at + here, count - here);
            if count > 0 {
                (self.part, self.at) = (self.part + 1, 0);
            }
        }
        Some(())
    }

    /// Takes a text whose length is one byte.
    fn short_text(&mut self) -> Option<String> {
        let length = self.byte()?;
        let wide = self.byte()? & 1 != 0;
        self.chars(usize::from(length), wide)
    }

    /// Takes a text whose length is two bytes, without its fonts and readings.
    fn text(&mut self) -> Option<String> {
        let length = self.word()?;
        let flags = self.byte()?;
        let fonts = if flags & 8 != 0 { usize::from(self.word()?) } else { 0 };
        let more = if flags & 4 != 0 { u32::from(self.word()?) | u32::from(self.word()?) << 16 } else { 0 };
        let text = self.chars(usize::from(length), flags & 1 != 0)?;
        self.skip(fonts * 4 + more as usize)?;
        Some(text)
    }

    fn chars(&mut self, length: usize, mut wide: bool) -> Option<String> {
        let mut units = Vec::with_capacity(length);
        for _ in 0..length {
            // Where a text goes on in the next record, that says anew how wide its letters are.
            if self.at >= self.parts.get(self.part)?.len() && self.part + 1 < self.parts.len() {
                (self.part, self.at) = (self.part + 1, 0);
                wide = self.byte()? & 1 != 0;
            }
            units.push(if wide { self.word()? } else { u16::from(self.byte()?) });
        }
        Some(String::from_utf16_lossy(&units))
    }
}
