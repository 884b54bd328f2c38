//! Who reports what, in which part, against which share.

use super::*;
use crate::book::Book;
use domain::Role;
use serde_json::json;

fn book(office: &Office, month: &str) -> Book {
    Book::load(office.app.store().unwrap(), office.plan(), period(month)).unwrap()
}

fn row<'a>(book: &'a Book, name: &str) -> &'a store::IndicatorRow {
    book.indicators.iter().find(|row| row.data.indicator.name.contains(name)).unwrap()
}

fn reporters<'a>(book: &'a Book, name: &str) -> Vec<&'a str> {
    book.reporters(row(book, name)).iter().map(|unit| book.unit(*unit).unit.name.as_str()).collect()
}

fn allocate(office: &mut Office, name: &str, unit: &str, target: &str) {
    let (indicator, unit) = (office.indicator(name), office.unit(unit));
    indicators::allocate(&mut office.app, indicator, unit, target).unwrap();
}

#[test]
fn a_groups_members_report_in_its_place_each_once() {
    let mut office = Office::with_plan();
    assert_eq!(reporters(&book(&office, "2026-03"), "新增托位"), [CENTRE, LAKE, HILL]);
    units::add(&mut office.app, UnitAdd { name: CENTRE.into(), group: Some(GROUP.into()) }).unwrap();
    assert_eq!(reporters(&book(&office, "2026-03"), "新增托位"), [CENTRE, LAKE, HILL]);
}

#[test]
fn an_empty_group_reports_itself() {
    let mut office = Office::new();
    office.import("要点.txt", PLAN);
    assert_eq!(reporters(&book(&office, "2026-03"), "新增托位"), [CENTRE, GROUP]);
}

#[test]
fn who_has_a_share_reports_and_who_has_reported_all_the_same() {
    let mut office = Office::with_plan();
    allocate(&mut office, "新增托位", HILL, "500");
    assert_eq!(reporters(&book(&office, "2026-03"), "新增托位"), [HILL]);
    assert_eq!(office.record("新增托位", CENTRE, "2026-02", "3"), ["not_responsible"]);
    assert_eq!(reporters(&book(&office, "2026-01"), "新增托位"), [HILL], "not yet known in January");
    assert_eq!(reporters(&book(&office, "2026-03"), "新增托位"), [HILL, CENTRE]);
}

#[test]
fn a_part_comes_by_name_or_through_a_group_and_the_higher_one_counts() {
    let mut office = Office::with_plan();
    units::add(&mut office.app, UnitAdd { name: CENTRE.into(), group: Some(GROUP.into()) }).unwrap();
    let book = book(&office, "2026-03");
    let role = |measure: usize, name: &str| {
        let unit = office.app.store().unwrap().unit(office.unit(name)).unwrap().unwrap().id;
        book.role(&book.measures[measure], unit)
    };
    assert_eq!((role(0, CENTRE), role(0, LAKE), role(0, GROUP)), (Some(Role::Lead), Some(Role::Cooperating), Some(Role::Cooperating)));
    assert_eq!((role(1, CENTRE), role(1, LAKE)), (None, Some(Role::Responsible)));
}

#[test]
fn a_unit_is_judged_by_its_share_or_by_what_holds_for_all() {
    let mut office = Office::with_plan();
    allocate(&mut office, "新增托位", LAKE, "600");
    allocate(&mut office, "新增托位", HILL, "600");
    office.record("新增托位", LAKE, "2026-06", "300");
    office.record("备案率", LAKE, "2026-06", "57/60");
    office.record("育婴员", LAKE, "2026-06", "100");
    let book = book(&office, "2026-06");
    let lake = office.app.store().unwrap().unit(office.unit(LAKE)).unwrap().unwrap().id;
    let reason = |name: &str| book.unit_standing(row(&book, name), lake, period("2026-06")).judgement.reason;
    assert_eq!(reason("新增托位"), "与序时进度持平".replacen("与", "应达50.0%，实达50.0%，与", 1));
    assert_eq!(reason("备案率"), "达标，现值95%，目标≥90%");
    assert_eq!(reason("育婴员"), "没有分解到本单位的目标，只计入汇总");
    assert_eq!(reason("办结时间"), "本期未报");
}

#[test]
fn the_grid_shows_a_units_own_rows_with_what_it_reported() {
    let mut office = Office::with_plan();
    office.record("新增托位", LAKE, "2026-02", "90");
    office.record("备案率", LAKE, "2026-03", "57/60");
    let (plan, lake) = (office.plan(), office.unit(LAKE));
    let grid = office.call("grid", json!({"plan": plan, "period": "2026-03", "unit": lake}));
    let labels: Vec<&Value> = grid["periods"].as_array().unwrap().iter().map(|column| &column["label"]).collect();
    assert_eq!(labels, ["1月", "2月", "3月"]);
    let units: Vec<Value> = grid["units"].as_array().unwrap().iter().map(|u| json!([u["unit"]["name"], u["filled"], u["total"]])).collect();
    assert_eq!(units, [json!([CENTRE, 0, 2]), json!([LAKE, 1, 4]), json!([HILL, 0, 4])]);
    let rows = grid["rows"].as_array().unwrap();
    assert_eq!(rows.len(), 4);
    let beds = &rows[0];
    assert_eq!((&beds["measure"]["number"], &beds["last"]["text"], &beds["cells"][1]["text"]), (&json!("1"), &json!("90"), &json!("90")));
    assert_eq!(beds["cells"][1]["by"], "王芳 2026-04-02 09:30");
    assert_eq!(beds["target_label"], "合计≥1200", "its part of the target is not stated");
    let filed = rows.iter().find(|row| row["name"].as_str().unwrap().contains("备案率")).unwrap();
    let cell = &filed["cells"][2];
    assert_eq!((&cell["text"], &cell["numerator"], &cell["denominator"]), (&json!("95"), &json!(57.0), &json!(60.0)));
    let empty = office.call("grid", json!({"plan": plan, "period": "2026-03", "unit": null}));
    assert_eq!(empty["unit"]["name"], CENTRE, "the first unit where none is named");
}

