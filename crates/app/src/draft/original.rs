//! The document under review as it was before cleaning: what was found in it at its place there, and what was dropped
//! and repaired.

use super::alike::Known;
use super::desk::Desk;
use super::{keep, no_draft, view};
use crate::marks::{self, Clipped, Found};
use crate::wire::{LineChange, Nothing, OriginalLine, OriginalView, Repair, RepairKind, Repairs};
use crate::{ApiError, App};
use reader::{Change, ChangeKind, LineKind, Original, Source, Span};
use std::collections::{BTreeMap, BTreeSet};

/// How many of each kind are shown with their words: the first one on each of so many lines.
const SHOWN: usize = 6;
/// How many characters are shown on both sides of a line break that was taken out.
const AROUND: usize = 8;

/// Returns the original of the document under review; none if the draft was read by a version that kept no trace.
pub(crate) fn show(app: &mut App, _: Nothing) -> Result<Option<OriginalView>, ApiError> {
    keep::put_away_stale(app)?;
    let known = Known::of(app)?;
    let desk = &mut app.draft.as_mut().ok_or_else(no_draft)?.desk;
    let found = view::found(desk, &known);
    let noise = noise(desk);
    let Some((original, source)) = desk.original()? else { return Ok(None) };
    let noise: BTreeSet<usize> =
        noise.into_iter().flat_map(|line| original.places(source, line)).map(|place| original.line_at(place.start)).collect();
    let found = found.into_iter().flat_map(|found| at_its_places(original, source, found)).collect();
    Ok(Some(OriginalView { lines: lines(original, found, &noise), repairs: repairs(original, &source.text, &noise) }))
}

/// Returns the lines dropped as noise that nobody took back in.
fn noise(desk: &Desk) -> Vec<Span> {
    let kept = &desk.content.kept_lines;
    let lines = desk.reading.source.lines.iter().enumerate();
    lines.filter(|(at, line)| line.kind == LineKind::Noise && !kept.contains(&(*at as u32 + 1))).map(|(_, line)| line.span).collect()
}

fn at_its_places(original: &Original, source: &Source, found: Found) -> Vec<Found> {
    let Found { span, kind, item, doubtful } = found;
    original.places(source, span).into_iter().map(|span| Found { span, kind, item: item.clone(), doubtful }).collect()
}

fn lines(original: &Original, found: Vec<Found>, noise: &BTreeSet<usize>) -> Vec<OriginalLine> {
    let marks = marks::by_line(&original.text, &original.lines, found);
    let changes = original.changes.iter().map(|change| (change.span, change));
    let changes = marks::clipped(&original.text, &original.lines, changes);
    let joined: BTreeSet<usize> =
        original.changes.iter().filter(|change| change.kind == ChangeKind::Joined).map(|change| change.span.end).collect();
    let change =
        |Clipped { start, end, of }: Clipped<&Change>| LineChange { start, end, kind: kind(of.kind), became: original.became(of.span) };
    let line = |(at, ((text, marks), changes)): (usize, ((&str, _), Vec<Clipped<&Change>>))| OriginalLine {
        number: at as u32 + 1,
        text: text.to_owned(),
        noise: noise.contains(&at),
        joined: joined.contains(&original.lines[at].start),
        marks,
        changes: changes.into_iter().map(change).collect(),
    };
    original.text.split('\n').zip(marks).zip(changes).enumerate().map(line).collect()
}

/// Returns what was done, a kind each, with the first places.
fn repairs(original: &Original, cleaned: &str, noise: &BTreeSet<usize>) -> Vec<Repairs> {
    let mut kinds: BTreeMap<RepairKind, Repairs> = BTreeMap::new();
    let mut add = |kind, times: usize, line: usize, repair: &dyn Fn() -> (String, String)| {
        let repairs = kinds.entry(kind).or_insert_with(|| Repairs { kind, count: 0, first: Vec::new() });
        repairs.count += times as u32;
        let line = line as u32 + 1;
        if repairs.first.len() < SHOWN && repairs.first.last().is_none_or(|last| last.line < line) {
            let (was, became) = repair();
            repairs.first.push(Repair { line, was, became });
        }
    };
    for line in noise {
        add(RepairKind::Noise, 1, *line, &|| (original.words(original.lines[*line]), String::new()));
    }
    let cleaned: Vec<char> = cleaned.chars().collect();
    for change in &original.changes {
        let Change { kind: done, span } = *change;
        let times = if done == ChangeKind::Traditional { span.end - span.start } else { 1 };
        // A line break that was taken out is shown on the line that was joined.
        let line = original.line_at(if done == ChangeKind::Joined { span.end } else { span.start });
        add(kind(done), times, line, &|| match done {
            ChangeKind::Joined => joint(original, &cleaned, Span::new(span.end, original.lines[line].end)),
            _ => with_neighbours(original, span, original.lines[line], done),
        });
    }
    kinds.into_values().collect()
}

/// Returns a change with what shows best where it is: pinyin with its character, a comma between its neighbours.
fn with_neighbours(original: &Original, span: Span, line: Span, kind: ChangeKind) -> (String, String) {
    let (before, behind) = match kind {
        ChangeKind::Pinyin | ChangeKind::Repaired => (1, 0),
        ChangeKind::Punctuation | ChangeKind::Cells => (2, 2),
        ChangeKind::Traditional | ChangeKind::Joined => (0, 0),
    };
    let shown = Span::new(span.start.saturating_sub(before).max(line.start), (span.end + behind).min(line.end));
    (original.words(shown), original.became(shown))
}

/// Returns a line break that was taken out, between the words it stands between now.
fn joint(original: &Original, cleaned: &[char], joined: Span) -> (String, String) {
    let at = original.cleaned(joined).unwrap_or(0);
    let words = |start: usize, end: usize| cleaned[start..end].iter().collect::<String>();
    let (before, behind) = (words(at.saturating_sub(AROUND), at), words(at, (at + AROUND).min(cleaned.len())));
    (format!("{}↵{behind}", before.trim_end()), format!("{before}{behind}"))
}

fn kind(kind: ChangeKind) -> RepairKind {
    match kind {
        ChangeKind::Pinyin => RepairKind::Pinyin,
        ChangeKind::Traditional => RepairKind::Traditional,
        ChangeKind::Repaired => RepairKind::Repaired,
        ChangeKind::Joined => RepairKind::Joined,
        ChangeKind::Punctuation => RepairKind::Punctuation,
        ChangeKind::Cells => RepairKind::Cells,
    }
}
