//! A document in: read, looked at beside its source, corrected, confirmed.
#![cfg(target_os = "linux")]

use journeys::{Journey, Key};
use serde_json::json;
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
    journey.click(".rail button:nth-of-type(5)");
    journey.wait_for_text(".indicatorlist", "新增家庭病床");

    // What a person corrected is what the program goes by: the chart says the target in words.
    journey.run("[...document.querySelectorAll('.indicatorlist tr')].find((row) => row.textContent.includes('新增家庭病床')).click()", &[]);
    journey.wait_until("the chart shows the corrected target", || journey.count("img.drawing[alt*='350']") == 1);
    journey.click(".rail button.last");
    journey.wait_for_text("main", "导入计划");
    assert_eq!(journey.policy_violations(), Vec::<String>::new());
}

/// A plan with ten faults in it: of its author, of the clerk who typed it, and of whoever reads it for the first time.
const FAULTY: &str = "云州市2026年基层卫生服务提升工作方案

为做好今年的基层卫生工作，制定本方案。

一、加强基层服务能刀
1.建设社区医院和村卫生室。全年建成社区医院3家。改造村卫生室60个。（责任单位：基层卫生处）
2.配备巡回医疗车。配备巡回医疗车8辆。
3.覆盖全部边远村组。（责任单位：基层卫生处）
4.培养全科医生。新增全科医生100—150名，村村有医生。（责任单位：组织人事处）
二、改善群众就医感受
5.缩短等候时间。门诊平均等候时间控制在15分钟以内。（责任单位：医改医管处）
6.交流经验。全年接待考察团6批，举办现场会2场。（责任单位：基层卫生处）
7.开展义诊。每月组织活动，全年不少于24场次。（责任单位：中医药管理处、老龄健康处）
三、工作要求
各单位要加强协调。信息中心要在9月底前完成健康档案平台升级，接入机构120家。
";

/// Returns the words behind the caret of the source.
const BEHIND_CARET: &str = "
    const { focusNode: node, focusOffset: offset } = getSelection();
    const text = (node instanceof Element ? node : node.parentElement).closest('.source li')?.querySelector('p');
    if (!text) return '';
    const before = document.createRange();
    before.selectNodeContents(text);
    before.setEnd(node, offset);
    return text.textContent.slice(before.toString().length);";

/// A person who never touches the mouse.
struct Keyboard<'a>(&'a Journey);

impl Keyboard<'_> {
    fn drawn(&self) {
        self.0.run_async("const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done()))", &[]);
    }

    /// Presses a key again and again until something holds.
    fn until(&self, what: &str, holds: impl Fn() -> bool, press: impl Fn()) {
        for _ in 0..60 {
            self.drawn();
            if holds() {
                return;
            }
            press();
        }
        self.0.screenshot("import-keyboard-lost");
        panic!("the keyboard does not reach {what}");
    }

    fn shows(&self, css: &str, words: &str) -> bool {
        let script = "return [...document.querySelectorAll(arguments[0])].some((one) => one.textContent.includes(arguments[1]))";
        self.0.run(script, &[json!(css), json!(words)]) == json!(true)
    }

    /// Opens an item of a tab.
    fn open(&self, tab: &str, words: &str) {
        let here = || self.shows(".draft [role=tab][aria-selected=true]", tab);
        self.until(tab, here, || self.0.press_held(&[Key::Control], Key::PageDown));
        // From the first item on.
        for _ in 0..20 {
            self.0.press_held(&[Key::Control], Key::Up);
        }
        self.until(words, || self.shows(".draft .is-open .top", words), || self.0.press_held(&[Key::Control], Key::Down));
    }

    /// Goes to a field with the tabulator and writes into it in place of what is there.
    fn fill(&self, css: &str, text: &str) {
        let here = || self.0.run("return document.activeElement.matches(arguments[0])", &[json!(css)]) == json!(true);
        self.until(css, here, || self.0.press(Key::Tab));
        self.0.chord(&[Key::Control], 'a');
        self.0.keys(text);
        self.drawn();
    }

    fn confirm(&self) {
        let settled = self.0.text(".confirmed");
        self.0.press_held(&[Key::Control], Key::Enter);
        self.0.wait_until("it is confirmed", || self.0.text(".confirmed") != settled);
    }

    /// Puts the caret of the source before these words.
    fn caret(&self, words: &str) {
        let in_source = || self.0.run("return document.activeElement.matches('.source ol')", &[]) == json!(true);
        self.until("the source", in_source, || self.0.press(Key::F6));
        self.0.press_held(&[Key::Control], Key::Home);
        let behind = || self.0.run(BEHIND_CARET, &[]).as_str().unwrap_or_default().to_owned();
        let to_line = || {
            self.0.press(Key::Down);
            self.0.press(Key::Home);
        };
        self.until(words, || behind().contains(words), to_line);
        self.until(words, || behind().starts_with(words), || self.0.press_held(&[Key::Control], Key::Right));
    }

    /// Chooses words of the source.
    fn choose(&self, words: &str) {
        self.caret(words);
        for _ in words.chars() {
            self.0.press_held(&[Key::Shift], Key::Right);
        }
        self.0.wait_for_text(".chosenbar", &format!("已选{}个字", words.chars().count()));
    }
}

