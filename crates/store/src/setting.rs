//! Settings, and rules kept under a name.

use crate::error::Result;
use crate::open::Store;
use crate::transact::Writer;
use std::collections::BTreeMap;

impl Store {
    /// Returns a setting.
    ///
    /// # Errors
    /// What the file has to say.
    pub fn setting(&self, key: &str) -> Result<Option<String>> {
        self.row("SELECT value FROM setting WHERE key = ?1", [key], |row| row.get("value"))
    }

    /// Returns every setting.
    ///
    /// # Errors
    /// What the file has to say.
    pub fn settings(&self) -> Result<BTreeMap<String, String>> {
        Ok(self.rows("SELECT key, value FROM setting", [], |row| Ok((row.get("key")?, row.get("value")?)))?.into_iter().collect())
    }

    /// Returns every preset's rules (JSON) by name.
    ///
    /// # Errors
    /// What the file has to say.
    pub fn presets(&self) -> Result<BTreeMap<String, String>> {
        Ok(self.rows("SELECT name, rules FROM preset", [], |row| Ok((row.get("name")?, row.get("rules")?)))?.into_iter().collect())
    }
}

impl Writer<'_> {
    /// Sets a setting, or takes it away.
    ///
    /// # Errors
    /// What the file has to say.
    pub fn set_setting(&self, key: &str, value: Option<&str>) -> Result<()> {
        match value {
            Some(value) => self.execute(
                "INSERT INTO setting (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                (key, value),
            )?,
            None => self.execute("DELETE FROM setting WHERE key = ?1", [key])?,
        };
        Ok(())
    }

    /// Keeps rules (JSON) under a name, or takes them away.
    ///
    /// # Errors
    /// [`crate::Error::Refused`], or what the file has to say.
    pub fn set_preset(&self, name: &str, rules: Option<&str>) -> Result<()> {
        match rules {
            Some(rules) => self.execute(
                "INSERT INTO preset (name, rules) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET rules = excluded.rules",
                (name, rules),
            )?,
            None => self.execute("DELETE FROM preset WHERE name = ?1", [name])?,
        };
        Ok(())
    }
}
