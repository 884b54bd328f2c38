//! From a document to a plan of the ledger, and the lists of it.

mod common;

use common::*;
use serde_json::{Value, json};

const TARGET: [&str; 8] = ["quote", "name", "comparator", "value", "upper", "unit", "due", "kind"];

/// Returns a file of the sample.
fn sample(name: &str) -> String {
    concat!(env!("CARGO_MANIFEST_DIR"), "/../../assets/sample/").to_owned() + name
}

fn read(path: &str) -> Value {
    let output = program(&["read", path, "--json"]).output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn a_draft_has_every_key_and_stores_nothing() {
    let place = Place::new();
    let file = place.write("要点.txt", PLAN.as_bytes());
    let draft = read(file.to_str().unwrap());
    let keys = ["title", "document_number", "issuer", "issued", "period", "sections", "measures", "targets", "phases", "warnings"];
    has_keys(&draft, &keys);
    assert_eq!(draft["title"], "云州市2026年托育工作要点");
    assert_eq!(draft["document_number"], "云托发〔2026〕3号");
    assert_eq!(draft["issuer"], "云州市卫生健康委员会");
    assert_eq!(draft["issued"], "2026-01-15");
    assert_eq!(draft["period"], json!({"start": "2026-01-01", "end": "2026-12-31"}));
    assert_eq!(draft["sections"][0], "一、托育供给");
    assert_eq!(draft["measures"].as_array().unwrap().len(), 5);
    for measure in draft["measures"].as_array().unwrap() {
        has_keys(measure, &["number", "section", "title", "text", "units", "lead_units", "cooperating_units", "deadline", "targets"]);
        for target in measure["targets"].as_array().unwrap() {
            has_keys(target, &TARGET);
            let quote = target["quote"].as_str().unwrap();
            assert!(PLAN.contains(quote), "{quote} does not stand in the document");
        }
    }
    let second = &draft["measures"][1];
    assert_eq!((&second["number"], &second["title"], &second["section"]), (&json!("2"), &json!("开展入户指导"), &json!("一、托育供给")));
    assert_eq!(second["units"], json!([CENTRE]));
    assert_eq!(second["lead_units"], json!([CENTRE]));
    assert_eq!(second["cooperating_units"], json!([LAKE, HILL]));
    assert_eq!(second["deadline"], Value::Null);
    let range = &second["targets"][1];
    assert_eq!((&range["comparator"], &range["value"], &range["upper"]), (&json!("range"), &json!(300.0), &json!(400.0)));
    assert_eq!((&range["unit"], &range["kind"], &range["due"]), (&json!("人"), &json!("target"), &json!("2026-12-31")));
    let quality = &draft["measures"][4]["targets"][0];
    assert_eq!((&quality["comparator"], &quality["value"], &quality["unit"]), (&json!("qualitative"), &Value::Null, &Value::Null));
    for phase in draft["phases"].as_array().unwrap() {
        has_keys(phase, &["name", "due", "text"]);
    }
    assert_eq!(draft["phases"][0]["due"], "2026-03-31");
    assert_eq!(draft["targets"], json!([]));
    draft["warnings"].as_array().unwrap().iter().for_each(|warning| has_keys(warning, &["line", "message"]));
    assert!(!place.ledger().exists());
}

#[test]
fn what_a_document_does_not_say_is_null() {
    let place = Place::new();
    let file = place.write("便条.txt", "1.开展巡查。每月巡查一次。\n2.新建托育点12个。\n".as_bytes());
    let draft = read(file.to_str().unwrap());
    for key in ["document_number", "issuer", "issued", "period"] {
        assert_eq!(draft[key], Value::Null, "{key}");
    }
    assert_eq!(draft["measures"][0]["section"], Value::Null);
}

#[test]
fn the_sample_is_read_in_both_its_forms_alike() {
    let (txt, docx) = (read(&sample("plan.txt")), read(&sample("plan.docx")));
    assert_eq!(txt["measures"].as_array().unwrap().len(), 24);
    assert_eq!(column(&txt["measures"], "title"), column(&docx["measures"], "title"));
    assert_eq!(column(&txt["measures"], "units"), column(&docx["measures"], "units"));
    assert_eq!(txt["phases"].as_array().unwrap().len(), 3);
}

#[test]
fn an_import_says_what_it_made_and_makes_the_ledger() {
    let place = Place::new();
    let imported = place.import();
    has_keys(&imported, &["plan", "title", "sections", "measures", "indicators", "new_units", "phases", "warnings"]);
    assert_eq!(imported["title"], "云州市2026年托育工作要点");
    let counts = ["sections", "measures", "indicators", "new_units", "phases"].map(|key| imported[key].as_u64().unwrap());
    assert_eq!(counts, [3, 5, 7, 4, 2]);

    let plans = place.json(&["plans"]);
    let plan = &plans[0];
    let keys =
        ["id", "title", "document_number", "issuer", "issued", "start", "due", "measures", "indicators", "longer", "periods", "current"];
    has_keys(plan, &keys);
    assert_eq!((&plan["id"], plans.as_array().unwrap().len()), (&imported["plan"], 1));
    assert_eq!((&plan["start"], &plan["due"]), (&json!("2026-01-01"), &json!("2026-12-31")));
    assert_eq!(
        plan["periods"][2],
        json!({"period": "2026-03", "label": "2026年3月", "short": "3月", "time_progress": 0.25, "frozen": null})
    );
}

#[test]
fn units_are_listed_with_their_groups() {
    let place = Place::with_plan();
    let units = place.json(&["units"]);
    units.as_array().unwrap().iter().for_each(|unit| {
        has_keys(
            unit,
            &["id", "name", "short_name", "aliases", "is_group", "members", "parent", "depth", "groups", "measures", "figures", "keys"],
        )
    });
    assert_eq!(column(&units, "name"), [CENTRE, GROUP, LAKE, HILL]);
    assert_eq!(column(&units, "is_group"), [false, true, false, false]);
    assert_eq!(units[1]["members"], json!([units[2]["id"], units[3]["id"]]));
}

#[test]
fn measures_are_listed_with_their_units_and_lights() {
    let place = Place::with_plan();
    let measures = place.json(&["measures", "--period", "2026-03"]);
    assert_eq!(column(&measures, "number"), ["1", "2", "3", "4", "5"]);
    for measure in measures.as_array().unwrap() {
        ["id", "title", "section", "units", "due", "light", "reason", "indicators"]
            .iter()
            .for_each(|key| assert!(!measure[key].is_null(), "{key}"));
        assert_eq!(measure["light"], "grey", "nothing was reported");
    }
    assert_eq!((&measures[0]["units"][0]["unit"]["name"], &measures[0]["units"][0]["role"]), (&json!(CENTRE), &json!("lead")));
}

#[test]
fn indicators_are_listed_as_they_are_judged() {
    let place = Place::with_plan();
    let indicators = place.json(&["indicators"]);
    for indicator in indicators.as_array().unwrap() {
        let keys = [
            "id",
            "name",
            "measure",
            "comparator",
            "target",
            "upper",
            "unit",
            "baseline",
            "due",
            "kind",
            "pace",
            "roll_up",
            "weight",
            "start",
            "every",
            "planned",
            "doubts",
            "target_label",
            "quote",
        ];
        has_keys(indicator, &keys);
        has_keys(&indicator["measure"], &["id", "number", "title"]);
        assert!(PLAN.contains(indicator["quote"].as_str().unwrap()));
    }
    assert_eq!(column(&indicators, "comparator"), ["=", ">=", "range", ">=", "<=", "decrease", "qualitative"]);
    assert_eq!(column(&indicators, "kind"), ["cumulative", "cumulative", "cumulative", "rate", "point", "rate", "qualitative"]);
    let (beds, quality) = (&indicators[0], &indicators[6]);
    assert_eq!((&beds["target"], &beds["upper"], &beds["baseline"]), (&json!(1200.0), &Value::Null, &Value::Null));
    assert_eq!((&beds["pace"], &beds["roll_up"], &beds["due"]), (&json!("accumulate"), &json!("sum"), &json!("2026-12-31")));
    assert_eq!((&beds["measure"]["number"], &beds["measure"]["title"]), (&json!("1"), &json!("扩大托位供给")));
    assert_eq!((&quality["target"], &quality["unit"]), (&Value::Null, &json!("")));
}
