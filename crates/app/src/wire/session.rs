//! What is open, and which plans it holds.

use super::{FrozenBy, wire};
use domain::{Period, Uid};

wire! {
    /// How far long work has come.
    pub struct Progress {
        /// The step it is at, from 1.
        pub done: u32,
        /// How many there are.
        pub of: u32,
        /// The file or unit it is at.
        pub at: String,
    }

    /// What the frame of the window shows: asked after every change.
    pub struct State {
        /// The open ledger, if any.
        pub ledger: Option<LedgerInfo>,
        /// Its plans, newest first.
        pub plans: Vec<PlanInfo>,
        /// The label of the operation `undo` would take back.
        pub undo: Option<String>,
        /// The label of the operation `redo` would bring back.
        pub redo: Option<String>,
        /// True while a document is being reviewed and not yet in the ledger.
        pub draft: bool,
        /// True while returned workbooks are previewed and not yet merged.
        pub merging: bool,
        /// The version of the program.
        pub version: String,
        /// Today.
        pub today: chrono::NaiveDate,
        /// Who changes are recorded under.
        pub who: String,
    }

    /// The open ledger.
    pub struct LedgerInfo {
        /// Where it lies, for the status bar.
        pub path: String,
        /// Its file name without the ending.
        pub name: String,
        /// True if nothing can be written (read-only medium or file).
        pub read_only: bool,
    }

    /// A plan of the ledger.
    pub struct PlanInfo {
        /// Its id.
        pub id: Uid,
        /// Its title.
        pub title: String,
        /// The document number, e.g. 云卫发〔2026〕8号.
        pub document_number: Option<String>,
        /// Who issued it.
        pub issuer: Option<String>,
        /// When it was issued.
        pub issued: Option<chrono::NaiveDate>,
        /// Its first day.
        pub start: chrono::NaiveDate,
        /// Its last day.
        pub due: chrono::NaiveDate,
        /// How many measures it has.
        pub measures: u32,
        /// How many indicators it has.
        pub indicators: u32,
        /// The months it covers.
        pub periods: Vec<PeriodInfo>,
        /// The quarters, half-years and years it has a part in, in this order.
        pub longer: Vec<PeriodInfo>,
        /// The period to show first: the last one with entries, else the one of today within the plan.
        pub current: Period,
    }

    /// A period of a plan.
    pub struct PeriodInfo {
        /// As on the command line, e.g. 2026-07.
        pub period: Period,
        /// As an official says it, e.g. 2026年7月.
        pub label: String,
        /// For a table head, e.g. 7月.
        pub short: String,
        /// Time progress of the plan at its end, a fraction.
        pub time_progress: f64,
        /// Who froze it and when, if it is frozen.
        pub frozen: Option<FrozenBy>,
    }

    /// A command that concerns a plan.
    pub struct OfPlan {
        /// The plan.
        pub plan: Uid,
    }

    /// A command that concerns a plan in a period.
    #[derive(Copy)]
    pub struct OfPeriod {
        /// The plan.
        pub plan: Uid,
        /// The period.
        pub period: Period,
    }
}
