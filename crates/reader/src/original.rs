//! A document before cleaning, and what cleaning did to it.
//!
//! The original is the text found in the file, its lines parted by `\n`. It is not kept with a draft: it is in the file.

use crate::clean::{is_invisible, is_space, syllable};
use crate::model::{Source, Span};
use crate::{Error, decode};

/// A document before cleaning, beside its cleaned text.
#[derive(Clone, Debug, PartialEq)]
pub struct Original {
    /// Its text.
    pub text: String,
    /// Its lines, without line breaks; in characters of the text, as every [`Span`] here.
    pub lines: Vec<Span>,
    /// What cleaning did, in the order of the text. White space that was dropped is not listed.
    pub changes: Vec<Change>,
    chars: Vec<char>,
    /// What became of each character, and where that stands in the cleaned text.
    became: Vec<Option<(char, u32)>>,
}

/// Something that cleaning did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// What it did.
    pub kind: ChangeKind,
    /// To which words of the original.
    pub span: Span,
}

/// What cleaning does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ChangeKind {
    /// Drops pinyin put in brackets behind a character.
    Pinyin,
    /// Writes Traditional characters as Simplified ones.
    Traditional,
    /// Puts characters right whose bytes were torn apart.
    Repaired,
    /// Joins a line to the one before; the change stands at the line break.
    Joined,
    /// Writes half-width punctuation full-width.
    Punctuation,
    /// Parts the cells of a table with bars, where tabs or bare bars stood.
    Cells,
}

impl Original {
    /// Returns the original of a source, from the file it was read from; none if the source was read by a version of the
    /// program that found another text in it or kept no trace.
    ///
    /// # Errors
    /// As [`crate::read`].
    pub fn of(source: &Source, name: &str, bytes: &[u8]) -> Result<Option<Original>, Error> {
        Ok(Original::beside(source, decode::decode(name, bytes)?.lines.join("\n")))
    }

    fn beside(source: &Source, text: String) -> Option<Original> {
        let chars: Vec<char> = text.chars().collect();
        let mut became = vec![None; chars.len()];
        let mut cleaned = source.text.chars();
        for (at, place) in (0..).zip(source.trace.places()) {
            let (place, c) = (became.get_mut(place as usize)?, cleaned.next()?);
            // Of the bar between two cells and the spaces around it, all from one sign, the bar is what became of it.
            if place.is_none_or(|(before, _)| before == ' ') {
                *place = Some((c, at));
            }
        }
        if cleaned.next().is_some() {
            return None;
        }
        let mut start = 0;
        let lines = text.split('\n').map(|line| {
            let span = Span::new(start, start + line.chars().count());
            start = span.end + 1;
            span
        });
        let lines = lines.collect();
        let changes = changes(&chars, &became, &source.repaired)?;
        Some(Original { text, lines, changes, chars, became })
    }

    /// Returns the words of a span.
    pub fn words(&self, span: Span) -> String {
        self.chars[span.start..span.end].iter().collect()
    }

    /// Returns what became of the words of a span.
    pub fn became(&self, span: Span) -> String {
        self.became[span.start..span.end].iter().flatten().map(|(c, _)| c).collect()
    }

    /// Returns where the first character of a span that is in the cleaned text stands there.
    pub fn cleaned(&self, span: Span) -> Option<usize> {
        self.became[span.start..span.end].iter().flatten().map(|(_, at)| *at as usize).next()
    }

    /// Returns the index of the line a character stands in.
    pub fn line_at(&self, at: usize) -> usize {
        self.lines.partition_point(|line| line.end < at)
    }

    /// Returns where words of the cleaned text stand: a stretch for each line, with the pinyin and the damage behind its
    /// last character.
    pub fn places(&self, source: &Source, words: Span) -> Vec<Span> {
        let mut places: Vec<(usize, Span)> = Vec::new();
        for stretch in source.trace.stretches_of(words) {
            let mut start = stretch.start;
            while start < stretch.end {
                let line = self.line_at(start);
                let end = stretch.end.min(self.lines[line].end);
                match places.last_mut() {
                    _ if start >= end => {}
                    // Within a line words stand in order; only a bar and its spaces share a place.
                    Some((last, place)) if *last == line && place.start <= start => place.end = place.end.max(end),
                    _ => places.push((line, Span::new(start, end))),
                }
                // The line break belongs to neither line.
                start = end + 1;
            }
        }
        places.into_iter().map(|(_, place)| Span::new(place.start, self.end_with_dropped(place.end))).collect()
    }

    fn end_with_dropped(&self, end: usize) -> usize {
        let next = self.changes.partition_point(|change| change.span.start <= end);
        match self.changes[..next].last() {
            Some(Change { kind: ChangeKind::Pinyin, span }) if span.start == end => span.end,
            Some(Change { kind: ChangeKind::Repaired, span }) if span.start < end => end.max(span.end),
            _ => end,
        }
    }
}

/// Returns what was done to each character that is not as it was; none if no step of the cleaning does such a thing, so
/// that the trace cannot be of this text.
fn changes(chars: &[char], became: &[Option<(char, u32)>], repaired: &[Span]) -> Option<Vec<Change>> {
    let mut changes: Vec<Change> = Vec::new();
    let mut repaired = repaired.iter().copied().filter(|span| span.start < span.end).peekable();
    let mut at = 0;
    while at < chars.len() {
        let (end, kind) = match repaired.next_if(|span| span.start == at) {
            Some(span) if span.end <= chars.len() => (span.end, Some(ChangeKind::Repaired)),
            _ => change(chars, became, at)?,
        };
        let span = Span::new(at, end);
        match (changes.last_mut(), kind) {
            (_, None) => {}
            (Some(Change { kind: ChangeKind::Traditional, span }), Some(ChangeKind::Traditional)) if span.end == at => span.end = end,
            (_, Some(kind)) => changes.push(Change { kind, span }),
        }
        at = end;
    }
    repaired.next().is_none().then_some(changes)
}

/// Returns what was done to the character at a place, and where that ends; the kind is none if it is as it was.
fn change(chars: &[char], became: &[Option<(char, u32)>], at: usize) -> Option<(usize, Option<ChangeKind>)> {
    let kind = match (chars[at], became[at].map(|(c, _)| c)) {
        (c, Some(now)) if c == now => None,
        ('\n', None | Some(' ' | '|')) => Some(ChangeKind::Joined),
        ('\t', Some('|')) | ('|', None | Some('／')) => Some(ChangeKind::Cells),
        (c, None | Some(' ')) if is_space(c) || is_invisible(c) => None,
        ('(' | '（', None) => {
            let (end, _) = syllable(chars, at + 1).filter(|(end, _)| became[at..*end].iter().all(Option::is_none))?;
            return Some((end, Some(ChangeKind::Pinyin)));
        }
        (c, Some(now)) if full_width(c) == Some(now) => Some(ChangeKind::Punctuation),
        (c, Some(now)) if crate::chars::is_han(c) && crate::chars::is_han(now) => Some(ChangeKind::Traditional),
        _ => return None,
    };
    Some((at + 1, kind))
}

fn full_width(c: char) -> Option<char> {
    const FORMS: [(char, char); 7] = [(',', '，'), (':', '：'), (';', '；'), ('?', '？'), ('!', '！'), ('(', '（'), (')', '）')];
    FORMS.iter().find(|(half, _)| *half == c).map(|(_, full)| *full)
}

#[cfg(test)]
mod tests;
