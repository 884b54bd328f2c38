//! The draft as it lies on the desk: what was read, and what a person has made of it so far.
//!
//! A desk is its reading with the edits replayed in order. Nothing else changes it, so a saved draft is the reading
//! and the list of edits, and taking the last one back is replaying the others.

use super::edit;
use crate::ApiError;
use crate::wire::{DraftEdit, DraftPlan, ItemKey};
use chrono::NaiveDate;
use domain::{Amount, Comparator, Pace, Quantity, Role, RollUp, TargetKind, Uid, ValueKind, propose};
use reader::{Origin, Original, Reading, Section, Source, Span};
use std::collections::{BTreeMap, BTreeSet};

/// A document under review.
pub(crate) struct Desk {
    /// The file's name.
    pub(crate) file: String,
    /// The file as received: it goes into the ledger unchanged.
    pub(crate) bytes: Vec<u8>,
    /// What the reader found.
    pub(crate) reading: Reading,
    /// What a person did, in order.
    pub(crate) edits: Vec<DraftEdit>,
    /// How many saved edits could not be done again.
    pub(crate) lost: usize,
    /// What the edits made of the reading.
    pub(crate) content: Content,
    /// The document before cleaning, once it was asked for.
    original: Option<Original>,
}

/// The plan as corrected so far.
pub(crate) struct Content {
    /// The plan's own data.
    pub(crate) plan: DraftPlan,
    /// The sections, in order.
    pub(crate) sections: Vec<Section>,
    /// The measures, in order.
    pub(crate) measures: Vec<Item<Measure>>,
    /// All targets, in the order of the document.
    pub(crate) targets: Vec<Item<Target>>,
    /// The phases, in order.
    pub(crate) phases: Vec<Item<Phase>>,
    /// Units the ledger does not know, as a person decided: one it knows, or a new one.
    pub(crate) answers: BTreeMap<String, Option<Uid>>,
    /// The warnings a person has read, by their place.
    pub(crate) noted: BTreeSet<usize>,
    /// Lines taken back in that were dropped as noise, by number.
    pub(crate) kept_lines: BTreeSet<u32>,
    /// How many measures and targets were ever on the desk: keys are not used twice.
    pub(super) keys: (usize, usize),
}

/// Something of the draft with what a person decided about it.
#[derive(Clone)]
pub(crate) struct Item<T> {
    /// Its key.
    pub(crate) key: ItemKey,
    /// Its content, as corrected.
    pub(crate) content: T,
    /// Accepted by a person.
    pub(crate) accepted: bool,
    /// Left out of the import.
    pub(crate) dropped: bool,
}

/// A measure of the draft.
#[derive(Clone)]
pub(crate) struct Measure {
    pub(crate) number: Option<String>,
    pub(crate) section: Option<usize>,
    pub(crate) title: String,
    pub(crate) text: String,
    pub(crate) span: Span,
    pub(crate) units: Vec<Named>,
    pub(crate) deadline: Option<NaiveDate>,
    pub(crate) deadline_span: Option<Span>,
}

/// A unit named by a measure; one a person wrote in stands nowhere in the source.
#[derive(Clone)]
pub(crate) struct Named {
    pub(crate) name: String,
    pub(crate) role: Role,
    pub(crate) span: Option<Span>,
}

/// A target of the draft.
#[derive(Clone)]
pub(crate) struct Target {
    pub(crate) measure: Option<ItemKey>,
    pub(crate) quote: String,
    pub(crate) span: Span,
    pub(crate) name: String,
    pub(crate) comparator: Comparator,
    pub(crate) value: Option<Amount>,
    pub(crate) upper: Option<Amount>,
    pub(crate) unit: String,
    pub(crate) due: Option<NaiveDate>,
    pub(crate) kind: TargetKind,
    pub(crate) value_kind: ValueKind,
    pub(crate) pace: Pace,
    pub(crate) roll_up: RollUp,
    /// What it was before the plan, and when.
    pub(crate) baseline: Option<Amount>,
    pub(crate) baseline_date: Option<NaiveDate>,
    /// The words the baseline was read from, and where they stand.
    pub(crate) baseline_source: Option<(String, Span)>,
    pub(crate) why: String,
    pub(crate) doubt: Option<String>,
}

