//! Rows of a table of tasks: measures with who does them, by when, and how much.

use super::columns::Header;
use super::headings::Column;
use super::{Row, Table, values};
use crate::dates;
use crate::marks;
use crate::model::{Draft, Measure, Span, Target, UnitMention};
use crate::targets::{self, Setting};
use crate::units;
use domain::Role;

/// A task's name is no longer than this; longer words are its details.
const LONGEST_NAME: usize = 30;

impl Table<'_> {
    pub(super) fn measure(&mut self, placed: &[Option<Span>], header: &Header, row: &Row, draft: &mut Draft) {
        let mut tasks = self.cells(placed, header, Column::Task);
        // 重点任务 | 任务内容: a short task beside a long one names it.
        let is_short = |cell: &Span| cell.end - cell.start <= LONGEST_NAME && !self.text.slice(*cell).contains(&'，');
        let named = tasks.iter().rposition(is_short).unwrap_or(tasks.len().saturating_sub(1));
        let more = tasks.split_off((named + 1).min(tasks.len()));
        let details: Vec<Span> = more.into_iter().chain(self.cells(placed, header, Column::Detail)).collect();
        let indicator = self.cells(placed, header, Column::Indicator).last().copied();
        let task = tasks.last().map(|task| self.text.words(*task)).unwrap_or_default();
        let again = task.is_empty() || task == self.last_task;
        let repeated = !task.is_empty() && again && !(details.is_empty() && indicator.is_none());
        let carried = header.places(Column::Task).last().and_then(|at| self.carried_cell(placed, *at));
        // 家庭医生 | 重点人群签约率 | 85%: a short detail says what is counted.
        let told = details.last().copied().filter(|cell| self.is_name(*cell));
        let subject = indicator.or(told).or(tasks.last().copied()).or(carried.filter(|_| details.is_empty()));
        let aims = subject.map(|name| self.aims(placed, header, row, name)).unwrap_or_default();
        let units = self.responsible(placed, header);
        // Further targets of a task whose cell is merged over their rows.
        if again && details.is_empty() && !header.places(Column::Task).is_empty() && !aims.is_empty() {
            let joined = draft.measures.last_mut().filter(|last| !self.last_task.is_empty() && joins(last, &units));
            if let Some(last) = joined {
                last.targets.extend(aims);
                last.span = Span::new(last.span.start, row.span.end);
                return;
            }
        }
        if !(task.is_empty() && details.is_empty()) {
            self.last_task = task;
        }
        let Some(title) = tasks.last().filter(|_| !repeated).or(details.first()).or(indicator.as_ref()).copied() else { return };
        // A figure is no task: 责任单位 | 新签约项目数.
        if title.end - title.start < 2 || !self.text.slice(title).iter().any(|c| c.is_alphabetic()) {
            return;
        }
        let mut parts: Vec<Span> = vec![title];
        parts.extend(details.iter().filter(|cell| **cell != title));
        let spilled = Span::new(row.line_end, row.span.end);
        let mut words: Vec<String> = parts.iter().map(|part| self.text.words(*part)).collect();
        if spilled.start < spilled.end {
            words.push(self.text.words(self.text.trimmed(spilled)));
        }
        let setting = Setting { calendar: self.calendar, looks_back: false };
        let mut targets: Vec<Target> = aims;
        let prose = parts.iter().filter(|part| Some(**part) != indicator);
        for part in prose {
            // A cell repeats what another says.
            let said = targets.len();
            for target in targets::scan(self.text, *part, &[], setting) {
                let same = |other: &Target| (other.value, other.upper, &other.unit) == (target.value, target.upper, &target.unit);
                if !targets[..said].iter().any(same) {
                    targets.push(target);
                }
            }
        }
        targets.sort_by_key(|target| target.span);
        // 1.编制规划 in a cell: its mark is the number where no column holds it.
        let own_mark = marks::mark_in(self.text.slice(title)).filter(|_| Some(title) != indicator);
        let title = own_mark.as_ref().map_or(title, |mark| Span::new(title.start + mark.length.min(title.end - title.start), title.end));
        let short = title.end - title.start <= 60;
        let title_words = match Some(title) == indicator {
            true => values::label(&self.text.words(title)).0,
            false if short => self.text.words(title),
            false => self.text.words(crate::titles::lead(self.text, title)),
        };
        let (deadline, deadline_span) = self.deadline(placed, header, &parts).unzip();
        let number = self.cells(placed, header, Column::Number).first().map(|cell| self.text.words(*cell));
        let number = number.or(own_mark.map(|mark| mark.number).filter(|number| !number.is_empty()));
        draft.measures.push(Measure {
            number: number.map(|n| n.trim_end_matches(['.', '、', '．']).to_owned()),
            section: self.section.or_else(|| self.section_above(row.span.start)),
            title: title_words.trim_end_matches(['。', '；', '，']).to_owned(),
            text: words.join("\n"),
            span: row.span,
            units,
            deadline,
            deadline_span,
            targets,
        });
    }

    /// Returns the units of a row. A column 单位 that holds no units of measure is theirs too.
    fn responsible(&self, placed: &[Option<Span>], header: &Header) -> Vec<UnitMention> {
        let mut found: Vec<UnitMention> = Vec::new();
        let named = (0..placed.len()).any(|at| matches!(header.column(at), Some(Column::Units(_))));
        for at in 0..placed.len() {
            let role = match header.column(at) {
                Some(Column::Units(role)) => role,
                Some(Column::Measure) if !named => Role::Responsible,
                _ => continue,
            };
            let Some(cell) = self.carried_cell(placed, at) else { continue };
            if header.column(at) == Some(Column::Measure) && !self.names_a_unit(cell) {
                continue;
            }
            found.extend(units::cell(self.text, cell, role));
        }
        found
    }

    /// Returns true for a few words without a number of their own.
    fn is_name(&self, cell: Span) -> bool {
        let words = self.text.slice(cell);
        (2..=16).contains(&words.len()) && !words.iter().any(|c| c.is_ascii_digit() || matches!(c, '，' | '；' | '。' | '、'))
    }

    /// Returns true for 市教育局 and false for 万人次.
    fn names_a_unit(&self, cell: Span) -> bool {
        const ENDS: [char; 17] = ['局', '委', '办', '处', '科', '室', '部', '院', '校', '会', '队', '司', '厅', '府', '站', '心', '组'];
        let words = self.text.words(cell);
        words.chars().count() >= 3 && !targets::is_unit(&words) && words.ends_with(ENDS)
    }

    /// Returns the day from the column of deadlines, else from the words.
    pub(super) fn deadline(&self, placed: &[Option<Span>], header: &Header, parts: &[Span]) -> Option<(chrono::NaiveDate, Span)> {
        let place = |span: Span, m: dates::Mention| (m.date, Span::new(span.start + m.start, span.start + m.end));
        let column = header.places(Column::Deadline).into_iter().find_map(|at| self.carried_cell(placed, at)).and_then(|cell| {
            dates::dates(&self.text.words(cell), self.calendar)
                .into_iter()
                .filter(|m| !m.periodic)
                .max_by_key(|m| m.date)
                .map(|m| place(cell, m))
        });
        column.or_else(|| {
            let stated = |part: &Span| dates::deadline(&self.text.words(*part), self.calendar).map(|m| place(*part, m));
            parts.iter().filter_map(stated).max_by_key(|(date, _)| *date)
        })
    }
}

/// Returns true if a row of these units goes on with a measure: nobody else is named.
fn joins(measure: &Measure, units: &[UnitMention]) -> bool {
    units.iter().all(|unit| measure.units.iter().any(|known| known.name == unit.name && known.role == unit.role))
}
