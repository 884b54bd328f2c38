//! Rows that have lost their ids, and the rows they probably were: proposed by number and wording, never taken for sure.
//!
//! Pure, and cautious: what could be two rows is never proposed as one.

use crate::clean::squeezed;

/// What a row says of itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// 序号.
    pub number: String,
    /// 重点任务, with its own number.
    pub measure: String,
    /// 指标.
    pub indicator: String,
}

/// A row without a good id.
#[derive(Clone, Debug, Default)]
pub struct LostRow {
    /// What it says.
    pub words: Words,
    /// The row its id names, where that is in doubt: it is always among the candidates.
    pub named: Option<usize>,
    /// True if its id speaks against its words, or comes from another form: nothing is then exact.
    pub doubtful: bool,
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

/// Returns what each row may have been. `answered` are the sent rows that have their own row in the file.
///
/// Exact is a row whose name is the same but for spaces, punctuation and case, whose 序号 is the same and whose measure is
/// the same; of 序号 and measure one may be missing. The name with its measure must have been sent once only: numbers are
/// renewed when rows are deleted. It must be the only row in the file that says so, and the sent row must not be answered.
pub fn match_rows(rows: &[LostRow], sent: &[Words], answered: &[bool]) -> Vec<Match> {
    let sent: Vec<Plain> = sent.iter().map(Plain::of).collect();
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
    rows.iter().filter(|(_, row)| row.indicator == sent[at].indicator && measures_agree(row)).count()
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
    let named_alike = !row.indicator.is_empty() && row.indicator == sent.indicator;
    let once = |with_measure: bool| {
        let same = |one: &&Plain| one.indicator == sent.indicator && (!with_measure || one.measure == sent.measure);
        all.iter().filter(same).count() == 1
    };
    let exact = named_alike
        && match (number, measure) {
            (Some(false), _) | (_, Some(false)) | (None, None) => false,
            (_, Some(true)) => once(true),
            (Some(true), None) => once(false),
        };
    let alike = if named_alike { 100 } else { in_common(&row.indicator, &sent.indicator) };
    let nameless = row.indicator.is_empty() && number == Some(true) && measure == Some(true);
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
    indicator: String,
}

impl Plain {
    fn of(words: &Words) -> Plain {
        Plain { number: plain(&words.number), measure: plain(&words.measure), indicator: plain(&words.indicator) }
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
