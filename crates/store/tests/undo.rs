//! Undo and redo give back exactly what was, whatever was done and however often the file was closed between.

mod common;

use common::*;
use domain::judge::Figure;
use domain::{Amount, Field, Passage};
use proptest::prelude::*;
use store::*;

/// One thing a person does.
#[derive(Clone, Debug)]
enum Step {
    Record { indicator: usize, unit: usize, month: u32, value: f64, text: Option<String> },
    Ratio { indicator: usize, unit: usize, month: u32, numerator: f64, denominator: f64 },
    Clear { indicator: usize, unit: usize, month: u32 },
    Correct { indicator: usize, name: String, target: Option<f64>, weight: f64 },
    Remove { indicator: usize },
    Allocate { indicator: usize, unit: usize, value: f64 },
    Setting { key: usize, value: Option<String> },
    Alias { unit: usize, alias: String },
    NewUnit { name: String },
    Member { group: usize, unit: usize, in_it: bool },
    Accept { value: f64, text: Option<String> },
    Export,
}

fn value() -> impl Strategy<Value = f64> {
    prop_oneof![any::<f64>(), -1e6..1e6, Just(0.0), Just(1.0), Just(1e15), Just(f64::MIN_POSITIVE), Just(5e-324)]
        .prop_filter("an amount", |value| Amount::new(*value).is_some())
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof!["\\PC{1,8}", Just("“引号”'\"\\".to_owned()), Just("a\0b\u{1}\n".to_owned()), Just("{\"a\":[1]}".to_owned())]
}

fn step() -> impl Strategy<Value = Step> {
    let (i, u, m) = (0..3_usize, 0..3_usize, 1..4_u32);
    prop_oneof![
        4 => (i.clone(), u.clone(), m.clone(), value(), prop::option::of(text()))
            .prop_map(|(indicator, unit, month, value, text)| Step::Record { indicator, unit, month, value, text }),
        1 => (i.clone(), u.clone(), m.clone(), value(), value())
            .prop_map(|(indicator, unit, month, numerator, denominator)| Step::Ratio { indicator, unit, month, numerator, denominator }),
        2 => (i.clone(), u.clone(), m).prop_map(|(indicator, unit, month)| Step::Clear { indicator, unit, month }),
        2 => (i.clone(), text(), prop::option::of(value()), 0.0..100.0)
            .prop_map(|(indicator, name, target, weight)| Step::Correct { indicator, name, target, weight }),
        1 => i.clone().prop_map(|indicator| Step::Remove { indicator }),
        1 => (i, u.clone(), value()).prop_map(|(indicator, unit, value)| Step::Allocate { indicator, unit, value }),
        2 => (0..2_usize, prop::option::of(text())).prop_map(|(key, value)| Step::Setting { key, value }),
        1 => (u.clone(), text()).prop_map(|(unit, alias)| Step::Alias { unit, alias }),
        1 => text().prop_map(|name| Step::NewUnit { name }),
        1 => (u.clone(), u, any::<bool>()).prop_map(|(group, unit, in_it)| Step::Member { group, unit, in_it }),
        1 => (value(), prop::option::of(text())).prop_map(|(value, text)| Step::Accept { value, text }),
        1 => Just(Step::Export),
    ]
}

/// Does one thing; what the ledger refuses is refused whole.
fn take(w: &Writer<'_>, filled: &Filled, n: u64, step: &Step) -> Result<()> {
    let month = |month: u32| format!("2024-{month:02}");
    match step {
        Step::Record { indicator, unit, month: m, value, text } => {
            let plain = entry(filled.indicators[*indicator], filled.units[*unit], &month(*m), *value);
            w.record_entry(&Entry { typed: text.clone(), note: text.clone(), at: n as i64, ..plain })?;
        }
        Step::Ratio { indicator, unit, month: m, numerator, denominator } => {
            let figure = Some(Figure::Ratio { numerator: amount(*numerator), denominator: amount(*denominator) });
            w.record_entry(&Entry { figure, ..entry(filled.indicators[*indicator], filled.units[*unit], &month(*m), 0.0) })?;
        }
        Step::Clear { indicator, unit, month: m } => {
            w.clear_entry(filled.indicators[*indicator], filled.units[*unit], period(&month(*m)))?;
        }
        Step::Correct { indicator: i, name, target, weight } => {
            let mut changed = indicator(30 + *i as u64, filled.plan, filled.measure, name);
            changed.indicator.target = target.map(amount);
            changed.indicator.weight = amount(*weight);
            w.update_indicator(&changed)?;
        }
        Step::Remove { indicator } => w.delete_indicator(filled.indicators[*indicator])?,
        Step::Allocate { indicator, unit, value } => w.set_allocation(&Allocation {
            indicator_id: filled.indicators[*indicator],
            unit_id: filled.units[*unit],
            target: amount(*value),
            target_text: None,
        })?,
        Step::Setting { key, value } => w.set_setting(["甲", "乙"][*key], value.as_deref())?,
        Step::Alias { unit, alias } => w.set_alias(alias, filled.units[*unit])?,
        Step::NewUnit { name } => {
            w.upsert_unit(&unit(500 + n, name))?;
        }
        Step::Member { group, unit, in_it: true } => w.add_member(filled.units[*group], filled.units[*unit])?,
        Step::Member { group, unit, in_it: false } => w.remove_member(filled.units[*group], filled.units[*unit])?,
        Step::Accept { value, text } => {
            let base = Base { number: Some(amount(*value)), text: text.clone() };
            let cell = ExchangeCell { indicator_id: filled.indicators[0], field: Field::Value, base };
            w.accept_exchange_cell(1, &cell)?;
            let told = ExchangeText { measure_id: filled.measure, passage: Passage::Progress, base: text.clone() };
            w.accept_exchange_text(1, &told)?;
        }
        Step::Export => export(w, filled, n)?,
    }
    Ok(())
}

