//! A unit's hand: figures and words entered in a workbook that was sent, as a spreadsheet program would save them.
//!
//! Only for tests and the demonstration. It edits the sheet's text, so that what is tested is the reading of a real
//! file and not our own writer. Start at [`enter`].

use std::io::{Cursor, Read, Write};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

const CORE: &str = "docProps/core.xml";

fn part(sheet: u32) -> String {
    format!("xl/worksheets/sheet{sheet}.xml")
}

/// Returns a workbook with these cells of its first sheet filled in: numbers as numbers, anything else as text.
///
/// An empty text empties the cell.
///
/// # Panics
/// If the workbook cannot be read or has no such cell: the test is wrong then.
pub fn enter(workbook: &[u8], cells: &[(&str, &str)]) -> Vec<u8> {
    enter_on(workbook, 1, cells)
}

/// Returns a workbook with these cells of a sheet, counted from 1, filled in likewise.
///
/// # Panics
/// As [`enter`].
pub fn enter_on(workbook: &[u8], sheet: u32, cells: &[(&str, &str)]) -> Vec<u8> {
    edited(workbook, &part(sheet), |sheet| cells.iter().fold(sheet, |sheet, (cell, value)| with_cell(&sheet, cell, value)))
}

/// Returns a workbook as its spreadsheet program names whoever saved it last, and the moment: `2026-04-03T01:20:00Z`.
///
/// # Panics
/// If the workbook cannot be read or says nothing of the kind: the test is wrong then.
pub fn saved(workbook: &[u8], by: &str, at: &str) -> Vec<u8> {
    let with = |text: String, name: &str, value: &str| {
        let (start, end) = (format!("<{name}"), format!("</{name}>"));
        let from = text.find(&start).unwrap_or_else(|| panic!("no {name}"));
        let tag_end = from + text[from..].find('>').expect("a tag ends") + 1;
        if text[..tag_end].ends_with("/>") {
            let tag = text[from..tag_end].trim_end_matches("/>").to_owned();
            return [&text[..from], &tag, ">", value, &end, &text[tag_end..]].concat();
        }
        let to = tag_end + text[tag_end..].find(&end).expect("an element ends");
        [&text[..tag_end], value, &text[to..]].concat()
    };
    edited(workbook, CORE, |core| with(with(core, "cp:lastModifiedBy", by), "dcterms:modified", at))
}

/// Returns a workbook with notes (批注) on cells of its first sheet, as a spreadsheet program keeps them: in a part of their own.
///
/// # Panics
/// If the workbook cannot be read or has notes already.
pub fn noted(workbook: &[u8], notes: &[(&str, &str)]) -> Vec<u8> {
    const RELATIONS: &str = "xl/worksheets/_rels/sheet1.xml.rels";
    const KIND: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments";
    let note = |(cell, text): &(&str, &str)| format!("<comment ref=\"{cell}\" authorId=\"0\"><text><r><t>{text}</t></r></text></comment>");
    let list = notes.iter().map(note).collect::<String>();
    let list = format!("<comments><authors><author/></authors><commentList>{list}</commentList></comments>");
    let relation = format!("<Relationship Id=\"rIdNotes\" Type=\"{KIND}\" Target=\"../comments1.xml\"/></Relationships>");
    let has_relations = ZipArchive::new(Cursor::new(workbook)).expect("a workbook is a zip file").by_name(RELATIONS).is_ok();
    let workbook = edited(workbook, RELATIONS, |xml| xml.replace("</Relationships>", &relation));
    let mut zip = ZipWriter::new_append(Cursor::new(workbook)).expect("a workbook is a zip file");
    let mut put = |name: &str, text: &str| {
        zip.start_file(name, SimpleFileOptions::default()).expect("memory can be written");
        zip.write_all(text.as_bytes()).expect("memory can be written");
    };
    put("xl/comments1.xml", &list);
    if !has_relations {
        put(RELATIONS, &format!("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{relation}"));
    }
    zip.finish().expect("memory can be written").into_inner()
}

