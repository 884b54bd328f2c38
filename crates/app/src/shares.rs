//! Targets divided among units: shown, checked against the whole, written as one step.

use crate::book::Book;
use crate::indicators::{find, typed};
use crate::refs::unit_ref;
use crate::wire::*;
use crate::{ApiError, App, units};
use domain::judge::{figure, target_label};
use domain::{Amount, Comparator, Indicator, RollUp, Uid};
use std::collections::{BTreeSet, HashMap};
use store::{Allocation, IndicatorRow, OperationKind, Store};

/// Returns how a target is divided.
///
/// # Errors
/// Where there is no such indicator.
pub fn show(app: &mut App, of: OfIndicator) -> Result<Shares, ApiError> {
    divided(app.store()?, of.indicator, &HashMap::new())
}

/// Returns how a target would be divided; nothing is written.
///
/// # Errors
/// Where a share is no number in the indicator's unit, or is negative.
pub(crate) fn check(app: &mut App, set: SharesSet) -> Result<Shares, ApiError> {
    let typed = set.shares.into_iter().map(|share| (share.unit, share.target)).collect();
    divided(app.store()?, set.indicator, &typed)
}

/// Writes the shares of a target, all or none.
///
/// # Errors
/// Where a share is no number in the indicator's unit, or is negative.
pub fn set(app: &mut App, set: SharesSet) -> Result<Shares, ApiError> {
    let store = app.store()?;
    let row = find(store, set.indicator)?;
    let mut changes = Vec::new();
    for share in &set.shares {
        let unit = units::by_id(store, share.unit)?;
        changes.push((unit.id, parsed(&share.target, &row.data.indicator, &unit.data.name)?));
    }
    let operation = app.operation(OperationKind::Allocate, format!("分解“{}”：{}个单位", row.data.indicator.name, changes.len()));
    app.store_mut()?.transact(operation, |w| {
        for (unit_id, (share, target_text)) in changes {
            match share {
                Some(target) => w.set_allocation(&Allocation { indicator_id: row.id, unit_id, target, target_text })?,
                None => w.clear_allocation(row.id, unit_id)?,
            }
        }
        Ok::<_, ApiError>(())
    })?;
    show(app, OfIndicator { indicator: set.indicator })
}

fn parsed(text: &str, terms: &Indicator, unit: &str) -> Result<(Option<Amount>, Option<String>), ApiError> {
    let (share, text) = typed(text, &terms.unit, &format!("{unit}的分解指标"))?;
    if share.is_some_and(|share| share < Amount::ZERO) && terms.comparator.is_level() {
        return Err(ApiError::invalid(format!("{unit}的分解指标不能是负数")));
    }
    Ok((share, text))
}

fn divided(store: &Store, indicator: Uid, changed: &HashMap<Uid, String>) -> Result<Shares, ApiError> {
    let row = find(store, indicator)?;
    let plan = store.plan_by_id(row.data.plan_id)?.expect("foreign keys keep the plan of an indicator");
    let book = Book::load_some(store, plan, &BTreeSet::from([row.id]))?;
    let kept: HashMap<i64, Allocation> = store
        .allocations(row.data.plan_id)?
        .into_iter()
        .filter(|share| share.indicator_id == row.id)
        .map(|share| (share.unit_id, share))
        .collect();
    let units = units(&book, &row);
    let terms = &row.data.indicator;
    let even = even(terms, units.len());
    let mut rows = Vec::with_capacity(units.len());
    let mut shares = Vec::new();
    for (at, unit) in units.into_iter().enumerate() {
        let named = book.unit(unit);
        let text = match (changed.get(&named.unit.uid), kept.get(&unit)) {
            (Some(text), _) => text.clone(),
            (None, Some(share)) => share.target_text.clone().unwrap_or_else(|| share.target.to_string()),
            (None, None) => String::new(),
        };
        shares.extend(parsed(&text, terms, &named.unit.name)?.0);
        let role = book.measure_of(&row).and_then(|measure| book.role(measure, unit));
        rows.push(ShareRow { unit: unit_ref(named), role, share: text, even: even.get(at).map_or_else(String::new, Amount::to_string) });
    }
    let sum = Amount::new(shares.iter().map(|share| share.get()).sum()).unwrap_or(Amount::ZERO);
    let note = (!shares.is_empty()).then(|| remark(terms, sum)).flatten();
    Ok(Shares {
        indicator,
        name: terms.name.clone(),
        target_label: target_label(terms),
        unit: terms.unit.clone(),
        rows,
        sum: figure(sum),
        note,
    })
}

