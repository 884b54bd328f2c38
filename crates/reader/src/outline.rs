//! The outline of a document: numbered and unnumbered headings with the paragraphs under them.

use crate::chars::is_han;
use crate::marks::{self, Level, Mark};
use crate::meta::Meta;
use crate::model::{LineKind, Span};
use crate::text::Text;
use crate::titles;
use crate::units::{self, LeadRule, is_note_line};

/// A heading or a numbered item.
#[derive(Debug)]
pub struct Node {
    /// Its number; none for unnumbered headings.
    pub mark: Option<Mark>,
    /// How deep it stands; unnumbered headings below all numbered ones.
    pub depth: usize,
    /// Its line with the number.
    pub line: Span,
    /// Its line without the number.
    pub head: Span,
    /// An unnumbered sentence on a line of its own that names the paragraph under it.
    pub is_lead: bool,
    /// The paragraphs under it, before its first child.
    pub paragraphs: Vec<Span>,
    /// Responsibility notes on lines of their own, each with the number of paragraphs before it.
    pub notes: Vec<(usize, Span)>,
    /// Rows of a table stand under it.
    pub has_rows: bool,
    /// Nodes under it.
    pub children: Vec<usize>,
}

impl Node {
    /// Returns the responsibility notes on lines of their own.
    pub fn note_lines(&self) -> Vec<Span> {
        self.notes.iter().map(|(_, line)| *line).collect()
    }
}

/// The outline: `nodes` in the order of the text, `roots` those under none.
#[derive(Debug, Default)]
pub struct Outline {
    /// All nodes.
    pub nodes: Vec<Node>,
    /// Nodes under no other.
    pub roots: Vec<usize>,
    /// Paragraphs before the first node.
    pub preamble: Vec<Span>,
    /// Rows of tables.
    pub rows: Vec<Row>,
    /// The document is a regulation: its articles rule what may be done, they plan nothing.
    pub regulates: bool,
}

/// A row of a table.
#[derive(Debug)]
pub struct Row {
    /// The row, with the lines that spilled out of it.
    pub span: Span,
    /// Where its own line ends.
    pub line_end: usize,
}

/// A regulation has at least so many articles.
const FEWEST_ARTICLES: usize = 3;
/// A table's title ends what stands above it.
const CAPTION: usize = 0;
const BARE: usize = 1000;
const LEAD: usize = 1001;

/// Reads the outline.
pub fn outline(text: &Text, meta: &Meta) -> Outline {
    let lines: Vec<Span> = text
        .lines
        .iter()
        .enumerate()
        .filter(|(at, line)| !meta.apart[*at] && matches!(line.kind, LineKind::Body | LineKind::Table) && line.span.start < line.span.end)
        .map(|(_, line)| line.span)
        .collect();
    let is_row = |span: Span| text.lines[text.line_at(span.start)].kind == LineKind::Table;
    let mut out = Outline::default();
    let mut stack: Vec<usize> = Vec::new();
    let has_leads = lines.windows(2).filter(|pair| is_lead_line(text, pair[0], pair[1])).count() >= 2;
    // 成绩单, 任务书: so short a line is a heading only where another one is.
    let is_short = |pair: &&[Span]| is_tiny(text.slice(pair[0])) && pair[1].end - pair[1].start >= 24;
    let has_tiny = lines.windows(2).filter(is_short).count() >= 2;
    // Articles are items of a plan, but not those of a regulation.
    let regulates = meta
        .title
        .as_deref()
        .is_none_or(|title| ["办法", "条例", "规定", "细则", "制度", "章程", "规则"].iter().any(|w| title.contains(w)));
    let articles = lines.iter().filter(|line| marks::mark_in(text.slice(**line)).is_some_and(|mark| mark.level == Level::Article)).count();
    out.regulates = meta.title.is_some() && regulates && articles >= FEWEST_ARTICLES;
    let mut at = 0;
    while at < lines.len() {
        let line = lines[at];
        let next = lines.get(at + 1).copied();
        at += 1;
        if is_row(line) {
            if let Some(node) = stack.last() {
                out.nodes[*node].has_rows = true;
            }
            out.rows.push(Row { span: line, line_end: line.end });
            continue;
        }
        let mark = marks::mark_in(text.slice(line)).filter(|mark| mark.level != Level::Article || !regulates);
        let mark = mark.or_else(|| bullet(text.slice(line)));
        if mark.is_none() && spills(text, &out, line, next.is_some_and(is_row)) {
            out.rows.last_mut().expect("a row spilled").span.end = line.end;
            continue;
        }
        if is_note_line(text, line) {
            if let Some(node) = stack.last().map(|at| &mut out.nodes[*at]) {
                node.notes.push((node.paragraphs.len(), line));
            }
            continue;
        }
        let (depth, head, subtitle) = match &mark {
            Some(mark) => (mark.depth(), Span::new(line.start + mark.length.min(line.end - line.start), line.end), None),
            None if has_leads && next.is_some_and(|next| is_lead_line(text, line, next)) => (LEAD, line, None),
            // The title of a table on the line above it.
            None if next.is_some_and(is_row) && !is_row(line) && is_plain(text.slice(line)) => (CAPTION, line, None),
            None if has_tiny && is_tiny(text.slice(line)) && next.is_some_and(|next| next.end - next.start >= 24) => (BARE, line, None),
            None => match heading(text, line, next, lines.get(at + 1).copied().filter(|l| !is_row(*l))) {
                Some(two_lines) => (BARE, line, next.filter(|_| two_lines)),
                None => {
                    let paragraphs = match stack.last() {
                        Some(node) => &mut out.nodes[*node].paragraphs,
                        None => &mut out.preamble,
                    };
                    match paragraphs.last_mut().filter(|_| is_bracketed_note(text, line)) {
                        // A note in brackets on a line of its own closes the paragraph above.
                        Some(above) => above.end = line.end,
                        None => paragraphs.push(line),
                    }
                    continue;
                }
            },
        };
        at += usize::from(subtitle.is_some());
        while stack.last().is_some_and(|top| out.nodes[*top].depth >= depth) {
            stack.pop();
        }
        let node = out.nodes.len();
        match stack.last() {
            Some(parent) => out.nodes[*parent].children.push(node),
            None => out.roots.push(node),
        }
        let is_lead = depth == LEAD;
        out.nodes.push(Node { mark, depth, line, head, is_lead, paragraphs: vec![], notes: vec![], has_rows: false, children: vec![] });
        stack.push(node);
    }
    out
}

