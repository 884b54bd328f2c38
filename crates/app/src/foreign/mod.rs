//! Tables made elsewhere, taken into a plan of the ledger: mapped, matched, compared, then written as one operation.

mod cells;
mod draft;
mod given;
mod known;
mod mapping;
mod place;
mod rows;
mod view;
mod write;

pub use draft::import;
pub(crate) use draft::to_draft;
pub use given::{Given, Reading};

use crate::draft::read_file;
use crate::host::Pick;
use crate::merge::OnConflict;
use crate::merge::compare::{Compared, Decisions, Ground, report};
use crate::merge::doubt::Sides;
use crate::readers::read_each;
use crate::shown::name_of;
use crate::wire::{
    Choice, ForeignApply, ForeignChoice, ForeignEdit, ForeignFile, ForeignOf, ForeignSet, ForeignView, MergeReport, Nothing,
};
use crate::{ApiError, App, units};
use cells::{Cells, Table};
use chrono::Datelike;
use domain::{ColumnRole, Period};
use known::Known;
use mapping::{Choices, Layout, Mapping, map};
use std::collections::HashMap;
use std::path::PathBuf;
use store::OperationKind;
use workbook::ForeignSheet;
use write::{merge_files, write};

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
/// Where there is no such plan, or the period lies outside it, or the person stops the reading; what was in hand is kept.
pub fn preview(app: &mut App, of: &ForeignOf, paths: &[PathBuf]) -> Result<ForeignView, ApiError> {
    app.store()?;
    let files = read_each(
        app,
        paths,
        |path| name_of(path),
        |path, apart| {
            let (sha256, sheets) = match read_file(path) {
                Ok((_, bytes)) => (store::sha256(&bytes), apart.read_table(&bytes)),
                Err(error) => (String::new(), Err(error.message)),
            };
            File { name: name_of(path), sha256, sheets, choices: Choices::default() }
        },
    )?;
    app.foreign = Some(Foreign { files });
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
    let layouts = if matches!(edit, ForeignEdit::Column { .. }) { layouts(app, &of)? } else { Vec::new() };
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
    let known = known(app, of)?;
    let mapped = mappings(app, of, known.as_ref())?;
    let letters: Vec<Option<_>> = mapped.iter().map(|mapping| mapping.as_ref().ok().map(Mapping::letters)).collect();
    let foreign = app.foreign.as_mut().ok_or_else(nothing_open)?;
    for (file, letters) in foreign.files.iter_mut().zip(letters) {
        let Some(letters) = letters else { continue };
        reading.roles(&letters)?.into_iter().for_each(|edit| file.choices.take(edit));
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
    layouts: Vec<Option<Layout>>,
    choices: Vec<ForeignChoice>,
}

fn shown(app: &mut App, of: &ForeignOf) -> Result<ForeignView, ApiError> {
    let taken = take(app, of, &|_| None)?;
    let report = of.plan.map(|_| report(merge_files(&taken.files), taken.cells, true));
    Ok(ForeignView { files: taken.files, report, choices: taken.choices })
}

/// Returns the plan that is asked about, if one is.
fn known(app: &App, of: &ForeignOf) -> Result<Option<Known>, ApiError> {
    of.plan.zip(of.period).map(|(plan, period)| Known::of(app, plan, period)).transpose()
}

/// Returns how each file is mapped, or why it cannot be read.
fn mappings<'a>(app: &'a App, of: &ForeignOf, known: Option<&Known>) -> Result<Vec<Result<Mapping<'a>, &'a str>>, ApiError> {
    let foreign = app.foreign.as_ref().ok_or_else(nothing_open)?;
    let store = app.store()?;
    let year = of.period.map_or_else(|| app.host.now().year(), Period::year);
    let mapped = |file: &'a File| match &file.sheets {
        Ok(sheets) => map(Some(store), sheets, &file.choices, known, year).map(Ok),
        Err(problem) => Ok(Err(problem.as_str())),
    };
    foreign.files.iter().map(mapped).collect()
}

/// Returns the layout of each file; none where it has no header.
fn layouts(app: &App, of: &ForeignOf) -> Result<Vec<Option<Layout>>, ApiError> {
    let known = known(app, of)?;
    let mapped = mappings(app, of, known.as_ref())?;
    Ok(mapped.iter().map(|mapping| mapping.as_ref().ok().and_then(Mapping::layout)).collect())
}

fn take(app: &App, of: &ForeignOf, decide: &dyn Fn(&str) -> Option<Choice>) -> Result<Taken, ApiError> {
    let foreign = app.foreign.as_ref().ok_or_else(nothing_open)?;
    let store = app.store()?;
    let known = known(app, of)?;
    let offset = *app.host.now().offset();
    let mut cells = match &known {
        Some(known) => Some(Cells::new(Ground::new(store, Decisions { each: decide, alike: true, sides: &Sides::TABLE }, offset)?, known)),
        None => None,
    };
    let choices = known.as_ref().map(view::choices).unwrap_or_default();
    let mut taken = Taken { files: Vec::new(), cells: Vec::new(), layouts: Vec::new(), choices };
    for ((at, file), mapping) in foreign.files.iter().enumerate().zip(mappings(app, of, known.as_ref())?) {
        let mapping = match mapping {
            Ok(mapping) => mapping,
            Err(problem) => {
                taken.files.push(view::refused(&file.name, problem));
                taken.layouts.push(None);
                continue;
            }
        };
        let rows = rows::read(&mapping.taken, &file.choices, known.as_ref());
        let unit = match &known {
            Some(known) => unit_of(app, file, &mapping, known)?,
            None => None,
        };
        let mut shown = view::file(file, &mapping, &rows, known.as_ref(), unit.clone(), of.period);
        if store.return_by_sha256(&file.sha256)?.is_some() {
            shown.messages.push("这份文件以前采用过，一字未改".to_owned());
        }
        if let (Some(cells), None) = (&mut cells, &shown.problem) {
            let table = Table { at, name: &file.name, taken: &mapping.taken, rows: &rows, unit: unit.map(|(id, _)| id) };
            taken.cells.extend(cells.compare(&table)?);
        }
        taken.files.push(shown);
        taken.layouts.push(mapping.layout());
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

/// Forgets what was kept for the headings of a file, as an operation.
fn forget(app: &mut App, of: &ForeignOf, file: usize) -> Result<(), ApiError> {
    let layouts = layouts(app, of)?;
    let Some(Some((key, _))) = layouts.get(file) else { return Ok(()) };
    if app.store()?.layout(key)?.is_none() {
        return Ok(());
    }
    let (operation, at) = (app.operation(OperationKind::Setting, "忘记外来表格的对应关系"), app.now_millis());
    app.store_mut()?.transact(operation, |w| Ok::<_, ApiError>(w.keep_layout(key, None, at)?))
}

fn nothing_open() -> ApiError {
    ApiError::not_found("没有打开的外来表格").hint("先选择文件")
}
