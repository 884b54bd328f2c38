//! Results of the time before that go by the name of a target: proposed as its baseline (基期值).
//!
//! Only where it makes the arithmetic right: for rates, levels and what is there at the end. What was done last year
//! is not subtracted from what is done this year. Of two results that fit equally well neither is taken.

use crate::dates::{self, Calendar};
use crate::model::{Baseline, Draft, Origin, Span, Target};
use crate::text::Text;
use chrono::{Datelike, NaiveDate};
use domain::{Amount, Comparator, Quantity, TargetKind, ValueKind, propose};

/// A plan has no more results and targets than this; so that comparing takes bounded time.
const MOST_COMPARED: usize = 400;
/// Names that have less in common, of 100, are not taken for one.
const ALIKE: u32 = 80;

/// Words that say of what place or how complete a value is, and not of what.
const GENERAL: [&str; 25] = [
    "全市", "全区", "全县", "全省", "全州", "我市", "我区", "我县", "我省", "本市", "本区", "累计", "总体", "共有", "拥有", "现有", "已有",
    "目前", "达到", "总数", "各级", "各类", "建成", "的", "已",
];
/// What sets one indicator apart from another: of whom, where, of which level or age.
const TELLING: &str = "0123456789一二三四五六七八九十甲乙丙级类岁男女城乡镇村农新老儿妇婴孕幼学重特困残省国县区院校";

/// A result that may be a baseline.
struct Known {
    core: Vec<char>,
    value: Amount,
    unit: String,
    date: Option<NaiveDate>,
    quote: String,
    span: Span,
}

/// Gives each target without a baseline the result that goes by its name.
pub fn from_results(text: &Text, calendar: Calendar, draft: &mut Draft) {
    let all = || draft.targets.iter().chain(draft.measures.iter().flat_map(|m| &m.targets));
    let results: Vec<Known> = all().filter(|t| is_state(t)).take(MOST_COMPARED).filter_map(|t| known(text, calendar, t)).collect();
    if results.is_empty() {
        return;
    }
    let targets: Vec<&Target> = all().filter(|t| t.kind == TargetKind::Target && t.baseline.is_none()).take(MOST_COMPARED).collect();
    let cores: Vec<Vec<char>> = targets.iter().map(|t| core(&t.name)).collect();
    let chosen: Vec<Option<(usize, u32)>> = targets.iter().zip(&cores).map(|(target, core)| best(target, core, &results)).collect();
    let mut baselines: Vec<(Span, Baseline)> = Vec::new();
    for (at, target) in targets.iter().enumerate() {
        let Some((result, likeness)) = chosen[at] else { continue };
        // A result that fits the name of another target as well or better is not this one's.
        let contested = chosen
            .iter()
            .zip(&cores)
            .any(|(other, core)| other.is_some_and(|(other, better)| other == result && better >= likeness) && *core != cores[at]);
        if contested {
            continue;
        }
        let known = &results[result];
        let value = Quantity { value: known.value, unit: known.unit.clone() }.in_unit(&target.unit);
        baselines.extend(value.map(|value| {
            let Known { date, quote, span, .. } = known;
            (target.span, Baseline { value, date: *date, quote: quote.clone(), span: *span, origin: Origin::Result })
        }));
    }
    let all = draft.targets.iter_mut().chain(draft.measures.iter_mut().flat_map(|m| &mut m.targets));
    for target in all.filter(|t| t.kind == TargetKind::Target && t.baseline.is_none()) {
        // Several numbers of one stretch (分别) share its span: their names tell them apart.
        let own = |baseline: &Baseline| likeness(&core(&target.name), &core_of(baseline, &results)) >= ALIKE;
        target.baseline = baselines.iter().find(|(span, baseline)| *span == target.span && own(baseline)).map(|(_, b)| b.clone());
    }
}

fn core_of(baseline: &Baseline, results: &[Known]) -> Vec<char> {
    results
        .iter()
        .find(|known| known.span == baseline.span && known.quote == baseline.quote)
        .map(|known| known.core.clone())
        .unwrap_or_default()
}

