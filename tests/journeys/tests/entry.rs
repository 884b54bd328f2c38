//! The entry grid: a column pasted for one indicator, a whole month with what is missing, rates by halves, narratives.
#![cfg(target_os = "linux")]

use journeys::{Journey, Key};
use serde_json::{Value, json};

/// The text of the cell that has the cursor.
const CURSOR: &str = "return document.querySelector('td.is-cursor input')?.value";
/// Where the cursor is: the row's number and the column's head.
const PLACE: &str = "const td = document.querySelector('td.is-cursor'); return td && [Number(td.parentElement.dataset.at) + 1, document.querySelectorAll('thead th')[td.cellIndex].textContent].join(' ')";
/// Pastes a text where the keyboard is, as the window gets it from the clipboard.
const PASTE: &str = "const data = new DataTransfer(); data.setData('text/plain', arguments[0]);
document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))";

/// The sample's entry grid.
fn opened(name: &str) -> Journey {
    let journey = Journey::of_sample(name);
    journey.click(".rail button[title^='填报']");
    journey.wait_for_text(".cells", "新增签约居民");
    journey
}

/// Cuts the sheet another way.
fn cut(journey: &Journey, by: u32, shows: &str) {
    journey.click(&format!(".viewhead .segment button:nth-of-type({by})"));
    journey.wait_for_text(".cells", shows);
}

fn waits(journey: &Journey, what: &str, script: &str, value: Value) {
    journey.wait_until(what, || journey.run(script, &[]) == value);
}

/// The figures of the period being filled in, row by row.
fn column(rows: usize) -> String {
    format!(
        "return [...document.querySelectorAll('tbody td.now')].slice(0, {rows}).map((td) => td.querySelector('input')?.value ?? td.textContent).join()"
    )
}

#[test]
fn one_indicator_is_entered_for_all_units_by_pasting_a_column() {
    let journey = opened("entry-indicator");
    journey.press_held(&[Key::Alt], Key::Right);
    journey.wait_for_text(".stepper", "2026年10月");
    cut(&journey, 2, "岚桥区卫生健康局");
    journey.screenshot("entry-indicator");
    // Another indicator is found by its initials.
    journey.chord(&[Key::Control], 'g');
    journey.keys("xpys");
    journey.wait_for_text(".choices", "下派医师");
    journey.screenshot("entry-chooser");
    journey.press(Key::Enter);
    journey.wait_for_text(".chooser button", "下派医师");
    let rows = journey.run("return document.querySelectorAll('tbody tr[data-at]').length", &[]).as_u64().unwrap() as usize;
    let before = journey.run(&column(rows), &[]);
    let pasted: Vec<String> = (0..rows + 2).map(|at| if at == 1 { "三百".to_owned() } else { (360 + at).to_string() }).collect();
    journey.run(PASTE, &[json!(format!("{}\r\n", pasted.join("\r\n")))]);
    journey.wait_for_text("dialog", "超出表格");
    journey.wait_for_text("dialog", &(360 + rows).to_string());
    journey.screenshot("entry-paste");
    journey.click("dialog footer .button-main");
    journey.wait_for_text(".toast", "1格没写入");
    let written: Vec<&str> = pasted[..rows].iter().map(String::as_str).collect();
    waits(&journey, "the column stands, also what is no number", &column(rows), json!(written.join(",")));
    journey.wait_for_text(".viewhead .waits", "1格没写入");
    journey.press(Key::F8);
    waits(&journey, "the refused text can be mended", CURSOR, json!("三百"));
    journey.wait_for_text(".cellbar", "不是数字");
    journey.screenshot("entry-refused");
    journey.keys("361");
    journey.press(Key::Enter);
    journey.wait_until("nothing waits any more", || journey.count(".viewhead .waits") == 0);
    // Both steps are taken back one by one.
    for _ in 0..2 {
        journey.click(".topbar button.tool:not([disabled])[title^='撤销']");
        journey.wait_for_text(".toast", "已撤销");
        journey.wait_until("the toast goes", || journey.run("return !document.querySelector('.working')", &[]) == json!(true));
    }
    waits(&journey, "all is as before", &column(rows), before);
    assert_eq!(journey.policy_violations(), Vec::<String>::new());
}

