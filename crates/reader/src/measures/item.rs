//! One measure, made of the parts of its text.

use super::Reader;
use crate::dates;
use crate::model::{Measure, Span, UnitMention};
use crate::outline::Node;
use crate::targets::{self, Setting};
use crate::titles;
use crate::units::{self, Note};

impl Reader<'_> {
    /// Makes a measure of the parts of its text.
    pub(super) fn measure(&mut self, node: Option<&Node>, parts: &[Span], note_lines: &[Span], section: Option<usize>) {
        let mut notes: Vec<Note> = parts.iter().flat_map(|part| self.notes_by_rule(*part)).collect();
        notes.extend(note_lines.iter().filter_map(|line| units::note_line(self.text, *line, &mut self.rule)));
        let skipped: Vec<Span> = notes.iter().map(|note| note.span).collect();
        let bodies: Vec<Span> = parts.iter().map(|part| self.without_closing_note(*part, &skipped)).collect();
        let setting = Setting { calendar: self.calendar, looks_back: false };
        let targets = bodies.iter().flat_map(|part| targets::scan(self.text, *part, &skipped, setting)).collect();
        let title = match node {
            // A line that is all the text there is may be long: its first clause is the title.
            Some(node) if parts.len() > 1 || node.head.end - node.head.start <= 30 || self.has_body(node) => self.title_of(node),
            _ => titles::lead(self.text, bodies[0]),
        };
        let end = parts.iter().chain(note_lines).map(|part| part.end).max().unwrap_or(title.end);
        let start = node.map_or(parts[0].start, |node| node.line.start);
        let (deadline, deadline_span) = self.deadline(&bodies, &skipped, note_lines).unzip();
        let mut units = Vec::new();
        for unit in notes.into_iter().flat_map(|note| note.units) {
            if !units.iter().any(|other: &UnitMention| other.name == unit.name) {
                units.push(unit);
            }
        }
        self.draft.measures.push(Measure {
            number: node.and_then(|node| node.mark.as_ref()).map(|mark| mark.number.clone()).filter(|number| !number.is_empty()),
            section,
            title: self.text.words(title).trim_end_matches(['—', '；', '。', '，']).to_owned(),
            text: bodies.iter().map(|part| self.text.words(*part)).filter(|words| !words.is_empty()).collect::<Vec<_>>().join("\n"),
            span: Span::new(start, end),
            units,
            deadline,
            deadline_span,
            targets,
        });
    }

    /// Cuts a responsibility note off the end of a part.
    fn without_closing_note(&self, part: Span, notes: &[Span]) -> Span {
        let signs = |span: Span| self.text.slice(span).iter().all(|c| matches!(c, '。' | ' ' | '；'));
        let note = notes.iter().find(|note| part.contains(**note) && signs(Span::new(note.end, part.end)));
        self.text.trimmed(note.map_or(part, |note| Span::new(part.start, note.start)))
    }

    /// Returns the day a measure is to be done by: the last one stated, or the one under 完成时限.
    fn deadline(&self, bodies: &[Span], skipped: &[Span], lines: &[Span]) -> Option<(chrono::NaiveDate, Span)> {
        let found = |span: Span, m: dates::Mention| (m.date, Span::new(span.start + m.start, span.start + m.end));
        let stated = bodies.iter().filter_map(|part| dates::deadline(&self.text.words(*part), self.calendar).map(|m| found(*part, m)));
        let labelled = skipped.iter().chain(lines).chain(bodies).filter_map(|span| {
            let words = self.text.words(*span);
            let at =
                ["时限：", "完成时间：", "时间节点：", "时间要求："].iter().find_map(|label| words.find(label).map(|i| i + label.len()))?;
            let from = Span::new(span.start + words[..at].chars().count(), span.end);
            dates::dates(&self.text.words(from), self.calendar).first().map(|m| found(from, *m))
        });
        let noted = skipped.iter().filter_map(|span| dates::deadline(&self.text.words(*span), self.calendar).map(|m| found(*span, m)));
        stated.chain(labelled).chain(noted).max_by_key(|(date, _)| *date)
    }
}
