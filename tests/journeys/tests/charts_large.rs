//! Charts of a plan of 500 measures and 40 units with names of 60 characters: found quickly, drawn, chosen from; and what the
//! view says where there is nothing to draw.
#![cfg(target_os = "linux")]

mod made;

use journeys::{Journey, Key};
use made::{Made, ledger};
use serde_json::json;
use std::time::Instant;

const UNITS: usize = 40;
const ROWS: u64 = 500;

/// A name of 60 characters; they differ in the middle.
fn long_name(n: usize) -> String {
    let areas = ["岚桥", "鹤汀", "枫渡", "澜湖", "青屏", "砚溪", "桐坞", "东湖"];
    let name = format!(
        "云州市{}区第{}街道办事处（加挂街道公共卫生与家庭医生签约服务管理中心、街道爱国卫生运动委员会办公室牌子",
        areas[n % areas.len()],
        n + 1
    );
    let room = 59 - name.chars().count();
    format!("{name}{}）", "等".repeat(room))
}

fn opened(name: &str, made: &Made) -> Journey {
    let journey = Journey::open(name);
    journey.wait_for_text(".start h1", "从哪里开始");
    let path = journey.home().join("两年.yaodian");
    ledger(&path, made);
    journey.answer_dialog(&[&path]);
    journey.keys("3");
    journey.wait_for_text("main", if made.rows == 0 { "没有" } else { "举措1" });
    journey
}

fn choose(journey: &Journey, list: &str, value: &str) {
    let script = "const list = document.querySelector(arguments[0]); list.value = arguments[1]; list.dispatchEvent(new Event('change', { bubbles: true })); return list.value";
    assert_eq!(journey.run(script, &[json!(format!(".chartpane .{list} select")), json!(value)]), json!(value));
}

fn drawn(journey: &Journey) -> bool {
    let script = "const i = document.querySelector('figure[aria-busy=false] img'); return !!i && i.complete && i.naturalWidth > 0";
    journey.run(script, &[]) == json!(true)
}

/// Takes pictures at both sizes of window.
fn pictures(journey: &Journey, name: &str) {
    for (width, height, end) in [(1920, 1080, "-large"), (1366, 768, "")] {
        journey.resize(width, height);
        journey.wait_until("it is drawn for the window", || drawn(journey) || journey.count("main .empty") > 0);
        journey.screenshot(&format!("{name}{end}"));
    }
}

#[test]
fn an_indicator_of_five_hundred_is_found_quickly_and_forty_units_are_chosen_from() {
    let units: Vec<(String, Option<String>)> = (0..UNITS).map(|n| (long_name(n), None)).collect();
    assert!(units.iter().all(|(name, _)| name.chars().count() == 60));
    let of = |n: u64| if n < 8 { 0..UNITS } else { (n % 38) as usize..(n % 38) as usize + 2 };
    let journey = opened("charts-large", &Made { units: &units, rows: ROWS, figures: true, of });
    journey.go("图表");
    journey.wait_until("the first is drawn", || drawn(&journey));
    pictures(&journey, "charts-large-trend");
    for kind in ["lines", "multiples", "bars", "bullets", "heat", "league", "sections", "timeline"] {
        let asked = Instant::now();
        choose(&journey, "kind", kind);
        journey.wait_until(kind, || drawn(&journey));
        journey.note(&format!("{kind}: drawn after {} ms", asked.elapsed().as_millis()));
        pictures(&journey, &format!("charts-large-{kind}"));
    }
    choose(&journey, "kind", "multiples");
    journey.wait_until("small plots", || drawn(&journey));
    journey.click(".several > button");
    journey.wait_until("all are ticked", || journey.count(".several li input:checked") == UNITS as u64);
    journey.screenshot("charts-large-units");
    journey.resize(1024, 700);
    journey.screenshot("charts-large-narrow");
    journey.resize(1366, 768);
    journey.keys("d12jd");
    journey.screenshot("charts-large-units-found");
    journey.press(Key::Escape);

    // Found by its number, and by keyboard alone.
    choose(&journey, "kind", "trend");
    journey.wait_until("the trend", || drawn(&journey));
    let asked = Instant::now();
    journey.chord(&[Key::Control], 'f');
    journey.keys("指标444");
    journey.press(Key::Enter);
    journey.wait_for_text(".chartpane h1", "指标444");
    journey.wait_until("it is drawn", || drawn(&journey));
    journey.note(&format!("found and drawn after {} ms", asked.elapsed().as_millis()));
    journey.screenshot("charts-large-found");
    // Going down the list, only the one that is stopped at is waited for.
    journey.chord(&[Key::Control], 'f');
    journey.press(Key::Backspace);
    journey.wait_until("all are listed", || journey.count(".indicatorlist tbody tr") == ROWS);
    journey.press(Key::Enter);
    let asked = Instant::now();
    for _ in 0..20 {
        journey.press(Key::Down);
    }
    journey.wait_for_text(".chartpane h1", "指标464");
    journey.wait_until("it is drawn", || drawn(&journey));
    journey.note(&format!("twenty further down after {} ms", asked.elapsed().as_millis()));
    assert_eq!(journey.policy_violations(), Vec::<String>::new());
}

#[test]
fn where_there_is_nothing_to_draw_it_says_so() {
    let unit = ("云州市岚桥区卫生健康局".to_owned(), Some("岚桥区".to_owned()));
    let journey = opened("charts-unfigured", &Made { units: &[unit], rows: 3, figures: false, of: |_| 0..1 });
    journey.go("图表");
    journey.wait_until("it says so", || journey.count("main .empty") > 0);
    journey.wait_for_text("main .empty", "还没有指标");
    pictures(&journey, "charts-empty-indicators");
    // What is drawn of the whole plan needs no indicator.
    for (kind, words) in [("heat", "3项举措"), ("timeline", "没有节点"), ("league", ""), ("sections", ""), ("bullets", "")] {
        choose(&journey, "kind", kind);
        journey.wait_until(kind, || drawn(&journey));
        journey.wait_for_text("figcaption", words);
        pictures(&journey, &format!("charts-empty-{kind}"));
    }
    journey.speak("en");
    choose(&journey, "kind", "bars");
    journey.wait_until("in English", || journey.count("main .empty") > 0);
    journey.screenshot("charts-empty-en");
}
