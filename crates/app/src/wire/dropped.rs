//! What was dropped on the window.

use super::{DraftView, MergeReport, wire};

wire! {
    /// Where on the page something was dropped.
    pub struct Dropping {
        /// True where documents are read: a workbook is then a document.
        pub reading: bool,
    }

    /// What came of what was dropped; nothing where it was taken already.
    pub struct Dropped {
        /// Returned workbooks, with those in hand before.
        pub report: Option<MergeReport>,
        /// A document, read.
        pub draft: Option<DraftView>,
    }
}
