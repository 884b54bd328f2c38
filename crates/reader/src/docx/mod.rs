//! Text of a Word document: paragraphs with their automatic numbers, tables as pipe rows, tracked deletions left out.

mod formats;
mod numbering;
mod package;

use crate::Error;
use numbering::{Counters, Numbering};
use package::Package;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// Returns the lines of a .docx, and what a person should know about it.
pub fn lines(name: &str, bytes: &[u8]) -> Result<(Vec<String>, Vec<String>), Error> {
    let mut package = Package::open(name, bytes)?;
    let document = package.document()?;
    let numbering =
        numbering::read(&package.part("word/numbering.xml")?.unwrap_or_default(), &package.part("word/styles.xml")?.unwrap_or_default());
    let mut body = Body {
        numbering: &numbering,
        counters: Counters::default(),
        lines: Vec::new(),
        problems: Vec::new(),
        tables: Vec::new(),
        paragraph: None,
        skipping: 0,
        deleted: 0,
        boxes: 0,
    };
    let problem = body.read(&document);
    if let Some(what) = problem {
        if body.lines.is_empty() {
            return Err(Error::Damaged { name: name.to_owned(), what });
        }
        body.problems.push(format!("文档后部已损坏，只读出前面的部分（{what}）"));
    }
    if body.deleted > 0 {
        body.problems.push(format!("文档有修订痕迹：{}处删除的文字未读入，插入的文字已读入", body.deleted));
    }
    if body.boxes > 0 {
        body.problems.push(format!("文档有{}个文本框，其中的文字未读入，请核对", body.boxes));
    }
    Ok((body.lines, body.problems))
}

/// Returns the value of an attribute, whatever its prefix.
fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    tag.attributes().flatten().find(|a| a.key.local_name().as_ref() == name).map(|a| a.value.into_owned())
}

#[derive(Default)]
struct Paragraph {
    text: String,
    style: Option<String>,
    /// numId and ilvl given at the paragraph itself.
    list: (Option<String>, Option<usize>),
}

#[derive(Default)]
struct Table {
    cells: Vec<String>,
    /// Text of the cell so far; none between cells.
    cell: Option<String>,
    /// Columns a merged cell takes beyond its own.
    span: usize,
    /// The cell is merged with the one above, and has its text.
    continues: bool,
    /// The row above.
    above: Vec<String>,
}

struct Body<'a> {
    numbering: &'a Numbering,
    counters: Counters,
    lines: Vec<String>,
    problems: Vec<String>,
    tables: Vec<Table>,
    paragraph: Option<Paragraph>,
    /// How deep we are in elements whose text is not read.
    skipping: usize,
    deleted: usize,
    boxes: usize,
}

/// Elements that are not read: deletions, what a tracked change of form replaced, alternatives for old programs,
/// drawings, codes of fields.
const SKIPPED: [&str; 12] = [
    "del",
    "moveFrom",
    "delText",
    "pPrChange",
    "rPrChange",
    "tblPrChange",
    "sectPrChange",
    "Fallback",
    "pict",
    "txbxContent",
    "instrText",
    "rubyPr",
];

/// Tables nested deeper than this are a mistake or an attack.
const DEEPEST: usize = 16;

