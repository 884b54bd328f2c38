//! Packages between ledgers: a plan sent down, a unit's reports sent up, a whole ledger handed over.
//!
//! A unit's reports are compared and merged like returned workbooks (`merge/`). A plan is written as one operation, a
//! ledger becomes a file of its own: neither ever replaces anything.

mod handover;
mod plan;
mod report;
mod summary;

use crate::draft::read_file;
use crate::error::file_error;
use crate::files::write_aside;
use crate::host::Pick;
use crate::shown::file_name;
use crate::wire::{Nothing, PackageKind, PackageSave, PackageSeen, PackageTaken, Saved};
use crate::{ApiError, App, merge};
use domain::{Period, Uid};
use package::{Content, Cover, FORMAT, Handover, Kind, Package, PlanContent};
use std::fs::File;
use std::path::{Path, PathBuf};

/// A package under preview that is not a unit's reports.
pub(crate) enum Receiving {
    /// A plan, read and checked.
    Plan(Box<PlanContent>),
    /// A hand-over package, and the checksum of the ledger in it.
    Handover(PathBuf, String),
}

/// What a package is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// A plan, to be reported for in other ledgers.
    Plan(Uid),
    /// What a unit reported for a plan, of a period or of all.
    Report {
        /// The plan.
        plan: Uid,
        /// The unit.
        unit: Uid,
        /// The period; none for all.
        period: Option<Period>,
    },
    /// The whole ledger.
    Handover,
}

/// Asks where to save a package and saves it.
pub(crate) fn save(app: &mut App, request: PackageSave) -> Result<Saved, ApiError> {
    let wanted = match (request.kind, request.plan, request.unit) {
        (PackageKind::Plan, Some(plan), _) => Wanted::Plan(plan),
        (PackageKind::Unit, Some(plan), Some(unit)) => Wanted::Report { plan, unit, period: request.period },
        (PackageKind::Handover, ..) => Wanted::Handover,
        _ => return Err(ApiError::invalid("没有说明哪份计划、哪个单位").hint("先选计划和单位，再导出数据包")),
    };
    let name = proposed_name(app, wanted)?;
    let Some(path) = app.host.pick_save_as(Pick::Package, &name) else { return Ok(Saved { path: None }) };
    export(app, wanted, &path)?;
    Ok(Saved { path: Some(path.display().to_string()) })
}

fn proposed_name(app: &App, wanted: Wanted) -> Result<String, ApiError> {
    let store = app.store()?;
    let title = |plan: Uid| Ok::<_, ApiError>(store.plan(plan)?.map(|plan| plan.data.title).unwrap_or_default());
    let name = match wanted {
        Wanted::Plan(plan) => format!("{}-计划下发", title(plan)?),
        Wanted::Report { plan, unit, period } => {
            let unit = store.unit(unit)?.map(|unit| unit.data.name).unwrap_or_default();
            format!("{}-{}-{unit}", title(plan)?, period.map_or_else(|| "全部期次".to_owned(), Period::zh))
        }
        Wanted::Handover => {
            let ledger = store.path().file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            format!("{ledger}-移交-{}", app.host.now().date_naive())
        }
    };
    Ok(format!("{}.{}", file_name(&name), Pick::Package.filter().1[0]))
}

/// Saves a package into a file.
///
/// # Errors
/// Where the plan or unit is not there, or the file cannot be written.
pub fn export(app: &mut App, wanted: Wanted, path: &Path) -> Result<(), ApiError> {
    let (store, cover) = (app.store()?, |kind| cover(app, kind));
    let package = match wanted {
        Wanted::Handover => return handover::export(app, &cover(Kind::Handover)?, path),
        Wanted::Plan(plan) => Package { cover: cover(Kind::Plan)?, content: Content::Plan(Box::new(plan::gather(store, plan)?)) },
        Wanted::Report { plan, unit, period } => {
            Package { cover: cover(Kind::Unit)?, content: Content::Report(report::gather(store, plan, unit, period)?) }
        }
    };
    let summary = summary::of(&package, *app.host.now().offset());
    let bytes = package::write(&package, &summary).map_err(refused)?;
    write_aside(path, &bytes).map_err(|error| file_error("保存数据包", path, &error))
}

fn cover(app: &App, kind: Kind) -> Result<Cover, ApiError> {
    let (ledger, _) = app.store()?.ledger()?;
    Ok(Cover { format: FORMAT, kind, uid: app.new_uid(), ledger, made_at: app.now_millis(), made_by: app.host.who() })
}

/// Asks for a package and shows what taking it would do; nothing is written.
pub(crate) fn open(app: &mut App, _: Nothing) -> Result<Option<PackageSeen>, ApiError> {
    match app.host.pick_file(Pick::Package) {
        Some(path) => preview(app, &path).map(Some),
        None => Ok(None),
    }
}

/// Returns what kind of package a file is.
///
/// # Errors
/// Where it is none.
pub fn kind_of(path: &Path) -> Result<PackageKind, ApiError> {
    match package::kind_of(file(path)?).map_err(|error| named(path, refused(error)))? {
        Kind::Plan => Ok(PackageKind::Plan),
        Kind::Unit => Ok(PackageKind::Unit),
        Kind::Handover => Ok(PackageKind::Handover),
    }
}

