//! Rows that charts, slides and the bulletin draw alike: a light's counts, an indicator's completion, a unit's bar, a rank.

use crate::book::Book;
use crate::refs::unit_ref;
use crate::shown::numbered;
use crate::wire::{Lights, UnitScore};
use charts::{Bar, Bullet, LeagueRow};
use domain::judge::shown_fraction;
use domain::{Amount, Period};
use store::IndicatorRow;

/// Returns how many have each light, the worst first and grey last, as charts count them.
pub(crate) fn counts(lights: Lights) -> [u32; 5] {
    [lights.red, lights.yellow, lights.green, lights.done, lights.grey]
}

/// Returns an indicator's completion against what is due by the end of a period, as percentages are shown.
pub(crate) fn bullet(book: &Book, row: &IndicatorRow, period: Period) -> Bullet {
    let judged = book.standing(row, period).judgement;
    let number = book.measure_of(row).and_then(|measure| measure.measure.number.as_deref());
    Bullet {
        name: numbered(number, &row.data.indicator.name),
        completion: judged.completion.map(shown_fraction),
        due: judged.lag.zip(judged.completion).map(|(lag, completion)| shown_fraction(lag + completion)),
        light: judged.light,
        word: judged.word.map(str::to_owned),
    }
}

/// Returns a bar for each unit: the furthest on its way to its share first, without shares the best figure; those that have
/// not reported last.
pub(crate) fn bars(book: &Book, row: &IndicatorRow, units: &[i64], period: Period) -> Vec<Bar> {
    let terms = &row.data.indicator;
    let each = units.iter().map(|unit| {
        let own = book.unit_standing(row, *unit, period);
        let target = book.unit_terms(row, *unit).and_then(|own| own.target);
        let better = |value: Amount| if terms.falls() { -value.get() } else { value.get() };
        let reached = match (target, own.judgement.completion) {
            (Some(_), Some(completion)) => completion,
            _ => own.value.map_or(f64::NEG_INFINITY, better),
        };
        (Bar { name: unit_ref(book.unit(*unit)).short, value: own.value, target, light: own.judgement.light }, reached)
    });
    let mut bars: Vec<(Bar, f64)> = each.collect();
    bars.sort_by(|(a, x), (b, y)| b.value.is_some().cmp(&a.value.is_some()).then(y.total_cmp(x)));
    bars.into_iter().map(|(bar, _)| bar).collect()
}

/// Returns a unit as it stands in the league table; without a rank where nothing that counts is weighed.
pub(crate) fn league_row(unit: &UnitScore) -> LeagueRow {
    let scored = unit.weights > 0.0;
    LeagueRow {
        rank: scored.then_some(unit.rank),
        name: unit.short.clone(),
        score: Amount::new(unit.score).filter(|_| scored),
        change: unit.last_rank.filter(|_| scored).map(|last| last as i32 - unit.rank as i32),
    }
}
