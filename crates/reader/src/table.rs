//! Tables of tasks and of indicators, as rows whose cells are parted by ` | `.

mod columns;
pub mod run_on;
mod values;

use crate::dates::{self, Calendar};
use crate::marks;
use crate::model::{Draft, Measure, Section, Span, Target, UnitMention};
use crate::outline::Row;
use crate::targets::{self, Setting};
use crate::text::Text;
use crate::units;
use columns::{Column, Header};

/// Reads the rows of all tables into the draft; `sections` gives the section of the heading each row stands under.
pub fn read(text: &Text, rows: &[Row], calendar: Calendar, draft: &mut Draft) {
    let mut headings: Vec<(usize, usize)> = draft.sections.iter().enumerate().map(|(at, section)| (section.span.start, at)).collect();
    headings.sort_unstable();
    let mut table = Table {
        text,
        calendar,
        header: None,
        width: 0,
        carried: Vec::new(),
        absent: 0..0,
        last_task: String::new(),
        section: None,
        headings,
    };
    let wide = |from: usize| rows[from..].iter().take(60).map(|row| table_cells(text, row).len()).max().unwrap_or(0);
    let mut at = 0;
    while at < rows.len() {
        let row = &rows[at];
        let cells = table_cells(text, row);
        let header = columns::header(text, &cells).map(|header| {
            let adjoins = |below: &&Row| row.span.end + 1 == below.span.start;
            let below = rows.get(at + 1).filter(adjoins).map(|below| table_cells(text, below));
            let of_two = below.and_then(|below| columns::header_of_two(text, &cells, &below));
            at += usize::from(of_two.is_some());
            of_two.unwrap_or(header)
        });
        at += 1;
        match header {
            Some(header) => (table.header, table.width, table.carried) = (Some(header), wide(at - 1), Vec::new()),
            None => table.row(row, cells, draft),
        }
    }
}

/// Returns the cells of a row, trimmed; what spilled onto further lines belongs to the last but the empty ones.
fn table_cells(text: &Text, row: &Row) -> Vec<Span> {
    let mut cells = Vec::new();
    let mut start = row.span.start;
    for at in row.span.start..row.line_end {
        if text.chars[at] == '|' {
            cells.push(text.trimmed(Span::new(start, at)));
            start = at + 1;
        }
    }
    cells.push(text.trimmed(Span::new(start, row.line_end)));
    cells
}

/// A task's name is no longer than this; longer words are its details.
const LONGEST_NAME: usize = 30;

struct Table<'a> {
    text: &'a Text,
    calendar: Calendar,
    header: Option<Header>,
    /// The number of columns, that of the longest row.
    width: usize,
    /// The last cells seen in each column: rows of a span leave theirs out.
    carried: Vec<Span>,
    /// The columns the row at hand has no cells for.
    absent: std::ops::Range<usize>,
    /// The task of the row before: a merged cell repeats it.
    last_task: String,
    section: Option<usize>,
    /// Where the sections of the text begin, with their indices.
    headings: Vec<(usize, usize)>,
}

