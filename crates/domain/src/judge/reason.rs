//! Why a light is what it is, in the sentences officials use.

use super::Judgement;
use crate::{Amount, Comparator, Indicator};

/// Returns a fraction as it is shown everywhere: one decimal, rounded half up, `0.5278` → `52.8%`.
pub fn percent(fraction: f64) -> String {
    format!("{:.1}%", shown(fraction))
}

/// Returns how many percentage points lie between two fractions as they are shown: so it can be checked by hand.
pub fn shown_points(expected: f64, reached: f64) -> f64 {
    ((shown(expected) - shown(reached)) * 10.0).round() / 10.0
}

/// Returns a fraction rounded to what is shown of it: 0.52777 → 0.528, so that a page can only show `52.8%`.
pub fn shown_fraction(fraction: f64) -> f64 {
    (shown(fraction) * 10.0).round() / 1000.0
}

/// Returns the lag as it is shown: the difference of the shown percentages, as a fraction.
pub fn shown_lag(judgement: &Judgement) -> Option<f64> {
    let (lag, completion) = (judgement.lag?, judgement.completion?);
    Some((shown_points(lag + completion, completion) * 10.0).round() / 1000.0)
}

/// Rounds to one decimal of a percentage, half up; the nudge makes 62.25 round as a person would.
fn shown(fraction: f64) -> f64 {
    // Adding zero turns −0 into 0.
    (fraction * 1000.0 + fraction.signum() * 1e-9).round() / 10.0 + 0.0
}

/// Returns the target as people write it: ≥2600, ≤8, 1-2, 约42, 下降5, 完成.
pub fn target_label(indicator: &Indicator) -> String {
    let Some(target) = indicator.target else { return "完成".into() };
    match (indicator.comparator, indicator.upper) {
        (Comparator::AtLeast | Comparator::Equal, _) if indicator.falls() => format!("≤{target}"),
        (Comparator::AtLeast | Comparator::Equal, _) => format!("≥{target}"),
        (Comparator::AtMost, _) => format!("≤{target}"),
        (Comparator::About, _) => format!("约{target}"),
        (Comparator::Range, Some(upper)) => format!("{target}-{upper}"),
        (Comparator::Range, None) => format!("≥{target}"),
        (Comparator::Increase, _) => format!("增长{target}"),
        (Comparator::Decrease, _) => format!("下降{target}"),
        (Comparator::Qualitative, _) => "完成".into(),
    }
}

pub(super) fn silent(indicator: &Indicator, before: bool, waits: bool) -> String {
    match (before, waits) {
        (true, _) => format!("未到起始日{}", indicator.start),
        (false, true) => format!("未到期，{}前完成", indicator.due),
        (false, false) => "本期未报".into(),
    }
}

pub(super) fn not_yet_due(indicator: &Indicator, value: Amount) -> String {
    format!("未到期，{}前完成，现值{}，目标{}", indicator.due, with_unit(indicator, value), target_with_unit(indicator))
}

pub(super) fn on_the_way(time: f64, completion: f64, planned: bool) -> String {
    let points = shown_points(time, completion);
    let verdict = match points {
        p if p > 0.0 => format!("落后{p:.1}个百分点"),
        p if p < 0.0 => format!("超前{:.1}个百分点", -p),
        _ if planned => "与计划进度持平".into(),
        _ => "与序时进度持平".into(),
    };
    let by = if planned { "按计划" } else { "" };
    format!("{by}应达{}，实达{}，{verdict}", percent(time), percent(completion))
}

pub(super) fn done(indicator: &Indicator, value: Amount, completion: f64) -> String {
    format!(
        "已完成{}，目标{}，完成率{}{}",
        with_unit(indicator, value),
        target_with_unit(indicator),
        percent(completion),
        over_upper(indicator, value)
    )
}

pub(super) fn holds(indicator: &Indicator, value: Amount) -> String {
    format!("达标，现值{}，目标{}{}", with_unit(indicator, value), target_with_unit(indicator), over_upper(indicator, value))
}

pub(super) fn does_not_hold(indicator: &Indicator, value: Amount) -> String {
    let off = indicator.target.and_then(|target| Amount::new((value.get() - target.get()).abs()));
    let off = off
        .map(|off| format!("，相差{}{}", figure(off), if is_rate(indicator) { "个百分点" } else { &indicator.unit }))
        .unwrap_or_default();
    format!("未达标，现值{}，目标{}{off}", with_unit(indicator, value), target_with_unit(indicator))
}

fn over_upper(indicator: &Indicator, value: Amount) -> String {
    match indicator.upper {
        Some(upper) if indicator.comparator == Comparator::Range && value > upper => format!("，超过上限{upper}"),
        _ => String::new(),
    }
}

/// Returns a figure as a sentence shows it: what was typed in full, a quotient by its first two decimals.
///
/// A quotient so near to 0 that two decimals would hide it keeps its first two digits.
pub fn figure(value: Amount) -> String {
    let decimals = match value.get().abs() {
        small if small > 0.0 && small < 0.1 => (1.0 - small.log10().floor()) as usize,
        _ => 2,
    };
    let rounded = format!("{:.decimals$}", value.get()).parse().ok().and_then(Amount::new);
    rounded.unwrap_or(value).to_string()
}

/// Returns a number of points or weight as [`figure`] shows one; 0 for what is none.
pub fn number(number: f64) -> String {
    figure(Amount::new(number).unwrap_or(Amount::ZERO))
}

fn is_rate(indicator: &Indicator) -> bool {
    indicator.unit == "%"
}

fn with_unit(indicator: &Indicator, value: Amount) -> String {
    match indicator.target {
        Some(_) => format!("{}{}", figure(value), indicator.unit),
        None => format!("{}%", figure(value)),
    }
}

fn target_with_unit(indicator: &Indicator) -> String {
    match indicator.target {
        Some(_) => format!("{}{}", target_label(indicator), indicator.unit),
        None => "完成".into(),
    }
}
