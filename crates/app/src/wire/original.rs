//! A document under review as it was before cleaning.

use super::{Mark, wire};
use serde::{Deserialize, Serialize};

wire! {
    /// The document before cleaning, and what cleaning did to it.
    pub struct OriginalView {
        /// Its text, line by line.
        pub lines: Vec<OriginalLine>,
        /// What was done, a kind each; only kinds that occur.
        pub repairs: Vec<Repairs>,
    }

    /// A line of the original.
    pub struct OriginalLine {
        /// Counted from 1 in the original.
        pub number: u32,
        /// Its text.
        pub text: String,
        /// True if it was dropped as navigation, page number or the like.
        pub noise: bool,
        /// True if it goes on a line before it: the line break before it was taken out.
        pub joined: bool,
        /// What was found in it, as in the cleaned source; sorted, not overlapping.
        pub marks: Vec<Mark>,
        /// What cleaning did in it; sorted, not overlapping.
        pub changes: Vec<LineChange>,
    }

    /// A stretch of a line that cleaning dropped or changed.
    pub struct LineChange {
        /// Begin, in UTF-16 units from the line's start.
        pub start: u32,
        /// End, exclusive.
        pub end: u32,
        /// What was done.
        pub kind: RepairKind,
        /// What became of it; empty if it was dropped.
        pub became: String,
    }

    /// Everything of one kind that cleaning did.
    pub struct Repairs {
        /// What was done.
        pub kind: RepairKind,
        /// How often; of Traditional characters, to how many of them; of noise, to how many lines.
        pub count: u32,
        /// The first of them.
        pub first: Vec<Repair>,
    }

    /// One of them, with some words around it.
    pub struct Repair {
        /// The line of the original it stands on.
        pub line: u32,
        /// What it was.
        pub was: String,
        /// What it became; empty if it was dropped.
        pub became: String,
    }
}

/// What cleaning does to a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum RepairKind {
    /// Drops lines of navigation, page numbers and the like.
    Noise,
    /// Drops pinyin in brackets.
    Pinyin,
    /// Writes Traditional characters as Simplified ones.
    Traditional,
    /// Puts damaged characters right.
    Repaired,
    /// Joins a line to one before.
    Joined,
    /// Writes punctuation full-width.
    Punctuation,
    /// Parts the cells of a table.
    Cells,
}
