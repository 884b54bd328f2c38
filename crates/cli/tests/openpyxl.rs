//! A workbook that was opened, changed and saved by openpyxl, as scripts and converters do: every row is found again, and
//! exactly what was changed comes in. Skipped aloud where python3 has no openpyxl (`pip install openpyxl`).

mod common;

use common::Place;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::process::Command;

const MARCH: &str = "2026-03";

/// What every script begins with: the workbook, its first sheet, and the rows of indicators below the header.
const HEAD: &str = "
import sys, copy, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
sheet = book.worksheets[0]
first, last, width = 4, sheet.max_row, sheet.max_column
def values(row): return [sheet.cell(row, column).value for column in range(1, width + 1)]
";

/// Returns whether python3 has openpyxl.
fn is_there() -> bool {
    let there = Command::new("python3").args(["-c", "import openpyxl"]).output().is_ok_and(|run| run.status.success());
    if !there {
        println!("skipped: python3 with openpyxl is not there");
    }
    there
}

/// Returns the preview of a workbook after a script of openpyxl had it.
fn after(place: &Place, workbook: &Path, name: &str, script: &str) -> Value {
    place.json(&["merge", saved(place, workbook, name, script).to_str().unwrap(), "--preview"])
}

/// Lets a script of openpyxl have a workbook, and returns what it saved.
fn saved(place: &Place, workbook: &Path, name: &str, script: &str) -> PathBuf {
    let saved = place.path(&format!("{name}.xlsx"));
    let script = format!("{HEAD}{script}\nbook.save(sys.argv[2])\n");
    let run = Command::new("python3").args(["-c", &script]).arg(workbook).arg(&saved).output().unwrap();
    assert!(run.status.success(), "{name}: {}", String::from_utf8_lossy(&run.stderr));
    saved
}

/// Returns the places and what came back in them.
fn changed(report: &Value) -> Vec<String> {
    let cell = |item: &Value| {
        let text = |key: &str| item[key].as_str().unwrap_or_default().to_owned();
        format!("{}{}={} {}", text("column"), item["row"], text("theirs"), text("outcome"))
    };
    let mut cells: Vec<String> = report["items"].as_array().unwrap().iter().map(cell).collect();
    cells.sort();
    cells
}

/// Returns what is not as it was sent, by indicator: it must not depend on where a row or column has gone.
fn by_indicator(report: &Value) -> Vec<[String; 4]> {
    let item = |item: &Value| ["indicator", "field", "theirs", "outcome"].map(|key| item[key].as_str().unwrap_or_default().to_owned());
    let mut items: Vec<_> = report["items"].as_array().unwrap().iter().map(item).collect();
    items.sort();
    items
}

#[test]
fn a_workbook_saved_by_openpyxl_brings_exactly_what_was_entered() {
    if !is_there() {
        return;
    }
    let (place, workbook) = Place::sent(MARCH);
    let report = after(&place, &workbook, "照存", "");
    assert_eq!((&report["files"][0]["status"], &report["files"][0]["messages"]), (&json!("read"), &json!([])), "every row is found");
    assert_eq!(report["cells"]["changed"], 0, "{report}");

    let report = after(&place, &workbook, "改三格", "sheet['K4'] = 180\nsheet['K5'] = 12.5\nsheet['N8'] = '场地不足'");
    assert_eq!(report["files"][0]["messages"], json!([]));
    assert_eq!(changed(&report), ["K4=180 applied", "K5=12.5 applied", "N8=场地不足 applied"]);
}

#[test]
fn columns_and_rows_moved_by_openpyxl_change_nothing_but_what_was_entered() {
    if !is_there() {
        return;
    }
    let (place, workbook) = Place::sent(MARCH);
    let entry = "sheet['K4'] = 180\nsheet['N6'] = '推进中'\n";
    let wanted = by_indicator(&after(&place, &workbook, "原位", entry));
    assert_eq!(wanted.len(), 2);

    // The merged title is taken apart first: openpyxl does not move it along.
    let apart = "for area in list(sheet.merged_cells.ranges): sheet.unmerge_cells(str(area))\n";
    let column = format!("{entry}{apart}sheet.insert_cols(4)\nsheet.cell(3, 4).value = '联系人'\nsheet.cell(4, 4).value = '李明'");
    let report = after(&place, &workbook, "插一列", &column);
    assert_eq!(report["files"][0]["messages"], json!(["没有读取的列：联系人"]));
    assert_eq!(by_indicator(&report), wanted, "a column was inserted");

    let sorted = format!(
        "{entry}rows = sorted((values(row) for row in range(first, last + 1)), key=lambda row: str(row[4]))
for at, row in enumerate(rows):
    for column, value in enumerate(row): sheet.cell(first + at, column + 1).value = value"
    );
    let report = after(&place, &workbook, "按单位排序", &sorted);
    assert_eq!(report["files"][0]["messages"], json!([]));
    assert_eq!(by_indicator(&report), wanted, "the rows were sorted by another column");

    let without = format!("{entry}sheet.delete_rows(7)");
    let report = after(&place, &workbook, "删一行", &without);
    assert_eq!(by_indicator(&report), wanted, "a row that is gone is no deletion");
}

#[test]
fn what_is_copied_without_its_marks_is_not_written() {
    if !is_there() {
        return;
    }
    let (place, workbook) = Place::sent(MARCH);
    let copied = |columns: &str| {
        format!(
            "sheet['K4'] = 180
new = openpyxl.Workbook()
target = new.active
for at, row in enumerate(sheet.iter_rows(values_only=True)):
    for column, value in enumerate(row):
        if {columns}: target.cell(at + 1, column + 1).value = value
book = new"
        )
    };
    // The row ids and the heading with the exchange were copied along: what was entered is found.
    let report = after(&place, &workbook, "复制全部列", &copied("True"));
    assert_eq!(changed(&report), ["K4=180 applied"], "{report}");

    // Without the column of ids nothing says which form it was: nothing is taken, and the file says so.
    let saved = saved(&place, &workbook, "复制所见", &copied("column != 9"));
    let before = place.hash();
    let merged = place.run(&["merge", saved.to_str().unwrap(), "--json"]);
    let report: Value = serde_json::from_slice(&merged.stdout).unwrap();
    assert_eq!((merged.status.code(), &report["files"][0]["status"]), (Some(1), &json!("unknown")), "{report}");
    let messages = report["files"][0]["messages"].to_string();
    assert!(messages.contains("找不到交换编号") && messages.contains("没有采用任何内容"), "{messages}");
    assert_eq!((&report["cells"]["changed"], place.hash()), (&json!(0), before));

    // Ids that were lost in some rows: those rows are named and refused, the others are taken.
    let report = after(&place, &workbook, "丢两行编号", "sheet['K4'] = 180\nsheet['K5'] = 7\nsheet['J5'] = None\nsheet['J6'] = 'x'");
    let outcomes: Vec<_> = report["items"].as_array().unwrap().iter().map(|item| (item["row"].clone(), item["outcome"].clone())).collect();
    assert!(outcomes.contains(&(json!(4), json!("applied"))), "{report}");
    assert!(outcomes.iter().all(|(row, outcome)| *row == 4 || outcome == "rejected"), "{report}");
    assert!(outcomes.contains(&(json!(5), json!("rejected"))), "{report}");
}
