//! The sample: a fictional city's plan with a year of made-up entries, so that there is something to try.

mod supervision;

use crate::wire::{EntryInput, IndicatorSet, Nothing, Record};
use crate::{ApiError, App, draft, record, terms, units};
use domain::{Amount, Every, Pace, Period, RollUp, Uid};
use std::collections::{BTreeMap, HashMap};
use store::{Allocation, OperationKind, Unit};

const PLAN: &[u8] = include_bytes!("../../../assets/sample/plan.docx");
const UNITS: &str = include_str!("../../../assets/sample/units.csv");
pub(crate) const ALLOCATIONS: &str = include_str!("../../../assets/sample/allocations.csv");
pub(crate) const ENTRIES: &str = include_str!("../../../assets/sample/entries.csv");
/// What comes after this month has not been reported yet, so that the sample stands in the middle of its year.
pub(crate) const LAST_MONTH: &str = "2026-09";

/// Fills the open, empty ledger with the sample.
pub fn fill(app: &mut App) -> Result<(), ApiError> {
    let imported = draft::import_bytes(app, "云州市2026年卫生健康工作要点.docx".to_owned(), PLAN.to_vec())?;
    add_units(app)?;
    let known = Known::of(app, imported.plan)?;
    allocate(app, &known)?;
    put_right(app, &known)?;
    let last: Period = LAST_MONTH.parse().expect("a month");
    let mut months: BTreeMap<Period, Vec<EntryInput>> = BTreeMap::new();
    for [quote, unit, period, value, numerator, denominator, note] in rows(ENTRIES) {
        let period: Period = period.parse().map_err(|error: domain::PeriodError| ApiError::internal(error.to_string()))?;
        let value = if value.is_empty() { format!("{numerator}/{denominator}") } else { value.to_owned() };
        let note = Some(note.to_owned()).filter(|note| !note.is_empty());
        let (indicator, unit) = (known.indicator(quote)?.1, known.unit(unit)?.1);
        if period <= last {
            months.entry(period).or_default().push(EntryInput { indicator, unit, period, value, note });
        }
    }
    for entries in months.into_values() {
        record::record(app, Record { entries })?;
    }
    supervision::fill(app, imported.plan, &known)
}

/// Sets what no wording tells, as the office would after reading its plan in.
fn put_right(app: &mut App, known: &Known) -> Result<(), ApiError> {
    let mut set = |quotes: &[&str], change: fn(IndicatorSet) -> IndicatorSet| -> Result<(), ApiError> {
        for quote in quotes {
            terms::set(app, change(IndicatorSet::of(known.indicator(quote)?.1)))?;
        }
        Ok(())
    };
    // Donors add up over the year: no wording tells this rate from one that must hold each month.
    set(&["千人口献血率达到13.5‰"], |of| IndicatorSet { pace: Some(Pace::Accumulate), ..of })?;
    // The autumn's vaccine is given from September on.
    set(&["接种老年人流感疫苗12万剂"], |of| IndicatorSet { start: "2026-09-01".parse().ok(), ..of })?;
    // 8月15日 is the day of a report on costs, not theirs.
    set(&["公立医院门诊次均费用同比增幅控制在3%以内", "住院患者次均药品费用同比下降2%"], |of| {
        IndicatorSet { due: "2026-12-31".parse().ok(), ..of }
    })?;
    // One office keeps these figures, in measures that nobody leads.
    let kept = ["高血压患者血压控制率", "公立医院门诊次均费用同比增幅", "住院患者次均药品费用同比下降率"];
    set(&kept, |of| IndicatorSet { roll_up: Some(RollUp::Mean), ..of })?;
    // Statistics of the year as a whole.
    set(&["居民健康素养水平", "人均预期寿命", "个人卫生支出占卫生总费用比重"], |of| IndicatorSet {
        every: Some(Every::Year),
        ..of
    })
}

/// The imported plan's indicators by their names and the words they came from, and its units by name; each by both its ids.
struct Known {
    indicators: Vec<(String, String, (i64, Uid))>,
    units: HashMap<String, (i64, Uid)>,
}

impl Known {
    fn of(app: &App, plan: Uid) -> Result<Known, ApiError> {
        let store = app.store()?;
        let plan = store.plan(plan)?.ok_or_else(|| ApiError::internal("示例计划不见了"))?;
        let indicators =
            store.indicators(plan.id)?.into_iter().map(|row| (row.data.indicator.name, row.data.quote, (row.id, row.data.uid))).collect();
        let units = store.units()?.into_iter().map(|row| (row.unit.name, (row.id, row.unit.uid))).collect();
        Ok(Known { indicators, units })
    }

    /// Returns the indicator of that name, or of a target's words; the plan may say a little more around these: 全年新增托位2600个.
    fn indicator(&self, quote: &str) -> Result<(i64, Uid), ApiError> {
        let named = self.indicators.iter().find(|(name, ..)| name == quote);
        let quoted = || self.indicators.iter().filter(|(_, words, _)| words.contains(quote)).min_by_key(|(_, words, _)| words.len());
        named.or_else(quoted).map(|(_, _, ids)| *ids).ok_or_else(|| ApiError::internal(format!("示例计划里没有“{quote}”这个指标")))
    }

    fn unit(&self, name: &str) -> Result<(i64, Uid), ApiError> {
        self.units.get(name).copied().ok_or_else(|| ApiError::internal(format!("示例里没有单位“{name}”")))
    }
}

fn add_units(app: &mut App) -> Result<(), ApiError> {
    let known = units::list(app, Nothing {})?.len() as i64;
    let mut ids: Vec<Uid> = rows::<3>(UNITS).map(|_| app.new_uid()).collect();
    let operation = app.operation(OperationKind::Unit, "示例：单位、简称和分组");
    app.store_mut()?.transact(operation, |w| {
        for (at, [name, group, short]) in rows(UNITS).enumerate() {
            let short_name = Some(short.to_owned()).filter(|short| !short.is_empty());
            let uid = ids.pop().expect("one id was made for each row");
            let unit = Unit {
                uid,
                name: name.to_owned(),
                short_name,
                parent_id: None,
                is_group: domain::is_group_name(name),
                position: known + at as i64,
            };
            let id = w.upsert_unit(&unit)?;
            let stored = w.unit_by_name(name)?.ok_or_else(|| ApiError::internal("示例单位不见了"))?.data;
            w.update_unit(&Unit { short_name: unit.short_name, ..stored })?;
            if !group.is_empty() {
                let group = units::find(w, group)?;
                w.add_member(group.id, id)?;
            }
        }
        Ok::<_, ApiError>(())
    })
}

fn allocate(app: &mut App, known: &Known) -> Result<(), ApiError> {
    let operation = app.operation(OperationKind::Allocate, "示例：目标分解到各单位");
    app.store_mut()?.transact(operation, |w| {
        for [quote, unit, target] in rows(ALLOCATIONS) {
            let (indicator_id, unit_id) = (known.indicator(quote)?.0, known.unit(unit)?.0);
            w.set_allocation(&Allocation { indicator_id, unit_id, target: Amount::parse(target)?, target_text: None })?;
        }
        Ok::<_, ApiError>(())
    })
}

/// Returns the rows of a plain CSV of the sample, without its header; no field has quotes or commas in it.
pub(crate) fn rows<const N: usize>(csv: &'static str) -> impl Iterator<Item = [&'static str; N]> {
    csv.lines().skip(1).map(|line| line.split(',').collect::<Vec<_>>()).filter_map(|fields| fields.try_into().ok())
}
