//! Which period a heading speaks of: 1月, 截至6月底, 一季度, 2024年上半年.

use crate::clean::squeezed;
use domain::{Granularity, Period};

/// Returns the period in a heading; a year it does not name is `year`. A bare year is none: it may be a target's or a baseline's.
pub fn period(heading: &str, year: i32) -> Option<Period> {
    let words = squeezed(heading);
    let year = year_in(&words).unwrap_or(year);
    if let Some(at) = words.find("季度") {
        return numeral_before(&words[..at]).filter(|n| (1..=4).contains(n)).and_then(|n| Period::of(Granularity::Quarter, year, n - 1));
    }
    if let Some(quarter) = quarter_code(&words) {
        return Period::of(Granularity::Quarter, year, quarter - 1);
    }
    // 1月至6月, 1-6月: the last month is the one it is as of.
    let mut months = words.match_indices('月').filter_map(|(at, _)| numeral_before(&words[..at]));
    if let Some(month) = months.rfind(|n| (1..=12).contains(n)) {
        return Period::month(year, month);
    }
    match () {
        () if words.contains("上半年") => Period::of(Granularity::Half, year, 0),
        () if words.contains("下半年") => Period::of(Granularity::Half, year, 1),
        () if words.contains("全年") || words.contains("年底") || words.contains("年末") => Period::of(Granularity::Year, year, 0),
        () => None,
    }
}

/// Returns the year a heading names: 2024年, 24年.
pub fn year_in(words: &str) -> Option<i32> {
    let at = words.find('年')?;
    let digits: String = words[..at].chars().rev().take_while(char::is_ascii_digit).collect::<Vec<_>>().into_iter().rev().collect();
    let year: i32 = digits.parse().ok()?;
    match digits.len() {
        4 if (2000..2100).contains(&year) => Some(year),
        2 => Some(2000 + year),
        _ => None,
    }
}

/// Returns true for 一季度, 1-6月, 累计: what came since the year began, and for words that say so.
pub fn is_to_date(words: &str) -> bool {
    let ranges = ["1-", "1—", "1–", "1~", "1至", "1到", "1月-", "1月—", "1月至", "1月到", "一至", "一到"];
    let ranged = |range: &&str| words.find(*range).is_some_and(|at| !words[..at].ends_with(|c: char| c.is_ascii_digit() || c == '十'));
    words.contains("累计") || words.contains("截至") || words.contains("截止") || (words.contains('月') && ranges.iter().any(ranged))
}

fn quarter_code(words: &str) -> Option<u32> {
    let rest = &words[words.find(['Q', 'q'])? + 1..];
    let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().ok().filter(|n| (1..=4).contains(n) && digits.len() == 1)
}

/// Returns the number that ends a text: 12, 十二, 第二.
fn numeral_before(text: &str) -> Option<u32> {
    let digits: String = text.chars().rev().take_while(char::is_ascii_digit).collect::<Vec<_>>().into_iter().rev().collect();
    if !digits.is_empty() {
        return digits.parse().ok();
    }
    let value = |c: char| "一二三四五六七八九".chars().position(|n| n == c).map(|at| at as u32 + 1);
    let mut back = text.chars().rev();
    match (back.next()?, back.next()) {
        ('十', _) => Some(10),
        (c, Some('十')) => value(c).map(|n| n + 10),
        (c, _) => value(c),
    }
}
