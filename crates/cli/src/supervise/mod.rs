//! Supervision at a terminal: rectifications, listed measures, milestones, phases.

mod args;
mod print;

pub(crate) use args::{MilestoneCommand, PhaseCommand, RectifyCommand, SuperviseCommand};

use crate::chosen::{chosen, of_period};
use crate::print::say;
use crate::print::show;
use app::supervise::{self, listing, milestone, phase, rectify};
use app::wire::*;
use app::{ApiError, App, measures, units};
use domain::Uid;
use domain::supervise::Step;

/// Runs `rectify …`.
pub(crate) fn rectify(app: &mut App, json: bool, plan: Option<&str>, command: RectifyCommand) -> Result<(), ApiError> {
    match command {
        RectifyCommand::Open { indicator, measure, own, period, unit, cause, action, deadline, person, on } => {
            let plan = chosen(app, plan)?.id;
            let named = |app: &App, name: Option<String>| name.map(|name| units::named(app, &name)).transpose();
            let of = LightOf {
                plan,
                period,
                indicator: indicator.map(|id| app::indicators::named(app, &id)).transpose()?,
                measure: measure.map(|text| measures::named(app, plan, &text)).transpose()?,
                own: named(app, own)?,
            };
            let unit = named(app, unit)?;
            let done = rectify::open(app, RectifyOpen { of, unit, cause, action, deadline, person, on })?;
            let row = rectify::one(app, done.rectification, period)?;
            show(json, &done, || {
                say!("{}", if done.already { "正在整改，没有重复立项" } else { "已立项" });
                print::rectification(&row);
            });
        }
        RectifyCommand::Change { rectification, cause, action, deadline, person, on } => {
            let rectification = id("整改", &rectification)?;
            rectify::change(app, RectifyChange { rectification, cause, action, deadline, person, on })?;
            after(app, json, rectification)?;
        }
        RectifyCommand::Apply { rectification, note, on } => take(app, json, &rectification, Step::Applied, note, on)?,
        RectifyCommand::Return { rectification, note, on } => take(app, json, &rectification, Step::SentBack, note, on)?,
        RectifyCommand::SignOff { rectification, note, on } => take(app, json, &rectification, Step::SignedOff, note, on)?,
        RectifyCommand::List { period, unit } => {
            let of = of_period(app, plan, period)?;
            let unit = unit.map(|name| units::named(app, &name)).transpose()?;
            let mut all = supervise::show(app, of)?;
            if let Some(unit) = unit {
                all.red.retain(|light| light.unit.as_ref().is_some_and(|one| one.id == unit));
                all.own_red.retain(|light| light.unit.as_ref().is_some_and(|one| one.id == unit));
                all.rectifications.retain(|row| row.unit.id == unit);
                all.accounts.retain(|one| one.unit.id == unit);
            }
            show(json, &all, || print::rectifications(&all));
        }
    }
    Ok(())
}

/// Runs `supervise …`.
pub(crate) fn listed(app: &mut App, json: bool, plan: Option<&str>, command: SuperviseCommand) -> Result<(), ApiError> {
    let measure = |app: &mut App, text: &str| chosen(app, plan).and_then(|plan| measures::named(app, plan.id, text));
    let said = match command {
        SuperviseCommand::List { period } => {
            let of = of_period(app, plan, period)?;
            let listings = supervise::show(app, of)?.listings;
            show(json, &listings, || print::listings(&listings));
            return Ok(());
        }
        SuperviseCommand::Add { measure: text, reason, every, on } => {
            let measure = measure(app, &text)?;
            listing::open(app, ListingOpen { measure, reason, every_days: every, on })?;
            "已挂牌"
        }
        SuperviseCommand::Note { measure: text, finding, on } => {
            let measure = measure(app, &text)?;
            let listing = listing::in_force(app, measure)?;
            listing::inspect(app, ListingInspect { listing, finding, on })?;
            "已记督查记录"
        }
        SuperviseCommand::Lift { measure: text, on } => {
            let measure = measure(app, &text)?;
            let listing = listing::in_force(app, measure)?;
            listing::lift(app, ListingLift { listing, on })?;
            "已摘牌"
        }
    };
    show(json, &Nothing {}, || say!("{said}"));
    Ok(())
}

