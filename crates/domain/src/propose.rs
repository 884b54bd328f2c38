//! What a target's wording says about how to judge it.

mod words;

use crate::judge::TOLERANCE;
use crate::{Amount, Comparator, Pace, RollUp, ValueKind};
use words::Wording;

/// How a target is best judged, with the reason a person can check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// What a reported value means.
    pub kind: ValueKind,
    /// How the target is approached.
    pub pace: Pace,
    /// How units' values are combined.
    pub roll_up: RollUp,
    /// True if the value of the time before belongs to the target as its baseline. False where what is reported begins
    /// at 0: to subtract last year's count from this year's would be wrong.
    pub takes_baseline: bool,
    /// Why, in a sentence.
    pub why: &'static str,
}

/// Proposes how to judge a target from its relation, value, unit of measure, the words around it, and the value before
/// the plan where the document tells it.
pub fn propose(comparator: Comparator, target: Option<Amount>, unit: &str, words: &str, baseline: Option<Amount>) -> Proposal {
    use {Pace::*, RollUp::*, ValueKind::*};
    let says = Wording::of(unit, words);
    // What is not reached yet is on its way from the baseline; what holds already must go on holding.
    let on_the_way = baseline.zip(target).is_some_and(|(baseline, target)| is_ahead(comparator, baseline, target));
    match comparator {
        Comparator::Qualitative => counted(Qualitative, Accumulate, Worst, "没有数字，按形象进度（0—100%）填报，多单位取最慢的"),
        Comparator::Increase | Comparator::Decrease => counted(Rate, Maintain, Owner, "增减幅度，每期直接与目标幅度相比，取牵头单位数"),
        Comparator::Equal if target == Some(Amount::ZERO) && !says.is_rate() => {
            counted(Cumulative, Maintain, Sum, "目标为0，按累计数填报，每期不得发生，多单位求和")
        }
        _ if says.is_rate() => match () {
            () if says.is_growth() => counted(Rate, Maintain, Owner, "增减幅度，每期直接与目标幅度相比，取牵头单位数"),
            () if says.is_work_of_year() => counted(Rate, Accumulate, Ratio, "完成进度，从0起随时间推进，多单位按分子分母合计"),
            () if on_the_way => from_baseline(Rate, Ratio, "比率，从基期值起随时间推进，多单位按分子分母合计"),
            () if says.is_work_done() && baseline.is_none() => {
                counted(Rate, Accumulate, Ratio, "完成进度，从0起随时间推进，多单位按分子分母合计")
            }
            () => state(Rate, Maintain, Ratio, "比率，每期应达标，多单位按分子分母合计"),
        },
        _ if says.is_how_often() => counted(Point, Maintain, Worst, "每期的次数，每期应达标，多单位取最差的"),
        _ if says.counts_days() => counted(Cumulative, Accumulate, Owner, "天数，按累计数填报，随时间推进，取牵头单位数"),
        _ if says.is_level() => match () {
            () if on_the_way => from_baseline(Point, Owner, "时间、金额等水平值，从基期值起随时间推进，取牵头单位数"),
            () if comparator == Comparator::AtMost => state(Point, Maintain, Worst, "控制性目标，每期不得超过，多单位取最差的"),
            () => state(Point, Maintain, Owner, "时间、金额等水平值，每期应达标，取牵头单位数"),
        },
        Comparator::AtMost if says.is_for_each() => counted(Point, Maintain, Worst, "控制性目标，每期不得超过，多单位取最差的"),
        Comparator::AtMost if on_the_way && !says.is_event() => {
            from_baseline(Point, Sum, "从基期数量往下减，按时点值填报，随时间推进，多单位求和")
        }
        Comparator::AtMost if says.is_stock() => state(Point, Maintain, Sum, "控制的数量，按时点值填报，每期不得超过，多单位求和"),
        Comparator::AtMost => counted(Cumulative, Maintain, Sum, "控制数，按累计数填报，每期不得超过，多单位求和"),
        _ if says.is_for_each() => match target {
            Some(target) if target > Amount::ONE => {
                counted(Cumulative, Accumulate, Worst, "每个单位都要做到的数量，随时间推进，多单位取最慢的")
            }
            _ => counted(Cumulative, ByDue, Worst, "每个单位都要做成，到期看是否做成，多单位取最慢的"),
        },
        _ if says.is_kept() && !says.is_work() => state(Point, Maintain, Sum, "保持在一定水平，按时点值填报，每期应达标"),
        Comparator::About if !says.is_work() => state(Point, Maintain, Sum, "保持在一定水平，每期应达标"),
        _ if says.is_stock() || (on_the_way && !says.is_work() && !says.is_event()) => match baseline {
            Some(_) => from_baseline(Point, Sum, "期末达到的数量，按时点值填报，从基期值起随时间推进"),
            None => state(Point, Accumulate, Sum, "期末达到的数量，按时点值填报，随时间推进"),
        },
        _ if target.is_some_and(|target| target <= Amount::ONE) => counted(Cumulative, ByDue, Sum, "只有一项，到期看是否做成"),
        _ => counted(Cumulative, Accumulate, Sum, "工作量，按累计数填报，随时间推进，多单位求和"),
    }
}

/// Returns true if the way from the baseline to the target is still to be gone.
///
/// A plain number below its baseline (12分钟, before 15分钟) is one to come down to. 不低于 is reached already.
fn is_ahead(comparator: Comparator, baseline: Amount, target: Amount) -> bool {
    match comparator {
        Comparator::AtLeast | Comparator::Range => baseline < target,
        Comparator::AtMost => baseline > target,
        Comparator::Equal => baseline != target,
        // 80岁左右, before 79.8岁, is met already.
        Comparator::About => (baseline.get() - target.get()).abs() > TOLERANCE * target.get().abs(),
        Comparator::Increase | Comparator::Decrease | Comparator::Qualitative => false,
    }
}

/// A target whose values begin at 0.
fn counted(kind: ValueKind, pace: Pace, roll_up: RollUp, why: &'static str) -> Proposal {
    Proposal { kind, pace, roll_up, takes_baseline: false, why }
}

/// A target that is a state: what it was before may be shown beside it.
fn state(kind: ValueKind, pace: Pace, roll_up: RollUp, why: &'static str) -> Proposal {
    Proposal { kind, pace, roll_up, takes_baseline: true, why }
}

/// A target that is approached from its baseline.
fn from_baseline(kind: ValueKind, roll_up: RollUp, why: &'static str) -> Proposal {
    state(kind, Pace::Accumulate, roll_up, why)
}

#[cfg(test)]
mod tests;
