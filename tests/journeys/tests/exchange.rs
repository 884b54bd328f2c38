//! A workbook out and in: sent to a unit, filled in there, merged with one conflict decided, taken back.
#![cfg(target_os = "linux")]

use journeys::{Journey, Key};
use serde_json::json;
use std::fs;
use std::path::{Path, PathBuf};

/// Returns the figure of the first indicator in the month being filled in, as the grid shows it.
fn first_figure(journey: &Journey) -> serde_json::Value {
    journey.run(
        "const cell = document.querySelector('.cells tbody tr td.now'); return cell?.querySelector('input')?.value ?? cell?.textContent",
        &[],
    )
}

fn go(journey: &Journey, view: &str) {
    journey.click(&format!(".rail button[title^='{view}']"));
    journey.wait_for_text(".viewhead h1", view);
}

/// Returns the workbook of a unit among those that were sent.
fn workbook_of(folder: &Path, unit: &str) -> PathBuf {
    let paths = fs::read_dir(folder).expect("the folder was made").map(|entry| entry.expect("it can be listed").path());
    paths.into_iter().find(|path| path.to_string_lossy().contains(unit)).expect("every unit has its workbook")
}

#[test]
fn a_returned_workbook_is_merged_with_one_conflict_decided_and_taken_back() {
    let journey = Journey::open("exchange");
    journey.wait_for_text(".start h1", "从哪里开始");
    journey.press(Key::Enter);
    journey.wait_for_text("main", "做实家庭医生签约服务");
    journey.click(".stepper button:last-of-type");
    journey.wait_for_text(".stepper", "2026年10月");

    go(&journey, "交换");
    journey.wait_for_text("main", "岚桥区");
    let sent = journey.home().join("发出");
    journey.answer_dialog(&[&sent]);
    journey.click(".viewhead .check input");
    journey.click(".viewhead .button-main");
    journey.wait_for_text("main", "岚桥区卫生健康局.xlsx");
    journey.screenshot("exchange-sent");
    journey.resize(1920, 1080);
    journey.screenshot("exchange-sent-large");
    journey.resize(1366, 768);

    // In the meantime the office itself writes down a figure it was told by telephone.
    go(&journey, "填报");
    journey.wait_for_text("main", "新增签约居民");
    journey.wait_until("the month is empty", || first_figure(&journey) == json!(""));
    journey.keys("29300");
    journey.press(Key::Enter);
    journey.wait_until("the figure is written", || first_figure(&journey) == json!("29300"));

    // And how it goes, as it was told there.
    journey.press(Key::F6);
    journey.keys("电话了解：团队已全部组建");
    journey.press(Key::Escape);
    journey.wait_for_text(".telling header", "未写");

    let form = fs::read(workbook_of(&sent, "岚桥区")).expect("the workbook was written");
    let returned = journey.home().join("岚桥区回表.xlsx");
    let filled = [("K4", "29999"), ("K5", "82.5%"), ("K7", "约2家"), ("K10", "401")];
    let long = "已组建家庭医生团队26个，覆盖全部乡镇和社区。市、县两级医院专科医师58人加入团队，每周到村、社区开展服务。".repeat(4);
    let told = [("G4", long.as_str()), ("H9", "公立医院药品费用上涨较快，需要医保部门支持")];
    fs::write(&returned, hand::enter_on(&hand::enter(&form, &filled), 2, &told)).expect("the home can be written");

    go(&journey, "交换");
    journey.click(".viewhead [role=tab]:nth-of-type(2)");
    journey.answer_dialog(&[&returned]);
    journey.click(".viewhead [data-does=add]");
    journey.wait_for_text(".identity", "改动 6");
    journey.wait_for_text(".identity", "冲突 2");
    journey.wait_for_text(".diff tr.conflict", "29300");
    journey.screenshot("exchange-preview");
    journey.click(".diff tr.conflict + tr.conflict th");
    journey.wait_for_text(".wholetext", "电话了解：团队已全部组建");
    journey.wait_for_text(".wholetext", "58人加入团队");
    journey.screenshot("exchange-words");
    journey.resize(1920, 1080);
    journey.screenshot("exchange-words-large");
    journey.resize(1366, 768);
    journey.click(".diff tr.conflict .segment button:nth-of-type(2)");
    journey.wait_for_text(".commit", "写入4格");
    journey.click(".commit .button-main");
    journey.wait_for_text("main", "采用 4");
    journey.screenshot("exchange-merged");

    go(&journey, "填报");
    journey.wait_until("their figure is in the ledger", || first_figure(&journey) == json!("29999"));
    journey.click(".topbar button.tool[title*='合并']");
    journey.wait_until("ours is back", || first_figure(&journey) == json!("29300"));
    assert_eq!(journey.policy_violations(), Vec::<String>::new());
}

#[test]
fn sending_to_many_units_shows_how_far_it_has_come_and_is_stopped() {
    let journey = Journey::open("exchange-stop");
    journey.wait_for_text(".start h1", "从哪里开始");
    let line = |n: usize| {
        let units: Vec<String> =
            (1..=10).map(|at| format!("云州市经济技术开发区滨江新城街道第{}社区卫生服务中心", (n - 1) * 10 + at)).collect();
        format!("{n}.开展第{n}类家庭医生上门服务。全年上门服务9000人次。（责任单位：{}）\n\n", units.join("、"))
    };
    let text = format!("云州市2026年基层卫生工作要点\n\n一、任务\n\n{}", (1..=40).map(line).collect::<String>());
    journey.ask("draft_paste", json!({ "text": text }));
    journey.ask("draft_edit", json!({ "edit": "accept_all" }));
    journey.ask("draft_confirm", json!({}));
    journey.chord(&[Key::Control], '3');
    journey.reload();
    journey.wait_for_text("main", "家庭医生上门服务");
    go(&journey, "交换");
    journey.wait_for_text("main", "第400社区卫生服务中心");
    let sent = journey.home().join("发出");
    journey.answer_dialog(&[&sent]);
    journey.click(".viewhead .button-main");
    journey.wait_for_text(".working", "/ 400");
    journey.screenshot("exchange-sending");
    journey.press(Key::Escape);
    journey.wait_for_text(".toast", "已停止");
    journey.wait_until("the line is gone", || journey.count(".working") == 0);
    assert_eq!(fs::read_dir(&sent).expect("the folder was made").count(), 0, "what was written is taken back");
    journey.wait_for_text(".counts", "未发400");
    assert_eq!(journey.policy_violations(), Vec::<String>::new());
}
