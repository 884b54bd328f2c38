//! This year's plan against an earlier one: what goes on from what is proposed by the wording and confirmed by a person,
//! so that series go on across years.

mod propose;
mod years;

pub(crate) use years::{Earlier, figures};

use crate::refs::measure_ref;
use crate::wire::*;
use crate::{ApiError, App};
use chrono::Datelike;
use domain::Uid;
use domain::judge::target_label;
use propose::Proposals;
use std::collections::HashMap;
use store::{IndicatorRow, MeasureRow, OperationKind, Plan, Store, Stored};

/// Returns a plan beside an earlier one, with proposals for all that is not confirmed.
///
/// # Errors
/// Where there is no such plan, or the earlier one does not begin before it.
pub fn show(app: &mut App, of: CompareOf) -> Result<Comparison, ApiError> {
    let store = app.store()?;
    let plan = plan(store, of.plan)?;
    let choices = earlier_than(store, &plan)?;
    let later = Side::of(store, plan)?;
    let earlier = with(store, &later, &choices, of.with)?.map(|plan| Side::of(store, plan)).transpose()?;
    let Some(earlier) = earlier else {
        let nothing = Proposals::default();
        return Ok(Comparison {
            measures: later.compared(&nothing, None),
            plan: plan_ref(&later.plan),
            with: None,
            choices: Vec::new(),
            earlier: Vec::new(),
        });
    };
    let proposals = propose::propose(&later, &earlier);
    Ok(Comparison {
        plan: plan_ref(&later.plan),
        with: Some(plan_ref(&earlier.plan)),
        choices: choices.iter().map(plan_ref).collect(),
        measures: later.compared(&proposals, Some(&earlier)),
        earlier: earlier.listed(),
    })
}

/// Writes what goes on from what, as one operation; returns how many things changed.
///
/// # Errors
/// Where something is not in the ledger, or would go on from its own plan or a later one: then nothing is written.
pub fn confirm(app: &mut App, request: Continue) -> Result<Comparison, ApiError> {
    let store = app.store()?;
    let plan = plan(store, request.plan)?;
    let sources: Vec<Stored<Plan>> = earlier_than(store, &plan)?;
    let own = Side::of(store, plan)?;
    let sides: Vec<Side> = sources.into_iter().map(|plan| Side::of(store, plan)).collect::<Result<_, _>>()?;
    let missing = || ApiError::not_found("要对应的举措或指标不在台账里，或不在更早的计划里").hint("请重新打开对照再选");
    let measure = |side: &Side, uid: Uid| side.measures.iter().find(|row| row.measure.uid == uid).map(|row| row.id);
    let indicator = |side: &Side, uid: Uid| side.indicators.iter().find(|row| row.data.uid == uid).map(|row| row.id);
    let resolve = |items: &[Continued], find: &dyn Fn(&Side, Uid) -> Option<i64>| {
        let one = |item: &Continued| {
            let earlier = match item.earlier {
                None => None,
                Some(uid) => Some(sides.iter().find_map(|side| find(side, uid)).ok_or_else(missing)?),
            };
            Ok((find(&own, item.item).ok_or_else(missing)?, earlier))
        };
        items.iter().map(one).collect::<Result<Vec<_>, ApiError>>()
    };
    let (measures, indicators) = (resolve(&request.measures, &measure)?, resolve(&request.indicators, &indicator)?);
    let label = format!("对应上期：举措{}项，指标{}项", measures.len(), indicators.len());
    let operation = app.operation(OperationKind::Edit, label);
    app.store_mut()?.transact(operation, |w| {
        measures.iter().try_for_each(|(id, earlier)| w.continue_measure(*id, *earlier))?;
        indicators.iter().try_for_each(|(id, earlier)| w.continue_indicator(*id, *earlier))?;
        Ok::<_, ApiError>(())
    })?;
    show(app, CompareOf { plan: request.plan, with: None })
}

/// Returns every proposal of a comparison, as it would be confirmed.
pub fn proposed(comparison: &Comparison) -> Continue {
    let open = |item: Uid, link: &Link| (!link.confirmed && link.to.is_some()).then_some(Continued { item, earlier: link.to });
    let measures = comparison.measures.iter();
    Continue {
        plan: comparison.plan.id,
        measures: measures.clone().filter_map(|row| open(row.measure.as_ref()?.id, &row.earlier)).collect(),
        indicators: measures.flat_map(|row| &row.indicators).filter_map(|row| open(row.id, &row.earlier)).collect(),
    }
}

/// A plan with all that can be compared.
struct Side {
    plan: Stored<Plan>,
    measures: Vec<MeasureRow>,
    indicators: Vec<IndicatorRow>,
    /// What its measures and indicators go on from already.
    continued: (HashMap<i64, Option<i64>>, HashMap<i64, Option<i64>>),
}

impl Side {
    fn of(store: &Store, plan: Stored<Plan>) -> Result<Side, ApiError> {
        Ok(Side {
            measures: store.measures(plan.id)?,
            indicators: store.indicators(plan.id)?,
            continued: (store.continued_measures(plan.id)?, store.continued_indicators(plan.id)?),
            plan,
        })
    }

