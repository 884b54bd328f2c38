//! Packages between ledgers: a plan sent down and taken in another ledger, reports sent up and merged, a ledger handed over; the full export.
#![cfg(target_os = "linux")]

use journeys::{Journey, Key};
use std::path::Path;

const PACKAGES: &str = ".viewhead [role=tab]:last-of-type";

fn exchange(journey: &Journey) {
    journey.click(".rail button[title^='交换']");
    journey.wait_for_text(".viewhead h1", "交换");
}

fn save(journey: &Journey, what: &str, to: &Path) {
    journey.answer_dialog(&[to]);
    journey.click(&format!(".packages [data-does={what}]"));
    journey.wait_until(what, || to.exists());
    journey.wait_for_text(".toast", "已保存");
}

#[test]
fn a_plan_goes_down_reports_come_up_and_a_ledger_is_handed_over() {
    let journey = Journey::open("packages");
    journey.wait_for_text(".start h1", "从哪里开始");
    journey.press(Key::Enter);
    journey.wait_for_text("main", "做实家庭医生签约服务");
    exchange(&journey);
    journey.click(PACKAGES);
    journey.wait_for_text(".packages", "计划下发包");
    journey.screenshot("packages");
    journey.resize(1920, 1080);
    journey.screenshot("packages-wide");
    journey.resize(1366, 768);
    journey.speak("en");
    journey.wait_for_text(".viewhead h1", "Exchange");
    journey.screenshot("packages-en");
    journey.speak("zh");
    journey.wait_for_text(".viewhead h1", "交换");
    let [plan, unit, handed, whole] = ["计划.ydpkg", "单位.ydpkg", "移交.ydpkg", "全量.xlsx"].map(|name| journey.home().join(name));
    save(&journey, "plan", &plan);
    save(&journey, "unit", &unit);
    save(&journey, "handover", &handed);
    save(&journey, "xlsx", &whole);

    // The plan is at home here: nothing to take.
    journey.answer_dialog(&[&plan]);
    journey.click(".packages .button-main");
    journey.wait_for_text("dialog", "内容相同");
    journey.screenshot("packages-already");
    journey.click("dialog footer .button");

    // A ledger of its own gets the plan, then the reports.
    let own = journey.home().join("单位台账.yaodian");
    journey.click(".brand");
    journey.answer_dialog(&[&own]);
    journey.click(".others .link:nth-of-type(3)");
    journey.wait_until("the new ledger is open", || journey.run("return document.title", &[]).to_string().contains("单位台账"));
    exchange(&journey);
    journey.wait_for_text(".packages", "收数据包");
    journey.screenshot("packages-no-plan");
    journey.answer_dialog(&[&plan]);
    journey.chord(&[Key::Control], 'o');
    journey.wait_for_text("dialog", "收下计划");
    journey.screenshot("packages-plan");
    journey.click("dialog footer .button-main");
    journey.wait_for_text("main", "做实家庭医生签约服务");
    exchange(&journey);
    journey.click(PACKAGES);
    journey.answer_dialog(&[&unit]);
    journey.click(".packages .button-main");
    journey.wait_for_text(".identity", "冲突 0");
    journey.screenshot("packages-unit");
    journey.click(".commit .button-main");
    journey.wait_for_text("main", "已写入");

    // The other ledger comes as a new file.
    let taken = journey.home().join("接收.yaodian");
    journey.click(PACKAGES);
    journey.answer_dialog(&[&handed]);
    journey.click(".packages .button-main");
    journey.wait_for_text("dialog", "接收移交的台账");
    journey.screenshot("packages-handover");
    journey.answer_dialog(&[&taken]);
    journey.click("dialog footer .button-main");
    journey.wait_until("it is open", || journey.run("return document.title", &[]).to_string().contains("接收"));
    assert!(taken.exists());
    assert_eq!(journey.policy_violations(), Vec::<String>::new());
}
