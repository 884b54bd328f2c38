//! Plans and their sections.

use crate::error::{Error, Result};
use crate::open::Store;
use crate::row::{self, Stored};
use crate::transact::Writer;
use chrono::NaiveDate;
use domain::{Amount, Uid};
use rusqlite::Row;

/// A plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// Its name outside the ledger.
    pub uid: Uid,
    /// The document it was read from.
    pub document_id: Option<i64>,
    /// Its title.
    pub title: String,
    /// The document number (文号).
    pub number: Option<String>,
    /// Who issued it.
    pub issuer: Option<String>,
    /// The day of issue.
    pub issued: Option<NaiveDate>,
    /// Its first day.
    pub start: NaiveDate,
    /// Its last day.
    pub due: NaiveDate,
    /// Its place among the plans.
    pub position: i64,
}

/// A section of a plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// Its name outside the ledger.
    pub uid: Uid,
    /// The plan.
    pub plan_id: i64,
    /// Its number as printed.
    pub number: Option<String>,
    /// Its title.
    pub title: String,
    /// Its place in the plan.
    pub position: i64,
    /// What it counts in scores; none: as much as its measures together. Written by [`Writer::set_section_weight`] alone.
    pub weight: Option<Amount>,
}

impl Plan {
    fn from_row(row: &Row<'_>) -> rusqlite::Result<Plan> {
        Ok(Plan {
            uid: row::uid(row, "uid")?,
            document_id: row.get("document_id")?,
            title: row.get("title")?,
            number: row.get("number")?,
            issuer: row.get("issuer")?,
            issued: row::day_or_none(row, "issued")?,
            start: row::day(row, "start")?,
            due: row::day(row, "due")?,
            position: row.get("position")?,
        })
    }
}

impl Section {
    fn from_row(row: &Row<'_>) -> rusqlite::Result<Section> {
        Ok(Section {
            uid: row::uid(row, "uid")?,
            plan_id: row.get("plan_id")?,
            number: row.get("number")?,
            title: row.get("title")?,
            position: row.get("position")?,
            weight: row::amount_or_none(row, "weight")?,
        })
    }
}

impl Store {
    /// Returns every plan in order.
    ///
    /// # Errors
    /// What the file has to say.
    pub fn plans(&self) -> Result<Vec<Stored<Plan>>> {
        self.rows(
            "SELECT id, uid, document_id, title, number, issuer, issued, start, due, position FROM plan ORDER BY position, id",
            [],
            Stored::from_row(Plan::from_row),
        )
    }

    /// Returns the plan of that name.
    ///
    /// # Errors
    /// What the file has to say.
    pub fn plan(&self, uid: Uid) -> Result<Option<Stored<Plan>>> {
        self.row(
            "SELECT id, uid, document_id, title, number, issuer, issued, start, due, position FROM plan WHERE uid = ?1",
            [uid.to_string()],
            Stored::from_row(Plan::from_row),
        )
    }

    /// Returns the plan of that number.
    ///
    /// # Errors
    /// What the file has to say.
    pub fn plan_by_id(&self, id: i64) -> Result<Option<Stored<Plan>>> {
        self.row(
            "SELECT id, uid, document_id, title, number, issuer, issued, start, due, position FROM plan WHERE id = ?1",
            [id],
            Stored::from_row(Plan::from_row),
        )
    }

    /// Returns the sections of a plan in order.
    ///
    /// # Errors
    /// What the file has to say.
    pub fn sections(&self, plan_id: i64) -> Result<Vec<Stored<Section>>> {
        self.rows(
            "SELECT id, uid, plan_id, number, title, position, weight FROM section WHERE plan_id = ?1 ORDER BY position, id",
            [plan_id],
            Stored::from_row(Section::from_row),
        )
    }
}

impl Writer<'_> {
    /// Adds a plan.
    ///
    /// # Errors
    /// [`crate::Error::Refused`], or what the file has to say.
    pub fn insert_plan(&self, plan: &Plan) -> Result<i64> {
        self.insert(
            include_str!("sql/insert_plan.sql"),
            (
                plan.uid.to_string(),
                plan.document_id,
                &plan.title,
                &plan.number,
                &plan.issuer,
                row::day_column(plan.issued),
                plan.start.to_string(),
                plan.due.to_string(),
                plan.position,
            ),
        )
    }

    /// Replaces what the plan of that `uid` says; its place among the plans stays.
    ///
    /// # Errors
    /// [`crate::Error::Refused`], or what the file has to say.
    pub fn update_plan(&self, plan: &Plan) -> Result<()> {
        let changed = self.execute(
            include_str!("sql/update_plan.sql"),
            (
                plan.uid.to_string(),
                plan.document_id,
                &plan.title,
                &plan.number,
                &plan.issuer,
                row::day_column(plan.issued),
                plan.start.to_string(),
                plan.due.to_string(),
            ),
        )?;
        if changed == 0 { Err(Error::Refused("要修改的计划已不存在".to_owned())) } else { Ok(()) }
    }

    /// Adds a section.
    ///
    /// # Errors
    /// [`crate::Error::Refused`], or what the file has to say.
    pub fn insert_section(&self, section: &Section) -> Result<i64> {
        self.insert(
            "INSERT INTO section (uid, plan_id, number, title, position) VALUES (?1, ?2, ?3, ?4, ?5)",
            (section.uid.to_string(), section.plan_id, &section.number, &section.title, section.position),
        )
    }

    /// Says what a section counts in scores; none: as much as its measures together.
    ///
    /// # Errors
    /// [`crate::Error::Refused`], or what the file has to say.
    pub fn set_section_weight(&self, id: i64, weight: Option<Amount>) -> Result<()> {
        self.execute("UPDATE section SET weight = ?2 WHERE id = ?1", (id, weight.map(Amount::get)))?;
        Ok(())
    }
}
