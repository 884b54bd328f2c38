//! A sheet of the entry grid of two thousand rows and two years of months, beside reading the same reports from the file.

use crate::clock::{fastest, ratio};
use crate::ledger::{self, LAST, WIDE};
use crate::{Figure, figure};
use app::wire::{GridOf, SheetBy};
use domain::Period;

/// Returns the figure of a large sheet.
pub fn figures() -> Vec<Figure> {
    let path = ledger::made(&WIDE);
    let store = store::Store::open(&path, store::OpenMode::Read).expect("the ledger was just made");
    let plan = store.plans().expect("a plan").remove(0);
    let period: Period = LAST.parse().expect("a month");
    let scan = fastest(|| drop(store.entries(plan.id, period).expect("the entries are readable")));
    let mut app = ledger::opened(&path);
    let sheet = fastest(|| {
        let of = GridOf { plan: plan.data.uid, period, by: SheetBy::Unit, unit: None, indicator: None };
        assert_eq!(app::grid::grid(&mut app, of).expect("a sheet is made").rows.len(), WIDE.indicators());
    });
    let times = ratio(sheet, scan);
    let what = format!("a sheet of {} rows and {} months", WIDE.indicators(), WIDE.months);
    let measured = format!("{:.0} ms, {times:.1} times the time of reading its reports", sheet.as_secs_f64() * 1e3);
    vec![figure(&what, measured, "at most 6 times", times <= 6.0)]
}
