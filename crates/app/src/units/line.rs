//! The units as a list: in order, below whom they belong to, with what concerns each.

use super::by_uid;
use crate::wire::{Nothing, RoleCounts, UnitLine};
use crate::{ApiError, App, pinyin};
use domain::{Role, Uid};
use std::collections::HashMap;
use store::{Responsibility, Store, UnitRow};

/// Returns the units in order, each followed by those that belong to it.
pub fn lines(app: &mut App, _: Nothing) -> Result<Vec<UnitLine>, ApiError> {
    of_store(app.store()?)
}

/// Returns one unit of the list.
///
/// # Errors
/// Where there is no such unit.
pub fn line(app: &App, unit: Uid) -> Result<UnitLine, ApiError> {
    let store = app.store()?;
    by_uid(store, unit)?;
    of_store(store)?.into_iter().find(|line| line.id == unit).ok_or_else(|| ApiError::internal("单位不在列表里"))
}

fn of_store(store: &Store) -> Result<Vec<UnitLine>, ApiError> {
    let units = store.units()?;
    let figures = store.figures_of_units()?;
    let parts = parts(&units, &store.all_responsibilities()?);
    let uid: HashMap<i64, Uid> = units.iter().map(|unit| (unit.id, unit.unit.uid)).collect();
    let mut groups: HashMap<i64, Vec<Uid>> = HashMap::new();
    for group in &units {
        for member in &group.members {
            groups.entry(*member).or_default().push(group.unit.uid);
        }
    }
    let line = |(unit, depth): (&UnitRow, u32)| UnitLine {
        id: unit.unit.uid,
        name: unit.unit.name.clone(),
        short_name: unit.unit.short_name.clone(),
        aliases: unit.aliases.clone(),
        is_group: unit.unit.is_group,
        members: unit.members.iter().map(|id| uid[id]).collect(),
        parent: unit.unit.parent_id.map(|id| uid[&id]),
        depth,
        groups: groups.remove(&unit.id).unwrap_or_default(),
        measures: counts(parts.get(&unit.id)),
        figures: figures.get(&unit.id).copied().unwrap_or_default(),
        keys: keys(unit),
    };
    Ok(as_tree(&units).into_iter().map(line).collect())
}

/// Returns what a search for a unit looks through: its names and their pinyin initials.
pub(crate) fn keys(unit: &UnitRow) -> String {
    let names = [&unit.unit.name].into_iter().chain(&unit.unit.short_name).chain(&unit.aliases);
    pinyin::keys(&names.map(String::as_str).collect::<Vec<_>>())
}

/// Returns the units in order, each followed by those that belong to it, with how many stand above it.
pub(super) fn as_tree(units: &[UnitRow]) -> Vec<(&UnitRow, u32)> {
    let mut below: HashMap<Option<i64>, Vec<&UnitRow>> = HashMap::new();
    for unit in units {
        below.entry(unit.unit.parent_id).or_default().push(unit);
    }
    let mut open: Vec<(&UnitRow, u32)> = below.remove(&None).unwrap_or_default().into_iter().rev().map(|unit| (unit, 0)).collect();
    let mut tree = Vec::with_capacity(units.len());
    while let Some((unit, depth)) = open.pop() {
        tree.push((unit, depth));
        let own = below.remove(&Some(unit.id)).unwrap_or_default();
        open.extend(own.into_iter().rev().map(|child| (child, depth + 1)));
    }
    // Units that belong to each other in a circle, which no edit makes, are listed all the same.
    tree.extend(below.into_values().flatten().map(|unit| (unit, 0)));
    tree
}

/// Returns the part of each unit in each measure, its own or that of a group it is in: the strongest.
fn parts(units: &[UnitRow], responsibilities: &[Responsibility]) -> HashMap<i64, HashMap<i64, Role>> {
    let members: HashMap<i64, &Vec<i64>> = units.iter().map(|unit| (unit.id, &unit.members)).collect();
    let mut parts: HashMap<i64, HashMap<i64, Role>> = HashMap::new();
    for part in responsibilities {
        for unit in members[&part.unit_id].iter().chain([&part.unit_id]) {
            let role = parts.entry(*unit).or_default().entry(part.measure_id).or_insert(part.role);
            *role = part.role.min(*role);
        }
    }
    parts
}

fn counts(parts: Option<&HashMap<i64, Role>>) -> RoleCounts {
    let of = |role| parts.map_or(0, |parts| parts.values().filter(|own| **own == role).count() as u32);
    RoleCounts { lead: of(Role::Lead), responsible: of(Role::Responsible), cooperating: of(Role::Cooperating) }
}
