//! A document under review as a revised issue of a plan in the ledger.

use super::{PlanRef, wire};
use domain::Uid;
use serde::{Deserialize, Serialize};

wire! {
    /// Asks what a plan would become by the document under review.
    pub struct RevisionOf {
        /// The plan; where absent, the likest one.
        #[serde(default)]
        pub plan: Option<Uid>,
    }

    /// What a plan would become by a document.
    pub struct Revision {
        /// The plan.
        pub plan: PlanRef,
        /// All plans of the ledger, the likest first.
        pub choices: Vec<PlanRef>,
        /// The document's file name.
        pub file: String,
        /// What differs, in the order of the document; what the document no longer has comes last.
        pub changes: Vec<PlanChange>,
        /// How many measures and indicators are the same in both.
        pub unchanged: u32,
    }

    /// One thing that differs.
    pub struct PlanChange {
        /// Its key, good for this document and this plan.
        pub key: String,
        /// New, changed or gone.
        pub kind: ChangeKind,
        /// What it is.
        pub what: Changed,
        /// Its name: number and title of a measure, name of an indicator.
        pub title: String,
        /// The measure it stands in.
        pub under: Option<String>,
        /// What differs; of something new what it says, of something gone what it said.
        pub fields: Vec<FieldChange>,
        /// Why it cannot be taken over; none where it can.
        pub blocked: Option<String>,
    }

    /// A field before and after; empty for nothing.
    pub struct FieldChange {
        /// Its name, e.g. 目标.
        pub name: String,
        /// In the ledger.
        pub before: String,
        /// In the document.
        pub after: String,
    }

    /// Takes changes over, as one operation.
    pub struct Revise {
        /// The plan.
        pub plan: Uid,
        /// The keys of the changes to take over; the others leave the plan as it is.
        pub take: Vec<String>,
    }

    /// What was taken over.
    pub struct Revised {
        /// The plan.
        pub plan: Uid,
        /// Its title now.
        pub title: String,
        /// How many things are new.
        pub added: u32,
        /// How many were changed.
        pub changed: u32,
        /// How many were taken out.
        pub removed: u32,
        /// How many changes were left alone.
        pub left: u32,
    }
}

/// How something differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum ChangeKind {
    /// Only the document has it.
    New,
    /// Both have it, and it differs.
    Changed,
    /// Only the ledger has it.
    Gone,
}

/// What differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Changed {
    /// The plan's own data.
    Plan,
    /// A measure.
    Measure,
    /// An indicator.
    Indicator,
    /// A phase.
    Phase,
}
