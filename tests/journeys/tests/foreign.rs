//! A table made elsewhere: columns and rows settled by hand, a conflict decided, written, taken back; the mapping is remembered.
#![cfg(target_os = "linux")]

use journeys::{Journey, Key};
use std::fs;
use std::path::PathBuf;

const TAB: &str = ".viewhead [role=tab]:nth-of-type(3)";
const UNITS: [&str; 7] = ["岚桥区", "鹤汀区", "枫渡区", "澜湖区", "青屏区", "砚溪县", "桐坞县"];

fn file(journey: &Journey, name: &str, text: &str) -> PathBuf {
    let path = journey.home().join(name);
    fs::write(&path, text).expect("the home can be written");
    path
}

/// A ledger of tasks with a row for each unit, and some that are not in the plan, or only like what is.
fn table(month: u32) -> String {
    let mut lines = vec!["云州市2026年卫生健康重点任务推进情况台账（各县区卫生健康局按月报送，市卫生健康委汇总）,,,,,,,".to_owned()];
    lines.push(format!("序号,任务名称,考核指标,县区,计量,年度目标,截至{month}月底累计,完成率,主要问题"));
    for (n, unit) in UNITS.iter().enumerate() {
        lines.push(format!("{},增加普惠托位,新增托位,{unit},个,370,{},70%,", n + 1, 200 + n * 10));
    }
    lines.push(",小计,,,,2600,1610,62%,".to_owned());
    lines.push(
        "8,做实家庭医生签约服务,新增签约的居民,岚桥区,人,26000,29999,115%,签约居民流动性大，随访要靠村医反复上门，人手不足".to_owned(),
    );
    lines.push("9,培训,公众急救知识培训,鹤汀区,人次,5000,4100,82%,".to_owned());
    lines.push("10,绿化,森林覆盖面积,岚桥区,亩,100,7,7%,".to_owned());
    lines.push("11,增加普惠托位,普惠托位占比,枫渡区,%,60,很高,,".to_owned());
    lines.push("12,增加普惠托位,新增托位,外县,个,370,5,,".to_owned());
    lines.join("\n")
}

fn row(n: usize) -> String {
    format!(".placed tbody tr:nth-of-type({n})")
}

#[test]
fn a_table_made_elsewhere_is_mapped_matched_written_and_taken_back() {
    let journey = Journey::of_sample("foreign");
    journey.click(".stepper button:last-of-type");
    journey.wait_for_text(".stepper", "2026年10月");
    journey.go("交换");
    journey.click(TAB);
    journey.wait_for_text(".foreign", "还没有选择表格");
    journey.screenshot("foreign-empty");

    let path = file(&journey, "云州市重点任务推进情况台账.csv", &table(10));
    journey.answer_dialog(&[&path]);
    journey.click(".viewhead .acts .button");
    journey.wait_for_text(".columns", "考核指标");
    journey.wait_for_text(".identity", "改动 9");
    journey.wait_for_text(&row(1), "待确认");
    journey.screenshot("foreign-preview");
    journey.resize(1920, 1080);
    journey.screenshot("foreign-preview-wide");
    journey.resize(1366, 768);

    // A row that is like an indicator is confirmed; one that is not in the plan is found by hand, by its initials.
    journey.click(&format!("{} .link", row(1)));
    journey.wait_until("its figure and its problem are previewed", || journey.text(".identity").contains("改动 1"));
    journey.click(&format!("{} .chooser button", ".placed tr:has(.tag-wrong)"));
    journey.wait_for_text(".choices", "指标");
    journey.screenshot("foreign-choose");
    journey.press(Key::Escape);

    // A column that was not known is named.
    journey.run(
        "const select = document.querySelector('.columns select[data-field=I]'); select.value = 'problems'; select.dispatchEvent(new Event('change', { bubbles: true }));",
        &[],
    );
    journey.wait_for_text(".columns", "已选定");
    journey.screenshot("foreign-mapped");
    journey.speak("en");
    journey.wait_for_text(".viewhead h1", "Exchange");
    journey.screenshot("foreign-mapped-en");
    journey.speak("zh");
    journey.wait_for_text(".viewhead h1", "交换");
    journey.chord(&[Key::Control], '\u{e007}');
    journey.wait_for_text("main", "写入结果");
    journey.screenshot("foreign-written");

    // The next month's table is mapped as this one was.
    let next = file(&journey, "十一月.csv", &table(11));
    journey.answer_dialog(&[&next]);
    journey.click(".viewhead .acts .button");
    journey.wait_for_text(".foreign", "已按上次的对应关系");
    journey.screenshot("foreign-remembered");
    journey.click(".kept .link");
    journey.wait_until("it is forgotten", || !journey.text(".foreign").contains("已按上次的对应关系"));
    assert_eq!(journey.policy_violations(), Vec::<String>::new());
}

