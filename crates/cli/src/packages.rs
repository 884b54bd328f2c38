//! Packages between ledgers: written, and taken.

use crate::args::{PackageCommand, Side};
use crate::chosen::chosen;
use crate::print::say;
use crate::print::show;
use crate::run::merge;
use app::packages::{self, Wanted};
use app::wire::{PackageKind, PackageSeen, PackageTaken, Saved};
use app::{ApiError, App};
use std::path::Path;
use std::process::ExitCode;

/// Saves a package.
pub(crate) fn export(app: &mut App, json: bool, plan: Option<&str>, command: PackageCommand) -> Result<(), ApiError> {
    let (wanted, out) = match command {
        PackageCommand::Plan { out } => (Wanted::Plan(chosen(app, plan)?.id), out),
        PackageCommand::Unit { unit, period, out } => {
            let (plan, unit) = (chosen(app, plan)?.id, app::units::named(app, &unit)?);
            (Wanted::Report { plan, unit, period }, out)
        }
        PackageCommand::Handover { out } => (Wanted::Handover, out),
    };
    packages::export(app, wanted, &out)?;
    let saved = Saved { path: Some(out.display().to_string()) };
    show(json, &saved, || say!("已导出：{}", out.display()));
    Ok(())
}

/// Takes a package: a plan into the ledger (made if absent), a unit's reports by merging, a ledger as a new file.
pub(crate) fn receive(
    app: &mut App,
    json: bool,
    ledger: &Path,
    file: &Path,
    preview: bool,
    on_conflict: Option<Side>,
) -> Result<ExitCode, ApiError> {
    match packages::kind_of(file)? {
        PackageKind::Unit => {
            app.open(ledger)?;
            return merge(app, json, &[file.to_owned()], preview, on_conflict, None);
        }
        PackageKind::Plan if preview => app.open(ledger)?,
        PackageKind::Plan => app.open_or_create(ledger)?,
        PackageKind::Handover => {}
    }
    let seen = packages::preview(app, file)?;
    if preview {
        show(json, &seen, || said(&seen));
        return Ok(ExitCode::SUCCESS);
    }
    let taken = match seen.kind {
        PackageKind::Handover => packages::take_handover(app, ledger)?,
        PackageKind::Plan | PackageKind::Unit => packages::take_plan(app)?,
    };
    show(json, &taken, || done(&taken));
    Ok(ExitCode::SUCCESS)
}

fn said(seen: &PackageSeen) {
    say!("{}　{} {}导出", seen.file, seen.made_by, seen.made_at);
    seen.lines.iter().for_each(|line| say!("{line}"));
    say!("{}", if seen.already { "台账里已经有了，收下也没有改动" } else { "尚未写入" });
}

fn done(taken: &PackageTaken) {
    taken.lines.iter().for_each(|line| say!("{line}"));
    match (&taken.path, taken.changed) {
        (Some(path), _) => say!("已存为新台账：{path}"),
        (None, true) => say!("已收下"),
        (None, false) => say!("台账里已经有了，没有改动"),
    }
}
