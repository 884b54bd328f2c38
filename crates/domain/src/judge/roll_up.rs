//! One figure out of many units' (汇总).

use super::Figure;
use crate::{Amount, Comparator, RollUp};

/// The figure of one unit, ready to be combined.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct UnitFigure {
    /// What it reported.
    pub figure: Figure,
    /// Its allocated target, if any: the weight of a weighted mean.
    pub weight: Option<Amount>,
    /// True for a lead unit.
    pub lead: bool,
}

/// Why figures cannot be combined.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Gap {
    /// Nobody has reported.
    #[error("本期未报")]
    Silent,
    /// Percentages of several units without their parts.
    #[error("几个单位只报了百分比，没有分子分母，不能汇总；请补报分子分母，或改用其他汇总方式")]
    NeedsParts,
    /// All denominators are 0.
    #[error("分母合计为0，无法计算比率")]
    NothingToDivideBy,
    /// Ratios where plain values are wanted, or the other way round.
    #[error("有的单位报数值，有的单位报分子分母，不能汇总")]
    Mixed,
    /// A weighted mean without weights.
    #[error("加权平均需要各单位的分解指标")]
    NeedsWeights,
    /// The lead unit's own figure is wanted and it has not reported.
    #[error("牵头单位未报")]
    OwnerSilent,
    /// The sum is beyond what can be kept.
    #[error("合计太大，超出可以保存的范围")]
    TooLarge,
}

/// Combines the units' figures; the order does not matter.
///
/// A single figure stands for itself, whatever the rule. Rates are combined by their parts, never by adding or
/// averaging percentages, unless the mean was chosen.
///
/// # Errors
/// [`Gap`] where the figures do not make one.
pub fn roll_up(how: RollUp, comparator: Comparator, unit: &str, figures: &[UnitFigure]) -> Result<Amount, Gap> {
    let value = |f: &UnitFigure| f.figure.value(unit).ok_or(Gap::NothingToDivideBy);
    match figures {
        [] => return Err(Gap::Silent),
        [only] => return value(only),
        _ => {}
    }
    let values = || figures.iter().map(value).collect::<Result<Vec<_>, _>>();
    match how {
        RollUp::Sum => total(values()?),
        RollUp::Ratio => ratio(unit, figures),
        RollUp::Mean => total(values()?).and_then(|sum| divided(sum, figures.len() as f64)),
        RollUp::Weighted => {
            let weights = figures.iter().map(|f| f.weight.ok_or(Gap::NeedsWeights)).collect::<Result<Vec<_>, _>>()?;
            let all = total(weights.clone())?;
            let products =
                values()?.into_iter().zip(weights).map(|(v, w)| v.times(w.get()).ok_or(Gap::TooLarge)).collect::<Result<Vec<_>, _>>()?;
            if all == Amount::ZERO { Err(Gap::NeedsWeights) } else { divided(total(products)?, all.get()) }
        }
        RollUp::Worst => {
            let worse = |a: Amount, b: Amount| if (a > b) == comparator.wants_less() { a } else { b };
            values()?.into_iter().reduce(worse).ok_or(Gap::Silent)
        }
        RollUp::Owner => value(figures.iter().find(|f| f.lead).ok_or(Gap::OwnerSilent)?),
    }
}

fn ratio(unit: &str, figures: &[UnitFigure]) -> Result<Amount, Gap> {
    let parts = figures.iter().map(|f| match f.figure {
        Figure::Ratio { numerator, denominator } => Ok((numerator, denominator)),
        Figure::Value(_) if figures.iter().any(|f| matches!(f.figure, Figure::Ratio { .. })) => Err(Gap::Mixed),
        Figure::Value(_) => Err(Gap::NeedsParts),
    });
    let (numerators, denominators): (Vec<_>, Vec<_>) = parts.collect::<Result<Vec<_>, _>>()?.into_iter().unzip();
    let whole = Figure::Ratio { numerator: total(numerators)?, denominator: total(denominators)? };
    whole.value(unit).ok_or(Gap::NothingToDivideBy)
}

/// Returns the numerators and the denominators of figures, each added up; none where one has no parts or there are none.
pub fn parts(figures: &[Figure]) -> Option<(Amount, Amount)> {
    let each = |figure: &Figure| match figure {
        Figure::Ratio { numerator, denominator } => Some((*numerator, *denominator)),
        Figure::Value(_) => None,
    };
    let (numerators, denominators): (Vec<_>, Vec<_>) = figures.iter().map(each).collect::<Option<Vec<_>>>()?.into_iter().unzip();
    (!figures.is_empty()).then_some(())?;
    Some((total(numerators).ok()?, total(denominators).ok()?))
}

