//! A unit's page: its own figures and place, and never more than one page.

use super::*;
use serde_json::json;

const MARCH: &str = "2026-03";

fn reported() -> Office {
    let mut office = Office::with_plan();
    for (name, unit, value) in [
        ("新增托位", CENTRE, "200"),
        ("新增托位", LAKE, "66"),
        ("备案率", LAKE, "57/60"),
        ("备案率", HILL, "17/42"),
        ("办结时间", HILL, "9"),
    ] {
        office.record(name, unit, MARCH, value);
    }
    let (beds, lake) = (office.indicator("新增托位"), office.unit(LAKE));
    indicators::allocate(&mut office.app, beds, lake, "400").unwrap();
    office
}

fn page(office: &mut Office, unit: &str) -> Value {
    let unit = office.unit(unit);
    office.call("handout", json!({ "plan": office.plan(), "period": MARCH, "unit": unit }))
}

fn paragraphs(view: &Value) -> String {
    let blocks = view["blocks"].as_array().unwrap();
    blocks.iter().filter_map(|block| block["text"].as_str()).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_page_has_the_units_own_figures_and_place() {
    let mut office = reported();
    let view = page(&mut office, LAKE);
    let text = paragraphs(&view);
    let scores = office.call("scores", json!({ "plan": office.plan(), "period": MARCH }));
    let own = scores["units"].as_array().unwrap().iter().find(|unit| unit["name"] == LAKE).unwrap().clone();
    assert!(text.contains(&format!("得分{:.1}（满分100", own["score"].as_f64().unwrap())), "{text}");
    assert!(text.contains(&format!("排第{}", own["rank"])), "{text}");
    assert!(
        text.starts_with(&format!(
            "{LAKE}2026年3月工作情况\n截至2026年3月，时间已过25.0%。本单位在“云州市2026年托育工作要点”中承担举措2项"
        )),
        "{text}"
    );
    let rows = view["blocks"].as_array().unwrap().iter().find(|block| block["kind"] == "table").unwrap()["rows"].clone();
    let beds = rows.as_array().unwrap().iter().find(|row| row[1] == "新增托位").unwrap().clone();
    assert_eq!(
        (&beds[2], &beds[3], &beds[5]),
        (&json!("≥400个"), &json!("66个（16.5%）"), &json!("应达25.0%，实达16.5%，落后8.5个百分点"))
    );
    assert!(text.contains("未报2项：培训育婴员；投诉办结时间") || text.contains("未报"), "{text}");
    assert_eq!(view["units"].as_array().unwrap().len(), 3);
    let first = office.call("handout", json!({ "plan": office.plan(), "period": MARCH }));
    assert_eq!(first["unit"], first["units"][0], "without a unit the first");
}

#[test]
fn what_finds_no_room_on_a_page_is_counted_and_the_worst_stays() {
    let mut office = Office::new();
    let measures: Vec<String> =
        (1..=120).map(|n| format!("{n}.推进第{n}项重点任务落实到位。新增点位{}个。（责任单位：甲局）\n", 1000 + n)).collect();
    office.import("要点.txt", &format!("云州市2026年工作要点\n\n一、任务\n\n{}", measures.join("\n")));
    let plan = office.plan();
    let unit = office.unit("甲局");
    let all = indicators::list(&mut office.app, OfPlan { plan }).unwrap();
    // Every tenth far behind, every other a little, the rest not reported.
    let value = |at: usize| if at.is_multiple_of(10) { "1" } else { "185" };
    let entries = all.iter().enumerate().filter(|(at, _)| at.is_multiple_of(2)).map(|(at, one)| EntryInput {
        indicator: one.id,
        unit,
        period: period(MARCH),
        value: value(at).into(),
        note: None,
    });
    crate::record::record(&mut office.app, Record { entries: entries.collect() }).unwrap();
    let view = page(&mut office, "甲局");
    let rows =
        view["blocks"].as_array().unwrap().iter().find(|block| block["kind"] == "table").unwrap()["rows"].as_array().unwrap().clone();
    let left_out = view["left_out"].as_u64().unwrap();
    assert_eq!(rows.len() as u64 + left_out, 120, "all of them ask for something");
    assert_eq!(rows.iter().filter(|row| row[4] == "红灯").count(), 12, "the worst stay");
    assert!(paragraphs(&view).contains(&format!("一页列不下，另有{left_out}项没有列出：")));
}

#[test]
fn pages_of_all_units_are_written_or_none() {
    let mut office = reported();
    let folder = office.path("材料");
    office.will_pick(&folder);
    let request = json!({ "plan": office.plan(), "period": MARCH, "units": [] });
    let saved = office.call("handouts_save", request.clone());
    assert_eq!(saved["files"].as_array().unwrap().len(), 3);
    let names = |folder: &Path| std::fs::read_dir(folder).unwrap().count();
    assert_eq!(names(&folder), 3);
    // A second time beside them, not in their place.
    office.will_pick(&folder);
    office.call("handouts_save", request.clone());
    assert_eq!(names(&folder), 6);
    // Stopped at the second unit: the first one's file is taken away again.
    let stopped = office.path("停");
    office.will_pick(&stopped);
    let bystander = office.unit(CENTRE);
    let refused = office
        .refused("handouts_save", json!({ "plan": office.plan(), "period": MARCH, "units": [bystander, bystander, Uid::new(9, [9; 10])] }));
    assert!(refused.message.contains("没有要填报的指标"), "{refused}");
    assert!(!stopped.exists());
    // A file stands where the folder should.
    let file = office.file("占着", b"");
    office.will_pick(&file);
    let refused = office.refused("handouts_save", request);
    assert!(refused.message.contains("占着"), "{refused}");
}
