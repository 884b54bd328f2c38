//! A draft becomes a plan of the ledger, as one operation.

use super::desk::Desk;
use super::{keep, read_file, write};
use crate::wire::{Imported, Nothing};
use crate::{ApiError, App, ErrorKind};
use chrono::{Datelike, NaiveDate};
use domain::Uid;
use std::path::Path;
use store::{OperationKind, Store};

/// Writes the draft under review into the open ledger; with none open, makes one named after the plan.
pub(crate) fn confirm(app: &mut App, _: Nothing) -> Result<Imported, ApiError> {
    keep::put_away_stale(app)?;
    let desk = &app.draft.as_ref().ok_or_else(super::no_draft)?.desk;
    refuse_empty(desk)?;
    let title = desk.content.plan.title.trim().to_owned();
    if app.ledger.is_none() {
        app.create_named(if title.is_empty() { "新台账" } else { &title })?;
    }
    let kept = app.draft.take().ok_or_else(super::no_draft)?;
    let imported = import_desk(app, &kept.desk, Some(&kept));
    match &imported {
        // What a person corrected must not be lost because writing failed.
        Err(_) => app.draft = Some(kept),
        // The ledger keeps the draft now, for undo. A file that cannot be removed is only offered once more.
        Ok(_) => drop(keep::remove_file(&kept.place)),
    }
    imported
}

/// Reads a document and writes it as it was read into the ledger at a path, which is made if there is none.
///
/// # Errors
/// Where the document cannot be read or the ledger not be opened; a document that is refused makes no ledger.
pub fn import(app: &mut App, ledger: &Path, document: &Path) -> Result<Imported, ApiError> {
    let (name, bytes) = read_file(document)?;
    let desk = lay_out(name, bytes)?;
    app.open_or_create(ledger)?;
    import_desk(app, &desk, None)
}

/// Reads a document from its bytes and writes it as it was read into the open ledger.
pub(crate) fn import_bytes(app: &mut App, name: String, bytes: Vec<u8>) -> Result<Imported, ApiError> {
    let desk = lay_out(name, bytes)?;
    import_desk(app, &desk, None)
}

/// Writes what was read of a document as it was read into the open ledger.
pub(crate) fn import_reading(app: &mut App, name: String, bytes: Vec<u8>, reading: reader::Reading) -> Result<Imported, ApiError> {
    let desk = Desk::new(name, bytes, reading);
    refuse_empty(&desk)?;
    import_desk(app, &desk, None)
}

pub(super) fn lay_out(name: String, bytes: Vec<u8>) -> Result<Desk, ApiError> {
    let reading = reader::read(&name, &bytes)?;
    let desk = Desk::new(name, bytes, reading);
    refuse_empty(&desk)?;
    Ok(desk)
}

fn import_desk(app: &mut App, desk: &Desk, draft: Option<&keep::Kept>) -> Result<Imported, ApiError> {
    let sha256 = store::sha256(&desk.bytes);
    refuse_twice(app.store()?, &sha256, &desk.file)?;
    let mut warnings = Vec::new();
    let (start, due) = days(desk, app.host.now().date_naive(), &mut warnings)?;
    let title = match desk.content.plan.title.trim() {
        "" => desk.file.rsplit_once('.').map_or(desk.file.as_str(), |(stem, _)| stem).to_owned(),
        title => title.to_owned(),
    };
    let received_at = app.now_millis();
    let operation = app.operation(OperationKind::Import, format!("导入计划“{title}”"));
    let ids: Vec<Uid> = (0..desk.content.things()).map(|_| app.new_uid()).collect();
    let head = write::Head { title, received_at, start, due };
    let mut imported = app.store_mut()?.transact(operation, |w| {
        let imported = write::write(w, desk, head, ids)?;
        draft.map_or(Ok(()), |kept| keep::remove(w, kept, received_at))?;
        Ok::<_, ApiError>(imported)
    })?;
    imported.warnings = warnings;
    Ok(imported)
}

/// Refuses a document nothing would be imported of.
fn refuse_empty(desk: &Desk) -> Result<(), ApiError> {
    if desk.content.kept_measures().next().is_some() || desk.content.kept_targets().next().is_some() {
        return Ok(());
    }
    let error = ApiError::invalid(format!("“{}”里没有读到举措和目标，没有导入", desk.file));
    Err(error.hint("请确认这是一份计划；如果是，请把它另存为 .docx 或 .txt 再试"))
}

/// Refuses a document whose very bytes are in the ledger already.
pub(super) fn refuse_twice(store: &Store, sha256: &str, file: &str) -> Result<(), ApiError> {
    let Some(document) = store.document_by_sha256(sha256)? else { return Ok(()) };
    let plan = store.plans()?.into_iter().find(|plan| plan.data.document_id == Some(document.id));
    let title = plan.map(|plan| format!("，计划“{}”", plan.data.title)).unwrap_or_default();
    let error = ApiError { kind: ErrorKind::Conflict, message: format!("“{file}”已经导入过{title}"), hint: None };
    Err(error.hint("同一份文件不用再导入；要重来，请先撤销上一次导入"))
}

/// Returns the first and last day of the plan; where the document does not say, the year it was issued in.
fn days(desk: &Desk, today: NaiveDate, warnings: &mut Vec<String>) -> Result<(NaiveDate, NaiveDate), ApiError> {
    let year = desk.content.plan.issued.unwrap_or(today).year();
    let day = |month, day| NaiveDate::from_ymd_opt(year, month, day).expect("every year has a first and a last day");
    if desk.content.plan.start.is_none() || desk.content.plan.due.is_none() {
        warnings.push(format!("文件没有写明计划起止，按{year}年全年计"));
    }
    let (start, due) = (desk.content.plan.start.unwrap_or(day(1, 1)), desk.content.plan.due.unwrap_or(day(12, 31)));
    if due < start { Err(ApiError::invalid(format!("计划结束日{due}早于开始日{start}"))) } else { Ok((start, due)) }
}
