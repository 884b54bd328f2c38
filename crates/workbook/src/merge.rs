//! The three-way merge: what was sent, what the ledger has now, what came back.
//!
//! Pure, and free of files and tables, so that any two places that exchange values can merge by the same rule.

use crate::clean::{clean, spaced};
use crate::codes::RejectCode;
use domain::Amount;

/// Equality that survives a trip through a spreadsheet program.
pub trait Same {
    /// Returns true if both mean the same to the person who entered them.
    fn same(&self, other: &Self) -> bool;

    /// Returns true if it looks like an empty cell, as a text of white space does.
    fn is_blank(&self) -> bool {
        false
    }
}

impl Same for Amount {
    fn same(&self, other: &Amount) -> bool {
        Amount::same(*self, *other)
    }
}

impl Same for String {
    fn same(&self, other: &String) -> bool {
        spaced(self).trim() == spaced(other).trim()
    }

    fn is_blank(&self) -> bool {
        clean(self).trim().is_empty()
    }
}

impl<T: Same> Same for Option<T> {
    fn same(&self, other: &Option<T>) -> bool {
        match (self, other) {
            (Some(one), Some(two)) => one.same(two),
            (None, None) => true,
            (Some(one), None) | (None, Some(one)) => one.is_blank(),
        }
    }

    fn is_blank(&self) -> bool {
        self.as_ref().is_none_or(T::is_blank)
    }
}

/// What a ledger holds in an entry cell that is not empty.
#[derive(Clone, Debug, PartialEq)]
pub enum Held {
    /// A value, numerator or denominator.
    Number(Amount),
    /// A note.
    Text(String),
}

impl Same for Held {
    fn same(&self, other: &Held) -> bool {
        match (self, other) {
            (Held::Number(one), Held::Number(two)) => one.same(two),
            (Held::Text(one), Held::Text(two)) => one.same(two),
            _ => false,
        }
    }

    fn is_blank(&self) -> bool {
        matches!(self, Held::Text(text) if text.is_blank())
    }
}

/// What becomes of one cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// They left it as it was sent: nothing to do.
    Unchanged,
    /// They changed it, only they: take theirs, an emptied cell included.
    Apply,
    /// They changed it to what the ledger already has.
    Equal,
    /// They changed it and so did we, differently: a person chooses.
    Conflict,
    /// What they entered cannot be read: keep ours and say why.
    Rejected(RejectCode),
}

impl Outcome {
    /// Returns the word used in JSON and by scripts.
    pub fn code(self) -> &'static str {
        match self {
            Outcome::Unchanged => "unchanged",
            Outcome::Apply => "applied",
            Outcome::Equal => "equal",
            Outcome::Conflict => "conflict",
            Outcome::Rejected(_) => "rejected",
        }
    }
}

/// Returns what becomes of a value that was sent as `base`, is `ours` now and came back as `theirs`.
///
/// ```
/// use workbook::{Outcome, merge};
/// let (sent, changed, other) = ("35".to_string(), "40".to_string(), "50".to_string());
/// assert_eq!(merge(&sent, &sent, &changed), Outcome::Apply);
/// assert_eq!(merge(&sent, &changed, &changed), Outcome::Equal);
/// assert_eq!(merge(&sent, &changed, &sent), Outcome::Unchanged);
/// assert_eq!(merge(&sent, &changed, &other), Outcome::Conflict);
/// ```
pub fn merge<T: Same>(base: &T, ours: &T, theirs: &T) -> Outcome {
    if theirs.same(base) {
        Outcome::Unchanged
    } else if ours.same(theirs) {
        Outcome::Equal
    } else if ours.same(base) {
        Outcome::Apply
    } else {
        Outcome::Conflict
    }
}

/// One cell to merge, under a key of the caller's.
#[derive(Clone, Debug, PartialEq)]
pub struct MergeCell<K, T> {
    /// Which cell it is.
    pub key: K,
    /// As it was sent, or as it was last accepted for this exchange.
    pub base: T,
    /// As the ledger has it now.
    pub ours: T,
    /// As it came back, or why it cannot be read.
    pub theirs: Result<T, RejectCode>,
}

impl<K, T: Same> MergeCell<K, T> {
    /// Returns what becomes of the cell.
    pub fn outcome(&self) -> Outcome {
        match &self.theirs {
            Ok(theirs) => merge(&self.base, &self.ours, theirs),
            Err(code) => Outcome::Rejected(*code),
        }
    }

    fn came_back_changed(&self) -> bool {
        self.theirs.as_ref().map_or(true, |theirs| !theirs.same(&self.base))
    }
}

/// Cells by outcome. `changed = applied + equal + conflicts + rejected` always holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Cells that came back different from what was sent, or unreadable.
    pub changed: usize,
    /// Taken over.
    pub applied: usize,
    /// Already in the ledger.
    pub equal: usize,
    /// Left to a person.
    pub conflicts: usize,
    /// Unreadable.
    pub rejected: usize,
    /// Came back as sent.
    pub unchanged: usize,
}

impl std::ops::AddAssign for Counts {
    fn add_assign(&mut self, other: Counts) {
        self.changed += other.changed;
        self.applied += other.applied;
        self.equal += other.equal;
        self.conflicts += other.conflicts;
        self.rejected += other.rejected;
        self.unchanged += other.unchanged;
    }
}

/// Every cell with its outcome, in the order given, and their counts.
#[derive(Clone, Debug, PartialEq)]
pub struct MergeResult<K, T> {
    /// The cells.
    pub cells: Vec<(MergeCell<K, T>, Outcome)>,
    /// How many of each outcome.
    pub counts: Counts,
}

/// Returns what becomes of each cell. Nothing is written: the caller applies what it accepts.
pub fn merge_cells<K, T: Same>(cells: Vec<MergeCell<K, T>>) -> MergeResult<K, T> {
    let mut counts = Counts::default();
    let cells = cells
        .into_iter()
        .map(|cell| {
            let outcome = cell.outcome();
            // Counted apart from the outcome, so that the identity is a check and not a definition.
            counts.changed += usize::from(cell.came_back_changed());
            *match outcome {
                Outcome::Unchanged => &mut counts.unchanged,
                Outcome::Apply => &mut counts.applied,
                Outcome::Equal => &mut counts.equal,
                Outcome::Conflict => &mut counts.conflicts,
                Outcome::Rejected(_) => &mut counts.rejected,
            } += 1;
            (cell, outcome)
        })
        .collect();
    MergeResult { cells, counts }
}

#[cfg(test)]
mod tests;
