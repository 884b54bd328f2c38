//! The figures of an indicator in the plans it goes on from.

use crate::ApiError;
use crate::book::{Book, Standing};
use crate::wire::YearFigure;
use chrono::Datelike;
use domain::judge::{shown_fraction, target_label};
use domain::{Amount, Period};
use std::collections::HashMap;
use store::{IndicatorRow, Store};

/// The earlier plans that indicators of a plan go on from, each read once.
pub(crate) struct Years {
    /// The indicators one plan back: own id → the earlier indicator's id.
    links: HashMap<i64, i64>,
    /// The earlier plans, with how many years before each began.
    books: Vec<(i32, Book)>,
}

impl Years {
    /// Reads the plans that a plan's indicators go on from, to be asked about one of these; costs nothing where none does.
    pub(crate) fn of(store: &Store, book: &Book, indicator: i64) -> Result<Years, ApiError> {
        let links = store.continued_indicators(book.plan.id)?.into_iter().filter_map(|(own, earlier)| Some((own, earlier?)));
        let links: HashMap<i64, i64> = links.collect();
        let mut books: Vec<(i32, Book)> = Vec::new();
        for plan in store.plans()?.into_iter().filter(|_| !links.is_empty()) {
            let rows = store.indicators(plan.id)?;
            if !rows.iter().any(|row| links.values().any(|earlier| *earlier == row.id)) {
                continue;
            }
            let (back, last) = (book.plan.data.start.year() - plan.data.start.year(), last_period(&plan.data)?);
            let mut earlier = Book::load(store, plan.data.uid, last)?;
            if let Some(id) = links.get(&indicator) {
                earlier.read_series(store, *id)?;
            }
            books.push((back, earlier));
        }
        Ok(Years { links, books })
    }

    /// Returns the earlier indicator, its plan, and how many years before it was.
    pub(crate) fn earlier(&self, indicator: i64) -> Option<(i32, &Book, &IndicatorRow)> {
        let earlier = self.links.get(&indicator)?;
        self.books.iter().find_map(|(back, book)| Some((*back, book, book.indicators.iter().find(|row| row.id == *earlier)?)))
    }

    /// Returns what was reported for the same months years before, for all units or for one.
    pub(crate) fn same_period(&self, indicator: i64, unit: Option<i64>, period: Period) -> Option<Amount> {
        let (back, book, row) = self.earlier(indicator)?;
        let period = years_before(period, back)?;
        if period.start() > book.plan.data.due || period.end() < book.plan.data.start {
            return None;
        }
        standing(book, row, unit, period).value
    }
}

/// Returns an indicator's figures at the end of each plan it goes on from, and now; the earliest first. One alone is no series.
pub(crate) fn figures(store: &Store, book: &Book, row: &IndicatorRow, period: Period) -> Result<Vec<YearFigure>, ApiError> {
    let mut figures = vec![figure(book, row, period)];
    let mut years = Years::of(store, book, row.id)?;
    let mut id = row.id;
    // Each step leads to a plan that begins earlier, so this ends.
    while let Some((_, book, earlier)) = years.earlier(id) {
        figures.push(figure(book, earlier, last_period(&book.plan.data)?));
        id = earlier.id;
        years = Years::of(store, book, id)?;
    }
    figures.reverse();
    Ok(if figures.len() > 1 { figures } else { Vec::new() })
}

fn figure(book: &Book, row: &IndicatorRow, period: Period) -> YearFigure {
    let standing = book.standing(row, period);
    YearFigure {
        plan: book.plan.data.title.clone(),
        period: period.zh(),
        target_label: target_label(&row.data.indicator),
        value: standing.value.map(f64::from),
        completion: standing.judgement.completion.map(shown_fraction),
    }
}

fn standing(book: &Book, row: &IndicatorRow, unit: Option<i64>, period: Period) -> Standing {
    match unit {
        Some(unit) => book.unit_standing(row, unit, period),
        None => book.standing(row, period),
    }
}

/// Returns the last month of a plan.
fn last_period(plan: &store::Plan) -> Result<Period, ApiError> {
    Period::month(plan.due.year(), plan.due.month()).ok_or_else(|| ApiError::internal(format!("{}不是台账里的日期", plan.due)))
}

/// Returns the same months some years before.
fn years_before(period: Period, years: i32) -> Option<Period> {
    let day = period.start().with_year(period.start().year() - years)?;
    Period::containing(period.granularity(), day)
}
