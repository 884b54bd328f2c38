//! Responsible units, their other names, and the groups that stand for several of them.

use crate::error::{Error, Result};
use crate::open::Store;
use crate::row::{self, Stored};
use crate::transact::Writer;
use domain::Uid;
use rusqlite::Row;
use std::collections::HashMap;

/// A unit, or a group of units such as 各县（区）卫生健康局.
#[derive(Clone, Debug, PartialEq)]
pub struct Unit {
    /// Its name outside the ledger.
    pub uid: Uid,
    /// Its full name: no two units share one.
    pub name: String,
    /// The name for narrow columns.
    pub short_name: Option<String>,
    /// The unit it belongs to.
    pub parent_id: Option<i64>,
    /// True if it stands for its members.
    pub is_group: bool,
    /// Its place among the units, as issued.
    pub position: i64,
}

/// A unit as the ledger holds it.
#[derive(Clone, Debug, PartialEq)]
pub struct UnitRow {
    /// Its number inside the ledger.
    pub id: i64,
    /// The unit.
    pub unit: Unit,
    /// Other names it goes by.
    pub aliases: Vec<String>,
    /// The units it stands for, in order.
    pub members: Vec<i64>,
}

impl Unit {
    fn from_row(row: &Row<'_>) -> rusqlite::Result<Unit> {
        Ok(Unit {
            uid: row::uid(row, "uid")?,
            name: row.get("name")?,
            short_name: row.get("short_name")?,
            parent_id: row.get("parent_id")?,
            is_group: row.get("is_group")?,
            position: row.get("position")?,
        })
    }
}

impl Store {
    /// Returns every unit in order, with aliases and members.
    ///
    /// # Errors
    /// What the file has to say.
    pub fn units(&self) -> Result<Vec<UnitRow>> {
        let units = self.rows(
            "SELECT id, uid, name, short_name, parent_id, is_group, position FROM unit ORDER BY position, id",
            [],
            Stored::from_row(Unit::from_row),
        )?;
        let aliases =
            self.rows("SELECT unit_id, alias FROM unit_alias ORDER BY alias", [], |row| Ok((row.get("unit_id")?, row.get("alias")?)))?;
        let members = self.rows(include_str!("sql/members.sql"), [], |row| Ok((row.get("group_id")?, row.get("unit_id")?)))?;
        let (mut aliases, mut members) = (grouped(aliases), grouped(members));
        let complete = |Stored { id, data }| UnitRow {
            id,
            unit: data,
            aliases: aliases.remove(&id).unwrap_or_default(),
            members: members.remove(&id).unwrap_or_default(),
        };
        Ok(units.into_iter().map(complete).collect())
    }

    /// Returns the unit that goes by this name or alias.
    ///
    /// # Errors
    /// What the file has to say.
    pub fn unit_by_name(&self, name: &str) -> Result<Option<Stored<Unit>>> {
        self.row(include_str!("sql/unit_by_name.sql"), [name], Stored::from_row(Unit::from_row))
    }

    /// Returns the unit of that name outside the ledger.
    ///
    /// # Errors
    /// What the file has to say.
    pub fn unit(&self, uid: Uid) -> Result<Option<Stored<Unit>>> {
        self.row(
            "SELECT id, uid, name, short_name, parent_id, is_group, position FROM unit WHERE uid = ?1",
            [uid.to_string()],
            Stored::from_row(Unit::from_row),
        )
    }
}

