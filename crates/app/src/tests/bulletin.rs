//! The bulletin: its figures are those of the other screens, its template is a person's, and of a frozen period it stays.

use super::*;
use crate::ErrorKind;
use serde_json::json;
use std::io::Read;

const MARCH: &str = "2026-03";

/// A template without pictures, of which the text alone is looked at.
const PLAIN: &str = "通报\n\n{总体情况}\n{红黄灯表}\n{未报单位}\n{各部分进展}\n{排名}\n{整改}\n{下期要求}";

fn of(office: &Office) -> Value {
    json!({ "plan": office.plan(), "period": MARCH })
}

/// March with a red, a yellow and a done measure's figures, and units that owe.
fn reported() -> Office {
    let mut office = Office::with_plan();
    for (name, unit, month, value) in [
        ("新增托位", CENTRE, "2026-02", "190"),
        ("新增托位", CENTRE, MARCH, "200"),
        ("备案率", LAKE, MARCH, "57/60"),
        ("备案率", HILL, MARCH, "17/42"),
        ("办结时间", HILL, MARCH, "4"),
    ] {
        office.record(name, unit, month, value);
    }
    office
}

/// All words of the blocks, a line each.
fn words(view: &Value) -> String {
    let mut lines = Vec::new();
    for block in view["blocks"].as_array().unwrap() {
        lines.extend(block["text"].as_str().map(str::to_owned));
        let rows = block["rows"].as_array().into_iter().flatten();
        lines.extend(rows.map(|row| row.as_array().unwrap().iter().map(|cell| cell.as_str().unwrap()).collect::<Vec<_>>().join("|")));
        lines.extend(block["alt"].as_str().map(str::to_owned));
    }
    lines.join("\n")
}

fn shown(office: &mut Office, template: &str) -> Value {
    office.call("bulletin", json!({ "plan": office.plan(), "period": MARCH, "template": template }))
}

/// The bytes of the bulletin as it is saved.
fn saved(office: &mut Office, template: &str) -> Vec<u8> {
    let path = office.path("通报.docx");
    office.will_pick(&path);
    let saved = office.call("bulletin_save", json!({ "plan": office.plan(), "period": MARCH, "template": template }));
    assert_eq!(saved["path"], json!(path.display().to_string()));
    std::fs::read(path).unwrap()
}

/// The text of a saved bulletin, without its marks.
fn text_of(docx: &[u8]) -> String {
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(docx)).unwrap();
    let mut xml = String::new();
    zip.by_name("word/document.xml").unwrap().read_to_string(&mut xml).unwrap();
    let pieces = xml.split("<w:t xml:space=\"preserve\">").skip(1).map(|piece| piece.split("</w:t>").next().unwrap());
    pieces.collect::<Vec<_>>().join("\n")
}

