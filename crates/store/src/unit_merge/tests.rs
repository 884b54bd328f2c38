//! What goes over when two units become one, and that undo brings it all back.

use super::*;
use crate::*;
use domain::judge::{Figure, Light};
use domain::supervise::Stage;
use domain::{Amount, Comparator, Indicator, Pace, Period, Role, RollUp, Uid, ValueKind};

fn uid(n: u8) -> Uid {
    Uid::new(1, [n; 10])
}

fn op(n: u8, kind: OperationKind) -> Op {
    Op { kind, label: format!("第{n}步"), who: "王芳".to_owned(), at: i64::from(n), uid: uid(100 + n) }
}

fn unit(n: u8, name: &str, parent_id: Option<i64>) -> Unit {
    Unit {
        uid: uid(n),
        name: name.to_owned(),
        short_name: Some(format!("{name}（简）")),
        parent_id,
        is_group: false,
        position: i64::from(n),
    }
}

/// A measure of two offices that are one, a group of both, and an indicator.
struct Ledger {
    store: Store,
    from: i64,
    into: i64,
    child: i64,
    group: i64,
    measures: [i64; 2],
    indicator: i64,
    _folder: tempfile::TempDir,
}

fn march() -> Period {
    "2024-03".parse().unwrap()
}

fn entry(indicator_id: i64, unit_id: i64, period: &str, value: u32) -> Entry {
    let figure = Some(Figure::Value(Amount::from(value)));
    Entry { indicator_id, unit_id, period: period.parse().unwrap(), figure, typed: None, note: None, who: "李强".to_owned(), at: 5 }
}

fn ledger() -> Ledger {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::create(&folder.path().join("a.yaodian"), uid(0), 1).unwrap();
    let (from, into, child, group, measures, indicator) = store
        .transact(op(1, OperationKind::Import), |w| {
            let [start, due] = ["2024-01-01", "2024-12-31"].map(|day| day.parse().unwrap());
            let (title, none) = ("要点".to_owned(), None);
            let plan =
                Plan { uid: uid(1), document_id: None, title, number: none.clone(), issuer: none, issued: None, start, due, position: 1 };
            let plan_id = w.insert_plan(&plan)?;
            let measure = |n: u8| Measure {
                uid: uid(n),
                plan_id,
                section_id: None,
                number: None,
                title: format!("举措{n}"),
                text: String::new(),
                deadline: None,
                span: None,
                document_id: None,
                position: i64::from(n),
                weight: None,
            };
            let measures = [w.insert_measure(&measure(2))?, w.insert_measure(&measure(3))?];
            let into = w.upsert_unit(&unit(10, "东湖区卫生健康局", None))?;
            let from = w.upsert_unit(&unit(11, "东湖区卫健局", None))?;
            let child = w.upsert_unit(&unit(12, "东湖区疾控中心", Some(from)))?;
            let group = w.upsert_unit(&Unit { is_group: true, ..unit(13, "各区", None) })?;
            w.set_alias("东湖卫健", from)?;
            for (measure_id, unit_id, role) in
                [(measures[0], into, Role::Cooperating), (measures[0], from, Role::Lead), (measures[1], from, Role::Responsible)]
            {
                w.insert_responsibility(Responsibility { measure_id, unit_id, role, position: unit_id })?;
            }
            w.add_member(group, from)?;
            w.add_member(group, into)?;
            let indicator = Indicator {
                name: "托位".to_owned(),
                unit: "个".to_owned(),
                comparator: Comparator::AtLeast,
                target: None,
                upper: None,
                baseline: None,
                start,
                due,
                kind: ValueKind::Cumulative,
                pace: Pace::Accumulate,
                roll_up: RollUp::Sum,
                weight: Amount::ONE,
                every: domain::Every::Month,
                planned: Vec::new(),
            };
            let indicator = w.insert_indicator(&SourcedIndicator {
                uid: uid(20),
                plan_id,
                measure_id: Some(measures[0]),
                indicator,
                target_text: None,
                upper_text: None,
                baseline_text: None,
                baseline_date: None,
                quote: String::new(),
                span: None,
                document_id: None,
                position: 1,
            })?;
            w.record_entry(&entry(indicator, from, "2024-03", 35))?;
            w.set_allocation(&Allocation { indicator_id: indicator, unit_id: from, target: Amount::from(400), target_text: None })?;
            let said = Narrative {
                unit_id: from,
                measure_id: measures[1],
                period: march(),
                progress: Some("已开工".to_owned()),
                problems: None,
                next_steps: None,
                who: "李强".to_owned(),
                at: 5,
            };
            w.tell(&said)?;
            let (reason, who) = ("通报表扬".to_owned(), "王芳".to_owned());
            w.insert_adjustment(&Adjustment {
                uid: uid(30),
                plan_id,
                unit_id: from,
                period: march(),
                points: Amount::ONE,
                reason,
                who,
                at: 1,
            })?;
            w.insert_rectification(&Rectification {
                uid: uid(31),
                plan_id,
                of: Lit::Measure(measures[0]),
                unit_id: from,
                period: march(),
                light: Light::Red,
                finding: "落后".to_owned(),
                cause: String::new(),
                action: String::new(),
                deadline: None,
                person: String::new(),
                stage: Stage::Open,
                opened_on: start,
                closed_on: None,
            })?;
            let exchange = Exchange {
                uid: uid(32),
                plan_id,
                unit_id: from,
                period: march(),
                file_name: "表.xlsx".to_owned(),
                sent_at: 1,
                who: "王芳".to_owned(),
            };
            w.insert_exchange(&exchange, &[])?;
            Ok::<_, Error>((from, into, child, group, measures, indicator))
        })
        .unwrap();
    Ledger { store, from, into, child, group, measures, indicator, _folder: folder }
}

