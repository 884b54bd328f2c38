//! Rows that have lost their ids, and the rows they probably were: proposed by number and wording, never taken for sure.
//!
//! Pure, and cautious: what could be two rows is never proposed as one.

use crate::clean::squeezed;
use crate::returned::ReturnRow;
use crate::token::RowId;
use crate::token::read_token;
use domain::{Field, Passage, Uid};
use std::collections::HashSet;

/// What a row says of itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// 序号.
    pub number: String,
    /// What the row belongs to: 重点任务 of an indicator, with its own number. Empty in a row that is told in.
    pub measure: String,
    /// What names it: 指标, or where it is told in 重点任务.
    pub name: String,
}

/// The sending that rows are looked for in.
#[derive(Clone, Copy, Debug)]
pub struct Sending<'a> {
    /// Its exchange.
    pub exchange: Uid,
    /// True if the file itself says that it answers this exchange.
    pub is_said: bool,
    /// The rows that were sent, in their order: their ids and what they said.
    pub rows: &'a [(Uid, Words)],
}

/// A row that holds something and has no good id, and what it may be.
#[derive(Clone, Debug)]
pub struct Lost<'a, K: Ord> {
    /// The row.
    pub row: &'a ReturnRow<K>,
    /// What it may have been, by place in the rows that were sent.
    pub found: Match,
}

/// A row without a good id.
#[derive(Clone, Debug, Default)]
struct LostRow {
    words: Words,
    /// The row its id names, where that is in doubt: it is always among the candidates.
    named: Option<usize>,
    /// True if its id speaks against its words, or comes from another form: nothing is then exact.
    doubtful: bool,
}

/// How well a row fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    /// Number and wording are the same, and neither another row nor another candidate comes into question.
    Exact,
    /// One candidate, which differs in something.
    Similar,
    /// More than one candidate, or more than one row for it.
    Several,
    /// Nothing like it was sent.
    None,
}

/// What a row may have been: places in the list of sent rows, the best first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// How well the first one fits.
    pub fit: Fit,
    /// The candidates.
    pub candidates: Vec<usize>,
}

/// More candidates than these nobody reads.
const MOST_CANDIDATES: usize = 5;
/// Of 100: what two wordings must have in common to be like each other at all.
const ALIKE: u32 = 50;
/// How far behind the best a candidate may be to come into question.
const NEAR: u32 = 25;

impl ReturnRow<Field> {
    /// Returns what the row says of itself.
    pub fn words(&self) -> Words {
        Words { number: self.number.clone(), measure: self.measure.clone(), name: self.indicator.clone() }
    }
}

impl ReturnRow<Passage> {
    /// Returns what the row says of itself.
    pub fn words(&self) -> Words {
        Words { number: self.number.clone(), measure: String::new(), name: self.measure.clone() }
    }
}

impl<K: Ord> ReturnRow<K> {
    /// Returns true if the row holds something and its id is not to be believed.
    pub fn is_lost(&self) -> bool {
        !matches!(self.id, RowId::Known(_)) && self.cells.values().any(|cell| cell.content.is_filled())
    }
}

/// Returns what the rows of a file without good ids may have been, in their order. `words` is what a row says of itself.
///
/// Exact is a row whose name is the same but for spaces, punctuation and case, whose 序号 is the same and whose measure is
/// the same; of 序号 and measure one may be missing, so that of a row that is told in nothing may be. The name with its
/// measure must have been sent once only: numbers are renewed when rows are deleted. It must be the only row in the file
/// that says so, and the sent row must not have its own row in the file.
pub fn match_lost<'a, K: Ord>(rows: &'a [ReturnRow<K>], words: fn(&ReturnRow<K>) -> Words, sending: &Sending<'_>) -> Vec<Lost<'a, K>> {
    let own = |row: &ReturnRow<K>| if let RowId::Known(uid) = row.id { Some(uid) } else { None };
    let known: HashSet<Uid> = rows.iter().filter_map(own).collect();
    let answered: Vec<bool> = sending.rows.iter().map(|(sent, _)| known.contains(sent)).collect();
    let sent: Vec<&Words> = sending.rows.iter().map(|(_, words)| words).collect();
    let lost = || rows.iter().filter(|row| row.is_lost());
    let said: Vec<LostRow> = lost().map(|row| lost_row(&row.id, words(row), sending)).collect();
    lost().zip(match_rows(&said, &sent, &answered)).map(|(row, found)| Lost { row, found }).collect()
}

fn lost_row(id: &RowId, words: Words, sending: &Sending<'_>) -> LostRow {
    let place = |uid: &Uid| sending.rows.iter().position(|(sent, _)| sent == uid);
    let (named, doubtful) = match id {
        RowId::Known(_) | RowId::Missing => (None, false),
        RowId::Duplicate(uid) => (place(uid), false),
        RowId::Reworded(uid) => (place(uid), true),
        // Of a form that says no exchange the ids prove themselves against the one it may answer.
        RowId::Damaged(token) if !sending.is_said => match read_token(sending.exchange, token, None) {
            RowId::Known(uid) => (place(&uid), false),
            _ => (None, true),
        },
        RowId::Damaged(_) => (None, true),
    };
    LostRow { words, named, doubtful }
}