#[test]
fn its_figures_are_those_of_the_other_screens() {
    let mut office = reported();
    let at = of(&office);
    let (overview, status, scores) =
        (office.call("overview", at.clone()), office.call("status", at.clone()), office.call("scores", at.clone()));
    let list = office.call("measures", at);
    let singles = shown(
        &mut office,
        "通报\n\n{举措数} {完成数} {绿灯数} {黄灯数} {红灯数} {灰灯数} {填报单位数} {未报单位数} {序时进度}。\n{期次}，{上期}，{计划}。",
    );
    let lights = &status["lights"];
    let owing = overview["unreported"].as_array().unwrap();
    let want = [
        &overview["measures"],
        &lights["done"],
        &lights["green"],
        &lights["yellow"],
        &lights["red"],
        &lights["grey"],
        &overview["reporting"],
    ];
    let want = format!("{} {} 25.0%。", want.map(Value::to_string).join(" "), owing.len());
    assert_eq!(singles["blocks"][1]["text"], json!(want));
    assert_eq!(singles["blocks"][2]["text"], json!("2026年3月，2026年2月，云州市2026年托育工作要点。"));

    let text = words(&shown(&mut office, PLAIN));
    assert!(text.contains(overview["sentence"].as_str().unwrap()), "{text}");
    let behind: Vec<&Value> =
        list["measures"].as_array().unwrap().iter().filter(|row| row["light"] == "red" || row["light"] == "yellow").collect();
    assert!(!behind.is_empty());
    for row in behind {
        let (title, reason) = (row["title"].as_str().unwrap(), row["reason"].as_str().unwrap());
        assert!(text.lines().any(|line| line.contains(title) && line.ends_with(reason)), "{title}: {text}");
    }
    // A unit of which nothing counts has no score.
    for unit in scores["units"].as_array().unwrap().iter().filter(|unit| unit["weights"] != json!(0.0)) {
        let line = format!("{}|{}|{:.1}|", unit["rank"], unit["name"].as_str().unwrap(), unit["score"].as_f64().unwrap());
        assert!(text.contains(&line), "{line}: {text}");
    }
    for section in overview["sections"].as_array().unwrap() {
        let lights = &section["lights"];
        let line = format!(
            "{}|{}|{}|{}|{}|",
            section["title"].as_str().unwrap(),
            section["measures"],
            lights["done"],
            lights["green"],
            lights["yellow"]
        );
        assert!(text.contains(&line), "{line}: {text}");
    }
    for unit in owing {
        assert!(text.contains(&format!("{}（", unit["unit"]["name"].as_str().unwrap())), "{text}");
    }
    let docx = text_of(&saved(&mut office, PLAIN));
    for line in text.lines().flat_map(|line| line.split('|')).filter(|cell| !cell.is_empty()) {
        assert!(docx.contains(line), "{line} stands in the file as on the page");
    }
}

#[test]
fn a_template_is_kept_for_its_plan_and_given_up_again() {
    let mut office = reported();
    let plan = office.plan();
    let default = office.call("bulletin", json!({ "plan": plan, "period": MARCH, "template": PLAIN }))["default"].clone();
    let before = office.hash();
    office.call("bulletin_template", json!({ "plan": plan, "template": "我们的通报\r\n\r\n红灯{红灯数}项。" }));
    office.undo_and_redo(&before);
    let view = office.call("bulletin", of(&office));
    assert_eq!((&view["own"], &view["template"]), (&json!(true), &json!("我们的通报\n\n红灯{红灯数}项。")));
    assert_eq!(words(&view), "我们的通报\n红灯1项。");

    let refused = office.refused("bulletin_template", json!({ "plan": plan, "template": "通报\n\n{红灯}" }));
    assert_eq!((refused.kind, refused.message.as_str()), (ErrorKind::Invalid, "模板第3行：没有“{红灯}”这个占位符"));
    assert_eq!(office.call("bulletin", of(&office))["own"], json!(true), "what is refused changes nothing");

    for back in [json!(null), default] {
        office.call("bulletin_template", json!({ "plan": plan, "template": back }));
        let own = office.app.store().unwrap().setting(&format!("bulletin_template:{plan}")).unwrap();
        assert_eq!(own, None);
    }
}

#[test]
fn of_a_frozen_period_it_is_the_same_to_the_last_byte_whatever_changes() {
    let mut office = reported();
    let plan = office.plan();
    let template = format!("{PLAIN}\n{{图:新增托位}}\n{{图:灯}}\n{{图:完成率}}\n{{图:排名}}");
    let before = saved(&mut office, &template);
    office.call("freeze", of(&office));
    let frozen = saved(&mut office, &template);
    assert_eq!(text_of(&frozen), text_of(&before), "freezing changes no figure");

    office.on("2026-06-20");
    office.call("rules_set", json!({ "preset": "从严", "time": "days", "combining": "share", "full_mark": "1000" }));
    let beds = office.indicator("新增托位");
    office.call("indicator_set", json!({ "indicators": [beds], "target": "2400", "kind": "increment" }));
    let lake = office.unit(LAKE);
    let line = office.call("unit_lines", json!({})).as_array().unwrap().iter().find(|line| line["id"] == json!(lake)).unwrap().clone();
    let renamed = json!({ "unit": lake, "name": "东湖区卫健局", "keep_old": true, "short_name": "", "aliases": [], "parent": null, "groups": line["groups"], "is_group": false, "members": [] });
    office.call("unit_set", renamed);
    let light = json!({ "plan": plan, "period": MARCH, "indicator": beds });
    office.call("rectify_open", json!({ "of": light, "on": "2026-06-20" }));
    office.record("新增托位", CENTRE, "2026-06", "900");
    assert!(saved(&mut office, &template) == frozen);
    office.restart();
    let ledger = office.path("台账.yaodian");
    office.app.open(&ledger).unwrap();
    assert!(saved(&mut office, &template) == frozen);

    // Opened again it is written from what the ledger says now, and frozen again that is what stays.
    office.call("unfreeze", json!({ "plan": plan, "period": MARCH, "reason": "更正" }));
    let again = text_of(&saved(&mut office, &template));
    assert!(again.contains("东湖区卫健局") && again.contains("满分1000分") && !again.contains("东湖区卫生健康局"), "{again}");
}

