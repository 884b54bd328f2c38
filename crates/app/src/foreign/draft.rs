//! A table made elsewhere as the draft of a new plan: its columns under the headings the reader of plans knows.
//!
//! What is laid on the desk is the table as text, a line for each row, with where the row stands in the file it came from.

use super::mapping::{Choices, Column, Layout, Mapped, Mapping, map};
use super::{File, nothing_open};
use crate::apart::Apart;
use crate::draft::{self, read_file};
use crate::wire::{DraftView, Imported, OfForeign};
use crate::{ApiError, App};
use chrono::Datelike;
use domain::ColumnRole;
use reader::{Reading, Warning};
use std::path::Path;
use store::OperationKind;
use workbook::{ForeignRow, RowKind};

/// Puts a file's table on the desk as the draft of a new plan.
pub(crate) fn to_draft(app: &mut App, of: OfForeign) -> Result<DraftView, ApiError> {
    let year = app.host.now().year();
    let file = app.foreign.as_ref().and_then(|foreign| foreign.files.get(of.file as usize)).ok_or_else(nothing_open)?;
    let (name, text, layout) = written(app, file, year)?;
    let laid = draft::lay_as(app, name, text.clone().into_bytes(), |name, _| read(name, &text))?;
    keep_layout(app, &layout)?;
    app.foreign = None;
    Ok(laid)
}

/// Reads a table with its columns as a person names them and writes it as a new plan into the ledger at a path, which is made if
/// there is none.
///
/// # Errors
/// Where the table cannot be read or says nothing of a plan; such a table makes no ledger.
pub fn import(app: &mut App, ledger: &Path, table: &Path, reading: &super::Reading) -> Result<Imported, ApiError> {
    let (name, bytes) = read_file(table)?;
    let sheets = Apart::new(app.host.apart()).read_table(&bytes);
    let mut file = File { name, sha256: store::sha256(&bytes), sheets, choices: Choices::default() };
    let year = app.host.now().year();
    file.place(reading)?;
    let columns = match &file.sheets {
        Ok(sheets) => map(None, sheets, &file.choices, None, year)?.letters(),
        Err(_) => Vec::new(),
    };
    if file.sheets.is_ok() {
        reading.roles(&columns)?.into_iter().for_each(|edit| file.choices.take(edit));
    }
    let (name, text, layout) = written(app, &file, year)?;
    let reading = read(&name, &text)?;
    app.open_or_create(ledger)?;
    let nothing: Vec<String> =
        reading.draft.warnings.iter().map(|warning| &warning.message).filter(|said| said.starts_with("原表")).cloned().collect();
    let mut imported = draft::import_reading(app, name, text.into_bytes(), reading)?;
    keep_layout(app, &layout)?;
    imported.warnings.extend(nothing);
    Ok(imported)
}

/// Writes a file's table as text, with its name and layout.
fn written(app: &App, file: &File, year: i32) -> Result<(String, String, Layout), ApiError> {
    let sheets = file.sheets.as_ref().map_err(|problem| ApiError::unreadable(format!("“{}”：{problem}", file.name)))?;
    let mapping = map(app.ledger.as_ref(), sheets, &file.choices, None, year)?;
    let Some(first) = mapping.taken.first() else {
        let problem = super::view::problem(&mapping, &[]).unwrap_or_default();
        return Err(ApiError::invalid(format!("“{}”：{problem}", file.name)));
    };
    let names = [ColumnRole::Measure, ColumnRole::Indicator, ColumnRole::Detail];
    if !first.columns.iter().any(|column| names.contains(&column.role)) {
        let error = ApiError::invalid(format!("“{}”里没有哪一列是重点任务、工作措施或指标，读不成计划", file.name));
        return Err(error.hint("为名称所在的列选定含义"));
    }
    let layout = mapping.layout().ok_or_else(|| ApiError::internal("表头不见了"))?;
    Ok((file.name.clone(), text_of(&mapping), layout))
}

fn text_of(mapping: &Mapping<'_>) -> String {
    let several = mapping.taken.len() > 1;
    let mut lines = Vec::new();
    for (at, mapped) in mapping.taken.iter().enumerate() {
        // What stands above the header of a further sheet says the same once more.
        for row in mapped.sheet.rows.iter().filter(|row| at == 0 && row.number < mapped.place.row) {
            lines.extend(distinct(row).into_iter().map(flat));
        }
        if several {
            lines.push(flat(&mapped.sheet.name));
        }
        let columns: Vec<(&Column, &str)> = mapped.columns.iter().filter_map(|column| Some((column, heading(column.role)?))).collect();
        let mut cells: Vec<String> = columns.iter().map(|(column, word)| dated(mapped, column, word)).collect();
        cells.push(PLACE.to_owned());
        lines.push(cells.join(" | "));
        for row in mapped.sheet.body(mapped.place) {
            let place = place_of(mapped, row, several);
            match mapped.sheet.kind(row, &mapped.headings) {
                RowKind::Total | RowKind::Header => {}
                RowKind::Section => {
                    let words: Vec<String> = distinct(row).into_iter().map(flat).collect();
                    let mut cells = vec![String::new(); columns.len() + 1];
                    cells[0] = words.first().cloned().unwrap_or_default();
                    if let (Some(title), true) = (words.get(1), columns.len() > 1) {
                        cells[1] = title.clone();
                    }
                    lines.push(cells.join(" | "));
                }
                RowKind::Item => {
                    let mut cells: Vec<String> = columns.iter().map(|(column, _)| flat(row.words(column.at))).collect();
                    if cells.iter().any(|cell| !cell.is_empty()) {
                        cells.push(place);
                        lines.push(cells.join(" | "));
                    }
                }
            }
        }
    }
    lines.join("\n")
}

