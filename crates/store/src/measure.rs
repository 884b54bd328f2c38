//! Measures, and which unit has what part in them.

use crate::error::{Error, Result};
use crate::open::Store;
use crate::row::{self, Stored};
use crate::transact::Writer;
use chrono::NaiveDate;
use domain::{Amount, Role, Uid};
use rusqlite::Row;
use std::collections::HashMap;
use std::ops::Range;

/// A measure.
#[derive(Clone, Debug, PartialEq)]
pub struct Measure {
    /// Its name outside the ledger.
    pub uid: Uid,
    /// The plan.
    pub plan_id: i64,
    /// Its section, if the plan has any.
    pub section_id: Option<i64>,
    /// Its number as printed.
    pub number: Option<String>,
    /// Its title.
    pub title: String,
    /// Its whole text.
    pub text: String,
    /// The day it is due.
    pub deadline: Option<NaiveDate>,
    /// Where it stands in the cleaned text.
    pub span: Option<Range<usize>>,
    /// The document its words and span stand in, where that is not the plan's newest one.
    pub document_id: Option<i64>,
    /// Its place in the plan.
    pub position: i64,
    /// What it counts in scores; none: as much as its indicators together. Written by [`Writer::set_measure_weight`] alone.
    pub weight: Option<Amount>,
}

/// A measure as the ledger holds it, with its units.
#[derive(Clone, Debug, PartialEq)]
pub struct MeasureRow {
    /// Its number inside the ledger.
    pub id: i64,
    /// The measure.
    pub measure: Measure,
    /// Its units in order.
    pub responsibilities: Vec<Responsibility>,
}

/// A unit's part in a measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Responsibility {
    /// The measure.
    pub measure_id: i64,
    /// The unit.
    pub unit_id: i64,
    /// Its part.
    pub role: Role,
    /// Its place among the measure's units.
    pub position: i64,
}

impl Measure {
    fn from_row(row: &Row<'_>) -> rusqlite::Result<Measure> {
        Ok(Measure {
            uid: row::uid(row, "uid")?,
            plan_id: row.get("plan_id")?,
            section_id: row.get("section_id")?,
            number: row.get("number")?,
            title: row.get("title")?,
            text: row.get("text")?,
            deadline: row::day_or_none(row, "deadline")?,
            span: row::span(row)?,
            document_id: row.get("document_id")?,
            position: row.get("position")?,
            weight: row::amount_or_none(row, "weight")?,
        })
    }
}

impl Responsibility {
    pub(crate) fn from_row(row: &Row<'_>) -> rusqlite::Result<Responsibility> {
        Ok(Responsibility {
            measure_id: row.get("measure_id")?,
            unit_id: row.get("unit_id")?,
            role: row::code(row, "role", Role::from_code)?,
            position: row.get("position")?,
        })
    }
}

impl Store {
    /// Returns the measures of a plan in order, with their units.
    ///
    /// # Errors
    /// What the file has to say.
    pub fn measures(&self, plan_id: i64) -> Result<Vec<MeasureRow>> {
        let measures = self.rows(include_str!("sql/measures.sql"), [plan_id], Stored::from_row(Measure::from_row))?;
        let mut units: HashMap<i64, Vec<Responsibility>> = HashMap::new();
        for part in self.responsibilities(plan_id)? {
            units.entry(part.measure_id).or_default().push(part);
        }
        let with_units = |Stored { id, data }| MeasureRow { id, measure: data, responsibilities: units.remove(&id).unwrap_or_default() };
        Ok(measures.into_iter().map(with_units).collect())
    }

    /// Returns the measure of that name.
    ///
    /// # Errors
    /// What the file has to say.
    pub fn measure(&self, uid: Uid) -> Result<Option<MeasureRow>> {
        let found = self.row(include_str!("sql/measure.sql"), [uid.to_string()], Stored::from_row(Measure::from_row))?;
        let Some(Stored { id, data }) = found else { return Ok(None) };
        let responsibilities = self.rows(
            "SELECT measure_id, unit_id, role, position FROM responsibility WHERE measure_id = ?1 ORDER BY position, unit_id",
            [id],
            Responsibility::from_row,
        )?;
        Ok(Some(MeasureRow { id, measure: data, responsibilities }))
    }

