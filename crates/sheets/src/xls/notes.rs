//! The notes on the cells of a sheet: an object, its text, and last of all which cell it is on, in records apart.

use super::{CONTINUE, Pieces, record, word};
use std::collections::HashMap;

/// The objects that are notes, with their words, while a sheet is walked.
#[derive(Default)]
pub struct Notes {
    /// The object whose text may follow; none if it is a drawing of another kind.
    object: Option<u16>,
    texts: HashMap<u16, String>,
}

impl Notes {
    /// Sees an object: what kind it is, and its number.
    pub fn see_object(&mut self, content: &[u8]) {
        const COMMON: u16 = 0x15;
        const NOTE: u16 = 0x19;
        let is_note = word(content, 0) == Some(COMMON) && word(content, 4) == Some(NOTE);
        self.object = word(content, 6).filter(|_| is_note);
    }

    /// Sees the text of the last object: how long it is; the letters are in the records that follow.
    pub fn see_text(&mut self, content: &[u8], mut rest: &[u8]) {
        let (Some(object), Some(length)) = (self.object.take(), word(content, 10)) else { return };
        let mut parts = Vec::new();
        // These records are walked again, and counted then.
        let mut uncounted = usize::MAX;
        while word(rest, 0) == Some(CONTINUE)
            && let Some((_, part)) = record(&mut rest, &mut uncounted)
        {
            parts.push(part);
        }
        let mut pieces = Pieces { parts, part: 0, at: 0 };
        let text = pieces.byte().and_then(|flags| pieces.chars(usize::from(length), flags & 1 != 0));
        self.texts.extend(text.map(|text| (object, text)));
    }

    /// Returns the cell a note is on, row and column counted from 0, and its words; none where they cannot be made out.
    pub fn of_cell(&self, content: &[u8]) -> Option<(u32, u32, Option<&str>)> {
        let (row, column, object) = (word(content, 0)?, word(content, 2)?, word(content, 6)?);
        Some((row.into(), column.into(), self.texts.get(&object).map(String::as_str)))
    }
}
