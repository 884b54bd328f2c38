//! Scores of units and measures, and the points given or taken by hand.

use crate::book::{Book, Standing, within};
use crate::refs::unit_ref;
use crate::wire::*;
use crate::{ApiError, App, indicators, plans, record, reporting, units};
use domain::judge::{shown_fraction, target_label};
use domain::score::{self, Earned, Line, Total};
use domain::{Amount, Indicator, Period};
use store::{Adjustment, IndicatorRow, OperationKind, Stored};

/// Returns the league table of a plan's units, each score with its arithmetic.
///
/// # Errors
/// Where there is no such plan or period, or an assumed figure is none.
pub fn scores(app: &mut App, of: ScoreOf) -> Result<Scores, ApiError> {
    let group = of.group;
    let chosen = |groups: &[Group]| group.map(|uid| groups.iter().position(|(group, _)| group.unit.uid == uid).ok_or_else(unknown_group));
    scored(app, of, |groups| chosen(groups).transpose())
}

/// Returns the league table of the largest group of a plan's units; of all of them, where there are no groups.
///
/// # Errors
/// As [`scores`].
pub(crate) fn of_largest_group(app: &mut App, of: OfPeriod) -> Result<Scores, ApiError> {
    let of = ScoreOf { plan: of.plan, period: of.period, group: None, assume: None };
    scored(app, of, |groups| Ok((!groups.is_empty()).then_some(0)))
}

/// A group of units with those of its members that report.
type Group = (store::UnitRow, Vec<i64>);

/// Returns the league table of the group that is chosen, of all units where none is.
fn scored(app: &mut App, of: ScoreOf, choose: impl Fn(&[Group]) -> Result<Option<usize>, ApiError>) -> Result<Scores, ApiError> {
    let store = app.store()?;
    let mut book = Book::load(store, of.plan, of.period)?;
    if let Some(assume) = &of.assume {
        let row = indicators::find(store, assume.indicator)?;
        let unit = units::by_id(store, assume.unit)?;
        book.assume(record::assumed(&row, unit.id, of.period, &assume.value)?);
    }
    let adjustments = store.adjustments(book.plan.id)?;
    let reporting = reporting::units(&book);
    let groups = groups(store, &reporting)?;
    let chosen = choose(&groups)?.map(|at| &groups[at]);
    let units: Vec<i64> = match chosen {
        Some((_, members)) => reporting.iter().copied().filter(|unit| members.contains(unit)).collect(),
        None => reporting,
    };
    let last = of.period.previous();
    let before = (last.end() >= book.plan.data.start).then(|| ranked(&book, &adjustments, &units, last));
    let now = ranked(&book, &adjustments, &units, of.period);
    let mut table: Vec<UnitScore> = units.iter().zip(now).map(|(unit, (rank, tally))| unit_score(&book, *unit, rank, tally)).collect();
    if let Some(before) = before {
        for (row, (rank, tally)) in table.iter_mut().zip(before) {
            row.last_rank = (tally.total.weights > 0.0).then_some(rank);
        }
    }
    table.sort_by_key(|row| row.rank);
    let rules = book.rules.score;
    Ok(Scores {
        period: of.period,
        full_mark: rules.full_mark,
        bonus_cap: rules.bonus_cap,
        penalty_cap: rules.penalty_cap,
        groups: groups.iter().map(|(group, _)| unit_ref(group)).collect(),
        group: chosen.map(|(group, _)| group.unit.uid),
        units: table,
        measures: book.measures.iter().map(|measure| measure_score(&book, measure, of.period)).collect(),
    })
}

/// Gives or takes points, with the reason.
///
/// # Errors
/// Where the points are none, 0 or above the full mark, or no reason is given.
pub fn adjust(app: &mut App, adjust: Adjust) -> Result<Nothing, ApiError> {
    let store = app.store()?;
    let plan = plans::plan(store, adjust.plan)?;
    within(&plan.data, adjust.period)?;
    let unit = units::by_id(store, adjust.unit)?;
    let points = Amount::parse(&adjust.points)?;
    let most = crate::rules::of(store)?.score.full_mark;
    if points == Amount::ZERO || points.get().abs() > most {
        return Err(ApiError::invalid(format!("加分扣分不能是0，也不能超过满分{most}")).hint("加分写正数，扣分写负数"));
    }
    let reason = adjust.reason.trim().to_owned();
    if reason.is_empty() {
        return Err(ApiError::invalid("加分扣分要写明原因").hint("写一句话，例如：做法在全市推广，通报表扬"));
    }
    let (what, size) = if points > Amount::ZERO { ("加分", points) } else { ("扣分", Amount::new(-points.get()).unwrap_or(points)) };
    let operation = app.operation(OperationKind::Edit, format!("{}{what}{size}：{reason}", unit.data.name));
    let (uid, who, at) = (app.new_uid(), app.host.who(), app.now_millis());
    let new = Adjustment { uid, plan_id: plan.id, unit_id: unit.id, period: adjust.period, points, reason, who, at };
    app.store_mut()?.transact(operation, |w| w.insert_adjustment(&new).map_err(ApiError::from))?;
    Ok(Nothing {})
}

/// Takes a bonus or penalty back.
///
/// # Errors
/// Where it is not there any more.
pub(crate) fn unadjust(app: &mut App, of: OfAdjustment) -> Result<Nothing, ApiError> {
    let operation = app.operation(OperationKind::Edit, "取消一条加分扣分".to_owned());
    app.store_mut()?.transact(operation, |w| w.delete_adjustment(of.adjustment).map_err(ApiError::from))?;
    Ok(Nothing {})
}

/// A unit's lines, their sum, and what was given or taken by hand.
struct Tally {
    lines: Vec<ScoreLine>,
    total: Total,
    adjustments: Vec<AdjustmentRow>,
}

