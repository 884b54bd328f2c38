//! What an indicator is judged by, of today or of a frozen period, and the judging itself.

use super::Standing;
use domain::judge::{self, Gap, Judgement, Light, Rules};
use domain::{Amount, Indicator, Pace, Period, RollUp, ValueKind};

/// What an indicator is judged by in a period.
pub(crate) struct Basis<'a> {
    pub(crate) terms: &'a Indicator,
    pub(crate) shares: &'a [(i64, Amount)],
    pub(crate) reporters: &'a [i64],
    pub(crate) rules: &'a Rules,
}

impl Basis<'_> {
    /// Returns a unit's share of the target.
    pub(crate) fn share(&self, unit: i64) -> Option<Amount> {
        self.shares.iter().find(|(id, _)| *id == unit).map(|(_, target)| *target)
    }

    /// Returns the indicator as it binds one unit; see [`crate::book::Book::unit_terms`].
    pub(crate) fn of_unit(&self, unit: i64) -> Option<Indicator> {
        let terms = self.terms;
        if let Some(share) = self.share(unit) {
            // A share of the target has neither the city's baseline nor its upper bound.
            return Some(Indicator {
                target: Some(share),
                upper: None,
                baseline: None,
                planned: terms.planned_for(share),
                ..terms.clone()
            });
        }
        let holds_for_all = matches!(terms.kind, ValueKind::Rate | ValueKind::Qualitative)
            || (terms.pace == Pace::Maintain && terms.roll_up != RollUp::Sum);
        (holds_for_all || *self.reporters == [unit]).then(|| terms.clone())
    }

    /// Judges what was rolled up by terms: the indicator's own, or those of a unit.
    pub(crate) fn judged(&self, terms: &Indicator, rolled: Result<Amount, Gap>, period: Period, missing: Vec<i64>) -> Standing {
        let value = rolled.ok();
        let mut judgement = judge::judge(terms, value, period, self.rules);
        if let Err(gap) = rolled
            && gap != Gap::Silent
        {
            judgement = Judgement { reason: gap.to_string(), word: Some("不能汇总"), light: Light::Grey, ..judgement };
        }
        Standing { value, judgement, missing }
    }
}

/// A unit's figure that is only added up: the document does not say which part of the target is the unit's.
pub(crate) fn unjudged(rules: &Rules, terms: &Indicator, period: Period, gap: Option<Gap>) -> Judgement {
    Judgement {
        time_progress: judge::expected_share(rules.time, terms, period.end()),
        completion: None,
        lag: None,
        expected: None,
        met: false,
        light: Light::Grey,
        reason: gap.map_or_else(|| "没有分解到本单位的目标，只计入汇总".into(), |gap| gap.to_string()),
        word: Some(if gap == Some(Gap::Silent) { "未报" } else { "只汇总" }),
    }
}
