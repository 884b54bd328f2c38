//! Where each character of a text comes from.

use crate::model::Span;
use serde::{Deserialize, Serialize};

/// For each character of a text its place in the original: stretches that come from a stretch as it stands are kept as
/// one, so that a trace is small where little was changed. Written down as numbers, two a stretch: how far it is from
/// where the one before ended, and how long it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Vec<i64>", into = "Vec<i64>")]
pub struct Trace {
    runs: Vec<Run>,
    /// How many characters the text has.
    length: u32,
}

/// A stretch of the text that comes from a stretch of the original.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Run {
    /// Where it begins in the text.
    at: u32,
    /// Where it begins in the original.
    from: u32,
}

impl Trace {
    /// Returns the trace of a text that stands in the original from a place on, character by character.
    pub(crate) fn whole(from: u32, length: u32) -> Trace {
        let runs = if length > 0 { vec![Run { at: 0, from }] } else { Vec::new() };
        Trace { runs, length }
    }

    /// Returns how many characters the text has.
    pub fn len(&self) -> usize {
        self.length as usize
    }

    /// Returns true for the trace of no text.
    pub fn is_empty(&self) -> bool {
        self.length == 0
    }

    /// Adds a character.
    pub(crate) fn push(&mut self, from: u32) {
        let goes_on = self.runs.last().is_some_and(|run| run.from + (self.length - run.at) == from);
        if !goes_on {
            self.runs.push(Run { at: self.length, from });
        }
        self.length += 1;
    }

    /// Takes the last character off.
    pub(crate) fn pop(&mut self) {
        self.length = self.length.saturating_sub(1);
        if self.runs.last().is_some_and(|run| run.at == self.length) {
            self.runs.pop();
        }
    }

    /// Adds another text behind.
    pub(crate) fn append(&mut self, other: &Trace) {
        for (_, from, length) in other.stretches() {
            self.push(from as u32);
            self.length += length as u32 - 1;
        }
    }

    /// Returns the place of a character in the original.
    pub fn place_of(&self, at: usize) -> Option<usize> {
        let next = self.runs.partition_point(|run| run.at as usize <= at);
        let run = self.runs[..next].last().filter(|_| at < self.len())?;
        Some(run.from as usize + at - run.at as usize)
    }

    /// Returns the stretches in the order of the text: where each begins in the text, where in the original, how long it is.
    pub fn stretches(&self) -> impl Iterator<Item = (usize, usize, usize)> {
        let ends = self.runs.iter().skip(1).map(|run| run.at).chain([self.length]);
        self.runs.iter().zip(ends).map(|(run, end)| (run.at as usize, run.from as usize, (end - run.at) as usize))
    }

    /// Returns the stretches of the original that a stretch of the text comes from, in the order of the text.
    pub(crate) fn stretches_of(&self, span: Span) -> impl Iterator<Item = Span> {
        let first = self.runs.partition_point(|run| run.at as usize <= span.start).saturating_sub(1);
        let ends = self.runs.iter().skip(first + 1).map(|run| run.at).chain([self.length]);
        let runs = self.runs[first.min(self.runs.len())..].iter().zip(ends);
        runs.take_while(move |(run, _)| (run.at as usize) < span.end).filter_map(move |(run, end)| {
            let (start, end) = (span.start.max(run.at as usize), span.end.min(end as usize));
            let from = run.from as usize + start - run.at as usize;
            (start < end).then(|| Span::new(from, from + end - start))
        })
    }

    /// Returns the place of every character, in the order of the text.
    pub(crate) fn places(&self) -> impl Iterator<Item = u32> {
        self.stretches().flat_map(|(_, from, length)| from as u32..(from + length) as u32)
    }
}

impl From<Trace> for Vec<i64> {
    fn from(trace: Trace) -> Vec<i64> {
        let mut numbers = Vec::with_capacity(trace.runs.len() * 2);
        let mut end = 0;
        for (_, from, length) in trace.stretches() {
            numbers.extend([from as i64 - end, length as i64]);
            end = (from + length) as i64;
        }
        numbers
    }
}

/// What is no trace, in a file somebody changed, becomes one that leads nowhere.
impl From<Vec<i64>> for Trace {
    fn from(numbers: Vec<i64>) -> Trace {
        let mut trace = Trace::default();
        let mut end = 0_i64;
        for pair in numbers.chunks(2) {
            let from = end.checked_add(pair[0]).and_then(|from| u32::try_from(from).ok());
            let length = pair.get(1).and_then(|length| u32::try_from(*length).ok()).filter(|length| *length > 0);
            let (Some(from), Some(length)) = (from, length) else { return Trace::default() };
            let (Some(_), Some(all)) = (from.checked_add(length), trace.length.checked_add(length)) else { return Trace::default() };
            trace.runs.push(Run { at: trace.length, from });
            (trace.length, end) = (all, i64::from(from) + i64::from(length));
        }
        trace
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_place_is_found_again_also_after_it_was_written_down(places in proptest::collection::vec(0u32..40, 0..60), extra in 0usize..5) {
            let mut trace = Trace::default();
            places.iter().for_each(|place| trace.push(*place));
            (0..extra).for_each(|_| trace.push(7));
            (0..extra).for_each(|_| trace.pop());
            prop_assert_eq!(trace.places().collect::<Vec<_>>(), places.clone());
            let (head, tail) = places.split_at(places.len() / 2);
            let mut parts = [head, tail].map(|part| part.iter().fold(Trace::default(), |mut trace, place| { trace.push(*place); trace }));
            let [first, second] = &mut parts;
            first.append(second);
            prop_assert_eq!(&*first, &trace);
            for (at, place) in places.iter().enumerate() {
                prop_assert_eq!(trace.place_of(at), Some(*place as usize));
                let behind: Vec<usize> = trace.stretches_of(Span::new(at, at + 9)).flat_map(|span| span.start..span.end).collect();
                let expected: Vec<usize> = places[at..].iter().take(9).map(|place| *place as usize).collect();
                prop_assert_eq!(behind, expected);
            }
            prop_assert_eq!(trace.place_of(places.len()), None);
            let written = serde_json::to_string(&trace).unwrap();
            prop_assert_eq!(serde_json::from_str::<Trace>(&written).unwrap(), trace);
        }

        #[test]
        fn numbers_that_are_no_trace_lead_nowhere(numbers in proptest::collection::vec(any::<i64>(), 0..6)) {
            let trace = Trace::from(numbers);
            prop_assert!(trace.stretches().all(|(at, _, _)| trace.place_of(at).is_some()));
        }
    }

    #[test]
    fn what_stands_as_it_stood_takes_two_numbers() {
        assert_eq!(serde_json::to_string(&Trace::whole(3, 1000)).unwrap(), "[3,1000]");
    }
}
