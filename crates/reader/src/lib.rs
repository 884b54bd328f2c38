//! Reads a plan document: bytes → cleaned text → draft plan, with spans and warnings.
//!
//! Not here: storing, judging, asking. Whatever is doubtful is handed on with the reason. Reading never fails on a
//! readable document: problems become warnings. Start at [`read`].

mod error;
mod json;
mod model;

pub use error::Error;
pub use json::{DraftJson, to_json};
pub use model::{Draft, Format, Line, LineKind, Measure, Phase, PlanPeriod, Reading, Section, Source, Span, Target, UnitMention, Warning};

/// Reads a document. The name is used in messages only: what the file is, its content shows.
///
/// # Errors
/// [`Error`] if the bytes are no document, are damaged, or hold no text.
pub fn read(name: &str, bytes: &[u8]) -> Result<Reading, Error> {
    let text = String::from_utf8(bytes.to_vec()).map_err(|_| Error::Empty(name.to_owned()))?;
    let mut lines = Vec::new();
    let mut at = 0;
    for line in text.split('\n') {
        let end = at + line.chars().count();
        lines.push(Line { span: Span::new(at, end), kind: LineKind::Body });
        at = end + 1;
    }
    Ok(Reading { source: Source { format: Format::Text, text, lines }, draft: Draft::default() })
}
