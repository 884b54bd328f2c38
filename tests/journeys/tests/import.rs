//! A document in: read, looked at beside its source, corrected, confirmed.
#![cfg(target_os = "linux")]

use journeys::Journey;
use std::fs;

const PLAN: &str = "云州市2026年老年健康服务提升行动方案

为提升老年健康服务水平，制定本方案。

一、完善老年医疗服务
1.扩大老年医学科覆盖面。2026年底前，新增设立老年医学科的医院不少于6家，其中县级医院不少于2家。（牵头单位：医政医管处；配合单位：各县（区）卫生健康局、市第一人民医院）
2.发展安宁疗护。全市安宁疗护床位达到180张左右。（责任单位：老龄健康处、医政医管处）
二、做实老年健康管理
3.开展上门服务。完成失能老年人上门评估1.2万人次，新增家庭病床300—400张。（牵头单位：老龄健康处；配合单位：市老年病医院）
4.培训护理人员。全年培训老年护理人员800人。（责任单位：组织人事处）
";

#[test]
fn a_document_becomes_a_plan_after_a_person_has_looked_at_it() {
    let journey = Journey::open("import");
    let plan = journey.home().join("老年健康行动方案.txt");
    fs::write(&plan, PLAN).expect("the home can be written");
    journey.wait_for_text(".start h1", "从哪里开始");
    journey.answer_dialog(&[&plan]);
    journey.keys("2");
    journey.wait_for_text(".rail [aria-current=page]", "导入");
    journey.wait_for_text("main", "新增家庭病床300—400张");
    journey.wait_for_text("main", "区间");
    journey.screenshot("import");

    // The doubtful range is corrected to its upper bound, which accepts it.
    let value = ".view-import input[name=value]";
    journey.wait_until("the doubt's form is open", || journey.count(value) == 1);
    journey.clear(value);
    journey.enter(value, "350");
    journey.screenshot("import-corrected");
    journey.click(".view-import .button-main:not([disabled])");

    // With no doubt left it may go into the ledger; none is open, so one is made.
    journey.click(".view-import .viewhead .button-main:not([disabled])");
    journey.wait_for_text(".rail [aria-current=page]", "举措");
    journey.wait_for_text("main", "发展安宁疗护");
    journey.screenshot("imported");
    journey.click(".rail button:nth-of-type(4)");
    journey.wait_for_text(".indicatorlist", "新增家庭病床");

    // What a person corrected is what the program goes by: the chart says the target in words.
    journey.run("[...document.querySelectorAll('.indicatorlist tr')].find((row) => row.textContent.includes('新增家庭病床')).click()", &[]);
    journey.wait_until("the chart shows the corrected target", || journey.count("img.drawing[alt*='350']") == 1);
    journey.click(".rail button.last");
    journey.wait_for_text("main", "导入计划");
    assert_eq!(journey.policy_violations(), Vec::<String>::new());
}
