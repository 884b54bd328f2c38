//! What a return form says.

use chrono::NaiveDate;
use domain::{Amount, Passage, Period, Uid, ValueKind};
use std::collections::BTreeMap;

/// One unit's form for one period, ready to be written.
#[derive(Clone, Debug)]
pub struct Form {
    /// The name of this sending in the ledger; it comes back with the file.
    pub exchange: Uid,
    /// The plan's title.
    pub plan_title: String,
    /// The period that is asked for.
    pub period: Period,
    /// The period in words: 2024年6月.
    pub period_label: String,
    /// The unit that fills the form in.
    pub unit_name: String,
    /// The day of sending.
    pub sent_on: NaiveDate,
    /// Who sends it.
    pub sent_by: String,
    /// The unit's indicators, in the order of the plan.
    pub rows: Vec<FormRow>,
    /// The unit's measures, in the order of the plan: it tells how they go. Without any there is no sheet for it.
    pub measures: Vec<FormMeasure>,
    /// The unit's figures so far as charts, if they are wanted.
    pub trend: Option<Trend>,
}

/// One indicator of a form.
#[derive(Clone, Debug)]
pub struct FormRow {
    /// The indicator.
    pub row: Uid,
    /// The measure's number as the plan has it; may be empty.
    pub measure_number: String,
    /// The measure's title.
    pub measure_title: String,
    /// The unit's part in the measure: 牵头, 责任, 配合.
    pub role_label: String,
    /// What is measured.
    pub indicator_name: String,
    /// The indicator's unit of measure; may be empty.
    pub unit_of_measure: String,
    /// The target as shown: ≥2600.
    pub target_label: String,
    /// The last day, as shown: 2024-12-31; may be empty.
    pub due: String,
    /// What a value means.
    pub kind: ValueKind,
    /// True where numerator and denominator are asked for.
    pub is_ratio: bool,
    /// The value of the period before.
    pub last: Option<Amount>,
    /// The value already known for this period.
    pub value: Option<Amount>,
    /// The numerator already known.
    pub numerator: Option<Amount>,
    /// The denominator already known.
    pub denominator: Option<Amount>,
    /// The note already known.
    pub note: Option<String>,
}

/// One measure of a form.
#[derive(Clone, Debug)]
pub struct FormMeasure {
    /// The measure.
    pub row: Uid,
    /// Its number as the plan has it; may be empty.
    pub number: String,
    /// Its title.
    pub title: String,
    /// Its text; may be empty. Of a long one the beginning is shown.
    pub text: String,
    /// The unit's part in it: 牵头, 责任, 配合; may be empty.
    pub role_label: String,
    /// The last day, as shown: 2024-12-31; may be empty.
    pub due: String,
    /// What is told already for this period.
    pub told: BTreeMap<Passage, String>,
}

/// The unit's figures so far, for charts.
#[derive(Clone, Debug)]
pub struct Trend {
    /// A chart each, in the order in which they stand.
    pub charts: Vec<TrendChart>,
    /// The names of indicators for which there was no room.
    pub left_out: Vec<String>,
}

/// One indicator's figures so far.
#[derive(Clone, Debug)]
pub struct TrendChart {
    /// The indicator's name.
    pub name: String,
    /// Its unit of measure; may be empty.
    pub unit_of_measure: String,
    /// The unit's target; none where it has none of its own.
    pub target: Option<Amount>,
    /// The periods, in the order of time.
    pub points: Vec<TrendPoint>,
}

/// A period of a chart.
#[derive(Clone, Debug)]
pub struct TrendPoint {
    /// The period as shown: 3月.
    pub label: String,
    /// The unit's value; none where nothing was reported, which is not 0.
    pub value: Option<Amount>,
    /// What is expected by then; none where nothing is.
    pub expected: Option<Amount>,
}
