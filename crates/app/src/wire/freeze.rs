//! Freezing of periods.

use super::wire;
use domain::{Period, Uid};

wire! {
    /// Opens a frozen period again.
    pub struct Unfreeze {
        /// The plan.
        pub plan: Uid,
        /// The period.
        pub period: Period,
        /// Why; kept in the history.
        pub reason: String,
    }

    /// A period of a plan, frozen or open.
    pub struct PeriodState {
        /// The plan.
        pub plan: Uid,
        /// Its title.
        pub title: String,
        /// The period.
        pub period: Period,
        /// True if it is frozen.
        pub frozen: bool,
        /// The later frozen period that still locks it, where it is open itself.
        pub locked_by: Option<Period>,
    }

    /// Who froze a period, and when.
    pub struct FrozenBy {
        /// Who.
        pub who: String,
        /// The day.
        pub on: chrono::NaiveDate,
    }
}
