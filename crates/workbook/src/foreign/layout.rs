//! Where the header of a sheet is, what its columns hold, and what the rows below are.

use super::role::{Spread, role, spread, unit_of_measure};
use super::when::{period, year_in};
use super::{ForeignRow, ForeignSheet};
use crate::clean::squeezed;
use crate::content::Content;
use crate::grid::column_letter;
use domain::{ColumnRole, Period};
use std::collections::BTreeSet;

/// How far down a header is looked for: titles, notes and a legend may stand above.
const SEARCHED: usize = 40;
/// The most rows of headings.
const MOST_LINES: u32 = 3;
/// What heads a column is shorter than this.
const LONGEST: usize = 40;

/// Which rows are the header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HeaderPlace {
    /// The first row, as Excel shows it.
    pub row: u32,
    /// How many rows it has.
    pub lines: u32,
}

/// A column with its heading.
#[derive(Clone, Debug, PartialEq)]
pub struct Heading {
    /// The column, counted from 0.
    pub column: u32,
    /// The column as Excel shows it.
    pub letter: String,
    /// The words, those of several rows joined.
    pub text: String,
    /// What the words say it holds; none for words that are not known.
    pub role: Option<ColumnRole>,
    /// The period the words name.
    pub period: Option<Period>,
    /// What its values count, as far as the words say.
    pub spread: Option<Spread>,
    /// The unit of measure in its brackets.
    pub unit: Option<String>,
}

/// What a row below the header is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowKind {
    /// It may say something of an item.
    Item,
    /// 小计, 合计.
    Total,
    /// One heading across the table: 一、综合医改.
    Section,
    /// The header once more, as on a further page.
    Header,
}

/// What is kept of a heading to know a layout again: its words without the digits, which change from month to month.
pub type Kept = String;

impl ForeignSheet {
    /// Finds the header: the row with the most known headings, of which one must name the items.
    ///
    /// None if no row has two.
    pub fn header(&self) -> Option<HeaderPlace> {
        let rated = self.rows.iter().take(SEARCHED).enumerate().filter_map(|(at, row)| {
            let place = HeaderPlace { row: row.number, lines: self.lines_from(at) };
            let score = self.rated(place)?;
            Some((score, place))
        });
        // Of equals the first: a header may be repeated on every page.
        rated.rev().max_by_key(|(score, _)| *score).map(|(_, place)| place)
    }

    /// Returns the header that begins in a row a person named.
    pub fn header_at(&self, row: u32) -> Option<HeaderPlace> {
        let at = self.rows.iter().position(|one| one.number == row)?;
        Some(HeaderPlace { row, lines: self.lines_from(at) })
    }

    /// Returns the columns under a header that hold something. A year the headings do not name is `year`, the plan's.
    pub fn headings(&self, place: HeaderPlace, year: i32) -> Vec<Heading> {
        let lines = self.header_rows(place);
        let columns: BTreeSet<u32> =
            self.rows.iter().filter(|row| row.number >= place.row).flat_map(|row| row.cells.iter().map(|c| c.column)).collect();
        let mut headings: Vec<Heading> = columns.into_iter().map(|column| heading(column, &joined(&lines, column), year)).collect();
        self.settle(&mut headings, place, year);
        headings
    }

    /// Returns the rows below the header.
    pub fn body(&self, place: HeaderPlace) -> impl Iterator<Item = &ForeignRow> {
        let last = self.header_rows(place).last().map_or(place.row, |row| row.number);
        self.rows.iter().filter(move |row| row.number > last)
    }

    /// Returns what a row below the header is.
    pub fn kind(&self, row: &ForeignRow, headings: &[Heading]) -> RowKind {
        let filled: Vec<&super::ForeignCell> = row.cells.iter().filter(|cell| !cell.words.is_empty() || is_value(&cell.content)).collect();
        let first = filled.first().map(|cell| squeezed(&cell.words)).unwrap_or_default();
        let same = headings.iter().filter(|heading| {
            let words = squeezed(row.words(heading.column));
            !words.is_empty() && squeezed(&heading.text).ends_with(&words)
        });
        let named =
            headings.iter().filter(|heading| matches!(heading.role, Some(ColumnRole::Measure | ColumnRole::Indicator | ColumnRole::Unit)));
        let is_total = |words: &str| {
            let words = words.trim_end_matches([':', '：']);
            ["合计", "小计", "总计", "共计", "总分", "累计", "汇总"].contains(&words)
                || ["合计", "小计", "总计"].iter().any(|end| words.ends_with(end) && words.chars().count() <= 12)
        };
        if same.count() >= 2.min(headings.len()) && filled.len() >= 2 {
            return RowKind::Header;
        }
        if is_total(&first) || named.into_iter().any(|heading| is_total(&squeezed(row.words(heading.column)))) {
            return RowKind::Total;
        }
        // One merged cell across, or one cell alone where a title would begin: 一、综合医改, （二）公共卫生.
        let across = filled.len() > 1 && filled.iter().all(|cell| cell.spans_columns && cell.words == filled[0].words);
        let alone = filled.len() == 1 && headings.len() > 2 && !is_value(&filled[0].content) && begins_a_section(&first);
        if across || alone || (filled.len() == 2 && is_chinese_numeral(&first)) { RowKind::Section } else { RowKind::Item }
    }

