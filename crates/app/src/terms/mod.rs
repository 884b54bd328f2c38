//! How indicators are judged and what they weigh: shown in one place, changed one or many at a time.

mod planned;
mod set;
mod weight;

pub use planned::{planned, set as set_planned};
pub use set::set;
pub use weight::set as set_weight;

use crate::refs::heading;
use crate::wire::*;
use crate::{ApiError, App, plans, rules, weights};
use domain::judge::{number, target_label};
use domain::{Amount, Proposal, doubts, propose};
use std::collections::HashMap;
use store::{IndicatorRow, MeasureRow, Section, Stored};

/// Returns how everything of a plan is judged and what it weighs.
///
/// # Errors
/// Where there is no such plan.
pub fn show(app: &mut App, of: OfPlan) -> Result<Terms, ApiError> {
    let store = app.store()?;
    let plan = plans::plan(store, of.plan)?;
    let (sections, measures) = (store.sections(plan.id)?, store.measures(plan.id)?);
    let own = store.indicators(plan.id)?;
    let mut counting = own.clone();
    weights::apply(&sections, &measures, &mut counting);
    let counts: HashMap<i64, f64> = counting.iter().map(|row| (row.id, row.data.indicator.weight.get())).collect();
    let weights = rounded(counts.values().sum());
    let full = rules::of(store)?.score.full_mark;
    let note = (!counts.is_empty() && weights != full).then(|| sum_note(weights, full));
    Ok(Terms { sections: sheet(&sections, &measures, &own, &counts), weights, note })
}

/// Says what the sum of the weights makes of scores: 权重合计90，不是满分100：得分按比例折算到满分.
fn sum_note(weights: f64, full: f64) -> String {
    match weights {
        none if none <= 0.0 => "所有权重都是0，没有可以计分的指标".to_owned(),
        _ => format!("权重合计{}，不是满分{}：得分按比例折算到满分", number(weights), number(full)),
    }
}

fn sheet(
    sections: &[Stored<Section>],
    measures: &[MeasureRow],
    indicators: &[IndicatorRow],
    counts: &HashMap<i64, f64>,
) -> Vec<TermsSection> {
    let typed = |weight: Option<Amount>| weight.map_or_else(String::new, |weight| weight.to_string());
    let of_measure = |measure: Option<&MeasureRow>| {
        let own = indicators.iter().filter(|row| row.data.measure_id == measure.map(|measure| measure.id));
        let sum: f64 = own.clone().map(|row| counts[&row.id]).sum();
        let own: Vec<TermsRow> = own.map(|row| terms_row(row, measure, counts[&row.id])).collect();
        TermsMeasure {
            id: measure.map(|row| row.measure.uid),
            number: measure.and_then(|row| row.measure.number.clone()),
            title: measure.map_or_else(|| "不属于举措".to_owned(), |row| row.measure.title.clone()),
            weight: typed(measure.and_then(|row| row.measure.weight)),
            counts: sum,
            indicators: own,
        }
    };
    let groups = sections.iter().map(Some).chain([None]).map(|section| {
        let inside = measures.iter().filter(|row| row.measure.section_id == section.map(|section| section.id)).map(Some);
        let loose = section.is_none().then_some(None);
        let mut measures: Vec<TermsMeasure> =
            inside.chain(loose).map(of_measure).filter(|measure| !measure.indicators.is_empty()).collect();
        let sum = measures.iter().map(|measure| measure.counts).sum();
        measures.iter_mut().for_each(|measure| measure.counts = rounded(measure.counts));
        TermsSection {
            id: section.map(|section| section.data.uid),
            title: section.map_or_else(|| "不属于板块".to_owned(), |section| heading(&section.data)),
            weight: typed(section.and_then(|section| section.data.weight)),
            counts: rounded(sum),
            measures,
        }
    });
    groups.filter(|section| !section.measures.is_empty()).collect()
}

fn terms_row(row: &IndicatorRow, measure: Option<&MeasureRow>, counts: f64) -> TermsRow {
    let terms = &row.data.indicator;
    let Proposal { kind, pace, roll_up, why, .. } = proposal(row);
    let mut doubts = doubts(terms);
    let leads = measure.is_some_and(|measure| measure.responsibilities.iter().any(|part| part.role == domain::Role::Lead));
    if terms.roll_up == domain::RollUp::Owner && !leads {
        doubts.push("取牵头单位的数，但所在举措没有牵头单位：有几个单位填报时不能汇总".to_owned());
    }
    TermsRow {
        id: row.data.uid,
        name: terms.name.clone(),
        unit: terms.unit.clone(),
        target_label: target_label(terms),
        kind: terms.kind,
        pace: terms.pace,
        roll_up: terms.roll_up,
        every: terms.every,
        weight: terms.weight.get(),
        counts: rounded(counts),
        baseline: terms.baseline.map(f64::from),
        due: terms.due,
        planned: terms.planned.len() as u32,
        proposed: Proposed { kind, pace, roll_up },
        why: why.to_owned(),
        doubts,
    }
}

/// Returns how the wording of a target in the ledger proposes to judge it.
pub(crate) fn proposal(row: &IndicatorRow) -> Proposal {
    let terms = &row.data.indicator;
    // Of a row of a table only the value's own cell says more than the name.
    let words = format!("{} {}", terms.name, row.data.quote.rsplit(" | ").next().unwrap_or_default());
    propose(terms.comparator, terms.target, &terms.unit, &words, terms.baseline)
}

/// Rounds a sum of weights to what is shown of it.
fn rounded(weight: f64) -> f64 {
    (weight * 100.0).round() / 100.0 + 0.0
}
