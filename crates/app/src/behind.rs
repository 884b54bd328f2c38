//! What is behind.

use crate::book::{Book, Standing};
use crate::refs::{measure_ref, unit_ref};
use crate::wire::Behind;
use domain::judge::{Light, shown_fraction, shown_lag};
use store::IndicatorRow as Row;

/// Returns the indicators that are behind, the worst first; of equal ones the first of the document.
pub(crate) fn behind<'a>(book: &Book, all: impl Iterator<Item = &'a (&'a Row, Standing)>) -> Vec<Behind> {
    let one = |(row, standing): &(&Row, Standing)| {
        let judged = &standing.judgement;
        let (lag, completion) = (judged.lag?, judged.completion?);
        let measure = book.measure_of(row);
        let lead = measure.and_then(|measure| measure.responsibilities.iter().min_by_key(|part| part.role));
        matches!(judged.light, Light::Yellow | Light::Red).then_some(())?;
        Some(Behind {
            indicator: row.data.uid,
            name: row.data.indicator.name.clone(),
            measure: measure.map(|row| measure_ref(&row.measure)),
            lead: lead.map(|part| unit_ref(book.unit(part.unit_id))),
            light: judged.light,
            completion: shown_fraction(completion),
            lag: shown_lag(judged)?,
            time_progress: shown_fraction(lag + completion),
            reason: judged.reason.clone(),
            listed: false,
            rectification: None,
        })
    };
    let mut behind: Vec<Behind> = all.filter_map(one).collect();
    behind.sort_by(|a, b| b.lag.total_cmp(&a.lag));
    behind
}
