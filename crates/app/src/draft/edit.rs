//! A person's changes to the draft.

use super::desk::{Desk, Item, Target};
use crate::ApiError;
use crate::wire::{DraftEdit, DraftPlan, TargetEdit};
use domain::{Amount, Comparator, Quantity};

/// Applies one change, or refuses it and leaves the draft as it was.
pub(crate) fn apply(desk: &mut Desk, edit: DraftEdit) -> Result<(), ApiError> {
    match edit {
        DraftEdit::Plan { plan } => desk.plan = checked_plan(plan)?,
        DraftEdit::Measure { item, number, title, units, deadline } => {
            let title = filled(&title, "举措标题")?;
            let measure = find(&mut desk.measures, &item)?;
            measure.accepted = true;
            measure.content.number = number.filter(|number| !number.trim().is_empty());
            measure.content.title = title;
            measure.content.units =
                units.into_iter().map(|unit| (unit.name.trim().to_owned(), unit.role)).filter(|(name, _)| !name.is_empty()).collect();
            measure.content.deadline = deadline;
        }
        DraftEdit::Target { item, fields } => {
            let target = find(&mut desk.targets, &item)?;
            correct(&mut target.content, fields)?;
            target.accepted = true;
        }
        DraftEdit::Phase { item, name, due } => {
            let name = filled(&name, "阶段名称")?;
            let phase = find(&mut desk.phases, &item)?;
            phase.accepted = true;
            (phase.content.name, phase.content.due) = (name, due);
        }
        DraftEdit::Accept { item } => *flags(desk, &item)?.0 = true,
        DraftEdit::AcceptAll {} => {
            desk.measures.iter_mut().for_each(|item| item.accepted |= !item.dropped);
            desk.targets.iter_mut().for_each(|item| item.accepted |= !item.dropped);
            desk.phases.iter_mut().for_each(|item| item.accepted |= !item.dropped);
        }
        DraftEdit::Drop { item } => *flags(desk, &item)?.1 = true,
        DraftEdit::Restore { item } => *flags(desk, &item)?.1 = false,
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
    if let (Some(value), Some(upper)) = (value, upper)
        && upper < value
    {
        return Err(ApiError::invalid(format!("上限{upper}小于下限{value}")));
    }
    target.name = name;
    target.comparator = fields.comparator;
    (target.value, target.upper, target.unit) = (value, upper, unit);
    (target.due, target.kind) = (fields.due, fields.kind);
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
    items.iter_mut().find(|item| item.key == key).ok_or_else(|| ApiError::not_found(format!("草稿里没有“{key}”")))
}

/// Returns whether an item of any kind is accepted, and whether it is dropped.
fn flags<'a>(desk: &'a mut Desk, key: &str) -> Result<(&'a mut bool, &'a mut bool), ApiError> {
    match key.as_bytes().first() {
        Some(b'm') => find(&mut desk.measures, key).map(|item| (&mut item.accepted, &mut item.dropped)),
        Some(b'p') => find(&mut desk.phases, key).map(|item| (&mut item.accepted, &mut item.dropped)),
        _ => find(&mut desk.targets, key).map(|item| (&mut item.accepted, &mut item.dropped)),
    }
}
