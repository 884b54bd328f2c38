//! Periods closed and opened again; each command is a process of its own.

mod common;

use common::*;
use serde_json::json;

const BEDS: &str = "新增托位";

/// A ledger whose January is reported. The months of the plan lie in the past or the future of whoever runs the test,
/// so only its first one is sure to have begun.
fn reported() -> Place {
    let place = Place::with_plan();
    place.record(&place.indicator(BEDS), LAKE, "2026-01", "90");
    place
}

#[test]
fn a_frozen_month_stays_as_it_was_and_is_locked_until_it_is_opened_with_a_reason() {
    let place = reported();
    let beds = place.indicator(BEDS);
    let open = place.hash();
    let mut before = place.json(&["status", "--period", "2026-01"]);
    assert_eq!(before["frozen"], json!(false));
    let done = place.json(&["freeze", "--period", "2026-01"]);
    has_keys(&done, &["plan", "title", "period", "frozen", "locked_by"]);
    assert_eq!((&done["frozen"], &done["period"]), (&json!(true), &json!("2026-01")));
    place.done(&["indicator", "set", &beds, "--target", "5000", "--kind", "point"]);
    place.done(&["rules", "--preset", "从严", "--time", "days"]);
    place.done(&["allocate", &beds, "--unit", LAKE, "--target", "700"]);
    before["frozen"] = json!(true);
    assert_eq!(place.json(&["status", "--period", "2026-01"]), before);
    assert!(place.done(&["status", "--period", "2026-01"]).starts_with("云州市2026年托育工作要点，2026年1月（已冻结），"));

    let said = place.refused(&["record", "--indicator", &beds, "--unit", LAKE, "--period", "2026-01", "--value", "95"]);
    assert!(said.contains("2026年1月已冻结（王芳，") && said.contains("不能改动"), "{said}");
    assert!(said.contains("办法：要更正请先解冻并写明原因"), "{said}");
    assert!(place.refused(&["freeze", "--period", "2026-01"]).contains("已冻结"));
    place.record(&beds, LAKE, "2026-02", "120");

    assert!(place.misused(&["unfreeze", "--period", "2026-01"]).contains("--reason"));
    assert!(place.refused(&["unfreeze", "--period", "2026-01", "--reason", " "]).contains("要写明原因"));
    place.done(&["undo"]);
    for _ in 0..3 {
        place.done(&["undo"]);
    }
    let opened = place.json(&["unfreeze", "--period", "2026-01", "--reason", "东湖区漏报"]);
    assert_eq!((&opened["frozen"], place.hash()), (&json!(false), open));
    assert!(place.json(&["history"])["operations"][0]["label"].as_str().unwrap().ends_with("原因：东湖区漏报"));
    place.record(&beds, LAKE, "2026-01", "95");
    assert_eq!(place.standing("2026-01", BEDS)["value"], json!(95.0));
    assert_eq!(place.json(&["check"])["problems"], json!([]));
}

#[test]
fn a_month_nobody_has_reported_for_or_outside_the_plan_is_not_frozen() {
    let place = Place::with_plan();
    assert!(place.refused(&["freeze", "--period", "2026-01"]).contains("没有可以冻结的数"));
    assert!(place.refused(&["freeze", "--period", "2027-01"]).contains("不在计划期内"));
    assert!(place.refused(&["unfreeze", "--period", "2026-01", "--reason", "更正"]).contains("2026年1月没有冻结"));
}
