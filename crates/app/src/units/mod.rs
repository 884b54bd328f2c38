//! Responsible units: found by name or alias, added, listed; edited in `edit`, put in order in `order`, made one in `merge`.

mod edit;
mod line;
pub mod merge;
mod name;
mod order;

pub use edit::{delete, set};
pub(crate) use line::keys;
pub use line::{line, lines};
pub use order::{move_to, sort};

use crate::wire::{Nothing, UnitAdd, UnitInfo, UnitNew};
use crate::{ApiError, App};
use std::collections::HashMap;
use store::{OperationKind, Store, Stored, Unit, UnitRow};

/// Returns the units of the ledger, as issued.
pub fn list(app: &mut App, _: Nothing) -> Result<Vec<UnitInfo>, ApiError> {
    let units = app.store()?.units()?;
    let uid: HashMap<i64, domain::Uid> = units.iter().map(|unit| (unit.id, unit.unit.uid)).collect();
    Ok(units.into_iter().map(|unit| info(unit, &uid)).collect())
}

fn info(row: UnitRow, uid: &HashMap<i64, domain::Uid>) -> UnitInfo {
    UnitInfo {
        id: row.unit.uid,
        name: row.unit.name,
        short_name: row.unit.short_name,
        aliases: row.aliases,
        is_group: row.unit.is_group,
        members: row.members.iter().map(|id| uid[id]).collect(),
    }
}

/// Adds a unit that is not there yet.
///
/// # Errors
/// As [`add`], or where there is a unit of that name.
pub fn create(app: &mut App, new: UnitNew) -> Result<UnitInfo, ApiError> {
    let name = name::clean(&new.name, "单位名称")?;
    name::Names::of(&app.store()?.units()?).free(&name, None)?;
    add(app, UnitAdd { name, group: None })
}

/// Adds a unit, and puts it into a group if one is named. A unit that is there already is only put into the group.
///
/// # Errors
/// Where the name is none, too long or another unit's, or the group cannot take it.
pub fn add(app: &mut App, new: UnitAdd) -> Result<UnitInfo, ApiError> {
    let name = name::clean(&new.name, "单位名称")?;
    let store = app.store()?;
    let units = store.units()?;
    let group = new.group.as_deref().map(|group| find(store, group)).transpose()?;
    let existing = lookup(store, &name)?;
    match (&existing, &group) {
        (Some(unit), None) if unit.unit.name == name => {}
        (Some(_), None) => name::Names::of(&units).free(&name, None)?,
        (Some(unit), Some(group)) => name::can_join(&units, group, unit)?,
        (None, Some(group)) => name::can_hold(&units, group)?,
        (None, None) => {}
    }
    let position = units.len() as i64;
    let uid = existing.as_ref().map_or_else(|| app.new_uid(), |unit| unit.unit.uid);
    let label = match &group {
        Some(group) => format!("{name}加入{}", group.unit.name),
        None => format!("新增单位{name}"),
    };
    let operation = app.operation(OperationKind::Unit, label);
    app.store_mut()?.transact(operation, |w| {
        let id = match &existing {
            Some(unit) => unit.id,
            None => {
                let is_group = group.is_none() && domain::is_group_name(&name);
                w.upsert_unit(&Unit { uid, name: name.clone(), short_name: None, parent_id: None, is_group, position })?
            }
        };
        if let Some(group) = &group {
            w.update_unit(&Unit { is_group: true, ..group.unit.clone() })?;
            w.add_member(group.id, id)?;
        }
        Ok::<_, ApiError>(())
    })?;
    list(app, Nothing {})?.into_iter().find(|unit| unit.id == uid).ok_or_else(|| ApiError::internal("刚加的单位不见了"))
}

/// Returns a unit of the ledger.
///
/// # Errors
/// Where there is none.
pub(crate) fn by_id(store: &Store, uid: domain::Uid) -> Result<Stored<Unit>, ApiError> {
    store.unit(uid)?.ok_or_else(|| ApiError::not_found("台账里没有这个单位"))
}

/// Returns the id of the unit a name or alias means.
///
/// # Errors
/// Where there is none, with the names that come nearest.
pub fn named(app: &App, name: &str) -> Result<domain::Uid, ApiError> {
    find(app.store()?, name).map(|unit| unit.unit.uid)
}

/// Returns the unit a name or alias means.
///
/// # Errors
/// Where there is none, with the names that come nearest.
pub(crate) fn find(store: &Store, name: &str) -> Result<UnitRow, ApiError> {
    if let Some(unit) = lookup(store, name)? {
        return Ok(unit);
    }
    let wanted = plain(name);
    let near = |unit: &UnitRow| {
        let name = plain(&unit.unit.name);
        name.contains(&wanted) || wanted.contains(&name)
    };
    let near: Vec<String> = store.units()?.iter().filter(|unit| near(unit)).map(|unit| format!("“{}”", unit.unit.name)).take(5).collect();
    let error = ApiError::not_found(format!("台账里没有单位“{name}”"));
    Err(error.hint(if near.is_empty() {
        "用 units 查看所有单位，用 unit add 增加单位".to_owned()
    } else {
        format!("是不是{}？", near.join("、"))
    }))
}

/// Returns the unit of that id.
pub(crate) fn by_uid(store: &Store, uid: domain::Uid) -> Result<UnitRow, ApiError> {
    let found = store.units()?.into_iter().find(|unit| unit.unit.uid == uid);
    found.ok_or_else(|| ApiError::not_found("台账里没有这个单位，可能已被删除或并入别的单位").hint("重新打开单位列表再试"))
}

/// Returns the unit a name, alias or short name means, brackets and blanks written either way.
fn lookup(store: &Store, name: &str) -> Result<Option<UnitRow>, ApiError> {
    let Some(id) = known(store)?.remove(&plain(name)) else { return Ok(None) };
    Ok(store.units()?.into_iter().find(|unit| unit.id == id))
}

/// Returns the names of the ledger's units.
pub(crate) fn names(store: &Store) -> Result<HashMap<i64, String>, ApiError> {
    Ok(store.units()?.into_iter().map(|row| (row.id, row.unit.name)).collect())
}

/// Returns the ledger's units by their names, aliases and short names, each as [`plain`] writes it; names come first.
pub(crate) fn known(store: &Store) -> Result<HashMap<String, i64>, ApiError> {
    let units = store.units()?;
    let names = units.iter().map(|unit| (&unit.unit.name, unit.id));
    let aliases = units.iter().flat_map(|unit| unit.aliases.iter().map(|alias| (alias, unit.id)));
    let shorts = units.iter().filter_map(|unit| Some((unit.unit.short_name.as_ref()?, unit.id)));
    let mut known = HashMap::new();
    for (name, id) in names.chain(aliases).chain(shorts) {
        known.entry(plain(name)).or_insert(id);
    }
    Ok(known)
}

/// Returns a name without blanks, its brackets half-width: as two people writing the same name would agree.
pub(crate) fn plain(name: &str) -> String {
    let narrow = |c| match c {
        '（' | '〔' | '［' => '(',
        '）' | '〕' | '］' => ')',
        c => c,
    };
    name.chars().filter(|c| !c.is_whitespace()).map(narrow).collect()
}
