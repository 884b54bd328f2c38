//! What stands in the parts of a written workbook.

use super::form;
use crate::write_return_form;
use std::io::{Cursor, Read, Write};

/// Returns a part of a workbook as text.
pub fn part(bytes: &[u8], name: &str) -> String {
    let mut text = String::new();
    zip::ZipArchive::new(Cursor::new(bytes)).unwrap().by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

/// Returns the workbook with one part changed.
pub fn with_part_changed(bytes: &[u8], name: &str, change: impl Fn(&str) -> String) -> Vec<u8> {
    let mut old = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut new = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..old.len() {
        let mut file = old.by_index(index).unwrap();
        let part = file.name().unwrap().into_owned();
        let mut text = String::new();
        file.read_to_string(&mut text).unwrap();
        new.start_file(&part, zip::write::SimpleFileOptions::default()).unwrap();
        new.write_all(if part == name { change(&text) } else { text }.as_bytes()).unwrap();
    }
    new.finish().unwrap().into_inner()
}

/// Returns the workbook with further parts.
pub fn with_parts(bytes: &[u8], parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new_append(Cursor::new(bytes.to_vec())).unwrap();
    for (name, text) in parts {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn check(name: &str, pieces: &[&str]) {
    let text = part(&write_return_form(&form()).unwrap(), name);
    for piece in pieces {
        assert!(text.contains(piece), "{piece} is not in {name}");
    }
}

#[test]
fn the_sheet_is_protected_fits_the_page_and_repeats_its_header() {
    check(
        "xl/worksheets/sheet1.xml",
        &[
            "<sheetProtection sheet=\"1\"",
            "formatRows=\"0\"",
            "<pane xSplit=\"4\" ySplit=\"3\" topLeftCell=\"E4\"",
            "paperSize=\"9\"",
            "orientation=\"landscape\"",
            "fitToHeight=\"0\"",
            "<pageSetUpPr fitToPage=\"1\"/>",
            "<col min=\"10\" max=\"10\" width=\"60.7109375\" hidden=\"1\"",
        ],
    );
    check("xl/workbook.xml", &["_xlnm.Print_Titles", "$3:$3", "_yaodian_018bcfe5", "state=\"veryHidden\""]);
    check("docProps/custom.xml", &["yaodian_exchange", "yaodian_unit", "yaodian_period", "<vt:lpwstr>2024-06</vt:lpwstr>"]);
    check("xl/styles.xml", &["宋体", "<protection locked=\"0\"/>"]);
}

#[test]
fn number_cells_say_what_to_fill_in() {
    check(
        "xl/worksheets/sheet1.xml",
        &[
            "type=\"decimal\"",
            "累计数：从年初（计划开始）算起，填到2024年6月末的总数，不是本期新增数；单位：个",
            "当期数：只填2024年6月之内的数，不加以前各期；单位：人次",
            "形象进度：填 0 到 100，80 表示完成 80%",
            "sqref=\"K4\"",
            "sqref=\"L7\"",
            "sqref=\"M7\"",
        ],
    );
}

#[test]
fn numerator_and_denominator_are_open_for_rates_only() {
    let bytes = write_return_form(&form()).unwrap();
    let (sheet, styles) = (part(&bytes, "xl/worksheets/sheet1.xml"), part(&bytes, "xl/styles.xml"));
    let formats: Vec<&str> = styles.split("<cellXfs").nth(1).unwrap().split("<xf ").skip(1).collect();
    let unlocked = |cell: &str| {
        let style = sheet.split(&format!("<c r=\"{cell}\" s=\"")).nth(1).unwrap().split('"').next().unwrap();
        formats[style.parse::<usize>().unwrap()].contains("locked=\"0\"")
    };
    assert!(unlocked("K4") && unlocked("N4") && unlocked("L7") && unlocked("M7"));
    assert!(!unlocked("L4") && !unlocked("M5") && !unlocked("D4") && !unlocked("J4") && !unlocked("I4"));
}

#[test]
fn the_hidden_sheet_holds_what_was_sent() {
    let bytes = write_return_form(&form()).unwrap();
    let strings = part(&bytes, "xl/sharedStrings.xml");
    for piece in ["1800", "66.6666666666667", "已开工3处", "2024-06"] {
        assert!(strings.contains(&format!(">{piece}")), "{piece}");
    }
}

#[test]
fn the_same_form_gives_the_same_sheet() {
    let name = "xl/worksheets/sheet1.xml";
    assert_eq!(part(&write_return_form(&form()).unwrap(), name), part(&write_return_form(&form()).unwrap(), name));
}

#[test]
fn rows_are_high_enough_for_their_words() {
    let mut form = form();
    form.rows[2].note = Some("长".repeat(200));
    form.plan_title = "云州市".repeat(30);
    let sheet = part(&write_return_form(&form).unwrap(), "xl/worksheets/sheet1.xml");
    let height = |row: u32| {
        let row = sheet.split(&format!("<row r=\"{row}\"")).nth(1).unwrap();
        row.split("ht=\"").nth(1).unwrap().split('"').next().unwrap().parse::<f64>().unwrap()
    };
    assert!(height(1) >= 60.0 && height(4) >= 30.0 && height(4) < 50.0 && height(6) > 250.0);
}
