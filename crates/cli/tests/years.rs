//! Plans across years, and issued anew: `compare` and `revise`.

mod common;

use common::{CENTRE, PLAN, Place};

#[test]
fn a_revised_issue_is_shown_taken_over_and_taken_back() {
    let place = Place::with_plan();
    let before = place.json(&["plans"]);
    let revised = PLAN.replace("1200个", "1500个").replace("3号", "8号");
    let file = place.write("修订.txt", revised.as_bytes());
    let file = file.to_str().unwrap();
    let shown = place.done(&["revise", file, "--preview"]);
    assert!(
        shown.contains("改动3处") && shown.contains("目标：≥1200 → ≥1500") && shown.contains("文号：云托发〔2026〕3号 → 云托发〔2026〕8号"),
        "{shown}"
    );
    assert_eq!(place.json(&["indicators"])[0]["target"], 1200.0, "looking changes nothing");
    let done = place.done(&["revise", file]);
    assert!(done.ends_with("已更新“云州市2026年托育工作要点”：改3处，增0项\n"), "{done}");
    assert_eq!(place.json(&["indicators"])[0]["target"], 1500.0);
    let refused = place.refused(&["revise", file]);
    assert!(refused.contains("已经导入过"), "{refused}");
    place.done(&["undo"]);
    assert_eq!(place.json(&["plans"]), before);
}

#[test]
fn this_years_indicators_go_on_from_last_years() {
    let place = Place::new();
    for year in ["2025", "2026"] {
        let plan = place.write(&format!("{year}.txt"), PLAN.replace("2026", year).as_bytes());
        place.json(&["import", plan.to_str().unwrap()]);
    }
    let indicator = |year: &str| place.json(&["--plan", &format!("{year}年"), "indicators"])[0]["id"].as_str().unwrap().to_owned();
    let (last, this) = (indicator("2025"), indicator("2026"));
    place.done(&["record", "--indicator", &last, "--unit", CENTRE, "--period", "2025-03", "--value", "220"]);
    let shown = place.done(&["compare"]);
    assert!(shown.contains("“云州市2026年托育工作要点”对照“云州市2025年托育工作要点”"), "{shown}");
    assert!(shown.contains("新增托位（≥1200个） ← 新增托位（≥1200个），待确认，相似100.0%"), "{shown}");
    let confirmed = place.json(&["compare", "--accept"]);
    let first = &confirmed["measures"][0]["indicators"][0];
    assert_eq!((first["id"].as_str(), first["earlier"]["to"].as_str()), (Some(this.as_str()), Some(last.as_str())));
    assert_eq!(first["earlier"]["confirmed"], true);
    let picture = place.folder().join("走势.svg");
    place.done(&["chart", "trend", "--indicator", &this, "--period", "2026-03", "--out", picture.to_str().unwrap()]);
    assert!(std::fs::read_to_string(picture).unwrap().contains("上年同期220"));
    let refused = place.refused(&["--plan", "2025", "compare", "--with", "2026"]);
    assert!(refused.contains("不早于"), "{refused}");
}