    /// Returns what is kept of the headings to know the layout again.
    pub fn fingerprint(headings: &[Heading]) -> Vec<Kept> {
        headings.iter().map(|heading| squeezed(&heading.text).to_lowercase().chars().filter(|c| !c.is_ascii_digit()).collect()).collect()
    }

    fn header_rows(&self, place: HeaderPlace) -> Vec<&ForeignRow> {
        self.rows.iter().filter(|row| row.number >= place.row).take(place.lines as usize).collect()
    }

    /// Returns how good a header a row is; none if it is none.
    fn rated(&self, place: HeaderPlace) -> Option<usize> {
        let lines = self.header_rows(place);
        let top = lines.first()?;
        if top.cells.iter().any(|cell| is_value(&cell.content) || cell.words.chars().count() > LONGEST) {
            return None;
        }
        let words: Vec<String> = top.cells.iter().map(|cell| cell.column).map(|column| joined(&lines, column)).collect();
        let mut roles: Vec<ColumnRole> = words.iter().filter_map(|words| role(words)).filter(|role| *role != ColumnRole::Ignored).collect();
        let known = words.iter().filter(|words| role(words).is_some()).count();
        roles.sort_unstable();
        roles.dedup();
        let names = roles.iter().any(|role| {
            use ColumnRole::{Detail, Indicator, Measure, Unit};
            matches!(role, Indicator | Measure | Detail | Unit)
        });
        (names && known >= 2 && (roles.len() >= 2)).then_some(roles.len() * 100 + known)
    }

    /// Returns how many rows of headings begin in a row.
    fn lines_from(&self, at: usize) -> u32 {
        let mut lines = 1;
        while lines < MOST_LINES
            && self.rows.get(at + lines as usize).is_some_and(|below| is_second(&self.rows[at + lines as usize - 1], below))
        {
            lines += 1;
        }
        lines
    }

    /// Settles what columns hold that are known only by the others, or by what stands in them.
    fn settle(&self, headings: &mut [Heading], place: HeaderPlace, year: i32) {
        use ColumnRole::{Baseline, Detail, Ignored, Measure, Progress, Target, Unit, UnitOfMeasure, Value};
        let has = |headings: &[Heading], wanted: ColumnRole| headings.iter().any(|heading| heading.role == Some(wanted));
        for heading in headings.iter_mut() {
            let word = squeezed(&heading.text);
            // 2023年完成值 in a plan of 2024 is what it sets out from.
            let past = year_in(&word).is_some_and(|named| named < year);
            if past && matches!(heading.role, Some(Value)) {
                heading.role = Some(Baseline);
            }
            // A bare year: 2023年 | 2024年.
            if heading.role.is_none() && year_in(&word).is_some() && word.chars().count() <= 7 {
                heading.role = Some(if past { Baseline } else { Target });
            }
            // 完成情况 may hold figures, 完成值 may hold sentences.
            let figures =
                self.share_of(place, heading.column, |row, column| row.cell(column).is_some_and(|cell| reads_as_number(&cell.content)));
            if heading.role == Some(Progress) && word.contains("完成") && figures > 0.6 {
                heading.role = Some(Value);
            }
        }
        if has(headings, Detail) && !has(headings, Measure) && !has(headings, ColumnRole::Indicator) {
            headings.iter_mut().filter(|heading| heading.role == Some(Detail)).take(1).for_each(|heading| heading.role = Some(Measure));
        }
        // 单位 holds offices where there is no other column of them and its words end as offices' names do.
        if !has(headings, Unit) {
            for heading in headings.iter_mut().filter(|heading| heading.role == Some(UnitOfMeasure) && squeezed(&heading.text) == "单位")
            {
                let offices = self.share_of(place, heading.column, |row, column| {
                    row.words(column).chars().count() >= 3 && !row.words(column).contains('/')
                });
                if offices > 0.5 {
                    heading.role = Some(Unit);
                }
            }
        }
        // What is there once is the first; a second is not taken unless a person says so.
        let mut seen = BTreeSet::new();
        for heading in headings.iter_mut() {
            if let Some(role) = heading.role.filter(|role| role.is_single())
                && !seen.insert(role)
            {
                heading.role = Some(Ignored);
            }
        }
    }

