//! What a unit tells of a measure in a period: how it goes, what hinders, what comes next.

use crate::entry::period_id;
use crate::error::{Error, Result};
use crate::open::Store;
use crate::row;
use crate::transact::Writer;
use domain::Period;
use rusqlite::Row;

/// What a unit tells of a measure in a period.
#[derive(Clone, Debug, PartialEq)]
pub struct Narrative {
    /// The measure.
    pub measure_id: i64,
    /// The unit.
    pub unit_id: i64,
    /// The period.
    pub period: Period,
    /// 进展情况.
    pub progress: Option<String>,
    /// 存在问题.
    pub problems: Option<String>,
    /// 下步措施.
    pub next_steps: Option<String>,
    /// Who told it.
    pub who: String,
    /// When, in milliseconds since 1970.
    pub at: i64,
}

impl Narrative {
    pub(crate) fn from_row(row: &Row<'_>) -> rusqlite::Result<Narrative> {
        Ok(Narrative {
            measure_id: row.get("measure_id")?,
            unit_id: row.get("unit_id")?,
            period: row::period(row, "code")?,
            progress: row.get("progress")?,
            problems: row.get("problems")?,
            next_steps: row.get("next_steps")?,
            who: row.get("who")?,
            at: row.get("at")?,
        })
    }
}

impl Store {
    /// Returns what was told of a plan's measures in a period, by measure and unit.
    ///
    /// # Errors
    /// What the file has to say.
    pub fn narratives(&self, plan_id: i64, period: Period) -> Result<Vec<Narrative>> {
        self.rows(include_str!("sql/narratives_of_period.sql"), (plan_id, period_id(period)), Narrative::from_row)
    }

    /// Returns everything told of a measure, by time and unit.
    ///
    /// # Errors
    /// What the file has to say.
    pub fn narratives_of_measure(&self, measure_id: i64) -> Result<Vec<Narrative>> {
        self.rows(include_str!("sql/narratives_of_measure.sql"), [measure_id], Narrative::from_row)
    }

    pub(crate) fn plan_of_measure(&self, measure_id: i64) -> Result<Option<i64>> {
        self.row("SELECT plan_id FROM measure WHERE id = ?1", [measure_id], |row| row.get("plan_id"))
    }
}

impl Writer<'_> {
    /// Tells of a measure; returns false if the same stands there already. Where nothing is told any more, nothing stays.
    ///
    /// # Errors
    /// [`Error::Frozen`], [`Error::Refused`], or what the file has to say.
    pub fn tell(&self, new: &Narrative) -> Result<bool> {
        let Narrative { measure_id, unit_id, period, progress, problems, next_steps, who, at } = new;
        let told = if progress.is_none() && problems.is_none() && next_steps.is_none() {
            self.execute(
                "DELETE FROM narrative WHERE measure_id = ?1 AND unit_id = ?2 AND period_id = ?3",
                (measure_id, unit_id, period_id(*period)),
            )
        } else {
            let row = (measure_id, unit_id, self.keep_period(*period)?, progress, problems, next_steps, who, at);
            self.execute(include_str!("sql/tell.sql"), row)
        };
        Ok(told.map_err(|error| self.name_narrative_freeze(error, *measure_id, *period))? > 0)
    }

    fn name_narrative_freeze(&self, error: Error, measure_id: i64, period: Period) -> Error {
        match self.plan_of_measure(measure_id) {
            Ok(Some(plan)) => self.name_freeze(error, plan, period),
            _ => error,
        }
    }
}
