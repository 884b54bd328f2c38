//! A meeting from the first slide to the last by keyboard, in the window; slides chosen, ordered and kept before it.
#![cfg(target_os = "linux")]

use journeys::{Journey, Key};

/// What the slide in sight says.
fn shown(journey: &Journey) -> String {
    journey.run("return document.querySelector('.meeting .sheet img.is-shown')?.alt ?? ''", &[]).as_str().unwrap_or_default().to_owned()
}

/// The file of the slide in sight.
fn drawing(journey: &Journey) -> String {
    let src = journey.run("return decodeURIComponent(document.querySelector('.meeting .sheet img.is-shown')?.src ?? '')", &[]);
    src.as_str().unwrap_or_default().to_owned()
}

fn wait_for_slide(journey: &Journey, said: &str) {
    journey.wait_until(&format!("the slide says {said}"), || shown(journey).contains(said));
}

/// Whether a person sees an element: nothing lies over its middle.
fn in_sight(journey: &Journey, css: &str) -> bool {
    let script = "const one = document.querySelector(arguments[0]), area = one.getBoundingClientRect();
        return one.contains(document.elementFromPoint(area.left + area.width / 2, area.top + area.height / 2));";
    journey.run(script, &[css.into()]) == true
}

/// Where the meeting is: 第3张，共25张.
fn place(journey: &Journey) -> String {
    journey.text(".meeting .prompt .quiet")
}

#[test]
fn a_meeting_goes_through_every_slide_by_keyboard() {
    let journey = Journey::of_sample("meeting");
    journey.resize(1920, 1080);
    journey.go("汇报");
    journey.wait_for_text(".slidelist", "封面");
    journey.screenshot("meeting-composer-large");
    journey.resize(1366, 768);
    journey.screenshot("meeting-composer");
    journey.resize(1920, 1080);

    journey.press(Key::F5);
    wait_for_slide(&journey, "云州市2026年卫生健康工作要点");
    journey.screenshot("meeting-cover");
    let all = journey.run("return Number(document.querySelector('.meeting .prompt .quiet').textContent.match(/共(\\d+)张/)[1])", &[]);
    let all = all.as_u64().expect("the strip says how many");
    assert!(all >= 12, "{all} slides");
    let mut seen = vec![shown(&journey)];
    for at in 2..=all {
        journey.press(if at % 2 == 0 { Key::Right } else { Key::PageDown });
        journey
            .wait_until(&format!("slide {at} is shown"), || place(&journey).contains(&format!("第{at}张")) && !shown(&journey).is_empty());
        let said = shown(&journey);
        assert_ne!(seen.last(), Some(&said), "slide {at} is another one");
        journey.screenshot(&format!("meeting-{at:02}"));
        seen.push(said);
    }
    journey.press(Key::Right);
    assert!(place(&journey).contains(&format!("第{all}张")), "there is none behind the last");
    journey.press(Key::Home);
    wait_for_slide(&journey, &seen[0]);
    journey.press(Key::End);
    wait_for_slide(&journey, &seen[seen.len() - 1]);
    journey.press(Key::Left);
    journey.wait_until("the last but one is shown", || place(&journey).contains(&format!("第{}张", all - 1)));

    // A change is a change of a class: the next slide is there before the key is.
    let millis = journey.run_async(
        "const done = arguments[0], start = performance.now();
         requestAnimationFrame(() => requestAnimationFrame(() => {
         const idle = performance.now() - start, before = performance.now(), was = document.querySelector('.sheet img.is-shown').alt;
         document.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowLeft', bubbles: true }));
         const look = () => document.querySelector('.sheet img.is-shown')?.alt !== was ? drawn() : queueMicrotask(look);
         const drawn = () => { const changed = performance.now() - before; requestAnimationFrame(() => requestAnimationFrame(() => done([changed, performance.now() - before, idle]))); };
         look(); }));",
        &[],
    );
    journey.note(&format!("a slide changed, two frames were drawn, two frames without a change: {millis} ms"));
    let changed = millis[0].as_f64().expect("a time");
    assert!(changed < 16.7, "the change itself takes less than a frame: {millis} ms");

    journey.press(Key::Escape);
    journey.wait_for_text(".rail [aria-current=page]", "汇报");
}

