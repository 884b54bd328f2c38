//! Each command: arguments in, use case called, answer printed.

use crate::args::{Args, Command, Confirm, Side};
use crate::chosen::{chosen, latest, of_period};
use crate::print::{self, say, show};
use crate::{chart, narrative, overview, packages, report, supervise, take, terms};
use app::merge::OnConflict;
use app::wire::*;
use app::{ApiError, App};
use std::path::PathBuf;
use std::process::ExitCode;

/// Runs a command; the exit code is 2 where the ledger was not named.
pub(crate) fn run(app: &mut App, args: Args) -> Result<ExitCode, ApiError> {
    let Args { ledger, json, plan, command } = args;
    if let Command::Read { file } = &command {
        let reading = app::draft::read(file)?;
        show(json, &reader::to_json(&reading.draft), || print::reading(&reading));
        return Ok(ExitCode::SUCCESS);
    }
    let Some(ledger) = ledger else {
        eprintln!("错误：没有说明用哪个台账\n办法：加上 --ledger 文件名.yaodian");
        return Ok(ExitCode::from(2));
    };
    match &command {
        Command::Import { file, table } => {
            let imported = match table.clone().reading() {
                Some(reading) => app::foreign::import(app, &ledger, file, &reading)?,
                None => app::draft::import(app, &ledger, file)?,
            };
            show(json, &imported, || print::imported(&imported));
            return Ok(ExitCode::SUCCESS);
        }
        Command::Receive { file, preview, on_conflict } => {
            return packages::receive(app, json, &ledger, file, *preview, *on_conflict);
        }
        Command::Sample => app.sample(&ledger)?,
        _ => app.open(&ledger)?,
    }
    within(app, json, plan.as_deref(), command)
}

