//! Whether a ledger is as it was: for whoever keeps what took long to make of it.

use crate::error::Result;
use crate::open::Store;
use std::sync::atomic::{AtomicU64, Ordering};

/// The state of an open ledger. Two are equal only where nothing was written in between, neither by this program nor by another, and
/// the file was not opened again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct State {
    opening: u64,
    /// How many rows this program has written: also those that were taken back, which costs a look and no more.
    own: u64,
    /// What SQLite counts up when another connection has written.
    others: i64,
}

/// Returns the number of an opening: no two of them have the same.
pub(crate) fn opening() -> u64 {
    static OPENED: AtomicU64 = AtomicU64::new(0);
    OPENED.fetch_add(1, Ordering::Relaxed)
}

impl Store {
    /// Returns the state the ledger is in. To be asked for before reading: what is written meanwhile is then looked at again.
    ///
    /// # Errors
    /// What the file has to say.
    pub fn state(&self) -> Result<State> {
        let others = self.db.pragma_query_value(None, "data_version", |row| row.get(0))?;
        Ok(State { opening: self.opening, own: self.db.total_changes(), others })
    }
}
