//! Rows and columns in every disorder people leave them in: what is written never lands on another row.

use super::edited::{Edited, ID, Put, VALUE, edited};
use super::structure::with_part_changed;
use super::{amount, uid};
use crate::{Content, OriginSource, ProblemCode, Return, RowId, read_return, row_token};
use domain::Field;

fn read(edited: &Edited) -> Return {
    read_return(&edited.write()).unwrap()
}

fn codes(back: &Return) -> Vec<&'static str> {
    back.problems.iter().map(|problem| problem.code.code()).collect()
}

fn ids(back: &Return) -> Vec<String> {
    let shown = |id: &RowId| match id {
        RowId::Known(id) => (1..=5).find(|n| uid(*n) == *id).map_or("?".into(), |n| n.to_string()),
        RowId::Missing => "missing".into(),
        RowId::Damaged(_) => "damaged".into(),
        RowId::Duplicate(_) => "duplicate".into(),
        RowId::Reworded(_) => "reworded".into(),
    };
    back.rows.iter().map(|row| shown(&row.id)).collect()
}

#[test]
fn the_header_is_found_by_its_words_wherever_it_stands() {
    let mut edited = edited();
    edited.lines_above = 6;
    edited.headings[VALUE] = "本期完成值\n（累计）".into();
    edited.headings[7] = "情况说明".into();
    for (row, puts) in edited.rows.iter_mut().enumerate() {
        puts.insert(2, Put::Text(format!("联系人{row}")));
        puts.reverse();
    }
    edited.headings.insert(2, "联系人".into());
    edited.headings.reverse();
    let back = read(&edited);
    assert_eq!(ids(&back), ["1", "2", "3", "4", "5"]);
    assert_eq!((back.ignored_columns.as_slice(), codes(&back)), (&["联系人".to_owned()][..], vec![]));
    assert_eq!(back.rows[0].cells[&Field::Value].content, Content::Number(amount(1800.0)));
    assert_eq!((back.rows[0].row_number, back.rows[0].cells[&Field::Note].letter().as_str()), (8, "A"));
}

#[test]
fn rows_without_an_id_are_kept_for_a_person() {
    let mut edited = edited();
    let inserted = |value: Put| vec![Put::Nothing, Put::Nothing, "新增的指标".into(), Put::Nothing, value];
    edited.rows.insert(2, inserted(Put::Number(9.0)));
    edited.rows.insert(0, inserted(Put::Nothing));
    edited.rows.push(vec!["填表人：张三".into()]);
    edited.rows.remove(5);
    let back = read(&edited);
    assert_eq!(ids(&back), ["1", "2", "missing", "3", "5"]);
    assert_eq!(back.problems[0].zh(), "工作表“Sheet1”第5行“新增的指标”：该行没有行编号，可能是插入的行，不会采用");
}

#[test]
fn a_copied_row_makes_both_doubtful() {
    let mut edited = edited();
    let mut copy = edited.rows[1].clone();
    copy[VALUE] = Put::Number(7.0);
    edited.rows.push(copy);
    let back = read(&edited);
    assert_eq!(ids(&back), ["1", "duplicate", "3", "4", "5", "duplicate"]);
    assert_eq!(codes(&back), ["row_id_duplicate", "row_id_duplicate"]);
}

#[test]
fn a_copied_sheet_makes_every_row_doubtful() {
    let mut book = rust_xlsxwriter::Workbook::new();
    edited().write_sheet(&mut book, "填报表");
    edited().write_sheet(&mut book, "填报表 (2)");
    let back = read_return(&book.save_to_buffer().unwrap()).unwrap();
    assert!(back.rows.len() == 10 && back.rows.iter().all(|row| matches!(row.id, RowId::Duplicate(_))));
}

#[test]
fn a_damaged_or_foreign_id_is_noticed() {
    let mut edited = edited();
    let token = row_token(uid(100), uid(1), "新增托位");
    edited.rows[0][ID] = token.replacen('0', "1", 1).as_str().into();
    edited.rows[1][ID] = row_token(uid(99), uid(2), "义诊").as_str().into();
    edited.rows[2][ID] = Put::Number(3.0);
    edited.rows[3][ID] = uid(4).to_string().as_str().into();
    assert_eq!(ids(&read(&edited)), ["damaged", "damaged", "damaged", "damaged", "5"]);
}

