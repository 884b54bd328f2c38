//! Writing a return form.

use crate::clean::{clean, spaced};
use crate::columns::{FORMAT_VERSION, HEADER_ROW, NOTES_SHEET, ORIGIN_SHEET, SHEET, TOLD_SHEET, TREND_SHEET};
use crate::origin;
use crate::style::song;
use crate::token::row_token;
use crate::{Error, Form, FormRow, notes, sheet, told, trend};
use chrono::Datelike;
use domain::Passage;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, Worksheet, XlsxError};

/// What a cell of a workbook holds, in UTF-16 units.
const LONGEST_TEXT: usize = 32_767;
/// Excel takes 65,534 rules for entry cells, and a row can need four.
const MOST_ROWS: usize = 10_000;

/// Returns the bytes of an `.xlsx` file: the sheets that are filled in, with row ids and what every entry cell holds, how to
/// do so, and the charts if they are wanted.
///
/// An indicator or measure may stand in it once: two rows with one id come back as doubtful. The same form gives the same cells. Text is written as text whatever it begins with.
///
/// # Errors
/// [`Error::TextTooLong`] or [`Error::TooManyRows`]: nothing is cut off silently.
pub fn write_return_form(form: &Form) -> Result<Vec<u8>, Error> {
    fits(form)?;
    build(form).map_err(|error| Error::Unwritable(error.to_string()))
}

fn fits(form: &Form) -> Result<(), Error> {
    let rows = form.rows.len().max(form.measures.len());
    if rows > MOST_ROWS {
        return Err(Error::TooManyRows(rows));
    }
    let short = |row: usize, what: &'static str, texts: &[(&'static str, &str)]| match texts
        .iter()
        .find(|(_, text)| text.encode_utf16().count() > LONGEST_TEXT)
    {
        Some((field, _)) => Err(Error::TextTooLong { row, what, field, limit: LONGEST_TEXT }),
        None => Ok(()),
    };
    for (at, row) in (1..).zip(&form.rows) {
        let note = row.note.as_deref().unwrap_or_default();
        short(
            at,
            "指标",
            &[("重点任务", &row.measure_title), ("名称", &row.indicator_name), ("目标值", &row.target_label), ("备注", note)],
        )?;
    }
    for (at, measure) in (1..).zip(&form.measures) {
        short(at, "任务", &[("名称", &measure.title)])?;
        let told: Vec<_> = measure.told.iter().map(|(passage, text)| (passage.zh(), text.as_str())).collect();
        short(at, "任务", &told)?;
    }
    Ok(())
}

fn build(form: &Form) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    workbook.set_default_format(&song(11.0), 20, 64)?;
    workbook.set_properties(&properties(form)?);
    // Who has no figures to enter is not shown an empty table.
    let has_figures = !form.rows.is_empty() || form.measures.is_empty();
    if has_figures {
        sheet::fill(workbook.add_worksheet().set_name(SHEET)?, form)?;
    }
    if !form.measures.is_empty() {
        told::fill(workbook.add_worksheet().set_name(TOLD_SHEET)?, form)?;
    }
    notes::fill(workbook.add_worksheet().set_name(NOTES_SHEET)?, form)?;
    if let Some(trend) = &form.trend {
        trend::fill(workbook.add_worksheet().set_name(TREND_SHEET)?, form, trend)?;
    }
    fill_origin(workbook.add_worksheet().set_name(ORIGIN_SHEET)?, form)?;
    let first = if has_figures { SHEET } else { TOLD_SHEET };
    workbook.define_name(origin::defined_name(form.exchange), &format!("='{first}'!$A${}", HEADER_ROW + 1))?;
    workbook.save_to_buffer()
}

/// Text properties only: others do not survive every program.
fn properties(form: &Form) -> Result<DocProperties, XlsxError> {
    let day = form.sent_on;
    let year = u16::try_from(day.year()).unwrap_or(1900);
    let sent = ExcelDateTime::from_ymd(year, day.month() as u8, day.day() as u8)?;
    Ok(DocProperties::new()
        .set_title(sheet::title(form))
        .set_creation_datetime(&sent)
        .set_custom_property(origin::EXCHANGE_PROPERTY, form.exchange.to_string().as_str())
        .set_custom_property(origin::UNIT_PROPERTY, clean(&form.unit_name).as_str())
        .set_custom_property(origin::PERIOD_PROPERTY, form.period.to_string().as_str()))
}

/// Writes the hidden sheet: who sent what, then per row of either sheet what its entry cells held, everything as text.
fn fill_origin(sheet: &mut Worksheet, form: &Form) -> Result<(), XlsxError> {
    let head = [
        (origin::FORMAT_KEY, FORMAT_VERSION.to_owned()),
        (origin::EXCHANGE_KEY, form.exchange.to_string()),
        (origin::UNIT_KEY, clean(&form.unit_name)),
        (origin::PERIOD_KEY, form.period.to_string()),
        ("plan", clean(&form.plan_title)),
        ("sent_on", form.sent_on.to_string()),
    ];
    let mut line = 0;
    for (key, value) in &head {
        sheet.write_string(line, 0, *key)?.write_string(line, 1, value)?;
        line += 1;
    }
    for (column, heading) in (0u16..).zip(["row", "value", "numerator", "denominator", "note"]) {
        sheet.write_string(line, column, heading)?;
    }
    for row in &form.rows {
        line += 1;
        sheet.write_string(line, 0, row_token(form.exchange, row.row, &row.indicator_name))?;
        for (column, text) in (1u16..).zip(baseline(row)) {
            if let Some(text) = text {
                sheet.write_string(line, column, text)?;
            }
        }
    }
    line += 1;
    sheet.write_string(line, 0, "measure")?;
    for (column, passage) in (1u16..).zip(Passage::ALL) {
        sheet.write_string(line, column, passage.code())?;
    }
    for measure in &form.measures {
        line += 1;
        sheet.write_string(line, 0, row_token(form.exchange, measure.row, &told::name(measure)))?;
        for (column, passage) in (1u16..).zip(Passage::ALL) {
            if let Some(text) = measure.told.get(passage) {
                sheet.write_string(line, column, spaced(text))?;
            }
        }
    }
    sheet.protect().set_very_hidden(true);
    Ok(())
}

fn baseline(row: &FormRow) -> [Option<String>; 4] {
    let number = |amount: Option<domain::Amount>| amount.map(|amount| amount.get().to_string());
    [number(row.value), number(row.numerator), number(row.denominator), row.note.as_deref().map(spaced)]
}
