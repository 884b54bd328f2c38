//! Writing a plan that is not there yet.

use crate::ApiError;
use domain::{Indicator, Uid};
use package::{IndicatorText, MeasureText, PlanContent, UnitText};
use std::collections::HashMap;
use store::{Allocation, Measure, Plan, PlannedValue, Responsibility, Section, SourcedIndicator, Unit, Writer};

/// Writes a plan; units that are not there are added, those that are stay as they are.
pub(super) fn plan(w: &mut Writer<'_>, content: &PlanContent) -> Result<(), ApiError> {
    let units = units(w, &content.units)?;
    let plan = &content.plan;
    let position = w.plans()?.iter().map(|plan| plan.data.position).max().unwrap_or_default() + 1;
    let plan_id = w.insert_plan(&Plan {
        uid: plan.uid,
        document_id: None,
        title: plan.title.clone(),
        number: plan.number.clone(),
        issuer: plan.issuer.clone(),
        issued: plan.issued,
        start: plan.start,
        due: plan.due,
        position,
    })?;
    let mut sections: HashMap<Uid, i64> = HashMap::new();
    for (section, position) in content.sections.iter().zip(1..) {
        let (number, title) = (section.number.clone(), section.title.clone());
        let id = w.insert_section(&Section { uid: section.uid, plan_id, number, title, position, weight: None })?;
        if section.weight.is_some() {
            w.set_section_weight(id, section.weight)?;
        }
        sections.insert(section.uid, id);
    }
    let mut measures: HashMap<Uid, i64> = HashMap::new();
    for (measure, position) in content.measures.iter().zip(1..) {
        let section_id = measure.section.map(|uid| sections[&uid]);
        measures.insert(measure.uid, insert_measure(w, measure, plan_id, section_id, position, &units)?);
    }
    for (indicator, position) in content.indicators.iter().zip(1..) {
        let measure_id = indicator.measure.map(|uid| measures[&uid]);
        insert_indicator(w, indicator, plan_id, measure_id, position, &units)?;
    }
    Ok(())
}

/// Returns the number of every unit, those added included.
fn units(w: &mut Writer<'_>, units: &[UnitText]) -> Result<HashMap<Uid, i64>, ApiError> {
    let mut position = w.units()?.iter().map(|row| row.unit.position).max().unwrap_or_default();
    let (mut ids, mut new) = (HashMap::new(), Vec::new());
    for unit in units {
        if let Some(known) = w.unit(unit.uid)?.or(w.unit_by_name(&unit.name)?) {
            ids.insert(unit.uid, known.id);
            continue;
        }
        position += 1;
        // A short name that is another unit's name here would lead to the wrong one.
        let short_name = match &unit.short_name {
            Some(short) if w.unit_by_name(short)?.is_none() => Some(short.clone()),
            _ => None,
        };
        let row = Unit { uid: unit.uid, name: unit.name.clone(), short_name, parent_id: None, is_group: unit.is_group, position };
        ids.insert(unit.uid, w.upsert_unit(&row)?);
        new.push((unit, row));
    }
    for (unit, row) in new {
        let id = ids[&unit.uid];
        for alias in &unit.aliases {
            if w.unit_by_name(alias)?.is_none() {
                w.set_alias(alias, id)?;
            }
        }
        if let Some(parent) = unit.parent {
            w.update_unit(&Unit { parent_id: Some(ids[&parent]), ..row })?;
        }
    }
    // Who belongs to a group here is the ledger's own affair, unless nobody does.
    let here = w.units()?;
    for unit in units.iter().filter(|unit| !unit.members.is_empty()) {
        let group = ids[&unit.uid];
        if here.iter().any(|row| row.id == group && row.unit.is_group && row.members.is_empty()) {
            for member in &unit.members {
                w.add_member(group, ids[member])?;
            }
        }
    }
    Ok(ids)
}

fn insert_measure(
    w: &mut Writer<'_>,
    measure: &MeasureText,
    plan_id: i64,
    section_id: Option<i64>,
    position: i64,
    units: &HashMap<Uid, i64>,
) -> Result<i64, ApiError> {
    let id = w.insert_measure(&Measure {
        uid: measure.uid,
        plan_id,
        section_id,
        number: measure.number.clone(),
        title: measure.title.clone(),
        text: measure.text.clone(),
        deadline: measure.deadline,
        span: None,
        document_id: None,
        position,
        weight: None,
    })?;
    if measure.weight.is_some() {
        w.set_measure_weight(id, measure.weight)?;
    }
    for (part, position) in measure.units.iter().zip(1..) {
        w.insert_responsibility(Responsibility { measure_id: id, unit_id: units[&part.unit], role: part.role, position })?;
    }
    Ok(id)
}

fn insert_indicator(
    w: &mut Writer<'_>,
    one: &IndicatorText,
    plan_id: i64,
    measure_id: Option<i64>,
    position: i64,
    units: &HashMap<Uid, i64>,
) -> Result<(), ApiError> {
    let indicator_id = w.insert_indicator(&SourcedIndicator {
        uid: one.uid,
        plan_id,
        measure_id,
        indicator: terms(one),
        target_text: one.target_text.clone(),
        upper_text: one.upper_text.clone(),
        baseline_text: one.baseline_text.clone(),
        baseline_date: one.baseline_date,
        quote: one.quote.clone(),
        span: None,
        document_id: None,
        position,
    })?;
    let planned = one.planned.iter().map(|planned| PlannedValue {
        indicator_id,
        period: planned.period,
        value: planned.value,
        value_text: planned.value_text.clone(),
    });
    w.set_planned_values(indicator_id, &planned.collect::<Vec<_>>())?;
    for share in &one.shares {
        let (target, target_text) = (share.target, share.target_text.clone());
        w.set_allocation(&Allocation { indicator_id, unit_id: units[&share.unit], target, target_text })?;
    }
    Ok(())
}

/// Returns what an indicator of a package is judged by; what is planned on the way is written apart.
pub(in crate::packages) fn terms(one: &IndicatorText) -> Indicator {
    Indicator {
        name: one.name.clone(),
        unit: one.unit.clone(),
        comparator: one.comparator,
        target: one.target,
        upper: one.upper,
        baseline: one.baseline,
        start: one.start,
        due: one.due,
        kind: one.kind,
        pace: one.pace,
        roll_up: one.roll_up,
        weight: one.weight,
        every: one.every,
        planned: Vec::new(),
    }
}
