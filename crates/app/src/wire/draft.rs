//! A document under review: the source with everything found in it, and the draft beside it.

use super::{PlanRef, wire};
use domain::{Comparator, Pace, Role, RollUp, TargetKind, ValueKind};
use serde::{Deserialize, Serialize};

/// Names an item of the draft: `m3` a measure, `t7` a target, `p1` a phase, `s0` a section. Stable as long as the draft
/// is kept, whatever is cut, joined or added.
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
        /// Sections, in order.
        pub sections: Vec<DraftSection>,
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
        /// The last change made to the draft, which can be taken back; none if nothing was changed.
        pub last_edit: Option<String>,
        /// Why the draft could not be saved as it is now; none where it is saved.
        pub unsaved: Option<String>,
        /// The plan of the ledger this is probably another issue of.
        pub revises: Option<PlanRef>,
    }

    /// A draft that waits to be taken up again.
    pub struct DraftInfo {
        /// Its id.
        pub id: domain::Uid,
        /// The document's file name.
        pub file: String,
        /// When it was last changed.
        pub saved_at: String,
        /// True if it is kept in the open ledger, false if beside the ledgers.
        pub in_ledger: bool,
    }

    /// A command that concerns a waiting draft.
    pub struct OfDraft {
        /// The draft.
        pub draft: domain::Uid,
    }

    /// A heading that holds measures.
    pub struct DraftSection {
        /// Its key.
        pub key: ItemKey,
        /// Its number as written.
        pub number: Option<String>,
        /// Its words without the number.
        pub title: String,
        /// The line it stands on.
        pub line: u32,
    }

    /// A place in the source.
    #[derive(Copy)]
    pub struct TextPlace {
        /// The line, from 1.
        pub line: u32,
        /// How many UTF-16 units of the line stand before it.
        pub at: u32,
    }

    /// Words chosen in the source.
    #[derive(Copy)]
    pub struct TextRange {
        /// Where they begin.
        pub from: TextPlace,
        /// Where they end, exclusive.
        pub to: TextPlace,
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
        pub section: Option<ItemKey>,
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
        /// What it was before the plan, as text to edit; empty where that is not known or not subtracted.
        pub baseline: String,
        /// The day the baseline was true.
        pub baseline_date: Option<chrono::NaiveDate>,
        /// Where the baseline stands in the document; none for one a person wrote in.
        pub baseline_source: Option<BaselineSource>,
        /// Why these were proposed.
        pub why: String,
        /// Why a person should look at it.
        pub doubt: Option<String>,
        /// True once a person accepted it.
        pub accepted: bool,
        /// True if it will not be imported.
        pub dropped: bool,
    }

    /// The words a baseline was read from.
    pub struct BaselineSource {
        /// The words.
        pub words: String,
        /// The line they stand on.
        pub line: u32,
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

    /// A question about the document, or a remark.
    pub struct Doubt {
        /// Its key: of a target that target's, of a unit `u:` and its name, of a remark `r0`, `r1` ...
        pub key: ItemKey,
        /// The item it stands in; none for a remark about the document, which asks for nothing.
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
        /// The unit asked about, where the question is whether the ledger knows it by another name.
        pub unit: Option<UnitDoubt>,
    }

    /// A unit the ledger knows only similar ones of.
    pub struct UnitDoubt {
        /// Its name in the document.
        pub name: String,
        /// The ledger's units it may be, the likeliest first.
        pub like: Vec<UnitChoice>,
    }

    /// A unit of the ledger.
    pub struct UnitChoice {
        /// Its id.
        pub id: domain::Uid,
        /// Its name.
        pub name: String,
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
    /// Corrects the words of a section's heading.
    Section {
        /// Which.
        item: ItemKey,
        /// Its words without the number.
        title: String,
    },
    /// Cuts a measure in two; units, deadline and targets go with the words they stand in.
    Split {
        /// Which.
        item: ItemKey,
        /// The first character of the second measure.
        at: TextPlace,
    },
    /// Joins a measure to the one before it.
    Merge {
        /// Which.
        item: ItemKey,
    },
    /// Makes a target of words of the source, filled in with what they say.
    AddTarget {
        /// The words.
        words: TextRange,
    },
    /// Makes a measure of words of the source.
    AddMeasure {
        /// The words.
        words: TextRange,
    },
    /// Moves a target to another measure, or out of any.
    Move {
        /// Which target.
        item: ItemKey,
        /// Where to.
        measure: Option<ItemKey>,
    },
    /// A unit of the document is one the ledger knows: its name is learnt when the draft is confirmed.
    UnitAlias {
        /// Its name in the document.
        name: String,
        /// The unit.
        unit: domain::Uid,
    },
    /// A unit of the document is new to the ledger.
    UnitNew {
        /// Its name in the document.
        name: String,
    },
    /// A remark has been read.
    Note {
        /// The remark's key.
        item: ItemKey,
    },
    /// A line that was dropped as noise is part of the document after all.
    KeepLine {
        /// Its number.
        line: u32,
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
        /// What it was before the plan, as typed; empty where there is none, as in drafts from before it was asked.
        #[serde(default)]
        pub baseline: String,
        /// The day the baseline was true.
        #[serde(default)]
        pub baseline_date: Option<chrono::NaiveDate>,
    }
}
