//! Workbooks in: compared with the ledger, shown, then merged as one operation.

pub(crate) mod bearing;
pub(crate) mod compare;
mod confirm;
pub(crate) mod doubt;
pub(crate) mod figure;
pub(crate) mod folder;
mod parcel;
pub(crate) mod refusal;
mod rivals;
mod said;
pub(crate) mod sheet;
mod told;
pub(crate) mod write;

use crate::apart::Apart;
use crate::draft::read_file;
use crate::host::Pick;
use crate::readers::read_each;
use crate::wire::{Choice, MergeApply, MergeReport, Nothing};
use crate::{ApiError, App};
use compare::{Came, Decisions, Incoming};
use confirm::Confirmed;
pub(crate) use confirm::confirm;
pub use confirm::confirm_exact;
use doubt::Sides;
use folder::Found;
use std::collections::HashMap;
use std::path::PathBuf;

/// Returned workbooks under preview.
pub(crate) struct Merging {
    pub(crate) files: Vec<Incoming>,
    /// What lay in a folder and is not among them.
    skipped: Vec<String>,
    /// What a person has confirmed of rows without ids.
    pub(crate) confirmed: Confirmed,
}

/// What is done about conflicts nobody has decided one by one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnConflict {
    /// Left as ours, and asked about again the next time.
    Open,
    /// All decided alike.
    Decide(Choice),
}

/// Asks for returned workbooks and previews what merging would do, together with those in hand.
pub(crate) fn open(app: &mut App, _: Nothing) -> Result<Option<MergeReport>, ApiError> {
    match app.host.pick_files(Pick::Workbook).as_slice() {
        [] => Ok(None),
        paths => add(app, paths).map(Some),
    }
}

/// Asks for a folder of returned workbooks and previews what merging would do, together with those in hand.
pub(crate) fn open_folder(app: &mut App, _: Nothing) -> Result<Option<MergeReport>, ApiError> {
    match app.host.pick_folder() {
        None => Ok(None),
        Some(folder) => add(app, &[folder]).map(Some),
    }
}

/// Reads workbooks, and those in folders, and returns what merging them would do; nothing is written.
///
/// A file that cannot be read is named in the report, and the others go on.
///
/// # Errors
/// If there is no workbook among them at all, no ledger is open, or the person stops the reading; what was in hand is kept.
pub fn preview(app: &mut App, paths: &[PathBuf]) -> Result<MergeReport, ApiError> {
    let files = read_all(app, paths)?;
    app.merging = Some(files);
    show(app, Nothing {})?.ok_or_else(|| ApiError::internal("预览不见了"))
}

/// Reads workbooks beside those in hand, whose decisions stay as they are.
///
/// # Errors
/// As of [`preview`].
pub(crate) fn add(app: &mut App, paths: &[PathBuf]) -> Result<MergeReport, ApiError> {
    let more = read_all(app, paths)?;
    match &mut app.merging {
        Some(merging) => {
            merging.files.extend(more.files);
            merging.skipped.extend(more.skipped);
        }
        None => app.merging = Some(more),
    }
    show(app, Nothing {})?.ok_or_else(|| ApiError::internal("预览不见了"))
}

fn read_all(app: &App, paths: &[PathBuf]) -> Result<Merging, ApiError> {
    app.store()?;
    let gathered = folder::gather(paths);
    if gathered.files.is_empty() {
        let error = ApiError::not_found(format!("没有找到填报表：{}", gathered.skipped.join("，")));
        return Err(error.hint("填报表是 .xlsx、.xls、.ods、.csv 文件，数据包是 .ydpkg 文件；文件夹里再套的文件夹只看一层"));
    }
    let files = read_each(app, &gathered.files, |found| found.name.clone(), incoming)?;
    Ok(Merging { files, skipped: gathered.skipped, confirmed: Confirmed::default() })
}

fn incoming(found: &Found, apart: &mut Apart) -> Incoming {
    let name = found.name.clone();
    match read_file(&found.path) {
        Ok((_, bytes)) => Incoming { name, sha256: store::sha256(&bytes), content: read(&bytes, apart) },
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
    let comparison = compare::compare(app.store()?, merging, Decisions { each: &|_| None, alike: false, sides: &Sides::SENT }, offset)?;
    Ok(Some(comparison.into_report(true)))
}

/// Merges what was previewed, as one operation; conflicts without a decision stay as ours.
pub(crate) fn apply(app: &mut App, request: MergeApply) -> Result<MergeReport, ApiError> {
    let decisions: HashMap<String, Choice> = request.decisions.into_iter().map(|decision| (decision.key, decision.choice)).collect();
    apply_with(app, Decisions { each: &|key| decisions.get(key).copied(), alike: false, sides: &Sides::SENT })
}

/// Merges what was previewed, all conflicts decided alike or left open. Those between two returns of one unit, and what an
/// older return would set back, stay open in any case.
pub fn apply_all(app: &mut App, on_conflict: OnConflict) -> Result<MergeReport, ApiError> {
    let each = |_: &str| match on_conflict {
        OnConflict::Open => None,
        OnConflict::Decide(choice) => Some(choice),
    };
    apply_with(app, Decisions { each: &each, alike: true, sides: &Sides::SENT })
}

fn apply_with(app: &mut App, decided: Decisions<'_>) -> Result<MergeReport, ApiError> {
    let offset = *app.host.now().offset();
    let merging = app.merging.take().ok_or_else(|| ApiError::not_found("没有待合并的填报表").hint("先添加收到的文件"))?;
    let result = compare::compare(app.store()?, &merging, decided, offset).and_then(|comparison| {
        write::write(app, &merging.files, &comparison)?;
        Ok(comparison.into_report(false))
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