#[test]
fn names_are_hidden_a_measure_is_jumped_to_and_the_way_back_is_kept() {
    let journey = Journey::of_sample("meeting-keys");
    journey.go("汇报");
    journey.wait_for_text(".slidelist", "封面");
    journey.resize(1024, 768);
    journey.press(Key::F5);
    wait_for_slide(&journey, "云州市2026年卫生健康工作要点");
    journey.screenshot("meeting-narrow-cover");
    journey.press(Key::Right);
    wait_for_slide(&journey, "项举措中");
    journey.screenshot("meeting-narrow-overview");

    journey.keys("15");
    journey.wait_for_text(".meeting .typed", "按回车跳到该项");
    journey.wait_for_text(".meeting .typed", "15");
    assert!(in_sight(&journey, ".meeting .typed") && in_sight(&journey, ".meeting .prompt"), "nothing lies over them");
    journey.screenshot("meeting-narrow-typed");
    let ahead = journey.run("return document.querySelector('.meeting .typed .cut').textContent", &[]);
    let ahead = ahead.as_str().unwrap_or_default();
    assert!(ahead.contains("扩大普惠托育供给"), "what Enter leads to is named: {ahead}");
    journey.press(Key::Enter);
    wait_for_slide(&journey, "新增托位");
    assert!(drawing(&journey).contains(ahead), "it led to {ahead}");
    journey.screenshot("meeting-narrow-15");
    journey.keys("u");
    wait_for_slide(&journey, "个单位中");
    assert!(drawing(&journey).contains("青屏区"), "units are named");
    journey.screenshot("meeting-narrow-units");
    journey.keys("h");
    journey.wait_until("no unit is named", || !drawing(&journey).contains("青屏区") && drawing(&journey).contains("单位2"));
    journey.screenshot("meeting-narrow-units-hidden");
    journey.keys("h");
    journey.wait_until("units are named again", || drawing(&journey).contains("青屏区"));
    journey.keys("u");
    wait_for_slide(&journey, "应达");
    journey.keys("12");
    journey.press(Key::Enter);
    journey.wait_until("measure 12 is shown", || drawing(&journey).contains("12 "));
    journey.screenshot("meeting-narrow-12");
    journey.press(Key::Backspace);
    wait_for_slide(&journey, "新增托位");
    journey.keys("99");
    journey.press(Key::Enter);
    journey.wait_for_text(".meeting .typed", "没有第99项");

    journey.keys("t");
    journey.wait_for_text(".meeting .talk", "目标");
    journey.screenshot("meeting-narrow-talk");
    journey.resize(1920, 1080);
    journey.wait_until("the wide sheet is shown", || drawing(&journey).contains("width=\"1920\""));
    journey.screenshot("meeting-talk-large");
    journey.keys("t");
    journey.keys("b");
    journey.wait_until("the screen is black", || journey.count(".sheet.is-black") == 1 && journey.count(".sheet img.is-shown") == 0);
    journey.keys("b");
    journey.keys("+");
    journey.wait_until("the slide is larger", || journey.count(".meeting.zoom-125") == 1);
    journey.screenshot("meeting-larger");
    journey.keys("-");
    journey.wait_until("the keys are gone after a while", || journey.count(".prompt.is-gone") == 1);
    journey.screenshot("meeting-alone");
    journey.press(Key::Escape);
    journey.wait_for_text(".rail [aria-current=page]", "汇报");
}

