//! A document between reading and the ledger: looked at, corrected, left and taken up again, then confirmed as one
//! operation.

mod alike;
mod confirm;
mod cut;
mod desk;
mod edit;
mod keep;
mod original;
mod quick;
pub mod revise;
mod view;
mod write;

pub use confirm::import;
pub(crate) use confirm::{confirm, import_bytes, import_reading};
pub(crate) use keep::{Kept, any};
pub(crate) use original::show as original;

use crate::error::file_error;
use crate::host::Pick;
use crate::shown::{moment, name_of};
use crate::wire::{DraftEdit, DraftInfo, DraftView, Nothing, OfDraft, Pasted};
use crate::{ApiError, App};
use desk::Desk;
use std::io::Read;
use std::path::Path;
use store::OperationKind;

/// A document larger than this is no work plan; reading it would only fill the memory.
pub(crate) const LARGEST_DOCUMENT: u64 = 200 * 1024 * 1024;

/// Reads a document and stores nothing.
///
/// # Errors
/// Where the file cannot be read or is no document.
pub fn read(path: &Path) -> Result<reader::Reading, ApiError> {
    let (name, bytes) = read_file(path)?;
    Ok(reader::read(&name, &bytes)?)
}

/// Asks for a document and reads it; none if the person thought better of it.
pub(crate) fn open(app: &mut App, _: Nothing) -> Result<Option<DraftView>, ApiError> {
    match app.host.pick_file(Pick::Document) {
        Some(path) => take(app, &path).map(Some),
        None => Ok(None),
    }
}

/// Reads a document by its path.
pub(crate) fn take(app: &mut App, path: &Path) -> Result<DraftView, ApiError> {
    let (name, bytes) = read_file(path)?;
    lay(app, name, bytes)
}

/// Lays a document on the desk; one whose draft waits is taken up as it was left.
fn lay(app: &mut App, name: String, bytes: Vec<u8>) -> Result<DraftView, ApiError> {
    lay_as(app, name, bytes, |name, bytes| Ok(reader::read(name, bytes)?))
}

/// The same, read in a way of its own.
pub(crate) fn lay_as(
    app: &mut App,
    name: String,
    bytes: Vec<u8>,
    read: impl FnOnce(&str, &[u8]) -> Result<reader::Reading, ApiError>,
) -> Result<DraftView, ApiError> {
    let sha256 = store::sha256(&bytes);
    match keep::waiting(app)?.iter().find(|draft| draft.sha256 == sha256) {
        Some(waiting) => keep::take_up(app, waiting)?,
        None => {
            let reading = read(&name, &bytes)?;
            keep::begin(app, Desk::new(name, bytes, reading));
        }
    }
    view_of(app)
}

/// Reads a document's file whole, with its name.
pub(crate) fn read_file(path: &Path) -> Result<(String, Vec<u8>), ApiError> {
    let failed = |error: &std::io::Error| file_error("读取文件", path, error);
    let about = std::fs::metadata(path).map_err(|error| failed(&error))?;
    // A folder, or a device that would never end.
    if !about.is_file() {
        let what = if about.is_dir() { "这是一个文件夹，请选择其中的文件" } else { "不是普通文件" };
        return Err(ApiError::unreadable(format!("读取文件失败：{}，{what}", path.display())));
    }
    let too_large = |size: u64| ApiError::unreadable(format!("{}有{} MB，超过200 MB，不像一份计划", path.display(), size / 1024 / 1024));
    if about.len() > LARGEST_DOCUMENT {
        return Err(too_large(about.len()));
    }
    let mut bytes = Vec::new();
    // It may grow while it is read; what was cut off meanwhile, its format tells.
    let file = std::fs::File::open(path).map_err(|error| failed(&error))?;
    file.take(LARGEST_DOCUMENT + 1).read_to_end(&mut bytes).map_err(|error| failed(&error))?;
    if bytes.len() as u64 > LARGEST_DOCUMENT {
        return Err(too_large(bytes.len() as u64));
    }
    Ok((name_of(path), bytes))
}

/// Reads text pasted into the window.
pub(crate) fn paste(app: &mut App, pasted: Pasted) -> Result<DraftView, ApiError> {
    lay(app, "粘贴的文字.txt".to_owned(), pasted.text.into_bytes())
}

