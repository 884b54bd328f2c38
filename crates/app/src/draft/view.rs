//! The draft as the review screen shows it.

use super::desk::{Desk, Item, Measure, Phase, Target};
use crate::marks::{self, Found};
use crate::wire::{Doubt, DraftMeasure, DraftPhase, DraftTarget, DraftUnit, DraftView, MarkKind, SourceLine};
use domain::Amount;
use reader::{LineKind, Span};
use std::collections::HashMap;

/// Returns the whole screen. `known` maps every name and alias of the ledger's units to the unit's name.
pub(crate) fn view(desk: &Desk, known: &HashMap<String, String>) -> DraftView {
    let settled = |accepted: bool, dropped: bool| accepted || dropped;
    let flags = desk.measures.iter().map(|i| settled(i.accepted, i.dropped));
    let flags: Vec<bool> = flags
        .chain(desk.targets.iter().map(|i| settled(i.accepted, i.dropped)))
        .chain(desk.phases.iter().map(|i| settled(i.accepted, i.dropped)))
        .collect();
    DraftView {
        file: desk.file.clone(),
        format: format!("{:?}", desk.reading.source.format).to_lowercase(),
        plan: desk.plan.clone(),
        lines: lines(desk),
        sections: desk.reading.draft.sections.iter().map(reader::Section::heading).collect(),
        measures: desk.measures.iter().map(|item| measure(desk, item, known)).collect(),
        targets: desk.targets.iter().map(|item| target(desk, item)).collect(),
        phases: desk.phases.iter().map(phase).collect(),
        doubts: doubts(desk),
        items: flags.len() as u32,
        settled: flags.iter().filter(|settled| **settled).count() as u32,
    }
}

fn line_of(desk: &Desk, span: Span) -> u32 {
    desk.reading.source.line_of(span.start) as u32
}

fn measure(desk: &Desk, item: &Item<Measure>, known: &HashMap<String, String>) -> DraftMeasure {
    let m = &item.content;
    DraftMeasure {
        key: item.key.clone(),
        number: m.number.clone(),
        section: m.section.and_then(|at| desk.reading.draft.sections.get(at)).map(reader::Section::heading),
        title: m.title.clone(),
        text: m.text.clone(),
        line: line_of(desk, m.span),
        units: m.units.iter().map(|(name, role)| DraftUnit { name: name.clone(), role: *role, known: known.get(name).cloned() }).collect(),
        deadline: m.deadline,
        accepted: item.accepted,
        dropped: item.dropped,
    }
}

fn target(desk: &Desk, item: &Item<Target>) -> DraftTarget {
    let t = &item.content;
    let text = |amount: Option<Amount>| amount.map(|amount| amount.to_string()).unwrap_or_default();
    DraftTarget {
        key: item.key.clone(),
        measure: t.measure.map(|at| desk.measures[at].key.clone()),
        line: line_of(desk, t.span),
        quote: t.quote.clone(),
        name: t.name.clone(),
        comparator: t.comparator,
        value: text(t.value),
        upper: text(t.upper),
        unit: t.unit.clone(),
        due: t.due,
        kind: t.kind,
        value_kind: t.value_kind,
        pace: t.pace,
        roll_up: t.roll_up,
        why: t.why.to_owned(),
        doubt: t.doubt.clone(),
        accepted: item.accepted,
        dropped: item.dropped,
    }
}

fn phase(item: &Item<Phase>) -> DraftPhase {
    let p = &item.content;
    DraftPhase {
        key: item.key.clone(),
        name: p.name.clone(),
        due: p.due,
        text: p.text.clone(),
        accepted: item.accepted,
        dropped: item.dropped,
    }
}

/// Returns the source line by line with everything found in it.
fn lines(desk: &Desk) -> Vec<SourceLine> {
    let mut found = Vec::new();
    for item in desk.measures.iter().filter(|item| !item.dropped) {
        let m = &item.content;
        let mut add = |span, kind| found.push(Found { span, kind, item: item.key.clone(), doubtful: false });
        add(title_span(desk, m), MarkKind::Title);
        m.unit_spans.iter().for_each(|span| add(*span, MarkKind::Unit));
        m.deadline_span.iter().for_each(|span| add(*span, MarkKind::Due));
    }
    for item in desk.targets.iter().filter(|item| !item.dropped) {
        let doubtful = item.content.doubt.is_some() && !item.accepted;
        found.push(Found { span: item.content.span, kind: MarkKind::Target, item: item.key.clone(), doubtful });
    }
    let source = &desk.reading.source;
    let texts = source.text.split('\n');
    let marked = marks::by_line(source, found);
    let line = |(i, ((line, text), marks)): (usize, ((&reader::Line, &str), _))| SourceLine {
        number: i as u32 + 1,
        text: text.to_owned(),
        noise: line.kind == LineKind::Noise,
        heading: matches!(line.kind, LineKind::Heading | LineKind::Title),
        marks,
    };
    source.lines.iter().zip(texts).zip(marked).enumerate().map(line).collect()
}

/// Returns where a measure's title stands: the reader took it from the measure's first words.
fn title_span(desk: &Desk, measure: &Measure) -> Span {
    let head = desk.reading.source.slice(measure.span);
    match head.find(&measure.title) {
        Some(byte) => {
            let start = measure.span.start + head[..byte].chars().count();
            Span::new(start, start + measure.title.chars().count())
        }
        None => Span::new(measure.span.start, measure.span.start),
    }
}

fn doubts(desk: &Desk) -> Vec<Doubt> {
    let of_targets = desk.targets.iter().filter_map(|item| {
        let doubt = item.content.doubt.as_ref()?;
        let (title, message) = split(doubt);
        let settled = item.accepted || item.dropped;
        let quote = Some(item.content.quote.clone());
        Some(Doubt { item: Some(item.key.clone()), line: line_of(desk, item.content.span), title, quote, message, settled })
    });
    let warnings = desk.reading.draft.warnings.iter().map(|warning| {
        let (title, message) = split(&warning.message);
        let quote = warning.span.map(|span| desk.reading.source.slice(span));
        Doubt { item: None, line: warning.line as u32, title, quote, message, settled: false }
    });
    let mut doubts: Vec<_> = of_targets.chain(warnings).collect();
    doubts.sort_by_key(|doubt| (doubt.item.is_none(), doubt.line));
    doubts
}

/// Parts a sentence at its first colon: what it is, and what to consider.
fn split(sentence: &str) -> (String, String) {
    match sentence.split_once('：') {
        Some((title, message)) => (title.to_owned(), message.to_owned()),
        None => (sentence.to_owned(), String::new()),
    }
}