#[test]
fn ten_faults_of_a_plan_are_corrected_by_keyboard_alone() {
    let mut journey = Journey::open("import-keyboard");
    let plan = journey.home().join("基层卫生.txt");
    fs::write(&plan, FAULTY).expect("the home can be written");
    journey.wait_for_text(".start h1", "从哪里开始");
    journey.answer_dialog(&[&plan]);
    journey.keys("2");
    journey.wait_for_text(".draft .is-open", "新增全科医生100—150名");
    let person = Keyboard(&journey);

    // 1. The range that was asked about first is really 120.
    person.fill("input[name=value]", "120");
    person.confirm();
    // 2. The section's title is misspelt.
    person.open("举措", "加强基层服务能刀");
    person.fill("input[name=title]", "加强基层服务能力");
    journey.press_held(&[Key::Control], Key::Enter);
    journey.wait_for_text(".items .is-open .top", "加强基层服务能力");
    // 3. One item holds two measures.
    person.caret("改造村卫生室60个");
    journey.chord(&[Key::Alt], 's');
    journey.wait_for_text(".draft .is-open .top", "改造村卫生室60个");
    // 4. A measure was torn in two.
    person.open("举措", "覆盖全部边远村组");
    journey.chord(&[Key::Alt], 'b');
    journey.wait_for_text(".draft .is-open .top", "配备巡回医疗车");
    // 5. A unit is misspelt.
    person.open("举措", "缩短等候时间");
    person.fill(".unitlist input", "医政医管处");
    person.confirm();
    journey.screenshot("import-keyboard-half");

    // The rest has to wait until tomorrow.
    journey.reopen();
    journey.wait_for_text(".draft [role=tablist]", "举措");
    let person = Keyboard(&journey);
    // 6. Visitors are no target.
    person.open("目标", "接待考察团");
    let settled = journey.text(".confirmed");
    journey.chord(&[Key::Alt], 'd');
    journey.wait_until("it is left out", || journey.text(".confirmed") != settled);
    // 7. A target without a figure was passed over.
    person.choose("村村有医生");
    journey.chord(&[Key::Alt], 't');
    journey.wait_for_text(".draft .is-open .top", "村村有医生");
    person.confirm();
    // 8. What is counted has another name.
    person.open("目标", "不少于24场次");
    person.fill("input[name=name]", "义诊场次");
    person.confirm();
    // 9. A measure hides among the requirements.
    person.choose("信息中心要在9月底前完成健康档案平台升级，接入机构120家。");
    journey.screenshot("import-keyboard-chosen");
    journey.chord(&[Key::Alt], 'm');
    journey.wait_for_text(".draft .is-open .top", "信息中心要在9月底前完成健康档案平台升级");
    // 10. The plan does not say who issued it.
    let here = || person.shows(".draft [role=tab][aria-selected=true]", "计划信息");
    person.until("the plan's own data", here, || journey.press_held(&[Key::Control], Key::PageDown));
    person.fill("input[name=issuer]", "云州市卫生健康委员会");
    journey.press_held(&[Key::Control], Key::Enter);
    journey.wait_until("it is saved", || journey.count(".planform .button-main[disabled]") == 1);
    journey.screenshot("import-keyboard-done");

    let enter = [Key::Control, Key::Shift];
    journey.press_held(&enter, Key::Enter);
    journey.wait_for_text(".rail [aria-current=page]", "举措");
    for title in ["建设社区医院和村卫生室", "改造村卫生室60个", "配备巡回医疗车", "信息中心要在9月底前完成健康档案平台升级"]
    {
        journey.wait_for_text("main", title);
    }
    journey.wait_until("the section has its name", || person.shows("main", "加强基层服务能力"));
    journey.wait_until("the torn measure is whole", || !person.shows("main", "覆盖全部边远村组"));
    journey.screenshot("import-keyboard-entered");
    // Taking the import back brings the draft back.
    journey.chord(&[Key::Control], '1');
    journey.wait_for_text(".viewhead", "选择文件");
    journey.chord(&[Key::Control], 'z');
    journey.wait_for_text(".draft [role=tablist]", "举措");
    assert_eq!(journey.policy_violations(), Vec::<String>::new());
}
