//! Tables made elsewhere, taken into a plan of the ledger: mapped, matched, compared, then written as one operation.

mod cells;
mod draft;
mod given;
mod known;
mod mapping;
mod rows;
mod view;

pub use draft::import;
pub(crate) use draft::to_draft;
pub use given::{Given, Reading};

use crate::apart::Apart;
use crate::draft::read_file;
use crate::host::Pick;
use crate::merge::OnConflict;
use crate::merge::compare::{Compared, Ground, report};
use crate::merge::write::write_cells;
use crate::wire::{
    Choice, FileStatus, ForeignApply, ForeignChoice, ForeignEdit, ForeignFile, ForeignOf, ForeignRow, ForeignSet, ForeignView, MergeFile,
    MergeReport, Nothing, Outcome, RowOutcome,
};
use crate::{ApiError, App, units};
use cells::{Cells, Table};
use chrono::Datelike;
use domain::{ColumnRole, Period};
use known::Known;
use mapping::{Choices, Mapping, layout_key, layout_roles, map};
use std::collections::HashMap;
use std::path::PathBuf;
use store::{Issue, OperationKind, Return, ReturnStatus};
use workbook::ForeignSheet;

/// Tables under preview.
pub(crate) struct Foreign {
    files: Vec<File>,
}

struct File {
    name: String,
    sha256: String,
    sheets: Result<Vec<ForeignSheet>, String>,
    choices: Choices,
}

impl File {
    /// Says where the table is, if the file can be read.
    fn place(&mut self, reading: &Reading) -> Result<(), ApiError> {
        let Ok(sheets) = &self.sheets else { return Ok(()) };
        if let Some(name) = &reading.sheet
            && !sheets.iter().any(|sheet| sheet.name == *name)
        {
            let all: Vec<&str> = sheets.iter().map(|sheet| sheet.name.as_str()).collect();
            return Err(ApiError::not_found(format!("“{}”里没有工作表“{name}”", self.name)).hint(format!("有：{}", all.join("、"))));
        }
        reading.place().into_iter().for_each(|edit| self.choices.take(edit));
        Ok(())
    }
}

/// Asks for tables and shows what their columns hold and what taking them would do.
pub(crate) fn open(app: &mut App, of: ForeignOf) -> Result<Option<ForeignView>, ApiError> {
    let paths = app.host.pick_files(Pick::Table);
    if paths.is_empty() {
        return Ok(None);
    }
    preview(app, &of, &paths).map(Some)
}

/// Reads tables and returns what their columns hold and what taking them would do; nothing is written.
///
/// A file that cannot be read is named in the answer, and the others go on.
///
/// # Errors
/// Where there is no such plan, or the period lies outside it.
pub fn preview(app: &mut App, of: &ForeignOf, paths: &[PathBuf]) -> Result<ForeignView, ApiError> {
    app.store()?;
    let mut apart = Apart::new(app.host.apart());
    let files = paths.iter().map(|path| {
        let name = path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned());
        match read_file(path) {
            Ok((name, bytes)) => {
                let sheets = apart.read_table(&bytes);
                File { name, sha256: store::sha256(&bytes), sheets, choices: Choices::default() }
            }
            Err(error) => File { name, sha256: String::new(), sheets: Err(error.message), choices: Choices::default() },
        }
    });
    app.foreign = Some(Foreign { files: files.collect() });
    shown(app, of)
}

/// Returns the tables again, against the ledger as it is now.
pub(crate) fn show(app: &mut App, of: ForeignOf) -> Result<Option<ForeignView>, ApiError> {
    if app.foreign.is_none() {
        return Ok(None);
    }
    shown(app, &of).map(Some)
}

