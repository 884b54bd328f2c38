//! How the indicators of a plan are judged, all in one place, and the values planned for one.

use super::wire;
use domain::{Every, Pace, Period, RollUp, Uid, ValueKind};

wire! {
    /// How everything of a plan is judged and what it weighs.
    pub struct Terms {
        /// Sections in order; what belongs to none comes last, without an id.
        pub sections: Vec<TermsSection>,
        /// What all weights come to.
        pub weights: f64,
        /// What is said of their sum; none where it is the full mark.
        pub note: Option<String>,
    }

    /// A section with its measures.
    pub struct TermsSection {
        /// Its id.
        pub id: Option<Uid>,
        /// Number and title as printed.
        pub title: String,
        /// Its own weight as typed; empty where it counts as much as its measures.
        pub weight: String,
        /// What it counts.
        pub counts: f64,
        /// Its measures that have indicators; indicators of no measure stand under one without an id.
        pub measures: Vec<TermsMeasure>,
    }

    /// A measure with its indicators.
    pub struct TermsMeasure {
        /// Its id.
        pub id: Option<Uid>,
        /// Its number as printed.
        pub number: Option<String>,
        /// Its title.
        pub title: String,
        /// Its own weight as typed; empty where it counts as much as its indicators.
        pub weight: String,
        /// What it counts.
        pub counts: f64,
        /// Its indicators.
        pub indicators: Vec<TermsRow>,
    }

    /// How an indicator is judged.
    pub struct TermsRow {
        /// Its id.
        pub id: Uid,
        /// What is measured.
        pub name: String,
        /// Unit of measure.
        pub unit: String,
        /// The target as people write it.
        pub target_label: String,
        /// What a value means.
        pub kind: ValueKind,
        /// How it is approached.
        pub pace: Pace,
        /// How units' values are combined.
        pub roll_up: RollUp,
        /// How often it is reported.
        pub every: Every,
        /// Its own weight.
        pub weight: f64,
        /// What it counts, after the weights of its measure and section.
        pub counts: f64,
        /// Baseline, if any.
        pub baseline: Option<f64>,
        /// Day due.
        pub due: chrono::NaiveDate,
        /// How many values are planned for it.
        pub planned: u32,
        /// What its wording proposes.
        pub proposed: Proposed,
        /// Why, in a sentence.
        pub why: String,
        /// What is odd about it, each in a sentence.
        pub doubts: Vec<String>,
    }

    /// What a target's wording proposes.
    pub struct Proposed {
        /// What a value means.
        pub kind: ValueKind,
        /// How it is approached.
        pub pace: Pace,
        /// How units' values are combined.
        pub roll_up: RollUp,
    }

    /// What was changed.
    pub struct TermsChanged {
        /// How many indicators say something else than before.
        pub changed: u32,
        /// What to know about it, each in a sentence.
        pub notes: Vec<String>,
    }

    /// Says what a section or a measure counts.
    pub struct WeightSet {
        /// The plan.
        pub plan: Uid,
        /// The section, or else the measure.
        #[serde(default)]
        pub section: Option<Uid>,
        /// The measure.
        #[serde(default)]
        pub measure: Option<Uid>,
        /// Its weight as typed; empty: as much as what is in it.
        pub weight: String,
    }

    /// The values planned for an indicator (计划进度).
    pub struct PlannedSheet {
        /// The indicator.
        pub indicator: Uid,
        /// Its name.
        pub name: String,
        /// Unit of measure.
        pub unit: String,
        /// The target as people write it.
        pub target_label: String,
        /// What planned values do for it, in a sentence.
        pub means: String,
        /// The periods a value can be planned for, in order.
        pub rows: Vec<PlannedRow>,
    }

    /// A period a value can be planned for.
    pub struct PlannedRow {
        /// The period; the value is that of its end.
        pub period: Period,
        /// Its name.
        pub label: String,
        /// The value as typed; empty for none.
        pub value: String,
        /// The value on the straight way; none for what must hold and what is judged when due.
        pub straight: Option<f64>,
    }

    /// Plans values anew: all at once.
    pub struct PlannedSet {
        /// The indicator.
        pub indicator: Uid,
        /// The values; empty ones are left out.
        pub values: Vec<PlannedInput>,
    }

    /// A planned value as typed.
    pub struct PlannedInput {
        /// The period.
        pub period: Period,
        /// Its value.
        pub value: String,
    }
}
