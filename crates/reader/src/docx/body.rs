//! The body of a Word document: what is shown, in the order it is shown.

use super::numbering::{Counters, Numbering};
use super::table::Tables;
use crate::package::{attribute, entity};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// What was met on the way and a person should know of.
#[derive(Default)]
pub struct Met {
    /// Tracked deletions.
    pub deleted: usize,
    /// Stretches of hidden text.
    pub hidden: usize,
    /// Footnotes and endnotes.
    pub notes: usize,
    /// Embedded sheets, charts and other files.
    pub objects: usize,
    /// Pictures.
    pub pictures: usize,
    /// Text boxes within text boxes, too deep to be read.
    pub boxes: usize,
}

#[derive(Default)]
struct Paragraph {
    text: String,
    style: Option<String>,
    /// numId and ilvl given at the paragraph itself.
    list: (Option<String>, Option<usize>),
    /// Its end was deleted in a tracked change: the next one goes on with it.
    runs_on: bool,
}

/// What a text box interrupts.
struct Outside {
    lines: Vec<String>,
    tables: Tables,
    paragraph: Option<Paragraph>,
    run: Run,
}

/// Where in a run of text we are.
#[derive(Clone, Copy, Default)]
struct Run {
    inside: bool,
    hidden: bool,
    in_text: bool,
}

/// The body while it is read.
pub struct Body<'a> {
    numbering: &'a Numbering,
    counters: Counters,
    /// The lines so far.
    pub lines: Vec<String>,
    /// What else was met.
    pub met: Met,
    tables: Tables,
    paragraph: Option<Paragraph>,
    /// Text of a paragraph whose end was deleted.
    carried: String,
    outside: Vec<Outside>,
    run: Run,
    /// Inside the properties of a row.
    in_row_properties: bool,
    /// How deep we are in elements whose text is not read.
    skipping: usize,
}

/// Elements that are not read: deletions, what a tracked change of form replaced, alternatives for old programs,
/// codes of fields, readings above words.
const SKIPPED: [&str; 12] = [
    "del",
    "moveFrom",
    "delText",
    "pPrChange",
    "rPrChange",
    "tblPrChange",
    "trPrChange",
    "tcPrChange",
    "sectPrChange",
    "Fallback",
    "instrText",
    "rt",
];

/// Text boxes nested deeper than this are a mistake or an attack.
const DEEPEST_BOX: usize = 4;

