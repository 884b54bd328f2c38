//! This year's plan against last year's: proposed by the wording, confirmed, and then one series.

use super::*;
use crate::ErrorKind;
use crate::compare;
use serde_json::json;

const LAST: &str = "云州市2025年托育工作要点

一、托育供给

1.扩大普惠托位供给。全年新增托位1000个。（牵头单位：市托育中心）

2.加强从业人员培训。培训育婴员300人，保育员持证率不低于85%。（责任单位：市托育中心）

3.开展托育服务宣传月活动。举办宣传活动12场。（责任单位：市托育中心）
";

const THIS: &str = "云州市2026年托育工作要点

一、人才

1.持续加强从业人员培训。培训育婴员400人，保育员持证率不低于90%。（责任单位：市托育中心）

二、供给

2.扩大托位供给。全年新增托位1200个。（牵头单位：市托育中心）

3.建设托育综合监管平台。接入托育机构60家。（责任单位：市托育中心）
";

/// Both years in one ledger; the district reports nothing, so figures are the centre's.
fn two_years() -> (Office, Uid, Uid) {
    let mut office = Office::new();
    let last = office.import("2025.txt", LAST).plan;
    let this = office.import("2026.txt", THIS).plan;
    (office, last, this)
}

fn compared(office: &mut Office, plan: Uid) -> Comparison {
    compare::show(&mut office.app, CompareOf { plan, with: None }).unwrap()
}

fn indicator_of(office: &mut Office, plan: Uid, name: &str) -> Uid {
    let all = indicators::list(&mut office.app, OfPlan { plan }).unwrap();
    all.into_iter().find(|one| one.name.contains(name)).unwrap_or_else(|| panic!("no {name}")).id
}

fn report(office: &mut Office, indicator: Uid, month: &str, value: &str) {
    let unit = office.unit(CENTRE);
    let input = EntryInput { indicator, unit, period: period(month), value: value.into(), note: None };
    crate::record::record(&mut office.app, Record { entries: vec![input] }).unwrap();
}

/// Says of every measure and indicator what it is proposed to go on from.
fn told(comparison: &Comparison) -> Vec<String> {
    let old = |uid: Option<Uid>| {
        let measure = comparison.earlier.iter().filter_map(|row| row.measure.as_ref()).find(|row| Some(row.id) == uid);
        let indicators = comparison.earlier.iter().flat_map(|row| &row.indicators);
        let indicator = indicators.clone().find(|row| Some(row.id) == uid);
        measure.map(|row| row.title.clone()).or(indicator.map(|row| row.name.clone())).unwrap_or("新".into())
    };
    let line = |name: &str, link: &Link| format!("{name}{}{}", if link.confirmed { "＝" } else { "←" }, old(link.to));
    let measure = |row: &ComparedMeasure| {
        let own = row.measure.iter().map(|measure| line(&measure.title, &row.earlier)).collect::<Vec<_>>();
        own.into_iter().chain(row.indicators.iter().map(|one| line(&one.name, &one.earlier))).collect::<Vec<_>>()
    };
    comparison.measures.iter().flat_map(measure).collect()
}

#[test]
fn what_goes_on_is_proposed_by_the_wording_whatever_its_number() {
    let (mut office, last, this) = two_years();
    let comparison = compared(&mut office, this);
    assert_eq!(comparison.with.as_ref().map(|plan| plan.id), Some(last));
    assert_eq!(
        told(&comparison),
        [
            "持续加强从业人员培训←加强从业人员培训",
            "培训育婴员←培训育婴员",
            "保育员持证率←保育员持证率",
            "扩大托位供给←扩大普惠托位供给",
            "新增托位←新增托位",
            "建设托育综合监管平台←新",
            "接入托育机构←新",
        ]
    );
    let none = compared(&mut office, last);
    assert_eq!((none.with, none.choices.len(), none.measures.len()), (None, 0, 3));
}

