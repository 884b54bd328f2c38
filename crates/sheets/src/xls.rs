//! Cells of an old Excel workbook (.xls, BIFF8): its records are walked one by one, and nothing is made room for but
//! the texts that cells share.

mod notes;

use notes::Notes;
use std::collections::HashMap;

/// The most texts that cells share; a cell that names a later one cannot be made out.
const MOST_STRINGS: usize = 1_000_000;

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

/// Records that frame a part of the stream.
const BOF: u16 = 0x0809;
const EOF: u16 = 0x000a;
const CONTINUE: u16 = 0x003c;

/// What all sheets of a workbook share.
#[derive(Default)]
pub struct Book<'a> {
    /// The worksheets, in their order.
    pub sheets: Vec<Listed>,
    /// The names given to cells and constants.
    pub names: Vec<String>,
    /// Days are counted from 1904.
    pub is_1904: bool,
    /// A password is needed to read on.
    pub encrypted: bool,
    stream: &'a [u8],
    strings: Vec<String>,
    /// Codes of number formats by their numbers.
    codes: HashMap<u16, String>,
    /// The number format of each cell style.
    styles: Vec<u16>,
    /// How many records may still be walked: sheets may be said to begin anywhere, many at one place.
    left: usize,
}

/// A worksheet that is listed; where it begins is not checked.
pub struct Listed {
    /// Its name.
    pub name: String,
    /// It is not shown.
    pub hidden: bool,
    offset: usize,
}

/// What a sheet holds, piece by piece.
pub enum Piece<'a> {
    /// A cell with something in it.
    Cell(Cell<'a>),
    /// Merged cells: the first and the last row and column.
    Merged((u32, u32), (u32, u32)),
    /// A note on a cell: its row, its column and its words; none where they cannot be made out.
    Note(u32, u32, Option<&'a str>),
    /// A row that is not shown.
    HiddenRow(u32),
    /// The first and the last of columns that are not shown.
    HiddenColumns(u32, u32),
}

/// A cell; row and column are counted from 0.
pub struct Cell<'a> {
    /// Its row.
    pub row: u32,
    /// Its column.
    pub column: u32,
    /// What it holds.
    pub value: Value,
    /// The code of its number format; none for a built-in one.
    pub format: Option<&'a str>,
    /// The number of its number format.
    pub format_id: u16,
}

