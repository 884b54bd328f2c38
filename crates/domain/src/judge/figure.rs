//! What a unit's entries say at the end of a period.

use crate::{Amount, Granularity, Period, ValueKind};

/// A reported figure: a value, or what a rate is made of.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Figure {
    /// A value in the indicator's unit of measure.
    Value(Amount),
    /// A rate by its parts.
    Ratio {
        /// How many.
        numerator: Amount,
        /// Of how many.
        denominator: Amount,
    },
}

impl Figure {
    /// Returns value, numerator and denominator as they were reported: a value, or the two parts of a rate.
    pub fn parts(self) -> [Option<Amount>; 3] {
        match self {
            Figure::Value(value) => [Some(value), None, None],
            Figure::Ratio { numerator, denominator } => [None, Some(numerator), Some(denominator)],
        }
    }

    /// Returns the value in the unit of measure: a ratio becomes per cent, per mille or per head as the unit says.
    ///
    /// None for a ratio of nothing (denominator 0).
    pub fn value(self, unit: &str) -> Option<Amount> {
        match self {
            Figure::Value(value) => Some(value),
            Figure::Ratio { denominator, .. } if denominator == Amount::ZERO => None,
            Figure::Ratio { numerator, denominator } => Amount::new(numerator.get() / denominator.get() * per(unit)),
        }
    }

    /// Returns the sum of two figures; none if one is a value and the other a ratio.
    pub fn plus(self, other: Figure) -> Option<Figure> {
        match (self, other) {
            (Figure::Value(a), Figure::Value(b)) => Amount::new(a.get() + b.get()).map(Figure::Value),
            (Figure::Ratio { numerator: n, denominator: d }, Figure::Ratio { numerator: m, denominator: e }) => {
                Some(Figure::Ratio { numerator: Amount::new(n.get() + m.get())?, denominator: Amount::new(d.get() + e.get())? })
            }
            _ => None,
        }
    }
}

/// Returns what a rate in this unit of measure counts by: 100 for %, 1000 for ‰, 100000 for /10万, else 1.
fn per(unit: &str) -> f64 {
    match unit {
        "%" | "％" => 100.0,
        "‰" => 1000.0,
        unit => match unit.strip_prefix('/').map(Amount::parse) {
            Some(Ok(population)) => population.get(),
            _ => 1.0,
        },
    }
}

/// Returns what a unit reported for the period itself: the entry made for its last day, whatever its length.
///
/// Where several were, the one of the period's own length counts, else the longest.
pub fn reported_at(entries: &[(Period, Figure)], at: Period) -> Option<Figure> {
    let now = entries.iter().filter(|(period, _)| period.ends_with(at));
    now.max_by_key(|(period, _)| (*period == at, *period)).map(|(_, figure)| *figure)
}

/// Returns a unit's figure at the end of a period, from its entries in any order.
///
/// Increments add up over the periods so far, reported now or not, because what was done is done; where a longer
/// period was reported too, it stands for the shorter ones inside it. Of all other kinds only what was reported for
/// the period itself counts: an earlier value is not carried forward. None if there is nothing, or increments cannot
/// be added.
pub fn figure_at(kind: ValueKind, entries: &[(Period, Figure)], at: Period) -> Option<Figure> {
    if kind != ValueKind::Increment {
        return reported_at(entries, at);
    }
    let so_far: Vec<_> = entries.iter().filter(|(period, _)| period.ends_by(at)).collect();
    // Of periods of one length none lies inside another, and mostly they are of one length.
    let longer: Vec<Period> = so_far.iter().map(|(period, _)| *period).filter(|period| period.granularity() > Granularity::Month).collect();
    let outermost = so_far.iter().filter(|(inner, _)| !longer.iter().any(|outer| outer != inner && outer.contains(*inner)));
    outermost.map(|(_, figure)| *figure).map(Some).reduce(|sum, next| sum?.plus(next?))?
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(kind: ValueKind, entries: &[(&str, f64)], period: &str) -> Option<f64> {
        let entries: Vec<_> = entries.iter().map(|(p, v)| (p.parse().unwrap(), Figure::Value(Amount::new(*v).unwrap()))).collect();
        figure_at(kind, &entries, period.parse().unwrap()).and_then(|f| f.value("个")).map(Amount::get)
    }

    #[test]
    fn a_cumulative_value_is_the_one_of_the_period_and_none_is_carried_forward() {
        let entries = [("2024-04", 10.0), ("2024-05", 20.0), ("2024-Q3", 70.0)];
        assert_eq!(at(ValueKind::Cumulative, &entries, "2024-05"), Some(20.0));
        assert_eq!(at(ValueKind::Cumulative, &entries, "2024-06"), None);
        assert_eq!(at(ValueKind::Cumulative, &entries, "2024-09"), Some(70.0));
    }

    #[test]
    fn increments_add_up_and_a_quarter_stands_for_its_months() {
        let entries = [("2024-01", 1.0), ("2024-02", 2.0), ("2024-03", 4.0), ("2024-Q1", 100.0), ("2024-05", 8.0)];
        assert_eq!(at(ValueKind::Increment, &entries, "2024-02"), Some(3.0));
        assert_eq!(at(ValueKind::Increment, &entries, "2024-03"), Some(100.0));
        assert_eq!(at(ValueKind::Increment, &entries, "2024-04"), Some(100.0));
        assert_eq!(at(ValueKind::Increment, &entries, "2024-05"), Some(108.0));
    }

    #[test]
    fn a_rate_counts_by_its_unit() {
        let ratio = Figure::Ratio { numerator: Amount::from(3), denominator: Amount::from(4) };
        let value = |unit| ratio.value(unit).unwrap().get();
        assert_eq!((value("%"), value("‰"), value("/10万"), value("个")), (75.0, 750.0, 75000.0, 0.75));
        assert_eq!(Figure::Ratio { numerator: Amount::from(3), denominator: Amount::ZERO }.value("%"), None);
    }
}
