//! A frozen period answers as it was judged, whatever changes afterwards, and what it was judged from is locked.

use super::*;
use crate::ErrorKind;
use serde_json::json;

const MARCH: &str = "2026-03";

/// A ledger with figures of January to March, of both districts and the lead unit.
fn reported() -> Office {
    let mut office = Office::with_plan();
    for (name, unit, month, value) in [
        ("新增托位", CENTRE, "2026-02", "100"),
        ("新增托位", CENTRE, MARCH, "150"),
        ("新增托位", LAKE, MARCH, "66"),
        ("备案率", LAKE, MARCH, "57/60"),
        ("备案率", HILL, MARCH, "37/42"),
        ("办结时间", HILL, MARCH, "9"),
    ] {
        office.record(name, unit, month, value);
    }
    let (beds, lake) = (office.indicator("新增托位"), office.unit(LAKE));
    indicators::allocate(&mut office.app, beds, lake, "400").unwrap();
    office
}

fn frozen() -> Office {
    let mut office = reported();
    freeze(&mut office, MARCH);
    office
}

fn freeze(office: &mut Office, month: &str) -> Value {
    office.call("freeze", json!({"plan": office.plan(), "period": month}))
}

fn unfreeze(office: &mut Office, month: &str) -> Value {
    office.call("unfreeze", json!({"plan": office.plan(), "period": month, "reason": "东湖区漏报"}))
}

/// Every figure of a month the program shows, but for who is whose.
fn shown(office: &mut Office, month: &str) -> Value {
    let (plan, lake) = (office.plan(), office.unit(LAKE));
    let mut status = office.call("status", json!({"plan": plan, "period": month}));
    status["frozen"] = Value::Null;
    let list = office.call("measures", json!({"plan": plan, "period": month}));
    let mut details = Vec::new();
    for measure in list["measures"].as_array().unwrap() {
        details.push(office.call("measure", json!({"measure": measure["id"], "period": month}))["indicators"].clone());
    }
    let mut grid = office.call("grid", json!({"plan": plan, "period": month, "unit": lake}));
    grid["periods"] = Value::Null;
    json!([status, list, details, grid])
}

/// Everything that is judged by, changed.
fn change_all(office: &mut Office) {
    office.call("rules_set", json!({"preset": "从宽", "time": "days", "combining": "share"}));
    let (beds, rate) = (office.indicator("新增托位"), office.indicator("备案率"));
    office.call("indicator_set", json!({"indicators": [beds], "target": "2400", "kind": "increment", "roll_up": "mean", "weight": "3"}));
    office.call("indicator_set", json!({"indicators": [rate], "target": "99", "pace": "by_due", "due": "2026-10-31"}));
    let (lake, hill) = (office.unit(LAKE), office.unit(HILL));
    indicators::allocate(&mut office.app, beds, lake, "900").unwrap();
    indicators::allocate(&mut office.app, beds, hill, "900").unwrap();
    units::add(&mut office.app, UnitAdd { name: "南山区卫生健康局".into(), group: Some(GROUP.into()) }).unwrap();
    office.record("新增托位", LAKE, "2026-04", "80");
}

#[test]
fn nothing_that_changes_afterwards_changes_a_frozen_figure() {
    let mut office = reported();
    let before = shown(&mut office, MARCH);
    freeze(&mut office, MARCH);
    assert_eq!(shown(&mut office, MARCH), before, "freezing changes no figure");
    change_all(&mut office);
    assert_eq!(shown(&mut office, MARCH), before);
    let status = office.call("status", json!({"plan": office.plan(), "period": MARCH}));
    assert_eq!(status["frozen"], json!(true));
    let april = office.call("status", json!({"plan": office.plan(), "period": "2026-04"}));
    assert_eq!((&april["frozen"], &april["indicators"][0]["value"]), (&json!(false), &json!(198.0)), "a mean of increments");
    unfreeze(&mut office, MARCH);
    let live = shown(&mut office, MARCH);
    assert_ne!(live, before);
    assert_eq!(live[0]["indicators"][0]["reason"], "应达24.7%，实达6.6%，落后18.1个百分点");
    office.call("undo", json!({}));
    assert_eq!(shown(&mut office, MARCH), before, "frozen again as it was");
}