/// Changes how a file is read, or which item a row means.
///
/// # Errors
/// Where there is no such file.
pub fn set(app: &mut App, request: ForeignSet) -> Result<ForeignView, ApiError> {
    let ForeignSet { of, file, edit } = request;
    if edit == ForeignEdit::Forget {
        forget(app, &of, file as usize)?;
    }
    // Files with the same headings are mapped alike.
    let layouts = if matches!(edit, ForeignEdit::Column { .. }) { take(app, &of, &|_| None)?.layouts } else { Vec::new() };
    let key = |at: usize| layouts.get(at).and_then(|layout| layout.as_ref()).map(|(key, _)| key);
    let foreign = app.foreign.as_mut().ok_or_else(nothing_open)?;
    let file = file as usize;
    if file >= foreign.files.len() {
        return Err(nothing_open());
    }
    for (at, other) in foreign.files.iter_mut().enumerate() {
        if at == file || (key(at).is_some() && key(at) == key(file)) {
            other.choices.take(edit.clone());
        }
    }
    shown(app, &of)
}

/// Reads every file as a person says.
///
/// # Errors
/// Where a file that can be read has no such sheet, row or column.
pub fn read_as(app: &mut App, of: &ForeignOf, reading: &Reading) -> Result<ForeignView, ApiError> {
    let foreign = app.foreign.as_mut().ok_or_else(nothing_open)?;
    for file in &mut foreign.files {
        file.place(reading)?;
    }
    let view = shown(app, of)?;
    let foreign = app.foreign.as_mut().ok_or_else(nothing_open)?;
    for (file, seen) in foreign.files.iter_mut().zip(&view.files).filter(|(file, _)| file.sheets.is_ok()) {
        let columns: Vec<(String, String)> = seen.columns.iter().map(|column| (column.letter.clone(), column.heading.clone())).collect();
        reading.roles(&columns)?.into_iter().for_each(|edit| file.choices.take(edit));
    }
    shown(app, of)
}

/// Takes the tables into the plan; conflicts without a decision stay as the ledger's.
pub(crate) fn apply(app: &mut App, request: ForeignApply) -> Result<MergeReport, ApiError> {
    let decisions: HashMap<String, Choice> = request.decisions.into_iter().map(|decision| (decision.key, decision.choice)).collect();
    write(app, &request.of, &|key| decisions.get(key).copied())
}

/// Takes the tables into the plan, all conflicts decided alike or left open.
///
/// # Errors
/// Where nothing of the tables can be taken, or the ledger not be written.
pub fn apply_all(app: &mut App, of: &ForeignOf, on_conflict: OnConflict) -> Result<MergeReport, ApiError> {
    write(app, of, &|_| match on_conflict {
        OnConflict::Open => None,
        OnConflict::Decide(choice) => Some(choice),
    })
}

/// Puts the tables away; nothing is written.
pub(crate) fn discard(app: &mut App, _: Nothing) -> Result<Nothing, ApiError> {
    app.foreign = None;
    Ok(Nothing {})
}

/// All files compared with the ledger.
struct Taken {
    files: Vec<ForeignFile>,
    cells: Vec<Compared>,
    /// The key and the roles of each file's layout; none where it has no header.
    layouts: Vec<Option<(String, String)>>,
    choices: Vec<ForeignChoice>,
}

fn shown(app: &mut App, of: &ForeignOf) -> Result<ForeignView, ApiError> {
    let taken = take(app, of, &|_| None)?;
    let report = of.plan.map(|_| report(merge_files(&taken.files), taken.cells, true));
    Ok(ForeignView { files: taken.files, report, choices: taken.choices })
}

