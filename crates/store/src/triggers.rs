//! The triggers that keep the door: no write outside an operation, and every change recorded.
//!
//! They are generated from the tables after each migration and lie in the file, so that they also bind a foreign
//! program that opens it.

use crate::error::Result;
use crate::tables::{Log, Table, watched};
use rusqlite::Connection;

/// A column of a table.
pub(crate) struct Column {
    /// Its name.
    pub name: String,
    /// True if it is part of the primary key.
    pub key: bool,
}

/// Returns the columns of a table in the order of the schema.
pub(crate) fn columns(db: &Connection, table: &str) -> Result<Vec<Column>> {
    let mut statement = db.prepare_cached("SELECT name, pk > 0 AS key FROM pragma_table_info(?1) ORDER BY cid")?;
    let columns = statement.query_map([table], |row| Ok(Column { name: row.get("name")?, key: row.get("key")? }))?;
    Ok(columns.collect::<rusqlite::Result<_>>()?)
}

/// Returns the SQL expression of a row as JSON; `of` is `NEW.`, `OLD.` or nothing.
pub(crate) fn row_json(columns: &[Column], of: &str) -> String {
    let pairs: Vec<String> = columns.iter().map(|c| format!("'{0}', {of}\"{0}\"", c.name)).collect();
    format!("json_object({})", pairs.join(", "))
}

/// Takes all triggers away, for a migration.
pub(crate) fn drop_all(db: &Connection) -> Result<()> {
    let mut statement = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'")?;
    let names: Vec<String> = statement.query_map([], |row| row.get("name"))?.collect::<rusqlite::Result<_>>()?;
    for name in names {
        db.execute_batch(&format!("DROP TRIGGER \"{name}\""))?;
    }
    Ok(())
}

/// Makes the triggers of every table.
pub(crate) fn create_all(db: &Connection) -> Result<()> {
    for table in watched() {
        db.execute_batch(&door(table))?;
        db.execute_batch(&log(table, &columns(db, table.name)?))?;
    }
    db.execute_batch(&lock("entry", |row| format!("(SELECT plan_id FROM indicator WHERE id = {row}.indicator_id)")))?;
    db.execute_batch(&lock("narrative", |row| format!("(SELECT plan_id FROM measure WHERE id = {row}.measure_id)")))?;
    db.execute_batch(&lock("adjustment", |row| format!("{row}.plan_id")))?;
    db.execute_batch(include_str!("triggers.sql"))?;
    Ok(())
}

/// Returns the triggers that refuse writes outside an operation.
fn door(table: &Table) -> String {
    let name = table.name;
    let mut sql = String::new();
    for event in ["INSERT", "UPDATE", "DELETE"] {
        let lower = event.to_lowercase();
        let refusal = if table.log == Log::Fixed && event != "INSERT" {
            format!("SELECT RAISE(ABORT, '{name}: 只能新增，不能修改或删除');")
        } else {
            "SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation);".to_owned()
        };
        sql += &format!("CREATE TRIGGER door_{name}_{lower} BEFORE {event} ON {name} BEGIN {refusal} END;\n");
    }
    sql
}

/// What the file says of a write into a frozen period. A text of its own, for older SQLites take no other there;
/// [`crate::Error::Frozen`] says which period.
pub(crate) const FROZEN: &str = "这一期已经冻结，不能改动；要更正请先解冻并写明原因";

/// Returns the triggers that refuse writes into frozen periods of a plan, and earlier ones; `plan` names the plan of a row.
fn lock(name: &str, plan: impl Fn(&str) -> String) -> String {
    let mut sql = String::new();
    for (event, row) in [("INSERT", "NEW"), ("UPDATE", "OLD"), ("UPDATE", "NEW"), ("DELETE", "OLD")] {
        sql += &format!(
            "CREATE TRIGGER lock_{name}_{lower}_{of} BEFORE {event} ON {name} BEGIN\n\
             SELECT RAISE(ABORT, '{FROZEN}')\n\
             FROM freeze\n\
             WHERE freeze.plan_id = {plan} AND freeze.last_day >= (SELECT period.end FROM period WHERE period.id = {row}.period_id);\n\
             END;\n",
            lower = event.to_lowercase(),
            of = row.to_lowercase(),
            plan = plan(row),
        );
    }
    sql
}

/// Returns the triggers that record changes.
fn log(table: &Table, columns: &[Column]) -> String {
    let name = table.name;
    let events: &[(&str, Option<&str>, Option<&str>)] = match table.log {
        Log::All => &[("INSERT", None, Some("NEW.")), ("UPDATE", Some("OLD."), Some("NEW.")), ("DELETE", Some("OLD."), None)],
        Log::AfterInsertion => &[("UPDATE", Some("OLD."), Some("NEW.")), ("DELETE", Some("OLD."), None)],
        Log::Removal => &[("DELETE", Some("OLD."), None)],
        Log::Fixed => &[],
    };
    let mut sql = String::new();
    for (event, before, after) in events {
        let of = before.or(*after).expect("every event has a row before or after");
        let key: Vec<String> = columns.iter().filter(|c| c.key).map(|c| format!("{of}\"{}\"", c.name)).collect();
        let json = |of: &Option<&str>| of.map_or("NULL".to_owned(), |of| row_json(columns, of));
        let differs: Vec<String> = columns.iter().map(|c| format!("OLD.\"{0}\" IS NOT NEW.\"{0}\"", c.name)).collect();
        let when = if *event == "UPDATE" { format!("WHEN {} ", differs.join(" OR ")) } else { String::new() };
        sql += &format!(
            "CREATE TRIGGER log_{name}_{lower} AFTER {event} ON {name} {when}BEGIN\n\
             INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)\n\
             SELECT operation_id, replay_id, '{name}', json_array({key}), {before}, {after} FROM open_operation;\n\
             END;\n",
            lower = event.to_lowercase(),
            key = key.join(", "),
            before = json(before),
            after = json(after),
        );
    }
    sql
}
