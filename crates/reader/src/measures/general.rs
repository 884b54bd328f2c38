//! Text that belongs to no measure: phases told in it, the years it speaks of, and targets of the plan's own.

use super::Reader;
use crate::dates;
use crate::model::Span;
use crate::phases;
use crate::table::run_on;
use crate::targets::{self, Setting};
use chrono::Datelike;

impl Reader<'_> {
    /// Takes phases told within a paragraph; returns true if there are any.
    pub(super) fn has_phases(&mut self, paragraph: Span) -> bool {
        let (phases, warning) = phases::inline(self.text, paragraph, self.calendar);
        let any = !phases.is_empty();
        self.draft.phases.extend(phases);
        self.draft.warnings.extend(warning);
        any
    }

    /// Notes from a paragraph's first words whether it and those behind it look back.
    pub(super) fn note_time(&mut self, paragraph: Span) {
        let head: String = self.text.slice(paragraph).iter().take(16).collect();
        let gone = self.calendar.first.and_then(|first| dates::five_years(&head).filter(|(_, last)| *last < first));
        if head.contains("年来，") || head.contains("以来，") || gone.is_some() {
            self.looks_back = true;
        }
        let Some(this_year) = self.calendar.first.filter(|_| !self.in_review) else { return };
        // 去年建成21个。今年将新建25个: its sentences tell the years apart. 到2028年，… speaks of what is to come.
        let words = self.text.words(paragraph);
        let ahead =
            |m: &dates::Mention| matches!(m.sense, dates::Sense::At | dates::Sense::By) && m.date.year() >= this_year && !m.periodic;
        if words.contains("今年") || (self.looks_back && dates::dates(&words, self.calendar).iter().any(ahead)) {
            self.looks_back = false;
            return;
        }
        let year = dates::dates(&head, self.calendar).first().map(|m| m.date.year());
        match year {
            Some(year) if year < this_year && (head.starts_with("20") || head.starts_with("去年") || head.starts_with("过去")) => {
                self.looks_back = true
            }
            Some(year) if year >= this_year => self.looks_back = false,
            _ if head.starts_with("展望") || head.starts_with("下一步") || head.contains("今年") => self.looks_back = false,
            _ => {}
        }
    }

    /// Reads text that belongs to no measure: its targets are the plan's own.
    pub(super) fn general(&mut self, paragraph: Span) {
        self.note_time(paragraph);
        if self.has_phases(paragraph) {
            return;
        }
        if run_on::is_table(&self.text.words(paragraph)) {
            self.draft.targets.extend(run_on::targets(self.text, paragraph));
            return;
        }
        let setting = Setting { calendar: self.calendar, looks_back: self.looks_back };
        self.draft.targets.extend(targets::scan(self.text, paragraph, &[], setting));
    }
}
