//! What a return form says.

use chrono::NaiveDate;
use domain::{Amount, Period, Uid, ValueKind};

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
    /// The unit's indicators, in the order of the plan.
    pub rows: Vec<FormRow>,
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
