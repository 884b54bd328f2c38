//! Targets divided among units.

use super::*;
use crate::ErrorKind;
use crate::shares;
use serde_json::json;

#[test]
fn shares_are_checked_against_the_whole_and_written_in_one_step() {
    let mut office = Office::with_plan();
    let indicator = office.indicator("新增托位");
    let shown = shares::show(&mut office.app, OfIndicator { indicator }).unwrap();
    let names: Vec<&str> = shown.rows.iter().map(|row| row.unit.name.as_str()).collect();
    assert_eq!((names, shown.note), (vec![CENTRE, LAKE, HILL], None));
    assert_eq!(shown.rows.iter().map(|row| row.even.as_str()).collect::<Vec<_>>(), ["400", "400", "400"]);
    let before = office.hash();
    let set = |lake: &str| json!({ "indicator": indicator, "shares": [{ "unit": shown.rows[1].unit.id, "target": lake }, { "unit": shown.rows[2].unit.id, "target": "0.05万" }] });
    let checked = office.call("shares_check", set("600"));
    assert_eq!(checked["note"], json!("各单位合计1100个，比目标1200个少100个"));
    assert_eq!(office.hash(), before, "checking writes nothing");
    let written = office.call("shares_set", set("700"));
    assert_eq!((&written["note"], &written["sum"], &written["rows"][2]["share"]), (&Value::Null, &json!("1200"), &json!("0.05万")));
    office.record("新增托位", LAKE, "2026-06", "350");
    assert_eq!(office.status("2026-06", "新增托位").missing_units, [HILL], "who has a share reports");
    for wrong in ["-5", "多一点", "5%"] {
        assert_eq!(office.refused("shares_set", set(wrong)).kind, ErrorKind::Invalid, "{wrong}");
    }
    office.call("undo", json!({}));
    office.call("shares_set", set(""));
    assert_eq!(shares::show(&mut office.app, OfIndicator { indicator }).unwrap().sum, "500");
}
