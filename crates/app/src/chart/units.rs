//! One indicator of several units, or in several years.

use super::trend::{course, moment, periods_of};
use super::{Scene, head, rows, short, trend};
use crate::compare::Earlier;
use crate::wire::ChartOf;
use crate::{ApiError, shown, units};
use charts::{Bars, Lines, Series, Target};
use chrono::Datelike;
use domain::Amount;

/// Returns the units asked for, else all that report; in the order of the document.
fn chosen(scene: &Scene, of: &ChartOf) -> Result<Vec<i64>, ApiError> {
    let reporters = scene.book.reporters(scene.row);
    if of.units.is_empty() {
        return Ok(reporters.to_vec());
    }
    let ids = of.units.iter().map(|uid| units::by_id(scene.store, *uid));
    Ok(ids.collect::<Result<Vec<_>, _>>()?.into_iter().map(|unit| unit.id).collect())
}

/// Returns the courses of units beside each other.
pub(super) fn lines(scene: &Scene, of: &ChartOf) -> Result<Lines, ApiError> {
    let units = chosen(scene, of)?;
    let terms = &scene.row.data.indicator;
    let series = units.iter().map(|unit| Series {
        name: short(scene.book, *unit),
        values: course(scene, Some(*unit), terms).into_iter().map(|(_, standing)| standing.and_then(|one| one.value)).collect(),
    });
    Ok(Lines { target: one_target(scene, &units), ..plot(scene, format!("{}个单位", units.len()), series.collect()) })
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
        periods: months.iter().map(|month| (shown::short(*month), moment(scene.book, terms, month.end()))).collect(),
        current: months.iter().rposition(|month| month.end() <= scene.period.end()),
        series,
        target: None,
    }
}

/// Returns a bar for each unit.
pub(super) fn bars(scene: &Scene, of: &ChartOf) -> Result<Bars, ApiError> {
    let terms = &scene.row.data.indicator;
    let bars = rows::bars(scene.book, scene.row, &chosen(scene, of)?, scene.period);
    let subtitle = format!("{}，{}", scene.period.zh(), trend::whose(scene.book, scene.row, None));
    Ok(Bars { head: head(&terms.name, subtitle), unit: shown::measured_in(terms).to_owned(), bars })
}
