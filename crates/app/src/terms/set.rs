//! Changing how indicators are judged.

use crate::indicators::{find, typed};
use crate::wire::{IndicatorSet, TermsChanged};
use crate::{ApiError, App};
use domain::judge::check_planned;
use domain::{Amount, Comparator, Indicator, Uid, ValueKind};
use store::{OperationKind, SourcedIndicator, Store};

impl IndicatorSet {
    /// Returns the change of an indicator that changes nothing.
    pub fn of(indicator: Uid) -> IndicatorSet {
        IndicatorSet {
            indicators: vec![indicator],
            kind: None,
            pace: None,
            roll_up: None,
            every: None,
            baseline: None,
            target: None,
            start: None,
            due: None,
            weight: None,
            as_proposed: false,
        }
    }
}

/// Changes how indicators are judged, all or none; what is absent stays.
///
/// # Errors
/// Where one cannot be judged so: named, with what to do.
pub fn set(app: &mut App, change: IndicatorSet) -> Result<TermsChanged, ApiError> {
    let store = app.store()?;
    if change.indicators.is_empty() {
        return Err(ApiError::invalid("没有选指标").hint("先选一个或几个指标"));
    }
    if change.indicators.len() > 1 && (change.target.is_some() || change.baseline.is_some()) {
        return Err(ApiError::invalid("目标值和基期值各指标不同，要一个一个改"));
    }
    let (mut changed, mut labels, mut reported) = (Vec::new(), Vec::new(), Vec::new());
    for uid in &change.indicators {
        let row = find(store, *uid)?;
        let mut data = row.data.clone();
        apply(&change, &mut data, &row)?;
        let (old, new) = (&row.data.indicator, &data.indicator);
        if row.data == data {
            continue;
        }
        if old.kind != new.kind && is_reported(store, row.id)? {
            reported.push(format!("“{}”已有填报，原来填的数今后按“{}”理解，请核对", new.name, new.kind.zh()));
        }
        labels.push(difference(old, new));
        changed.push(data);
    }
    let label = match (changed.as_slice(), labels.as_slice()) {
        ([], _) => return Ok(TermsChanged { changed: 0, notes: Vec::new() }),
        ([one], [label]) => format!("修改指标“{}”：{label}", one.indicator.name),
        (many, [first, rest @ ..]) if rest.iter().all(|label| label == first) => format!("修改{}个指标：{first}", many.len()),
        (many, _) => format!("修改{}个指标的判断方式", many.len()),
    };
    let operation = app.operation(OperationKind::Edit, label);
    app.store_mut()?.transact(operation, |w| changed.iter().try_for_each(|data| w.update_indicator(data).map_err(ApiError::from)))?;
    Ok(TermsChanged { changed: changed.len() as u32, notes: reported })
}

fn apply(change: &IndicatorSet, data: &mut SourcedIndicator, row: &store::IndicatorRow) -> Result<(), ApiError> {
    let terms = &mut data.indicator;
    if change.as_proposed {
        let proposal = super::proposal(row);
        (terms.kind, terms.pace, terms.roll_up) = (proposal.kind, proposal.pace, proposal.roll_up);
    }
    terms.kind = change.kind.unwrap_or(terms.kind);
    terms.pace = change.pace.unwrap_or(terms.pace);
    terms.roll_up = change.roll_up.unwrap_or(terms.roll_up);
    terms.every = change.every.unwrap_or(terms.every);
    terms.start = change.start.unwrap_or(terms.start);
    terms.due = change.due.unwrap_or(terms.due);
    let name = terms.name.clone();
    let refuse = |message: String| Err(ApiError::invalid(format!("“{name}”：{message}")));
    if terms.due < terms.start {
        return refuse(format!("到期日{}早于起始日{}", terms.due, terms.start));
    }
    if (terms.kind == ValueKind::Qualitative) != (terms.comparator == Comparator::Qualitative) {
        return refuse(match terms.kind {
            ValueKind::Qualitative => "有数字目标的指标不能按形象进度填报".to_owned(),
            _ => "没有数字目标，只能按形象进度填报".to_owned(),
        });
    }
    if let Some(text) = &change.weight {
        terms.weight = weight(text)?.unwrap_or(Amount::ONE);
    }
    let unit = terms.unit.clone();
    if let Some(text) = &change.target {
        (data.indicator.target, data.target_text) = typed(text, &unit, "目标值")?;
        if data.indicator.target.is_none() != (data.indicator.comparator == Comparator::Qualitative) {
            return refuse("有数字的指标不能没有目标值，形象进度的指标没有目标值".to_owned());
        }
    }
    if let Some(text) = &change.baseline {
        (data.indicator.baseline, data.baseline_text) = typed(text, &unit, "基期值")?;
        if data.indicator.baseline.is_none() {
            data.baseline_date = None;
        }
    }
    if let (Some(target), Some(upper)) = (data.indicator.target, data.indicator.upper)
        && upper < target
    {
        return refuse(format!("目标值{target}超过了上限{upper}"));
    }
    check_planned(&data.indicator)
        .map_err(|fault| ApiError::invalid(format!("“{name}”的计划进度与改后的不合：{fault}")).hint("请先改计划进度，再改这一项"))
}

/// Parses a weight as typed; none where it is empty.
pub(super) fn weight(text: &str) -> Result<Option<Amount>, ApiError> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    let weight = Amount::parse(text).ok().filter(|weight| (0.0..=1000.0).contains(&weight.get()));
    weight.map(Some).ok_or_else(|| ApiError::invalid(format!("权重“{text}”不是0到1000之间的数")))
}

fn is_reported(store: &Store, indicator: i64) -> Result<bool, ApiError> {
    Ok(store.entries_of_indicator(indicator)?.iter().any(|entry| entry.figure.is_some()))
}

/// Returns what differs between two versions of an indicator, in words.
fn difference(old: &Indicator, new: &Indicator) -> String {
    let amount = |amount: Option<Amount>| amount.map_or("无".to_owned(), |amount| amount.to_string());
    let pairs = [
        ("目标值", amount(old.target), amount(new.target)),
        ("基期值", amount(old.baseline), amount(new.baseline)),
        ("起始日", old.start.to_string(), new.start.to_string()),
        ("到期日", old.due.to_string(), new.due.to_string()),
        ("值类型", old.kind.zh().to_owned(), new.kind.zh().to_owned()),
        ("进度方式", old.pace.zh().to_owned(), new.pace.zh().to_owned()),
        ("汇总方式", old.roll_up.zh().to_owned(), new.roll_up.zh().to_owned()),
        ("填报频次", old.every.zh().to_owned(), new.every.zh().to_owned()),
        ("权重", old.weight.to_string(), new.weight.to_string()),
    ];
    let changed: Vec<String> =
        pairs.into_iter().filter(|(_, old, new)| old != new).map(|(what, old, new)| format!("{what}{old}改为{new}")).collect();
    if changed.is_empty() { "没有改动".to_owned() } else { changed.join("，") }
}