fn export(w: &Writer<'_>, filled: &Filled, n: u64) -> Result<()> {
    let exchange = Exchange {
        uid: uid(900 + n),
        plan_id: filled.plan,
        unit_id: filled.units[0],
        period: period("2024-02"),
        file_name: format!("{n}.xlsx"),
        sent_at: n as i64,
        who: "王芳".to_owned(),
    };
    let cell = ExchangeCell { indicator_id: filled.indicators[0], field: Field::Value, base: Base::default() };
    let id = w.insert_exchange(&exchange, &[cell])?;
    w.insert_exchange_texts(id, &[ExchangeText { measure_id: filled.measure, passage: Passage::Progress, base: None }])
}

/// Closes the file and opens it again, where the case says so.
fn perhaps_restart(place: &Place, store: Store, restart: bool) -> Store {
    if !restart {
        return store;
    }
    drop(store);
    open(place)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn undoing_all_gives_every_state_back_and_redoing_all_brings_every_state_again(
        operations in prop::collection::vec((prop::collection::vec(step(), 1..5), any::<bool>()), 1..14)
    ) {
        let place = Place::new();
        let mut store = create(&place);
        let filled = fill(&mut store);
        store.transact(op(2, OperationKind::Export, "发出"), |w| export(w, &filled, 0)).unwrap();
        let start = store.next_undo().unwrap().unwrap().id;
        // The states before and after each operation; a new workbook is not undone and so begins a new row of states.
        let mut states = vec![store.state_hash().unwrap()];
        for (n, (steps, restart)) in operations.iter().enumerate() {
            // Exports are tried in a test of their own: here the states must come back.
            let steps: Vec<&Step> = steps.iter().filter(|step| !matches!(step, Step::Export)).collect();
            let n = n as u64;
            let kept = store.operations(None, 1000).unwrap().len();
            let done = store.transact(op(100 + n, OperationKind::Record, "操作"), |w| {
                steps.iter().enumerate().try_for_each(|(i, step)| take(w, &filled, n * 100 + i as u64, step))
            });
            let state = store.state_hash().unwrap();
            if done.is_err() {
                prop_assert_eq!(&state, states.last().unwrap(), "a refused operation changes nothing");
            }
            if store.operations(None, 1000).unwrap().len() > kept {
                states.push(state);
            } else {
                prop_assert_eq!(&state, states.last().unwrap(), "what is not in the history changed nothing");
            }
            store = perhaps_restart(&place, store, *restart);
        }
        for round in 0..2 {
            for (n, state) in states.iter().enumerate().rev().skip(1) {
                prop_assert!(store.next_undo().unwrap().unwrap().id > start);
                store.undo(n as i64, "赵敏").unwrap();
                prop_assert_eq!(&store.state_hash().unwrap(), state);
                store = perhaps_restart(&place, store, (n + round) % 3 == 0);
            }
            prop_assert_eq!(store.next_undo().unwrap().unwrap().id, start);
            for (n, state) in states.iter().enumerate().skip(1) {
                store.redo(n as i64, "赵敏").unwrap();
                prop_assert_eq!(&store.state_hash().unwrap(), state);
                store = perhaps_restart(&place, store, (n + round) % 4 == 0);
            }
            prop_assert!(matches!(store.redo(0, "赵敏"), Err(Error::NothingToRedo)));
        }
        prop_assert_eq!(store.check().unwrap(), vec![]);
    }

    /// Operations undone out of order: each undo either gives what is asked or names a conflict and changes nothing.
    #[test]
    fn undoing_out_of_order_loses_nothing(
        operations in prop::collection::vec(prop::collection::vec(step(), 1..4), 2..10),
        picks in prop::collection::vec(any::<prop::sample::Index>(), 1..12),
    ) {
        let place = Place::new();
        let mut store = create(&place);
        let filled = fill(&mut store);
        store.transact(op(2, OperationKind::Export, "发出"), |w| export(w, &filled, 0)).unwrap();
        for (n, steps) in operations.iter().enumerate() {
            let n = n as u64;
            // Refused operations are part of the game.
            let _ = store.transact(op(100 + n, OperationKind::Record, "操作"), |w| {
                steps.iter().enumerate().try_for_each(|(i, step)| take(w, &filled, n * 100 + i as u64, step))
            });
        }
        for pick in picks {
            let all = store.operations(None, 1000).unwrap();
            let chosen = pick.get(&all);
            let before = store.state_hash().unwrap();
            match store.undo_operation(chosen.uid, 7, "赵敏") {
                Ok(_) => {
                    prop_assert!(chosen.undoable && !chosen.undone);
                    let undone = store.state_hash().unwrap();
                    prop_assert_eq!(store.redo(8, "赵敏").unwrap().uid, chosen.uid);
                    prop_assert_eq!(store.state_hash().unwrap(), before);
                    store.undo_operation(chosen.uid, 9, "赵敏").unwrap();
                    prop_assert_eq!(store.state_hash().unwrap(), undone);
                }
                Err(Error::Conflict { later, .. }) => {
                    prop_assert!(!later.is_empty());
                    prop_assert_eq!(store.state_hash().unwrap(), before);
                }
                Err(Error::NotUndoable(_)) => prop_assert!(!chosen.undoable),
                Err(Error::AlreadyUndone(_)) => prop_assert!(chosen.undone),
                Err(other) => prop_assert!(false, "{other}"),
            }
            prop_assert_eq!(store.check().unwrap(), vec![]);
        }
    }
}

