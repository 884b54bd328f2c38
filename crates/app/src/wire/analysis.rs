//! The whole plan as a file for analysis.

use super::wire;
use domain::{Period, Uid};

wire! {
    /// Saves the whole plan where the user says.
    pub struct ExportAll {
        /// The plan.
        pub plan: Uid,
        /// The period whose lights are shown.
        pub period: Period,
        /// `xlsx` for all of it, `csv` for what was reported.
        pub format: String,
    }
}
