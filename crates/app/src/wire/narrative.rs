//! What units tell of their measures.

use super::{MeasureRef, UnitRef, wire};
use domain::{Period, Uid};

wire! {
    /// Asks what a unit tells of a measure in a period.
    pub struct NarrativeOf {
        /// The measure.
        pub measure: Uid,
        /// The unit.
        pub unit: Uid,
        /// The period.
        pub period: Period,
    }

    /// Tells of a measure; what is absent stays, what is empty goes.
    pub struct NarrativeSet {
        /// The measure.
        pub measure: Uid,
        /// The unit.
        pub unit: Uid,
        /// The period.
        pub period: Period,
        /// 进展情况.
        #[serde(default)]
        pub progress: Option<String>,
        /// 存在问题.
        #[serde(default)]
        pub problems: Option<String>,
        /// 下步措施.
        #[serde(default)]
        pub next_steps: Option<String>,
    }

    /// The three texts; empty where nothing is told.
    #[derive(Default)]
    pub struct Told {
        /// 进展情况.
        pub progress: String,
        /// 存在问题.
        pub problems: String,
        /// 下步措施.
        pub next_steps: String,
    }

    /// What a unit tells of a measure in a period, beside what it told before.
    pub struct NarrativeView {
        /// The texts.
        pub told: Told,
        /// Who and when; none where nothing is told.
        pub by: Option<String>,
        /// What was told last before the period.
        pub last: Option<LastTold>,
        /// Why nothing can be told: the period is frozen, or lies before a frozen one.
        pub locked: Option<String>,
        /// How many characters each text may have.
        pub longest: u32,
    }

    /// What was told before.
    pub struct LastTold {
        /// The period's name.
        pub label: String,
        /// The texts.
        pub told: Told,
    }

    /// What a unit told of a measure in a period, for a list.
    pub struct NarrativeRow {
        /// The measure.
        pub measure: MeasureRef,
        /// The unit.
        pub unit: UnitRef,
        /// The period.
        pub period: Period,
        /// The period's name.
        pub label: String,
        /// The texts.
        pub told: Told,
        /// Who and when.
        pub by: String,
    }
}
