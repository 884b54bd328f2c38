//! What has been done: the history list, and who changed a value.

use crate::change::{Change, RowJson, json};
use crate::entry::{Entry, period_id};
use crate::error::Result;
use crate::open::Store;
use crate::row;
use crate::transact::OperationKind;
use domain::judge::Figure;
use domain::{Amount, Period, Uid};
use rusqlite::Row;

/// An operation of the history.
#[derive(Clone, Debug, PartialEq)]
pub struct Operation {
    /// Its number inside the ledger: later ones are greater.
    pub id: i64,
    /// Its name outside the ledger.
    pub uid: Uid,
    /// Its kind.
    pub kind: OperationKind,
    /// What was done, in a sentence.
    pub label: String,
    /// Who did it.
    pub who: String,
    /// When, in milliseconds since 1970.
    pub at: i64,
    /// How many rows it changed.
    pub changes: i64,
    /// True if it can be taken back at all.
    pub undoable: bool,
    /// True if it is taken back now.
    pub undone: bool,
}

/// An operation was taken back or brought back.
#[derive(Clone, Debug, PartialEq)]
pub struct Replay {
    /// The operation.
    pub operation_id: i64,
    /// Back or forth.
    pub direction: Direction,
    /// Who did it.
    pub who: String,
    /// When, in milliseconds since 1970.
    pub at: i64,
}

/// Back or forth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Taken back.
    Undo,
    /// Brought back.
    Redo,
}

/// One change of one entry.
#[derive(Clone, Debug, PartialEq)]
pub struct EntryChange {
    /// The kind of what was done: a unit that became one with another takes its entries along.
    pub kind: OperationKind,
    /// What was done, in a sentence.
    pub label: String,
    /// Who did it, or who took it back.
    pub who: String,
    /// When, in milliseconds since 1970.
    pub at: i64,
    /// Set if this is the operation being taken back or brought back.
    pub replay: Option<Direction>,
    /// What stood there before.
    pub old: Option<Entry>,
    /// What stands there after.
    pub new: Option<Entry>,
    /// What the unit of `old` was called then: its short name, or else its name.
    pub old_unit: Option<String>,
    /// The same of `new`.
    pub new_unit: Option<String>,
}

impl Direction {
    /// Returns the word used in JSON and in the ledger.
    pub fn code(self) -> &'static str {
        match self {
            Direction::Undo => "undo",
            Direction::Redo => "redo",
        }
    }

    /// Returns the direction a code names.
    pub fn from_code(code: &str) -> Option<Direction> {
        [Direction::Undo, Direction::Redo].into_iter().find(|direction| direction.code() == code)
    }
}

impl Operation {
    pub(crate) fn from_row(row: &Row<'_>) -> rusqlite::Result<Operation> {
        Ok(Operation {
            id: row.get("id")?,
            uid: row::uid(row, "uid")?,
            kind: row::code(row, "kind", OperationKind::from_code)?,
            label: row.get("label")?,
            who: row.get("who")?,
            at: row.get("at")?,
            changes: row.get("changes")?,
            undoable: row.get("undoable")?,
            undone: row.get("undone")?,
        })
    }
}

impl Replay {
    fn from_row(row: &Row<'_>) -> rusqlite::Result<Replay> {
        Ok(Replay {
            operation_id: row.get("operation_id")?,
            direction: row::code(row, "direction", Direction::from_code)?,
            who: row.get("who")?,
            at: row.get("at")?,
        })
    }
}

impl EntryChange {
    fn from_row(row: &Row<'_>) -> rusqlite::Result<EntryChange> {
        let replay = match row.get::<_, Option<String>>("direction")? {
            Some(_) => Some(row::code(row, "direction", Direction::from_code)?),
            None => None,
        };
        Ok(EntryChange {
            kind: row::code(row, "kind", OperationKind::from_code)?,
            label: row.get("label")?,
            who: row.get("who")?,
            at: row.get("at")?,
            replay,
            old: json(row, "before")?.as_ref().and_then(entry_of),
            new: json(row, "after")?.as_ref().and_then(entry_of),
            old_unit: row.get("old_unit")?,
            new_unit: row.get("new_unit")?,
        })
    }
}