/// A phase of the draft.
#[derive(Clone)]
pub(crate) struct Phase {
    pub(crate) name: String,
    pub(crate) due: Option<NaiveDate>,
    pub(crate) text: String,
}

impl Desk {
    /// Lays a document that was read on the desk.
    pub(crate) fn new(file: String, bytes: Vec<u8>, reading: Reading) -> Desk {
        let content = Content::of(&reading);
        Desk { file, bytes, reading, edits: Vec::new(), lost: 0, content, original: None }
    }

    /// Lays a document on the desk as it was left. An edit that a later version refuses is counted, not guessed at.
    pub(crate) fn replayed(file: String, bytes: Vec<u8>, reading: Reading, edits: Vec<DraftEdit>) -> Desk {
        let mut desk = Desk::new(file, bytes, reading);
        for edit in edits {
            if desk.edit(edit).is_err() {
                desk.lost += 1;
            }
        }
        desk
    }

    /// Returns the document before cleaning, beside the cleaned one; none if the draft was read by a version that kept no trace of it.
    pub(crate) fn original(&mut self) -> Result<Option<(&Original, &Source)>, ApiError> {
        if self.original.is_none() {
            self.original = Original::of(&self.reading.source, &self.file, &self.bytes)?;
        }
        Ok(self.original.as_ref().map(|original| (original, &self.reading.source)))
    }

    /// Makes one change, or refuses it and leaves the draft as it was.
    pub(crate) fn edit(&mut self, edit: DraftEdit) -> Result<(), ApiError> {
        edit::apply(&mut self.content, &self.reading, edit.clone())?;
        self.edits.push(edit);
        Ok(())
    }

    /// Takes the last change back; returns false if there is none.
    pub(crate) fn take_back(&mut self) -> bool {
        let taken = self.edits.pop().is_some();
        self.content = Content::of(&self.reading);
        for edit in &self.edits {
            edit::apply(&mut self.content, &self.reading, edit.clone()).expect("it was done before on the same draft");
        }
        taken
    }
}

impl Content {
    fn of(reading: &Reading) -> Content {
        let draft = &reading.draft;
        let plan = DraftPlan {
            title: draft.title.clone().unwrap_or_default(),
            document_number: draft.document_number.clone(),
            issuer: draft.issuer.clone(),
            issued: draft.issued,
            start: draft.period.map(|period| period.start),
            due: draft.period.map(|period| period.end),
        };
        let mut content = Content {
            plan,
            sections: draft.sections.clone(),
            measures: Vec::with_capacity(draft.measures.len()),
            targets: Vec::new(),
            phases: Vec::new(),
            answers: BTreeMap::new(),
            noted: BTreeSet::new(),
            kept_lines: BTreeSet::new(),
            keys: (0, 0),
        };
        let mut targets: Vec<_> = draft.targets.iter().map(|target| (None, target)).collect();
        for read in &draft.measures {
            let key = content.add_measure(measure(read));
            targets.extend(read.targets.iter().map(|target| (Some(key.clone()), target)));
        }
        targets.sort_by_key(|(_, target)| target.span);
        for (measure, read) in targets {
            content.add_target(target(measure, read));
        }
        let phase = |p: &reader::Phase| Phase { name: p.name.clone(), due: p.due, text: p.text.clone() };
        content.phases = draft.phases.iter().enumerate().map(|(i, p)| Item::new(format!("p{i}"), phase(p))).collect();
        content
    }

    /// Puts a measure where it stands in the document, under a new key.
    pub(super) fn add_measure(&mut self, measure: Measure) -> ItemKey {
        let key = format!("m{}", self.keys.0);
        self.keys.0 += 1;
        let place = self.measures.partition_point(|item| item.content.span.start <= measure.span.start);
        self.measures.insert(place, Item::new(key.clone(), measure));
        key
    }

    /// Puts a target where it stands in the document, under a new key.
    pub(super) fn add_target(&mut self, target: Target) {
        let key = format!("t{}", self.keys.1);
        self.keys.1 += 1;
        let place = self.targets.partition_point(|item| item.content.span <= target.span);
        self.targets.insert(place, Item::new(key, target));
    }

