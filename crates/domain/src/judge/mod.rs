//! Judging an indicator against time: one function each, used by every screen, export and command.
//!
//! The steps: [`figure_at`] makes a unit's figure from its entries, [`roll_up`] one figure of all units',
//! [`judge`] holds it against target and time. The rules are those of DESIGN §5, the words those of officials.

mod expected;
mod figure;
mod forecast;
mod light;
mod reason;
mod roll_up;
mod rules;
mod time;
mod to_go;

pub use expected::{PlannedFault, check_planned, expected_share};
pub use figure::{Figure, figure_at, reported_at};
pub use forecast::{Forecast, forecast};
pub use light::{Light, Thresholds};
pub use reason::{figure, number, percent, shown_fraction, shown_lag, shown_points, target_label};
pub use roll_up::{Gap, UnitFigure, parts, roll_up};
pub use rules::{Combining, PRESETS, Rules, TimeRule, combined, lit};
pub use time::time_progress;
pub use to_go::{ToGo, to_go};

use crate::{Amount, Comparator, Indicator, Pace, Period};

/// What is said of an indicator in a period.
#[derive(Clone, Debug, PartialEq)]
pub struct Judgement {
    /// Share of the way expected by then, 0–1: of the indicator's own time that has passed, or as planned.
    pub time_progress: f64,
    /// Share of the target reached: 1 is all of it, more is over-fulfilled. For a target that must hold, 1 when it
    /// does, else how near the value comes. None where nothing was reported.
    pub completion: Option<f64>,
    /// Expected minus reached, a fraction; negative when ahead. None where nothing can be expected yet.
    pub lag: Option<f64>,
    /// The value expected at the period's end, where there is one.
    pub expected: Option<Amount>,
    /// True if the value meets the target.
    pub met: bool,
    /// The light.
    pub light: Light,
    /// Why, in a sentence: 应达58.3%，实达41.0%，落后17.3个百分点.
    pub reason: String,
    /// What stands in a table instead of a percentage: 达标, 未达标, 未报, 未到期.
    pub word: Option<&'static str>,
}

/// Share of the target within which an approximate value (左右) counts as met.
pub const TOLERANCE: f64 = 0.05;

/// Judges the figure of an indicator at the end of a period; `None` is a period without a report.
///
/// ```
/// use domain::{Amount, Comparator, Every, Indicator, Pace, RollUp, ValueKind, judge::{self, Light, Rules}};
/// let training = Indicator {
///     name: "救护技能培训".into(), unit: "人次".into(), comparator: Comparator::Equal,
///     target: Amount::new(18000.0), upper: None, baseline: None,
///     start: "2024-01-01".parse().unwrap(), due: "2024-12-31".parse().unwrap(),
///     kind: ValueKind::Cumulative, pace: Pace::Accumulate, roll_up: RollUp::Sum, weight: Amount::ONE, every: Every::Month, planned: Vec::new(),
/// };
/// let june = judge::judge(&training, Amount::new(9500.0), "2024-06".parse().unwrap(), &Rules::default());
/// assert_eq!(june.light, Light::Green);
/// assert_eq!(june.reason, "应达50.0%，实达52.8%，超前2.8个百分点");
/// ```
pub fn judge(indicator: &Indicator, value: Option<Amount>, period: Period, rules: &Rules) -> Judgement {
    let indicator = &*expected::in_force(indicator, period, |due| value.is_some_and(|value| is_met(due, value)));
    let time = expected_share(rules.time, indicator, period.end());
    let thresholds = rules.thresholds;
    let due = period.end() >= indicator.due;
    let waits = indicator.pace == Pace::ByDue && !due;
    let holds = must_hold(indicator);
    let expected = match (waits, holds) {
        (true, _) => None,
        (false, true) => indicator.target,
        (false, false) => on_the_way(indicator, time),
    };
    let base = Judgement {
        time_progress: time,
        completion: None,
        lag: None,
        expected,
        met: false,
        light: Light::Grey,
        reason: String::new(),
        word: None,
    };
    let Some(value) = value else {
        let before = period.end() < indicator.start;
        let word = if waits || before { "未到期" } else { "未报" };
        return Judgement { reason: reason::silent(indicator, before, waits), word: Some(word), ..base };
    };
    let met = is_met(indicator, value);
    let completion = completion(indicator, value, met, holds);
    let judged = Judgement { completion: Some(completion), met, ..base };
    if waits && !met {
        return Judgement { reason: reason::not_yet_due(indicator, value), word: Some("未到期"), ..judged };
    }
    let time_due = if holds || indicator.pace == Pace::ByDue { 1.0 } else { time };
    let lag = time_due - completion;
    let light = match met {
        true if holds && !due => Light::Green,
        true => Light::Done,
        // What must hold and does not is never green, however near it comes.
        false if holds => thresholds.light(shown_points(time_due, completion)).max(Light::Yellow),
        false => thresholds.light(shown_points(time_due, completion)),
    };
    let planned = !indicator.planned.is_empty() && !due;
    let reason = match (met, holds) {
        (true, true) => reason::holds(indicator, value),
        (true, false) => reason::done(indicator, value, completion),
        (false, true) => reason::does_not_hold(indicator, value),
        (false, false) => reason::on_the_way(time_due, completion, planned),
    };
    let word = holds.then_some(if met { "达标" } else { "未达标" });
    Judgement { lag: Some(lag), light, reason, word, ..judged }
}