fn within(app: &mut App, json: bool, plan: Option<&str>, command: Command) -> Result<ExitCode, ApiError> {
    match command {
        Command::Read { .. } | Command::Import { .. } | Command::Receive { .. } => {
            unreachable!("a file is read before a ledger is opened")
        }
        Command::Revise { file, preview } => {
            let wanted = plan.map(|plan| chosen(app, Some(plan))).transpose()?.map(|plan| plan.id);
            if preview {
                let revision = app::draft::revise::preview(app, &file, wanted)?;
                show(json, &revision, || print::revision(&revision));
            } else {
                let (revision, revised) = app::draft::revise::take_over(app, &file, wanted)?;
                show(json, &revised, || print::revised(&revision, &revised));
            }
        }
        Command::Compare { earlier, accept } => {
            let of = CompareOf {
                plan: latest(app, plan)?.id,
                with: earlier.map(|plan| chosen(app, Some(&plan))).transpose()?.map(|plan| plan.id),
            };
            let mut comparison = app::compare::show(app, of)?;
            if accept {
                let proposed = app::compare::proposed(&comparison);
                comparison = app::compare::confirm(app, proposed)?;
            }
            show(json, &comparison, || print::comparison(&comparison));
        }
        Command::Sample => {
            let state = app::session::state(app, Nothing {})?;
            show(json, &state.plans, || print::plans(&state.plans));
        }
        Command::Plans => {
            let plans = app::session::state(app, Nothing {})?.plans;
            show(json, &plans, || print::plans(&plans));
        }
        Command::Units => {
            let units = app::units::lines(app, Nothing {})?;
            show(json, &units, || print::units(&units));
        }
        Command::Unit(command) => return crate::units::run(app, json, command),
        Command::Measures { period } => {
            let of = of_period(app, plan, period)?;
            let list = app::measures::list(app, of)?;
            show(json, &list.measures, || print::measures(&list));
        }
        Command::Indicators => {
            let plan = chosen(app, plan)?.id;
            let indicators = app::indicators::list(app, OfPlan { plan })?;
            show(json, &indicators, || print::indicators(&indicators));
        }
        Command::Indicator(command) => terms::indicator(app, json, plan, command)?,
        Command::Weight { section, measure, weight } => terms::weight(app, json, plan, section, measure, weight)?,
        Command::Allocate { indicator, unit, target } => {
            let indicator = app::indicators::named(app, &indicator)?;
            let unit = app::units::named(app, &unit)?;
            app::indicators::allocate(app, indicator, unit, &target)?;
            show(json, &Nothing {}, || say!("已分解"));
        }
        Command::Record { indicator, unit, period, value, numerator, denominator, note } => {
            let indicator = app::indicators::named(app, &indicator)?;
            let unit = app::units::named(app, &unit)?;
            let value = match (value, numerator, denominator) {
                (Some(value), ..) => value,
                (None, numerator, denominator) => format!("{}/{}", numerator.unwrap_or_default(), denominator.unwrap_or_default()),
            };
            let recorded = app::record::record(app, Record { entries: vec![EntryInput { indicator, unit, period, value, note }] })?;
            recorded.questions.iter().for_each(|question| eprintln!("请核对：{}。{}", question.fact, question.cause));
            show(json, &recorded, || say!("{}", if recorded.changed == 0 { "与已有的数相同，没有改动" } else { "已填报" }));
        }
        Command::Narrative { measure, unit, period, progress, problems, next } => {
            let (measure, unit) = (app::narrative::measure_named(&measure)?, app::units::named(app, &unit)?);
            let view = if progress.is_none() && problems.is_none() && next.is_none() {
                app::narrative::show(app, NarrativeOf { measure, unit, period })?
            } else {
                app::narrative::set(app, NarrativeSet { measure, unit, period, progress, problems, next_steps: next })?
            };
            show(json, &view, || narrative::one(&view));
        }
        Command::Narratives { period } => {
            let of = of_period(app, plan, period)?;
            let rows = app::narrative::list(app, of)?;
            show(json, &rows, || narrative::list(&rows));
        }
        Command::Status { period } => {
            let of = of_period(app, plan, period)?;
            let status = app::status::status(app, of)?;
            show(json, &status, || print::status(&status));
        }
        Command::Freeze { period } => {
            let plan = chosen(app, plan)?.id;
            let state = app::freeze::freeze(app, OfPeriod { plan, period })?;
            show(json, &state, || print::period_state(&state));
        }
        Command::Unfreeze { period, reason } => {
            let plan = chosen(app, plan)?.id;
            let state = app::freeze::unfreeze(app, Unfreeze { plan, period, reason })?;
            show(json, &state, || print::period_state(&state));
        }
        Command::Overview { period } => {
            let of = of_period(app, plan, period)?;
            let overview = app::overview::show(app, of)?;
            show(json, &overview, || overview::overview(&overview));
        }
        Command::Export { period, unit, all: _, trend, out } => {
            let plan = chosen(app, plan)?;
            let units = unit.iter().map(|name| app::units::named(app, name)).collect::<Result<_, _>>()?;
            let sent = app::send::send_to(app, &Send { plan: plan.id, period, units, trend }, &out)?;
            show(json, &sent, || print::sent(&sent));
        }
        Command::ExportAll { period, out } => {
            let of = of_period(app, plan, period)?;
            app::analysis::export(app, of, &out)?;
            let saved = Saved { path: Some(out.display().to_string()) };
            show(json, &saved, || say!("已导出：{}", out.display()));
        }
        Command::Package(command) => packages::export(app, json, plan, command)?,
        Command::Merge { files, preview, on_conflict, confirm_proposals } => {
            return merge(app, json, &files, preview, on_conflict, confirm_proposals);
        }
        Command::Take { files, period, unit, table, accept, rows, forget, preview, on_conflict } => {
            let of = of_period(app, plan, period)?;
            let asked = take::Asked { unit, reading: table.reading(), accept, rows, forget, preview, on_conflict };
            return take::take(app, json, of, &files, asked);
        }
        Command::Chart(asked) => chart::chart(app, json, plan, asked)?,
        Command::Deck(args) => crate::deck::run(app, json, plan, args)?,
        Command::Bulletin(args) => report::bulletin(app, json, plan, args)?,
        Command::Handout(args) => report::handout(app, json, plan, args)?,
        Command::Score { period, group, assume, unit, value } => {
            let OfPeriod { plan, period } = of_period(app, plan, period)?;
            let group = group.map(|name| app::units::named(app, &name)).transpose()?;
            let assume = match (assume, unit, value) {
                (Some(indicator), Some(unit), Some(value)) => {
                    Some(Assume { indicator: app::indicators::named(app, &indicator)?, unit: app::units::named(app, &unit)?, value })
                }
                _ => None,
            };
            let scores = app::score::scores(app, ScoreOf { plan, period, group, assume })?;
            show(json, &scores, || print::scores(&scores));
        }
        Command::Adjust { unit, period, points, reason } => {
            let plan = chosen(app, plan)?.id;
            let unit = app::units::named(app, &unit)?;
            app::score::adjust(app, Adjust { plan, unit, period, points, reason })?;
            show(json, &Nothing {}, || say!("已记"));
        }
        Command::Rules { preset, yellow, red, time, lights, full_mark, bonus_cap, penalty_cap } => {
            let set = RulesSet { preset, yellow_over: yellow, red_over: red, time, combining: lights, full_mark, bonus_cap, penalty_cap };
            let rules = if set == RulesSet::default() { app::rules::show(app, Nothing {})? } else { app::rules::set(app, set)? };
            show(json, &rules, || say!("{}", rules.said));
        }
        Command::Rectify(command) => supervise::rectify(app, json, plan, command)?,
        Command::Supervise(command) => supervise::listed(app, json, plan, command)?,
        Command::Milestone(command) => supervise::milestone(app, json, plan, command)?,
        Command::Phase(command) => supervise::phase(app, json, plan, command)?,
        Command::History => {
            let history = app::history::list(app, Nothing {})?;
            show(json, &history, || print::history(&history));
        }
        Command::Undo => {
            let undone = app::history::undo(app, Nothing {})?;
            show(json, &undone, || say!("已撤销：{}", undone.operation.label));
        }
        Command::Redo => {
            let redone = app::history::redo(app, Nothing {})?;
            show(json, &redone, || say!("已恢复：{}", redone.operation.label));
        }
        Command::Check => {
            let checked = app::history::check(app, Nothing {})?;
            show(json, &checked, || print::checked(&checked));
            return Ok(if checked.problems.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(1) });
        }
    }
    Ok(ExitCode::SUCCESS)
}

pub(crate) fn merge(
    app: &mut App,
    json: bool,
    files: &[PathBuf],
    preview: bool,
    on_conflict: Option<Side>,
    confirm: Option<Confirm>,
) -> Result<ExitCode, ApiError> {
    let mut report = app::merge::preview(app, files)?;
    if let Some(Confirm::Exact) = confirm {
        report = app::merge::confirm_exact(app)?;
    }
    let refused = |file: &&MergeFile| matches!(file.status, FileStatus::Refused | FileStatus::Unknown);
    for file in report.files.iter().filter(refused) {
        eprintln!("错误：{}：{}", file.file, file.messages.join("；"));
    }
    let all_refused = report.files.iter().filter(refused).count() == report.files.len();
    if !preview && !all_refused {
        let decided = match on_conflict {
            None => OnConflict::Open,
            Some(Side::Ours) => OnConflict::Decide(Choice::Ours),
            Some(Side::Theirs) => OnConflict::Decide(Choice::Theirs),
        };
        report = app::merge::apply_all(app, decided)?;
    }
    show(json, &report, || print::merged(&report));
    Ok(if all_refused { ExitCode::from(1) } else { ExitCode::SUCCESS })
}
