//! The columns of a table, from one or two rows of headings.

use super::headings::{Column, When, column, year};
use crate::model::Span;
use crate::text::Text;
use domain::Role;

/// The columns of a table.
#[derive(Clone, Debug)]
pub struct Header {
    columns: Vec<Column>,
    /// The unit of measure in a column's heading: 目标值（%）.
    units: Vec<Option<String>>,
}

impl Header {
    /// Returns how many columns have a heading.
    pub fn len(&self) -> usize {
        self.columns.len()
    }

    /// Returns what a column holds.
    pub fn column(&self, at: usize) -> Option<Column> {
        self.columns.get(at).copied()
    }

    /// Returns the unit of measure a column's heading names.
    pub fn unit(&self, at: usize) -> Option<&str> {
        self.units.get(at)?.as_deref()
    }

    /// Returns the columns that hold this.
    pub fn places(&self, wanted: Column) -> Vec<usize> {
        (0..self.columns.len()).filter(|at| self.columns[*at] == wanted).collect()
    }

    /// Returns the columns of targets with their years. `first` is the first year that is not past.
    pub fn value_columns(&self, first: Option<i32>) -> Vec<(usize, Option<i32>)> {
        self.years(first).into_iter().filter(|(.., past)| !past).map(|(at, year, _)| (at, year)).collect()
    }

    /// Returns the column of what the targets set out from: one that says so, else the last year before theirs.
    pub fn base_column(&self, first: Option<i32>) -> Option<(usize, When)> {
        let named = self.columns.iter().enumerate().filter_map(|(at, column)| match column {
            Column::Baseline(when) => Some((at, *when)),
            _ => None,
        });
        let named = named.max_by_key(|(_, when)| if let When::Year(year) = when { *year } else { i32::MAX });
        let bare = |at: &usize| matches!(self.columns[*at], Column::Year(_));
        let past = || self.years(first).into_iter().filter(|(at, _, past)| *past && bare(at)).max_by_key(|(_, year, _)| *year);
        named.or_else(|| past().and_then(|(at, year, _)| Some((at, When::Year(year?)))))
    }

    /// Returns the columns of values with their years, and whether these are past: before the first year that is not, or
    /// before those of 目标值. Where all are, none is.
    fn years(&self, first: Option<i32>) -> Vec<(usize, Option<i32>, bool)> {
        let aimed = self.columns.iter().filter_map(|column| if let Column::Value(year) = column { *year } else { None }).min();
        // 2025年 | 2030年: a table that stands without a word on the years of its plan begins where it starts from.
        let bare = || self.columns.iter().filter_map(|column| if let Column::Year(year) = column { Some(*year) } else { None });
        let spread = first.is_none() && aimed.is_none() && bare().max().zip(bare().min()).is_some_and(|(last, first)| last - first >= 4);
        let start = bare().min().filter(|_| spread);
        let past = |year: i32, aim: Option<i32>| {
            first.is_some_and(|first| year < first) || aim.is_some_and(|aim| year < aim) || start == Some(year)
        };
        let values = self.columns.iter().enumerate().filter_map(|(at, column)| match column {
            Column::Value(year) => Some((at, *year, year.is_some_and(|year| past(year, None)))),
            Column::Year(year) => Some((at, Some(*year), past(*year, aimed))),
            _ => None,
        });
        let values: Vec<(usize, Option<i32>, bool)> = values.collect();
        let any_ahead = values.iter().any(|(.., past)| !past);
        values.into_iter().map(|(at, year, past)| (at, year, past && any_ahead)).collect()
    }

    /// Returns true for a table of indicators rather than of tasks.
    pub fn is_of_indicators(&self) -> bool {
        self.columns.contains(&Column::Indicator) && self.has_values() && !self.columns.contains(&Column::Task)
    }

    /// Returns true if it says who is responsible.
    pub fn names_units(&self) -> bool {
        self.columns.iter().any(|c| matches!(c, Column::Units(_)))
    }

    fn has_values(&self) -> bool {
        self.columns.iter().any(|c| matches!(c, Column::Value(_) | Column::Year(_)))
    }
}

/// What heads a column is shorter than this, spaces in it counted.
const LONGEST_HEADING: usize = 40;

/// Reads a row as headings; none if it is not one.
pub fn header(text: &Text, cells: &[Span]) -> Option<Header> {
    // Most rows are no headings: they hold a long text, or begin with their number.
    let long = cells.iter().any(|cell| cell.end - cell.start > LONGEST_HEADING);
    let numbered =
        cells.first().is_some_and(|cell| cell.start < cell.end && text.chars[cell.start].is_ascii_digit() && cell.end - cell.start <= 4);
    // 信息化水平 | / | / | 达到省定标准: a heading is no value and no dash.
    let valued = cells.iter().any(|cell| {
        let words = text.slice(*cell);
        let number = words.len() != 4 && !words.is_empty() && words.iter().all(|c| c.is_ascii_digit() || matches!(c, '.' | '%'));
        number || matches!(words, ['/' | '／' | '-' | '—' | '－'] | ['—', '—'])
    });
    if long || numbered || valued { None } else { headed(&dense(text, cells)) }
}

