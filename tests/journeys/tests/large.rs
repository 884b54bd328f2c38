//! Sheets of the entry grid made to measure: of two thousand rows and two years of months only what is in sight is drawn; of
//! a plan without figures it says what to do.
#![cfg(target_os = "linux")]

mod made;

use journeys::{Journey, Key};
use made::{Made, ledger};
use serde_json::json;

const ROWS: u64 = 2000;
/// How many cells may be drawn at most: those in sight on a large screen and a margin, of 35 columns.
const DRAWN: u64 = 3500;

/// Opens the ledger in the entry grid, at the last month.
fn opened(name: &str, rows: u64, figures: bool) -> Journey {
    let journey = Journey::open(name);
    journey.wait_for_text(".start h1", "从哪里开始");
    let path = journey.home().join("两年.yaodian");
    let unit = ("云州市岚桥区卫生健康局（岚桥区爱国卫生运动委员会办公室）".to_owned(), Some("岚桥区".to_owned()));
    ledger(&path, &Made { units: &[unit], rows, figures, of: |_| 0..1 });
    journey.answer_dialog(&[&path]);
    journey.keys("3");
    journey.wait_for_text("main", "举措1");
    journey.click(".rail button[title^='填报']");
    journey.wait_for_text(".cells", if figures { "指标1" } else { "举措1" });
    journey
}

#[test]
fn a_plan_without_figures_has_narratives_and_says_where_figures_come_from() {
    let journey = opened("unfigured", 3, false);
    journey.wait_for_text(".cellbar", "只写进展情况");
    journey.keys("5");
    journey.wait_for_text(".toast", "没有要填的数");
    journey.press(Key::F6);
    journey.keys("已完成选址");
    journey.press(Key::Escape);
    journey.wait_for_text(".telling header", "3份，2份未写");
    journey.screenshot("unfigured");
    for by in [2, 3] {
        journey.click(&format!(".viewhead .segment button:nth-of-type({by})"));
        journey.wait_for_text("main .empty", "没有要填报的指标");
    }
    journey.screenshot("unfigured-empty");
    journey.click(".rail button[title^='举措']");
    journey.wait_for_text(".list", "举措1");
    journey.click(".list .viewhead .button");
    journey.wait_for_text("h1", "指标口径");
    journey.wait_for_text("main .empty", "没有");
    journey.screenshot("unfigured-terms");
    assert_eq!(journey.policy_violations(), Vec::<String>::new());
}

#[test]
fn five_hundred_rows_with_long_names_in_chinese_and_in_english() {
    let journey = opened("long-names", 500, true);
    journey.screenshot("long-names");
    journey.click(".rail button[title^='举措']");
    journey.wait_for_text(".list", "举措1");
    journey.click(".list .viewhead .button");
    journey.wait_for_text(".terms", "指标1");
    journey.screenshot("long-names-terms");
    assert!(journey.count(".terms tr") < 120, "only the indicators in sight are drawn");
    journey.chord(&[Key::Control], 'a');
    journey.wait_for_text(".bulk", "已选500个");
    journey.click(".rail button[title^='填报']");
    journey.wait_for_text(".cells", "指标1");
    journey.speak("en");
    journey.wait_for_text(".viewhead h1", "Entry");
    journey.screenshot("long-names-en");
    journey.click(".viewhead .segment button:nth-of-type(3)");
    journey.wait_until("the sheet of the period is there", || journey.count(".sheet-period") == 1);
    journey.screenshot("long-names-period-en");
    journey.resize(1920, 1080);
    journey.screenshot("long-names-period-large");
    journey.resize(1024, 700);
    journey.screenshot("long-names-narrow");
    journey.click(".viewhead .segment button:nth-of-type(1)");
    journey.wait_until("the sheet of the unit is there", || journey.count(".sheet-unit") == 1);
    journey.screenshot("long-names-narrow-unit");
    assert_eq!(journey.policy_violations(), Vec::<String>::new());
}

#[test]
fn two_thousand_rows_of_two_years_are_scrolled_through_and_only_those_in_sight_are_drawn() {
    let journey = opened("large", ROWS, true);
    journey.resize(1920, 1080);
    journey.wait_for_text(".stepper", "2026年11月");
    journey.press_held(&[Key::Alt], Key::Right);
    journey.wait_for_text(".cells thead", "12月");
    journey.click(".viewhead .check:nth-of-type(2) input");
    journey.wait_until("all periods are in sight", || journey.count("thead th") > 30);
    journey.screenshot("large");
    let scroll = "const done = arguments[0], pane = document.querySelector('.sheetpane'), step = pane.scrollHeight / 60, times = [];
let cells = 0, before = performance.now();
const frame = (now) => { times.push(now - before); before = now; cells = Math.max(cells, document.querySelectorAll('.cells td').length);
  if (pane.scrollTop + pane.clientHeight >= pane.scrollHeight - 1) { times.sort((a, b) => a - b); done([cells, times.length, times[times.length >> 1], times[Math.floor(times.length * 0.95)]]); }
  else { pane.scrollTop += step; requestAnimationFrame(frame); } };
requestAnimationFrame(frame)";
    let seen = journey.run_async(scroll, &[]);
    journey.note(&format!("cells drawn at most, frames, median and 95th percentile of their time in ms: {seen}"));
    assert!(seen[0].as_u64().is_some_and(|cells| cells > 500 && cells < DRAWN), "{seen}");
    journey.wait_for_text(".cells tbody tr:last-of-type", &ROWS.to_string());
    // The cursor stayed where it was, and so did the keyboard; the sheet goes back to it when something is typed.
    let cursor = "return [document.activeElement === document.querySelector('[data-cell]'), document.querySelector('td.is-cursor').parentElement.dataset.at]";
    assert_eq!(journey.run(cursor, &[]), json!([true, "0"]));
    journey.keys("9600");
    journey.press(Key::Enter);
    journey.wait_until("the value is written into the first row", || {
        journey.run("return document.querySelector('tr[data-at=\"0\"] td.now')?.textContent", &[]) == json!("9600")
    });
    journey.press_held(&[Key::Control], Key::End);
    journey.wait_until("the cursor is in the last row, and in sight", || {
        journey.run("const td = document.querySelector('td.is-cursor'), box = td?.getBoundingClientRect(), pane = document.querySelector('.sheetpane').getBoundingClientRect();
            return td?.parentElement.dataset.at === arguments[0] && box.top >= pane.top && box.bottom <= pane.bottom", &[json!((ROWS - 1).to_string())]) == json!(true)
    });
    assert!(journey.count(".cells td") < DRAWN);
    for _ in 0..3 {
        journey.press(Key::PageUp);
    }
    journey.wait_until("the cursor went up three pages", || {
        journey.run("return document.querySelector('td.is-cursor').parentElement.dataset.at", &[]) == json!((ROWS - 1 - 45).to_string())
    });
    journey.screenshot("large-end");
    journey.resize(1366, 768);
    journey.screenshot("large-small");
    assert_eq!(journey.policy_violations(), Vec::<String>::new());
}