#[test]
fn a_whole_period_is_entered_with_only_what_is_missing_in_sight() {
    let journey = opened("entry-period");
    cut(&journey, 3, "岚桥区");
    journey.screenshot("entry-period");
    journey.click(".viewhead .segment-small button:nth-of-type(2)");
    journey.wait_until("rows are grouped by units", || {
        journey.run("return document.querySelectorAll('thead th')[1].textContent", &[]) == json!("责任单位")
    });
    let all = journey.run("return Number(document.querySelector('.cells').getAttribute('aria-rowcount'))", &[]).as_u64().unwrap();
    journey.click(".viewhead .check input");
    journey.wait_until("only what is missing is in sight", || {
        let rows = journey.run("return Number(document.querySelector('.cells')?.getAttribute('aria-rowcount'))", &[]).as_u64().unwrap();
        rows > 0
            && rows < all
            && journey
                .run("return [...document.querySelectorAll('tbody td.now:not(.is-cursor)')].every((td) => td.textContent === '')", &[])
                == json!(true)
    });
    journey.screenshot("entry-period-missing");
    journey.keys("7");
    journey.press(Key::Enter);
    waits(&journey, "the row stays until the sheet is filtered anew", &column(1), json!("7"));
    journey.press_held(&[Key::Control], Key::End);
    journey.wait_until("the cursor is in the last cell", || {
        let place = journey.run(PLACE, &[]);
        place.as_str().is_some_and(|place| place.ends_with("备注"))
    });
    journey.press_held(&[Key::Control], Key::Home);
    journey.wait_until("and in the first", || journey.run(PLACE, &[]).as_str().is_some_and(|place| place.starts_with("1 ")));
    journey.resize(1920, 1080);
    journey.screenshot("entry-period-large");
    assert_eq!(journey.policy_violations(), Vec::<String>::new());
}

