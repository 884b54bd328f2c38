//! What was reported for a plan, kept in memory as long as the ledger's history says that it still stands.
//!
//! Every change of the file has its record, also those other programs make, so what changed since the last look is read
//! from the records and nothing else is read again.

use crate::entry::{period_id, period_of};
use crate::error::Result;
use crate::open::Store;
use crate::row;
use domain::Period;
use domain::judge::Figure;
use rusqlite::Row;
use std::collections::HashMap;
use std::sync::Arc;

/// What stands in an entry, without the words around it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reported {
    /// The period.
    pub period: Period,
    /// The figure; none where only a note was given.
    pub figure: Option<Figure>,
}

/// Everything reported for a plan.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AllReported {
    /// By indicator and unit, in the order of their periods' ends, longer periods after shorter ones.
    series: HashMap<(i64, i64), Vec<Reported>>,
    /// Who has reported an indicator, by number.
    units: HashMap<i64, Vec<i64>>,
}

/// What was read last, and the last change it takes account of.
pub(crate) struct Kept {
    plan_id: i64,
    change_id: i64,
    all: Arc<AllReported>,
}

/// After more changes than this everything is read anew: that is quicker than looking at each.
const MANY: usize = 20_000;
/// How many plans are kept: the one that is open, and the one it is compared with.
const PLANS: usize = 2;

impl AllReported {
    /// Returns what a unit reported for an indicator, in the order of time.
    pub fn of(&self, indicator_id: i64, unit_id: i64) -> &[Reported] {
        self.series.get(&(indicator_id, unit_id)).map_or(&[], Vec::as_slice)
    }

    /// Returns the units that have reported an indicator, by their numbers.
    pub fn units(&self, indicator_id: i64) -> &[i64] {
        self.units.get(&indicator_id).map_or(&[], Vec::as_slice)
    }

    /// Returns everything that was reported, in no order.
    pub fn all(&self) -> impl Iterator<Item = &Reported> {
        self.series.values().flatten()
    }

    /// Puts a report in its place; what stood there for the period goes. None takes it away.
    pub fn put(&mut self, indicator_id: i64, unit_id: i64, period: Period, report: Option<Option<Figure>>) {
        let series = self.series.entry((indicator_id, unit_id)).or_default();
        let units = self.units.entry(indicator_id).or_default();
        series.retain(|one| one.period != period);
        if let Some(figure) = report {
            series.insert(series.partition_point(|one| one.period < period), Reported { period, figure });
        }
        match (series.is_empty(), units.binary_search(&unit_id)) {
            (false, Err(at)) => units.insert(at, unit_id),
            (true, known) => {
                known.map(|at| units.remove(at)).ok();
                self.series.remove(&(indicator_id, unit_id));
            }
            _ => {}
        }
        if self.units.get(&indicator_id).is_some_and(Vec::is_empty) {
            self.units.remove(&indicator_id);
        }
    }
}

impl Store {
    /// Returns everything reported for a plan; after the first time only what has changed is read.
    ///
    /// Within an operation it is read anew each time: what is written there does not stand yet.
    ///
    /// # Errors
    /// What the file has to say.
    pub fn reported(&self, plan_id: i64) -> Result<Arc<AllReported>> {
        if !self.db.is_autocommit() {
            return Ok(Arc::new(self.read_reported(plan_id)?));
        }
        // Asked for before reading: a change made in between is then looked at once more.
        let last: i64 = self.db.query_row("SELECT coalesce(max(id), 0) FROM change", [], |row| row.get(0))?;
        let kept = {
            let mut shelf = self.shelf.borrow_mut();
            shelf.iter().position(|kept| kept.plan_id == plan_id).map(|at| shelf.remove(at))
        };
        let kept = match kept {
            Some(Kept { change_id, all, .. }) if change_id == last => Some(all),
            Some(Kept { change_id, all, .. }) => self.brought_up_to_date(all, change_id, last)?,
            None => None,
        };
        let all = kept.map_or_else(|| self.read_reported(plan_id).map(Arc::new), Ok)?;
        let mut shelf = self.shelf.borrow_mut();
        shelf.insert(0, Kept { plan_id, change_id: last, all: all.clone() });
        shelf.truncate(PLANS);
        Ok(all)
    }

    /// Walks over everything reported for a plan: which indicator, which unit, and what. For reading very much.
    ///
    /// # Errors
    /// What the file has to say.
    pub fn scan_reported(&self, plan_id: i64, mut visit: impl FnMut(i64, i64, Reported)) -> Result<()> {
        let mut statement = self.db.prepare_cached(include_str!("sql/scan_reported.sql"))?;
        let mut rows = statement.query([plan_id])?;
        while let Some(row) = rows.next()? {
            visit(row.get(0)?, row.get(1)?, read(row)?);
        }
        Ok(())
    }

    fn read_reported(&self, plan_id: i64) -> Result<AllReported> {
        let mut all = AllReported::default();
        let mut at = None;
        let mut series = Vec::new();
        let mut keep = |(indicator, unit): (i64, i64), series: &mut Vec<Reported>| {
            series.sort_by_key(|one| one.period);
            all.units.entry(indicator).or_default().push(unit);
            all.series.insert((indicator, unit), series.to_vec());
            series.clear();
        };
        self.scan_reported(plan_id, |indicator, unit, one| {
            if let Some(before) = at.replace((indicator, unit)).filter(|before| *before != (indicator, unit)) {
                keep(before, &mut series);
            }
            series.push(one);
        })?;
        if let Some(last) = at {
            keep(last, &mut series);
        }
        Ok(all)
    }

    /// Reads again what changed after one change and up to another; none where that is too much.
    fn brought_up_to_date(&self, mut all: Arc<AllReported>, after: i64, last: i64) -> Result<Option<Arc<AllReported>>> {
        let changed = self.rows(include_str!("sql/changed_entries.sql"), (after, last, MANY as i64 + 1), |row| {
            let (indicator, unit, period): (i64, i64, i64) = (row.get("indicator_id")?, row.get("unit_id")?, row.get("period_id")?);
            Ok((indicator, unit, period_of(period)))
        })?;
        if changed.len() > MANY {
            return Ok(None);
        }
        let own = Arc::make_mut(&mut all);
        for (indicator, unit, period) in changed {
            let Some(period) = period else { continue };
            let found = self.row(include_str!("sql/reported.sql"), (indicator, unit, period_id(period)), read)?;
            own.put(indicator, unit, period, found.map(|one| one.figure));
        }
        Ok(Some(all))
    }
}

/// Reads a row by the places of its columns: names would be looked for two million times.
fn read(row: &Row<'_>) -> rusqlite::Result<Reported> {
    let figure = match (row::amount_at(row, 3)?, row::amount_at(row, 4)?, row::amount_at(row, 5)?) {
        (Some(value), ..) => Some(Figure::Value(value)),
        (None, Some(numerator), Some(denominator)) => Some(Figure::Ratio { numerator, denominator }),
        _ => None,
    };
    let period = period_of(row.get(2)?).ok_or_else(|| row::unreadable("period_id"))?;
    Ok(Reported { period, figure })
}