    /// Returns the measures with their indicators, those outside any measure last.
    fn groups(&self) -> impl Iterator<Item = (Option<&MeasureRow>, Vec<&IndicatorRow>)> {
        let of = |measure: Option<i64>| self.indicators.iter().filter(move |row| row.data.measure_id == measure).collect::<Vec<_>>();
        let loose = Some((None, of(None))).filter(|(_, rows)| !rows.is_empty());
        self.measures.iter().map(move |measure| (Some(measure), of(Some(measure.id)))).chain(loose)
    }

    fn compared(&self, proposals: &Proposals, earlier: Option<&Side>) -> Vec<ComparedMeasure> {
        let measure_uid = |id: i64| earlier?.measures.iter().find(|row| row.id == id).map(|row| row.measure.uid);
        let indicator_uid = |id: i64| earlier?.indicators.iter().find(|row| row.id == id).map(|row| row.data.uid);
        let indicator = |row: &&IndicatorRow| ComparedIndicator {
            id: row.data.uid,
            name: row.data.indicator.name.clone(),
            target_label: target_label(&row.data.indicator),
            unit: row.data.indicator.unit.clone(),
            earlier: link(self.continued.1.get(&row.id), proposals.indicators.get(&row.id), indicator_uid),
        };
        let measure = |(measure, rows): (Option<&MeasureRow>, Vec<&IndicatorRow>)| ComparedMeasure {
            measure: measure.map(|row| measure_ref(&row.measure)),
            earlier: measure.map_or(NOTHING, |row| link(self.continued.0.get(&row.id), proposals.measures.get(&row.id), measure_uid)),
            indicators: rows.iter().map(indicator).collect(),
        };
        self.groups().map(measure).collect()
    }

    fn listed(&self) -> Vec<EarlierMeasure> {
        let indicator = |row: &&IndicatorRow| EarlierIndicator {
            id: row.data.uid,
            name: row.data.indicator.name.clone(),
            target_label: target_label(&row.data.indicator),
            unit: row.data.indicator.unit.clone(),
        };
        let measure = |(measure, rows): (Option<&MeasureRow>, Vec<&IndicatorRow>)| EarlierMeasure {
            measure: measure.map(|row| measure_ref(&row.measure)),
            indicators: rows.iter().map(indicator).collect(),
        };
        self.groups().map(measure).collect()
    }
}

/// What has no counterpart.
const NOTHING: Link = Link { to: None, confirmed: false, likeness: None };

/// Returns what something goes on from: as confirmed, else as proposed.
fn link(confirmed: Option<&Option<i64>>, proposed: Option<&(i64, f64)>, uid: impl Fn(i64) -> Option<Uid>) -> Link {
    match (confirmed, proposed) {
        // What goes on from yet another plan is settled too; there is nothing to choose here.
        (Some(id), _) => Link { to: id.and_then(uid), confirmed: true, likeness: None },
        (None, Some((id, likeness))) => Link { to: uid(*id), confirmed: false, likeness: Some(*likeness) },
        (None, None) => NOTHING,
    }
}

/// Returns a plan by id, title and first year.
pub(crate) fn plan_ref(plan: &Stored<Plan>) -> PlanRef {
    PlanRef { id: plan.data.uid, title: plan.data.title.clone(), year: plan.data.start.year() }
}

fn plan(store: &Store, uid: Uid) -> Result<Stored<Plan>, ApiError> {
    store.plan(uid)?.ok_or_else(|| ApiError::not_found(format!("台账里没有计划 {uid}")))
}

/// Returns the plans that begin before a plan, the nearest first.
fn earlier_than(store: &Store, plan: &Stored<Plan>) -> Result<Vec<Stored<Plan>>, ApiError> {
    let mut earlier: Vec<_> = store.plans()?.into_iter().filter(|other| other.data.start < plan.data.start).collect();
    earlier.sort_by_key(|other| (std::cmp::Reverse(other.data.start), other.data.position));
    Ok(earlier)
}

/// Returns the plan to compare with: the one asked for, the one most of the plan goes on from, or the nearest before
/// it with the likest title.
fn with(store: &Store, later: &Side, choices: &[Stored<Plan>], wanted: Option<Uid>) -> Result<Option<Stored<Plan>>, ApiError> {
    if let Some(uid) = wanted {
        let found = choices.iter().find(|plan| plan.data.uid == uid).cloned();
        let title = store.plan(uid)?.map_or_else(|| uid.to_string(), |plan| plan.data.title);
        let error = || ApiError::invalid(format!("“{title}”不早于“{}”，不能作为上期计划", later.plan.data.title));
        return found.map(Some).ok_or_else(|| error().hint("请选一份开始日更早的计划"));
    }
    for plan in choices {
        if store.measures(plan.id)?.iter().any(|row| later.continued.0.values().any(|id| *id == Some(row.id))) {
            return Ok(Some(plan.clone()));
        }
    }
    let year = |plan: &Stored<Plan>| plan.data.start.year();
    let Some(nearest) = choices.first().map(year) else { return Ok(None) };
    let alike = |plan: &&Stored<Plan>| propose::title_likeness(&later.plan.data.title, &plan.data.title);
    Ok(choices.iter().filter(|plan| year(plan) == nearest).rev().max_by(|a, b| alike(a).total_cmp(&alike(b))).cloned())
}
