//! Which units report, and how far they have.

use crate::book::Book;
use domain::Period;
use std::collections::{HashMap, HashSet};
use store::IndicatorRow;

/// Returns every unit that reports any indicator, in the order of the document.
pub(crate) fn units(book: &Book) -> Vec<i64> {
    let mut seen = HashSet::new();
    book.indicators.iter().flat_map(|row| book.reporters(row)).filter(|unit| seen.insert(**unit)).copied().collect()
}

/// Returns the units that report an indicator or tell of a measure in a period, those that report first.
pub(crate) fn asked(book: &Book, period: Period) -> Vec<i64> {
    let mut units = units(book);
    let mut seen: HashSet<i64> = units.iter().copied().collect();
    // Of a frozen period those who reported then: the measures' units are those of today.
    let telling = book.measures.iter().filter(|_| !book.is_frozen(period));
    units.extend(telling.flat_map(|measure| book.responsible(measure)).filter(|unit| seen.insert(*unit)));
    units
}

/// Returns how many values each unit has reported in a period, and how many it should.
pub(crate) fn progress(book: &Book, period: Period) -> HashMap<i64, (u32, u32)> {
    let mut counts: HashMap<i64, (u32, u32)> = HashMap::new();
    for row in book.indicators.iter().filter(|row| row.data.indicator.is_asked(period)) {
        for &unit in book.reporters(row) {
            let count = counts.entry(unit).or_default();
            count.0 += u32::from(is_filled(book, row, unit, period));
            count.1 += 1;
        }
    }
    counts
}

/// Returns whether a unit has reported an indicator for a period.
pub(crate) fn is_filled(book: &Book, row: &IndicatorRow, unit: i64, period: Period) -> bool {
    book.entries(row.id, unit).iter().any(|one| one.period.ends_with(period) && one.figure.is_some())
}