#[test]
fn sorting_only_part_of_the_columns_is_noticed() {
    let mut edited = edited();
    let names: Vec<Put> = edited.rows.iter().map(|row| row[2].clone()).rev().collect();
    for (row, name) in edited.rows.iter_mut().zip(names) {
        row[2] = name;
    }
    let back = read(&edited);
    assert_eq!(ids(&back), ["reworded", "reworded", "3", "reworded", "reworded"]);
    assert!(codes(&back).iter().all(|code| *code == "row_reworded"));
    // Spaces, line breaks and full-width signs are no other wording.
    edited.rows[0][2] = " 新增\n托位".into();
    assert_eq!(ids(&read(&edited))[0], "1");
}

#[test]
fn the_first_readable_carrier_names_the_exchange() {
    let mut edited = edited();
    assert_eq!(read(&edited).exchange_source, Some(OriginSource::HiddenColumn));
    edited.headings[ID] = "x".into();
    edited.origin_sheet = Some(uid(100).to_string());
    let back = read(&edited);
    assert_eq!((back.exchange_source, ids(&back)[0].as_str()), (Some(OriginSource::HiddenSheet), "1"));
    edited.origin_sheet = None;
    edited.defined_name = Some(crate::origin::defined_name(uid(100)));
    let back = read(&edited);
    assert_eq!((back.exchange, back.exchange_source), (Some(uid(100)), Some(OriginSource::DefinedName)));
    assert_eq!(ids(&back), ["1", "2", "3", "4", "5"]);
    edited.defined_name = None;
    let back = read(&edited);
    assert_eq!((back.exchange, codes(&back)), (None, vec!["exchange_missing"]));
    assert!(back.rows.iter().all(|row| matches!(row.id, RowId::Damaged(_)) && !row.indicator.is_empty()));
}

#[test]
fn carriers_that_disagree_are_reported() {
    let mut edited = edited();
    edited.origin_sheet = Some(uid(7).to_string());
    let back = read(&edited);
    assert_eq!((back.exchange, codes(&back)), (Some(uid(100)), vec!["exchange_disagrees"]));
    assert_eq!(back.problems[0].detail, uid(7).to_string());
}

#[test]
fn a_missing_column_is_not_an_emptied_one() {
    let mut edited = edited();
    for row in &mut edited.rows {
        row.truncate(6);
        row.remove(ID);
    }
    edited.headings.truncate(6);
    edited.headings.remove(ID);
    let back = read(&edited);
    assert_eq!(codes(&back), ["exchange_missing", "ids_missing", "column_missing", "column_missing", "row_without_id", "row_without_id"]);
    assert_eq!(back.rows[0].cells.keys().copied().collect::<Vec<_>>(), [Field::Value, Field::Numerator]);
}

#[test]
fn a_column_that_occurs_twice_is_read_once() {
    let mut edited = edited();
    edited.headings.push("本期值".into());
    edited.rows[0].push(Put::Number(5.0));
    let back = read(&edited);
    assert_eq!(back.problems[0].code, ProblemCode::ColumnTwice);
    assert_eq!(back.rows[0].cells[&Field::Value].content, Content::Number(amount(1800.0)));
}

#[test]
fn cells_are_told_apart_by_what_they_hold() {
    let check = |put: Put, content: Content| {
        let mut edited = edited();
        edited.rows[0][VALUE] = put;
        assert_eq!(read(&edited).rows[0].cells[&Field::Value].content, content);
    };
    check(Put::Nothing, Content::Empty);
    check(" \n".into(), Content::Empty);
    check("1.8万".into(), Content::Text("1.8万".into()));
    check(Put::Formatted(45000.0, "m\"月\"d\"日\""), Content::Text("2023-03-15".into()));
    check(Put::Bool(true), Content::Text("TRUE".into()));
    check(Put::Number(1e300), Content::Text(1e300.to_string()));
    check(Put::Formula("=1+1", "2"), Content::Number(amount(2.0)));
    check(Put::Formula("=1/0", "#DIV/0!"), Content::Error("#DIV/0!".into()));
}

