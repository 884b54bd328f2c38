//! From the lines of a file to clean lines: what copying, scraping and converting did to the text is undone.

mod cells;
mod damage;
mod noise;
mod pinyin;
mod rows;
mod space;
mod traditional;
mod wrap;

pub use noise::is_page_number;

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
    /// What was done or could not be, in Chinese; with the line's index where it is about one.
    pub notes: Vec<(Option<usize>, String)>,
}

/// Cleans the lines of a document. Each step works on the result of the one before.
pub fn clean(lines: Vec<String>) -> Cleaned {
    let mut notes = Vec::new();
    let annotations = pinyin::annotations(&lines);
    let mut lines = lines;
    if annotations.count > 0 {
        lines = lines.iter().map(|line| damage::repair(line, &annotations)).collect();
        lines = lines.iter().map(|line| pinyin::remove(line, &annotations)).collect();
        notes.push((None, format!("已去除{}处夹注的拼音", annotations.count)));
    }
    if traditional::is_traditional(&lines) {
        lines = traditional::simplify(&lines);
        notes.push((None, "原文为繁体，已转为简体".to_owned()));
    }
    let lines: Vec<String> = cells::rows(lines).iter().map(|line| space::punctuate(&space::tidy(line))).collect();
    let noise = noise::find(&lines);
    let lines = lines.into_iter().zip(noise).map(|(text, noise)| CleanLine { text, noise }).collect();
    let lines = wrap::join(rows::join(lines));
    for (at, line) in lines.iter().enumerate() {
        if !line.noise && damage::remains(&line.text) {
            notes.push((Some(at), "这一行有残缺的文字，请对照原件核对".to_owned()));
        }
    }
    Cleaned { lines, notes }
}

#[cfg(test)]
mod tests;