/// Returns the sign before an item that opens with a lead sentence: ★建设医共体。…; other such lines are a digest.
fn bullet(words: &[char]) -> Option<Mark> {
    let sign = *words.first()?;
    let is_bullet = matches!(sign, '●' | '■' | '◆' | '▪' | '•' | '★' | '☆' | '○' | '◎' | '▶' | '▲' | '◇');
    let space = words[1..].iter().take_while(|c| **c == ' ').count();
    let led = words.len() >= 40 && titles::has_lead_sentence(&words[1 + space..]);
    (is_bullet && led).then(|| Mark { level: Level::Dash, number: String::new(), written: sign.to_string(), length: 1 + space })
}

/// Returns true for a line that is one responsibility note in brackets.
fn is_bracketed_note(text: &Text, line: Span) -> bool {
    let whole = |note: &units::Note| note.span.start == line.start && note.span.end + 1 >= line.end;
    matches!(text.chars[line.start], '（' | '(' | '〔' | '[' | '【')
        && units::notes(text, line, &mut LeadRule::default()).first().is_some_and(whole)
}

/// Returns true for a line that belongs into the last cell of the row above it.
fn spills(text: &Text, out: &Outline, line: Span, before_row: bool) -> bool {
    let Some(row) = out.rows.last() else { return false };
    let adjoins = row.span.end + 1 == line.start;
    let short = line.end - line.start <= 60 && !text.slice(line).contains(&'。');
    adjoins && (before_row || short) && out.rows.len() >= 2
}

/// Returns true for a short sentence on a line of its own before a long paragraph.
fn is_lead_line(text: &Text, line: Span, next: Span) -> bool {
    let words = text.slice(line);
    let one_sentence = words.last() == Some(&'。') && words.iter().filter(|c| matches!(c, '。' | '，' | '；' | '：')).count() == 1;
    one_sentence
        && words.len() <= 30
        && next.end - next.start >= 60
        && marks::mark_in(words).is_none()
        && marks::mark_in(text.slice(next)).is_none()
}

/// Recognises an unnumbered heading; returns whether it takes two lines.
fn heading(text: &Text, line: Span, next: Option<Span>, after: Option<Span>) -> Option<bool> {
    let words = text.slice(line);
    let dashed = words.ends_with(&['—', '—']);
    let next_words = text.slice(next?);
    if dashed && words.len() <= 30 {
        return Some(is_plain(next_words) && is_long(text, after));
    }
    (is_plain(words) && is_long(text, next) && !matches!(words.last(), Some('，' | '、'))).then_some(false)
}

/// Returns true for a paragraph that may stand under a heading.
fn is_long(text: &Text, span: Option<Span>) -> bool {
    span.is_some_and(|s| s.end - s.start >= 40 && marks::mark_in(text.slice(s)).is_none())
}

fn is_tiny(words: &[char]) -> bool {
    (2..=3).contains(&words.len()) && words.iter().all(|c| is_han(*c))
}

/// Returns true for words that can be a heading: short, and no sentence.
fn is_plain(words: &[char]) -> bool {
    (4..=36).contains(&words.len())
        && !words.iter().any(|c| matches!(c, '。' | '；' | '：' | ':' | '●' | '【'))
        && words.iter().filter(|c| is_han(**c)).count() * 2 > words.len()
        && !words.iter().all(|c| c.is_ascii_digit() || matches!(c, '年' | '月' | '日'))
}
