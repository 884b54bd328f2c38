//! Where a draft waits while nobody works on it: in the open ledger, or in a file beside the ledgers.
//!
//! It is saved after every change, so that leaving it, closing the window or a power cut loses nothing.

use super::desk::Desk;
use crate::error::file_error;
use crate::wire::DraftEdit;
use crate::{ApiError, App};
use domain::Uid;
use reader::Reading;
use serde::{Deserialize, Serialize};
use std::io::Write;
use std::path::{Path, PathBuf};
use store::{Draft, OperationKind, Writer};

const FILE_NAME: &str = "未入账草稿";

/// A draft that is worked on, with where it is kept.
pub(crate) struct Kept {
    pub(crate) uid: Uid,
    pub(crate) place: Place,
    pub(crate) desk: Desk,
    /// Why it could not be saved last time.
    pub(crate) unsaved: Option<String>,
}

/// Where a draft is kept.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Place {
    /// In the open ledger.
    Ledger,
    /// In a file of its own.
    File(PathBuf),
}

/// A draft that waits.
pub(crate) struct Waiting {
    pub(crate) uid: Uid,
    pub(crate) file: String,
    pub(crate) sha256: String,
    pub(crate) saved_at: i64,
    pub(crate) place: Place,
}

/// What a person did to what was read: the part of a draft that changes.
#[derive(Serialize, Deserialize)]
struct Work {
    reading: Reading,
    edits: Vec<DraftEdit>,
}

/// A draft in a file of its own.
#[derive(Serialize, Deserialize)]
struct Paper {
    uid: Uid,
    file: String,
    saved_at: i64,
    sha256: String,
    /// The document's bytes in hex: a file that can be looked into and mended.
    bytes: String,
    work: Work,
}

/// Begins to keep a draft: in the ledger where one can be written, else in a file.
pub(crate) fn begin(app: &mut App, desk: Desk) {
    let uid = app.new_uid();
    let place = match &app.ledger {
        Some(store) if !store.read_only() => Place::Ledger,
        _ => Place::File(free_path(&app.host.ledgers())),
    };
    let mut kept = Kept { uid, place, desk, unsaved: None };
    kept.unsaved = write(app, &kept).err().map(|error| error.message);
    app.draft = Some(kept);
}

/// Saves the draft that is worked on; where that fails, the reason is kept and the work goes on.
pub(crate) fn save(app: &mut App) {
    let Some(mut kept) = app.draft.take() else { return };
    kept.unsaved = write(app, &kept).err().map(|error| error.message);
    app.draft = Some(kept);
}

fn write(app: &mut App, kept: &Kept) -> Result<(), ApiError> {
    match &kept.place {
        Place::File(path) => write_file(path, &paper(kept, app.now_millis())?),
        Place::Ledger => {
            let draft = row(kept, app.now_millis())?;
            let operation = app.operation(OperationKind::Draft, format!("核对“{}”", kept.desk.file));
            let bytes = &kept.desk.bytes;
            app.store_mut()?.transact(operation, |w| {
                if !w.save_draft(draft.uid, &draft.draft, draft.updated_at)? {
                    w.insert_draft(&draft, bytes)?;
                }
                Ok(())
            })
        }
    }
}

/// Removes the draft within an operation, so that undoing the operation brings it back into the ledger.
pub(crate) fn remove(w: &Writer<'_>, kept: &Kept, at: i64) -> Result<(), ApiError> {
    // Only the removal is recorded: a draft kept in a file is put into the ledger first.
    if !w.save_draft(kept.uid, &work(kept)?, at)? {
        w.insert_draft(&row(kept, at)?, &kept.desk.bytes)?;
    }
    w.delete_draft(kept.uid)?;
    Ok(())
}

/// Removes a draft's file, if it had one.
pub(crate) fn remove_file(place: &Place) -> Result<(), ApiError> {
    match place {
        Place::File(path) if path.exists() => std::fs::remove_file(path).map_err(|error| file_error("删除草稿", path, &error)),
        _ => Ok(()),
    }
}

/// Returns every draft that waits, the last saved first.
pub(crate) fn waiting(app: &App) -> Result<Vec<Waiting>, ApiError> {
    let mut waiting = Vec::new();
    if let Some(store) = &app.ledger {
        let rows = store.draft_names()?.into_iter();
        waiting.extend(rows.map(|row| Waiting {
            uid: row.uid,
            file: row.name,
            sha256: row.sha256,
            saved_at: row.updated_at,
            place: Place::Ledger,
        }));
    }
    for path in paths(&app.host.ledgers()) {
        // What cannot be read is left where it lies: it is somebody's work.
        let Ok(paper) = read_file(&path) else { continue };
        let Paper { uid, file, saved_at, sha256, .. } = paper;
        waiting.push(Waiting { uid, file, sha256, saved_at, place: Place::File(path) });
    }
    waiting.sort_by_key(|draft| std::cmp::Reverse(draft.saved_at));
    Ok(waiting)
}

