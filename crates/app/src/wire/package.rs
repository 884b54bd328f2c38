//! Packages between ledgers.

use super::{MergeReport, wire};
use domain::{Period, Uid};
use serde::{Deserialize, Serialize};

wire! {
    /// Saves a package where the user says.
    pub struct PackageSave {
        /// What it is to hold.
        pub kind: PackageKind,
        /// The plan; none for a hand-over package, which has all.
        pub plan: Option<Uid>,
        /// The unit whose reports go into it.
        pub unit: Option<Uid>,
        /// The period; none for all.
        pub period: Option<Period>,
    }

    /// A package, and what taking it would do.
    pub struct PackageSeen {
        /// Its file name.
        pub file: String,
        /// What it is.
        pub kind: PackageKind,
        /// The plan's title, the unit's name, or the ledger's.
        pub title: String,
        /// Who made it.
        pub made_by: String,
        /// When.
        pub made_at: String,
        /// What it holds, in sentences.
        pub lines: Vec<String>,
        /// True if the ledger has all of it already.
        pub already: bool,
        /// What merging would do, of a unit's reports.
        pub report: Option<MergeReport>,
    }

    /// What became of a package.
    pub struct PackageTaken {
        /// What it was.
        pub kind: PackageKind,
        /// The new ledger, of a hand-over package; none if the user thought better of it.
        pub path: Option<String>,
        /// True if anything was written.
        pub changed: bool,
        /// What it holds, in sentences.
        pub lines: Vec<String>,
    }
}

/// Kinds of packages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum PackageKind {
    /// A plan sent down.
    Plan,
    /// What a unit reports.
    Unit,
    /// A whole ledger.
    Handover,
}
