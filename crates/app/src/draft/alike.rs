//! Units of a document against those of the ledger: known, perhaps known by another name, or new.

use crate::units::plain;
use crate::wire::UnitChoice;
use crate::{ApiError, App, units};
use domain::{Uid, is_group_name};
use std::collections::HashMap;
use store::UnitRow;

/// How many similar units a question names.
const NAMED: usize = 5;
/// What a unit's name ends with and people leave out or exchange, the longest first.
const ENDINGS: [&str; 11] = ["委员会办公室", "委员会", "办公室", "中心", "局", "委", "办", "处", "科", "室", "部"];

/// The units of the open ledger; none where none is open.
pub(crate) struct Known {
    units: Vec<UnitRow>,
    /// Where in `units` each name, alias and short name leads.
    by_name: HashMap<String, usize>,
}

impl Known {
    pub(crate) fn of(app: &App) -> Result<Known, ApiError> {
        let Some(store) = &app.ledger else { return Ok(Known { units: Vec::new(), by_name: HashMap::new() }) };
        let units = store.units()?;
        let place: HashMap<i64, usize> = units.iter().enumerate().map(|(at, unit)| (unit.id, at)).collect();
        let by_name = units::known(store)?.into_iter().map(|(name, id)| (name, place[&id])).collect();
        Ok(Known { units, by_name })
    }

    /// Returns the name of the ledger's unit that goes by this name.
    pub(crate) fn name(&self, name: &str) -> Option<&str> {
        self.by_name.get(&plain(name)).map(|at| self.units[*at].unit.name.as_str())
    }

    /// Returns the name of a unit of the ledger by its id.
    pub(crate) fn name_of(&self, unit: Uid) -> Option<&str> {
        self.units.iter().find(|row| row.unit.uid == unit).map(|row| row.unit.name.as_str())
    }

    /// Returns the units an unknown name may mean, the likeliest first; none for a name that is known.
    pub(crate) fn like(&self, name: &str) -> Vec<UnitChoice> {
        if self.name(name).is_some() {
            return Vec::new();
        }
        let is_group = is_group_name(name);
        let rank = |row: &UnitRow| {
            let written = row.aliases.iter().chain(&row.unit.short_name).chain([&row.unit.name]);
            written.filter_map(|known| likeness(&plain(name), &plain(known))).min()
        };
        let alike = self.units.iter().filter(|row| is_group_name(&row.unit.name) == is_group);
        let mut ranked: Vec<_> = alike.filter_map(|row| Some((rank(row)?, row))).collect();
        ranked.sort_by_key(|(rank, _)| *rank);
        ranked.into_iter().take(NAMED).map(|(_, row)| UnitChoice { id: row.unit.uid, name: row.unit.name.clone() }).collect()
    }
}

/// Returns how near two names are, 0 the nearest; none where they have nothing in common that would make one the other.
fn likeness(name: &str, known: &str) -> Option<u8> {
    let (own, other) = (core(name), core(known));
    if own.chars().count() < 2 || other.chars().count() < 2 {
        return None;
    }
    let (stem, other_stem) = (stem(own), stem(other));
    match () {
        () if own == other => Some(0),
        () if stem == other_stem => Some(1),
        () if own.ends_with(other) || other.ends_with(own) => Some(2),
        () if stem.starts_with(other_stem) || other_stem.starts_with(stem) => Some(3),
        () if own.contains(other) || other.contains(own) => Some(4),
        () if is_short_for(own, other) || is_short_for(other, own) => Some(5),
        () => None,
    }
}

/// Returns a name without the 市, 区, 县 or 省 in front that stands for the place of the plan.
fn core(name: &str) -> &str {
    name.strip_prefix(['市', '区', '县', '省']).unwrap_or(name)
}

/// Returns a name without the kind of unit it ends with, where enough is left to tell it by.
fn stem(name: &str) -> &str {
    let cut = ENDINGS.iter().find_map(|ending| name.strip_suffix(ending));
    cut.filter(|stem| stem.chars().count() >= 2).unwrap_or(name)
}

/// Returns true for an abbreviation: 卫健委 has the characters of 卫生健康委员会 in their order, from the first on.
fn is_short_for(short: &str, long: &str) -> bool {
    let mut rest = long.chars();
    short.chars().next() == long.chars().next() && short.chars().count() >= 3 && short.chars().all(|c| rest.any(|other| other == c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_people_use_for_one_unit_are_alike() {
        let same = [
            ("老龄办", "老龄健康处"),
            ("卫生健康委", "市卫生健康委"),
            ("市卫生健康委", "云州市卫生健康委员会"),
            ("市卫健委", "市卫生健康委员会"),
            ("市医保局", "市医疗保障局"),
            ("基层卫生处", "基层卫生健康处"),
        ];
        for (name, known) in same {
            assert!(likeness(name, known).is_some(), "{name} {known}");
        }
        let different = [
            ("市教育局", "市民政局"),
            ("东湖区卫生健康局", "西山区卫生健康局"),
            ("市第一人民医院", "市第二人民医院"),
            ("市委宣传部", "市委组织部"),
            ("市", "市教育局"),
        ];
        for (name, known) in different {
            assert_eq!(likeness(name, known), None, "{name} {known}");
        }
    }
}
