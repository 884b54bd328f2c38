//! Whether a ledger is as it was: no write is overlooked, whoever wrote it.

mod common;

use common::*;
use store::*;

#[test]
fn every_write_is_another_state_and_reading_is_none() {
    let place = Place::new();
    let mut store = create(&place);
    let filled = fill(&mut store);
    let (indicator, unit) = (filled.indicators[0], filled.units[0]);
    let mut states = vec![store.state().unwrap()];
    store.reported(filled.plan).unwrap();
    store.plans().unwrap();
    assert_eq!(store.state().unwrap(), states[0], "reading changes nothing");

    let record = |value| move |w: &mut Writer<'_>| w.record_entry(&entry(indicator, unit, "2024-06", value));
    store.transact(op(2, OperationKind::Record, "录入"), record(5.0)).unwrap();
    states.push(store.state().unwrap());
    store.undo(3, "王芳").unwrap();
    states.push(store.state().unwrap());
    store.redo(4, "王芳").unwrap();
    states.push(store.state().unwrap());
    open(&place).transact(op(5, OperationKind::Record, "另一个程序"), record(6.0)).unwrap();
    states.push(store.state().unwrap());
    store.transact(op(6, OperationKind::Setting, "设置"), |w| w.set_setting("一项", Some("值"))).unwrap();
    states.push(store.state().unwrap());
    assert_eq!(store.state().unwrap(), states[states.len() - 1]);
    drop(store);
    states.push(open(&place).state().unwrap());
    states.push(open(&place).state().unwrap());
    for (n, one) in states.iter().enumerate() {
        assert!(!states[..n].contains(one), "state {n} was there before");
    }
}
