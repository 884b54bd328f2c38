//! Operations: listed, taken back, brought back.

use crate::locks::replay_refused;
use crate::shown::{figure as shown, moment, short};
use crate::wire::{ChangeRow, Checked, History, Nothing, OfOperation, OperationRow, Replayed};
use crate::{ApiError, App};
use chrono::FixedOffset;
use store::{Direction, Entry, EntryChange, IndicatorRow, Operation, OperationKind};

/// How many operations are listed.
const LISTED: u32 = 500;

/// Returns the latest operations, newest first, with the hash of the state they led to.
pub fn list(app: &mut App, _: Nothing) -> Result<History, ApiError> {
    let offset = *app.host.now().offset();
    let store = app.store()?;
    let operations = store.operations(None, LISTED)?.into_iter().map(|operation| row(operation, offset)).collect();
    Ok(History { operations, state_hash: store.state_hash()? })
}

fn row(operation: Operation, offset: FixedOffset) -> OperationRow {
    OperationRow {
        id: operation.uid,
        kind: operation.kind.code().to_owned(),
        at: moment(operation.at, offset),
        changes: operation.changes as u32,
        undone: operation.undone,
        undoable: operation.undoable,
        label: operation.label,
        who: operation.who,
    }
}

/// Checks the ledger's file: pages, references, schema.
pub fn check(app: &mut App, _: Nothing) -> Result<Checked, ApiError> {
    let store = app.store()?;
    Ok(Checked { problems: store.check()?.iter().map(ToString::to_string).collect(), state_hash: store.state_hash()? })
}

/// Takes back the last operation.
pub fn undo(app: &mut App, _: Nothing) -> Result<Replayed, ApiError> {
    let (who, at) = (app.host.who(), app.now_millis());
    let done = app.store_mut()?.undo(at, &who);
    replayed(app, done)
}

/// Brings back the operation taken back last.
pub fn redo(app: &mut App, _: Nothing) -> Result<Replayed, ApiError> {
    let (who, at) = (app.host.who(), app.now_millis());
    let done = app.store_mut()?.redo(at, &who);
    replayed(app, done)
}

/// Takes back a given operation, if nothing has changed the same rows since.
pub fn undo_operation(app: &mut App, of: OfOperation) -> Result<Replayed, ApiError> {
    let (who, at) = (app.host.who(), app.now_millis());
    let done = app.store_mut()?.undo_operation(of.operation, at, &who);
    replayed(app, done)
}

fn replayed(app: &mut App, done: Result<Operation, store::Error>) -> Result<Replayed, ApiError> {
    let offset = *app.host.now().offset();
    let operation = done.map_err(|error| replay_refused(error, offset))?;
    Ok(Replayed { operation: row(operation, offset), state_hash: app.store()?.state_hash()? })
}

/// Returns a change of an entry in a sentence: 岚桥区7月871改为1066. Units are called what they were called then.
pub(crate) fn sentence(indicator: &IndicatorRow, change: &EntryChange, offset: FixedOffset) -> ChangeRow {
    let terms = &indicator.data.indicator;
    let entry = change.new.as_ref().or(change.old.as_ref()).expect("a change of nothing into nothing is no change");
    let figure = |entry: &Option<Entry>| entry.as_ref().and_then(|entry| entry.figure).map(|figure| shown(figure, &terms.unit));
    let called = |name: &Option<String>| name.clone().unwrap_or_else(|| "已不在的单位".to_owned());
    let moved = matches!((&change.old, &change.new), (Some(old), Some(new)) if old.unit_id != new.unit_id);
    let (old, new) = (figure(&change.old), figure(&change.new));
    let back = if change.replay == Some(Direction::Undo) { "撤销并入，" } else { "" };
    let when = short(entry.period);
    let what = match (old, new) {
        (old, _) if moved => {
            format!("{back}{}{when}{}转到{}名下", called(&change.old_unit), old.unwrap_or_default(), called(&change.new_unit))
        }
        (None, Some(new)) => format!("{}{when}填报{new}", called(&change.new_unit)),
        (Some(old), Some(new)) if old != new => format!("{}{when}{old}改为{new}", called(&change.new_unit)),
        (Some(old), None) if change.kind == OperationKind::Unit => format!("{}{when}{old}随并入不再单列", called(&change.old_unit)),
        (Some(old), None) => format!("{}{when}清空，原为{old}", called(&change.old_unit)),
        _ => format!("{}{when}改备注", called(change.new_unit.as_ref().map_or(&change.old_unit, |_| &change.new_unit))),
    };
    ChangeRow { at: moment(change.at, offset), who: change.who.clone(), text: format!("{}：{what}", terms.name) }
}
