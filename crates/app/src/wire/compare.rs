//! This year's plan against an earlier one.

use super::{MeasureRef, wire};
use domain::Uid;

wire! {
    /// Asks how a plan goes on from an earlier one.
    pub struct CompareOf {
        /// The plan.
        pub plan: Uid,
        /// The earlier one; where absent, the one it goes on from already, or else the nearest before it.
        #[serde(default)]
        pub with: Option<Uid>,
    }

    /// A plan beside an earlier one.
    pub struct Comparison {
        /// The plan.
        pub plan: PlanRef,
        /// The earlier one; none if the ledger has none.
        pub with: Option<PlanRef>,
        /// All plans that begin before it, the nearest first.
        pub choices: Vec<PlanRef>,
        /// Its measures in order; one without id and number holds the indicators outside any measure.
        pub measures: Vec<ComparedMeasure>,
        /// The measures of the earlier plan, in order.
        pub earlier: Vec<EarlierMeasure>,
    }

    /// A plan by id and title.
    pub struct PlanRef {
        /// Its id.
        pub id: Uid,
        /// Its title.
        pub title: String,
        /// Its first year.
        pub year: i32,
    }

    /// A measure beside the one it may go on from.
    pub struct ComparedMeasure {
        /// The measure; none for the indicators outside any.
        pub measure: Option<MeasureRef>,
        /// What it goes on from.
        pub earlier: Link,
        /// Its indicators.
        pub indicators: Vec<ComparedIndicator>,
    }

    /// An indicator beside the one it may go on from.
    pub struct ComparedIndicator {
        /// Its id.
        pub id: Uid,
        /// What is measured.
        pub name: String,
        /// The target as people write it.
        pub target_label: String,
        /// Unit of measure.
        pub unit: String,
        /// What it goes on from.
        pub earlier: Link,
    }

    /// What something goes on from.
    pub struct Link {
        /// The earlier thing; none if it is new, or nothing is like it.
        pub to: Option<Uid>,
        /// True once a person decided it; else it is a proposal, or nothing.
        pub confirmed: bool,
        /// How alike the words of a proposal are, from 0 to 1.
        pub likeness: Option<f64>,
    }

    /// A measure of the earlier plan.
    pub struct EarlierMeasure {
        /// The measure; none for the indicators outside any.
        pub measure: Option<MeasureRef>,
        /// Its indicators.
        pub indicators: Vec<EarlierIndicator>,
    }

    /// An indicator of the earlier plan.
    pub struct EarlierIndicator {
        /// Its id.
        pub id: Uid,
        /// What is measured.
        pub name: String,
        /// The target as people write it.
        pub target_label: String,
        /// Unit of measure.
        pub unit: String,
    }

    /// Says what goes on from what; what is not named stays as it is.
    pub struct Continue {
        /// The plan.
        pub plan: Uid,
        /// Its measures.
        pub measures: Vec<Continued>,
        /// Its indicators.
        pub indicators: Vec<Continued>,
    }

    /// One thing that goes on from an earlier one.
    #[derive(Copy)]
    pub struct Continued {
        /// The thing.
        pub item: Uid,
        /// What it goes on from; none if it is new.
        pub earlier: Option<Uid>,
    }

    /// An indicator's figures in the plans it goes on from and in its own, the earliest first.
    pub struct YearFigure {
        /// The plan's title.
        pub plan: String,
        /// The period the value is of, e.g. 2025年12月.
        pub period: String,
        /// The target as people write it.
        pub target_label: String,
        /// The value at the end of the period; none where nothing was reported.
        pub value: Option<f64>,
        /// Share reached.
        pub completion: Option<f64>,
    }
}