/// Returns the units' tallies with their ranks, in the order of the units.
fn ranked(book: &Book, adjustments: &[Stored<Adjustment>], units: &[i64], period: Period) -> Vec<(u32, Tally)> {
    let tallies: Vec<Tally> = units.iter().map(|unit| tally(book, adjustments, *unit, period)).collect();
    let ranks = score::ranks(&tallies.iter().map(|tally| tally.total.score).collect::<Vec<_>>());
    ranks.into_iter().zip(tallies).collect()
}

fn tally(book: &Book, adjustments: &[Stored<Adjustment>], unit: i64, period: Period) -> Tally {
    // What the lead unit alone reports is no part of another unit's score, unless it has reported it all the same.
    let counts =
        |row: &&IndicatorRow| book.asks(row, unit) || (book.reporters(row).contains(&unit) && !book.entries(row.id, unit).is_empty());
    let own = book.indicators.iter().filter(counts);
    let scored: Vec<(ScoreLine, Line)> = own
        .map(|row| {
            let (standing, terms) = (book.unit_standing(row, unit, period), book.unit_terms(row, unit));
            match &terms {
                Some(terms) => line(book, row, terms, standing),
                None => with_line(book, row, &row.data.indicator, &standing, score::undivided(&row.data.indicator)),
            }
        })
        .collect();
    let given = adjustments.iter().filter(|one| one.data.unit_id == unit && one.data.period.end() <= period.end());
    let points: Vec<f64> = given.clone().map(|one| one.data.points.get()).collect();
    let bonuses: Vec<f64> = points.iter().copied().filter(|points| *points > 0.0).collect();
    let penalties: Vec<f64> = points.iter().filter(|points| **points < 0.0).map(|points| -points).collect();
    let lines: Vec<Line> = scored.iter().map(|(_, line)| line.clone()).collect();
    let row = |one: &Stored<Adjustment>| AdjustmentRow {
        id: one.data.uid,
        points: one.data.points.get(),
        reason: one.data.reason.clone(),
        who: one.data.who.clone(),
        period: one.data.period,
    };
    Tally {
        total: score::total(&lines, &bonuses, &penalties, &book.rules.score),
        lines: scored.into_iter().map(|(line, _)| line).collect(),
        adjustments: given.map(row).collect(),
    }
}

fn line(book: &Book, row: &IndicatorRow, terms: &Indicator, standing: Standing) -> (ScoreLine, Line) {
    let scored = score::line(terms, standing.value, &standing.judgement);
    with_line(book, row, terms, &standing, scored)
}

/// Puts what an indicator earns together with what a person needs to follow it.
fn with_line(book: &Book, row: &IndicatorRow, terms: &Indicator, standing: &Standing, line: Line) -> (ScoreLine, Line) {
    let (points, lost) = match line.earned {
        Earned::Points(points) => (Some(points), Some(((line.weight - points) * 1000.0).round() / 1000.0)),
        Earned::Silent => (None, Some(line.weight)),
        Earned::NotCounted => (None, None),
    };
    let shown = ScoreLine {
        indicator: row.data.uid,
        name: terms.name.clone(),
        number: book.measure_of(row).and_then(|measure| measure.measure.number.clone()),
        way: line.way,
        target_label: target_label(terms),
        value: standing.value.map(f64::from),
        unit: terms.unit.clone(),
        weight: line.weight,
        completion: line.completion.map(shown_fraction),
        word: standing.judgement.word.map(str::to_owned),
        points,
        lost,
        formula: line.formula.clone(),
    };
    (shown, line)
}

fn unit_score(book: &Book, unit: i64, rank: u32, tally: Tally) -> UnitScore {
    let Tally { lines, total, adjustments } = tally;
    let UnitRef { id, name, short } = unit_ref(book.unit(unit));
    UnitScore {
        id,
        name,
        short,
        score: total.score,
        rank,
        last_rank: None,
        incomplete: total.incomplete,
        points: total.points,
        weights: total.weights,
        formula: total.formula,
        lines,
        bonus: total.bonus,
        penalty: total.penalty,
        adjustments,
    }
}

/// Scores a measure by the figures over all its units.
fn measure_score(book: &Book, measure: &store::MeasureRow, period: Period) -> MeasureScore {
    let scored = book.indicators_of(measure.id).map(|row| line(book, row, &row.data.indicator, book.standing(row, period)));
    let (shown, lines): (Vec<ScoreLine>, Vec<Line>) = scored.unzip();
    let total = score::total(&lines, &[], &[], &book.rules.score);
    let m = &measure.measure;
    MeasureScore {
        id: m.uid,
        number: m.number.clone(),
        title: m.title.clone(),
        score: (total.weights > 0.0).then_some(total.base),
        incomplete: total.weights > 0.0 && total.incomplete,
        weights: total.weights,
        formula: total.formula,
        lines: shown,
    }
}

/// Returns the groups with members that report, the largest first.
fn groups(store: &store::Store, reporting: &[i64]) -> Result<Vec<Group>, ApiError> {
    let mut groups: Vec<_> = store.units()?.into_iter().filter(|unit| !unit.members.is_empty()).collect();
    groups.sort_by_key(|group| std::cmp::Reverse(group.members.iter().filter(|unit| reporting.contains(unit)).count()));
    let with_members = groups.into_iter().map(|group| {
        let members: Vec<i64> = group.members.iter().copied().filter(|unit| reporting.contains(unit)).collect();
        (group, members)
    });
    Ok(with_members.filter(|(_, members)| !members.is_empty()).collect())
}

fn unknown_group() -> ApiError {
    ApiError::not_found("这份计划里没有这个单位组").hint("请另选一个单位组，或者看全部单位")
}
