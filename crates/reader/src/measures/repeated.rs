//! Figures that a digest or a heading repeats from the body.

use crate::model::{Draft, Target, Warning};
use crate::text::Text;
use std::collections::HashMap;

/// Drops targets of the preamble that the body repeats, with a word about each.
pub fn drop_repeated(text: &Text, draft: &mut Draft) {
    if draft.targets.is_empty() {
        return;
    }
    let key =
        |target: &Target| target.value.map(|value| (value.get().to_bits(), target.upper.map(|u| u.get().to_bits()), target.unit.clone()));
    let general = std::mem::take(&mut draft.targets);
    let mut by_value: HashMap<_, (Vec<&Target>, Vec<usize>)> = HashMap::new();
    for target in draft.measures.iter().flat_map(|m| &m.targets) {
        by_value.entry(key(target)).or_default().0.push(target);
    }
    for (at, target) in general.iter().enumerate() {
        by_value.entry(key(target)).or_default().1.push(at);
    }
    let repeated = |at: usize, target: &Target| {
        let Some((in_measures, others)) = key(target).and_then(|key| by_value.get(&Some(key))) else { return false };
        let again = |other: &Target| {
            let (a, b) = (target.name.chars().count(), other.name.chars().count());
            let (shorter, longer) = (a.min(b), a.max(b));
            other.span != target.span
                && other.due == target.due
                && shorter * 2 >= longer
                && shares_words(&other.name, &target.name, (shorter * 9).div_ceil(10))
        };
        in_measures.iter().take(MOST_COMPARED).any(|other| shares_words(&other.name, &target.name, 4))
            || others.iter().rev().take(MOST_COMPARED).any(|other| *other > at && again(&general[*other]))
    };
    let drops: Vec<bool> = general.iter().enumerate().map(|(at, target)| repeated(at, target)).collect();
    for (target, drop) in general.into_iter().zip(drops) {
        if drop {
            draft.warnings.push(Warning {
                line: text.line_at(target.span.start) + 1,
                message: format!("“{}”与正文重复，未另列", target.quote),
                span: Some(target.span),
            });
        } else {
            draft.targets.push(target);
        }
    }
}

/// A digest repeats a handful of figures; more equal ones are a table.
const MOST_COMPARED: usize = 12;

/// Returns true if two names have so many characters in a row in common.
fn shares_words(a: &str, b: &str, wanted: usize) -> bool {
    // 20家医院设置了科室 tells again of 20家医院设置科室.
    let letters = |name: &str| name.chars().filter(|c| !matches!(c, '了' | '已')).collect::<Vec<char>>();
    let (a, b) = (letters(a), letters(b));
    let length = wanted.min(a.len()).min(b.len());
    length >= 2 && a.windows(length).any(|run| b.windows(length).any(|other| other == run))
}
