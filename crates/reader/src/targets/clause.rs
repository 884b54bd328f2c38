//! Clauses of a sentence, and which of their words belong to which number.

use super::number::Number;
use crate::chars::{closing, is_closing};
use crate::model::Span;

/// Returns true for 每个县至少1个, but not for 每千人口 and 每周.
pub fn is_per_unit(before: &str) -> bool {
    let each = |word: &str, after: &[&str]| {
        before.match_indices(word).any(|(at, _)| after.iter().any(|w| before[at + word.len()..].starts_with(w)))
    };
    const UNITS: [&str; 18] =
        ["个", "家", "所", "县", "镇", "乡", "村", "街", "社区", "区", "市", "辖", "医院", "单位", "行业", "地", "院", "名"];
    each("每", &UNITS) || (each("各", &UNITS[3..]) && !before.contains("各类"))
}

/// Returns true for 分别达到65%和55%.
pub fn is_distributed(chars: &[char], clause: Span, kept: &[&Number]) -> bool {
    let before: String = chars[clause.start..kept[0].start].iter().collect();
    let between: String = chars[kept[0].end..kept[kept.len() - 1].start.max(kept[0].end)].iter().collect();
    kept.len() >= 2
        && before.contains("分别")
        && between
            .chars()
            .all(|c| matches!(c, '和' | '、' | '与' | '及' | ' ') || c.is_ascii_digit() || "%‰.个家名人次所万以上".contains(c))
}

/// Words further apart than this have nothing to do with each other.
const LONGEST_CLAUSE: usize = 300;

/// Splits a sentence at commas, semicolons and colons outside brackets.
pub fn clauses(chars: &[char]) -> Vec<Span> {
    let mut out = Vec::new();
    // Bullets are no words.
    let bullets = chars.iter().take_while(|c| matches!(c, '●' | '■' | '◆' | '▪' | '•' | '·' | '★' | '☆' | '○' | ' ')).count();
    let (mut start, mut depth) = (bullets, 0usize);
    for (at, c) in chars.iter().enumerate() {
        if at - start.min(at) >= LONGEST_CLAUSE {
            out.push(Span::new(start, at));
            (start, depth) = (at, 0);
        }
        if closing(*c).is_some() {
            depth += 1;
        } else if is_closing(*c) {
            depth = depth.saturating_sub(1);
        } else if depth == 0 && matches!(c, '，' | '；' | '：' | ';' | '|' | '。' | '！' | '？') && !parts_ratio(chars, at) {
            out.push(Span::new(start, at));
            start = at + 1;
        }
    }
    out.push(Span::new(start, chars.len()));
    out.retain(|clause| clause.start < clause.end);
    out
}

/// Returns true for the colon of 1：1.6.
fn parts_ratio(chars: &[char], at: usize) -> bool {
    chars[at] == '：' && at > 0 && chars[at - 1] == '1' && chars.get(at + 1).is_some_and(char::is_ascii_digit)
}

/// Returns how many brackets are open at a character.
pub fn depth_at(chars: &[char], from: usize, at: usize) -> usize {
    chars[from..at].iter().fold(0usize, |depth, c| {
        if closing(*c).is_some_and(|c| c != '》') {
            depth + 1
        } else if is_closing(*c) && *c != '》' {
            depth.saturating_sub(1)
        } else {
            depth
        }
    })
}

/// Returns the words of a clause that belong to one of its numbers.
pub fn piece(chars: &[char], clause: Span, kept: &[&Number], at: usize) -> Span {
    let parting = |from: usize, to: usize| {
        (from..to).find(|i| matches!(chars[*i], '、' | '和' | '与' | '及') && !(chars[*i] == '和' && chars.get(*i + 1) == Some(&'谐')))
    };
    if is_distributed(chars, clause, kept) {
        return Span::new(clause.start, kept[kept.len() - 1].end.max(clause.start));
    }
    let start = match at.checked_sub(1) {
        Some(previous) => parting(kept[previous].end, kept[at].start).map_or(kept[previous].end, |i| i + 1),
        None => clause.start,
    };
    let end = match kept.get(at + 1) {
        Some(next) => parting(kept[at].end, next.start).unwrap_or(next.start),
        None => clause.end,
    };
    Span::new(start.min(kept[at].start), end.max(kept[at].end).min(clause.end.max(kept[at].end)))
}
