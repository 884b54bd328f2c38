//! The draft as the review screen shows it.

use super::alike::Known;
use super::desk::{Desk, Item, Measure, Named, Phase, Target};
use crate::marks::{self, Found};
use crate::wire::{
    BaselineSource, Doubt, DraftEdit, DraftMeasure, DraftPhase, DraftSection, DraftTarget, DraftUnit, DraftView, MarkKind, SourceLine,
    UnitDoubt,
};
use domain::Amount;
use reader::{LineKind, Span};
use std::collections::BTreeSet;

/// Returns the whole screen; `known` are the units of the open ledger.
pub(super) fn view(desk: &Desk, known: &Known) -> DraftView {
    let content = &desk.content;
    let settled = |accepted: bool, dropped: bool| accepted || dropped;
    let flags = content.measures.iter().map(|i| settled(i.accepted, i.dropped));
    let flags: Vec<bool> = flags
        .chain(content.targets.iter().map(|i| settled(i.accepted, i.dropped)))
        .chain(content.phases.iter().map(|i| settled(i.accepted, i.dropped)))
        .collect();
    let doubts = doubts(desk, known);
    DraftView {
        file: desk.file.clone(),
        format: format!("{:?}", desk.reading.source.format).to_lowercase(),
        plan: content.plan.clone(),
        lines: lines(desk, &doubts),
        sections: content.sections.iter().enumerate().map(|(at, section)| self::section(desk, at, section)).collect(),
        measures: content.measures.iter().map(|item| measure(desk, item, known)).collect(),
        targets: content.targets.iter().map(|item| target(desk, item)).collect(),
        phases: content.phases.iter().map(phase).collect(),
        doubts,
        items: flags.len() as u32,
        settled: flags.iter().filter(|settled| **settled).count() as u32,
        last_edit: desk.edits.last().map(|edit| label(edit).to_owned()),
        unsaved: None,
        revises: None,
    }
}

/// Returns what an edit does, as its taking back names it.
fn label(edit: &DraftEdit) -> &'static str {
    match edit {
        DraftEdit::Plan { .. } => "修改计划信息",
        DraftEdit::Section { .. } => "修改板块标题",
        DraftEdit::Measure { .. } => "修改举措",
        DraftEdit::Target { .. } => "修改目标",
        DraftEdit::Phase { .. } => "修改阶段",
        DraftEdit::Split { .. } => "拆分举措",
        DraftEdit::Merge { .. } => "合并举措",
        DraftEdit::AddTarget { .. } => "添加目标",
        DraftEdit::AddMeasure { .. } => "添加举措",
        DraftEdit::Move { .. } => "移动目标",
        DraftEdit::UnitAlias { .. } => "记为别名",
        DraftEdit::UnitNew { .. } => "新建单位",
        DraftEdit::Note { .. } => "知道了",
        DraftEdit::KeepLine { .. } => "恢复一行",
        DraftEdit::Accept { .. } => "确认",
        DraftEdit::AcceptAll {} => "全部确认",
        DraftEdit::Drop { .. } => "不入账",
        DraftEdit::Restore { .. } => "恢复",
    }
}

fn line_of(desk: &Desk, span: Span) -> u32 {
    desk.reading.source.line_of(span.start) as u32
}

fn section(desk: &Desk, at: usize, section: &reader::Section) -> DraftSection {
    DraftSection { key: format!("s{at}"), number: section.number.clone(), title: section.title.clone(), line: line_of(desk, section.span) }
}