fn take(app: &App, of: &ForeignOf, decide: &dyn Fn(&str) -> Option<Choice>) -> Result<Taken, ApiError> {
    let foreign = app.foreign.as_ref().ok_or_else(nothing_open)?;
    let store = app.store()?;
    let known = of.plan.zip(of.period).map(|(plan, period)| Known::of(app, plan, period)).transpose()?;
    let offset = *app.host.now().offset();
    let year = of.period.map_or_else(|| app.host.now().year(), Period::year);
    let mut cells = match &known {
        Some(known) => Some(Cells::new(Ground::new(store, decide, offset)?, known)),
        None => None,
    };
    let choices = known.as_ref().map(view::choices).unwrap_or_default();
    let mut taken = Taken { files: Vec::new(), cells: Vec::new(), layouts: Vec::new(), choices };
    for (at, file) in foreign.files.iter().enumerate() {
        let sheets = match &file.sheets {
            Ok(sheets) => sheets,
            Err(problem) => {
                taken.files.push(view::refused(&file.name, problem));
                taken.layouts.push(None);
                continue;
            }
        };
        let mapping = map(Some(store), sheets, &file.choices, known.as_ref(), year)?;
        let rows = rows::read(&mapping.taken, &file.choices, known.as_ref());
        let unit = match &known {
            Some(known) => unit_of(app, file, &mapping, known)?,
            None => None,
        };
        let mut shown = view::file(file, sheets, &mapping, &rows, known.as_ref(), unit.clone(), of.period);
        if store.return_by_sha256(&file.sha256)?.is_some() {
            shown.messages.push("这份文件以前采用过，一字未改".to_owned());
        }
        if let (Some(cells), None) = (&mut cells, &shown.problem) {
            let table = Table { at, name: &file.name, taken: &mapping.taken, rows: &rows, unit: unit.map(|(id, _)| id) };
            taken.cells.extend(cells.compare(&table)?);
        }
        taken.files.push(shown);
        taken.layouts.push(mapping.taken.first().map(|first| (layout_key(&first.headings), layout_roles(&first.columns))));
    }
    Ok(taken)
}

/// Returns the unit of a whole file: the one a person chose, else the one its name or the lines above its header say.
fn unit_of(app: &App, file: &File, mapping: &Mapping<'_>, known: &Known) -> Result<Option<(i64, String)>, ApiError> {
    if let Some(chosen) = file.choices.unit {
        return chosen.map(|uid| Ok((units::by_uid(app.store()?, uid)?.id, String::new()))).transpose();
    }
    let Some(first) = mapping.taken.first() else { return Ok(None) };
    if first.columns.iter().any(|column| matches!(column.role, ColumnRole::Unit | ColumnRole::OfUnit)) {
        return Ok(None);
    }
    let above = first.sheet.rows.iter().take_while(|row| row.number < first.place.row).flat_map(|row| &row.cells);
    let said =
        above.filter_map(|cell| cell.words.split_once(['：', ':']).filter(|(what, _)| what.contains("单位") || what.contains("部门")));
    for (_, name) in said {
        if let Some(id) = known.unit(name) {
            return Ok(Some((id, format!("表头上方写着“{}”", name.trim()))));
        }
    }
    let named = [(first.sheet.name.as_str(), "工作表名称"), (file.name.as_str(), "文件名")];
    Ok(named.into_iter().find_map(|(text, what)| Some((known.unit_in(text)?, format!("{what}里有这个单位")))))
}

fn merge_files(files: &[ForeignFile]) -> Vec<MergeFile> {
    let file = |file: &ForeignFile| MergeFile {
        file: file.file.clone(),
        status: if file.problem.is_some() { FileStatus::Refused } else { FileStatus::Read },
        unit: file.unit.as_ref().map(|unit| unit.name.clone()),
        exchange: None,
        saved_by: None,
        saved_at: None,
        newest: false,
        codes: Vec::new(),
        messages: file.problem.iter().chain(&file.messages).cloned().chain(left_out(file)).collect(),
    };
    files.iter().map(file).collect()
}

/// How many rows that are not taken are named.
const NAMED: usize = 10;

/// Names the rows that mean nothing of the plan, or wait for a person: what is not taken must not vanish without a word.
fn left_out(file: &ForeignFile) -> Option<String> {
    let waits = |row: &&ForeignRow| matches!(row.outcome, RowOutcome::Likely | RowOutcome::Unclear | RowOutcome::Unknown);
    let rows: Vec<&ForeignRow> = file.rows.iter().filter(waits).collect();
    let named: Vec<String> = rows.iter().take(NAMED).map(|row| format!("第{}行“{}”", row.row, row.text)).collect();
    let more = if rows.len() > NAMED { "等" } else { "" };
    (!rows.is_empty()).then(|| format!("没有对应到指标或举措的{}行没有采用：{}{more}", rows.len(), named.join("、")))
}