#[test]
fn a_percentage_is_one_only_if_the_number_is_shown_times_a_hundred() {
    for (format, percent) in
        [("0%", true), ("0.00%;[Red]-0.00%", true), ("0\"%\"", false), ("0\\%", false), ("General", false), ("0;0%", false)]
    {
        let mut edited = edited();
        edited.rows[3][VALUE] = Put::Formatted(0.8, format);
        let cell = &read(&edited).rows[3].cells[&Field::Value];
        assert_eq!((&cell.content, cell.percent_format), (&Content::Number(amount(0.8)), percent), "{format}");
    }
}

#[test]
fn sheets_that_hold_too_much_are_refused() {
    let far = |row: u32, column: u16| {
        let mut book = rust_xlsxwriter::Workbook::new();
        edited().write_sheet(&mut book, "填报表");
        book.add_worksheet().write_number(row, column, 1.0).unwrap();
        read_return(&book.save_to_buffer().unwrap()).map(|back| back.rows.len())
    };
    assert_eq!(far(99_999, 511), Ok(5));
    for (row, column) in [(100_000, 0), (0, 512), (1_048_575, 16_383)] {
        assert_eq!(far(row, column).unwrap_err().code(), "too_large");
    }
    let many = "<c/>".repeat(2_000_001);
    let bytes = with_part_changed(&edited().write(), "xl/worksheets/sheet1.xml", |sheet| {
        sheet.replace("</sheetData>", &format!("<row>{many}</row></sheetData>"))
    });
    assert_eq!(read_return(&bytes).unwrap_err().to_string(), "文件太大：单元格超过 200 万个，超出可以读取的范围，请删去多余内容后另存");
}

#[test]
fn a_cell_that_stands_twice_is_refused() {
    let bytes = with_part_changed(&edited().write(), "xl/worksheets/sheet1.xml", |sheet| {
        sheet.replace("</sheetData>", "<row r=\"2\"><c r=\"E2\"><v>5</v></c></row></sheetData>")
    });
    assert_eq!(read_return(&bytes).unwrap_err().code(), "broken");
}

#[test]
fn a_formula_without_its_result_is_not_a_deletion() {
    let mut edited = edited();
    edited.rows[0][VALUE] = Put::Formula("=A1+1", "4711");
    let bytes = with_part_changed(&edited.write(), "xl/worksheets/sheet1.xml", |sheet| {
        assert!(sheet.contains("<v>4711</v>"));
        sheet.replace("<v>4711</v>", "")
    });
    assert_eq!(read_return(&bytes).unwrap().rows[0].cells[&Field::Value].content, Content::FormulaWithoutValue);
}

#[test]
fn merged_entry_cells_are_not_spread_and_not_a_deletion() {
    let mut edited = edited();
    edited.merged = vec![(1, 4, 3, 4), (1, 1, 2, 1)];
    edited.rows[0][VALUE] = Put::Number(6.0);
    edited.rows[1][1] = Put::Nothing;
    edited.rows[1][VALUE] = Put::Nothing;
    edited.rows[2][VALUE] = Put::Nothing;
    let back = read(&edited);
    let content = |row: usize| &back.rows[row].cells[&Field::Value].content;
    assert_eq!([content(1), content(2)], [&Content::Merged, &Content::Merged]);
    assert_eq!(back.rows[1].measure, back.rows[0].measure);
}

#[test]
fn other_sheets_are_named_and_left() {
    let mut book = rust_xlsxwriter::Workbook::new();
    book.add_worksheet().set_name("说明").unwrap().write_string(0, 0, "请于5日前报送").unwrap();
    edited().write_sheet(&mut book, "填报表");
    let back = read_return(&book.save_to_buffer().unwrap()).unwrap();
    assert_eq!(ids(&back), ["1", "2", "3", "4", "5"]);
    assert_eq!(back.problems[0].zh(), "工作表“说明”：工作表里没有认得的表头，没有读取");
}
