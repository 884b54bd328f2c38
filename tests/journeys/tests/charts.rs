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
    journey.run("const i = document.querySelector('figure[aria-busy=false] img'); return !!i && i.complete && i.naturalWidth > 0", &[])
        == json!(true)
}

/// How many units are drawn: the columns of figures without that of the periods.
fn units_drawn(journey: &Journey) -> u64 {
    journey.count(".figures thead th") - 1
}

/// Chooses units by keyboard and by mouse; the choice holds for other kinds, other indicators and what is saved.
fn choose_units(journey: &Journey) {
    choose(journey, "kind", "multiples");
    journey.wait_until("all are drawn", || drawn(journey) && units_drawn(journey) > 3);
    let all = units_drawn(journey);
    journey.wait_for_text(".several > button", &format!("全部{all}个单位"));
    journey.click(".several > button");
    journey.wait_until("all are ticked", || journey.count(".several li input:checked") == all);
    journey.screenshot("charts-units-open");
    // Tab to 清除: what was drawn stays until another is ticked.
    journey.press(Key::Tab);
    journey.press(Key::Enter);
    journey.press(Key::Tab);
    journey.press(Key::Enter);
    journey.wait_for_text(".several .above", "至少选一个");
    assert_eq!(units_drawn(journey), all);
    journey.press(Key::Down);
    journey.keys(" ");
    journey.press(Key::Down);
    journey.press(Key::Down);
    journey.keys(" ");
    journey.wait_until("two are drawn", || units_drawn(journey) == 2);
    journey.wait_for_text(".several > button", &format!("{all}个单位中的2个"));
    journey.screenshot("charts-units-two");
    // Letters lead to the search; Enter ticks what is found.
    journey.keys("qp");
    journey.wait_until("one is found by initials", || journey.count(".several li label") == 1);
    journey.screenshot("charts-units-found");
    journey.press(Key::Enter);
    journey.wait_until("three are drawn", || units_drawn(journey) == 3);
    journey.press(Key::Enter);
    journey.wait_until("the list is closed", || journey.count(".several .choices") == 0);
    let names = journey.text(".figures thead");

    choose(journey, "kind", "lines");
    journey.wait_until("the same as lines", || drawn(journey) && journey.text(".figures thead") == names);
    let file = journey.home().join("三个单位.svg");
    journey.answer_dialog(&[&file]);
    choose(journey, "as", "svg");
    journey.wait_until("they are saved", || fs::read_to_string(&file).is_ok_and(|svg| svg.contains(&format!("{all}个单位中的3个"))));

    choose(journey, "kind", "bars");
    journey.wait_until("a bar for each", || journey.count(".figures tbody tr") == 3);
    // An indicator none of them has says so, and shows all of its units on request.
    journey.run("[...document.querySelectorAll('.indicatorlist tbody tr')].find(row => row.innerText.includes('互认项目')).click()", &[]);
    journey.wait_for_text(".refusal", "选定的3个单位都没有“互认项目”");
    journey.screenshot("charts-units-none");
    journey.run("document.querySelector('.indicatorlist tbody tr').click()", &[]);
    journey.wait_until("they are chosen still", || journey.count(".refusal") == 0 && journey.count(".figures tbody tr") == 3);
    journey.click(".several > button");
    journey.wait_for_text(".several .above", "3个");
    journey.run("document.querySelector('.several .above button').click()", &[]);
    journey.wait_until("all again", || journey.count(".figures tbody tr") == all);
    journey.press(Key::Escape);
    journey.wait_until("the list is closed", || journey.count(".several .choices") == 0);
}

/// Looks at the figures of small plots, by keyboard and by mouse.
fn look_at_small_plots(journey: &Journey) {
    choose(journey, "kind", "multiples");
    journey.wait_until("small plots", || drawn(journey) && units_drawn(journey) > 3);
    journey.press(Key::Right);
    journey.press(Key::Right);
    journey.wait_for_text("figcaption b", "2月");
    assert_eq!((journey.count(".pointer rect"), journey.count(".figures td.is-here")), (1, 1));
    let first = journey.text("figcaption b");
    journey.screenshot("charts-small-plot");
    journey.press(Key::Down);
    journey.wait_until("the plot below", || journey.text("figcaption b") != first && journey.text("figcaption b").starts_with("2月"));
    journey.press(Key::Up);
    journey.wait_for_text("figcaption b", &first);
    journey.press(Key::Escape);
    journey.wait_until("no figure alone", || journey.count("figcaption b") == 0);
    let script = "const at = document.querySelector('.pointing').getBoundingClientRect();
        document.querySelector('.pointing').dispatchEvent(new MouseEvent('mousemove', { bubbles: true, clientX: at.left + at.width * .25, clientY: at.top + at.height * .3 }))";
    journey.run(script, &[]);
    journey.wait_until("the figure under the mouse is said", || journey.count("figcaption b") == 1 && journey.count(".pointer rect") == 1);
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
        for (width, height, name) in [(1366, 768, ""), (1920, 1080, "-large")] {
            journey.resize(width, height);
            journey.wait_until("it is drawn for the window", || drawn(&journey));
            journey.screenshot(&format!("charts-{kind}{name}"));
        }
    }
    journey.resize(1366, 768);
    choose(&journey, "kind", "rate");
    journey.wait_until("it says why there is none, or draws it", || journey.count(".refusal") + journey.count("figure img") > 0);
    journey.screenshot("charts-rate");

    choose_units(&journey);
    look_at_small_plots(&journey);

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
