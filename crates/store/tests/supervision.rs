//! Rectifications, listed measures and phases: written, read back, undone; what hangs on them cannot go.

mod common;

use common::*;
use domain::judge::Light;
use domain::supervise::{Stage, Step};
use store::*;

fn day(text: &str) -> chrono::NaiveDate {
    text.parse().unwrap()
}

fn rectification(n: u64, plan_id: i64, unit_id: i64, of: Lit) -> Rectification {
    Rectification {
        uid: uid(n),
        plan_id,
        of,
        unit_id,
        period: period("2024-06"),
        light: Light::Red,
        finding: "应达50.0%，实达20.0%，落后30.0个百分点".to_owned(),
        cause: String::new(),
        action: String::new(),
        deadline: Some(day("2024-08-31")),
        person: "李强".to_owned(),
        stage: Stage::Open,
        opened_on: day("2024-07-08"),
        closed_on: None,
    }
}

fn step(step: Step, on: &str, note: &str) -> RectificationStep {
    RectificationStep { step, made_on: day(on), note: note.to_owned(), who: "王芳".to_owned(), at: 1_700_000_000_000 }
}

fn begin(store: &mut Store, n: u64, new: &Rectification) -> Result<i64> {
    store.transact(op(n, OperationKind::Rectify, "立项"), |w| {
        let id = w.insert_rectification(new)?;
        w.insert_rectification_step(id, &step(Step::Opened, "2024-07-08", &new.finding))?;
        Ok(id)
    })
}

fn listing(n: u64, measure_id: i64) -> Listing {
    let (reason, who) = ("连续两月红灯".to_owned(), "王芳".to_owned());
    Listing { uid: uid(n), measure_id, reason, every_days: 7, listed_on: day("2024-07-10"), lifted_on: None, who, at: 1_700_000_000_000 }
}

#[test]
fn a_rectification_reads_back_with_its_steps_and_is_undone_step_by_step() {
    let place = Place::new();
    let mut store = create(&place);
    let Filled { plan, measure, units, indicators } = fill(&mut store);
    let before = store.state_hash().unwrap();
    let new = rectification(50, plan, units[0], Lit::OwnIndicator(indicators[0]));
    let id = begin(&mut store, 2, &new).unwrap();
    assert_eq!(store.rectification(uid(50)).unwrap().unwrap().data, new);
    let applied = Rectification { stage: Stage::Applied, cause: "选址晚".to_owned(), action: "每周调度".to_owned(), ..new.clone() };
    let second = step(Step::Applied, "2024-08-20", "已补建40个");
    store
        .transact(op(3, OperationKind::Rectify, "申请销号"), |w| {
            w.update_rectification(&applied)?;
            w.insert_rectification_step(id, &second)
        })
        .unwrap();
    assert_eq!(store.rectifications(plan).unwrap()[0].data, applied);
    assert_eq!(store.rectification_steps(plan).unwrap()[&id], [step(Step::Opened, "2024-07-08", &new.finding), second]);
    assert_eq!(store.last_step_on(id).unwrap(), Some(day("2024-08-20")));
    for (n, of) in [(4, Lit::Indicator(indicators[0])), (5, Lit::Measure(measure))] {
        begin(&mut store, n, &rectification(51, plan, units[2], of)).unwrap();
        assert_eq!(store.rectification(uid(51)).unwrap().unwrap().of, of);
        store.undo(6, "王芳").unwrap();
    }
    store.undo(7, "王芳").unwrap();
    assert_eq!(store.rectifications(plan).unwrap()[0].data, new);
    store.undo(8, "王芳").unwrap();
    assert_eq!(store.state_hash().unwrap(), before);
    store.redo(9, "王芳").unwrap();
    store.redo(10, "王芳").unwrap();
    assert_eq!(store.rectifications(plan).unwrap()[0].data, applied);
    assert_eq!(store.check().unwrap(), []);
}

