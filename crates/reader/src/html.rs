//! Text of a web page: block elements become lines, tables become pipe rows.

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};
use std::cell::RefCell;

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
    tokenizer.sink.0.into_inner().text
}

#[derive(Default)]
struct Page {
    text: String,
    /// How deep we are inside elements whose text is not shown.
    hidden: usize,
    /// Inside a row of a table: block elements part words, not lines.
    in_row: usize,
    cells: usize,
    /// The numbers of the lists we are in; none for lists with bullets.
    lists: Vec<Option<u32>>,
    /// The number of a list item that has no text yet.
    number: Option<u32>,
}

/// Returns true where an item's own text begins with a number of its own.
fn begins_a_number(c: char) -> bool {
    c.is_ascii_digit() || "一二三四五六七八九十（(第①②③④⑤⑥⑦⑧⑨⑩".contains(c)
}

struct Visible(RefCell<Page>);

const BLOCKS: [&str; 29] = [
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
    "table",
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
    /// Adds text with white space run together, as a browser shows it.
    fn add(&mut self, text: &str) {
        for c in text.chars() {
            if matches!(c, ' ' | '\n' | '\t' | '\r') {
                if !self.text.ends_with([' ', '\n']) && !self.text.is_empty() {
                    self.text.push(' ');
                }
            } else {
                if let Some(number) = self.number.take().filter(|_| !begins_a_number(c)) {
                    self.text.push_str(&format!("{number}."));
                }
                self.text.push(c);
            }
        }
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
        while self.text.ends_with(' ') {
            self.text.pop();
        }
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
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
            "tr" if opens => {
                self.break_line();
                (self.in_row, self.cells) = (1, 0);
            }
            "tr" => {
                self.break_line();
                self.in_row = 0;
            }
            "td" | "th" if opens && self.in_row > 0 => {
                if self.cells > 0 {
                    self.text.push_str(" | ");
                }
                self.cells += 1;
            }
            name if BLOCKS.contains(&name) => {
                if name == "table" && !opens {
                    self.in_row = 0;
                }
                if self.in_row > 0 {
                    self.add(" ")
                } else {
                    self.break_line()
                }
                self.list(name, opens);
            }
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::{Expect, expect};

    fn check(page: &str, expected: Expect) {
        assert!(looks_like(page));
        expected.assert_eq(&text_of(page));
    }

    #[test]
    fn a_page_becomes_lines_and_its_tables_rows() {
        check(
            "<!DOCTYPE html><html><head><title>网站</title><style>p{}</style><script>var a='<p>';</script></head><body>\
             <h1>云州市<b>工作</b>要点</h1>\n<p>一、&nbsp;总体\n要求</p><ol><li>甲<li><p>乙</p></ol><ol><li>（三）丙</ol><div>第二段<br>第三段</div>\
             <table><tr><th>任务</th><th>单位</th></tr><tr><td><p>新建</p><p>3家</p></td><td>市卫健委</td></tr></table>尾</body></html>",
            expect![[r#"
                云州市工作要点
                一、 总体 要求
                1.甲
                2.乙
                （三）丙
                第二段
                第三段
                任务 | 单位
                新建 3家  | 市卫健委
                尾"#]],
        );
    }

    #[test]
    fn plain_text_with_angle_brackets_is_no_page() {
        assert!(!looks_like("首页 > 正文\n增速<5%"));
    }
}
