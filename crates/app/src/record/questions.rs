//! What looks odd about reported values: asked about, never changed.

use super::Placed;
use crate::ApiError;
use crate::book::Book;
use crate::shown::short;
use crate::wire::Question;
use domain::{Amount, Comparator, Period, Uid, ValueKind};
use std::collections::{HashMap, HashSet};
use store::{Entry, Store};

/// How many times the value before it a value may be before it is asked about.
const FACTOR: f64 = 10.0;

/// Returns the questions about values that are about to be written, in their order; they are held against what was
/// reported before and against each other.
pub(super) fn questions(store: &Store, placed: &[Placed]) -> Result<Vec<Question>, ApiError> {
    let mut books: HashMap<i64, Book> = HashMap::new();
    for new in placed {
        if let std::collections::hash_map::Entry::Vacant(free) = books.entry(new.plan) {
            let plan = store.plan_by_id(new.plan)?.expect("the plan was found a moment ago");
            let indicators = placed.iter().filter(|other| other.plan == new.plan).map(|other| other.indicator.id).collect();
            free.insert(Book::load_some(store, plan, &indicators)?);
        }
    }
    // Who reports is asked of the ledger as it is, and once a unit, however many periods are written.
    let mut strangers = HashSet::new();
    let strange: Vec<_> = placed.iter().map(|new| stranger(&books[&new.plan], new, &mut strangers)).collect();
    for new in placed {
        if let Some(book) = books.get_mut(&new.plan) {
            book.assume(assumed(new));
        }
    }
    let mut questions = Vec::new();
    for (new, strange) in placed.iter().zip(strange) {
        let terms = &new.indicator.data.indicator;
        let Some(value) = new.figure.and_then(|figure| figure.value(&terms.unit)) else { continue };
        let (indicator, unit, period): (Uid, Uid, Period) = (new.input.indicator, new.input.unit, new.input.period);
        let mut ask = |code: &str, fact: String, cause: &str| {
            let (code, cause) = (code.to_owned(), cause.to_owned());
            questions.push(Question { indicator, unit, period, code, fact, cause });
        };
        if let Some((fact, cause)) = strange {
            ask("not_responsible", fact, cause);
        }
        odd(&books[&new.plan], new, value, &mut ask);
    }
    Ok(questions)
}

fn assumed(new: &Placed) -> Entry {
    let (indicator_id, unit_id, period) = (new.indicator.id, new.unit, new.input.period);
    Entry { indicator_id, unit_id, period, figure: new.figure, typed: None, note: None, who: String::new(), at: 0 }
}

/// Returns what is asked where the unit has no part in the measure, or none of the target; who has reported before was asked then.
fn stranger(book: &Book, new: &Placed, asked: &mut HashSet<(i64, i64)>) -> Option<(String, &'static str)> {
    let (row, unit) = (&new.indicator, new.unit);
    let shares = book.shares(row.id);
    let known = book.entries(row.id, unit).iter().any(|entry| entry.period != new.input.period && entry.figure.is_some());
    let measure = book.measure_of(row)?;
    if new.figure.is_none() || known || shares.iter().any(|(id, _)| *id == unit) {
        return None;
    }
    let question = if book.role(measure, unit).is_none() {
        (format!("“{}”不在这项举措的责任单位里", new.unit_name), "如果确由该单位填报，请保留；否则请撤销后换单位填")
    } else if !shares.is_empty() {
        (format!("目标没有分解到“{}”", new.unit_name), "如果该单位也要填报，请保留，并在分解里补上它的份额；否则请撤销后换单位填")
    } else {
        return None;
    };
    asked.insert((row.id, unit)).then_some(question)
}

