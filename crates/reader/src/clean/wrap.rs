//! Lines broken at the edge of a page are joined again.

use super::is_page_number;
use super::traced::Traced;
use crate::marks;

/// Returns the lines with those joined that only the page's width parted.
pub fn join(lines: Vec<Traced>) -> Vec<Traced> {
    let Some(width) = page_width(&lines) else { return lines };
    let mut out: Vec<Traced> = Vec::with_capacity(lines.len());
    // Index in `out` of a line that runs on, if one does.
    let mut open: Option<usize> = None;
    for line in lines {
        // What a printer put between two pages parts no sentence.
        let passes = is_page_number(&line.text) || ((line.text.is_empty() || line.noise) && open.is_some());
        if passes {
            out.push(line);
            continue;
        }
        let runs_on = width_of(&line.text) + 3 >= width && !ends_sentence(&line.text) && !line.noise;
        match open.filter(|_| !line.noise && !begins_anew(&line.text)) {
            Some(at) => {
                let words = out[at].text.chars().last().is_some_and(|c| c.is_ascii_alphanumeric())
                    && line.text.chars().next().is_some_and(|c| c.is_ascii_alphabetic());
                out[at].join(&line, words);
                open = runs_on.then_some(at);
            }
            None => {
                out.push(line);
                open = runs_on.then_some(out.len() - 1);
            }
        }
    }
    out
}

/// Returns the width of the page, in Chinese characters, if the text was broken at one.
fn page_width(lines: &[Traced]) -> Option<usize> {
    let text: Vec<&str> =
        lines.iter().filter(|l| !l.noise && !l.text.is_empty() && !l.text.contains(" | ")).map(|l| l.text.as_str()).collect();
    let mut widths: Vec<usize> = text.iter().map(|line| width_of(line)).collect();
    widths.sort_unstable();
    let width = *widths.get(widths.len() * 95 / 100)?;
    let full: Vec<&&str> = text.iter().filter(|line| width_of(line) + 3 >= width).collect();
    let broken = full.iter().filter(|line| !ends_sentence(line)).count();
    ((15..=60).contains(&width) && full.len() >= 8 && full.len() * 3 >= text.len() && broken * 2 > full.len()).then_some(width)
}

/// Returns the width in Chinese characters; two letters or digits make one.
fn width_of(line: &str) -> usize {
    let halves: usize = line.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum();
    halves.div_ceil(2)
}

fn ends_sentence(line: &str) -> bool {
    line.ends_with(['。', '！', '？', '：'])
}

/// Returns true where a line cannot be the rest of the one before.
fn begins_anew(line: &str) -> bool {
    line.contains(" | ") || marks::mark(line).is_some()
}
