//! What sections and measures count in scores.

use super::set::weight;
use crate::refs::heading;
use crate::wire::{Nothing, WeightSet};
use crate::{ApiError, App, plans};
use store::OperationKind;

/// Says what a section or a measure counts; empty: as much as what is in it.
///
/// # Errors
/// Where there is no such section or measure, or the weight is none.
pub fn set(app: &mut App, set: WeightSet) -> Result<Nothing, ApiError> {
    let store = app.store()?;
    let plan = plans::plan(store, set.plan)?;
    let weight = weight(&set.weight)?;
    let says = weight.map_or_else(|| "按所含指标合计".to_owned(), |weight| weight.to_string());
    let gone = || ApiError::not_found("计划里没有这个板块或举措，可能已被撤销");
    if let Some(uid) = set.section {
        let sections = store.sections(plan.id)?;
        let section = sections.into_iter().find(|section| section.data.uid == uid).ok_or_else(gone)?;
        let operation = app.operation(OperationKind::Edit, format!("板块“{}”权重改为{says}", heading(&section.data)));
        app.store_mut()?.transact(operation, |w| w.set_section_weight(section.id, weight).map_err(ApiError::from))?;
    } else {
        let measure = set.measure.map(|uid| store.measure(uid)).transpose()?.flatten().filter(|row| row.measure.plan_id == plan.id);
        let measure = measure.ok_or_else(gone)?;
        let operation = app.operation(OperationKind::Edit, format!("举措“{}”权重改为{says}", measure.measure.title));
        app.store_mut()?.transact(operation, |w| w.set_measure_weight(measure.id, weight).map_err(ApiError::from))?;
    }
    Ok(Nothing {})
}
