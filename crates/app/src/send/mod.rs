//! Workbooks out: one a unit for a period.

pub(crate) mod form;
pub(crate) mod trend;

use crate::book::Book;
use crate::files::{take_away, write_each};
use crate::locks::lock;
use crate::reporting::asked;
use crate::wire::{Send, Sent};
use crate::{ApiError, App, units};
use domain::Uid;
use std::path::Path;
use store::{OperationKind, Store};

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
    let mut book = Book::load(store, request.plan, request.period)?;
    let offset = *app.host.now().offset();
    if let Some(over) = store.freeze_over(book.plan.id, request.period)? {
        let error = ApiError::invalid(format!("{}，填报表收回来也不能合并，没有发出", lock(&over, request.period, offset)));
        return Err(error.hint("要补报请先解冻并写明原因"));
    }
    let all = asked(&book, request.period);
    let chosen: Vec<i64> = match request.units.as_slice() {
        [] => all,
        some => some.iter().map(|uid| reporter(store, &all, *uid)).collect::<Result<_, _>>()?,
    };
    if chosen.is_empty() {
        return Err(ApiError::not_found("这份计划还没有要填报的单位").hint("先给任务写上责任单位，或把指标分解到单位"));
    }
    if request.trend {
        let all: Vec<i64> = book.indicators.iter().map(|row| row.id).collect();
        book.read_series(store, &all)?;
    }
    let name = |unit: &i64| book.unit(*unit).unit.name.clone();
    let written = write_each(&app.work, folder, &chosen, name, |unit| form::write(app, &book, *unit, request, folder))?;
    let label = format!("发出{}填报表{}份", request.period.zh(), written.len());
    let operation = app.operation(OperationKind::Export, label);
    let recorded = app.store_mut()?.transact(operation, |w| written.iter().try_for_each(|one| one.record(w)));
    if let Err(error) = recorded {
        take_away(&written);
        return Err(error);
    }
    Ok(Sent { folder: Some(folder.display().to_string()), files: written.into_iter().map(|one| one.file).collect() })
}

fn reporter(store: &Store, all: &[i64], uid: Uid) -> Result<i64, ApiError> {
    let unit = units::by_id(store, uid)?;
    if all.contains(&unit.id) {
        return Ok(unit.id);
    }
    let error = ApiError::not_found(format!("“{}”在计划里没有要填报的指标，也没有承担的任务", unit.data.name));
    Err(error.hint(if unit.data.is_group {
        "这是一组单位：请发给它的成员，成员用 unit add 加入"
    } else {
        "请核对单位名称，或先把指标分解到该单位"
    }))
}
