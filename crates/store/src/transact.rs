//! The one door: every write happens in an operation, whole or not at all.

use crate::error::{Error, Result};
use crate::open::Store;
use domain::Uid;
use rusqlite::{Params, Transaction, TransactionBehavior};
use std::ops::Deref;

/// What someone is about to do.
#[derive(Clone, Debug)]
pub struct Op {
    /// The kind of operation.
    pub kind: OperationKind,
    /// What is done, in a sentence for the history.
    pub label: String,
    /// Who does it.
    pub who: String,
    /// When: milliseconds since 1970, UTC.
    pub at: i64,
    /// A new name for the operation.
    pub uid: Uid,
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $kind:ident = $code:literal,)+) => {
        /// Kinds of operations.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum OperationKind { $($(#[$doc])* $kind,)+ }

        impl OperationKind {
            /// Returns the word used in JSON and in the ledger.
            pub fn code(self) -> &'static str { match self { $(OperationKind::$kind => $code,)+ } }

            /// Returns the kind a code names.
            pub fn from_code(code: &str) -> Option<OperationKind> { match code { $($code => Some(OperationKind::$kind),)+ _ => None } }
        }
    };
}

kinds! {
    /// A document becomes a plan.
    Import = "import",
    /// A plan, measure or indicator is corrected.
    Edit = "edit",
    /// Units, aliases, groups.
    Unit = "unit",
    /// Targets are divided among units.
    Allocate = "allocate",
    /// Values are reported.
    Record = "record",
    /// Workbooks are sent: recorded, but not to be undone, because they are out.
    Export = "export",
    /// Returned workbooks are merged.
    Merge = "merge",
    /// Rules, presets and other settings.
    Setting = "setting",
    /// A document under review.
    Draft = "draft",
    /// Measures to catch up.
    Rectify = "rectify",
    /// A period is closed.
    Freeze = "freeze",
}

impl OperationKind {
    /// Returns true if such an operation can be taken back.
    pub fn undoable(self) -> bool {
        self != OperationKind::Export
    }
}

/// Writes within an operation, and reads what has been written so far.
pub struct Writer<'a> {
    store: &'a Store,
}

impl Deref for Writer<'_> {
    type Target = Store;

    fn deref(&self) -> &Store {
        self.store
    }
}

impl Writer<'_> {
    /// Adds a row and returns its number.
    pub(crate) fn insert(&self, sql: &str, params: impl Params) -> Result<i64> {
        Ok(self.db.prepare_cached(sql)?.insert(params)?)
    }

    /// Runs a statement and returns how many rows it changed.
    pub(crate) fn execute(&self, sql: &str, params: impl Params) -> Result<usize> {
        Ok(self.db.prepare_cached(sql)?.execute(params)?)
    }
}

impl Store {
    /// Does something to the ledger: all of what `work` writes, or, if it fails, nothing.
    ///
    /// An operation that changes nothing leaves no trace in the history.
    ///
    /// # Errors
    /// What `work` returns, or [`Error::ReadOnly`], [`Error::Locked`], [`Error::DiskFull`].
    pub fn transact<T, E: From<Error>>(&mut self, op: Op, work: impl FnOnce(&mut Writer<'_>) -> Result<T, E>) -> Result<T, E> {
        let transaction = self.begin()?;
        let id = begin_operation(&transaction, op)?;
        let done = work(&mut Writer { store: self })?;
        end_operation(&transaction, id)?;
        transaction.commit().map_err(Error::from)?;
        Ok(done)
    }

    /// Begins to write; dropping what is returned takes everything back.
    pub(crate) fn begin(&self) -> Result<Transaction<'_>> {
        if self.read_only {
            return Err(Error::ReadOnly);
        }
        Ok(Transaction::new_unchecked(&self.db, TransactionBehavior::Immediate)?)
    }
}

/// Writes the operation into the history and opens the door in its name.
fn begin_operation(transaction: &Transaction<'_>, op: Op) -> Result<i64> {
    let Op { kind, label, who, at, uid } = op;
    let id = transaction
        .prepare_cached("INSERT INTO operation (uid, kind, label, who, at, undoable) VALUES (?1, ?2, ?3, ?4, ?5, ?6)")?
        .insert((uid.to_string(), kind.code(), label, who, at, kind.undoable()))?;
    open_door(transaction, id, None)?;
    Ok(id)
}

/// Closes the door and counts what was changed; an operation that changed nothing is forgotten.
fn end_operation(transaction: &Transaction<'_>, id: i64) -> Result<()> {
    close_door(transaction)?;
    let changes: i64 =
        transaction.prepare_cached("SELECT count(*) FROM change WHERE operation_id = ?1")?.query_one([id], |row| row.get(0))?;
    if changes == 0 {
        transaction.prepare_cached("DELETE FROM operation WHERE id = ?1")?.execute([id])?;
    } else {
        transaction.prepare_cached("UPDATE operation SET changes = ?2 WHERE id = ?1")?.execute((id, changes))?;
    }
    Ok(())
}

/// Lets rows be written, in the name of the operation or of its undoing.
pub(crate) fn open_door(transaction: &Transaction<'_>, operation: i64, replay: Option<i64>) -> Result<()> {
    transaction
        .prepare_cached("INSERT INTO open_operation (id, operation_id, replay_id) VALUES (1, ?1, ?2)")?
        .execute((operation, replay))?;
    Ok(())
}

/// Lets no more rows be written.
pub(crate) fn close_door(transaction: &Transaction<'_>) -> Result<()> {
    transaction.prepare_cached("DELETE FROM open_operation")?.execute([])?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_disk_is_named_nothing_is_written_and_reading_goes_on() {
        let folder = tempfile::tempdir().expect("a folder");
        let op =
            |n: u8| Op {
                kind: OperationKind::Setting, label: "设置".to_owned(), who: "王芳".to_owned(), at: 1, uid: Uid::new(1, [n; 10])
            };
        let mut store = Store::create(&folder.path().join("a.yaodian"), Uid::new(1, [0; 10]), 1).unwrap();
        store.transact(op(1), |w| w.set_setting("a", Some("1"))).unwrap();
        let before = store.state_hash().unwrap();
        let pages: i64 = store.db.pragma_query_value(None, "page_count", |row| row.get(0)).unwrap();
        store.db.pragma_update(None, "max_page_count", pages + 2).unwrap();
        let full = store.transact(op(2), |w| (0..100).try_for_each(|n| w.set_setting(&n.to_string(), Some(&"长".repeat(1000)))));
        assert!(matches!(full, Err(Error::DiskFull)), "{full:?}");
        assert_eq!((store.state_hash().unwrap(), store.operations(None, 9).unwrap().len()), (before, 1));
        store.db.pragma_update(None, "max_page_count", pages + 1000).unwrap();
        store.transact(op(2), |w| w.set_setting("b", Some("2"))).unwrap();
        assert_eq!(store.check().unwrap(), []);
    }
}
