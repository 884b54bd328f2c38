//! Measures and their indicators.

use super::{ListingRow, Mark, MilestoneRow, NarrativeRow, RectificationRow, YearFigure, wire};
use domain::{Comparator, Every, Pace, Period, Role, RollUp, Uid, ValueKind, judge::Light};

wire! {
    /// The measures of a plan, judged in a period.
    pub struct MeasureList {
        /// Sections in order.
        pub sections: Vec<SectionRow>,
        /// Measures in order.
        pub measures: Vec<MeasureRow>,
        /// Units that have a part in any measure, in the order of the document.
        pub units: Vec<UnitRef>,
    }

    /// A section of the tree.
    pub struct SectionRow {
        /// Its id.
        pub id: Uid,
        /// Number and title as printed, e.g. 一、夯实基层服务.
        pub title: String,
        /// Its light: that of its worst lit measure, or by weight, as the rules say.
        pub light: Light,
        /// How many measures it has.
        pub measures: u32,
    }

    /// A unit by id and name.
    pub struct UnitRef {
        /// Its id.
        pub id: Uid,
        /// Its full name.
        pub name: String,
        /// The name for narrow columns.
        pub short: String,
    }

    /// A measure of the list.
    pub struct MeasureRow {
        /// Its id.
        pub id: Uid,
        /// Its number as printed.
        pub number: Option<String>,
        /// Its title.
        pub title: String,
        /// Its section.
        pub section: Option<Uid>,
        /// Its units with their part; lead units first.
        pub units: Vec<MeasureUnit>,
        /// The day it is due.
        pub due: chrono::NaiveDate,
        /// Its light.
        pub light: Light,
        /// Completion of its indicator that is furthest behind.
        pub completion: Option<f64>,
        /// Lag of that indicator, a fraction.
        pub lag: Option<f64>,
        /// Time progress of that indicator.
        pub time_progress: f64,
        /// Why, in a sentence.
        pub reason: String,
        /// What stands for the light where it is grey: 未报, 未到期, 不能汇总.
        pub word: Option<String>,
        /// How many indicators it has.
        pub indicators: u32,
        /// True if it is under listed supervision (挂牌).
        pub listed: bool,
        /// Words, number and pinyin initials to search in, in lower case.
        pub keys: String,
    }

    /// A unit's part in a measure.
    pub struct MeasureUnit {
        /// The unit.
        pub unit: UnitRef,
        /// Its part.
        pub role: Role,
    }

    /// Asks for a measure in a period.
    pub struct OfMeasure {
        /// The measure.
        pub measure: Uid,
        /// The period.
        pub period: Period,
    }

    /// A measure with all that belongs to it.
    pub struct MeasureDetail {
        /// As in the list.
        pub row: MeasureRow,
        /// Number and title of its section.
        pub section: Option<String>,
        /// Its whole text.
        pub text: String,
        /// What was found in the text.
        pub marks: Vec<Mark>,
        /// The line of the source it begins on.
        pub line: Option<u32>,
        /// Its indicators, judged.
        pub indicators: Vec<IndicatorRow>,
        /// The figures of each indicator in the plans it goes on from, in the order of the indicators; empty for a new one.
        pub years: Vec<Vec<YearFigure>>,
        /// Latest changes of its entries and targets, newest first.
        pub history: Vec<ChangeRow>,
        /// What is or was put right of it and its indicators.
        pub rectifications: Vec<RectificationRow>,
        /// Its listing, if it is in force.
        pub listing: Option<ListingRow>,
        /// Its milestones in the order of their days.
        pub milestones: Vec<MilestoneRow>,
        /// What its units told of it up to the period, newest first.
        pub narratives: Vec<NarrativeRow>,
    }

    /// An indicator with its judgement.
    pub struct IndicatorRow {
        /// Its id.
        pub id: Uid,
        /// What is measured.
        pub name: String,
        /// Unit of measure.
        pub unit: String,
        /// The target as people write it, e.g. ≥2600.
        pub target_label: String,
        /// What a value means.
        pub kind: ValueKind,
        /// How it is approached.
        pub pace: Pace,
        /// How units' values are combined.
        pub roll_up: RollUp,
        /// How often it is reported.
        pub every: Every,
        /// Its weight.
        pub weight: f64,
        /// Baseline, if any.
        pub baseline: Option<f64>,
        /// Relation.
        pub comparator: Comparator,
        /// Target.
        pub target: Option<f64>,
        /// Upper bound.
        pub upper: Option<f64>,
        /// Day due.
        pub due: chrono::NaiveDate,
        /// The words it came from.
        pub quote: String,
        /// Value of the period before, over all units.
        pub last: Option<f64>,
        /// Value of the period, over all units.
        pub value: Option<f64>,
        /// Expected value at the period's end, where there is one.
        pub expected: Option<f64>,
        /// Share reached.
        pub completion: Option<f64>,
        /// Lag, a fraction.
        pub lag: Option<f64>,
        /// Its light.
        pub light: Light,
        /// Why.
        pub reason: String,
        /// What stands in the table instead of a per cent: 达标, 未达标, 未报, 未到期.
        pub word: Option<String>,
        /// Units that have not reported.
        pub missing_units: Vec<String>,
    }

    /// A past change.
    pub struct ChangeRow {
        /// When.
        pub at: String,
        /// Who.
        pub who: String,
        /// What, in a sentence.
        pub text: String,
    }

    /// An indicator as the command line lists it (DESIGN §8).
    pub struct IndicatorInfo {
        /// Its id.
        pub id: Uid,
        /// What is measured.
        pub name: String,
        /// Its measure.
        pub measure: Option<MeasureRef>,
        /// Relation.
        pub comparator: Comparator,
        /// Target.
        pub target: Option<f64>,
        /// Upper bound.
        pub upper: Option<f64>,
        /// Unit of measure.
        pub unit: String,
        /// Baseline.
        pub baseline: Option<f64>,
        /// Day due.
        pub due: chrono::NaiveDate,
        /// What a value means.
        pub kind: ValueKind,
        /// How it is approached.
        pub pace: Pace,
        /// How units' values are combined.
        pub roll_up: RollUp,
        /// Its weight.
        pub weight: f64,
        /// The target as people write it, e.g. ≥2600.
        pub target_label: String,
        /// The words it came from.
        pub quote: String,
        /// The first day that counts.
        pub start: chrono::NaiveDate,
        /// How often it is reported.
        pub every: Every,
        /// The values planned on the way to the target.
        pub planned: Vec<PlannedInfo>,
        /// What is odd about how it is judged, each in a sentence.
        pub doubts: Vec<String>,
    }

    /// A value planned for a day.
    pub struct PlannedInfo {
        /// The day.
        pub by: chrono::NaiveDate,
        /// The value.
        pub value: f64,
    }

    /// A measure by id, number and title.
    pub struct MeasureRef {
        /// Its id.
        pub id: Uid,
        /// Its number as printed.
        pub number: Option<String>,
        /// Its title.
        pub title: String,
    }

    /// Changes how indicators are judged; what is absent stays.
    pub struct IndicatorSet {
        /// Which.
        pub indicators: Vec<Uid>,
        /// True to judge them as their wording proposes.
        #[serde(default)]
        pub as_proposed: bool,
        /// What a value means.
        #[serde(default)]
        pub kind: Option<ValueKind>,
        /// How it is approached.
        #[serde(default)]
        pub pace: Option<Pace>,
        /// How units' values are combined.
        #[serde(default)]
        pub roll_up: Option<RollUp>,
        /// How often they are reported.
        #[serde(default)]
        pub every: Option<Every>,
        /// Baseline as typed; of one indicator only.
        #[serde(default)]
        pub baseline: Option<String>,
        /// Target as typed; of one indicator only.
        #[serde(default)]
        pub target: Option<String>,
        /// First day that counts.
        #[serde(default)]
        pub start: Option<chrono::NaiveDate>,
        /// Day due.
        #[serde(default)]
        pub due: Option<chrono::NaiveDate>,
        /// Weight as typed.
        #[serde(default)]
        pub weight: Option<String>,
    }
}
