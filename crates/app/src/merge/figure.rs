//! The cells of one row together: a figure is a value, or a numerator with its denominator.
//!
//! Each cell was compared by itself. Here what cannot stand together is refused, whatever a person would decide, and
//! what would overwrite a figure reported in the other form since the workbook was sent becomes a conflict.

use super::compare::{Compared, Decisions, Ours};
use super::refusal::{HALF_RATIO, Refusal, ZERO_DENOMINATOR};
use super::sheet::{Row, text};
use crate::wire::{Choice, Outcome};
use domain::judge::Figure;
use domain::{Amount, Field};
use workbook::{Held, Same};

const RATIO: [Field; 2] = [Field::Numerator, Field::Denominator];

/// Looks at the changed cells of a row as one figure.
pub(crate) fn reconcile(row: &Row<'_>, cells: &mut [Compared], decided: Decisions<'_>) {
    let both = [Outcome::Applied, Outcome::Conflict];
    refuse_ratio(cells, &both, RATIO.map(|field| in_workbook(row, cells, field)));
    refuse_ratio(cells, &both, RATIO.map(|field| with(row, cells, &both, field)));
    settle_value_beside_ratio(row, cells);
    find_crossed(row, cells, decided);
    // A person may decide otherwise about a numerator than about its denominator.
    refuse_ratio(cells, &[Outcome::Applied], RATIO.map(|field| with(row, cells, &[Outcome::Applied], field)));
}

/// Returns what the ledger will have in the fields of a row that this workbook changes, the other form of the figure
/// included: it goes when a value becomes a ratio, or a ratio a value.
pub(crate) fn changes(row: &Row<'_>, cells: &[Compared]) -> Vec<(Field, Option<Held>)> {
    let applied = || cells.iter().filter(|cell| cell.item.outcome == Outcome::Applied);
    let mut changes: Vec<_> = applied().filter_map(|cell| Some((field_of(cell)?, cell.theirs.as_ref()?.held.clone()))).collect();
    if applied().any(|cell| cell.theirs.as_ref().is_some_and(|theirs| theirs.replaces_ratio)) {
        changes.extend(RATIO.map(|field| (field, None)));
    } else if applied().any(|cell| field_of(cell).is_some_and(|field| RATIO.contains(&field)))
        && with(row, cells, &[Outcome::Applied], Field::Numerator).is_some()
    {
        changes.push((Field::Value, None));
    }
    changes
}

/// Refuses a numerator without a denominator and a division by nothing: the parts are what cells of these outcomes
/// would make.
fn refuse_ratio(cells: &mut [Compared], taken: &[Outcome], parts: [Option<Held>; 2]) {
    let refusal = match parts {
        [Some(_), None] | [None, Some(_)] => Refusal::from(HALF_RATIO),
        [_, Some(Held::Number(Amount::ZERO))] => Refusal::from(ZERO_DENOMINATOR),
        _ => return,
    };
    for cell in of_fields(cells, &RATIO).filter(|cell| taken.contains(&cell.item.outcome)) {
        refusal.write(&mut cell.item);
    }
}

/// A value that says the same as the ratio beside it in the workbook is no news; one that says otherwise cannot be kept.
fn settle_value_beside_ratio(row: &Row<'_>, cells: &mut [Compared]) {
    let ratio = RATIO.map(|field| in_workbook(row, cells, field));
    let [Some(Held::Number(numerator)), Some(Held::Number(denominator))] = ratio else {
        return refuse_value_for_half_a_ratio(row, cells, &ratio);
    };
    let stays = ratio == RATIO.map(|field| with(row, cells, &[Outcome::Applied], field));
    let unit = &row.indicator.data.indicator.unit;
    let made = Figure::Ratio { numerator, denominator }.value(unit);
    for cell in of_fields(cells, &[Field::Value]).filter(|cell| matches!(cell.item.outcome, Outcome::Applied | Outcome::Conflict)) {
        let Some(Held::Number(value)) = cell.theirs.as_ref().and_then(|theirs| theirs.held.clone()) else { continue };
        match made {
            None => Refusal::from(ZERO_DENOMINATOR).write(&mut cell.item),
            Some(made) if stays && is_rounded(value, made) => {
                cell.item.outcome = Outcome::Equal;
                (cell.item.code, cell.item.message, cell.choice) = (None, None, None);
            }
            Some(made) => refuse_beside(cell, made, unit),
        }
    }
}

