//! What units report.

use crate::error::{Error, Result};
use crate::open::Store;
use crate::row;
use crate::transact::Writer;
use domain::judge::Figure;
use domain::{Granularity, Period};
use rusqlite::Row;

/// What a unit reported for an indicator in a period.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The indicator.
    pub indicator_id: i64,
    /// The unit.
    pub unit_id: i64,
    /// The period.
    pub period: Period,
    /// The figure; none where only a note was given.
    pub figure: Option<Figure>,
    /// The figure as typed, where that differs.
    pub typed: Option<String>,
    /// The note.
    pub note: Option<String>,
    /// Who reported it.
    pub who: String,
    /// When, in milliseconds since 1970.
    pub at: i64,
}

impl Entry {
    fn from_row(row: &Row<'_>) -> rusqlite::Result<Entry> {
        let figure = match row::amount_or_none(row, "value")? {
            Some(value) => Some(Figure::Value(value)),
            None => row::amount_or_none(row, "numerator")?
                .zip(row::amount_or_none(row, "denominator")?)
                .map(|(numerator, denominator)| Figure::Ratio { numerator, denominator }),
        };
        Ok(Entry {
            indicator_id: row.get("indicator_id")?,
            unit_id: row.get("unit_id")?,
            period: row::period(row, "code")?,
            figure,
            typed: row.get("typed")?,
            note: row.get("note")?,
            who: row.get("who")?,
            at: row.get("at")?,
        })
    }
}

impl Store {
    /// Returns what was reported for a plan in periods that end no later than `up_to`, by indicator, unit and time.
    ///
    /// # Errors
    /// What the file has to say.
    pub fn entries(&self, plan_id: i64, up_to: Period) -> Result<Vec<Entry>> {
        self.rows(include_str!("sql/entries_of_plan.sql"), (plan_id, up_to.end().to_string()), Entry::from_row)
    }

    /// Returns everything reported for an indicator, by unit and time.
    ///
    /// # Errors
    /// What the file has to say.
    pub fn entries_of_indicator(&self, indicator_id: i64) -> Result<Vec<Entry>> {
        self.rows(include_str!("sql/entries_of_indicator.sql"), [indicator_id], Entry::from_row)
    }

    /// Returns everything a unit reported, by indicator and time.
    ///
    /// # Errors
    /// What the file has to say.
    pub fn entries_of_unit(&self, unit_id: i64) -> Result<Vec<Entry>> {
        self.rows(include_str!("sql/entries_of_unit.sql"), [unit_id], Entry::from_row)
    }

    /// Returns what a unit reported in a period, by indicator.
    ///
    /// # Errors
    /// What the file has to say.
    pub fn entries_of_unit_in(&self, unit_id: i64, period: Period) -> Result<Vec<Entry>> {
        self.rows(include_str!("sql/entries_of_unit_in.sql"), (unit_id, period_id(period)), Entry::from_row)
    }

    /// Returns what was reported for a plan in the periods that end within the given ones, by indicator, unit and time.
    ///
    /// # Errors
    /// What the file has to say.
    pub fn entries_between(&self, plan_id: i64, from: Period, to: Period) -> Result<Vec<Entry>> {
        let days = (plan_id, from.end().to_string(), to.end().to_string());
        self.rows(include_str!("sql/entries_between.sql"), days, Entry::from_row)
    }

    /// Returns everything reported in a period, by indicator and unit.
    ///
    /// # Errors
    /// What the file has to say.
    pub fn entries_of_period(&self, period: Period) -> Result<Vec<Entry>> {
        self.rows(include_str!("sql/entries_of_period.sql"), [period_id(period)], Entry::from_row)
    }

    /// Returns what a unit reported for an indicator in a period.
    ///
    /// # Errors
    /// What the file has to say.
    pub fn entry(&self, indicator_id: i64, unit_id: i64, period: Period) -> Result<Option<Entry>> {
        self.row(include_str!("sql/entry.sql"), (indicator_id, unit_id, period_id(period)), Entry::from_row)
    }

    /// Returns the last period something was reported for in a plan.
    ///
    /// # Errors
    /// What the file has to say.
    pub fn last_period(&self, plan_id: i64) -> Result<Option<Period>> {
        self.row(include_str!("sql/last_period.sql"), [plan_id], |row| row::period(row, "code"))
    }
}

impl Writer<'_> {
    /// Reports a figure or a note; returns false if the same stands there already (who and when then stay too).
    ///
    /// # Errors
    /// [`crate::Error::Frozen`], [`crate::Error::Refused`], or what the file has to say.
    pub fn record_entry(&self, entry: &Entry) -> Result<bool> {
        let (value, ratio) = match entry.figure {
            None => (None, None),
            Some(Figure::Value(value)) => (Some(value.get()), None),
            Some(Figure::Ratio { numerator, denominator }) => (None, Some((numerator.get(), denominator.get()))),
        };
        let changed = self.execute(
            include_str!("sql/record_entry.sql"),
            (
                entry.indicator_id,
                entry.unit_id,
                self.keep_period(entry.period)?,
                value,
                ratio.map(|(numerator, _)| numerator),
                ratio.map(|(_, denominator)| denominator),
                &entry.typed,
                &entry.note,
                &entry.who,
                entry.at,
            ),
        );
        Ok(changed.map_err(|error| self.name_entry_freeze(error, entry.indicator_id, entry.period))? > 0)
    }

    /// Takes a report back; returns false if there was none.
    ///
    /// # Errors
    /// [`crate::Error::Frozen`], or what the file has to say.
    pub fn clear_entry(&self, indicator_id: i64, unit_id: i64, period: Period) -> Result<bool> {
        let removed = self.execute(
            "DELETE FROM entry WHERE indicator_id = ?1 AND unit_id = ?2 AND period_id = ?3",
            (indicator_id, unit_id, period_id(period)),
        );
        Ok(removed.map_err(|error| self.name_entry_freeze(error, indicator_id, period))? > 0)
    }

    fn name_entry_freeze(&self, error: Error, indicator_id: i64, period: Period) -> Error {
        match self.plan_of_indicator(indicator_id) {
            Ok(Some(plan)) => self.name_freeze(error, plan, period),
            _ => error,
        }
    }

    /// Puts a period into the ledger's calendar and returns its number.
    pub(crate) fn keep_period(&self, period: Period) -> Result<i64> {
        let id = period_id(period);
        self.execute(
            "INSERT INTO period (id, code, start, end) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (id) DO NOTHING",
            (id, period.to_string(), period.start().to_string(), period.end().to_string()),
        )?;
        Ok(id)
    }
}

/// Returns the number of a period, alike in every ledger: 202406, 202422 (second quarter), 202431 (first half), 202400.
pub(crate) fn period_id(period: Period) -> i64 {
    let index = i64::from((chrono::Datelike::month0(&period.start())) / period.granularity().months() + 1);
    let within = match period.granularity() {
        Granularity::Month => index,
        Granularity::Quarter => 20 + index,
        Granularity::Half => 30 + index,
        Granularity::Year => 0,
    };
    i64::from(period.year()) * 100 + within
}

/// Returns the period of a number made by [`period_id`].
pub(crate) fn period_of(id: i64) -> Option<Period> {
    let (year, within) = (i32::try_from(id / 100).ok()?, u32::try_from(id % 100).ok()?);
    match within {
        0 => Period::of(Granularity::Year, year, 0),
        1..=12 => Period::of(Granularity::Month, year, within - 1),
        21..=24 => Period::of(Granularity::Quarter, year, within - 21),
        31..=32 => Period::of(Granularity::Half, year, within - 31),
        _ => None,
    }
}
