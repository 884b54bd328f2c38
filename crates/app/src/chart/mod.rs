//! Charts of the ledger's figures: which of them, of what, drawn, tabulated, and saved.

mod native;
mod plan;
pub(crate) mod rows;
mod save;
mod trend;
mod units;

use crate::book::Book;
use crate::refs::unit_ref;
use crate::wire::{ChartKind, ChartOf, ChartRow, ChartSize, ChartTable, ChartView, Spot};
use crate::{ApiError, App, indicators};
use charts::{Chart, Head, Size};
use domain::{Period, Uid};
use store::{IndicatorRow, Store};

pub use save::{FORMATS, export};
pub(crate) use save::{picture, save, sheet_size};
pub(crate) use trend::{draw as trend_of, is_grown_towards};
pub(crate) use units::all as units;

/// Returns a chart with its figures, for a page of its own size or for a whole screen.
///
/// # Errors
/// Where there is no such plan, period, indicator or unit, or the kind wants one that is not named.
pub fn show(app: &mut App, of: ChartOf) -> Result<ChartView, ApiError> {
    let mut gathered = gather(app, &of)?;
    let alt = gathered.chart.describe();
    if of.size.is_some() {
        // A page that shows the chart in its own place names it itself.
        untitle(&mut gathered.chart);
    }
    let charts::Table { columns, rows } = gathered.table;
    let drawn = of.size.map_or_else(|| gathered.chart.draw(Size::SCREEN), |size| gathered.chart.draw_on_page(shown_size(size)));
    let spot = |one: &charts::Datum| {
        let charts::Datum { row, column, left, top, right, bottom } = *one;
        Spot { row: row as u32, column: column.map(|column| column as u32), left, top, right, bottom }
    };
    Ok(ChartView {
        spots: drawn.spots().iter().map(spot).collect(),
        svg: drawn.into_string(),
        alt,
        title: gathered.title,
        table: ChartTable { columns, rows },
        points: gathered.points,
        forecast: gathered.forecast,
        unit: gathered.unit,
    })
}

/// Returns the size a page asks for, within what can be read and drawn.
fn shown_size(size: ChartSize) -> Size {
    Size { width: size.width.clamp(320, 3840), height: size.height.clamp(180, 2160) }
}

/// Takes the title away.
fn untitle(chart: &mut Chart) {
    match chart {
        Chart::Trend(trend) => trend.title.clear(),
        Chart::Rate(rate) => rate.trend.title.clear(),
        Chart::Lines(lines) | Chart::Multiples(lines) => lines.head.title.clear(),
        Chart::Bars(bars) => bars.head.title.clear(),
        Chart::Bullets(bullets) => bullets.head.title.clear(),
        Chart::Sections(sections) => sections.head.title.clear(),
        Chart::Heat(heat) => heat.head.title.clear(),
        Chart::League(league) => league.head.title.clear(),
        Chart::Timeline(timeline) => timeline.head.title.clear(),
    }
}

/// A chart, and what a page shows beside it.
pub(crate) struct Gathered {
    pub(crate) chart: Chart,
    pub(crate) title: String,
    /// Its numbers as they are written.
    pub(crate) table: charts::Table,
    /// The periods of a trend with their figures; none of other kinds.
    pub(crate) points: Vec<ChartRow>,
    /// Where a trend leads, in a sentence.
    pub(crate) forecast: Option<String>,
    pub(crate) unit: String,
}

impl From<Chart> for Gathered {
    fn from(chart: Chart) -> Gathered {
        let (title, table) = (chart.title().to_owned(), chart.table());
        Gathered { chart, title, table, points: Vec::new(), forecast: None, unit: String::new() }
    }
}

