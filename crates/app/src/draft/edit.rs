//! A person's changes to the draft.

use super::cut::{self, no_item};
use super::desk::{Content, Item, Named, Target};
use crate::ApiError;
use crate::wire::{DraftEdit, DraftPlan, TargetEdit, UnitEdit};
use domain::{Amount, Comparator, Quantity};
use reader::{LineKind, Reading};

/// Applies one change, or refuses it and leaves the draft as it was.
pub(super) fn apply(content: &mut Content, reading: &Reading, edit: DraftEdit) -> Result<(), ApiError> {
    let source = &reading.source;
    match edit {
        DraftEdit::Plan { plan } => content.plan = checked_plan(plan)?,
        DraftEdit::Section { item, title } => {
            let title = filled(&title, "板块标题")?;
            let at = item.strip_prefix('s').and_then(|at| at.parse::<usize>().ok());
            let section = at.and_then(|at| content.sections.get_mut(at)).ok_or_else(|| no_item(&item))?;
            section.title = title;
        }
        DraftEdit::Measure { item, number, title, units, deadline } => {
            let title = filled(&title, "举措标题")?;
            let measure = find(&mut content.measures, &item)?;
            measure.accepted = true;
            measure.content.number = number.filter(|number| !number.trim().is_empty());
            measure.content.title = title;
            measure.content.units = named(&measure.content.units, units);
            measure.content.deadline = deadline;
        }
        DraftEdit::Target { item, fields } => {
            let target = find(&mut content.targets, &item)?;
            correct(&mut target.content, fields)?;
            target.accepted = true;
        }
        DraftEdit::Phase { item, name, due } => {
            let name = filled(&name, "阶段名称")?;
            let phase = find(&mut content.phases, &item)?;
            phase.accepted = true;
            (phase.content.name, phase.content.due) = (name, due);
        }
        DraftEdit::Split { item, at } => cut::split(content, source, &item, at)?,
        DraftEdit::Merge { item } => cut::merge(content, &item)?,
        DraftEdit::AddTarget { words } => cut::add_target(content, source, words)?,
        DraftEdit::AddMeasure { words } => cut::add_measure(content, source, words)?,
        DraftEdit::Move { item, measure } => {
            if let Some(key) = &measure {
                content.measure(key).ok_or_else(|| no_item(key))?;
            }
            find(&mut content.targets, &item)?.content.measure = measure;
        }
        DraftEdit::UnitAlias { name, unit } => drop(content.answers.insert(name, Some(unit))),
        DraftEdit::UnitNew { name } => drop(content.answers.insert(name, None)),
        DraftEdit::Note { item } => {
            let at = item.strip_prefix('r').and_then(|at| at.parse::<usize>().ok()).ok_or_else(|| no_item(&item))?;
            reading.draft.warnings.get(at).ok_or_else(|| no_item(&item))?;
            content.noted.insert(at);
        }
        DraftEdit::KeepLine { line } => {
            let noise = (line as usize).checked_sub(1).and_then(|at| source.lines.get(at)).is_some_and(|line| line.kind == LineKind::Noise);
            if !noise {
                return Err(ApiError::not_found(format!("第{line}行没有去除")));
            }
            content.kept_lines.insert(line);
        }
        DraftEdit::Accept { item } => *flags(content, &item)?.0 = true,
        DraftEdit::AcceptAll {} => accept_all(content, reading.draft.warnings.len()),
        DraftEdit::Drop { item } => *flags(content, &item)?.1 = true,
        DraftEdit::Restore { item } => *flags(content, &item)?.1 = false,
    }
    Ok(())
}

