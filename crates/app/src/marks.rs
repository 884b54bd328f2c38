//! Highlights: stretches of a text, clipped to its lines and counted as a page counts.

use crate::wire::{Mark, MarkKind};
use reader::{Source, Span};

/// Something found in a text, in characters of the whole text.
pub(crate) struct Found {
    pub(crate) span: Span,
    pub(crate) kind: MarkKind,
    pub(crate) item: String,
    pub(crate) doubtful: bool,
}

/// Returns the marks of every line of a source, in UTF-16 units from the line's start, sorted and not overlapping.
///
/// Where two overlap, the one that begins first keeps its whole length and the other what is left of it.
pub(crate) fn by_line(source: &Source, mut found: Vec<Found>) -> Vec<Vec<Mark>> {
    found.sort_by_key(|found| (found.span.start, std::cmp::Reverse(found.span.end)));
    let places: Vec<Utf16> = source.text.split('\n').map(Utf16::of).collect();
    let mut lines: Vec<Vec<Mark>> = source.lines.iter().map(|_| Vec::new()).collect();
    for found in found {
        let first = source.lines.partition_point(|line| line.span.end <= found.span.start);
        for (at, line) in source.lines.iter().enumerate().skip(first).take_while(|(_, line)| line.span.start < found.span.end) {
            let free = lines[at].last().map_or(0, |mark| mark.end);
            let start = places[at].at(found.span.start.saturating_sub(line.span.start)).max(free);
            let end = places[at].at(found.span.end.min(line.span.end) - line.span.start);
            if start < end {
                lines[at].push(Mark { start, end, kind: found.kind, item: found.item.clone(), doubtful: found.doubtful });
            }
        }
    }
    lines
}

/// Where each character of a line begins, in UTF-16 units.
struct Utf16(Vec<u32>);

impl Utf16 {
    fn of(text: &str) -> Utf16 {
        let mut at = 0;
        let mut starts = vec![at];
        for c in text.chars() {
            at += c.len_utf16() as u32;
            starts.push(at);
        }
        Utf16(starts)
    }

    fn at(&self, character: usize) -> u32 {
        self.0[character.min(self.0.len() - 1)]
    }
}

/// Returns the marks of one text of its own, for quotes that stand in it.
pub(crate) fn in_text(text: &str, quotes: impl Iterator<Item = (String, MarkKind, String)>) -> Vec<Mark> {
    let line = reader::Line { span: Span::new(0, text.chars().count()), kind: reader::LineKind::Body };
    // A measure's text is one line to the page: its line breaks count as characters of it.
    let flat = text.replace('\n', " ");
    let source = Source { format: reader::Format::Text, text: flat, lines: vec![line] };
    let place = |quote: &str| {
        let byte = source.text.find(quote)?;
        let start = source.text[..byte].chars().count();
        Some(Span::new(start, start + quote.chars().count()))
    };
    let found = quotes.filter_map(|(quote, kind, item)| Some(Found { span: place(&quote)?, kind, item, doubtful: false })).collect();
    by_line(&source, found).remove(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marks(text: &str, spans: &[(usize, usize)]) -> Vec<(usize, u32, u32)> {
        let mut start = 0;
        let lines = text.split('\n').map(|line| {
            let span = Span::new(start, start + line.chars().count());
            start = span.end + 1;
            reader::Line { span, kind: reader::LineKind::Body }
        });
        let source = Source { format: reader::Format::Text, lines: lines.collect(), text: text.to_owned() };
        let found =
            spans.iter().map(|(a, b)| Found { span: Span::new(*a, *b), kind: MarkKind::Target, item: "t0".into(), doubtful: false });
        let lines = by_line(&source, found.collect());
        lines.into_iter().enumerate().flat_map(|(i, marks)| marks.into_iter().map(move |mark| (i, mark.start, mark.end))).collect()
    }

    #[test]
    fn marks_are_counted_in_the_pages_units_and_cut_at_line_ends() {
        assert_eq!(marks("新建20个", &[(2, 5)]), [(0, 2, 5)]);
        assert_eq!(marks("𠮷县20个\n乙", &[(2, 4), (6, 7)]), [(0, 3, 5), (1, 0, 1)]);
        assert_eq!(marks("甲乙\n丙丁", &[(1, 4)]), [(0, 1, 2), (1, 0, 1)]);
    }

    #[test]
    fn overlapping_marks_are_cut() {
        assert_eq!(marks("甲乙丙丁戊", &[(0, 3), (2, 5), (1, 2)]), [(0, 0, 3), (0, 3, 5)]);
    }
}
