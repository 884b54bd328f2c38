//! The draft as it lies on the desk: what was read, and what a person has made of it so far.

use crate::wire::{DraftPlan, ItemKey};
use chrono::NaiveDate;
use domain::{Amount, Comparator, Pace, Proposal, Quantity, Role, RollUp, TargetKind, ValueKind, propose};
use reader::{Reading, Span};

/// A document under review.
pub(crate) struct Desk {
    /// The file's name.
    pub(crate) file: String,
    /// The file as received: it goes into the ledger unchanged.
    pub(crate) bytes: Vec<u8>,
    /// What the reader found.
    pub(crate) reading: Reading,
    /// The plan's own data.
    pub(crate) plan: DraftPlan,
    /// The measures, in order.
    pub(crate) measures: Vec<Item<Measure>>,
    /// All targets, in the order of the document.
    pub(crate) targets: Vec<Item<Target>>,
    /// The phases, in order.
    pub(crate) phases: Vec<Item<Phase>>,
}

/// Something of the draft with what a person decided about it.
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

impl<T> Item<T> {
    fn new(key: ItemKey, content: T) -> Item<T> {
        Item { key, content, accepted: false, dropped: false }
    }
}

/// A measure of the draft.
pub(crate) struct Measure {
    pub(crate) number: Option<String>,
    pub(crate) section: Option<usize>,
    pub(crate) title: String,
    pub(crate) text: String,
    pub(crate) span: Span,
    pub(crate) units: Vec<(String, Role)>,
    pub(crate) unit_spans: Vec<Span>,
    pub(crate) deadline: Option<NaiveDate>,
    pub(crate) deadline_span: Option<Span>,
}

/// A target of the draft.
pub(crate) struct Target {
    pub(crate) measure: Option<usize>,
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
    pub(crate) why: &'static str,
    pub(crate) doubt: Option<String>,
}

/// A phase of the draft.
pub(crate) struct Phase {
    pub(crate) name: String,
    pub(crate) due: Option<NaiveDate>,
    pub(crate) text: String,
}

impl Desk {
    /// Lays a document that was read on the desk.
    pub(crate) fn new(file: String, bytes: Vec<u8>, reading: Reading) -> Desk {
        let draft = &reading.draft;
        let plan = DraftPlan {
            title: draft.title.clone().unwrap_or_default(),
            document_number: draft.document_number.clone(),
            issuer: draft.issuer.clone(),
            issued: draft.issued,
            start: draft.period.map(|period| period.start),
            due: draft.period.map(|period| period.end),
        };
        let measures = draft.measures.iter().enumerate().map(|(i, m)| Item::new(format!("m{i}"), measure(m))).collect();
        let inside = draft.measures.iter().enumerate().flat_map(|(i, m)| m.targets.iter().map(move |t| (Some(i), t)));
        let mut targets: Vec<_> = draft.targets.iter().map(|t| (None, t)).chain(inside).collect();
        targets.sort_by_key(|(_, target)| target.span);
        let targets = targets.into_iter().enumerate().map(|(i, (measure, t))| Item::new(format!("t{i}"), target(measure, t))).collect();
        let phase = |p: &reader::Phase| Phase { name: p.name.clone(), due: p.due, text: p.text.clone() };
        let phases = draft.phases.iter().enumerate().map(|(i, p)| Item::new(format!("p{i}"), phase(p))).collect();
        Desk { file, bytes, plan, measures, targets, phases, reading }
    }

    /// Returns the measures that will be imported, each with its place in the document.
    pub(crate) fn kept_measures(&self) -> impl Iterator<Item = (usize, &Measure)> {
        self.measures.iter().enumerate().filter(|(_, item)| !item.dropped).map(|(at, item)| (at, &item.content))
    }

    /// Returns the targets that will be imported: those of a dropped measure go with it.
    pub(crate) fn kept_targets(&self) -> impl Iterator<Item = (usize, &Target)> {
        let kept = |item: &Item<Target>| !item.dropped && item.content.measure.is_none_or(|measure| !self.measures[measure].dropped);
        self.targets.iter().enumerate().filter(move |(_, item)| kept(item)).map(|(at, item)| (at, &item.content))
    }

    /// Returns how many things of the draft need an id of their own at most.
    pub(crate) fn things(&self) -> usize {
        let units: usize = self.measures.iter().map(|item| item.content.units.len()).sum();
        2 + self.reading.draft.sections.len() + self.measures.len() + self.targets.len() + self.phases.len() + units
    }
}

fn measure(read: &reader::Measure) -> Measure {
    Measure {
        number: read.number.clone(),
        section: read.section,
        title: read.title.clone(),
        text: read.text.clone(),
        span: read.span,
        units: read.units.iter().map(|unit| (unit.name.clone(), unit.role)).collect(),
        unit_spans: read.units.iter().map(|unit| unit.span).collect(),
        deadline: read.deadline,
        deadline_span: read.deadline_span,
    }
}

fn target(measure: Option<usize>, read: &reader::Target) -> Target {
    let fold = |value: Amount| Quantity { value, unit: read.unit.clone() }.folded();
    let unit = read.value.map_or_else(|| read.unit.clone(), |value| fold(value).unit);
    let value = read.value.map(|value| fold(value).value);
    let Proposal { kind, pace, roll_up, why } = propose(read.comparator, value, &unit, &read.quote);
    Target {
        measure,
        quote: read.quote.clone(),
        span: read.span,
        name: if read.name.trim().is_empty() { read.quote.clone() } else { read.name.clone() },
        comparator: read.comparator,
        value,
        upper: read.upper.map(|value| fold(value).value),
        unit,
        due: read.due,
        kind: read.kind,
        value_kind: kind,
        pace,
        roll_up,
        why,
        doubt: read.doubt.clone(),
    }
}
