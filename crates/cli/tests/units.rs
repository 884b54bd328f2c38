//! Units by the command line: renamed, grouped, put in order, merged, deleted.

mod common;

use common::*;
use serde_json::{Value, json};

const SPELT: &str = "东湖区卫健局";

fn unit(place: &Place, name: &str) -> Value {
    place.json(&["units"]).as_array().unwrap().iter().find(|unit| unit["name"] == name).unwrap_or_else(|| panic!("no {name}")).clone()
}

fn indicator(place: &Place, name: &str) -> String {
    let all = place.json(&["indicators"]);
    let found = all.as_array().unwrap().iter().find(|one| one["name"].as_str().unwrap().contains(name)).unwrap().clone();
    found["id"].as_str().unwrap().to_owned()
}

fn record(place: &Place, unit: &str, value: &str) {
    let beds = indicator(place, "托位");
    place.done(&["record", "--indicator", &beds, "--unit", unit, "--period", "2026-03", "--value", value]);
}

#[test]
fn units_are_listed_with_names_parents_members_and_counts() {
    let place = Place::with_plan();
    let lake = unit(&place, LAKE);
    has_keys(
        &lake,
        &["id", "name", "short_name", "aliases", "is_group", "members", "parent", "depth", "groups", "measures", "figures", "keys"],
    );
    assert_eq!(lake["measures"], json!({"lead": 0, "responsible": 1, "cooperating": 2}));
    assert_eq!((&lake["groups"], &unit(&place, GROUP)["members"][0]), (&json!([unit(&place, GROUP)["id"]]), &lake["id"]));
    assert!(place.done(&["units"]).contains("各县（区）卫生健康局（单位组，2个成员），配合1项"));
}

#[test]
fn a_unit_gets_names_a_parent_a_group_and_a_place() {
    let place = Place::with_plan();
    place.done(&["unit", "rename", LAKE, "东湖区卫生健康委员会"]);
    place.done(&["unit", "alias", LAKE, "--add", SPELT, "--short", "东湖"]);
    place.done(&["unit", "parent", "东湖", CENTRE]);
    let lake = unit(&place, "东湖区卫生健康委员会");
    assert_eq!((&lake["short_name"], &lake["depth"], &lake["parent"]), (&json!("东湖"), &json!(1), &unit(&place, CENTRE)["id"]));
    assert_eq!(lake["aliases"], json!([SPELT, LAKE]));
    place.done(&["unit", "alias", SPELT, "--remove", SPELT, "--short", ""]);
    place.done(&["unit", "parent", LAKE]);
    place.done(&["unit", "rename", LAKE, "东湖区卫健委", "--forget"]);
    assert_eq!(
        (unit(&place, "东湖区卫健委")["aliases"].clone(), unit(&place, "东湖区卫健委")["short_name"].clone()),
        (json!([LAKE]), Value::Null)
    );
    place.done(&["unit", "group", GROUP, "--remove", LAKE, "--add", CENTRE]);
    assert_eq!(unit(&place, GROUP)["members"].as_array().unwrap().len(), 2);
    place.done(&["unit", "move", HILL, "--before", CENTRE]);
    assert_eq!(place.json(&["units"])[0]["name"], HILL);
    assert_eq!(place.json(&["unit", "move", "--as-in-document"])["moved"], 4);
    assert_eq!(place.json(&["units"])[0]["name"], CENTRE);
}

#[test]
fn two_spellings_are_merged_once_every_clash_is_decided() {
    let place = Place::with_plan();
    place.done(&["unit", "add", SPELT]);
    record(&place, LAKE, "60");
    record(&place, SPELT, "66");
    let preview = place.json(&["unit", "merge", SPELT, "--into", LAKE, "--preview"]);
    has_keys(&preview, &["from", "into", "moves", "aliases", "clashes"]);
    has_keys(&preview["clashes"][0], &["key", "what", "name", "period", "ours", "theirs", "sum"]);
    assert_eq!((&preview["clashes"][0]["ours"], &preview["clashes"][0]["theirs"]), (&json!("60"), &json!("66")));
    let said = place.refused(&["unit", "merge", SPELT, "--into", LAKE]);
    assert!(said.contains("有1处不一致") && said.contains("办法"), "{said}");
    let before = place.hash();
    let survivor = place.json(&["unit", "merge", SPELT, "--into", LAKE, "--on-conflict", "add"]);
    assert_eq!((&survivor["name"], &survivor["aliases"], &survivor["figures"]), (&json!(LAKE), &json!([SPELT]), &json!(1)));
    place.done(&["undo"]);
    assert_eq!(place.hash(), before);
}

#[test]
fn wrong_words_are_refused_with_what_to_do() {
    let place = Place::with_plan();
    for (args, says) in [
        (vec!["unit", "add", "东湖区 卫生健康局"], "只差空格或括号"),
        (vec!["unit", "add", " "], "单位名称没有填"),
        (vec!["unit", "rename", LAKE, HILL], "已经有单位叫“西山区卫生健康局”"),
        (vec!["unit", "alias", LAKE, "--remove", "东湖"], "没有“东湖”这个别名"),
        (vec!["unit", "parent", LAKE, LAKE], "不能是它自己"),
        (vec!["unit", "group", GROUP, "--remove", CENTRE], "不是“各县（区）卫生健康局”的成员"),
        (vec!["unit", "delete", LAKE], "还不能删除"),
        (vec!["unit", "merge", LAKE, "--into", GROUP], "是单位组"),
        (vec!["unit", "move", "北山区"], "台账里没有单位“北山区”"),
    ] {
        let said = place.refused(&args);
        assert!(said.contains(says) && said.contains("办法"), "{args:?}: {said}");
    }
    for wrong in [vec!["unit", "move"], vec!["unit", "merge", LAKE], vec!["unit", "merge", LAKE, "--into", HILL, "--on-conflict", "half"]] {
        assert_eq!(place.run(&wrong).status.code(), Some(2), "{wrong:?}");
    }
}
