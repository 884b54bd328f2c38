//! The targets of a row: the cells under 目标值 and under years, with what they set out from.

use super::columns::Header;
use super::headings::{Column, When};
use super::values::{self, Subject};
use super::{Row, Table, relation};
use crate::chars::is_han;
use crate::dates;
use crate::model::{Span, Target};
use crate::targets::{self, Setting};
use chrono::{Datelike, NaiveDate};

/// A cell with more words than this is a sentence, not a value.
const LONGEST_VALUE: usize = 16;

impl Table<'_> {
    /// Returns the targets of a row about what a cell names.
    pub(super) fn aims(&self, placed: &[Option<Span>], header: &Header, row: &Row, name: Span) -> Vec<Target> {
        let unit = self.cells(placed, header, Column::Measure).first().map(|cell| self.text.words(*cell));
        let (columns, base) = (header.value_columns(self.calendar.first), header.base_column(self.calendar.first));
        let last = columns.iter().filter_map(|(_, year)| *year).max();
        let mut found = Vec::new();
        for (at, year) in columns {
            let Some(cell) = self.cell(placed, at) else { continue };
            let subject = |at: usize| Subject::new(self.text, name, header.unit(at).or(unit.as_deref()), row.span.start);
            let due = year.and_then(|year| dates::last_day(year, 12));
            let mut targets = match self.is_sentence(cell, header) {
                true => self.told(cell, &subject(at), due),
                false => values::targets(self.text, &subject(at), cell, due),
            };
            if let ([target], Some((base, when))) = (targets.as_mut_slice(), base)
                && let Some(cell) = self.cell(placed, base)
            {
                let day = self.day(when).filter(|day| target.due.is_none_or(|due| *day <= due));
                target.baseline = values::baseline(self.text, &subject(base), cell, day, target);
                relation::ask_if_falling(target);
            }
            // What is to be reached on the way goes by its year.
            if let Some(year) = year.filter(|year| last.is_some_and(|last| *year < last)) {
                targets.iter_mut().for_each(|target| target.name = format!("{}（{year}年）", target.name));
            }
            found.extend(targets);
        }
        found
    }

    /// Returns true for 新建10个、改造20个 in the row of a task, and for any long text: its own words name what is counted.
    fn is_sentence(&self, cell: Span, header: &Header) -> bool {
        let words = self.text.slice(cell).iter().filter(|c| is_han(**c)).count();
        let names_itself = header.places(Column::Indicator).is_empty() && !values::is_value(self.text, cell);
        words > LONGEST_VALUE || names_itself
    }

    /// Returns the targets a cell tells in words; what they name too shortly is named after the row.
    fn told(&self, cell: Span, subject: &Subject, due: Option<NaiveDate>) -> Vec<Target> {
        let setting = Setting { calendar: self.calendar, looks_back: false };
        let mut found = targets::scan(self.text, cell, &[], setting);
        for target in &mut found {
            target.due = target.due.or(due);
            let short = target.name.chars().filter(|c| is_han(*c)).count() < 4;
            if short && !target.name.is_empty() {
                // 完成30个 says no more than 30个.
                let own =
                    target.name.chars().any(is_han) && !["完成", "实现", "达到", "建成", "开展", "力争"].contains(&target.name.as_str());
                target.name = if own { format!("{}（{}）", subject.label, target.name) } else { subject.label.clone() };
            }
        }
        if found.is_empty() { values::targets(self.text, subject, cell, due) } else { found }
    }

    /// Returns the day a column of baselines speaks of.
    fn day(&self, when: When) -> Option<NaiveDate> {
        let last_year = || self.calendar.issued.map(|day| day.year()).or(self.calendar.year).map(|year| year - 1);
        match when {
            When::Year(year) => dates::last_day(year, 12),
            When::LastYear => dates::last_day(last_year()?, 12),
            When::Untold => None,
        }
    }
}