#[test]
fn twenty_thousand_random_numbers_come_back_to_the_last_bit() {
    use proptest::strategy::ValueTree;
    use proptest::test_runner::TestRunner;
    let place = Place::new();
    let mut store = create(&place);
    let Filled { indicators, .. } = fill(&mut store);
    let mut runner = TestRunner::deterministic();
    let wanted: Vec<f64> = (0..20_000).map(|_| value().new_tree(&mut runner).unwrap().current()).collect();
    let ids: Vec<i64> = store
        .transact(op(2, OperationKind::Unit, "单位"), |w| {
            (0..wanted.len()).map(|n| w.upsert_unit(&unit(1000 + n as u64, &format!("第{n}所")))).collect()
        })
        .unwrap();
    store
        .transact(op(3, OperationKind::Record, "录入"), |w| {
            ids.iter().zip(&wanted).try_for_each(|(id, value)| w.record_entry(&entry(indicators[0], *id, "2024-06", *value)).map(drop))
        })
        .unwrap();
    let before = store.state_hash().unwrap();
    store.undo(1, "王芳").unwrap();
    assert_eq!(store.entries_of_indicator(indicators[0]).unwrap(), []);
    store.redo(2, "王芳").unwrap();
    let back: Vec<u64> = store
        .entries_of_indicator(indicators[0])
        .unwrap()
        .iter()
        .map(|entry| match entry.figure {
            Some(Figure::Value(value)) => value.get().to_bits(),
            _ => panic!("{entry:?}"),
        })
        .collect();
    assert_eq!(back, wanted.iter().map(|value| amount(*value).get().to_bits()).collect::<Vec<_>>());
    assert_eq!(store.state_hash().unwrap(), before);
}

#[test]
fn undo_names_what_changed_since_and_touches_nothing() {
    let place = Place::new();
    let mut store = create(&place);
    let Filled { units, indicators, .. } = fill(&mut store);
    let record = |store: &mut Store, n: u64, value: f64| {
        let entry = entry(indicators[0], units[0], "2024-06", value);
        store.transact(op(n, OperationKind::Record, &format!("录入 {value}")), |w| w.record_entry(&entry)).unwrap()
    };
    record(&mut store, 2, 35.0);
    record(&mut store, 3, 36.0);
    let before = store.state_hash().unwrap();
    let conflict = store.undo_operation(uid(1_000_002), 1, "赵敏").unwrap_err();
    assert_eq!(
        conflict.to_string(),
        "“录入 35”之后，这些内容又有改动，不能直接撤销或恢复：填报 新增托位 东湖区 2024-06（“录入 36”，王芳）；请先撤销后来的操作"
    );
    let import = store.undo_operation(uid(1_000_001), 1, "赵敏").unwrap_err();
    assert_eq!(
        import.to_string(),
        "“导入《云州市2024年工作要点》”之后，这些内容又有改动，不能直接撤销或恢复：后来的填报还用着它；请先撤销后来的操作"
    );
    assert_eq!(store.state_hash().unwrap(), before);
    assert_eq!(store.replays(store.operation(uid(1_000_001)).unwrap().unwrap().id).unwrap(), []);
}

