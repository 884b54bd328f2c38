//! Scores (考核): what each indicator is worth, what was earned of it, and the arithmetic a person can follow.
//!
//! The rules are those of DESIGN §5, after the published municipal ones of FIELD.md: in proportion to completion, nothing
//! extra above the target, never below 0; 控制型 (the less the better) by 2 − value ÷ target.

use crate::indicator::coded;
use crate::judge::{Judgement, figure, number, percent, shown_fraction};
use crate::{Amount, Comparator, Indicator, Pace};
use serde::{Deserialize, Serialize};

coded! {
    /// How an indicator is scored.
    Way {
        /// The more the better: weight × completion, at most the weight.
        Developing = "developing", "发展型";
        /// The less the better: weight × (2 − value ÷ target).
        Controlling = "controlling", "控制型";
        /// Progress of work without a number.
        Qualitative = "qualitative", "形象进度";
    }
}

/// What is the same for all scores of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct ScoreRules {
    /// 满分: 100 or 1,000.
    pub full_mark: f64,
    /// The most that bonuses together add.
    pub bonus_cap: f64,
    /// The most that penalties together take.
    pub penalty_cap: f64,
}

impl Default for ScoreRules {
    fn default() -> ScoreRules {
        ScoreRules { full_mark: 100.0, bonus_cap: 5.0, penalty_cap: 5.0 }
    }
}

/// What an indicator brings.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// How it is scored.
    pub way: Way,
    /// What it is worth.
    pub weight: f64,
    /// Share of the target reached, as the judgement has it.
    pub completion: Option<f64>,
    /// What was earned.
    pub earned: Earned,
    /// The arithmetic, e.g. 70 × 41.9%.
    pub formula: String,
}

/// What was earned of a weight.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Earned {
    /// So many points.
    Points(f64),
    /// Nothing was reported: no points, and the score is marked 未报齐.
    Silent,
    /// Not due yet, or not divided to this unit: the weight does not count.
    NotCounted,
}

/// A score with what it is made of.
#[derive(Clone, Debug, PartialEq)]
pub struct Total {
    /// The points of the lines together.
    pub points: f64,
    /// The weights that count together.
    pub weights: f64,
    /// The points on the scale of the full mark, one decimal.
    pub base: f64,
    /// What bonuses add, after the cap.
    pub bonus: f64,
    /// What penalties take, after the cap.
    pub penalty: f64,
    /// The score: base and bonus less penalty, never below 0.
    pub score: f64,
    /// True if something that counts was not reported (未报齐).
    pub incomplete: bool,
    /// The arithmetic of the whole.
    pub formula: String,
}

/// Returns how an indicator is scored.
pub fn way(indicator: &Indicator) -> Way {
    match indicator.comparator {
        Comparator::Qualitative => Way::Qualitative,
        _ if is_ceiling(indicator) => Way::Controlling,
        _ => Way::Developing,
    }
}

/// Returns true where there is no way down from a baseline: then nearness to the ceiling is what counts.
fn is_ceiling(indicator: &Indicator) -> bool {
    indicator.falls() && (indicator.pace == Pace::Maintain || indicator.baseline.zip(indicator.target).is_none_or(|(from, to)| from <= to))
}

/// Makes weights add up to what was given to them together, in proportion; evenly where all of them are 0.
///
/// A measure or a section with a weight of its own counts that much, however many indicators it has.
pub fn spread(together: f64, weights: &mut [&mut Amount]) {
    let sum: f64 = weights.iter().map(|weight| weight.get()).sum();
    let even = together / weights.len() as f64;
    for weight in weights {
        let own = if sum > 0.0 { together * (weight.get() / sum) } else { even };
        **weight = Amount::new(own).unwrap_or(Amount::ZERO);
    }
}

/// Scores an indicator by its judgement; the value is the one that was judged.
pub fn line(indicator: &Indicator, value: Option<Amount>, judged: &Judgement) -> Line {
    let weight = indicator.weight.get();
    let way = way(indicator);
    let (earned, formula) = match (judged.word, judged.completion, value) {
        (Some("未到期"), ..) if !judged.met => (Earned::NotCounted, "未到期，不计".to_owned()),
        (_, Some(completion), Some(value)) => points(indicator, way, weight, completion, value, judged.met),
        _ => (Earned::Silent, "未报，不计分".to_owned()),
    };
    Line { way, weight, completion: judged.completion, earned, formula }
}