impl Writer<'_> {
    /// Returns the number of the unit that goes by `unit.name`, by name or alias; adds it if there is none.
    ///
    /// # Errors
    /// [`Error::Refused`], or what the file has to say.
    pub fn upsert_unit(&self, unit: &Unit) -> Result<i64> {
        match self.unit_by_name(&unit.name)? {
            Some(known) => Ok(known.id),
            None => self.insert(
                "INSERT INTO unit (uid, name, short_name, parent_id, is_group, position) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                (unit.uid.to_string(), &unit.name, &unit.short_name, unit.parent_id, unit.is_group, unit.position),
            ),
        }
    }

    /// Replaces what is known of the unit of that `uid`.
    ///
    /// # Errors
    /// [`Error::Refused`] if another unit goes by the new name, or what the file has to say.
    pub fn update_unit(&self, unit: &Unit) -> Result<()> {
        let known = self.unit(unit.uid)?.ok_or_else(|| Error::Refused("要修改的单位已不存在".to_owned()))?;
        self.must_be_free(&unit.name, known.id)?;
        self.execute(
            "UPDATE unit SET name = ?2, short_name = ?3, parent_id = ?4, is_group = ?5, position = ?6 WHERE id = ?1",
            (known.id, &unit.name, &unit.short_name, unit.parent_id, unit.is_group, unit.position),
        )?;
        Ok(())
    }

    /// Makes a unit go by another name too.
    ///
    /// # Errors
    /// [`Error::Refused`] if another unit goes by it, or what the file has to say.
    pub fn set_alias(&self, alias: &str, unit_id: i64) -> Result<()> {
        self.must_be_free(alias, unit_id)?;
        self.execute("INSERT INTO unit_alias (alias, unit_id) VALUES (?1, ?2) ON CONFLICT (alias) DO NOTHING", (alias, unit_id))?;
        Ok(())
    }

    /// Takes a name away that is not the unit's own.
    ///
    /// # Errors
    /// What the file has to say.
    pub fn remove_alias(&self, alias: &str) -> Result<()> {
        self.execute("DELETE FROM unit_alias WHERE alias = ?1", [alias])?;
        Ok(())
    }

    /// Puts a unit into a group; being in it already is no error.
    ///
    /// # Errors
    /// [`Error::Refused`], or what the file has to say.
    pub fn add_member(&self, group_id: i64, unit_id: i64) -> Result<()> {
        self.execute(
            "INSERT INTO unit_member (group_id, unit_id) VALUES (?1, ?2) ON CONFLICT (group_id, unit_id) DO NOTHING",
            (group_id, unit_id),
        )?;
        Ok(())
    }

    /// Takes a unit out of a group.
    ///
    /// # Errors
    /// What the file has to say.
    pub fn remove_member(&self, group_id: i64, unit_id: i64) -> Result<()> {
        self.execute("DELETE FROM unit_member WHERE group_id = ?1 AND unit_id = ?2", (group_id, unit_id))?;
        Ok(())
    }

    /// Takes a unit away with its aliases and memberships; who goes by its name is not known any more.
    ///
    /// # Errors
    /// [`Error::Refused`] if anything else in the ledger names it, or what the file has to say.
    pub fn delete_unit(&self, id: i64) -> Result<()> {
        self.execute("DELETE FROM unit_alias WHERE unit_id = ?1", [id])?;
        self.execute("DELETE FROM unit_member WHERE unit_id = ?1 OR group_id = ?1", [id])?;
        self.execute("DELETE FROM merged_unit WHERE unit_id = ?1", [id])?;
        self.forget_packages(id)?;
        self.execute("DELETE FROM unit WHERE id = ?1", [id])?;
        Ok(())
    }

    /// Puts a unit at a place in the order; where it stands already, nothing changes.
    ///
    /// # Errors
    /// What the file has to say.
    pub fn place_unit(&self, id: i64, position: i64) -> Result<()> {
        self.execute("UPDATE unit SET position = ?2 WHERE id = ?1 AND position <> ?2", (id, position))?;
        Ok(())
    }

    fn must_be_free(&self, name: &str, unit_id: i64) -> Result<()> {
        match self.unit_by_name(name)? {
            Some(other) if other.id != unit_id => {
                Err(Error::Refused(format!("“{name}”已经是单位“{}”的名称或别名，请换一个名称或先改那个单位", other.name)))
            }
            _ => Ok(()),
        }
    }
}

fn grouped<T>(pairs: Vec<(i64, T)>) -> HashMap<i64, Vec<T>> {
    let mut groups: HashMap<i64, Vec<T>> = HashMap::new();
    for (key, value) in pairs {
        groups.entry(key).or_default().push(value);
    }
    groups
}
