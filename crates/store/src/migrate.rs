//! Bringing a file to the schema of this program.

use crate::error::{Error, Result};
use crate::triggers;
use rusqlite::{Connection, TransactionBehavior};

/// Marks a SQLite file as a ledger: “YDTZ” in ASCII.
pub(crate) const APPLICATION_ID: i64 = 0x5944_545a;

/// The migrations in order; the first makes version 1.
pub(crate) const MIGRATIONS: [&str; 6] = [
    include_str!("migrations/0001_ledger.sql"),
    include_str!("migrations/0002_continuation.sql"),
    include_str!("migrations/0003_judging.sql"),
    include_str!("migrations/0004_following.sql"),
    include_str!("migrations/0005_returns.sql"),
    include_str!("migrations/0006_decks.sql"),
];

/// The schema version this program reads and writes.
pub(crate) const VERSION: i64 = MIGRATIONS.len() as i64;

/// Applies the migrations the file lacks, all or none.
pub(crate) fn migrate(db: &mut Connection, migrations: &[&str]) -> Result<()> {
    // References may be broken for a moment while a table is rebuilt; the check below finds what stays broken.
    // SQLite ignores this pragma within a transaction, so it comes before.
    db.pragma_update(None, "foreign_keys", false)?;
    let done = apply(db, migrations);
    db.pragma_update(None, "foreign_keys", true)?;
    done
}

fn apply(db: &mut Connection, migrations: &[&str]) -> Result<()> {
    let transaction = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    // Read under the lock: another program may have migrated the file meanwhile.
    let found: i64 = transaction.pragma_query_value(None, "user_version", |row| row.get(0))?;
    let lacking = usize::try_from(found).ok().and_then(|found| migrations.get(found..)).unwrap_or_default();
    if lacking.is_empty() {
        return Ok(());
    }
    triggers::drop_all(&transaction)?;
    for sql in lacking {
        transaction.execute_batch(sql)?;
    }
    triggers::create_all(&transaction)?;
    let broken = transaction.prepare("SELECT 1 FROM pragma_foreign_key_check LIMIT 1")?.exists([])?;
    if broken {
        return Err(Error::Damaged("升级后有内容的关联不成立".to_owned()));
    }
    transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
    transaction.pragma_update(None, "user_version", migrations.len() as i64)?;
    Ok(transaction.commit()?)
}

/// Returns an empty ledger in memory: the schema to compare with.
pub(crate) fn pattern() -> Result<Connection> {
    let mut db = Connection::open_in_memory()?;
    migrate(&mut db, &MIGRATIONS)?;
    Ok(db)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Error, Op, OpenMode, OperationKind, Store};
    use domain::Uid;

    fn op(n: u8) -> Op {
        let uid = Uid::new(1, [n; 10]);
        Op { kind: OperationKind::Setting, label: "设置".to_owned(), who: "王芳".to_owned(), at: 1, uid }
    }

    #[test]
    fn a_ledger_is_upgraded_with_its_history_and_an_old_operation_can_still_be_undone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.yaodian");
        let mut store = Store::create(&path, Uid::new(1, [0; 10]), 1).unwrap();
        let empty = store.state_hash().unwrap();
        store.transact(op(1), |w| w.set_setting("office", Some("云州"))).unwrap();
        let next = [MIGRATIONS.as_slice(), &["ALTER TABLE setting ADD COLUMN unit TEXT NOT NULL DEFAULT ''"]].concat();
        migrate(&mut store.db, &next).unwrap();
        assert_eq!(store.db.pragma_query_value(None, "user_version", |row| row.get::<_, i64>(0)).unwrap(), VERSION + 1);
        store.undo(2, "王芳").unwrap();
        assert_ne!(store.state_hash().unwrap(), "");
        assert!(store.settings().unwrap().is_empty());
        store.redo(3, "王芳").unwrap();
        assert_eq!(store.setting("office").unwrap().as_deref(), Some("云州"));
        store.undo(4, "王芳").unwrap();
        assert_eq!(store.state_hash().unwrap(), empty, "no row is left");
        drop(store);
        assert!(matches!(Store::open(&path, OpenMode::Write), Err(Error::Newer { found, .. }) if found == VERSION + 1));
    }

    #[test]
    fn a_migration_that_fails_changes_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.yaodian");
        let mut store = Store::create(&path, Uid::new(1, [0; 10]), 1).unwrap();
        let failed = migrate(
            &mut store.db,
            &[MIGRATIONS.as_slice(), &["CREATE TABLE half (x) STRICT; CREATE TABLE whole (x INTEGER) STRICT"]].concat(),
        );
        assert!(failed.is_err());
        assert_eq!(store.check().unwrap(), []);
        store.transact(op(1), |w| w.set_setting("office", Some("云州"))).unwrap();
    }
}
