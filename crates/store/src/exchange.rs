//! Workbooks sent to units: what stood in each cell is the base of the merge.

use crate::error::Result;
use crate::open::Store;
use crate::row::{self, Stored};
use crate::transact::Writer;
use domain::{Amount, Field, Passage, Period, Uid};
use rusqlite::Row;

/// A workbook sent.
#[derive(Clone, Debug, PartialEq)]
pub struct Exchange {
    /// Its name outside the ledger.
    pub uid: Uid,
    /// The plan.
    pub plan_id: i64,
    /// The unit it went to.
    pub unit_id: i64,
    /// The period it asks for.
    pub period: Period,
    /// The file's name.
    pub file_name: String,
    /// When it was sent, in milliseconds since 1970.
    pub sent_at: i64,
    /// Who sent it.
    pub who: String,
}

/// A cell of a workbook sent.
#[derive(Clone, Debug, PartialEq)]
pub struct ExchangeCell {
    /// The indicator of its row.
    pub indicator_id: i64,
    /// The field of its column.
    pub field: Field,
    /// What stood there.
    pub base: Base,
}

/// A passage of a workbook sent.
#[derive(Clone, Debug, PartialEq)]
pub struct ExchangeText {
    /// The measure of its row.
    pub measure_id: i64,
    /// The passage of its column.
    pub passage: Passage,
    /// What stood there.
    pub base: Option<String>,
}

/// What stood in a cell: a number, a text, both (a number and how it was typed), or nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Base {
    /// The number.
    pub number: Option<Amount>,
    /// The text.
    pub text: Option<String>,
}

impl Exchange {
    fn from_row(row: &Row<'_>) -> rusqlite::Result<Exchange> {
        Ok(Exchange {
            uid: row::uid(row, "uid")?,
            plan_id: row.get("plan_id")?,
            unit_id: row.get("unit_id")?,
            period: row::period(row, "code")?,
            file_name: row.get("file_name")?,
            sent_at: row.get("sent_at")?,
            who: row.get("who")?,
        })
    }
}

impl ExchangeCell {
    fn from_row(row: &Row<'_>) -> rusqlite::Result<ExchangeCell> {
        Ok(ExchangeCell {
            indicator_id: row.get("indicator_id")?,
            field: row::code(row, "field", Field::from_code)?,
            base: Base { number: row::amount_or_none(row, "base_number")?, text: row.get("base_text")? },
        })
    }
}

impl ExchangeText {
    fn from_row(row: &Row<'_>) -> rusqlite::Result<ExchangeText> {
        Ok(ExchangeText {
            measure_id: row.get("measure_id")?,
            passage: row::code(row, "passage", Passage::from_code)?,
            base: row.get("base_text")?,
        })
    }
}

impl Store {
    /// Returns the workbooks sent for a plan, newest first.
    ///
    /// # Errors
    /// What the file has to say.
    pub fn exchanges(&self, plan_id: i64) -> Result<Vec<Stored<Exchange>>> {
        self.rows(include_str!("sql/exchanges.sql"), [plan_id], Stored::from_row(Exchange::from_row))
    }

    /// Returns the workbook of that name.
    ///
    /// # Errors
    /// What the file has to say.
    pub fn exchange(&self, uid: Uid) -> Result<Option<Stored<Exchange>>> {
        self.row(include_str!("sql/exchange.sql"), [uid.to_string()], Stored::from_row(Exchange::from_row))
    }

    /// Returns the cells of a workbook sent.
    ///
    /// # Errors
    /// What the file has to say.
    pub fn exchange_cells(&self, exchange_id: i64) -> Result<Vec<ExchangeCell>> {
        self.rows(include_str!("sql/exchange_cells.sql"), [exchange_id], ExchangeCell::from_row)
    }

    /// Returns the passages of a workbook sent.
    ///
    /// # Errors
    /// What the file has to say.
    pub fn exchange_texts(&self, exchange_id: i64) -> Result<Vec<ExchangeText>> {
        self.rows(include_str!("sql/exchange_texts.sql"), [exchange_id], ExchangeText::from_row)
    }
}

impl Writer<'_> {
    /// Records a workbook sent, with what stands in its cells.
    ///
    /// # Errors
    /// [`crate::Error::Refused`], or what the file has to say.
    pub fn insert_exchange(&self, exchange: &Exchange, cells: &[ExchangeCell]) -> Result<i64> {
        let id = self.insert(
            include_str!("sql/insert_exchange.sql"),
            (
                exchange.uid.to_string(),
                exchange.plan_id,
                exchange.unit_id,
                self.keep_period(exchange.period)?,
                &exchange.file_name,
                exchange.sent_at,
                &exchange.who,
            ),
        )?;
        for cell in cells {
            self.insert(
                include_str!("sql/insert_exchange_cell.sql"),
                (id, cell.indicator_id, cell.field.code(), cell.base.number.map(Amount::get), &cell.base.text),
            )?;
        }
        Ok(id)
    }

    /// Makes what a merge accepted the new base of a cell; returns false if the workbook had no such cell.
    ///
    /// # Errors
    /// What the file has to say.
    pub fn accept_exchange_cell(&self, exchange_id: i64, cell: &ExchangeCell) -> Result<bool> {
        let changed = self.execute(
            include_str!("sql/accept_exchange_cell.sql"),
            (exchange_id, cell.indicator_id, cell.field.code(), cell.base.number.map(Amount::get), &cell.base.text),
        )?;
        Ok(changed > 0)
    }

    /// Records what a workbook sent told of measures.
    ///
    /// # Errors
    /// [`crate::Error::Refused`], or what the file has to say.
    pub fn insert_exchange_texts(&self, exchange_id: i64, texts: &[ExchangeText]) -> Result<()> {
        for ExchangeText { measure_id, passage, base } in texts {
            self.execute(include_str!("sql/insert_exchange_text.sql"), (exchange_id, measure_id, passage.code(), base))?;
        }
        Ok(())
    }

    /// Makes what a merge accepted the new base of a passage; returns false if the workbook had no such passage.
    ///
    /// # Errors
    /// What the file has to say.
    pub fn accept_exchange_text(&self, exchange_id: i64, text: &ExchangeText) -> Result<bool> {
        let ExchangeText { measure_id, passage, base } = text;
        let changed = self.execute(include_str!("sql/accept_exchange_text.sql"), (exchange_id, measure_id, passage.code(), base))?;
        Ok(changed > 0)
    }
}