impl<'a> Body<'a> {
    /// Returns a body of which nothing is read yet.
    pub fn new(numbering: &'a Numbering) -> Body<'a> {
        Body {
            numbering,
            counters: Counters::default(),
            lines: Vec::new(),
            met: Met::default(),
            tables: Tables::default(),
            paragraph: None,
            carried: String::new(),
            outside: Vec::new(),
            run: Run::default(),
            in_row_properties: false,
            skipping: 0,
        }
    }

    /// Reads the document's part; returns what stopped it, if anything did.
    pub fn read(&mut self, xml: &str) -> Option<String> {
        let mut reader = Reader::from_str(xml);
        reader.config_mut().check_end_names = false;
        let problem = loop {
            match reader.read_event() {
                Ok(Event::Start(tag)) => self.open(&tag, false),
                Ok(Event::Empty(tag)) => self.open(&tag, true),
                Ok(Event::End(tag)) => self.close(tag.local_name().as_ref()),
                Ok(Event::Text(text)) => self.add(&text),
                Ok(Event::CData(text)) => self.add(&text),
                Ok(Event::GeneralRef(reference)) => self.add(&entity(&reference)),
                Ok(Event::DocType(_)) => break Some("含有 DOCTYPE 声明".to_owned()),
                Ok(Event::Eof) => break None,
                Ok(_) => {}
                Err(_) => break Some(format!("第{}字节处的 XML 有误", reader.error_position())),
            }
        };
        self.end_paragraph();
        // A cut document may end inside text boxes.
        while !self.outside.is_empty() {
            self.leave_box();
        }
        if !self.carried.is_empty() {
            self.lines.push(std::mem::take(&mut self.carried));
        }
        problem
    }

    fn open(&mut self, tag: &BytesStart<'_>, empty: bool) {
        let name = tag.local_name();
        let name = name.as_ref();
        if self.skipping == 0 && name == "del" {
            if self.in_row_properties {
                self.tables.delete_row();
                self.met.deleted += 1;
            } else if !self.run.inside
                && empty
                && let Some(paragraph) = &mut self.paragraph
            {
                paragraph.runs_on = true;
            }
        }
        if SKIPPED.contains(&name) {
            // A deleted paragraph mark is an empty <w:del/>; it takes no text away.
            if !empty {
                self.skipping += 1;
                self.met.deleted += usize::from(name == "del" && self.skipping == 1 && !self.in_row_properties);
            }
            return;
        }
        if self.skipping > 0 {
            return;
        }
        let value = || attribute(tag, "val");
        let count = || value().and_then(|v| v.parse::<usize>().ok()).unwrap_or(1);
        let is_off = || matches!(value().as_deref(), Some("0" | "false" | "off"));
        match name {
            "p" => {
                self.end_paragraph();
                self.paragraph = Some(Paragraph::default());
                if empty {
                    self.end_paragraph();
                }
            }
            "pStyle" => self.in_paragraph(|p| p.style = value()),
            "numId" => self.in_paragraph(|p| p.list.0 = value()),
            "ilvl" => self.in_paragraph(|p| p.list.1 = value().and_then(|v| v.parse().ok())),
            "r" if !empty => self.run = Run { inside: true, ..Run::default() },
            "vanish" if self.run.inside && !is_off() => {
                self.met.hidden += 1;
                self.run.hidden = true;
            }
            "t" if !empty => self.run.in_text = true,
            "tab" => self.add_sign(' '),
            "br" | "cr" => self.add_sign('\n'),
            "noBreakHyphen" => self.add_sign('-'),
            "sym" => {
                if let Some(sign) = symbol(attribute(tag, "char").as_deref()) {
                    self.add_sign(sign);
                }
            }
            "footnoteReference" | "endnoteReference" => self.met.notes += 1,
            "altChunk" | "OLEObject" | "chart" | "relIds" => self.met.objects += 1,
            "blip" | "imagedata" => self.met.pictures += 1,
            "txbxContent" if !empty => self.enter_box(),
            "tbl" => {
                self.end_paragraph();
                self.tables.open();
                if empty {
                    self.tables.close();
                }
            }
            "tr" => self.tables.begin_row(),
            "trPr" => self.in_row_properties = !empty,
            "gridBefore" => self.tables.skip(count()),
            "tc" => self.tables.begin_cell(),
            "vMerge" => self.tables.continue_cell(value().is_none_or(|v| v != "restart")),
            "gridSpan" => self.tables.span(count()),
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
            "r" => self.run = Run::default(),
            "t" => self.run.in_text = false,
            "trPr" => self.in_row_properties = false,
            "txbxContent" => self.leave_box(),
            "tc" => {
                self.end_paragraph();
                self.tables.end_cell();
            }
            "tr" => self.lines.extend(self.tables.end_row()),
            "tbl" => {
                self.end_paragraph();
                self.tables.close();
            }
            _ => {}
        }
    }

    fn enter_box(&mut self) {
        if self.outside.len() >= DEEPEST_BOX {
            self.skipping += 1;
            self.met.boxes += 1;
            return;
        }
        self.outside.push(Outside {
            lines: std::mem::take(&mut self.lines),
            tables: std::mem::take(&mut self.tables),
            paragraph: self.paragraph.take(),
            run: std::mem::take(&mut self.run),
        });
    }

    /// Puts the lines of a text box before the paragraph it is anchored in.
    fn leave_box(&mut self) {
        self.end_paragraph();
        let Some(outside) = self.outside.pop() else { return };
        let inner = std::mem::replace(&mut self.lines, outside.lines);
        (self.tables, self.paragraph, self.run) = (outside.tables, outside.paragraph, outside.run);
        for line in inner {
            self.lines.extend(self.tables.add(line));
        }
    }

    fn in_paragraph(&mut self, set: impl FnOnce(&mut Paragraph)) {
        if let Some(paragraph) = &mut self.paragraph {
            set(paragraph);
        }
    }

    fn add(&mut self, text: &str) {
        if self.skipping == 0 && self.run.in_text && !self.run.hidden {
            // Signs of symbol fonts stand in the private area; only their fonts know them.
            self.in_paragraph(|p| p.text.extend(text.chars().filter(|c| !is_private(*c)).map(|c| if c == '\n' { ' ' } else { c })));
        }
    }

    fn add_sign(&mut self, sign: char) {
        if self.run.hidden {
            return;
        }
        // Tab stops are declared in an element of the same name before any text.
        self.in_paragraph(|p| {
            if !(sign == ' ' && p.text.is_empty()) {
                p.text.push(sign);
            }
        });
    }

    fn end_paragraph(&mut self) {
        let Some(mut paragraph) = self.paragraph.take() else { return };
        self.run = Run::default();
        if paragraph.style.as_deref().is_some_and(|style| self.numbering.is_contents(style)) {
            return;
        }
        if !self.carried.is_empty() {
            paragraph.text.insert_str(0, &std::mem::take(&mut self.carried));
        }
        let number = match paragraph.text.trim().is_empty() {
            true => None,
            false => self
                .numbering
                .level_of(paragraph.style.as_deref(), &paragraph.list)
                .and_then(|(list, level)| self.counters.next(self.numbering, &list, level)),
        };
        let text = format!("{}{}", number.unwrap_or_default(), paragraph.text);
        if paragraph.runs_on && !self.tables.is_inside() {
            self.carried = text;
            return;
        }
        if let Some(text) = self.tables.add(text) {
            self.lines.extend(text.split('\n').map(str::to_owned));
        }
    }
}

fn is_private(c: char) -> bool {
    ('\u{e000}'..='\u{f8ff}').contains(&c)
}

/// Returns a symbol of a symbol font; none for those that only the font knows.
fn symbol(code: Option<&str>) -> Option<char> {
    let code = code.and_then(|hex| u32::from_str_radix(hex, 16).ok()).and_then(char::from_u32);
    code.filter(|c| !is_private(*c) && *c >= ' ')
}
