//! The cells of one row together: a figure is a value, or a numerator with its denominator.
//!
//! Each cell was compared by itself. Here what cannot stand together is refused, and what would overwrite a figure
//! that was reported in the other form since becomes a conflict.

use super::compare::{Compared, Ours};
use super::refusal::{HALF_RATIO, Refusal, ZERO_DENOMINATOR};
use super::sheet::{Row, decided, text};
use crate::wire::{Choice, Outcome};
use domain::judge::Figure;
use domain::{Amount, Field};
use workbook::{Held, Same};

const RATIO: [Field; 2] = [Field::Numerator, Field::Denominator];

/// Returns what the ledger will have in the fields of a row that this workbook changes, the other form of the figure
/// included: it goes when a value becomes a ratio, or a ratio a value.
pub(crate) fn changes(row: &Row, cells: &[Compared]) -> Vec<(Field, Option<Held>)> {
    let applied = cells.iter().filter(|cell| cell.item.outcome == Outcome::Applied);
    let mut changes: Vec<_> = applied.clone().filter_map(|cell| Some((field_of(cell)?, cell.theirs.as_ref()?.held.clone()))).collect();
    if applied.clone().any(|cell| cell.theirs.as_ref().is_some_and(|theirs| theirs.replaces_ratio)) {
        changes.extend(RATIO.map(|field| (field, None)));
    } else if applied.clone().any(|cell| field_of(cell).is_some_and(|field| RATIO.contains(&field)))
        && after(row, cells, Field::Numerator).is_some()
    {
        changes.push((Field::Value, None));
    }
    changes
}

/// Looks at the changed cells of a row as one figure.
pub(crate) fn reconcile(row: &Row, cells: &mut [Compared], decide: &dyn Fn(&str) -> Option<Choice>) {
    find_crossed(row, cells, decide);
    refuse_half_ratios(row, cells);
    refuse_value_beside_ratio(row, cells);
}

/// A value over a ratio reported since the workbook was sent, or a ratio over a value, is a conflict like any other.
fn find_crossed(row: &Row, cells: &mut [Compared], decide: &dyn Fn(&str) -> Option<Choice>) {
    let new = |field: &Field| {
        Some(&row.ours[field]).filter(|ours| ours.held.is_some() && !ours.held.same(&row.base.get(field).cloned().flatten()))
    };
    let new_value = new(&Field::Value).cloned();
    let new_ratio = RATIO.iter().any(|field| new(field).is_some()).then(|| Ours {
        held: Some(Held::Text(RATIO.map(|field| text(&row.ours[&field].held).unwrap_or_default()).join("/"))),
        by: row.ours[&Field::Numerator].by.clone(),
    });
    for cell in cells.iter_mut().filter(|cell| cell.item.outcome == Outcome::Applied && cell.choice.is_none()) {
        let other = match field_of(cell) {
            Some(Field::Value) => &new_ratio,
            Some(Field::Numerator | Field::Denominator) => &new_value,
            Some(Field::Note) | None => continue,
        };
        if let Some(ours) = other {
            (cell.item.ours, cell.item.ours_by) = (text(&ours.held), ours.by.clone());
            cell.choice = decide(&cell.item.key);
            cell.item.outcome = decided(&mut cell.item, cell.choice);
            if let (Some(Choice::Theirs), Some(Field::Value), Some(theirs)) = (cell.choice, field_of(cell), &mut cell.theirs) {
                theirs.replaces_ratio = true;
            }
        }
    }
}

/// Refuses what would leave a numerator without a denominator, or divide by nothing.
fn refuse_half_ratios(row: &Row, cells: &mut [Compared]) {
    let refusal = match (after(row, cells, Field::Numerator), after(row, cells, Field::Denominator)) {
        (Some(_), None) | (None, Some(_)) => Refusal::from(HALF_RATIO),
        (_, Some(Held::Number(Amount::ZERO))) => Refusal::from(ZERO_DENOMINATOR),
        _ => return,
    };
    for cell in taken(cells, &RATIO) {
        refusal.write(&mut cell.item);
    }
}

/// A value that says the same as the ratio beside it is no news; one that says otherwise cannot be kept with it.
fn refuse_value_beside_ratio(row: &Row, cells: &mut [Compared]) {
    let unit = &row.indicator.data.indicator.unit;
    let ratio = match (after(row, cells, Field::Numerator), after(row, cells, Field::Denominator)) {
        (Some(Held::Number(numerator)), Some(Held::Number(denominator))) => Figure::Ratio { numerator, denominator }.value(unit),
        _ => return,
    };
    for cell in taken(cells, &[Field::Value]) {
        let theirs = cell.theirs.as_ref().filter(|theirs| !theirs.replaces_ratio);
        let Some(Held::Number(value)) = theirs.and_then(|theirs| theirs.held.clone()) else { continue };
        match ratio {
            Some(ratio) if is_rounded(value, ratio) => cell.item.outcome = Outcome::Equal,
            _ => {
                let made = ratio.and_then(|ratio| Amount::new((ratio.get() * 100.0).round() / 100.0)).map(|made| made.to_string());
                let message = format!("分子÷分母是{}{unit}，与这里填的不同，按分子分母计", made.unwrap_or_default());
                Refusal { code: "value_beside_ratio", message }.write(&mut cell.item);
            }
        }
    }
}

/// Returns true if a value is another one, rounded to as many decimals as people write.
fn is_rounded(value: Amount, exact: Amount) -> bool {
    [1.0, 10.0, 100.0, 1000.0, 1e4].into_iter().any(|scale| {
        let rounded = Amount::new((exact.get() * scale).round() / scale);
        rounded.is_some_and(|rounded| rounded.same(value))
    }) || exact.same(value)
}

/// Returns what the ledger will have in a field once the row is merged.
fn after(row: &Row, cells: &[Compared], field: Field) -> Option<Held> {
    let new = cells.iter().find(|cell| cell.item.outcome == Outcome::Applied && field_of(cell) == Some(field));
    match new.and_then(|cell| cell.theirs.as_ref()) {
        Some(theirs) => theirs.held.clone(),
        None => row.ours[&field].held.clone(),
    }
}

fn taken<'a>(cells: &'a mut [Compared], fields: &'a [Field]) -> impl Iterator<Item = &'a mut Compared> {
    cells.iter_mut().filter(|cell| cell.item.outcome == Outcome::Applied && field_of(cell).is_some_and(|field| fields.contains(&field)))
}

fn field_of(cell: &Compared) -> Option<Field> {
    cell.place.map(|place| place.field)
}
