//! The sheets beside the one for figures: what is told of measures, how to fill in, the charts.

use super::structure::part;
use super::{amount, form, measure, uid};
use crate::{Content, Form, RowId, Trend, TrendChart, TrendPoint, read_return, write_return_form};
use domain::Passage;

fn trend() -> Trend {
    let point = |month: u32, value: Option<f64>| TrendPoint {
        label: format!("{month}月"),
        value: value.map(amount),
        expected: Some(amount(f64::from(month) * 100.0)),
    };
    let chart = |name: &str| TrendChart {
        name: name.into(),
        unit_of_measure: "个".into(),
        target: Some(amount(2600.0)),
        points: vec![point(1, Some(90.0)), point(2, None), point(3, Some(0.0))],
    };
    Trend { charts: vec![chart("新增托位"), chart("=1+1")], left_out: vec!["义诊（还没有报过）".into()] }
}

fn whole() -> Form {
    Form { trend: Some(trend()), ..form() }
}

#[test]
fn what_is_told_comes_back_by_measure_and_passage() {
    let back = read_return(&write_return_form(&whole()).unwrap()).unwrap();
    assert_eq!((back.problems, back.ignored_columns, back.rows.len()), (vec![], vec![], 5));
    assert_eq!(back.told.iter().map(|row| row.id.clone()).collect::<Vec<_>>(), [RowId::Known(uid(11)), RowId::Known(uid(12))]);
    let first = &back.told[0];
    assert_eq!((first.sheet.as_str(), first.row_number, first.measure.as_str()), ("进展情况", 4, "11. 新增托位"));
    assert_eq!(first.cells[&Passage::Progress].content, Content::Text("第11项已开工\n下月完工".into()));
    assert_eq!(first.cells[&Passage::Problems].content, Content::Empty);
    assert_eq!(first.cells.values().map(|cell| cell.letter()).collect::<Vec<_>>(), ["G", "H", "I"]);
}

#[test]
fn a_unit_without_figures_gets_a_sheet_to_tell_in_and_no_empty_table() {
    let bytes = write_return_form(&Form { rows: vec![], ..form() }).unwrap();
    let book = part(&bytes, "xl/workbook.xml");
    assert!(!book.contains("name=\"填报表\"") && book.contains("name=\"进展情况\""), "{book}");
    let back = read_return(&bytes).unwrap();
    assert_eq!((back.exchange, back.rows.len(), back.told.len(), back.problems), (Some(uid(100)), 0, 2, vec![]));
}

#[test]
fn the_sheet_to_tell_in_is_protected_but_for_its_three_columns_and_prints_like_the_other() {
    let bytes = write_return_form(&form()).unwrap();
    let sheet = part(&bytes, "xl/worksheets/sheet2.xml");
    for piece in [
        "<sheetProtection sheet=\"1\"",
        "<pane xSplit=\"2\" ySplit=\"3\" topLeftCell=\"C4\"",
        "orientation=\"landscape\"",
        "<col min=\"6\" max=\"6\" width=\"60.7109375\" hidden=\"1\"",
        "type=\"textLength\"",
        "sqref=\"G4:G5\"",
    ] {
        assert!(sheet.contains(piece), "{piece}");
    }
    let styles = part(&bytes, "xl/styles.xml");
    let formats: Vec<&str> = styles.split("<cellXfs").nth(1).unwrap().split("<xf ").skip(1).collect();
    let unlocked = |cell: &str| {
        let style = sheet.split(&format!("<c r=\"{cell}\" s=\"")).nth(1).unwrap().split('"').next().unwrap();
        formats[style.parse::<usize>().unwrap()].contains("locked=\"0\"")
    };
    assert!(["G4", "H4", "I5"].into_iter().all(unlocked) && !["A4", "B4", "C4", "D4", "E4", "F4"].into_iter().any(unlocked));
    assert!(part(&bytes, "xl/workbook.xml").matches("$3:$3").count() == 2, "both headers are repeated");
}

