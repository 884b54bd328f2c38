//! A unit's own figures so far, for the charts of its workbook.

use crate::book::Book;
use crate::chart::is_grown_towards;
use crate::shown;
use crate::shown::expected_shown;
use domain::{Amount, Period, Role};
use store::IndicatorRow;
use workbook::{Trend, TrendChart, TrendPoint};

/// How many charts a sheet has at most.
const MOST: usize = 12;

/// Returns the unit's values over the periods of each indicator until now, what it leads first. What never was reported is
/// not drawn, and named with what finds no room.
///
/// Of a frozen period the book answers with what was kept; see [`Book::read_series`].
pub(crate) fn trend(book: &Book, rows: &[&IndicatorRow], unit: i64, until: Period) -> Trend {
    let role = |row: &IndicatorRow| book.measure_of(row).and_then(|measure| book.role(measure, unit));
    let mut rows = rows.to_vec();
    rows.sort_by_key(|row| role(row).unwrap_or(Role::Cooperating));
    let (mut charts, mut left_out) = (Vec::new(), Vec::new());
    for row in rows {
        let chart = chart(book, row, unit, until);
        match chart.points.iter().any(|point| point.value.is_some()) {
            true if charts.len() < MOST => charts.push(chart),
            true => left_out.push(chart.name),
            false => left_out.push(format!("{}（还没有报过）", chart.name)),
        }
    }
    Trend { charts, left_out }
}

fn chart(book: &Book, row: &IndicatorRow, unit: i64, until: Period) -> TrendChart {
    let whole = &row.data.indicator;
    let own = book.unit_terms(row, unit);
    let grows = own.as_ref().is_some_and(is_grown_towards);
    let so_far = Period::over(until.granularity(), whole.start, whole.due).filter(|period| period.end() <= until.end());
    let periods: Vec<Period> = so_far.collect();
    let point = |(period, label): (&Period, String)| {
        let standing = book.unit_standing(row, unit, *period);
        let expected = standing.judgement.expected.filter(|_| grows);
        TrendPoint { label, value: standing.value, expected: expected.and_then(|expected| Amount::new(expected_shown(expected))) }
    };
    TrendChart {
        name: whole.name.clone(),
        unit_of_measure: shown::measured_in(whole).to_owned(),
        target: own.as_ref().and_then(|own| own.target),
        points: periods.iter().zip(shown::labels(&periods)).map(point).collect(),
    }
}