/// Returns the line of an indicator whose target is not divided: nobody can say what of it is this unit's.
pub fn undivided(indicator: &Indicator) -> Line {
    let formula = "没有分解到本单位的目标，不计".to_owned();
    Line { way: way(indicator), weight: indicator.weight.get(), completion: None, earned: Earned::NotCounted, formula }
}

fn points(indicator: &Indicator, way: Way, weight: f64, completion: f64, value: Amount, met: bool) -> (Earned, String) {
    let of = number(weight);
    if way == Way::Controlling
        && let Some(target) = indicator.target.filter(|target| *target > Amount::ZERO)
    {
        let share = (2.0 - value.get() / target.get()).clamp(0.0, 1.0);
        let end = if share >= 1.0 {
            "，取满分"
        } else if share <= 0.0 {
            "，不足0按0"
        } else {
            ""
        };
        return (Earned::Points(round(weight * share, weight)), format!("{of} × (2 − {} ÷ {}){end}", figure(value), figure(target)));
    }
    if met && (completion <= 1.0 || is_ceiling(indicator)) {
        return (Earned::Points(weight), format!("{of} × 1"));
    }
    let share = shown_fraction(completion).clamp(0.0, 1.0);
    let end = match completion {
        over if over > 1.0 => "，取满分",
        under if under < 0.0 => "，不足0按0",
        _ => "",
    };
    (Earned::Points(round(weight * share, weight)), format!("{of} × {}{end}", percent(completion)))
}

/// Rounds points to what is shown of them: one decimal, three where the weight itself is small.
fn round(points: f64, weight: f64) -> f64 {
    let decimals = if weight < 10.0 { 1000.0 } else { 10.0 };
    ((points * decimals + 1e-9).round() / decimals).min(weight)
}

/// Adds lines up on the scale of the full mark; bonuses and penalties are given as positive points.
///
/// Where the weights that count do not come to the full mark, the points are scaled to it, so that a unit is not
/// judged by what is not due or not its own. Without any weight that counts the score is 0 and marked incomplete.
pub fn total(lines: &[Line], bonuses: &[f64], penalties: &[f64], rules: &ScoreRules) -> Total {
    let counted = lines.iter().filter(|line| line.earned != Earned::NotCounted);
    let weights: f64 = counted.clone().map(|line| line.weight).sum();
    let earned = counted.clone().map(|line| if let Earned::Points(points) = line.earned { points } else { 0.0 });
    let points = (earned.sum::<f64>() * 1000.0).round() / 1000.0;
    let whole = (weights - rules.full_mark).abs() < 1e-9;
    let base = match weights {
        none if none <= 0.0 => 0.0,
        _ if whole => tenth(points),
        _ => tenth(points / weights * rules.full_mark),
    };
    let capped = |list: &[f64], cap: f64| tenth(list.iter().sum::<f64>().clamp(0.0, cap));
    let (bonus, penalty) = (capped(bonuses, rules.bonus_cap), capped(penalties, rules.penalty_cap));
    let mut formula = match whole || weights <= 0.0 {
        true => number(base),
        false => format!("{} ÷ {} × {}", number(points), number(weights), number(rules.full_mark)),
    };
    if bonus > 0.0 {
        formula += &format!(" + {}", number(bonus));
    }
    if penalty > 0.0 {
        formula += &format!(" − {}", number(penalty));
    }
    let incomplete = weights <= 0.0 || counted.clone().any(|line| line.earned == Earned::Silent);
    Total { points, weights, base, bonus, penalty, score: tenth((base + bonus - penalty).max(0.0)), incomplete, formula }
}

fn tenth(points: f64) -> f64 {
    (points * 10.0 + 1e-9).round() / 10.0 + 0.0
}

/// Returns the rank of each score, 1 for the highest; equal ones share it, and the next rank is left out (1, 2, 2, 4).
pub fn ranks(scores: &[f64]) -> Vec<u32> {
    scores.iter().map(|score| 1 + scores.iter().filter(|other| **other > *score).count() as u32).collect()
}

#[cfg(test)]
mod cases;
#[cfg(test)]
mod tests;
