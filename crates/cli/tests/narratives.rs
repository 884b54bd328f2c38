//! What units tell of their measures; each command is a process of its own.

mod common;

use common::*;
use serde_json::json;

#[test]
fn a_narrative_is_written_read_listed_taken_back_and_locked() {
    let place = Place::with_plan();
    let measures = place.json(&["measures"]);
    let id = measures[0]["id"].as_str().unwrap();
    let of = ["narrative", "--measure", id, "--unit", LAKE, "--period", "2026-01"];
    assert!(place.done(&of).contains("还没有写"));
    let empty = place.hash();
    let view = place.json(&[&of[..], &["--progress", "开工两处\n装修一处", "--problems", "缺保育员"]].concat());
    has_keys(&view, &["told", "by", "last", "locked", "longest"]);
    assert_eq!(view["told"], json!({"progress": "开工两处\n装修一处", "problems": "缺保育员", "next_steps": ""}));
    place.done(&[&of[..], &["--next", "招聘", "--problems", ""]].concat());
    assert_eq!(place.json(&of)["told"], json!({"progress": "开工两处\n装修一处", "problems": "", "next_steps": "招聘"}));

    let rows = place.json(&["narratives", "--period", "2026-01"]);
    assert_eq!(rows.as_array().unwrap().len(), 1);
    has_keys(&rows[0], &["measure", "unit", "period", "label", "told", "by"]);
    assert_eq!((&rows[0]["measure"]["id"], &rows[0]["unit"]["name"]), (&json!(id), &json!(LAKE)));
    assert_eq!(place.json(&["narratives", "--period", "2026-02"]), json!([]));
    assert!(place.done(&["narratives", "--period", "2026-01"]).contains("进展情况：开工两处"));
    let next = place.json(&["narrative", "--measure", id, "--unit", LAKE, "--period", "2026-02"]);
    assert_eq!(next["last"]["label"], "2026年1月");

    for _ in 0..2 {
        place.done(&["undo"]);
    }
    assert_eq!(place.hash(), empty);
    place.record(&place.indicator("新增托位"), LAKE, "2026-01", "90");
    place.done(&["freeze", "--period", "2026-01"]);
    let said = place.refused(&[&of[..], &["--progress", "改写"]].concat());
    assert!(said.contains("2026年1月已冻结（王芳，") && said.contains("解冻"), "{said}");
    let said = place.refused(&["narrative", "--measure", "x", "--unit", LAKE, "--period", "2026-01"]);
    assert!(said.contains("“x”不是举措编号"), "{said}");
    let long = "长".repeat(4001);
    let february = ["narrative", "--measure", id, "--unit", LAKE, "--period", "2026-02"];
    assert!(place.refused(&[&february[..], &["--next", &long]].concat()).contains("下步措施有4001字，最多4000字"));
}
