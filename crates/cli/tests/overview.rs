//! The overview at a terminal and as JSON: the figures of `status`, laid out to be read.

mod common;

use common::*;
use serde_json::json;

/// March on time, April without a word from 西山区 and behind in places.
fn reported() -> Place {
    let place = Place::with_plan();
    let record = |name: &str, unit: &str, month: &str, value: &str| place.record(&place.indicator(name), unit, month, value);
    record("新增托位", CENTRE, "2026-03", "300");
    record("备案率", LAKE, "2026-03", "57/60");
    record("备案率", HILL, "2026-03", "39/40");
    record("新增托位", CENTRE, "2026-04", "300");
    record("备案率", LAKE, "2026-04", "57/60");
    place
}

#[test]
fn json_has_every_part_and_the_lights_of_the_status() {
    let place = reported();
    let overview = place.json(&["overview", "--period", "2026-04"]);
    let keys = [
        "plan",
        "title",
        "period",
        "sentence",
        "measures",
        "light",
        "lights",
        "grey",
        "change",
        "clock",
        "sections",
        "behind",
        "behind_count",
        "reporting",
        "unreported",
        "chase",
        "turned",
        "turns",
        "due",
        "due_from",
        "due_until",
        "supervised",
    ];
    has_keys(&overview, &keys);
    assert_eq!(overview["lights"], place.json(&["status", "--period", "2026-04"])["lights"]);
    assert_eq!(overview["behind"][0]["reason"], "应达33.3%，实达25.0%，落后8.3个百分点");
    assert_eq!(column(&overview["turned"], "turn"), [&json!("worse")]);
    assert_eq!(overview, place.json(&["overview"]), "without a period the last reported one");
}

#[test]
fn a_person_reads_the_sentence_first_and_finds_the_text_to_send_last() {
    let place = reported();
    let said = place.done(&["overview"]);
    let lines: Vec<&str> = said.lines().collect();
    assert_eq!(lines[..2], ["云州市2026年托育工作要点", "截至2026年4月，5项举措中绿灯1项、黄灯1项，另有3项未报。"]);
    for part in [
        "\n比上期：绿灯-1，黄灯+1\n",
        "\n时间进度33.3%，已过4个月，还剩8个月（245天）\n",
        "\n各月到期举措：2026年12月5项\n",
        "\n  一、托育供给，2项：▲1 ○1（退步1项）\n",
        "\n落后最多（共1项）\n  ▲ 1 新增托位（市托育中心）：应达33.3%，实达25.0%，落后8.3个百分点\n",
        "\n  1 扩大托位供给：●绿灯 → ▲黄灯\n",
        "\n未报单位（3个单位中3个）\n",
    ] {
        assert!(said.contains(part), "{part}{said}");
    }
    let chase = said.split_once("\n催报文字\n各单位：截至").expect("something is owed").1;
    assert!(chase.contains("2026年4月进度尚未报送：\n") && chase.trim_end().ends_with("请尽快报送，谢谢。"), "{chase}");
}

#[test]
fn a_period_outside_the_plan_is_refused() {
    assert!(reported().refused(&["overview", "--period", "2027-01"]).contains("不在计划期内"));
}
