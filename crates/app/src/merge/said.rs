//! What a unit's package says, and what was said last of the same: by the package before it, or in the workbook sent.

use super::compare::Theirs;
use super::sheet::held;
use crate::ApiError;
use domain::{Field, Passage, Period, Quantity, Uid};
use package::{EntryText, Report};
use std::collections::{HashMap, HashSet};
use store::{Plan, Store, Stored, Unit};
use workbook::Held;

/// What was said last in a cell, and when.
#[derive(Clone, Default)]
pub(super) struct Said {
    pub(super) held: Option<Held>,
    /// When the package was made; 0 for a workbook.
    pub(super) made_at: i64,
}

/// What was said last of the parts of a figure.
pub(super) type SaidCells = HashMap<(i64, Period, Field), Said>;
/// What was said last in the passages about a measure.
pub(super) type SaidTexts = HashMap<(i64, Period, Passage), Said>;

/// What was said last by a unit.
pub(super) struct Last {
    pub(super) cells: SaidCells,
    pub(super) texts: SaidTexts,
    /// The newest workbook sent to the unit for one of the periods.
    pub(super) sent: Option<i64>,
}

/// The plan and the unit a package is of, or why it belongs nowhere here.
type Address = Result<(Stored<Plan>, Stored<Unit>), String>;

/// Returns what a package is of.
pub(super) fn addressed(store: &Store, content: &Report) -> Result<Address, ApiError> {
    let Some(plan) = store.plan(content.plan)? else {
        let title = &content.plan_title;
        return Ok(Err(format!("本台账没有计划“{title}”，没有采用任何内容；对方的计划要用本台账下发的数据包收下")));
    };
    let named = store.unit_by_name(&content.unit_name)?;
    Ok(match (store.unit(content.unit)?, named) {
        (Some(unit), Some(named)) if unit.id != named.id => {
            let [by_id, by_name] = [unit.data.name, named.data.name];
            Err(format!("编号是“{by_id}”，名称却是“{by_name}”，没有采用任何内容；请先在“设置”里核对单位"))
        }
        (Some(unit), _) | (None, Some(unit)) => Ok((plan, unit)),
        (None, None) => {
            let name = &content.unit_name;
            Err(format!("本台账没有单位“{name}”，没有采用任何内容；请先增加这个单位或给它加别名"))
        }
    })
}

/// Returns the periods a package tells of.
pub(super) fn periods(content: &Report) -> HashSet<Period> {
    content.entries.iter().map(|entry| entry.period).chain(content.narratives.iter().map(|told| told.period)).collect()
}

/// Returns what the unit said last: in its packages, or what stood, or was accepted last, in the newest workbook for a period.
pub(super) fn last(store: &Store, plan: &Stored<Plan>, unit: &Stored<Unit>, periods: &HashSet<Period>) -> Result<Last, ApiError> {
    let mut exchanges = store.exchanges(plan.id)?;
    exchanges.retain(|exchange| exchange.data.unit_id == unit.id);
    exchanges.sort_by_key(|exchange| exchange.data.sent_at);
    let sent = exchanges.iter().rfind(|exchange| periods.contains(&exchange.data.period)).map(|exchange| exchange.id);
    let (mut cells, mut texts) = (SaidCells::new(), SaidTexts::new());
    for exchange in &exchanges {
        for cell in store.exchange_cells(exchange.id)? {
            cells.insert((cell.indicator_id, exchange.data.period, cell.field), Said { held: held(cell.base), made_at: 0 });
        }
        for text in store.exchange_texts(exchange.id)? {
            let said = Said { held: text.base.map(Held::Text), made_at: 0 };
            texts.insert((text.measure_id, exchange.data.period, text.passage), said);
        }
    }
    cells.extend(store.package_cells(unit.id)?.into_iter().map(|cell| {
        let said = Said { held: held(cell.base), made_at: cell.made_at };
        ((cell.indicator_id, cell.period, cell.field), said)
    }));
    texts.extend(store.package_texts(unit.id)?.into_iter().map(|text| {
        let said = Said { held: text.base.map(Held::Text), made_at: text.made_at };
        ((text.measure_id, text.period, text.passage), said)
    }));
    Ok(Last { cells, texts, sent })
}

/// Returns the key of a cell a package tells of.
pub(super) fn key(file: usize, of: Uid, period: Period, field: &str) -> String {
    format!("{file}:{of}:{period}:{field}")
}

/// Returns what an entry says in each of its cells.
pub(super) fn cells_of(entry: &EntryText) -> Vec<(Field, Theirs)> {
    let numbers = [(Field::Value, entry.value), (Field::Numerator, entry.numerator), (Field::Denominator, entry.denominator)];
    let numbers = numbers.into_iter().map(|(field, number)| (field, number.map(Held::Number)));
    let all = numbers.chain([(Field::Note, entry.note.clone().map(Held::Text))]);
    let theirs = all.map(|(field, held)| {
        let typed = entry.typed.clone().filter(|typed| field == Field::Value && says(typed, &entry.unit_of_measure, &held));
        (field, Theirs { held, typed, replaces_ratio: false })
    });
    theirs.collect()
}

/// Returns true if what was typed comes to the value: else it would show one thing and count another.
fn says(typed: &str, unit: &str, held: &Option<Held>) -> bool {
    let amount = Quantity::parse(typed).ok().and_then(|typed| typed.in_unit(unit));
    matches!((amount, held), (Some(amount), Some(Held::Number(held))) if amount.same(*held))
}
