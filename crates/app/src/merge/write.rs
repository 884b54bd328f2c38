//! Writing a comparison into the ledger, as one operation.

use super::compare::{Compared, Comparison, Incoming, Place, Theirs};
use crate::wire::{Choice, FileStatus, Outcome};
use crate::{ApiError, App};
use domain::Field;
use domain::judge::Figure;
use std::collections::{BTreeMap, HashMap};
use store::{Base, Entry, ExchangeCell, Issue, OperationKind, Return, ReturnStatus, Writer};
use workbook::Held;

/// An entry of the ledger: indicator, unit, period.
type Key = (i64, i64, domain::Period);

/// Writes everything taken, keeps the accepted values as the new base, and records what came in.
pub(crate) fn write(app: &mut App, files: &[Incoming], comparison: &Comparison) -> Result<(), ApiError> {
    let read: Vec<usize> =
        (0..files.len()).filter(|at| matches!(comparison.files[*at].status, FileStatus::Read | FileStatus::Repeated)).collect();
    let taken = comparison.cells.iter().filter(|cell| cell.item.outcome == Outcome::Applied).count();
    let label = format!("合并{}份填报表：写入{taken}格", read.len());
    let operation = app.operation(OperationKind::Merge, label);
    let at = app.now_millis();
    let unit_name: HashMap<i64, String> = app.store()?.units()?.into_iter().map(|unit| (unit.id, unit.unit.name)).collect();
    app.store_mut()?.transact(operation, |w| {
        for (key, cells) in by_entry(&comparison.cells) {
            write_entry(w, key, &cells, &format!("{} 回表", unit_name.get(&key.1).map_or("", String::as_str)), at)?;
        }
        for cell in &comparison.cells {
            accept(w, comparison, cell)?;
        }
        for file in read {
            // The same file again brings nothing new, so it is not recorded again.
            if comparison.files[file].status == FileStatus::Read {
                keep_return(w, files, comparison, file, at)?;
            }
        }
        Ok::<_, ApiError>(())
    })
}

/// Gathers the cells to be written by the entry they belong to; of two for one cell the later counts.
fn by_entry(cells: &[Compared]) -> BTreeMap<Key, BTreeMap<Field, &Theirs>> {
    let mut entries: BTreeMap<Key, BTreeMap<Field, &Theirs>> = BTreeMap::new();
    for cell in cells.iter().filter(|cell| cell.item.outcome == Outcome::Applied) {
        if let (Some(Place { indicator, unit, period, field }), Some(theirs)) = (cell.place, &cell.theirs) {
            entries.entry((indicator, unit, period)).or_default().insert(field, theirs);
        }
    }
    entries
}

fn write_entry(w: &mut Writer<'_>, key: Key, new: &BTreeMap<Field, &Theirs>, who: &str, at: i64) -> Result<(), ApiError> {
    let (indicator_id, unit_id, period) = key;
    let kept = w.entry(indicator_id, unit_id, period)?;
    let number = |field, ours| match new.get(&field) {
        Some(theirs) => match theirs.held {
            Some(Held::Number(amount)) => Some(amount),
            _ => None,
        },
        None => ours,
    };
    let (value, numerator, denominator) = match kept.as_ref().and_then(|entry| entry.figure) {
        Some(Figure::Value(value)) => (Some(value), None, None),
        Some(Figure::Ratio { numerator, denominator }) => (None, Some(numerator), Some(denominator)),
        None => (None, None, None),
    };
    let replaced = new.get(&Field::Value).is_some_and(|theirs| theirs.replaces_ratio);
    let ratio = number(Field::Numerator, numerator).zip(number(Field::Denominator, denominator)).filter(|_| !replaced);
    let value = number(Field::Value, value);
    // Numerator and denominator say more than the percentage they make.
    let figure = ratio.map(|(numerator, denominator)| Figure::Ratio { numerator, denominator }).or(value.map(Figure::Value));
    let note = match new.get(&Field::Note) {
        Some(Theirs { held: Some(Held::Text(text)), .. }) => Some(text.clone()),
        Some(_) => None,
        None => kept.as_ref().and_then(|entry| entry.note.clone()),
    };
    let typed = match new.get(&Field::Value) {
        Some(theirs) => theirs.typed.clone(),
        // What was typed once says nothing about a figure that came since.
        None => kept.filter(|entry| entry.figure == figure).and_then(|entry| entry.typed),
    };
    if figure.is_none() && note.is_none() {
        w.clear_entry(indicator_id, unit_id, period)?;
    } else {
        w.record_entry(&Entry { indicator_id, unit_id, period, figure, typed, note, who: who.to_owned(), at })?;
    }
    Ok(())
}

/// Makes a value that was taken, found equal, or decided about the base of its exchange.
///
/// A conflict decided for ours has been answered too: the same workbook again does not ask again.
fn accept(w: &mut Writer<'_>, comparison: &Comparison, cell: &Compared) -> Result<(), ApiError> {
    let answered = matches!(cell.item.outcome, Outcome::Applied | Outcome::Equal) || cell.choice == Some(Choice::Ours);
    if let (true, Some(place), Some(theirs), Some(exchange)) = (answered, cell.place, &cell.theirs, &comparison.exchanges[cell.file]) {
        let base = match &theirs.held {
            Some(Held::Number(amount)) => Base { number: Some(*amount), text: None },
            Some(Held::Text(text)) => Base { number: None, text: Some(text.clone()) },
            None => Base::default(),
        };
        w.accept_exchange_cell(exchange.id, &ExchangeCell { indicator_id: place.indicator, field: place.field, base })?;
    }
    Ok(())
}

fn keep_return(w: &mut Writer<'_>, files: &[Incoming], comparison: &Comparison, file: usize, at: i64) -> Result<(), ApiError> {
    let rejected = comparison.cells.iter().filter(|cell| cell.file == file && cell.item.outcome == Outcome::Rejected);
    let issues: Vec<Issue> = rejected
        .map(|cell| Issue {
            sheet: cell.item.sheet.clone(),
            row: cell.item.row,
            column: cell.item.column.clone(),
            typed: cell.item.theirs.clone().unwrap_or_default(),
            code: cell.item.code.clone().unwrap_or_default(),
        })
        .collect();
    let exchange_id = comparison.exchanges[file].as_ref().map(|exchange| exchange.id);
    let record = Return {
        exchange_id,
        file_name: files[file].name.clone(),
        sha256: files[file].sha256.clone(),
        received_at: at,
        status: ReturnStatus::Read,
    };
    w.insert_return(&record, &issues)?;
    Ok(())
}
