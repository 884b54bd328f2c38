//! The commands about units.

use crate::args::{Clashing, UnitCommand};
use crate::print::show;
use crate::print::{self, say};
use app::units::{self, merge};
use app::wire::*;
use app::{ApiError, App};
use std::process::ExitCode;

/// Runs a command about units.
pub(crate) fn run(app: &mut App, json: bool, command: UnitCommand) -> Result<ExitCode, ApiError> {
    match command {
        UnitCommand::Add { name, group } => {
            let unit = units::add(app, UnitAdd { name, group })?;
            show(json, &unit, || say!("已有单位：{}", unit.name));
        }
        UnitCommand::Rename { unit, name, forget } => change(app, json, &unit, |set| {
            (set.name, set.keep_old) = (name, !forget);
            Ok(())
        })?,
        UnitCommand::Alias { unit, add, remove, short } => change(app, json, &unit, |set| {
            for alias in &remove {
                take_out(&mut set.aliases, alias, || format!("“{}”没有“{alias}”这个别名", set.name))?;
            }
            set.aliases.extend(add);
            set.short_name = short.unwrap_or_else(|| set.short_name.clone());
            Ok(())
        })?,
        UnitCommand::Parent { unit, parent } => {
            let parent = parent.map(|name| units::named(app, &name)).transpose()?;
            change(app, json, &unit, |set| {
                set.parent = parent;
                Ok(())
            })?;
        }
        UnitCommand::Group { group, add, remove } => {
            let named = |names: &[String]| names.iter().map(|name| units::named(app, name)).collect::<Result<Vec<_>, _>>();
            let (add, gone) = (named(&add)?, named(&remove)?);
            change(app, json, &group, |set| {
                for (unit, name) in gone.iter().zip(&remove) {
                    take_out(&mut set.members, unit, || format!("“{name}”不是“{}”的成员", set.name))?;
                }
                let new = add.into_iter().filter(|unit| !set.members.contains(unit)).collect::<Vec<_>>();
                set.members.extend(new);
                Ok(())
            })?;
        }
        UnitCommand::Move { unit: None, .. } => {
            let sorted = units::sort(app, Nothing {})?;
            show(json, &sorted, || say!("已按文件顺序排列，移动了{}个单位", sorted.moved));
        }
        UnitCommand::Move { unit: Some(unit), before, .. } => {
            let unit = units::named(app, &unit)?;
            let before = before.map(|name| units::named(app, &name)).transpose()?;
            units::move_to(app, UnitMove { unit, before })?;
            show(json, &Nothing {}, || say!("已移动"));
        }
        UnitCommand::Merge { unit, into, preview, on_conflict } => {
            let of = UnitMergeOf { from: units::named(app, &unit)?, into: units::named(app, &into)? };
            if preview {
                let merging = merge::preview(app, of)?;
                show(json, &merging, || print::unit_merging(&merging));
            } else {
                let choice = on_conflict.map(|choice| match choice {
                    Clashing::Keep => ClashChoice::Keep,
                    Clashing::Take => ClashChoice::Take,
                    Clashing::Add => ClashChoice::Add,
                });
                let survivor = merge::apply_all(app, of, choice)?;
                show(json, &survivor, || say!("已并入：{}，又名{}", survivor.name, survivor.aliases.join("、")));
            }
        }
        UnitCommand::Delete { unit } => {
            let unit = units::named(app, &unit)?;
            units::delete(app, OfUnit { unit })?;
            show(json, &Nothing {}, || say!("已删除"));
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// Changes what is said of a unit.
fn change(app: &mut App, json: bool, name: &str, edit: impl FnOnce(&mut UnitSet) -> Result<(), ApiError>) -> Result<(), ApiError> {
    let UnitLine { id, name, short_name, aliases, parent, groups, is_group, members, .. } = units::line(app, units::named(app, name)?)?;
    let short_name = short_name.unwrap_or_default();
    let mut set = UnitSet { unit: id, name, keep_old: true, short_name, aliases, parent, groups, is_group, members };
    edit(&mut set)?;
    let now = units::set(app, set)?;
    show(json, &now, || print::units(std::slice::from_ref(&now)));
    Ok(())
}

/// Takes one out of a list.
fn take_out<T: PartialEq>(list: &mut Vec<T>, one: &T, refusal: impl FnOnce() -> String) -> Result<(), ApiError> {
    match list.iter().position(|other| other == one) {
        Some(at) => {
            list.remove(at);
            Ok(())
        }
        None => Err(ApiError::not_found(refusal()).hint("用 units 查看现有的别名和成员")),
    }
}
