//! What each unit has on record (问责台账).

use super::Docket;
use crate::ApiError;
use crate::book::Book;
use crate::refs::unit_ref;
use crate::wire::{AdjustmentRow, RectificationRow, UnitAccount};
use domain::Period;
use domain::supervise::Stage;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use store::Store;

/// Returns the account of every unit that has a rectification or a penalty; the one with most overdue first.
pub(super) fn of(store: &Store, book: &Book, docket: &Docket, period: Period) -> Result<Vec<UnitAccount>, ApiError> {
    let mut own: BTreeMap<i64, (Vec<RectificationRow>, Vec<AdjustmentRow>)> = BTreeMap::new();
    for row in &docket.rectifications {
        own.entry(row.data.unit_id).or_default().0.push(docket.rectification(book, row, period));
    }
    for one in store.adjustments(book.plan.id)?.into_iter().map(|row| row.data) {
        if one.points.get() < 0.0 && one.period.end() <= period.end() {
            let row = AdjustmentRow { id: one.uid, points: one.points.get(), reason: one.reason, who: one.who, period: one.period };
            own.entry(one.unit_id).or_default().1.push(row);
        }
    }
    let mut units: Vec<_> = own.into_iter().map(|(unit, (rows, penalties))| (book.unit(unit), rows, penalties)).collect();
    units.sort_by_key(|(unit, ..)| unit.unit.position);
    let mut accounts: Vec<UnitAccount> =
        units.into_iter().map(|(unit, rows, penalties)| account(unit_ref(unit), &rows, penalties)).collect();
    accounts.sort_by_key(|one| (Reverse(one.overdue), Reverse(one.sent_back), Reverse(one.open)));
    Ok(accounts)
}

fn account(unit: crate::wire::UnitRef, rows: &[RectificationRow], penalties: Vec<AdjustmentRow>) -> UnitAccount {
    let count = |holds: fn(&&RectificationRow) -> bool| rows.iter().filter(holds).count() as u32;
    UnitAccount {
        unit,
        rectifications: rows.len() as u32,
        open: count(|row| row.stage != Stage::SignedOff),
        signed_off: count(|row| row.stage == Stage::SignedOff),
        overdue: count(|row| row.days_late > 0),
        sent_back: rows.iter().map(|row| row.sent_back).sum(),
        longest: rows.iter().map(|row| row.days_open).max().unwrap_or(0),
        penalties,
    }
}
