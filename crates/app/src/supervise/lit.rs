//! The light that asks for a rectification: how it stands, what is said of it, who answers for it.

use crate::book::{Book, Standing};
use crate::standing;
use crate::wire::LightNow;
use domain::judge::Light;
use domain::{Period, Role};
use store::{IndicatorRow, Lit, MeasureRow};

/// Returns how an indicator stands over all units, or on one unit's own figure.
pub(super) fn standing(book: &Book, row: &IndicatorRow, own: Option<i64>, period: Period) -> Standing {
    match own {
        Some(unit) => book.unit_standing(row, unit, period),
        None => book.standing(row, period),
    }
}

/// Returns the light of what asks for a rectification; none where it is not judged in the period.
pub(super) fn now(book: &Book, of: Lit, unit: i64, period: Period) -> Option<LightNow> {
    match of {
        Lit::Measure(id) => of_measure(book, measure(book, id)?, period),
        Lit::Indicator(id) | Lit::OwnIndicator(id) => {
            let own = matches!(of, Lit::OwnIndicator(_)).then_some(unit);
            let judged = standing(book, book.indicator(id)?, own, period).judgement;
            Some(LightNow { light: judged.light, word: word(judged.light, judged.word), reason: judged.reason })
        }
    }
}

/// Returns how a measure stands.
pub(super) fn of_measure(book: &Book, measure: &MeasureRow, period: Period) -> Option<LightNow> {
    let standing = standing::of_measure(book, measure, period);
    let (row, worst) = standing.worst()?;
    let reason = format!("{}：{}", row.data.indicator.name, worst.judgement.reason);
    Some(LightNow { light: standing.light, word: word(standing.light, standing.word()), reason })
}

fn word(light: Light, word: Option<&str>) -> Option<String> {
    word.filter(|_| light == Light::Grey).map(str::to_owned)
}

/// Returns a measure of the book.
pub(super) fn measure(book: &Book, id: i64) -> Option<&MeasureRow> {
    book.measures.iter().find(|row| row.id == id)
}

/// Returns the measure a light belongs to.
pub(super) fn measure_of(book: &Book, of: Lit) -> Option<&MeasureRow> {
    match of {
        Lit::Measure(id) => measure(book, id),
        Lit::Indicator(id) | Lit::OwnIndicator(id) => book.measure_of(book.indicator(id)?),
    }
}

/// Returns the units that can answer for a light, the one that would be asked first: who leads the measure; where a whole group
/// leads it, or nobody has a part in it, the unit that is furthest behind.
pub(super) fn answering(book: &Book, of: Lit, period: Period) -> Vec<i64> {
    let indicator = match of {
        Lit::Measure(_) => None,
        Lit::Indicator(id) | Lit::OwnIndicator(id) => book.indicator(id),
    };
    let measure = measure_of(book, of);
    let mut units: Vec<i64> = measure.map(|measure| book.responsible(measure)).unwrap_or_default();
    let reporters = indicator.map(|row| book.reporters(row)).unwrap_or_default();
    units.extend(reporters.iter().filter(|unit| !units.contains(unit)).copied().collect::<Vec<_>>());
    let named = |unit: i64| measure.and_then(|measure| measure.responsibilities.iter().find(|part| part.unit_id == unit));
    let role = |unit: i64| measure.and_then(|measure| book.role(measure, unit)).unwrap_or(Role::Cooperating);
    let lag = |unit: i64| indicator.and_then(|row| book.unit_standing(row, unit, period).judgement.lag).unwrap_or(f64::NEG_INFINITY);
    // Who is named itself comes before the members of a group with the same part.
    let mut keyed: Vec<_> = units.into_iter().map(|unit| (role(unit), named(unit).is_none(), lag(unit), unit)).collect();
    keyed.sort_by(|a, b| (a.0, a.1).cmp(&(b.0, b.1)).then(if a.1 { b.2.total_cmp(&a.2) } else { std::cmp::Ordering::Equal }));
    keyed.into_iter().map(|(.., unit)| unit).collect()
}
