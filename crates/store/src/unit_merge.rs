//! Two units become one (并入): everything that names one of them names the other from then on.

use crate::entry::period_id;
use crate::error::{Error, Result};
use crate::row;
use crate::transact::Writer;
use domain::Period;
use rusqlite::Row;

/// What a unit reported in words for a measure and a period.
#[derive(Clone, Debug, PartialEq)]
pub struct UnitNarrative {
    /// The measure.
    pub measure_id: i64,
    /// The period.
    pub period: Period,
    /// 进展情况.
    pub progress: Option<String>,
    /// 存在问题.
    pub problems: Option<String>,
    /// 下步措施.
    pub next_steps: Option<String>,
    /// Who reported it.
    pub who: String,
    /// When, in milliseconds since 1970.
    pub at: i64,
}

impl UnitNarrative {
    pub(crate) fn from_row(row: &Row<'_>) -> rusqlite::Result<UnitNarrative> {
        Ok(UnitNarrative {
            measure_id: row.get("measure_id")?,
            period: row::period(row, "code")?,
            progress: row.get("progress")?,
            problems: row.get("problems")?,
            next_steps: row.get("next_steps")?,
            who: row.get("who")?,
            at: row.get("at")?,
        })
    }
}

impl Writer<'_> {
    /// Writes what a unit reported in words in place of what it had.
    ///
    /// # Errors
    /// [`Error::Refused`], or what the file has to say.
    pub fn set_unit_narrative(&self, unit_id: i64, new: &UnitNarrative) -> Result<()> {
        let row = (new.measure_id, unit_id, period_id(new.period), &new.progress, &new.problems, &new.next_steps, &new.who, new.at);
        self.execute(include_str!("sql/set_narrative.sql"), row)?;
        Ok(())
    }

    /// Takes what a unit reported in words back.
    ///
    /// # Errors
    /// [`Error::Refused`], or what the file has to say.
    pub fn clear_unit_narrative(&self, unit_id: i64, measure_id: i64, period: Period) -> Result<()> {
        self.execute(
            "DELETE FROM narrative WHERE measure_id = ?1 AND unit_id = ?2 AND period_id = ?3",
            (measure_id, unit_id, period_id(period)),
        )?;
        Ok(())
    }

    /// Makes one unit another: its parts, memberships, shares, reports and names go over, then it is gone.
    ///
    /// What both have for the same place must have been settled before: a second report, share or narrative is refused.
    /// Parents of `into` are the caller's to set right before.
    ///
    /// # Errors
    /// [`Error::Frozen`] or [`Error::Refused`] with nothing written, or what the file has to say.
    pub fn merge_unit(&self, from: i64, into: i64) -> Result<()> {
        let pair = (from, into);
        let known = self.units()?.into_iter().find(|unit| unit.id == from);
        let gone = known.ok_or_else(|| Error::Refused("要并入的单位已不存在".to_owned()))?;
        self.execute(include_str!("sql/stronger_roles.sql"), pair)?;
        for sql in [
            // Of what both have, one stays.
            "DELETE FROM responsibility WHERE unit_id = ?1 AND measure_id IN (SELECT measure_id FROM responsibility WHERE unit_id = ?2)",
            "DELETE FROM unit_member WHERE unit_id = ?1 AND group_id IN (SELECT group_id FROM unit_member WHERE unit_id = ?2 UNION SELECT ?2)",
            "DELETE FROM unit_member WHERE group_id = ?1 AND unit_id IN (SELECT unit_id FROM unit_member WHERE group_id = ?2 UNION SELECT ?2)",
            "UPDATE responsibility SET unit_id = ?2 WHERE unit_id = ?1",
            "UPDATE unit_member SET unit_id = ?2 WHERE unit_id = ?1",
            "UPDATE unit_member SET group_id = ?2 WHERE group_id = ?1",
            "UPDATE unit SET parent_id = ?2 WHERE parent_id = ?1 AND id <> ?2",
            "UPDATE allocation SET unit_id = ?2 WHERE unit_id = ?1",
            "UPDATE entry SET unit_id = ?2 WHERE unit_id = ?1",
            "UPDATE narrative SET unit_id = ?2 WHERE unit_id = ?1",
            "UPDATE adjustment SET unit_id = ?2 WHERE unit_id = ?1",
            "UPDATE rectification SET unit_id = ?2 WHERE unit_id = ?1",
            "UPDATE exchange SET unit_id = ?2 WHERE unit_id = ?1",
            "UPDATE unit_alias SET unit_id = ?2 WHERE unit_id = ?1",
            "UPDATE merged_unit SET unit_id = ?2 WHERE unit_id = ?1",
        ] {
            self.execute(sql, pair)?;
        }
        self.execute("DELETE FROM unit WHERE id = ?1", [from])?;
        let kept = (from, gone.unit.uid.to_string(), &gone.unit.name, into);
        self.execute("INSERT INTO merged_unit (id, uid, name, unit_id) VALUES (?1, ?2, ?3, ?4)", kept)?;
        self.set_alias(&gone.unit.name, into)?;
        if let Some(short) = gone.unit.short_name
            && self.unit_by_name(&short)?.is_none()
        {
            self.set_alias(&short, into)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
