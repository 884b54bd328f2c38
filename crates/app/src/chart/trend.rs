//! The course of one indicator, with its projection and the year before.

use super::{Gathered, Scene};
use crate::book::{Book, Standing};
use crate::compare::Earlier;
use crate::shown::expected_shown;
use crate::wire::ChartRow;
use crate::{ApiError, shown};
use charts::{Before, Chart, Note, Point, Rate, Table, Target, Tone, Trend};
use chrono::NaiveDate;
use domain::judge::{Forecast, Light, figure, forecast, shown_lag, time_progress};
use domain::{Amount, Comparator, Granularity, Indicator, Period};
use store::IndicatorRow;

/// An indicator's trend, and what is said of it.
pub(crate) struct Drawn {
    pub(crate) trend: Trend,
    /// What the projection assumes and comes to, in a sentence.
    pub(crate) assumes: Option<String>,
    points: Vec<ChartRow>,
}

/// Draws an indicator over all its units, or of one, with its table and where it leads.
pub(super) fn alone(scene: &Scene) -> Result<Gathered, ApiError> {
    let drawn = draw(scene, Earlier::of(scene.store, scene.book, scene.row.id)?.as_ref());
    let (title, unit) = (drawn.trend.title.clone(), drawn.trend.unit.clone());
    let table = table(&drawn.points, &unit);
    Ok(Gathered { chart: Chart::Trend(Box::new(drawn.trend)), title, table, points: drawn.points, forecast: drawn.assumes, unit })
}

/// The same of a rate, with what it is made of under it.
pub(super) fn rate(scene: &Scene) -> Result<Gathered, ApiError> {
    let terms = &scene.row.data.indicator;
    let drawn = draw(scene, Earlier::of(scene.store, scene.book, scene.row.id)?.as_ref());
    let parts = |month: Period| scene.book.parts(scene.row, scene.unit, month).filter(|_| month.end() <= scene.period.end());
    let (numerator, denominator): (Vec<_>, Vec<_>) = periods_of(terms, scene.since).into_iter().map(|month| parts(month).unzip()).unzip();
    if numerator.iter().all(Option::is_none) {
        return Err(
            ApiError::invalid(format!("“{}”没有报过分子和分母，画不出它们", terms.name)).hint("填报时写成 3/4 这样，就有分子和分母")
        );
    }
    let rate = Rate { trend: drawn.trend, numerator, denominator, counted_in: String::new() };
    let (title, unit) = (rate.trend.title.clone(), rate.trend.unit.clone());
    let mut table = table(&drawn.points, &unit);
    table.columns.extend(["分子", "分母"].map(str::to_owned));
    let shown = |part: &Option<Amount>| part.map_or_else(String::new, |part| part.to_string());
    for ((row, numerator), denominator) in table.rows.iter_mut().zip(&rate.numerator).zip(&rate.denominator) {
        row.extend([shown(numerator), shown(denominator)]);
    }
    Ok(Gathered { chart: Chart::Rate(Box::new(rate)), title, table, points: drawn.points, forecast: drawn.assumes, unit })
}

/// Returns the figures of a trend as they are written; the column of the year before only where there is one.
fn table(points: &[ChartRow], unit: &str) -> Table {
    let before = points.iter().any(|row| row.before.is_some());
    let of = |what: &str| if unit.is_empty() { what.to_owned() } else { format!("{what}（{unit}）") };
    let columns =
        ["期次".to_owned(), of("实达"), of("应达")].into_iter().chain(before.then(|| of("上年同期"))).chain(["未报单位".to_owned()]);
    let shown = |value: Option<f64>| value.and_then(Amount::new).map_or_else(String::new, |value| value.to_string());
    let row = |row: &ChartRow| {
        let cells = [row.label.clone(), shown(row.value), shown(row.expected)].into_iter();
        cells.chain(before.then(|| shown(row.before))).chain([row.missing_units.join("、")]).collect()
    };
    Table { columns: columns.collect(), rows: points.iter().map(row).collect() }
}

