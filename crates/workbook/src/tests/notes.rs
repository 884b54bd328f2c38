//! Notes on cells, and what is hidden: named in every format, never lost without a word, never slow.

use super::edited::{ID, edited};
use super::form;
use super::formats::{ods, packed};
use super::structure::{with_part_changed, with_parts};
use crate::{CellNotes, read_foreign, read_return, write_return_form};
use rust_xlsxwriter::{Note, Workbook};
use std::time::{Duration, Instant};

/// The table below, opened and saved by LibreOffice 7.4.
const SAVED: [(&str, &[u8]); 2] = [("xls", include_bytes!("noted.xls")), ("ods", include_bytes!("noted.ods"))];

/// Returns a table with the headings of a form, and with two notes, rows 3 and 4 and column C hidden, and a sheet besides with a note.
fn noted() -> Vec<u8> {
    let mut book = Workbook::new();
    let mut table = edited();
    table.headings[ID] = "编号".to_owned();
    table.write_sheet(&mut book, "填报表");
    let note = |text: &str| Note::new(text).add_author_prefix(false);
    let sheet = book.worksheet_from_index(0).unwrap();
    sheet.insert_note(1, 4, &note("含改造两处\n其余为新建")).unwrap().insert_note(3, 7, &note("口径 & 来源<待核>")).unwrap();
    sheet.set_row_hidden(2).unwrap().set_row_hidden(3).unwrap().set_column_hidden(2).unwrap();
    let other = book.add_worksheet().set_name("说明").unwrap();
    other.write_string(0, 0, "附").unwrap().insert_note(0, 0, &note("见附件")).unwrap();
    book.save_to_buffer().unwrap()
}

fn notes(bytes: &[u8]) -> CellNotes {
    read_return(bytes).unwrap().notes
}

fn shown(notes: &CellNotes) -> Vec<String> {
    notes.named.iter().map(|note| format!("{} {} {}", note.sheet, note.cell, note.text)).collect()
}

#[test]
fn notes_are_named_with_their_cells_in_every_format() {
    for (format, bytes) in SAVED.into_iter().chain([("xlsx", noted().as_slice())]) {
        let notes = notes(bytes);
        assert_eq!(shown(&notes), ["填报表 E2 含改造两处 其余为新建", "填报表 H4 口径 & 来源<待核>", "说明 A1 见附件"], "{format}");
        assert_eq!((notes.more, notes.unreadable), (0, vec![]), "{format}");
        let sheets = read_foreign(bytes).unwrap();
        assert_eq!(shown(&sheets[0].notes).len(), 2, "{format}");
        let hidden = sheets[0].hidden.zh(&sheets[0].name);
        assert_eq!(hidden.as_deref(), Some("工作表“填报表”第3–4行和C列是隐藏的（或被筛选掉的），也读了"), "{format}");
        assert_eq!(sheets[1].hidden, crate::Hidden::default(), "{format}");
    }
}

#[test]
fn what_the_form_itself_says_is_no_note() {
    let saved = [include_bytes!("saved.xls").as_slice(), include_bytes!("saved.ods")];
    for bytes in saved.into_iter().chain([write_return_form(&form()).unwrap().as_slice()]) {
        assert_eq!(notes(bytes), CellNotes::default());
    }
}

/// The relations of the first sheet.
const RELATIONS: &str = "xl/worksheets/_rels/sheet1.xml.rels";

fn with_talk(bytes: &[u8], talk: &str) -> Vec<u8> {
    let relation = "<Relationship Id=\"rId99\" Type=\"http://schemas.microsoft.com/office/2017/10/relationships/threadedComment\" \
                    Target=\"../threadedComments/threadedComment1.xml\"/></Relationships>";
    let related = with_part_changed(bytes, RELATIONS, |xml| xml.replace("</Relationships>", relation));
    with_parts(&related, &[("xl/threadedComments/threadedComment1.xml", talk)])
}

#[test]
fn a_talk_is_told_with_its_answers_instead_of_the_note_kept_for_older_programs() {
    let talk = "<ThreadedComments><threadedComment ref=\"E2\" id=\"{1}\"><text>为何减少？</text></threadedComment>\
                <threadedComment ref=\"G9\" id=\"{2}\"><text>另一处</text></threadedComment>\
                <threadedComment ref=\"E2\" id=\"{3}\" parentId=\"{1}\"><text>一处停建</text><mentions/></threadedComment></ThreadedComments>";
    let told = ["填报表 E2 为何减少？ 一处停建", "填报表 G9 另一处", "填报表 H4 口径 & 来源<待核>", "说明 A1 见附件"];
    assert_eq!(shown(&notes(&with_talk(&noted(), talk))), told);
    // A program that keeps no notes for older ones.
    let alone = with_part_changed(&with_talk(&noted(), talk), RELATIONS, |xml| xml.replace("relationships/comments", "relationships/gone"));
    assert_eq!(shown(&notes(&alone)), [told[0], told[1], told[3]]);
}

