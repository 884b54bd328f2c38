//! Reported values.

use super::{MeasureRef, UnitRef, wire};
use domain::judge::Light;
use domain::{Pace, Period, Role, Uid, ValueKind};
use serde::{Deserialize, Serialize};

/// How a sheet is cut: what its rows have in common.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum SheetBy {
    /// One unit: its indicators × periods.
    #[default]
    Unit,
    /// One indicator: its units × periods.
    Indicator,
    /// One period: every unit with every indicator it reports.
    Period,
}

wire! {
    /// Asks for a sheet of the entry grid.
    pub struct GridOf {
        /// The plan.
        pub plan: Uid,
        /// The period being filled in.
        pub period: Period,
        /// How the sheet is cut.
        #[serde(default)]
        pub by: SheetBy,
        /// The unit of a sheet by unit; none for the first one.
        #[serde(default)]
        pub unit: Option<Uid>,
        /// The indicator of a sheet by indicator; none for the first one.
        #[serde(default)]
        pub indicator: Option<Uid>,
    }

    /// A sheet of the entry grid.
    pub struct Grid {
        /// How it is cut.
        pub by: SheetBy,
        /// The unit of a sheet by unit.
        pub unit: Option<UnitRef>,
        /// The indicator of a sheet by indicator.
        pub indicator: Option<Uid>,
        /// Every unit that has something to report or to tell in the plan.
        pub units: Vec<GridUnit>,
        /// Every indicator some unit reports.
        pub indicators: Vec<GridIndicator>,
        /// The columns up to the period being filled in, which is the last.
        pub periods: Vec<GridPeriod>,
        /// The rows, in the order of the document, then of the units.
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
        /// Its name and pinyin initials, to search in.
        pub keys: String,
    }

    /// An indicator of the picker.
    pub struct GridIndicator {
        /// The indicator.
        pub id: Uid,
        /// The number of its measure.
        pub number: Option<String>,
        /// Its name.
        pub name: String,
        /// Unit of measure.
        pub unit: String,
        /// The whole target as people write it.
        pub target_label: String,
        /// How many units have reported in the period.
        pub filled: u32,
        /// How many should.
        pub total: u32,
        /// Number, name and pinyin initials, to search in.
        pub keys: String,
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

    /// An indicator and a unit that reports it, judged on this unit's own values; or a measure without figures, of
    /// which the unit only tells.
    pub struct GridRow {
        /// The unit.
        pub unit: UnitRef,
        /// The measure.
        pub measure: Option<MeasureRef>,
        /// The unit's part in it.
        pub role: Option<Role>,
        /// The indicator; none for a measure without figures.
        pub indicator: Option<Uid>,
        /// What is measured; the title of a measure without figures.
        pub name: String,
        /// Unit of measure.
        pub measured_in: String,
        /// What a value means.
        pub kind: ValueKind,
        /// How the target is approached.
        pub pace: Pace,
        /// The unit's own target as people write it.
        pub target_label: String,
        /// The whole target, where the unit's own is a share of it.
        pub whole_label: Option<String>,
        /// Expected value at the period's end, where there is one.
        pub expected: Option<f64>,
        /// Share reached.
        pub completion: Option<f64>,
        /// Its light.
        pub light: Light,
        /// Why.
        pub reason: String,
        /// What stands in the table instead of a per cent.
        pub word: Option<String>,
        /// What was reported last before the period.
        pub last: Option<GridLast>,
        /// Whether a value is waited for in the period.
        pub owed: bool,
        /// Whether the unit has told of the measure in the period.
        pub told: bool,
        /// One cell a column; none where nothing was reported.
        pub cells: Vec<Option<GridCell>>,
    }

    /// What was reported last.
    pub struct GridLast {
        /// The period's short label.
        pub label: String,
        /// The value as shown.
        pub text: String,
    }

    /// What a unit reported for a period.
    pub struct GridCell {
        /// The value as shown; empty where only a note was given.
        pub text: String,
        /// Numerator, where it was reported so.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        pub numerator: Option<f64>,
        /// Denominator, where it was reported so.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        pub denominator: Option<f64>,
        /// The note.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        pub note: Option<String>,
        /// Who and when.
        pub by: String,
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

    /// What was written, and what could not be.
    pub struct RecordedEach {
        /// How many values changed.
        pub changed: u32,
        /// What looks odd and may be wrong; these values are written all the same.
        pub questions: Vec<Question>,
        /// The values that are not written.
        pub refused: Vec<RefusedEntry>,
    }

    /// A value that is not written.
    pub struct RefusedEntry {
        /// The indicator.
        pub indicator: Uid,
        /// The unit.
        pub unit: Uid,
        /// The period.
        pub period: Period,
        /// What is wrong, and what to do.
        pub message: String,
    }

    /// What was written.
    #[derive(Default)]
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
        /// fell, above_next, over_100, tenfold, before_start, not_responsible.
        pub code: String,
        /// The fact, with both figures.
        pub fact: String,
        /// What may be the cause.
        pub cause: String,
    }
}
