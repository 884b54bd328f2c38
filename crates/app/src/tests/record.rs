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
