//! Clauses of a sentence, and which of their words belong to which number.

use super::number::Number;
use crate::chars::{closing, is_closing};
use crate::model::Span;

/// Returns true for 每个县至少1个, but not for 每千人口 and 每周.
pub fn is_per_unit(before: &str) -> bool {
    let each = |word: &str, after: &[&str]| {
        before.match_indices(word).any(|(at, _)| after.iter().any(|w| before[at + word.len()..].starts_with(w)))
    };
    const UNITS: [&str; 18] =
        ["个", "家", "所", "县", "镇", "乡", "村", "街", "社区", "区", "市", "辖", "医院", "单位", "行业", "地", "院", "名"];
    each("每", &UNITS) || (each("各", &UNITS[3..]) && !before.contains("各类"))
}

/// A clause with the numbers in it that are targets. Positions count from the beginning of the sentence.
pub struct Clause<'a> {
    /// The characters of the sentence.
    pub chars: &'a [char],
    /// Where the clause stands.
    pub span: Span,
    /// Its numbers that are targets.
    pub kept: Vec<&'a Number>,
    words: String,
    /// Where each character begins in `words`, and where it ends.
    bytes: Vec<usize>,
    /// How many brackets are open before each character.
    depths: Vec<u8>,
}

impl<'a> Clause<'a> {
    /// Returns the clause at a span, its numbers still to be chosen.
    pub fn new(chars: &'a [char], span: Span) -> Clause<'a> {
        let length = span.end - span.start;
        let (words, bytes) = (String::with_capacity(length * 3), Vec::with_capacity(length + 1));
        let mut clause = Clause { chars, span, kept: Vec::new(), words, bytes, depths: Vec::with_capacity(length) };
        clause.bytes.push(0);
        let mut depth = 0u8;
        for c in &chars[span.start..span.end] {
            clause.depths.push(depth);
            if closing(*c).is_some_and(|c| c != '》') {
                depth = depth.saturating_add(1);
            } else if is_closing(*c) && *c != '》' {
                depth = depth.saturating_sub(1);
            }
            clause.words.push(*c);
            clause.bytes.push(clause.words.len());
        }
        clause
    }

    /// Returns the words between two positions, as far as they stand in the clause.
    pub fn words(&self, from: usize, to: usize) -> &str {
        let byte = |at: usize| self.bytes[at.clamp(self.span.start, self.span.end) - self.span.start];
        &self.words[byte(from.min(to))..byte(to)]
    }

    /// Returns how many brackets are open before a character.
    pub fn depth_at(&self, at: usize) -> u8 {
        self.depths[at - self.span.start]
    }

    /// Returns the words of the clause before.
    pub fn words_before(&self) -> Option<String> {
        let parts = self.chars[..self.span.start].rsplit(|c| matches!(c, '，' | '；' | '：' | '。'));
        parts.take(3).find(|words| !words.is_empty()).map(|words| words.iter().take(LONGEST_CLAUSE).collect())
    }

    /// Returns true for 分别达到65%和55%.
    pub fn is_distributed(&self) -> bool {
        let (first, last) = (self.kept[0], self.kept[self.kept.len() - 1]);
        let between = self.words(first.end, last.start.max(first.end));
        self.kept.len() >= 2
            && self.words(self.span.start, first.start).contains("分别")
            && between
                .chars()
                .all(|c| matches!(c, '和' | '、' | '与' | '及' | ' ') || c.is_ascii_digit() || "%‰.个家名人次所万以上".contains(c))
    }

    /// Returns the words that belong to one of the numbers.
    pub fn piece(&self, at: usize) -> Span {
        let parting = |from: usize, to: usize| {
            let parts = |i: &usize| matches!(self.chars[*i], '、' | '和' | '与' | '及');
            (from..to).find(|i| parts(i) && !(self.chars[*i] == '和' && self.chars.get(*i + 1) == Some(&'谐')))
        };
        let kept = &self.kept;
        let start = match at.checked_sub(1) {
            Some(previous) => parting(kept[previous].end, kept[at].start).map_or(kept[previous].end, |i| i + 1),
            None => self.span.start,
        };
        let end = match kept.get(at + 1) {
            Some(next) => parting(kept[at].end, next.start).unwrap_or(next.start),
            None => self.span.end,
        };
        Span::new(start.min(kept[at].start), end.max(kept[at].end).min(self.span.end.max(kept[at].end)))
    }
}

/// Words further apart than this have nothing to do with each other.
const LONGEST_CLAUSE: usize = 160;

/// Splits a sentence at commas, semicolons and colons outside brackets.
pub fn clauses(chars: &[char]) -> Vec<Span> {
    let mut out = Vec::new();
    // Bullets are no words.
    let bullets = chars.iter().take_while(|c| matches!(c, '●' | '■' | '◆' | '▪' | '•' | '·' | '★' | '☆' | '○' | ' ')).count();
    let (mut start, mut depth) = (bullets, 0usize);
    for (at, c) in chars.iter().enumerate() {
        if at - start.min(at) >= LONGEST_CLAUSE {
            out.push(Span::new(start, at));
            (start, depth) = (at, 0);
        }
        if closing(*c).is_some() {
            depth += 1;
        } else if is_closing(*c) {
            depth = depth.saturating_sub(1);
        } else if depth == 0 && matches!(c, '，' | '；' | '：' | ';' | '|' | '。' | '！' | '？') && !parts_ratio(chars, at) {
            out.push(Span::new(start, at));
            start = at + 1;
        }
    }
    out.push(Span::new(start, chars.len()));
    out.retain(|clause| clause.start < clause.end);
    out
}

/// Returns true for the colon of 1：1.6.
fn parts_ratio(chars: &[char], at: usize) -> bool {
    chars[at] == '：' && at > 0 && chars[at - 1] == '1' && chars.get(at + 1).is_some_and(char::is_ascii_digit)
}
