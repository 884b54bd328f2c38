//! A small old workbook, record by record.

use std::io::{Cursor, Write};

/// Packs the stream of an old workbook as a file.
pub fn packed(stream: &[u8]) -> Vec<u8> {
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).expect("memory can be written");
    file.create_stream("Workbook").and_then(|mut part| part.write_all(stream)).expect("memory can be written");
    file.flush().expect("memory can be written");
    file.into_inner().into_inner()
}

/// Returns the stream of a workbook with one sheet: shared texts, numbers, a date, a merged cell.
pub fn stream() -> Vec<u8> {
    let offset = globals(0).len() as u32;
    [globals(offset), sheet()].concat()
}

fn globals(offset: u32) -> Vec<u8> {
    let listed = [&offset.to_le_bytes()[..], &[0, 0, 2, 1], &wide("任务")].concat();
    let texts = ["序号", "工作任务", "目标值", "完成时限", "新建服务站点"];
    let strings = texts.iter().flat_map(|text| [&(text.chars().count() as u16).to_le_bytes()[..], &[1], &wide(text)].concat());
    let strings = [&[5, 0, 0, 0, 5, 0, 0, 0][..], &strings.collect::<Vec<u8>>()].concat();
    let format = [&[200, 0, 4, 0, 0][..], b"0.0%"].concat();
    records(&[
        (0x0809, &[0, 6, 5, 0, 0, 0, 0, 0]),
        (0x041e, &format),
        (0x00e0, &[0; 8]),
        (0x00e0, &[0, 0, 200, 0, 0, 0, 0, 0]),
        (0x00e0, &[0, 0, 14, 0, 0, 0, 0, 0]),
        (0x0085, &listed),
        (0x00fc, &strings),
        (0x000a, &[]),
    ])
}

fn sheet() -> Vec<u8> {
    let rk = |value: i32| ((value << 2) | 2).to_le_bytes();
    let text = |row: u8, column: u8, at: u8| [row, 0, column, 0, 0, 0, at, 0, 0, 0];
    records(&[
        (0x0809, &[0, 6, 0x10, 0, 0, 0, 0, 0]),
        (0x00fd, &text(0, 0, 0)),
        (0x00fd, &text(0, 1, 1)),
        (0x00fd, &text(0, 2, 2)),
        (0x00fd, &text(0, 3, 3)),
        (0x00bd, &[&[1, 0, 0, 0][..], &[0, 0], &rk(7), &[2, 0], &rk(46387), &[1, 0]].concat()),
        (0x00fd, &text(2, 1, 4)),
        (0x0203, &[&[2, 0, 2, 0, 1, 0][..], &0.855_f64.to_le_bytes()].concat()),
        (0x00e5, &[1, 0, 2, 0, 3, 0, 1, 0, 1, 0]),
        (0x000a, &[]),
    ])
}

fn records(parts: &[(u16, &[u8])]) -> Vec<u8> {
    parts.iter().flat_map(|(kind, content)| [&kind.to_le_bytes()[..], &(content.len() as u16).to_le_bytes(), content].concat()).collect()
}

fn wide(words: &str) -> Vec<u8> {
    words.encode_utf16().flat_map(u16::to_le_bytes).collect()
}
