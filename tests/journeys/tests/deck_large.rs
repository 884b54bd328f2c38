//! A meeting of a plan of 500 measures and 40 units: its slides are chosen from without delay, any is reached by digits.
#![cfg(target_os = "linux")]

mod made;

use journeys::{Journey, Key};
use made::{Made, ledger};
use serde_json::json;

const UNITS: usize = 40;
const ROWS: u64 = 500;
/// How many rows of the list may be drawn at most: those in sight on a large screen and a margin.
const DRAWN: u64 = 90;

#[test]
fn of_a_thousand_slides_those_in_sight_are_drawn_and_any_is_found_and_reached() {
    let units: Vec<(String, Option<String>)> = (0..UNITS).map(|n| (format!("云州市第{}街道办事处", n + 1), None)).collect();
    let journey = Journey::open("deck-large");
    journey.wait_for_text(".start h1", "从哪里开始");
    let path = journey.home().join("两年.yaodian");
    ledger(&path, &Made { units: &units, rows: ROWS, figures: true, of: |_| 0..UNITS });
    journey.answer_dialog(&[&path]);
    journey.keys("3");
    journey.wait_for_text("main", "举措1");
    journey.go("汇报");
    journey.wait_for_text(".slidelist", "封面");
    journey.wait_until("the cover is drawn", || journey.count(".preview .slide") == 1);
    journey.resize(1920, 1080);
    journey.screenshot("deck-many-large");
    journey.resize(1366, 768);
    journey.screenshot("deck-many");
    let listed = journey.run("return Number(document.querySelector('.slidelist table').getAttribute('aria-rowcount'))", &[]);
    assert!(listed.as_u64().is_some_and(|count| count > ROWS), "{listed}");
    assert!(journey.count(".slidelist tbody tr") < DRAWN, "{} rows are drawn", journey.count(".slidelist tbody tr"));

    // The list follows the keyboard, past what was drawn at first.
    journey.run("document.querySelector('.slidelist .scrolls').focus()", &[]);
    let looked = || journey.run("return document.querySelector('.looked h2').textContent", &[]);
    let before = looked();
    (0..40).for_each(|_| journey.press(Key::Down));
    let in_sight = "const row = document.querySelector('.slidelist tr[aria-selected=true]')?.getBoundingClientRect(), pane = document.querySelector('.slidelist .scrolls').getBoundingClientRect();
        return !!row && row.top >= pane.top - 1 && row.bottom <= pane.bottom + 1";
    journey.wait_until("the chosen row is in sight", || journey.run(in_sight, &[]) == json!(true));
    assert_ne!(looked(), before);

    journey.chord(&[Key::Control], 'f');
    journey.keys("举措321");
    journey.wait_until("what has the words is listed", || (1..10).contains(&journey.count(".slidelist tbody tr")));
    journey.press(Key::Enter);
    journey.wait_for_text(".slidelist tr[aria-selected=true]", "321");
    journey.screenshot("deck-many-found");

    journey.press(Key::F5);
    journey.wait_until("the meeting begins", || journey.count(".meeting .sheet img.is-shown") == 1);
    journey.keys("432");
    journey.wait_for_text(".meeting .typed", "举措432");
    journey.press(Key::Enter);
    journey.wait_until("the measure is shown", || {
        let src = journey.run("return decodeURIComponent(document.querySelector('.meeting .sheet img.is-shown')?.src ?? '')", &[]);
        src.as_str().unwrap_or_default().contains("举措432")
    });
    journey.screenshot("deck-many-reached");
    assert_eq!(journey.policy_violations(), Vec::<String>::new());
}