impl Body<'_> {
    /// Reads the document's part; returns what stopped it, if anything did.
    fn read(&mut self, xml: &str) -> Option<String> {
        let mut reader = Reader::from_str(xml);
        reader.config_mut().check_end_names = false;
        loop {
            match reader.read_event() {
                Ok(Event::Start(tag)) => self.open(&tag, false),
                Ok(Event::Empty(tag)) => self.open(&tag, true),
                Ok(Event::End(tag)) => self.close(tag.local_name().as_ref()),
                Ok(Event::Text(text)) => self.add(&text),
                Ok(Event::CData(text)) => self.add(&text),
                Ok(Event::GeneralRef(reference)) => self.add(&entity(&reference)),
                Ok(Event::DocType(_)) => return Some("含有 DOCTYPE 声明".to_owned()),
                Ok(Event::Eof) => break,
                Ok(_) => {}
                Err(_) => {
                    self.end_paragraph();
                    return Some(format!("第{}字节处的 XML 有误", reader.error_position()));
                }
            }
        }
        self.end_paragraph();
        None
    }

    fn open(&mut self, tag: &BytesStart<'_>, empty: bool) {
        let name = tag.local_name();
        let name = name.as_ref();
        if SKIPPED.contains(&name) {
            // A deleted paragraph mark is an empty <w:del/>; it takes no text away.
            if !empty {
                self.skipping += 1;
                self.deleted += usize::from(name == "del" && self.skipping == 1);
                self.boxes += usize::from(name == "txbxContent" && self.skipping == 1);
            }
            return;
        }
        if self.skipping > 0 {
            return;
        }
        match name {
            "p" => {
                self.end_paragraph();
                self.paragraph = Some(Paragraph::default());
                if empty {
                    self.end_paragraph();
                }
            }
            "pStyle" => self.in_paragraph(|p| p.style = attribute(tag, "val")),
            "numId" => self.in_paragraph(|p| p.list.0 = attribute(tag, "val")),
            "ilvl" => self.in_paragraph(|p| p.list.1 = attribute(tag, "val").and_then(|v| v.parse().ok())),
            "tab" => self.add_sign(' '),
            "br" | "cr" => self.add_sign('\n'),
            "noBreakHyphen" => self.add_sign('-'),
            "sym" => self.add_sign(symbol(attribute(tag, "char").as_deref())),
            "tbl" if self.tables.len() < DEEPEST => {
                self.end_paragraph();
                self.tables.push(Table::default());
            }
            "tr" => {
                if let Some(table) = self.tables.last_mut() {
                    table.cells.clear();
                }
            }
            "tc" => {
                if let Some(table) = self.tables.last_mut() {
                    (table.cell, table.span, table.continues) = (Some(String::new()), 0, false);
                }
            }
            "vMerge" => {
                let continues = attribute(tag, "val").is_none_or(|v| v != "restart");
                if let Some(table) = self.tables.last_mut() {
                    table.continues = continues;
                }
            }
            "gridSpan" => {
                let more = attribute(tag, "val").and_then(|v| v.parse::<usize>().ok()).unwrap_or(1).clamp(1, 64) - 1;
                if let Some(table) = self.tables.last_mut() {
                    table.span = more;
                }
            }
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        if SKIPPED.contains(&name) {
            self.skipping = self.skipping.saturating_sub(1);
            return;
        }
        if self.skipping > 0 {
            return;
        }
        match name {
            "p" => self.end_paragraph(),
            "tc" => {
                self.end_paragraph();
                if let Some(table) = self.tables.last_mut() {
                    let cell = table.cell.take().unwrap_or_default();
                    let above = table.above.get(table.cells.len()).filter(|_| table.continues);
                    let cell = above.cloned().unwrap_or_else(|| cell.trim().to_owned());
                    table.cells.push(cell);
                    table.cells.extend(std::iter::repeat_n(String::new(), table.span));
                }
            }
            "tr" => self.end_row(),
            "tbl" => {
                self.end_paragraph();
                self.tables.pop();
            }
            _ => {}
        }
    }

    fn end_row(&mut self) {
        let Some(table) = self.tables.last_mut() else { return };
        table.above = std::mem::take(&mut table.cells);
        let row = table.above.join(" | ");
        match self.tables.len() {
            1 if !row.trim_matches([' ', '|']).is_empty() => self.lines.push(row),
            1 => {}
            // A table inside a cell is text of that cell.
            depth => {
                if let Some(cell) = self.tables[depth - 2].cell.as_mut() {
                    cell.push_str(&row.replace(" | ", " "));
                    cell.push(' ');
                }
            }
        }
    }

    fn in_paragraph(&mut self, set: impl FnOnce(&mut Paragraph)) {
        if let Some(paragraph) = &mut self.paragraph {
            set(paragraph);
        }
    }

    fn add(&mut self, text: &str) {
        if self.skipping == 0 {
            self.in_paragraph(|p| p.text.push_str(text));
        }
    }

    fn add_sign(&mut self, sign: char) {
        // Tab stops are declared in an element of the same name before any text.
        self.in_paragraph(|p| {
            if !(sign == ' ' && p.text.is_empty()) {
                p.text.push(sign);
            }
        });
    }

    fn end_paragraph(&mut self) {
        let Some(paragraph) = self.paragraph.take() else { return };
        if paragraph.style.as_deref().is_some_and(|style| self.numbering.is_contents(style)) {
            return;
        }
        let has_text = !paragraph.text.trim().is_empty();
        let number = match has_text {
            true => self
                .numbering
                .level_of(paragraph.style.as_deref(), &paragraph.list)
                .and_then(|(list, level)| self.counters.next(self.numbering, &list, level)),
            false => None,
        };
        let text = format!("{}{}", number.unwrap_or_default(), paragraph.text);
        match self.tables.last_mut() {
            Some(table) => {
                if let (Some(cell), true) = (table.cell.as_mut(), has_text) {
                    if !cell.is_empty() {
                        cell.push(' ');
                    }
                    cell.push_str(&text.replace(['\n', '|'], " "));
                }
            }
            None => self.lines.extend(text.split('\n').map(str::to_owned)),
        }
    }
}

/// Returns the text of an entity reference.
fn entity(name: &str) -> String {
    let code = name.strip_prefix('#').and_then(|digits| match digits.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok(),
        None => digits.parse().ok(),
    });
    match (name, code.and_then(char::from_u32)) {
        (_, Some(c)) => c.to_string(),
        ("amp", _) => "&".to_owned(),
        ("lt", _) => "<".to_owned(),
        ("gt", _) => ">".to_owned(),
        ("quot", _) => "\"".to_owned(),
        ("apos", _) => "'".to_owned(),
        _ => String::new(),
    }
}

/// Returns a symbol of a symbol font; the usual ones are bullets.
fn symbol(code: Option<&str>) -> char {
    let code = code.and_then(|hex| u32::from_str_radix(hex, 16).ok()).and_then(char::from_u32);
    code.filter(|c| !('\u{e000}'..='\u{f8ff}').contains(c)).unwrap_or('•')
}

#[cfg(test)]
mod tests;

#[cfg(test)]
pub use tests::packed_for_tests;