/// Gathers the figures of a chart. Screens, files, slides and bulletins draw what this returns.
///
/// # Errors
/// As of [`show`].
pub(crate) fn gather(app: &mut App, of: &ChartOf) -> Result<Gathered, ApiError> {
    check_units(of)?;
    match of.kind {
        ChartKind::Sections => plan::sections(app, of).map(Gathered::from),
        ChartKind::Heat => plan::heat(app, of).map(Gathered::from),
        ChartKind::League => plan::league(app, of).map(Gathered::from),
        ChartKind::Timeline => plan::timeline(app, of).map(Gathered::from),
        ChartKind::Bullets => plan::bullets(app, of).map(Gathered::from),
        ChartKind::Trend | ChartKind::Rate | ChartKind::Years | ChartKind::Lines | ChartKind::Multiples | ChartKind::Bars => {
            let store = app.store()?;
            let (book, row) = read(store, of)?;
            let scene = Scene::of(store, &book, &row, of)?;
            let chart = match of.kind {
                ChartKind::Lines => Chart::Lines(units::lines(&scene, of)?),
                ChartKind::Multiples => Chart::Multiples(units::lines(&scene, of)?),
                ChartKind::Years => Chart::Lines(units::years(&scene)?),
                ChartKind::Bars => Chart::Bars(units::bars(&scene, of)?),
                ChartKind::Rate => return trend::rate(&scene),
                _ => return trend::alone(&scene),
            };
            Ok(Gathered { unit: crate::shown::measured_in(&row.data.indicator).to_owned(), ..chart.into() })
        }
    }
}

/// Refuses units that a kind would leave out unsaid.
fn check_units(of: &ChartOf) -> Result<(), ApiError> {
    if of.units.is_empty() || of.kind.is_of_units() {
        return Ok(());
    }
    let (of_one, (name, zh)) = (of.kind.is_of_one(), of.kind.names());
    match of.units.len() {
        1 if of_one => Ok(()),
        _ if of_one => Err(ApiError::invalid(format!("{name}（{zh}）只画一个单位，或全部单位合计"))
            .hint("几个单位放在一起看，用 lines、multiples 或 bars")),
        _ => Err(ApiError::invalid(format!("{name}（{zh}）画的是整份计划，不能只画几个单位")).hint("不写单位就可以画")),
    }
}

/// One indicator with all it is drawn from.
#[derive(Clone, Copy)]
pub(crate) struct Scene<'a> {
    pub(crate) store: &'a Store,
    /// With the indicator's series.
    pub(crate) book: &'a Book,
    /// In a frozen period with the name and target it was judged by.
    pub(crate) row: &'a IndicatorRow,
    /// Whose figures; none for all together.
    pub(crate) unit: Option<i64>,
    pub(crate) period: Period,
    pub(crate) since: Option<Period>,
}

/// Reads the one indicator a chart is of.
fn read(store: &Store, of: &ChartOf) -> Result<(Book, IndicatorRow), ApiError> {
    let [indicator] = of.indicators.as_slice() else {
        return Err(ApiError::invalid("这种图只画一个指标").hint("请选定一个指标"));
    };
    let row = indicators::find(store, *indicator)?;
    let plan = store.plan_by_id(row.data.plan_id)?.expect("foreign keys keep the plan of an indicator");
    let mut book = Book::load(store, plan.data.uid, of.period)?;
    book.read_series(store, &[row.id])?;
    let row = book.indicator(row.id).cloned().unwrap_or(row);
    Ok((book, row))
}

impl<'a> Scene<'a> {
    fn of(store: &'a Store, book: &'a Book, row: &'a IndicatorRow, of: &ChartOf) -> Result<Scene<'a>, ApiError> {
        let unit = of.units.first().map(|uid| crate::units::by_id(store, *uid)).transpose()?;
        Ok(Scene { store, book, row, unit: unit.map(|unit| unit.id), period: of.period, since: of.since })
    }
}

/// Returns the trend of an indicator over all its units, by itself.
///
/// # Errors
/// As of [`show`].
pub(crate) fn trend_alone(store: &Store, indicator: Uid, period: Period) -> Result<charts::Trend, ApiError> {
    let of = ChartOf::trend(indicator, period);
    let (book, row) = read(store, &of)?;
    Ok(trend_of(&Scene::of(store, &book, &row, &of)?, None).trend)
}

/// Returns a unit's name as charts write it.
fn short(book: &Book, unit: i64) -> String {
    unit_ref(book.unit(unit)).short
}

fn head(title: impl Into<String>, subtitle: impl Into<String>) -> Head {
    Head { title: title.into(), subtitle: subtitle.into() }
}
