//! The window itself: it opens, and runs nothing but its own pages.
#![cfg(target_os = "linux")]

use journeys::Journey;
use serde_json::json;

#[test]
fn the_window_opens_and_keeps_to_its_own_policy() {
    let journey = Journey::open("window");
    journey.wait_for_text("h1", "要点台账");
    journey.wait_for_text("#host", "测试员");
    assert_eq!(journey.policy_violations(), Vec::<String>::new());
    journey.screenshot("window");
}

#[test]
fn hostile_text_put_into_the_page_is_refused() {
    let journey = Journey::open("hostile-text");
    journey.wait_for_text("h1", "要点台账");
    let attempt = "globalThis.harmed = false;
        try { document.body.innerHTML = '<img src=x onerror=\"globalThis.harmed = true\">'; return 'done'; }
        catch (error) { return error.name; }";
    assert_eq!(journey.run(attempt, &[]), json!("TypeError"));
    assert_eq!(journey.run("try { eval('1'); return 'done' } catch (error) { return 'refused' }", &[]), json!("refused"));
    assert_eq!(journey.run("return globalThis.harmed", &[]), json!(false));
    journey.wait_until("the refusal is reported", || !journey.policy_violations().is_empty());
}
