//! Workbooks out: one a unit for a period.

use crate::book::Book;
use crate::error::file_error;
use crate::freeze::lock;
use crate::grid::reporting;
use crate::wire::{Send, Sent, SentFile};
use crate::{ApiError, App};
use domain::judge::{Figure, target_label};
use domain::{Field, Period, RollUp, Uid, ValueKind};
use std::io::Write;
use std::path::{Path, PathBuf};
use store::{Base, Entry, Exchange, ExchangeCell, IndicatorRow, OperationKind, Store};
use workbook::{Form, FormRow};

/// Asks for a folder and writes workbooks into it.
pub(crate) fn send(app: &mut App, request: Send) -> Result<Sent, ApiError> {
    match app.host.pick_folder() {
        Some(folder) => send_to(app, &request, &folder),
        None => Ok(Sent { folder: None, files: Vec::new() }),
    }
}

/// Writes one workbook a unit into a folder and records the exchanges, as one operation.
///
/// # Errors
/// Where a file cannot be written: then none is left behind and nothing is recorded.
pub fn send_to(app: &mut App, request: &Send, folder: &Path) -> Result<Sent, ApiError> {
    let store = app.store()?;
    let book = Book::load(store, request.plan, request.period)?;
    let offset = *app.host.now().offset();
    if let Some(over) = store.freeze_over(book.plan.id, request.period)? {
        let error = ApiError::invalid(format!("{}，填报表收回来也不能合并，没有发出", lock(&over, request.period, offset)));
        return Err(error.hint("要补报请先解冻并写明原因"));
    }
    let all = reporting(&book);
    let chosen: Vec<i64> = match request.units.as_slice() {
        [] => all,
        some => some.iter().map(|uid| reporter(store, &all, *uid)).collect::<Result<_, _>>()?,
    };
    if chosen.is_empty() {
        return Err(ApiError::not_found("这份计划还没有要填报的单位").hint("先给指标分解到单位，或填报一个数"));
    }
    std::fs::create_dir_all(folder).map_err(|error| file_error("打开文件夹", folder, &error))?;
    let mut written: Vec<(SentFile, Exchange, Vec<ExchangeCell>)> = Vec::new();
    let work = app.work.begin(chosen.len());
    for unit in chosen {
        let own: Vec<&IndicatorRow> = book.indicators.iter().filter(|row| book.reporters(row).contains(&unit)).collect();
        let going_on = work.step(&book.unit(unit).unit.name);
        let one = going_on.and_then(|()| write_form(app, &book, &own, unit, request.period, folder));
        match one {
            Ok(one) => written.push(one),
            Err(error) => {
                remove(&written);
                return Err(error);
            }
        }
    }
    drop(work);
    let label = format!("发出{}填报表{}份", request.period.zh(), written.len());
    let operation = app.operation(OperationKind::Export, label);
    let recorded = app.store_mut()?.transact(operation, |w| {
        for (_, exchange, cells) in &written {
            w.insert_exchange(exchange, cells)?;
        }
        Ok::<_, ApiError>(())
    });
    if let Err(error) = recorded {
        remove(&written);
        return Err(error);
    }
    Ok(Sent { folder: Some(folder.display().to_string()), files: written.into_iter().map(|(file, ..)| file).collect() })
}

fn remove(written: &[(SentFile, Exchange, Vec<ExchangeCell>)]) {
    for (file, ..) in written {
        // What cannot be removed was written whole; the message names the operation that failed.
        let _ = std::fs::remove_file(&file.path);
    }
}

fn reporter(store: &Store, all: &[i64], uid: Uid) -> Result<i64, ApiError> {
    let unit = store.unit(uid)?.ok_or_else(|| ApiError::not_found("台账里没有这个单位"))?;
    if all.contains(&unit.id) {
        return Ok(unit.id);
    }
    let error = ApiError::not_found(format!("“{}”在计划里没有要填报的指标", unit.data.name));
    Err(error.hint(if unit.data.is_group {
        "这是一组单位：请发给它的成员，成员用 unit add 加入"
    } else {
        "请核对单位名称，或先把指标分解到该单位"
    }))
}