/// Returns true for a result that says how things stood, and not what was done.
fn is_state(result: &Target) -> bool {
    let plain = matches!(result.comparator, Comparator::AtLeast | Comparator::AtMost | Comparator::Equal | Comparator::About);
    if result.kind != TargetKind::Achieved || !plain {
        return false;
    }
    let words = format!("{} {}", result.name, result.quote);
    let total = ["累计", "总数", "总量", "共有", "拥有", "现有", "已有", "保有量"].iter().any(|word| words.contains(word));
    let kind = propose(result.comparator, result.value, &result.unit, &words, None).kind;
    total || matches!(kind, ValueKind::Point | ValueKind::Rate)
}

fn known(text: &Text, calendar: Calendar, result: &Target) -> Option<Known> {
    let core = core(&result.name);
    (core.len() >= 3).then_some(Known {
        core,
        value: result.value.filter(|_| result.upper.is_none())?,
        unit: result.unit.clone(),
        date: day(text, calendar, result),
        quote: result.quote.clone(),
        span: result.span,
    })
}

/// Returns the past day told last before the end of a result, in its line.
fn day(text: &Text, calendar: Calendar, result: &Target) -> Option<NaiveDate> {
    let line = text.lines.get(text.line_at(result.span.start))?.span;
    let words = text.words(Span::new(line.start, result.span.end.max(line.start)));
    let past = |day: &NaiveDate| calendar.first.is_none_or(|first| day.year() < first);
    dates::dates(&words, calendar).iter().rev().map(|m| m.date).find(past)
}

/// Returns the result a target's name fits best, and how well; none where two fit equally well and differ.
fn best(target: &Target, core: &[char], results: &[Known]) -> Option<(usize, u32)> {
    let words = format!("{} {}", target.name, target.quote);
    let fits = |known: &Known| {
        // Most names differ, which is soon seen.
        let likeness = Some(likeness(core, &known.core)).filter(|likeness| *likeness >= ALIKE)?;
        let value = Quantity { value: known.value, unit: known.unit.clone() }.in_unit(&target.unit)?;
        let same_unit = known.unit.is_empty() == target.unit.is_empty();
        let takes = propose(target.comparator, target.value, &target.unit, &words, Some(value)).takes_baseline;
        (same_unit && takes && target.value.is_some()).then_some(likeness)
    };
    let ranked: Vec<(usize, u32)> = results.iter().enumerate().filter_map(|(at, known)| Some((at, fits(known)?))).collect();
    let top = ranked.iter().map(|(_, likeness)| *likeness).max()?;
    let mut first: Vec<(usize, u32)> = ranked.into_iter().filter(|(_, likeness)| *likeness == top).collect();
    // Of one indicator told for several years the last one counts.
    first.sort_by_key(|(at, _)| results[*at].date);
    let (last, before) = first.split_last()?;
    let later = |at: usize| results[at].date < results[last.0].date;
    before.iter().all(|(at, _)| later(*at) || results[*at].value.same(results[last.0].value)).then_some(*last)
}

/// Returns a name without the words that do not say of what.
fn core(name: &str) -> Vec<char> {
    let name = name.split('（').next().filter(|head| head.chars().count() >= 3).unwrap_or(name);
    let bare = GENERAL.iter().fold(name.to_owned(), |name, word| name.replace(word, ""));
    bare.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Returns how much two names have in common, of 100: 100 for the same name, 0 where each says something the other does not.
fn likeness(a: &[char], b: &[char]) -> u32 {
    if a == b {
        return 100;
    }
    let (shorter, longer) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let head = shorter.iter().zip(longer).take_while(|(a, b)| a == b).count();
    let tail = shorter[head..].iter().rev().zip(longer.iter().rev()).take_while(|(a, b)| a == b).count();
    let more = &longer[head..longer.len() - tail];
    if head + tail < shorter.len() || more.iter().any(|c| TELLING.contains(*c)) {
        return 0;
    }
    // Pairs of neighbours, shared ones twice: one of them is cut where the words stand in the middle.
    let pairs = |name: &[char]| name.len().saturating_sub(1);
    let shared = pairs(shorter) - usize::from(head > 0 && tail > 0);
    (200 * shared / (pairs(shorter) + pairs(longer)).max(1)) as u32
}

#[cfg(test)]
mod tests;