#[test]
fn the_month_after_shows_the_frozen_value_as_its_last() {
    let mut office = frozen();
    let beds = office.indicator("新增托位");
    office.call("indicator_set", json!({"indicators": [beds], "kind": "increment"}));
    let grid = office.call("grid", json!({"plan": office.plan(), "period": "2026-04", "unit": office.unit(CENTRE)}));
    assert_eq!(grid["rows"][0]["last"]["text"], "150", "as it was reported; increments would come to 250");
}

#[test]
fn a_chart_passes_through_the_frozen_figures() {
    let mut office = frozen();
    office.record("新增托位", LAKE, "2026-04", "80");
    freeze(&mut office, "2026-04");
    let beds = office.indicator("新增托位");
    office.call("indicator_set", json!({"indicators": [beds], "kind": "increment", "target": "2400"}));
    let chart = |office: &mut Office, month: &str| office.call("chart", json!({"indicators": [beds], "period": month}));
    let values = |chart: &Value| chart["points"].as_array().unwrap().iter().map(|row| row["value"].clone()).collect::<Vec<_>>();
    let june = chart(&mut office, "2026-06");
    assert_eq!(values(&june)[..6], [json!(null), json!(100.0), json!(216.0), json!(80.0), json!(null), json!(null)]);
    assert_eq!(chart(&mut office, MARCH)["points"][2]["expected"], 300.0, "a quarter of the target of that time");
}

#[test]
fn what_was_reported_for_the_period_and_before_cannot_be_changed() {
    let mut office = frozen();
    let before = office.hash();
    let (beds, lake) = (office.indicator("新增托位"), office.unit(LAKE));
    let entry = |month: &str| json!({"entries": [{"indicator": beds, "unit": lake, "period": month, "value": "77"}]});
    let refused = office.refused("record", entry(MARCH));
    assert_eq!(
        (refused.kind, refused.message.as_str(), refused.hint.as_deref()),
        (ErrorKind::Conflict, "2026年3月已冻结（王芳，2026-04-02），不能改动", Some("要更正请先解冻并写明原因"))
    );
    assert_eq!(office.refused("record", entry("2026-01")).message, "2026年3月已冻结（王芳，2026-04-02），2026年1月在它之前，不能改动");
    let note = json!({"entries": [{"indicator": beds, "unit": lake, "period": MARCH, "value": "66", "note": "补记"}]});
    assert_eq!(office.refused("record", note).kind, ErrorKind::Conflict);
    let march = office.app.store().unwrap().operations(None, 50).unwrap().into_iter().find(|op| op.label.contains("9，")).unwrap();
    let refused = office.refused("undo_operation", json!({"operation": march.uid}));
    assert_eq!(refused.message, "2026年3月已冻结（王芳，2026-04-02），这一步改的是已经锁住的填报，不能撤销或恢复");
    let (send, folder) = (Send { plan: office.plan(), period: period(MARCH), units: Vec::new(), trend: false }, office.path("发出"));
    let refused = crate::send::send_to(&mut office.app, &send, &folder).unwrap_err();
    assert!(refused.message.starts_with("2026年3月已冻结"), "{refused}");
    assert_eq!(office.hash(), before);
    office.record("新增托位", LAKE, "2026-04", "77");
    let grid = office.call("grid", json!({"plan": office.plan(), "period": "2026-04", "unit": lake}));
    let locked: Vec<bool> = grid["periods"].as_array().unwrap().iter().map(|column| !column["locked"].is_null()).collect();
    assert_eq!(locked, [true, true, true, false]);
    assert_eq!(grid["periods"][1]["locked"], "2026年3月已冻结（王芳，2026-04-02），2026年2月在它之前");
}

#[test]
fn freezing_and_unfreezing_are_steps_like_others() {
    let mut office = reported();
    let open = office.hash();
    let done = freeze(&mut office, MARCH);
    assert_eq!((&done["frozen"], &done["locked_by"], &done["title"]), (&json!(true), &Value::Null, &json!("云州市2026年托育工作要点")));
    let state = office.call("state", json!({}));
    assert_eq!(state["plans"][0]["periods"][2]["frozen"], json!({"who": "王芳", "on": "2026-04-02"}));
    assert_eq!(state["plans"][0]["periods"][1]["frozen"], Value::Null);
    let closed = office.hash();
    assert_eq!(unfreeze(&mut office, MARCH)["frozen"], json!(false));
    assert_eq!(office.hash(), open);
    let labels: Vec<Value> =
        office.call("history", json!({}))["operations"].as_array().unwrap()[..2].iter().map(|op| op["label"].clone()).collect();
    assert_eq!(labels, ["解冻2026年3月：“云州市2026年托育工作要点”，原因：东湖区漏报", "冻结2026年3月：“云州市2026年托育工作要点”4个指标"]);
    for state in [&closed, &open] {
        assert_eq!(office.call("undo", json!({}))["state_hash"], **state);
    }
    assert_eq!(office.call("redo", json!({}))["state_hash"], *closed);
}