#[test]
fn a_period_frozen_by_an_earlier_version_has_a_bulletin_of_its_frozen_figures() {
    let mut office = reported();
    office.call("freeze", of(&office));
    let plan = office.plan();
    let key = format!("bulletin:{plan}:{MARCH}");
    let before = words(&shown(&mut office, PLAIN));
    let set = |office: &mut Office, value: Option<&str>| {
        let operation = office.app.operation(store::OperationKind::Setting, "测试");
        office.app.store_mut().unwrap().transact(operation, |w| w.set_setting(&key, value)).unwrap();
    };
    set(&mut office, None);
    office.call("rules_set", json!({ "preset": "从宽" }));
    assert_eq!(words(&shown(&mut office, PLAIN)), before);
    set(&mut office, Some("{\"form\":99}"));
    let refused = office.refused("bulletin", of(&office));
    assert_eq!(refused.kind, ErrorKind::Unreadable);
    assert!(refused.message.contains("2026年3月冻结时留存的通报内容读不出来"), "{refused}");
}

#[test]
fn with_nothing_behind_and_nothing_reported_it_says_so() {
    let mut office = Office::with_plan();
    let text = words(&shown(&mut office, PLAIN));
    for said in ["2026年3月没有红灯、黄灯举措。", "2026年3月没有立项、销号和在办的整改。", "及时报送进度。"]
    {
        assert!(text.contains(said), "{said}: {text}");
    }
    let refused = office.refused("bulletin", json!({ "plan": office.plan(), "period": "2027-01" }));
    assert!(refused.message.contains("不在计划期内"), "{refused}");
}

#[test]
fn two_hundred_reds_with_long_and_rare_names_are_all_in_the_table() {
    let mut office = Office::new();
    let long = "推进".repeat(26);
    let measures: Vec<String> = (1..=200).map(|n| format!("{n}.㐂𠮷{long}{n}。新增点位{}个。（责任单位：甲局）\n", 1000 + n)).collect();
    office.import("要点.txt", &format!("云州市2026年工作要点\n\n一、任务\n\n{}", measures.join("\n")));
    let plan = office.plan();
    let all = indicators::list(&mut office.app, OfPlan { plan }).unwrap();
    assert_eq!(all.len(), 200);
    let unit = office.unit("甲局");
    let note = Some("备注\u{7}😀\u{0}".to_owned());
    let entries =
        all.iter().map(|one| EntryInput { indicator: one.id, unit, period: period(MARCH), value: "1".into(), note: note.clone() });
    crate::record::record(&mut office.app, Record { entries: entries.collect() }).unwrap();
    let view = shown(&mut office, PLAIN);
    let table = view["blocks"].as_array().unwrap().iter().find(|block| block["heads"][4] == "情况").unwrap();
    assert_eq!(table["rows"].as_array().unwrap().len(), 200);
    let docx = text_of(&saved(&mut office, PLAIN));
    assert!(docx.lines().filter(|line| line.contains('𠮷') && line.contains(&long)).count() >= 200);
    assert!(docx.contains("红灯200项"), "{}", &docx[..600]);
}