/// Reads two rows as headings: 目标值 above 2028年 and 2030年. A merged cell above is empty but in its first column.
pub fn header_of_two(text: &Text, above: &[Span], below: &[Span]) -> Option<Header> {
    let above = dense(text, above);
    // A cell merged with the one above repeats it, or is empty.
    let below: Vec<String> = dense(text, below)
        .into_iter()
        .enumerate()
        .map(|(at, word)| if above.get(at) == Some(&word) { String::new() } else { word })
        .collect();
    if let Some(words) = years_of_merged(&above, &below) {
        return headed(&words);
    }
    let width = above.len().max(below.len());
    let word = |words: &[String], at: usize| words.get(at).cloned().unwrap_or_default();
    let parts = (0..width).filter(|at| !word(&below, *at).is_empty()).count();
    // What stands below is few, short and under the columns of values or units; a row of data fills its first column.
    let is_second = word(&below, 0).is_empty()
        && (2..width).contains(&parts)
        && below.iter().all(|w| w.is_empty() || (year(w).is_some() && w.chars().count() <= 9) || column(w) != Column::Other);
    if !is_second {
        return None;
    }
    let mut merged = String::new();
    let words: Vec<String> = (0..width)
        .map(|at| {
            let (top, bottom) = (word(&above, at), word(&below, at));
            if !top.is_empty() {
                merged = top;
            }
            match (bottom.is_empty(), year(&bottom)) {
                (true, _) => word(&above, at),
                (false, Some(_)) => format!("{bottom}{merged}"),
                (false, None) => bottom,
            }
        })
        .collect();
    headed(&words)
}

/// Returns the headings where the second row has lost all cells but the years under a merged 目标值.
fn years_of_merged(above: &[String], below: &[String]) -> Option<Vec<String>> {
    let years = below.len() >= 2 && below.len() < above.len() && below.iter().all(|w| year(w).is_some() && w.chars().count() <= 9);
    let at = above.iter().position(|words| column(words) == Column::Value(None)).filter(|_| years)?;
    let split = below.iter().map(|year| format!("{year}{}", above[at]));
    Some(above[..at].iter().cloned().chain(split).chain(above[at + 1..].iter().cloned()).collect())
}

fn dense(text: &Text, cells: &[Span]) -> Vec<String> {
    cells.iter().map(|cell| text.slice(*cell).iter().filter(|c| !c.is_whitespace()).collect()).collect()
}

fn headed(words: &[String]) -> Option<Header> {
    if words.len() < 2 || words.iter().any(|w| w.chars().count() > 20) {
        return None;
    }
    let mut columns: Vec<Column> = words.iter().map(|words| column(words)).collect();
    settle(&mut columns, words);
    if !columns.contains(&Column::Task) && !columns.contains(&Column::Indicator) {
        let other = |wanted: fn(&Column) -> bool| columns.iter().position(wanted);
        let task = other(|c| *c == Column::Detail).or(other(|c| *c == Column::Value(None)))?;
        columns[task] = Column::Task;
    }
    let known = columns.iter().filter(|c| !matches!(c, Column::Other | Column::Group)).count();
    let named = columns.iter().any(|c| {
        use Column::{Deadline, Detail, Measure, Number, Units, Value, Year};
        matches!(c, Number | Units(_) | Deadline | Value(_) | Year(_) | Measure | Detail)
    });
    let units = words.iter().map(|words| super::values::label(words).1).collect();
    (known >= 2 && named).then_some(Header { columns, units })
}

/// Settles what columns hold that are known only by the others.
fn settle(columns: &mut [Column], words: &[String]) {
    let has = |columns: &[Column], wanted: fn(&Column) -> bool| columns.iter().any(wanted);
    let replace = |columns: &mut [Column], old: Column, new: Column| columns.iter_mut().filter(|c| **c == old).for_each(|c| *c = new);
    let is_value = |c: &Column| matches!(c, Column::Value(_) | Column::Year(_));
    if !has(columns, is_value) && columns.contains(&Column::Indicator) {
        replace(columns, Column::Figure, Column::Value(None));
    }
    let valued = has(columns, is_value);
    let done_by_somebody = has(columns, |c| matches!(c, Column::Units(_) | Column::Deadline | Column::Detail));
    let item = match () {
        () if valued && columns.contains(&Column::Indicator) => Column::Group,
        () if valued && !done_by_somebody && !columns.contains(&Column::Task) => Column::Indicator,
        () => Column::Task,
    };
    replace(columns, Column::Item, item);
    // The narrowest level of indicators is the indicator; those above it are groups.
    if let Some(last) = columns.iter().rposition(|c| *c == Column::Indicator) {
        for column in columns[..last].iter_mut().filter(|c| **c == Column::Indicator) {
            *column = Column::Other;
        }
        if let Some(first) = words.iter().position(|w| w.starts_with("一级")).filter(|first| *first < last) {
            columns[first] = Column::Group;
        }
    }
    if !valued {
        // 考核指标 without a column of targets says more about a task; 单位 is who does it.
        let indicator = if columns.contains(&Column::Task) { Column::Detail } else { Column::Task };
        replace(columns, Column::Indicator, indicator);
        if !has(columns, |c| matches!(c, Column::Units(_) | Column::Baseline(_))) {
            let who = columns.iter().zip(words).position(|(c, words)| *c == Column::Measure && words == "单位");
            who.into_iter().for_each(|at| columns[at] = Column::Units(Role::Responsible));
        }
    }
}
