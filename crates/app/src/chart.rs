//! Charts of the ledger's figures.

use crate::book::{Book, Standing};
use crate::compare::Earlier;
use crate::error::file_error;
use crate::host::Pick;
use crate::measures::expected_shown;
use crate::wire::{ChartOf, ChartRow, ChartSave, ChartSize, ChartView, Saved};
use crate::{ApiError, App, indicators, shown};
use charts::{Before, Note, Point, Size, Svg, Target, Tone, Trend};
use chrono::NaiveDate;
use domain::judge::{Forecast, Light, figure, forecast, shown_lag, time_progress};
use domain::{Amount, Comparator, Granularity, Indicator, Period};
use std::path::Path;
use store::{IndicatorRow, Store};

/// Returns an indicator's trend with its figures, for a page of its own size or for a whole screen.
pub fn show(app: &mut App, of: ChartOf) -> Result<ChartView, ApiError> {
    let mut drawn = draw(app, &of)?;
    let alt = charts::describe(&drawn.trend);
    if of.size.is_some() {
        // A page that shows the chart in its own place names the indicator itself.
        drawn.trend.title.clear();
    }
    Ok(ChartView {
        svg: charts::trend(&drawn.trend, of.size.map_or(Size::SCREEN, shown_size)).into_string(),
        alt,
        table: drawn.table,
        forecast: drawn.assumes,
        unit: drawn.trend.unit,
    })
}

/// Returns the size a page asks for, within what can be read and drawn.
fn shown_size(size: ChartSize) -> Size {
    Size { width: size.width.clamp(320, 3840), height: size.height.clamp(180, 2160) }
}

/// Saves an indicator's trend where the user says, as SVG or PNG.
pub(crate) fn save(app: &mut App, request: ChartSave) -> Result<Saved, ApiError> {
    let drawn = draw(app, &request.chart)?;
    let pick = if request.format == "svg" { Pick::Svg } else { Pick::Png };
    let ending = pick.filter().1[0];
    let Some(path) = app.host.pick_save(pick, &format!("{}.{ending}", drawn.trend.title)) else { return Ok(Saved { path: None }) };
    let path = if path.extension().is_none() { path.with_extension(ending) } else { path };
    write(&drawn.trend, &path)?;
    Ok(Saved { path: Some(path.display().to_string()) })
}

/// Draws an indicator's trend into a file; its ending says whether as SVG or PNG.
pub fn export(app: &mut App, of: &ChartOf, path: &Path) -> Result<(), ApiError> {
    write(&draw(app, of)?.trend, path)
}

fn write(trend: &Trend, path: &Path) -> Result<(), ApiError> {
    let svg: Svg = charts::trend(trend, Size::SCREEN);
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
    let bytes = match ending.as_str() {
        "svg" => svg.into_string().into_bytes(),
        "png" => charts::png(&svg, 1.0)?,
        _ => return Err(ApiError::invalid(format!("图表只能存为 .svg 或 .png，不能存为“{}”", path.display()))),
    };
    crate::send::write_aside(path, &bytes).map_err(|error| file_error("保存图表", path, &error))
}

/// Returns an indicator's trend.
///
/// # Errors
/// Where there is no such indicator or unit, or the period lies outside its plan.
pub(crate) fn trend_of(app: &App, of: &ChartOf) -> Result<Trend, ApiError> {
    Ok(draw(app, of)?.trend)
}

/// An indicator's trend, and what is said of it.
pub(crate) struct Drawn {
    pub(crate) trend: Trend,
    /// What the projection assumes and comes to, in a sentence.
    pub(crate) assumes: Option<String>,
    table: Vec<ChartRow>,
}

fn draw(app: &App, of: &ChartOf) -> Result<Drawn, ApiError> {
    let store = app.store()?;
    let row = indicators::find(store, of.indicator)?;
    let plan = store.plan_by_id(row.data.plan_id)?.expect("foreign keys keep the plan of an indicator");
    let mut book = Book::load(store, plan.data.uid, of.period)?;
    book.read_series(store, &[row.id])?;
    // In a frozen period it has the name and target it was judged by.
    let row = book.indicator(row.id).cloned().unwrap_or(row);
    let unit = of.unit.map(|uid| store.unit(uid)?.ok_or_else(|| ApiError::not_found("台账里没有这个单位"))).transpose()?;
    of_book(store, &book, &row, unit.map(|unit| unit.id), of.period)
}

/// Returns the trend of an indicator whose series is read, of one unit or of all together, up to a period.
pub(crate) fn of_book(store: &Store, book: &Book, row: &IndicatorRow, unit: Option<i64>, up_to: Period) -> Result<Drawn, ApiError> {
    let own = unit.and_then(|unit| book.unit_terms(row, unit));
    let terms = own.as_ref().unwrap_or(&row.data.indicator);
    let standing = |period| match unit {
        Some(unit) => book.unit_standing(row, unit, period),
        None => book.standing(row, period),
    };
    let standings: Vec<(Period, Option<Standing>)> = Period::over(Granularity::Month, terms.start, terms.due)
        .map(|month| (month, (month.end() <= up_to.end()).then(|| standing(month))))
        .collect();
    let judged = unit.is_none() || own.is_some();
    let earlier = Earlier::of(store, book, row.id)?;
    let same = |month: Period| earlier.as_ref()?.same_period(unit, month);
    let before: Vec<Option<Amount>> = standings.iter().map(|(month, _)| same(*month)).collect();
    let trend = Trend {
        before: earlier.map(|earlier| before_line(book, earlier.back, terms, &standings, &before)),
        ..trend(book, row, unit, terms, judged, &standings)
    };
    let projected = projected(book, terms, &standings).filter(|_| judged);
    let trend = Trend { forecast: projected.map(|forecast| forecast.at_due), ..trend };
    let assumes = projected.map(|forecast| assumption(terms, forecast));
    let rows = standings.iter().zip(before);
    Ok(Drawn {
        trend,
        assumes,
        table: rows.map(|((month, standing), before)| table_row(book, *month, standing.as_ref(), before)).collect(),
    })
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
fn moment(book: &Book, terms: &Indicator, day: NaiveDate) -> f64 {
    time_progress(book.rules.time, terms.start, terms.due, day)
}

fn table_row(book: &Book, month: Period, standing: Option<&Standing>, before: Option<Amount>) -> ChartRow {
    ChartRow {
        label: shown::short(month),
        value: standing.and_then(|standing| standing.value).map(f64::from),
        expected: standing.and_then(|standing| standing.judgement.expected).map(expected_shown),
        before: before.map(f64::from),
        missing_units: standing.iter().flat_map(|standing| &standing.missing).map(|unit| book.unit(*unit).unit.name.clone()).collect(),
    }
}

fn trend(
    book: &Book,
    row: &IndicatorRow,
    unit: Option<i64>,
    terms: &Indicator,
    judged: bool,
    standings: &[(Period, Option<Standing>)],
) -> Trend {
    let past = standings.iter().rposition(|(_, standing)| standing.is_some());
    let current = past.and_then(|at| standings[at].1.as_ref());
    let point = |(month, standing): &(Period, Option<Standing>)| Point {
        label: shown::short(*month),
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
        points: standings.iter().map(point).collect(),
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

fn subtitle(book: &Book, row: &IndicatorRow, unit: Option<i64>, current: Option<&Standing>) -> String {
    let whose = match unit {
        Some(unit) => book.unit(unit).unit.name.clone(),
        None => format!("{}个单位合计", book.reporters(row).len()),
    };
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
