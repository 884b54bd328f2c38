//! Measures under listed supervision (挂牌督战), and what inspections found.

use crate::error::{Error, Result};
use crate::open::Store;
use crate::row::{self, Stored};
use crate::transact::Writer;
use chrono::NaiveDate;
use domain::Uid;
use rusqlite::Row;
use std::collections::HashMap;

/// A measure listed from a day on, until it is lifted.
#[derive(Clone, Debug, PartialEq)]
pub struct Listing {
    /// Its name outside the ledger.
    pub uid: Uid,
    /// The measure.
    pub measure_id: i64,
    /// Why it is listed.
    pub reason: String,
    /// How many days lie between two inspections.
    pub every_days: u32,
    /// From when on.
    pub listed_on: NaiveDate,
    /// Until when.
    pub lifted_on: Option<NaiveDate>,
    /// Who listed it.
    pub who: String,
    /// When that was written down, in milliseconds since 1970.
    pub at: i64,
}

/// A look at a listed measure (督查记录).
#[derive(Clone, Debug, PartialEq)]
pub struct Inspection {
    /// Its name outside the ledger.
    pub uid: Uid,
    /// On which day.
    pub made_on: NaiveDate,
    /// What was found.
    pub finding: String,
    /// Who wrote it down.
    pub who: String,
    /// When, in milliseconds since 1970.
    pub at: i64,
}

impl Listing {
    fn from_row(row: &Row<'_>) -> rusqlite::Result<Listing> {
        Ok(Listing {
            uid: row::uid(row, "uid")?,
            measure_id: row.get("measure_id")?,
            reason: row.get("reason")?,
            every_days: row.get("every_days")?,
            listed_on: row::day(row, "listed_on")?,
            lifted_on: row::day_or_none(row, "lifted_on")?,
            who: row.get("who")?,
            at: row.get("at")?,
        })
    }
}

impl Inspection {
    fn from_row(row: &Row<'_>) -> rusqlite::Result<Inspection> {
        Ok(Inspection {
            uid: row::uid(row, "uid")?,
            made_on: row::day(row, "made_on")?,
            finding: row.get("finding")?,
            who: row.get("who")?,
            at: row.get("at")?,
        })
    }
}

impl Store {
    /// Returns the listings of a plan's measures, the first listed first; lifted ones too.
    ///
    /// # Errors
    /// What the file has to say.
    pub fn listings(&self, plan_id: i64) -> Result<Vec<Stored<Listing>>> {
        self.rows(include_str!("sql/listings.sql"), [plan_id], Stored::from_row(Listing::from_row))
    }

    /// Returns the inspections of every listing of a plan by its number, the earliest first.
    ///
    /// # Errors
    /// What the file has to say.
    pub fn inspections(&self, plan_id: i64) -> Result<HashMap<i64, Vec<Inspection>>> {
        let read = |row: &Row<'_>| Ok((row.get("listing_id")?, Inspection::from_row(row)?));
        let mut inspections: HashMap<i64, Vec<Inspection>> = HashMap::new();
        for (id, one) in self.rows(include_str!("sql/inspections.sql"), [plan_id], read)? {
            inspections.entry(id).or_default().push(one);
        }
        Ok(inspections)
    }
}

impl Writer<'_> {
    /// Lists a measure.
    ///
    /// # Errors
    /// [`Error::Refused`] if it is listed already, or what the file has to say.
    pub fn insert_listing(&self, new: &Listing) -> Result<i64> {
        let (listed, lifted) = (new.listed_on.to_string(), row::day_column(new.lifted_on));
        let row = (new.uid.to_string(), new.measure_id, &new.reason, new.every_days, listed, lifted, &new.who, new.at);
        self.insert(include_str!("sql/insert_listing.sql"), row)
    }

    /// Lifts a listing.
    ///
    /// # Errors
    /// [`Error::Refused`] if it is not in force, or what the file has to say.
    pub fn lift_listing(&self, uid: Uid, lifted_on: NaiveDate) -> Result<()> {
        let sql = "UPDATE listing SET lifted_on = ?2 WHERE uid = ?1 AND lifted_on IS NULL";
        match self.execute(sql, (uid.to_string(), lifted_on.to_string()))? {
            0 => Err(Error::Refused("这次挂牌已经摘牌".to_owned())),
            _ => Ok(()),
        }
    }

    /// Adds what an inspection found.
    ///
    /// # Errors
    /// [`Error::Refused`], or what the file has to say.
    pub fn insert_inspection(&self, listing_id: i64, new: &Inspection) -> Result<()> {
        let row = (new.uid.to_string(), listing_id, new.made_on.to_string(), &new.finding, &new.who, new.at);
        self.insert(include_str!("sql/insert_inspection.sql"), row)?;
        Ok(())
    }
}
