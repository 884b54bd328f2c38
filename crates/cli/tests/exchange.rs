//! Workbooks out, filled in by a unit, and back in.

mod common;

use common::returned::{Put, Returned};
use common::*;
use domain::Field::{Denominator, Note, Numerator, Value as Figure};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

const MARCH: &str = "2026-03";

/// A ledger with March partly reported by 东湖区, and its workbook.
fn sent() -> (Place, PathBuf) {
    let place = Place::with_plan();
    for (name, value) in [("新增托位", "150"), ("育婴员", "320"), ("办结时间", "4.5")] {
        place.record(&place.indicator(name), LAKE, MARCH, value);
    }
    let path = place.export(LAKE, MARCH);
    (place, path)
}

fn merge(place: &Place, files: &[&Path], options: &[&str]) -> Value {
    let files: Vec<&str> = files.iter().map(|file| file.to_str().unwrap()).collect();
    place.json(&[&["merge"], files.as_slice(), options].concat())
}

/// Returns changed, applied, equal, conflicts, rejected; the identity always holds.
fn counts(report: &Value) -> [u64; 5] {
    let cells = ["changed", "applied", "equal", "conflicts", "rejected"].map(|key| report["cells"][key].as_u64().unwrap());
    assert_eq!(cells[0], cells[1..].iter().sum::<u64>(), "{report}");
    assert_eq!(report["items"].as_array().unwrap().len() as u64, cells[0], "{report}");
    cells
}

fn value(place: &Place, name: &str) -> Value {
    place.standing(MARCH, name)["value"].clone()
}

#[test]
fn every_unit_gets_a_workbook_with_its_own_indicators() {
    let place = Place::with_plan();
    let out = place.path("发出");
    let sent = place.json(&["export", "--all", "--period", MARCH, "--out", out.to_str().unwrap()]);
    has_keys(&sent, &["folder", "files"]);
    sent["files"].as_array().unwrap().iter().for_each(|file| has_keys(file, &["file", "path", "unit", "exchange", "rows"]));
    assert_eq!(column(&sent["files"], "unit"), [CENTRE, LAKE, HILL]);
    assert_eq!(column(&sent["files"], "rows"), [5, 5, 5]);
    let name = |unit| format!("云州市2026年托育工作要点-2026年3月-{unit}.xlsx");
    assert_eq!(column(&sent["files"], "file"), [&name(CENTRE), &name(LAKE), &name(HILL)]);
    let mut files: Vec<_> = std::fs::read_dir(&out).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
    files.sort();
    let mut wanted = [name(CENTRE), name(LAKE), name(HILL)];
    wanted.sort();
    assert_eq!(files, wanted, "these and nothing else");
    for file in sent["files"].as_array().unwrap() {
        let read = workbook::read_return(&std::fs::read(file["path"].as_str().unwrap()).unwrap()).unwrap();
        assert_eq!(json!(read.exchange), file["exchange"]);
        assert_eq!((json!(read.unit), read.period.as_deref()), (file["unit"].clone(), Some(MARCH)));
    }
    let again = place.json(&["export", "--unit", LAKE, "--period", MARCH, "--out", out.to_str().unwrap()]);
    assert_eq!(again["files"][0]["file"], "云州市2026年托育工作要点-2026年3月-东湖区卫生健康局（2）.xlsx", "no file is replaced");
}

