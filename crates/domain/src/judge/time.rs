//! Time progress (序时进度).

use super::TimeRule;
use chrono::{Datelike, NaiveDate};

/// Returns the share of the time from `start` to `due` that has passed at the end of the day `at`, 0–1.
///
/// By months, those begun count whole, as officials count them: at the end of June half of a calendar year has passed.
/// A plan that is due before it starts has no time left: 1.
pub fn time_progress(rule: TimeRule, start: NaiveDate, due: NaiveDate, at: NaiveDate) -> f64 {
    if at >= due || due < start {
        return 1.0;
    }
    if at < start {
        return 0.0;
    }
    if rule == TimeRule::Days {
        let days = |from: NaiveDate, to: NaiveDate| (to - from).num_days() as f64 + 1.0;
        return days(start, at) / days(start, due);
    }
    let month = |day: NaiveDate| day.year() * 12 + day.month0() as i32;
    let whole = month(due) - month(start) + 1;
    let passed = month(at) - month(start) + 1;
    f64::from(passed) / f64::from(whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(start: &str, due: &str, at: &str, want: f64) {
        let day = |text: &str| text.parse().unwrap();
        assert_eq!(time_progress(TimeRule::Months, day(start), day(due), day(at)), want, "{start} {due} {at}");
    }

    #[test]
    fn half_the_year_is_half_the_time() {
        check("2024-01-01", "2024-12-31", "2024-06-30", 0.5);
        check("2024-01-01", "2024-12-31", "2024-01-31", 1.0 / 12.0);
        check("2024-01-01", "2024-12-31", "2024-12-31", 1.0);
        check("2024-01-01", "2024-12-31", "2023-12-31", 0.0);
        check("2024-01-01", "2024-12-31", "2025-03-31", 1.0);
    }

    #[test]
    fn by_days_every_day_counts_alike() {
        let by_days = |start: &str, due: &str, at: &str| {
            let day = |text: &str| text.parse().unwrap();
            time_progress(TimeRule::Days, day(start), day(due), day(at))
        };
        assert_eq!(by_days("2024-01-01", "2024-12-31", "2024-06-30"), 182.0 / 366.0);
        assert_eq!(by_days("2024-06-01", "2024-06-30", "2024-06-15"), 0.5);
        assert_eq!(by_days("2024-06-01", "2024-06-01", "2024-06-01"), 1.0);
        assert_eq!(by_days("2024-06-01", "2024-06-30", "2024-05-31"), 0.0);
    }

    #[test]
    fn other_spans_count_their_own_months() {
        check("2024-03-15", "2024-08-10", "2024-05-31", 0.5);
        check("2024-06-01", "2024-06-30", "2024-06-15", 1.0);
        check("2019-12-26", "2020-12-31", "2020-06-30", 7.0 / 13.0);
        check("2024-06-01", "2024-05-01", "2024-04-01", 1.0);
    }
}
