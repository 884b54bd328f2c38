//! Reported values: parsed, questioned, written as one operation.

mod questions;

use crate::book::within;
use crate::wire::{EntryInput, Record, Recorded, RecordedEach, RefusedEntry};
use crate::{ApiError, App, indicators, locks};
use chrono::FixedOffset;
use domain::judge::Figure;
use domain::{Amount, Period, Quantity, ValueKind};
use questions::questions;
use store::{Entry, IndicatorRow, OperationKind, Store};

/// A value parsed and placed, ready to be written.
pub(crate) struct Placed {
    pub(crate) indicator: IndicatorRow,
    pub(crate) plan: i64,
    pub(crate) unit: i64,
    pub(crate) unit_name: String,
    pub(crate) input: EntryInput,
    pub(crate) figure: Option<Figure>,
    typed: Option<String>,
}

/// Writes reported values: all or none. Odd ones are written too and asked about.
pub fn record(app: &mut App, request: Record) -> Result<Recorded, ApiError> {
    let offset = *app.host.now().offset();
    let placed = request.entries.into_iter().map(|input| place(app.store()?, input, offset)).collect::<Result<Vec<_>, _>>()?;
    write(app, &placed)
}

/// Writes the values that can be written, as one operation, and says of each other one why not: what was typed is not lost.
pub fn record_each(app: &mut App, request: Record) -> Result<RecordedEach, ApiError> {
    let offset = *app.host.now().offset();
    let (mut placed, mut refused) = (Vec::new(), Vec::new());
    for input in request.entries {
        let (indicator, unit, period) = (input.indicator, input.unit, input.period);
        match place(app.store()?, input, offset) {
            Ok(new) => placed.push(new),
            Err(ApiError { message, hint, .. }) => {
                let message = hint.map_or(message.clone(), |hint| format!("{message}，{hint}"));
                refused.push(RefusedEntry { indicator, unit, period, message });
            }
        }
    }
    let Recorded { changed, questions } = if placed.is_empty() { Recorded::default() } else { write(app, &placed)? };
    Ok(RecordedEach { changed, questions, refused })
}

fn write(app: &mut App, placed: &[Placed]) -> Result<Recorded, ApiError> {
    let questions = questions(app.store()?, placed)?;
    let operation = app.operation(OperationKind::Record, label(placed));
    let (who, at) = (app.host.who(), app.now_millis());
    let changed = app.store_mut()?.transact(operation, |w| {
        let mut changed = 0;
        for new in placed {
            let (indicator_id, unit_id, period) = (new.indicator.id, new.unit, new.input.period);
            let kept = w.entry(indicator_id, unit_id, period)?;
            // An absent note leaves the one that is there; an empty one takes it away.
            let note = match &new.input.note {
                Some(note) => Some(note.trim().to_owned()).filter(|note| !note.is_empty()),
                None => kept.and_then(|kept| kept.note),
            };
            changed += u32::from(match (new.figure, &note) {
                (None, None) => w.clear_entry(indicator_id, unit_id, period)?,
                _ => w.record_entry(&Entry {
                    indicator_id,
                    unit_id,
                    period,
                    figure: new.figure,
                    typed: new.typed.clone(),
                    note,
                    who: who.clone(),
                    at,
                })?,
            });
        }
        Ok::<_, ApiError>(changed)
    })?;
    Ok(Recorded { changed, questions })
}

fn place(store: &Store, input: EntryInput, offset: FixedOffset) -> Result<Placed, ApiError> {
    let indicator = indicators::find(store, input.indicator)?;
    let unit = store.unit(input.unit)?.ok_or_else(|| ApiError::not_found(format!("台账里没有单位 {}", input.unit)))?;
    let plan = store.plan_by_id(indicator.data.plan_id)?.expect("foreign keys keep the plan of an indicator");
    within(&plan.data, input.period)?;
    locks::refuse_locked(store, plan.id, input.period, offset)?;
    let terms = &indicator.data.indicator;
    let at = |error: ApiError| ApiError {
        message: format!("{}，{}，{}：{}", terms.name, unit.data.name, input.period.zh(), error.message),
        ..error
    };
    let (figure, typed) = parse(&input.value, terms.kind, &terms.unit).map_err(at)?;
    Ok(Placed { plan: plan.id, unit: unit.id, unit_name: unit.data.name, indicator, figure, typed, input })
}

/// Returns a value as typed as an entry that is reckoned with but not written.
pub(crate) fn assumed(indicator: &IndicatorRow, unit_id: i64, period: Period, value: &str) -> Result<Entry, ApiError> {
    let terms = &indicator.data.indicator;
    let (figure, typed) = parse(value, terms.kind, &terms.unit)?;
    Ok(Entry { indicator_id: indicator.id, unit_id, period, figure, typed, note: None, who: String::new(), at: 0 })
}

/// Parses a value as typed; `3/4` is a numerator and a denominator, for rates only. Empty is none.
fn parse(text: &str, kind: ValueKind, unit: &str) -> Result<(Option<Figure>, Option<String>), ApiError> {
    if text.trim().is_empty() {
        return Ok((None, None));
    }
    if let Some((numerator, denominator)) = text.split_once(['/', '／']).filter(|_| kind == ValueKind::Rate) {
        let (numerator, denominator) = (Amount::parse(numerator)?, Amount::parse(denominator)?);
        if denominator == Amount::ZERO {
            return Err(ApiError::invalid("分母是0，算不出比率").hint("没有发生时不要填，留空并在备注里说明"));
        }
        return Ok((Some(Figure::Ratio { numerator, denominator }), None));
    }
    let unit = if kind == ValueKind::Qualitative { "%" } else { unit };
    let quantity = Quantity::parse(text)?;
    let value = quantity.in_unit(unit);
    let value = value.ok_or_else(|| ApiError::invalid(format!("“{text}”的单位是“{}”，这个指标的单位是“{unit}”", quantity.unit)))?;
    Ok((Some(Figure::Value(value)), (value.to_string() != text).then(|| text.to_owned())))
}

fn label(placed: &[Placed]) -> String {
    match placed {
        [only] => {
            let value = if only.figure.is_some() { only.input.value.trim() } else { "（清空）" };
            format!("填报{}：{} {value}，{}", only.input.period.zh(), only.indicator.data.indicator.name, only.unit_name)
        }
        [first, ..] => format!("填报{}等{}个数", first.input.period.zh(), placed.len()),
        [] => "填报".to_owned(),
    }
}
