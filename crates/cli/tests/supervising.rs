//! Rectifications, listed measures, milestones and phases; each command is a process of its own. Days are today's: the months of
//! the plan lie in the past or the future of whoever runs the test.

mod common;

use common::*;
use serde_json::{Value, json};

const BEDS: &str = "新增托位";

/// A ledger whose March is reported: the beds are red.
fn reported() -> Place {
    let place = Place::with_plan();
    place.record(&place.indicator(BEDS), CENTRE, "2026-03", "60");
    place
}

fn text_of(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

#[test]
fn a_red_light_goes_from_opening_to_sign_off() {
    let place = reported();
    let beds = place.indicator(BEDS);
    assert!(place.done(&["rectify", "list"]).contains("待整改的红灯（2026年3月，1个）\n  ■ 1 新增托位（市托育中心）：应达25.0%，实达5.0%"));
    let open = ["rectify", "open", "--indicator", &beds, "--period", "2026-03", "--deadline", "2099-12-31", "--person", "李强"];
    let opened = place.json(&open);
    has_keys(&opened, &["rectification", "already"]);
    let id = text_of(&opened["rectification"]);
    assert_eq!(place.json(&open), json!({ "rectification": id, "already": true }), "once at a time");
    assert!(place.refused(&["rectify", "sign-off", &id]).contains("还没有申请销号，不能销号\n办法："));
    assert!(place.refused(&["rectify", "apply", &id, "--note", "已建"]).contains("申请销号前要写明原因"));
    place.done(&["rectify", "change", &id, "--cause", "选址晚", "--action", "每周调度"]);
    let applied = place.json(&["rectify", "apply", &id, "--note", "已建40个"]);
    let keys = [
        "id",
        "indicator",
        "own",
        "name",
        "measure",
        "unit",
        "period",
        "light",
        "finding",
        "now",
        "cause",
        "action",
        "deadline",
        "person",
        "stage",
        "opened_on",
        "closed_on",
        "days_open",
        "days_late",
        "overdue",
        "sent_back",
        "steps",
    ];
    has_keys(&applied, &keys);
    assert_eq!(applied["stage"], "applied");
    assert_eq!(place.json(&["rectify", "return", &id, "--note", "没有验收单"])["sent_back"], 1);
    place.done(&["rectify", "apply", &id, "--note", "已补"]);
    let over = place.json(&["rectify", "sign-off", &id]);
    assert_eq!(over["stage"], "signed_off");
    let steps: Vec<&str> = column(&over["steps"], "step").into_iter().map(|step| step.as_str().unwrap()).collect();
    assert_eq!(steps, ["opened", "changed", "applied", "sent_back", "applied", "signed_off"]);
    let listed = place.done(&["rectify", "list"]);
    assert!(
        listed.contains("市托育中心“新增托位”：已销号，用时0天") && listed.contains("市托育中心：整改1件，未销号0件，已销号1件"),
        "{listed}"
    );
    assert_eq!(place.json(&["rectify", "list", "--unit", LAKE])["rectifications"], json!([]));
    place.done(&["undo"]);
    assert_eq!(place.json(&["rectify", "list"])["rectifications"][0]["stage"], "applied");
}

#[test]
fn what_cannot_be_is_refused_and_wrong_words_are_wrong_usage() {
    let place = reported();
    let beds = place.indicator(BEDS);
    let open = |more: &[&str]| place.refused(&[&["rectify", "open", "--indicator", &beds, "--period", "2026-03"], more].concat());
    assert!(open(&["--deadline", "2020-01-01"]).contains("整改期限2020-01-01早于立项日期"));
    assert!(open(&["--on", "2099-01-01"]).contains("立项日期2099-01-01还没有到"));
    place.done(&["unit", "add", "南湾区卫生健康局"]);
    assert!(open(&["--unit", "南湾区卫生健康局"]).contains("不负责“新增托位”"));
    assert!(place.refused(&["rectify", "open", "--measure", "3", "--period", "2026-03"]).contains("是灰灯，不用整改"));
    assert!(place.refused(&["rectify", "open", "--measure", "77", "--period", "2026-03"]).contains("没有举措“77”"));
    assert!(place.refused(&["rectify", "apply", "没有", "--note", "x"]).contains("不是整改编号"));
    assert!(place.misused(&["rectify", "open", "--period", "2026-03"]).contains("--indicator"));
    assert!(place.misused(&["supervise"]).contains("没有说明做什么"));
}

#[test]
fn a_measure_is_listed_noted_and_lifted() {
    let place = reported();
    assert_eq!(place.done(&["supervise", "list"]), "没有挂牌的举措\n");
    assert!(place.refused(&["supervise", "note", "--measure", "1", "--finding", "看"]).contains("“扩大托位供给”没有挂牌"));
    place.done(&["supervise", "add", "--measure", "1", "--reason", "连续红灯", "--every", "10"]);
    place.done(&["supervise", "note", "--measure", "1", "--finding", "已选址3处"]);
    let list = place.json(&["supervise", "list"]);
    assert_eq!((&list[0]["every_days"], &list[0]["inspections"][0]["finding"]), (&json!(10), &json!("已选址3处")));
    assert_eq!(place.json(&["measures"])[0]["listed"], true);
    assert!(place.refused(&["supervise", "add", "--measure", "1", "--reason", "再挂"]).contains("已经挂牌"));
    place.done(&["supervise", "lift", "--measure", "1"]);
    assert!(place.refused(&["supervise", "lift", "--measure", "1"]).contains("没有挂牌"));
    assert!(place.done(&["supervise", "list"]).contains("摘牌"));
}

#[test]
fn milestones_are_done_and_a_phase_is_evaluated() {
    let place = reported();
    let phases = place.json(&["phase", "list"]);
    assert_eq!(column(&phases, "name"), ["部署阶段", "实施阶段"]);
    let added = place.json(&["milestone", "add", "完成选址", "--measure", "1", "--due", "2026-03-20"]);
    let id = text_of(&added["milestone"]);
    place.done(&["milestone", "change", &id, "--due", "2026-03-25"]);
    let odd = place.run(&["milestone", "done", &id, "--on", "2020-01-01", "--evidence", "批复"]);
    assert_eq!((odd.status.code(), text(&odd.stderr).contains("请核对：完成日期2020-01-01早于计划开始日")), (Some(0), true));
    assert!(place.refused(&["milestone", "done", &id]).contains("已于2020-01-01完成"));
    place.done(&["milestone", "reopen", &id]);
    assert!(place.refused(&["milestone", "done", &id, "--on", "2099-01-01"]).contains("还没有到"));
    assert_eq!(place.json(&["milestone", "list"]).as_array().unwrap().len(), 3);
    place.done(&["milestone", "remove", &id]);

    // A phase whose month has surely begun: the plan's first one.
    let january = text_of(&place.json(&["milestone", "add", "启动", "--due", "2026-01-10"])["milestone"]);
    assert!(place.refused(&["phase", "close", &january, "--findings", " "]).contains("评估要写明结论"));
    let closed = place.json(&["phase", "close", &january, "--findings", "启动顺利"]);
    has_keys(&closed, &["row", "figures"]);
    let keys = ["period", "time_progress", "measures", "lights", "indicators", "met", "counted", "completion", "behind_count", "behind"];
    has_keys(&closed["figures"], &keys);
    assert_eq!((&closed["figures"]["period"], &closed["row"]["closing"]["findings"]), (&json!("2026-01"), &json!("启动顺利")));
    place.record(&place.indicator(BEDS), CENTRE, "2026-01", "1");
    assert_eq!(place.json(&["phase", "show", &january])["figures"], closed["figures"], "what was kept stays");
    assert!(place.refused(&["phase", "close", &january, "--findings", "再评"]).contains("已经评估过"));
    assert!(place.done(&["phase", "show", &january]).contains("启动顺利"));
    assert_ne!(place.json(&["phase", "reopen", &january])["figures"], closed["figures"]);
}