#[test]
fn slides_are_chosen_ordered_kept_and_exported() {
    let journey = Journey::of_sample("deck");
    journey.go("汇报");
    journey.wait_for_text(".slidelist", "封面");
    journey.click(".slidelist .scrolls");
    journey.run("document.querySelector('.slidelist .scrolls').focus()", &[]);
    // The overview becomes the first, the league table leaves.
    journey.press(Key::Home);
    journey.run("[...document.querySelectorAll('.slidelist tr')].find((row) => row.textContent.includes('总体情况')).click()", &[]);
    journey.wait_for_text(".slidelist tr[aria-selected=true]", "总体情况");
    journey.press_held(&[Key::Alt], Key::Up);
    journey.wait_for_text(".slidelist tr:first-child", "总体情况");
    journey.run("[...document.querySelectorAll('.slidelist tr')].find((row) => row.textContent.includes('考核排名')).querySelector('input').click()", &[]);
    journey.click(".looked textarea");
    journey.press_held(&[Key::Control], Key::End);
    journey.keys("，请各单位抓紧");
    journey.wait_for_text(".looked", "已改写");
    journey.chord(&[Key::Control], 's');
    journey.wait_for_text("dialog", "保存这套幻灯");
    journey.keys("月度例会");
    journey.screenshot("deck-save");
    journey.press(Key::Enter);
    journey.wait_for_text(".toast", "已保存“月度例会”");
    journey.wait_for_text(".decks .cut", "月度例会");
    journey.wait_for_text(".slidelist tr:first-child", "总体情况");
    journey.screenshot("deck-saved");

    // Those chosen alone, and what is found among all.
    journey.run("[...document.querySelectorAll('.slidelist [role=tab]')].find((tab) => tab.textContent.includes('已选')).click()", &[]);
    journey.wait_until("only chosen slides are listed", || journey.count(".slidelist tr.is-out") == 0);
    journey.screenshot("deck-chosen");
    journey.run("[...document.querySelectorAll('.slidelist [role=tab]')].find((tab) => tab.textContent.includes('全部')).click()", &[]);
    journey.chord(&[Key::Control], 'f');
    journey.keys("托位 15");
    journey.wait_until("what has the words is listed", || (1..10).contains(&journey.count(".slidelist tbody tr")));
    journey.screenshot("deck-found");
    journey.press(Key::Enter);
    journey.wait_for_text(".slidelist tr[aria-selected=true]", "托位");
    journey.chord(&[Key::Control], 'f');
    journey.chord(&[Key::Control], 'a');
    journey.press(Key::Delete);
    journey.wait_for_text(".slidelist tr:first-child", "总体情况");
    journey.press(Key::Enter);
    journey.run("document.querySelector('.slidelist tr:first-child').click()", &[]);

    let talk = journey.home().join("讲稿.pdf");
    journey.answer_dialog(&[&talk]);
    journey.chord(&[Key::Control], 'p');
    journey.wait_for_text(".toast", "讲稿.pdf");
    let said = reader::read("讲稿.pdf", &std::fs::read(&talk).unwrap()).unwrap().source.text;
    assert!(said.contains("请各单位抓紧") && said.contains("第1页"), "{said}");
    let folder = journey.home().join("幻灯");
    journey.answer_dialog(&[&folder]);
    journey.click("[data-does=pictures]");
    journey.wait_for_text(".toast", "/幻灯");
    let pictures = std::fs::read_dir(&folder).unwrap().count();
    assert!(pictures >= 12, "{pictures} pictures");
    let page = journey.home().join("例会.pdf");
    journey.answer_dialog(&[&page]);
    journey.click("[data-does=pdf]");
    journey.wait_for_text(".toast", "例会.pdf");
    assert!(std::fs::read(&page).unwrap().starts_with(b"%PDF"));

    journey.press(Key::F5);
    journey.wait_until("the meeting begins with what is looked at", || shown(&journey).contains("项举措中"));
    journey.keys("t");
    journey.wait_for_text(".talk", "请各单位抓紧");
    journey.press(Key::Escape);
    journey.wait_for_text(".rail [aria-current=page]", "汇报");
    journey.chord(&[Key::Control], 'z');
    journey.wait_for_text(".toast", "已撤销");
    journey.wait_for_text(".decks .cut", "程序建议的幻灯");
    journey.wait_for_text(".slidelist tr:first-child", "封面");
}
