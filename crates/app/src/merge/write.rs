//! Writing a comparison into the ledger, as one operation.

use super::compare::{Answers, Came, Compared, Comparison, Incoming, Place, Theirs, ToldPlace};
use crate::wire::{Choice, FileStatus, Outcome};
use crate::{ApiError, App, units};
use chrono::FixedOffset;
use domain::judge::Figure;
use domain::{Field, Passage};
use std::collections::{BTreeMap, HashMap};
use store::{
    Base, Entry, ExchangeCell, ExchangeText, Issue, Narrative, OperationKind, PackageCell, PackageText, Return, ReturnStatus, Writer,
};
use workbook::Held;

/// An entry of the ledger: indicator, unit, period.
type Key = (i64, i64, domain::Period);

/// Writes everything taken, keeps the accepted values as the new base, and records what came in.
pub(crate) fn write(app: &mut App, files: &[Incoming], comparison: &Comparison) -> Result<(), ApiError> {
    let read: Vec<usize> = (0..files.len())
        .filter(|at| matches!(comparison.files[*at].status, FileStatus::Read | FileStatus::Outdated | FileStatus::Repeated))
        .collect();
    let taken = comparison.cells.iter().filter(|cell| cell.item.outcome == Outcome::Applied).count();
    let packages = read.iter().filter(|at| matches!(files[**at].content, Ok(Came::Package(..)))).count();
    let sources = [(read.len() - packages, "份填报表"), (packages, "个数据包")];
    let sources: Vec<String> = sources.iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!("{count}{what}")).collect();
    let label = format!("合并{}：写入{taken}格", sources.join("和"));
    let operation = app.operation(OperationKind::Merge, label);
    let (at, offset) = (app.now_millis(), *app.host.now().offset());
    let unit_name = units::names(app.store()?)?;
    app.store_mut()?.transact(operation, |w| {
        let who = |unit: i64, file: usize| {
            let how = if matches!(files[file].content, Ok(Came::Package(..))) { "数据包" } else { "回表" };
            format!("{} {how}", unit_name.get(&unit).map_or("", String::as_str))
        };
        write_cells(w, &comparison.cells, &who, at)?;
        for cell in &comparison.cells {
            accept(w, comparison, cell)?;
        }
        let issues = issues(&comparison.cells);
        for file in read {
            // The same file again brings nothing new, so it is not recorded again.
            if comparison.files[file].status != FileStatus::Repeated {
                let own = issues.get(&file).map(Vec::as_slice).unwrap_or_default();
                keep_return(w, files, comparison, file, own, at, offset)?;
            }
        }
        Ok::<_, ApiError>(())
    })
}

/// Writes every cell that is taken; `who` is the name an entry is kept under, by its unit and file.
pub(crate) fn write_cells(w: &mut Writer<'_>, cells: &[Compared], who: &dyn Fn(i64, usize) -> String, at: i64) -> Result<(), ApiError> {
    for (key, (file, cells)) in by_entry(cells) {
        write_entry(w, key, &cells, &who(key.1, file), at)?;
    }
    for (key, (file, passages)) in by_narrative(cells) {
        write_narrative(w, key, &passages, &who(key.1, file), at)?;
    }
    Ok(())
}

/// Gathers the cells to be written by the entry they belong to. Of two returns of one unit at most one is taken.
fn by_entry(cells: &[Compared]) -> BTreeMap<Key, (usize, BTreeMap<Field, &Theirs>)> {
    let mut entries: BTreeMap<Key, (usize, BTreeMap<Field, &Theirs>)> = BTreeMap::new();
    for cell in cells.iter().filter(|cell| cell.item.outcome == Outcome::Applied) {
        if let (Some(Place { indicator, unit, period, field }), Some(theirs)) = (cell.place, &cell.theirs) {
            let (file, fields) = entries.entry((indicator, unit, period)).or_default();
            *file = cell.file;
            fields.insert(field, theirs);
        }
    }
    entries
}

/// Gathers the passages to be written by the measure, unit and period they are told of; with the file they come in.
fn by_narrative(cells: &[Compared]) -> BTreeMap<Key, (usize, BTreeMap<Passage, Option<String>>)> {
    let mut narratives: BTreeMap<Key, (usize, BTreeMap<Passage, Option<String>>)> = BTreeMap::new();
    for cell in cells.iter().filter(|cell| cell.item.outcome == Outcome::Applied) {
        if let (Some(ToldPlace { measure, unit, period, passage }), Some(theirs)) = (cell.told, &cell.theirs) {
            let (file, passages) = narratives.entry((measure, unit, period)).or_default();
            *file = cell.file;
            passages.insert(passage, words(&theirs.held));
        }
    }
    narratives
}