/// Shows what taking a package would do; nothing is written.
///
/// # Errors
/// Where it is none, damaged, or does not fit this ledger.
pub fn preview(app: &mut App, path: &Path) -> Result<PackageSeen, ApiError> {
    app.receiving = None;
    let offset = *app.host.now().offset();
    let name = crate::shown::name_of(path);
    let seen = |cover: &Cover, kind, title: String, lines| PackageSeen {
        file: name.clone(),
        kind,
        title,
        made_by: cover.made_by.clone(),
        made_at: crate::shown::moment(cover.made_at, offset),
        lines,
        already: false,
        report: None,
    };
    if kind_of(path)? == PackageKind::Handover {
        let handover = Handover::open(file(path)?).map_err(|error| named(path, refused(error)))?;
        let lines = summary::handover_lines(&handover.content);
        let shown = seen(&handover.cover, PackageKind::Handover, handover.content.file_name.clone(), lines);
        app.receiving = Some(Receiving::Handover(path.to_owned(), handover.ledger_sum().to_owned()));
        return Ok(shown);
    }
    let Package { cover, content } = read(path)?;
    match content {
        Content::Report(report) => {
            let merge = merge::add(app, &[path.to_owned()])?;
            let lines = summary::report_lines(&report);
            Ok(PackageSeen { report: Some(merge), ..seen(&cover, PackageKind::Unit, report.unit_name, lines) })
        }
        Content::Plan(plan) => {
            // A unit's first package comes before it has a ledger: taking it makes one.
            let (already, lines) = match &app.ledger {
                Some(store) => (plan::is_here(store, &plan)?, plan::lines(store, &plan)?),
                None => (false, summary::plan_lines(&plan)),
            };
            let shown = PackageSeen { already, ..seen(&cover, PackageKind::Plan, plan.plan.title.clone(), lines) };
            app.receiving = Some(Receiving::Plan(plan));
            Ok(shown)
        }
    }
}

/// Takes the package that was previewed: a plan into this ledger (or a new one, where none is open), a ledger into a
/// file the user names, which is opened.
pub(crate) fn take(app: &mut App, _: Nothing) -> Result<PackageTaken, ApiError> {
    match &app.receiving {
        Some(Receiving::Plan(plan)) => {
            if app.ledger.is_none() {
                let title = plan.plan.title.clone();
                app.create_named(&title)?;
            }
            take_plan(app)
        }
        Some(Receiving::Handover(path, _)) => {
            let name = path.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            let ending = Pick::Ledger.filter().1[0];
            let Some(path) = app.host.pick_save_as(Pick::Ledger, &format!("{}.{ending}", file_name(&name))) else {
                return Ok(PackageTaken { kind: PackageKind::Handover, path: None, changed: false, lines: Vec::new() });
            };
            let taken = take_handover(app, &path)?;
            app.open(&path)?;
            Ok(taken)
        }
        None => Err(ApiError::not_found("没有待收的数据包").hint("先选一个数据包")),
    }
}

/// Writes the plan that was previewed into the ledger, as one operation; one that is there already changes nothing.
///
/// # Errors
/// Where the plan is there with other content, or the ledger refuses; then it stays in preview.
pub fn take_plan(app: &mut App) -> Result<PackageTaken, ApiError> {
    let Some(Receiving::Plan(plan)) = app.receiving.take() else { return Err(ApiError::not_found("没有待收的计划")) };
    let done = plan::take(app, &plan);
    if done.is_err() {
        app.receiving = Some(Receiving::Plan(plan));
    }
    done
}

/// Makes a new ledger of the one that was previewed.
///
/// # Errors
/// Where there is such a file already, or the ledger is damaged or not this program's; then nothing is left behind.
pub fn take_handover(app: &mut App, to: &Path) -> Result<PackageTaken, ApiError> {
    let Some(Receiving::Handover(path, sum)) = &app.receiving else { return Err(ApiError::not_found("没有待收的移交包")) };
    let taken = handover::take(path, sum, to)?;
    app.receiving = None;
    Ok(taken)
}

/// Puts the package away; nothing is written.
pub(crate) fn discard(app: &mut App, _: Nothing) -> Result<Nothing, ApiError> {
    app.receiving = None;
    Ok(Nothing {})
}

/// Returns a plan as a package would say it.
#[cfg(test)]
pub(crate) fn plan_of(app: &App, plan: Uid) -> Result<PlanContent, ApiError> {
    plan::gather(app.store()?, plan)
}

fn read(path: &Path) -> Result<Package, ApiError> {
    let (_, bytes) = read_file(path)?;
    package::read(&bytes).map_err(|error| named(path, refused(error)))
}

fn file(path: &Path) -> Result<File, ApiError> {
    let opened =
        File::open(path).and_then(|file| if file.metadata()?.is_dir() { Err(std::io::ErrorKind::IsADirectory.into()) } else { Ok(file) });
    opened.map_err(|error| file_error("读取数据包", path, &error))
}

fn refused(error: package::Error) -> ApiError {
    ApiError::unreadable(error.to_string())
}

fn named(path: &Path, error: ApiError) -> ApiError {
    ApiError { message: format!("{}：{}", path.display(), error.message), ..error }
}
