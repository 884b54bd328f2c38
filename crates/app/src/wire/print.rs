//! What is printed of a page.

use super::{ChartOf, wire};

wire! {
    /// Prints what a page shows: its chart, then its tables, on sheets of A4.
    pub struct Print {
        /// The title of the page.
        pub title: String,
        /// What it is of: the plan, the period.
        pub line: String,
        /// The chart it shows, on a sheet of its own.
        #[serde(default)]
        pub chart: Option<ChartOf>,
        /// Its tables, in order.
        pub tables: Vec<PrintTable>,
    }

    /// A table as it is read on the page.
    pub struct PrintTable {
        /// What it is called; empty where the page says it.
        pub title: String,
        /// The heads of its columns.
        pub columns: Vec<String>,
        /// Its rows.
        pub rows: Vec<Vec<String>>,
    }
}
