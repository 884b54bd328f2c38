//! What is left of a target, and how much of it a month that is.

use crate::{Amount, Granularity, Indicator, Period};

/// What is left of a target after a period.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ToGo {
    /// Target minus value.
    pub left: Amount,
    /// How many months begin after the period, up to the one the target is due in.
    pub months: u32,
    /// What is left, a month.
    pub each: Amount,
}

/// Returns what is left of a target that grows, after a period with this value, in equal parts a month.
///
/// None where the target is reached or no month is left, and for what falls or has no number to count up to.
pub fn to_go(indicator: &Indicator, value: Amount, period: Period) -> Option<ToGo> {
    let target = indicator.target.filter(|_| !indicator.falls())?;
    let left = Amount::new(target.get() - value.get()).filter(|left| *left > Amount::ZERO)?;
    let next = period.next().start();
    let months = if next > indicator.due { 0 } else { Period::over(Granularity::Month, next, indicator.due).count() as u32 };
    let each = (months > 0).then(|| Amount::new(left.get() / f64::from(months)))??;
    Some(ToGo { left, months, each })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Comparator;
    use crate::judge::cases::plain;

    fn beds() -> Indicator {
        Indicator { target: Amount::new(2600.0), ..plain() }
    }

    fn check(value: f64, period: &str, want: Option<(f64, u32, f64)>) {
        let got = to_go(&beds(), Amount::new(value).unwrap(), period.parse().unwrap());
        assert_eq!(got.map(|to_go| (to_go.left.get(), to_go.months, to_go.each.get())), want, "{value} in {period}");
    }

    #[test]
    fn what_is_left_is_shared_among_the_months_left() {
        check(1100.0, "2024-07", Some((1500.0, 5, 300.0)));
        check(0.0, "2024-H1", Some((2600.0, 6, 2600.0 / 6.0)));
        check(2599.0, "2024-11", Some((1.0, 1, 1.0)));
        check(2600.0, "2024-07", None);
        check(100.0, "2024-12", None);
        check(100.0, "2025-03", None);
    }

    #[test]
    fn what_falls_has_nothing_to_count_up_to() {
        let ceiling = Indicator { comparator: Comparator::AtMost, ..beds() };
        assert_eq!(to_go(&ceiling, Amount::ONE, "2024-07".parse().unwrap()), None);
        let words = Indicator { target: None, ..beds() };
        assert_eq!(to_go(&words, Amount::ONE, "2024-07".parse().unwrap()), None);
    }
}