impl Store {
    /// Returns the newest operations, at most `limit` of them, older than the operation numbered `before` if one is given.
    ///
    /// # Errors
    /// What the file has to say.
    pub fn operations(&self, before: Option<i64>, limit: u32) -> Result<Vec<Operation>> {
        self.rows(include_str!("sql/operations.sql"), (before.unwrap_or(i64::MAX), limit), Operation::from_row)
    }

    /// Returns the operation of that name.
    ///
    /// # Errors
    /// What the file has to say.
    pub fn operation(&self, uid: Uid) -> Result<Option<Operation>> {
        self.row(include_str!("sql/operation.sql"), [uid.to_string()], Operation::from_row)
    }

    /// Returns when the operation was taken back and brought back, and by whom, in the order of events.
    ///
    /// # Errors
    /// What the file has to say.
    pub fn replays(&self, operation_id: i64) -> Result<Vec<Replay>> {
        self.rows(
            "SELECT operation_id, direction, who, at FROM replay WHERE operation_id = ?1 ORDER BY id",
            [operation_id],
            Replay::from_row,
        )
    }

    /// Returns every change of one entry, newest first; also of those of units that became one with its unit.
    ///
    /// # Errors
    /// What the file has to say.
    pub fn entry_history(&self, indicator_id: i64, unit_id: i64, period: Period) -> Result<Vec<EntryChange>> {
        self.rows(include_str!("sql/unit_entry_history.sql"), (indicator_id, unit_id, period_id(period)), EntryChange::from_row)
    }

    /// Returns the newest changes of an indicator's entries, at most `limit` of them.
    ///
    /// # Errors
    /// What the file has to say.
    pub fn indicator_history(&self, indicator_id: i64, limit: u32) -> Result<Vec<EntryChange>> {
        // Keys are JSON arrays: those of the indicator's entries lie between these two texts, for ',' precedes '-'.
        let (from, to) = (format!("[{indicator_id},"), format!("[{indicator_id}-"));
        self.rows(include_str!("sql/indicator_history.sql"), (&from, &to, limit), EntryChange::from_row)
    }

    /// Says in words which row a change is about.
    pub(crate) fn describe_row(&self, change: &Change) -> Result<String> {
        let word = crate::tables::word_for(&change.table);
        let row = change.after.as_ref().or(change.before.as_ref());
        let number = |column: &str| row.and_then(|row| row.get(column)).and_then(serde_json::Value::as_i64);
        let mut parts = Vec::new();
        for (column, sql) in [
            ("measure_id", "SELECT title AS name FROM measure WHERE id = ?1"),
            ("indicator_id", "SELECT name FROM indicator WHERE id = ?1"),
            ("unit_id", "SELECT name FROM unit WHERE id = ?1 UNION ALL SELECT name FROM merged_unit WHERE id = ?1"),
            ("period_id", "SELECT code AS name FROM period WHERE id = ?1"),
        ] {
            if let Some(id) = number(column) {
                parts.extend(self.row(sql, [id], |row| row.get::<_, String>("name"))?);
            }
        }
        let own = ["name", "title", "alias", "key", "file_name"].iter().find_map(|column| row?.get(*column)?.as_str());
        parts.extend(own.map(str::to_owned));
        Ok(if parts.is_empty() { word.to_owned() } else { format!("{word} {}", parts.join(" ")) })
    }
}

/// Reads an entry from its record.
fn entry_of(row: &RowJson) -> Option<Entry> {
    let whole = |column: &str| row.get(column)?.as_i64();
    let amount = |column: &str| Amount::new(row.get(column)?.as_f64()?);
    let text = |column: &str| Some(row.get(column)?.as_str()?.to_owned());
    let figure = match amount("value") {
        Some(value) => Some(Figure::Value(value)),
        None => amount("numerator").zip(amount("denominator")).map(|(numerator, denominator)| Figure::Ratio { numerator, denominator }),
    };
    Some(Entry {
        indicator_id: whole("indicator_id")?,
        unit_id: whole("unit_id")?,
        period: crate::entry::period_of(whole("period_id")?)?,
        figure,
        typed: text("typed"),
        note: text("note"),
        who: text("who")?,
        at: whole("at")?,
    })
}