/// Returns what each row may have been. `answered` are the sent rows that have their own row in the file.
fn match_rows(rows: &[LostRow], sent: &[&Words], answered: &[bool]) -> Vec<Match> {
    let sent: Vec<Plain> = sent.iter().map(|words| Plain::of(words)).collect();
    let rows: Vec<(&LostRow, Plain)> = rows.iter().map(|row| (row, Plain::of(&row.words))).collect();
    let like: Vec<Vec<Likeness>> = rows.iter().map(|(row, plain)| candidates(row, plain, &sent)).collect();
    let claims = |at: usize| like.iter().filter(|candidates| candidates.iter().any(|one| one.at == at)).count();
    let is_answered = |at: usize| answered.get(at).copied().unwrap_or(false);
    let found = rows.iter().zip(&like).map(|((row, _), like)| {
        let exact = like.iter().filter(|one| one.exact).collect::<Vec<_>>();
        let alone = |at: usize| like.len() == 1 && claims(at) == 1 && !is_answered(at);
        let exact_alone = |at: usize| !is_answered(at) && like_exactly(at, &rows, &sent) == 1;
        let (fit, candidates) = match (exact.as_slice(), like.as_slice()) {
            ([one], _) if !row.doubtful && exact_alone(one.at) => (Fit::Exact, vec![one.at]),
            (_, []) => (Fit::None, Vec::new()),
            (_, [one]) if alone(one.at) => (Fit::Similar, vec![one.at]),
            (_, several) => (Fit::Several, several.iter().map(|one| one.at).collect()),
        };
        Match { fit, candidates }
    });
    found.collect()
}

/// How many rows say the name of a sent row: of two, each might be the one.
fn like_exactly(at: usize, rows: &[(&LostRow, Plain)], sent: &[Plain]) -> usize {
    let measures_agree = |row: &Plain| row.measure.is_empty() || sent[at].measure.is_empty() || row.measure == sent[at].measure;
    rows.iter().filter(|(_, row)| row.name == sent[at].name && measures_agree(row)).count()
}

struct Likeness {
    at: usize,
    score: u32,
    exact: bool,
}

fn candidates(row: &LostRow, plain: &Plain, sent: &[Plain]) -> Vec<Likeness> {
    let mut like: Vec<Likeness> = (0..sent.len()).filter_map(|at| likeness(plain, at, sent)).collect();
    if let Some(named) = row.named.filter(|named| like.iter().all(|one| one.at != *named)) {
        like.push(Likeness { at: named, score: u32::MAX, exact: false });
    }
    let best = like.iter().filter(|one| one.score < u32::MAX).map(|one| one.score).max().unwrap_or(0);
    like.retain(|one| one.score.saturating_add(NEAR) >= best);
    like.sort_by_key(|one| (std::cmp::Reverse(one.exact), std::cmp::Reverse(one.score), one.at));
    like.truncate(MOST_CANDIDATES);
    like
}

fn likeness(row: &Plain, at: usize, all: &[Plain]) -> Option<Likeness> {
    let sent = &all[at];
    let agrees = |one: &str, two: &str| (!one.is_empty() && !two.is_empty()).then(|| one == two);
    let (number, measure) = (agrees(&row.number, &sent.number), agrees(&row.measure, &sent.measure));
    let named_alike = !row.name.is_empty() && row.name == sent.name;
    let once = |with_measure: bool| {
        let same = |one: &&Plain| one.name == sent.name && (!with_measure || one.measure == sent.measure);
        all.iter().filter(same).count() == 1
    };
    let exact = named_alike
        && match (number, measure) {
            (Some(false), _) | (_, Some(false)) | (None, None) => false,
            (_, Some(true)) => once(true),
            (Some(true), None) => once(false),
        };
    let alike = if named_alike { 100 } else { in_common(&row.name, &sent.name) };
    let nameless = row.name.is_empty() && number == Some(true) && measure == Some(true);
    if alike < ALIKE && !nameless {
        return None;
    }
    let bonus = |agrees: Option<bool>| if agrees == Some(true) { 15 } else { 0 };
    Some(Likeness { at, score: alike + bonus(number) + bonus(measure), exact })
}

/// Words without what people change and nobody means.
struct Plain {
    number: String,
    measure: String,
    name: String,
}

impl Plain {
    fn of(words: &Words) -> Plain {
        Plain { number: plain(&words.number), measure: plain(&words.measure), name: plain(&words.name) }
    }
}

fn plain(text: &str) -> String {
    squeezed(text).to_lowercase().chars().filter(|c| c.is_alphanumeric() || matches!(c, '%' | '‰')).collect()
}

/// Returns how much two texts have in common, of 100: their pairs of neighbouring characters; 80 at least if one contains the other.
fn in_common(one: &str, two: &str) -> u32 {
    let pairs = |text: &str| {
        let mut pairs: Vec<(char, char)> = text.chars().zip(text.chars().skip(1)).collect();
        pairs.sort_unstable();
        pairs
    };
    let (one_pairs, mut two_pairs) = (pairs(one), pairs(two));
    let total = one_pairs.len() + two_pairs.len();
    if one_pairs.is_empty() || two_pairs.is_empty() {
        return 0;
    }
    let mut common = 0;
    for pair in &one_pairs {
        if let Ok(at) = two_pairs.binary_search(pair) {
            two_pairs.remove(at);
            common += 1;
        }
    }
    let share = (200 * common / total) as u32;
    // 新增普惠托位 and 新增普惠托位数: the shorter says the same with less.
    let contains = one_pairs.len().min(total - one_pairs.len()) >= 2 && (one.contains(two) || two.contains(one));
    if contains { share.max(80) } else { share }
}

#[cfg(test)]
mod tests;
