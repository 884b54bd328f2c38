//! A document between reading and the ledger: looked at, corrected, then confirmed as one operation.

mod confirm;
mod desk;
mod edit;
mod view;
mod write;

pub use confirm::import;
pub(crate) use confirm::{confirm, import_bytes};
pub(crate) use desk::Desk;

use crate::error::file_error;
use crate::host::Pick;
use crate::wire::{DraftEdit, DraftView, Nothing, Pasted};
use crate::{ApiError, App};
use std::path::Path;

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
    app.draft = Some(Desk::new(name.clone(), bytes.clone(), reader::read(&name, &bytes)?));
    view_of(app)
}

/// Reads a document's file whole, with its name.
pub(crate) fn read_file(path: &Path) -> Result<(String, Vec<u8>), ApiError> {
    let failed = |error: &std::io::Error| file_error("读取文件", path, error);
    let size = std::fs::metadata(path).map_err(|error| failed(&error))?;
    if size.is_file() && size.len() > LARGEST_DOCUMENT {
        return Err(ApiError::unreadable(format!("{}有{} MB，超过200 MB，不像一份计划", path.display(), size.len() / 1024 / 1024)));
    }
    let bytes = std::fs::read(path).map_err(|error| failed(&error))?;
    let name = path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned());
    Ok((name, bytes))
}

/// Reads text pasted into the window.
pub(crate) fn paste(app: &mut App, pasted: Pasted) -> Result<DraftView, ApiError> {
    let name = "粘贴的文字.txt".to_owned();
    let bytes = pasted.text.into_bytes();
    app.draft = Some(Desk::new(name.clone(), bytes.clone(), reader::read(&name, &bytes)?));
    view_of(app)
}

/// Returns the draft under review, if there is one.
pub(crate) fn show(app: &mut App, _: Nothing) -> Result<Option<DraftView>, ApiError> {
    app.draft.is_some().then(|| view_of(app)).transpose()
}

/// Changes the draft and returns it as it is now.
pub(crate) fn edit(app: &mut App, edit: DraftEdit) -> Result<DraftView, ApiError> {
    let desk = app.draft.as_mut().ok_or_else(no_draft)?;
    edit::apply(desk, edit)?;
    view_of(app)
}

/// Throws the draft away; the ledger and the file stay as they are.
pub(crate) fn discard(app: &mut App, _: Nothing) -> Result<Nothing, ApiError> {
    app.draft = None;
    Ok(Nothing {})
}

fn view_of(app: &mut App) -> Result<DraftView, ApiError> {
    let known = crate::units::names(app)?;
    let desk = app.draft.as_ref().ok_or_else(no_draft)?;
    Ok(view::view(desk, &known))
}

fn no_draft() -> ApiError {
    ApiError::not_found("没有正在核对的文件").hint("先用“读入一份文件”打开计划")
}
