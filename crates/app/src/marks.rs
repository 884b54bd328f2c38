//! Highlights: stretches of a text, clipped to its lines and counted as a page counts.

use crate::wire::{Mark, MarkKind};
use reader::Span;

/// Something found in a text, in characters of the whole text.
pub(crate) struct Found {
    pub(crate) span: Span,
    pub(crate) kind: MarkKind,
    pub(crate) item: String,
    pub(crate) doubtful: bool,
}

/// Returns the marks of every line of a text, in UTF-16 units from the line's start, sorted and not overlapping.
///
/// Where two overlap, the one that begins first keeps its whole length and the other what is left of it.
pub(crate) fn by_line(text: &str, lines: &[Span], mut found: Vec<Found>) -> Vec<Vec<Mark>> {
    found.sort_by_key(|found| (found.span.start, std::cmp::Reverse(found.span.end)));
    let spans = found.iter().map(|found| (found.span, found));
    let mark =
        |Clipped { start, end, of }: Clipped<&Found>| Mark { start, end, kind: of.kind, item: of.item.clone(), doubtful: of.doubtful };
    clipped(text, lines, spans).into_iter().map(|line| line.into_iter().map(mark).collect()).collect()
}

/// The part of a stretch that stands on a line, in UTF-16 units from the line's start.
pub(crate) struct Clipped<T> {
    pub(crate) start: u32,
    pub(crate) end: u32,
    pub(crate) of: T,
}

/// Clips stretches, which come in the order of the text, to the lines they stand on.
pub(crate) fn clipped<T: Copy>(text: &str, lines: &[Span], found: impl Iterator<Item = (Span, T)>) -> Vec<Vec<Clipped<T>>> {
    let places: Vec<Utf16> = text.split('\n').map(Utf16::of).collect();
    let mut clipped: Vec<Vec<Clipped<T>>> = lines.iter().map(|_| Vec::new()).collect();
    for (span, of) in found {
        let first = lines.partition_point(|line| line.end <= span.start);
        for (at, line) in lines.iter().enumerate().skip(first).take_while(|(_, line)| line.start < span.end) {
            let free = clipped[at].last().map_or(0, |mark| mark.end);
            let start = places[at].at(span.start.saturating_sub(line.start)).max(free);
            let end = places[at].at(span.end.min(line.end) - line.start);
            if start < end {
                clipped[at].push(Clipped { start, end, of });
            }
        }
    }
    clipped
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
    // A measure's text is one line to the page: its line breaks count as characters of it.
    let flat = text.replace('\n', " ");
    let place = |quote: &str| {
        let byte = flat.find(quote)?;
        let start = flat[..byte].chars().count();
        Some(Span::new(start, start + quote.chars().count()))
    };
    let found = quotes.filter_map(|(quote, kind, item)| Some(Found { span: place(&quote)?, kind, item, doubtful: false })).collect();
    by_line(&flat, &[Span::new(0, text.chars().count())], found).remove(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marks(text: &str, spans: &[(usize, usize)]) -> Vec<(usize, u32, u32)> {
        let mut start = 0;
        let lines = text.split('\n').map(|line| {
            let span = Span::new(start, start + line.chars().count());
            start = span.end + 1;
            span
        });
        let lines: Vec<Span> = lines.collect();
        let found =
            spans.iter().map(|(a, b)| Found { span: Span::new(*a, *b), kind: MarkKind::Target, item: "t0".into(), doubtful: false });
        let lines = by_line(text, &lines, found.collect());
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
