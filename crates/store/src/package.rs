//! What a unit's packages said last: the base of the next package's merge.

use crate::entry::period_id;
use crate::error::Result;
use crate::exchange::Base;
use crate::open::Store;
use crate::row;
use crate::transact::Writer;
use domain::{Amount, Field, Passage, Period};
use rusqlite::Row;

/// What a unit's packages said last of a field of a report.
#[derive(Clone, Debug, PartialEq)]
pub struct PackageCell {
    /// The indicator.
    pub indicator_id: i64,
    /// The period.
    pub period: Period,
    /// The field.
    pub field: Field,
    /// What was said.
    pub base: Base,
    /// When that package was made, in milliseconds since 1970.
    pub made_at: i64,
}

/// What a unit's packages said last in a passage about a measure.
#[derive(Clone, Debug, PartialEq)]
pub struct PackageText {
    /// The measure.
    pub measure_id: i64,
    /// The period.
    pub period: Period,
    /// The passage.
    pub passage: Passage,
    /// What was said.
    pub base: Option<String>,
    /// When that package was made, in milliseconds since 1970.
    pub made_at: i64,
}

impl PackageCell {
    fn from_row(row: &Row<'_>) -> rusqlite::Result<PackageCell> {
        Ok(PackageCell {
            indicator_id: row.get("indicator_id")?,
            period: row::period(row, "code")?,
            field: row::code(row, "field", Field::from_code)?,
            base: Base { number: row::amount_or_none(row, "base_number")?, text: row.get("base_text")? },
            made_at: row.get("made_at")?,
        })
    }
}

impl PackageText {
    fn from_row(row: &Row<'_>) -> rusqlite::Result<PackageText> {
        Ok(PackageText {
            measure_id: row.get("measure_id")?,
            period: row::period(row, "code")?,
            passage: row::code(row, "passage", Passage::from_code)?,
            base: row.get("base_text")?,
            made_at: row.get("made_at")?,
        })
    }
}

impl Store {
    /// Returns what a unit's packages said last of its reports.
    ///
    /// # Errors
    /// What the file has to say.
    pub fn package_cells(&self, unit_id: i64) -> Result<Vec<PackageCell>> {
        self.rows(include_str!("sql/package_cells.sql"), [unit_id], PackageCell::from_row)
    }

    /// Returns what a unit's packages told last of measures.
    ///
    /// # Errors
    /// What the file has to say.
    pub fn package_texts(&self, unit_id: i64) -> Result<Vec<PackageText>> {
        self.rows(include_str!("sql/package_texts.sql"), [unit_id], PackageText::from_row)
    }
}

impl Writer<'_> {
    /// Keeps what a package said as the base of the next one.
    ///
    /// # Errors
    /// [`crate::Error::Refused`], or what the file has to say.
    pub fn keep_package_cell(&self, unit_id: i64, cell: &PackageCell) -> Result<()> {
        let PackageCell { indicator_id, period, field, base, made_at } = cell;
        let period = self.keep_period(*period)?;
        let row = (unit_id, indicator_id, period, field.code(), base.number.map(Amount::get), &base.text, made_at);
        self.execute(include_str!("sql/keep_package_cell.sql"), row)?;
        Ok(())
    }

    /// Keeps what a package told as the base of the next one.
    ///
    /// # Errors
    /// [`crate::Error::Refused`], or what the file has to say.
    pub fn keep_package_text(&self, unit_id: i64, text: &PackageText) -> Result<()> {
        let PackageText { measure_id, period, passage, base, made_at } = text;
        self.keep_period(*period)?;
        let row = (unit_id, measure_id, period_id(*period), passage.code(), base, made_at);
        self.execute(include_str!("sql/keep_package_text.sql"), row)?;
        Ok(())
    }

    /// Forgets what a unit's packages said, when the unit goes.
    pub(crate) fn forget_packages(&self, unit_id: i64) -> Result<()> {
        self.execute("DELETE FROM package_cell WHERE unit_id = ?1", [unit_id])?;
        self.execute("DELETE FROM package_text WHERE unit_id = ?1", [unit_id])?;
        Ok(())
    }
}