#[test]
fn notes_that_cannot_be_read_are_said_not_to_be() {
    let cut = |xml: &str| xml[..xml.find("</comment>").unwrap() + 12].to_owned();
    let bad: [(Vec<u8>, usize); 5] = [
        (with_part_changed(&noted(), "xl/comments1.xml", cut), 2),
        (with_part_changed(&noted(), "xl/comments1.xml", |_| "<comments>&oops;</comments>".to_owned()), 1),
        (with_part_changed(&noted(), "xl/comments1.xml", |_| "\u{1}".to_owned()), 1),
        (with_part_changed(&noted(), RELATIONS, |xml| xml.replace("comments1.xml", "comments7.xml")), 1),
        (with_talk(&noted(), "<ThreadedComments><threadedComment"), 3),
    ];
    for (at, (bytes, named)) in bad.iter().enumerate() {
        let notes = notes(bytes);
        assert_eq!((notes.unreadable, notes.named.len()), (vec!["填报表".to_owned()], *named), "{at}");
    }
    let said = notes(&bad[0].0).zh();
    assert_eq!(said.last().unwrap(), "工作表“填报表”的批注读不全，请打开原件查看");
}

/// Returns within a time that a build without optimisation keeps easily.
fn soon(bytes: &[u8]) -> CellNotes {
    let begun = Instant::now();
    let notes = notes(bytes);
    assert!(begun.elapsed() < Duration::from_secs(20), "{:?}", begun.elapsed());
    notes
}

#[test]
fn a_hundred_thousand_notes_are_counted_and_one_of_a_megabyte_is_cut_off() {
    const MANY: usize = 100_000;
    let long = "字".repeat(350_000);
    let list = |count: usize, text: &str| {
        let comment = |n: usize| format!("<comment ref=\"A{}\" authorId=\"0\"><text><r><t>{text}</t></r></text></comment>", n + 1);
        format!("<comments><commentList>{}</commentList></comments>", (0..count).map(comment).collect::<String>())
    };
    let talk = |count: usize| {
        let one = |n: usize| format!("<threadedComment ref=\"B{}\"><text>说明</text></threadedComment>", n + 1);
        format!("<ThreadedComments>{}</ThreadedComments>", (0..count).map(one).collect::<String>())
    };
    let row = |count: usize, text: &str| {
        let cell = format!("<table:table-cell><office:annotation><text:p>{text}</text:p></office:annotation></table:table-cell>");
        ods(&format!("<table:table-row>{cell}</table:table-row>").repeat(count))
    };
    let xlsx = |text: String| with_part_changed(&noted(), "xl/comments1.xml", move |_| text.clone());
    for (bytes, others) in [(xlsx(list(MANY, "说明")), 1), (with_talk(&noted(), &talk(MANY)), 3), (row(MANY, "说明"), 0)] {
        let notes = soon(&bytes);
        assert_eq!((notes.named.len(), notes.named.len() + notes.more, notes.unreadable.len()), (10, MANY + others, 0));
    }
    for bytes in [xlsx(list(1, &long)), row(1, &long)] {
        let text = soon(&bytes).named[0].text.clone();
        assert!(text.ends_with("……（共350000字，请看原件）") && text.chars().count() < 230, "{text}");
    }
    let beyond = format!("<!-- {} -->", " ".repeat(65 << 20));
    let too_large = with_parts(&packed(&[("[Content_Types].xml", "<a/>"), ("_rels/.rels", "<a/>")]), &[("xl/comments1.xml", &beyond)]);
    assert_eq!(read_return(&too_large).unwrap_err().code(), "too_large", "the gate counts the parts of notes too");
}

#[test]
fn a_note_of_an_open_document_is_its_paragraphs_alone() {
    let annotation = "<office:annotation><dc:creator>王芳</dc:creator><dc:date>2026-01-01T00:00:00</dc:date>\
                      <text:p>一、<text:span>含</text:span>改造<text:s text:c=\"3\"/>两处</text:p><text:list><text:list-item><text:p>二</text:p>\
                      </text:list-item></text:list></office:annotation>";
    let cell = format!(
        "<table:table-cell table:number-columns-repeated=\"2\"/><table:table-cell>{annotation}<text:p>7</text:p></table:table-cell>"
    );
    let rows = format!("<table:table-row table:number-rows-repeated=\"3\"/><table:table-row>{cell}</table:table-row>");
    assert_eq!(shown(&notes(&ods(&rows))), ["表 C5 一、含改造 两处 二"]);
}
