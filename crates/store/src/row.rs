//! From the columns of a row to the words of the domain, and back.

use crate::error::Result;
use crate::open::Store;
use chrono::NaiveDate;
use domain::{Amount, Period, Uid};
use rusqlite::types::{FromSql, Type};
use rusqlite::{Error, Params, Row};
use std::ops::{Deref, Range};

/// A thing with the number it has inside this ledger.
#[derive(Clone, Debug, PartialEq)]
pub struct Stored<T> {
    /// Its number: good within this file only.
    pub id: i64,
    /// The thing.
    pub data: T,
}

impl<T> Deref for Stored<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.data
    }
}

impl<T> Stored<T> {
    /// Returns a reader of rows that also have an `id`.
    pub(crate) fn from_row(data: fn(&Row<'_>) -> rusqlite::Result<T>) -> impl Fn(&Row<'_>) -> rusqlite::Result<Stored<T>> {
        move |row| Ok(Stored { id: row.get("id")?, data: data(row)? })
    }
}

impl Store {
    /// Returns every row of a query.
    pub(crate) fn rows<T>(&self, sql: &str, params: impl Params, read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>) -> Result<Vec<T>> {
        let mut statement = self.db.prepare_cached(sql)?;
        let rows = statement.query_map(params, read)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns the first row of a query.
    pub(crate) fn row<T>(&self, sql: &str, params: impl Params, read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>) -> Result<Option<T>> {
        Ok(self.rows(sql, params, read)?.into_iter().next())
    }
}

/// Returns a name that leaves the ledger.
pub(crate) fn uid(row: &Row<'_>, column: &str) -> rusqlite::Result<Uid> {
    parsed(row, column, |text: String| text.parse().ok())
}

/// Returns a day.
pub(crate) fn day(row: &Row<'_>, column: &str) -> rusqlite::Result<NaiveDate> {
    parsed(row, column, |text: String| text.parse().ok())
}

/// Returns a day, where there is one.
pub(crate) fn day_or_none(row: &Row<'_>, column: &str) -> rusqlite::Result<Option<NaiveDate>> {
    parsed_or_none(row, column, |text: String| text.parse().ok())
}

/// Returns an amount.
pub(crate) fn amount(row: &Row<'_>, column: &str) -> rusqlite::Result<Amount> {
    parsed(row, column, Amount::new)
}

/// Returns an amount, where there is one.
pub(crate) fn amount_or_none(row: &Row<'_>, column: &str) -> rusqlite::Result<Option<Amount>> {
    parsed_or_none(row, column, Amount::new)
}

/// Returns a period.
pub(crate) fn period(row: &Row<'_>, column: &str) -> rusqlite::Result<Period> {
    parsed(row, column, |text: String| text.parse().ok())
}

/// Returns the value a code stands for.
pub(crate) fn code<T>(row: &Row<'_>, column: &str, from_code: fn(&str) -> Option<T>) -> rusqlite::Result<T> {
    parsed(row, column, |text: String| from_code(&text))
}

/// Returns where in the cleaned text something stands, where that is known.
pub(crate) fn span(row: &Row<'_>) -> rusqlite::Result<Option<Range<usize>>> {
    let (start, end): (Option<i64>, Option<i64>) = (row.get("span_start")?, row.get("span_end")?);
    // The schema keeps both or neither, and none below zero.
    Ok(start.zip(end).map(|(start, end)| start as usize..end as usize))
}

/// Returns the columns of a span.
pub(crate) fn span_columns(span: &Option<Range<usize>>) -> (Option<i64>, Option<i64>) {
    (span.as_ref().map(|span| span.start as i64), span.as_ref().map(|span| span.end as i64))
}

/// Returns the column of a day.
pub(crate) fn day_column(day: Option<NaiveDate>) -> Option<String> {
    day.map(|day| day.to_string())
}

fn parsed<S: FromSql, T>(row: &Row<'_>, column: &str, read: impl FnOnce(S) -> Option<T>) -> rusqlite::Result<T> {
    read(row.get(column)?).ok_or_else(|| unreadable(column))
}

fn parsed_or_none<S: FromSql, T>(row: &Row<'_>, column: &str, read: impl FnOnce(S) -> Option<T>) -> rusqlite::Result<Option<T>> {
    match row.get::<_, Option<S>>(column)? {
        Some(value) => read(value).map(Some).ok_or_else(|| unreadable(column)),
        None => Ok(None),
    }
}

/// Returns an amount by the place of its column, or none.
pub(crate) fn amount_at(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<Amount>> {
    let number: Option<f64> = row.get(column)?;
    number.map(|number| Amount::new(number).ok_or_else(|| unreadable(row.as_ref().column_name(column).unwrap_or_default()))).transpose()
}

pub(crate) fn unreadable(column: &str) -> Error {
    Error::FromSqlConversionFailure(0, Type::Text, column.into())
}
