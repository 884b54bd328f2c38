//! A document under review: the source with everything found in it, and the draft beside it.

use super::wire;
use domain::{Comparator, Pace, Role, RollUp, TargetKind, ValueKind};
use serde::{Deserialize, Serialize};

/// Names an item of the draft: `m3` a measure, `t7` a target, `p1` a phase. Stable while the draft is open.
pub type ItemKey = String;

wire! {
    /// Everything the review screen shows.
    pub struct DraftView {
        /// The file's name.
        pub file: String,
        /// What it was read as: text, docx, html.
        pub format: String,
        /// The plan's own data, editable.
        pub plan: DraftPlan,
        /// The cleaned source, line by line, dropped lines included.
        pub lines: Vec<SourceLine>,
        /// Section titles, in order.
        pub sections: Vec<String>,
        /// The measures, in order.
        pub measures: Vec<DraftMeasure>,
        /// The targets, those outside measures included, in order.
        pub targets: Vec<DraftTarget>,
        /// The phases, in order.
        pub phases: Vec<DraftPhase>,
        /// What a person should look at, in the order of the document.
        pub doubts: Vec<Doubt>,
        /// How many items there are, and how many a person has accepted.
        pub items: u32,
        /// How many of them are accepted or dropped.
        pub settled: u32,
    }

    /// The plan's own data.
    pub struct DraftPlan {
        /// Title.
        pub title: String,
        /// Document number.
        pub document_number: Option<String>,
        /// Issuer.
        pub issuer: Option<String>,
        /// Day of issue.
        pub issued: Option<chrono::NaiveDate>,
        /// First day of the plan.
        pub start: Option<chrono::NaiveDate>,
        /// Last day of the plan.
        pub due: Option<chrono::NaiveDate>,
    }

    /// A line of the cleaned source.
    pub struct SourceLine {
        /// Counted from 1.
        pub number: u32,
        /// Its text.
        pub text: String,
        /// True if it was dropped as navigation, footer or the like: shown struck through, never imported.
        pub noise: bool,
        /// True if it is a heading.
        pub heading: bool,
        /// What was found in it; sorted, not overlapping.
        pub marks: Vec<Mark>,
    }

    /// A stretch of a line that became something.
    pub struct Mark {
        /// Begin, in UTF-16 units from the line's start.
        pub start: u32,
        /// End, exclusive.
        pub end: u32,
        /// What it became.
        pub kind: MarkKind,
        /// The item it belongs to.
        pub item: ItemKey,
        /// True if a person should look at it.
        pub doubtful: bool,
    }
}

/// What a marked stretch of the source became.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum MarkKind {
    /// A measure's title.
    Title,
    /// A target.
    Target,
    /// A responsible unit.
    Unit,
    /// A deadline.
    Due,
}

