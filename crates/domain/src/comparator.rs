//! How a value is held against its target.

use serde::{Deserialize, Serialize};
use std::fmt;

/// The relation a reported value must have to the target. Written in JSON and in the ledger as its sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
pub enum Comparator {
    /// 不低于, 以上, 达到: at least the target.
    #[serde(rename = ">=")]
    AtLeast,
    /// 不超过, 以内, 降至: at most the target.
    #[serde(rename = "<=")]
    AtMost,
    /// A plain count (新建20个): met when reached.
    #[serde(rename = "=")]
    Equal,
    /// 左右, 约, 保持在: within a tolerance.
    #[serde(rename = "~")]
    About,
    /// 1-2个: the lower bound counts; above the upper is noted.
    #[serde(rename = "range")]
    Range,
    /// 增长10%: the reported rate of growth is held against the target.
    #[serde(rename = "increase")]
    Increase,
    /// 下降5%: the reported rate of decline is held against the target.
    #[serde(rename = "decrease")]
    Decrease,
    /// No number: progress is reported as a percentage (形象进度).
    #[serde(rename = "qualitative")]
    Qualitative,
}

impl Comparator {
    /// Every comparator, in the order of DESIGN: for menus and tests.
    pub const ALL: [Comparator; 8] = [
        Comparator::AtLeast,
        Comparator::AtMost,
        Comparator::Equal,
        Comparator::About,
        Comparator::Range,
        Comparator::Increase,
        Comparator::Decrease,
        Comparator::Qualitative,
    ];

    /// Returns true where values are levels or counts, not changes or progress.
    pub fn is_level(self) -> bool {
        !matches!(self, Comparator::Increase | Comparator::Decrease | Comparator::Qualitative)
    }

    /// Returns the word used in JSON, on the command line and in the ledger.
    pub fn code(self) -> &'static str {
        match self {
            Comparator::AtLeast => ">=",
            Comparator::AtMost => "<=",
            Comparator::Equal => "=",
            Comparator::About => "~",
            Comparator::Range => "range",
            Comparator::Increase => "increase",
            Comparator::Decrease => "decrease",
            Comparator::Qualitative => "qualitative",
        }
    }

    /// Returns the comparator a code names.
    pub fn from_code(code: &str) -> Option<Comparator> {
        Comparator::ALL.into_iter().find(|c| c.code() == code)
    }

    /// Returns true where smaller values are better.
    pub fn wants_less(self) -> bool {
        self == Comparator::AtMost
    }
}

impl fmt::Display for Comparator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}
