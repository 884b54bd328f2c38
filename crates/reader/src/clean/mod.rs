//! From the lines of a file to clean lines: what copying, scraping and converting did to the text is undone.

mod cells;
mod damage;
mod noise;
mod pinyin;
mod rows;
mod space;
mod traced;
mod traditional;
mod wrap;

pub use noise::is_page_number;
pub use pinyin::syllable;
pub use space::{is_invisible, is_space};

use crate::model::Span;
use crate::trace::Trace;
use traced::Traced;

/// A line of the cleaned text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CleanLine {
    /// Its words.
    pub text: String,
    /// Navigation, page numbers, advertising …: shown struck through, never read.
    pub noise: bool,
}

/// The cleaned lines and what a person should know about the cleaning.
pub struct Cleaned {
    /// The lines.
    pub lines: Vec<CleanLine>,
    /// Where each of their characters and of the line breaks between them comes from in the original.
    pub trace: Trace,
    /// Where the original had bytes out of step that were put right.
    pub repaired: Vec<Span>,
    /// What was done or could not be, in Chinese; with the line's index where it is about one.
    pub notes: Vec<(Option<usize>, String)>,
}

/// Cleans the lines of a document. Each step works on the result of the one before.
pub fn clean(lines: Vec<String>) -> Cleaned {
    let (mut notes, mut repaired) = (Vec::new(), Vec::new());
    let mut lines = traced::lines(lines);
    let annotations = pinyin::annotations(&lines);
    if annotations.count > 0 {
        each(&mut lines, |line| pinyin::remove(damage::repair(line, &annotations, &mut repaired), &annotations));
        notes.push((None, format!("已去除{}处夹注的拼音", annotations.count)));
    }
    if traditional::is_traditional(&lines) {
        each(&mut lines, traditional::simplify);
        notes.push((None, "原文为繁体，已转为简体".to_owned()));
    }
    lines = cells::rows(lines);
    each(&mut lines, |line| space::punctuate(space::tidy(line)));
    noise::mark(&mut lines);
    let lines = wrap::join(rows::join(lines));
    for (at, line) in lines.iter().enumerate() {
        if !line.noise && damage::remains(&line.text) {
            notes.push((Some(at), "这一行有残缺的文字，请对照原件核对".to_owned()));
        }
    }
    let trace = whole(&lines);
    let lines = lines.into_iter().map(|line| CleanLine { text: line.text, noise: line.noise }).collect();
    Cleaned { lines, trace, repaired, notes }
}

fn each(lines: &mut [Traced], mut step: impl FnMut(Traced) -> Traced) {
    for line in lines {
        *line = step(std::mem::take(line));
    }
}

/// Returns the trace of the whole text: of each line, and before it of the line break.
fn whole(lines: &[Traced]) -> Trace {
    let mut trace = Trace::default();
    for (at, line) in lines.iter().enumerate() {
        if at > 0 {
            trace.push(line.start.saturating_sub(1));
        }
        trace.append(&line.trace);
    }
    trace
}

#[cfg(test)]
mod tests;
