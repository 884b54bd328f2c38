//! Reads a plan document: bytes → cleaned text → draft plan, with spans and warnings.
//!
//! Not here: storing, judging, asking. Whatever is doubtful is handed on with the reason. Reading never fails on a
//! readable document: problems become warnings. Start at [`read`].

mod baselines;
mod chars;
mod clean;
mod dates;
mod decode;
mod docx;
mod draft;
mod error;
mod html;
mod json;
mod kinds;
mod markdown;
mod marks;
mod measures;
mod meta;
mod mht;
mod model;
mod ole;
mod ordinals;
mod original;
mod outline;
mod package;
mod pdf;
mod phases;
mod rows;
mod sheet;
mod table;
mod targets;
mod text;
mod titles;
mod trace;
mod units;
mod wording;

pub use error::Error;
pub use json::{DraftJson, to_json};
pub use model::{
    Baseline, Draft, Format, Line, LineKind, Measure, Origin, Phase, PlanPeriod, Reading, Section, Source, Span, Target, UnitMention,
    Warning,
};
pub use ordinals::ordinals;
pub use original::{Change, ChangeKind, Original};
pub use trace::Trace;

/// Returns the words of a plain text file in any of the usual encodings, as they stand; none if the bytes are no text.
pub fn plain_text(bytes: &[u8]) -> Option<String> {
    sheets::encoding::text_of(bytes)
}

/// Reads a document. The name is used in messages only: what the file is, its content shows.
///
/// # Errors
/// [`Error`] if the bytes are no document, are damaged, or hold no text.
pub fn read(name: &str, bytes: &[u8]) -> Result<Reading, Error> {
    let decoded = decode::decode(name, bytes)?;
    let mut cleaned = clean::clean(decoded.lines);
    if cleaned.lines.iter().all(|line| line.text.is_empty()) {
        return Err(Error::Empty(name.to_owned()));
    }
    cleaned.notes.extend(decoded.problems.into_iter().map(|problem| (None, problem)));
    let mut text = text::Text::new(&cleaned.lines);
    let draft = draft::draft(&mut text, &cleaned);
    let (trace, repaired) = (cleaned.trace, cleaned.repaired);
    let source = Source { format: decoded.format, text: text.chars.iter().collect(), lines: text.lines, trace, repaired };
    Ok(Reading { source, draft })
}

#[cfg(test)]
mod tests;
