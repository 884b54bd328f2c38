//! The units in 设置: found, renamed, put in order, made one.
#![cfg(target_os = "linux")]

use journeys::{Journey, Key};
use serde_json::json;
use std::fs;

const SELECTED: &str = "return document.querySelector('.unitboard [aria-selected=true] th .cut')?.textContent ?? ''";

/// Opens 设置 › 单位 by keyboard alone.
fn units(journey: &Journey) {
    journey.chord(&[Key::Control], '9');
    journey.wait_for_text(".viewhead h1", "设置");
    journey.press_held(&[Key::Control], Key::PageDown);
    journey.wait_until("the units are there", || journey.count(".unitboard tbody tr, .empty") > 0);
}

fn selected(journey: &Journey, name: &str) {
    journey.wait_until(&format!("{name} is selected"), || journey.run(SELECTED, &[]) == json!(name));
}

fn both_sizes(journey: &Journey, name: &str) {
    journey.screenshot(name);
    journey.resize(1920, 1080);
    journey.screenshot(&format!("{name}-large"));
    journey.resize(1366, 768);
}

#[test]
fn a_unit_is_found_renamed_merged_and_brought_back() {
    let journey = Journey::open("units");
    journey.wait_for_text(".start h1", "从哪里开始");
    journey.press(Key::Enter);
    journey.wait_for_text("main", "做实家庭医生签约服务");
    units(&journey);
    journey.wait_for_text(".unitboard tbody", "岚桥区卫生健康局");
    journey.screenshot("units");
    journey.chord(&[Key::Control], 'f');
    journey.keys("lqq");
    selected(&journey, "岚桥区卫生健康局");
    journey.press(Key::Enter);
    journey.screenshot("units-found");

    // Renamed: the old name becomes another name.
    journey.clear(".unitpane input[name=unitname]");
    journey.enter(".unitpane input[name=unitname]", "岚桥区卫生健康委员会");
    journey.wait_for_text(".unitpane", "留作别名");
    journey.wait_for_text(".unitboard tbody", "未保存");
    journey.enter(".unitpane .field:nth-of-type(2) .input", "市");
    journey.wait_for_text(".unitpane .found", "市卫生健康委");
    journey.screenshot("units-typed");
    journey.clear(".unitpane .field:nth-of-type(2) .input");
    journey.press_held(&[Key::Control], Key::Enter);
    journey.wait_for_text(".toast", "已保存");
    journey.wait_for_text(".unitpane .chips", "岚桥区卫生健康局");
    both_sizes(&journey, "units-renamed");

    // A group shows its members.
    journey.chord(&[Key::Control], 'f');
    journey.keys("各县");
    selected(&journey, "各县（区）卫生健康局");
    journey.wait_for_text(".unitpane", "成员（7个）");
    journey.screenshot("units-group");
    journey.keys("不存在的单位");
    journey.wait_for_text(".unitboard", "没有这样的单位");
    journey.chord(&[Key::Control], 'a');
    journey.keys("lqq");
    selected(&journey, "岚桥区卫生健康委员会");

    // A name that is there already is refused where it was typed.
    journey.chord(&[Key::Alt], 'n');
    journey.enter("dialog input", "岚桥区 卫生健康局");
    journey.press(Key::Enter);
    journey.wait_for_text("dialog", "只差空格或括号");
    journey.screenshot("units-refused");
    journey.press(Key::Escape);

    // Merged into another: every clash is decided before anything is written.
    journey.chord(&[Key::Alt], 'm');
    journey.enter("dialog input", "fdq");
    journey.wait_for_text("dialog .found", "枫渡区卫生健康局");
    journey.screenshot("units-merge-into");
    journey.press(Key::Enter);
    journey.wait_for_text("dialog", "都报了数");
    both_sizes(&journey, "units-merge");
    assert_eq!(journey.count("dialog footer .button-main[disabled]"), 1, "not before everything is decided");
    journey.click(".clashhead .segment button:nth-of-type(3)");
    journey.screenshot("units-merge-added");
    journey.click(".clashhead .segment button:nth-of-type(1)");
    journey.wait_for_text("dialog", "都已选定");
    journey.click("dialog footer .button-main:not([disabled])");
    journey.wait_for_text(".toast", "已并入");
    selected(&journey, "枫渡区卫生健康局");
    journey.wait_for_text(".unitpane .chips", "岚桥区卫生健康局");
    journey.screenshot("units-merged");

    // The history of a figure tells of both.
    journey.chord(&[Key::Control], '3');
    journey.wait_for_text("main", "做实家庭医生签约服务");
    journey.click(".list tbody tr:nth-of-type(3) th");
    journey.wait_for_text(".detail h1", "扩大普惠托育供给");
    journey.click(".detail [role=tab]:last-of-type");
    journey.wait_for_text(".detail", "随并入不再单列");
    journey.screenshot("units-history");
    journey.chord(&[Key::Control], 'z');
    journey.wait_for_text(".toast", "已撤销");
    units_again(&journey);
    journey.wait_for_text(".unitboard tbody", "岚桥区卫生健康委员会");
    assert_eq!(journey.policy_violations(), Vec::<String>::new());
}

