//! Where an indicator will stand when it is due, if it goes on as it has.

use crate::Amount;

/// A projection to the due day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Forecast {
    /// The value expected on the due day.
    pub at_due: Amount,
    /// From how many reports it was made.
    pub points: usize,
}

/// With fewer reports than this nothing is projected.
pub const LEAST: usize = 3;

/// Projects the last report to the due day (moment 1) along the median of the slopes between every two reports.
///
/// The median of slopes (Theil and Sen) is not led astray by one odd report, as a line of least squares is. Moments are
/// shares of the indicator's own time; those after 1 or out of order give nothing. None from fewer than three reports,
/// or where the last one is at the due day.
pub fn forecast(reports: &[(f64, Amount)]) -> Option<Forecast> {
    let (last, value) = *reports.last()?;
    let in_order = reports.windows(2).all(|pair| pair[0].0 < pair[1].0);
    if reports.len() < LEAST || !in_order || !(0.0..1.0).contains(&last) {
        return None;
    }
    let pairs = reports.iter().enumerate().flat_map(|(at, a)| reports[at + 1..].iter().map(move |b| (b.1.get() - a.1.get()) / (b.0 - a.0)));
    let mut slopes: Vec<f64> = pairs.collect();
    slopes.sort_by(f64::total_cmp);
    let middle = slopes.len() / 2;
    let slope = if slopes.len() % 2 == 1 { slopes[middle] } else { (slopes[middle - 1] + slopes[middle]) / 2.0 };
    let at_due = Amount::new(value.get() + slope * (1.0 - last))?;
    Some(Forecast { at_due, points: reports.len() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(reports: &[(f64, f64)], want: Option<f64>) {
        let reports: Vec<(f64, Amount)> = reports.iter().map(|(at, value)| (*at, Amount::new(*value).unwrap())).collect();
        assert_eq!(forecast(&reports).map(|forecast| forecast.at_due.get()), want);
    }

    #[test]
    fn what_grows_evenly_goes_on_so() {
        check(&[(0.25, 100.0), (0.5, 200.0), (0.75, 300.0)], Some(400.0));
        check(&[(0.25, 300.0), (0.5, 300.0), (0.75, 300.0)], Some(300.0));
    }

    #[test]
    fn one_odd_report_does_not_lead_astray() {
        // Slopes of 400 between all reports but those with the odd one.
        check(&[(0.125, 50.0), (0.25, 100.0), (0.375, 900.0), (0.5, 200.0), (0.625, 250.0), (0.75, 300.0)], Some(400.0));
    }

    #[test]
    fn too_little_gives_nothing() {
        check(&[], None);
        check(&[(0.25, 100.0), (0.5, 200.0)], None);
        check(&[(0.5, 100.0), (0.75, 200.0), (1.0, 300.0)], None);
        check(&[(0.5, 100.0), (0.5, 200.0), (0.75, 300.0)], None);
        check(&[(0.5, 1e15), (0.500001, -1e15), (0.500002, 1e15)], Some(1e15));
        check(&[(0.1, -1e15), (0.2, 0.0), (0.3, 1e15)], None);
    }

    proptest! {
        #[test]
        fn a_forecast_moves_with_its_reports(values in prop::collection::vec(-1e6f64..1e6, 3..12), up in -1e6f64..1e6) {
            let at = |n: usize| (n as f64 + 1.0) / 20.0;
            let reports = |by: f64| values.iter().enumerate().map(|(n, value)| (at(n), Amount::new(value + by).unwrap())).collect::<Vec<_>>();
            let (plain, moved) = (forecast(&reports(0.0)).unwrap(), forecast(&reports(up)).unwrap());
            prop_assert!((moved.at_due.get() - plain.at_due.get() - up).abs() < 1e-3);
        }
    }
}
