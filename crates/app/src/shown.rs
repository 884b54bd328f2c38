//! How moments, periods and figures are written where there is little room.

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate};
use domain::judge::Figure;
use domain::{Amount, Indicator, Period};
use std::path::Path;

/// Returns a moment as people write it, in local time: 2026-08-04 16:20.
pub(crate) fn moment(millis: i64, offset: FixedOffset) -> String {
    let at = DateTime::from_timestamp_millis(millis).unwrap_or_default();
    at.with_timezone(&offset).format("%Y-%m-%d %H:%M").to_string()
}

/// Returns the day of a moment, in local time.
pub(crate) fn day(millis: i64, offset: FixedOffset) -> NaiveDate {
    DateTime::from_timestamp_millis(millis).unwrap_or_default().with_timezone(&offset).date_naive()
}

/// Returns the unit that values of an indicator are in: a change without a target is a percentage.
pub(crate) fn measured_in(terms: &Indicator) -> &str {
    if terms.target.is_none() { "%" } else { &terms.unit }
}

/// Returns an indicator's name with its unit of measure, where it has one: 新增托位，个.
pub(crate) fn with_unit(terms: &Indicator) -> String {
    if terms.unit.is_empty() { terms.name.clone() } else { format!("{}，{}", terms.name, terms.unit) }
}

/// Returns a period's label for a table head: 7月, 第二季度.
pub(crate) fn short(period: Period) -> String {
    let label = period.zh();
    label.split_once('年').map(|(_, short)| short.to_owned()).filter(|short| !short.is_empty()).unwrap_or(label)
}

/// Returns the labels of periods that stand side by side: 7月, or 2026年7月 where they are of several years.
pub(crate) fn labels(periods: &[Period]) -> Vec<String> {
    let one_year = periods.windows(2).all(|pair| pair[0].year() == pair[1].year());
    periods.iter().map(|period| if one_year { short(*period) } else { period.zh() }).collect()
}

/// Returns a figure as a cell shows it: a ratio by what it comes to, at most two decimals.
pub(crate) fn figure(figure: Figure, unit: &str) -> String {
    match figure {
        Figure::Value(value) => value.to_string(),
        Figure::Ratio { numerator, denominator } => match figure.value(unit) {
            Some(value) => {
                let text = format!("{:.2}", value.get());
                text.trim_end_matches('0').trim_end_matches('.').to_owned()
            }
            None => format!("{numerator}/{denominator}"),
        },
    }
}

/// Returns an expected value as it is shown: no finer than a person can hold against a count, 1.2 of 2.
pub(crate) fn expected_shown(value: Amount) -> f64 {
    let decimals = if value.get().abs() < 1.0 { 100.0 } else { 10.0 };
    (value.get() * decimals).round() / decimals
}

/// Returns a day as it is written in a text: 2026年7月1日.
pub(crate) fn day_in_text(day: NaiveDate) -> String {
    format!("{}年{}月{}日", day.year(), day.month(), day.day())
}

/// Returns what a file or folder is called: its name, or the whole path where it has none.
pub(crate) fn name_of(path: &Path) -> String {
    path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
}

/// Returns names of units in a row; of more than so many the first three and how many there are.
pub(crate) fn units_in_text(names: &[&str], most: usize) -> String {
    match names {
        all if all.len() <= most => all.join("、"),
        many => format!("{}等{}个单位", many[..many.len().min(3)].join("、"), many.len()),
    }
}

/// Returns a name with the number of its measure in front: 18 新增普惠托位.
pub(crate) fn numbered(number: Option<&str>, name: &str) -> String {
    number.map_or_else(|| name.to_owned(), |number| format!("{number} {name}"))
}

/// Returns the first so many characters of a name, with … where something was cut.
pub(crate) fn cut(name: &str, most: usize) -> String {
    match name.chars().count() > most {
        true => format!("{}…", name.chars().take(most - 1).collect::<String>()),
        false => name.to_owned(),
    }
}

/// Returns a text as part of a file name every system accepts.
pub(crate) fn file_name(text: &str) -> String {
    let fit = |c: char| if r#"\/:*?"<>|"#.contains(c) || c.is_control() { '_' } else { c };
    text.trim().chars().map(fit).take(70).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_units_are_counted() {
        assert_eq!(units_in_text(&[], 2), "");
        assert_eq!(units_in_text(&["甲", "乙"], 2), "甲、乙");
        assert_eq!(units_in_text(&["甲", "乙", "丙"], 2), "甲、乙、丙等3个单位");
        assert_eq!(units_in_text(&["甲", "乙", "丙", "丁", "戊"], 4), "甲、乙、丙等5个单位");
    }
}
