//! What is measured, and how.

use crate::{Amount, Comparator, Granularity, Period};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Declares an enum whose variants have a code (JSON, command line, ledger) and a Chinese word.
macro_rules! coded {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident = $code:literal, $zh:literal;)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, ts_rs::TS)]
        pub enum $name { $($(#[$vmeta])* #[serde(rename = $code)] $variant,)+ }

        impl $name {
            /// Every value, in the order shown to a person.
            pub const ALL: &[$name] = &[$($name::$variant,)+];

            /// Returns the word used in JSON, on the command line and in the ledger.
            pub fn code(self) -> &'static str { match self { $($name::$variant => $code,)+ } }

            /// Returns the word an official uses.
            pub fn zh(self) -> &'static str { match self { $($name::$variant => $zh,)+ } }

            /// Returns the value a code or its Chinese word names.
            pub fn from_code(code: &str) -> Option<$name> {
                $name::ALL.iter().copied().find(|x| x.code() == code || x.zh() == code)
            }
        }
    };
}

pub(crate) use coded;

coded! {
    /// Whether a number is a commitment or a result already achieved.
    TargetKind {
        /// A commitment of the plan.
        Target = "target", "目标";
        /// A result reported in the text: useful as a baseline.
        Achieved = "achieved", "已完成";
    }
}

coded! {
    /// What a reported value means (值类型).
    ValueKind {
        /// Everything since the start of the plan.
        Cumulative = "cumulative", "累计";
        /// Only what came in this period.
        Increment = "increment", "当期";
        /// The state at the period's end.
        Point = "point", "时点";
        /// A percentage, best reported as numerator and denominator.
        Rate = "rate", "比率";
        /// Progress of work without a number, 0–100 %.
        Qualitative = "qualitative", "形象进度";
    }
}

coded! {
    /// How a target is expected to be approached (进度方式).
    Pace {
        /// Grows with time: half the year, half the task.
        Accumulate = "accumulate", "累进";
        /// Must hold in each period.
        Maintain = "maintain", "保持";
        /// Judged only when due.
        ByDue = "by_due", "到期";
    }
}

coded! {
    /// How units' values make the figure above them (汇总方式).
    RollUp {
        /// The sum.
        Sum = "sum", "求和";
        /// Sum of numerators over sum of denominators.
        Ratio = "ratio", "分子分母求和";
        /// The plain mean.
        Mean = "mean", "平均";
        /// The mean weighted by the units' allocated targets.
        Weighted = "weighted", "加权平均";
        /// The unit furthest from the target.
        Worst = "worst", "取最差";
        /// The lead unit's own figure.
        Owner = "owner", "牵头单位填报";
    }
}

coded! {
    /// How often a value is reported (填报频次).
    Every {
        /// Each month.
        Month = "month", "每月";
        /// Each quarter.
        Quarter = "quarter", "每季";
        /// Each half-year.
        Half = "half", "每半年";
        /// Each year.
        Year = "year", "每年";
    }
}

impl Every {
    /// Returns how long the periods reported for are.
    pub fn granularity(self) -> Granularity {
        match self {
            Every::Month => Granularity::Month,
            Every::Quarter => Granularity::Quarter,
            Every::Half => Granularity::Half,
            Every::Year => Granularity::Year,
        }
    }
}

coded! {
    /// A unit's part in a measure.
    Role {
        /// 牵头单位.
        Lead = "lead", "牵头";
        /// 责任单位.
        Responsible = "responsible", "责任";
        /// 配合单位.
        Cooperating = "cooperating", "配合";
    }
}

coded! {
    /// What a unit fills in for an indicator and a period: a column of the return form.
    Field {
        /// The value.
        Value = "value", "本期值";
        /// The numerator of a rate.
        Numerator = "numerator", "分子";
        /// Its denominator.
        Denominator = "denominator", "分母";
        /// The note.
        Note = "note", "备注";
    }
}

/// One numeric (or qualitative) commitment of a plan, ready to be judged.
#[derive(Clone, Debug, PartialEq)]
pub struct Indicator {
    /// What is measured, e.g. 新增托位.
    pub name: String,
    /// The unit of measure, e.g. 个, %, 人次; empty where there is none.
    pub unit: String,
    /// How values are held against the target.
    pub comparator: Comparator,
    /// The target in `unit`; the lower bound of a range; none for a qualitative one.
    pub target: Option<Amount>,
    /// The upper bound of a range.
    pub upper: Option<Amount>,
    /// The value before the plan, in `unit`.
    pub baseline: Option<Amount>,
    /// The first day that counts.
    pub start: NaiveDate,
    /// The last day that counts.
    pub due: NaiveDate,
    /// What a reported value means.
    pub kind: ValueKind,
    /// How the target is approached.
    pub pace: Pace,
    /// How units' values are combined.
    pub roll_up: RollUp,
    /// Its weight in scores; 1 unless set.
    pub weight: Amount,
    /// How often it is reported.
    pub every: Every,
    /// What is planned on the way to the target, by day; empty where the way is straight. See [`check_planned`].
    pub planned: Vec<Planned>,
}

/// A value planned for a day before the target is due (计划进度): of a quarter's end, or of a year's end in a plan of years.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Planned {
    /// The last day of the period it is planned for.
    pub by: NaiveDate,
    /// The value in the indicator's unit of measure; of progress without a number, per cent.
    pub value: Amount,
}