/// Returns the sum, added from the smallest to the largest so that the order of units cannot change the last digit.
fn total(mut values: Vec<Amount>) -> Result<Amount, Gap> {
    values.sort_by(|a, b| a.get().total_cmp(&b.get()));
    Amount::new(values.iter().map(|v| v.get()).sum()).ok_or(Gap::TooLarge)
}

fn divided(sum: Amount, by: f64) -> Result<Amount, Gap> {
    Amount::new(sum.get() / by).ok_or(Gap::TooLarge)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn plain(values: &[f64]) -> Vec<UnitFigure> {
        values.iter().map(|v| UnitFigure { figure: Figure::Value(Amount::new(*v).unwrap()), weight: None, lead: false }).collect()
    }

    fn parts(pairs: &[(u32, u32)]) -> Vec<UnitFigure> {
        let figure = |(n, d): &(u32, u32)| Figure::Ratio { numerator: Amount::from(*n), denominator: Amount::from(*d) };
        pairs.iter().map(|pair| UnitFigure { figure: figure(pair), weight: None, lead: false }).collect()
    }

    fn check(how: RollUp, figures: &[UnitFigure], want: Result<f64, Gap>) {
        assert_eq!(roll_up(how, Comparator::AtLeast, "%", figures).map(Amount::get), want);
    }

    #[test]
    fn each_way_of_combining() {
        check(RollUp::Sum, &plain(&[1.0, 2.0, 4.0]), Ok(7.0));
        check(RollUp::Mean, &plain(&[1.0, 2.0, 6.0]), Ok(3.0));
        check(RollUp::Worst, &plain(&[90.0, 70.0, 80.0]), Ok(70.0));
        // 10 of 10 and 50 of 90: 60 of 100, not the mean of 100 % and 55.6 %.
        check(RollUp::Ratio, &parts(&[(10, 10), (50, 90)]), Ok(60.0));
        let mut weighted = plain(&[90.0, 60.0]);
        weighted[0].weight = Some(Amount::from(1));
        weighted[1].weight = Some(Amount::from(2));
        check(RollUp::Weighted, &weighted, Ok(70.0));
        let mut owned = plain(&[1.0, 2.0]);
        owned[1].lead = true;
        check(RollUp::Owner, &owned, Ok(2.0));
        assert_eq!(roll_up(RollUp::Worst, Comparator::AtMost, "%", &plain(&[7.0, 9.0])).unwrap().get(), 9.0);
    }

    #[test]
    fn what_cannot_be_combined_says_why() {
        check(RollUp::Sum, &[], Err(Gap::Silent));
        check(RollUp::Ratio, &plain(&[80.0]), Ok(80.0));
        check(RollUp::Ratio, &plain(&[80.0, 90.0]), Err(Gap::NeedsParts));
        check(RollUp::Ratio, &[plain(&[80.0]), parts(&[(1, 2)])].concat(), Err(Gap::Mixed));
        check(RollUp::Ratio, &parts(&[(0, 0), (0, 0)]), Err(Gap::NothingToDivideBy));
        check(RollUp::Weighted, &plain(&[1.0, 2.0]), Err(Gap::NeedsWeights));
        check(RollUp::Owner, &plain(&[1.0, 2.0]), Err(Gap::OwnerSilent));
        check(RollUp::Sum, &plain(&[1e15, 1e15]), Err(Gap::TooLarge));
    }

    proptest! {
        #[test]
        fn the_order_of_units_does_not_matter(values in prop::collection::vec(-1e9..1e9_f64, 1..20), seed in any::<u64>()) {
            let mut shuffled = values.clone();
            shuffled.rotate_left((seed % values.len() as u64) as usize);
            for how in [RollUp::Sum, RollUp::Mean, RollUp::Worst] {
                let of = |v: &[f64]| roll_up(how, Comparator::AtMost, "个", &plain(v));
                prop_assert_eq!(of(&values), of(&shuffled));
            }
        }

        #[test]
        fn a_sum_over_units_equals_the_city_figure(values in prop::collection::vec(0_u32..1_000_000, 2..30)) {
            let figures = plain(&values.iter().map(|v| f64::from(*v)).collect::<Vec<_>>());
            let city: u64 = values.iter().map(|v| u64::from(*v)).sum();
            prop_assert_eq!(roll_up(RollUp::Sum, Comparator::Equal, "个", &figures).unwrap().get(), city as f64);
        }
    }
}
