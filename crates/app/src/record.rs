//! Reported values: parsed, questioned, written as one operation.

use crate::book::{Book, within};
use crate::shown::short;
use crate::wire::{EntryInput, Question, Record, Recorded};
use crate::{ApiError, App, freeze, indicators};
use chrono::FixedOffset;
use domain::judge::Figure;
use domain::{Amount, Period, Quantity, ValueKind};
use std::collections::HashMap;
use store::{Entry, IndicatorRow, OperationKind, Store};

/// A value parsed and placed, ready to be written.
struct Placed {
    indicator: IndicatorRow,
    plan: i64,
    unit: i64,
    unit_name: String,
    input: EntryInput,
    figure: Option<Figure>,
    typed: Option<String>,
}

/// Writes reported values: all or none. Odd ones are written too and asked about.
pub fn record(app: &mut App, request: Record) -> Result<Recorded, ApiError> {
    let offset = *app.host.now().offset();
    let placed = request.entries.into_iter().map(|input| place(app.store()?, input, offset)).collect::<Result<Vec<_>, _>>()?;
    let questions = questions(app.store()?, &placed)?;
    let operation = app.operation(OperationKind::Record, label(&placed));
    let (who, at) = (app.host.who(), app.now_millis());
    let changed = app.store_mut()?.transact(operation, |w| {
        let mut changed = 0;
        for new in &placed {
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
    freeze::refuse_locked(store, plan.id, input.period, offset)?;
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

/// Returns what looks odd about values against those reported before.
fn questions(store: &Store, placed: &[Placed]) -> Result<Vec<Question>, ApiError> {
    let mut books: HashMap<i64, Book> = HashMap::new();
    let mut questions = Vec::new();
    for new in placed {
        let book = match books.entry(new.plan) {
            std::collections::hash_map::Entry::Occupied(book) => book.into_mut(),
            std::collections::hash_map::Entry::Vacant(free) => {
                let plan = store.plan_by_id(new.plan)?.expect("the plan was found a moment ago");
                let indicators = placed.iter().filter(|other| other.plan == new.plan).map(|other| other.indicator.id).collect();
                free.insert(Book::load_some(store, plan, &indicators)?)
            }
        };
        let mut ask = |code: &str, fact: String, cause: &str| {
            let (indicator, unit, period) = (new.input.indicator, new.input.unit, new.input.period);
            questions.push(Question { indicator, unit, period, code: code.to_owned(), fact, cause: cause.to_owned() });
        };
        let Some(value) = new.figure.and_then(|figure| figure.value(&new.indicator.data.indicator.unit)) else { continue };
        odd(book, new, value, &mut ask);
    }
    Ok(questions)
}

fn odd(book: &Book, new: &Placed, value: Amount, ask: &mut impl FnMut(&str, String, &str)) {
    let terms = &new.indicator.data.indicator;
    let period = new.input.period;
    if !book.reporters(&new.indicator).contains(&new.unit) {
        ask("not_responsible", format!("“{}”不在这项举措的责任单位里", new.unit_name), "如果确由该单位填报，请保留；否则请撤销后换单位填");
    }
    let is_percentage = matches!(terms.unit.as_str(), "%" | "％") || terms.kind == ValueKind::Qualitative;
    if is_percentage && terms.comparator != domain::Comparator::Increase && value > Amount::from(100) {
        ask("over_100", format!("{value}%超过了100%"), "超额完成时可以大于100%，否则请核对分子分母");
    }
    let Some((before, last)) = previous(book, new, period) else { return };
    let (now, then) = (short(period), short(before));
    if terms.kind == ValueKind::Cumulative && value < last {
        let less = Amount::new(last.get() - value.get()).unwrap_or(Amount::ZERO);
        ask(
            "fell",
            format!("累计值比上期少{less}：{then}{last}，{now}{value}"),
            "累计数一般只增不减，请核对。若是更正以前多报的数，请写原因",
        );
    }
    if terms.kind != ValueKind::Rate && last > Amount::ZERO && value.get() >= 10.0 * last.get() {
        ask("tenfold", format!("{now}{value}，是上期{last}的10倍以上"), "请核对单位（个、万）和小数点");
    }
}

/// Returns the last value this unit reported before the period.
fn previous(book: &Book, new: &Placed, period: Period) -> Option<(Period, Amount)> {
    let earlier = book.entries(new.indicator.id, new.unit).iter().filter(|entry| !period.ends_by(entry.period));
    let values = earlier.filter_map(|entry| Some((entry.period, entry.figure?.value(&new.indicator.data.indicator.unit)?)));
    values.max_by_key(|(period, _)| *period)
}