#[test]
fn a_changed_workbook_is_counted_cell_by_cell() {
    let (place, path) = sent();
    let id = |name| place.indicator(name);
    let (beds, visits, nurses, filed, days) = (id("新增托位"), id("入户指导"), id("育婴员"), id("备案率"), id("办结时间"));
    let back = Returned::of(&path)
        .put(&beds, Figure, Put::Number(160.0))
        .put(&beds, Note, Put::Text("已现场核对"))
        .put(&visits, Figure, Put::Text("约200"))
        .put(&nurses, Figure, Put::Number(340.0))
        .put(&filed, Numerator, Put::Number(57.0))
        .put(&days, Figure, Put::Number(4.0));
    let file = back.save(place.path("收回/东湖.xlsx"));
    // After the workbook was sent: one value is changed otherwise, one to what the unit fills in.
    place.record(&nurses, LAKE, MARCH, "330");
    place.record(&days, LAKE, MARCH, "4");

    let before = place.hash();
    let preview = merge(&place, &[&file], &["--preview"]);
    assert_eq!(place.hash(), before, "a preview writes nothing");
    // Taken: the value and the note of 新增托位. Equal: 办结时间. Conflict: 育婴员. Rejected: words, half a ratio.
    assert_eq!(counts(&preview), [6, 2, 1, 1, 2]);

    let report = merge(&place, &[&file], &[]);
    has_keys(&report, &["files", "cells", "items", "preview", "proposals", "skipped"]);
    assert_eq!((&preview["cells"], &preview["items"]), (&report["cells"], &report["items"]));
    has_keys(&report["files"][0], &["file", "status", "unit", "exchange", "saved_by", "saved_at", "newest", "codes", "messages"]);
    assert_eq!((&report["files"][0]["file"], &report["files"][0]["status"]), (&json!("东湖.xlsx"), &json!("read")));
    assert_eq!(report["files"][0]["unit"], LAKE);
    let wanted = [
        (&beds, Figure, "applied", Value::Null),
        (&beds, Note, "applied", Value::Null),
        (&visits, Figure, "rejected", json!("not_a_number")),
        (&nurses, Figure, "conflict", json!("undecided")),
        (&filed, Numerator, "rejected", json!("half_ratio")),
        (&days, Figure, "equal", Value::Null),
    ];
    for (item, (indicator, field, outcome, code)) in report["items"].as_array().unwrap().iter().zip(wanted) {
        let (column, row) = back.place(indicator, field);
        assert_eq!((&item["sheet"], &item["row"], &item["column"]), (&json!("填报表"), &json!(row), &json!(column)));
        assert_eq!((&item["file"], &item["outcome"], &item["code"]), (&json!("东湖.xlsx"), &json!(outcome), &code), "{item}");
    }
    let conflict = &report["items"][3];
    assert_eq!((&conflict["base"], &conflict["ours"], &conflict["theirs"]), (&json!("320"), &json!("330"), &json!("340")));
    assert!(conflict["ours_by"].as_str().unwrap().starts_with("王芳 "), "{conflict}");
    assert_eq!((value(&place, "新增托位"), value(&place, "育婴员")), (json!(160.0), json!(330.0)));
    assert_eq!((value(&place, "入户指导"), value(&place, "备案率")), (Value::Null, Value::Null));

    let merged = place.hash();
    let again = merge(&place, &[&file], &[]);
    assert_eq!(again["files"][0]["status"], "repeated");
    assert_eq!(counts(&again), [1, 0, 0, 1, 0], "only the open conflict is asked about again");
    assert_eq!(place.hash(), merged);
    let said = place.done(&["merge", file.to_str().unwrap()]);
    let (column, row) = back.place(&nurses, Figure);
    assert!(said.contains(&format!("冲突 东湖.xlsx，工作表“填报表”{column}{row} 培训育婴员，人：发出时320，我方330，对方340")), "{said}");

    place.done(&["undo"]);
    assert_eq!(place.hash(), before, "undone by another run of the program");
    assert_eq!(value(&place, "新增托位"), json!(150.0));
    place.done(&["redo"]);
    assert_eq!(place.hash(), merged);
}

/// Two copies of one change, merged by a rule: a conflict at 育婴员.
fn conflicting() -> (Place, PathBuf, String) {
    let (place, path) = sent();
    let nurses = place.indicator("育婴员");
    let file = Returned::of(&path).put(&nurses, Figure, Put::Number(340.0)).save(place.path("收回/东湖.xlsx"));
    place.record(&nurses, LAKE, MARCH, "330");
    (place, file, nurses)
}

#[test]
fn conflicts_can_all_be_decided_for_theirs() {
    let (place, file, _) = conflicting();
    let report = merge(&place, &[&file], &["--on-conflict", "theirs"]);
    assert_eq!((counts(&report), &report["items"][0]["code"]), ([1, 1, 0, 0, 0], &json!("taken")));
    assert_eq!(value(&place, "育婴员"), json!(340.0));
    let after = place.hash();
    assert_eq!(counts(&merge(&place, &[&file], &["--on-conflict", "theirs"])), [0, 0, 0, 0, 0]);
    assert_eq!(place.hash(), after);
}

#[test]
fn conflicts_can_all_be_decided_for_ours_and_are_not_asked_again() {
    let (place, file, _) = conflicting();
    let report = merge(&place, &[&file], &["--on-conflict", "ours"]);
    assert_eq!((counts(&report), &report["items"][0]["code"]), ([1, 0, 0, 1, 0], &json!("kept")));
    assert_eq!(value(&place, "育婴员"), json!(330.0));
    assert_eq!(counts(&merge(&place, &[&file], &[])), [0, 0, 0, 0, 0]);
}