fn write_form(
    app: &App,
    book: &Book,
    rows: &[&IndicatorRow],
    unit: i64,
    period: Period,
    folder: &Path,
) -> Result<(SentFile, Exchange, Vec<ExchangeCell>), ApiError> {
    let (exchange, now) = (app.new_uid(), app.host.now());
    let unit_name = book.unit(unit).unit.name.clone();
    let plan = &book.plan.data;
    let entries = app.store()?.entries_of_unit(unit)?;
    let entry = |row: &IndicatorRow| entries.iter().find(|entry| entry.indicator_id == row.id && entry.period == period);
    let form = Form {
        exchange,
        plan_title: plan.title.clone(),
        period,
        period_label: period.zh(),
        unit_name: unit_name.clone(),
        sent_on: now.date_naive(),
        rows: rows.iter().map(|row| form_row(book, row, unit, period, entry(row))).collect(),
    };
    let bytes = workbook::write_return_form(&form)?;
    let path = free_name(folder, &workbook::form_file_name(&plan.title, &period.zh(), &unit_name));
    write_aside(&path, &bytes).map_err(|error| file_error("写填报表", &path, &error))?;
    let file = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let cells = rows.iter().zip(&form.rows).flat_map(|(row, form)| cells(row.id, form)).collect();
    let record = Exchange {
        uid: exchange,
        plan_id: book.plan.id,
        unit_id: unit,
        period,
        file_name: file.clone(),
        sent_at: now.timestamp_millis(),
        who: app.host.who(),
    };
    let sent = SentFile { file, path: path.display().to_string(), unit: unit_name, exchange, rows: form.rows.len() as u32 };
    Ok((sent, record, cells))
}

pub(crate) fn form_row(book: &Book, row: &IndicatorRow, unit: i64, period: Period, entry: Option<&Entry>) -> FormRow {
    let terms = book.unit_terms(row, unit);
    let measure = book.measure_of(row);
    let label = match &terms {
        Some(own) => target_label(own),
        None => format!("全市{}", target_label(&row.data.indicator)),
    };
    let terms = &row.data.indicator;
    let (value, numerator, denominator) = match entry.and_then(|entry| entry.figure) {
        Some(Figure::Value(value)) => (Some(value), None, None),
        Some(Figure::Ratio { numerator, denominator }) => (None, Some(numerator), Some(denominator)),
        None => (None, None, None),
    };
    FormRow {
        row: row.data.uid,
        measure_number: measure.and_then(|m| m.measure.number.clone()).unwrap_or_default(),
        measure_title: measure.map(|m| m.measure.title.clone()).unwrap_or_default(),
        role_label: measure.and_then(|m| book.role(m, unit)).map(|role| role.zh().to_owned()).unwrap_or_default(),
        indicator_name: terms.name.clone(),
        unit_of_measure: if terms.target.is_none() { "%".to_owned() } else { terms.unit.clone() },
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

/// Returns the path of a name in a folder that is not taken: a number is added rather than a file replaced.
fn free_name(folder: &Path, name: &str) -> PathBuf {
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, "xlsx"));
    let path = |n: u32| folder.join(if n == 1 { name.to_owned() } else { format!("{stem}（{n}）.{ending}") });
    (1..).map(path).find(|path| !path.exists()).expect("there are endlessly many names")
}

/// Writes a file beside its name, waits until it is on the disk, and renames it: never a half file under a final name.
pub(crate) fn write_aside(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let aside = path.with_extension("tmp~");
    let written = std::fs::File::create(&aside).and_then(|mut file| file.write_all(bytes).and_then(|()| file.sync_all()));
    let done = written.and_then(|()| std::fs::rename(&aside, path));
    if done.is_err() {
        let _ = std::fs::remove_file(&aside);
    }
    done
}
