//! Which plan and which period are meant.

use app::wire::*;
use app::{ApiError, App};
use domain::Period;

/// Returns the plan a command is about: the one named, or the only one.
pub(crate) fn chosen(app: &mut App, wanted: Option<&str>) -> Result<PlanInfo, ApiError> {
    let mut plans = app::session::state(app, Nothing {})?.plans;
    if let Some(wanted) = wanted {
        plans.retain(|plan| plan.id.to_string() == wanted || plan.title.contains(wanted));
    }
    match (plans.len(), wanted) {
        (1, _) => Ok(plans.remove(0)),
        (0, None) => Err(ApiError::not_found("台账里还没有计划").hint("先用 import 导入一份计划文件")),
        (0, Some(wanted)) => Err(ApiError::not_found(format!("台账里没有“{wanted}”这份计划")).hint("用 plans 查看所有计划")),
        _ => {
            let titles: Vec<_> = plans.iter().map(|plan| format!("“{}”", plan.title)).collect();
            Err(ApiError::invalid(format!("有{}份计划：{}", plans.len(), titles.join("、"))).hint("加上 --plan 编号或标题里的几个字"))
        }
    }
}

/// Returns the plan a command is about; of several, the one that begins last.
pub(crate) fn latest(app: &mut App, wanted: Option<&str>) -> Result<PlanInfo, ApiError> {
    let plans = app::session::state(app, Nothing {})?.plans;
    match plans.into_iter().max_by_key(|plan| plan.start) {
        Some(plan) if wanted.is_none() => Ok(plan),
        _ => chosen(app, wanted),
    }
}

/// Returns the plan and period a command is about: the period named, or the one last reported for.
pub(crate) fn of_period(app: &mut App, plan: Option<&str>, period: Option<Period>) -> Result<OfPeriod, ApiError> {
    let plan = chosen(app, plan)?;
    let period = period.unwrap_or(plan.current);
    Ok(OfPeriod { plan: plan.id, period })
}
