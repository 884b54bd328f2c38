//! Two units become one (并入): everything that names one of them names the other from then on.

use crate::error::{Error, Result};
use crate::transact::Writer;

impl Writer<'_> {
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
        // Without a base the next package asks where it differs.
        self.forget_packages(from)?;
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
