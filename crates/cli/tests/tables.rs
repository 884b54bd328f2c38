//! Tables made elsewhere: taken into a plan, or made a plan.

mod common;

use common::*;
use serde_json::{Value, json};

const JUNE: &str = "2026-06";
const TABLE: &str = "云州市托育台账,,,\n序号,指标名称,责任单位,截至6月完成\n1,新增托位,东湖区,300\n2,托位新增数,西山区,200\n,合计,,500\n3,森林面积,东湖区,7\n";

fn take(place: &Place, file: &str, options: &[&str]) -> Value {
    place.json(&[&["take", file, "--period", JUNE], options].concat())
}

/// Takes a table nothing can be read of, and returns what is said; the answer counts nothing.
fn unread(place: &Place, file: &str) -> String {
    let run = place.run(&["--json", "take", file, "--period", JUNE]);
    let answer: Value = serde_json::from_slice(&run.stdout).unwrap();
    assert_eq!((run.status.code(), &answer["files"][0]["status"], &answer["cells"]["changed"]), (Some(1), &json!("refused"), &json!(0)));
    text(&run.stderr)
}

#[test]
fn a_table_is_mapped_matched_previewed_and_taken() {
    let place = Place::with_plan();
    let file = place.write("台账.csv", TABLE.as_bytes());
    let file = file.to_str().unwrap();
    let before = place.hash();
    let seen = take(&place, file, &["--preview"]);
    has_keys(&seen, &["files", "cells", "items", "preview", "proposals", "skipped", "columns", "rows"]);
    seen["columns"].as_array().unwrap().iter().for_each(|column| {
        has_keys(column, &["file", "letter", "heading", "role", "source", "period", "of"]);
    });
    seen["rows"].as_array().unwrap().iter().for_each(|row| {
        has_keys(row, &["file", "sheet", "row", "text", "outcome", "indicator", "candidates"]);
    });
    assert_eq!(column(&seen["columns"], "role"), ["number", "indicator", "unit", "value"]);
    assert_eq!(column(&seen["columns"], "source"), ["heading", "heading", "heading", "heading"]);
    assert_eq!(column(&seen["rows"], "outcome"), ["sure", "likely", "total", "unknown"]);
    has_keys(&seen["rows"][1]["candidates"][0], &["id", "name", "measure"]);
    assert_eq!(seen["cells"], json!({ "changed": 1, "applied": 1, "equal": 0, "conflicts": 0, "rejected": 0 }));
    assert_eq!(place.hash(), before, "a preview writes nothing");

    let taken = take(&place, file, &["--accept"]);
    assert_eq!((&taken["preview"], &taken["cells"]["applied"]), (&json!(false), &json!(2)));
    assert_eq!(place.standing(JUNE, "新增托位")["value"], 500.0);
    let again = take(&place, file, &["--accept"]);
    assert_eq!((&again["cells"]["applied"], &again["cells"]["equal"]), (&json!(0), &json!(2)));
    assert_eq!(column(&again["columns"], "source"), ["remembered", "remembered", "remembered", "remembered"]);
    let forgotten = take(&place, file, &["--forget", "--preview"]);
    assert_eq!(forgotten["columns"][0]["source"], "heading");
    place.done(&["undo"]);
    place.done(&["undo"]);
    place.done(&["undo"]);
    assert_eq!(place.hash(), before);
}

#[test]
fn a_person_says_what_columns_and_rows_mean() {
    let place = Place::with_plan();
    let file = place.write("表.csv", "东湖区报来的,,\n名称,数,另一数\n新增托位,1,300\n托位,2,200\n".as_bytes());
    let file = file.to_str().unwrap();
    let refused = unread(&place, file);
    assert!(refused.contains("没有找到表头"), "{refused}");
    let refused = place.refused(&["take", file, "--period", JUNE, "--header", "2", "--map", "Z=指标"]);
    assert!(refused.contains("没有“Z”这一列") && refused.contains("A 名称、B 数、C 另一数"), "{refused}");
    let mapped = ["--header", "2", "--map", "名称=指标", "--map", "C=完成值@2026-05", "--unit", LAKE];
    let row = format!("4={}", place.indicator("备案率"));
    let taken = take(&place, file, &[&mapped[..], &["--row", &row]].concat());
    assert_eq!(column(&taken["items"], "theirs"), ["300", "200"]);
    assert_eq!(taken["columns"][2]["period"], "2026-05");
    assert_eq!(place.standing("2026-05", "新增托位")["value"], 300.0);
    let misused = place.misused(&["take", file, "--map", "C=什么"]);
    assert!(misused.contains("没有“什么”这种含义") && misused.contains("完成值（value）"), "{misused}");
    let misused = place.misused(&["take", file, "--map", "C"]);
    assert!(misused.contains("写作 列=含义"), "{misused}");
    let refused = place.refused(&["take", file, "--header", "2", "--map", "A=指标", "--map", "C=完成值", "--row", "x=1"]);
    assert!(refused.contains("看不懂"), "{refused}");
}

#[test]
fn what_the_ledger_has_is_kept_unless_decided() {
    let place = Place::with_plan();
    place.record(&place.indicator("新增托位"), LAKE, JUNE, "250");
    let file = place.write("台账.csv", TABLE.as_bytes());
    let file = file.to_str().unwrap();
    let open = take(&place, file, &[]);
    assert_eq!((&open["items"][0]["outcome"], &open["items"][0]["code"]), (&json!("conflict"), &json!("undecided")));
    assert_eq!(place.standing(JUNE, "新增托位")["value"], 250.0);
    take(&place, file, &["--on-conflict", "theirs"]);
    assert_eq!(place.standing(JUNE, "新增托位")["value"], 300.0);
}

#[test]
fn files_that_cannot_be_read_are_refused_by_name() {
    let place = Place::with_plan();
    for (name, bytes, said) in [
        ("空.xlsx", &b""[..], "文件是空的"),
        ("文.pdf", b"%PDF-1.7", "PDF"),
        ("坏.xlsx", b"PK\x03\x04", "已损坏"),
        ("话.csv", "只有一句话".as_bytes(), "请交 .xlsx"),
    ] {
        let file = place.write(name, bytes);
        let refused = unread(&place, file.to_str().unwrap());
        assert!(refused.contains(said), "{refused}");
    }
    let sent = place.export(LAKE, "2026-03");
    let refused = unread(&place, sent.to_str().unwrap());
    assert!(refused.contains("本程序发出的填报表"), "{refused}");
}

#[test]
fn a_table_with_odd_headings_becomes_a_plan_as_its_columns_are_named() {
    let place = Place::new();
    let table = "云州市2026年重点任务分解表,,,\n编号,名称,谁来干,何时\n1,新建急救站10个,市急救中心,6月底前\n,见附件,,\n";
    let file = place.write("分解.csv", table.as_bytes());
    let mapped = ["--header", "2", "--map", "名称=重点任务", "--map", "谁来干=责任单位", "--map", "D=完成时限"];
    let imported = place.json(&[&["import", file.to_str().unwrap()], &mapped[..]].concat());
    assert_eq!(imported["measures"], 2, "{imported}");
    let measures = place.json(&["measures"]);
    assert_eq!(measures[0]["title"], "新建急救站10个");
}
