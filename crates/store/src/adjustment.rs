//! Points given or taken by hand: bonuses and penalties.

use crate::error::{Error, Result};
use crate::open::Store;
use crate::row::{self, Stored};
use crate::transact::Writer;
use domain::{Amount, Period, Uid};
use rusqlite::Row;

/// Points for a unit, with the reason (加分, 扣分).
#[derive(Clone, Debug, PartialEq)]
pub struct Adjustment {
    /// Its name outside the ledger.
    pub uid: Uid,
    /// The plan.
    pub plan_id: i64,
    /// The unit.
    pub unit_id: i64,
    /// The period from which on they count.
    pub period: Period,
    /// Positive for a bonus, negative for a penalty; never 0.
    pub points: Amount,
    /// Why.
    pub reason: String,
    /// Who gave them.
    pub who: String,
    /// When, in milliseconds since 1970.
    pub at: i64,
}

impl Adjustment {
    fn from_row(row: &Row<'_>) -> rusqlite::Result<Adjustment> {
        Ok(Adjustment {
            uid: row::uid(row, "uid")?,
            plan_id: row.get("plan_id")?,
            unit_id: row.get("unit_id")?,
            period: row::period(row, "code")?,
            points: row::amount(row, "points")?,
            reason: row.get("reason")?,
            who: row.get("who")?,
            at: row.get("at")?,
        })
    }
}

impl Store {
    /// Returns the bonuses and penalties of a plan, the first given first.
    ///
    /// # Errors
    /// What the file has to say.
    pub fn adjustments(&self, plan_id: i64) -> Result<Vec<Stored<Adjustment>>> {
        self.rows(include_str!("sql/adjustments.sql"), [plan_id], Stored::from_row(Adjustment::from_row))
    }
}

impl Writer<'_> {
    /// Gives or takes points.
    ///
    /// # Errors
    /// [`Error::Frozen`], [`Error::Refused`], or what the file has to say.
    pub fn insert_adjustment(&self, new: &Adjustment) -> Result<()> {
        let period = self.keep_period(new.period)?;
        let points = new.points.get();
        let row = (new.uid.to_string(), new.plan_id, new.unit_id, period, points, &new.reason, &new.who, new.at);
        let written = self.execute(include_str!("sql/insert_adjustment.sql"), row);
        written.map(drop).map_err(|error| self.name_freeze(error, new.plan_id, new.period))
    }

    /// Takes an adjustment back.
    ///
    /// # Errors
    /// [`Error::Refused`] if it is not there, or what the file has to say.
    pub fn delete_adjustment(&self, uid: Uid) -> Result<()> {
        match self.execute("DELETE FROM adjustment WHERE uid = ?1", [uid.to_string()])? {
            0 => Err(Error::Refused("这条加分扣分已不存在".to_owned())),
            _ => Ok(()),
        }
    }
}
