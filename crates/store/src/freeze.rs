//! Periods closed for a plan: what was judged then is kept, and what it was judged from is locked.
//!
//! The lock itself are triggers of the file (`triggers.rs`). How a figure is judged, and what is kept of it, is the
//! caller's; here it is JSON.

use crate::document::hex;
use crate::entry::{period_id, period_of};
use crate::error::{Error, Result};
use crate::history::Operation;
use crate::open::Store;
use crate::row;
use crate::transact::Writer;
use crate::triggers::FROZEN;
use domain::Period;
use rusqlite::Row;
use sha2::{Digest, Sha256};

/// A period closed for a plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Freeze {
    /// The plan.
    pub plan_id: i64,
    /// The period: it and every earlier one is locked.
    pub period: Period,
    /// The rules it was judged by, as JSON.
    pub rules: String,
    /// Who closed it.
    pub who: String,
    /// When, in milliseconds since 1970.
    pub at: i64,
}

/// An indicator as it stood in a frozen period.
#[derive(Clone, Debug, PartialEq)]
pub struct FrozenIndicator {
    /// The indicator.
    pub indicator_id: i64,
    /// The measure it belonged to.
    pub measure_id: Option<i64>,
    /// Its terms and how it was judged, as JSON.
    pub judged: String,
}

impl Freeze {
    fn from_row(row: &Row<'_>) -> rusqlite::Result<Freeze> {
        Ok(Freeze {
            plan_id: row.get("plan_id")?,
            period: row::period(row, "code")?,
            rules: row.get("rules")?,
            who: row.get("who")?,
            at: row.get("frozen_at")?,
        })
    }
}

impl FrozenIndicator {
    fn from_row(row: &Row<'_>) -> rusqlite::Result<FrozenIndicator> {
        Ok(FrozenIndicator { indicator_id: row.get("indicator_id")?, measure_id: row.get("measure_id")?, judged: row.get("judged")? })
    }
}

impl Store {
    /// Returns the frozen periods of a plan, in order.
    ///
    /// # Errors
    /// What the file has to say.
    pub fn freezes(&self, plan_id: i64) -> Result<Vec<Freeze>> {
        self.rows(include_str!("sql/freezes.sql"), [plan_id], Freeze::from_row)
    }

    /// Returns the frozen period that locks this one: itself, or else the next later one.
    ///
    /// # Errors
    /// What the file has to say.
    pub fn freeze_over(&self, plan_id: i64, period: Period) -> Result<Option<Freeze>> {
        self.row(include_str!("sql/freeze_over.sql"), (plan_id, period.end().to_string(), period_id(period)), Freeze::from_row)
    }

    /// Returns the indicators of a frozen period.
    ///
    /// # Errors
    /// What the file has to say.
    pub fn frozen_indicators(&self, plan_id: i64, period: Period) -> Result<Vec<FrozenIndicator>> {
        self.rows(include_str!("sql/frozen_indicators.sql"), (plan_id, period_id(period)), FrozenIndicator::from_row)
    }

    /// Returns an indicator in every frozen period, in order.
    ///
    /// # Errors
    /// What the file has to say.
    pub fn frozen_series(&self, indicator_id: i64) -> Result<Vec<(Period, FrozenIndicator)>> {
        let read = |row: &Row<'_>| Ok((row::period(row, "code")?, FrozenIndicator::from_row(row)?));
        self.rows(include_str!("sql/frozen_series.sql"), [indicator_id], read)
    }

    /// Returns the measures a plan had when a period was frozen.
    ///
    /// # Errors
    /// What the file has to say.
    pub fn frozen_measures(&self, plan_id: i64, period: Period) -> Result<Vec<i64>> {
        let key = (plan_id, period_id(period));
        self.rows("SELECT measure_id FROM frozen_measure WHERE plan_id = ?1 AND period_id = ?2", key, |row| row.get("measure_id"))
    }

    /// Makes the file's refusal of a write into a frozen period one that names that period; others stay as they are.
    pub(crate) fn name_freeze(&self, error: Error, plan_id: i64, period: Period) -> Error {
        match error {
            Error::Refused(what) if what == FROZEN => match self.freeze_over(plan_id, period) {
                Ok(Some(Freeze { period, who, at, .. })) => Error::Frozen { period, who, at },
                _ => Error::Refused(what),
            },
            error => error,
        }
    }

