//! Returned forms in the other formats: .xls and .ods as LibreOffice saves them, .csv.

use super::edited::{Edited, Put, VALUE, edited};
use super::structure::with_part_changed;
use super::{form, uid};
use crate::{Content, Error, OriginSource, Return, RowId, interpret_field, read_return, write_return_form};
use domain::Field;
use encoding_rs::GB18030;

/// The form of these tests with charts, opened and saved by LibreOffice 7.4.
const SAVED: [(&str, &[u8]); 2] = [("xls", include_bytes!("saved.xls")), ("ods", include_bytes!("saved.ods"))];

/// Returns the rows' ids, checked, with what an indicator would hold in each entry cell; then what is told.
fn shown(back: &Return) -> Vec<String> {
    let sent = form();
    let row = |row: &crate::ReturnRow| {
        let RowId::Known(id) = row.id else { return format!("{:?}", row.id) };
        let terms = sent.rows.iter().find(|sent| sent.row == id).expect("only what was sent comes back");
        let cell = |field: &Field| format!("{:?}", interpret_field(*field, &row.cells[field], terms.kind, &terms.unit_of_measure).held());
        Field::ALL.iter().map(cell).collect::<Vec<_>>().join(" ")
    };
    let told = back.told.iter().map(|row| format!("{:?} {:?}", row.id, row.cells));
    back.rows.iter().map(row).chain(told).collect()
}

#[test]
fn a_form_saved_in_another_format_is_the_form_that_was_sent() {
    let sent = read_return(&write_return_form(&form()).unwrap()).unwrap();
    for (format, bytes) in SAVED {
        let back = read_return(bytes).unwrap();
        assert_eq!(shown(&back).len(), 7);
        for (one, other) in back.rows.iter().zip(&sent.rows) {
            assert_eq!((&one.id, &one.indicator, one.row_number), (&other.id, &other.indicator, other.row_number), "{format}");
        }
        // The sheets without entries, the charts among them, are left without a word.
        assert_eq!((&back.told, back.told.len()), (&sent.told, 2), "{format}");
        assert_eq!((back.exchange, &back.unit, &back.period), (Some(uid(100)), &sent.unit, &sent.period), "{format}");
        assert_eq!(back.problems, [], "{format}");
        let note = back.rows[0].cells[&Field::Note].content.clone();
        assert_eq!(note, Content::Text("已开工3处\n另有1处选址".into()), "{format}");
    }
}

#[test]
fn what_is_cut_off_or_flipped_is_refused_or_read_right() {
    for (format, bytes) in SAVED {
        let whole = shown(&read_return(bytes).unwrap());
        for end in (0..bytes.len()).step_by(bytes.len() / 60) {
            assert!(read_return(&bytes[..end]).is_err(), "{format} cut at {end}");
        }
        for at in (0..bytes.len()).step_by(bytes.len() / 400) {
            let mut flipped = bytes.to_vec();
            flipped[at] ^= 0x55;
            if let Ok(back) = read_return(&flipped)
                && format == "ods"
            {
                // A container that is a zip has a sum over its parts.
                assert_eq!(shown(&back), whole, "{format} at {at}");
            }
        }
    }
}

#[test]
fn a_day_stays_a_day_and_is_no_number_wherever_days_are_counted_from() {
    let mut edited = edited();
    edited.rows[0][VALUE] = Put::Formatted(45000.0, "yyyy-mm-dd");
    let from_1900 = edited.write();
    let from_1904 = with_part_changed(&from_1900, "xl/workbook.xml", |xml| xml.replace("<workbookPr", "<workbookPr date1904=\"1\""));
    for (bytes, day) in [(from_1900, "2023-03-15"), (from_1904, "2027-03-16")] {
        let cell = &read_return(&bytes).unwrap().rows[0].cells[&Field::Value];
        assert_eq!(cell.content, Content::Text(day.into()));
        assert!(interpret_field(Field::Value, cell, domain::ValueKind::Cumulative, "个").held().is_err());
    }
}

fn csv(edited: &Edited, delimiter: char) -> String {
    let field = |put: &Put| match put {
        Put::Nothing => String::new(),
        Put::Number(number) => number.to_string(),
        Put::Text(text) if text.contains([delimiter, '"', '\n']) => format!("\"{}\"", text.replace('"', "\"\"")),
        Put::Text(text) => text.clone(),
        other => panic!("{other:?} has no place in these tests"),
    };
    let lines = std::iter::once(edited.headings.join(&delimiter.to_string()))
        .chain(edited.rows.iter().map(|row| row.iter().map(field).collect::<Vec<_>>().join(&delimiter.to_string())));
    lines.map(|line| line + "\r\n").collect()
}

#[test]
fn comma_separated_values_are_read_in_the_usual_encodings() {
    let mut edited = edited();
    edited.rows[1][VALUE] = "1,200".into();
    for delimiter in [',', ';', '\t'] {
        let text = csv(&edited, delimiter);
        let utf_16: Vec<u8> = std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
        for bytes in [text.clone().into_bytes(), ["\u{feff}", &text].concat().into_bytes(), GB18030.encode(&text).0.into_owned(), utf_16] {
            let back = read_return(&bytes).unwrap();
            assert_eq!((back.exchange, back.exchange_source), (Some(uid(100)), Some(OriginSource::HiddenColumn)));
            assert_eq!(back.problems, []);
            let shown = shown(&back);
            assert_eq!(shown[1], "Ok(Some(Number(1200))) Ok(None) Ok(None) Ok(None)");
            assert!(shown[0].contains("Number(1800)") && shown[0].contains("已开工3处"), "{shown:?}");
        }
    }
}

