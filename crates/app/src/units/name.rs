//! Names of units: what one may be, and that two units never share one.

use super::plain;
use crate::ApiError;
use std::collections::HashMap;
use store::UnitRow;

/// How many characters a name may have.
const LONGEST: usize = 100;

/// Returns a name without blanks around it and with single ones inside.
///
/// # Errors
/// Where nothing is left, or too much.
pub(super) fn clean(text: &str, what: &str) -> Result<String, ApiError> {
    let name = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if name.is_empty() {
        return Err(ApiError::invalid(format!("{what}没有填")).hint("写单位的全称，例如：东湖区卫生健康局"));
    }
    if name.chars().any(char::is_control) {
        return Err(ApiError::invalid(format!("{what}里有看不见的控制字符")).hint("删掉后重新输入，不要整段粘贴"));
    }
    match name.chars().count() {
        0..=LONGEST => Ok(name),
        n => Err(ApiError::invalid(format!("{what}有{n}个字，最多{LONGEST}个字：“{}…”", name.chars().take(20).collect::<String>()))
            .hint("多个单位请分开写，说明写在别处")),
    }
}

/// What every unit is called.
pub(super) struct Names<'a> {
    known: HashMap<String, Called<'a>>,
}

struct Called<'a> {
    unit: &'a UnitRow,
    /// As it is written there.
    written: &'a str,
    /// 名称, 别名, 简称.
    what: &'static str,
}

impl<'a> Names<'a> {
    pub(super) fn of(units: &'a [UnitRow]) -> Names<'a> {
        let mut known = HashMap::new();
        let names = units.iter().map(|unit| (unit, unit.unit.name.as_str(), "名称"));
        let aliases = units.iter().flat_map(|unit| unit.aliases.iter().map(move |alias| (unit, alias.as_str(), "别名")));
        let shorts = units.iter().filter_map(|unit| Some((unit, unit.unit.short_name.as_deref()?, "简称")));
        for (unit, written, what) in names.chain(aliases).chain(shorts) {
            known.entry(plain(written)).or_insert(Called { unit, written, what });
        }
        Names { known }
    }

    /// Refuses a name another unit than `own` goes by, also where only blanks or the width of brackets differ.
    pub(super) fn free(&self, name: &str, own: Option<i64>) -> Result<(), ApiError> {
        let Some(Called { unit, written, what }) = self.known.get(&plain(name)).filter(|called| Some(called.unit.id) != own) else {
            return Ok(());
        };
        let whose = if *what == "名称" { String::new() } else { format!("，是“{}”的{what}", unit.unit.name) };
        let message = match *written == name {
            true => format!("已经有单位叫“{name}”{whose}"),
            false => format!("“{name}”与已有的“{written}”只差空格或括号{whose}"),
        };
        Err(ApiError::invalid(message).hint(format!("换一个名称；如果和“{}”是同一家，用“并入”合成一个", unit.unit.name)))
    }
}

/// Refuses a group that is a member itself: members of a group are units, so that it is plain who reports.
pub(super) fn can_hold(units: &[UnitRow], group: &UnitRow) -> Result<(), ApiError> {
    match units.iter().find(|other| other.members.contains(&group.id)) {
        Some(outer) => Err(nested(&group.unit.name, &outer.unit.name)),
        None => Ok(()),
    }
}

/// Refuses to put a unit into a group that cannot take it.
pub(super) fn can_join(units: &[UnitRow], group: &UnitRow, unit: &UnitRow) -> Result<(), ApiError> {
    if unit.id == group.id {
        return Err(ApiError::invalid(format!("“{}”不能加入它自己", group.unit.name)).hint("请写要加入的单位的名称"));
    }
    if unit.unit.is_group || !unit.members.is_empty() {
        return Err(nested(&unit.unit.name, &group.unit.name));
    }
    can_hold(units, group)
}

fn nested(inner: &str, outer: &str) -> ApiError {
    ApiError::invalid(format!("“{inner}”是单位组，不能放进单位组“{outer}”"))
        .hint("单位组里只放单位：把它的成员逐个加入，或先取消它的“单位组”")
}