    /// Returns the share of the filled cells of a column that a test holds for.
    fn share_of(&self, place: HeaderPlace, column: u32, test: impl Fn(&ForeignRow, u32) -> bool) -> f64 {
        let filled: Vec<&ForeignRow> = self.body(place).filter(|row| row.cell(column).is_some()).take(200).collect();
        filled.iter().filter(|row| test(row, column)).count() as f64 / filled.len().max(1) as f64
    }
}

fn heading(column: u32, text: &str, year: i32) -> Heading {
    Heading {
        column,
        letter: column_letter(column),
        text: text.to_owned(),
        role: role(text),
        period: period(text, year),
        spread: spread(text),
        unit: unit_of_measure(text),
    }
}

/// Returns the words of a column's headings from the top down, a merged one once.
fn joined(lines: &[&ForeignRow], column: u32) -> String {
    let mut words: Vec<String> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let mut own = line.words(column).split_whitespace().collect::<String>();
        // Without merged cells a heading above several stands over the first of them.
        if own.is_empty() && at + 1 < lines.len() && !lines[at + 1].words(column).is_empty() {
            let before = line.cells.iter().rev().find(|cell| cell.column < column && !cell.words.is_empty());
            own = before.filter(|cell| !cell.spans_rows).map(|cell| cell.words.split_whitespace().collect()).unwrap_or_default();
        }
        if !own.is_empty() && words.last() != Some(&own) {
            words.push(own);
        }
    }
    words.join(" ")
}

/// Returns true if a row is a further row of headings: short words under some columns, nothing new under the first.
fn is_second(above: &ForeignRow, below: &ForeignRow) -> bool {
    let Some(first) = above.cells.first() else { return false };
    let new = |cell: &&super::ForeignCell| above.words(cell.column) != cell.words || !cell.spans_rows;
    let fresh: Vec<&super::ForeignCell> = below.cells.iter().filter(|cell| !cell.words.is_empty()).filter(new).collect();
    let first_is_free = !fresh.iter().any(|cell| cell.column <= first.column);
    let short = fresh.iter().all(|cell| cell.words.chars().count() <= 20 && !is_value(&cell.content));
    // Something above spreads over what stands below: a merged heading, or empty cells beside it.
    let spread = fresh.iter().any(|cell| above.cell(cell.column).is_none_or(|top| top.spans_columns || top.words.is_empty()));
    !fresh.is_empty()
        && first_is_free
        && short
        && spread
        && fresh.iter().any(|cell| role(&cell.words).is_some() || above.cell(cell.column).is_some())
}

fn is_value(content: &Content) -> bool {
    matches!(content, Content::Number(_) | Content::FormulaWithoutValue | Content::Error(_)) || reads_as_number(content)
}

/// Returns true for a number, also one written as text.
fn reads_as_number(content: &Content) -> bool {
    match content {
        Content::Number(_) => true,
        Content::Text(text) => domain::Quantity::parse(text)
            .is_ok_and(|quantity| quantity.unit.chars().count() <= 4 && !quantity.unit.contains(['月', '年', '季'])),
        _ => false,
    }
}

fn begins_a_section(words: &str) -> bool {
    let inner = words.trim_start_matches(['(', '（']);
    let numeral = inner.chars().take_while(|c| "一二三四五六七八九十".contains(*c)).count();
    numeral > 0 && inner.chars().nth(numeral).is_some_and(|c| matches!(c, '、' | ')' | '）' | '.' | ','))
        || (words.starts_with('第') && words.contains(['章', '节', '部']))
}

fn is_chinese_numeral(words: &str) -> bool {
    let inner = words.trim_matches(['(', ')', '（', '）', '、', '.']);
    !inner.is_empty() && inner.chars().all(|c| "一二三四五六七八九十".contains(c))
}