/// The heading over where each row stands in the file.
const PLACE: &str = "原表位置";

/// Returns where a row stands: 第12行, 台账第12行.
fn place_of(mapped: &Mapped<'_>, row: &ForeignRow, several: bool) -> String {
    let sheet = if several { flat(&mapped.sheet.name) } else { String::new() };
    format!("{sheet}第{}行", row.number)
}

/// Returns the heading the reader of plans knows a column by; none for what is no part of a plan.
fn heading(role: ColumnRole) -> Option<&'static str> {
    use ColumnRole::{Baseline, Cooperating, Detail, Due, Indicator, Lead, Measure, Number, Target, Unit, UnitOfMeasure};
    Some(match role {
        Number => "序号",
        Measure => "重点任务",
        Detail => "工作措施",
        Indicator => "指标名称",
        UnitOfMeasure => "计量单位",
        Lead => "牵头单位",
        Unit => "责任单位",
        Cooperating => "配合单位",
        Due => "完成时限",
        Baseline => "基期值",
        Target => "目标值",
        _ => return None,
    })
}

/// Returns a heading with the year the table's own names: 2023年基期值, 2024年目标值.
fn dated(mapped: &Mapped<'_>, column: &Column, word: &str) -> String {
    let own = mapped.headings.iter().find(|heading| heading.column == column.at);
    let year =
        own.filter(|_| matches!(column.role, ColumnRole::Baseline | ColumnRole::Target)).and_then(|own| workbook::year_in(&own.text));
    let unit = own.filter(|_| column.role == ColumnRole::Target).and_then(|own| own.unit.as_ref());
    let dated = year.map_or(word.to_owned(), |year| format!("{year}年{word}"));
    unit.map_or(dated.clone(), |unit| format!("{dated}（{unit}）"))
}

/// Returns the words of a row, those of merged cells once.
fn distinct(row: &ForeignRow) -> Vec<&str> {
    let mut words: Vec<&str> = row.cells.iter().map(|cell| cell.words.as_str()).filter(|words| !words.is_empty()).collect();
    words.dedup();
    words
}

fn flat(words: &str) -> String {
    words.replace(['|', '\n', '\r', '\t'], " ").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Reads the text, and names every row that gave neither a measure nor a target.
fn read(name: &str, text: &str) -> Result<Reading, ApiError> {
    let mut reading = reader::read(name, text.as_bytes())?;
    let letters: Vec<char> = reading.source.text.chars().collect();
    let draft = &reading.draft;
    let mut starts: Vec<usize> = draft.measures.iter().map(|measure| measure.span.start).collect();
    let targets = draft.targets.iter().chain(draft.measures.iter().flat_map(|measure| &measure.targets));
    starts.extend(targets.map(|target| target.span.start));
    starts.extend(draft.measures.iter().flat_map(|measure| &measure.units).map(|unit| unit.span.start));
    starts.sort_unstable();
    let mut nothing = Vec::new();
    for (at, line) in reading.source.lines.iter().enumerate() {
        let words: String = letters[line.span.start..line.span.end].iter().collect();
        let Some((row, place)) = words.rsplit_once(" | ").filter(|(_, place)| place.contains('第') && place.ends_with('行')) else {
            continue;
        };
        let next = starts.partition_point(|start| *start < line.span.start);
        if starts.get(next).is_none_or(|start| *start >= line.span.end) {
            let shown: String = row.replace(" | ", " ").trim().chars().take(40).collect();
            let message = format!("原表{place}没有读出举措或目标：{shown}");
            nothing.push(Warning { line: at + 1, message, span: Some(line.span) });
        }
    }
    reading.draft.warnings.extend(nothing);
    Ok(reading)
}

/// Keeps what the columns hold for the next table with these headings, as an operation of its own.
fn keep_layout(app: &mut App, (key, roles): &Layout) -> Result<(), ApiError> {
    let Some(store) = app.ledger.as_ref().filter(|store| !store.read_only()) else { return Ok(()) };
    if store.layout(key)?.as_ref() == Some(roles) {
        return Ok(());
    }
    let (operation, at) = (app.operation(OperationKind::Setting, "记住外来表格的对应关系"), app.now_millis());
    app.store_mut()?.transact(operation, |w| Ok::<_, ApiError>(w.keep_layout(key, Some(roles), at)?))
}
