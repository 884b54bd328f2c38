//! Targets: the numbers (and some states) a text commits to.

pub mod about;
pub mod chinese;
mod clause;
mod comparator;
mod distributed;
mod exclude;
mod money;
mod name;
mod number;
mod qualitative;
mod results;
mod sentence;
mod start;
mod unit;

pub use chinese::chinese_value;
pub use comparator::comparator;
pub use number::{Number, numbers};

use crate::dates::{self, Calendar, Sense};
use crate::model::{Span, Target};
use crate::text::Text;
use chrono::NaiveDate;
use sentence::Sentence;

/// Returns true if the words are a unit of measure and nothing else.
pub fn is_unit(words: &str) -> bool {
    let chars: Vec<char> = words.chars().collect();
    unit::unit_at(&chars, 0) == Some(chars.len())
}

/// What the place of a text says about the targets in it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Setting {
    /// Years for dates that name none.
    pub calendar: Calendar,
    /// The text reports results of the past.
    pub looks_back: bool,
}

/// Finds the targets in a span; `skipped` stretches (responsibility notes) hold none.
pub fn scan(text: &Text, span: Span, skipped: &[Span], setting: Setting) -> Vec<Target> {
    let mut found = Vec::new();
    let governing = governing_date(text, span, setting);
    let mut notes = skipped.to_vec();
    notes.sort_unstable();
    let mut next = 0;
    for sentence in text.sentences(span) {
        while notes.get(next).is_some_and(|note| note.end <= sentence.start) {
            next += 1;
        }
        // What stands before, between and behind the notes is read.
        let mut from = sentence.start;
        for note in notes[next..].iter().take_while(|note| note.start < sentence.end) {
            read(text, Span::new(from, note.start), setting, governing, &mut found);
            from = note.end;
        }
        read(text, Span::new(from.min(sentence.end), sentence.end), setting, governing, &mut found);
    }
    without_repetition(found)
}

fn read(text: &Text, words: Span, setting: Setting, governing: Option<NaiveDate>, found: &mut Vec<Target>) {
    if words.start < words.end {
        Sentence::new(text, words, setting, governing).targets(found);
    }
}

/// Returns the date of 到2027年， at the very beginning of a paragraph: it governs all of it.
fn governing_date(text: &Text, span: Span, setting: Setting) -> Option<NaiveDate> {
    let head: String = text.slice(span).iter().take(16).collect();
    let first = dates::dates(&head, setting.calendar).into_iter().next()?;
    (first.start == 1 && head.starts_with('到') && first.sense == Sense::At).then_some(first.date)
}

/// What is said twice is said soon after; so that comparing takes bounded time.
const MOST_COMPARED: usize = 40;

/// Drops what says the same twice within a measure.
fn without_repetition(found: Vec<Target>) -> Vec<Target> {
    let mut kept: Vec<Target> = Vec::with_capacity(found.len());
    for target in found {
        let said = target.value.is_some()
            && kept.iter().rev().take(MOST_COMPARED).any(|other| {
                (other.value, other.upper, &other.unit, other.due) == (target.value, target.upper, &target.unit, target.due)
                    && other.span != target.span
                    && other.name == target.name
            });
        if !said {
            kept.push(target);
        }
    }
    kept
}

#[cfg(test)]
mod tests;