#[test]
fn two_files_of_one_unit_that_disagree_are_a_conflict_of_the_second() {
    let (place, path) = sent();
    let beds = place.indicator("新增托位");
    let first = Returned::of(&path).put(&beds, Figure, Put::Number(160.0)).save(place.path("甲.xlsx"));
    let second = Returned::of(&path).put(&beds, Figure, Put::Number(170.0)).save(place.path("乙.xlsx"));
    let same = Returned::of(&path).put(&beds, Figure, Put::Text("160")).save(place.path("丙.xlsx"));
    let before = place.hash();
    let report = merge(&place, &[&first, &second, &same, &first], &[]);
    assert_eq!(counts(&report), [4, 1, 2, 1, 0]);
    assert_eq!(column(&report["files"], "status"), ["read", "read", "read", "repeated"]);
    let conflict = &report["items"][1];
    assert_eq!((&conflict["file"], &conflict["ours"], &conflict["ours_by"]), (&json!("乙.xlsx"), &json!("160"), &json!("甲.xlsx 本批")));
    assert_eq!(value(&place, "新增托位"), json!(160.0));
    place.done(&["undo"]);
    assert_eq!(place.hash(), before, "one operation for all files");
    merge(&place, &[&first, &second], &["--on-conflict", "theirs"]);
    assert_eq!(value(&place, "新增托位"), json!(170.0));
}

#[test]
fn a_rate_comes_back_by_its_parts() {
    let (place, path) = sent();
    let filed = place.indicator("备案率");
    let fill = |numerator: Put, denominator: Put| {
        let back = Returned::of(&path).put(&filed, Numerator, numerator).put(&filed, Denominator, denominator);
        back.save(place.path("东湖.xlsx"))
    };
    let zero = merge(&place, &[&fill(Put::Number(3.0), Put::Number(0.0))], &[]);
    assert_eq!((counts(&zero), &zero["items"][0]["code"]), ([2, 0, 0, 0, 2], &json!("zero_denominator")));
    let half = merge(&place, &[&fill(Put::Nothing, Put::Number(60.0))], &[]);
    assert_eq!((counts(&half), &half["items"][0]["code"]), ([1, 0, 0, 0, 1], &json!("half_ratio")));
    let whole = merge(&place, &[&fill(Put::Text("５７"), Put::Number(60.0))], &[]);
    assert_eq!(counts(&whole), [2, 2, 0, 0, 0]);
    assert_eq!(value(&place, "备案率"), json!(95.0));
}

#[test]
fn a_note_an_emptied_cell_and_an_unasked_one_are_told_apart() {
    let (place, path) = sent();
    let beds = place.indicator("新增托位");
    let back = Returned::of(&path).put(&beds, Figure, Put::Nothing).put(&beds, Denominator, Put::Number(9.0));
    let report = merge(&place, &[&back.save(place.path("东湖.xlsx"))], &[]);
    assert_eq!(counts(&report), [2, 1, 0, 0, 1]);
    assert_eq!(report["items"][1]["code"], "not_asked");
    assert_eq!(value(&place, "新增托位"), Value::Null, "emptied, not 0");
}

#[test]
fn a_row_that_cannot_be_placed_is_rejected_by_name() {
    let (place, path) = sent();
    let beds = place.indicator("新增托位");
    let (_, row) = Returned::of(&path).place(&beds, Figure);
    let back = Returned::of(&path).put(&beds, Figure, Put::Number(999.0)).put_at(&format!("J{row}"), Put::Text("改坏了"));
    let report = merge(&place, &[&back.save(place.path("东湖.xlsx"))], &[]);
    assert_eq!(counts(&report), [1, 0, 0, 0, 1]);
    let item = &report["items"][0];
    assert_eq!((&item["code"], &item["row"], &item["column"]), (&json!("row_id_damaged"), &json!(row), &json!("K")));
    assert_eq!((&item["theirs"], &item["indicator"]), (&json!("999"), &json!("新增托位")));
    assert_eq!(value(&place, "新增托位"), json!(150.0));
}

#[test]
fn a_good_file_is_merged_beside_a_bad_one() {
    let (place, path) = sent();
    let beds = place.indicator("新增托位");
    let good = Returned::of(&path).put(&beds, Figure, Put::Number(160.0)).save(place.path("东湖.xlsx"));
    let bad = place.write("坏.xlsx", b"PK\x03\x04 no workbook");
    let report = merge(&place, &[&bad, &good], &[]);
    assert_eq!(column(&report["files"], "status"), ["refused", "read"]);
    assert!(report["files"][0]["messages"][0].as_str().unwrap().contains("文件已损坏"), "{report}");
    assert_eq!(counts(&report), [1, 1, 0, 0, 0]);
    assert_eq!(value(&place, "新增托位"), json!(160.0));
}