#[test]
fn how_to_fill_in_explains_the_kinds_that_occur_and_no_others() {
    let mut form = form();
    form.rows.truncate(2);
    let words = part(&write_return_form(&form).unwrap(), "xl/sharedStrings.xml");
    for said in ["王芳于2024年7月1日下发", "值类型：累计", "值类型：当期", "不要存为 .et", "一格最多 4000 字"]
    {
        assert!(words.contains(said), "{said}");
    }
    assert!(!words.contains("值类型：时点") && !words.contains("分子”"));
}

#[test]
fn sheets_without_entries_are_not_missed_whatever_they_are_called() {
    let bytes = write_return_form(&whole()).unwrap();
    let renamed = super::structure::with_part_changed(&bytes, "xl/workbook.xml", |xml| {
        xml.replace("name=\"填报说明\"", "name=\"说明（已阅）\"")
            .replace("name=\"趋势图\"", "name=\"图\"")
            .replace("state=\"veryHidden\"", "state=\"hidden\"")
    });
    assert_eq!(read_return(&renamed).unwrap().problems, []);
}

#[test]
fn charts_are_drawn_of_cells_and_what_was_not_reported_is_a_gap() {
    let bytes = write_return_form(&whole()).unwrap();
    let chart = part(&bytes, "xl/charts/chart1.xml");
    for piece in [
        "<c:lineChart>",
        "<c:dispBlanksAs val=\"gap\"/>",
        "趋势图!$B$6:$B$8",
        "趋势图!$C$6:$C$8",
        "趋势图!$D$6:$D$8",
        "<c:f>趋势图!$A$4</c:f>",
    ] {
        assert!(chart.contains(piece), "{piece}: {chart}");
    }
    let sheet = part(&bytes, "xl/worksheets/sheet4.xml");
    let cell = |at: &str| sheet.split(&format!("<c r=\"{at}\"")).nth(1).unwrap().split('>').next().unwrap().ends_with('/');
    assert_eq!((cell("B6"), cell("B7"), cell("B8")), (false, true, false), "nothing is not 0, and 0 is not nothing");
    assert!(!sheet.contains("<f>") && !part(&bytes, "xl/charts/chart2.xml").contains("=1+1</c:f>"));
    assert!(part(&bytes, "xl/sharedStrings.xml").contains("没有画的：义诊（还没有报过）"));
}

#[test]
fn a_long_text_of_a_measure_is_shown_in_part_and_says_so() {
    let mut form = form();
    form.measures = vec![measure(11, "甲", &"长".repeat(160)), measure(12, "乙", &"长".repeat(161))];
    let words = part(&write_return_form(&form).unwrap(), "xl/sharedStrings.xml");
    assert!(words.contains(&format!(">{}<", "长".repeat(160))) && words.contains(&format!(">{}……（全文见计划）<", "长".repeat(160))));
}

#[test]
fn what_does_not_fit_into_a_cell_is_refused_by_measure() {
    let mut form = form();
    form.measures[1].told.insert(Passage::NextSteps, "长".repeat(32_768));
    assert_eq!(write_return_form(&form).unwrap_err().to_string(), "第 2 个任务的下步措施超过 32767 字，Excel 单元格放不下，请缩短");
}

#[test]
fn a_sheet_with_the_mark_that_was_filled_in_all_the_same_is_read() {
    let mut edited = super::edited::edited();
    edited.rows[0][7] = crate::columns::NO_ENTRIES.into();
    let back = read_return(&edited.write()).unwrap();
    assert_eq!((back.rows.len(), back.problems), (5, vec![]));
}

#[test]
fn progress_of_work_is_held_between_nothing_and_all_where_it_is_typed() {
    let sheet = part(&write_return_form(&form()).unwrap(), "xl/worksheets/sheet1.xml");
    let rule = sheet.split("<dataValidation ").skip(1).find(|rule| rule.contains("sqref=\"K8\"")).unwrap();
    assert!(rule.contains("<formula1>0</formula1><formula2>100</formula2>"), "{rule}");
    let rule = sheet.split("<dataValidation ").skip(1).find(|rule| rule.contains("sqref=\"K4\"")).unwrap();
    assert!(rule.contains("<formula2>1000000000000000</formula2>"), "a count has no bound of its own: {rule}");
}
