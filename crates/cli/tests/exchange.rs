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
    sent["files"].as_array().unwrap().iter().for_each(|file| has_keys(file, &["file", "path", "unit", "exchange", "rows", "measures"]));
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
fn files_of_one_unit_that_disagree_are_left_open_side_by_side() {
    let (place, path) = sent();
    let beds = place.indicator("新增托位");
    let first = Returned::of(&path).put(&beds, Figure, Put::Number(160.0)).save(place.path("甲.xlsx"));
    let second = Returned::of(&path).put(&beds, Figure, Put::Number(170.0)).save(place.path("乙.xlsx"));
    let same = Returned::of(&path).put(&beds, Figure, Put::Text("160")).save(place.path("丙.xlsx"));
    let before = place.hash();
    let report = merge(&place, &[&first, &second, &same, &first], &["--preview"]);
    assert_eq!(counts(&report), [3, 0, 0, 3, 0], "the same bytes twice are asked about once");
    assert_eq!(column(&report["files"], "status"), ["read", "read", "read", "repeated"]);
    let conflict = &report["items"][1];
    has_keys(
        conflict,
        &[
            "key",
            "file",
            "file_at",
            "sheet",
            "row",
            "column",
            "unit",
            "indicator",
            "field",
            "base",
            "ours",
            "ours_by",
            "theirs",
            "outcome",
            "code",
            "message",
            "rivals",
            "group",
        ],
    );
    assert_eq!((&conflict["file"], &conflict["ours"], &conflict["code"]), (&json!("乙.xlsx"), &json!("150"), &json!("two_returns")));
    has_keys(&conflict["rivals"][0], &["file", "file_at", "value", "as_sent"]);
    assert_eq!((&conflict["rivals"][0]["file"], &conflict["rivals"][0]["value"]), (&json!("甲.xlsx"), &json!("160")));
    assert_eq!(place.hash(), before);
    for option in [&[][..], &["--on-conflict", "theirs"], &["--on-conflict", "ours"]] {
        assert_eq!(counts(&merge(&place, &[&first, &second], option)), [2, 0, 0, 2, 0], "{option:?}");
        assert_eq!(value(&place, "新增托位"), json!(150.0), "{option:?}");
        place.done(&["undo"]);
        assert_eq!(place.hash(), before, "one operation for all files");
    }
    let said = place.done(&["merge", first.to_str().unwrap(), second.to_str().unwrap(), "--preview"]);
    assert!(said.contains("对方160，“乙.xlsx”填170。几份回表填的不同，未选定，我方不动"), "{said}");
}

#[test]
fn a_folder_of_returns_is_merged_like_its_files() {
    let (place, path) = sent();
    let beds = place.indicator("新增托位");
    Returned::of(&path).put(&beds, Figure, Put::Number(160.0)).save(place.path("收回/县区/东湖.xlsx"));
    for name in ["收回/说明.docx", "收回/~$东湖.xlsx", "收回/县区/更深/丢.xlsx"] {
        let path = place.path(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, b"x").unwrap();
    }
    place.write("收回/空.xlsx", b"");
    let folder = place.path("收回");
    let report = merge(&place, &[&folder], &["--preview"]);
    assert_eq!(column(&report["files"], "file"), ["空.xlsx", "县区/东湖.xlsx"]);
    assert_eq!(column(&report["files"], "status"), ["refused", "read"]);
    assert_eq!(report["skipped"], json!(["说明.docx（不是填报表）", "县区/更深（文件夹套得太深，没有打开）"]));
    assert_eq!(counts(&report), [1, 1, 0, 0, 0]);
    let said = place.done(&["merge", folder.to_str().unwrap()]);
    assert!(said.contains("没有读取：说明.docx（不是填报表）、县区/更深"), "{said}");
    assert_eq!(value(&place, "新增托位"), json!(160.0));
    let empty = place.path("没有表");
    std::fs::create_dir(&empty).unwrap();
    let refused = place.refused(&["merge", empty.to_str().unwrap()]);
    assert!(refused.contains("没有找到填报表：文件夹“没有表”里没有填报表"), "{refused}");
}

