//! One page for a unit (单位一页纸): its measures with lights and figures, its place, what is open and what is due.

mod sheet;

use crate::book::Book;
use crate::bulletin::shown;
use crate::error::file_error;
use crate::files::{free_name, write_aside, write_each};
use crate::refs::unit_ref;
use crate::reporting::asked;
use crate::score::scores;
use crate::shown::file_name;
use crate::wire::*;
use crate::{ApiError, App, overview, supervise};
use domain::Uid;
use report::{Document, Page};
use std::path::{Path, PathBuf};

/// Returns a unit's hand-out as it will be.
///
/// # Errors
/// Where there is no such plan, period or unit.
pub fn show(app: &mut App, of: HandoutOf) -> Result<HandoutView, ApiError> {
    let all = All::read(app, OfPeriod { plan: of.plan, period: of.period })?;
    let units = all.units.iter().map(|unit| unit_ref(all.book.unit(*unit))).collect();
    let unit = match of.unit {
        Some(uid) => Some(all.unit(uid)?),
        None => all.units.first().copied(),
    };
    let sheet = unit.map(|unit| sheet::sheet(&all, unit));
    Ok(HandoutView {
        units,
        unit: unit.map(|unit| unit_ref(all.book.unit(unit))),
        left_out: sheet.as_ref().map_or(0, |sheet| sheet.left_out),
        blocks: sheet.iter().flat_map(|sheet| &sheet.blocks).map(shown).collect(),
    })
}

/// Asks for a folder and writes hand-outs into it.
pub(crate) fn save(app: &mut App, request: HandoutsSave) -> Result<HandoutsSaved, ApiError> {
    match app.host.pick_folder() {
        Some(folder) => write_to(app, &request, &folder),
        None => Ok(HandoutsSaved { folder: None, files: Vec::new() }),
    }
}

/// Writes one hand-out a unit into a folder; a file that is there already stays.
///
/// # Errors
/// Where a unit has no part in the plan, a file cannot be written, or the person stops it: then none is left behind.
pub fn write_to(app: &mut App, request: &HandoutsSave, folder: &Path) -> Result<HandoutsSaved, ApiError> {
    let all = All::read(app, OfPeriod { plan: request.plan, period: request.period })?;
    let chosen: Vec<i64> = match request.units.as_slice() {
        [] => all.units.clone(),
        some => some.iter().map(|uid| all.unit(*uid)).collect::<Result<_, _>>()?,
    };
    if chosen.is_empty() {
        return Err(ApiError::not_found("这份计划还没有承担任务的单位").hint("先给任务写上责任单位，或把指标分解到单位"));
    }
    let name = |unit: &i64| all.book.unit(*unit).unit.name.clone();
    let file = |unit: &i64| {
        let name = format!("{}{}一页纸-{}.docx", file_name(&all.book.plan.data.title), all.period.zh(), file_name(&name(unit)));
        all.write(*unit, free_name(folder, &name))
    };
    let files = write_each(&app.work, folder, &chosen, name, file)?;
    Ok(HandoutsSaved { folder: Some(folder.display().to_string()), files })
}

/// Writes one unit's hand-out into a file, in place of what is there.
///
/// # Errors
/// As [`write_to`].
pub fn write_one(app: &mut App, of: OfPeriod, unit: Uid, path: &Path) -> Result<HandoutsSaved, ApiError> {
    let all = All::read(app, of)?;
    let file = all.write(all.unit(unit)?, path.to_owned())?;
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    Ok(HandoutsSaved { folder: Some(folder.display().to_string()), files: vec![file] })
}

impl AsRef<Path> for HandoutFile {
    fn as_ref(&self) -> &Path {
        self.path.as_ref()
    }
}

/// All that hand-outs of a plan in a period say.
pub(crate) struct All {
    book: Book,
    period: domain::Period,
    /// Who reports or has a part in a measure.
    units: Vec<i64>,
    scores: Scores,
    supervision: Supervision,
    overview: Overview,
}

impl All {
    fn read(app: &mut App, of: OfPeriod) -> Result<All, ApiError> {
        let book = Book::load(app.store()?, of.plan, of.period)?;
        let units = asked(&book, of.period);
        let scores = scores(app, ScoreOf { plan: of.plan, period: of.period, group: None, assume: None })?;
        Ok(All { book, period: of.period, units, scores, supervision: supervise::show(app, of)?, overview: overview::show(app, of)? })
    }

    fn unit(&self, uid: Uid) -> Result<i64, ApiError> {
        let found = self.units.iter().copied().find(|unit| self.book.unit(*unit).unit.uid == uid);
        let unknown = || ApiError::not_found("这个单位在计划里没有要填报的指标，也没有承担的任务").hint("请核对单位，单位组请写它的成员");
        found.ok_or_else(unknown)
    }

    fn write(&self, unit: i64, path: PathBuf) -> Result<HandoutFile, ApiError> {
        let sheet = sheet::sheet(self, unit);
        let name = &self.book.unit(unit).unit.name;
        let document = Document { title: format!("{name}{}工作情况", self.period.zh()), page: Page::Sheet, blocks: sheet.blocks };
        let bytes = report::write(&document)?;
        write_aside(&path, &bytes).map_err(|error| file_error("写单位材料", &path, &error))?;
        Ok(HandoutFile { unit: name.clone(), path: path.display().to_string(), left_out: sheet.left_out })
    }
}
