//! What a table is read against: the plan's items and the ledger's units, by the words others use for them.

use crate::book::Book;
use crate::units::{self, plain};
use crate::{ApiError, App};
use domain::align::{Found, Named, place};
use domain::{Period, Role, Uid};
use std::collections::HashMap;
use store::{IndicatorRow, MeasureRow, Store};

/// A plan with its items and units, ready to be matched.
pub(crate) struct Known {
    pub(crate) book: Book,
    pub(crate) period: Period,
    by_name: HashMap<String, i64>,
    groups: Vec<i64>,
    /// The units that report for the plan, with their names.
    reporting: Vec<(i64, String)>,
    indicator_at: HashMap<Uid, usize>,
    measure_at: HashMap<Uid, usize>,
}

/// An indicator or a measure of the plan, by its place in the book.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Item {
    Indicator(usize),
    Measure(usize),
}

impl Known {
    pub(crate) fn of(app: &App, plan: Uid, period: Period) -> Result<Known, ApiError> {
        let store: &Store = app.store()?;
        let book = Book::load(store, plan, period)?;
        let rows = store.units()?;
        let groups = rows.iter().filter(|row| row.unit.is_group || !row.members.is_empty()).map(|row| row.id).collect();
        let mut reporting: Vec<i64> = book.indicators.iter().flat_map(|row| book.reporters(row).to_vec()).collect();
        reporting.extend(book.measures.iter().flat_map(|measure| book.responsible(measure)));
        reporting.sort_unstable();
        reporting.dedup();
        let reporting = reporting.into_iter().map(|id| (id, plain(&book.unit(id).unit.name))).collect();
        let indicator_at = book.indicators.iter().enumerate().map(|(at, row)| (row.data.uid, at)).collect();
        let measure_at = book.measures.iter().enumerate().map(|(at, row)| (row.measure.uid, at)).collect();
        Ok(Known { by_name: units::known(store)?, groups, reporting, indicator_at, measure_at, book, period })
    }

    /// Returns the unit a text means: its name, alias or short name, or how the name of one reporting unit alone begins.
    ///
    /// 东湖区 is 东湖区卫生健康局 where no other unit of the plan begins so. A group is no unit.
    pub(crate) fn unit(&self, text: &str) -> Option<i64> {
        let name = plain(text);
        if let Some(id) = self.by_name.get(&name) {
            return Some(*id).filter(|id| !self.groups.contains(id));
        }
        if name.chars().count() < 2 {
            return None;
        }
        let mut begun = self.reporting.iter().filter(|(id, full)| full.starts_with(&name) && !self.groups.contains(id));
        begun.next().filter(|_| begun.next().is_none()).map(|(id, _)| *id)
    }

    /// Returns the one unit whose name or alias stands in a text, of several the one with the longest name.
    pub(crate) fn unit_in(&self, text: &str) -> Option<i64> {
        let text = plain(text);
        let named =
            self.by_name.iter().filter(|(name, id)| name.chars().count() >= 3 && !self.groups.contains(id) && text.contains(name.as_str()));
        let named: Vec<(&String, i64)> = named.map(|(name, id)| (name, *id)).collect();
        let (longest, id) = named.iter().max_by_key(|(name, _)| name.len())?;
        // 市卫健委 within 市卫健委信息中心 is no second unit; 东湖区卫健局 beside 西山区卫健局 is.
        named.iter().all(|(name, other)| other == id || longest.contains(name.as_str())).then_some(*id)
    }

    /// Returns the units named in a cell, each once; a name that is not known is none.
    pub(crate) fn units(&self, text: &str) -> Vec<Option<i64>> {
        if let Some(id) = self.unit(text) {
            return vec![Some(id)];
        }
        let parts = text.split(['、', '，', ',', '；', ';', '\n', '/']).map(str::trim).filter(|part| !part.is_empty());
        let mut found: Vec<Option<i64>> = parts.map(|part| self.unit(part)).collect();
        found.dedup();
        found
    }

    pub(crate) fn indicator(&self, at: usize) -> &IndicatorRow {
        &self.book.indicators[at]
    }

    pub(crate) fn measure(&self, at: usize) -> &MeasureRow {
        &self.book.measures[at]
    }

    /// Returns the item of an id.
    pub(crate) fn item(&self, uid: Uid) -> Option<Item> {
        let indicator = self.indicator_at.get(&uid).copied().map(Item::Indicator);
        indicator.or_else(|| self.measure_at.get(&uid).copied().map(Item::Measure))
    }

    /// Returns the measure an item is, or belongs to.
    pub(crate) fn measure_of(&self, item: Item) -> Option<&MeasureRow> {
        match item {
            Item::Measure(at) => Some(self.measure(at)),
            Item::Indicator(at) => self.book.measure_of(self.indicator(at)),
        }
    }

    /// Returns where in the book the indicators of a measure stand.
    pub(crate) fn indicators_of(&self, measure: usize) -> Vec<usize> {
        let id = self.measure(measure).id;
        (0..self.book.indicators.len()).filter(|at| self.book.indicators[*at].data.measure_id == Some(id)).collect()
    }

    /// Returns the only lead unit of a measure, or its only unit.
    pub(crate) fn lead(&self, measure: &MeasureRow) -> Option<i64> {
        let leads: Vec<i64> = measure.responsibilities.iter().filter(|part| part.role == Role::Lead).map(|part| part.unit_id).collect();
        match (leads.as_slice(), self.book.responsible(measure).as_slice()) {
            ([only], _) | ([], [only]) => Some(*only).filter(|id| !self.groups.contains(id)),
            _ => None,
        }
    }

    /// Matches rows to indicators.
    pub(crate) fn place_indicators(&self, rows: &[Named<'_>]) -> Vec<Found> {
        let items: Vec<Named<'_>> = self.book.indicators.iter().map(|row| self.named(row)).collect();
        place(&items, rows)
    }

    /// Matches rows to measures.
    pub(crate) fn place_measures(&self, rows: &[Named<'_>]) -> Vec<Found> {
        let items: Vec<Named<'_>> = self.book.measures.iter().map(named_measure).collect();
        place(&items, rows)
    }

    fn named<'a>(&'a self, row: &'a IndicatorRow) -> Named<'a> {
        let measure = self.book.measure_of(row);
        Named {
            title: &row.data.indicator.name,
            measure: measure.map_or("", |measure| measure.measure.title.as_str()),
            number: measure.and_then(|measure| measure.measure.number.as_deref()).unwrap_or(""),
            unit: &row.data.indicator.unit,
        }
    }
}

fn named_measure(row: &MeasureRow) -> Named<'_> {
    Named { title: &row.measure.title, measure: "", number: row.measure.number.as_deref().unwrap_or(""), unit: "" }
}
