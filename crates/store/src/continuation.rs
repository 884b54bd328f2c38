//! What goes on from an earlier plan: measures and indicators whose series are one.

use crate::error::Result;
use crate::open::Store;
use crate::transact::Writer;
use std::collections::HashMap;

impl Store {
    /// Returns which measures of a plan go on from an earlier one: own id → the earlier measure's, or none for one that
    /// somebody said is new.
    ///
    /// # Errors
    /// What the file has to say.
    pub fn continued_measures(&self, plan_id: i64) -> Result<HashMap<i64, Option<i64>>> {
        self.continued(include_str!("sql/continued_measures.sql"), plan_id)
    }

    /// Returns which indicators of a plan go on from an earlier one: own id → the earlier indicator's, or none for one
    /// that somebody said is new.
    ///
    /// # Errors
    /// What the file has to say.
    pub fn continued_indicators(&self, plan_id: i64) -> Result<HashMap<i64, Option<i64>>> {
        self.continued(include_str!("sql/continued_indicators.sql"), plan_id)
    }

    fn continued(&self, sql: &str, plan_id: i64) -> Result<HashMap<i64, Option<i64>>> {
        let pairs = self.rows(sql, [plan_id], |row| Ok((row.get("later_id")?, row.get("earlier_id")?)))?;
        Ok(pairs.into_iter().collect())
    }
}

impl Writer<'_> {
    /// Says which earlier measure a measure goes on from; none if it is new.
    ///
    /// # Errors
    /// [`crate::Error::Refused`], or what the file has to say.
    pub fn continue_measure(&self, measure_id: i64, earlier_id: Option<i64>) -> Result<()> {
        self.execute(include_str!("sql/continue_measure.sql"), (measure_id, earlier_id))?;
        Ok(())
    }

    /// Says which earlier indicator an indicator goes on from; none if it is new.
    ///
    /// # Errors
    /// [`crate::Error::Refused`], or what the file has to say.
    pub fn continue_indicator(&self, indicator_id: i64, earlier_id: Option<i64>) -> Result<()> {
        self.execute(include_str!("sql/continue_indicator.sql"), (indicator_id, earlier_id))?;
        Ok(())
    }
}
