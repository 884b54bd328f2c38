//! What probably goes on from what, by the wording.

use super::Side;
use domain::align::{self, Pair, Wording};
use domain::{Comparator, Indicator};
use std::collections::{HashMap, HashSet};
use store::IndicatorRow;

/// What is proposed: own id → the earlier one's, and how alike they are.
#[derive(Default)]
pub(super) struct Proposals {
    pub(super) measures: HashMap<i64, (i64, f64)>,
    pub(super) indicators: HashMap<i64, (i64, f64)>,
}

/// Proposes a counterpart for what has none yet; what somebody's confirmation has used is not proposed again.
///
/// Indicators of measures that belong together come first: there the same words mean the same. An indicator must count
/// the same thing in the same unit, or its series would not be one.
pub(super) fn propose(later: &Side, earlier: &Side) -> Proposals {
    let used: HashSet<i64> = later.continued.0.values().copied().flatten().collect();
    let free =
        |old: usize, new: usize| !later.continued.0.contains_key(&later.measures[new].id) && !used.contains(&earlier.measures[old].id);
    let measures = align::align(&measures(earlier), &measures(later), free);
    let mut belongs: HashMap<i64, i64> = later.continued.0.iter().filter_map(|(own, earlier)| Some((*own, (*earlier)?))).collect();
    belongs.extend(measures.iter().map(|pair| (later.measures[pair.later].id, earlier.measures[pair.earlier].id)));

    let used: HashSet<i64> = later.continued.1.values().copied().flatten().collect();
    let fits = |old: &IndicatorRow, new: &IndicatorRow| {
        !later.continued.1.contains_key(&new.id) && !used.contains(&old.id) && comparable(&old.data.indicator, &new.data.indicator)
    };
    let together = |old: &IndicatorRow, new: &IndicatorRow| match (old.data.measure_id, new.data.measure_id) {
        (Some(old), Some(new)) => belongs.get(&new) == Some(&old),
        (None, None) => true,
        _ => false,
    };
    let (old, new) = (&earlier.indicators, &later.indicators);
    let near = align::align(&names(old), &names(new), |a, b| fits(&old[a], &new[b]) && together(&old[a], &new[b]));
    let (taken_old, taken_new): (HashSet<usize>, HashSet<usize>) = near.iter().map(|pair| (pair.earlier, pair.later)).unzip();
    let far = align::align(&names(old), &names(new), |a, b| !taken_old.contains(&a) && !taken_new.contains(&b) && fits(&old[a], &new[b]));
    let by_id = |pair: &Pair| (new[pair.later].id, (old[pair.earlier].id, pair.likeness));
    Proposals {
        measures: measures.iter().map(|p| (later.measures[p.later].id, (earlier.measures[p.earlier].id, p.likeness))).collect(),
        indicators: near.iter().chain(&far).map(by_id).collect(),
    }
}

/// Returns how alike the titles of two plans are, years left out of it.
pub(super) fn title_likeness(a: &str, b: &str) -> f64 {
    let one = |title| [Wording { title, text: "" }];
    align::align(&one(a), &one(b), |_, _| true).first().map_or(0.0, |pair| pair.likeness)
}

fn measures(side: &Side) -> Vec<Wording<'_>> {
    side.measures.iter().map(|row| Wording { title: &row.measure.title, text: &row.measure.text }).collect()
}

fn names(rows: &[IndicatorRow]) -> Vec<Wording<'_>> {
    rows.iter().map(|row| Wording { title: &row.data.indicator.name, text: "" }).collect()
}

/// Returns true if values of both can stand in one series: the same unit, and both levels or both changes.
pub(crate) fn comparable(a: &Indicator, b: &Indicator) -> bool {
    let change = |terms: &Indicator| matches!(terms.comparator, Comparator::Increase | Comparator::Decrease);
    let qualitative = |terms: &Indicator| terms.comparator == Comparator::Qualitative;
    a.unit == b.unit && change(a) == change(b) && qualitative(a) == qualitative(b)
}
