//! What a target sets out from: read, corrected, entered, judged.

use super::*;
use serde_json::json;

const SPARSE: &str = "云州市2026年托育工作要点

2025年，家长满意度得分达到88分，新增托位900个。

一、托育供给

1.规范机构管理。机构备案率由76%提高到90%，家长满意度得分达到92分，新增托位1200个。（责任单位：东湖区卫生健康局）
";

fn opened() -> Office {
    let mut office = Office::new();
    let document = office.file("要点.txt", SPARSE.as_bytes());
    office.will_pick(&document);
    office.call("draft_open", json!({}));
    office
}

fn target<'a>(view: &'a Value, name: &str) -> &'a Value {
    view["targets"].as_array().unwrap().iter().find(|t| t["name"] == name && t["kind"] == "target").unwrap()
}

fn corrected(of: &Value, baseline: &str, day: Value) -> Value {
    let mut fields = serde_json::Map::new();
    for field in ["name", "comparator", "value", "upper", "unit", "due", "kind", "value_kind", "pace", "roll_up"] {
        fields.insert(field.to_owned(), of[field].clone());
    }
    fields.insert("baseline".to_owned(), json!(baseline));
    fields.insert("baseline_date".to_owned(), day);
    json!({"edit": "target", "item": of["key"], "fields": fields})
}

#[test]
fn the_review_shows_where_a_baseline_stands_and_asks_about_one_told_elsewhere() {
    let mut office = opened();
    let view = office.call("draft_show", json!({}));
    let stated = target(&view, "机构备案率");
    assert_eq!((&stated["baseline"], &stated["baseline_source"]["words"]), (&json!("76"), &json!("由76%")));
    assert_eq!((&stated["baseline_source"]["line"], &stated["pace"], &stated["doubt"]), (&json!(7), &json!("accumulate"), &Value::Null));
    let told = target(&view, "家长满意度得分");
    assert_eq!((&told["baseline"], &told["baseline_date"]), (&json!("88"), &json!("2025-12-31")));
    assert!(told["doubt"].as_str().unwrap().starts_with("基期值取自上期结果"));
    assert_eq!(target(&view, "新增托位")["baseline"], "", "what was added last year is not subtracted");
}

#[test]
fn a_corrected_baseline_is_what_is_judged_from() {
    let mut office = opened();
    let view = office.call("draft_show", json!({}));
    let rate = target(&view, "机构备案率");
    let refused = office.refused("draft_edit", corrected(rate, "七成", Value::Null));
    assert!(refused.message.starts_with("基期值：“七成”不是数字"), "{refused}");
    let view = office.call("draft_edit", corrected(rate, "70%", json!("2025-06-30")));
    let now = target(&view, "机构备案率");
    assert_eq!(
        (&now["baseline"], &now["baseline_source"]),
        (&json!("70"), &Value::Null),
        "a person's figure stands nowhere in the document"
    );
    let view = office.call("draft_edit", corrected(target(&view, "家长满意度得分"), " ", json!("2025-12-31")));
    assert_eq!(target(&view, "家长满意度得分")["baseline_date"], Value::Null, "no baseline has no day");

    office.call("draft_confirm", json!({}));
    let plan = office.plan();
    let id = office.app.store().unwrap().plan(plan).unwrap().unwrap().id;
    let rows = office.app.store().unwrap().indicators(id).unwrap();
    let of = |name: &str| &rows.iter().find(|row| row.data.indicator.name == name).unwrap().data;
    let rate = of("机构备案率");
    assert_eq!((rate.indicator.baseline.map(f64::from), rate.baseline_date.unwrap().to_string()), (Some(70.0), "2025-06-30".to_owned()));
    assert_eq!((of("家长满意度得分").indicator.baseline, of("新增托位").indicator.baseline), (None, None));
    // (80 − 70) ÷ (90 − 70) is half the way at half the time.
    let judged = domain::judge::judge(&rate.indicator, domain::Amount::new(80.0), period("2026-06"), &Default::default());
    assert_eq!(judged.reason, "应达50.0%，实达50.0%，与序时进度持平");
}

#[test]
fn a_draft_saved_before_baselines_were_read_is_taken_up() {
    let mut reading = serde_json::to_value(reader::read("要点.txt", SPARSE.as_bytes()).unwrap()).unwrap();
    for target in reading["draft"]["measures"][0]["targets"].as_array_mut().unwrap() {
        target.as_object_mut().unwrap().remove("baseline");
    }
    let reading: reader::Reading = serde_json::from_value(reading).unwrap();
    assert!(reading.draft.measures[0].targets.iter().all(|target| target.baseline.is_none()));
    let edit = json!({"edit": "target", "item": "t0", "fields": {
        "name": "新增托位", "comparator": ">=", "value": "1300", "upper": "", "unit": "个", "due": null,
        "kind": "target", "value_kind": "increment", "pace": "by_due", "roll_up": "mean",
    }});
    assert!(matches!(serde_json::from_value(edit).unwrap(), DraftEdit::Target { fields, .. } if fields.baseline.is_empty()));
}
