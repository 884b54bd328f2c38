//! The sample year: opened, three months entered, seen in a chart, taken back.
#![cfg(target_os = "linux")]

use journeys::{Journey, Key};
use serde_json::json;

/// The text of the cell that has the cursor, in the month being filled in.
const CURSOR: &str = "return document.querySelector('td.now.is-cursor input')?.value";

/// Types a figure into the cell of the entry grid that has the cursor, and comes back to it; at once, as a fast hand does.
fn enter_figure(journey: &Journey, figure: &str) {
    journey.keys(figure);
    journey.press(Key::Enter);
    journey.press(Key::Up);
}

#[test]
fn three_months_are_entered_and_seen_in_the_chart() {
    let journey = Journey::open("sample");
    journey.wait_for_text(".start h1", "从哪里开始");
    journey.screenshot("start");
    journey.press(Key::Enter);
    journey.wait_for_text(".rail [aria-current=page]", "举措");
    journey.wait_for_text("main", "做实家庭医生签约服务");
    journey.screenshot("measures");

    journey.click(".rail button:nth-of-type(4)");
    journey.wait_for_text(".viewhead h1", "填报");
    journey.wait_for_text("main", "新增签约居民");
    for (month, figure) in [("2026年10月", "29300"), ("2026年11月", "32400"), ("2026年12月", "35100")] {
        journey.click(".stepper button:last-of-type");
        enter_figure(&journey, figure);
        journey.wait_for_text(".stepper", month);
        journey.wait_until("the figure is kept", || journey.run(CURSOR, &[]) == json!(figure));
    }
    // Back and forth without a pause: the figures stand in their months, and a key meant for a sheet waits for it.
    for _ in 0..2 {
        journey.press_held(&[Key::Alt], Key::Left);
    }
    journey.keys("29400");
    for _ in 0..2 {
        journey.press_held(&[Key::Alt], Key::Right);
    }
    journey.keys("35200");
    journey.press(Key::Enter);
    let row = "return [...document.querySelectorAll('tbody tr:first-of-type td.past, tbody tr:first-of-type td.now')].slice(-3).map((td) => td.textContent).join()";
    journey.wait_until("every figure stands in its month", || journey.run(row, &[]) == json!("29400,32400,35200"));
    journey.screenshot("entry");

    journey.click(".rail button:nth-of-type(5)");
    journey.wait_for_text(".chartpane h1", "新增签约居民");
    journey.wait_for_text(".figures", "12月");
    journey.wait_until("the chart is drawn", || {
        journey.run("const i = document.querySelector('figure img'); return !!i && i.complete && i.naturalWidth > 0", &[]) == json!(true)
    });
    journey.screenshot("charts");

    journey.click(".rail button.last");
    journey.wait_for_text("main", "填报2026年12月");
    journey.screenshot("history");
    journey.click(".topbar button.tool:not([disabled])[title*='填报2026年12月']");
    journey.wait_for_text("main", "已撤销");
    assert_eq!(journey.policy_violations(), Vec::<String>::new());
}

#[test]
fn what_was_entered_is_there_after_the_window_was_closed() {
    let mut journey = Journey::open("reopened");
    journey.wait_for_text(".start h1", "从哪里开始");
    journey.press(Key::Enter);
    journey.wait_for_text("main", "做实家庭医生签约服务");
    journey.click(".rail button:nth-of-type(4)");
    journey.wait_for_text("main", "新增签约居民");
    journey.click(".stepper button:last-of-type");
    journey.wait_for_text(".stepper", "2026年10月");
    journey.wait_until("the new month is empty", || journey.run(CURSOR, &[]) == json!(""));
    enter_figure(&journey, "27001");
    journey.wait_until("the figure is kept", || journey.run(CURSOR, &[]) == json!("27001"));
    journey.reopen();
    journey.wait_for_text(".start h1", "从哪里开始");
    let ledger = journey.home().join("data/org.yaodian.desktop/要点台账/云州市示例台账.yaodian");
    journey.answer_dialog(&[&ledger]);
    journey.keys("3");
    journey.wait_for_text(".rail [aria-current=page]", "举措");
    journey.click(".rail button:nth-of-type(4)");
    journey.wait_for_text(".stepper", "2026年10月");
    journey.wait_until("the figure is there", || journey.run(CURSOR, &[]) == json!("27001"));
}

#[test]
fn scores_show_their_arithmetic_and_a_changed_rule_changes_the_lights() {
    let journey = Journey::open("score");
    journey.wait_for_text(".start h1", "从哪里开始");
    journey.press(Key::Enter);
    journey.wait_for_text("main", "做实家庭医生签约服务");
    journey.screenshot("rules-before");
    journey.click(".rail button[title^='考核']");
    journey.wait_for_text(".league", "岚桥区");
    journey.wait_for_text(".arithmetic", "合计");
    journey.screenshot("score");
    journey.click(".viewhead .segment button:nth-of-type(2)");
    journey.wait_for_text(".league", "按全部单位合计的数");
    journey.wait_for_text(".arithmetic", "×");
    journey.screenshot("score-measures");
    journey.resize(1920, 1080);
    journey.screenshot("score-measures-large");
    journey.resize(1366, 768);
    journey.click(".viewhead .segment button:nth-of-type(1)");
    journey.wait_for_text(".league", "同分同名次");
    journey.resize(1920, 1080);
    journey.screenshot("score-large");
    journey.resize(1366, 768);
    journey.click(".rail button[title^='设置']");
    journey.wait_for_text(".viewhead h1", "设置");
    journey.click(".settings .segment button:nth-of-type(3)");
    journey.wait_for_text(".viewhead", "从宽");
    journey.screenshot("settings");
    journey.click(".rail button[title^='举措']");
    journey.wait_for_text("main", "做实家庭医生签约服务");
    journey.screenshot("rules-after");
    journey.click(".detail .panelhead .link:nth-of-type(2)");
    journey.wait_for_text("dialog", "合计");
    journey.click("dialog .acts .button:first-child");
    journey.wait_until("every unit has a share", || {
        journey.run("return [...document.querySelectorAll('dialog td input')].every((input) => input.value !== '')", &[]) == json!(true)
    });
    journey.screenshot("dividing");
    journey.click("dialog footer .button-main:not([disabled])");
    journey.wait_for_text(".toast", "已分解");
    assert_eq!(journey.policy_violations(), Vec::<String>::new());
}
