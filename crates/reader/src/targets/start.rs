//! What a number sets out from: 由8.2%提高到10%, 在2023年35%的基础上提高到40%, 达到80%（2025年为76%）.

use super::number::Number;
use crate::dates::{self, Calendar, Mention};
use crate::model::Span;
use chrono::{Datelike, NaiveDate};
use domain::{Amount, Quantity};
use regex::Regex;
use std::sync::LazyLock;

/// A value before, told in the sentence of a number. Positions count from the beginning of the sentence.
pub struct Start {
    /// Which number sets out from it; of 从76.3到77.5岁 the range itself.
    pub of: usize,
    /// Which number it is; none where it is the first of a range.
    pub base: Option<usize>,
    /// The value in the unit of the number; none where the words only compare (比2020年的8.2%提高1.8个百分点).
    pub value: Option<Amount>,
    /// The day it was true.
    pub date: Option<NaiveDate>,
    /// Where the words about it stand: 由2020年的8.2%.
    pub span: Span,
    /// One behind what it is compared with: 比2020年的8.2%, 在8.2%的基础上.
    pub compared_to: usize,
}

/// When it was so, and other words that may stand between 由 and the number.
const WHEN: &str = r"(?:20\d\d年度?|去年|上年度?|上一年度?|年初|基期|目前|当前|现在|现有|现行|原来|原有|原|以往)?(?:底|末)?(?:全[市县区省])?(?:平均)?(?:值|水平)?的?(?:每[日天月年])?(?:约|近|不足)?\s*$";
static FROM: LazyLock<Regex> = LazyLock::new(|| Regex::new(&format!("(?:由|从|自){WHEN}")).expect("constant"));
static ON: LazyLock<Regex> = LazyLock::new(|| Regex::new(&format!("(?:在|以){WHEN}")).expect("constant"));
static THAN: LazyLock<Regex> = LazyLock::new(|| Regex::new(&format!("(?:比|较){WHEN}")).expect("constant"));
/// Between both numbers: 提高到, 家单位，到2027年力争扩大至.
static TO: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"^(?:左右|以上|以下)?[^，。；\d]{0,8}，?(?:(?:到|至)?20\d\d年(?:底|末)?[时的]?)?[^，。；\d]{0,6}",
        r"(?:提高|提升|增加|增长|扩大|上升|发展|延长|降低|下降|减少|压减|压缩|缩短|缩减|拓展|调整|恢复|增|升|降|减)(?:到|至|为|成)",
        r"(?:20\d\d年(?:底|末)?的?)?(?:约|近|不低于|不少于|不超过|不高于)?\s*$"
    ))
    .expect("constant")
});
static ON_BEHIND: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"^(?:左右)?的?(?:水平|数量|规模)?基础上，?再?").expect("constant"));
static REACHES: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?:到|至|达|达到|为)(?:20\d\d年(?:底|末)?的?)?(?:约|近|不低于|不少于|不超过|不高于)?\s*$").expect("constant")
});
static CHANGES: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"^的?(?:水平)?[^，。；\d]{0,6}(?:提高|提升|增加|增长|上升|扩大|下降|降低|减少|缩短)").expect("constant"));
/// Behind the number: （2025年为76%）, （基期值：76%）.
static BRACKET: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"^[（(](?:20\d\d年度?|去年|上年度?|上一年度?|基期|现状|目前|当前)(?:底|末)?(?:值|数|水平|完成值|实际)?(?:为|是|：|:|达到|达)?\s*$",
    )
    .expect("constant")
});

/// Words further apart than this have nothing to do with each other.
const LONGEST: usize = 40;

/// Finds what the numbers of a sentence set out from.
pub fn starts(chars: &[char], numbers: &[Number], mentions: &[Mention], calendar: Calendar) -> Vec<Start> {
    let dated = |n: &Number| chars.get(n.digits_end) == Some(&'年') || mentions.iter().any(|m| m.start <= n.start && n.start < m.end);
    let plain: Vec<usize> = (0..numbers.len()).filter(|at| !dated(&numbers[*at])).collect();
    let words = |from: usize, to: usize| chars[from.min(to)..to].iter().collect::<String>();
    let mut found = Vec::new();
    for (place, at) in plain.iter().copied().enumerate() {
        let number = &numbers[at];
        let before = words(number.start.saturating_sub(LONGEST / 2), number.start);
        let next = plain.get(place + 1).map(|next| (*next, &numbers[*next])).filter(|(_, n)| n.start - number.end.min(n.start) <= LONGEST);
        let between = next.map(|(_, n)| words(number.end, n.start)).unwrap_or_default();
        // The last 由 before the number: where the words about the value before begin.
        let opened = |pattern: &Regex| pattern.find(&before).map(|hit| number.start - before[hit.start()..].chars().count());
        let day = |from: usize, to: usize| day(mentions, &words(from, to), from, to, calendar);
        let compared_to = number.end + ON_BEHIND.find(&between).map_or(0, |hit| hit.as_str().chars().count());
        let start = |from: usize, of: usize, value| {
            let span = Span::new(from, number.end);
            Start { of, base: Some(at), value, date: day(from, number.start), span, compared_to }
        };
        if let (Some(from), Some(_)) = (opened(&FROM), number.upper) {
            let span = Span::new(from, number.end);
            found.push(Start { of: at, base: None, value: Some(number.value), date: day(from, number.start), span, compared_to: span.end });
            continue;
        }
        let Some((other, target)) = next else { continue };
        let value = in_unit(number, target);
        if let Some(from) = opened(&FROM).filter(|_| value.is_some() && TO.is_match(&between) && !between.contains("分别")) {
            found.push(start(from, other, value));
        } else if let Some(from) = opened(&ON).filter(|_| ON_BEHIND.is_match(&between)) {
            found.push(start(from, other, value.filter(|_| REACHES.is_match(&between))));
        } else if let Some(from) = opened(&THAN).filter(|_| CHANGES.is_match(&between)) {
            found.push(start(from, other, None));
        } else if BRACKET.is_match(&between) && matches!(chars.get(target.end), Some('）' | ')')) {
            let span = Span::new(number.end + 1, target.end);
            let value = in_unit(target, number);
            found.push(Start { of: at, base: Some(other), value, date: day(span.start, target.start), span, compared_to: span.end });
        }
    }
    found
}

/// Returns a number in the unit of another; none if they measure different things.
fn in_unit(number: &Number, other: &Number) -> Option<Amount> {
    let unit = number.unit.clone();
    Quantity { value: number.value, unit }.in_unit(&other.unit).filter(|_| number.upper.is_none())
}

/// Returns the day words about the time before mean: the end of 2020年, of 上年.
fn day(mentions: &[Mention], words: &str, from: usize, to: usize, calendar: Calendar) -> Option<NaiveDate> {
    let mentioned = mentions.iter().rfind(|m| from <= m.start && m.end <= to).map(|m| m.date);
    let last_year = || {
        let year = calendar.issued.map(|day| day.year()).or(calendar.year).filter(|_| words.contains("上年") || words.contains("上一年"));
        dates::last_day(year? - 1, 12)
    };
    mentioned.or_else(last_year)
}
