//! Scores, ranks and the arithmetic behind them (DESIGN §8).

use super::{UnitRef, wire};
use domain::{Period, Uid, score::Way};

wire! {
    /// Asks for the scores of a plan's units.
    pub struct ScoreOf {
        /// The plan.
        pub plan: Uid,
        /// The period.
        pub period: Period,
        /// Only the members of this group; where absent, all units that report.
        #[serde(default)]
        pub group: Option<Uid>,
        /// A figure to reckon with that is not reported: nothing is saved.
        #[serde(default)]
        pub assume: Option<Assume>,
    }

    /// A figure to reckon with.
    pub struct Assume {
        /// The indicator.
        pub indicator: Uid,
        /// The unit.
        pub unit: Uid,
        /// The value as typed.
        pub value: String,
    }

    /// The scores of a plan's units in a period.
    pub struct Scores {
        /// The period.
        pub period: Period,
        /// 满分.
        pub full_mark: f64,
        /// The most bonuses add.
        pub bonus_cap: f64,
        /// The most penalties take.
        pub penalty_cap: f64,
        /// The groups whose members report, the largest first.
        pub groups: Vec<UnitRef>,
        /// The group that is scored; none for all units.
        pub group: Option<Uid>,
        /// The league table: best first, equal ones in their issued order.
        pub units: Vec<UnitScore>,
        /// What the measures of the plan earn by the figures over all units.
        pub measures: Vec<MeasureScore>,
    }

    /// A unit's score with its arithmetic.
    pub struct UnitScore {
        /// Its id.
        pub id: Uid,
        /// Its name.
        pub name: String,
        /// The name for narrow columns.
        pub short: String,
        /// The score, one decimal.
        pub score: f64,
        /// Its rank; equal scores share one.
        pub rank: u32,
        /// Its rank in the last period; none before the second.
        pub last_rank: Option<u32>,
        /// True if something that counts was not reported (未报齐).
        pub incomplete: bool,
        /// The points of its lines together.
        pub points: f64,
        /// The weights that count together.
        pub weights: f64,
        /// The arithmetic of the whole.
        pub formula: String,
        /// Each indicator.
        pub lines: Vec<ScoreLine>,
        /// What bonuses add, after the cap.
        pub bonus: f64,
        /// What penalties take, after the cap.
        pub penalty: f64,
        /// Each bonus and penalty with its reason.
        pub adjustments: Vec<AdjustmentRow>,
    }

    /// What an indicator earns a unit.
    pub struct ScoreLine {
        /// The indicator.
        pub indicator: Uid,
        /// Its name.
        pub name: String,
        /// The number of its measure.
        pub number: Option<String>,
        /// How it is scored.
        pub way: Way,
        /// The target as people write it.
        pub target_label: String,
        /// The value.
        pub value: Option<f64>,
        /// Unit of measure.
        pub unit: String,
        /// What it is worth.
        pub weight: f64,
        /// Share of the target reached.
        pub completion: Option<f64>,
        /// What stands instead of a percentage: 达标, 未报.
        pub word: Option<String>,
        /// What it earns; none where it does not count or was not reported.
        pub points: Option<f64>,
        /// What of its weight it does not earn; none where it does not count.
        pub lost: Option<f64>,
        /// The arithmetic.
        pub formula: String,
    }

    /// A bonus or a penalty.
    pub struct AdjustmentRow {
        /// Its id.
        pub id: Uid,
        /// Positive for a bonus.
        pub points: f64,
        /// Why.
        pub reason: String,
        /// Who gave it.
        pub who: String,
        /// The period it was given in.
        pub period: Period,
    }

    /// What a measure earns.
    pub struct MeasureScore {
        /// Its id.
        pub id: Uid,
        /// Its number as printed.
        pub number: Option<String>,
        /// Its title.
        pub title: String,
        /// Its score on the scale of the full mark; none where it has no indicator that counts.
        pub score: Option<f64>,
        /// True if something that counts was not reported.
        pub incomplete: bool,
        /// The weights that count together.
        pub weights: f64,
        /// The arithmetic of the whole.
        pub formula: String,
        /// Each indicator, over all its units.
        pub lines: Vec<ScoreLine>,
    }

    /// Gives or takes points.
    pub struct Adjust {
        /// The plan.
        pub plan: Uid,
        /// The unit.
        pub unit: Uid,
        /// The period.
        pub period: Period,
        /// As typed; negative for a penalty.
        pub points: String,
        /// Why.
        pub reason: String,
    }

    /// A command that concerns a bonus or penalty.
    pub struct OfAdjustment {
        /// Which.
        pub adjustment: Uid,
    }
}
