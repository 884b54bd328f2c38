//! The change records: rows as JSON, before and after.

use crate::error::{Error, Result};
use rusqlite::types::Value as SqlValue;
use rusqlite::{Connection, Row};
use serde_json::{Map, Value};

/// A row as JSON: its columns by name.
pub(crate) type RowJson = Map<String, Value>;

/// One recorded change of one row.
pub(crate) struct Change {
    /// Its place in the order of changes.
    pub id: i64,
    /// The table.
    pub table: String,
    /// The row's key as JSON.
    pub key: String,
    /// The row before; none if it was new.
    pub before: Option<RowJson>,
    /// The row after; none if it was removed.
    pub after: Option<RowJson>,
}

impl Change {
    pub(crate) fn from_row(row: &Row<'_>) -> rusqlite::Result<Change> {
        Ok(Change {
            id: row.get("id")?,
            table: row.get("table_name")?,
            key: row.get("row_key")?,
            before: json(row, "before")?,
            after: json(row, "after")?,
        })
    }
}

/// Returns a recorded row.
pub(crate) fn json(row: &Row<'_>, column: &str) -> rusqlite::Result<Option<RowJson>> {
    let Some(text) = row.get::<_, Option<String>>(column)? else { return Ok(None) };
    serde_json::from_str(&text)
        .map(Some)
        .map_err(|error| rusqlite::Error::FromSqlConversionFailure(0, rusqlite::types::Type::Text, format!("{column}: {error}").into()))
}

/// Returns the value of a column as SQLite holds it.
fn sql_value(value: &Value) -> Result<SqlValue> {
    match value {
        Value::Null => Ok(SqlValue::Null),
        Value::String(text) => Ok(SqlValue::Text(text.clone())),
        Value::Number(number) => match (number.as_i64(), number.as_f64()) {
            (Some(whole), _) => Ok(SqlValue::Integer(whole)),
            (None, Some(real)) => Ok(SqlValue::Real(real)),
            (None, None) => Err(Error::Damaged(format!("change: {number}"))),
        },
        Value::Bool(_) | Value::Array(_) | Value::Object(_) => Err(Error::Damaged(format!("change: {value}"))),
    }
}

/// Returns the values of the columns of a recorded row; a column it does not know is none.
fn sql_values<'a>(row: &RowJson, columns: impl Iterator<Item = &'a str>) -> Result<Vec<SqlValue>> {
    columns.map(|column| row.get(column).map_or(Ok(SqlValue::Null), sql_value)).collect()
}

/// A table whose rows are put back or taken away.
pub(crate) struct Replayed {
    name: String,
    keys: Vec<String>,
    select: String,
}

impl Replayed {
    pub(crate) fn of(db: &Connection, table: &str) -> Result<Replayed> {
        if !crate::tables::watched().any(|known| known.name == table) {
            return Err(Error::Damaged(format!("change: {table}")));
        }
        let columns = crate::triggers::columns(db, table)?;
        let keys: Vec<String> = columns.iter().filter(|column| column.key).map(|column| column.name.clone()).collect();
        let select = format!("SELECT {} FROM {table} WHERE {}", crate::triggers::row_json(&columns, ""), matching(&keys, 0));
        Ok(Replayed { name: table.to_owned(), keys, select })
    }

    /// Returns true if the ledger holds the row exactly so; with `row` none, if it holds no row with the key of `other`.
    pub(crate) fn holds(&self, db: &Connection, row: Option<&RowJson>, other: Option<&RowJson>) -> Result<bool> {
        let Some(known) = row.or(other) else { return Ok(true) };
        let key = sql_values(known, self.keys.iter().map(String::as_str))?;
        let mut statement = db.prepare_cached(&self.select)?;
        let mut found = statement.query(rusqlite::params_from_iter(key))?;
        let now: Option<String> = found.next()?.map(|row| row.get(0)).transpose()?;
        match (now, row) {
            (None, None) => Ok(true),
            (Some(now), Some(row)) => {
                let now: RowJson = serde_json::from_str(&now).map_err(|error| Error::Damaged(format!("{}: {error}", self.name)))?;
                // Columns that came with a later version are not in the record and do not count.
                Ok(row.iter().all(|(column, value)| now.get(column) == Some(value)))
            }
            _ => Ok(false),
        }
    }

    /// Turns the row `from` into `to`; none stands for no row.
    pub(crate) fn turn(&self, db: &Connection, from: Option<&RowJson>, to: Option<&RowJson>) -> Result<()> {
        let keys = || self.keys.iter().map(String::as_str);
        let (sql, values) = match (from, to) {
            (None, Some(to)) => {
                let names: Vec<String> = to.keys().map(|name| quoted(name)).collect();
                let places: Vec<String> = (1..=to.len()).map(|place| format!("?{place}")).collect();
                let sql = format!("INSERT INTO {} ({}) VALUES ({})", self.name, names.join(", "), places.join(", "));
                (sql, sql_values(to, to.keys().map(String::as_str))?)
            }
            (Some(from), None) => (format!("DELETE FROM {} WHERE {}", self.name, matching(&self.keys, 0)), sql_values(from, keys())?),
            (Some(from), Some(to)) => {
                let sets: Vec<String> = to.keys().enumerate().map(|(i, name)| format!("{} = ?{}", quoted(name), i + 1)).collect();
                let sql = format!("UPDATE {} SET {} WHERE {}", self.name, sets.join(", "), matching(&self.keys, to.len()));
                let mut values = sql_values(to, to.keys().map(String::as_str))?;
                values.extend(sql_values(from, keys())?);
                (sql, values)
            }
            (None, None) => return Ok(()),
        };
        match db.prepare_cached(&sql)?.execute(rusqlite::params_from_iter(values))? {
            1 => Ok(()),
            rows => Err(Error::Damaged(format!("{}: {rows}", self.name))),
        }
    }
}

/// Returns the condition for a row's key, its parameters counted from after `taken`.
fn matching(keys: &[String], taken: usize) -> String {
    let parts: Vec<String> = keys.iter().enumerate().map(|(i, key)| format!("{} = ?{}", quoted(key), taken + i + 1)).collect();
    parts.join(" AND ")
}

/// Returns a column name as an identifier; names come from the record, so a quote in one is doubled.
fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}
