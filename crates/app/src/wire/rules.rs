//! The rules the ledger judges by.

use super::wire;
use domain::judge::{Combining, TimeRule};

wire! {
    /// The rules.
    pub struct RulesView {
        /// The preset the thresholds are; none for the office's own.
        pub preset: Option<String>,
        /// The presets there are.
        pub presets: Vec<String>,
        /// More than so many percentage points behind is yellow.
        pub yellow_over: f64,
        /// More than so many is red.
        pub red_over: f64,
        /// How time is counted.
        pub time: TimeRule,
        /// How the lights of indicators make a measure's.
        pub combining: Combining,
        /// 满分.
        pub full_mark: f64,
        /// The most bonuses add.
        pub bonus_cap: f64,
        /// The most penalties take.
        pub penalty_cap: f64,
        /// All of it in a sentence.
        pub said: String,
    }

    /// Changes rules; what is absent stays. Numbers as typed.
    #[derive(Default)]
    pub struct RulesSet {
        /// A preset's name: sets both thresholds.
        #[serde(default)]
        pub preset: Option<String>,
        /// From where yellow.
        #[serde(default)]
        pub yellow_over: Option<String>,
        /// From where red.
        #[serde(default)]
        pub red_over: Option<String>,
        /// How time is counted.
        #[serde(default)]
        pub time: Option<TimeRule>,
        /// How lights are combined.
        #[serde(default)]
        pub combining: Option<Combining>,
        /// 满分.
        #[serde(default)]
        pub full_mark: Option<String>,
        /// The most bonuses add.
        #[serde(default)]
        pub bonus_cap: Option<String>,
        /// The most penalties take.
        #[serde(default)]
        pub penalty_cap: Option<String>,
    }
}
