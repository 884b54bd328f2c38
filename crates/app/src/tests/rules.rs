//! The rules of a ledger: changed, used everywhere, refused where they cannot hold.

use super::*;
use crate::ErrorKind;
use serde_json::json;

#[test]
fn other_thresholds_turn_the_light_and_undo_turns_it_back() {
    let mut office = Office::with_plan();
    office.record("新增托位", CENTRE, "2026-03", "216");
    let light = |office: &mut Office| office.status("2026-03", "新增托位").light.code();
    assert_eq!(light(&mut office), "yellow", "18.0% of 25.0%: 7 points behind");
    let rules = office.call("rules_set", json!({ "preset": "从宽" }));
    assert_eq!((&rules["preset"], light(&mut office)), (&json!("从宽"), "green"));
    let rules = office.call("rules_set", json!({ "yellow_over": "2", "red_over": "6.5" }));
    assert_eq!((&rules["preset"], light(&mut office)), (&Value::Null, "red"));
    office.call("undo", json!({}));
    office.call("undo", json!({}));
    assert_eq!(light(&mut office), "yellow");
}

#[test]
fn time_by_days_and_lights_by_weight_are_used_everywhere() {
    let mut office = Office::with_plan();
    office.record("新增托位", CENTRE, "2026-01", "102");
    office.call("rules_set", json!({ "time": "days", "combining": "share" }));
    let of = OfPeriod { plan: office.plan(), period: period("2026-01") };
    let status = crate::status::status(&mut office.app, of).unwrap();
    assert_eq!(status.time_progress, 31.0 / 365.0);
    assert_eq!(status.indicators[0].reason, "应达8.5%，实达8.5%，与序时进度持平");
    let listed = crate::measures::list(&mut office.app, of).unwrap();
    assert_eq!(listed.measures[0].light, status.measures[0].light, "the list and the status say the same");
}

#[test]
fn rules_that_cannot_hold_are_refused_and_nothing_is_written() {
    let mut office = Office::with_plan();
    let before = office.hash();
    for wrong in [
        json!({ "yellow_over": "20" }),
        json!({ "red_over": "-1" }),
        json!({ "full_mark": "120" }),
        json!({ "bonus_cap": "约5" }),
        json!({ "preset": "随便" }),
    ] {
        assert_eq!(office.refused("rules_set", wrong.clone()).kind, ErrorKind::Invalid, "{wrong}");
    }
    assert_eq!(office.hash(), before);
}
