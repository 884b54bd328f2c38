//! Two years of one plan, and a plan issued anew.
#![cfg(target_os = "linux")]

use journeys::{Journey, Key};
use serde_json::json;
use std::fs;
use std::path::PathBuf;

/// A made-up plan of a year, with longer names than most.
fn plan(year: u32, places: u32) -> String {
    format!(
        "云州市{year}年老年健康工作要点

一、完善服务

1.扩大老年医学科覆盖面。新增设立老年医学科的医院{}家，二级以上综合医院老年医学科设置率不低于{}%。（牵头单位：医政医管处；配合单位：市第一人民医院）

2.发展安宁疗护。全市安宁疗护床位达到{places}张。（责任单位：老龄健康处）

二、做实管理

3.开展失能老年人上门健康评估与健康指导服务。完成上门评估1.2万人次。（牵头单位：老龄健康处；配合单位：市老年病医院）
",
        places / 30,
        places / 3,
    )
}

fn written(journey: &Journey, name: &str, text: &str) -> PathBuf {
    let path = journey.home().join(name);
    fs::write(&path, text).expect("the home can be written");
    path
}

/// Opens a document and enters it as it was read.
fn enter(journey: &Journey, name: &str, text: &str) {
    let document = written(journey, name, text);
    journey.answer_dialog(&[&document]);
    journey.chord(&[Key::Control], 'o');
    journey.wait_for_text(".source", "完善服务");
    journey.click(".draft .after .link");
    journey.wait_for_text(".draft", "全部");
    journey.click(".viewhead .button-main:not([disabled])");
    journey.wait_for_text(".rail [aria-current=page]", "举措");
}

#[test]
fn last_years_figures_stand_beside_this_years() {
    let journey = Journey::open("years");
    journey.wait_for_text(".start h1", "从哪里开始");
    journey.click(".rail button:nth-of-type(1)");
    journey.wait_for_text(".viewhead h1", "导入");
    enter(&journey, "2025.txt", &plan(2025, 180));
    journey.click(".rail button:nth-of-type(4)");
    journey.wait_for_text("main", "新增设立老年医学科的医院");
    for figure in ["5", "4", "2"] {
        journey.keys(figure);
        journey.press(Key::Enter);
        journey.press(Key::Up);
        journey.press(Key::Left);
    }
    journey.wait_for_text(".filled", "1 / 2");
    journey.click(".rail button:nth-of-type(1)");
    journey.wait_for_text(".viewhead h1", "导入");
    enter(&journey, "2026.txt", &plan(2026, 240));

    journey.wait_for_text("main", "对照上期");
    journey.click(".list .viewhead .button:nth-of-type(2)");
    journey.wait_for_text(".viewhead h1", "对照上期");
    journey.wait_for_text(".compared", "待确认");
    journey.screenshot("compare");
    journey.press(Key::Down);
    journey.press(Key::Down);
    journey.press(Key::Up);
    journey.press(Key::Enter);
    journey.wait_for_text(".compared", "已对应");
    journey.chord(&[Key::Control], '\u{E007}');
    journey.wait_until("nothing is open", || journey.run("return document.querySelectorAll('.compared .tag-ask').length", &[]) == json!(0));
    journey.screenshot("compare-done");
    journey.resize(1920, 1080);
    journey.screenshot("compare-large");
    journey.resize(1366, 768);
    journey.press(Key::Escape);
    journey.wait_for_text(".viewhead h1", "举措");
    journey.wait_for_text(".detail", "2025年12月");
    journey.run("document.querySelector('.detail .scrolls').scrollTop = 9999", &[]);
    journey.screenshot("years-detail");
    assert_eq!(journey.policy_violations(), Vec::<String>::new());
}

#[test]
fn a_revised_issue_updates_the_plan_and_can_be_taken_back() {
    let journey = Journey::open("revision");
    journey.wait_for_text(".start h1", "从哪里开始");
    journey.click(".rail button:nth-of-type(1)");
    journey.wait_for_text(".viewhead h1", "导入");
    enter(&journey, "要点.txt", &plan(2026, 180));
    journey.click(".rail button:nth-of-type(1)");
    let revised = plan(2026, 240).replace("2.发展安宁疗护", "2.大力发展安宁疗护")
        + "\n4.培训护理人员。全年培训老年护理人员800人。（责任单位：组织人事处）\n";
    let document = written(&journey, "修订稿.txt", &revised);
    journey.answer_dialog(&[&document]);
    journey.wait_for_text(".viewhead h1", "导入");
    journey.chord(&[Key::Control], 'o');
    journey.wait_for_text(".revises", "像是它的修订稿");
    journey.screenshot("revision-noticed");
    journey.click(".revises .button");
    journey.wait_for_text(".viewhead h1", "对照修订");
    journey.wait_for_text(".revised", "培训护理人员");
    journey.screenshot("revision");
    journey.resize(1920, 1080);
    journey.screenshot("revision-large");
    journey.resize(1366, 768);
    journey.chord(&[Key::Control], '\u{E007}');
    journey.wait_for_text(".rail [aria-current=page]", "举措");
    journey.wait_for_text(".list", "大力发展安宁疗护");
    journey.wait_for_text(".list", "培训护理人员");
    journey.chord(&[Key::Control], 'z');
    journey.wait_until("the plan is as it was", || {
        journey.run("return !document.querySelector('.list').textContent.includes('培训护理人员')", &[]) == json!(true)
    });
    assert_eq!(journey.policy_violations(), Vec::<String>::new());
}