#[test]
fn nothing_goes_on_before_a_person_says_so_and_saying_so_is_one_step() {
    let (mut office, _, this) = two_years();
    let before = office.hash();
    let comparison = compared(&mut office, this);
    assert_eq!(office.hash(), before, "looking changes nothing");
    let mut request = compare::proposed(&comparison);
    assert_eq!((request.measures.len(), request.indicators.len()), (2, 3));
    let refused = request.indicators.pop().unwrap();
    let after = compare::confirm(&mut office.app, request).unwrap();
    let told = told(&after);
    assert!(told.contains(&"培训育婴员＝培训育婴员".to_owned()), "{told:?}");
    assert!(told.contains(&"新增托位←新增托位".to_owned()), "what was not confirmed stays a proposal: {told:?}");
    let nothing = Continue { plan: this, measures: vec![], indicators: vec![Continued { item: refused.item, earlier: None }] };
    let decided = compare::confirm(&mut office.app, nothing).unwrap();
    assert!(self::told(&decided).contains(&"新增托位＝新".to_owned()), "what a person said is new is not proposed again");
    office.call("undo", json!({}));
    office.call("undo", json!({}));
    assert_eq!(office.hash(), before);
}

#[test]
fn a_series_goes_on_in_chart_table_and_years() {
    let (mut office, last, this) = two_years();
    let (old, new) = (indicator_of(&mut office, last, "新增托位"), indicator_of(&mut office, this, "新增托位"));
    report(&mut office, old, "2025-03", "220");
    report(&mut office, old, "2025-06", "560");
    report(&mut office, old, "2025-12", "1040");
    report(&mut office, new, "2026-03", "310");
    let chart = |office: &mut Office| {
        let of = ChartOf::trend(new, period("2026-03"));
        crate::chart::show(&mut office.app, of).unwrap()
    };
    assert!(chart(&mut office).points.iter().all(|row| row.before.is_none()));
    let request = compare::proposed(&compared(&mut office, this));
    compare::confirm(&mut office.app, request).unwrap();
    let chart = chart(&mut office);
    let before: Vec<Option<f64>> = chart.points.iter().map(|row| row.before).collect();
    assert_eq!((before[1], before[2], before[5], before[11]), (None, Some(220.0), Some(560.0), Some(1040.0)));
    assert!(chart.svg.contains("上年同期") && chart.alt.contains("上年同期220"), "{}", chart.alt);

    let measure = compared(&mut office, this).measures[1].measure.as_ref().unwrap().id;
    let detail = office.call("measure", json!({ "measure": measure, "period": "2026-03" }));
    let years = detail["years"][0].as_array().unwrap();
    let row = |at: usize| (years[at]["period"].as_str().unwrap(), years[at]["target_label"].as_str().unwrap(), years[at]["value"].as_f64());
    assert_eq!(row(0), ("2025年12月", "≥1000", Some(1040.0)));
    assert_eq!(row(1), ("2026年3月", "≥1200", Some(310.0)));
}

#[test]
fn only_what_counts_the_same_thing_is_one_series() {
    let mut office = Office::new();
    office.import("2025.txt", "云州市2025年工作要点\n\n1.提升培训能力。培训骨干医师达到30%。（责任单位：市托育中心）\n");
    let this = office.import("2026.txt", "云州市2026年工作要点\n\n1.提升培训能力。培训骨干医师200人。（责任单位：市托育中心）\n").plan;
    let comparison = compared(&mut office, this);
    assert!(comparison.measures[0].earlier.to.is_some());
    assert_eq!(comparison.measures[0].indicators[0].earlier, Link { to: None, confirmed: false, likeness: None });
}

#[test]
fn a_plan_does_not_go_on_from_itself_or_a_later_one() {
    let (mut office, last, this) = two_years();
    let refused = office.refused("compare", json!({ "plan": last, "with": this }));
    assert_eq!(refused.kind, ErrorKind::Invalid);
    assert!(refused.message.contains("不早于"), "{}", refused.message);
    let (old, new) = (indicator_of(&mut office, last, "新增托位"), indicator_of(&mut office, this, "新增托位"));
    let before = office.hash();
    let turned = json!({ "plan": last, "measures": [], "indicators": [{ "item": old, "earlier": new }] });
    assert_eq!(office.refused("continue_from", turned).kind, ErrorKind::NotFound);
    assert_eq!(office.hash(), before);
}