#[test]
fn a_light_is_put_right_once_at_a_time_and_another_units_own_light_is_another() {
    let place = Place::new();
    let mut store = create(&place);
    let Filled { plan, units, indicators, .. } = fill(&mut store);
    let of = |n, unit, of| rectification(n, plan, unit, of);
    begin(&mut store, 2, &of(50, units[0], Lit::OwnIndicator(indicators[0]))).unwrap();
    begin(&mut store, 3, &of(51, units[1], Lit::OwnIndicator(indicators[0]))).unwrap();
    begin(&mut store, 4, &of(52, units[2], Lit::Indicator(indicators[0]))).unwrap();
    let twice = begin(&mut store, 5, &of(53, units[0], Lit::OwnIndicator(indicators[0])));
    assert!(matches!(twice, Err(Error::Refused(_))), "{twice:?}");
    let twice = begin(&mut store, 5, &of(53, units[0], Lit::Indicator(indicators[0])));
    assert!(matches!(twice, Err(Error::Refused(_))), "over all units it is one light, whoever answers for it");
    let over = store.rectification(uid(52)).unwrap().unwrap().data;
    let over = Rectification { stage: Stage::SignedOff, closed_on: Some(day("2024-08-30")), ..over };
    store.transact(op(6, OperationKind::Rectify, "销号"), |w| w.update_rectification(&over)).unwrap();
    begin(&mut store, 7, &of(53, units[0], Lit::Indicator(indicators[0]))).unwrap();
}

#[test]
fn a_deadline_before_the_beginning_is_refused_by_the_file_itself() {
    let place = Place::new();
    let mut store = create(&place);
    let Filled { plan, units, indicators, .. } = fill(&mut store);
    let new = Rectification { deadline: Some(day("2024-07-07")), ..rectification(50, plan, units[0], Lit::Indicator(indicators[0])) };
    assert!(matches!(begin(&mut store, 2, &new), Err(Error::Refused(_))));
    let closed = Rectification { closed_on: Some(day("2024-08-01")), ..rectification(50, plan, units[0], Lit::Indicator(indicators[0])) };
    assert!(matches!(begin(&mut store, 2, &closed), Err(Error::Refused(_))), "what is open has no day of sign-off");
}

#[test]
fn what_is_put_right_listed_or_has_a_milestone_cannot_be_taken_out() {
    let place = Place::new();
    let mut store = create(&place);
    let Filled { plan, measure, units, indicators } = fill(&mut store);
    begin(&mut store, 2, &rectification(50, plan, units[0], Lit::Indicator(indicators[0]))).unwrap();
    assert_eq!((store.used_indicators(plan).unwrap(), store.used_measures(plan).unwrap()), (vec![indicators[0]], vec![]));
    let refused = store.transact(op(3, OperationKind::Edit, "删"), |w| w.delete_indicator(indicators[0])).unwrap_err();
    assert!(refused.to_string().contains("仍有内容用着要删除的它"), "{refused}");
    let clear = |w: &mut Writer<'_>| indicators.iter().skip(1).try_for_each(|id| w.delete_indicator(*id));
    store.undo(4, "王芳").unwrap();
    store.transact(op(5, OperationKind::Edit, "删"), |w| w.delete_indicator(indicators[0])).unwrap();
    store.transact(op(6, OperationKind::Edit, "删"), clear).unwrap();
    store.transact(op(7, OperationKind::Rectify, "挂牌"), |w| w.insert_listing(&listing(60, measure))).unwrap();
    assert_eq!(store.used_measures(plan).unwrap(), [measure]);
    let refused = store.transact(op(8, OperationKind::Edit, "删"), |w| w.delete_measure(measure)).unwrap_err();
    assert!(refused.to_string().contains("仍有内容用着要删除的它"), "{refused}");
    store.undo(9, "王芳").unwrap();
    begin(&mut store, 10, &rectification(51, plan, units[0], Lit::Measure(measure))).unwrap();
    assert_eq!(store.used_measures(plan).unwrap(), [measure]);
    assert!(store.transact(op(11, OperationKind::Edit, "删"), |w| w.delete_measure(measure)).is_err());
}

#[test]
fn a_unit_that_answers_for_a_rectification_cannot_be_taken_back_with_the_step_that_added_it() {
    let place = Place::new();
    let mut store = create(&place);
    let Filled { plan, indicators, .. } = fill(&mut store);
    let added = store.transact(op(2, OperationKind::Unit, "新增单位"), |w| w.upsert_unit(&unit(40, "南湾区"))).unwrap();
    begin(&mut store, 3, &rectification(50, plan, added, Lit::OwnIndicator(indicators[0]))).unwrap();
    let before = store.state_hash().unwrap();
    let refused = store.undo_operation(uid(1_000_002), 4, "王芳").unwrap_err();
    assert!(matches!(refused, Error::Refused(_) | Error::Conflict { .. }), "{refused}");
    assert_eq!(store.state_hash().unwrap(), before);
}

