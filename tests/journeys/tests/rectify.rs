//! A red light taken to sign-off in the window; measures listed, a phase evaluated; long words, many lines, and nothing.
#![cfg(target_os = "linux")]

use journeys::{Journey, Key};
use serde_json::{Value, json};

/// Pictures of what is shown, in a usual and in a large window.
fn pictures(journey: &Journey, name: &str) {
    journey.screenshot(name);
    journey.resize(1920, 1080);
    journey.screenshot(&format!("{name}-large"));
    journey.resize(1366, 768);
}

/// Presses the button of the open dialog by keyboard and waits until it is gone.
fn save(journey: &Journey) {
    journey.wait_until("what was typed can be saved", || journey.count("dialog footer .button-main:not([disabled])") == 1);
    journey.run("document.querySelector('dialog footer .button-main').focus()", &[]);
    journey.press(Key::Enter);
    journey.wait_until("the dialog is closed", || journey.count("dialog[open]") == 0);
}

#[test]
fn a_red_light_is_taken_from_the_overview_to_sign_off() {
    let journey = Journey::of_sample("rectify");
    journey.go("总览");
    journey.wait_for_text(".behind", "县级胸痛救治单元");
    journey.wait_for_text("main", "督查超期");
    pictures(&journey, "rectify-overview");

    // The furthest behind is rectified already; the next is not.
    journey.run("document.querySelector('.behind tbody tr:nth-of-type(2) .link').focus()", &[]);
    journey.chord(&[Key::Alt], 'r');
    journey.wait_for_text("dialog .finding", "应达75.0%，实达55.6%，落后19.4个百分点");
    journey.keys("3家县级医院设备采购流标，比计划晚两个月");
    journey.press(Key::Tab);
    journey.keys("10月重新招标，市第一人民医院派专家驻点指导");
    journey.press(Key::Tab);
    journey.keys("2027年1月15日");
    journey.press(Key::Tab);
    journey.keys("周建民");
    journey.screenshot("rectify-asked");
    journey.press(Key::Enter);
    journey.wait_for_text(".toast", "已立项");
    journey.wait_for_text(".behind tbody tr:nth-of-type(2)", "整改中");

    // Asked for again, it is shown.
    journey.run("document.querySelector('.behind tbody tr:nth-of-type(2) .link').focus()", &[]);
    journey.press(Key::Enter);
    journey.wait_for_text(".rail [aria-current=page]", "督查");
    journey.wait_for_text(".supervised .detail h1", "县级胸痛救治单元");
    pictures(&journey, "rectify-open");

    journey.press(Key::Enter);
    journey.wait_for_text("dialog", "整改结果");
    journey.keys("已建成7个");
    journey.press(Key::Escape);
    journey.wait_until("the dialog is closed", || journey.count("dialog[open]") == 0);
    journey.press(Key::Enter);
    journey.wait_for_text("dialog", "整改结果");
    let kept = journey.run("return document.querySelector('dialog textarea').value", &[]);
    assert_eq!(kept, json!("已建成7个"), "what was typed is still there");
    save(&journey);
    journey.wait_for_text(".supervised .detail h1", "待核查");
    journey.press(Key::F8);
    journey.wait_for_text("dialog", "退回原因");
    journey.keys("1个单元没有验收记录，补齐后再报");
    save(&journey);
    journey.wait_for_text(".supervised .detail h1", "整改中");
    journey.press(Key::F2);
    journey.wait_for_text("dialog", "修改整改");
    journey.press(Key::Tab);
    journey.press_held(&[Key::Control], Key::End);
    journey.keys("，验收记录10月补齐");
    journey.press_held(&[Key::Control], Key::Enter);
    journey.wait_for_text(".supervised .detail", "验收记录10月补齐");
    journey.press(Key::Enter);
    journey.keys("验收记录已补齐");
    save(&journey);
    journey.wait_for_text(".supervised .detail h1", "待核查");
    pictures(&journey, "rectify-applied");
    journey.press(Key::Enter);
    journey.wait_for_text("dialog", "核查意见");
    save(&journey);
    journey.wait_for_text(".supervised .detail h1", "已销号");
    let steps = journey.run("return [...document.querySelectorAll('.supervised .detail .c-step')].length", &[]);
    assert_eq!(steps, json!(1));
    for word in ["立项", "申请销号", "退回", "修改", "销号"] {
        journey.wait_for_text(".supervised .detail .panel:last-of-type", word);
    }

    journey.go("总览");
    journey.wait_for_text(".behind", "县级胸痛救治单元");
    let listed =
        journey.run("return [...document.querySelectorAll('.sheet .right .panel')][0].textContent.includes('县级胸痛救治单元')", &[]);
    assert_eq!(listed, json!(false), "what is signed off is not overdue");
    journey.wait_for_text(".behind tbody tr:nth-of-type(2)", "立项");
    assert_eq!(journey.policy_violations(), Vec::<String>::new());
}

