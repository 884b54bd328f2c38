//! A frozen period locks what was reported for it and before, whoever writes; undo goes round no lock.

mod common;

use common::*;
use rusqlite::Connection;
use store::*;

const FEBRUARY: &str = "2024-02";
const MARCH: &str = "2024-03";

fn closed(filled: &Filled, code: &str) -> Freeze {
    Freeze { plan_id: filled.plan, period: period(code), rules: "{}".to_owned(), who: "王芳".to_owned(), at: 1_712_000_000_000 }
}

fn frozen(filled: &Filled, indicator: usize) -> FrozenIndicator {
    FrozenIndicator { indicator_id: filled.indicators[indicator], measure_id: Some(filled.measure), judged: r#"{"a":1}"#.to_owned() }
}

/// A ledger with figures of February to April, March frozen by operation 9.
fn march_frozen(place: &Place) -> (Store, Filled) {
    let mut store = create(place);
    let filled = fill(&mut store);
    for (n, code) in [FEBRUARY, MARCH, "2024-04"].into_iter().enumerate() {
        let op = op(2 + n as u64, OperationKind::Record, code);
        store.transact(op, |w| w.record_entry(&entry(filled.indicators[0], filled.units[0], code, 30.0 + n as f64))).unwrap();
    }
    freeze(&mut store, &filled, MARCH, 9).unwrap();
    (store, filled)
}

fn freeze(store: &mut Store, filled: &Filled, code: &str, n: u64) -> Result<()> {
    let op = op(n, OperationKind::Freeze, "冻结");
    store.transact(op, |w| w.freeze(&closed(filled, code), &[frozen(filled, 0)], &[filled.measure], &filled.units[..1]))
}

fn unfreeze(store: &mut Store, filled: &Filled, n: u64) -> bool {
    store.transact(op(n, OperationKind::Freeze, "解冻"), |w| w.unfreeze(filled.plan, period(MARCH))).unwrap()
}

fn write(store: &mut Store, filled: &Filled, indicator: usize, code: &str, n: u64) -> Result<bool> {
    let new = entry(filled.indicators[indicator], filled.units[0], code, 77.0);
    store.transact(op(n, OperationKind::Record, "更正"), |w| w.record_entry(&new))
}

#[test]
fn the_period_and_those_before_are_locked_and_those_after_are_not() {
    let place = Place::new();
    let (mut store, filled) = march_frozen(&place);
    let before = store.state_hash().unwrap();
    for code in ["2024-01", FEBRUARY, MARCH, "2024-Q1"] {
        let refused = write(&mut store, &filled, 0, code, 20).unwrap_err();
        assert!(
            matches!(&refused, Error::Frozen { period, who, .. } if *period == common::period(MARCH) && who == "王芳"),
            "{code}: {refused}"
        );
    }
    let refused = write(&mut store, &filled, 1, MARCH, 21).unwrap_err();
    assert_eq!(refused.to_string(), "2024年3月已冻结（王芳），这一期和以前各期不能改动；要更正请先解冻并写明原因");
    let cleared =
        store.transact(op(22, OperationKind::Record, "清空"), |w| w.clear_entry(filled.indicators[0], filled.units[0], period(FEBRUARY)));
    assert!(matches!(cleared, Err(Error::Frozen { .. })));
    assert_eq!(store.state_hash().unwrap(), before);
    assert!(write(&mut store, &filled, 0, "2024-04", 23).unwrap());
    assert!(write(&mut store, &filled, 0, "2024-H1", 24).unwrap(), "a longer period that ends later");
}

#[test]
fn points_of_a_frozen_period_are_locked_too() {
    let place = Place::new();
    let (mut store, filled) = march_frozen(&place);
    let points = |n: u64, code: &str| Adjustment {
        uid: uid(n),
        plan_id: filled.plan,
        unit_id: filled.units[0],
        period: period(code),
        points: amount(2.0),
        reason: "通报表扬".to_owned(),
        who: "王芳".to_owned(),
        at: 1,
    };
    let given = store.transact(op(20, OperationKind::Record, "加分"), |w| w.insert_adjustment(&points(70, MARCH)));
    assert!(given.unwrap_err().to_string().contains("2024年3月已冻结"));
    store.transact(op(21, OperationKind::Record, "加分"), |w| w.insert_adjustment(&points(71, "2024-04"))).unwrap();
}

#[test]
fn no_foreign_program_writes_past_the_lock_or_changes_what_was_frozen() {
    let place = Place::new();
    let (store, _) = march_frozen(&place);
    let before = store.state_hash().unwrap();
    drop(store);
    let raw = Connection::open(&place.path).unwrap();
    for sql in [
        "UPDATE entry SET value = 1 WHERE period_id = 202403",
        "UPDATE entry SET period_id = 202403 WHERE period_id = 202404",
        "DELETE FROM entry WHERE period_id = 202402",
        "UPDATE freeze SET rules = '[]'",
        "UPDATE frozen_indicator SET judged = '[]'",
    ] {
        // With the door held open, as only this program holds it.
        let tried = raw.execute_batch(&format!("BEGIN; INSERT INTO open_operation VALUES (1, 1, NULL); {sql}; ROLLBACK;"));
        assert!(tried.unwrap_err().to_string().contains("冻结"), "{sql}");
        let _ = raw.execute_batch("ROLLBACK");
    }
    assert_eq!(open(&place).state_hash().unwrap(), before);
}

#[test]
fn what_was_frozen_reads_back_and_unfreezing_takes_all_of_it_away() {
    let place = Place::new();
    let (mut store, filled) = march_frozen(&place);
    assert_eq!(store.freezes(filled.plan).unwrap(), [closed(&filled, MARCH)]);
    assert_eq!(store.freeze_over(filled.plan, period("2024-01")).unwrap(), Some(closed(&filled, MARCH)));
    assert_eq!(store.freeze_over(filled.plan, period("2024-04")).unwrap(), None);
    assert_eq!(store.frozen_indicators(filled.plan, period(MARCH)).unwrap(), [frozen(&filled, 0)]);
    assert_eq!(store.frozen_series(filled.indicators[0]).unwrap(), [(period(MARCH), frozen(&filled, 0))]);
    assert_eq!(store.frozen_measures(filled.plan, period(MARCH)).unwrap(), [filled.measure]);
    assert!(freeze(&mut store, &filled, MARCH, 10).unwrap_err().to_string().contains("已有相同的内容"));
    assert!(store.used_indicators(filled.plan).unwrap().contains(&filled.indicators[0]));
    let whole = store.state_hash().unwrap();
    assert!(unfreeze(&mut store, &filled, 11));
    assert!(!unfreeze(&mut store, &filled, 12));
    assert_eq!(store.freezes(filled.plan).unwrap(), []);
    assert_eq!(store.frozen_indicators(filled.plan, period(MARCH)).unwrap(), []);
    assert!(write(&mut store, &filled, 0, MARCH, 13).unwrap());
    for _ in 0..2 {
        store.undo(1, "王芳").unwrap();
    }
    assert_eq!(store.state_hash().unwrap(), whole, "frozen again as it was");
    assert_eq!(store.check().unwrap(), []);
}

#[test]
fn undo_goes_round_no_lock() {
    let place = Place::new();
    let (mut store, filled) = march_frozen(&place);
    let whole = store.state_hash().unwrap();
    let march = store.operations(None, 10).unwrap().into_iter().find(|operation| operation.label == MARCH).unwrap();
    let refused = store.undo_operation(march.uid, 5, "赵敏").unwrap_err();
    assert!(matches!(&refused, Error::Frozen { .. }), "{refused}");
    assert_eq!(store.state_hash().unwrap(), whole);
    store.undo(6, "赵敏").unwrap();
    assert_eq!(store.freezes(filled.plan).unwrap(), [], "the freezing itself is taken back");
    store.redo(7, "赵敏").unwrap();
    assert_eq!(store.state_hash().unwrap(), whole);
}

#[test]
fn figures_come_back_by_undo_only_over_the_reports_they_were_judged_from() {
    let place = Place::new();
    let (mut store, filled) = march_frozen(&place);
    unfreeze(&mut store, &filled, 11);
    let opened = store.operations(None, 1).unwrap().remove(0);
    write(&mut store, &filled, 0, FEBRUARY, 12).unwrap();
    let before = store.state_hash().unwrap();
    let refused = store.undo_operation(opened.uid, 5, "赵敏").unwrap_err();
    assert!(refused.to_string().contains("2024年3月和以前各期的填报"), "{refused}");
    assert_eq!(store.state_hash().unwrap(), before);
    write(&mut store, &filled, 0, "2024-05", 13).unwrap();
    store.undo(6, "赵敏").unwrap();
    store.undo(7, "赵敏").unwrap();
    store.undo(8, "赵敏").unwrap();
    assert_eq!(store.freezes(filled.plan).unwrap().len(), 1);
}