fn write_narrative(w: &mut Writer<'_>, key: Key, new: &BTreeMap<Passage, Option<String>>, who: &str, at: i64) -> Result<(), ApiError> {
    let (measure_id, unit_id, period) = key;
    let kept = w.narratives_of_measure(measure_id)?.into_iter().find(|one| one.unit_id == unit_id && one.period == period);
    let [progress, problems, next_steps] = kept.map_or([None, None, None], |one| [one.progress, one.problems, one.next_steps]);
    let passage = |which, kept| new.get(&which).cloned().unwrap_or(kept);
    w.tell(&Narrative {
        measure_id,
        unit_id,
        period,
        progress: passage(Passage::Progress, progress),
        problems: passage(Passage::Problems, problems),
        next_steps: passage(Passage::NextSteps, next_steps),
        who: who.to_owned(),
        at,
    })?;
    Ok(())
}

fn words(held: &Option<Held>) -> Option<String> {
    match held {
        Some(Held::Text(text)) => Some(text.clone()),
        _ => None,
    }
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
    let [value, numerator, denominator] = kept.as_ref().and_then(|entry| entry.figure).map(Figure::parts).unwrap_or_default();
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
    let (true, Some(theirs), Some(answers)) = (answered, &cell.theirs, &comparison.answers[cell.file]) else { return Ok(()) };
    if let Some(ToldPlace { measure: measure_id, unit, period, passage }) = cell.told {
        let base = words(&theirs.held);
        match answers {
            Answers::Exchange(exchange) => {
                w.accept_exchange_text(exchange.id, &ExchangeText { measure_id, passage, base })?;
            }
            Answers::Package { made_at, .. } => {
                w.keep_package_text(unit, &PackageText { measure_id, period, passage, base, made_at: *made_at })?;
            }
        }
    }
    let Some(Place { indicator: indicator_id, unit, period, field }) = cell.place else { return Ok(()) };
    let base = match &theirs.held {
        Some(Held::Number(amount)) => Base { number: Some(*amount), text: None },
        Some(Held::Text(text)) => Base { number: None, text: Some(text.clone()) },
        None => Base::default(),
    };
    match answers {
        Answers::Exchange(exchange) => {
            w.accept_exchange_cell(exchange.id, &ExchangeCell { indicator_id, field, base })?;
        }
        Answers::Package { made_at, .. } => {
            w.keep_package_cell(unit, &PackageCell { indicator_id, period, field, base, made_at: *made_at })?
        }
    }
    Ok(())
}

/// Returns what was refused of each file, to be kept with it.
pub(crate) fn issues(cells: &[Compared]) -> HashMap<usize, Vec<Issue>> {
    let mut issues: HashMap<usize, Vec<Issue>> = HashMap::new();
    for cell in cells.iter().filter(|cell| cell.item.outcome == Outcome::Rejected) {
        issues.entry(cell.file).or_default().push(Issue {
            sheet: cell.item.sheet.clone(),
            row: cell.item.row,
            column: cell.item.column.clone(),
            typed: cell.item.theirs.clone().unwrap_or_default(),
            code: cell.item.code.clone().unwrap_or_default(),
        });
    }
    issues
}

fn keep_return(
    w: &mut Writer<'_>,
    files: &[Incoming],
    comparison: &Comparison,
    file: usize,
    issues: &[Issue],
    at: i64,
    offset: FixedOffset,
) -> Result<(), ApiError> {
    let exchange_id = match &comparison.answers[file] {
        Some(Answers::Exchange(exchange)) => Some(exchange.id),
        Some(Answers::Package { sent, .. }) => *sent,
        None => None,
    };
    let record = Return {
        exchange_id,
        file_name: files[file].name.clone(),
        sha256: files[file].sha256.clone(),
        received_at: at,
        status: if comparison.files[file].status == FileStatus::Outdated { ReturnStatus::Outdated } else { ReturnStatus::Read },
        saved_by: files[file].saved_by(),
        saved_at: files[file].saved_at(offset),
        mismatch: comparison.mismatches[file].clone(),
    };
    w.insert_return(&record, issues)?;
    Ok(())
}