#[test]
fn a_measure_shows_what_is_supervised_of_it_and_is_listed_and_lifted() {
    let journey = Journey::of_sample("rectify-measure");
    journey.wait_for_text(".list", "挂牌");
    journey.enter(".side .search input", "普惠托育");
    journey.wait_until("one measure is listed", || journey.count(".list tbody tr") == 1);
    journey.click(".list tbody th");
    journey.wait_for_text(".detail h1", "扩大普惠托育供给");
    journey.wait_for_text(".detail h1", "挂牌");
    journey.click(".detail .tabs button:nth-of-type(3)");
    journey.wait_for_text(".detail", "秋季入托前累计新增托位1600个");
    pictures(&journey, "rectify-measure");
    journey.click(".detail .panel:first-of-type .panelhead .link");
    journey.wait_for_text("dialog", "新增节点");
    journey.keys("完成剩余5处消防验收");
    journey.press(Key::Tab);
    journey.keys("2026-12-10");
    save(&journey);
    journey.wait_for_text(".detail", "完成剩余5处消防验收");
    journey.go("督查");
    journey.wait_for_text(".supervised", "名中医工作室");
    journey.click(".viewhead .tabs button:nth-of-type(2)");
    journey.wait_for_text(".supervised .detail h1", "扩大普惠托育供给");
    journey.click(".supervised .detail .button-main");
    journey.wait_for_text("dialog", "督查情况");
    journey.keys("5处点位仍有2处未完工");
    save(&journey);
    journey.wait_for_text(".supervised .detail", "5处点位仍有2处未完工");
    pictures(&journey, "rectify-listed");
    journey.click(".supervised .detail header .acts .button:nth-of-type(2)");
    journey.wait_for_text("dialog", "摘牌");
    save(&journey);
    journey.wait_for_text(".supervised .detail header", "已摘牌");
    journey.click(".viewhead .acts .button");
    journey.wait_for_text("dialog", "挂牌原因");
    journey.screenshot("rectify-list-asked");
    journey.press(Key::Escape);
    journey.click(".viewhead .tabs button:nth-of-type(4)");
    journey.wait_for_text(".supervised", "岚桥区");
    pictures(&journey, "rectify-accounts");
    journey.go("考核");
    journey.wait_for_text(".league [aria-selected=true]", "区");
    journey.click(".arithmetic .panelhead .link");
    journey.wait_for_text(".rail [aria-current=page]", "督查");
    journey.wait_for_text(".supervised .bar [aria-pressed=true]", "单位红灯");
    journey.screenshot("rectify-own");
    assert_eq!(journey.policy_violations(), Vec::<String>::new());
}

#[test]
fn a_phase_closes_with_findings_and_figures() {
    let journey = Journey::of_sample("rectify-phase");
    journey.go("督查");
    journey.wait_for_text(".supervised", "名中医工作室");
    journey.chord(&[Key::Control], '\u{E00F}');
    journey.chord(&[Key::Control], '\u{E00F}');
    journey.wait_for_text(".supervised .detail", "年度落实方案全部印发");
    pictures(&journey, "rectify-phase-closed");
    journey.click(".supervised .bar button:nth-of-type(2)");
    journey.wait_until("only phases are listed", || journey.count(".supervised section tbody tr[aria-selected]") == 3);
    journey.press(Key::Down);
    journey.wait_for_text(".supervised .detail h1", "全面推进阶段");
    journey.wait_for_text(".supervised .detail", "个有完成率");
    journey.click(".supervised .detail .button-main");
    journey.wait_for_text("dialog", "评估结论");
    journey.keys("托位和中医馆落后，12月集中攻坚");
    save(&journey);
    journey.wait_for_text(".supervised .detail", "托位和中医馆落后");
    journey.wait_until("its figures are shown", || journey.count(".supervised .detail .counts") == 1);
    pictures(&journey, "rectify-phase-kept");
    journey.click(".supervised .detail header .acts .button");
    journey.wait_for_text(".supervised .detail header", "未完成");
    journey.click(".topbar button[title^='撤销']");
    journey.wait_for_text(".supervised .detail", "托位和中医馆落后");
    assert_eq!(journey.policy_violations(), Vec::<String>::new());
}

