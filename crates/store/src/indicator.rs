//! Indicators, and the share of their targets that falls to each unit.

use crate::error::{Error, Result};
use crate::open::Store;
use crate::row;
use crate::transact::Writer;
use chrono::NaiveDate;
use domain::{Amount, Comparator, Every, Indicator, Pace, Period, Planned, RollUp, Uid, ValueKind};
use rusqlite::Row;
use std::collections::HashMap;
use std::ops::Range;

/// An indicator as the ledger holds it.
#[derive(Clone, Debug, PartialEq)]
pub struct IndicatorRow {
    /// Its number inside the ledger.
    pub id: i64,
    /// The indicator and where it comes from.
    pub data: SourcedIndicator,
}

/// An indicator with its place in the plan and the words it came from.
#[derive(Clone, Debug, PartialEq)]
pub struct SourcedIndicator {
    /// Its name outside the ledger.
    pub uid: Uid,
    /// The plan.
    pub plan_id: i64,
    /// Its measure; none for a target of the whole plan.
    pub measure_id: Option<i64>,
    /// What is judged.
    pub indicator: Indicator,
    /// The target as typed, where that differs from the number.
    pub target_text: Option<String>,
    /// The upper bound as typed, where that differs.
    pub upper_text: Option<String>,
    /// The baseline as typed, where that differs.
    pub baseline_text: Option<String>,
    /// The day the baseline was true.
    pub baseline_date: Option<NaiveDate>,
    /// The words of the document.
    pub quote: String,
    /// Where they stand in the cleaned text.
    pub span: Option<Range<usize>>,
    /// The document its words and span stand in, where that is not the plan's newest one.
    pub document_id: Option<i64>,
    /// Its place in the plan.
    pub position: i64,
}

/// A unit's share of a target (分解指标).
#[derive(Clone, Debug, PartialEq)]
pub struct Allocation {
    /// The indicator.
    pub indicator_id: i64,
    /// The unit.
    pub unit_id: i64,
    /// Its target.
    pub target: Amount,
    /// The target as typed, where that differs.
    pub target_text: Option<String>,
}

/// A value planned for the end of a period (计划进度).
#[derive(Clone, Debug, PartialEq)]
pub struct PlannedValue {
    /// The indicator.
    pub indicator_id: i64,
    /// The period.
    pub period: Period,
    /// What is planned for its end.
    pub value: Amount,
    /// The value as typed, where that differs.
    pub value_text: Option<String>,
}

impl PlannedValue {
    fn planned(&self) -> Planned {
        Planned { by: self.period.end(), value: self.value }
    }

    fn from_row(row: &Row<'_>) -> rusqlite::Result<PlannedValue> {
        Ok(PlannedValue {
            indicator_id: row.get("indicator_id")?,
            period: row::period(row, "code")?,
            value: row::amount(row, "value")?,
            value_text: row.get("value_text")?,
        })
    }
}

impl std::ops::Deref for IndicatorRow {
    type Target = SourcedIndicator;

    fn deref(&self) -> &SourcedIndicator {
        &self.data
    }
}

impl IndicatorRow {
    fn from_row(row: &Row<'_>) -> rusqlite::Result<IndicatorRow> {
        let indicator = Indicator {
            name: row.get("name")?,
            unit: row.get("unit")?,
            comparator: row::code(row, "comparator", Comparator::from_code)?,
            target: row::amount_or_none(row, "target")?,
            upper: row::amount_or_none(row, "upper")?,
            baseline: row::amount_or_none(row, "baseline")?,
            start: row::day(row, "start")?,
            due: row::day(row, "due")?,
            kind: row::code(row, "kind", ValueKind::from_code)?,
            pace: row::code(row, "pace", Pace::from_code)?,
            roll_up: row::code(row, "roll_up", RollUp::from_code)?,
            weight: row::amount(row, "weight")?,
            every: row::code(row, "every", Every::from_code)?,
            planned: Vec::new(),
        };
        let data = SourcedIndicator {
            uid: row::uid(row, "uid")?,
            plan_id: row.get("plan_id")?,
            measure_id: row.get("measure_id")?,
            indicator,
            target_text: row.get("target_text")?,
            upper_text: row.get("upper_text")?,
            baseline_text: row.get("baseline_text")?,
            baseline_date: row::day_or_none(row, "baseline_date")?,
            quote: row.get("quote")?,
            span: row::span(row)?,
            document_id: row.get("document_id")?,
            position: row.get("position")?,
        };
        Ok(IndicatorRow { id: row.get("id")?, data })
    }
}

