//! Milestones of measures and phases of the plan: added, changed, done, opened again.

use super::{Docket, done_on, written};
use crate::wire::*;
use crate::{ApiError, App, ErrorKind, plans};
use chrono::NaiveDate;
use domain::Uid;
use store::{Milestone, OperationKind, Plan, Store, Stored};

/// Returns the milestones of a plan in the order of their days.
///
/// # Errors
/// Where there is no such plan.
pub fn list(app: &App, plan: Uid) -> Result<Vec<MilestoneRow>, ApiError> {
    let store = app.store()?;
    let plan = plans::plan(store, plan)?;
    let docket = Docket::read(store, plan.id, app.host.now())?;
    let mut rows: Vec<MilestoneRow> = docket.milestones.iter().map(|row| docket.milestone(row)).collect();
    rows.sort_by_key(|row| (row.due.is_none(), row.due));
    Ok(rows)
}

/// Adds a milestone to a measure, or a phase to the plan.
///
/// # Errors
/// Where it has no name, or its measure is of another plan.
pub fn add(app: &mut App, request: MilestoneAdd) -> Result<MilestoneSet, ApiError> {
    let store = app.store()?;
    let plan = plans::plan(store, request.plan)?;
    let measure = match request.measure {
        None => None,
        Some(uid) => {
            let found = store.measure(uid)?.filter(|row| row.measure.plan_id == plan.id);
            Some(found.ok_or_else(|| ApiError::not_found("这份计划里没有这项举措，可能已被撤销"))?.id)
        }
    };
    let name = name(&request.name)?;
    let position = store.milestones(plan.id)?.iter().map(|row| row.position + 1).max().unwrap_or(0);
    let operation = app.operation(OperationKind::Rectify, format!("新增时间节点：“{name}”"));
    let new = Milestone {
        uid: app.new_uid(),
        plan_id: plan.id,
        measure_id: measure,
        name,
        due: request.due,
        text: request.text.trim().to_owned(),
        done_on: None,
        evidence: None,
        position,
    };
    app.store_mut()?.transact(operation, |w| w.insert_milestone(&new))?;
    Ok(MilestoneSet { milestone: new.uid, remark: request.due.and_then(|due| outside(&plan.data, due, "到期")) })
}

/// Changes what a milestone says.
///
/// # Errors
/// Where it is an evaluated phase, or loses its name.
pub fn change(app: &mut App, request: MilestoneChange) -> Result<MilestoneSet, ApiError> {
    let store = app.store()?;
    let row = find(store, request.milestone)?;
    refuse_evaluated(app, &row)?;
    let old = &row.data;
    let new = Milestone {
        name: request.name.as_deref().map_or_else(|| Ok(old.name.clone()), name)?,
        due: request.due.or(old.due),
        text: request.text.map_or_else(|| old.text.clone(), |text| text.trim().to_owned()),
        ..old.clone()
    };
    let plan = plan_of(store, old)?;
    let remark = new.due.filter(|_| new.due != old.due).and_then(|due| outside(&plan.data, due, "到期"));
    let operation = app.operation(OperationKind::Rectify, format!("修改时间节点：“{}”", new.name));
    app.store_mut()?.transact(operation, |w| w.update_milestone(&new))?;
    Ok(MilestoneSet { milestone: new.uid, remark })
}

/// Marks a milestone as done on a day, with what proves it.
///
/// # Errors
/// Where it is done already, or the day is to come yet.
pub fn done(app: &mut App, request: MilestoneDone) -> Result<MilestoneSet, ApiError> {
    let on = done_on(app, request.on, "完成")?;
    let store = app.store()?;
    let row = find(store, request.milestone)?;
    if let Some(done) = row.data.done_on {
        let message = format!("“{}”已于{done}完成", row.data.name);
        return Err(ApiError { kind: ErrorKind::Conflict, message, hint: Some("要改日期，先重新打开".to_owned()) });
    }
    let evidence = Some(request.evidence.trim().to_owned()).filter(|evidence| !evidence.is_empty());
    let new = Milestone { done_on: Some(on), evidence, ..row.data.clone() };
    let plan = plan_of(store, &row.data)?;
    let operation = app.operation(OperationKind::Rectify, format!("完成时间节点：“{}”", new.name));
    app.store_mut()?.transact(operation, |w| w.update_milestone(&new))?;
    Ok(MilestoneSet { milestone: new.uid, remark: (on < plan.data.start).then(|| early(&plan.data, on, "完成")) })
}

/// Opens a milestone that is done again.
///
/// # Errors
/// Where it is not done, or is an evaluated phase.
pub fn reopen(app: &mut App, of: OfMilestone) -> Result<MilestoneSet, ApiError> {
    let store = app.store()?;
    let row = find(store, of.milestone)?;
    refuse_evaluated(app, &row)?;
    if row.data.done_on.is_none() {
        return Err(ApiError::invalid(format!("“{}”还没有完成，不用重新打开", row.data.name)));
    }
    let new = Milestone { done_on: None, evidence: None, ..row.data.clone() };
    let operation = app.operation(OperationKind::Rectify, format!("重新打开时间节点：“{}”", new.name));
    app.store_mut()?.transact(operation, |w| w.update_milestone(&new))?;
    Ok(MilestoneSet { milestone: new.uid, remark: None })
}

/// Takes a milestone away.
///
/// # Errors
/// Where it is an evaluated phase.
pub fn remove(app: &mut App, of: OfMilestone) -> Result<Nothing, ApiError> {
    let row = find(app.store()?, of.milestone)?;
    refuse_evaluated(app, &row)?;
    let operation = app.operation(OperationKind::Rectify, format!("去掉时间节点：“{}”", row.data.name));
    app.store_mut()?.transact(operation, |w| w.delete_milestone(of.milestone))?;
    Ok(Nothing {})
}

pub(super) fn find(store: &Store, uid: Uid) -> Result<Stored<Milestone>, ApiError> {
    store.milestone(uid)?.ok_or_else(|| ApiError::not_found(format!("台账里没有时间节点 {uid}，可能已被撤销")))
}

pub(super) fn plan_of(store: &Store, row: &Milestone) -> Result<Stored<Plan>, ApiError> {
    Ok(store.plan_by_id(row.plan_id)?.expect("foreign keys keep the plan of a milestone"))
}

fn name(text: &str) -> Result<String, ApiError> {
    written(text, "时间节点没有名称", "写要做成什么，如“完成选址”")
}

fn refuse_evaluated(app: &App, row: &Stored<Milestone>) -> Result<(), ApiError> {
    let store = app.store()?;
    let closed = store.phase_closings(row.data.plan_id)?.into_iter().any(|closing| closing.milestone_id == row.id);
    let message = || format!("“{}”已经评估，不能改动", row.data.name);
    match closed {
        true => {
            Err(ApiError { kind: ErrorKind::Conflict, message: message(), hint: Some("要改动，先选“重新评估”".to_owned()) })
        }
        false => Ok(()),
    }
}

/// Returns what is odd about a day that lies outside the plan's.
fn outside(plan: &Plan, on: NaiveDate, what: &str) -> Option<String> {
    match on {
        on if on < plan.start => Some(early(plan, on, what)),
        on if on > plan.due => Some(format!("{what}日期{on}晚于计划结束日{}，请核对", plan.due)),
        _ => None,
    }
}

fn early(plan: &Plan, on: NaiveDate, what: &str) -> String {
    format!("{what}日期{on}早于计划开始日{}，请核对", plan.start)
}