/// Returns true if a draft waits; asked after every change, so it looks at names only.
pub(crate) fn any(app: &App) -> Result<bool, ApiError> {
    let in_ledger = app.ledger.as_ref().map_or(Ok(false), |store| store.draft_names().map(|names| !names.is_empty()))?;
    Ok(in_ledger || paths(&app.host.ledgers()).next().is_some())
}

/// Lays a waiting draft on the desk as it was left.
pub(crate) fn take_up(app: &mut App, waiting: &Waiting) -> Result<(), ApiError> {
    let (bytes, work) = match &waiting.place {
        Place::File(path) => {
            let paper = read_file(path)?;
            (unhex(&paper.bytes).ok_or_else(|| damaged(&waiting.file))?, paper.work)
        }
        Place::Ledger => {
            let store = app.store()?;
            let draft = store.draft(waiting.uid)?.ok_or_else(super::no_draft)?;
            let bytes = store.content(&draft.data.sha256)?.ok_or_else(|| damaged(&waiting.file))?;
            (bytes, serde_json::from_str(&draft.data.draft).map_err(|_| damaged(&waiting.file))?)
        }
    };
    let desk = Desk::replayed(waiting.file.clone(), bytes, work.reading, work.edits);
    app.draft = Some(Kept { uid: waiting.uid, place: waiting.place.clone(), desk, unsaved: None });
    Ok(())
}

/// Puts away the draft on the desk if it is no longer kept where it was: undone, confirmed elsewhere, another ledger open.
pub(crate) fn put_away_stale(app: &mut App) -> Result<(), ApiError> {
    let Some(kept) = &app.draft else { return Ok(()) };
    let gone = match &kept.place {
        _ if kept.unsaved.is_some() => false,
        Place::File(path) => !path.exists(),
        Place::Ledger => match &app.ledger {
            Some(store) => !store.draft_names()?.iter().any(|draft| draft.uid == kept.uid),
            None => true,
        },
    };
    if gone {
        app.draft = None;
    }
    Ok(())
}

fn row(kept: &Kept, at: i64) -> Result<Draft, ApiError> {
    Ok(Draft { uid: kept.uid, name: kept.desk.file.clone(), sha256: String::new(), draft: work(kept)?, updated_at: at })
}

fn work(kept: &Kept) -> Result<String, ApiError> {
    let work = Work { reading: kept.desk.reading.clone(), edits: kept.desk.edits.clone() };
    serde_json::to_string(&work).map_err(|error| ApiError::internal(format!("草稿：{error}")))
}

fn paper(kept: &Kept, saved_at: i64) -> Result<Paper, ApiError> {
    let Desk { file, bytes, reading, edits, .. } = &kept.desk;
    let work = Work { reading: reading.clone(), edits: edits.clone() };
    let hex = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    Ok(Paper { uid: kept.uid, file: file.clone(), saved_at, sha256: store::sha256(bytes), bytes: hex, work })
}

fn read_file(path: &Path) -> Result<Paper, ApiError> {
    let text = std::fs::read(path).map_err(|error| file_error("读取草稿", path, &error))?;
    serde_json::from_slice(&text).map_err(|_| damaged(&path.display().to_string()))
}

/// Writes the file beside its name, for nobody else to read, and renames it: never half a draft.
fn write_file(path: &Path, paper: &Paper) -> Result<(), ApiError> {
    let failed = |error: &std::io::Error| file_error("保存草稿", path, error);
    let text = serde_json::to_vec(paper).map_err(|error| ApiError::internal(format!("草稿：{error}")))?;
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(|error| failed(&error))?;
    }
    let aside = path.with_extension("tmp~");
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let written = options.open(&aside).and_then(|mut file| file.write_all(&text).and_then(|()| file.sync_all()));
    let done = written.and_then(|()| std::fs::rename(&aside, path));
    if done.is_err() {
        // What is left aside is no draft; the message says why there is none.
        let _ = std::fs::remove_file(&aside);
    }
    done.map_err(|error| failed(&error))
}

/// Returns the drafts' files of a folder, in the order of their names.
fn paths(folder: &Path) -> impl Iterator<Item = PathBuf> {
    let files = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let is_draft = |path: &PathBuf| {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        name.starts_with(FILE_NAME) && name.ends_with(".json")
    };
    let mut found: Vec<PathBuf> = files.filter(is_draft).collect();
    found.sort();
    found.into_iter()
}

fn free_path(folder: &Path) -> PathBuf {
    let path = |n: u32| folder.join(if n == 1 { format!("{FILE_NAME}.json") } else { format!("{FILE_NAME}（{n}）.json") });
    (1..).map(path).find(|path| !path.exists()).expect("there are endlessly many names")
}

fn unhex(text: &str) -> Option<Vec<u8>> {
    let digit = |byte: u8| (byte as char).to_digit(16).map(|digit| digit as u8);
    text.as_bytes().chunks(2).map(|pair| Some(digit(pair[0])? << 4 | digit(*pair.get(1)?)?)).collect()
}

fn damaged(name: &str) -> ApiError {
    ApiError::unreadable(format!("草稿“{name}”已损坏，不能继续")).hint("请重新读入原文件")
}
