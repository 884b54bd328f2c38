//! The window itself: it opens, and runs nothing but its own pages.
#![cfg(target_os = "linux")]

use journeys::Journey;
use serde_json::json;

#[test]
fn the_window_opens_and_keeps_to_its_own_policy() {
    let mut journey = Journey::open("window");
    journey.wait_for_text("body", "要点台账");
    assert_eq!(journey.policy_violations(), Vec::<String>::new());
    journey.screenshot("window");
    journey.reopen();
    journey.wait_for_text("body", "要点台账");
}

#[test]
fn hostile_text_put_into_the_page_is_refused() {
    let journey = Journey::open("hostile-text");
    journey.wait_for_text("body", "要点台账");
    let markup = "document.body.innerHTML = '<img src=x onerror=\"globalThis.harmed = true\">'";
    for attempt in [markup, "eval('globalThis.harmed = true')", "new Function('globalThis.harmed = true')()"] {
        let script = format!("try {{ {attempt}; return 'done'; }} catch (error) {{ return 'refused'; }}");
        assert_eq!(journey.run(&script, &[]), json!("refused"), "{attempt}");
    }
    assert_eq!(journey.run("return globalThis.harmed ?? false", &[]), json!(false));
    journey.wait_until("the refusals are reported", || journey.policy_violations().len() == 3);
}

#[test]
fn hostile_text_shown_by_a_page_stays_text() {
    let journey = Journey::open("shown-text");
    journey.wait_for_text("body", "要点台账");
    let show = "const done = arguments[1];
        import('/vendor/lit-html/lit-html.js').then(({ html, render }) => {
            const place = document.body.appendChild(document.createElement('p'));
            render(html`<em id=\"shown\">${arguments[0]}</em>`, place);
            done();
        });";
    let hostile = "<img src=x onerror=alert(1)><script>alert(1)</script>";
    journey.run_async(show, &[json!(hostile)]);
    assert_eq!(journey.text("#shown"), hostile);
    assert_eq!(journey.count("#shown *"), 0);
    assert_eq!(journey.policy_violations(), Vec::<String>::new());
}

#[test]
fn a_page_may_give_one_command_and_go_nowhere() {
    let journey = Journey::open("one-command");
    journey.wait_for_text("body", "要点台账");
    for command in ["plugin:window|set_title", "plugin:path|resolve_directory", "plugin:event|emit", "unknown"] {
        let ask = "const done = arguments[1]; __TAURI__.core.invoke(arguments[0]).then(() => done('done'), String).then(done)";
        let answer = journey.run_async(ask, &[json!(command)]);
        assert!(answer.as_str().is_some_and(|words| words.contains("not allowed")), "{command}: {answer}");
    }
    journey.run("location.href = 'https://example.com/'", &[]);
    assert_eq!(journey.run("return window.open('https://example.com/')", &[]), json!(null));
    assert_eq!(journey.run("return location.origin", &[]), json!("tauri://localhost"));
}
