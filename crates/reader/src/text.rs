//! The cleaned text while it is read: characters by index, lines by number.

use crate::clean::CleanLine;
use crate::model::{Line, LineKind, Span};

const LONGEST_SENTENCE: usize = 4000;

/// The cleaned text. All positions are character indices, as in [`Span`].
pub struct Text {
    /// Its characters, `\n` between lines.
    pub chars: Vec<char>,
    /// Its lines.
    pub lines: Vec<Line>,
}

impl Text {
    /// Returns the text made of clean lines.
    pub fn new(lines: &[CleanLine]) -> Text {
        let mut text = Text { chars: Vec::new(), lines: Vec::with_capacity(lines.len()) };
        for (at, line) in lines.iter().enumerate() {
            if at > 0 {
                text.chars.push('\n');
            }
            let start = text.chars.len();
            text.chars.extend(line.text.chars());
            let kind = match line {
                CleanLine { noise: true, .. } => LineKind::Noise,
                CleanLine { text, .. } if text.contains(" | ") || text.starts_with("| ") || text.ends_with(" |") => LineKind::Table,
                _ => LineKind::Body,
            };
            text.lines.push(Line { span: Span::new(start, text.chars.len()), kind });
        }
        text
    }

    /// Returns the characters of a span.
    pub fn slice(&self, span: Span) -> &[char] {
        &self.chars[span.start..span.end]
    }

    /// Returns the words of a span.
    pub fn words(&self, span: Span) -> String {
        // Nearly all are Chinese, of three bytes: so there is one allocation.
        let mut words = String::with_capacity((span.end - span.start) * 3);
        words.extend(self.slice(span));
        words
    }

    /// Returns the span without white space at its ends.
    pub fn trimmed(&self, span: Span) -> Span {
        let Span { mut start, mut end } = span;
        while start < end && self.chars[start].is_whitespace() {
            start += 1;
        }
        while end > start && self.chars[end - 1].is_whitespace() {
            end -= 1;
        }
        Span { start, end }
    }

    /// Returns the index of the line a character stands in.
    pub fn line_at(&self, at: usize) -> usize {
        self.lines.partition_point(|line| line.span.end < at)
    }

    /// Returns the spans of the sentences in a span: up to and with 。！？； or the end of a line.
    pub fn sentences(&self, span: Span) -> Vec<Span> {
        let parts = self.split(span, |c| matches!(c, '。' | '！' | '？' | '\n'));
        // A "sentence" of many pages is no sentence; parted, it is read in bounded time.
        let short = |part: Span| {
            (part.start..part.end.max(part.start + 1))
                .step_by(LONGEST_SENTENCE)
                .map(move |at| Span::new(at, part.end.min(at + LONGEST_SENTENCE)))
        };
        parts.into_iter().flat_map(short).collect()
    }

    /// Splits a span behind every character that `ends` a part, outside quotation marks.
    pub fn split(&self, span: Span, ends: impl Fn(char) -> bool) -> Vec<Span> {
        let mut parts = Vec::new();
        let mut start = span.start;
        for at in span.start..span.end {
            if ends(self.chars[at]) {
                parts.push(Span::new(start, at + 1));
                start = at + 1;
            }
        }
        if start < span.end {
            parts.push(Span::new(start, span.end));
        }
        parts
    }
}
