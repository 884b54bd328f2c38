//! How a plan stands in a period.

use crate::book::Book;
use crate::wire::{IndicatorStatus, Lights, MeasureLight, OfPeriod, Status};
use crate::{ApiError, App};
use domain::Period;
use domain::judge::{self, Light, combined, time_progress};

/// Returns lights, completion, lag and reasons of a plan's indicators and measures.
pub fn status(app: &mut App, of: OfPeriod) -> Result<Status, ApiError> {
    Ok(status_of(&Book::load(app.store()?, of.plan, of.period)?, of.period))
}

/// Returns the status of a book in a period.
pub(crate) fn status_of(book: &Book, period: Period) -> Status {
    let mut lights = Lights::default();
    let mut indicators = Vec::with_capacity(book.indicators.len());
    let mut light_of = std::collections::HashMap::new();
    let mut lit = Vec::with_capacity(book.measures.len());
    for row in &book.indicators {
        let standing = book.standing(row, period);
        let judged = standing.judgement;
        let measure = book.measure_of(row);
        let part = (judged.light, row.data.indicator.weight.get());
        match measure {
            Some(measure) => light_of.entry(measure.id).or_insert_with(Vec::new).push(part),
            None => lit.push(part),
        }
        indicators.push(IndicatorStatus {
            id: row.data.uid,
            name: row.data.indicator.name.clone(),
            measure: measure.map(|measure| measure.measure.uid),
            value: standing.value.map(f64::from),
            completion: judged.completion,
            lag: judged.lag,
            time_progress: judged.time_progress,
            light: judged.light,
            reason: judged.reason,
            missing_units: standing.missing.iter().map(|unit| book.unit(*unit).unit.name.clone()).collect(),
        });
    }
    let measures = book.measures.iter().map(|row| {
        let (light, weight) = judge::lit(&light_of.remove(&row.id).unwrap_or_default(), book.rules.combining);
        lights.count(light);
        lit.push((light, weight));
        MeasureLight { id: row.measure.uid, number: row.measure.number.clone(), title: row.measure.title.clone(), light }
    });
    let measures = measures.collect();
    let plan = &book.plan.data;
    let time_progress = time_progress(book.rules.time, plan.start, plan.due, period.end());
    Status {
        plan: plan.uid,
        title: plan.title.clone(),
        period,
        frozen: book.is_frozen(period),
        time_progress,
        indicators,
        measures,
        light: combined(&lit, book.rules.combining),
        lights,
    }
}

impl Lights {
    /// Counts one more.
    pub(crate) fn count(&mut self, light: Light) {
        *match light {
            Light::Done => &mut self.done,
            Light::Green => &mut self.green,
            Light::Yellow => &mut self.yellow,
            Light::Red => &mut self.red,
            Light::Grey => &mut self.grey,
        } += 1;
    }
}