/// A ratio that was sent is emptied whole before a value takes its place.
fn refuse_value_for_half_a_ratio(row: &Row<'_>, cells: &mut [Compared], ratio: &[Option<Held>; 2]) {
    let was_sent = RATIO.iter().any(|field| row.base.get(field).is_some_and(Option::is_some));
    if was_sent && ratio.iter().any(Option::is_some) {
        for cell in of_fields(cells, &[Field::Value]).filter(|cell| matches!(cell.item.outcome, Outcome::Applied | Outcome::Conflict)) {
            Refusal::from(HALF_RATIO).write(&mut cell.item);
        }
    }
}

fn refuse_beside(cell: &mut Compared, made: Amount, unit: &str) {
    let shown = Amount::new((made.get() * 100.0).round() / 100.0).unwrap_or(made);
    let message = format!("分子÷分母是{shown}{unit}，这里另填的数没有采用，按分子分母计；要改填比率，请把分子和分母都清空");
    Refusal { code: "value_beside_ratio", message }.write(&mut cell.item);
}

/// A value over a ratio reported since the workbook was sent, or a ratio over a value, is a conflict like any other.
fn find_crossed(row: &Row<'_>, cells: &mut [Compared], decided: Decisions<'_>) {
    let new_value = new(row, Field::Value).cloned();
    let new_ratio = new_ratio(row);
    for cell in cells.iter_mut().filter(|cell| cell.item.outcome == Outcome::Applied) {
        let crossed = match field_of(cell) {
            Some(Field::Value) => &new_ratio,
            Some(Field::Numerator | Field::Denominator) => &new_value,
            Some(Field::Note) | None => &None,
        };
        let Some(ours) = crossed else { continue };
        (cell.item.ours, cell.item.ours_by) = (text(&ours.held), ours.by.clone());
        cell.choice = (decided.each)(&cell.item.key);
        cell.item.outcome = decided.sides.decide(&mut cell.item, cell.choice);
        if let (Some(Choice::Theirs), Some(Field::Value), Some(theirs)) = (cell.choice, field_of(cell), &mut cell.theirs) {
            theirs.replaces_ratio = true;
        }
    }
}

/// Returns what the ledger has in a field, if it came after the workbook was sent.
fn new<'a>(row: &'a Row<'_>, field: Field) -> Option<&'a Ours> {
    let base = row.base.get(&field).cloned().flatten();
    Some(&row.ours[&field]).filter(|ours| ours.held.is_some() && !ours.held.same(&base))
}

fn new_ratio(row: &Row<'_>) -> Option<Ours> {
    RATIO.iter().find_map(|field| new(row, *field))?;
    let parts = RATIO.map(|field| text(&row.ours[&field].held).unwrap_or_default());
    Some(Ours { held: Some(Held::Text(parts.join("/"))), by: row.ours[&Field::Numerator].by.clone() })
}

/// Returns true if a value is another one, rounded to as many decimals as people write.
fn is_rounded(value: Amount, exact: Amount) -> bool {
    let rounded = |scale: f64| Amount::new((exact.get() * scale).round() / scale).is_some_and(|rounded| rounded.same(value));
    exact.same(value) || [1.0, 10.0, 100.0, 1000.0, 1e4].into_iter().any(rounded)
}

/// Returns what stands in the workbook; what was left as it was sent is not among the cells.
fn in_workbook(row: &Row<'_>, cells: &[Compared], field: Field) -> Option<Held> {
    match cells.iter().find(|cell| field_of(cell) == Some(field)).and_then(|cell| cell.theirs.as_ref()) {
        Some(theirs) => theirs.held.clone(),
        None => row.base.get(&field).cloned().flatten(),
    }
}

/// Returns what the ledger has in a field if cells of these outcomes are taken.
fn with(row: &Row<'_>, cells: &[Compared], taken: &[Outcome], field: Field) -> Option<Held> {
    let theirs = cells.iter().find(|cell| taken.contains(&cell.item.outcome) && field_of(cell) == Some(field));
    match theirs.and_then(|cell| cell.theirs.as_ref()) {
        Some(theirs) => theirs.held.clone(),
        None => row.ours[&field].held.clone(),
    }
}

fn of_fields<'a>(cells: &'a mut [Compared], fields: &'a [Field]) -> impl Iterator<Item = &'a mut Compared> {
    cells.iter_mut().filter(|cell| field_of(cell).is_some_and(|field| fields.contains(&field)))
}

fn field_of(cell: &Compared) -> Option<Field> {
    cell.place.map(|place| place.field)
}