#[test]
fn everything_goes_over_and_undo_brings_it_back() {
    let Ledger { mut store, from, into, child, group, measures, indicator, _folder } = ledger();
    let before = store.state_hash().unwrap();
    let moved = store.unit_use(from).unwrap();
    let all = UnitUse {
        measures: 2,
        groups: 1,
        children: 1,
        shares: 1,
        entries: 1,
        narratives: 1,
        adjustments: 1,
        rectifications: 1,
        workbooks: 1,
    };
    assert_eq!(moved, all);
    let plan = store.plans().unwrap()[0].id;
    let kept = |store: &Store| [from, into].map(|unit| store.reported(plan).unwrap().of(indicator, unit).len());
    assert_eq!(kept(&store), [1, 0]);
    store.transact(op(2, OperationKind::Unit), |w| w.merge_unit(from, into)).unwrap();
    assert_eq!(kept(&store), [0, 1], "what is kept in memory follows");
    assert_eq!((store.unit_use(from).unwrap(), store.unit_use(into).unwrap()), (UnitUse::default(), all));
    let units = store.units().unwrap();
    let survivor = units.iter().find(|unit| unit.id == into).unwrap();
    assert_eq!(survivor.aliases, ["东湖区卫健局", "东湖区卫健局（简）", "东湖卫健"]);
    assert_eq!(units.iter().find(|unit| unit.id == child).unwrap().unit.parent_id, Some(into));
    assert_eq!(units.iter().find(|unit| unit.id == group).unwrap().members, [into]);
    let parts = store.all_responsibilities().unwrap();
    let role = |measure| parts.iter().filter(|part| part.measure_id == measure).map(|part| (part.unit_id, part.role)).collect::<Vec<_>>();
    assert_eq!(role(measures[0]), [(into, Role::Lead)], "the stronger role stays");
    assert_eq!(role(measures[1]), [(into, Role::Responsible)]);
    assert!(store.entry(indicator, into, march()).unwrap().is_some());
    assert_eq!(store.check().unwrap(), []);
    store.undo(9, "王芳").unwrap();
    assert_eq!(store.state_hash().unwrap(), before);
    store.redo(10, "王芳").unwrap();
    assert_eq!(store.unit_use(into).unwrap(), all);
    store.undo(11, "王芳").unwrap();
    assert_eq!((store.state_hash().unwrap(), store.check().unwrap()), (before, vec![]));
}

#[test]
fn what_was_not_settled_before_is_refused_and_nothing_is_written() {
    let Ledger { mut store, from, into, indicator, _folder, .. } = ledger();
    store.transact(op(2, OperationKind::Record), |w| w.record_entry(&entry(indicator, into, "2024-03", 30))).unwrap();
    let before = store.state_hash().unwrap();
    assert!(matches!(store.transact(op(3, OperationKind::Unit), |w| w.merge_unit(from, into)), Err(Error::Refused(_))));
    assert!(matches!(store.transact(op(4, OperationKind::Unit), |w| w.delete_unit(from)), Err(Error::Refused(_))));
    assert_eq!(store.state_hash().unwrap(), before);
}

#[test]
fn the_history_goes_on_under_the_names_of_then() {
    let Ledger { mut store, from, into, indicator, _folder, .. } = ledger();
    let named = |short: &str| Unit { short_name: Some(short.to_owned()), ..unit(11, "东湖区卫健局", None) };
    store.transact(op(2, OperationKind::Unit), |w| w.update_unit(&named("东湖"))).unwrap();
    store.transact(op(3, OperationKind::Record), |w| w.record_entry(&entry(indicator, from, "2024-03", 36))).unwrap();
    store.transact(op(4, OperationKind::Unit), |w| w.merge_unit(from, into)).unwrap();
    store.transact(op(5, OperationKind::Record), |w| w.record_entry(&entry(indicator, into, "2024-03", 40))).unwrap();
    let history = store.entry_history(indicator, into, march()).unwrap();
    assert_eq!(history, store.indicator_history(indicator, 10).unwrap());
    let told: Vec<_> = history.iter().map(|change| (change.old_unit.as_deref(), change.new_unit.as_deref())).collect();
    assert_eq!(
        told,
        [
            (Some("东湖区卫生健康局（简）"), Some("东湖区卫生健康局（简）")),
            (Some("东湖"), Some("东湖区卫生健康局（简）")),
            (Some("东湖"), Some("东湖")),
            (None, Some("东湖区卫健局（简）")),
        ]
    );
}

#[test]
fn frozen_periods_that_hold_a_unit_are_named() {
    let Ledger { mut store, from, into, _folder, .. } = ledger();
    let plan_id = store.plans().unwrap()[0].id;
    let april: Period = "2024-04".parse().unwrap();
    let freeze = Freeze { plan_id, period: april, rules: "{}".to_owned(), who: "王芳".to_owned(), at: 1 };
    store.transact(op(2, OperationKind::Freeze), |w| w.freeze(&freeze, &[], &[], &[])).unwrap();
    assert_eq!(store.unit_freezes(from).unwrap(), [("要点".to_owned(), april)], "its report of March is locked by April");
    assert_eq!(store.unit_freezes(into).unwrap(), []);
    assert!(store.transact(op(3, OperationKind::Unit), |w| w.merge_unit(from, into)).is_err());
}
