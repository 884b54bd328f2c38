//! Targets from the cells of a table of indicators: >80, 90以上, 5人/10万人, 〔10〕.

use crate::model::{Span, Target};
use crate::targets::numbers;
use crate::text::Text;
use chrono::NaiveDate;
use domain::{Comparator, TargetKind};

/// Returns the target in a cell; none if it holds no number.
pub fn target(text: &Text, name: Span, unit: Option<&str>, cell: Span, due: Option<NaiveDate>) -> Option<Target> {
    let chars = text.slice(cell);
    let number = numbers(chars).into_iter().find(|n| !n.chinese).or_else(|| bare(chars))?;
    let before: String = chars[..number.start].iter().collect();
    let (label, unit_in_name) = label(&text.words(name));
    let unit = match (number.unit.as_str(), unit_in_name, unit) {
        ("", Some(unit), _) => unit,
        ("", None, Some(unit)) => unit.to_owned(),
        (own, ..) => own.to_owned(),
    };
    let comparator = comparator(&before, number.suffix, &label, number.upper.is_some());
    let span = if name.end <= cell.start { Span::new(name.start, cell.end) } else { cell };
    Some(Target {
        quote: text.words(span),
        span,
        name: label,
        comparator,
        value: Some(number.value),
        upper: number.upper,
        unit,
        due,
        kind: TargetKind::Target,
        doubt: number.upper.map(|upper| format!("区间目标，按下限计：完成{}即达标，超过{upper}注明。若应取上限，请改目标值", number.value)),
    })
}

/// Returns a number whatever follows it: cells have no sentence around them.
fn bare(chars: &[char]) -> Option<crate::targets::Number> {
    let start = chars.iter().position(char::is_ascii_digit)?;
    let end = start + chars[start..].iter().take_while(|c| c.is_ascii_digit() || **c == '.').count();
    numbers(&chars[start..end]).into_iter().next()
}

/// Parts 森林覆盖率（%） into the name and the unit.
pub fn label(words: &str) -> (String, Option<String>) {
    match words.rsplit_once('（') {
        Some((name, rest)) if rest.ends_with('）') => {
            let unit = rest.trim_end_matches('）');
            let per = unit.starts_with(['1', '/']) && unit.contains('/') && unit.ends_with(['万', '千', '人']);
            let is_unit = per || unit == "%" || unit == "‰" || (!unit.is_empty() && crate::targets::is_unit(unit));
            if is_unit { (name.trim().to_owned(), Some(unit.to_owned())) } else { (words.to_owned(), None) }
        }
        _ => (words.to_owned(), None),
    }
}

/// Returns how values are held against a cell's number.
pub fn comparator(before: &str, suffix: &str, name: &str, is_range: bool) -> Comparator {
    let ends = |set: &[&str]| set.iter().any(|word| before.trim_end().ends_with(word));
    match suffix {
        _ if is_range => Comparator::Range,
        "以上" | "及以上" => Comparator::AtLeast,
        "以下" | "以内" | "之内" | "及以下" => Comparator::AtMost,
        "左右" | "上下" => Comparator::About,
        _ if ends(&["≥", ">", "＞", "不低于", "不少于", "达到", "超过"]) => Comparator::AtLeast,
        _ if ends(&["≤", "<", "＜", "不高于", "不超过", "控制在"]) => Comparator::AtMost,
        _ if ["下降", "减少", "降低", "降幅"].iter().any(|word| name.ends_with(word) || name.contains(&format!("{word}率"))) => {
            Comparator::Decrease
        }
        _ if ["增长率", "增长", "增速", "增幅"].iter().any(|word| name.ends_with(word)) => Comparator::Increase,
        _ => Comparator::Equal,
    }
}
