//! Phases and dated nodes of a plan, and the results it reports of the years before.

use crate::error::{Error, Result};
use crate::open::Store;
use crate::row::{self, Stored};
use crate::transact::Writer;
use chrono::NaiveDate;
use domain::{Amount, Uid};
use rusqlite::Row;
use std::ops::Range;

/// A phase or a dated node.
#[derive(Clone, Debug, PartialEq)]
pub struct Milestone {
    /// Its name outside the ledger.
    pub uid: Uid,
    /// The plan.
    pub plan_id: i64,
    /// The measure it belongs to, if to one alone.
    pub measure_id: Option<i64>,
    /// What it is called.
    pub name: String,
    /// When it ends.
    pub due: Option<NaiveDate>,
    /// What is to be done.
    pub text: String,
    /// When it was done.
    pub done_on: Option<NaiveDate>,
    /// What proves it.
    pub evidence: Option<String>,
    /// Its place in the plan.
    pub position: i64,
}

/// A result the plan itself reports: no target, but useful as a baseline.
#[derive(Clone, Debug, PartialEq)]
pub struct Achievement {
    /// The plan.
    pub plan_id: i64,
    /// The measure it is told in.
    pub measure_id: Option<i64>,
    /// What was achieved.
    pub name: String,
    /// The unit of measure.
    pub unit: String,
    /// How much.
    pub value: Option<Amount>,
    /// How much as typed, where that differs.
    pub value_text: Option<String>,
    /// The words of the document.
    pub quote: String,
    /// Where they stand in the cleaned text.
    pub span: Option<Range<usize>>,
    /// Its place in the plan.
    pub position: i64,
}

impl Milestone {
    fn from_row(row: &Row<'_>) -> rusqlite::Result<Milestone> {
        Ok(Milestone {
            uid: row::uid(row, "uid")?,
            plan_id: row.get("plan_id")?,
            measure_id: row.get("measure_id")?,
            name: row.get("name")?,
            due: row::day_or_none(row, "due")?,
            text: row.get("text")?,
            done_on: row::day_or_none(row, "done_on")?,
            evidence: row.get("evidence")?,
            position: row.get("position")?,
        })
    }
}

impl Achievement {
    fn from_row(row: &Row<'_>) -> rusqlite::Result<Achievement> {
        Ok(Achievement {
            plan_id: row.get("plan_id")?,
            measure_id: row.get("measure_id")?,
            name: row.get("name")?,
            unit: row.get("unit")?,
            value: row::amount_or_none(row, "value")?,
            value_text: row.get("value_text")?,
            quote: row.get("quote")?,
            span: row::span(row)?,
            position: row.get("position")?,
        })
    }
}

impl Store {
    /// Returns the milestones of a plan in order.
    ///
    /// # Errors
    /// What the file has to say.
    pub fn milestones(&self, plan_id: i64) -> Result<Vec<Stored<Milestone>>> {
        self.rows(include_str!("sql/milestones.sql"), [plan_id], Stored::from_row(Milestone::from_row))
    }

    /// Returns the milestone of that name.
    ///
    /// # Errors
    /// What the file has to say.
    pub fn milestone(&self, uid: Uid) -> Result<Option<Stored<Milestone>>> {
        self.row(include_str!("sql/milestone.sql"), [uid.to_string()], Stored::from_row(Milestone::from_row))
    }

    /// Returns the results a plan reports, in order.
    ///
    /// # Errors
    /// What the file has to say.
    pub fn achievements(&self, plan_id: i64) -> Result<Vec<Stored<Achievement>>> {
        self.rows(include_str!("sql/achievements.sql"), [plan_id], Stored::from_row(Achievement::from_row))
    }
}

impl Writer<'_> {
    /// Adds a milestone.
    ///
    /// # Errors
    /// [`crate::Error::Refused`], or what the file has to say.
    pub fn insert_milestone(&self, new: &Milestone) -> Result<i64> {
        self.write_milestone(include_str!("sql/insert_milestone.sql"), new)?;
        Ok(self.db.last_insert_rowid())
    }

    /// Replaces what the milestone of that `uid` says; its plan stays.
    ///
    /// # Errors
    /// [`crate::Error::Refused`], or what the file has to say.
    pub fn update_milestone(&self, changed: &Milestone) -> Result<()> {
        match self.write_milestone(include_str!("sql/update_milestone.sql"), changed)? {
            0 => Err(Error::Refused("要修改的时间节点已不存在".to_owned())),
            _ => Ok(()),
        }
    }

    /// Takes a milestone away.
    ///
    /// # Errors
    /// [`crate::Error::Refused`] if it is evaluated or not there, or what the file has to say.
    pub fn delete_milestone(&self, uid: Uid) -> Result<()> {
        match self.execute("DELETE FROM milestone WHERE uid = ?1", [uid.to_string()])? {
            0 => Err(Error::Refused("这个时间节点已不存在".to_owned())),
            _ => Ok(()),
        }
    }

    fn write_milestone(&self, sql: &str, milestone: &Milestone) -> Result<usize> {
        self.execute(
            sql,
            (
                milestone.uid.to_string(),
                milestone.plan_id,
                milestone.measure_id,
                &milestone.name,
                row::day_column(milestone.due),
                &milestone.text,
                row::day_column(milestone.done_on),
                &milestone.evidence,
                milestone.position,
            ),
        )
    }

    /// Takes away the results a plan reports, before those of its revised issue are written.
    ///
    /// # Errors
    /// What the file has to say.
    pub fn clear_achievements(&self, plan_id: i64) -> Result<()> {
        self.execute("DELETE FROM achievement WHERE plan_id = ?1", [plan_id])?;
        Ok(())
    }

    /// Adds a result the plan reports.
    ///
    /// # Errors
    /// [`crate::Error::Refused`], or what the file has to say.
    pub fn insert_achievement(&self, new: &Achievement) -> Result<i64> {
        let (start, end) = row::span_columns(&new.span);
        self.insert(
            include_str!("sql/insert_achievement.sql"),
            (
                new.plan_id,
                new.measure_id,
                &new.name,
                &new.unit,
                new.value.map(Amount::get),
                &new.value_text,
                &new.quote,
                start,
                end,
                new.position,
            ),
        )
    }
}
