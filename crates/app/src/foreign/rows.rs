//! Which item of the plan each row means, and which rows mean none.

use super::known::{Item, Known};
use super::mapping::{Choices, Mapped};
use crate::wire::RowOutcome;
use domain::ColumnRole;
use domain::align::{Found, Named};
use workbook::{Content, ForeignRow, RowKind};

/// A row below the header.
pub(crate) struct Read<'a> {
    /// Which of the sheets taken.
    pub(crate) sheet: usize,
    pub(crate) row: &'a ForeignRow,
    /// The words that name it.
    pub(crate) text: String,
    pub(crate) outcome: RowOutcome,
    /// The item its cells are taken into; of a likely one only once a person confirms.
    pub(crate) item: Option<Item>,
    pub(crate) candidates: Vec<Item>,
}

impl Read<'_> {
    /// Returns true if its cells are taken.
    pub(crate) fn is_taken(&self) -> bool {
        matches!(self.outcome, RowOutcome::Sure | RowOutcome::Given)
    }
}

/// Reads the rows of all sheets that are taken.
pub(crate) fn read<'a>(taken: &[Mapped<'a>], choices: &Choices, known: Option<&Known>) -> Vec<Read<'a>> {
    let mut rows = Vec::new();
    for (at, mapped) in taken.iter().enumerate() {
        let mut task = "";
        for row in mapped.sheet.body(mapped.place) {
            let kind = mapped.sheet.kind(row, &mapped.headings);
            let named = named(mapped, row, &mut task, kind);
            let outcome = match kind {
                RowKind::Total => Some(RowOutcome::Total),
                RowKind::Section => Some(RowOutcome::Section),
                RowKind::Header => Some(RowOutcome::Header),
                RowKind::Item if !has_content(mapped, row) => Some(RowOutcome::Blank),
                RowKind::Item => None,
            };
            rows.push((at, row, named, outcome));
        }
    }
    match known {
        Some(known) => matched(taken, rows, choices, known),
        None => rows.into_iter().map(|(sheet, row, words, outcome)| unmatched(sheet, row, &words, outcome)).collect(),
    }
}

/// The words of a row that name an item.
struct Words<'a> {
    indicator: &'a str,
    measure: &'a str,
    number: &'a str,
    unit: &'a str,
    /// What is shown of the row.
    shown: String,
}

type Raw<'a> = (usize, &'a ForeignRow, Words<'a>, Option<RowOutcome>);

fn named<'a>(mapped: &Mapped<'a>, row: &'a ForeignRow, task: &mut &'a str, kind: RowKind) -> Words<'a> {
    let words = |role: ColumnRole| mapped.columns.iter().find(|column| column.role == role).map_or("", |column| row.words(column.at));
    let (indicator, mut measure) = (words(ColumnRole::Indicator), words(ColumnRole::Measure));
    // A task that has several indicators is often written beside the first of them alone.
    if !measure.is_empty() || kind == RowKind::Section {
        *task = measure;
    } else if !indicator.is_empty() {
        measure = task;
    }
    let shown = match (indicator, measure, words(ColumnRole::Unit)) {
        ("", "", "") => {
            row.cells.iter().map(|cell| cell.words.as_str()).filter(|words| !words.is_empty()).take(4).collect::<Vec<_>>().join(" ")
        }
        ("", "", unit) => unit.to_owned(),
        ("", measure, _) => measure.to_owned(),
        (indicator, ..) => indicator.to_owned(),
    };
    Words { indicator, measure, number: words(ColumnRole::Number), unit: words(ColumnRole::UnitOfMeasure), shown }
}

/// Returns true if a column that is taken holds something in the row.
fn has_content(mapped: &Mapped<'_>, row: &ForeignRow) -> bool {
    let taken = mapped.columns.iter().filter(|column| column.role.field().is_some() || column.role.passage().is_some());
    taken.filter_map(|column| row.cell(column.at)).any(|cell| cell.content != Content::Merged)
}

fn unmatched<'a>(sheet: usize, row: &'a ForeignRow, words: &Words<'_>, outcome: Option<RowOutcome>) -> Read<'a> {
    Read { sheet, row, text: words.shown.clone(), outcome: outcome.unwrap_or(RowOutcome::Unknown), item: None, candidates: Vec::new() }
}

