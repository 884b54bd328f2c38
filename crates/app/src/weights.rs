//! What every indicator counts, after the weights given to its measure and section.

use domain::Amount;
use domain::score::spread;
use std::collections::HashMap;
use store::{IndicatorRow, MeasureRow, Section, Stored};

/// Spreads the weights of measures over their indicators, then those of sections over the indicators inside.
pub(crate) fn apply(sections: &[Stored<Section>], measures: &[MeasureRow], indicators: &mut [IndicatorRow]) {
    for measure in measures {
        if let Some(weight) = measure.measure.weight {
            share(weight, indicators, |row| row.data.measure_id == Some(measure.id));
        }
    }
    let section_of: HashMap<i64, Option<i64>> = measures.iter().map(|row| (row.id, row.measure.section_id)).collect();
    for section in sections {
        if let Some(weight) = section.data.weight {
            let inside = |row: &IndicatorRow| row.data.measure_id.and_then(|id| section_of[&id]) == Some(section.id);
            share(weight, indicators, inside);
        }
    }
}

fn share(weight: Amount, indicators: &mut [IndicatorRow], inside: impl Fn(&IndicatorRow) -> bool) {
    let own = indicators.iter_mut().filter(|row| inside(row)).map(|row| &mut row.data.indicator.weight);
    spread(weight.get(), &mut own.collect::<Vec<_>>());
}