/// Returns a workbook with empty cells of its first sheet filled in, in one go over the sheet: by a cell's reference the
/// value is asked for, and none leaves the cell empty.
///
/// # Panics
/// If the workbook cannot be read.
pub fn fill(workbook: &[u8], value: impl Fn(&str) -> Option<String>) -> Vec<u8> {
    edited(workbook, &part(1), |sheet| {
        let mut filled = String::with_capacity(sheet.len() * 2);
        let mut cells = sheet.split("<c r=\"");
        filled.push_str(cells.next().unwrap_or_default());
        for cell in cells {
            let (tag, rest) = cell.split_once('>').expect("a tag ends");
            let reference = tag.split('"').next().unwrap_or_default();
            let entered = tag.strip_suffix('/').and_then(|tag| Some(with_value(&format!("<c r=\"{tag}"), &value(reference)?)));
            filled.push_str(&entered.unwrap_or_else(|| format!("<c r=\"{tag}>")));
            filled.push_str(rest);
        }
        filled
    })
}

/// Returns the references of the empty cells of a column, from the top: K4, K7 …
///
/// # Panics
/// If the workbook cannot be read.
pub fn empty_cells(workbook: &[u8], column: &str) -> Vec<String> {
    let sheet = sheet(workbook);
    let tags = sheet.split("<c r=\"").skip(1).filter_map(|rest| rest.split_once('>'));
    let empty = tags.filter(|(tag, _)| tag.ends_with('/')).filter_map(|(tag, _)| tag.split('"').next());
    let of_column = |cell: &&str| cell.strip_prefix(column).is_some_and(|row| row.parse::<u32>().is_ok_and(|row| row > 3));
    empty.filter(of_column).map(str::to_owned).collect()
}

fn with_cell(sheet: &str, cell: &str, value: &str) -> String {
    let start = sheet.find(&format!("<c r=\"{cell}\"")).unwrap_or_else(|| panic!("the sheet has no cell {cell}"));
    let tag_end = start + sheet[start..].find('>').expect("a tag ends");
    let (tag, end) = match sheet[start..tag_end].strip_suffix('/') {
        Some(tag) => (tag, tag_end + 1),
        None => (&sheet[start..tag_end], tag_end + sheet[tag_end..].find("</c>").expect("a cell ends") + "</c>".len()),
    };
    let filled = with_value(&tag.replace(" t=\"s\"", ""), value);
    [&sheet[..start], &filled, &sheet[end..]].concat()
}

/// Returns a cell with a value, from its tag without the end.
fn with_value(tag: &str, value: &str) -> String {
    match value {
        "" => format!("{tag}/>"),
        number if number.parse::<f64>().is_ok() => format!("{tag}><v>{number}</v></c>"),
        text => format!("{tag} t=\"inlineStr\"><is><t>{text}</t></is></c>"),
    }
}

fn sheet(workbook: &[u8]) -> String {
    let mut archive = ZipArchive::new(Cursor::new(workbook)).expect("a workbook is a zip file");
    let mut text = String::new();
    archive.by_name(&part(1)).expect("a workbook has a first sheet").read_to_string(&mut text).expect("a sheet is text");
    text
}

fn edited(workbook: &[u8], part_name: &str, edit: impl Fn(String) -> String) -> Vec<u8> {
    let mut sent = ZipArchive::new(Cursor::new(workbook)).expect("a workbook is a zip file");
    let mut returned = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..sent.len() {
        let mut part = sent.by_index(index).expect("a part that is listed is there");
        let name = part.name().expect("a part has a name").into_owned();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).expect("a part can be read");
        if name == part_name {
            bytes = edit(String::from_utf8(bytes).expect("a part is text")).into_bytes();
        }
        returned.start_file(name, SimpleFileOptions::default()).expect("memory can be written");
        returned.write_all(&bytes).expect("memory can be written");
    }
    returned.finish().expect("memory can be written").into_inner()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SENT: &str = r#"<c r="J4" s="1"/><c r="K4" s="2"/><c r="K5" s="2" t="s"><v>9</v></c><c r="K6" s="2"><v>3</v></c>"#;

    #[test]
    fn a_cell_is_filled_in_and_its_neighbours_stay() {
        let figure = with_cell(&with_cell(SENT, "K4", "12"), "K6", "");
        assert_eq!(figure, r#"<c r="J4" s="1"/><c r="K4" s="2"><v>12</v></c><c r="K5" s="2" t="s"><v>9</v></c><c r="K6" s="2"/>"#);
        let word = with_cell(SENT, "K5", "约5");
        assert!(word.contains(r#"<c r="K5" s="2" t="inlineStr"><is><t>约5</t></is></c>"#), "{word}");
    }
}