/// Runs `milestone …`.
pub(crate) fn milestone(app: &mut App, json: bool, plan: Option<&str>, command: MilestoneCommand) -> Result<(), ApiError> {
    let (set, said) = match command {
        MilestoneCommand::List => {
            let plan = chosen(app, plan)?.id;
            let rows = milestone::list(app, plan)?;
            show(json, &rows, || print::milestones(&rows));
            return Ok(());
        }
        MilestoneCommand::Add { name, measure, due, text } => {
            let plan = chosen(app, plan)?.id;
            let measure = measure.map(|text| measures::named(app, plan, &text)).transpose()?;
            (milestone::add(app, MilestoneAdd { plan, measure, name, due, text })?, "已增加")
        }
        MilestoneCommand::Change { milestone, name, due, text } => {
            (milestone::change(app, MilestoneChange { milestone: id("节点", &milestone)?, name, due, text })?, "已修改")
        }
        MilestoneCommand::Done { milestone, on, evidence } => {
            (milestone::done(app, MilestoneDone { milestone: id("节点", &milestone)?, on, evidence })?, "已完成")
        }
        MilestoneCommand::Reopen { milestone } => {
            (milestone::reopen(app, OfMilestone { milestone: id("节点", &milestone)? })?, "已重新打开")
        }
        MilestoneCommand::Remove { milestone } => {
            let milestone = id("节点", &milestone)?;
            milestone::remove(app, OfMilestone { milestone })?;
            (MilestoneSet { milestone, remark: None }, "已去掉")
        }
    };
    set.remark.iter().for_each(|remark| eprintln!("请核对：{remark}"));
    show(json, &set, || say!("{said} {}", set.milestone));
    Ok(())
}

/// Runs `phase …`.
pub(crate) fn phase(app: &mut App, json: bool, plan: Option<&str>, command: PhaseCommand) -> Result<(), ApiError> {
    let view = match command {
        PhaseCommand::List => {
            let plan = chosen(app, plan)?.id;
            let mut rows = milestone::list(app, plan)?;
            rows.retain(|row| row.measure.is_none());
            show(json, &rows, || print::milestones(&rows));
            return Ok(());
        }
        PhaseCommand::Show { milestone, period } => phase::show(app, PhaseOf { milestone: id("阶段", &milestone)?, period })?,
        PhaseCommand::Close { milestone, findings, period, on } => {
            phase::close(app, PhaseClose { milestone: id("阶段", &milestone)?, period, findings, on })?
        }
        PhaseCommand::Reopen { milestone } => phase::reopen(app, OfMilestone { milestone: id("阶段", &milestone)? })?,
    };
    show(json, &view, || print::phase(&view));
    Ok(())
}

fn take(app: &mut App, json: bool, text: &str, step: Step, note: String, on: Option<chrono::NaiveDate>) -> Result<(), ApiError> {
    let rectification = id("整改", text)?;
    rectify::take(app, RectifyStep { rectification, step, note, on })?;
    after(app, json, rectification)
}

/// Shows a rectification with the light of the period that asked for it.
fn after(app: &App, json: bool, rectification: Uid) -> Result<(), ApiError> {
    let row = rectify::again(app, rectification)?;
    show(json, &row, || print::rectification(&row));
    Ok(())
}

fn id(what: &str, text: &str) -> Result<Uid, ApiError> {
    let unknown = |_| ApiError::not_found(format!("“{text}”不是{what}编号")).hint("编号用 rectify list、milestone list、phase list 查看");
    text.trim().parse().map_err(unknown)
}
