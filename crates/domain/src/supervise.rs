//! Supervision (督查): which step of a rectification may follow which, how long it has been going on, when the next inspection
//! is due.
//!
//! Days are whole days: what was opened today has been open for 0 of them, and what is due today is not overdue.

use crate::indicator::coded;
use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

/// How often a listed measure is looked at if nobody says otherwise, in days.
pub const EVERY_DAYS: u32 = 7;
/// The longest interval between two inspections.
pub const LONGEST_INTERVAL: u32 = 366;

coded! {
    /// Where a rectification stands.
    Stage {
        /// Work goes on.
        Open = "open", "整改中";
        /// It waits for its verification.
        Applied = "applied", "待核查";
        /// It is over.
        SignedOff = "signed_off", "已销号";
    }
}

coded! {
    /// A step of a rectification.
    Step {
        /// It begins.
        Opened = "opened", "立项";
        /// Cause, action, deadline or person change.
        Changed = "changed", "修改";
        /// Its unit says what came of it.
        Applied = "applied", "申请销号";
        /// It was verified and is not enough.
        SentBack = "sent_back", "退回";
        /// It was verified.
        SignedOff = "signed_off", "销号";
    }
}

/// A step that cannot follow.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OutOfTurn {
    /// It is over.
    #[error("已经销号，不能再{}", .0.zh())]
    Over(Step),
    /// It waits for its verification.
    #[error("已经申请销号，正在等核查，不能{}", .0.zh())]
    Waits(Step),
    /// Nobody has applied for sign-off.
    #[error("还没有申请销号，不能{}", .0.zh())]
    NotApplied(Step),
}

impl Stage {
    /// Returns where a rectification stands after a step.
    ///
    /// # Errors
    /// [`OutOfTurn`] if the step cannot follow.
    pub fn after(self, step: Step) -> Result<Stage, OutOfTurn> {
        match (self, step) {
            (Stage::SignedOff, _) => Err(OutOfTurn::Over(step)),
            (Stage::Open, Step::Changed) => Ok(Stage::Open),
            (Stage::Open, Step::Applied) => Ok(Stage::Applied),
            (Stage::Open, _) => Err(OutOfTurn::NotApplied(step)),
            (Stage::Applied, Step::SentBack) => Ok(Stage::Open),
            (Stage::Applied, Step::SignedOff) => Ok(Stage::SignedOff),
            (Stage::Applied, _) => Err(OutOfTurn::Waits(step)),
        }
    }
}

/// The days of a rectification.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Course {
    /// The day it was opened.
    pub opened_on: NaiveDate,
    /// The day by which it is to be signed off.
    pub deadline: Option<NaiveDate>,
    /// The day it was signed off.
    pub closed_on: Option<NaiveDate>,
}

impl Course {
    /// Returns how many days it has been open, or was.
    pub fn days_open(&self, today: NaiveDate) -> u32 {
        days_after(self.opened_on, self.closed_on.unwrap_or(today))
    }

    /// Returns how many days it is past its deadline, or was when it was signed off; 0 for none.
    pub fn days_late(&self, today: NaiveDate) -> u32 {
        self.deadline.map_or(0, |deadline| days_after(deadline, self.closed_on.unwrap_or(today)))
    }

    /// Returns true if its deadline has passed and it is not signed off.
    pub fn is_overdue(&self, today: NaiveDate) -> bool {
        self.closed_on.is_none() && self.days_late(today) > 0
    }
}

/// Returns the day the next inspection is due: so many days after the last one, or after the measure was listed.
pub fn next_inspection(listed_on: NaiveDate, last: Option<NaiveDate>, every_days: u32) -> NaiveDate {
    let from = last.unwrap_or(listed_on);
    from.checked_add_days(Days::new(every_days.into())).unwrap_or(from)
}

