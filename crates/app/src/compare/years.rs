//! The figures of an indicator in the plans it goes on from.

use crate::ApiError;
use crate::book::Book;
use crate::wire::YearFigure;
use chrono::Datelike;
use domain::judge::{shown_fraction, target_label};
use domain::{Amount, Period};
use std::collections::{HashMap, HashSet};
use std::rc::Rc;
use store::{IndicatorRow, Store};

/// The indicator that one goes on from, with its plan.
pub(crate) struct Earlier {
    /// How many years before its plan began.
    pub(crate) back: i32,
    book: Rc<Book>,
    row: IndicatorRow,
}

impl Earlier {
    /// Reads what an indicator goes on from, with its plan to the end; reads nothing where it is new.
    pub(crate) fn of(store: &Store, book: &Book, indicator: i64) -> Result<Option<Earlier>, ApiError> {
        Ok(Earlier::of_each(store, book, &[indicator])?.remove(&indicator))
    }

    /// Reads what each of the indicators goes on from, every earlier plan once; those that are new are not among them.
    pub(crate) fn of_each(store: &Store, book: &Book, indicators: &[i64]) -> Result<HashMap<i64, Earlier>, ApiError> {
        let continued = store.continued_indicators(book.plan.id)?;
        let from: Vec<(i64, i64)> = indicators.iter().filter_map(|one| Some((*one, continued.get(one).copied().flatten()?))).collect();
        let mut each = HashMap::new();
        for plan in if from.is_empty() { Vec::new() } else { store.plans()? } {
            let there: HashSet<i64> = store.indicators(plan.id)?.iter().map(|row| row.id).collect();
            let here: Vec<(i64, i64)> = from.iter().copied().filter(|(_, id)| there.contains(id)).collect();
            if here.is_empty() {
                continue;
            }
            let back = book.plan.data.start.year() - plan.data.start.year();
            let mut earlier = Book::load(store, plan.data.uid, last_period(&plan.data)?)?;
            earlier.read_series(store, &here.iter().map(|(_, id)| *id).collect::<Vec<_>>())?;
            let earlier = Rc::new(earlier);
            // One that came after the plan's last period was frozen is not among those judged.
            let judged = here.iter().filter_map(|(one, id)| Some((*one, earlier.indicator(*id)?.clone())));
            each.extend(judged.map(|(one, row)| (one, Earlier { back, book: Rc::clone(&earlier), row })));
        }
        Ok(each)
    }

    /// Reads all that an indicator goes on from, the nearest first, each so many years before the plan that is asked about.
    pub(crate) fn all(store: &Store, book: &Book, indicator: i64) -> Result<Vec<Earlier>, ApiError> {
        let mut all: Vec<Earlier> = Vec::new();
        let mut next = Earlier::of(store, book, indicator)?;
        // Each step leads to a plan that begins earlier, so this ends.
        while let Some(earlier) = next {
            next = Earlier::of(store, &earlier.book, earlier.row.id)?;
            let back = all.last().map_or(0, |last| last.back) + earlier.back;
            all.push(Earlier { back, ..earlier });
        }
        Ok(all)
    }

    /// Returns what was reported for the same months years before, for all units or for one.
    pub(crate) fn same_period(&self, unit: Option<i64>, period: Period) -> Option<Amount> {
        let period = years_before(period, self.back)?;
        let plan = &self.book.plan.data;
        if period.start() > plan.due || period.end() < plan.start {
            return None;
        }
        let standing = match unit {
            Some(unit) => self.book.unit_standing(&self.row, unit, period),
            None => self.book.standing(&self.row, period),
        };
        standing.value
    }
}

/// Returns an indicator's figures at the end of each plan it goes on from, and now; the earliest first. One alone is no series.
pub(crate) fn figures(store: &Store, book: &Book, row: &IndicatorRow, period: Period) -> Result<Vec<YearFigure>, ApiError> {
    let mut figures = vec![figure(book, row, period)];
    for Earlier { book, row, .. } in Earlier::all(store, book, row.id)? {
        figures.push(figure(&book, &row, last_period(&book.plan.data)?));
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

/// Returns the last month of a plan.
fn last_period(plan: &store::Plan) -> Result<Period, ApiError> {
    Period::month(plan.due.year(), plan.due.month()).ok_or_else(|| ApiError::internal(format!("{}不是台账里的日期", plan.due)))
}

/// Returns the same months some years before.
fn years_before(period: Period, years: i32) -> Option<Period> {
    let day = period.start().with_year(period.start().year() - years)?;
    Period::containing(period.granularity(), day)
}