impl Table<'_> {
    fn row(&mut self, row: &Row, cells: Vec<Span>, draft: &mut Draft) {
        let Some(header) = self.header.clone() else { return };
        let filled: Vec<Span> = cells.iter().copied().filter(|cell| cell.start < cell.end).collect();
        if filled.is_empty() || self.is_sum(&filled) {
            return;
        }
        if let Some(title) = self.section_title(&cells, &filled, &header) {
            self.section = Some(draft.sections.len());
            let number = filled.first().filter(|first| **first != title).map(|first| self.text.words(*first));
            let number = number.map(|n| if n.chars().all(|c| "一二三四五六七八九十".contains(c)) { n + "、" } else { n });
            draft.sections.push(Section { number, title: self.text.words(title), span: title });
            self.carried.clear();
            return;
        }
        let placed = self.placed(&cells, &header);
        match header.is_of_indicators() {
            true => self.indicator(&placed, &header, row, draft),
            false => self.measure(&placed, &header, row, draft),
        }
    }

    /// Returns the last heading of the text before a row.
    fn section_above(&self, at: usize) -> Option<usize> {
        self.headings.partition_point(|(start, _)| *start < at).checked_sub(1).map(|i| self.headings[i].1)
    }

    fn is_sum(&self, filled: &[Span]) -> bool {
        let first = self.text.words(filled[0]);
        ["合计", "总分", "总计", "小计", "共计"].contains(&first.as_str())
    }

    /// Returns the title of a row that is a heading: 一、|…, or one cell alone.
    fn section_title(&self, cells: &[Span], filled: &[Span], header: &Header) -> Option<Span> {
        let first = self.text.words(*filled.first()?);
        let numeral = first.trim_end_matches(['、', '.', '）', ')']).trim_start_matches(['（', '(']);
        let marked = first.chars().count() <= 5 && !numeral.is_empty() && numeral.chars().all(|c| "一二三四五六七八九十".contains(c));
        if marked {
            return Some(*filled.get(1)?);
        }
        let numbers_only = filled.len() == 1 && cells.len() >= header.len().min(3);
        let heading = marks::mark(&first).is_some_and(|mark| mark.level <= marks::Level::ChineseBracket);
        (numbers_only && heading).then(|| filled[0])
    }

    /// Puts the cells of a row under their columns. A short row lost cells of a row-span: the first ones, which are
    /// carried down, unless it begins with its own number; then the last ones.
    fn placed(&mut self, cells: &[Span], header: &Header) -> Vec<Option<Span>> {
        let width = self.width.max(cells.len());
        let numbered = header.column(0) == Some(Column::Number)
            && cells.first().is_some_and(|cell| {
                (1..=4).contains(&(cell.end - cell.start)) && self.text.slice(*cell).iter().all(|c| c.is_ascii_digit())
            });
        let missing = if numbered { 0 } else { width - cells.len() };
        self.absent = if numbered { cells.len()..width } else { 0..missing };
        let mut placed: Vec<Option<Span>> = vec![None; width];
        for (at, cell) in cells.iter().enumerate() {
            placed[(at + missing).min(width - 1)] = Some(*cell).filter(|cell| cell.start < cell.end);
        }
        self.carried.resize(width, Span::new(0, 0));
        for (at, cell) in placed.iter().enumerate() {
            if let Some(cell) = cell {
                self.carried[at] = *cell;
            }
        }
        placed
    }

    /// Returns the cell of a column.
    fn cell(&self, placed: &[Option<Span>], at: usize) -> Option<Span> {
        placed.get(at).copied().flatten()
    }

    /// Returns the cell of a column, or the one above where the row has none.
    fn carried_cell(&self, placed: &[Option<Span>], at: usize) -> Option<Span> {
        let above = || self.carried.get(at).copied().filter(|cell| self.absent.contains(&at) && cell.start < cell.end);
        self.cell(placed, at).or_else(above)
    }

    fn measure(&mut self, placed: &[Option<Span>], header: &Header, row: &Row, draft: &mut Draft) {
        let own = |column: Column| header.places(column).into_iter().filter_map(|at| self.cell(placed, at)).collect::<Vec<Span>>();
        let mut tasks = own(Column::Task);
        let details = own(Column::Detail);
        // 任务类别 | 任务内容: a short task beside a long one names it.
        let is_short = |cell: &&Span| cell.end - cell.start <= LONGEST_NAME && !self.text.slice(**cell).contains(&'，');
        let named = tasks.iter().rposition(|cell| is_short(&cell)).unwrap_or(tasks.len().saturating_sub(1));
        let details: Vec<Span> = tasks.drain((named + 1).min(tasks.len())..).chain(details).collect();
        let task = tasks.last().map(|task| self.text.words(*task)).unwrap_or_default();
        let repeated = !details.is_empty() && task == self.last_task;
        self.last_task = task;
        let Some(title) = tasks.last().filter(|_| !repeated).or(details.first()).copied() else { return };
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
        let mut targets: Vec<Target> = Vec::new();
        for part in &parts {
            // A cell repeats what another says.
            let said = targets.len();
            for target in targets::scan(self.text, *part, &[], setting) {
                if !targets[..said]
                    .iter()
                    .any(|other| (other.value, other.upper, &other.unit) == (target.value, target.upper, &target.unit))
                {
                    targets.push(target);
                }
            }
        }
        let mut units: Vec<UnitMention> = Vec::new();
        for at in 0..placed.len() {
            let Some(Column::Units(role)) = header.column(at) else { continue };
            let Some(cell) = self.carried_cell(placed, at) else { continue };
            units.extend(units::cell(self.text, cell, role));
        }
        // 1.编制规划 in a cell: its mark is the number where no column holds it.
        let own_mark = marks::mark_in(self.text.slice(title));
        let title = own_mark.as_ref().map_or(title, |mark| Span::new(title.start + mark.length.min(title.end - title.start), title.end));
        let short = title.end - title.start <= 60;
        let title_words = if short { self.text.words(title) } else { self.text.words(crate::titles::lead(self.text, title)) };
        let (deadline, deadline_span) = self.deadline(placed, header, &parts).unzip();
        let column = header.places(Column::Number).first().and_then(|at| self.cell(placed, *at)).map(|cell| self.text.words(cell));
        let number = column.or(own_mark.map(|mark| mark.number).filter(|number| !number.is_empty()));
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

    /// Returns the day from the column of deadlines, else from the words.
    fn deadline(&self, placed: &[Option<Span>], header: &Header, parts: &[Span]) -> Option<(chrono::NaiveDate, Span)> {
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

    fn indicator(&mut self, placed: &[Option<Span>], header: &Header, row: &Row, draft: &mut Draft) {
        let Some(name) = header.places(Column::Indicator).last().and_then(|at| self.cell(placed, *at)) else { return };
        let unit = header.places(Column::Measure).first().and_then(|at| self.cell(placed, *at)).map(|cell| self.text.words(cell));
        let group = header.places(Column::Group).first().and_then(|at| self.cell(placed, *at));
        if let Some(group) = group.filter(|group| group.start >= row.span.start && group.end <= row.line_end) {
            draft.sections.push(Section { number: None, title: self.text.words(group), span: group });
        }
        let values = header.value_columns();
        let past = |year: Option<i32>| year.zip(self.calendar.first).is_some_and(|(year, first)| year < first);
        // 2025年 | 2030年: a table without a word on the years of its plan begins where it starts from.
        let first_year = values.iter().filter_map(|(_, year)| *year).min();
        let spread = values.iter().filter_map(|(_, year)| *year).max().zip(first_year).is_some_and(|(last, first)| last - first >= 4);
        let past = |year: Option<i32>| past(year) || (self.calendar.first.is_none() && spread && year == first_year);
        let any_ahead = values.iter().any(|(_, year)| !past(*year));
        for (at, year) in values {
            // A year before the plan is what it starts from.
            if any_ahead && past(year) {
                continue;
            }
            let Some(cell) = self.cell(placed, at) else { continue };
            let due = year.and_then(|year| dates::last_day(year, 12));
            if let Some(target) = values::target(self.text, name, unit.as_deref(), cell, due) {
                draft.targets.push(target);
            }
        }
    }
}

#[cfg(test)]
mod tests;
