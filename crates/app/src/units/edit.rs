//! What a person says of a unit: names, parent, groups, members; and taking a unit away that nothing names.

use super::name::{Names, can_join, clean};
use super::{by_uid, line, plain};
use crate::wire::{Nothing, OfUnit, UnitLine, UnitSet};
use crate::{ApiError, App, ErrorKind};
use domain::Uid;
use store::{OperationKind, Unit, UnitRow, UnitUse, Writer};

/// Writes all that is said of a unit, as one operation.
///
/// # Errors
/// Where a name is none, too long or another unit's; where parents would go in a circle; where a group would be in a group.
pub fn set(app: &mut App, set: UnitSet) -> Result<UnitLine, ApiError> {
    let store = app.store()?;
    let units = store.units()?;
    let own = by_uid(store, set.unit)?;
    let change = Change::of(&units, &own, &set)?;
    let renamed = change.unit.name != own.unit.name;
    let label = match renamed {
        true => format!("单位{}改名为{}", own.unit.name, change.unit.name),
        false => format!("修改单位{}", own.unit.name),
    };
    let operation = app.operation(OperationKind::Unit, label);
    app.store_mut()?.transact(operation, |w| change.write(w, &own))?;
    line(app, set.unit)
}

/// A unit as it is to be.
struct Change {
    unit: Unit,
    aliases: Vec<String>,
    groups: Vec<UnitRow>,
    /// The groups it is in now.
    left: Vec<UnitRow>,
    members: Vec<i64>,
}

impl Change {
    fn of(units: &[UnitRow], own: &UnitRow, set: &UnitSet) -> Result<Change, ApiError> {
        let find = |uid: &Uid| {
            let found = units.iter().find(|unit| unit.unit.uid == *uid);
            found.cloned().ok_or_else(|| ApiError::not_found("选的单位已不在台账里").hint("重新打开单位列表再试"))
        };
        let name = clean(&set.name, "单位名称")?;
        let short = set.short_name.trim();
        let short_name = if short.is_empty() { None } else { Some(clean(short, "简称")?) };
        let parent = set.parent.as_ref().map(find).transpose()?;
        if let Some(parent) = &parent {
            no_circle(units, own, parent)?;
        }
        let groups = set.groups.iter().map(find).collect::<Result<Vec<_>, _>>()?;
        let members = set.members.iter().map(find).collect::<Result<Vec<_>, _>>()?;
        let is_group = set.is_group || !members.is_empty();
        let unit = Unit { name, short_name, parent_id: parent.map(|parent| parent.id), is_group, ..own.unit.clone() };
        // As it is to be: what it joins and what joins it is checked against that.
        let as_said = UnitRow { unit: unit.clone(), members: members.iter().map(|member| member.id).collect(), ..own.clone() };
        for group in &groups {
            can_join(units, group, &as_said)?;
        }
        let elsewhere: Vec<UnitRow> =
            units.iter().filter(|other| other.id != own.id && groups.iter().all(|group| group.id != other.id)).cloned().collect();
        let left = elsewhere.into_iter().filter(|group| group.members.contains(&own.id)).collect();
        for member in &members {
            can_join(&[], &as_said, member)?;
        }
        let aliases = aliases(own, &unit.name, set)?;
        let names = Names::of(units);
        for name in aliases.iter().chain([&unit.name]).chain(&unit.short_name) {
            names.free(name, Some(own.id))?;
        }
        Ok(Change { unit, aliases, groups, left, members: as_said.members })
    }

    fn write(&self, w: &Writer<'_>, own: &UnitRow) -> Result<(), ApiError> {
        for alias in own.aliases.iter().filter(|alias| !self.aliases.contains(alias)) {
            w.remove_alias(alias)?;
        }
        w.update_unit(&self.unit)?;
        for alias in &self.aliases {
            w.set_alias(alias, own.id)?;
        }
        for group in &self.left {
            w.remove_member(group.id, own.id)?;
        }
        for group in &self.groups {
            w.update_unit(&Unit { is_group: true, ..group.unit.clone() })?;
            w.add_member(group.id, own.id)?;
        }
        for member in own.members.iter().filter(|member| !self.members.contains(member)) {
            w.remove_member(own.id, *member)?;
        }
        for member in &self.members {
            w.add_member(own.id, *member)?;
        }
        Ok(())
    }
}

/// Returns the other names a unit is to go by: those said, and its old name, each once and none like its name.
fn aliases(own: &UnitRow, name: &str, set: &UnitSet) -> Result<Vec<String>, ApiError> {
    let said = set.aliases.iter().map(|alias| clean(alias, "别名")).collect::<Result<Vec<_>, _>>()?;
    let old = (set.keep_old && own.unit.name != name).then(|| own.unit.name.clone());
    let mut seen = vec![plain(name)];
    let mut aliases = Vec::new();
    for alias in said.into_iter().chain(old) {
        let key = plain(&alias);
        if !seen.contains(&key) {
            seen.push(key);
            aliases.push(alias);
        }
    }
    Ok(aliases)
}

/// Refuses a parent that belongs to the unit itself.
fn no_circle(units: &[UnitRow], own: &UnitRow, parent: &UnitRow) -> Result<(), ApiError> {
    let (mut above, mut steps) = (Some(parent), 0);
    while let Some(unit) = above.filter(|_| steps <= units.len()) {
        if unit.id == own.id {
            let message = match parent.id == own.id {
                true => format!("“{}”的上级单位不能是它自己", own.unit.name),
                false => format!("“{}”在“{}”之下，不能再作它的上级单位", parent.unit.name, own.unit.name),
            };
            return Err(ApiError::invalid(message).hint("先把下面那个单位的上级改掉"));
        }
        above = unit.unit.parent_id.and_then(|id| units.iter().find(|unit| unit.id == id));
        steps += 1;
    }
    Ok(())
}

/// Takes a unit away that nothing names.
///
/// # Errors
/// Where something names it: what, and what to do.
pub fn delete(app: &mut App, of: OfUnit) -> Result<Nothing, ApiError> {
    let store = app.store()?;
    let unit = by_uid(store, of.unit)?;
    let name = &unit.unit.name;
    let frozen = super::merge::frozen(store, &unit)?;
    let mut uses = used(&store.unit_use(unit.id)?);
    uses.extend(frozen.iter().map(|period| format!("冻结的{period}")));
    if !uses.is_empty() {
        let message = format!("“{name}”还不能删除，用到它的有：{}", uses.join("、"));
        let hint = "如果它和另一个单位是同一家，用“并入”，这些都会转过去；否则先把它们改到别的单位".to_owned();
        return Err(ApiError { kind: ErrorKind::Conflict, message, hint: Some(hint) });
    }
    let operation = app.operation(OperationKind::Unit, format!("删除单位{name}"));
    app.store_mut()?.transact(operation, |w| w.delete_unit(unit.id).map_err(ApiError::from))?;
    Ok(Nothing {})
}

/// Returns what names a unit, each in words.
pub(super) fn used(of: &UnitUse) -> Vec<String> {
    let counts = [
        (of.measures, "举措", "项"),
        (of.groups, "所属分组", "个"),
        (of.children, "下级单位", "个"),
        (of.shares, "分解指标", "项"),
        (of.entries, "填报", "条"),
        (of.narratives, "进展情况", "条"),
        (of.adjustments, "加分扣分", "条"),
        (of.rectifications, "整改", "项"),
        (of.workbooks, "发出的填报表", "份"),
    ];
    counts.into_iter().filter(|(n, ..)| *n > 0).map(|(n, what, measure)| format!("{what}{n}{measure}")).collect()
}
