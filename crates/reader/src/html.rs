//! Text of a web page: block elements become lines, tables become pipe rows.

mod table;

use crate::rows;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};
use std::cell::RefCell;
use table::Table;

/// Returns true if the text is a web page rather than plain text.
pub fn looks_like(text: &str) -> bool {
    let head: String = text.trim_start().chars().take(4096).collect::<String>().to_ascii_lowercase();
    head.starts_with("<!doctype html")
        || head.starts_with("<html")
        || ["<html", "<head", "<body", "<meta ", "<div", "<p>", "<table"].iter().filter(|tag| head.contains(*tag)).count() >= 2
}

/// Returns the visible text of a web page.
pub fn text_of(page: &str) -> String {
    let tokenizer = Tokenizer::new(Visible(RefCell::new(Page::default())), TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from_slice(page));
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    let mut page = tokenizer.sink.0.into_inner();
    // A cut page leaves its tables open.
    while !page.tables.is_empty() {
        page.end_row();
        page.tables.pop();
    }
    page.text
}

#[derive(Default)]
struct Page {
    text: String,
    /// How deep we are inside elements whose text is not shown.
    hidden: usize,
    /// The element hidden by its style, and how many of its name are open in it.
    unseen: Option<(String, usize)>,
    /// The tables we are in; the text of the innermost cell is collected there.
    tables: Vec<Table>,
    /// How many tables too deep we are in.
    too_deep: usize,
    /// The numbers of the lists we are in; none for lists with bullets.
    lists: Vec<Option<u32>>,
    /// The number of a list item that has no text yet.
    number: Option<u32>,
}

/// Tables nested deeper than this are a mistake or an attack: their text is text of the cell they stand in.
const DEEPEST: usize = 16;

/// Returns true where an item's own text begins with a number of its own.
fn begins_a_number(c: char) -> bool {
    c.is_ascii_digit() || "一二三四五六七八九十（(第①②③④⑤⑥⑦⑧⑨⑩".contains(c)
}

struct Visible(RefCell<Page>);

const BLOCKS: [&str; 28] = [
    "p",
    "div",
    "br",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "li",
    "ul",
    "ol",
    "section",
    "article",
    "header",
    "footer",
    "nav",
    "aside",
    "main",
    "blockquote",
    "pre",
    "hr",
    "dl",
    "dt",
    "dd",
    "form",
    "caption",
    "address",
];

