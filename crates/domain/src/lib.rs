//! The words and rules of a work plan: pure values and functions.
//!
//! Here: [`Amount`] and [`Quantity`] (numbers as offices write them), [`Comparator`], [`Period`],
//! the ledger's things ([`Indicator`], [`Reported`] …) and the judging functions in [`judge`].
//!
//! Not here: files, the clock, randomness, SQL, words of the interface. Whatever a rule needs comes in as an
//! argument. Start at [`judge::judge`].

pub mod align;
mod amount;
mod column;
mod comparator;
mod doubts;
mod indicator;
pub mod judge;
mod passage;
mod period;
mod propose;
pub mod score;
pub mod supervise;
mod uid;

pub use amount::{Amount, AmountError, Quantity};
pub use column::ColumnRole;
pub use comparator::Comparator;
pub use doubts::doubts;
pub use indicator::{Every, Field, Indicator, Pace, Planned, Role, RollUp, TargetKind, ValueKind};
pub use passage::Passage;
pub use period::{Granularity, Period, PeriodError};
pub use propose::{Proposal, propose};
pub use uid::Uid;

/// Returns true if a unit's name stands for several units: 各县（区）…, 各有关单位, 委属各单位, 相关部门.
pub fn is_group_name(name: &str) -> bool {
    name.contains('各') || name.starts_with("相关") || name.starts_with("有关") || name.starts_with("所有")
}
