//! What is asked about reported values.

use super::*;
use crate::ErrorKind;

fn asked(before: &str, now: &str, name: &str) -> Vec<String> {
    let mut office = Office::with_plan();
    office.record(name, LAKE, "2026-02", before);
    office.record(name, LAKE, "2026-03", now)
}

#[test]
fn only_a_cumulative_value_that_falls_is_asked_about() {
    assert_eq!(asked("90", "89", "新增托位"), ["fell"]);
    assert!(asked("90", "90", "新增托位").is_empty());
    assert!(asked("5", "4", "办结时间").is_empty(), "a state may fall");
}

#[test]
fn ten_times_the_last_value_is_asked_about_and_just_under_it_is_not() {
    assert_eq!(asked("12", "120", "新增托位"), ["tenfold"]);
    assert!(asked("12", "119.9", "新增托位").is_empty());
    assert!(asked("0", "500", "新增托位").is_empty(), "from nothing there is no factor");
    assert!(asked("9", "95", "备案率").is_empty(), "a rate has its own limit");
}

#[test]
fn the_limit_of_ten_times_is_ten_also_where_fractions_are_multiplied() {
    for (last, value, expected) in
        [("0.1", "0.99", false), ("0.1", "1", true), ("0.1", "1.01", true), ("0.7", "7", true), ("1.1", "11", true)]
    {
        assert_eq!(asked(last, value, "办结时间") == ["tenfold"], expected, "{last} then {value}");
    }
    assert!(asked("10", "99", "办结时间").is_empty(), "9.9 times");
    assert_eq!(asked("10", "100", "办结时间"), ["tenfold"]);
    assert_eq!(asked("10", "101", "办结时间"), ["tenfold"], "10.1 times");
}

#[test]
fn a_rate_above_100_is_asked_about() {
    assert_eq!(asked("90", "100.1", "备案率"), ["over_100"]);
    assert!(asked("90", "100", "备案率").is_empty());
    assert_eq!(asked("57/60", "61/60", "备案率"), ["over_100"]);
}

#[test]
fn the_last_value_is_the_one_of_the_period_before_not_a_later_one() {
    let mut office = Office::with_plan();
    office.record("新增托位", LAKE, "2026-01", "10");
    office.record("新增托位", LAKE, "2026-04", "90");
    assert!(office.record("新增托位", LAKE, "2026-02", "40").is_empty(), "less than April, more than January");
    assert!(office.record("新增托位", LAKE, "2026-03", "90").is_empty(), "as much as April");
    assert_eq!(office.record("新增托位", LAKE, "2026-03", "90.5"), ["above_next"], "then April would fall");
    assert!(office.record("办结时间", LAKE, "2026-03", "4").is_empty());
    assert!(office.record("办结时间", LAKE, "2026-02", "5").is_empty(), "a state may fall");
}

#[test]
fn values_written_together_are_held_against_each_other() {
    let mut office = Office::with_plan();
    let (indicator, unit) = (office.indicator("新增托位"), office.unit(LAKE));
    let input = |month, value: &str| EntryInput { indicator, unit, period: period(month), value: value.into(), note: None };
    let entries = vec![input("2026-01", "100"), input("2026-02", "80"), input("2026-03", "120")];
    let recorded = crate::record::record(&mut office.app, Record { entries }).unwrap();
    let asked: Vec<_> = recorded.questions.iter().map(|one| (one.code.as_str(), one.period.to_string())).collect();
    assert_eq!(asked, [("above_next", "2026-01".to_owned()), ("fell", "2026-02".to_owned())]);
    assert_eq!(recorded.questions[1].fact, "累计值比上期少20：1月100，2月80");
}

#[test]
fn a_unit_without_a_part_in_the_measure_is_asked_about_once() {
    let mut office = Office::with_plan();
    assert!(office.record("新增托位", LAKE, "2026-01", "10").is_empty(), "a member of the group that cooperates");
    assert_eq!(office.record("备案率", CENTRE, "2026-01", "90"), ["not_responsible"]);
    assert_eq!(office.record("备案率", CENTRE, "2026-01", "91"), ["not_responsible"], "still in doubt");
    assert!(office.record("备案率", CENTRE, "2026-02", "91").is_empty(), "it has reported before");
    let (indicator, unit) = (office.indicator("办结时间"), office.unit(CENTRE));
    let input = |month| EntryInput { indicator, unit, period: period(month), value: "4".into(), note: None };
    let recorded = crate::record::record(&mut office.app, Record { entries: vec![input("2026-01"), input("2026-02")] }).unwrap();
    assert_eq!(recorded.questions.len(), 1, "one question a unit, however many months");
}

#[test]
fn a_unit_that_got_no_share_of_the_target_is_asked_about() {
    let mut office = Office::with_plan();
    let (indicator, lake) = (office.indicator("新增托位"), office.unit(LAKE));
    crate::indicators::allocate(&mut office.app, indicator, lake, "700").unwrap();
    assert!(office.record("新增托位", LAKE, "2026-01", "10").is_empty());
    assert_eq!(
        office.record("新增托位", HILL, "2026-01", "10"),
        ["not_responsible"],
        "it has a part in the measure, but none of the target"
    );
}

