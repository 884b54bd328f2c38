//! Writing what was decided about a clash: the survivor has it, the other has not.

use super::clash::clean;
use crate::ApiError;
use crate::wire::ClashChoice;
use domain::judge::Figure;
use store::{Allocation, Entry, Narrative, Writer};

/// What both units have for one place.
pub(super) enum Settling {
    /// Reports: those of the survivor that the other's meets, and what adding gives.
    Entry { ours: Vec<Entry>, theirs: Entry, sum: Option<Figure> },
    /// Shares of a target.
    Share { ours: Allocation, theirs: Allocation },
    /// What was reported in words.
    Narrative { ours: Narrative, theirs: Narrative },
}

impl Settling {
    /// Writes the decision.
    pub(super) fn write(&self, w: &Writer<'_>, choice: ClashChoice, pair: (i64, i64), who: &str, at: i64) -> Result<(), ApiError> {
        match self {
            Settling::Entry { ours, theirs, sum } => entry(w, choice, pair, (ours, theirs, *sum), who, at),
            Settling::Share { ours, theirs } => share(w, choice, pair, ours, theirs),
            Settling::Narrative { ours, theirs } => narrative(w, choice, pair, ours, theirs),
        }
    }
}

fn entry(
    w: &Writer<'_>,
    choice: ClashChoice,
    (from, into): (i64, i64),
    (ours, theirs, sum): (&[Entry], &Entry, Option<Figure>),
    who: &str,
    at: i64,
) -> Result<(), ApiError> {
    let indicator = theirs.indicator_id;
    let same = ours.iter().find(|ours| ours.period == theirs.period);
    w.clear_entry(indicator, from, theirs.period)?;
    match (choice, same) {
        (ClashChoice::Keep, None) => {}
        (ClashChoice::Keep, Some(same)) => {
            // What the survivor did not say, the other's report says.
            let said = if same.figure.is_some() { same } else { theirs };
            let note = same.note.clone().or_else(|| theirs.note.clone());
            w.record_entry(&Entry { unit_id: into, period: same.period, note, ..said.clone() })?;
        }
        (ClashChoice::Take, _) => {
            if same.is_none() {
                for other in ours {
                    w.clear_entry(indicator, into, other.period)?;
                }
            }
            let note = theirs.note.clone().or_else(|| same.and_then(|same| same.note.clone()));
            let said = if theirs.figure.is_some() { theirs } else { same.unwrap_or(theirs) };
            w.record_entry(&Entry { unit_id: into, period: theirs.period, note, ..said.clone() })?;
        }
        (ClashChoice::Add, _) => {
            let Some(one) = same.or(ours.first()) else { return Ok(()) };
            let note = joined(&one.note, &theirs.note);
            let (who, period) = (who.to_owned(), one.period);
            w.record_entry(&Entry { indicator_id: indicator, unit_id: into, period, figure: sum, typed: None, note, who, at })?;
        }
    }
    Ok(())
}

fn share(w: &Writer<'_>, choice: ClashChoice, (from, into): (i64, i64), ours: &Allocation, theirs: &Allocation) -> Result<(), ApiError> {
    w.clear_allocation(theirs.indicator_id, from)?;
    match choice {
        ClashChoice::Keep => {}
        ClashChoice::Take => w.set_allocation(&Allocation { unit_id: into, ..theirs.clone() })?,
        ClashChoice::Add => {
            if let Some(Figure::Value(target)) = Figure::Value(ours.target).plus(Figure::Value(theirs.target)).map(clean) {
                w.set_allocation(&Allocation { target, target_text: None, ..ours.clone() })?;
            }
        }
    }
    Ok(())
}

fn narrative(w: &Writer<'_>, choice: ClashChoice, (from, into): (i64, i64), ours: &Narrative, theirs: &Narrative) -> Result<(), ApiError> {
    let none = Narrative { unit_id: from, progress: None, problems: None, next_steps: None, ..theirs.clone() };
    w.tell(&none)?;
    match choice {
        ClashChoice::Keep => {}
        ClashChoice::Take => drop(w.tell(&Narrative { unit_id: into, ..theirs.clone() })?),
        ClashChoice::Add => drop(w.tell(&Narrative {
            progress: joined(&ours.progress, &theirs.progress),
            problems: joined(&ours.problems, &theirs.problems),
            next_steps: joined(&ours.next_steps, &theirs.next_steps),
            ..ours.clone()
        })?),
    }
    Ok(())
}

/// Returns two texts as one; a text that is there already is not repeated.
pub(super) fn joined(a: &Option<String>, b: &Option<String>) -> Option<String> {
    match (a, b) {
        (Some(a), Some(b)) if a != b => Some(format!("{a}；{b}")),
        (a, b) => a.clone().or_else(|| b.clone()),
    }
}
