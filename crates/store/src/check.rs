//! Is the file whole, and is it as this program made it?

use crate::error::Result;
use crate::migrate::pattern;
use crate::open::Store;
use rusqlite::Connection;
use std::collections::BTreeMap;

/// Something wrong with the file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// SQLite found the file's structure broken.
    #[error("文件结构损坏：{0}")]
    Structure(String),
    /// A row refers to one that is not there.
    #[error("表 {table} 中有 {rows} 行所指的内容不存在（{parent}）")]
    Reference {
        /// The table.
        table: String,
        /// The table it refers to.
        parent: String,
        /// How many rows.
        rows: i64,
    },
    /// A table, index or trigger is missing, added or altered.
    #[error("表结构与本程序的不同：{0}；可能被其他程序改过")]
    Schema(String),
    /// An operation was left open: the file was written by something else.
    #[error("有一项操作没有结束；可能被其他程序改过")]
    OpenDoor,
}

impl Store {
    /// Returns what is wrong with the file; empty if all is well.
    ///
    /// # Errors
    /// What prevents even looking.
    pub fn check(&self) -> Result<Vec<Problem>> {
        let lines: Vec<String> = self.rows("SELECT integrity_check AS line FROM pragma_integrity_check", [], |row| row.get("line"))?;
        let mut problems: Vec<Problem> = lines.into_iter().filter(|line| line != "ok").map(Problem::Structure).collect();
        problems.extend(self.rows(include_str!("sql/broken_references.sql"), [], |row| {
            Ok(Problem::Reference { table: row.get("name")?, parent: row.get("parent")?, rows: row.get("rows")? })
        })?);
        let (ours, theirs) = (schema(&pattern()?)?, schema(&self.db)?);
        let altered = ours.keys().chain(theirs.keys().filter(|name| !ours.contains_key(*name)));
        problems.extend(altered.filter(|name| ours.get(*name) != theirs.get(*name)).cloned().map(Problem::Schema));
        if self.row("SELECT 1 FROM open_operation", [], |_| Ok(()))?.is_some() {
            problems.push(Problem::OpenDoor);
        }
        Ok(problems)
    }
}

/// Returns the text of each table, index and trigger by name.
fn schema(db: &Connection) -> Result<BTreeMap<String, String>> {
    // What SQLite keeps for itself (sqlite_stat1 and the like) may come and go.
    let mut statement =
        db.prepare("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'")?;
    let texts = statement.query_map([], |row| Ok((row.get("name")?, row.get("sql")?)))?;
    Ok(texts.collect::<rusqlite::Result<_>>()?)
}
