//! Package files (`.ydpkg`): what goes from one ledger to another, written, and read through a gate.
//!
//! A package is a zip with `content.json` (what it says, typed), `摘要.txt` (for a person), and `sha256.txt` (the
//! checksum of every other part). A hand-over package has a whole ledger and workbooks of it besides.
//!
//! - [`write()`] and [`read()`] for a plan sent down and for a unit's reports;
//! - [`write_handover`] and [`Handover`] for a hand-over package, which can be larger than memory.
//!
//! Not here: ledgers, merging, the clock. What is read is checked to be whole, bearable and typed; whether it fits a
//! ledger is for others to say. Start at [`Content`].

mod check;
mod content;
mod error;
mod handover;
mod parts;

pub use content::{
    Content, Cover, EntryText, FORMAT, HandoverContent, IndicatorText, Kind, MeasureText, NarrativeText, Package, PartText, PlanContent,
    PlanText, PlannedText, Report, SectionText, ShareText, UnitText,
};
pub use error::Error;
pub use handover::{Handover, write_handover};
pub use parts::{kind_of, looks_like, read, write};

#[cfg(test)]
mod tests;
