//! Workbooks in: compared with the ledger, shown, then merged as one operation.

pub(crate) mod compare;
pub(crate) mod figure;
mod parcel;
pub(crate) mod refusal;
pub(crate) mod sheet;
pub(crate) mod write;

use crate::apart::Apart;
use crate::draft::read_file;
use crate::host::Pick;
use crate::wire::{Choice, MergeApply, MergeReport, Nothing};
use crate::{ApiError, App};
use compare::{Came, Incoming};
use std::collections::HashMap;
use std::path::{Path, PathBuf};

/// Returned workbooks under preview.
pub(crate) struct Merging {
    files: Vec<Incoming>,
}

/// What is done about conflicts nobody has decided one by one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnConflict {
    /// Left as ours, and asked about again the next time.
    Open,
    /// All decided alike.
    Decide(Choice),
}

/// Asks for returned workbooks and previews what merging would do.
pub(crate) fn open(app: &mut App, _: Nothing) -> Result<Option<MergeReport>, ApiError> {
    let paths = app.host.pick_files(Pick::Workbook);
    if paths.is_empty() {
        return Ok(None);
    }
    preview(app, &paths).map(Some)
}

/// Reads workbooks and returns what merging them would do; nothing is written.
///
/// A file that cannot be read is named in the report, and the others go on.
pub fn preview(app: &mut App, paths: &[PathBuf]) -> Result<MergeReport, ApiError> {
    app.store()?;
    let mut apart = Apart::new(app.host.apart());
    app.merging = Some(Merging { files: paths.iter().map(|path| incoming(path, &mut apart)).collect() });
    show(app, Nothing {})?.ok_or_else(|| ApiError::internal("预览不见了"))
}

fn incoming(path: &Path, apart: &mut Apart) -> Incoming {
    let name = path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned());
    match read_file(path) {
        Ok((name, bytes)) => Incoming { name, sha256: store::sha256(&bytes), content: read(&bytes, apart) },
        Err(error) => Incoming { name, sha256: String::new(), content: Err(error.message) },
    }
}

fn read(bytes: &[u8], apart: &mut Apart) -> Result<Came, String> {
    if !package::looks_like(bytes) {
        return apart.read(bytes).map(Came::Workbook);
    }
    match package::read(bytes) {
        Ok(package::Package { cover, content: package::Content::Report(report) }) => Ok(Came::Package(cover, report)),
        Ok(package::Package { cover, .. }) => Err(package::Error::OtherKind(cover.kind.zh()).to_string()),
        Err(error) => Err(error.to_string()),
    }
}

/// Returns the preview again, against the ledger as it is now.
pub(crate) fn show(app: &mut App, _: Nothing) -> Result<Option<MergeReport>, ApiError> {
    let offset = *app.host.now().offset();
    let Some(merging) = &app.merging else { return Ok(None) };
    let comparison = compare::compare(app.store()?, &merging.files, &|_| None, offset)?;
    Ok(Some(comparison.report(true)))
}

/// Merges what was previewed, as one operation; conflicts without a decision stay as ours.
pub(crate) fn apply(app: &mut App, request: MergeApply) -> Result<MergeReport, ApiError> {
    let decisions: HashMap<String, Choice> = request.decisions.into_iter().map(|decision| (decision.key, decision.choice)).collect();
    apply_with(app, &|key| decisions.get(key).copied())
}

/// Merges what was previewed, all conflicts decided alike or left open.
pub fn apply_all(app: &mut App, on_conflict: OnConflict) -> Result<MergeReport, ApiError> {
    apply_with(app, &|_| match on_conflict {
        OnConflict::Open => None,
        OnConflict::Decide(choice) => Some(choice),
    })
}

fn apply_with(app: &mut App, decide: &dyn Fn(&str) -> Option<Choice>) -> Result<MergeReport, ApiError> {
    let offset = *app.host.now().offset();
    let merging = app.merging.take().ok_or_else(|| ApiError::not_found("没有待合并的填报表").hint("先添加收到的文件"))?;
    let result = compare::compare(app.store()?, &merging.files, decide, offset).and_then(|comparison| {
        write::write(app, &merging.files, &comparison)?;
        Ok(comparison.report(false))
    });
    if result.is_err() {
        // What was previewed stays on the screen: the person can try again.
        app.merging = Some(merging);
    }
    result
}

/// Puts the preview away; nothing is written.
pub(crate) fn discard(app: &mut App, _: Nothing) -> Result<Nothing, ApiError> {
    app.merging = None;
    Ok(Nothing {})
}
