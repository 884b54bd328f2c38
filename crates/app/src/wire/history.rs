//! Operations.

use super::wire;
use domain::Uid;

wire! {
    /// The ledger's operations, newest first.
    pub struct History {
        /// The operations.
        pub operations: Vec<OperationRow>,
        /// A hash over everything the ledger holds but its history: equal states have equal hashes.
        pub state_hash: String,
    }

    /// One operation.
    pub struct OperationRow {
        /// Its id.
        pub id: Uid,
        /// import, record, merge …
        pub kind: String,
        /// What was done, in a sentence.
        pub label: String,
        /// Who did it.
        pub who: String,
        /// When.
        pub at: String,
        /// How many rows of the ledger it touched.
        pub changes: u32,
        /// True if it was taken back.
        pub undone: bool,
        /// True if it can be taken back or brought back at all; workbooks sent cannot.
        pub undoable: bool,
    }

    /// What checking the file found.
    pub struct Checked {
        /// What is wrong, each in a sentence; empty if the file is sound.
        pub problems: Vec<String>,
        /// A hash over everything the ledger holds but its history.
        pub state_hash: String,
    }

    /// What undo or redo did.
    pub struct Replayed {
        /// The operation.
        pub operation: OperationRow,
        /// The hash of the state afterwards.
        pub state_hash: String,
    }
}

wire! {
    /// A command that concerns an operation.
    pub struct OfOperation {
        /// The operation.
        pub operation: Uid,
    }
}