#[test]
fn measures_are_as_their_worst_indicator_and_are_found_by_initials() {
    let mut office = Office::with_plan();
    office.record("备案率", LAKE, "2026-03", "57/60");
    office.record("办结时间", HILL, "2026-03", "9");
    let list = office.call("measures", json!({"plan": office.plan(), "period": "2026-03"}));
    assert_eq!(list["sections"][0]["title"], "一、托育供给");
    let measure = &list["measures"][1];
    assert_eq!((&measure["light"], &measure["indicators"]), (&json!("red"), &json!(2)));
    assert!(measure["reason"].as_str().unwrap().contains("未达标，现值9天，目标≤5天，相差4天"), "{measure}");
    assert!(measure["keys"].as_str().unwrap().contains("gfjggl"), "{measure}");
    let units: Vec<&Value> = list["units"].as_array().unwrap().iter().map(|unit| &unit["name"]).collect();
    assert_eq!(units, [CENTRE, GROUP, LAKE, HILL]);

    let detail = office.call("measure", json!({"measure": measure["id"], "period": "2026-03"}));
    assert_eq!((&detail["section"], &detail["row"]["id"]), (&json!("一、托育供给"), &measure["id"]));
    assert_eq!(detail["history"].as_array().unwrap().len(), 2);
    let marked: Vec<String> = detail["marks"].as_array().unwrap().iter().map(|mark| mark["kind"].as_str().unwrap().to_owned()).collect();
    assert!(marked.contains(&"target".to_owned()), "{marked:?}");
}

#[test]
fn of_a_grey_measure_the_indicator_that_is_missing_speaks() {
    let mut office = Office::with_plan();
    for name in ["新增托位", "育婴员"] {
        let indicator = office.indicator(name);
        let pace = |pace| IndicatorSet { pace: Some(pace), ..IndicatorSet::of(indicator) };
        crate::terms::set(&mut office.app, pace(domain::Pace::ByDue)).unwrap();
        let list = office.call("measures", json!({"plan": office.plan(), "period": "2026-03"}));
        assert_eq!(
            (&list["measures"][0]["light"], &list["measures"][0]["word"]),
            (&json!("grey"), &json!("未报")),
            "{name} is not due yet"
        );
        crate::terms::set(&mut office.app, pace(domain::Pace::Accumulate)).unwrap();
    }
}

#[test]
fn a_period_outside_the_plan_is_refused_by_every_view() {
    let mut office = Office::with_plan();
    let of = json!({"plan": office.plan(), "period": "2027-01", "unit": null, "units": []});
    for command in ["status", "overview", "measures", "grid", "board"] {
        let error = office.refused(command, of.clone());
        assert!(error.message.starts_with("2027年1月不在计划期内"), "{command}: {error}");
    }
}

#[test]
fn three_reports_are_projected_to_the_due_day_and_a_line_to_hold_is_not() {
    let mut office = Office::with_plan();
    for (month, value) in [("2026-01", "80"), ("2026-02", "160"), ("2026-03", "250")] {
        office.record("新增托位", CENTRE, month, value);
        office.record("备案率", LAKE, month, "80%");
    }
    let forecast = |office: &mut Office, name: &str, month: &str| {
        let of = ChartOf::trend(office.indicator(name), period(month));
        crate::chart::show(&mut office.app, of).unwrap().forecast
    };
    // Slopes a month are 80, 90 and 85; the median is 85: 250 + 9 × 85 = 1015.
    assert_eq!(forecast(&mut office, "新增托位", "2026-03").as_deref(), Some("按已报3期的走势推算，到期约1015个，比目标差185个"));
    assert_eq!(forecast(&mut office, "新增托位", "2026-02"), None, "two reports are too few");
    assert_eq!(forecast(&mut office, "备案率", "2026-03"), None);
}

#[test]
fn what_was_due_keeps_its_last_figure_until_somebody_reports_later() {
    let mut office = Office::with_plan();
    let indicator = office.indicator("新增托位");
    office.call("indicator_set", serde_json::json!({ "indicators": [indicator], "due": "2026-06-30" }));
    office.record("新增托位", CENTRE, "2026-06", "1000");
    let june = office.status("2026-06", "新增托位");
    let september = office.status("2026-09", "新增托位");
    assert_eq!((september.light, september.value, &september.reason), (june.light, Some(1000.0), &june.reason));
    office.record("新增托位", CENTRE, "2026-08", "1200");
    assert_eq!(office.status("2026-08", "新增托位").light.code(), "done", "made good late");
    assert_eq!(office.status("2026-09", "新增托位").value, Some(1200.0), "and stands from then on");
    let plan = office.plan();
    let of = GridOf { plan, period: period("2026-09"), by: SheetBy::Unit, unit: Some(office.unit(CENTRE)), indicator: None };
    let grid = crate::grid::grid(&mut office.app, of).unwrap();
    assert_eq!(grid.rows[0].word.as_deref(), Some("只汇总"), "a unit is not said to owe what was due in June");
}
