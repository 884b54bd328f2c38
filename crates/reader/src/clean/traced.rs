//! A line on its way through the cleaning: its characters, each with its place in the original.

use crate::trace::Trace;

/// A line whose characters know where they come from. Places count characters of the original, line breaks included.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Traced {
    /// Its words.
    pub text: String,
    /// Where each of its characters comes from.
    pub trace: Trace,
    /// Where the line begins in the original: the line break before it is the character before that place.
    pub start: u32,
    /// Navigation, page numbers, advertising …: shown struck through, never read.
    pub noise: bool,
}

impl Traced {
    /// Returns an empty line in place of another, to be filled with what is left of that one.
    pub fn like(line: &Traced) -> Traced {
        Traced { text: String::with_capacity(line.text.len()), trace: Trace::default(), start: line.start, noise: line.noise }
    }

    /// Adds a character that comes from a place.
    pub fn push(&mut self, c: char, from: u32) {
        self.text.push(c);
        self.trace.push(from);
    }

    /// Adds what stood on the next line, behind a space where one is needed: that stands for the line break.
    pub fn join(&mut self, next: &Traced, space: bool) {
        if space {
            self.push(' ', next.start.saturating_sub(1));
        }
        self.text.push_str(&next.text);
        self.trace.append(&next.trace);
    }

    /// Returns the characters, each with its place.
    pub fn chars(&self) -> impl Iterator<Item = (char, u32)> {
        self.text.chars().zip(self.trace.places())
    }
}

/// Returns the lines of a document as they are, each character at its own place.
pub fn lines(lines: Vec<String>) -> Vec<Traced> {
    let mut start = 0;
    let traced = |text: String| {
        let length = text.chars().count() as u32;
        let line = Traced { text, trace: Trace::whole(start, length), start, noise: false };
        start += length + 1;
        line
    };
    lines.into_iter().map(traced).collect()
}
