//! Tables of tasks and of indicators, as rows whose cells are parted by ` | `.

mod aims;
mod columns;
mod headings;
mod indicators;
mod relation;
pub mod run_on;
mod tasks;
mod values;

use crate::dates::Calendar;
use crate::marks;
use crate::model::{Draft, Section, Span, Warning};
use crate::outline::Row;
use crate::text::Text;
use columns::Header;
use headings::Column;

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
        last_group: String::new(),
        section: None,
        beside_measures: false,
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
            Some(header) => {
                table.beside_measures = !draft.measures.is_empty();
                if header.is_of_indicators() && header.names_units() && table.beside_measures {
                    draft.warnings.push(Warning {
                        line: text.line_at(row.span.start) + 1,
                        message: "指标表里的责任单位没有随指标读入：指标列在计划名下，请在举措里核对责任单位".to_owned(),
                        span: Some(row.span),
                    });
                }
                (table.header, table.width, table.carried) = (Some(header), wide(at - 1), Vec::new());
            }
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
    /// The group of the row before.
    last_group: String,
    section: Option<usize>,
    /// The document has measures besides this table.
    beside_measures: bool,
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
            self.last_group.clear();
            return;
        }
        let placed = self.placed(&cells, &header);
        self.group(&placed, &header, row, draft);
        // A list of indicators beside a plan's measures says how they are measured; alone it says who does what.
        match header.is_of_indicators() && (self.beside_measures || !header.names_units()) {
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

    /// Returns the cells of all columns that hold this.
    fn cells(&self, placed: &[Option<Span>], header: &Header, wanted: Column) -> Vec<Span> {
        header.places(wanted).into_iter().filter_map(|at| self.cell(placed, at)).collect()
    }

    /// Takes a new cell of the column of groups (类别, 一级指标) as the section of this and the following rows.
    fn group(&mut self, placed: &[Option<Span>], header: &Header, row: &Row, draft: &mut Draft) {
        let own = |cell: &Span| cell.start >= row.span.start && cell.end <= row.line_end;
        let Some(cell) = self.cells(placed, header, Column::Group).into_iter().find(own) else { return };
        let title = self.text.words(cell);
        // A merged cell repeats itself; 约束性 says what kind of indicator it is.
        if title == self.last_group || title.ends_with('性') && title.chars().count() == 3 {
            return;
        }
        self.section = Some(draft.sections.len());
        draft.sections.push(Section { number: None, title: title.clone(), span: cell });
        self.last_group = title;
    }
}

#[cfg(test)]
mod tests;