impl Allocation {
    fn from_row(row: &Row<'_>) -> rusqlite::Result<Allocation> {
        Ok(Allocation {
            indicator_id: row.get("indicator_id")?,
            unit_id: row.get("unit_id")?,
            target: row::amount(row, "target")?,
            target_text: row.get("target_text")?,
        })
    }
}

impl Store {
    /// Returns the indicators of a plan in order.
    ///
    /// # Errors
    /// What the file has to say.
    pub fn indicators(&self, plan_id: i64) -> Result<Vec<IndicatorRow>> {
        let mut rows = self.rows(include_str!("sql/indicators.sql"), [plan_id], IndicatorRow::from_row)?;
        let mut planned: HashMap<i64, Vec<Planned>> = HashMap::new();
        for one in self.planned_values(plan_id)? {
            planned.entry(one.indicator_id).or_default().push(one.planned());
        }
        for row in &mut rows {
            row.data.indicator.planned = planned.remove(&row.id).unwrap_or_default();
        }
        Ok(rows)
    }

    /// Returns the indicator of that name.
    ///
    /// # Errors
    /// What the file has to say.
    pub fn indicator(&self, uid: Uid) -> Result<Option<IndicatorRow>> {
        let Some(mut row) = self.row(include_str!("sql/indicator.sql"), [uid.to_string()], IndicatorRow::from_row)? else {
            return Ok(None);
        };
        row.data.indicator.planned = self.planned_values_of(row.id)?.iter().map(PlannedValue::planned).collect();
        Ok(Some(row))
    }

    /// Returns the values planned for an indicator, in the order of their periods' ends.
    ///
    /// # Errors
    /// What the file has to say.
    pub fn planned_values_of(&self, indicator_id: i64) -> Result<Vec<PlannedValue>> {
        self.rows(include_str!("sql/planned_values_of_indicator.sql"), [indicator_id], PlannedValue::from_row)
    }

    /// Returns the values planned for the indicators of a plan, in the order of their periods' ends.
    ///
    /// # Errors
    /// What the file has to say.
    pub fn planned_values(&self, plan_id: i64) -> Result<Vec<PlannedValue>> {
        self.rows(include_str!("sql/planned_values.sql"), [plan_id], PlannedValue::from_row)
    }

    /// Returns the indicators of a plan that cannot be taken out: something was reported or sent for them, or goes on from them.
    ///
    /// # Errors
    /// What the file has to say.
    pub fn used_indicators(&self, plan_id: i64) -> Result<Vec<i64>> {
        self.rows(include_str!("sql/used_indicators.sql"), [plan_id], |row| row.get("id"))
    }

    /// Returns the shares of every target of a plan.
    ///
    /// # Errors
    /// What the file has to say.
    pub fn allocations(&self, plan_id: i64) -> Result<Vec<Allocation>> {
        self.rows(include_str!("sql/allocations.sql"), [plan_id], Allocation::from_row)
    }
}

