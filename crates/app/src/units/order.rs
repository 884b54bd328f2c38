//! The order of the units: by hand, or as the plans name them.

use super::by_uid;
use super::line::as_tree;
use crate::wire::{Nothing, UnitMove, UnitsSorted};
use crate::{ApiError, App};
use std::collections::{HashMap, HashSet};
use store::{OperationKind, Store, UnitRow};

/// Moves a unit among those that belong to the same unit.
///
/// # Errors
/// Where it is to stand before one that belongs elsewhere.
pub fn move_to(app: &mut App, wanted: UnitMove) -> Result<Nothing, ApiError> {
    let store = app.store()?;
    let unit = by_uid(store, wanted.unit)?;
    let before = wanted.before.map(|before| by_uid(store, before)).transpose()?;
    if let Some(before) = before.as_ref().filter(|before| before.unit.parent_id != unit.unit.parent_id) {
        let message = format!("“{}”和“{}”不在同一个上级单位下，不能排在一起", unit.unit.name, before.unit.name);
        return Err(ApiError::invalid(message).hint("先把上级单位改成同一个，再移动"));
    }
    let mut units = store.units()?;
    let at = units.iter().position(|other| other.id == unit.id).expect("it was found before");
    let moved = units.remove(at);
    let place = before.filter(|before| before.id != unit.id).and_then(|before| units.iter().position(|other| other.id == before.id));
    match (place, wanted.before) {
        (Some(place), _) => units.insert(place, moved),
        (None, Some(_)) => units.insert(at, moved),
        (None, None) => units.push(moved),
    }
    write(app, &units, format!("移动单位{}", unit.unit.name))?;
    Ok(Nothing {})
}

/// Puts the units into the order in which the plans name them, the latest plan first; others follow as they stood.
pub fn sort(app: &mut App, _: Nothing) -> Result<UnitsSorted, ApiError> {
    let store = app.store()?;
    let rank = as_named(store)?;
    let mut units = store.units()?;
    units.sort_by_key(|unit| rank.get(&unit.id).copied().unwrap_or(usize::MAX));
    let moved = write(app, &units, "单位按文件顺序排列".to_owned())?;
    Ok(UnitsSorted { moved })
}

/// Returns where each unit is named first; members of a group that are not named themselves follow it.
fn as_named(store: &Store) -> Result<HashMap<i64, usize>, ApiError> {
    let units: HashMap<i64, UnitRow> = store.units()?.into_iter().map(|unit| (unit.id, unit)).collect();
    let mut plans = store.plans()?;
    plans.sort_by_key(|plan| std::cmp::Reverse((plan.data.start, plan.id)));
    let (mut named, mut seen) = (Vec::new(), HashSet::new());
    for plan in plans {
        let parts = store.measures(plan.id)?.into_iter().flat_map(|measure| measure.responsibilities);
        named.extend(parts.map(|part| part.unit_id).filter(|unit| seen.insert(*unit)));
    }
    let mut rank = HashMap::new();
    for unit in named {
        for unit in [unit].into_iter().chain(units[&unit].members.iter().copied().filter(|member| seen.insert(*member))) {
            rank.insert(unit, rank.len());
        }
    }
    Ok(rank)
}

/// Writes the order, and returns how many units stand elsewhere in the list than before.
fn write(app: &mut App, units: &[UnitRow], label: String) -> Result<u32, ApiError> {
    let before = app.store()?.units()?;
    let listed = |units| as_tree(units).into_iter().map(|(unit, _)| unit.id).collect::<Vec<i64>>();
    let (was, now) = (listed(&before), listed(units));
    let moved = was.iter().zip(&now).filter(|(was, now)| was != now).count() as u32;
    if moved > 0 {
        let operation = app.operation(OperationKind::Unit, label);
        app.store_mut()?.transact(operation, |w| now.iter().zip(0..).try_for_each(|(id, position)| w.place_unit(*id, position)))?;
    }
    Ok(moved)
}
