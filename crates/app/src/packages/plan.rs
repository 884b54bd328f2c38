//! A plan sent down: gathered, and written into another ledger under the same names.

mod compare;
mod insert;

use super::summary;
use crate::wire::{PackageKind, PackageTaken};
use crate::{ApiError, App, plans};
use domain::Uid;
use package::{IndicatorText, MeasureText, PartText, PlanContent, PlanText, PlannedText, SectionText, ShareText, UnitText};
use std::collections::{BTreeSet, HashMap};
use store::{OperationKind, Store, UnitRow};

pub(crate) use compare::is_here;
pub(super) use insert::terms;

/// Returns a plan with all it takes to report for it.
///
/// # Errors
/// Where there is no such plan.
pub(crate) fn gather(store: &Store, plan: Uid) -> Result<PlanContent, ApiError> {
    let plan = plans::plan(store, plan)?;
    let (sections, measures, indicators) = (store.sections(plan.id)?, store.measures(plan.id)?, store.indicators(plan.id)?);
    let (shares, planned) = (store.allocations(plan.id)?, store.planned_values(plan.id)?);
    let units: HashMap<i64, UnitRow> = store.units()?.into_iter().map(|unit| (unit.id, unit)).collect();
    let uid = |id: i64| units[&id].unit.uid;
    let parts = measures.iter().flat_map(|row| row.responsibilities.iter().map(|part| part.unit_id));
    let named = with_kin(&units, parts.chain(shares.iter().map(|share| share.unit_id)).collect());
    let measure_uid: HashMap<i64, Uid> = measures.iter().map(|row| (row.id, row.measure.uid)).collect();
    let mut listed: Vec<&UnitRow> = named.iter().map(|id| &units[id]).collect();
    listed.sort_by_key(|row| (row.unit.position, row.id));
    Ok(PlanContent {
        units: listed.into_iter().map(|row| unit_text(row, &uid)).collect(),
        sections: sections
            .iter()
            .map(|row| SectionText {
                uid: row.data.uid,
                number: row.data.number.clone(),
                title: row.data.title.clone(),
                weight: row.data.weight,
            })
            .collect(),
        measures: measures
            .iter()
            .map(|row| MeasureText {
                uid: row.measure.uid,
                section: sections.iter().find(|section| Some(section.id) == row.measure.section_id).map(|section| section.data.uid),
                number: row.measure.number.clone(),
                title: row.measure.title.clone(),
                text: row.measure.text.clone(),
                deadline: row.measure.deadline,
                weight: row.measure.weight,
                units: row.responsibilities.iter().map(|part| PartText { unit: uid(part.unit_id), role: part.role }).collect(),
            })
            .collect(),
        indicators: indicators
            .into_iter()
            .map(|row| {
                let (data, terms) = (row.data, row.id);
                let own = planned.iter().filter(|one| one.indicator_id == terms);
                let own_shares = shares.iter().filter(|share| share.indicator_id == terms);
                IndicatorText {
                    uid: data.uid,
                    measure: data.measure_id.map(|id| measure_uid[&id]),
                    name: data.indicator.name,
                    unit: data.indicator.unit,
                    comparator: data.indicator.comparator,
                    target: data.indicator.target,
                    target_text: data.target_text,
                    upper: data.indicator.upper,
                    upper_text: data.upper_text,
                    baseline: data.indicator.baseline,
                    baseline_text: data.baseline_text,
                    baseline_date: data.baseline_date,
                    start: data.indicator.start,
                    due: data.indicator.due,
                    kind: data.indicator.kind,
                    pace: data.indicator.pace,
                    roll_up: data.indicator.roll_up,
                    weight: data.indicator.weight,
                    every: data.indicator.every,
                    quote: data.quote,
                    planned: own
                        .map(|one| PlannedText { period: one.period, value: one.value, value_text: one.value_text.clone() })
                        .collect(),
                    shares: own_shares
                        .map(|share| ShareText { unit: uid(share.unit_id), target: share.target, target_text: share.target_text.clone() })
                        .collect(),
                }
            })
            .collect(),
        plan: PlanText {
            uid: plan.data.uid,
            title: plan.data.title,
            number: plan.data.number,
            issuer: plan.data.issuer,
            issued: plan.data.issued,
            start: plan.data.start,
            due: plan.data.due,
        },
    })
}

/// Returns the units with the members of those that are groups, and all parents.
fn with_kin(units: &HashMap<i64, UnitRow>, named: BTreeSet<i64>) -> BTreeSet<i64> {
    let mut all = BTreeSet::new();
    let mut left: Vec<i64> = named.into_iter().collect();
    while let Some(id) = left.pop() {
        if all.insert(id) {
            left.extend(units[&id].members.iter().copied().chain(units[&id].unit.parent_id));
        }
    }
    all
}

fn unit_text(row: &UnitRow, uid: &dyn Fn(i64) -> Uid) -> UnitText {
    UnitText {
        uid: row.unit.uid,
        name: row.unit.name.clone(),
        short_name: row.unit.short_name.clone(),
        aliases: row.aliases.clone(),
        parent: row.unit.parent_id.map(uid),
        is_group: row.unit.is_group,
        members: row.members.iter().map(|id| uid(*id)).collect(),
    }
}

/// Says what taking a plan would bring.
pub(crate) fn lines(store: &Store, plan: &PlanContent) -> Result<Vec<String>, ApiError> {
    let mut lines = summary::plan_lines(plan);
    let known = compare::units_here(store, plan)?;
    let new: Vec<&str> = plan.units.iter().filter(|unit| !known.contains_key(&unit.uid)).map(|unit| unit.name.as_str()).collect();
    if !new.is_empty() {
        lines.push(format!("新增单位{}个：{}{}", new.len(), new[..new.len().min(5)].join("、"), if new.len() > 5 { "等" } else { "" }));
    }
    Ok(lines)
}

/// Writes a plan into the ledger as one operation; one that is there already changes nothing.
///
/// # Errors
/// Where the plan is there with other content, or the ledger refuses.
pub(crate) fn take(app: &mut App, plan: &PlanContent) -> Result<PackageTaken, ApiError> {
    let mut taken = PackageTaken { kind: PackageKind::Plan, path: None, changed: false, lines: lines(app.store()?, plan)? };
    if is_here(app.store()?, plan)? {
        return Ok(taken);
    }
    compare::refuse_strangers(app.store()?, plan)?;
    let operation = app.operation(OperationKind::Import, format!("收下计划《{}》", plan.plan.title));
    app.store_mut()?.transact(operation, |w| insert::plan(w, plan))?;
    taken.changed = true;
    Ok(taken)
}
