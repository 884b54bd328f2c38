//! Targets from the cells of a table: >80, 90以上, 5人/10万人, 〔10〕, 城市≥95%，农村≥90%, 完成市下达目标.

use super::relation::comparator;
use crate::chars::is_han;
use crate::dates::{self, Calendar};
use crate::model::{Baseline, Origin, Span, Target};
use crate::targets::{self, Number, about, numbers};
use crate::text::Text;
use chrono::NaiveDate;
use domain::{Comparator, Quantity, TargetKind};

/// A cell with more numbers holds a text or a mistake, and no values to be told apart.
const MOST_VALUES: usize = 24;
/// Words of a table longer than this are not quoted and name nothing: each of many values would hold a copy of them.
const LONGEST: usize = 1000;

/// What a row's values are about.
pub struct Subject {
    /// The cell that names it.
    pub name: Span,
    /// Its name without the unit of measure.
    pub label: String,
    /// The unit of measure of its name or of its row; empty where there is none.
    pub unit: String,
    /// Where the row begins: a name carried down from above is no part of a quote.
    pub row_start: usize,
}

impl Subject {
    /// Returns the subject a cell names, its values in the unit of measure of a column.
    pub fn new(text: &Text, name: Span, column: Option<&str>, row_start: usize) -> Subject {
        let shown = Span::new(name.start, name.end.min(name.start + LONGEST));
        let (label, unit) = label(&text.words(shown));
        let says_something = |unit: &&str| unit.chars().any(|c| c.is_alphanumeric() || matches!(c, '%' | '％' | '‰'));
        let unit = unit.or_else(|| column.filter(says_something).map(str::to_owned)).unwrap_or_default().replace('％', "%");
        Subject { name, label: without_number(&label).to_owned(), unit, row_start }
    }

    fn quote(&self, cell: Span) -> Span {
        let near = self.name.end <= cell.start && cell.end - self.name.start <= LONGEST;
        if near && self.name.start >= self.row_start { Span::new(self.name.start, cell.end) } else { cell }
    }

    fn unit_of(&self, number: &Number) -> String {
        match number.unit.as_str() {
            "" => self.unit.clone(),
            // 1.2万 in a column of 人.
            scale if matches!(scale, "万" | "亿" | "百万" | "千万") => format!("{scale}{}", self.unit),
            own => own.to_owned(),
        }
    }
}

/// Returns the targets in a cell; none if it says nothing.
pub fn targets(text: &Text, subject: &Subject, cell: Span, due: Option<NaiveDate>) -> Vec<Target> {
    let chars = text.slice(cell);
    let found = values(chars);
    let made = |number: &Number, from: usize, name: String, due: Option<NaiveDate>| {
        let before: String = chars[from..number.start].iter().collect();
        let comparator = comparator(&before, number, &subject.label);
        let span = subject.quote(cell);
        let doubt =
            number.upper.map(|upper| format!("区间目标，按下限计：完成{}即达标，超过{upper}注明。若应取上限，请改目标值", number.value));
        Target {
            quote: text.words(span),
            span,
            name,
            comparator,
            value: Some(number.value),
            upper: number.upper,
            unit: subject.unit_of(number),
            due,
            kind: TargetKind::Target,
            doubt,
            baseline: None,
        }
    };
    match found.as_slice() {
        [] => state(text, subject, cell, due).into_iter().collect(),
        [number] => vec![made(number, 0, subject.label.clone(), dated(chars).or(due))],
        [first, others @ ..] => {
            let only_first = |due| {
                let doubt = Some(format!("一格里有{}个数，只取了第一个，请对照原件核对", others.len() + 1));
                vec![Target { doubt, ..made(first, 0, subject.label.clone(), due) }]
            };
            if others.len() >= MOST_VALUES {
                return only_first(due);
            }
            let mut targets = Vec::new();
            let mut from = 0;
            for number in &found {
                let (of, day) = qualifier(&chars[from..number.start]);
                if of.is_empty() && day.is_none() && from > 0 {
                    return only_first(due);
                }
                let name = if of.is_empty() { subject.label.clone() } else { format!("{}（{of}）", subject.label) };
                targets.push(made(number, from, name, day.or(due)));
                from = number.end;
            }
            targets
        }
    }
}

/// Returns the value in a cell as the baseline of a target of its row.
pub fn baseline(text: &Text, subject: &Subject, cell: Span, date: Option<NaiveDate>, target: &Target) -> Option<Baseline> {
    if matches!(target.comparator, Comparator::Increase | Comparator::Decrease | Comparator::Qualitative) {
        return None;
    }
    let found = values(text.slice(cell));
    let [number] = found.as_slice() else { return None };
    let quantity = Quantity { value: number.value, unit: subject.unit_of(number) };
    let value = quantity.in_unit(&target.unit).filter(|_| number.upper.is_none())?;
    Some(Baseline { value, date: dated(text.slice(cell)).or(date), quote: text.words(cell), span: cell, origin: Origin::Row })
}

