//! Nothing is written but in an operation, whole, and with its record.

mod common;

use common::*;
use rusqlite::Connection;
use store::*;

#[test]
fn a_new_ledger_has_its_name_its_mark_and_nothing_wrong() {
    let place = Place::new();
    let store = create(&place);
    assert_eq!(store.ledger().unwrap(), (uid(0), 1_700_000_000_000));
    assert_eq!(store.check().unwrap(), []);
    assert_eq!(store.operations(None, 10).unwrap(), []);
    drop(store);
    let raw = Connection::open(&place.path).unwrap();
    let pragma = |name: &str| raw.pragma_query_value(None, name, |row| row.get::<_, i64>(0)).unwrap();
    assert_eq!((pragma("application_id"), pragma("user_version")), (0x5944_545a, 6));
    assert_eq!(raw.pragma_query_value(None, "journal_mode", |row| row.get::<_, String>(0)).unwrap(), "wal");
    let lax: i64 = raw
        .query_row(
            "SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'",
            [],
            |row| row.get(0),
        )
        .unwrap();
    assert_eq!(lax, 0, "every table is STRICT");
}

#[test]
fn every_table_but_the_history_is_behind_the_door() {
    let place = Place::new();
    drop(create(&place));
    let raw = Connection::open(&place.path).unwrap();
    let mut statement = raw
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT IN ('operation', 'replay', 'open_operation')")
        .unwrap();
    let tables: Vec<String> = statement.query_map([], |row| row.get(0)).unwrap().map(|name| name.unwrap()).collect();
    assert!(tables.len() > 25);
    for table in tables {
        for event in ["insert", "update", "delete"] {
            let trigger: bool = raw
                .query_row("SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE name = ?1)", [format!("door_{table}_{event}")], |row| {
                    row.get(0)
                })
                .unwrap();
            assert!(trigger, "{table} {event}");
        }
    }
}

#[test]
fn a_foreign_program_cannot_write_past_the_door() {
    let place = Place::new();
    let mut store = create(&place);
    fill(&mut store);
    let before = store.state_hash().unwrap();
    let raw = Connection::open(&place.path).unwrap();
    for sql in [
        "INSERT INTO setting (key, value) VALUES ('a', 'b')",
        "UPDATE plan SET title = 'x'",
        "DELETE FROM responsibility",
        "INSERT OR REPLACE INTO unit (id, uid, name, position) SELECT id, uid, 'x', 1 FROM unit",
        "UPDATE change SET before = 'x'",
        "DELETE FROM change",
        "DELETE FROM original",
        "UPDATE ledger SET created_at = 1",
    ] {
        let refused = raw.execute(sql, []).unwrap_err().to_string();
        assert!(refused.contains("只能") || refused.contains("不能"), "{sql}: {refused}");
    }
    assert_eq!(store.state_hash().unwrap(), before);
}

#[test]
fn an_operation_that_fails_writes_nothing() {
    let place = Place::new();
    let mut store = create(&place);
    let filled = fill(&mut store);
    let (before, history) = (store.state_hash().unwrap(), store.operations(None, 10).unwrap());
    let failed = store.transact(op(2, OperationKind::Record, "录入"), |w| {
        assert!(w.record_entry(&entry(filled.indicators[0], filled.units[0], "2024-06", 35.0))?);
        assert_ne!(w.state_hash()?, before);
        w.insert_indicator(&indicator(30, filled.plan, filled.measure, "同名"))
    });
    assert!(matches!(failed, Err(Error::Refused(_))), "{failed:?}");
    assert_eq!((store.state_hash().unwrap(), store.operations(None, 10).unwrap()), (before, history));
}

#[test]
fn an_operation_that_panics_writes_nothing() {
    let place = Place::new();
    let mut store = create(&place);
    let before = store.state_hash().unwrap();
    let panicked = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        store.transact::<(), Error>(op(2, OperationKind::Setting, "设置"), |w| {
            w.set_setting("office", Some("云州市卫生健康委"))?;
            panic!("out of the closure")
        })
    }));
    assert!(panicked.is_err());
    assert_eq!(store.state_hash().unwrap(), before);
    store.transact(op(3, OperationKind::Setting, "设置"), |w| w.set_setting("office", Some("云州"))).unwrap();
}

#[test]
fn what_changes_nothing_leaves_no_trace() {
    let place = Place::new();
    let mut store = create(&place);
    let filled = fill(&mut store);
    let record = entry(filled.indicators[0], filled.units[0], "2024-06", 35.0);
    assert!(store.transact(op(2, OperationKind::Record, "录入"), |w| w.record_entry(&record)).unwrap());
    let later = Entry { who: "赵敏".to_owned(), at: 1_800_000_000_000, ..record.clone() };
    assert!(!store.transact(op(3, OperationKind::Record, "再录"), |w| w.record_entry(&later)).unwrap());
    assert_eq!(store.entry(record.indicator_id, record.unit_id, record.period).unwrap(), Some(record));
    let labels: Vec<_> = store.operations(None, 10).unwrap().into_iter().map(|o| (o.label, o.changes)).collect();
    assert_eq!(labels, [("录入".to_owned(), 1), ("导入《云州市2024年工作要点》".to_owned(), 13)]);
}

#[test]
fn the_schema_knows_every_code_of_the_domain_and_no_other() {
    let place = Place::new();
    drop(create(&place));
    let raw = Connection::open(&place.path).unwrap();
    let codes = |table: &str, column: &str| -> Vec<String> {
        let sql: String = raw.query_row("SELECT sql FROM sqlite_schema WHERE name = ?1", [table], |row| row.get(0)).unwrap();
        let list = sql.split_once(&format!("CHECK ({column} IN (")).unwrap().1.split_once("))").unwrap().0;
        list.split(", ").map(|code| code.trim_matches('\'').to_owned()).collect()
    };
    assert_eq!(codes("indicator", "comparator"), domain::Comparator::ALL.map(|c| c.code()));
    assert_eq!(codes("indicator", "kind"), domain::ValueKind::ALL.iter().map(|c| c.code()).collect::<Vec<_>>());
    assert_eq!(codes("indicator", "pace"), domain::Pace::ALL.iter().map(|c| c.code()).collect::<Vec<_>>());
    assert_eq!(codes("indicator", "roll_up"), domain::RollUp::ALL.iter().map(|c| c.code()).collect::<Vec<_>>());
    assert_eq!(codes("responsibility", "role"), domain::Role::ALL.iter().map(|c| c.code()).collect::<Vec<_>>());
    assert_eq!(codes("exchange_return", "status"), ReturnStatus::ALL.map(|c| c.code()));
}
