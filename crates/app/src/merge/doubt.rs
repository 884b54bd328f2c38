//! What a person decides of a cell, and what nobody decides for all alike.

use super::compare::Ground;
use super::refusal::{OLDER_RETURN, TWO_RETURNS};
use super::rivals::{At, Chosen};
use crate::wire::{Choice, MergeItem, Outcome};

/// Makes a conflict of what another file in hand says otherwise, and of what an older one would set back: `older` says of
/// the file that it is that. Returns what was decided, as far as it makes theirs or ours the base.
///
/// What yields to another file, or is old and was not taken, does not become the base: the unit may say it again, and then
/// it is news.
pub(super) fn doubted(
    ground: &Ground<'_>,
    file: usize,
    older: Option<&str>,
    item: &mut MergeItem,
    at: At,
    choice: Option<Choice>,
) -> Option<Choice> {
    let by_person = |key: &str| (ground.decided.each)(key).filter(|_| !ground.decided.alike);
    if ground.rivals.is_contested(at) {
        item.rivals = ground.rivals.others(file, at, &ground.names);
        item.group = Some(ground.rivals.group(at));
        let (choice, base) = match ground.rivals.chosen(file, at, &by_person) {
            Chosen::Open => (None, None),
            Chosen::This => (Some(Choice::Theirs), Some(Choice::Theirs)),
            Chosen::Other { same: true } => {
                item.outcome = Outcome::Equal;
                return None;
            }
            Chosen::Other { same: false } => (Some(Choice::Ours), None),
            Chosen::None => (Some(Choice::Ours), Some(Choice::Ours)),
        };
        item.outcome = ground.decided.sides.decide_of(item, choice, "几份回表填的不同", TWO_RETURNS);
        return base;
    }
    let Some(why) = older else { return choice };
    let choice = by_person(&item.key);
    item.outcome = ground.decided.sides.decide_of(item, choice, why, OLDER_RETURN);
    choice.filter(|choice| *choice == Choice::Theirs)
}

/// How the two sides of a conflict are called.
pub(crate) struct Sides {
    /// Why it is one.
    why: &'static str,
    taken: &'static str,
    kept: &'static str,
    open: &'static str,
}

impl Sides {
    /// Two parties changed what one of them had sent.
    pub(crate) const SENT: Sides =
        Sides { why: "双方都改过", taken: "已取对方", kept: "已留我方", open: "未选定，我方不动" };
    /// A table nobody sent, against the ledger.
    pub(crate) const TABLE: Sides =
        Sides {
            why: "台账已有不同的内容", taken: "已取表里的", kept: "已留台账的", open: "未选定，台账的不动"
        };

    /// Writes a person's decision on a conflict into its item and returns what becomes of the cell.
    pub(crate) fn decide(&self, item: &mut MergeItem, choice: Option<Choice>) -> Outcome {
        self.decide_of(item, choice, self.why, "undecided")
    }

    /// The same for a conflict that has another reason, and another code while it is open.
    fn decide_of(&self, item: &mut MergeItem, choice: Option<Choice>, why: &str, open: &str) -> Outcome {
        let (outcome, code, message) = match choice {
            Some(Choice::Theirs) => (Outcome::Applied, "taken", self.taken),
            Some(Choice::Ours) => (Outcome::Conflict, "kept", self.kept),
            None => (Outcome::Conflict, open, self.open),
        };
        (item.code, item.message) = (Some(code.to_owned()), Some(format!("{why}，{message}")));
        outcome
    }
}