    /// The same for a row of a change record, as undo and redo meet it.
    pub(crate) fn name_freeze_of_row(&self, error: Error, row: Option<&crate::change::RowJson>) -> Error {
        let whole = |column: &str| row?.get(column)?.as_i64();
        let plan = match (whole("plan_id"), whole("indicator_id"), whole("measure_id")) {
            (Some(plan), ..) => Some(plan),
            (None, Some(id), _) => self.plan_of_indicator(id).ok().flatten(),
            (None, None, Some(id)) => self.plan_of_measure(id).ok().flatten(),
            (None, None, None) => None,
        };
        match plan.zip(whole("period_id").and_then(period_of)) {
            Some((plan, period)) => self.name_freeze(error, plan, period),
            None => error,
        }
    }

    pub(crate) fn plan_of_indicator(&self, indicator_id: i64) -> Result<Option<i64>> {
        self.row("SELECT plan_id FROM indicator WHERE id = ?1", [indicator_id], |row| row.get("plan_id"))
    }

    /// Returns the periods that an operation's undo or redo froze again over other reports than they were judged from.
    pub(crate) fn frozen_over_others(&self, operation: &Operation) -> Result<Vec<String>> {
        let read = |row: &Row<'_>| Ok((row.get::<_, i64>("plan_id")?, row::period(row, "code")?, row.get::<_, String>("locked")?));
        let mut others = Vec::new();
        for (plan_id, period, locked) in self.rows(include_str!("sql/refrozen.sql"), [operation.id], read)? {
            if self.locked_hash(plan_id, period)? != locked {
                others.push(format!("{}和以前各期的填报", period.zh()));
            }
        }
        Ok(others)
    }

    /// Returns the hash of what a frozen period locks.
    fn locked_hash(&self, plan_id: i64, period: Period) -> Result<String> {
        let mut hash = Sha256::new();
        let locked =
            [include_str!("sql/locked_entries.sql"), include_str!("sql/locked_narratives.sql"), include_str!("sql/locked_adjustments.sql")];
        for sql in locked {
            self.add_rows(&mut hash, sql, (plan_id, period.end().to_string()))?;
        }
        Ok(hex(&hash.finalize()))
    }
}

impl Writer<'_> {
    /// Closes a period of a plan with its indicators as they stand, the measures of the plan, and the units these name.
    ///
    /// # Errors
    /// [`Error::Refused`] if it is closed already, or what the file has to say.
    pub fn freeze(&self, new: &Freeze, indicators: &[FrozenIndicator], measures: &[i64], units: &[i64]) -> Result<()> {
        let (plan, period) = (new.plan_id, self.keep_period(new.period)?);
        let locked = self.locked_hash(plan, new.period)?;
        let last_day = new.period.end().to_string();
        self.execute(include_str!("sql/insert_freeze.sql"), (plan, period, last_day, &new.rules, locked, &new.who, new.at))?;
        for one in indicators {
            let row = (plan, period, one.indicator_id, one.measure_id, &one.judged);
            self.execute(include_str!("sql/insert_frozen_indicator.sql"), row)?;
        }
        for measure in measures {
            self.execute("INSERT INTO frozen_measure (plan_id, period_id, measure_id) VALUES (?1, ?2, ?3)", (plan, period, measure))?;
        }
        for unit in units {
            self.execute("INSERT INTO frozen_unit (plan_id, period_id, unit_id) VALUES (?1, ?2, ?3)", (plan, period, unit))?;
        }
        Ok(())
    }

    /// Opens a period of a plan again; returns false if it was not closed.
    ///
    /// # Errors
    /// What the file has to say.
    pub fn unfreeze(&self, plan_id: i64, period: Period) -> Result<bool> {
        let key = (plan_id, period_id(period));
        self.execute("DELETE FROM frozen_unit WHERE plan_id = ?1 AND period_id = ?2", key)?;
        self.execute("DELETE FROM frozen_measure WHERE plan_id = ?1 AND period_id = ?2", key)?;
        self.execute("DELETE FROM frozen_indicator WHERE plan_id = ?1 AND period_id = ?2", key)?;
        Ok(self.execute("DELETE FROM freeze WHERE plan_id = ?1 AND period_id = ?2", key)? > 0)
    }
}