#[test]
fn rows_without_ids_are_taken_only_where_exact_and_asked_for() {
    let (place, path) = sent();
    let read = workbook::read_return(&std::fs::read(&path).unwrap()).unwrap();
    let mut sheet = format!("填报单位：{LAKE},期次：2026年3月\n序号,重点任务,指标,本期值\n");
    for (at, row) in read.rows.iter().enumerate() {
        let name = if at == 0 { format!("{}数", row.indicator) } else { row.indicator.clone() };
        sheet.push_str(&format!("{},{},{name},{}\n", row.number, row.measure, 60 + at));
    }
    let file = place.write("抄.csv", sheet.as_bytes());
    let before = place.hash();
    let output = place.run(&["merge", file.to_str().unwrap()]);
    let refused = text(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "nothing was taken");
    assert!(refused.contains("可能是发给“东湖区卫生健康局”的2026年3月填报表") && refused.contains("确认之前不采用任何内容"), "{refused}");
    let report = merge(&place, &[&file], &["--preview", "--confirm-proposals", "exact"]);
    assert_eq!((counts(&report)[4], &report["files"][0]["status"]), (1, &json!("read")), "the reworded row waits");
    let proposal = &report["proposals"][0];
    has_keys(proposal, &["file", "file_at", "exchanges", "exchange", "rows"]);
    has_keys(&proposal["exchanges"][0], &["exchange", "plan", "unit", "period", "sent_at"]);
    has_keys(&proposal["rows"][0], &["key", "sheet", "row", "words", "filled", "fit", "candidates", "confirmed"]);
    assert_eq!((&proposal["rows"][0]["fit"], &proposal["rows"][1]["fit"]), (&json!("similar"), &json!("exact")));
    assert_eq!(place.hash(), before);
    let said = place.done(&["merge", file.to_str().unwrap(), "--confirm-proposals", "exact"]);
    assert!(said.contains("相近，待确认：“1 "), "{said}");
    assert_eq!((value(&place, "新增托位"), value(&place, "办结时间")), (json!(150.0), json!(64.0)));
}

#[test]
fn what_is_told_without_ids_is_taken_only_where_exact_and_asked_for() {
    let (place, path) = sent();
    let read = workbook::read_return(&std::fs::read(&path).unwrap()).unwrap();
    let mut sheet = format!("填报单位：{LAKE},期次：2026年3月\n序号,重点任务,进展情况,存在问题,下步措施\n");
    for (at, row) in read.told.iter().enumerate() {
        let title = if at == 0 { format!("{}工作", row.measure) } else { row.measure.clone() };
        sheet.push_str(&format!("{},{title},第{at}项已开工,,\n", row.number));
    }
    let file = place.write("进展.csv", sheet.as_bytes());
    assert_eq!(place.run(&["merge", file.to_str().unwrap()]).status.code(), Some(1), "nothing was taken");
    let report = merge(&place, &[&file], &["--preview", "--confirm-proposals", "exact"]);
    assert_eq!(counts(&report), [read.told.len() as u64, read.told.len() as u64 - 1, 0, 0, 1], "the reworded row waits");
    let rows = &report["proposals"][0]["rows"];
    assert_eq!((&rows[0]["fit"], &rows[1]["fit"]), (&json!("similar"), &json!("exact")));
    assert_eq!((&rows[1]["words"]["measure"], &rows[1]["words"]["indicator"]), (&json!(""), &json!(read.told[1].measure)));
    let said = place.done(&["merge", file.to_str().unwrap(), "--confirm-proposals", "exact"]);
    assert!(
        said.contains(&format!("“1 {}工作”（进展情况 第0项已开工）：相近，待确认：“1 {}”", read.told[0].measure, read.told[0].measure)),
        "{said}"
    );
    assert!(place.done(&["narratives", "--json"]).contains("第1项已开工"));
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
    assert_eq!((&item["code"], &item["row"], &item["column"]), (&json!("proposed"), &json!(row), &json!("K")));
    assert_eq!((&item["theirs"], &item["indicator"]), (&json!("999"), &json!("新增托位")));
    assert_eq!(report["proposals"][0]["rows"][0]["fit"], "similar", "what stood for its id makes it doubtful");
    let other = back.put_at(&format!("D{row}"), Put::Text("别的事"));
    let report = merge(&place, &[&other.save(place.path("改.xlsx"))], &[]);
    assert_eq!(report["items"][0]["code"], "row_id_damaged", "like nothing that was sent");
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