impl Writer<'_> {
    /// Adds an indicator.
    ///
    /// # Errors
    /// [`Error::Refused`], or what the file has to say.
    pub fn insert_indicator(&self, new: &SourcedIndicator) -> Result<i64> {
        self.write_indicator(include_str!("sql/insert_indicator.sql"), new)?;
        Ok(self.db.last_insert_rowid())
    }

    /// Replaces what the indicator of that `uid` says; its plan stays.
    ///
    /// # Errors
    /// [`Error::Refused`], or what the file has to say.
    pub fn update_indicator(&self, changed: &SourcedIndicator) -> Result<()> {
        match self.write_indicator(include_str!("sql/update_indicator.sql"), changed)? {
            0 => Err(Error::Refused("要修改的指标已不存在".to_owned())),
            _ => Ok(()),
        }
    }

    fn write_indicator(&self, sql: &str, data: &SourcedIndicator) -> Result<usize> {
        let (span_start, span_end) = row::span_columns(&data.span);
        let indicator = &data.indicator;
        self.execute(
            sql,
            rusqlite::named_params! {
                ":uid": data.uid.to_string(),
                ":plan_id": data.plan_id,
                ":measure_id": data.measure_id,
                ":name": indicator.name,
                ":unit": indicator.unit,
                ":comparator": indicator.comparator.code(),
                ":target": indicator.target.map(Amount::get),
                ":target_text": data.target_text,
                ":upper": indicator.upper.map(Amount::get),
                ":upper_text": data.upper_text,
                ":baseline": indicator.baseline.map(Amount::get),
                ":baseline_text": data.baseline_text,
                ":baseline_date": row::day_column(data.baseline_date),
                ":start": indicator.start.to_string(),
                ":due": indicator.due.to_string(),
                ":kind": indicator.kind.code(),
                ":pace": indicator.pace.code(),
                ":roll_up": indicator.roll_up.code(),
                ":weight": indicator.weight.get(),
                ":every": indicator.every.code(),
                ":quote": data.quote,
                ":span_start": span_start,
                ":span_end": span_end,
                ":position": data.position,
                ":document_id": data.document_id,
            },
        )
    }

    /// Takes an indicator out of the plan; refused while anything was reported or sent for it.
    ///
    /// # Errors
    /// [`Error::Refused`], or what the file has to say.
    pub fn delete_indicator(&self, id: i64) -> Result<()> {
        self.execute("DELETE FROM allocation WHERE indicator_id = ?1", [id])?;
        self.execute("DELETE FROM planned_value WHERE indicator_id = ?1", [id])?;
        self.execute("DELETE FROM package_cell WHERE indicator_id = ?1", [id])?;
        self.execute("DELETE FROM indicator_continuation WHERE indicator_id = ?1", [id])?;
        self.execute("DELETE FROM indicator WHERE id = ?1", [id])?;
        Ok(())
    }

    /// Plans values for an indicator in place of those planned before; none makes the way straight again.
    ///
    /// # Errors
    /// [`Error::Refused`], or what the file has to say.
    pub fn set_planned_values(&self, indicator_id: i64, values: &[PlannedValue]) -> Result<()> {
        self.execute("DELETE FROM planned_value WHERE indicator_id = ?1", [indicator_id])?;
        for one in values {
            let period = self.keep_period(one.period)?;
            self.execute(include_str!("sql/insert_planned_value.sql"), (indicator_id, period, one.value.get(), &one.value_text))?;
        }
        Ok(())
    }

    /// Gives a unit its share of a target.
    ///
    /// # Errors
    /// [`Error::Refused`], or what the file has to say.
    pub fn set_allocation(&self, share: &Allocation) -> Result<()> {
        self.execute(include_str!("sql/set_allocation.sql"), (share.indicator_id, share.unit_id, share.target.get(), &share.target_text))?;
        Ok(())
    }

    /// Takes a unit's share away.
    ///
    /// # Errors
    /// What the file has to say.
    pub fn clear_allocation(&self, indicator_id: i64, unit_id: i64) -> Result<()> {
        self.execute("DELETE FROM allocation WHERE indicator_id = ?1 AND unit_id = ?2", (indicator_id, unit_id))?;
        Ok(())
    }
}
