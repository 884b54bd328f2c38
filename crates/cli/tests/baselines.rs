//! A baseline stated in the document arrives in the ledger and is what completion is counted from.

mod common;

use common::*;
use serde_json::json;

const PLAN: &str = "云州市2026年托育工作要点

一、供给

1．备案管理。机构备案率由76%提高到90%，新增托位1200个。（责任单位：市托育中心）

附件 主要指标
指标 | 单位 | 2025年（基期） | 2026年目标值
机构平均等候时间 | 天 | 15 | 10
新增示范机构 | 家 | 8 | 12
";

#[test]
fn completion_counts_from_the_baseline_of_the_document() {
    let place = Place::new();
    let document = place.write("要点.txt", PLAN.as_bytes());
    let draft = place.json(&["read", document.to_str().unwrap()]);
    let stated = &draft["measures"][0]["targets"][0]["baseline"];
    assert_eq!(*stated, json!({"value": 76.0, "date": null, "quote": "由76%"}));
    place.json(&["import", document.to_str().unwrap()]);
    let indicators = place.json(&["indicators"]);
    let baseline = |name: &str| indicators.as_array().unwrap().iter().find(|i| i["name"] == name).unwrap()["baseline"].clone();
    assert_eq!(baseline("机构备案率"), json!(76.0));
    assert_eq!(baseline("机构平均等候时间"), json!(15.0));
    assert_eq!((baseline("新增托位"), baseline("新增示范机构")), (json!(null), json!(null)), "what is newly made begins at 0");

    place.record(&place.indicator("机构备案率"), "市托育中心", "2026-06", "83");
    place.record(&place.indicator("等候时间"), "市托育中心", "2026-06", "11.5");
    place.record(&place.indicator("新增示范"), "市托育中心", "2026-06", "3");
    // (83 − 76) ÷ (90 − 76), (11.5 − 15) ÷ (10 − 15), 3 ÷ 12.
    for (name, completion) in [("机构备案率", 0.5), ("等候时间", 0.7), ("新增示范", 0.25)] {
        near(&place.standing("2026-06", name)["completion"], completion);
    }
}
