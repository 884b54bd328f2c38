//! Words that several slides share.

use super::made::{Sources, marked, plain};
use crate::refs::unit_ref;
use crate::shown::units_in_text;
use charts::{Bar, Run};
use domain::judge::{Light, figure, number, percent, shown_lag, shown_points};
use domain::{Amount, Indicator};
use store::IndicatorRow;

/// How many units are named before the rest is counted.
const NAMED: usize = 3;

/// Returns units by their short names, many of them as the first ones and a count.
pub(super) fn units(from: &Sources<'_>, ids: &[i64]) -> String {
    let names: Vec<String> = ids.iter().map(|id| unit_ref(from.book.unit(*id)).short).collect();
    units_in_text(&names.iter().map(String::as_str).collect::<Vec<_>>(), NAMED)
}

/// Returns all of the units by their short names.
pub(super) fn all_units(from: &Sources<'_>, ids: &[i64]) -> String {
    ids.iter().map(|id| unit_ref(from.book.unit(*id)).short).collect::<Vec<_>>().join("、")
}

/// Returns a reason as it follows a name: 本期未报, but ：应达58.3%… after a colon.
pub(super) fn after_name(reason: &str) -> String {
    let verb = ["本期未报", "未到期", "未达标", "达标", "未到起始日", "已完成"].iter().any(|word| reason.starts_with(word));
    if verb { reason.to_owned() } else { format!("：{reason}") }
}

/// Returns what an amount of an indicator is counted in, where it is a part of the way: points for a rate.
pub(super) fn points_of(terms: &Indicator) -> &str {
    if terms.unit == "%" { "个百分点" } else { &terms.unit }
}

/// Returns true if an indicator counts things, of which there is no half.
fn counts(terms: &Indicator) -> bool {
    terms.unit != "%" && terms.target.is_some_and(|target| target.get().fract() == 0.0)
}

/// Returns an amount that must at least be done: of things that are counted a whole number.
pub(super) fn at_least(amount: f64, terms: &Indicator) -> String {
    // Five months of 306.8 are 1534; the nudge keeps 300.0000001 from becoming 301.
    number(if counts(terms) { (amount - 1e-9).ceil() } else { amount })
}

/// Returns an amount that is an estimate: of things that are counted a whole number.
pub(super) fn about(amount: f64, terms: &Indicator) -> String {
    number(if counts(terms) { amount.round() } else { amount })
}

/// Returns who is furthest behind its own share and who is furthest on, in a sentence; none without shares.
pub(super) fn extremes(from: &Sources<'_>, row: &IndicatorRow) -> Option<String> {
    let own = |unit: &i64| {
        let judged = from.book.unit_standing(row, *unit, from.period).judgement;
        let lag = shown_lag(&judged)?;
        Some((lag, judged.completion?, unit_ref(from.book.unit(*unit)).short))
    };
    let mut own: Vec<(f64, f64, String)> = from.book.reporters(row).iter().filter_map(own).collect();
    own.sort_by(|a, b| b.0.total_cmp(&a.0));
    let (worst, best) = (own.first()?, own.last()?);
    if own.len() < 2 || worst.0 <= best.0 {
        return None;
    }
    let points = |lag: f64, completion: f64| shown_points(lag + completion, completion);
    let apart = match points(worst.0, worst.1) {
        behind if behind > 0.0 => format!("，落后{behind:.1}个百分点"),
        _ => String::new(),
    };
    Some(format!("进度最慢的是{}（实达{}{apart}），最快的是{}（实达{}）。", worst.2, percent(worst.1), best.2, percent(best.1)))
}

/// Returns the sentence of the slide that shows an indicator by unit.
pub(super) fn by_unit(name: &str, terms: &Indicator, bars: &[Bar]) -> Vec<Run> {
    let reported: Vec<&Bar> = bars.iter().filter(|bar| bar.value.is_some()).collect();
    let silent = bars.len() - reported.len();
    let all = bars.len();
    let (Some(first), Some(last)) = (reported.first(), reported.last()) else {
        return vec![plain(format!("{name}：{all}个单位都没有报数。"))];
    };
    let count = |light| bars.iter().filter(|bar| bar.light == light).count();
    let missing = if silent > 0 { format!("，未报{silent}个") } else { String::new() };
    if bars.iter().all(|bar| bar.target.is_none()) {
        let value = |bar: &Bar| format!("{}{}", figure(bar.value.unwrap_or(Amount::ZERO)), crate::shown::measured_in(terms));
        let least = if reported.len() > 1 { format!("，最少的是{}{}", last.name, value(last)) } else { String::new() };
        return vec![plain(format!("{name}：{all}个单位已报{}个，最多的是{}{}{least}。", reported.len(), first.name, value(first)))];
    }
    let mut runs = vec![plain(format!("{name}：{all}个单位中"))];
    let lit = [Light::Red, Light::Yellow, Light::Green, Light::Done].map(|light| (light, count(light)));
    for (at, (light, count)) in lit.into_iter().filter(|(_, count)| *count > 0).enumerate() {
        runs.push(plain(format!("{}{}", if at > 0 { "、" } else { "" }, light.zh())));
        runs.push(if light == Light::Red { marked(count.to_string(), light) } else { plain(count.to_string()) });
        runs.push(plain("个"));
    }
    runs.push(plain(format!("{missing}。")));
    runs
}
