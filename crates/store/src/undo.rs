//! Undo and redo of any operation, also after a restart, from the change records alone.
//!
//! Each row an operation touched must still be as the operation left it (for redo: as it found it); else nothing is
//! done and what changed since is named. What undo and redo do is recorded like any other change.

use crate::change::{Change, Replayed};
use crate::error::{Error, Result};
use crate::history::{Direction, Operation};
use crate::open::Store;
use crate::transact::{OperationKind, close_door, open_door};
use domain::Uid;
use rusqlite::{Connection, ffi};
use std::collections::{HashMap, HashSet};

/// How many changes are read at once: a merge can have a million.
const BATCH: i64 = 1000;

/// How many later changes a conflict names.
const NAMED: usize = 5;

impl Store {
    /// Takes back the newest operation that is done and can be taken back.
    ///
    /// # Errors
    /// [`Error::NothingToUndo`], [`Error::Conflict`], [`Error::Frozen`], or what the file has to say.
    pub fn undo(&mut self, at: i64, who: &str) -> Result<Operation> {
        let operation = self.next_undo()?.ok_or(Error::NothingToUndo)?;
        self.replay(operation, Direction::Undo, at, who)
    }

    /// Takes back one operation, whatever came after it, if no later change depends on it.
    ///
    /// # Errors
    /// [`Error::UnknownOperation`], [`Error::NotUndoable`], [`Error::AlreadyUndone`], [`Error::Conflict`], or what the
    /// file has to say.
    pub fn undo_operation(&mut self, uid: Uid, at: i64, who: &str) -> Result<Operation> {
        let operation = self.operation(uid)?.ok_or(Error::UnknownOperation(uid))?;
        if !operation.undoable {
            return Err(Error::NotUndoable(operation.label));
        }
        if operation.undone {
            return Err(Error::AlreadyUndone(operation.label));
        }
        self.replay(operation, Direction::Undo, at, who)
    }

    /// Brings back the operation undone last, unless something new was done since.
    ///
    /// # Errors
    /// [`Error::NothingToRedo`], [`Error::Conflict`], or what the file has to say.
    pub fn redo(&mut self, at: i64, who: &str) -> Result<Operation> {
        let operation = self.next_redo()?.ok_or(Error::NothingToRedo)?;
        self.replay(operation, Direction::Redo, at, who)
    }

    /// Returns the operation [`Store::undo`] would take back.
    ///
    /// # Errors
    /// What the file has to say.
    pub fn next_undo(&self) -> Result<Option<Operation>> {
        self.row(include_str!("sql/next_undo.sql"), [], Operation::from_row)
    }

    /// Returns the operation [`Store::redo`] would bring back.
    ///
    /// # Errors
    /// What the file has to say.
    pub fn next_redo(&self) -> Result<Option<Operation>> {
        self.row(include_str!("sql/next_redo.sql"), [], Operation::from_row)
    }

    fn replay(&self, operation: Operation, direction: Direction, at: i64, who: &str) -> Result<Operation> {
        let transaction = self.begin()?;
        let undone = direction == Direction::Undo;
        // Under the lock: another program may have been quicker.
        let turned = transaction
            .prepare_cached("UPDATE operation SET undone = ?2 WHERE id = ?1 AND undone <> ?2")?
            .execute((operation.id, undone))?;
        if turned == 0 {
            return Err(if undone { Error::AlreadyUndone(operation.label) } else { Error::NothingToRedo });
        }
        // Rows come back in an order in which a child may precede its parent; at the end all must hold again.
        transaction.pragma_update(None, "defer_foreign_keys", true)?;
        let replay =
            transaction.prepare_cached(include_str!("sql/insert_replay.sql"))?.insert((operation.id, direction.code(), who, at))?;
        open_door(&transaction, operation.id, Some(replay))?;
        let later = self.turn_rows(&operation, direction)?;
        if !later.is_empty() {
            return Err(Error::Conflict { label: operation.label, later });
        }
        if operation.kind == OperationKind::Freeze {
            let later = self.frozen_over_others(&operation)?;
            if !later.is_empty() {
                return Err(Error::Conflict { label: operation.label, later });
            }
        }
        close_door(&transaction)?;
        transaction.execute_batch("COMMIT").map_err(|error| self.conflict_of(&operation.label, error))?;
        Ok(Operation { undone, ..operation })
    }

    /// Turns every row back (or forth again) and returns those that are no longer as they should be.
    fn turn_rows(&self, operation: &Operation, direction: Direction) -> Result<Vec<String>> {
        let (sql, mut last) = match direction {
            Direction::Undo => (include_str!("sql/changes_backward.sql"), i64::MAX),
            Direction::Redo => (include_str!("sql/changes_forward.sql"), 0),
        };
        let mut tables: HashMap<String, Replayed> = HashMap::new();
        let (mut later, mut named) = (Vec::new(), HashSet::new());
        loop {
            let batch = self.rows(sql, (operation.id, last, BATCH), Change::from_row)?;
            let Some(end) = batch.last() else { return Ok(later) };
            last = end.id;
            for change in &batch {
                let table = match tables.get(&change.table) {
                    Some(table) => table,
                    None => tables.entry(change.table.clone()).or_insert(Replayed::of(&self.db, &change.table)?),
                };
                let (from, to) = match direction {
                    Direction::Undo => (change.after.as_ref(), change.before.as_ref()),
                    Direction::Redo => (change.before.as_ref(), change.after.as_ref()),
                };
                if !table.holds(&self.db, from, to)? {
                    if named.insert((change.table.clone(), change.key.clone())) {
                        later.push(self.describe_later(operation.id, change)?);
                    }
                } else if later.is_empty() {
                    let turned = table.turn(&self.db, from, to).map_err(|error| self.name_freeze_of_row(error, from.or(to)));
                    turned.map_err(|error| taken(&operation.label, error))?;
                }
                if later.len() >= NAMED {
                    return Ok(later);
                }
            }
        }
    }

    /// Says which row changed since, and by which operation.
    fn describe_later(&self, operation_id: i64, change: &Change) -> Result<String> {
        let what = self.describe_row(change)?;
        let by = self.row(include_str!("sql/later_operation.sql"), (&change.table, &change.key, change.id, operation_id), |row| {
            Ok((row.get::<_, String>("label")?, row.get::<_, String>("who")?))
        })?;
        Ok(match by {
            Some((label, who)) => format!("{what}（“{label}”，{who}）"),
            None => what,
        })
    }

    /// Turns a reference that no longer holds into a conflict that names the tables concerned.
    fn conflict_of(&self, label: &str, error: rusqlite::Error) -> Error {
        if error.sqlite_error().is_none_or(|failure| failure.extended_code != ffi::SQLITE_CONSTRAINT_FOREIGNKEY) {
            return error.into();
        }
        let words = broken_references(&self.db).unwrap_or_default();
        let later = if words.is_empty() { vec!["后来的内容还用着它".to_owned()] } else { words };
        Error::Conflict { label: label.to_owned(), later }
    }
}

/// A row that would take another one's unique name back is a conflict too.
fn taken(label: &str, error: Error) -> Error {
    match error {
        Error::Refused(what) => Error::Conflict { label: label.to_owned(), later: vec![what] },
        error => error,
    }
}

fn broken_references(db: &Connection) -> rusqlite::Result<Vec<String>> {
    let mut statement = db.prepare("SELECT DISTINCT \"table\" AS name FROM pragma_foreign_key_check")?;
    let words = statement.query_map([], |row| {
        let table: String = row.get("name")?;
        Ok(format!("后来的{}还用着它", crate::tables::word_for(&table)))
    })?;
    words.collect()
}