/// Returns the trend of an indicator, beside what it goes on from if that is asked for.
pub(crate) fn draw(scene: &Scene, earlier: Option<&Earlier>) -> Drawn {
    let Scene { book, row, unit, .. } = *scene;
    let own = unit.and_then(|unit| book.unit_terms(row, unit));
    let terms = own.as_ref().unwrap_or(&row.data.indicator);
    let standings = course(scene, unit, terms);
    let judged = unit.is_none() || own.is_some();
    let labels = shown::labels(&standings.iter().map(|(month, _)| *month).collect::<Vec<_>>());
    let same = |month: Period| earlier?.same_period(unit, month);
    let before: Vec<Option<Amount>> = standings.iter().map(|(month, _)| same(*month)).collect();
    let trend = Trend {
        before: earlier.map(|earlier| before_line(book, earlier.back, terms, &standings, &before)),
        ..trend(scene, terms, judged, &standings, &labels)
    };
    let projected = projected(book, terms, &standings).filter(|_| judged);
    let trend = Trend { forecast: projected.map(|forecast| forecast.at_due), ..trend };
    let assumes = projected.map(|forecast| assumption(terms, forecast));
    let rows = standings.iter().zip(before).zip(labels);
    let points = rows.map(|(((_, standing), before), label)| table_row(book, label, standing.as_ref(), before)).collect();
    Drawn { trend, assumes, points }
}

/// Returns the months an indicator is drawn through.
pub(super) fn periods_of(terms: &Indicator, since: Option<Period>) -> Vec<Period> {
    Period::over(Granularity::Month, terms.start, terms.due)
        .filter(|month| since.is_none_or(|since| month.end() >= since.start()))
        .collect()
}

/// Returns how an indicator stood at the end of each of its months, up to the period; none for those to come.
pub(super) fn course(scene: &Scene, unit: Option<i64>, terms: &Indicator) -> Vec<(Period, Option<Standing>)> {
    let standing = |period| match unit {
        Some(unit) => scene.book.unit_standing(scene.row, unit, period),
        None => scene.book.standing(scene.row, period),
    };
    let months = periods_of(terms, scene.since).into_iter();
    months.map(|month| (month, (month.end() <= scene.period.end()).then(|| standing(month)))).collect()
}

/// Projects work that adds up to its due day; what must hold, or is done already, is not projected.
fn projected(book: &Book, terms: &Indicator, standings: &[(Period, Option<Standing>)]) -> Option<Forecast> {
    let reports = standings.iter().filter_map(|(month, standing)| Some((moment(book, terms, month.end()), standing.as_ref()?.value?)));
    let current = standings.iter().rev().find_map(|(_, standing)| standing.as_ref())?;
    let open = terms.pace == domain::Pace::Accumulate && !is_line(terms) && !current.judgement.met && terms.target.is_some();
    forecast(&reports.collect::<Vec<_>>()).filter(|_| open)
}

/// Returns what a projection comes to, and from what: 按已报9期的走势推算，到期约15200人，可以完成.
fn assumption(terms: &Indicator, forecast: Forecast) -> String {
    let shown = match terms.target.is_some_and(|target| target.get().fract() == 0.0) && terms.unit != "%" {
        true => Amount::new(forecast.at_due.get().round()).unwrap_or(forecast.at_due),
        false => forecast.at_due,
    };
    let short = terms.target.map_or(0.0, |target| if terms.falls() { shown.get() - target.get() } else { target.get() - shown.get() });
    let verdict = match Amount::new(short).filter(|short| *short > Amount::ZERO) {
        Some(short) => format!("比目标差{}{}", figure(short), if terms.unit == "%" { "个百分点" } else { &terms.unit }),
        None => "可以完成".to_owned(),
    };
    format!("按已报{}期的走势推算，到期约{}{}，{verdict}", forecast.points, figure(shown), terms.unit)
}

/// Returns the line of the plan before, at the moments of this plan's months.
fn before_line(book: &Book, back: i32, terms: &Indicator, standings: &[(Period, Option<Standing>)], values: &[Option<Amount>]) -> Before {
    let label = if back == 1 { "上年同期".to_owned() } else { format!("{back}年前同期") };
    let values =
        standings.iter().zip(values).filter_map(|((month, _), value)| Some((moment(book, terms, month.end()), (*value)?))).collect();
    Before { label, values }
}

/// Returns where a day stands on the way across: the share of the indicator's own time that has passed by then.
pub(super) fn moment(book: &Book, terms: &Indicator, day: NaiveDate) -> f64 {
    time_progress(book.rules.time, terms.start, terms.due, day)
}

fn table_row(book: &Book, label: String, standing: Option<&Standing>, before: Option<Amount>) -> ChartRow {
    ChartRow {
        label,
        value: standing.and_then(|standing| standing.value).map(f64::from),
        expected: standing.and_then(|standing| standing.judgement.expected).map(expected_shown),
        before: before.map(f64::from),
        missing_units: standing.iter().flat_map(|standing| &standing.missing).map(|unit| book.unit(*unit).unit.name.clone()).collect(),
    }
}

