//! Indicators: listed, found, and their shares written.

use crate::refs::measure_ref;
use crate::wire::{IndicatorInfo, Nothing, OfPlan, PlannedInfo};
use crate::{ApiError, App, plans, units};
use domain::judge::target_label;
use domain::{Amount, Quantity, Uid, doubts};
use std::collections::HashMap;
use store::{Allocation, IndicatorRow, OperationKind, SourcedIndicator, Store};

/// Returns the indicators of a plan.
pub fn list(app: &mut App, of: OfPlan) -> Result<Vec<IndicatorInfo>, ApiError> {
    let store = app.store()?;
    let plan = plans::plan(store, of.plan)?;
    let measures: HashMap<i64, store::Measure> = store.measures(plan.id)?.into_iter().map(|row| (row.id, row.measure)).collect();
    Ok(store.indicators(plan.id)?.into_iter().map(|row| info(row.data.measure_id.and_then(|id| measures.get(&id)), row)).collect())
}

/// Returns one indicator.
pub fn one(app: &App, uid: Uid) -> Result<IndicatorInfo, ApiError> {
    let store = app.store()?;
    let row = find(store, uid)?;
    let measures = store.measures(row.data.plan_id)?;
    let measure = measures.iter().find(|measure| Some(measure.id) == row.data.measure_id);
    Ok(info(measure.map(|row| &row.measure), row))
}

/// Returns the plan an indicator belongs to.
pub fn plan_of(app: &App, uid: Uid) -> Result<Uid, ApiError> {
    let store = app.store()?;
    let plan = store.plan_by_id(find(store, uid)?.data.plan_id)?;
    Ok(plan.expect("foreign keys keep the plan of an indicator").data.uid)
}

fn info(measure: Option<&store::Measure>, row: IndicatorRow) -> IndicatorInfo {
    let SourcedIndicator { uid, indicator: terms, quote, .. } = row.data;
    IndicatorInfo {
        target_label: target_label(&terms),
        doubts: doubts(&terms),
        every: terms.every,
        start: terms.start,
        planned: terms.planned.iter().map(|one| PlannedInfo { by: one.by, value: one.value.get() }).collect(),
        id: uid,
        name: terms.name,
        measure: measure.map(measure_ref),
        comparator: terms.comparator,
        target: terms.target.map(f64::from),
        upper: terms.upper.map(f64::from),
        unit: terms.unit,
        baseline: terms.baseline.map(f64::from),
        due: terms.due,
        kind: terms.kind,
        pace: terms.pace,
        roll_up: terms.roll_up,
        weight: terms.weight.get(),
        quote,
    }
}

/// Gives a unit its share of a target; an empty share is taken away.
pub fn allocate(app: &mut App, indicator: Uid, unit: Uid, target: &str) -> Result<Nothing, ApiError> {
    let store = app.store()?;
    let row = find(store, indicator)?;
    let unit = units::by_id(store, unit)?;
    let terms = &row.data.indicator;
    let (share, target_text) = typed(target, &terms.unit, "分解的目标值")?;
    let label = match share {
        Some(share) => format!("分解“{}”：{}{share}{}", terms.name, unit.data.name, terms.unit),
        None => format!("取消分解“{}”：{}", terms.name, unit.data.name),
    };
    let operation = app.operation(OperationKind::Allocate, label);
    app.store_mut()?.transact(operation, |w| {
        match share {
            Some(target) => {
                w.set_allocation(&Allocation { indicator_id: row.id, unit_id: unit.id, target, target_text: target_text.clone() })?
            }
            None => w.clear_allocation(row.id, unit.id)?,
        }
        Ok::<_, ApiError>(Nothing {})
    })
}

/// Returns the id of the indicator an id as typed means.
///
/// # Errors
/// Where there is none, with the indicators whose names contain what was typed.
pub fn named(app: &App, text: &str) -> Result<Uid, ApiError> {
    if let Ok(uid) = text.trim().parse() {
        return find(app.store()?, uid).map(|row| row.data.uid);
    }
    let store = app.store()?;
    let mut near = Vec::new();
    for plan in store.plans()? {
        let rows = store.indicators(plan.id)?.into_iter().filter(|row| row.data.indicator.name.contains(text.trim()));
        near.extend(rows.map(|row| format!("{} {}", row.data.uid, row.data.indicator.name)));
    }
    near.truncate(5);
    let error = ApiError::not_found(format!("台账里没有指标“{text}”"));
    Err(error.hint(match near.as_slice() {
        [] => "用 indicators 查看所有指标的编号".to_owned(),
        near => format!("要写指标的编号。是不是 {}？", near.join("，")),
    }))
}

/// Returns an indicator of the ledger.
pub(crate) fn find(store: &Store, uid: Uid) -> Result<IndicatorRow, ApiError> {
    store.indicator(uid)?.ok_or_else(|| ApiError::not_found(format!("台账里没有指标 {uid}")).hint("用 indicators 查看所有指标的编号"))
}

/// Parses an amount as typed, in a unit of measure; returns it with the text where that differs. Empty takes it away.
pub(crate) fn typed(text: &str, unit: &str, field: &str) -> Result<(Option<Amount>, Option<String>), ApiError> {
    if text.trim().is_empty() {
        return Ok((None, None));
    }
    let quantity = Quantity::parse(text).map_err(|error| ApiError::invalid(format!("{field}：{error}")))?;
    let amount =
        quantity.in_unit(unit).ok_or_else(|| ApiError::invalid(format!("{field}：“{text}”的单位是“{}”，不是“{unit}”", quantity.unit)))?;
    Ok((Some(amount), (amount.to_string() != text).then(|| text.to_owned())))
}
