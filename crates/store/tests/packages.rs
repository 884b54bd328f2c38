//! What a unit's packages said last, and ledgers taken over.

mod common;

use common::*;
use domain::{Field, Passage};
use rusqlite::Connection;
use store::*;

fn cell(filled: &Filled, number: f64, made_at: i64) -> PackageCell {
    let base = Base { number: Some(amount(number)), text: None };
    PackageCell { indicator_id: filled.indicators[0], period: period("2024-03"), field: Field::Value, base, made_at }
}

fn text(filled: &Filled, told: Option<&str>) -> PackageText {
    let base = told.map(str::to_owned);
    PackageText { measure_id: filled.measure, period: period("2024-03"), passage: Passage::Progress, base, made_at: 5 }
}

fn keep(store: &mut Store, unit: i64, cell: &PackageCell, text: &PackageText, n: u64) {
    let kept = store.transact(op(n, OperationKind::Merge, "合并"), |w| {
        w.keep_package_cell(unit, cell)?;
        w.keep_package_text(unit, text)
    });
    kept.unwrap();
}

#[test]
fn what_a_package_said_last_is_kept_replaced_and_undone() {
    let place = Place::new();
    let mut store = create(&place);
    let filled = fill(&mut store);
    let unit = filled.units[0];
    let empty = store.state_hash().unwrap();
    keep(&mut store, unit, &cell(&filled, 35.0, 5), &text(&filled, Some("已开工")), 10);
    let first = store.state_hash().unwrap();
    assert_eq!(store.package_cells(unit).unwrap(), [cell(&filled, 35.0, 5)]);
    assert_eq!(store.package_texts(unit).unwrap(), [text(&filled, Some("已开工"))]);
    assert!(store.package_cells(filled.units[1]).unwrap().is_empty());
    keep(&mut store, unit, &cell(&filled, 40.0, 6), &text(&filled, None), 11);
    assert_eq!(store.package_cells(unit).unwrap(), [cell(&filled, 40.0, 6)]);
    assert_eq!(store.package_texts(unit).unwrap(), [text(&filled, None)]);
    let operations = store.operations(None, 9).unwrap().len();
    keep(&mut store, unit, &cell(&filled, 40.0, 6), &text(&filled, None), 12);
    assert_eq!(store.operations(None, 9).unwrap().len(), operations, "the same again is no change");
    store.undo(7, "王芳").unwrap();
    assert_eq!(store.state_hash().unwrap(), first);
    store.undo(8, "王芳").unwrap();
    assert_eq!(store.state_hash().unwrap(), empty);
}

#[test]
fn a_unit_that_goes_takes_what_its_packages_said_along() {
    let place = Place::new();
    let mut store = create(&place);
    let filled = fill(&mut store);
    let unit = store.transact(op(10, OperationKind::Unit, "单位"), |w| w.upsert_unit(&unit(50, "南山区卫生健康局"))).unwrap();
    keep(&mut store, unit, &cell(&filled, 35.0, 5), &text(&filled, Some("已开工")), 11);
    store.transact(op(12, OperationKind::Unit, "并入"), |w| w.merge_unit(unit, filled.units[0])).unwrap();
    assert!(store.package_cells(unit).unwrap().is_empty() && store.package_texts(unit).unwrap().is_empty());
    store.undo(9, "王芳").unwrap();
    assert_eq!(store.package_cells(unit).unwrap().len(), 1);
    store.transact(op(13, OperationKind::Unit, "删除"), |w| w.delete_unit(unit)).unwrap();
    assert!(store.package_cells(unit).unwrap().is_empty());
}

#[test]
fn a_ledger_taken_over_is_written_anew_and_one_with_a_table_more_is_refused() {
    let place = Place::new();
    let mut store = create(&place);
    let filled = fill(&mut store);
    let record = entry(filled.indicators[0], filled.units[0], "2024-06", 35.0);
    store.transact(op(10, OperationKind::Record, "录入"), |w| w.record_entry(&record)).unwrap();
    let [copy, to, other] = ["移交.yaodian", "接收.yaodian", "又一个.yaodian"].map(|name| place.folder().join(name));
    store.backup(&copy).unwrap();
    Store::adopt(&copy, &to).unwrap();
    assert!(matches!(Store::adopt(&copy, &to), Err(Error::Exists(_))));
    let mut taken = Store::open(&to, OpenMode::Write).unwrap();
    assert_eq!(taken.state_hash().unwrap(), store.state_hash().unwrap());
    assert_eq!((taken.ledger().unwrap(), taken.check().unwrap()), (store.ledger().unwrap(), Vec::new()));
    assert_eq!(taken.undo(11, "李强").unwrap().label, "录入");

    Connection::open(&copy).unwrap().execute_batch("CREATE TABLE spare (x INTEGER) STRICT").unwrap();
    assert!(matches!(Store::adopt(&copy, &other), Err(Error::Damaged(said)) if said.contains("spare")));
    assert!(!other.exists());
    std::fs::write(&copy, b"no ledger").unwrap();
    assert!(matches!(Store::adopt(&copy, &other), Err(Error::NotALedger(_))));
}

#[test]
fn the_schema_knows_every_field_and_passage() {
    let place = Place::new();
    drop(create(&place));
    let raw = Connection::open(&place.path).unwrap();
    let list = |table: &str, column: &str| -> String {
        let sql: String = raw.query_row("SELECT sql FROM sqlite_schema WHERE name = ?1", [table], |row| row.get(0)).unwrap();
        sql.split_once(&format!("CHECK ({column} IN (")).unwrap().1.split_once("))").unwrap().0.replace('\'', "")
    };
    assert_eq!(list("package_cell", "field"), Field::ALL.iter().map(|field| field.code()).collect::<Vec<_>>().join(", "));
    assert_eq!(list("package_text", "passage"), Passage::ALL.iter().map(|passage| passage.code()).collect::<Vec<_>>().join(", "));
}
