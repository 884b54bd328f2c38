//! Charts in files.

mod common;

use common::*;
use std::fs;

fn with_values() -> (Place, String) {
    let place = Place::with_plan();
    let beds = place.indicator("新增托位");
    for (month, value) in [("2026-01", "40"), ("2026-02", "90"), ("2026-03", "150")] {
        place.record(&beds, LAKE, month, value);
    }
    (place, beds)
}

#[test]
fn a_trend_is_drawn_as_png_for_a_projector() {
    let (place, beds) = with_values();
    let file = place.path("图/托位.png");
    fs::create_dir(place.path("图")).unwrap();
    let saved = place.json(&["chart", "trend", "--indicator", &beds, "--out", file.to_str().unwrap()]);
    assert_eq!(saved["path"], file.to_str().unwrap());
    let bytes = fs::read(file).unwrap();
    assert_eq!(bytes[..8], *b"\x89PNG\r\n\x1a\n");
    let side = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap());
    assert_eq!((side(16), side(20)), (1920, 1080));
    assert_eq!(fs::read_dir(place.path("图")).unwrap().count(), 1, "nothing is left beside it");
}

#[test]
fn a_trend_is_drawn_as_svg_for_all_or_for_one_unit() {
    let (place, beds) = with_values();
    let draw = |unit: &[&str]| {
        let file = place.path("托位.svg");
        place.json(&[&["chart", "trend", "--indicator", &beds, "--out", file.to_str().unwrap()], unit].concat());
        fs::read_to_string(file).unwrap()
    };
    let (all, one) = (draw(&[]), draw(&["--unit", LAKE]));
    assert!(all.starts_with("<svg") && all.contains("新增托位") && all.contains("150"), "{all}");
    assert!(one.contains(LAKE) && one != all);
}

#[test]
fn every_kind_is_drawn_and_its_figures_are_listed() {
    let (place, beds) = with_values();
    let rate = place.indicator("备案率");
    place.record(&rate, LAKE, "2026-03", "9/10");
    let of_one = ["trend", "years", "lines", "multiples", "bars"];
    let drawn = |args: &[&str]| {
        let file = place.path("图.pdf");
        let said = place.json(&[&["chart"], args, &["--period", "2026-03", "--out", file.to_str().unwrap()]].concat());
        has_keys(&said, &["path", "title", "alt", "columns", "rows"]);
        assert!(fs::read(&file).unwrap().starts_with(b"%PDF"), "{args:?}");
        fs::remove_file(file).unwrap();
        said
    };
    for kind in of_one {
        assert_eq!(drawn(&[kind, "--indicator", &beds])["title"], "新增托位", "{kind}");
    }
    let parts = drawn(&["rate", "--indicator", &rate]);
    assert_eq!(parts["rows"][2].as_array().unwrap().iter().rev().take(2).collect::<Vec<_>>(), ["10", "9"]);
    for kind in ["bullets", "sections", "heat", "league", "timeline"] {
        assert!(!drawn(&[kind])["alt"].as_str().unwrap().is_empty(), "{kind}");
    }
    let listed = place.json(&["chart", "bars", "--indicator", &beds, "--period", "2026-03"]);
    assert_eq!(listed["path"], serde_json::Value::Null, "no file was asked for");
    let lake = listed["rows"].as_array().unwrap().iter().find(|row| row[1] == "150").expect("what was reported is listed");
    assert!(lake[0].as_str().unwrap().contains("东湖"), "{lake}");
    let since = place.json(&["chart", "trend", "--indicator", &beds, "--since", "2026-03", "--period", "2026-03"]);
    assert_eq!(since["rows"].as_array().unwrap().len(), 10, "March to December");
}

#[test]
fn units_are_chosen_for_drawing_and_for_the_figures_beside_it() {
    let (place, beds) = with_values();
    let of = |kind: &str, units: &[&str]| {
        let units = units.iter().flat_map(|unit| ["--unit", *unit]).collect::<Vec<_>>();
        place.json(&[&["chart", kind, "--indicator", &beds, "--period", "2026-03"], units.as_slice()].concat())
    };
    assert_eq!(of("multiples", &[])["columns"].as_array().unwrap().len(), 4);
    let two = of("multiples", &[HILL, CENTRE]);
    assert_eq!(two["columns"].as_array().unwrap().len(), 3);
    assert!(two["columns"][1].as_str().unwrap().contains("托育中心"), "in the order of the document: {}", two["columns"]);
    assert_eq!(of("bars", &[GROUP])["rows"].as_array().unwrap().len(), 2, "a group stands for its members");
}

#[test]
fn pictures_do_not_depend_on_the_fonts_of_the_machine() {
    let (place, beds) = with_values();
    let nothing = place.path("没有字体");
    fs::create_dir(&nothing).unwrap();
    let drawn = |ending: &str, without: bool| {
        let file = place.path(&format!("图.{ending}"));
        let mut run = program(&["chart", "trend", "--indicator", &beds, "--out", file.to_str().unwrap()]);
        run.arg("--ledger").arg(place.ledger());
        if without {
            // Where fontconfig, and programs that know of it, look for fonts and for what is said of them.
            run.env("FONTCONFIG_PATH", &nothing).env("FONTCONFIG_FILE", nothing.join("fonts.conf")).env("XDG_DATA_HOME", &nothing);
            run.env("HOME", &nothing).env("XDG_DATA_DIRS", &nothing);
        }
        assert!(run.output().unwrap().status.success());
        fs::read(file).unwrap()
    };
    for ending in ["png", "pdf"] {
        assert!(drawn(ending, false) == drawn(ending, true), "the same {ending} to the byte");
    }
    let words = reader::read("图.pdf", &drawn("pdf", true)).unwrap().source.text;
    assert!(["新增托位", "150", "目标1200"].iter().all(|part| words.contains(part)), "{words}");
}

#[test]
fn what_cannot_be_drawn_is_refused_and_leaves_no_file() {
    let (place, beds) = with_values();
    let refused = |args: &[&str], wanted: &str| {
        let said = place.refused(&[&["chart"], args].concat());
        assert!(said.contains(wanted), "{said}");
    };
    let out = |name: &str| place.path(name).to_str().unwrap().to_owned();
    refused(&["trend", "--indicator", &beds, "--out", &out("a.doc")], "图表只能存为 .svg、.png、.pdf、.xlsx");
    refused(&["pie", "--indicator", &beds, "--out", &out("a.svg")], "没有“pie”这种图");
    refused(&["trend", "--out", &out("a.svg")], "这种图要说明是哪一个指标");
    refused(&["trend", "--indicator", &beds, "--unit", "北山区", "--out", &out("a.svg")], "台账里没有单位“北山区”");
    refused(&["trend", "--indicator", &beds, "--out", &out("没有/a.svg")], "保存图表失败");
    refused(&["trend", "--indicator", &beds, "--unit", LAKE, "--unit", HILL, "--out", &out("a.svg")], "只画一个单位");
    refused(&["heat", "--unit", LAKE, "--out", &out("a.svg")], "不能只画几个单位");
    place.done(&["unit", "add", "市疾控中心"]);
    refused(&["bars", "--indicator", &beds, "--unit", "市疾控中心", "--out", &out("a.svg")], "市疾控中心没有“新增托位”这个指标");
    assert!(!place.path("a.svg").exists() && !place.path("a.doc").exists());
}
