//! How a measure stands: as its indicators do.

use crate::book::{Book, Standing};
use domain::Period;
use domain::judge::{self, Light};
use store::{IndicatorRow as Row, MeasureRow as Stored};

/// How a measure stands: all its indicators, and the one that speaks for it.
pub(crate) struct MeasureStanding<'a> {
    /// Its indicators in order.
    pub(crate) indicators: Vec<(&'a Row, Standing)>,
    /// Its light.
    pub(crate) light: Light,
    /// What its indicators that are lit weigh together.
    weight: f64,
    /// Where in `indicators` the one stands that it is as far behind as; none without indicators.
    worst: Option<usize>,
}

impl MeasureStanding<'_> {
    /// Returns the indicator that speaks for the measure.
    pub(crate) fn worst(&self) -> Option<&(&Row, Standing)> {
        self.worst.map(|at| &self.indicators[at])
    }

    /// Returns the light with the weight of the indicators that are lit, to combine it with others.
    pub(crate) fn lit(&self) -> (Light, f64) {
        (self.light, self.weight)
    }

    /// Returns what stands for the light where it is grey; none without indicators.
    pub(crate) fn word(&self) -> Option<&'static str> {
        self.worst().and_then(|(_, standing)| standing.judgement.word)
    }
}

/// Judges a measure at the end of a period.
pub(crate) fn of_measure<'a>(book: &'a Book, measure: &Stored, period: Period) -> MeasureStanding<'a> {
    let indicators: Vec<(&Row, Standing)> = book.indicators_of(measure.id).map(|row| (row, book.standing(row, period))).collect();
    let lights: Vec<(Light, f64)> = indicators.iter().map(|(row, s)| (s.judgement.light, row.data.indicator.weight.get())).collect();
    // The measure is as far behind as its worst indicator; of two equal lights the greater lag speaks.
    let worst = (0..indicators.len()).max_by(|a, b| {
        let judged = |at: &usize| &indicators[*at].1.judgement;
        let rank = |at: &usize| (judged(at).light != Light::Grey, judged(at).light, judged(at).word == Some("未报"));
        rank(a).cmp(&rank(b)).then(judged(a).lag.unwrap_or(-9.0).total_cmp(&judged(b).lag.unwrap_or(-9.0)))
    });
    let (light, weight) = judge::lit(&lights, book.rules.combining);
    MeasureStanding { light, weight, worst, indicators }
}