/// Returns the numbers of a cell that are values: no years, and none in brackets but behind 其中.
fn values(chars: &[char]) -> Vec<Number> {
    let words: String = chars.iter().collect();
    let mentions = dates::dates(&words, Calendar::default());
    let dated = |n: &Number| mentions.iter().any(|m| m.start <= n.start && n.start < m.end);
    let found: Vec<Number> = numbers(chars).into_iter().filter(|n| !n.chinese && !dated(n)).collect();
    let aside = |n: &Number| {
        let before = &chars[..n.start];
        let open = before.iter().rposition(|c| matches!(c, '（' | '('));
        open.is_some_and(|open| !before[open..].iter().any(|c| matches!(c, '）' | ')')) && !before[open..].starts_with(&['（', '其', '中']))
    };
    let plain: Vec<Number> = found.iter().filter(|n| !aside(n)).cloned().collect();
    match (plain.is_empty(), found.is_empty()) {
        (false, _) => plain,
        (true, false) => found,
        (true, true) => bare(chars).into_iter().filter(|n| !dated(n)).collect(),
    }
}

/// Returns a number whatever follows it: cells have no sentence around them.
fn bare(chars: &[char]) -> Option<Number> {
    let start = chars.iter().position(char::is_ascii_digit)?;
    let end = start + chars[start..].iter().take_while(|c| c.is_ascii_digit() || **c == '.').count();
    let number = numbers(&chars[start..end]).into_iter().next()?;
    Some(Number { start: number.start + start, end: number.end + start, digits_end: number.digits_end + start, ..number })
}

/// Returns the last day a cell names itself.
fn dated(chars: &[char]) -> Option<NaiveDate> {
    dates::dates(&chars.iter().collect::<String>(), Calendar::default()).last().map(|m| m.date)
}

/// What says how a value is held against a number, and what parts the values of a cell.
const RELATIONS: [&str; 22] = [
    "不低于",
    "不少于",
    "不超过",
    "不高于",
    "控制在",
    "提高到",
    "提升到",
    "保持在",
    "稳定在",
    "达到",
    "超过",
    "降至",
    "至少",
    "其中",
    "力争",
    "分别",
    "达",
    "约",
    "为",
    "占",
    "均",
    "在",
];

/// Returns which of a cell's values the words before it mean (城市), and the day among them.
fn qualifier(chars: &[char]) -> (String, Option<NaiveDate>) {
    let words: String = chars.iter().collect();
    let mention = dates::dates(&words, Calendar::default()).pop();
    let undated: String = match mention {
        Some(m) => chars.iter().take(m.start).chain(chars.iter().skip(m.end)).collect(),
        None => words,
    };
    let mut rest = undated.as_str();
    loop {
        let shorter = rest.trim_matches(|c: char| !c.is_alphanumeric());
        let shorter = match about::ends_in_word(shorter) {
            true => shorter,
            false => RELATIONS.iter().fold(shorter, |rest, word| rest.strip_suffix(word).unwrap_or(rest)),
        };
        let shorter = ["其中", "到", "至"].iter().fold(shorter, |rest, word| rest.strip_prefix(word).unwrap_or(rest));
        if shorter.len() == rest.len() {
            return (rest.to_owned(), mention.map(|m| m.date));
        }
        rest = shorter;
    }
}

/// What stands in a cell where nothing is asked.
const NOTHING: [&str; 10] = ["无", "暂无", "待定", "另行", "不考核", "不作要求", "不要求", "不设", "同上", "见附件"];

/// Returns a target without a number: 完成市下达目标.
fn state(text: &Text, subject: &Subject, cell: Span, due: Option<NaiveDate>) -> Option<Target> {
    let words = text.words(cell);
    let says = words.chars().filter(|c| is_han(*c)).count() >= 2;
    if !says || NOTHING.iter().any(|nothing| words.starts_with(nothing)) {
        return None;
    }
    let span = subject.quote(cell);
    Some(Target {
        quote: text.words(span),
        span,
        name: subject.label.clone(),
        comparator: Comparator::Qualitative,
        value: None,
        upper: None,
        unit: String::new(),
        due,
        kind: TargetKind::Target,
        doubt: Some("没有写明数值，已按形象进度；有数值的请补上，不考核的请选“不是目标”".to_owned()),
        baseline: None,
    })
}

/// Parts 森林覆盖率（%） into the name and the unit.
pub fn label(words: &str) -> (String, Option<String>) {
    match words.rsplit_once(['（', '(']) {
        Some((name, rest)) if rest.ends_with(['）', ')']) => {
            let unit = rest.trim_end_matches(['）', ')']);
            let per = unit.starts_with(['1', '/']) && unit.contains('/') && unit.ends_with(['万', '千', '人']);
            let is_unit = per || unit == "%" || unit == "‰" || (!unit.is_empty() && targets::is_unit(unit));
            if is_unit { (name.trim().to_owned(), Some(unit.to_owned())) } else { (words.to_owned(), None) }
        }
        _ => (words.to_owned(), None),
    }
}

/// Strips 1. and （2） before a name.
fn without_number(label: &str) -> &str {
    let rest = label.trim_start_matches(['（', '(']).trim_start_matches(|c: char| c.is_ascii_digit());
    let signs = rest.trim_start_matches(['.', '．', '、', '）', ')', ' ']);
    let numbered = rest.len() < label.len() && signs.len() < rest.len() && signs.starts_with(is_han);
    if numbered { signs } else { label }
}

/// Returns true for a cell that is a value and no sentence: what is left without numbers and relations says little.
pub fn is_value(text: &Text, cell: Span) -> bool {
    let chars = text.slice(cell);
    let found = values(chars);
    let inside = |at: usize| found.iter().any(|n| n.start <= at && at < n.end);
    let rest: Vec<char> = (0..chars.len()).filter(|at| !inside(*at)).map(|at| chars[at]).collect();
    !found.is_empty() && qualifier(&rest).0.chars().filter(|c| is_han(*c)).count() <= 1
}
