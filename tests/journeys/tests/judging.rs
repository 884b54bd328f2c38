//! How the plan stands: the overview, and a period that keeps its figures when the rules change.
#![cfg(target_os = "linux")]

use journeys::{Journey, Key};
use serde_json::json;
use std::fs;

/// How many measures have each light, as the list's filters count them.
const COUNTS: &str = "return [...document.querySelectorAll('.side .lights li, .side .check')].map((one) => one.textContent.trim()).join()";

#[test]
fn the_overview_says_how_the_plan_stands() {
    let journey = Journey::of_sample("overview");
    journey.go("总览");
    journey.wait_for_text("main", "截至2026年9月");
    journey.wait_for_text("main", "落后最多");
    journey.screenshot("overview");
    journey.resize(1920, 1080);
    journey.screenshot("overview-large");
    journey.resize(1366, 768);
    assert_eq!(journey.policy_violations(), Vec::<String>::new());
}

#[test]
fn a_frozen_period_keeps_its_lights_when_the_rules_change() {
    let journey = Journey::of_sample("freeze");
    let before = journey.run(COUNTS, &[]);
    journey.click(".freezer");
    journey.wait_for_text("dialog", "冻结");
    journey.screenshot("freeze-asked");
    journey.click("dialog footer .button-main");
    journey.wait_for_text(".frozen", "已冻结");
    journey.go("设置");
    journey.click(".settings .segment button:nth-of-type(2)");
    journey.wait_for_text(".viewhead", "从严");
    journey.go("举措");
    journey.wait_for_text("main", "做实家庭医生签约服务");
    assert_eq!(journey.run(COUNTS, &[]), before, "the frozen month is as it was");
    journey.go("填报");
    journey.wait_for_text("main", "新增签约居民");
    journey.screenshot("freeze-entry");
    journey.keys("9");
    journey.press(Key::Escape);
    journey.click(".freezer");
    journey.wait_for_text("dialog", "原因");
    journey.enter("dialog input", "岚桥区更正9月数");
    journey.click("dialog footer .button-main:not([disabled])");
    journey.wait_until("the period is open", || journey.count(".frozen") == 0);
    journey.go("举措");
    journey.wait_until("the lights follow the new rules", || journey.run(COUNTS, &[]) != before);
    journey.go("历史");
    journey.wait_for_text("main", "岚桥区更正9月数");
    assert_eq!(journey.policy_violations(), Vec::<String>::new());
}

#[test]
fn the_original_of_a_document_shows_what_was_dropped_and_repaired() {
    let journey = Journey::open("original");
    journey.wait_for_text(".start h1", "从哪里开始");
    journey.click(".rail button[title^='导入']");
    let noisy = "首页 > 政务公开 > 规划计划\n雲州市2026年老年健康工作要點\n\n一、完善服務\n\n1.擴(kuò)大老年醫(yī)學(xué)科覆蓋面(miàn)。新增設立老年醫學科的醫院8家,完(wán)成評(píng)估1.2萬人次(牽頭單位:醫政醫管處)\n\n- 2 -\n\n2.發(fā)展安寧療護。安寧療護床位達到240張。(責任單位:老齡健康處)\n";
    let document = journey.home().join("网页.txt");
    fs::write(&document, noisy).expect("the home can be written");
    journey.answer_dialog(&[&document]);
    journey.chord(&[Key::Control], 'o');
    journey.wait_for_text(".source", "完善服务");
    journey.click(".source .segment button:nth-of-type(2)");
    journey.wait_for_text(".source", "雲州市2026年");
    journey.screenshot("original");
    let struck = journey.run("return document.querySelectorAll('.source s.gone').length", &[]);
    assert_ne!(struck, json!(0), "pinyin is shown as dropped");
    assert_eq!(journey.policy_violations(), Vec::<String>::new());
}
