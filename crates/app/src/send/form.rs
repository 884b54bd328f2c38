//! One unit's workbook: what it holds, and what is recorded of it.

use super::trend::trend;
use crate::book::Book;
use crate::error::file_error;
use crate::files::{free_name, write_aside};
use crate::narrative::passage;
use crate::wire::{Send, SentFile};
use crate::{ApiError, App, shown};
use domain::judge::{Figure, target_label};
use domain::{Field, Passage, Period, RollUp, ValueKind};
use std::collections::HashSet;
use std::path::Path;
use store::{Base, Entry, Exchange, ExchangeCell, ExchangeText, IndicatorRow, Measure, MeasureRow, Narrative, Writer};
use workbook::{Form, FormMeasure, FormRow};

/// A workbook that stands in the folder, and what is recorded of it.
pub(super) struct Written {
    pub(super) file: SentFile,
    exchange: Exchange,
    cells: Vec<ExchangeCell>,
    texts: Vec<ExchangeText>,
}

impl Written {
    /// Records what was sent.
    pub(super) fn record(&self, w: &Writer<'_>) -> Result<(), ApiError> {
        let id = w.insert_exchange(&self.exchange, &self.cells)?;
        w.insert_exchange_texts(id, &self.texts)?;
        Ok(())
    }
}

impl AsRef<Path> for Written {
    fn as_ref(&self) -> &Path {
        self.file.path.as_ref()
    }
}

/// Writes a unit's workbook into a folder.
pub(super) fn write(app: &App, book: &Book, unit: i64, request: &Send, folder: &Path) -> Result<Written, ApiError> {
    let period = request.period;
    let rows: Vec<&IndicatorRow> = book.indicators.iter().filter(|row| book.reporters(row).contains(&unit)).collect();
    let (exchange, now) = (app.new_uid(), app.host.now());
    let unit_name = book.unit(unit).unit.name.clone();
    let plan = &book.plan.data;
    let entries = app.store()?.entries_of_unit(unit)?;
    let told = app.store()?.narratives_of_unit(unit)?;
    let told = |measure: i64| told.iter().find(|one| one.measure_id == measure && one.period == period);
    let reported: HashSet<i64> = rows.iter().filter_map(|row| row.data.measure_id).collect();
    let asks = |row: &&MeasureRow| reported.contains(&row.id) || told(row.id).is_some() || book.responsible(row).contains(&unit);
    let measures: Vec<&MeasureRow> = book.measures.iter().filter(asks).collect();
    let entry = |row: &IndicatorRow| entries.iter().find(|entry| entry.indicator_id == row.id && entry.period == period);
    let form = Form {
        exchange,
        plan_title: plan.title.clone(),
        period,
        period_label: period.zh(),
        unit_name: unit_name.clone(),
        sent_on: now.date_naive(),
        sent_by: app.host.who(),
        rows: rows.iter().map(|row| form_row(book, row, unit, period, entry(row))).collect(),
        measures: measures.iter().map(|row| form_measure(book, row, unit, told(row.id))).collect(),
        trend: (request.trend && !rows.is_empty()).then(|| trend(book, &rows, unit, period)),
    };
    let bytes = workbook::write_return_form(&form)?;
    let path = free_name(folder, &workbook::form_file_name(&plan.title, &period.zh(), &unit_name));
    write_aside(&path, &bytes).map_err(|error| file_error("写填报表", &path, &error))?;
    let file = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let cells = rows.iter().zip(&form.rows).flat_map(|(row, form)| cells(row.id, form)).collect();
    let texts = measures.iter().zip(&form.measures).flat_map(|(row, form)| texts(row.id, form)).collect();
    let record = Exchange {
        uid: exchange,
        plan_id: book.plan.id,
        unit_id: unit,
        period,
        file_name: file.clone(),
        sent_at: now.timestamp_millis(),
        who: app.host.who(),
    };
    let (rows, measures) = (form.rows.len() as u32, form.measures.len() as u32);
    let file = SentFile { file, path: path.display().to_string(), unit: unit_name, exchange, rows, measures };
    Ok(Written { file, exchange: record, cells, texts })
}

pub(crate) fn form_row(book: &Book, row: &IndicatorRow, unit: i64, period: Period, entry: Option<&Entry>) -> FormRow {
    let terms = book.unit_terms(row, unit);
    let measure = book.measure_of(row);
    let label = match &terms {
        Some(own) => target_label(own),
        None => format!("全市{}", target_label(&row.data.indicator)),
    };
    let terms = &row.data.indicator;
    let [value, numerator, denominator] = entry.and_then(|entry| entry.figure).map(Figure::parts).unwrap_or_default();
    FormRow {
        row: row.data.uid,
        measure_number: measure.and_then(|m| m.measure.number.clone()).unwrap_or_default(),
        measure_title: measure.map(|m| m.measure.title.clone()).unwrap_or_default(),
        role_label: measure.map(|measure| role_label(book, measure, unit)).unwrap_or_default(),
        indicator_name: terms.name.clone(),
        unit_of_measure: shown::measured_in(terms).to_owned(),
        target_label: label,
        due: terms.due.to_string(),
        kind: terms.kind,
        is_ratio: terms.kind == ValueKind::Rate && terms.roll_up == RollUp::Ratio,
        last: book.unit_standing(row, unit, period.previous()).value,
        value,
        numerator,
        denominator,
        note: entry.and_then(|entry| entry.note.clone()),
    }
}

fn role_label(book: &Book, measure: &MeasureRow, unit: i64) -> String {
    book.role(measure, unit).map(|role| role.zh().to_owned()).unwrap_or_default()
}

fn form_measure(book: &Book, row: &MeasureRow, unit: i64, told: Option<&Narrative>) -> FormMeasure {
    let Measure { uid, number, title, text, deadline, .. } = &row.measure;
    let text_of = |which: &Passage| Some((*which, passage(told?, *which)?.clone()));
    FormMeasure {
        row: *uid,
        number: number.clone().unwrap_or_default(),
        title: title.clone(),
        text: text_after(number.as_deref().unwrap_or_default(), title, text),
        role_label: role_label(book, row, unit),
        due: deadline.unwrap_or(book.plan.data.due).to_string(),
        told: Passage::ALL.iter().filter_map(text_of).collect(),
    }
}

/// Returns a measure's text without the number and title it begins with: these stand beside it.
fn text_after(number: &str, title: &str, text: &str) -> String {
    let text = text.trim();
    let rest = text.strip_prefix(number).unwrap_or(text).trim_start();
    let rest = rest.strip_prefix(title).map_or(text, |rest| rest.trim_start_matches(['。', '：', ':', '.', '．', '　', ' ', '\n']));
    rest.to_owned()
}

/// Returns the baseline of every passage of a measure.
fn texts(measure_id: i64, measure: &FormMeasure) -> Vec<ExchangeText> {
    let text = |passage: &Passage| ExchangeText { measure_id, passage: *passage, base: measure.told.get(passage).cloned() };
    Passage::ALL.iter().map(text).collect()
}

/// Returns the baseline of every cell of a row a unit can fill in.
fn cells(indicator_id: i64, row: &FormRow) -> Vec<ExchangeCell> {
    let number = |field, number| ExchangeCell { indicator_id, field, base: Base { number, text: None } };
    let mut cells = vec![number(Field::Value, row.value)];
    if row.is_ratio {
        cells.extend([number(Field::Numerator, row.numerator), number(Field::Denominator, row.denominator)]);
    }
    cells.push(ExchangeCell { indicator_id, field: Field::Note, base: Base { number: None, text: row.note.clone() } });
    cells
}