#[test]
fn a_value_of_a_period_before_the_indicator_starts_is_asked_about() {
    for (start, expected) in [("2026-03-01", &["before_start"][..]), ("2026-02-28", &[]), ("2026-02-01", &[])] {
        let mut office = Office::with_plan();
        let indicator = office.indicator("新增托位");
        let row = office.app.store().unwrap().indicator(indicator).unwrap().unwrap();
        let mut changed = row.data.clone();
        changed.indicator.start = start.parse().unwrap();
        let operation = office.app.operation(store::OperationKind::Edit, "改起始日");
        office.app.store_mut().unwrap().transact(operation, |w| w.update_indicator(&changed)).unwrap();
        assert_eq!(office.record("新增托位", LAKE, "2026-02", "10"), expected, "starts {start}");
    }
}

#[test]
fn of_a_block_what_can_be_written_is_and_the_rest_is_named() {
    let mut office = Office::with_plan();
    let (beds, days, lake) = (office.indicator("新增托位"), office.indicator("办结时间"), office.unit(LAKE));
    let input = |indicator, value: &str| EntryInput { indicator, unit: lake, period: period("2026-03"), value: value.into(), note: None };
    let entries = vec![input(beds, "90"), input(days, "三天")];
    let done = crate::record::record_each(&mut office.app, Record { entries }).unwrap();
    assert_eq!((done.changed, done.refused.len(), done.refused[0].indicator), (1, 1, days));
    assert!(done.refused[0].message.contains("“三天”不是数字"), "{}", done.refused[0].message);
    let before = office.hash();
    let none = crate::record::record_each(&mut office.app, Record { entries: vec![input(days, "三天")] }).unwrap();
    assert_eq!((none.changed, none.refused.len(), office.hash()), (0, 1, before));
}

#[test]
fn all_values_are_written_or_none() {
    let mut office = Office::with_plan();
    let (beds, days, lake) = (office.indicator("新增托位"), office.indicator("办结时间"), office.unit(LAKE));
    let before = office.hash();
    let input = |indicator, value: &str| EntryInput { indicator, unit: lake, period: period("2026-03"), value: value.into(), note: None };
    let error = crate::record::record(&mut office.app, Record { entries: vec![input(beds, "90"), input(days, "三天")] }).unwrap_err();
    assert_eq!((error.kind, office.hash()), (ErrorKind::Invalid, before));
    assert!(error.message.contains("投诉办结时间，东湖区卫生健康局，2026年3月：“三天”不是数字"), "{error}");
}

#[test]
fn a_note_stays_until_it_is_emptied_and_an_empty_value_takes_the_entry_back() {
    let mut office = Office::with_plan();
    let (indicator, unit) = (office.indicator("新增托位"), office.unit(LAKE));
    let mut write = |value: &str, note: Option<&str>| {
        let input = EntryInput { indicator, unit, period: period("2026-03"), value: value.into(), note: note.map(str::to_owned) };
        crate::record::record(&mut office.app, Record { entries: vec![input] }).unwrap();
        let store = office.app.store().unwrap();
        let id = |uid| store.unit(uid).unwrap().unwrap().id;
        let entry = store.entry(store.indicator(indicator).unwrap().unwrap().id, id(unit), period("2026-03")).unwrap();
        entry.map(|entry| (entry.figure.is_some(), entry.typed, entry.note))
    };
    assert_eq!(write("0.01万个", Some("含改建 ")), Some((true, Some("0.01万个".into()), Some("含改建".into()))));
    assert_eq!(write("101", None), Some((true, None, Some("含改建".into()))));
    assert_eq!(write("", None), Some((false, None, Some("含改建".into()))), "words without a figure");
    assert_eq!(write("", Some("")), None);
}

#[test]
fn one_stretch_of_time_reported_twice_is_asked_about_and_counts_once() {
    let mut office = Office::with_plan();
    office.record("新增托位", CENTRE, "2026-06", "100");
    assert_eq!(office.record("新增托位", CENTRE, "2026-Q2", "100"), [""; 0], "the same figure is no question");
    assert_eq!(office.record("新增托位", CENTRE, "2026-Q2", "120"), ["overlap"]);
    let indicator = office.indicator("育婴员");
    office.call("indicator_set", serde_json::json!({ "indicators": [indicator], "kind": "increment" }));
    office.record("育婴员", CENTRE, "2026-01", "10");
    office.record("育婴员", CENTRE, "2026-03", "30");
    assert_eq!(office.record("育婴员", CENTRE, "2026-Q1", "40"), [""; 0], "what adds up is no question");
    assert_eq!(office.record("育婴员", CENTRE, "2026-Q1", "50"), ["overlap"]);
    assert_eq!(office.record("育婴员", CENTRE, "2026-02", "5"), ["overlap"], "the quarter holds it already");
    assert_eq!(office.status("2026-03", "育婴员").value, Some(50.0));
}

#[test]
fn a_negative_count_is_asked_about_and_a_negative_growth_is_not() {
    let mut office = Office::with_plan();
    assert_eq!(office.record("新增托位", CENTRE, "2026-01", "-1"), ["negative"]);
    assert_eq!(office.record("新增托位", CENTRE, "2026-02", "0"), [""; 0]);
    office.import("增长.txt", "云州市2026年服务贸易工作要点\n\n一、增长\n\n1.扩大规模。服务收入同比增长8%。（责任单位：市托育中心）\n");
    let plans = office.app.store().unwrap().plans().unwrap();
    let plan = plans.iter().find(|plan| plan.data.title.contains("服务贸易")).unwrap().data.uid;
    let growth = indicators::list(&mut office.app, OfPlan { plan }).unwrap().remove(0).id;
    let input = EntryInput { indicator: growth, unit: office.unit(CENTRE), period: period("2026-01"), value: "-2".into(), note: None };
    assert_eq!(crate::record::record(&mut office.app, Record { entries: vec![input] }).unwrap().questions, []);
}