#[test]
fn a_listing_reads_back_with_its_inspections_and_is_in_force_once() {
    let place = Place::new();
    let mut store = create(&place);
    let Filled { plan, measure, .. } = fill(&mut store);
    let look = |n, on: &str| Inspection {
        uid: uid(n),
        made_on: day(on),
        finding: "仍差3处".to_owned(),
        who: "王芳".to_owned(),
        at: 1_700_000_000_000,
    };
    let id = store.transact(op(2, OperationKind::Rectify, "挂牌"), |w| w.insert_listing(&listing(60, measure))).unwrap();
    store.transact(op(3, OperationKind::Rectify, "督查"), |w| w.insert_inspection(id, &look(62, "2024-07-24"))).unwrap();
    store.transact(op(4, OperationKind::Rectify, "督查"), |w| w.insert_inspection(id, &look(61, "2024-07-17"))).unwrap();
    assert_eq!(store.listings(plan).unwrap()[0].data, listing(60, measure));
    assert_eq!(store.inspections(plan).unwrap()[&id], [look(61, "2024-07-17"), look(62, "2024-07-24")], "by their days");
    let again = store.transact(op(5, OperationKind::Rectify, "挂牌"), |w| w.insert_listing(&listing(63, measure)));
    assert!(matches!(again, Err(Error::Refused(_))), "{again:?}");
    let lift = |w: &mut Writer<'_>| w.lift_listing(uid(60), day("2024-09-01"));
    store.transact(op(6, OperationKind::Rectify, "摘牌"), lift).unwrap();
    assert!(matches!(store.transact(op(7, OperationKind::Rectify, "摘牌"), lift), Err(Error::Refused(_))));
    store.transact(op(8, OperationKind::Rectify, "挂牌"), |w| w.insert_listing(&listing(63, measure))).unwrap();
    assert_eq!(store.listings(plan).unwrap()[0].lifted_on, Some(day("2024-09-01")));
}

#[test]
fn an_evaluated_phase_keeps_its_findings_and_its_milestone() {
    let place = Place::new();
    let mut store = create(&place);
    let Filled { plan, .. } = fill(&mut store);
    let milestone = Milestone {
        uid: uid(70),
        plan_id: plan,
        measure_id: None,
        name: "部署阶段".to_owned(),
        due: Some(day("2024-03-31")),
        text: String::new(),
        done_on: None,
        evidence: None,
        position: 1,
    };
    let id = store.transact(op(2, OperationKind::Edit, "节点"), |w| w.insert_milestone(&milestone)).unwrap();
    assert_eq!(store.milestone(uid(70)).unwrap().unwrap().data, milestone);
    let closing = PhaseClosing {
        milestone_id: id,
        period: period("2024-03"),
        closed_on: day("2024-04-05"),
        findings: "部署到位".to_owned(),
        figures: "{\"lights\":{\"red\":1}}".to_owned(),
        who: "王芳".to_owned(),
        at: 1_700_000_000_000,
    };
    store.transact(op(3, OperationKind::Rectify, "评估"), |w| w.insert_phase_closing(&closing)).unwrap();
    assert_eq!(store.phase_closings(plan).unwrap(), std::slice::from_ref(&closing));
    let twice = store.transact(op(4, OperationKind::Rectify, "评估"), |w| w.insert_phase_closing(&closing));
    assert!(matches!(twice, Err(Error::Refused(_))));
    let gone = store.transact(op(5, OperationKind::Edit, "去掉"), |w| w.delete_milestone(uid(70))).unwrap_err();
    assert!(gone.to_string().contains("仍有内容用着要删除的它"), "{gone}");
    store.transact(op(6, OperationKind::Rectify, "重新评估"), |w| w.delete_phase_closing(id)).unwrap();
    assert_eq!(store.phase_closings(plan).unwrap(), []);
    store.undo(7, "王芳").unwrap();
    assert_eq!(store.phase_closings(plan).unwrap(), [closing]);
}
