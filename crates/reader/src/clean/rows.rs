//! Table rows that a line break inside a cell tore apart.

use super::traced::Traced;

/// The most lines one row can have been torn into.
const MOST_PARTS: usize = 12;

/// Returns the lines with torn rows joined: a row that begins with its number but is too short, together with the lines
/// behind it that fill it up exactly to the width of the table's head.
pub fn join(mut lines: Vec<Traced>) -> Vec<Traced> {
    let mut out: Vec<Traced> = Vec::with_capacity(lines.len());
    let mut width = 0;
    let mut at = 0;
    while at < lines.len() {
        let mut line = std::mem::take(&mut lines[at]);
        at += 1;
        if first_cell(&line.text).is_some_and(|cell| matches!(cell, "序号" | "编号" | "序")) {
            width = cells(&line.text);
        }
        let short = cells(&line.text) < width && is_numbered(&line.text);
        if let Some(parts) = short.then(|| parts(&lines[at..], cells(&line.text), width)).flatten() {
            lines[at..at + parts].iter().for_each(|part| line.join(part, true));
            line.noise = false;
            at += parts;
        }
        out.push(line);
    }
    out
}

/// Returns how many lines behind a row of so many cells make it whole; none if they do not fill it exactly.
fn parts(behind: &[Traced], row: usize, width: usize) -> Option<usize> {
    let mut filled = row;
    for (parts, line) in behind.iter().take(MOST_PARTS).enumerate() {
        filled += cells(&line.text) - 1;
        if line.text.is_empty() || line.noise || is_numbered(&line.text) || filled > width {
            return None;
        }
        if filled == width {
            return Some(parts + 1);
        }
    }
    None
}

fn cells(line: &str) -> usize {
    line.matches('|').count() + 1
}

fn first_cell(line: &str) -> Option<&str> {
    line.split_once('|').map(|(first, _)| first.trim())
}

fn is_numbered(line: &str) -> bool {
    let is_number = |cell: &str| {
        let cell = cell.trim_end_matches(['、', '.']);
        (1..=4).contains(&cell.chars().count()) && cell.chars().all(|c| c.is_ascii_digit() || "一二三四五六七八九十".contains(c))
    };
    first_cell(line).is_some_and(is_number)
}
