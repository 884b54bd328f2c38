//! What was reported is kept in memory, and never differs from what the file says.

mod common;

use common::*;
use domain::Period;
use proptest::prelude::*;
use std::sync::Arc;
use store::*;

/// What the file says, read by a program that has kept nothing.
fn afresh(place: &Place, plan: i64) -> Arc<AllReported> {
    Store::open(&place.path, OpenMode::Read).unwrap().reported(plan).unwrap()
}

#[test]
fn a_series_is_in_the_order_of_time_and_a_longer_period_follows_a_shorter_one() {
    let place = Place::new();
    let mut store = create(&place);
    let filled = fill(&mut store);
    let (indicator, unit) = (filled.indicators[0], filled.units[0]);
    store
        .transact(op(2, OperationKind::Record, "录入"), |w| {
            for (code, value) in [("2024-Q2", 9.0), ("2024-06", 6.0), ("2024-02", 2.0), ("2024", 12.0), ("2024-11", 11.0)] {
                w.record_entry(&entry(indicator, unit, code, value))?;
            }
            Ok::<_, Error>(())
        })
        .unwrap();
    let all = store.reported(filled.plan).unwrap();
    let codes: Vec<String> = all.of(indicator, unit).iter().map(|one| one.period.to_string()).collect();
    assert_eq!(codes, ["2024-02", "2024-06", "2024-Q2", "2024-11", "2024"]);
    assert_eq!((all.units(indicator), all.of(indicator, unit + 1)), ([unit].as_slice(), [].as_slice()));
    assert!(Arc::ptr_eq(&all, &store.reported(filled.plan).unwrap()), "nothing has changed, so nothing is read again");
}

#[test]
fn what_another_program_writes_is_seen_and_what_is_not_yet_written_is_not_kept() {
    let place = Place::new();
    let mut store = create(&place);
    let filled = fill(&mut store);
    let (indicator, unit) = (filled.indicators[0], filled.units[0]);
    store.reported(filled.plan).unwrap();
    let record = |value| move |w: &mut Writer<'_>| w.record_entry(&entry(indicator, unit, "2024-06", value));
    open(&place).transact(op(2, OperationKind::Record, "另一个程序"), record(5.0)).unwrap();
    assert_eq!(store.reported(filled.plan).unwrap(), afresh(&place, filled.plan));
    let failed = store.transact(op(3, OperationKind::Record, "没有成"), |w| {
        w.record_entry(&entry(indicator, unit, "2024-07", 7.0))?;
        assert_eq!(w.reported(filled.plan)?.of(indicator, unit).len(), 2, "within the operation it stands");
        Err::<(), Error>(Error::NothingToUndo)
    });
    assert!(failed.is_err());
    store.transact(op(4, OperationKind::Record, "再录"), record(6.0)).unwrap();
    assert_eq!(store.reported(filled.plan).unwrap(), afresh(&place, filled.plan));
}

#[test]
fn a_number_that_is_none_does_not_become_0() {
    let place = Place::new();
    let mut store = create(&place);
    let filled = fill(&mut store);
    let one = entry(filled.indicators[0], filled.units[0], "2024-06", 5.0);
    store.transact(op(2, OperationKind::Record, "录入"), |w| w.record_entry(&one)).unwrap();
    let other = rusqlite::Connection::open(&place.path).unwrap();
    other.execute_batch("DROP TRIGGER door_entry_update; DROP TRIGGER log_entry_update; UPDATE entry SET value = 9e999").unwrap();
    let error = open(&place).reported(filled.plan).unwrap_err();
    assert!(matches!(error, Error::Damaged(_) | Error::Sql(_)), "{error}");
}

#[derive(Clone, Debug)]
enum Step {
    Record { indicator: usize, unit: usize, month: u32, value: u32 },
    Clear { indicator: usize, unit: usize, month: u32 },
    Undo,
    Redo,
    Look,
}

fn step() -> impl Strategy<Value = Step> {
    let place = || (0_usize..2, 0_usize..2, 1_u32..5);
    prop_oneof![
        4 => (place(), 0_u32..9).prop_map(|((indicator, unit, month), value)| Step::Record { indicator, unit, month, value }),
        2 => place().prop_map(|(indicator, unit, month)| Step::Clear { indicator, unit, month }),
        2 => Just(Step::Undo),
        1 => Just(Step::Redo),
        3 => Just(Step::Look),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn what_is_kept_is_what_the_file_says_whatever_was_done(steps in prop::collection::vec(step(), 1..30)) {
        let place = Place::new();
        let mut store = create(&place);
        let filled = fill(&mut store);
        for (n, step) in (10..).zip(steps) {
            let name = op(n, OperationKind::Record, "录入");
            match step {
                Step::Record { indicator, unit, month, value } => {
                    let period = Period::month(2024, month).unwrap().to_string();
                    let one = entry(filled.indicators[indicator], filled.units[unit], &period, f64::from(value));
                    // Once the plan itself was taken back, nothing can be reported for it.
                    drop(store.transact(name, |w| w.record_entry(&one)));
                }
                Step::Clear { indicator, unit, month } => {
                    let period = Period::month(2024, month).unwrap();
                    drop(store.transact(name, |w| w.clear_entry(filled.indicators[indicator], filled.units[unit], period)));
                }
                // There may be nothing left to take back or to bring back.
                Step::Undo => drop(store.undo(n as i64, "王芳")),
                Step::Redo => drop(store.redo(n as i64, "王芳")),
                Step::Look => prop_assert_eq!(store.reported(filled.plan).unwrap(), afresh(&place, filled.plan)),
            }
        }
        prop_assert_eq!(store.reported(filled.plan).unwrap(), afresh(&place, filled.plan));
    }
}