fn write(app: &mut App, of: &ForeignOf, decide: &dyn Fn(&str) -> Option<Choice>) -> Result<MergeReport, ApiError> {
    if of.plan.is_none() {
        return Err(ApiError::not_found("台账里还没有计划，表里的数没有地方写").hint("先把这份表作为新计划导入，或导入一份计划文件"));
    }
    let taken = take(app, of, decide)?;
    if let Some(problem) = taken.files.iter().find_map(|file| file.problem.as_ref())
        && taken.files.iter().all(|file| file.problem.is_some())
    {
        return Err(ApiError::invalid(problem.clone()));
    }
    let names: Vec<&str> = taken.files.iter().filter(|file| file.problem.is_none()).map(|file| file.file.as_str()).collect();
    let applied = taken.cells.iter().filter(|cell| cell.item.outcome == Outcome::Applied).count();
    let label = format!("采用外来表格{}：写入{}格", named(&names), applied);
    let (operation, at) = (app.operation(OperationKind::Merge, label), app.now_millis());
    let foreign = app.foreign.take().ok_or_else(nothing_open)?;
    let written = app.store_mut().and_then(|store| {
        let unit_name: HashMap<i64, String> = store.units()?.into_iter().map(|unit| (unit.id, unit.unit.name)).collect();
        store.transact(operation, |w| {
            write_cells(w, &taken.cells, &|unit, _| format!("{} 外来表格", unit_name.get(&unit).map_or("", String::as_str)), at)?;
            for (at_file, file) in foreign.files.iter().enumerate().filter(|(at, _)| taken.files[*at].problem.is_none()) {
                if let Some((key, roles)) = &taken.layouts[at_file] {
                    w.keep_layout(key, Some(roles), at)?;
                }
                let issues = taken.cells.iter().filter(|cell| cell.file == at_file && cell.item.outcome == Outcome::Rejected).map(issue);
                let status = ReturnStatus::Read;
                let record = Return {
                    exchange_id: None,
                    file_name: file.name.clone(),
                    sha256: file.sha256.clone(),
                    received_at: at,
                    status,
                    saved_by: None,
                    saved_at: None,
                    mismatch: None,
                };
                w.insert_return(&record, &issues.collect::<Vec<_>>())?;
            }
            Ok::<_, ApiError>(())
        })
    });
    if let Err(error) = written {
        // What was previewed stays on the screen: the person can try again.
        app.foreign = Some(foreign);
        return Err(error);
    }
    Ok(report(merge_files(&taken.files), taken.cells, false))
}

fn named(names: &[&str]) -> String {
    match names {
        [only] => format!("“{only}”"),
        [first, ..] => format!("“{first}”等{}份", names.len()),
        [] => String::new(),
    }
}

fn issue(cell: &Compared) -> Issue {
    Issue {
        sheet: cell.item.sheet.clone(),
        row: cell.item.row,
        column: cell.item.column.clone(),
        typed: cell.item.theirs.clone().unwrap_or_default(),
        code: cell.item.code.clone().unwrap_or_default(),
    }
}

/// Forgets what was kept for the headings of a file, as an operation.
fn forget(app: &mut App, of: &ForeignOf, file: usize) -> Result<(), ApiError> {
    let taken = take(app, of, &|_| None)?;
    let Some(Some((key, _))) = taken.layouts.get(file) else { return Ok(()) };
    if app.store()?.layout(key)?.is_none() {
        return Ok(());
    }
    let (operation, at) = (app.operation(OperationKind::Setting, "忘记外来表格的对应关系"), app.now_millis());
    app.store_mut()?.transact(operation, |w| Ok::<_, ApiError>(w.keep_layout(key, None, at)?))
}

fn nothing_open() -> ApiError {
    ApiError::not_found("没有打开的外来表格").hint("先选择文件")
}