/// Returns the draft under review; with none on the desk, takes up the one that waits, if it is the only one.
pub(crate) fn show(app: &mut App, _: Nothing) -> Result<Option<DraftView>, ApiError> {
    keep::put_away_stale(app)?;
    if app.draft.is_none()
        && let [only] = keep::waiting(app)?.as_slice()
    {
        keep::take_up(app, only)?;
    }
    app.draft.is_some().then(|| view_of(app)).transpose()
}

/// Returns the drafts that wait, the last saved first.
pub(crate) fn list(app: &mut App, _: Nothing) -> Result<Vec<DraftInfo>, ApiError> {
    let offset = *app.host.now().offset();
    let info = |draft: keep::Waiting| DraftInfo {
        id: draft.uid,
        file: draft.file,
        saved_at: moment(draft.saved_at, offset),
        in_ledger: draft.place == keep::Place::Ledger,
    };
    Ok(keep::waiting(app)?.into_iter().map(info).collect())
}

/// Takes a waiting draft up again.
pub(crate) fn resume(app: &mut App, of: OfDraft) -> Result<DraftView, ApiError> {
    let waiting = keep::waiting(app)?;
    let draft = waiting.iter().find(|draft| draft.uid == of.draft).ok_or_else(no_draft)?;
    keep::take_up(app, draft)?;
    view_of(app)
}

/// Leaves the draft where it is kept.
pub(crate) fn leave(app: &mut App, _: Nothing) -> Result<Nothing, ApiError> {
    if let Some(why) = app.draft.as_ref().and_then(|kept| kept.unsaved.as_ref()) {
        return Err(ApiError::unreadable(why.clone()).hint("草稿还没有保存，离开就会丢失"));
    }
    app.draft = None;
    Ok(Nothing {})
}

/// Changes the draft and returns it as it is now.
pub(crate) fn edit(app: &mut App, edit: DraftEdit) -> Result<DraftView, ApiError> {
    keep::put_away_stale(app)?;
    if let DraftEdit::UnitAlias { unit, .. } = &edit
        && alike::Known::of(app)?.name_of(*unit).is_none()
    {
        return Err(ApiError::not_found("台账里没有这个单位").hint("请另选一个单位，或新建单位"));
    }
    app.draft.as_mut().ok_or_else(no_draft)?.desk.edit(edit)?;
    keep::save(app);
    view_of(app)
}

/// Takes back the last change of the draft.
pub(crate) fn undo(app: &mut App, _: Nothing) -> Result<DraftView, ApiError> {
    keep::put_away_stale(app)?;
    if !app.draft.as_mut().ok_or_else(no_draft)?.desk.take_back() {
        return Err(ApiError::not_found("草稿还没有改动，没有可以撤销的"));
    }
    keep::save(app);
    view_of(app)
}

/// Throws the draft away; the ledger's plans and the file it was read from stay as they are.
pub(crate) fn discard(app: &mut App, _: Nothing) -> Result<Nothing, ApiError> {
    keep::put_away_stale(app)?;
    let Some(kept) = app.draft.take() else { return Ok(Nothing {}) };
    let removed = match kept.place {
        keep::Place::Ledger => {
            let (operation, at) = (app.operation(OperationKind::Draft, format!("放弃草稿“{}”", kept.desk.file)), app.now_millis());
            app.store_mut().and_then(|store| store.transact(operation, |w| keep::remove(w, &kept, at)))
        }
        keep::Place::File(_) => keep::remove_file(&kept.place),
    };
    if removed.is_err() {
        app.draft = Some(kept);
    }
    removed.map(|()| Nothing {})
}

fn view_of(app: &mut App) -> Result<DraftView, ApiError> {
    let known = alike::Known::of(app)?;
    let kept = app.draft.as_ref().ok_or_else(no_draft)?;
    let revises = app.ledger.as_ref().map(|store| revise::likely(store, &kept.desk)).transpose()?.flatten();
    Ok(DraftView { unsaved: kept.unsaved.clone(), revises, ..view::view(&kept.desk, &known) })
}

fn no_draft() -> ApiError {
    ApiError::not_found("没有正在核对的文件").hint("先用“读入一份文件”打开计划")
}
