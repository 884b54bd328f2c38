//! What is expected when: the straight way through time, or what was planned for quarters and years (计划进度).
//!
//! Of work that adds up, planned values bend the way: between two of them it runs straight, from the baseline before the
//! first to the target after the last. Of what must hold, each is the target until its day, and the next after it. Of
//! what is judged when due, each is due on its own day.

use super::{TimeRule, must_hold, time_progress};
use crate::indicator::Planned;
use crate::{Amount, Indicator, Pace, Period};
use chrono::NaiveDate;
use std::borrow::Cow;

/// Returns the share of the way expected at the end of a day, 0–1: time progress (序时进度), or the planned curve.
pub fn expected_share(rule: TimeRule, indicator: &Indicator, at: NaiveDate) -> f64 {
    let time = |day| time_progress(rule, indicator.start, indicator.due, day);
    let now = time(at);
    let Some(way) = Way::of(indicator).filter(|_| now < 1.0 && !indicator.planned.is_empty()) else { return now };
    let mut from = (0.0, 0.0);
    for point in &indicator.planned {
        // Planned before the target was changed, it may lie outside the way that is left.
        let to = (time(point.by), way.share(point.value).clamp(0.0, 1.0));
        if now < to.0 {
            return between(from, to, now);
        }
        from = to;
    }
    between(from, (1.0, 1.0), now)
}

/// Returns the height at `x` of the straight line between two points; the first one's where they stand above each other.
fn between((x0, y0): (f64, f64), (x1, y1): (f64, f64), x: f64) -> f64 {
    if x1 > x0 { y0 + (x - x0) / (x1 - x0) * (y1 - y0) } else { y0 }
}

/// The way from where an indicator begins to where it is to be.
#[derive(Clone, Copy)]
struct Way {
    from: f64,
    to: f64,
}

impl Way {
    /// Returns the way of work that adds up; none for what must hold and what is only judged when due.
    fn of(indicator: &Indicator) -> Option<Way> {
        let adds_up = indicator.pace == Pace::Accumulate && !must_hold(indicator);
        adds_up.then(|| match indicator.target {
            Some(target) => Way { from: indicator.baseline.map_or(0.0, Amount::get), to: target.get() },
            None => Way { from: 0.0, to: 100.0 },
        })
    }

    /// Returns which part of the way a value has come. What must not hold has a way, so nothing is divided by 0.
    fn share(self, value: Amount) -> f64 {
        (value.get() - self.from) / (self.to - self.from)
    }
}

/// Returns the indicator as it binds at the end of a period: with what was planned for then in place of the target,
/// where the planned value is a target of its own.
pub(super) fn in_force<'a>(indicator: &'a Indicator, period: Period, meets: impl Fn(&Indicator) -> bool) -> Cow<'a, Indicator> {
    let instead = |point: &Planned, due: NaiveDate| Indicator {
        target: indicator.target.is_some().then_some(point.value),
        upper: None,
        due,
        planned: Vec::new(),
        ..indicator.clone()
    };
    let at = period.end();
    if at >= indicator.due || indicator.planned.is_empty() || Way::of(indicator).is_some() {
        return Cow::Borrowed(indicator);
    }
    if must_hold(indicator) {
        let ahead = indicator.planned.iter().find(|point| point.by >= at);
        return ahead.map_or(Cow::Borrowed(indicator), |point| Cow::Owned(instead(point, indicator.due)));
    }
    // What was due by now and is not reached is owed still; what is reached waits for the next.
    let passed = indicator.planned.iter().rev().find(|point| point.by <= at).map(|point| instead(point, point.by));
    passed.filter(|due| !meets(due)).map_or(Cow::Borrowed(indicator), Cow::Owned)
}

impl Indicator {
    /// Returns the planned values of a unit that has this share of the target: the same parts of its own way.
    pub fn planned_for(&self, share: Amount) -> Vec<Planned> {
        let Some(way) = Way::of(self) else { return Vec::new() };
        let own = |point: &Planned| Some(Planned { by: point.by, value: share.times(way.share(point.value))? });
        self.planned.iter().filter_map(own).collect()
    }
}

/// Why planned values cannot be used.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum PlannedFault {
    /// One is planned for a day outside the indicator's time, or for its end, where the target itself stands.
    #[error("{by}不在计划进度可填的日子里：要在起始日{start}之后、到期日{due}之前，到期的数就是目标值")]
    Outside {
        /// The day.
        by: NaiveDate,
        /// The indicator's first day.
        start: NaiveDate,
        /// The day the target is due.
        due: NaiveDate,
    },
    /// Two are planned for the same day.
    #[error("{by}有两个计划值，一个日子只能有一个")]
    Twice {
        /// The day.
        by: NaiveDate,
    },
    /// The way goes back, or beyond the target.
    #[error("{by}的计划值{value}应在{low}和{high}之间：计划进度从基期值到目标值只能往前走")]
    Backward {
        /// The day.
        by: NaiveDate,
        /// What is planned for it.
        value: Amount,
        /// Where the way is before it.
        low: Amount,
        /// Where it ends.
        high: Amount,
    },
}

/// Checks planned values, in the order of their days. Of work that adds up they may not go back nor beyond the target.
///
/// # Errors
/// [`PlannedFault`] with the first that cannot be used.
pub fn check_planned(indicator: &Indicator) -> Result<(), PlannedFault> {
    let Indicator { start, due, .. } = *indicator;
    let mut last: Option<Planned> = None;
    for point in &indicator.planned {
        let by = point.by;
        if by < start || by >= due {
            return Err(PlannedFault::Outside { by, start, due });
        }
        if last.is_some_and(|last| last.by >= by) {
            return Err(PlannedFault::Twice { by });
        }
        if let Some(way) = Way::of(indicator) {
            let from = last.map_or(way.from, |last| last.value.get());
            let (low, high) = (from.min(way.to), from.max(way.to));
            if !(low..=high).contains(&point.value.get()) {
                let amount = |value: f64| Amount::new(value).unwrap_or(Amount::ZERO);
                return Err(PlannedFault::Backward { by, value: point.value, low: amount(low), high: amount(high) });
            }
        }
        last = Some(*point);
    }
    Ok(())
}

#[cfg(test)]
mod tests;
