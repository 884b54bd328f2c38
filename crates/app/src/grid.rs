//! The entry grid: one unit's indicators × periods.

use crate::book::Book;
use crate::measures::{figures, unit_ref};
use crate::wire::{Grid, GridCell, GridOf, GridPeriod, GridRow, GridUnit};
use crate::{ApiError, App, freeze, shown};
use chrono::FixedOffset;
use domain::Period;
use domain::judge::Figure;
use store::{Entry, Freeze, IndicatorRow, Reported};

/// How many periods are shown at most: a year of months.
const COLUMNS: usize = 12;

/// Returns the grid of a unit, or of the first one that reports.
pub(crate) fn grid(app: &mut App, of: GridOf) -> Result<Grid, ApiError> {
    let offset = *app.host.now().offset();
    let store = app.store()?;
    let book = Book::load(store, of.plan, of.period)?;
    let freezes = store.freezes(book.plan.id)?;
    let units = reporting(&book);
    let wanted = of.unit.and_then(|uid| units.iter().find(|id| book.unit(**id).unit.uid == uid));
    let Some(&unit) = wanted.or(units.first()) else {
        return Ok(Grid { unit: None, units: Vec::new(), periods: columns(&book, of.period, &freezes, offset), rows: Vec::new() });
    };
    let periods = columns(&book, of.period, &freezes, offset);
    let entries = store.entries_of_unit(unit)?;
    let of_unit = book.indicators.iter().filter(|row| book.reporters(row).contains(&unit));
    Ok(Grid {
        unit: Some(unit_ref(book.unit(unit))),
        units: units.iter().map(|id| progress(&book, *id, of.period)).collect(),
        rows: of_unit.map(|row| grid_row(&book, row, unit, of.period, &periods, &entries, offset)).collect(),
        periods,
    })
}

/// Returns every unit that reports any indicator, in the order of the document.
pub(crate) fn reporting(book: &Book) -> Vec<i64> {
    let mut seen = std::collections::HashSet::new();
    book.indicators.iter().flat_map(|row| book.reporters(row)).filter(|unit| seen.insert(**unit)).copied().collect()
}

/// Returns how many values a unit has reported in a period, and how many it should.
pub(crate) fn progress(book: &Book, unit: i64, period: Period) -> GridUnit {
    let own = book.indicators.iter().filter(|row| row.data.indicator.covers(period) && book.reporters(row).contains(&unit));
    let filled = own.clone().filter(|row| reported(book, row.id, unit, period).is_some_and(|one| one.figure.is_some())).count();
    GridUnit { unit: unit_ref(book.unit(unit)), filled: filled as u32, total: own.count() as u32 }
}

fn columns(book: &Book, period: Period, freezes: &[Freeze], offset: FixedOffset) -> Vec<GridPeriod> {
    let back = std::iter::successors(Some(period), |period| Some(period.previous())).take(COLUMNS);
    let inside = back.take_while(|p| *p == period || p.end() >= book.plan.data.start);
    let locked = |period: Period| {
        let over =
            freezes.iter().find(|freeze| freeze.period == period).or(freezes.iter().find(|freeze| freeze.period.end() >= period.end()));
        over.map(|over| freeze::lock(over, period, offset))
    };
    let mut columns: Vec<_> = inside.map(|period| GridPeriod { period, label: shown::short(period), locked: locked(period) }).collect();
    columns.reverse();
    columns
}

fn reported(book: &Book, indicator: i64, unit: i64, period: Period) -> Option<&Reported> {
    book.entries(indicator, unit).iter().find(|one| one.period == period)
}

fn grid_row(
    book: &Book,
    row: &IndicatorRow,
    unit: i64,
    period: Period,
    periods: &[GridPeriod],
    entries: &[Entry],
    offset: FixedOffset,
) -> GridRow {
    let own = book.unit_terms(row, unit);
    let last = book.unit_standing(row, unit, period.previous()).value;
    let mut indicator = figures(book, row, own.as_ref().unwrap_or(&row.data.indicator), book.unit_standing(row, unit, period), last);
    if own.is_none() {
        indicator.target_label = format!("合计{}", indicator.target_label);
    }
    let cell = |column: &GridPeriod| {
        let entry = entries.iter().find(|entry| entry.indicator_id == row.id && entry.period == column.period);
        entry.map_or_else(empty, |entry| cell(entry, &row.data.indicator.unit, offset))
    };
    GridRow {
        number: book.measure_of(row).and_then(|measure| measure.measure.number.clone()),
        cells: periods.iter().map(cell).collect(),
        indicator,
    }
}

fn empty() -> GridCell {
    GridCell { text: String::new(), numerator: None, denominator: None, note: None, by: None }
}

fn cell(entry: &Entry, unit: &str, offset: FixedOffset) -> GridCell {
    let (numerator, denominator) = match entry.figure {
        Some(Figure::Ratio { numerator, denominator }) => (Some(numerator.get()), Some(denominator.get())),
        _ => (None, None),
    };
    GridCell {
        text: entry.figure.map(|figure| shown::figure(figure, unit)).unwrap_or_default(),
        numerator,
        denominator,
        note: entry.note.clone(),
        by: Some(format!("{} {}", entry.who, shown::moment(entry.at, offset))),
    }
}
