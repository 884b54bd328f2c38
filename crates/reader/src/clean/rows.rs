//! Table rows that a line break inside a cell tore apart.

use super::CleanLine;

/// The most lines one row can have been torn into.
const MOST_PARTS: usize = 12;

/// Returns the lines with torn rows joined: a row that begins with its number but is too short, together with the lines
/// behind it that fill it up exactly to the width of the table's head.
pub fn join(lines: Vec<CleanLine>) -> Vec<CleanLine> {
    let mut out: Vec<CleanLine> = Vec::with_capacity(lines.len());
    let mut width = 0;
    let mut at = 0;
    while at < lines.len() {
        let line = &lines[at];
        at += 1;
        if first_cell(&line.text).is_some_and(|cell| matches!(cell, "序号" | "编号" | "序")) {
            width = cells(&line.text);
        }
        let short = cells(&line.text) < width && is_numbered(&line.text);
        match short.then(|| filled(&lines[at..], &line.text, width)).flatten() {
            Some((text, parts)) => {
                out.push(CleanLine { text, noise: false });
                at += parts;
            }
            None => out.push(line.clone()),
        }
    }
    out
}

/// Appends lines to a row until it has all its cells; none if they do not fill it exactly.
fn filled(behind: &[CleanLine], row: &str, width: usize) -> Option<(String, usize)> {
    let mut text = row.to_owned();
    for (parts, line) in behind.iter().take(MOST_PARTS).enumerate() {
        if line.text.is_empty() || line.noise || is_numbered(&line.text) || cells(&text) + cells(&line.text) - 1 > width {
            return None;
        }
        text.push(' ');
        text.push_str(&line.text);
        if cells(&text) == width {
            return Some((text, parts + 1));
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
