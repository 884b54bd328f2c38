//! Charts of a whole plan: what the overview, the scores and the milestones say, drawn.

use super::head;
use super::rows::{bullet, counts, league_row};
use crate::book::Book;
use crate::plans::months;
use crate::shown::numbered;
use crate::wire::{ChartOf, OfPeriod, ScoreOf};
use crate::{ApiError, App, indicators, overview, score, shown, standing, supervise};
use charts::{Bullet, Bullets, Chart, Heat, HeatRow, League, Node, NodeState, SectionLights, Sections, Timeline};
use domain::judge::{Light, time_progress};
use domain::{Amount, Period, Uid};
use store::IndicatorRow;

/// Returns the plan a chart is of.
fn plan(of: &ChartOf) -> Result<Uid, ApiError> {
    of.plan.ok_or_else(|| ApiError::invalid("这种图画的是整份计划，要说明是哪一份"))
}

/// Returns how many measures of each section have which light.
pub(super) fn sections(app: &mut App, of: &ChartOf) -> Result<Chart, ApiError> {
    let overview = overview::show(app, OfPeriod { plan: plan(of)?, period: of.period })?;
    let rows = overview.sections.into_iter().map(|one| SectionLights { name: one.title, counts: counts(one.lights) });
    let subtitle = format!("{}，{}项举措", of.period.zh(), overview.measures);
    Ok(Chart::Sections(Sections { head: head("各部分进展", subtitle), rows: rows.collect() }))
}

/// Returns the lights of measures through the months.
pub(super) fn heat(app: &mut App, of: &ChartOf) -> Result<Chart, ApiError> {
    let store = app.store()?;
    let mut book = Book::load(store, plan(of)?, of.period)?;
    let all = months(&book.plan.data);
    book.read_frozen(store, &all)?;
    let shown: Vec<Period> = all.into_iter().filter(|month| of.since.is_none_or(|since| month.end() >= since.start())).collect();
    let light = |measure: &store::MeasureRow, month: Period| {
        (month.end() <= of.period.end()).then(|| standing::of_measure(&book, measure, month).light)
    };
    let rows = book.measures.iter().map(|measure| HeatRow {
        name: numbered(measure.measure.number.as_deref(), &measure.measure.title),
        lights: shown.iter().map(|month| light(measure, *month)).collect(),
    });
    Ok(Chart::Heat(Heat {
        head: head("逐月亮灯", format!("截至{}", of.period.zh())),
        periods: shown::labels(&shown),
        current: shown.iter().rposition(|month| month.end() <= of.period.end()),
        rows: rows.collect(),
    }))
}

/// Returns the league table of the units, or of a group's members.
pub(super) fn league(app: &mut App, of: &ChartOf) -> Result<Chart, ApiError> {
    let scores = score::scores(app, ScoreOf { plan: plan(of)?, period: of.period, group: of.group, assume: None })?;
    // Those without a score come last, in their order.
    let (scored, without): (Vec<_>, Vec<_>) = scores.units.iter().map(league_row).partition(|row| row.score.is_some());
    let full = Amount::new(scores.full_mark).unwrap_or(Amount::ZERO);
    let subtitle = format!("{}，满分{full}，{}个单位", of.period.zh(), scores.units.len());
    Ok(Chart::League(League { head: head("考核排名", subtitle), full, rows: scored.into_iter().chain(without).collect() }))
}

/// Returns the milestones along the plan's time.
pub(super) fn timeline(app: &mut App, of: &ChartOf) -> Result<Chart, ApiError> {
    let book = Book::load(app.store()?, plan(of)?, of.period)?;
    let plan = &book.plan.data;
    // Nodes lie on the calendar, whatever rule the indicators are judged by.
    let share = |day| time_progress(domain::judge::TimeRule::Days, plan.start, plan.due, day);
    let (rows, end) = (supervise::milestone::list(app, plan.uid)?, of.period.end());
    let nodes = rows.into_iter().filter_map(|row| {
        let due = row.due?;
        // As it stood at the period's end, whatever the day is today.
        let state = match row.done_on.filter(|day| *day <= end) {
            Some(_) => NodeState::Done,
            None if due <= end => NodeState::Overdue,
            None => NodeState::Open,
        };
        let name = row.measure.as_ref().and_then(|measure| measure.number.as_deref());
        Some(Node { name: numbered(name, &row.name), day: shown::day_in_text(due), at: share(due), state })
    });
    let nodes: Vec<Node> = nodes.collect();
    let ends = months(plan);
    Ok(Chart::Timeline(Timeline {
        head: head("时间节点", format!("截至{}，{}个节点", of.period.zh(), nodes.len())),
        ticks: shown::labels(&ends).into_iter().zip(ends.iter().map(|month| share(month.end()))).collect(),
        now: Some(share(of.period.end())),
        nodes,
    }))
}

/// Returns completion against time progress: of the indicators asked for, else of all that are judged by completion, those
/// furthest behind first.
pub(super) fn bullets(app: &mut App, of: &ChartOf) -> Result<Chart, ApiError> {
    let plan = match (of.plan, of.indicators.first()) {
        (None, Some(indicator)) => indicators::plan_of(app, *indicator)?,
        _ => plan(of)?,
    };
    let book = Book::load(app.store()?, plan, of.period)?;
    let row = |row: &IndicatorRow| bullet(&book, row, of.period);
    let mut rows: Vec<Bullet> = match of.indicators.as_slice() {
        [] => book.indicators.iter().map(row).filter(|bullet| bullet.completion.is_some() || bullet.light != Light::Grey).collect(),
        chosen => chosen.iter().filter_map(|uid| book.indicators.iter().find(|row| row.data.uid == *uid)).map(row).collect(),
    };
    if of.indicators.is_empty() {
        // By the shown figures, as the overview has them.
        let lag = |row: &Bullet| row.due.zip(row.completion).map_or(f64::NEG_INFINITY, |(due, completion)| due - completion);
        rows.sort_by(|a, b| lag(b).total_cmp(&lag(a)));
    }
    let subtitle = format!("{}，线为应达", of.period.zh());
    Ok(Chart::Bullets(Bullets { head: head("完成率与序时进度", subtitle), rows }))
}