/// A plan of so many measures with one indicator each, all of them led by a unit with a long name.
fn large(measures: usize) -> String {
    let unit = "云州市老年健康服务与医养结合促进中心";
    let line = |n: usize| {
        format!(
            "{n}.推进第{n}类社区老年人健康服务站标准化建设与医养结合服务能力提升工程。全年建设第{n}类社区老年人健康服务站100个。（牵头单位：{unit}）\n\n"
        )
    };
    format!("云州市2026年老年健康工作要点\n\n一、任务\n\n{}", (1..=measures).map(line).collect::<String>())
}

#[test]
fn five_hundred_lines_with_long_words_scroll_and_are_walked_by_keyboard() {
    let journey = Journey::open("rectify-many");
    journey.wait_for_text(".start h1", "从哪里开始");
    journey.ask("draft_paste", json!({ "text": large(500) }));
    journey.ask("draft_edit", json!({ "edit": "accept_all" }));
    let plan = journey.ask("draft_confirm", json!({}))["plan"].clone();
    let period = "2026-06";
    let measures = journey.ask("measures", json!({ "plan": plan, "period": period }));
    let unit = measures["units"][0]["id"].clone();
    let status = journey.ask("status", json!({ "plan": plan, "period": period }));
    let ids: Vec<Value> = status["indicators"].as_array().expect("indicators").iter().map(|one| one["id"].clone()).collect();
    assert_eq!(ids.len(), 500);
    let entry = |id: &Value| json!({ "indicator": id, "unit": unit, "period": period, "value": "10", "note": null });
    journey.ask("record", json!({ "entries": ids.iter().map(entry).collect::<Vec<_>>() }));
    for id in &ids[..250] {
        let of = json!({ "plan": plan, "period": period, "indicator": id });
        let cause = "社区用房产权不清，街道与物业多次协商未果，改造资金迟迟没有下达，设备采购两次流标，专业护理人员招聘不足，影响整体进度";
        journey
            .ask("rectify_open", json!({ "of": of, "cause": cause, "action": "由分管副主任牵头每周现场调度", "deadline": "2098-12-31" }));
    }
    journey.chord(&[Key::Control], '3');
    journey.reload();
    journey.wait_for_text("main", "第1类");
    journey.go("督查");
    journey.wait_for_text(".supervised .bar", "全部 500");
    journey.wait_for_text(".supervised .bar", "待整改 250");
    pictures(&journey, "rectify-many");
    assert!(journey.count(".supervised section tbody tr") < 120, "only lines in sight are drawn");
    journey.press(Key::End);
    journey.wait_for_text(".supervised .detail", "社区用房产权不清");
    journey.wait_until("the last line is in sight", || {
        let shown = "const row = document.querySelector('.supervised [aria-selected=true]')?.getBoundingClientRect(); return Boolean(row) && row.bottom <= innerHeight && row.top > 100";
        journey.run(shown, &[]) == json!(true)
    });
    pictures(&journey, "rectify-many-end");
    journey.chord(&[Key::Control], '2');
    journey.wait_for_text("main", "落后最多");
    journey.screenshot("rectify-many-overview");
    assert_eq!(journey.policy_violations(), Vec::<String>::new());
}

#[test]
fn with_nothing_to_supervise_each_list_says_what_to_do() {
    let journey = Journey::open("rectify-empty");
    journey.wait_for_text(".start h1", "从哪里开始");
    journey.ask("draft_paste", json!({ "text": large(2) }));
    journey.ask("draft_edit", json!({ "edit": "accept_all" }));
    journey.ask("draft_confirm", json!({}));
    journey.reload();
    journey.wait_for_text("main", "第1类");
    journey.go("督查");
    journey.wait_for_text(".supervised", "没有要整改的");
    pictures(&journey, "rectify-empty");
    for (tab, said) in [(2, "没有挂牌的举措"), (3, "没有时间节点和阶段"), (4, "还没有记录")] {
        journey.click(&format!(".viewhead .tabs button:nth-of-type({tab})"));
        journey.wait_for_text("main", said);
        journey.screenshot(&format!("rectify-empty-{tab}"));
    }
    assert_eq!(journey.policy_violations(), Vec::<String>::new());
}
