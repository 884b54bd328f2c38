//! Slides without the names of units: the room talks about 单位3, the presenter knows who that is.

use store::{Store, UnitRow};

/// What stands in place of each name, the longest names first.
pub(super) struct Names {
    /// A name as it may stand in a text, and what takes its place.
    instead: Vec<(String, String)>,
}

impl Names {
    /// Returns what takes the place of the names of all units of a ledger: 单位1, 单位2 … in the order of the units, so that it is
    /// the same on every slide, in every deck. Groups (各县区) name nobody and keep their names.
    pub(super) fn read(store: &Store) -> Result<Names, store::Error> {
        Ok(Names::of(&store.units()?))
    }

    fn of(units: &[UnitRow]) -> Names {
        let single = units.iter().filter(|unit| !unit.unit.is_group && unit.members.is_empty());
        let mut instead: Vec<(String, String)> = Vec::new();
        for (at, unit) in single.enumerate() {
            let short = unit.unit.short_name.iter();
            let names = std::iter::once(&unit.unit.name).chain(short).chain(&unit.aliases);
            // A single character is part of other words.
            let names = names.filter(|name| name.chars().count() > 1);
            instead.extend(names.map(|name| (name.clone(), format!("单位{}", at + 1))));
        }
        instead.sort_by_key(|(name, _)| std::cmp::Reverse(name.chars().count()));
        Names { instead }
    }

    /// Returns a text with every name replaced; where one name is part of another, the longer one counts.
    pub(super) fn hide(&self, text: &str) -> String {
        let mut hidden = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(c) = rest.chars().next() {
            match self.instead.iter().find(|(name, _)| rest.starts_with(name.as_str())) {
                Some((name, instead)) => {
                    hidden.push_str(instead);
                    rest = &rest[name.len()..];
                }
                None => {
                    hidden.push(c);
                    rest = &rest[c.len_utf8()..];
                }
            }
        }
        hidden
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::Uid;
    use store::Unit;

    fn unit(name: &str, short: Option<&str>, is_group: bool) -> UnitRow {
        let short_name = short.map(str::to_owned);
        let unit = Unit { uid: Uid::new(1, [0; 10]), name: name.into(), short_name, parent_id: None, is_group, position: 1 };
        UnitRow { id: 1, unit, aliases: vec!["区".into()], members: vec![] }
    }

    #[test]
    fn the_longest_name_counts_and_groups_stay() {
        let units = [unit("东湖区卫生健康局", Some("东湖区"), false), unit("各区卫生健康局", None, true), unit("东湖区", None, false)];
        let names = Names::of(&units[..2]);
        assert_eq!(names.hide("东湖区卫生健康局、东湖区和各区卫生健康局"), "单位1、单位1和各区卫生健康局");
        assert_eq!(names.hide("全区"), "全区", "a single character is no name");
    }
}