impl TokenSink for Visible {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut page = self.0.borrow_mut();
        match token {
            Token::CharacterTokens(text) if page.hidden == 0 => page.add(&text),
            Token::TagToken(tag) => return page.tag(&tag),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

impl Page {
    /// Returns where text goes: the innermost cell, or the page.
    fn here(&mut self) -> &mut String {
        match self.tables.iter_mut().rev().find_map(Table::cell) {
            Some(cell) => cell,
            None => &mut self.text,
        }
    }

    /// Adds text with white space run together, as a browser shows it.
    fn add(&mut self, text: &str) {
        if self.unseen.is_some() {
            return;
        }
        let mut number = self.number.take();
        let here = self.here();
        for c in text.chars() {
            if matches!(c, ' ' | '\n' | '\t' | '\r') {
                if !here.ends_with([' ', '\n']) && !here.is_empty() {
                    here.push(' ');
                }
            } else {
                if let Some(number) = number.take().filter(|_| !begins_a_number(c)) {
                    here.push_str(&format!("{number}."));
                }
                here.push(c);
            }
        }
        self.number = number;
    }

    /// Opens or closes a list, or an item of one.
    fn list(&mut self, name: &str, opens: bool) {
        match (name, opens) {
            ("ol", true) => self.lists.push(Some(0)),
            ("ul", true) => self.lists.push(None),
            ("ol" | "ul", false) => drop(self.lists.pop()),
            ("li", true) => {
                if let Some(Some(count)) = self.lists.last_mut() {
                    *count += 1;
                    self.number = Some(*count);
                }
            }
            _ => {}
        }
    }

    fn break_line(&mut self) {
        let here = self.here();
        here.truncate(here.trim_end_matches(' ').len());
        if !here.is_empty() && !here.ends_with('\n') {
            here.push('\n');
        }
    }

    fn tag(&mut self, tag: &Tag) -> TokenSinkResult<()> {
        let name: &str = &tag.name;
        let opens = tag.kind == TagKind::StartTag;
        match name {
            "script" if opens && !tag.self_closing => {
                self.hidden += 1;
                return TokenSinkResult::RawData(RawKind::ScriptData);
            }
            "style" | "noscript" | "iframe" | "xmp" if opens && !tag.self_closing => {
                self.hidden += 1;
                return TokenSinkResult::RawData(RawKind::Rawtext);
            }
            "title" | "textarea" if opens && !tag.self_closing => {
                self.hidden += 1;
                return TokenSinkResult::RawData(RawKind::Rcdata);
            }
            "script" | "style" | "noscript" | "iframe" | "xmp" | "title" | "textarea" => self.hidden = self.hidden.saturating_sub(1),
            name if self.is_unseen(name, tag) => {}
            "table" | "tr" | "td" | "th" => self.table(name, tag, opens),
            name if BLOCKS.contains(&name) => {
                self.break_line();
                self.list(name, opens);
            }
            _ => {}
        }
        TokenSinkResult::Continue
    }

    /// Keeps account of an element that is not shown, as Word writes notes, comments and headers into its pages.
    fn is_unseen(&mut self, name: &str, tag: &Tag) -> bool {
        const EMPTY: [&str; 10] = ["br", "img", "hr", "input", "col", "meta", "link", "area", "base", "wbr"];
        let opens = tag.kind == TagKind::StartTag;
        let has_content = !tag.self_closing && !EMPTY.contains(&name);
        if let Some((hiding, depth)) = &mut self.unseen {
            if hiding == name && has_content {
                *depth = if opens { *depth + 1 } else { *depth - 1 };
                if *depth == 0 {
                    self.unseen = None;
                }
            }
            return true;
        }
        if opens && has_content && (matches!(name, "xml" | "del" | "rt" | "rp") || is_hiding(tag)) {
            self.unseen = Some((name.to_owned(), 1));
            return true;
        }
        false
    }

    fn table(&mut self, name: &str, tag: &Tag, opens: bool) {
        match (name, opens) {
            ("table", true) if self.tables.len() >= DEEPEST => self.too_deep += 1,
            ("table", true) => {
                self.break_line();
                self.tables.push(Table::default());
            }
            ("table", false) if self.too_deep > 0 => self.too_deep -= 1,
            ("table", false) => {
                self.end_row();
                self.tables.pop();
                self.break_line();
            }
            _ if self.too_deep > 0 || self.tables.is_empty() => self.break_line(),
            ("tr", _) => self.end_row(),
            (_, opens) => {
                let span = |name: &str| {
                    let value = tag.attrs.iter().find(|a| &*a.name.local == name);
                    value.and_then(|a| a.value.trim().parse::<usize>().ok()).unwrap_or(1)
                };
                if let Some(table) = self.tables.last_mut() {
                    table.end_cell();
                    if opens {
                        table.begin_cell(span("rowspan"), span("colspan"));
                    }
                }
            }
        }
    }

    /// Ends a row: its lines go where the table stands, into the cell around it or onto the page.
    fn end_row(&mut self) {
        let Some(mut table) = self.tables.pop() else { return };
        for line in rows::written(&table.take_row()) {
            self.break_line();
            self.here().push_str(&line);
            self.break_line();
        }
        self.tables.push(table);
    }
}

/// Returns true for what a page carries but does not show: Word's notes, comments, headers and footers among it.
fn is_hiding(tag: &Tag) -> bool {
    const SIGNS: [&str; 8] = [
        "display:none",
        "mso-hide:all",
        "visibility:hidden",
        "mso-element:header",
        "mso-element:footer",
        "mso-element:footnote",
        "mso-element:endnote",
        "mso-element:comment",
    ];
    let Some(style) = tag.attrs.iter().find(|a| &*a.name.local == "style") else { return false };
    let style: String = style.value.chars().take(2000).filter(|c| !c.is_whitespace()).collect::<String>().to_ascii_lowercase();
    SIGNS.iter().any(|sign| style.contains(sign))
}

#[cfg(test)]
mod tests;
