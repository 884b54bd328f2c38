//! A phase evaluated (阶段评估): it closes with its findings and figures, which nothing changes afterwards.

use super::{Docket, done_on, milestone, written};
use crate::book::{Book, Standing};
use crate::status::status_of;
use crate::wire::*;
use crate::{ApiError, App, ErrorKind, behind};
use domain::judge::{Light, shown_fraction};
use domain::{Granularity, Period};
use store::{IndicatorRow, Milestone, OperationKind, PhaseClosing, Plan, Stored};

/// How many indicators that are behind are kept.
const KEPT: usize = 10;

/// Returns a phase with the plan's figures at its end: those kept, or, while it is not evaluated, those of today's reports.
///
/// # Errors
/// Where it is a milestone of a measure, or no period can be told.
pub fn show(app: &mut App, of: PhaseOf) -> Result<PhaseView, ApiError> {
    let store = app.store()?;
    let (row, plan) = find(app, of.milestone)?;
    let docket = Docket::read(store, plan.id, app.host.now())?;
    let closing = docket.closing(row.id);
    let period = match closing {
        Some(closing) => closing.period,
        None => period(&row.data, &plan.data, of.period)?,
    };
    let figures = match closing {
        Some(closing) => kept(closing)?,
        None => figures(&Book::load(store, plan.data.uid, period)?, period),
    };
    Ok(PhaseView { row: docket.milestone(&row), figures })
}

/// Evaluates a phase: its findings and figures are kept, and it is done.
///
/// # Errors
/// Where it is evaluated already, its period has not begun, or nothing is written.
pub fn close(app: &mut App, request: PhaseClose) -> Result<PhaseView, ApiError> {
    let on = done_on(app, request.on, "评估")?;
    let (row, plan) = find(app, request.milestone)?;
    let store = app.store()?;
    if store.phase_closings(plan.id)?.iter().any(|closing| closing.milestone_id == row.id) {
        let message = format!("“{}”已经评估过", row.data.name);
        return Err(ApiError { kind: ErrorKind::Conflict, message, hint: Some("要改结论，先选“重新评估”".to_owned()) });
    }
    let period = period(&row.data, &plan.data, request.period)?;
    if period.start() > on {
        return Err(
            ApiError::invalid(format!("{}还没有开始，不能评估“{}”", period.zh(), row.data.name)).hint("到阶段结束、各单位报齐以后再评估")
        );
    }
    let findings = written(&request.findings, "评估要写明结论", "写这一阶段做成了什么、差在哪里、下一步怎么办")?;
    let figures = figures(&Book::load(store, plan.data.uid, period)?, period);
    let figures = serde_json::to_string(&figures).map_err(|error| ApiError::internal(error.to_string()))?;
    let closing =
        PhaseClosing { milestone_id: row.id, period, closed_on: on, findings, figures, who: app.host.who(), at: app.now_millis() };
    let done = Milestone { done_on: row.data.done_on.or(Some(on)), ..row.data.clone() };
    let operation = app.operation(OperationKind::Rectify, format!("阶段评估：“{}”，{}", row.data.name, period.zh()));
    app.store_mut()?.transact(operation, |w| {
        w.insert_phase_closing(&closing)?;
        w.update_milestone(&done)
    })?;
    show(app, PhaseOf { milestone: request.milestone, period: None })
}

/// Takes the evaluation of a phase back, to evaluate it anew (重新评估); the history keeps what it said.
///
/// # Errors
/// Where it is not evaluated.
pub fn reopen(app: &mut App, of: OfMilestone) -> Result<PhaseView, ApiError> {
    let (row, plan) = find(app, of.milestone)?;
    let closings = app.store()?.phase_closings(plan.id)?;
    let closing = closings.into_iter().find(|closing| closing.milestone_id == row.id);
    let closing = closing.ok_or_else(|| ApiError::invalid(format!("“{}”还没有评估", row.data.name)))?;
    // A day the phase was marked done on by hand stays.
    let done_on = row.data.done_on.filter(|done| *done != closing.closed_on);
    let open = Milestone { done_on, ..row.data.clone() };
    let operation = app.operation(OperationKind::Rectify, format!("重新评估：“{}”", row.data.name));
    app.store_mut()?.transact(operation, |w| {
        w.delete_phase_closing(row.id)?;
        w.update_milestone(&open)
    })?;
    show(app, PhaseOf { milestone: of.milestone, period: Some(closing.period) })
}

fn find(app: &App, uid: domain::Uid) -> Result<(Stored<Milestone>, Stored<Plan>), ApiError> {
    let store = app.store()?;
    let row = milestone::find(store, uid)?;
    if row.data.measure_id.is_some() {
        let error = ApiError::invalid(format!("“{}”是一项举措的时间节点，不是计划的阶段", row.data.name));
        return Err(error.hint("时间节点做完后标为完成；阶段才评估"));
    }
    let plan = milestone::plan_of(store, &row.data)?;
    Ok((row, plan))
}

/// Returns the period a phase is judged at: the month its day lies in, within the plan.
fn period(row: &Milestone, plan: &Plan, wanted: Option<Period>) -> Result<Period, ApiError> {
    let day = row.due.map(|due| due.clamp(plan.start, plan.due));
    let own = day.and_then(|day| Period::containing(Granularity::Month, day));
    let none = || ApiError::invalid(format!("“{}”没有截止日期，不知道看哪一期的数", row.name)).hint("补上截止日期，或指明期次");
    wanted.or(own).ok_or_else(none)
}

fn kept(closing: &PhaseClosing) -> Result<PhaseFigures, ApiError> {
    let damaged = |_| ApiError::unreadable("这次阶段评估的数读不出来").hint("台账可能被其他程序改过；请从备份恢复，或重新评估");
    serde_json::from_str(&closing.figures).map_err(damaged)
}

/// Returns how a plan stands at the end of a period, as a phase keeps it.
fn figures(book: &Book, period: Period) -> PhaseFigures {
    let status = status_of(book, period);
    let all: Vec<(&IndicatorRow, Standing)> = book.indicators.iter().map(|row| (row, book.standing(row, period))).collect();
    let behind = behind::behind(book, all.iter());
    let done = all.iter().filter_map(|(row, standing)| Some((row.data.indicator.weight.get(), standing.judgement.completion?)));
    let counted = done.clone().count() as u32;
    let (weights, sum) = done.fold((0.0, 0.0), |(weights, sum), (weight, part)| (weights + weight, sum + weight * part.clamp(0.0, 1.0)));
    PhaseFigures {
        period,
        time_progress: shown_fraction(status.time_progress),
        measures: status.measures.len() as u32,
        lights: status.lights,
        indicators: all.len() as u32,
        met: all.iter().filter(|(_, standing)| standing.judgement.met && standing.judgement.light != Light::Grey).count() as u32,
        counted,
        completion: (weights > 0.0).then(|| shown_fraction(sum / weights)),
        behind_count: behind.len() as u32,
        behind: behind.into_iter().take(KEPT).map(kept_behind).collect(),
    }
}

fn kept_behind(row: Behind) -> PhaseBehind {
    PhaseBehind {
        name: row.name,
        number: row.measure.and_then(|measure| measure.number),
        lead: row.lead.map(|unit| unit.name),
        light: row.light,
        completion: row.completion,
        lag: row.lag,
        reason: row.reason,
    }
}
