//! What an office sets itself: units and groups, shares of a target, how an indicator is judged.

mod common;

use common::*;
use serde_json::{Value, json};

#[test]
fn a_unit_joins_a_group_whichever_way_its_brackets_are_written() {
    let place = Place::new();
    place.import();
    let unit = place.json(&["unit", "add", "南河县卫生健康局", "--in", "各县(区)卫生健康局"]);
    has_keys(&unit, &["id", "name", "short_name", "aliases", "is_group", "members"]);
    let units = place.json(&["units"]);
    let group = units.as_array().unwrap().iter().find(|unit| unit["name"] == GROUP).unwrap();
    assert_eq!(group["members"], json!([unit["id"]]));
    assert_eq!(units.as_array().unwrap().len(), 5, "no second group was made");
    let again = place.json(&["unit", "add", "南河县 卫生健康局", "--in", GROUP]);
    assert_eq!(again["id"], unit["id"], "blanks in a name make no other unit");
    // The members report in the group's place.
    assert_eq!(place.standing("2026-03", "新增托位")["missing_units"], json!([CENTRE, "南河县卫生健康局"]));
}

#[test]
fn a_unit_without_a_group_is_added_once() {
    let place = Place::new();
    place.import();
    let first = place.json(&["unit", "add", "市妇幼保健院"]);
    let hash = place.hash();
    assert_eq!(place.json(&["unit", "add", "市妇幼保健院"]), first);
    assert_eq!(place.hash(), hash);
    let said = place.refused(&["unit", "add", "市中医院", "--in", "各委属医院"]);
    assert!(said.contains("台账里没有单位“各委属医院”"), "{said}");
    let said = place.refused(&["unit", "add", GROUP, "--in", GROUP]);
    assert!(said.contains("不能加入它自己"), "{said}");
}

#[test]
fn a_share_is_the_units_own_target_and_can_be_taken_away() {
    let place = Place::with_plan();
    let beds = place.indicator("新增托位");
    place.json(&["allocate", &beds, "--unit", LAKE, "--target", "0.07万个"]);
    assert_eq!(place.standing("2026-03", "新增托位")["missing_units"], json!([LAKE]), "who has a share reports");
    let sheet = workbook::read_return(&std::fs::read(place.export(LAKE, "2026-03")).unwrap()).unwrap();
    assert_eq!(sheet.rows.len(), 5, "its own indicators and no others");
    place.json(&["allocate", &beds, "--unit", LAKE, "--target", ""]);
    assert_eq!(place.standing("2026-03", "新增托位")["missing_units"], json!([CENTRE, LAKE, HILL]));
    let said = place.refused(&["allocate", &beds, "--unit", LAKE, "--target", "7家"]);
    assert!(said.contains("“7家”的单位是“家”，不是“个”"), "{said}");
}

#[test]
fn every_way_an_indicator_is_judged_can_be_set() {
    let place = Place::with_plan();
    let beds = place.indicator("新增托位");
    let set = |option: &str, value: &str| place.json(&["indicator", "set", &beds, option, value]);
    assert_eq!(set("--kind", "increment")["kind"], "increment");
    assert_eq!(set("--kind", "累计")["kind"], "cumulative");
    assert_eq!(set("--pace", "by-due")["pace"], "by_due");
    assert_eq!(set("--roll-up", "weighted")["roll_up"], "weighted");
    assert_eq!(set("--baseline", "300")["baseline"], 300.0);
    assert_eq!(set("--target", "0.15万个")["target"], 1500.0);
    assert_eq!(set("--due", "2026-10-31")["due"], "2026-10-31");
    let last = set("--weight", "2.5");
    assert_eq!(last["weight"], 2.5);
    let kept = ["kind", "pace", "roll_up", "baseline", "target", "due"].map(|key| last[key].clone());
    assert_eq!(kept.as_slice(), json!(["cumulative", "by_due", "weighted", 300.0, 1500.0, "2026-10-31"]).as_array().unwrap());
    assert_eq!(set("--baseline", "")["baseline"], Value::Null, "an empty one is taken away");
    let labels: Vec<Value> = column(&place.json(&["history"])["operations"], "label").into_iter().cloned().collect();
    assert_eq!(labels[1], "修改指标“新增托位”：权重1改为2.5");
}

#[test]
fn a_baseline_and_a_due_day_change_the_judgement_as_by_hand() {
    let place = Place::with_plan();
    let beds = place.indicator("新增托位");
    place.json(&["indicator", "set", &beds, "--baseline", "200", "--due", "2026-06-30"]);
    for (unit, value) in [(LAKE, "300"), (HILL, "300"), (CENTRE, "0")] {
        place.record(&beds, unit, "2026-03", value);
    }
    // (600 − 200) / (1200 − 200) = 40 %; 3 of 6 months have passed: 50 − 40 = 10 points, yellow.
    let standing = place.standing("2026-03", "新增托位");
    near(&standing["completion"], 0.4);
    near(&standing["lag"], 0.1);
    assert_eq!((&standing["light"], &standing["reason"]), (&json!("yellow"), &json!("应达50.0%，实达40.0%，落后10.0个百分点")));
}

#[test]
fn what_cannot_be_set_is_refused() {
    let place = Place::with_plan();
    let (beds, nurses) = (place.indicator("新增托位"), place.indicator("育婴员"));
    let refused = |args: &[&str], wanted: &str| {
        let said = place.refused(&[&["indicator", "set"], args].concat());
        assert!(said.contains(wanted), "{said}");
    };
    refused(&[&beds, "--target", "很多"], "目标值：“很多”不是数字");
    refused(&[&beds, "--target", "12家"], "“12家”的单位是“家”，不是“个”");
    refused(&[&beds, "--weight", "-1"], "权重“-1”不是0到1000之间的数");
    refused(&[&beds, "--due", "2025-12-31"], "到期日2025-12-31早于起始日2026-01-01");
    refused(&[&nurses, "--target", "500"], "目标值500超过了上限400");
}