    /// Returns the measures of a plan that cannot be taken out: something is told of them, or goes on from them.
    ///
    /// # Errors
    /// What the file has to say.
    pub fn used_measures(&self, plan_id: i64) -> Result<Vec<i64>> {
        self.rows(include_str!("sql/used_measures.sql"), [plan_id], |row| row.get("id"))
    }

    /// Returns every unit's part in the measures of a plan, measure by measure.
    ///
    /// # Errors
    /// What the file has to say.
    pub fn responsibilities(&self, plan_id: i64) -> Result<Vec<Responsibility>> {
        self.rows(include_str!("sql/responsibilities.sql"), [plan_id], Responsibility::from_row)
    }
}

impl Writer<'_> {
    /// Adds a measure.
    ///
    /// # Errors
    /// [`Error::Refused`], or what the file has to say.
    pub fn insert_measure(&self, measure: &Measure) -> Result<i64> {
        self.write_measure(include_str!("sql/insert_measure.sql"), measure)?;
        Ok(self.db.last_insert_rowid())
    }

    /// Replaces what the measure of that `uid` says; its plan stays.
    ///
    /// # Errors
    /// [`Error::Refused`], or what the file has to say.
    pub fn update_measure(&self, measure: &Measure) -> Result<()> {
        match self.write_measure(include_str!("sql/update_measure.sql"), measure)? {
            0 => Err(Error::Refused("要修改的举措已不存在".to_owned())),
            _ => Ok(()),
        }
    }

    fn write_measure(&self, sql: &str, measure: &Measure) -> Result<usize> {
        let (start, end) = row::span_columns(&measure.span);
        self.execute(
            sql,
            (
                measure.uid.to_string(),
                measure.plan_id,
                measure.section_id,
                &measure.number,
                &measure.title,
                &measure.text,
                row::day_column(measure.deadline),
                start,
                end,
                measure.position,
                measure.document_id,
            ),
        )
    }

    /// Says what a measure counts in scores; none: as much as its indicators together.
    ///
    /// # Errors
    /// [`Error::Refused`], or what the file has to say.
    pub fn set_measure_weight(&self, id: i64, weight: Option<Amount>) -> Result<()> {
        self.execute("UPDATE measure SET weight = ?2 WHERE id = ?1", (id, weight.map(Amount::get)))?;
        Ok(())
    }

    /// Takes a measure out of the plan with its units; refused while it has indicators or anything was reported for it.
    ///
    /// # Errors
    /// [`Error::Refused`], or what the file has to say.
    pub fn delete_measure(&self, id: i64) -> Result<()> {
        self.clear_responsibilities(id)?;
        self.execute("DELETE FROM measure_continuation WHERE measure_id = ?1", [id])?;
        self.execute("DELETE FROM package_text WHERE measure_id = ?1", [id])?;
        self.execute("DELETE FROM exchange_text WHERE measure_id = ?1", [id])?;
        self.execute("DELETE FROM measure WHERE id = ?1", [id])?;
        Ok(())
    }

    /// Gives a unit its part in a measure; a unit named twice keeps the part named first.
    ///
    /// # Errors
    /// [`Error::Refused`], or what the file has to say.
    pub fn insert_responsibility(&self, part: Responsibility) -> Result<()> {
        self.execute(include_str!("sql/insert_responsibility.sql"), (part.measure_id, part.unit_id, part.role.code(), part.position))?;
        Ok(())
    }

    /// Takes all units off a measure, before others are named.
    ///
    /// # Errors
    /// What the file has to say.
    pub fn clear_responsibilities(&self, measure_id: i64) -> Result<()> {
        self.execute("DELETE FROM responsibility WHERE measure_id = ?1", [measure_id])?;
        Ok(())
    }
}
