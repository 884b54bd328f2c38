//! What was done, taken back and brought back; each command is a process of its own.

mod common;

use common::*;
use serde_json::json;

#[test]
fn every_operation_is_listed_and_taken_back_to_the_same_state() {
    let place = Place::new();
    place.import();
    let mut states = vec![place.hash()];
    let beds = place.indicator("新增托位");
    let steps: [&[&str]; 5] = [
        &["unit", "add", LAKE, "--in", GROUP],
        &["indicator", "set", &beds, "--target", "1300"],
        &["allocate", &beds, "--unit", LAKE, "--target", "700"],
        &["record", "--indicator", &beds, "--unit", LAKE, "--period", "2026-01", "--value", "40", "--note", "含新建"],
        &["record", "--indicator", &beds, "--unit", LAKE, "--period", "2026-01", "--value", "45"],
    ];
    for step in steps {
        place.done(step);
        states.push(place.hash());
    }
    let history = place.json(&["history"]);
    has_keys(&history, &["operations", "state_hash"]);
    has_keys(&history["operations"][0], &["id", "kind", "label", "who", "at", "changes", "undone", "undoable"]);
    assert_eq!(column(&history["operations"], "kind"), ["record", "record", "allocate", "edit", "unit", "import"]);
    assert_eq!(history["operations"][0]["label"], "填报2026年1月：新增托位 45，东湖区卫生健康局");
    assert_eq!(history["operations"][0]["who"], "王芳");

    for state in states.iter().rev().skip(1) {
        assert_eq!(place.json(&["undo"])["state_hash"], *state);
    }
    for state in &states[1..] {
        let redone = place.json(&["redo"]);
        has_keys(&redone, &["operation", "state_hash"]);
        assert_eq!(redone["state_hash"], *state);
    }
    assert!(place.refused(&["redo"]).contains("没有可以恢复的操作"));
    assert_eq!(place.json(&["check"])["problems"], json!([]));
}

#[test]
fn an_undone_import_can_be_imported_again() {
    let place = Place::new();
    place.import();
    place.done(&["undo"]);
    assert_eq!(place.json(&["plans"]), json!([]));
    assert!(place.refused(&["undo"]).contains("没有可以撤销的操作"));
    place.import();
    assert_eq!(place.json(&["plans"]).as_array().unwrap().len(), 1);
}

#[test]
fn workbooks_that_are_out_cannot_be_called_back() {
    let place = Place::with_plan();
    let beds = place.indicator("新增托位");
    place.record(&beds, LAKE, "2026-01", "40");
    place.export(LAKE, "2026-01");
    let undone = place.json(&["undo"]);
    assert_eq!(undone["operation"]["kind"], "record", "the sending is passed over");
    let exported = place.json(&["history"])["operations"][0].clone();
    assert_eq!((&exported["kind"], &exported["undoable"]), (&json!("export"), &json!(false)));
}
