//! How indicators are judged and what they weigh: many changed at once, a quarter planned, the light follows.
#![cfg(target_os = "linux")]

use journeys::{Journey, Key};

fn opened(name: &str) -> Journey {
    let journey = Journey::of_sample(name);
    journey.click(".list .viewhead .button");
    journey.wait_for_text("h1", "指标口径");
    journey
}

/// Chooses in a native list by its label.
fn pick(journey: &Journey, label: &str, value: &str) {
    let script = "const list = document.querySelector(`select[aria-label='${arguments[0]}']`); list.value = arguments[1]; list.dispatchEvent(new Event('change'))";
    journey.run(script, &[label.into(), value.into()]);
}

#[test]
fn many_indicators_are_changed_at_once_and_a_quarter_is_planned() {
    let journey = opened("terms");
    journey.wait_for_text(".bulk", "先勾选指标");
    journey.screenshot("terms");
    journey.click(".terms .is-measure input[type=checkbox]");
    journey.wait_for_text(".bulk", "已选");
    pick(&journey, "填报频次", "quarter");
    journey.wait_for_text(".toast", "已改");
    journey.wait_for_text(".terms", "每季");
    journey.enter(".bulk .weight", "4");
    journey.press(Key::Enter);
    journey.wait_until("three indicators weigh 4", || {
        journey.run("return [...document.querySelectorAll('.terms .weigh')].filter((one) => one.value === '4').length", &[]) == 3
    });
    journey.click(".terms tbody tr:nth-child(3) .link");
    journey.wait_for_text("dialog", "计划进度");
    journey.enter("dialog tr:nth-child(2) input", "x");
    journey.click("dialog footer .button-main");
    journey.wait_for_text("dialog [role=alert]", "计划值");
    journey.screenshot("terms-planned");
    journey.clear("dialog tr:nth-child(2) input");
    journey.enter("dialog tr:nth-child(2) input", "1");
    journey.click("dialog footer .button-main");
    journey.wait_for_text(".terms", "1个计划值");
    journey.click(".terms .is-section .weigh");
    journey.clear(".terms .is-section .weigh");
    journey.enter(".terms .is-section .weigh", "40");
    journey.press(Key::Enter);
    journey.wait_for_text(".toast", "已改权重");
    journey.resize(1920, 1080);
    journey.screenshot("terms-large");
    journey.resize(1366, 768);
    journey.press(Key::Escape);
    journey.press(Key::Escape);
    journey.wait_for_text("main", "做实家庭医生签约服务");
    assert_eq!(journey.policy_violations(), Vec::<String>::new());
}
