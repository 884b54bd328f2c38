//! Numbers in a text: 1,200  80%  1-2个  1:1.6  8/10万.

use super::chinese::{chinese, is_numeral};
use super::unit::unit_at;
use domain::Amount;

/// A number with its unit; positions are indices into the characters searched.
#[derive(Clone, Debug, PartialEq)]
pub struct Number {
    /// Its first digit.
    pub start: usize,
    /// One behind its unit (and 以上, 左右 …).
    pub end: usize,
    /// One behind the last digit of the last number.
    pub digits_end: usize,
    /// The number, or the lower one of a range.
    pub value: Amount,
    /// The upper number of a range.
    pub upper: Option<Amount>,
    /// The unit as written.
    pub unit: String,
    /// 以上, 以内, 左右 …, if such a word follows.
    pub suffix: &'static str,
    /// Written in Chinese numerals.
    pub chinese: bool,
}

const SUFFIXES: [&str; 14] =
    ["及以上", "以上", "及以下", "以下", "以内", "之内", "之间", "左右", "上下", "多", "余", "次以上", "以上的", "内"];

/// Words that begin like one of these and say something else: 10个多功能厅, 5个内设机构, 20项上下联动机制, 两个左右岸.
const NO_SUFFIX: [&str; 30] = [
    "多功能",
    "多学科",
    "多媒体",
    "多元",
    "多层",
    "多维",
    "多中心",
    "多边",
    "多部门",
    "多式",
    "多用途",
    "多场景",
    "多语种",
    "多样",
    "多模态",
    "余热",
    "余量",
    "余额",
    "余温",
    "余压",
    "内设",
    "内部",
    "内科",
    "内镜",
    "内分泌",
    "内河",
    "内审",
    "内训",
    "上下",
    "左右",
];

/// What may follow 上下 and 左右 in such a word.
const SIDES: [&str; 9] = ["联动", "游", "级", "铺", "班", "水", "岸", "侧", "两"];

/// Finds the numbers in a stretch of text, in order; dates, ordinals and the like among them.
pub fn numbers(chars: &[char]) -> Vec<Number> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let number = if chars[at].is_ascii_digit() || is_wide_digit(chars[at]) {
            arabic(chars, at)
        } else if is_numeral(chars[at]) {
            chinese(chars, at)
        } else {
            None
        };
        match number {
            Some(number) => {
                at = number.end.max(number.digits_end).max(at + 1);
                found.push(number);
            }
            None => at = skip(chars, at),
        }
    }
    found
}

/// Returns where to look on: behind a run of digits or numerals, so that no part of one is read as a number.
fn skip(chars: &[char], at: usize) -> usize {
    let digit = |c: &char| c.is_ascii_digit() || is_wide_digit(*c);
    if digit(&chars[at]) {
        at + chars[at..].iter().take_while(|c| digit(c)).count()
    } else if is_numeral(chars[at]) {
        at + chars[at..].iter().take_while(|c| is_numeral(**c)).count()
    } else {
        at + 1
    }
}

fn is_wide_digit(c: char) -> bool {
    ('０'..='９').contains(&c)
}

/// Reads digits with thousands separators and a fraction; returns the value and where they end.
fn digits(chars: &[char], start: usize) -> Option<(f64, usize)> {
    let digit = |at: usize| {
        chars
            .get(at)
            .and_then(|c| if is_wide_digit(*c) { char::from_u32(*c as u32 - 0xfee0) } else { Some(*c) })
            .filter(char::is_ascii_digit)
    };
    let mut text = String::new();
    let mut at = start;
    while let Some(c) = digit(at) {
        text.push(c);
        at += 1;
        let group = matches!(chars.get(at), Some(',' | '，')) && (1..=3).all(|i| digit(at + i).is_some()) && digit(at + 4).is_none();
        if group && text.len() <= 9 && chars[at] == ',' {
            at += 1;
        }
    }
    if matches!(chars.get(at), Some('.' | '．')) && digit(at + 1).is_some() {
        text.push('.');
        at += 1;
        while let Some(c) = digit(at) {
            text.push(c);
            at += 1;
        }
    }
    if text.is_empty() || text.len() > 16 {
        return None;
    }
    Some((text.parse().ok()?, at))
}

