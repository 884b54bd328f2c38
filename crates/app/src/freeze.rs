//! Closing a period (冻结) and opening it again, and what is said to who would change one that is closed.

use crate::book::{Book, frozen};
use crate::locks::{closed, refused};
use crate::wire::{OfPeriod, PeriodState, Unfreeze};
use crate::{ApiError, App, bulletin};
use domain::Period;
use store::{Freeze, OperationKind, Plan, Store, Stored};

/// Freezes a period of a plan: its figures and rules are kept, and nothing reported for it or before can change.
///
/// # Errors
/// Where the period lies outside the plan, has not begun, is frozen already, or nobody has reported for it.
pub fn freeze(app: &mut App, of: OfPeriod) -> Result<PeriodState, ApiError> {
    let OfPeriod { plan, period } = of;
    let today = app.host.now().date_naive();
    let offset = *app.host.now().offset();
    let store = app.store()?;
    let book = Book::load(store, plan, period)?;
    let said = period.zh();
    if let Some(done) = store.freezes(book.plan.id)?.into_iter().find(|freeze| freeze.period == period) {
        return Err(refused(format!("{}，不用再冻结", closed(&done, offset))));
    }
    if period.start() > today {
        return Err(ApiError::invalid(format!("{said}还没有开始，不能冻结")).hint("到期次结束、各单位报齐以后再冻结"));
    }
    if !book.is_reported(period) {
        return Err(ApiError::invalid(format!("{said}还没有单位填报，没有可以冻结的数")).hint("先填报或合并收回的填报表，再冻结"));
    }
    let kept = frozen::close(&book, period)?;
    let facts = bulletin::facts::gather(app, of)?.to_keep()?;
    let new = Freeze { plan_id: book.plan.id, period, rules: kept.rules, who: app.host.who(), at: app.now_millis() };
    let label = format!("冻结{said}：“{}”{}个指标", book.plan.data.title, kept.indicators.len());
    let operation = app.operation(OperationKind::Freeze, label);
    app.store_mut()?.transact(operation, |w| {
        w.freeze(&new, &kept.indicators, &kept.measures, &kept.units)?;
        w.set_setting(&bulletin::facts::key(of), Some(&facts))
    })?;
    state(app.store()?, &book.plan, period)
}

/// Opens a frozen period again; the reason stands in the history.
///
/// # Errors
/// Where the period is not frozen, or no reason is given.
pub fn unfreeze(app: &mut App, request: Unfreeze) -> Result<PeriodState, ApiError> {
    let Unfreeze { plan, period, reason } = request;
    let store = app.store()?;
    let plan = store.plan(plan)?.ok_or_else(|| ApiError::not_found(format!("台账里没有计划 {plan}")))?;
    let (reason, said) = (reason.trim(), period.zh());
    let over = store.freeze_over(plan.id, period)?;
    if over.as_ref().is_none_or(|over| over.period != period) {
        let error = ApiError::not_found(format!("{said}没有冻结"));
        let later = over.map(|over| format!("锁住它的是{}的冻结", over.period.zh()));
        return Err(ApiError { hint: later, ..error });
    }
    if reason.is_empty() {
        return Err(ApiError::invalid(format!("解冻{said}要写明原因")).hint("原因会记入历史，如“东湖区漏报，补报后重新冻结”"));
    }
    let operation = app.operation(OperationKind::Freeze, format!("解冻{said}：“{}”，原因：{reason}", plan.data.title));
    app.store_mut()?.transact(operation, |w| {
        w.unfreeze(plan.id, period)?;
        w.set_setting(&bulletin::facts::key(OfPeriod { plan: plan.data.uid, period }), None)
    })?;
    state(app.store()?, &plan, period)
}

fn state(store: &Store, plan: &Stored<Plan>, period: Period) -> Result<PeriodState, ApiError> {
    let over = store.freeze_over(plan.id, period)?.map(|over| over.period);
    Ok(PeriodState {
        plan: plan.data.uid,
        title: plan.data.title.clone(),
        period,
        frozen: over == Some(period),
        locked_by: over.filter(|over| *over != period),
    })
}