fn correct(target: &mut Target, fields: TargetEdit) -> Result<(), ApiError> {
    let name = filled(&fields.name, "指标名称")?;
    let unit = fields.unit.trim().to_owned();
    let value = match fields.comparator {
        Comparator::Qualitative => None,
        _ => Some(amount(&fields.value, &unit, "目标值")?),
    };
    let upper = match fields.comparator {
        Comparator::Range => Some(amount(&fields.upper, &unit, "上限")?),
        _ => None,
    };
    let baseline = match fields.comparator {
        Comparator::Qualitative => None,
        _ if fields.baseline.trim().is_empty() => None,
        _ => Some(amount(&fields.baseline, &unit, "基期值")?),
    };
    if let (Some(value), Some(upper)) = (value, upper)
        && upper < value
    {
        return Err(ApiError::invalid(format!("上限{upper}小于下限{value}")));
    }
    target.name = name;
    target.comparator = fields.comparator;
    (target.value, target.upper, target.unit) = (value, upper, unit);
    (target.due, target.kind) = (fields.due, fields.kind);
    if baseline != target.baseline {
        // What a person wrote in stands nowhere in the source.
        target.baseline_source = None;
    }
    (target.baseline, target.baseline_date) = (baseline, fields.baseline_date.filter(|_| baseline.is_some()));
    (target.value_kind, target.pace, target.roll_up) = (fields.value_kind, fields.pace, fields.roll_up);
    Ok(())
}

/// Parses an amount typed into a field, in the unit of measure beside it.
pub(crate) fn amount(text: &str, unit: &str, field: &str) -> Result<Amount, ApiError> {
    let quantity = Quantity::parse(text).map_err(|error| ApiError::invalid(format!("{field}：{error}")))?;
    quantity.in_unit(unit).ok_or_else(|| ApiError::invalid(format!("{field}：“{text}”的单位是“{}”，不是“{unit}”", quantity.unit)))
}

fn checked_plan(plan: DraftPlan) -> Result<DraftPlan, ApiError> {
    if let (Some(start), Some(due)) = (plan.start, plan.due)
        && due < start
    {
        return Err(ApiError::invalid(format!("结束日{due}早于开始日{start}")));
    }
    let some = |text: Option<String>| text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
    Ok(DraftPlan {
        title: filled(&plan.title, "计划标题")?,
        document_number: some(plan.document_number),
        issuer: some(plan.issuer),
        ..plan
    })
}

fn filled(text: &str, field: &str) -> Result<String, ApiError> {
    let text = text.trim();
    if text.is_empty() { Err(ApiError::invalid(format!("{field}没有填"))) } else { Ok(text.to_owned()) }
}

fn find<'a, T>(items: &'a mut [Item<T>], key: &str) -> Result<&'a mut Item<T>, ApiError> {
    items.iter_mut().find(|item| item.key == key).ok_or_else(|| no_item(key))
}

/// Returns whether an item of any kind is accepted, and whether it is dropped.
fn flags<'a>(content: &'a mut Content, key: &str) -> Result<(&'a mut bool, &'a mut bool), ApiError> {
    match key.as_bytes().first() {
        Some(b'm') => find(&mut content.measures, key).map(|item| (&mut item.accepted, &mut item.dropped)),
        Some(b'p') => find(&mut content.phases, key).map(|item| (&mut item.accepted, &mut item.dropped)),
        _ => find(&mut content.targets, key).map(|item| (&mut item.accepted, &mut item.dropped)),
    }
}

/// Accepts whatever waits for a person; units nobody knows become new ones.
fn accept_all(content: &mut Content, warnings: usize) {
    content.measures.iter_mut().for_each(|item| item.accepted |= !item.dropped);
    content.targets.iter_mut().for_each(|item| item.accepted |= !item.dropped);
    content.phases.iter_mut().for_each(|item| item.accepted |= !item.dropped);
    content.noted.extend(0..warnings);
    let names: Vec<String> = content.kept_measures().flat_map(|item| item.content.units.iter().map(|unit| unit.name.clone())).collect();
    for name in names {
        content.answers.entry(name).or_insert(None);
    }
}

/// Returns a measure's units as corrected; each still stands where it stood, also one whose name was corrected.
fn named(before: &[Named], units: Vec<UnitEdit>) -> Vec<Named> {
    let names: Vec<&str> = units.iter().map(|unit| unit.name.trim()).collect();
    let span = |at: usize| {
        let same = before.iter().find(|unit| unit.name == names[at]);
        same.or_else(|| before.get(at).filter(|unit| !names.contains(&unit.name.as_str()))).and_then(|unit| unit.span)
    };
    let corrected = units.iter().enumerate().map(|(at, unit)| Named { name: names[at].to_owned(), role: unit.role, span: span(at) });
    corrected.filter(|unit| !unit.name.is_empty()).collect()
}