impl Indicator {
    /// Returns true where smaller values are better: a ceiling, a target below its baseline, or a plain 0 (事故为0起).
    ///
    /// 不低于95% that must hold stays a floor, also where it was 96% before.
    pub fn falls(&self) -> bool {
        let below_baseline = matches!((self.target, self.baseline), (Some(target), Some(baseline)) if baseline > target);
        match self.comparator {
            Comparator::AtMost => true,
            Comparator::AtLeast => below_baseline && self.pace != Pace::Maintain,
            Comparator::Equal => below_baseline || self.target.is_some_and(|target| target <= Amount::ZERO),
            _ => false,
        }
    }

    /// Returns the period whose report stands at the end of `period`: itself where one is asked for then, else the last
    /// one before, of the same length. None where nothing has been asked for yet.
    ///
    /// Besides the end of each month, quarter, half or year, a report is asked for when the target is due. What is over
    /// is not asked for any more, so each period after it stands for itself.
    pub fn report_at(&self, period: Period) -> Option<Period> {
        let long = self.every.granularity();
        let asked = |at: &Period| {
            at.granularity() >= long
                || at.end() >= self.due
                || Period::containing(long, at.end()).is_some_and(|whole| whole.end() == at.end())
        };
        let back = std::iter::successors(Some(period), |at| Some(at.previous()));
        back.take_while(|at| at.end() >= self.start || *at == period).find(asked)
    }

    /// Returns true if a report is asked for the period: it overlaps the days from start to due, and one is due at its end.
    pub fn is_asked(&self, period: Period) -> bool {
        self.covers(period) && self.report_at(period) == Some(period)
    }

    /// Returns true if the period overlaps the days from start to due.
    pub fn covers(&self, period: Period) -> bool {
        period.start() <= self.due && period.end() >= self.start
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn every(every: Every, start: &str, due: &str) -> Indicator {
        Indicator { start: start.parse().unwrap(), due: due.parse().unwrap(), every, ..crate::judge::cases::plain() }
    }

    fn check(indicator: &Indicator, period: &str, want: Option<&str>) {
        let found = indicator.report_at(period.parse().unwrap());
        assert_eq!(found.map(|period| period.to_string()).as_deref(), want, "{period}");
    }

    #[test]
    fn between_two_reports_the_last_one_stands() {
        let quarterly = every(Every::Quarter, "2024-01-01", "2024-11-30");
        check(&quarterly, "2024-03", Some("2024-03"));
        check(&quarterly, "2024-05", Some("2024-03"));
        check(&quarterly, "2024-02", None);
        check(&quarterly, "2024-Q2", Some("2024-Q2"));
        check(&quarterly, "2024-H1", Some("2024-H1"));
        check(&quarterly, "2024-10", Some("2024-09"));
        check(&quarterly, "2024-11", Some("2024-11"));
        check(&quarterly, "2025-02", Some("2025-02"));
    }

    #[test]
    fn each_frequency_asks_at_its_ends() {
        let asked = |every_: Every| {
            let indicator = every(every_, "2024-01-01", "2025-12-31");
            (1..=12).filter(|month| indicator.is_asked(Period::month(2024, *month).unwrap())).collect::<Vec<_>>()
        };
        assert_eq!(asked(Every::Month).len(), 12);
        assert_eq!(asked(Every::Quarter), [3, 6, 9, 12]);
        assert_eq!(asked(Every::Half), [6, 12]);
        assert_eq!(asked(Every::Year), [12]);
    }

    #[test]
    fn before_the_start_nothing_is_asked_of_what_is_rarely_reported() {
        let yearly = every(Every::Year, "2024-05-01", "2026-12-31");
        check(&yearly, "2024-04", None);
        check(&yearly, "2024-11", None);
        check(&yearly, "2024-12", Some("2024-12"));
        check(&yearly, "2025-06", Some("2024-12"));
    }
}