#[test]
fn a_period_that_cannot_be_frozen_says_why() {
    let mut office = frozen();
    let mut said = |command: &str, month: &str, reason: &str| {
        let error = office.refused(command, json!({"plan": office.plan(), "period": month, "reason": reason}));
        (error.kind, error.message)
    };
    assert_eq!(said("freeze", MARCH, ""), (ErrorKind::Conflict, "2026年3月已冻结（王芳，2026-04-02），不用再冻结".to_owned()));
    assert_eq!(said("freeze", "2026-05", ""), (ErrorKind::Invalid, "2026年5月还没有开始，不能冻结".to_owned()));
    assert_eq!(said("freeze", "2026-04", "").1, "2026年4月还没有单位填报，没有可以冻结的数");
    assert!(said("freeze", "2027-01", "").1.starts_with("2027年1月不在计划期内"));
    assert_eq!(said("unfreeze", MARCH, " "), (ErrorKind::Invalid, "解冻2026年3月要写明原因".to_owned()));
    assert_eq!(said("unfreeze", "2026-02", "更正"), (ErrorKind::NotFound, "2026年2月没有冻结".to_owned()));
}

#[test]
fn a_later_frozen_period_goes_on_locking_one_that_is_opened() {
    let mut office = frozen();
    office.record("新增托位", LAKE, "2026-04", "80");
    freeze(&mut office, "2026-04");
    assert_eq!(unfreeze(&mut office, MARCH)["locked_by"], "2026-04");
    let entry =
        json!({"entries": [{"indicator": office.indicator("新增托位"), "unit": office.unit(LAKE), "period": MARCH, "value": "77"}]});
    assert!(office.refused("record", entry).message.starts_with("2026年4月已冻结"));
}

#[test]
fn what_a_revised_plan_adds_is_not_in_a_frozen_period() {
    let mut office = frozen();
    let before = shown(&mut office, MARCH);
    let more = PLAN
        .replace("培训育婴员300—400人", "培训育婴员300—400人，新建托育机构8家")
        .replace("二、实施步骤", "3.开展普惠认定。全年认定普惠机构20家。（责任单位：东湖区卫生健康局）\n\n二、实施步骤");
    let revised = office.file("修订.txt", more.as_bytes());
    let plan = office.plan();
    crate::draft::revise::take_over(&mut office.app, &revised, Some(plan)).unwrap();
    let (plan, added) = (office.plan(), office.indicator("新建托育机构"));
    assert_eq!(shown(&mut office, MARCH), before);
    let april = office.call("measures", json!({"plan": plan, "period": "2026-04"}));
    assert_eq!(april["measures"].as_array().unwrap().len(), 3);
    let detail = office.call("measure", json!({"measure": april["measures"][2]["id"], "period": MARCH}));
    assert_eq!((&detail["row"]["light"], &detail["row"]["reason"]), (&json!("grey"), &json!("2026年3月冻结时还没有这项举措")));
    office.record("新建托育机构", LAKE, "2026-04", "2");
    let chart = office.call("chart", json!({"indicators": [added], "period": "2026-04"}));
    assert_eq!((&chart["points"][2]["value"], &chart["points"][3]["value"]), (&Value::Null, &json!(2.0)));
    let lake = office.unit(LAKE);
    let grid = office.call("grid", json!({"plan": plan, "period": "2026-04", "unit": lake}));
    let row = grid["rows"].as_array().unwrap().iter().find(|row| row["indicator"] == json!(added)).unwrap();
    assert_eq!(row["last"], Value::Null);
    let import = office.app.store().unwrap().operations(None, 50).unwrap().into_iter().find(|op| op.label.contains("导入")).unwrap();
    assert_eq!(office.refused("undo_operation", json!({"operation": import.uid})).kind, ErrorKind::Conflict);
}