/// Back to 设置, where the units are still open.
fn units_again(journey: &Journey) {
    journey.chord(&[Key::Control], '9');
    journey.wait_for_text(".unitboard", "单位");
}

/// A made-up plan that names 500 units, with longer names than most.
fn long_plan() -> String {
    let towns = |from: usize| {
        (from..from + 25)
            .map(|n| format!("云州市岚桥经济技术开发区第{n}社区卫生服务中心（岚桥街道第{n}卫生院）"))
            .collect::<Vec<_>>()
            .join("、")
    };
    let measure = |n: usize| format!("{n}.完善第{n}片区服务。新增设立家庭医生工作室{n}个。（责任单位：{}）\n\n", towns(n * 25));
    format!("云州市2026年基层卫生工作要点\n\n一、完善服务\n\n{}", (1..=20).map(measure).collect::<String>())
}

#[test]
fn five_hundred_units_are_shown_searched_and_moved() {
    let journey = Journey::open("units-many");
    journey.wait_for_text(".start h1", "从哪里开始");
    journey.click(".rail button:nth-of-type(1)");
    journey.wait_for_text(".viewhead h1", "导入");
    let document = journey.home().join("要点.txt");
    fs::write(&document, long_plan()).expect("the home can be written");
    journey.answer_dialog(&[&document]);
    journey.chord(&[Key::Control], 'o');
    journey.wait_for_text(".source", "完善服务");
    journey.click(".draft .after .link");
    journey.wait_for_text(".draft", "全部");
    journey.click(".viewhead .button-main:not([disabled])");
    journey.wait_for_text(".rail [aria-current=page]", "举措");
    units(&journey);
    journey.wait_for_text(".unitboard", "共500个单位");
    assert!(journey.count(".unitboard tbody tr") < 100, "only what is in sight is drawn");
    both_sizes(&journey, "units-many");
    journey.press_held(&[Key::Alt], Key::Down);
    let second = "return [...document.querySelectorAll('.unitboard tbody tr')].findIndex((one) => one.matches('[aria-selected=true]'))";
    journey.wait_until("the first unit is the second", || journey.run(second, &[]) == json!(1));
    for _ in 0..9 {
        journey.press(Key::PageDown);
    }
    journey.wait_until("the selection is far down and in sight", || journey.count(".unitboard [aria-selected=true]") == 1);
    journey.screenshot("units-many-down");
    journey.chord(&[Key::Control], 'f');
    journey.keys("第317");
    journey.wait_for_text(".unitboard", "500个单位中的");
    journey.screenshot("units-many-found");
    assert_eq!(journey.policy_violations(), Vec::<String>::new());
}

#[test]
fn a_ledger_without_units_says_what_to_do() {
    let journey = Journey::open("units-none");
    journey.wait_for_text(".start h1", "从哪里开始");
    let ledger = journey.home().join("新台账.yaodian");
    journey.answer_dialog(&[&ledger]);
    journey.press(Key::Down);
    journey.press(Key::Down);
    journey.press(Key::Down);
    journey.press(Key::Enter);
    journey.wait_for_text(".viewhead h1", "导入");
    units(&journey);
    journey.wait_for_text(".empty", "还没有单位");
    both_sizes(&journey, "units-none");
    journey.chord(&[Key::Alt], 'n');
    journey.enter("dialog input", "岚桥区卫生健康局");
    journey.press(Key::Enter);
    journey.wait_for_text(".unitboard tbody", "岚桥区卫生健康局");
    for below in ["岚桥区疾病预防控制中心", "岚桥区疾病预防控制中心检验科"] {
        journey.chord(&[Key::Alt], 'n');
        journey.enter("dialog input", below);
        journey.press(Key::Enter);
        selected(&journey, below);
        // 上级单位: typed, then Enter takes the first that is found.
        journey.enter(".unitpane .finder input", if below.ends_with('科') { "jbyfkzzx" } else { "lqqwsjkj" });
        journey.wait_for_text(".unitpane .found", "岚桥区");
        journey.press(Key::Enter);
        journey.wait_for_text(".unitpane .chips", "岚桥区");
        journey.press_held(&[Key::Control], Key::Enter);
        journey.wait_for_text(".toast", "已保存");
    }
    let depths = "return [...document.querySelectorAll('.unitname')].map((one) => [...one.classList].find((name) => name.startsWith('depth'))).join()";
    // The message may still be that of the first one saved.
    journey.wait_until("the units stand below each other", || journey.run(depths, &[]) == json!("depth-0,depth-1,depth-2"));
    journey.screenshot("units-tree");
    assert_eq!(journey.policy_violations(), Vec::<String>::new());
}