#[test]
fn a_row_that_was_removed_or_came_again_since_is_a_conflict() {
    let place = Place::new();
    let mut store = create(&place);
    let Filled { units, indicators, .. } = fill(&mut store);
    let entry = entry(indicators[0], units[0], "2024-06", 35.0);
    store.transact(op(2, OperationKind::Record, "录入"), |w| w.record_entry(&entry)).unwrap();
    store.transact(op(3, OperationKind::Record, "清除"), |w| w.clear_entry(indicators[0], units[0], period("2024-06"))).unwrap();
    assert!(matches!(store.undo_operation(uid(1_000_002), 1, "赵敏"), Err(Error::Conflict { .. })), "the entry is gone");
    store.transact(op(4, OperationKind::Record, "再录"), |w| w.record_entry(&entry)).unwrap();
    let conflict = store.undo_operation(uid(1_000_003), 1, "赵敏").unwrap_err().to_string();
    assert!(conflict.contains("填报 新增托位 东湖区 2024-06（“再录”，王芳）"), "{conflict}");
    // The entry is again as the first operation left it, so that one can be taken back.
    store.undo_operation(uid(1_000_002), 1, "赵敏").unwrap();
    assert_eq!(store.entries_of_indicator(indicators[0]).unwrap(), []);
}

#[test]
fn a_new_operation_ends_the_chance_to_redo_but_sending_workbooks_does_not() {
    let place = Place::new();
    let mut store = create(&place);
    let filled = fill(&mut store);
    let set = |store: &mut Store, n: u64, key: &str| {
        store.transact(op(n, OperationKind::Setting, key), |w| w.set_setting(key, Some("1"))).unwrap();
    };
    set(&mut store, 2, "a");
    assert_eq!(store.undo(1, "赵敏").unwrap().label, "a");
    store.transact(op(3, OperationKind::Export, "发出"), |w| export(w, &filled, 1)).unwrap();
    assert_eq!(store.redo(2, "李强").unwrap().label, "a");
    let a = store.operation(uid(1_000_002)).unwrap().unwrap();
    let told: Vec<_> = store.replays(a.id).unwrap().into_iter().map(|r| (r.direction, r.who, r.at)).collect();
    assert_eq!(told, [(Direction::Undo, "赵敏".to_owned(), 1), (Direction::Redo, "李强".to_owned(), 2)]);
    store.undo(3, "赵敏").unwrap();
    set(&mut store, 4, "b");
    assert!(matches!(store.redo(4, "赵敏"), Err(Error::NothingToRedo)));
    assert!(matches!(store.undo_operation(uid(1_000_003), 5, "赵敏"), Err(Error::NotUndoable(_))));
    assert!(matches!(store.undo_operation(uid(1_000_002), 5, "赵敏"), Err(Error::AlreadyUndone(_))));
    assert!(matches!(store.undo_operation(uid(77), 5, "赵敏"), Err(Error::UnknownOperation(_))));
    store.undo(6, "赵敏").unwrap();
    // The workbook that was sent still needs its plan.
    assert!(matches!(store.undo(7, "赵敏"), Err(Error::Conflict { .. })));
}

#[test]
fn an_import_is_undone_whole_and_its_document_is_still_there_to_redo_it() {
    let place = Place::new();
    let mut store = create(&place);
    let empty = store.state_hash().unwrap();
    fill(&mut store);
    let full = store.state_hash().unwrap();
    store.undo(1, "王芳").unwrap();
    assert_eq!((store.state_hash().unwrap(), store.plans().unwrap().len(), store.units().unwrap().len()), (empty, 0, 0));
    drop(store);
    let mut store = open(&place);
    assert_eq!(store.next_redo().unwrap().unwrap().label, "导入《云州市2024年工作要点》");
    store.redo(2, "王芳").unwrap();
    assert_eq!(store.state_hash().unwrap(), full);
    assert!(store.content(&sha256(b"\xef\xbb\xbf\0raw bytes")).unwrap().is_some());
}
