//! The values planned on the way to a target (计划进度), by quarter, or by year in a plan of years.

use crate::indicators::{find, typed};
use crate::wire::*;
use crate::{ApiError, App, rules};
use chrono::NaiveDate;
use domain::judge::{check_planned, judge, target_label};
use domain::{Granularity, Indicator, Pace, Period, Planned};
use std::collections::BTreeMap;
use store::{IndicatorRow, OperationKind, PlannedValue, Store};

/// An indicator that lasts longer than this is planned by years.
const MONTHS_BY_QUARTER: usize = 24;

/// Returns the periods a value can be planned for, with what is planned.
///
/// # Errors
/// Where there is no such indicator.
pub fn planned(app: &mut App, of: OfIndicator) -> Result<PlannedSheet, ApiError> {
    let store = app.store()?;
    sheet(store, find(store, of.indicator)?)
}

/// Plans values for an indicator in place of those planned before.
///
/// # Errors
/// Where a value is none in the indicator's unit, lies outside its time, or goes back.
pub fn set(app: &mut App, set: PlannedSet) -> Result<PlannedSheet, ApiError> {
    let store = app.store()?;
    let row = find(store, set.indicator)?;
    let terms = &row.data.indicator;
    let unit = if terms.target.is_some() { terms.unit.as_str() } else { "%" };
    let mut values = Vec::new();
    for PlannedInput { period, value } in &set.values {
        if let (Some(amount), value_text) = typed(value, unit, &format!("{}的计划值", period.zh()))? {
            values.push(PlannedValue { indicator_id: row.id, period: *period, value: amount, value_text });
        }
    }
    values.sort_by_key(|one| one.period.end());
    let points = values.iter().map(|one| Planned { by: one.period.end(), value: one.value }).collect();
    check_planned(&Indicator { planned: points, ..terms.clone() }).map_err(|fault| ApiError::invalid(fault.to_string()))?;
    let label = match values.len() {
        0 => format!("“{}”取消计划进度", terms.name),
        n => format!("“{}”计划进度：{n}个计划值", terms.name),
    };
    let operation = app.operation(OperationKind::Edit, label);
    app.store_mut()?.transact(operation, |w| w.set_planned_values(row.id, &values).map_err(ApiError::from))?;
    planned(app, OfIndicator { indicator: set.indicator })
}

fn sheet(store: &Store, row: IndicatorRow) -> Result<PlannedSheet, ApiError> {
    let terms = &row.data.indicator;
    let mut rows: BTreeMap<NaiveDate, (Period, String)> = periods(terms).map(|period| (period.end(), (period, String::new()))).collect();
    for one in store.planned_values_of(row.id)? {
        rows.insert(one.period.end(), (one.period, one.value_text.unwrap_or_else(|| one.value.to_string())));
    }
    let straight = Indicator { planned: Vec::new(), ..terms.clone() };
    let rules = rules::of(store)?;
    // What must hold is expected to be at its target from the beginning: there is no way to show.
    let on_the_way = |period| judge(&straight, None, period, &rules).expected.filter(|value| Some(*value) != terms.target).map(f64::from);
    let shown = rows.into_values().map(|(period, value)| PlannedRow { period, label: period.zh(), value, straight: on_the_way(period) });
    Ok(PlannedSheet {
        indicator: row.data.uid,
        name: terms.name.clone(),
        unit: if terms.target.is_some() { terms.unit.clone() } else { "%".to_owned() },
        target_label: target_label(terms),
        means: means(terms).to_owned(),
        rows: shown.collect(),
    })
}

/// Says what planned values do for an indicator.
fn means(terms: &Indicator) -> &'static str {
    match terms.pace {
        Pace::Accumulate => "填到各期末应达到的数；两期之间按直线推算，不填的按序时进度",
        Pace::Maintain => "填到各期末为止要达到的标准；最后一个之后按目标值",
        Pace::ByDue => "填到各期末应做成的数；到那一天没有做成就亮灯",
    }
}

/// Returns the quarters that end before the target is due, or the years of a long one.
fn periods(terms: &Indicator) -> impl Iterator<Item = Period> {
    let over = |length| Period::over(length, terms.start, terms.due);
    let long = over(Granularity::Month).count() > MONTHS_BY_QUARTER;
    let due = terms.due;
    over(if long { Granularity::Year } else { Granularity::Quarter }).take_while(move |period| period.end() < due)
}