    /// Returns a measure by its key.
    pub(crate) fn measure(&self, key: &str) -> Option<&Item<Measure>> {
        self.measures.iter().find(|item| item.key == key)
    }

    /// Returns the measures that will be imported.
    pub(crate) fn kept_measures(&self) -> impl Iterator<Item = &Item<Measure>> {
        self.measures.iter().filter(|item| !item.dropped)
    }

    /// Returns the targets that will be imported.
    pub(crate) fn kept_targets(&self) -> impl Iterator<Item = &Target> {
        self.kept_target_items().map(|item| &item.content)
    }

    /// Returns the targets that will be imported, with their keys: those of a dropped measure go with it.
    pub(crate) fn kept_target_items(&self) -> impl Iterator<Item = &Item<Target>> {
        let dropped: BTreeSet<&str> = self.measures.iter().filter(|item| item.dropped).map(|item| item.key.as_str()).collect();
        let kept = move |item: &&Item<Target>| !item.dropped && item.content.measure.as_deref().is_none_or(|key| !dropped.contains(key));
        self.targets.iter().filter(kept)
    }

    /// Returns how many things of the draft need an id of their own at most.
    pub(crate) fn things(&self) -> usize {
        let units: usize = self.measures.iter().map(|item| item.content.units.len()).sum();
        2 + self.sections.len() + self.measures.len() + self.targets.len() + self.phases.len() + units
    }
}

impl<T> Item<T> {
    fn new(key: ItemKey, content: T) -> Item<T> {
        Item { key, content, accepted: false, dropped: false }
    }
}

fn measure(read: &reader::Measure) -> Measure {
    Measure {
        number: read.number.clone(),
        section: read.section,
        title: read.title.clone(),
        text: read.text.clone(),
        span: read.span,
        units: read.units.iter().map(|unit| Named { name: unit.name.clone(), role: unit.role, span: Some(unit.span) }).collect(),
        deadline: read.deadline,
        deadline_span: read.deadline_span,
    }
}

/// Returns a target as it was read, with how it is proposed to be judged.
pub(super) fn target(measure: Option<ItemKey>, read: &reader::Target) -> Target {
    let fold = |value: Amount| Quantity { value, unit: read.unit.clone() }.folded();
    let unit = read.value.map_or_else(|| read.unit.clone(), |value| fold(value).unit);
    let value = read.value.map(|value| fold(value).value);
    let name = if read.name.trim().is_empty() { read.quote.clone() } else { read.name.clone() };
    let known = read.baseline.as_ref().map(|baseline| (fold(baseline.value).value, baseline));
    // Of a row of a table only the value's own cell says more than the name.
    let words = format!("{name} {}", read.quote.rsplit(" | ").next().unwrap_or_default());
    let proposal = propose(read.comparator, value, &unit, &words, known.map(|(value, _)| value));
    let taken = known.filter(|_| proposal.takes_baseline);
    let why = match known {
        Some((before, _)) if taken.is_none() => format!("{}；原文的{before}{unit}不作基期：本期从0起计", proposal.why),
        _ => proposal.why.to_owned(),
    };
    let from_result = taken.filter(|(_, baseline)| baseline.origin == Origin::Result);
    let ask = from_result.map(|(_, baseline)| format!("基期值取自上期结果：“{}”，请核对是不是同一指标", baseline.quote));
    Target {
        measure,
        quote: read.quote.clone(),
        span: read.span,
        name,
        comparator: read.comparator,
        value,
        upper: read.upper.map(|value| fold(value).value),
        unit,
        due: read.due,
        kind: read.kind,
        value_kind: proposal.kind,
        pace: proposal.pace,
        roll_up: proposal.roll_up,
        baseline: taken.map(|(value, _)| value),
        baseline_date: taken.and_then(|(_, baseline)| baseline.date),
        baseline_source: taken.map(|(_, baseline)| (baseline.quote.clone(), baseline.span)),
        why,
        doubt: read.doubt.clone().or(ask),
    }
}
