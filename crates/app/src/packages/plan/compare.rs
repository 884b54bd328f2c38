//! Whether a plan is in the ledger already, and as it was sent.

use super::gather;
use crate::ApiError;
use domain::Uid;
use package::PlanContent;
use std::collections::{HashMap, HashSet};
use store::Store;

/// Returns which unit of this ledger each unit of a plan is: by its uid, else by name or another name.
///
/// # Errors
/// Where two units of the plan are one here: who reports what could not be told apart.
pub(crate) fn units_here(store: &Store, plan: &PlanContent) -> Result<HashMap<Uid, Uid>, ApiError> {
    let (mut here, mut taken) = (HashMap::new(), HashMap::new());
    for unit in &plan.units {
        let known = match store.unit(unit.uid)? {
            Some(unit) => Some(unit),
            None => store.unit_by_name(&unit.name)?,
        };
        let Some(known) = known else { continue };
        if let Some(other) = taken.insert(known.data.uid, &unit.name) {
            let error = ApiError::invalid(format!("“{other}”和“{}”在本台账里是同一个单位“{}”，没有收下", unit.name, known.data.name));
            return Err(error.hint("先在“设置”里核对这个单位的别名"));
        }
        here.insert(unit.uid, known.data.uid);
    }
    Ok(here)
}

/// Returns true if the ledger has this plan, just as the package says.
///
/// # Errors
/// Where it has the plan with other content: what differs is named.
pub(crate) fn is_here(store: &Store, plan: &PlanContent) -> Result<bool, ApiError> {
    if store.plan(plan.plan.uid)?.is_none() {
        return Ok(false);
    }
    let here = units_here(store, plan)?;
    let (ours, theirs) = (comparable(gather(store, plan.plan.uid)?, &HashMap::new()), comparable(plan.clone(), &here));
    let differences = differences(&ours, &theirs);
    if differences.is_empty() {
        return Ok(true);
    }
    let named: Vec<&str> = differences.iter().take(5).map(String::as_str).collect();
    let more = if differences.len() > named.len() { format!("等{}处", differences.len()) } else { String::new() };
    let error = ApiError::invalid(format!("本台账已有计划“{}”，内容与数据包不同：{}{more}，没有收下", plan.plan.title, named.join("；")));
    Err(error.hint("已有的计划不会被覆盖：请与对方核对以哪份为准，或收到另一个台账里"))
}

/// Refuses a plan of which something is in the ledger under another plan.
pub(super) fn refuse_strangers(store: &Store, plan: &PlanContent) -> Result<(), ApiError> {
    for measure in &plan.measures {
        if store.measure(measure.uid)?.is_some() {
            return Err(stranger(&measure.title));
        }
    }
    for indicator in &plan.indicators {
        if store.indicator(indicator.uid)?.is_some() {
            return Err(stranger(&indicator.name));
        }
    }
    Ok(())
}

fn stranger(name: &str) -> ApiError {
    ApiError::invalid(format!("“{name}”的编号在本台账里属于另一份计划，没有收下")).hint("请对方重新导出一份")
}

/// Makes a plan comparable: its units as this ledger names them, what has no order in one order.
fn comparable(mut plan: PlanContent, here: &HashMap<Uid, Uid>) -> PlanContent {
    let local = |uid: Uid| here.get(&uid).copied().unwrap_or(uid);
    for measure in &mut plan.measures {
        measure.units.iter_mut().for_each(|part| part.unit = local(part.unit));
    }
    for indicator in &mut plan.indicators {
        indicator.shares.iter_mut().for_each(|share| share.unit = local(share.unit));
        indicator.shares.sort_by_key(|share| share.unit);
        indicator.planned.sort_by_key(|one| (one.period.end(), one.period.to_string()));
    }
    plan
}

/// Names what differs; what units are called and who belongs to whom is the ledger's own affair.
fn differences(ours: &PlanContent, theirs: &PlanContent) -> Vec<String> {
    let mut found = Vec::new();
    if ours.plan != theirs.plan {
        found.push("标题、文号或起止日期".to_owned());
    }
    if ours.sections != theirs.sections {
        found.push("板块".to_owned());
    }
    named(&mut found, "举措", &ours.measures, &theirs.measures, |measure| (measure.uid, measure.title.as_str()));
    named(&mut found, "指标", &ours.indicators, &theirs.indicators, |indicator| (indicator.uid, indicator.name.as_str()));
    found
}

fn named<T: PartialEq>(found: &mut Vec<String>, what: &str, ours: &[T], theirs: &[T], name: fn(&T) -> (Uid, &str)) {
    let uids: HashSet<Uid> = theirs.iter().map(|one| name(one).0).collect();
    for their in theirs {
        let (uid, title) = name(their);
        match ours.iter().find(|our| name(our).0 == uid) {
            None => found.push(format!("{what}“{title}”本台账没有")),
            Some(our) if our != their => found.push(format!("{what}“{title}”")),
            Some(_) => {}
        }
    }
    let extra = ours.iter().map(name).filter(|(uid, _)| !uids.contains(uid));
    found.extend(extra.map(|(_, title)| format!("{what}“{title}”只有本台账有")));
    if found.is_empty() && ours != theirs {
        found.push(format!("{what}的次序"));
    }
}