#[test]
fn a_long_table_and_one_without_a_header_are_told_apart_and_one_becomes_a_plan() {
    let journey = Journey::of_sample("foreign-long");
    journey.go("交换");
    journey.click(TAB);
    let line = |n: usize| {
        let (unit, long) = (
            UNITS[n % 7],
            if n.is_multiple_of(3) {
                "促进城乡居民基本公共卫生服务均等化与家庭医生签约服务高质量融合发展专项行动"
            } else {
                "日常工作"
            },
        );
        format!("{n},{long}{n},{unit},{n}")
    };
    let lines: Vec<String> = (1..=500).map(line).collect();
    let long = file(&journey, "五百行.csv", &format!("序号,指标名称,责任单位,完成值\n{}\n501,新增托位,岚桥区,300\n", lines.join("\n")));
    let odd = file(&journey, "没有表头.csv", "甲,乙,丙,丁\n1,建设急救站,市急救中心,6月底前\n2,培训急救员500人次,市急救中心,全年\n");
    journey.answer_dialog(&[&long]);
    journey.click(".viewhead .acts .button");
    journey.wait_for_text(".identity", "改动 1");
    journey.screenshot("foreign-500");
    journey.resize(1920, 1080);
    journey.screenshot("foreign-500-wide");
    journey.resize(1366, 768);

    let noted = journey.home().join("有批注和隐藏行的台账.xls");
    fs::write(&noted, include_bytes!("../../../crates/workbook/src/tests/noted.xls")).expect("the home can be written");
    journey.answer_dialog(&[&noted]);
    journey.click(".viewhead .acts .button");
    journey.wait_for_text(".saids", "第3–4行和C列是隐藏的");
    journey.wait_for_text(".saids", "E2 有批注：“含改造两处 其余为新建”");
    journey.screenshot("foreign-noted");

    journey.answer_dialog(&[&odd]);
    journey.click(".viewhead .acts .button");
    journey.wait_for_text(".foreign", "没有找到表头");
    journey.screenshot("foreign-no-header");
    journey.click(".columns tbody tr:nth-of-type(1) th button");
    journey.wait_for_text(".foreign", "没有哪一列是指标或重点任务");
    for (letter, role) in [("A", "number"), ("B", "measure"), ("C", "unit"), ("D", "due")] {
        journey.run(
            "const select = document.querySelector(`.columns select[data-field=${arguments[0]}]`); select.value = arguments[1]; select.dispatchEvent(new Event('change', { bubbles: true }));",
            &[letter.into(), role.into()],
        );
        journey.wait_until("the role is taken", || {
            journey.run("return document.querySelector(`.columns select[data-field=${arguments[0]}]`)?.value", &[letter.into()]) == role
        });
    }
    journey.screenshot("foreign-named");
    journey.click(".foreign .bar .acts .button");
    journey.wait_for_text("main", "建设急救站");
    journey.wait_for_text(".rail [aria-current=page]", "导入");
    journey.screenshot("foreign-draft");
    assert_eq!(journey.policy_violations(), Vec::<String>::new());
}