/// Returns how many days a day lies behind another; 0 if it does not.
pub fn days_after(day: NaiveDate, later: NaiveDate) -> u32 {
    u32::try_from((later - day).num_days()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn course(opened: &str, deadline: Option<&str>, closed: Option<&str>) -> Course {
        Course { opened_on: day(opened), deadline: deadline.map(day), closed_on: closed.map(day) }
    }

    #[test]
    fn from_opening_to_sign_off_only_these_steps_follow() {
        use Step::*;
        let table = [
            (Stage::Open, [None, Some(Stage::Open), Some(Stage::Applied), None, None]),
            (Stage::Applied, [None, None, None, Some(Stage::Open), Some(Stage::SignedOff)]),
            (Stage::SignedOff, [None; 5]),
        ];
        for (from, after) in table {
            assert_eq!([Opened, Changed, Applied, SentBack, SignedOff].map(|step| from.after(step).ok()), after, "{from:?}");
        }
    }

    #[test]
    fn what_cannot_follow_says_why() {
        let said = |from: Stage, step| from.after(step).unwrap_err().to_string();
        assert_eq!(said(Stage::Open, Step::SignedOff), "还没有申请销号，不能销号");
        assert_eq!(said(Stage::Applied, Step::Applied), "已经申请销号，正在等核查，不能申请销号");
        assert_eq!(said(Stage::SignedOff, Step::SentBack), "已经销号，不能再退回");
    }

    #[test]
    fn days_are_counted_to_today_or_to_the_sign_off() {
        let today = day("2026-10-09");
        let open = course("2026-09-01", Some("2026-09-30"), None);
        assert_eq!((open.days_open(today), open.days_late(today), open.is_overdue(today)), (38, 9, true));
        let late = course("2026-09-01", Some("2026-09-30"), Some("2026-10-03"));
        assert_eq!((late.days_open(today), late.days_late(today), late.is_overdue(today)), (32, 3, false));
        let due_today = course("2026-10-09", Some("2026-10-09"), None);
        assert_eq!((due_today.days_open(today), due_today.is_overdue(today)), (0, false));
        let without = course("2026-09-01", None, None);
        assert_eq!((without.days_late(today), without.is_overdue(today)), (0, false));
    }

    #[test]
    fn the_next_inspection_follows_the_last_one() {
        assert_eq!(next_inspection(day("2026-09-01"), None, 7), day("2026-09-08"));
        assert_eq!(next_inspection(day("2026-09-01"), Some(day("2026-09-11")), 30), day("2026-10-11"));
    }

    #[test]
    fn every_code_names_its_own_value() {
        use Step::*;
        for step in [Opened, Changed, Applied, SentBack, SignedOff] {
            assert_eq!(Step::from_code(step.code()), Some(step));
        }
        for standing in [Stage::Open, Stage::Applied, Stage::SignedOff] {
            assert_eq!(Stage::from_code(standing.code()), Some(standing));
        }
    }

    proptest! {
        /// However it goes, each sign-off is of an application, and nothing follows it.
        #[test]
        fn a_sign_off_follows_an_application_and_ends_it(steps in prop::collection::vec(0usize..5, 0..40)) {
            use Step::*;
            let mut taken = vec![Opened];
            let mut now = Stage::Open;
            for step in steps.into_iter().map(|at| [Opened, Changed, Applied, SentBack, SignedOff][at]) {
                if let Ok(next) = now.after(step) {
                    taken.push(step);
                    now = next;
                }
            }
            for pair in taken.windows(2) {
                prop_assert!(pair[0] != SignedOff);
                prop_assert!(!matches!(pair[1], SignedOff | SentBack) || pair[0] == Applied);
            }
            prop_assert_eq!(now == Stage::SignedOff, taken.last() == Some(&SignedOff));
        }

        /// A day more never makes it less open nor less late.
        #[test]
        fn time_only_adds(opened in 0i64..2000, deadline in 0i64..2000, today in 0i64..2000) {
            let at = |n: i64| day("2025-01-01") + chrono::TimeDelta::days(n);
            let course = Course { opened_on: at(opened), deadline: Some(at(opened + deadline)), closed_on: None };
            let (now, then) = (at(opened + today), at(opened + today + 1));
            prop_assert_eq!(course.days_open(then), course.days_open(now) + 1);
            prop_assert!(course.days_late(then) >= course.days_late(now));
            prop_assert_eq!(course.is_overdue(now), now > at(opened + deadline));
        }
    }
}