/// Returns who may have a share: who is responsible, and who has one or reported all the same.
fn units(book: &Book, row: &IndicatorRow) -> Vec<i64> {
    let mut units = book.measure_of(row).map(|measure| book.responsible(measure)).unwrap_or_default();
    units.extend(book.reporters(row).iter().filter(|unit| !units.contains(unit)).copied().collect::<Vec<_>>());
    units
}

/// Returns what does not add up; what is not added up over units has nothing to add up to.
fn remark(terms: &Indicator, sum: Amount) -> Option<String> {
    let target = terms.target.filter(|_| terms.roll_up == RollUp::Sum && terms.comparator.is_level())?;
    let upper = terms.upper.filter(|_| terms.comparator == Comparator::Range).unwrap_or(target);
    let (off, than, over) = if sum < target { (target.get() - sum.get(), target, "少") } else { (sum.get() - upper.get(), upper, "多") };
    let fits = sum.same(target) || sum.same(upper) || (sum > target && sum < upper);
    let off = Amount::new(off)?;
    (!fits).then(|| format!("各单位合计{}{unit}，比目标{}{unit}{over}{}{unit}", figure(sum), figure(than), figure(off), unit = terms.unit))
}

/// Divides a target alike, whole things in whole numbers: what is left over goes to the first units.
fn even(terms: &Indicator, units: usize) -> Vec<Amount> {
    let Some(target) = terms.target.filter(|target| units > 0 && *target > Amount::ZERO) else { return Vec::new() };
    if terms.roll_up != RollUp::Sum {
        return vec![target; units];
    }
    let (all, n) = (target.get(), units as f64);
    if all.fract() != 0.0 {
        return Amount::new((all / n * 100.0).floor() / 100.0).map(|share| vec![share; units]).unwrap_or_default();
    }
    let (each, left) = ((all / n).floor(), (all % n) as usize);
    (0..units).filter_map(|at| Amount::new(each + if at < left { 1.0 } else { 0.0 })).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_things_are_divided_in_whole_numbers_that_add_up() {
        let terms = Indicator {
            name: "托位".into(),
            unit: "个".into(),
            comparator: Comparator::Equal,
            target: Amount::new(1200.0),
            upper: None,
            baseline: None,
            start: "2026-01-01".parse().unwrap(),
            due: "2026-12-31".parse().unwrap(),
            kind: domain::ValueKind::Cumulative,
            pace: domain::Pace::Accumulate,
            roll_up: RollUp::Sum,
            weight: Amount::ONE,
            every: domain::Every::Month,
            planned: Vec::new(),
        };
        let shares = |terms: &Indicator, units| even(terms, units).iter().map(Amount::to_string).collect::<Vec<_>>().join("、");
        assert_eq!(shares(&terms, 7), "172、172、172、171、171、171、171");
        assert_eq!(shares(&terms, 1), "1200");
        assert_eq!(shares(&terms, 0), "");
        assert_eq!(shares(&Indicator { target: Amount::new(5.5), ..terms.clone() }, 3), "1.83、1.83、1.83");
        assert_eq!(shares(&Indicator { target: Amount::new(90.0), roll_up: RollUp::Ratio, ..terms.clone() }, 2), "90、90");
        assert_eq!(remark(&terms, Amount::new(1100.0).unwrap()).as_deref(), Some("各单位合计1100个，比目标1200个少100个"));
        assert_eq!(remark(&terms, Amount::new(1200.0).unwrap()), None);
        let range = Indicator { comparator: Comparator::Range, target: Amount::new(300.0), upper: Amount::new(400.0), ..terms };
        assert_eq!(remark(&range, Amount::new(350.0).unwrap()), None);
        assert_eq!(remark(&range, Amount::new(420.0).unwrap()).as_deref(), Some("各单位合计420个，比目标400个多20个"));
    }
}
