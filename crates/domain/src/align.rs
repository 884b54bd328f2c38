//! Which items of one plan say the same as items of another: last year's measures and this year's, or two issues of one plan.

mod place;

pub use place::{Found, Named, place};

use std::collections::{BTreeMap, BTreeSet};

/// The words of an item that is aligned.
#[derive(Clone, Copy, Debug)]
pub struct Wording<'a> {
    /// Its short words: a measure's title, an indicator's name.
    pub title: &'a str,
    /// Its whole text, as far as it has one.
    pub text: &'a str,
}

/// Two items that may be the same.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pair {
    /// Index among the earlier items.
    pub earlier: usize,
    /// Index among the later items.
    pub later: usize,
    /// How alike their words are: from [`ALIKE`] to 1.
    pub likeness: f64,
}

/// Below this likeness two items are not proposed to be the same.
pub const ALIKE: f64 = 0.35;

/// Pairs the items of two lists by their words, the likest first; no item is used twice, and `fits` may rule pairs out.
///
/// Words are pairs of neighbouring characters, which needs no dictionary. One that many items of a list share (加强,
/// 工作) says little and weighs little (inverse document frequency); years, digits and punctuation say nothing, for they
/// change from year to year. Items are as like as their titles or their whole texts are, whichever is more: a title is
/// reworded more often than what is to be done. What is equally like two items goes to the one nearest in order.
pub fn align(earlier: &[Wording<'_>], later: &[Wording<'_>], fits: impl Fn(usize, usize) -> bool) -> Vec<Pair> {
    let mut pairs: Vec<Pair> = likenesses(earlier, later).into_iter().flatten().collect();
    pairs.retain(|pair| fits(pair.earlier, pair.later));
    let apart = |pair: &Pair| pair.earlier.abs_diff(pair.later);
    pairs.sort_by(|a, b| b.likeness.total_cmp(&a.likeness).then(apart(a).cmp(&apart(b))).then(a.later.cmp(&b.later)));
    let (mut used, mut taken) = (vec![false; earlier.len()], vec![false; later.len()]);
    pairs.retain(|pair| {
        let free = !used[pair.earlier] && !taken[pair.later];
        if free {
            (used[pair.earlier], taken[pair.later]) = (true, true);
        }
        free
    });
    pairs.sort_by_key(|pair| pair.later);
    pairs
}

/// Returns for each of the later items the earlier ones it may be, the likest first, by the words as [`align`] weighs them.
pub fn likenesses(earlier: &[Wording<'_>], later: &[Wording<'_>]) -> Vec<Vec<Pair>> {
    let weights = weights(earlier, later);
    let compared = |part: fn(&Wording<'_>) -> Vec<Term>| {
        let terms = |items: &[Wording<'_>]| items.iter().map(|item| shares(part(item), &weights)).collect::<Vec<_>>();
        alike(&terms(earlier), &terms(later))
    };
    let (titles, texts) = (compared(|item| pairs_of(item.title).collect()), compared(words_of));
    let ranked = |(later, (titles, texts)): (usize, (Vec<f64>, Vec<f64>))| {
        let likeness = titles.into_iter().zip(texts).map(|(title, text)| title.max(text).min(1.0)).enumerate();
        let pairs = likeness.filter(|(_, likeness)| *likeness >= ALIKE);
        let mut pairs: Vec<Pair> = pairs.map(|(earlier, likeness)| Pair { earlier, later, likeness }).collect();
        pairs.sort_by(|a, b| b.likeness.total_cmp(&a.likeness));
        pairs
    };
    titles.into_iter().zip(texts).enumerate().map(ranked).collect()
}

/// Returns how alike each of the later items is to each of the earlier ones.
fn alike(earlier: &[Terms], later: &[Terms]) -> Vec<Vec<f64>> {
    let mut holders: BTreeMap<Term, Vec<(usize, f64)>> = BTreeMap::new();
    for (at, item) in earlier.iter().enumerate() {
        for (term, share) in item {
            holders.entry(*term).or_default().push((at, *share));
        }
    }
    let row = |item: &Terms| {
        let mut row = vec![0.0; earlier.len()];
        for (term, share) in item {
            for (at, theirs) in holders.get(term).into_iter().flatten() {
                row[*at] += share * theirs;
            }
        }
        row
    };
    later.iter().map(row).collect()
}

/// Two neighbouring characters.
type Term = (char, char);
/// What an item says: each term with its share, of length 1 together. In order, so that the same lists give the same sums.
type Terms = BTreeMap<Term, f64>;

/// Returns how much each term says: less the more items of one list have it.
fn weights(earlier: &[Wording<'_>], later: &[Wording<'_>]) -> BTreeMap<Term, f64> {
    let count = earlier.len().max(later.len()) as f64;
    let mut held: BTreeMap<Term, usize> = BTreeMap::new();
    for list in [earlier, later] {
        let mut own: BTreeMap<Term, usize> = BTreeMap::new();
        for item in list {
            for term in words_of(item).into_iter().collect::<BTreeSet<_>>() {
                *own.entry(term).or_default() += 1;
            }
        }
        for (term, items) in own {
            let most = held.entry(term).or_default();
            *most = items.max(*most);
        }
    }
    held.into_iter().map(|(term, items)| (term, (1.0 + count / items as f64).ln())).collect()
}

/// Returns the share of each term in what an item says.
fn shares(words: Vec<Term>, weights: &BTreeMap<Term, f64>) -> Terms {
    let mut shares = Terms::new();
    for term in words {
        *shares.entry(term).or_default() += weights[&term];
    }
    let length = shares.values().map(|weight| weight * weight).sum::<f64>().sqrt();
    shares.values_mut().for_each(|weight| *weight /= length);
    shares
}

fn words_of(item: &Wording<'_>) -> Vec<Term> {
    pairs_of(item.title).chain(pairs_of(item.text)).collect()
}

/// Returns the neighbouring characters of a text, in which only what lasts from year to year counts.
fn pairs_of(text: &str) -> impl Iterator<Item = Term> + '_ {
    let counts = |c: &char| c.is_alphabetic();
    text.chars().filter(counts).zip(text.chars().filter(counts).skip(1))
}

#[cfg(test)]
mod tests;
