//! Phases evaluated (阶段性评估): findings, and the figures as they were then.
//!
//! What the figures say is the caller's; here they are JSON that nothing changes.

use crate::entry::period_id;
use crate::error::{Error, Result};
use crate::open::Store;
use crate::row;
use crate::transact::Writer;
use chrono::NaiveDate;
use domain::Period;
use rusqlite::Row;

/// A phase that was evaluated.
#[derive(Clone, Debug, PartialEq)]
pub struct PhaseClosing {
    /// The phase.
    pub milestone_id: i64,
    /// The period it was judged at.
    pub period: Period,
    /// On which day.
    pub closed_on: NaiveDate,
    /// What was found (评估结论).
    pub findings: String,
    /// Its figures, as JSON.
    pub figures: String,
    /// Who evaluated it.
    pub who: String,
    /// When that was written down, in milliseconds since 1970.
    pub at: i64,
}

impl PhaseClosing {
    fn from_row(row: &Row<'_>) -> rusqlite::Result<PhaseClosing> {
        Ok(PhaseClosing {
            milestone_id: row.get("milestone_id")?,
            period: row::period(row, "code")?,
            closed_on: row::day(row, "closed_on")?,
            findings: row.get("findings")?,
            figures: row.get("figures")?,
            who: row.get("who")?,
            at: row.get("at")?,
        })
    }
}

impl Store {
    /// Returns the evaluations of a plan's phases.
    ///
    /// # Errors
    /// What the file has to say.
    pub fn phase_closings(&self, plan_id: i64) -> Result<Vec<PhaseClosing>> {
        self.rows(include_str!("sql/phase_closings.sql"), [plan_id], PhaseClosing::from_row)
    }
}

impl Writer<'_> {
    /// Writes the evaluation of a phase.
    ///
    /// # Errors
    /// [`Error::Refused`] if it is evaluated already, or what the file has to say.
    pub fn insert_phase_closing(&self, new: &PhaseClosing) -> Result<()> {
        self.keep_period(new.period)?;
        let (period, closed_on) = (period_id(new.period), new.closed_on.to_string());
        let row = (new.milestone_id, period, closed_on, &new.findings, &new.figures, &new.who, new.at);
        self.execute(include_str!("sql/insert_phase_closing.sql"), row)?;
        Ok(())
    }

    /// Takes the evaluation of a phase back, to evaluate it anew.
    ///
    /// # Errors
    /// [`Error::Refused`] if it is not evaluated, or what the file has to say.
    pub fn delete_phase_closing(&self, milestone_id: i64) -> Result<()> {
        match self.execute("DELETE FROM phase_closing WHERE milestone_id = ?1", [milestone_id])? {
            0 => Err(Error::Refused("这个阶段还没有评估".to_owned())),
            _ => Ok(()),
        }
    }
}
