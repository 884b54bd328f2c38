//! What is measured, and how.

use crate::{Amount, Comparator, Period};
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
}

impl Indicator {
    /// Returns true where smaller values are better: a ceiling, or a target below its baseline.
    ///
    /// 不低于95% that must hold stays a floor, also where it was 96% before.
    pub fn falls(&self) -> bool {
        let below_baseline = matches!((self.target, self.baseline), (Some(target), Some(baseline)) if baseline > target);
        match self.comparator {
            Comparator::AtMost => true,
            Comparator::AtLeast => below_baseline && self.pace != Pace::Maintain,
            Comparator::Equal => below_baseline,
            _ => false,
        }
    }

    /// Returns true if the period overlaps the days from start to due.
    pub fn covers(&self, period: Period) -> bool {
        period.start() <= self.due && period.end() >= self.start
    }
}
