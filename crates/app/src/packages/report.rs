//! What a unit reported, gathered for a package.

use crate::ApiError;
use crate::plans;
use crate::units;
use domain::judge::Figure;
use domain::{Period, Uid};
use package::{EntryText, NarrativeText, Report};
use std::collections::HashMap;
use store::Store;

/// Returns what a unit reported for a plan, of a period or of all, in the order of the plan.
///
/// # Errors
/// Where there is no such plan or unit, or nothing was reported.
pub(crate) fn gather(store: &Store, plan: Uid, unit: Uid, period: Option<Period>) -> Result<Report, ApiError> {
    let plan = plans::plan(store, plan)?;
    let unit = units::by_id(store, unit)?;
    let wanted = |at: Period| period.is_none_or(|period| period == at);
    let mut reported: HashMap<i64, Vec<store::Entry>> = HashMap::new();
    for entry in store.entries_of_unit(unit.id)? {
        reported.entry(entry.indicator_id).or_default().push(entry);
    }
    let mut entries = Vec::new();
    for row in store.indicators(plan.id)? {
        let terms = &row.data.indicator;
        for entry in reported.remove(&row.id).unwrap_or_default().into_iter().filter(|entry| wanted(entry.period)) {
            let [value, numerator, denominator] = entry.figure.map(Figure::parts).unwrap_or_default();
            entries.push(EntryText {
                indicator: row.data.uid,
                name: terms.name.clone(),
                unit_of_measure: terms.unit.clone(),
                period: entry.period,
                value,
                numerator,
                denominator,
                typed: entry.typed,
                note: entry.note,
                who: entry.who,
                at: entry.at,
            });
        }
    }
    let mut narratives = Vec::new();
    let told = store.narratives_of_unit(unit.id)?;
    for row in store.measures(plan.id)? {
        for one in told.iter().filter(|one| one.measure_id == row.id && wanted(one.period)) {
            narratives.push(NarrativeText {
                measure: row.measure.uid,
                title: row.measure.title.clone(),
                period: one.period,
                progress: one.progress.clone(),
                problems: one.problems.clone(),
                next_steps: one.next_steps.clone(),
                who: one.who.clone(),
                at: one.at,
            });
        }
    }
    if entries.is_empty() && narratives.is_empty() {
        let when = period.map(Period::zh).unwrap_or_default();
        let error = ApiError::not_found(format!("“{}”{when}还没有填报，没有可以导出的内容", unit.data.name));
        return Err(error.hint("先在“填报”里录入，或换一个单位、期次"));
    }
    Ok(Report {
        plan: plan.data.uid,
        plan_title: plan.data.title,
        unit: unit.data.uid,
        unit_name: unit.data.name,
        period,
        entries,
        narratives,
    })
}