/// Says of a period between two reports that the last one stands, or that none has been asked for yet.
///
/// `stands` is the period the judgement was made for; none before the first report.
pub fn between_reports(indicator: &Indicator, stands: Option<Period>, period: Period, judged: Judgement) -> Judgement {
    let every = indicator.every.zh();
    match stands {
        Some(at) if at == period => judged,
        Some(at) => Judgement { reason: format!("{every}填报，{}：{}", at.zh(), judged.reason), ..judged },
        None if judged.word == Some("未报") => {
            let first = std::iter::successors(Some(period), |at| Some(at.next())).find(|at| indicator.is_asked(*at));
            let first = first.map_or(String::new(), |first| format!("，{}起报", first.zh()));
            Judgement { reason: format!("{every}填报{first}"), word: Some("未到期"), ..judged }
        }
        None => judged,
    }
}

/// Returns true if the target is a line to stay on the right side of, rather than work that adds up.
///
/// Besides [`Pace::Maintain`] these are the rates of growth, and ceilings without a higher baseline: there is no
/// way from 0 towards 不超过100件. A target equal to its baseline leaves nothing to add up either.
fn must_hold(indicator: &Indicator) -> bool {
    let way = match (indicator.target, indicator.baseline) {
        (Some(target), Some(baseline)) if indicator.comparator.wants_less() => baseline > target,
        (Some(target), Some(baseline)) => !baseline.same(target),
        (Some(target), None) => !indicator.comparator.wants_less() && target > Amount::ZERO,
        (None, _) => true,
    };
    indicator.pace == Pace::Maintain || !way || matches!(indicator.comparator, Comparator::Increase | Comparator::Decrease)
}

/// Returns true if the value meets the target. Qualitative progress meets it at 100 %.
fn is_met(indicator: &Indicator, value: Amount) -> bool {
    let Some(target) = indicator.target else { return value.get() >= 100.0 };
    match indicator.comparator {
        Comparator::About => (value.get() - target.get()).abs() <= TOLERANCE * target.get().abs() * (1.0 + 1e-12),
        _ if indicator.falls() => value < target || value.same(target),
        _ => value > target || value.same(target),
    }
}

fn completion(indicator: &Indicator, value: Amount, met: bool, holds: bool) -> f64 {
    let Some(target) = indicator.target else { return value.get() / 100.0 };
    let (v, t) = (value.get(), target.get());
    if !holds {
        let b = indicator.baseline.map_or(0.0, Amount::get);
        // Adding zero turns −0 into 0.
        return (v - b) / (t - b) + 0.0;
    }
    if met {
        return 1.0;
    }
    // How near: by the shortfall or the excess as a share of the target, as scores for 控制型 count it.
    let off = if t == 0.0 { 1.0 } else { (v - t).abs() / t.abs() };
    (1.0 - off).max(0.0)
}

/// Returns the value at a share of the way from the baseline (or 0) to the target.
fn on_the_way(indicator: &Indicator, time: f64) -> Option<Amount> {
    let Some(target) = indicator.target else { return Amount::new(100.0 * time) };
    let b = indicator.baseline.map_or(0.0, Amount::get);
    Amount::new(b + time * (target.get() - b))
}

#[cfg(test)]
pub(crate) mod cases;
#[cfg(test)]
mod tests;