fn measure(desk: &Desk, item: &Item<Measure>, known: &Known) -> DraftMeasure {
    let m = &item.content;
    let answered = |name: &str| desk.content.answers.get(name).copied().flatten().and_then(|unit| known.name_of(unit));
    let unit = |unit: &Named| DraftUnit {
        name: unit.name.clone(),
        role: unit.role,
        known: known.name(&unit.name).or_else(|| answered(&unit.name)).map(str::to_owned),
    };
    DraftMeasure {
        key: item.key.clone(),
        number: m.number.clone(),
        section: m.section.map(|at| format!("s{at}")),
        title: m.title.clone(),
        text: m.text.clone(),
        line: line_of(desk, m.span),
        units: m.units.iter().map(unit).collect(),
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
        measure: t.measure.clone(),
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
        baseline: text(t.baseline),
        baseline_date: t.baseline_date,
        baseline_source: t
            .baseline_source
            .as_ref()
            .map(|(words, span)| BaselineSource { words: words.clone(), line: line_of(desk, *span) }),
        why: t.why.clone(),
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

/// Returns everything found in the source, in characters of its cleaned text.
pub(super) fn found(desk: &Desk, known: &Known) -> Vec<Found> {
    found_with(desk, &doubts(desk, known))
}

fn found_with(desk: &Desk, doubts: &[Doubt]) -> Vec<Found> {
    let content = &desk.content;
    let asked: BTreeSet<&str> =
        doubts.iter().filter(|doubt| !doubt.settled).filter_map(|doubt| Some(doubt.unit.as_ref()?.name.as_str())).collect();
    let targets: Vec<Span> = content.targets.iter().filter(|item| !item.dropped).map(|item| item.content.span).collect();
    let mut found = Vec::new();
    for item in content.kept_measures() {
        let m = &item.content;
        let mut add = |span, kind, item: String, doubtful| found.push(Found { span, kind, item, doubtful });
        // A target that is a measure's title is shown as the target: the title has its line.
        let title = title_span(desk, m);
        let cut = targets.iter().filter(|span| span.overlaps(title)).map(|span| span.start).min();
        add(Span::new(title.start, cut.unwrap_or(title.end).min(title.end)), MarkKind::Title, item.key.clone(), false);
        for unit in &m.units {
            let doubtful = asked.contains(unit.name.as_str());
            let leads_to = if doubtful { unit_key(&unit.name) } else { item.key.clone() };
            unit.span.iter().for_each(|span| add(*span, MarkKind::Unit, leads_to.clone(), doubtful));
        }
        m.deadline_span.iter().for_each(|span| add(*span, MarkKind::Due, item.key.clone(), false));
    }
    for item in content.targets.iter().filter(|item| !item.dropped) {
        let doubtful = item.content.doubt.is_some() && !item.accepted;
        found.push(Found { span: item.content.span, kind: MarkKind::Target, item: item.key.clone(), doubtful });
    }
    found
}

/// Returns the source line by line with everything found in it.
fn lines(desk: &Desk, doubts: &[Doubt]) -> Vec<SourceLine> {
    let (content, source) = (&desk.content, &desk.reading.source);
    let texts = source.text.split('\n');
    let spans: Vec<Span> = source.lines.iter().map(|line| line.span).collect();
    let marked = marks::by_line(&source.text, &spans, found_with(desk, doubts));
    let line = |(i, ((line, text), marks)): (usize, ((&reader::Line, &str), _))| SourceLine {
        number: i as u32 + 1,
        text: text.to_owned(),
        noise: line.kind == LineKind::Noise && !content.kept_lines.contains(&(i as u32 + 1)),
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

/// Returns what a person should look at: questions in the order of the document, then remarks.
fn doubts(desk: &Desk, known: &Known) -> Vec<Doubt> {
    let of_targets = desk.content.targets.iter().filter_map(|item| {
        let doubt = item.content.doubt.as_ref()?;
        let (title, message) = split(doubt);
        let settled = item.accepted || item.dropped;
        let quote = Some(item.content.quote.clone());
        let line = line_of(desk, item.content.span);
        Some(Doubt { key: item.key.clone(), item: Some(item.key.clone()), line, title, quote, message, settled, unit: None })
    });
    let remarks = desk.reading.draft.warnings.iter().enumerate().map(|(at, warning)| {
        let (title, message) = split(&warning.message);
        let quote = warning.span.map(|span| desk.reading.source.slice(span));
        let settled = desk.content.noted.contains(&at);
        Doubt { key: format!("r{at}"), item: None, line: warning.line as u32, title, quote, message, settled, unit: None }
    });
    let lost = (desk.lost > 0).then(|| {
        let (key, title) = ("lost".to_owned(), "有改动没有恢复".to_owned());
        let message = format!("上次核对时有{}处改动在这个版本里不能重做，请再看一遍", desk.lost);
        Doubt { key, item: None, line: 0, title, quote: None, message, settled: false, unit: None }
    });
    let mut doubts: Vec<_> = of_targets.chain(unit_doubts(desk, known)).chain(remarks).chain(lost).collect();
    doubts.sort_by_key(|doubt| (doubt.item.is_none(), doubt.line));
    doubts
}

/// Returns a question for each unit the ledger does not know while it knows similar ones.
fn unit_doubts(desk: &Desk, known: &Known) -> Vec<Doubt> {
    let mut seen = BTreeSet::new();
    let mut doubts = Vec::new();
    for item in desk.content.kept_measures() {
        for unit in &item.content.units {
            let like = if seen.insert(unit.name.as_str()) { known.like(&unit.name) } else { Vec::new() };
            let Some(first) = like.first() else { continue };
            doubts.push(Doubt {
                key: unit_key(&unit.name),
                item: Some(item.key.clone()),
                line: line_of(desk, unit.span.unwrap_or(item.content.span)),
                title: "单位名称不在单位库".to_owned(),
                quote: Some(unit.name.clone()),
                message: format!("是否就是“{}”？", first.name),
                settled: desk.content.answers.contains_key(&unit.name),
                unit: Some(UnitDoubt { name: unit.name.clone(), like }),
            });
        }
    }
    doubts
}

fn unit_key(name: &str) -> String {
    format!("u:{name}")
}

/// Parts a sentence at its first colon: what it is, and what to consider.
fn split(sentence: &str) -> (String, String) {
    match sentence.split_once('：') {
        Some((title, message)) => (title.to_owned(), message.to_owned()),
        None => (sentence.to_owned(), String::new()),
    }
}
