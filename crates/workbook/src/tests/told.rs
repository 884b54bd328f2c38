//! The sheet that is told in, in every disorder people leave it in.

use super::edited::{Edited, HEAD, ID, Put, VALUE, edited, edited_told};
use super::uid;
use crate::{Content, Error, Return, RowId, read_return, row_token};
use domain::{Field, Passage};

fn read(edited: &Edited) -> Return {
    read_return(&edited.write()).unwrap()
}

fn ids(back: &Return) -> Vec<String> {
    let shown = |id: &RowId| match id {
        RowId::Known(id) => (11..=15).find(|n| uid(*n) == *id).map_or("?".into(), |n| n.to_string()),
        RowId::Missing => "missing".into(),
        RowId::Damaged(_) => "damaged".into(),
        RowId::Duplicate(_) => "duplicate".into(),
        RowId::Reworded(_) => "reworded".into(),
    };
    back.told.iter().map(|row| shown(&row.id)).collect()
}

fn codes(back: &Return) -> Vec<&'static str> {
    back.problems.iter().map(|problem| problem.code.code()).collect()
}

#[test]
fn columns_are_known_by_their_words_wherever_they_are_and_others_are_named() {
    let mut edited = edited_told();
    edited.lines_above = 3;
    for (at, heading) in [(VALUE, "工作进展\n情况"), (5, "存在的问题"), (6, "下一步工作计划"), (7, "备注")] {
        edited.headings[at] = heading.into();
    }
    edited.headings.reverse();
    edited.rows.iter_mut().for_each(|row| row.reverse());
    let back = read(&edited);
    assert_eq!((ids(&back), codes(&back)), (vec!["11".into(), "12".into(), "13".into(), "14".into(), "15".into()], vec![]));
    assert_eq!(back.ignored_columns, ["备注"], "there is no room for a note about a measure, and that is said");
    assert_eq!(back.told[0].cells[&Passage::Progress].content, Content::Text("第11项已开工\n下月完工".into()));
    assert_eq!(back.told[0].cells.keys().copied().collect::<Vec<_>>(), Passage::ALL);
}

#[test]
fn inserted_copied_damaged_and_shifted_rows_are_doubtful() {
    let mut edited = edited_told();
    let mut inserted = vec![Put::Nothing; 8];
    inserted[VALUE] = "插入的一行".into();
    edited.rows.insert(1, inserted);
    edited.rows.push(edited.rows[2].clone());
    edited.rows[3][ID] = row_token(uid(99), uid(13), "13. 第13项任务").as_str().into();
    edited.rows[4][2] = "13. 第13项任务".into();
    let back = read(&edited);
    assert_eq!(ids(&back), ["11", "missing", "duplicate", "damaged", "reworded", "15", "duplicate"]);
    assert_eq!(back.problems[0].code.code(), "row_without_id");
    assert_eq!(back.problems[3].zh(), "工作表“Sheet1”第6行“13. 第13项任务”：该行的名称与下发时不同，可能排序时错了行，请核对后再采用");
}

#[test]
fn a_missing_passage_is_not_an_emptied_one() {
    let mut edited = edited_told();
    edited.headings.truncate(6);
    edited.rows.iter_mut().for_each(|row| row.truncate(6));
    let back = read(&edited);
    assert_eq!((codes(&back), back.problems[0].detail.as_str()), (vec!["column_missing"], "下步措施"));
    assert_eq!(back.told[0].cells.keys().copied().collect::<Vec<_>>(), [Passage::Progress, Passage::Problems]);
}

#[test]
fn both_sheets_are_read_and_a_copy_of_one_makes_only_its_rows_doubtful() {
    let mut book = rust_xlsxwriter::Workbook::new();
    edited_told().write_sheet(&mut book, "一");
    edited().write_sheet(&mut book, "二");
    edited_told().write_sheet(&mut book, "一 (2)");
    let back = read_return(&book.save_to_buffer().unwrap()).unwrap();
    assert!(back.told.len() == 10 && back.told.iter().all(|row| matches!(row.id, RowId::Duplicate(_))));
    assert!(back.rows.len() == 5 && back.rows.iter().all(|row| matches!(row.id, RowId::Known(_))));
}

#[test]
fn what_is_told_beside_figures_is_not_read_and_said_so() {
    let mut edited = edited();
    edited.headings[7] = "存在问题".into();
    let back = read(&edited);
    assert_eq!((back.told.len(), back.ignored_columns), (0, vec!["存在问题".to_owned()]));
    assert!(back.rows.iter().all(|row| !row.cells.contains_key(&Field::Note)));
}

#[test]
fn a_table_of_other_peoples_with_such_columns_is_not_taken_for_a_return() {
    let mut edited = edited_told();
    edited.headings[ID] = "责任人".into();
    edited.rows.iter_mut().for_each(|row| row[ID] = "张三".into());
    assert_eq!(read_return(&edited.write()), Err(Error::NotAReturn));
}

#[test]
fn a_sheet_copied_out_of_a_form_is_a_return_that_says_no_exchange() {
    let mut edited = edited_told();
    edited.headings.remove(ID);
    edited.rows.iter_mut().for_each(|row| drop(row.remove(ID)));
    assert_eq!(read_return(&edited.write()), Err(Error::NotAReturn), "anybody's table");
    let ours = |edited: &Edited| {
        let back = read(edited);
        assert_eq!((back.exchange, ids(&back)), (None, vec!["missing".to_owned(); 5]));
        back
    };
    let mut headed = edited.clone();
    headed.head = HEAD;
    assert_eq!(ours(&headed).unit.as_deref(), Some("东湖区卫生健康局"));
    headed.head = &HEAD[..1];
    assert_eq!(read_return(&headed.write()), Err(Error::NotAReturn), "many a table says whose it is");
    edited.headings.push("工作措施".into());
    ours(&edited);
}

#[test]
fn the_ids_are_found_without_their_heading() {
    let mut edited = edited_told();
    edited.headings[ID] = String::new();
    edited.origin_sheet = Some(uid(100).to_string());
    assert_eq!(ids(&read(&edited)), ["11", "12", "13", "14", "15"]);
}
