//! The plans of a ledger, and the periods they cover.

use crate::book::frozen;
use crate::shown::short;
use crate::wire::{PeriodInfo, PlanInfo};
use crate::{ApiError, locks};
use chrono::{DateTime, FixedOffset};
use domain::judge::{shown_fraction, time_progress};
use domain::{Granularity, Period, Uid};
use store::{Plan, Store, Stored};

/// Returns a plan of the ledger.
///
/// # Errors
/// Where there is none.
pub(crate) fn plan(store: &Store, uid: Uid) -> Result<Stored<Plan>, ApiError> {
    store.plan(uid)?.ok_or_else(|| ApiError::not_found("台账里没有这份计划"))
}

/// Returns the plans of a ledger, newest first.
pub(crate) fn list(store: &Store, now: DateTime<FixedOffset>) -> Result<Vec<PlanInfo>, ApiError> {
    let mut plans = store.plans()?;
    plans.sort_by_key(|plan| std::cmp::Reverse((plan.data.start, plan.id)));
    plans.iter().map(|plan| plan_info(store, plan, now)).collect()
}

fn plan_info(store: &Store, plan: &Stored<Plan>, now: DateTime<FixedOffset>) -> Result<PlanInfo, ApiError> {
    let data = &plan.data;
    let (today, offset) = (now.date_naive(), *now.offset());
    let periods = months(data);
    // Rules that cannot be read are named where figures are asked for, not on the way to opening a ledger.
    let rules = crate::rules::of(store).unwrap_or_default();
    let reported = store.last_period(plan.id)?;
    let now = Period::containing(Granularity::Month, today.clamp(data.start, data.due));
    let current =
        reported.and_then(|period| Period::containing(Granularity::Month, period.end())).filter(|period| periods.contains(period));
    let freezes = store.freezes(plan.id)?;
    let info = |period: &Period| {
        let frozen = freezes.iter().find(|freeze| freeze.period == *period);
        let rules = frozen.and_then(|freeze| frozen::rules_of(freeze).ok()).unwrap_or(rules);
        PeriodInfo {
            period: *period,
            label: period.zh(),
            short: short(*period),
            time_progress: shown_fraction(time_progress(rules.time, data.start, data.due, period.end())),
            frozen: frozen.map(|freeze| locks::by(freeze, offset)),
        }
    };
    Ok(PlanInfo {
        id: data.uid,
        title: data.title.clone(),
        document_number: data.number.clone(),
        issuer: data.issuer.clone(),
        issued: data.issued,
        start: data.start,
        due: data.due,
        measures: store.measures(plan.id)?.len() as u32,
        indicators: store.indicators(plan.id)?.len() as u32,
        current: current.or(now).unwrap_or(periods[0]),
        longer: longer(data).iter().map(info).collect(),
        periods: periods.iter().map(info).collect(),
    })
}

/// Returns the months a plan covers: at least one.
pub(crate) fn months(plan: &Plan) -> Vec<Period> {
    Period::over(Granularity::Month, plan.start, plan.due).collect()
}

/// Returns the quarters, half-years and years a plan has a part in; none where they are no longer than the plan's one month.
fn longer(plan: &Plan) -> Vec<Period> {
    let of = |length| Period::over(length, plan.start, plan.due);
    [Granularity::Quarter, Granularity::Half, Granularity::Year].into_iter().flat_map(of).collect()
}
