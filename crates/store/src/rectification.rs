//! What units have to put right (整改), with every step of it.

use crate::error::{Error, Result};
use crate::open::Store;
use crate::row::{self, Stored};
use crate::transact::Writer;
use chrono::NaiveDate;
use domain::judge::Light;
use domain::supervise::{Stage, Step};
use domain::{Period, Uid};
use rusqlite::Row;
use std::collections::HashMap;

/// Something a unit has to put right.
#[derive(Clone, Debug, PartialEq)]
pub struct Rectification {
    /// Its name outside the ledger.
    pub uid: Uid,
    /// The plan.
    pub plan_id: i64,
    /// What lit up.
    pub of: Lit,
    /// The unit that answers for it.
    pub unit_id: i64,
    /// The period whose judgement asked for it.
    pub period: Period,
    /// The light then.
    pub light: Light,
    /// What was said then.
    pub finding: String,
    /// Why it came so; empty until somebody knows.
    pub cause: String,
    /// What is done about it; empty until somebody knows.
    pub action: String,
    /// By when.
    pub deadline: Option<NaiveDate>,
    /// Who sees to it; empty for nobody in particular.
    pub person: String,
    /// Where it stands.
    pub stage: Stage,
    /// When it began.
    pub opened_on: NaiveDate,
    /// When it was signed off.
    pub closed_on: Option<NaiveDate>,
}

/// Whose light asks for a rectification.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Lit {
    /// An indicator's, over all its units.
    Indicator(i64),
    /// An indicator's, for the unit that answers for it alone.
    OwnIndicator(i64),
    /// A measure's.
    Measure(i64),
}

/// A step of a rectification.
#[derive(Clone, Debug, PartialEq)]
pub struct RectificationStep {
    /// What was done.
    pub step: Step,
    /// On which day.
    pub made_on: NaiveDate,
    /// What was said with it.
    pub note: String,
    /// Who did it.
    pub who: String,
    /// When it was written down, in milliseconds since 1970.
    pub at: i64,
}

impl Lit {
    fn from_row(row: &Row<'_>) -> rusqlite::Result<Lit> {
        let (indicator, measure): (Option<i64>, Option<i64>) = (row.get("indicator_id")?, row.get("measure_id")?);
        Ok(match (indicator, row.get("own")?) {
            (Some(indicator), false) => Lit::Indicator(indicator),
            (Some(indicator), true) => Lit::OwnIndicator(indicator),
            // The schema names one of the two.
            (None, _) => Lit::Measure(measure.unwrap_or_default()),
        })
    }

    /// Returns the columns of indicator and measure, and whether it is the unit's own light.
    fn columns(self) -> (Option<i64>, Option<i64>, bool) {
        match self {
            Lit::Indicator(id) => (Some(id), None, false),
            Lit::OwnIndicator(id) => (Some(id), None, true),
            Lit::Measure(id) => (None, Some(id), false),
        }
    }
}

impl Rectification {
    fn from_row(row: &Row<'_>) -> rusqlite::Result<Rectification> {
        Ok(Rectification {
            uid: row::uid(row, "uid")?,
            plan_id: row.get("plan_id")?,
            of: Lit::from_row(row)?,
            unit_id: row.get("unit_id")?,
            period: row::period(row, "code")?,
            light: row::code(row, "light", Light::from_code)?,
            finding: row.get("finding")?,
            cause: row.get("cause")?,
            action: row.get("action")?,
            deadline: row::day_or_none(row, "deadline")?,
            person: row.get("person")?,
            stage: row::code(row, "state", Stage::from_code)?,
            opened_on: row::day(row, "opened_on")?,
            closed_on: row::day_or_none(row, "closed_on")?,
        })
    }
}

impl RectificationStep {
    fn from_row(row: &Row<'_>) -> rusqlite::Result<RectificationStep> {
        Ok(RectificationStep {
            step: row::code(row, "kind", Step::from_code)?,
            made_on: row::day(row, "made_on")?,
            note: row.get("note")?,
            who: row.get("who")?,
            at: row.get("at")?,
        })
    }
}