fn arabic(chars: &[char], start: usize) -> Option<Number> {
    let (first, first_end) = digits(chars, start)?;
    if let Some((value, end)) = ratio(chars, start, first, first_end) {
        let suffix = suffix_at(chars, end);
        let behind = end + suffix.chars().count();
        return Some(Number { start, end: behind, digits_end: end, value, upper: None, unit: String::new(), suffix, chinese: false });
    }
    let mut after = space(chars, first_end);
    let mut upper = None;
    // 1-2个, 80%—85%, 3至5家: the first may have its own unit.
    let dash = match unit_at(chars, after) {
        Some(end) if is_dash(chars, end) => end,
        _ => after,
    };
    let mut digits_end = first_end;
    if is_dash(chars, dash) {
        let second = chars[dash..].iter().take_while(|c| matches!(c, '-' | '—' | '－' | '–' | '~' | '～' | '至' | '到')).count();
        if second <= 2
            && let Some((value, end)) = digits(chars, dash + second)
            // 5.1张到2027年底 is no range.
            && !(chars.get(end) == Some(&'年') && (2000.0..2100.0).contains(&value))
        {
            upper = Amount::new(value);
            digits_end = end;
            after = space(chars, end);
        }
    }
    // 100余名 is at least 100.
    let vague = matches!(chars.get(after), Some('余' | '多')) && unit_at(chars, after + 1).is_some();
    after += usize::from(vague);
    let unit_end = unit_at(chars, after).or_else(|| per_population(chars, after));
    let unit: String = unit_end.map(|end| chars[after..end].iter().collect()).unwrap_or_default();
    let end = unit_end.unwrap_or(digits_end);
    let suffix = suffix_at(chars, end);
    let end = end + suffix.chars().count();
    let suffix = if vague { "余" } else { suffix };
    Some(Number { start, end, digits_end, value: Amount::new(first)?, upper, unit: unit.replace('％', "%"), suffix, chinese: false })
}

/// Reads 1:1.6 behind 比: the value is what stands beside the one.
fn ratio(chars: &[char], start: usize, first: f64, end: usize) -> Option<(Amount, usize)> {
    let colon = matches!(chars.get(end), Some(':' | '：' | '∶'));
    let before = &chars[start.saturating_sub(12)..start];
    if !colon || first != 1.0 || !before.contains(&'比') {
        return None;
    }
    let (second, end) = digits(chars, end + 1)?;
    Some((Amount::new(second)?, end))
}

/// Reads /10万 and /千人: so many of a population.
fn per_population(chars: &[char], start: usize) -> Option<usize> {
    let slash = matches!(chars.get(start), Some('/' | '／'));
    let digits = chars.get(start + 1..)?.iter().take_while(|c| c.is_ascii_digit()).count();
    let end = start + 1 + digits;
    let scale = chars.get(end..)?.iter().take_while(|c| matches!(c, '十' | '百' | '千' | '万' | '亿')).count();
    let people = usize::from(chars.get(end + scale) == Some(&'人'));
    (slash && scale > 0).then_some(end + scale + people)
}

fn space(chars: &[char], at: usize) -> usize {
    at + usize::from(chars.get(at) == Some(&' '))
}

fn is_dash(chars: &[char], at: usize) -> bool {
    matches!(chars.get(at), Some('-' | '—' | '－' | '–' | '~' | '～' | '至' | '到'))
}

/// Returns 以上, 左右 … at a character; empty if there is none.
pub fn suffix_at(chars: &[char], at: usize) -> &'static str {
    let stands = |word: &str, at: usize| word.chars().enumerate().all(|(i, c)| chars.get(at + i) == Some(&c));
    let is_other = |word: &&str| match *word {
        "上下" | "左右" => stands(word, at) && SIDES.iter().any(|side| stands(side, at + 2)),
        word => stands(word, at),
    };
    match NO_SUFFIX.iter().any(is_other) {
        true => "",
        false => SUFFIXES.iter().find(|word| stands(word, at)).copied().unwrap_or(""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::{Expect, expect};

    fn check(text: &str, expected: Expect) {
        let chars: Vec<char> = text.chars().collect();
        let shown: Vec<String> = numbers(&chars)
            .iter()
            .map(|n| {
                let words: String = chars[n.start..n.end].iter().collect();
                format!("{words} = {}{} {}", n.value, n.upper.map_or(String::new(), |u| format!("–{u}")), n.unit)
            })
            .collect();
        expected.assert_eq(&shown.join("\n"));
    }

    #[test]
    fn numbers_are_read_with_their_units() {
        check(
            "新建12 个，培训1.8万人次，达80%以上，1,200张，1-2个，80%—85%，3至5家，千家企业，两万人，三百二十个，１０家，5人/10万人，10亿千瓦，6个百分点，1000万套",
            expect![[r#"
                12 个 = 12 个
                1.8万人次 = 1.8 万人次
                80%以上 = 80 %
                1,200张 = 1200 张
                1-2个 = 1–2 个
                80%—85% = 80–85 %
                3至5家 = 3–5 家
                千家 = 1000 家
                两万人 = 20000 人
                三百二十个 = 320 个
                １０家 = 10 家
                5人/10万人 = 5 人/10万人
                10亿千瓦 = 10 亿千瓦
                6个百分点 = 6 个百分点
                1000万套 = 1000 万套"#]],
        );
    }
}