#[test]
fn a_rate_is_entered_by_halves_in_any_order_and_a_block_is_copied() {
    let journey = opened("entry-rate");
    journey.press_held(&[Key::Alt], Key::Right);
    journey.wait_for_text(".stepper", "2026年10月");
    // The second row of the sample is a rate; left of the period stand denominator and numerator.
    for key in [Key::Down, Key::Left, Key::Left] {
        journey.press(key);
    }
    waits(&journey, "the numerator's cell", PLACE, json!("2 分子"));
    journey.keys("815");
    journey.press(Key::Down);
    journey.press(Key::Up);
    journey.wait_for_text(".cellbar", "还差分母");
    journey.wait_for_text(".viewhead .waits", "1格没写入");
    journey.screenshot("entry-half");
    journey.press(Key::Tab);
    journey.keys("1000");
    journey.press(Key::Tab);
    waits(&journey, "the rate is worked out", CURSOR, json!("81.5"));
    journey.wait_until("nothing waits any more", || journey.count(".viewhead .waits") == 0);
    // Above 100 % it is written and asked about.
    journey.press_held(&[Key::Shift], Key::Tab);
    journey.press_held(&[Key::Shift], Key::Tab);
    waits(&journey, "back at the numerator", PLACE, json!("2 分子"));
    journey.keys("1001");
    journey.press(Key::Enter);
    journey.wait_for_text(".question", "超过了100%");
    journey.screenshot("entry-question");
    journey.press(Key::Escape);
    journey.wait_until("the value is taken back", || journey.count(".question") == 0);
    waits(
        &journey,
        "as it was",
        "return document.querySelector('tr[data-at=\"1\"] td.now').textContent || document.querySelector('tr[data-at=\"1\"] td.now input')?.value",
        json!("81.5"),
    );
    // A block goes to the clipboard as a spreadsheet reads it, and back as it was typed; with Ctrl+X it is gone from here.
    let clip = "window.clip ??= new DataTransfer(); document.activeElement.dispatchEvent(new ClipboardEvent(arguments[0], { clipboardData: window.clip, bubbles: true, cancelable: true })); return window.clip.getData('text/plain')";
    let rate = |row: u32| {
        format!(
            "return [...document.querySelectorAll('tr[data-at=\"{row}\"] td.part, tr[data-at=\"{row}\"] td.now')].map((td) => td.querySelector('input')?.value ?? td.textContent).join()"
        )
    };
    journey.press_held(&[Key::Control], Key::Home);
    journey.press(Key::Down);
    for _ in 0..6 {
        journey.press(Key::Right);
    }
    waits(&journey, "at the rate", PLACE, json!("2 10月"));
    assert_eq!(journey.run(clip, &[json!("cut")]), json!("81.5"));
    waits(&journey, "it is gone", &rate(1), json!(",,"));
    for _ in 0..4 {
        journey.press(Key::Down);
    }
    waits(&journey, "at another rate", PLACE, json!("6 10月"));
    journey.run(clip, &[json!("paste")]);
    waits(&journey, "both halves are there", &rate(5), json!("815,1000,81.5"));
    // The same by the keys themselves, over a block.
    journey.press(Key::Left);
    journey.press_held(&[Key::Shift], Key::Left);
    journey.chord(&[Key::Control], 'c');
    journey.press(Key::Down);
    journey.press(Key::Down);
    journey.press(Key::Down);
    waits(&journey, "at a third rate", PLACE, json!("9 分子"));
    journey.chord(&[Key::Control], 'v');
    journey.wait_for_text("dialog", "815/1000");
    journey.press(Key::Enter);
    waits(&journey, "it is there too", &rate(8), json!("815,1000,81.5"));
    assert_eq!(journey.policy_violations(), Vec::<String>::new());
}

#[test]
fn digits_typed_while_the_month_is_stepped_are_all_kept_also_into_the_last_month() {
    let journey = opened("entry-steps");
    for month in ["2026年10月", "2026年11月"] {
        journey.click(".stepper button:last-of-type");
        journey.wait_for_text(".stepper", month);
    }
    let last = "return [...document.querySelectorAll('tbody tr[data-at=\"0\"] td.past, tbody tr[data-at=\"0\"] td.now')].slice(-2).map((td) => td.querySelector('input')?.value ?? td.textContent).join()";
    for round in 0..6 {
        let (november, december) = (format!("3{round}400"), format!("3{round}900"));
        // Nothing is waited for: the value before is still being recorded, and the button that was clicked becomes disabled.
        journey.keys(&november);
        journey.press(Key::Enter);
        journey.press(Key::Up);
        journey.click(".stepper button:last-of-type");
        journey.keys(&december);
        journey.press(Key::Enter);
        journey.press(Key::Up);
        waits(&journey, "both values stand in their months", last, json!(format!("{november},{december}")));
        journey.press_held(&[Key::Alt], Key::Left);
        journey.wait_for_text(".stepper", "2026年11月");
    }
    assert_eq!(journey.policy_violations(), Vec::<String>::new());
}