fn odd(book: &Book, new: &Placed, value: Amount, ask: &mut impl FnMut(&str, String, &str)) {
    let terms = &new.indicator.data.indicator;
    let period = new.input.period;
    let now = short(period);
    if period.end() < terms.start {
        ask("before_start", format!("{}还没到这个指标的起始日{}", period.zh(), terms.start), "请核对期次；确有以前的数，请保留");
    }
    if value < Amount::ZERO && terms.comparator.is_level() && terms.target.is_none_or(|target| target >= Amount::ZERO) {
        ask("negative", format!("{now}{value}是负数"), "数量一般不会是负数，请核对。若是更正以前多报的数，请写原因");
    }
    let is_percentage = matches!(terms.unit.as_str(), "%" | "％") || terms.kind == ValueKind::Qualitative;
    if is_percentage && terms.comparator != Comparator::Increase && value > Amount::from(100) {
        ask("over_100", format!("{value}%超过了100%"), "超额完成时可以大于100%，否则请核对分子分母");
    }
    let reported = reported(book, new);
    if let Some((fact, cause)) = overlap(terms.kind, period, value, &reported) {
        ask("overlap", fact, cause);
    }
    if let Some((before, last)) = reported.iter().filter(|(at, _)| at.end() < period.end()).max_by_key(|(at, _)| *at) {
        let then = short(*before);
        if terms.kind == ValueKind::Cumulative && value < *last {
            ask(
                "fell",
                format!("累计值比上期少{}：{then}{last}，{now}{value}", less(*last, value)),
                "累计数一般只增不减，请核对。若是更正以前多报的数，请写原因",
            );
        }
        let limit = FACTOR * last.get();
        let reached = value.get() >= limit || Amount::new(limit).is_some_and(|limit| value.same(limit));
        if terms.kind != ValueKind::Rate && *last > Amount::ZERO && reached {
            ask("tenfold", format!("{now}{value}，是上期{last}的10倍以上"), "请核对单位（个、万）和小数点");
        }
    }
    let after = reported.iter().filter(|(at, _)| at.end() > period.end()).min_by_key(|(at, _)| *at);
    if let (ValueKind::Cumulative, Some((after, next))) = (terms.kind, after.filter(|(_, next)| *next < value)) {
        let then = short(*after);
        ask(
            "above_next",
            format!("累计值比后一期多{}：{now}{value}，{then}{next}", less(value, *next)),
            "累计数一般只增不减，请核对这一期，或者更正后一期",
        );
    }
}

/// Returns what is asked where a month and the quarter it ends, or lies in, are both reported: which of them counts.
fn overlap(kind: ValueKind, period: Period, value: Amount, reported: &[(Period, Amount)]) -> Option<(String, &'static str)> {
    if kind != ValueKind::Increment {
        let (other, at) = reported.iter().find(|(other, at)| other.ends_with(period) && !at.same(value))?;
        let fact = format!("{}已填{at}，与{}同一天截止，两个数不同", other.zh(), period.zh());
        return Some((fact, "看哪一期就用那一期的数，请核对是不是同一个数"));
    }
    if let Some((longer, at)) = reported.iter().find(|(other, _)| other.contains(period)) {
        let fact = format!("{}已填{at}，包含{}，这一期的数不再另计", longer.zh(), period.zh());
        return Some((fact, "同一段时间只计一次，以较长的期次为准"));
    }
    let inside: Vec<f64> = reported.iter().filter(|(other, _)| period.contains(*other)).map(|(_, at)| at.get()).collect();
    let sum = Amount::new(inside.iter().sum()).filter(|sum| !inside.is_empty() && !sum.same(value))?;
    let fact = format!("{}里已填{}期，合计{sum}，与本期{value}不同", period.zh(), inside.len());
    Some((fact, "同一段时间只计一次，以较长的期次为准"))
}

fn less(more: Amount, less: Amount) -> Amount {
    // As written by hand: 0.3 less 0.1 is 0.2.
    let difference = format!("{:.6}", more.get() - less.get());
    difference.parse().ok().and_then(Amount::new).unwrap_or(Amount::ZERO)
}

/// Returns what the unit reported for other periods.
fn reported(book: &Book, new: &Placed) -> Vec<(Period, Amount)> {
    let unit = &new.indicator.data.indicator.unit;
    let others = book.entries(new.indicator.id, new.unit).iter().filter(|entry| entry.period != new.input.period);
    others.filter_map(|entry| Some((entry.period, entry.figure?.value(unit)?))).collect()
}