#[test]
fn a_trend_is_drawn_by_the_indicators_name() {
    let mut office = reported();
    let view = shown(&mut office, "通报\n\n{图:新增托位}");
    let picture = &view["blocks"][1];
    assert!(picture["svg"].as_str().unwrap().starts_with("<svg") && picture["alt"].as_str().unwrap().contains("新增托位"), "{picture}");
    let refused = |office: &mut Office, name: &str| {
        let template = format!("通报\n\n{{图:{name}}}");
        office.refused("bulletin", json!({ "plan": office.plan(), "period": MARCH, "template": template }))
    };
    assert_eq!(refused(&mut office, "森林").message, "模板第3行：没有“森林”这个指标可以画图");
    assert!(refused(&mut office, " ").message.contains("没有“”这个指标"));
    assert!(refused(&mut office, "托").message.contains("名称里有“托”的指标有2个"));
    let bytes = saved(&mut office, "通报\n\n{图:新增托位}");
    let zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    assert!(zip.index_for_name("word/media/image1.png").is_some());
}

#[test]
fn ranks_within_a_group_are_those_of_the_scores() {
    let mut office = reported();
    let scores = office.call("scores", json!({ "plan": office.plan(), "period": MARCH, "group": office.unit(GROUP) }));
    let text = words(&shown(&mut office, &format!("通报\n\n{{排名：{GROUP}}}")));
    assert!(text.contains(&format!("{GROUP}中2个单位得分和名次如下")), "{text}");
    for unit in scores["units"].as_array().unwrap() {
        let line = format!("{}|{}|{:.1}|", unit["rank"], unit["name"].as_str().unwrap(), unit["score"].as_f64().unwrap());
        assert!(text.contains(&line), "{line}: {text}");
    }
    let template = json!({ "plan": office.plan(), "period": MARCH, "template": "通报\n\n{排名:各街道}" });
    let refused = office.refused("bulletin", template);
    assert_eq!(refused.message, "模板第3行：没有“各街道”这个单位组可以排名");
    assert_eq!(refused.hint, Some(format!("可以写：{GROUP}")));
}

#[test]
fn what_is_kept_goes_with_the_freeze_when_it_is_taken_back() {
    let mut office = reported();
    let before = office.hash();
    office.call("freeze", of(&office));
    let key = format!("bulletin:{}:{MARCH}", office.plan());
    let kept = |office: &Office| office.app.store().unwrap().setting(&key).unwrap();
    assert!(kept(&office).is_some());
    office.undo_and_redo(&before);
    assert!(kept(&office).is_some());
    office.call("undo", json!({}));
    assert_eq!(kept(&office), None);
}

#[test]
fn a_target_that_cannot_be_written_is_named_and_no_half_file_stays() {
    let mut office = reported();
    let nowhere = office.path("没有的文件夹").join("通报.docx");
    office.will_pick(&nowhere);
    let refused = office.refused("bulletin_save", json!({ "plan": office.plan(), "period": MARCH, "template": PLAIN }));
    assert_eq!(refused.kind, ErrorKind::Unreadable);
    assert!(refused.message.contains("保存通报失败") && refused.message.contains("没有的文件夹"), "{refused}");
    assert!(office.names().iter().all(|name| !name.contains("tmp") && !name.ends_with(".docx")));
    // A folder of that name cannot be replaced by a file: what was written beside it goes.
    let taken = office.path("占着.docx");
    std::fs::create_dir(&taken).unwrap();
    office.will_pick(&taken);
    let refused = office.refused("bulletin_save", json!({ "plan": office.plan(), "period": MARCH, "template": PLAIN }));
    assert!(refused.message.contains("占着.docx"), "{refused}");
    assert!(office.names().iter().all(|name| !name.contains("tmp")));
    let of = OfPeriod { plan: office.plan(), period: period(MARCH) };
    let refused = crate::bulletin::export(&mut office.app, of, None, std::path::Path::new("通报.pdf")).expect_err("it is no .docx");
    assert!(refused.message.contains("只能存为 .docx"), "{refused}");
}