#[test]
fn a_narrative_is_written_beside_the_figures_and_kept_over_a_restart() {
    let mut journey = opened("narrative");
    journey.wait_for_text(".telling", "做实家庭医生签约服务");
    journey.press(Key::F6);
    let focused = "return document.activeElement?.name";
    waits(&journey, "the first field", focused, json!("progress"));
    journey.keys("签约团队增至46个");
    journey.press(Key::Enter);
    journey.keys("上门服务已覆盖");
    journey.press(Key::Tab);
    journey.wait_for_text(".telling .by", "测试员");
    journey.keys("两个社区缺全科医生");
    // The month is changed before the field is left: the words stay in theirs.
    journey.click(".stepper button:last-of-type");
    journey.wait_for_text(".stepper", "2026年10月");
    journey.wait_for_text(".tell .before", "上门服务已覆盖");
    journey.wait_for_text(".tell:nth-of-type(2) .before", "两个社区缺全科医生");
    journey.screenshot("narrative-last");
    journey.click(".tell:nth-of-type(1) .link");
    journey.wait_until("the last text is taken over", || {
        journey.run("return document.querySelector('[name=progress]').value", &[]) == json!("签约团队增至46个\n上门服务已覆盖")
    });
    journey.wait_for_text(".telling .by", "测试员");
    journey.keys("，签约率81%");
    journey.press(Key::Escape);
    journey
        .wait_until("the cell has the keyboard again", || journey.run("return document.activeElement?.dataset.cell", &[]) == json!("move"));
    journey.screenshot("narrative");
    // Too long a text is refused and stays as it was typed, also over another month.
    let long = "const field = document.querySelector('[name=next_steps]'); field.focus(); field.value = '长'.repeat(4001); field.dispatchEvent(new Event('input', { bubbles: true })); field.blur()";
    journey.run(long, &[]);
    journey.wait_for_text(".tell .refused", "下步措施有4001字，最多4000字");
    journey.click(".stepper button:first-of-type");
    journey.wait_for_text(".telling .by", "测试员");
    journey.wait_until("the field is the other month's", || {
        journey.run("return document.querySelector('[name=next_steps]').value", &[]) == json!("")
    });
    journey.click(".stepper button:last-of-type");
    let length = "return document.querySelector('[name=next_steps]').value.length";
    waits(&journey, "what was typed came back", length, json!(4001));
    journey.run(&long.replace("4001", "4000"), &[]);
    journey.wait_until("it fits now", || journey.count(".tell .refused") == 0);
    waits(&journey, "and stays", length, json!(4000));
    journey.click(".topbar button.tool:not([disabled])[title^='撤销']");
    waits(&journey, "it is taken back like any other step", length, json!(0));
    // What is being typed when the window goes is there afterwards too.
    journey.press(Key::F6);
    journey.press(Key::Tab);
    waits(&journey, "the second field", focused, json!("problems"));
    journey.keys("缺设备");
    journey.wait_until("it is noted", || {
        journey.run(
            "return Object.keys(localStorage).some((key) => key.startsWith('unsaved') && localStorage.getItem(key).includes('缺设备'))",
            &[],
        ) == json!(true)
    });
    std::thread::sleep(std::time::Duration::from_secs(2));
    journey.reopen();
    journey.wait_for_text(".start h1", "从哪里开始");
    let ledger = journey.home().join("data/org.yaodian.desktop/要点台账/云州市示例台账.yaodian");
    journey.answer_dialog(&[&ledger]);
    journey.keys("3");
    journey.wait_for_text(".toast", "已补存");
    journey.click(".rail button[title^='填报']");
    journey.wait_for_text(".stepper", "2026年9月");
    journey.click(".stepper button:last-of-type");
    journey.wait_for_text(".stepper", "2026年10月");
    let value = |name: &str| journey.run("return document.querySelector(`[name=${arguments[0]}]`)?.value", &[json!(name)]);
    journey.wait_until("the words are there", || value("progress") == json!("签约团队增至46个\n上门服务已覆盖，签约率81%"));
    assert_eq!(value("problems"), json!("缺设备"));
    journey.click(".rail button[title^='举措']");
    journey.wait_for_text("main", "做实家庭医生签约服务");
    journey.enter(".topbar .search input", "jtys");
    journey.wait_for_text(".list tbody tr:nth-of-type(1)", "做实家庭医生签约服务");
    journey.click(".list tbody tr:nth-of-type(1) th");
    journey.wait_for_text(".detail h1", "做实家庭医生签约服务");
    journey.click(".detail .tabs button:nth-of-type(2)");
    journey.wait_for_text(".narratives", "两个社区缺全科医生");
    journey.screenshot("narratives");
    assert_eq!(journey.policy_violations(), Vec::<String>::new());
}