fn matched<'a>(taken: &[Mapped<'a>], rows: Vec<Raw<'a>>, choices: &Choices, known: &Known) -> Vec<Read<'a>> {
    let title = |words: &Words<'a>| if words.indicator.is_empty() { words.measure } else { words.indicator };
    let asked: Vec<Named<'_>> = rows
        .iter()
        .map(|(_, _, words, _)| Named { title: title(words), measure: words.measure, number: words.number, unit: words.unit })
        .collect();
    let by_task: Vec<Named<'_>> =
        rows.iter().map(|(_, _, words, _)| Named { title: words.measure, number: words.number, ..Named::default() }).collect();
    let (indicators, measures) = (known.place_indicators(&asked), known.place_measures(&by_task));
    let mut read = Vec::with_capacity(rows.len());
    for ((sheet, row, words, outcome), (indicator, measure)) in rows.into_iter().zip(indicators.into_iter().zip(measures)) {
        let mapped = &taken[sheet];
        let mut one = unmatched(sheet, row, &words, outcome);
        if outcome.is_none() {
            let by_column = mapped.columns.iter().any(|column| column.role == ColumnRole::OfIndicator);
            if by_column && words.indicator.is_empty() && words.measure.is_empty() {
                // Each column says which indicator: the row is placed by its unit alone.
                let units = mapped.columns.iter().filter(|column| column.role == ColumnRole::Unit);
                let unit = units.map(|column| row.words(column.at)).find_map(|words| known.unit(words));
                one.outcome = if unit.is_some() { RowOutcome::Sure } else { RowOutcome::Unknown };
            } else {
                let found = find(mapped, row, &words, indicator, measure, known);
                (one.outcome, one.item, one.candidates) = outcome_of(found);
                if choices.accepted && one.outcome == RowOutcome::Likely {
                    one.outcome = RowOutcome::Given;
                }
            }
        }
        if let Some(choice) = choices.rows.get(&(mapped.sheet.name.clone(), row.number)) {
            one.item = choice.and_then(|uid| known.item(uid));
            one.outcome = if one.item.is_some() { RowOutcome::Given } else { RowOutcome::Skipped };
        }
        read.push(one);
    }
    read
}

/// What a row may mean: sure, likely, unclear or nothing.
enum Meaning {
    Sure(Item),
    Likely(Vec<Item>),
    Unclear(Vec<Item>),
    Unknown,
}

/// Finds the item of a row: its indicator; where it names none, its measure, whose only indicator its figures may be of.
fn find(mapped: &Mapped<'_>, row: &ForeignRow, words: &Words<'_>, indicator: Found, measure: Found, known: &Known) -> Meaning {
    if let Found::Sure(at) = indicator {
        return Meaning::Sure(Item::Indicator(at));
    }
    let figures = mapped.columns.iter().filter(|column| column.role.field().is_some_and(|field| field != domain::Field::Note));
    let has_figures = figures.filter_map(|column| row.cell(column.at)).any(|cell| cell.content != Content::Merged);
    if !words.indicator.is_empty() {
        return match indicator {
            Found::Likely(all) => Meaning::Likely(all.into_iter().map(Item::Indicator).collect()),
            Found::Unclear(all) => Meaning::Unclear(all.into_iter().map(Item::Indicator).collect()),
            // What is told of a task is told whatever its indicator is called.
            _ if !has_figures => of_measure(measure),
            _ => Meaning::Unknown,
        };
    }
    if !has_figures {
        return of_measure(measure);
    }
    let placed = match &measure {
        Found::Sure(at) => vec![*at],
        Found::Likely(all) | Found::Unclear(all) => all.clone(),
        Found::Unknown => Vec::new(),
    };
    let first = placed.first().map(|at| known.indicators_of(*at)).unwrap_or_default();
    let by_words = match indicator {
        Found::Likely(all) | Found::Unclear(all) => all,
        _ => Vec::new(),
    };
    if let (Found::Sure(_) | Found::Likely(_), [only]) = (&measure, first.as_slice()) {
        let others = by_words.into_iter().filter(|at| at != only).collect::<Vec<_>>();
        return Meaning::Likely([*only].into_iter().chain(others).map(Item::Indicator).collect());
    }
    let mut offered: Vec<usize> = first;
    offered.extend(by_words.into_iter().chain(placed.into_iter().skip(1).flat_map(|at| known.indicators_of(at))));
    let mut seen = std::collections::HashSet::new();
    offered.retain(|at| seen.insert(*at));
    offered.truncate(8);
    if offered.is_empty() { Meaning::Unknown } else { Meaning::Unclear(offered.into_iter().map(Item::Indicator).collect()) }
}

fn of_measure(found: Found) -> Meaning {
    let items = |all: Vec<usize>| all.into_iter().map(Item::Measure).collect();
    match found {
        Found::Sure(at) => Meaning::Sure(Item::Measure(at)),
        Found::Likely(all) => Meaning::Likely(items(all)),
        Found::Unclear(all) => Meaning::Unclear(items(all)),
        Found::Unknown => Meaning::Unknown,
    }
}

fn outcome_of(meaning: Meaning) -> (RowOutcome, Option<Item>, Vec<Item>) {
    match meaning {
        Meaning::Sure(item) => (RowOutcome::Sure, Some(item), vec![item]),
        Meaning::Likely(all) => (RowOutcome::Likely, all.first().copied(), all),
        Meaning::Unclear(all) => (RowOutcome::Unclear, None, all),
        Meaning::Unknown => (RowOutcome::Unknown, None, Vec::new()),
    }
}
