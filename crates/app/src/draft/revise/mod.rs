//! A revised issue of a plan the ledger has: the document under review against the plan, change by change, and those a
//! person takes over written as one operation. What was reported stays with its indicators.

mod diff;
mod write;

use super::confirm::{lay_out, refuse_twice};
use super::desk::Desk;
use super::keep::{self, Kept};
use super::read_file;
use crate::compare::plan_ref;
use crate::wire::*;
use crate::{ApiError, App, plans};
use chrono::Datelike;
use diff::{Diff, Old};
use domain::align::{self, Wording};
use domain::{Uid, align::Pair};
use std::collections::HashSet;
use std::path::Path;
use store::{OperationKind, Plan, Store, Stored};

/// From this likeness of titles on, within the same years, a document is taken for another issue of a plan.
const SAME_PLAN: f64 = 0.7;

/// Returns what a plan would become by the document under review; nothing is written.
pub(crate) fn show(app: &mut App, of: RevisionOf) -> Result<Revision, ApiError> {
    keep::put_away_stale(app)?;
    let desk = &app.draft.as_ref().ok_or_else(super::no_draft)?.desk;
    revision(app.store()?, desk, of.plan)
}

/// Takes over the changes a person chose, as one operation; the draft is done with then.
pub(crate) fn apply(app: &mut App, request: Revise) -> Result<Revised, ApiError> {
    keep::put_away_stale(app)?;
    app.store()?;
    let kept = app.draft.take().ok_or_else(super::no_draft)?;
    let revised = write(app, &kept.desk, request, Some(&kept));
    match &revised {
        Err(_) => app.draft = Some(kept),
        Ok(_) => drop(keep::remove_file(&kept.place)),
    }
    revised
}

/// Reads a document and returns what a plan of the open ledger would become by it; nothing is written.
///
/// # Errors
/// Where the document cannot be read, or there is no such plan.
pub fn preview(app: &App, document: &Path, plan: Option<Uid>) -> Result<Revision, ApiError> {
    let (name, bytes) = read_file(document)?;
    revision(app.store()?, &lay_out(name, bytes)?, plan)
}

/// Reads a document and takes over all that is new or changed; what the document no longer has stays.
///
/// # Errors
/// Where the document cannot be read, there is no such plan, or writing is refused: then nothing is written.
pub fn take_over(app: &mut App, document: &Path, plan: Option<Uid>) -> Result<(Revision, Revised), ApiError> {
    let (name, bytes) = read_file(document)?;
    let desk = lay_out(name, bytes)?;
    let revision = revision(app.store()?, &desk, plan)?;
    let wanted = revision.changes.iter().filter(|change| change.kind != ChangeKind::Gone && change.blocked.is_none());
    let request = Revise { plan: revision.plan.id, take: wanted.map(|change| change.key.clone()).collect() };
    let revised = write(app, &desk, request, None)?;
    Ok((revision, revised))
}

/// Returns the plan a draft is probably another issue of.
pub(super) fn likely(store: &Store, desk: &Desk) -> Result<Option<PlanRef>, ApiError> {
    let plans = store.plans()?;
    let likeness = title_likeness(desk, &plans);
    let year = |day: Option<chrono::NaiveDate>| day.map(|day| day.year());
    let own = (year(desk.content.plan.start), year(desk.content.plan.due));
    let same_years = |plan: &Plan| own == (Some(plan.start.year()), Some(plan.due.year()));
    let likely = plans.iter().zip(likeness).filter(|(plan, likeness)| *likeness >= SAME_PLAN && same_years(&plan.data));
    Ok(likely.max_by(|a, b| a.1.total_cmp(&b.1)).map(|(plan, _)| plan_ref(plan)))
}

/// Returns how like the draft's title each plan's is.
fn title_likeness(desk: &Desk, plans: &[Stored<Plan>]) -> Vec<f64> {
    let title = [Wording { title: &desk.content.plan.title, text: "" }];
    let alike = |plan: &Stored<Plan>| align::align(&[Wording { title: &plan.data.title, text: "" }], &title, |_, _| true);
    plans.iter().map(|plan| alike(plan).first().map_or(0.0, |pair: &Pair| pair.likeness)).collect()
}

fn revision(store: &Store, desk: &Desk, wanted: Option<Uid>) -> Result<Revision, ApiError> {
    let plans = store.plans()?;
    let mut ranked: Vec<_> = plans.iter().zip(title_likeness(desk, &plans)).collect();
    ranked.sort_by(|a, b| b.1.total_cmp(&a.1));
    let likely = likely(store, desk)?.map(|plan| plan.id);
    let chosen = wanted.or(likely).or(ranked.first().map(|(plan, _)| plan.data.uid));
    let none = || ApiError::not_found("台账里没有可以修订的计划").hint("把这份文件作为新计划入账");
    let plan = plans.iter().find(|plan| Some(plan.data.uid) == chosen).ok_or_else(none)?;
    refuse_twice(store, &store::sha256(&desk.bytes), &desk.file)?;
    let old = Old::of(store, plan.clone())?;
    let diff = Diff::of(&old, desk);
    Ok(Revision {
        plan: plan_ref(plan),
        choices: ranked.iter().map(|(plan, _)| plan_ref(plan)).collect(),
        file: desk.file.clone(),
        changes: diff.changes,
        unchanged: diff.unchanged,
    })
}

fn write(app: &mut App, desk: &Desk, request: Revise, draft: Option<&Kept>) -> Result<Revised, ApiError> {
    let store = app.store()?;
    let plan = plans::plan(store, request.plan)?;
    refuse_twice(store, &store::sha256(&desk.bytes), &desk.file)?;
    let old = Old::of(store, plan)?;
    let diff = Diff::of(&old, desk);
    let take: HashSet<&str> = request.take.iter().map(String::as_str).collect();
    if let Some(unknown) = take.iter().find(|key| !diff.changes.iter().any(|change| change.key == **key)) {
        return Err(ApiError::not_found(format!("没有“{unknown}”这处改动")).hint("台账可能已有变化，请重新对照"));
    }
    if let Some((change, why)) =
        diff.changes.iter().find_map(|c| Some((c, c.blocked.as_ref()?))).filter(|(c, _)| take.contains(c.key.as_str()))
    {
        return Err(ApiError::invalid(format!("“{}”：{why}", change.title)));
    }
    if take.is_empty() {
        return Err(ApiError::invalid("没有选要更新的改动").hint("请至少选一处，或放弃这份草稿"));
    }
    let count = |kind| diff.changes.iter().filter(|change| change.kind == kind && take.contains(change.key.as_str())).count() as u32;
    let (added, changed, removed) = (count(ChangeKind::New), count(ChangeKind::Changed), count(ChangeKind::Gone));
    let left = diff.changes.len() as u32 - added - changed - removed;
    let label = format!("按“{}”修订计划：改{changed}处，增{added}项，去{removed}项", desk.file);
    let (operation, at) = (app.operation(OperationKind::Edit, label), app.now_millis());
    let ids: Vec<Uid> = (0..desk.content.things()).map(|_| app.new_uid()).collect();
    let title = app.store_mut()?.transact(operation, |w| {
        let title = write::write(w, &old, desk, &diff, &take, ids, at)?;
        draft.map_or(Ok(()), |kept| keep::remove(w, kept, at))?;
        Ok::<_, ApiError>(title)
    })?;
    Ok(Revised { plan: request.plan, title, added, changed, removed, left })
}