wire! {
    /// A measure of the draft.
    pub struct DraftMeasure {
        /// Its key.
        pub key: ItemKey,
        /// Its number as printed.
        pub number: Option<String>,
        /// The section it stands in.
        pub section: Option<String>,
        /// Its title.
        pub title: String,
        /// Its whole text.
        pub text: String,
        /// The line it begins on.
        pub line: u32,
        /// Its units.
        pub units: Vec<DraftUnit>,
        /// Its deadline.
        pub deadline: Option<chrono::NaiveDate>,
        /// True once a person accepted it.
        pub accepted: bool,
        /// True if it will not be imported.
        pub dropped: bool,
    }

    /// A unit named by a measure.
    pub struct DraftUnit {
        /// Its name as written.
        pub name: String,
        /// Its part.
        pub role: Role,
        /// The name of the unit of the ledger it is, if known there by name or alias.
        pub known: Option<String>,
    }

    /// A target of the draft.
    pub struct DraftTarget {
        /// Its key.
        pub key: ItemKey,
        /// The measure it stands in.
        pub measure: Option<ItemKey>,
        /// The line it stands on.
        pub line: u32,
        /// The words it came from.
        pub quote: String,
        /// What is measured.
        pub name: String,
        /// Relation.
        pub comparator: Comparator,
        /// Target value, as text to edit.
        pub value: String,
        /// Upper bound, as text to edit.
        pub upper: String,
        /// Unit of measure.
        pub unit: String,
        /// Due day, if stated.
        pub due: Option<chrono::NaiveDate>,
        /// A commitment or a result.
        pub kind: TargetKind,
        /// What a reported value will mean.
        pub value_kind: ValueKind,
        /// How it is approached.
        pub pace: Pace,
        /// How units' values are combined.
        pub roll_up: RollUp,
        /// Why these three were proposed.
        pub why: String,
        /// Why a person should look at it.
        pub doubt: Option<String>,
        /// True once a person accepted it.
        pub accepted: bool,
        /// True if it will not be imported.
        pub dropped: bool,
    }

    /// A phase of the draft.
    pub struct DraftPhase {
        /// Its key.
        pub key: ItemKey,
        /// Its name.
        pub name: String,
        /// When it ends.
        pub due: Option<chrono::NaiveDate>,
        /// Its text.
        pub text: String,
        /// True once a person accepted it.
        pub accepted: bool,
        /// True if it will not be imported.
        pub dropped: bool,
    }

    /// A question about the document.
    pub struct Doubt {
        /// The item asked about; none for a warning about the document.
        pub item: Option<ItemKey>,
        /// The line it stands on.
        pub line: u32,
        /// A few words, e.g. 区间目标，按下限计.
        pub title: String,
        /// The words of the document.
        pub quote: Option<String>,
        /// What to consider.
        pub message: String,
        /// True once settled.
        pub settled: bool,
    }

    /// Reads text pasted into the window.
    pub struct Pasted {
        /// The text.
        pub text: String,
    }

    /// What was imported.
    pub struct Imported {
        /// The new plan.
        pub plan: domain::Uid,
        /// Its title.
        pub title: String,
        /// How many sections.
        pub sections: u32,
        /// How many measures.
        pub measures: u32,
        /// How many indicators.
        pub indicators: u32,
        /// How many units were new to the ledger.
        pub new_units: u32,
        /// How many phases.
        pub phases: u32,
        /// What a person should look at afterwards.
        pub warnings: Vec<String>,
    }
}

/// One change a person makes to the draft.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ts_rs::TS)]
#[serde(tag = "edit", rename_all = "snake_case")]
pub enum DraftEdit {
    /// Corrects the plan's own data.
    Plan {
        /// All of it.
        plan: DraftPlan,
    },
    /// Corrects a measure and accepts it.
    Measure {
        /// Which.
        item: ItemKey,
        /// Number as printed.
        number: Option<String>,
        /// Title.
        title: String,
        /// All its units.
        units: Vec<UnitEdit>,
        /// Deadline.
        deadline: Option<chrono::NaiveDate>,
    },
    /// Corrects a target and accepts it.
    Target {
        /// Which.
        item: ItemKey,
        /// All its fields.
        fields: TargetEdit,
    },
    /// Corrects a phase and accepts it.
    Phase {
        /// Which.
        item: ItemKey,
        /// Its name.
        name: String,
        /// When it ends.
        due: Option<chrono::NaiveDate>,
    },
    /// Accepts an item as it is.
    Accept {
        /// Which.
        item: ItemKey,
    },
    /// Accepts everything not yet settled.
    AcceptAll {},
    /// Leaves an item out of the import; a measure's targets go with it.
    Drop {
        /// Which.
        item: ItemKey,
    },
    /// Takes an item back in.
    Restore {
        /// Which.
        item: ItemKey,
    },
}

wire! {
    /// A unit as corrected.
    pub struct UnitEdit {
        /// Name.
        pub name: String,
        /// Part.
        pub role: Role,
    }

    /// A target as corrected.
    pub struct TargetEdit {
        /// What is measured.
        pub name: String,
        /// Relation.
        pub comparator: Comparator,
        /// Target value as typed.
        pub value: String,
        /// Upper bound as typed; empty where there is none.
        pub upper: String,
        /// Unit of measure.
        pub unit: String,
        /// Due day.
        pub due: Option<chrono::NaiveDate>,
        /// A commitment or a result.
        pub kind: TargetKind,
        /// What a reported value will mean.
        pub value_kind: ValueKind,
        /// How it is approached.
        pub pace: Pace,
        /// How units' values are combined.
        pub roll_up: RollUp,
    }
}
