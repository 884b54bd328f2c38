//! Lines from letters and paragraphs from lines, by where they stand.

use super::glyphs::Letter;
use crate::clean::is_page_number;
use std::collections::HashMap;

/// A line on a page.
struct Line {
    text: String,
    left: f64,
    right: f64,
    y: f64,
    size: f64,
    page: usize,
    /// The first or the last of its page.
    at_edge: bool,
}

/// Returns the paragraphs of all pages, and the running heads left out.
pub fn of(pages: &[Vec<Letter>]) -> (Vec<String>, Vec<String>) {
    let mut lines: Vec<Line> = pages.iter().enumerate().flat_map(|(page, letters)| lines_of(page, letters)).collect();
    let heads = running_heads(&lines, pages.len());
    lines.retain(|line| !(line.at_edge && heads.contains_key(&head_of(line))));
    let mut shown: Vec<String> = heads.into_values().collect();
    shown.sort();
    (paragraphs(&lines), shown)
}

/// Groups letters by their base lines, from top to bottom.
fn lines_of(page: usize, letters: &[Letter]) -> Vec<Line> {
    let mut order: Vec<&Letter> = letters.iter().filter(|letter| !letter.text.trim().is_empty()).collect();
    order.sort_by(|a, b| a.y.total_cmp(&b.y).then(a.x.total_cmp(&b.x)));
    let mut groups: Vec<Vec<&Letter>> = Vec::new();
    for letter in order {
        match groups.last_mut() {
            Some(group) if (letter.y - group[0].y).abs() < 0.45 * letter.size.max(group[0].size) => group.push(letter),
            _ => groups.push(vec![letter]),
        }
    }
    let last = groups.len().saturating_sub(1);
    groups.into_iter().enumerate().map(|(at, group)| line(page, group, at == 0 || at == last)).collect()
}

fn line(page: usize, mut letters: Vec<&Letter>, at_edge: bool) -> Line {
    letters.sort_by(|a, b| a.x.total_cmp(&b.x));
    let mut text = String::new();
    let mut end = f64::NEG_INFINITY;
    let mut before: Option<&Letter> = None;
    for letter in &letters {
        // Bold type is sometimes drawn by writing a letter twice, a hair apart.
        let twice = before.is_some_and(|other| other.text == letter.text && (letter.x - other.x).abs() < 0.15 * letter.size);
        if twice {
            continue;
        }
        if end.is_finite() && letter.x - end > gap(before, letter) {
            text.push(' ');
        }
        text.push_str(&letter.text);
        end = end.max(letter.x + letter.width);
        before = Some(letter);
    }
    let size = letters.iter().map(|letter| letter.size).fold(0.0, f64::max);
    Line { text, left: letters[0].x, right: end, y: letters[0].y, size, page, at_edge }
}

/// Returns the gap that parts words: Chinese is spread to fill its line, Latin is not.
fn gap(before: Option<&Letter>, letter: &Letter) -> f64 {
    let is_latin = |letter: &Letter| letter.text.chars().all(|c| c.is_ascii_alphanumeric());
    letter.size * if before.is_some_and(is_latin) && is_latin(letter) { 0.18 } else { 0.6 }
}

/// Returns the words of a line at the page's edge with its digits made equal, for page numbers differ.
fn head_of(line: &Line) -> String {
    line.text.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect()
}

/// Returns lines that stand at the edge of most pages, by their words.
fn running_heads(lines: &[Line], pages: usize) -> HashMap<String, String> {
    let mut seen: HashMap<String, (usize, String)> = HashMap::new();
    for line in lines.iter().filter(|line| line.at_edge && !is_page_number(&line.text) && line.text.chars().count() <= 60) {
        seen.entry(head_of(line)).or_insert_with(|| (0, line.text.clone())).0 += 1;
    }
    seen.into_iter().filter(|(_, (count, _))| *count >= 3 && count * 2 > pages).map(|(head, (_, text))| (head, text)).collect()
}

fn paragraphs(lines: &[Line]) -> Vec<String> {
    let body: Vec<&Line> = lines.iter().filter(|line| line.text.chars().count() >= 8).collect();
    let share = |mut values: Vec<f64>, hundredths: usize| {
        values.sort_by(f64::total_cmp);
        values.get(values.len() * hundredths / 100).copied()
    };
    let left = share(body.iter().map(|line| line.left).collect(), 10).unwrap_or(0.0);
    let right = share(body.iter().map(|line| line.right).collect(), 80).unwrap_or(f64::INFINITY);
    let mut out: Vec<String> = Vec::new();
    // Page numbers wait until the paragraph that runs across the page ends.
    let mut waiting: Vec<String> = Vec::new();
    let mut before: Option<&Line> = None;
    for line in lines {
        if line.at_edge && is_page_number(line.text.trim()) {
            waiting.push(line.text.clone());
            continue;
        }
        let goes_on = before.is_some_and(|before| goes_on(before, line, left, right));
        before = Some(line);
        match out.last_mut().filter(|_| goes_on) {
            Some(last) => {
                let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
                if latin(last.chars().last()) && latin(line.text.chars().next()) {
                    last.push(' ');
                }
                last.push_str(&line.text);
            }
            None => {
                out.append(&mut waiting);
                out.push(line.text.clone());
            }
        }
    }
    out.append(&mut waiting);
    out
}

/// Returns true where a line is the rest of the one before: that one is full, this one begins at the margin.
fn goes_on(before: &Line, line: &Line, left: f64, right: f64) -> bool {
    let size = before.size.max(line.size);
    let near = line.page != before.page || line.y - before.y < 2.6 * size;
    let full = before.right > right - 1.6 * size;
    let at_margin = line.left < left + 0.9 * size;
    near && full && at_margin && (before.size - line.size).abs() < 0.15 * size
}
