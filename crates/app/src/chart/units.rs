//! One indicator of several units, or in several years.

use super::trend::{course, moment, periods_of};
use super::{Scene, head, rows, short, trend};
use crate::book::Book;
use crate::compare::Earlier;
use crate::refs::unit_ref;
use crate::wire::{ChartOf, ChartUnit, ChartUnitsOf};
use crate::{ApiError, App, indicators, shown, units};
use charts::{Bars, Lines, Series, Target};
use chrono::Datelike;
use domain::Amount;
use store::{Stored, Unit};

/// Returns the units an indicator can be drawn of, in the order of the document.
///
/// # Errors
/// Where there is no such indicator.
pub(crate) fn all(app: &mut App, of: ChartUnitsOf) -> Result<Vec<ChartUnit>, ApiError> {
    let plan = indicators::plan_of(app, of.indicator)?;
    let store = app.store()?;
    let row = indicators::find(store, of.indicator)?;
    let book = Book::load(store, plan, of.period)?;
    let unit = |id: &i64| ChartUnit { unit: unit_ref(book.unit(*id)), keys: units::keys(book.unit(*id)) };
    Ok(book.reporters(&row).iter().map(unit).collect())
}

/// Returns those of the units asked for that have the indicator, groups by their members, else all that have it; in the
/// order of the document.
fn chosen(scene: &Scene, of: &ChartOf) -> Result<Vec<i64>, ApiError> {
    let reporters = scene.book.reporters(scene.row);
    if of.units.is_empty() {
        return Ok(reporters.to_vec());
    }
    let asked = of.units.iter().map(|uid| units::by_id(scene.store, *uid)).collect::<Result<Vec<_>, _>>()?;
    let is_asked = |unit: &&i64| asked.iter().any(|one| one.id == **unit || scene.book.unit(one.id).members.contains(unit));
    let kept: Vec<i64> = reporters.iter().filter(is_asked).copied().collect();
    if kept.is_empty() { Err(nobody(scene, &asked)) } else { Ok(kept) }
}

/// Returns why nothing is drawn where none of the units asked for has the indicator, and who has it.
fn nobody(scene: &Scene, asked: &[Stored<Unit>]) -> ApiError {
    let indicator = &scene.row.data.indicator.name;
    let message = match asked {
        [one] => format!("{}没有“{indicator}”这个指标", one.data.name),
        _ => format!("选定的{}个单位都没有“{indicator}”这个指标", asked.len()),
    };
    let names: Vec<String> = scene.book.reporters(scene.row).iter().map(|unit| short(scene.book, *unit)).collect();
    let who = match names.as_slice() {
        [] => return ApiError::invalid(message).hint("它还没有责任单位"),
        few if few.len() <= NAMED => few.join("、"),
        many => format!("{}等{}个单位", many[..NAMED].join("、"), many.len()),
    };
    ApiError::invalid(message).hint(format!("有这个指标的是{who}；不选单位就画全部"))
}

/// How many names a sentence has room for.
const NAMED: usize = 5;

/// Returns how many units are drawn: 12个单位, or 12个单位中的3个.
fn how_many(scene: &Scene, drawn: &[i64]) -> String {
    match scene.book.reporters(scene.row).len() {
        all if all == drawn.len() => format!("{all}个单位"),
        all => format!("{all}个单位中的{}个", drawn.len()),
    }
}

/// Returns the courses of units beside each other.
pub(super) fn lines(scene: &Scene, of: &ChartOf) -> Result<Lines, ApiError> {
    let units = chosen(scene, of)?;
    let terms = &scene.row.data.indicator;
    let series = units.iter().map(|unit| Series {
        name: short(scene.book, *unit),
        values: course(scene, Some(*unit), terms).into_iter().map(|(_, standing)| standing.and_then(|one| one.value)).collect(),
    });
    Ok(Lines { target: one_target(scene, &units), ..plot(scene, how_many(scene, &units), series.collect()) })
}

/// Returns the target all of the units have alike; none where each has its own.
fn one_target(scene: &Scene, units: &[i64]) -> Option<Target> {
    let targets: Vec<Option<Amount>> =
        units.iter().map(|unit| scene.book.unit_terms(scene.row, *unit).and_then(|terms| terms.target)).collect();
    let first = (*targets.first()?)?;
    let upper = scene.row.data.indicator.upper;
    targets.iter().all(|target| *target == Some(first)).then(|| Target { label: "目标".to_owned(), value: first, upper })
}

/// Returns the course of this plan beside those of the plans the indicator goes on from, all units together.
pub(super) fn years(scene: &Scene) -> Result<Lines, ApiError> {
    let terms = &scene.row.data.indicator;
    let months = course(scene, scene.unit, terms);
    let year = |back: i32| format!("{}年", scene.book.plan.data.start.year() - back);
    let now = Series { name: year(0), values: months.iter().map(|(_, standing)| standing.as_ref().and_then(|one| one.value)).collect() };
    let earlier = Earlier::all(scene.store, scene.book, scene.row.id)?;
    let before = earlier.iter().map(|earlier| Series {
        name: year(earlier.back),
        values: months.iter().map(|(month, _)| earlier.same_period(scene.unit, *month)).collect(),
    });
    let series: Vec<Series> = [now].into_iter().chain(before).collect();
    let said = match (scene.unit, series.len()) {
        (_, 1) => "没有确认上年的对应指标，只有本年".to_owned(),
        (Some(unit), _) => short(scene.book, unit),
        (None, _) => trend::whose(scene.book, scene.row, None),
    };
    let target =
        terms.target.filter(|_| scene.unit.is_none()).map(|value| Target { label: "目标".to_owned(), value, upper: terms.upper });
    Ok(Lines { target, ..plot(scene, said, series) })
}

fn plot(scene: &Scene, subtitle: String, series: Vec<Series>) -> Lines {
    let terms = &scene.row.data.indicator;
    let months = periods_of(terms, scene.since);
    Lines {
        head: head(&terms.name, subtitle),
        unit: shown::measured_in(terms).to_owned(),
        periods: shown::labels(&months).into_iter().zip(months.iter().map(|month| moment(scene.book, terms, month.end()))).collect(),
        current: months.iter().rposition(|month| month.end() <= scene.period.end()),
        series,
        target: None,
    }
}

/// Returns a bar for each unit.
pub(super) fn bars(scene: &Scene, of: &ChartOf) -> Result<Bars, ApiError> {
    let terms = &scene.row.data.indicator;
    let units = chosen(scene, of)?;
    let bars = rows::bars(scene.book, scene.row, &units, scene.period);
    let subtitle = format!("{}，{}", scene.period.zh(), how_many(scene, &units));
    Ok(Bars { head: head(&terms.name, subtitle), unit: shown::measured_in(terms).to_owned(), bars })
}