/// Returns the trend by itself, of what stood at the ends of the months so labelled; `judged` where it has a target of its own.
fn trend(scene: &Scene, terms: &Indicator, judged: bool, standings: &[(Period, Option<Standing>)], labels: &[String]) -> Trend {
    let Scene { book, row, unit, .. } = *scene;
    let past = standings.iter().rposition(|(_, standing)| standing.is_some());
    let current = past.and_then(|at| standings[at].1.as_ref());
    let point = |((month, standing), label): (&(Period, Option<Standing>), &String)| Point {
        label: label.clone(),
        at: moment(book, terms, month.end()),
        value: standing.as_ref().and_then(|standing| standing.value),
        frozen: book.is_frozen(*month),
    };
    // The line of what is expected stands where values are expected to grow: straight, or through what is planned.
    let grows = |standing: &&Standing| {
        standing.judgement.word.is_none() && standing.judgement.expected.is_some() || terms.pace == domain::Pace::Accumulate
    };
    let base = terms.baseline.unwrap_or(Amount::ZERO);
    let expected = match (terms.target, current.filter(grows)) {
        (Some(target), Some(_)) if judged && is_grown_towards(terms) => {
            let planned = terms.planned.iter().map(|one| (moment(book, terms, one.by), one.value));
            [(0.0, base)].into_iter().chain(planned).chain([(1.0, target)]).collect()
        }
        _ => Vec::new(),
    };
    let counted_from_zero = !is_line(terms) && terms.kind != domain::ValueKind::Rate;
    Trend {
        title: terms.name.clone(),
        subtitle: subtitle(book, row, unit, current),
        unit: shown::measured_in(terms).to_owned(),
        kind: terms.kind,
        points: standings.iter().zip(labels).map(point).collect(),
        current: past,
        baseline: terms.baseline.or(counted_from_zero.then_some(Amount::ZERO)),
        target: terms.target.filter(|_| judged).map(|value| Target { label: "目标".to_owned(), value, upper: terms.upper }),
        expected,
        before: None,
        forecast: None,
        note: current.filter(|_| judged).and_then(note),
    }
}

/// Returns true if values are expected to grow towards a target, so that what is expected by a day can be drawn.
pub(crate) fn is_grown_towards(terms: &Indicator) -> bool {
    terms.target.is_some() && terms.pace == domain::Pace::Accumulate && !is_line(terms)
}

/// Returns true if the target is a line to stay on the right side of: then nothing is expected to grow towards it.
fn is_line(terms: &Indicator) -> bool {
    terms.pace == domain::Pace::Maintain
        || matches!(terms.comparator, Comparator::Increase | Comparator::Decrease)
        || (terms.falls() && terms.baseline.is_none())
}

fn note(standing: &Standing) -> Option<Note> {
    let judged = &standing.judgement;
    let tone = match judged.light {
        Light::Red => Tone::Bad,
        Light::Yellow => Tone::Warning,
        Light::Green | Light::Done => Tone::Good,
        Light::Grey => return None,
    };
    let points = shown_lag(judged).map_or(0.0, |lag| lag * 100.0);
    let text = match (judged.word, judged.light) {
        (Some(word), _) => word.to_owned(),
        (None, Light::Done) => "已完成".to_owned(),
        (None, _) if points > 0.05 => format!("落后{points:.1}个百分点"),
        (None, _) if points < -0.05 => format!("超前{:.1}个百分点", -points),
        (None, _) => "与序时进度持平".to_owned(),
    };
    Some(Note { text, tone })
}

/// Returns whose figures are drawn: 东湖区卫生健康局, or 7个单位合计.
pub(super) fn whose(book: &Book, row: &IndicatorRow, unit: Option<i64>) -> String {
    match unit {
        Some(unit) => book.unit(unit).unit.name.clone(),
        None => format!("{}个单位合计", book.reporters(row).len()),
    }
}

fn subtitle(book: &Book, row: &IndicatorRow, unit: Option<i64>, current: Option<&Standing>) -> String {
    let whose = whose(book, row, unit);
    let names: Vec<&str> = current
        .iter()
        .flat_map(|standing| &standing.missing)
        .map(|id| book.unit(*id).unit.short_name.as_deref().unwrap_or(&book.unit(*id).unit.name))
        .collect();
    match names.as_slice() {
        [] => whose,
        _ if unit.is_some() => format!("{whose}；本期未报"),
        [one] => format!("{whose}；{one}未报，不计入"),
        [first, ..] => format!("{whose}；{first}等{}个单位未报，不计入", names.len()),
    }
}