#[test]
fn a_table_without_the_header_or_its_end_is_refused() {
    let refused = |text: &str| read_return(text.as_bytes()).unwrap_err().code();
    assert_eq!(refused("请查收附件"), "not_a_workbook");
    assert_eq!(refused("姓名,电话,住址\n甲,1,2\n乙,3,4\n"), "not_a_return");
    let whole = csv(&edited(), ',');
    // Half of 1800 would be a number too.
    let cut = whole.find("1800").unwrap() + 2;
    assert_eq!(refused(&whole[..cut]), "broken");
    assert_eq!(refused(&format!("{whole}9,任务,\"指标")), "broken");
    assert!(read_return(whole.trim_end().as_bytes()).is_ok(), "a missing line end alone is no damage");
}

/// Returns an .ods with this table, in a package of the least parts.
pub fn ods(rows: &str) -> Vec<u8> {
    let head = ["序号", "重点任务", "指标", &format!("yaodian:{}", uid(100)), "本期值", "分子", "分母", "备注"]
        .map(|heading| format!("<table:table-cell office:value-type=\"string\"><text:p>{heading}</text:p></table:table-cell>"))
        .concat();
    let content = format!(
        "<office:document-content><office:body><office:spreadsheet><table:table table:name=\"表\">\
         <table:table-row>{head}</table:table-row>{rows}</table:table></office:spreadsheet></office:body></office:document-content>"
    );
    packed(&[("META-INF/manifest.xml", "<manifest/>"), ("content.xml", &content)])
}

pub fn packed(parts: &[(&str, &str)]) -> Vec<u8> {
    use std::io::Write;
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn ods_cell(cell: &str) -> Result<(Content, bool), Error> {
    let token = crate::row_token(uid(100), uid(1), "新增托位");
    let text = |text: &str| format!("<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>");
    let row = ["1", "任务", "新增托位", &token].map(text).concat();
    let back = read_return(&ods(&format!("<table:table-row>{row}{cell}</table:table-row>")))?;
    let held = &back.rows[0].cells[&Field::Value];
    assert_eq!(back.rows[0].id, RowId::Known(uid(1)));
    Ok((held.content.clone(), held.percent_format))
}

#[test]
fn cells_of_an_open_document_are_told_apart_by_what_they_hold() {
    let number = |value: f64| Content::Number(super::amount(value));
    let words = |text: &str| Content::Text(text.into());
    for (attributes, text, expected, percent) in [
        ("office:value-type=\"float\" office:value=\"66.6666666666667\"", "66.67", number(66.6666666666667), false),
        ("office:value-type=\"percentage\" office:value=\"0.8\"", "80%", number(0.8), true),
        ("office:value-type=\"currency\" office:value=\"3.5\"", "￥3.50", number(3.5), false),
        ("office:value-type=\"boolean\" office:boolean-value=\"true\"", "TRUE", words("TRUE"), false),
        ("office:value-type=\"date\" office:date-value=\"2026-09-30\"", "26/9/30", words("2026-09-30"), false),
        ("office:value-type=\"string\"", "1.8<text:s/>万", words("1.8 万"), false),
        ("office:value-type=\"string\"", "a&lt;b&#20013;", words("a<b中"), false),
        ("office:value-type=\"string\" calcext:value-type=\"error\"", "#DIV/0!", Content::Error("#DIV/0!".into()), false),
        ("table:formula=\"of:=1+1\"", "", Content::FormulaWithoutValue, false),
        ("office:value-type=\"float\" office:value=\"NaN\"", "80", Content::FormulaWithoutValue, false),
        ("", "", Content::Empty, false),
    ] {
        let cell = format!(
            "<table:table-cell {attributes}><office:annotation><text:p>批注</text:p></office:annotation><text:p>{text}</text:p></table:table-cell>"
        );
        assert_eq!(ods_cell(&cell), Ok((expected, percent)), "{attributes}");
    }
}

#[test]
fn an_open_document_that_repeats_without_end_or_breaks_off_is_refused() {
    let code = |bytes: &[u8]| read_return(bytes).unwrap_err().code();
    let repeated =
        |attribute: &str| format!("<table:table-cell {attribute} office:value-type=\"string\"><text:p>x</text:p></table:table-cell>");
    assert_eq!(ods_cell(&repeated("table:number-columns-repeated=\"4000000000\"")).unwrap_err().code(), "too_large");
    let row = format!("<table:table-row table:number-rows-repeated=\"1048576\">{}</table:table-row>", repeated(""));
    assert_eq!(code(&ods(&row)), "too_large");
    // Rows that say nothing cost nothing: every program writes the rest of the sheet so.
    let row = "<table:table-row table:number-rows-repeated=\"1048576\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>";
    assert_eq!(read_return(&ods(row)).map(|back| back.rows.len()), Ok(0));
    assert_eq!(code(&ods("<table:table-row><oops>")), "broken");
    let manifest = ("META-INF/manifest.xml", "<manifest/>");
    assert_eq!(code(&packed(&[manifest, ("content.xml", "<office:text/>")])), "other_format");
    assert_eq!(code(&packed(&[manifest, ("content.xml", "<!DOCTYPE a><office:spreadsheet/>")])), "unsafe");
    let enciphered = ("META-INF/manifest.xml", "<manifest><manifest:encryption-data/></manifest>");
    assert_eq!(code(&packed(&[enciphered, ("content.xml", "\u{1}\u{2}")])), "password_protected");
}
