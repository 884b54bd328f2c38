//! Reported values.

use super::{IndicatorRow, UnitRef, wire};
use domain::{Period, Uid};

wire! {
    /// Asks for the entry grid of a unit.
    pub struct GridOf {
        /// The plan.
        pub plan: Uid,
        /// The period being filled in.
        pub period: Period,
        /// The unit; none for the first one.
        pub unit: Option<Uid>,
    }

    /// Indicators × periods of one unit.
    pub struct Grid {
        /// The unit shown.
        pub unit: Option<UnitRef>,
        /// Every unit that reports for the plan.
        pub units: Vec<GridUnit>,
        /// The columns: the months of the plan up to the period, with their short labels.
        pub periods: Vec<GridPeriod>,
        /// One row an indicator.
        pub rows: Vec<GridRow>,
    }

    /// A unit of the picker.
    pub struct GridUnit {
        /// The unit.
        pub unit: UnitRef,
        /// How many values it has reported in the period.
        pub filled: u32,
        /// How many it should report.
        pub total: u32,
    }

    /// A column.
    pub struct GridPeriod {
        /// The period.
        pub period: Period,
        /// Its short label, e.g. 7月.
        pub label: String,
        /// Why nothing can be written there: it is frozen, or lies before a frozen one.
        pub locked: Option<String>,
    }

    /// An indicator of the grid, judged on this unit's own values.
    pub struct GridRow {
        /// The number of its measure.
        pub number: Option<String>,
        /// The indicator, its figures those of the unit.
        pub indicator: IndicatorRow,
        /// One cell a column.
        pub cells: Vec<GridCell>,
    }

    /// What a unit reported for a period.
    pub struct GridCell {
        /// The value as shown, empty where nothing was reported.
        pub text: String,
        /// Numerator, where it was reported so.
        pub numerator: Option<f64>,
        /// Denominator, where it was reported so.
        pub denominator: Option<f64>,
        /// The note.
        pub note: Option<String>,
        /// Who and when.
        pub by: Option<String>,
    }

    /// One reported value, as typed.
    pub struct EntryInput {
        /// The indicator.
        pub indicator: Uid,
        /// The unit.
        pub unit: Uid,
        /// The period.
        pub period: Period,
        /// The value as typed; `3/4` is a numerator and a denominator; empty takes the entry back.
        pub value: String,
        /// The note; absent leaves the one that is there.
        #[serde(default)]
        pub note: Option<String>,
    }

    /// Reports values: all of them or none, as one operation.
    pub struct Record {
        /// The values.
        pub entries: Vec<EntryInput>,
    }

    /// What was written.
    pub struct Recorded {
        /// How many values changed.
        pub changed: u32,
        /// What looks odd and may be wrong; the values are written all the same.
        pub questions: Vec<Question>,
    }

    /// A question about a value.
    pub struct Question {
        /// The indicator.
        pub indicator: Uid,
        /// The unit.
        pub unit: Uid,
        /// The period.
        pub period: Period,
        /// fell, over_100, tenfold, not_responsible, outside_plan.
        pub code: String,
        /// The fact, with both figures.
        pub fact: String,
        /// What may be the cause.
        pub cause: String,
    }
}
