//! Where an axis begins and ends, and which numbers stand beside it.

use crate::number::fixed;

/// A value axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Axis {
    /// The value at the bottom.
    pub low: f64,
    /// The value at the top: a little above the largest, for labels.
    pub high: f64,
    /// The numbered values, ascending, none outside.
    pub ticks: Vec<f64>,
    decimals: usize,
}

/// Room above the largest value (and below the smallest negative one), as a share of the span.
const HEADROOM: f64 = 0.08;

impl Axis {
    /// Returns the axis from 0 through all values, with at most so many intervals; `whole` if halves make no sense.
    pub fn from_zero(values: impl Iterator<Item = f64>, intervals: f64, whole: bool) -> Axis {
        let (min, max) = values.fold((0.0_f64, 0.0_f64), |(min, max), v| (min.min(v), max.max(v)));
        let (min, max) = if min == max { (0.0, 1.0) } else { (min, max) };
        let room = (max - min) * HEADROOM;
        Axis::with_step(
            if min < 0.0 { min - room } else { 0.0 },
            if max > 0.0 { max + room } else { 0.0 },
            step(max - min, intervals, whole),
        )
    }

    /// Returns the axis close around values that are all positive and lie together.
    pub fn close(min: f64, max: f64, intervals: f64, whole: bool) -> Axis {
        let step = step(max - min, intervals, whole);
        let room = (max - min) * HEADROOM;
        Axis::with_step(((min - room).max(0.0) / step).floor() * step, max + room, step)
    }

    fn with_step(low: f64, high: f64, step: f64) -> Axis {
        // A multiple of the step is exact to the last digit that is shown; adding steps up would not be.
        let ticks = ((low / step).ceil() as i64..=(high / step).floor() as i64).map(|i| i as f64 * step).collect();
        let decimals = (0..18).find(|&decimals| is_whole(step * 10_f64.powi(decimals))).unwrap_or(18) as usize;
        Axis { low, high, ticks, decimals }
    }

    /// Returns a tick's number.
    pub fn number(&self, tick: f64) -> String {
        if self.decimals > 8 && tick != 0.0 { format!("{tick:.1e}") } else { fixed(tick, self.decimals) }
    }
}

/// Returns 1, 2, 2.5 or 5 times a power of ten, so that the span has at most so many intervals.
fn step(span: f64, intervals: f64, whole: bool) -> f64 {
    let power = 10_f64.powf((span / intervals).log10().floor());
    let fits = |step: &f64| span / step <= intervals + 1e-9 && (!whole || is_whole(*step));
    [1.0, 2.0, 2.5, 5.0, 10.0, 20.0].into_iter().map(|times| times * power).find(fits).unwrap_or(if whole { 1.0 } else { 10.0 * power })
}

fn is_whole(value: f64) -> bool {
    value >= 0.5 && (value - value.round()).abs() < 1e-6 * value
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(values: &[f64], whole: bool, expected: &str) {
        let axis = Axis::from_zero(values.iter().copied(), 6.0, whole);
        assert_eq!(axis.ticks.iter().map(|t| axis.number(*t)).collect::<Vec<_>>().join(" "), expected, "{values:?}");
        assert!(axis.low < axis.high && values.iter().all(|v| (axis.low..=axis.high).contains(v)));
    }

    #[test]
    fn ticks_are_round_numbers() {
        check(&[1066.0, 2600.0], true, "0 500 1000 1500 2000 2500");
        check(&[61.8, 80.0], false, "0 20 40 60 80");
        check(&[0.3], false, "0 0.05 0.1 0.15 0.2 0.25 0.3");
        check(&[-12.0, 30.0], false, "-10 0 10 20 30");
        check(&[-5.0, -1.0], false, "-5 -4 -3 -2 -1 0");
        check(&[1e15], true, "0 200000000000000 400000000000000 600000000000000 800000000000000 1000000000000000");
        check(&[2e-12], false, "0 5.0e-13 1.0e-12 1.5e-12 2.0e-12");
    }

    #[test]
    fn things_are_not_halved() {
        check(&[1.0, 2.0], true, "0 1 2");
        check(&[12.0], true, "0 2 4 6 8 10 12");
        check(&[2.0], false, "0 0.5 1 1.5 2");
    }

    #[test]
    fn nothing_or_only_zeros_still_have_an_axis() {
        check(&[], false, "0 0.2 0.4 0.6 0.8 1");
        check(&[0.0, 0.0], true, "0 1");
    }

    #[test]
    fn values_that_lie_together_get_an_axis_around_them() {
        let axis = Axis::close(95.2, 97.1, 6.0, false);
        assert_eq!(axis.ticks, [95.0, 95.5, 96.0, 96.5, 97.0]);
        assert_eq!((axis.low, axis.number(95.5)), (95.0, "95.5".to_owned()));
    }
}
