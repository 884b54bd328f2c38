//! A document on the desk: looked at, corrected, confirmed.

use super::*;
use crate::ErrorKind;
use serde_json::json;

fn opened() -> Office {
    let mut office = Office::new();
    let document = office.file("要点.txt", PLAN.as_bytes());
    office.will_pick(&document);
    let view = office.call("draft_open", json!({}));
    assert_eq!((&view["file"], &view["items"]), (&json!("要点.txt"), &json!(7)));
    office
}

#[test]
fn a_dialog_closed_without_an_answer_changes_nothing() {
    let mut office = Office::new();
    assert_eq!(office.call("draft_open", json!({})), Value::Null);
    assert_eq!(office.call("draft_show", json!({})), Value::Null);
    assert_eq!(office.refused("draft_edit", json!({"edit": "accept_all"})).kind, ErrorKind::NotFound);
    assert_eq!(office.refused("draft_confirm", json!({})).message, "没有正在核对的文件");
}

#[test]
fn what_a_person_corrects_is_what_is_imported() {
    let mut office = opened();
    let fields = json!({
        "name": "新增普惠托位", "comparator": ">=", "value": "0.13万个", "upper": "", "unit": "个", "due": "2026-11-30",
        "kind": "target", "value_kind": "increment", "pace": "by_due", "roll_up": "mean",
    });
    let view = office.call("draft_edit", json!({"edit": "target", "item": "t0", "fields": fields}));
    assert_eq!((&view["targets"][0]["value"], &view["targets"][0]["accepted"]), (&json!("1300"), &json!(true)));
    office.call(
        "draft_edit",
        json!({
            "edit": "measure", "item": "m0", "number": "1", "title": "扩大供给", "deadline": null,
            "units": [{"name": " 市托育中心 ", "role": "lead"}, {"name": "", "role": "lead"}],
        }),
    );
    let mut plan = view["plan"].clone();
    plan["title"] = json!("云州市托育要点");
    office.call("draft_edit", json!({"edit": "plan", "plan": plan}));
    office.call("draft_edit", json!({"edit": "drop", "item": "t1"}));
    let view = office.call("draft_edit", json!({"edit": "accept_all"}));
    assert_eq!((&view["settled"], &view["items"]), (&json!(7), &json!(7)));

    let imported = office.call("draft_confirm", json!({}));
    let counts = ["measures", "indicators", "new_units", "phases"].map(|key| imported[key].as_u64().unwrap());
    assert_eq!((imported["title"].as_str(), counts), (Some("云州市托育要点"), [2, 3, 3, 1]));
    let of = OfPlan { plan: office.plan() };
    let all = indicators::list(&mut office.app, of).unwrap();
    let first = &all[0];
    assert_eq!((first.name.as_str(), first.target, first.due.to_string().as_str()), ("新增普惠托位", Some(1300.0), "2026-11-30"));
    assert_eq!((first.kind.code(), first.pace.code(), first.roll_up.code()), ("increment", "by_due", "mean"));
    assert_eq!(first.measure.as_ref().unwrap().title, "扩大供给");
    let state = office.call("state", json!({}));
    assert_eq!((&state["draft"], &state["ledger"]["name"]), (&json!(false), &json!("云州市托育要点")));
    assert_eq!(state["undo"], "导入计划“云州市托育要点”");
}

#[test]
fn a_wrong_correction_is_refused_and_the_draft_stays() {
    let mut office = opened();
    let before = office.call("draft_show", json!({}));
    let fields = |value: &str, upper: &str, comparator: &str| {
        json!({"edit": "target", "item": "t1", "fields": {
            "name": "培训育婴员", "comparator": comparator, "value": value, "upper": upper, "unit": "人", "due": null,
            "kind": "target", "value_kind": "cumulative", "pace": "accumulate", "roll_up": "sum",
        }})
    };
    let mut refused = |edit: Value, wanted: &str| {
        let error = office.refused("draft_edit", edit);
        assert!(error.message.contains(wanted), "{error}");
    };
    refused(fields("很多", "", ">="), "目标值：“很多”不是数字");
    refused(fields("300", "200", "range"), "上限200小于下限300");
    refused(fields("3家", "", ">="), "的单位是“家”，不是“人”");
    refused(json!({"edit": "accept", "item": "t99"}), "草稿里没有“t99”");
    refused(json!({"edit": "phase", "item": "p0", "name": " ", "due": null}), "阶段名称没有填");
    assert_eq!(office.call("draft_show", json!({})), before);
}

#[test]
fn a_dropped_measure_takes_its_targets_along_and_comes_back_with_them() {
    let mut office = opened();
    office.call("draft_edit", json!({"edit": "drop", "item": "m0"}));
    office.call("draft_edit", json!({"edit": "drop", "item": "m1"}));
    let error = office.refused("draft_confirm", json!({}));
    assert!(error.message.contains("没有读到举措和目标"), "{error}");
    assert_eq!(std::fs::read_dir(office.folder.path()).unwrap().count(), 1, "no ledger was made for nothing");
    office.call("draft_edit", json!({"edit": "restore", "item": "m1"}));
    let imported = office.call("draft_confirm", json!({}));
    assert_eq!((&imported["measures"], &imported["indicators"]), (&json!(1), &json!(2)));
}

#[test]
fn a_draft_that_cannot_be_written_stays_on_the_desk() {
    let mut office = Office::with_plan();
    office.call("draft_paste", json!({"text": PLAN}));
    let error = office.refused("draft_confirm", json!({}));
    assert_eq!(error.kind, ErrorKind::Conflict);
    assert_ne!(office.call("draft_show", json!({})), Value::Null);
    assert_eq!(office.call("draft_discard", json!({})), json!({}));
    assert_eq!(office.call("draft_show", json!({})), Value::Null);
}

#[test]
fn units_known_by_another_spelling_are_not_added_again() {
    let mut office = Office::with_plan();
    let next = PLAN.replace("2026", "2027").replace("各县（区）", "各县(区)");
    let imported = office.import("明年.txt", &next);
    assert_eq!((imported.new_units, imported.measures), (0, 2));
}
