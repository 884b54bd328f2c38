//! Which item of a plan a row of a table made elsewhere means, by number and wording.

use super::{Wording, likenesses};
use std::collections::HashMap;

/// What names an item of a plan, or a row; what is not said is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Named<'a> {
    /// An indicator's name, or a measure's title.
    pub title: &'a str,
    /// The title of the measure it stands under.
    pub measure: &'a str,
    /// The number of the measure, or of the row.
    pub number: &'a str,
    /// The unit of measure.
    pub unit: &'a str,
}

/// Which item a row means: the indices are those of the items.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// The same words as those of one item alone.
    Sure(usize),
    /// Words like those of one item, and like no other's as much: a person confirms. The item comes first among those like it.
    Likely(Vec<usize>),
    /// Several it may be, the likest first; none is chosen.
    Unclear(Vec<usize>),
    /// Nothing like it.
    Unknown,
}

/// Two likenesses nearer than this do not tell which item is meant.
const CLOSE: f64 = 0.12;
/// Words less alike than this name nothing alone, only among others to choose from.
const LIKELY: f64 = 0.5;
/// How many items are offered to choose from.
const OFFERED: usize = 5;

/// Finds for each row the item it means.
///
/// Only words that are the same but for spaces, punctuation, the width of signs and what stands in brackets at the end are the
/// same item; of several with the same words the measure's title, then the number and the unit of measure tell. All else is
/// for a person to decide. Rows are looked at one by one: their order and number change nothing.
pub fn place(items: &[Named<'_>], rows: &[Named<'_>]) -> Vec<Found> {
    let mut by_title: HashMap<String, Vec<usize>> = HashMap::new();
    for (at, item) in items.iter().enumerate() {
        by_title.entry(plain(item.title)).or_default().push(at);
    }
    let exact: Vec<Option<Found>> = rows
        .iter()
        .map(|row| {
            let title = plain(row.title);
            if title.is_empty() {
                return Some(Found::Unknown);
            }
            by_title.get(&title).map(|same| among_same(items, same, row))
        })
        .collect();
    // Rows often repeat the same words, one for each unit: each wording is weighed once.
    let mut wordings: Vec<&str> = rows.iter().zip(&exact).filter(|(_, exact)| exact.is_none()).map(|(row, _)| row.title).collect();
    wordings.sort_unstable();
    wordings.dedup();
    let later: Vec<Wording<'_>> = wordings.iter().map(|title| Wording { title, text: "" }).collect();
    let earlier: Vec<Wording<'_>> = items.iter().map(|item| Wording { title: item.title, text: "" }).collect();
    let alike = likenesses(&earlier, &later);
    let by_words = |row: &Named<'_>| {
        let at = wordings.binary_search(&row.title).expect("every row without an exact match has its wording in the list");
        let near: Vec<(usize, f64)> = alike[at].iter().map(|pair| (pair.earlier, pair.likeness)).collect();
        among_alike(items, &near, row)
    };
    rows.iter().zip(exact).map(|(row, exact)| exact.unwrap_or_else(|| by_words(row))).collect()
}

/// Returns which of several items with the row's words it is.
fn among_same(items: &[Named<'_>], same: &[usize], row: &Named<'_>) -> Found {
    let mut left = same.to_vec();
    let parts: [fn(&Named<'_>) -> String; 3] = [|n| plain(n.measure), |n| number(n.number), |n| plain(n.unit)];
    for part in parts {
        let said = part(row);
        let agree: Vec<usize> = left.iter().copied().filter(|at| !said.is_empty() && part(&items[*at]) == said).collect();
        if !agree.is_empty() {
            left = agree;
        }
    }
    match left.as_slice() {
        [only] => Found::Sure(*only),
        _ => Found::Unclear(left.into_iter().take(OFFERED).collect()),
    }
}

/// Returns which of several items with words like the row's it may be.
fn among_alike(items: &[Named<'_>], near: &[(usize, f64)], row: &Named<'_>) -> Found {
    let Some((_, best)) = near.first().copied() else { return Found::Unknown };
    let offered = |first: Option<usize>| {
        let rest = near.iter().map(|(at, _)| *at).filter(|at| Some(*at) != first);
        first.into_iter().chain(rest).take(OFFERED).collect::<Vec<_>>()
    };
    let close: Vec<usize> = near.iter().take_while(|(_, likeness)| best - likeness < CLOSE).map(|(at, _)| *at).collect();
    let numbered = |at: &&usize| !number(row.number).is_empty() && number(items[**at].number) == number(row.number);
    let chosen = match close.as_slice() {
        [only] => Some(*only),
        several => {
            let mut agree = several.iter().filter(numbered);
            agree.next().copied().filter(|_| agree.next().is_none())
        }
    };
    match chosen.filter(|_| best >= LIKELY) {
        Some(at) => Found::Likely(offered(Some(at))),
        None => Found::Unclear(offered(None)),
    }
}

/// Returns words as they are compared: letters, digits and signs that count, half-width, without a bracket at the end.
fn plain(words: &str) -> String {
    let narrow = |c: char| match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        '〔' | '【' => '(',
        '〕' | '】' => ')',
        c => c,
    };
    let narrow: String = words.chars().map(narrow).filter(|c| !c.is_whitespace()).collect();
    // 新增托位数（个）: what stands in brackets at the end is the unit of measure or a note.
    let cut = match narrow.strip_suffix(')').and_then(|inside| inside.rfind('(')) {
        Some(0) | None => narrow.as_str(),
        Some(at) => &narrow[..at],
    };
    let counts = |c: &char| c.is_alphanumeric() || matches!(c, '%' | '‰' | '+' | '-' | '<' | '>' | '≥' | '≤');
    cut.chars().filter(counts).flat_map(char::to_lowercase).collect()
}

/// Returns a number as it is compared: 3、, （3） and 3. are 3.
fn number(text: &str) -> String {
    let narrow = text.chars().map(|c| match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        c => c,
    });
    let kept: String = narrow.filter(|c| c.is_alphanumeric() || matches!(c, '.' | '-')).collect();
    kept.trim_matches(['.', '-']).to_owned()
}

#[cfg(test)]
mod tests;