impl Store {
    /// Returns the rectifications of a plan, the first opened first.
    ///
    /// # Errors
    /// What the file has to say.
    pub fn rectifications(&self, plan_id: i64) -> Result<Vec<Stored<Rectification>>> {
        self.rows(include_str!("sql/rectifications.sql"), [plan_id], Stored::from_row(Rectification::from_row))
    }

    /// Returns the rectification of that name.
    ///
    /// # Errors
    /// What the file has to say.
    pub fn rectification(&self, uid: Uid) -> Result<Option<Stored<Rectification>>> {
        self.row(include_str!("sql/rectification.sql"), [uid.to_string()], Stored::from_row(Rectification::from_row))
    }

    /// Returns the steps of every rectification of a plan in order, by its number.
    ///
    /// # Errors
    /// What the file has to say.
    pub fn rectification_steps(&self, plan_id: i64) -> Result<HashMap<i64, Vec<RectificationStep>>> {
        let read = |row: &Row<'_>| Ok((row.get("rectification_id")?, RectificationStep::from_row(row)?));
        let mut steps: HashMap<i64, Vec<RectificationStep>> = HashMap::new();
        for (id, step) in self.rows(include_str!("sql/rectification_steps.sql"), [plan_id], read)? {
            steps.entry(id).or_default().push(step);
        }
        Ok(steps)
    }

    /// Returns the day of a rectification's last step.
    ///
    /// # Errors
    /// What the file has to say.
    pub fn last_step_on(&self, rectification_id: i64) -> Result<Option<NaiveDate>> {
        let sql = "SELECT made_on FROM rectification_step WHERE rectification_id = ?1 ORDER BY id DESC LIMIT 1";
        self.row(sql, [rectification_id], |row| row::day(row, "made_on"))
    }
}

impl Writer<'_> {
    /// Begins a rectification.
    ///
    /// # Errors
    /// [`Error::Refused`], or what the file has to say.
    pub fn insert_rectification(&self, new: &Rectification) -> Result<i64> {
        let period = self.keep_period(new.period)?;
        let (indicator, measure, own) = new.of.columns();
        let row = rusqlite::params![
            new.uid.to_string(),
            new.plan_id,
            indicator,
            measure,
            own,
            new.unit_id,
            period,
            new.light.code(),
            new.finding,
            new.cause,
            new.action,
            row::day_column(new.deadline),
            new.person,
            new.stage.code(),
            new.opened_on.to_string(),
            row::day_column(new.closed_on),
        ];
        self.insert(include_str!("sql/insert_rectification.sql"), row)
    }

    /// Replaces what can change of the rectification of that `uid`: cause, action, deadline, person, and where it stands.
    ///
    /// # Errors
    /// [`Error::Refused`], or what the file has to say.
    pub fn update_rectification(&self, changed: &Rectification) -> Result<()> {
        let row = (
            changed.uid.to_string(),
            &changed.cause,
            &changed.action,
            row::day_column(changed.deadline),
            &changed.person,
            changed.stage.code(),
            row::day_column(changed.closed_on),
        );
        match self.execute(include_str!("sql/update_rectification.sql"), row)? {
            0 => Err(Error::Refused("这件整改已不存在".to_owned())),
            _ => Ok(()),
        }
    }

    /// Adds a step to a rectification.
    ///
    /// # Errors
    /// [`Error::Refused`], or what the file has to say.
    pub fn insert_rectification_step(&self, rectification_id: i64, new: &RectificationStep) -> Result<()> {
        let row = (rectification_id, new.step.code(), new.made_on.to_string(), &new.note, &new.who, new.at);
        self.insert(include_str!("sql/insert_rectification_step.sql"), row)?;
        Ok(())
    }
}
