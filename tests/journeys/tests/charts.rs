//! Every kind of chart chosen in the window, its figures looked at by keyboard, and saved in every format.
#![cfg(target_os = "linux")]

use journeys::{Journey, Key};
use serde_json::json;
use std::fs;

/// Chooses in one of the lists above the chart.
fn choose(journey: &Journey, list: &str, value: &str) {
    let script = "const list = document.querySelector(arguments[0]); list.value = arguments[1]; list.dispatchEvent(new Event('change', { bubbles: true })); return list.value";
    assert_eq!(journey.run(script, &[json!(format!(".chartpane .{list} select")), json!(value)]), json!(value));
}

fn drawn(journey: &Journey) -> bool {
    journey.run("const i = document.querySelector('figure img'); return !!i && i.complete && i.naturalWidth > 0", &[]) == json!(true)
}

#[test]
fn every_kind_is_drawn_and_a_chart_is_saved_in_every_format() {
    let journey = Journey::of_sample("charts");
    journey.go("图表");
    journey.wait_for_text(".chartpane h1", "新增签约居民");
    let kinds = ["trend", "years", "lines", "multiples", "bars", "bullets", "sections", "heat", "league", "timeline"];
    for kind in kinds {
        choose(&journey, "kind", kind);
        journey
            .wait_until(kind, || drawn(&journey) && journey.run("return document.querySelector('.kind select').value", &[]) == json!(kind));
        journey.wait_until("its figures are beside it", || journey.count(".figures tbody tr") > 0 || kind == "timeline");
        journey.resize(1366, 768);
        journey.screenshot(&format!("charts-{kind}"));
        journey.resize(1920, 1080);
        journey.screenshot(&format!("charts-{kind}-large"));
    }
    journey.resize(1366, 768);
    choose(&journey, "kind", "rate");
    journey.wait_until("it says why there is none, or draws it", || journey.count(".refusal") + journey.count("figure img") > 0);
    journey.screenshot("charts-rate");

    choose(&journey, "kind", "trend");
    journey.wait_until("the trend is drawn", || drawn(&journey) && journey.count(".figures tbody tr") == 12);
    journey.press(Key::Right);
    journey.press(Key::Right);
    journey.wait_for_text("figcaption b", "2月");
    journey.screenshot("charts-point");
    for format in ["png", "svg", "pdf", "xlsx"] {
        let file = journey.home().join(format!("图.{format}"));
        journey.answer_dialog(&[&file]);
        choose(&journey, "as", format);
        journey.wait_until("the file is there", || fs::metadata(&file).is_ok_and(|kept| kept.len() > 1000));
    }
    // A page's chart and tables, and a list that is longer than the window, are printed.
    for (view, name) in [("图表", "印图.pdf"), ("举措", "印举措.pdf"), ("考核", "印考核.pdf")] {
        journey.go(view);
        journey.wait_until("the page has its table", || journey.count("main table tbody tr") > 3);
        let file = journey.home().join(name);
        journey.answer_dialog(&[&file]);
        journey.chord(&[Key::Control], 'p');
        journey.wait_until("it is printed", || fs::metadata(&file).is_ok_and(|kept| kept.len() > 5000));
        let text = reader::read(name, &fs::read(&file).unwrap()).unwrap().source.text;
        let wanted = if view == "举措" { "24深化行业作风建设" } else { "第1页，共" };
        assert!(text.replace([' ', '\n'], "").contains(wanted), "{view}: {text}");
    }
    assert_eq!(journey.policy_violations(), Vec::<String>::new());
}
