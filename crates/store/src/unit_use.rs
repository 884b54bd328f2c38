//! What in the ledger names a unit: why it cannot simply be taken away.

use crate::error::Result;
use crate::measure::Responsibility;
use crate::narrative::Narrative;
use crate::open::Store;
use crate::row;
use domain::Period;
use rusqlite::Row;
use std::collections::HashMap;

/// How much in the ledger names a unit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct UnitUse {
    /// Measures it has a part in, itself.
    pub measures: u32,
    /// Groups it is a member of.
    pub groups: u32,
    /// Units that belong to it.
    pub children: u32,
    /// Shares of targets.
    pub shares: u32,
    /// Figures and notes it reported.
    pub entries: u32,
    /// What it reported in words.
    pub narratives: u32,
    /// Points given or taken.
    pub adjustments: u32,
    /// What it has to put right.
    pub rectifications: u32,
    /// Workbooks sent to it.
    pub workbooks: u32,
}

impl UnitUse {
    fn from_row(row: &Row<'_>) -> rusqlite::Result<UnitUse> {
        Ok(UnitUse {
            measures: row.get("measures")?,
            groups: row.get("groups")?,
            children: row.get("children")?,
            shares: row.get("shares")?,
            entries: row.get("entries")?,
            narratives: row.get("narratives")?,
            adjustments: row.get("adjustments")?,
            rectifications: row.get("rectifications")?,
            workbooks: row.get("workbooks")?,
        })
    }
}

impl Store {
    /// Returns how much in the ledger names a unit.
    ///
    /// # Errors
    /// What the file has to say.
    pub fn unit_use(&self, unit_id: i64) -> Result<UnitUse> {
        Ok(self.row(include_str!("sql/unit_use.sql"), [unit_id], UnitUse::from_row)?.unwrap_or_default())
    }

    /// Returns the frozen periods that hold a unit, each with the title of its plan.
    ///
    /// # Errors
    /// What the file has to say.
    pub fn unit_freezes(&self, unit_id: i64) -> Result<Vec<(String, Period)>> {
        self.rows(include_str!("sql/unit_freezes.sql"), [unit_id], |row| Ok((row.get("title")?, row::period(row, "code")?)))
    }

    /// Returns how many figures each unit has reported.
    ///
    /// # Errors
    /// What the file has to say.
    pub fn figures_of_units(&self) -> Result<HashMap<i64, u32>> {
        let counts = self.rows("SELECT unit_id, count(*) AS figures FROM entry GROUP BY unit_id", [], |row| {
            Ok((row.get("unit_id")?, row.get("figures")?))
        })?;
        Ok(counts.into_iter().collect())
    }

    /// Returns the parts of all units in the measures of all plans.
    ///
    /// # Errors
    /// What the file has to say.
    pub fn all_responsibilities(&self) -> Result<Vec<Responsibility>> {
        self.rows("SELECT measure_id, unit_id, role, position FROM responsibility", [], Responsibility::from_row)
    }

    /// Returns what a unit reported in words, by measure and time.
    ///
    /// # Errors
    /// What the file has to say.
    pub fn narratives_of_unit(&self, unit_id: i64) -> Result<Vec<Narrative>> {
        self.rows(include_str!("sql/narratives_of_unit.sql"), [unit_id], Narrative::from_row)
    }
}