/// What a cell holds.
pub enum Value {
    /// A number, or the day a date is.
    Number(f64),
    /// Words.
    Text(String),
    /// True or false.
    Bool(bool),
    /// #DIV/0! and its like.
    Error(&'static str),
    /// Something that cannot be made out.
    Damaged,
}

impl<'a> Book<'a> {
    /// Reads what all sheets share, walking at most so many records here and in the sheets; none if it is no BIFF8.
    pub fn read(stream: &'a [u8], most_records: usize) -> Option<Book<'a>> {
        let mut left = most_records;
        let left = &mut left;
        let mut rest = stream;
        let (first, head) = record(&mut rest, left)?;
        if first != BOF || word(head, 0)? != 0x0600 {
            return None;
        }
        let mut book = Book { stream, ..Book::default() };
        while let Some((kind, content)) = record(&mut rest, left) {
            match kind {
                EOF => break,
                0x002f => book.encrypted = true,
                0x0022 => book.is_1904 = word(content, 0) == Some(1),
                0x0018 => book.names.extend(name(content)),
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
        book.left = *left;
        Some(book)
    }

    /// Returns true if no more records may be walked: what was read is not all there is.
    pub fn is_exhausted(&self) -> bool {
        self.left == 0
    }

    /// Hands over what a sheet holds; returns whether the sheet was read to its end.
    ///
    /// # Errors
    /// That of `each`, which ends the reading.
    pub fn read_sheet<E>(&mut self, sheet: usize, each: &mut dyn FnMut(Piece<'_>) -> Result<(), E>) -> Result<bool, E> {
        let mut left = self.left;
        let whole = self.walk(sheet, &mut left, each);
        self.left = left;
        whole
    }

    fn walk<E>(&self, sheet: usize, left: &mut usize, each: &mut dyn FnMut(Piece<'_>) -> Result<(), E>) -> Result<bool, E> {
        let stream = self.stream;
        let mut rest = self.sheets.get(sheet).and_then(|sheet| stream.get(sheet.offset..)).unwrap_or_default();
        let mut depth = 0;
        // Where the formula stands whose text is in a record of its own.
        let mut pending = None;
        let mut notes = Notes::default();
        while let Some((kind, content)) = record(&mut rest, left) {
            match kind {
                BOF => depth += 1,
                EOF if depth <= 1 => return Ok(depth == 1 && pending.is_none()),
                EOF => depth -= 1,
                // Charts inside a sheet have cells too.
                _ if depth != 1 => {}
                0x00bd => self.row_of_numbers(content, each)?,
                0x00e5 => merged(content, each)?,
                0x005d => notes.see_object(content),
                0x01b6 => notes.see_text(content, rest),
                0x001c => {
                    if let Some((row, column, text)) = notes.of_cell(content) {
                        each(Piece::Note(row, column, text))?;
                    }
                }
                0x0208 if word(content, 12).is_some_and(|options| options & 0x20 != 0) => {
                    each(Piece::HiddenRow(word(content, 0).unwrap_or_default().into()))?;
                }
                0x007d if word(content, 8).is_some_and(|options| options & 1 != 0) => {
                    let [first, last] = [0, 2].map(|at| u32::from(word(content, at).unwrap_or_default()));
                    each(Piece::HiddenColumns(first, last.max(first)))?;
                }
                0x0207 => {
                    if let Some((row, column, style)) = pending.take() {
                        let value = Pieces::of(content).text().map_or(Value::Damaged, Value::Text);
                        each(Piece::Cell(self.cell(row, column, style, value)))?;
                    }
                }
                kind => {
                    let (Some(row), Some(column), Some(style)) = (word(content, 0), word(content, 2), word(content, 4)) else { continue };
                    let content = content.get(6..).unwrap_or_default();
                    let double = || Some(f64::from_le_bytes(content.get(..8)?.try_into().ok()?));
                    let number = |value: Option<f64>| value.map_or(Value::Damaged, Value::Number);
                    let value = match kind {
                        0x00fd => long(content, 0)
                            .and_then(|at| self.strings.get(at as usize))
                            .map_or(Value::Damaged, |text| Value::Text(text.clone())),
                        0x0204 | 0x00d6 => Pieces::of(content).text().map_or(Value::Damaged, Value::Text),
                        0x0203 => number(double()),
                        0x027e => number(long(content, 0).map(unpacked)),
                        0x0205 => match content {
                            [value, 0, ..] => Value::Bool(*value == 1),
                            [code, 1, ..] => Value::Error(error(*code)),
                            _ => Value::Damaged,
                        },
                        0x0006 => match content.get(..8) {
                            Some([0, .., 0xff, 0xff]) => match pending.replace((row, column, style)) {
                                Some(_) => Value::Damaged,
                                None => continue,
                            },
                            Some([1, _, flag, .., 0xff, 0xff]) => Value::Bool(*flag == 1),
                            Some([2, _, code, .., 0xff, 0xff]) => Value::Error(error(*code)),
                            // A formula whose result is an empty text.
                            Some([3, .., 0xff, 0xff]) => Value::Text(String::new()),
                            Some([.., 0xff, 0xff]) => Value::Damaged,
                            _ => number(double()),
                        },
                        _ => continue,
                    };
                    each(Piece::Cell(self.cell(row, column, style, value)))?;
                }
            }
        }
        Ok(false)
    }

    fn row_of_numbers<E>(&self, content: &[u8], each: &mut dyn FnMut(Piece<'_>) -> Result<(), E>) -> Result<(), E> {
        let (Some(row), Some(first)) = (word(content, 0), word(content, 2)) else { return Ok(()) };
        let cells = content.get(4..content.len().saturating_sub(2)).unwrap_or_default();
        for (column, cell) in (first..=u16::MAX).zip(cells.chunks_exact(6)) {
            if let (Some(style), Some(packed)) = (word(cell, 0), long(cell, 2)) {
                each(Piece::Cell(self.cell(row, column, style, Value::Number(unpacked(packed)))))?;
            }
        }
        Ok(())
    }

    fn cell(&self, row: u16, column: u16, style: u16, value: Value) -> Cell<'_> {
        let format_id = self.styles.get(usize::from(style)).copied().unwrap_or(0);
        let format = self.codes.get(&format_id).map(String::as_str);
        Cell { row: row.into(), column: column.into(), value, format, format_id }
    }
}

fn merged<E>(content: &[u8], each: &mut dyn FnMut(Piece<'_>) -> Result<(), E>) -> Result<(), E> {
    for area in content.get(2..).unwrap_or_default().chunks_exact(8) {
        let corner = |at| word(area, at).map(u32::from).unwrap_or_default();
        each(Piece::Merged((corner(0), corner(4)), (corner(2), corner(6))))?;
    }
    Ok(())
}

/// Returns the name that a record gives to cells; the program's own names are numbers.
fn name(content: &[u8]) -> Option<String> {
    let length = usize::from(*content.get(3)?);
    let wide = content.get(14)? & 1 != 0;
    Pieces::of(content.get(15..)?).chars(length, wide)
}

fn error(code: u8) -> &'static str {
    match code {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0f => "#VALUE!",
        0x17 => "#REF!",
        0x1d => "#NAME?",
        0x24 => "#NUM!",
        0x2a => "#N/A",
        _ => "#ERROR",
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
    while let Some(text) = pieces.text().filter(|_| strings.len() < MOST_STRINGS) {
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
