//! What a frozen period locks, and what is said to who would change it all the same.

use crate::shown::day;
use crate::wire::FrozenBy;
use crate::{ApiError, ErrorKind};
use chrono::FixedOffset;
use domain::Period;
use store::{Freeze, Store};

/// What to do about a lock.
const HINT: &str = "要更正请先解冻并写明原因";

/// Returns who froze a period.
pub(crate) fn by(freeze: &Freeze, offset: FixedOffset) -> FrozenBy {
    FrozenBy { who: freeze.who.clone(), on: day(freeze.at, offset) }
}

/// Refuses to change what was reported for a period that is frozen, or that lies before a frozen one.
pub(crate) fn refuse_locked(store: &Store, plan_id: i64, period: Period, offset: FixedOffset) -> Result<(), ApiError> {
    match store.freeze_over(plan_id, period)? {
        Some(over) => Err(refused(format!("{}，不能改动", lock(&over, period, offset)))),
        None => Ok(()),
    }
}

/// Says that a period is frozen, or lies before a frozen one: 2026年3月已冻结（王芳，2026-04-05）.
pub(crate) fn lock(over: &Freeze, period: Period, offset: FixedOffset) -> String {
    match over.period == period {
        true => closed(over, offset),
        false => format!("{}，{}在它之前", closed(over, offset), period.zh()),
    }
}

/// Says by whom and when a period was frozen.
pub(crate) fn closed(freeze: &Freeze, offset: FixedOffset) -> String {
    format!("{}已冻结（{}，{}）", freeze.period.zh(), freeze.who, day(freeze.at, offset))
}

/// Makes the ledger's refusal to take an operation back one that says when the period was frozen.
pub(crate) fn replay_refused(error: store::Error, offset: FixedOffset) -> ApiError {
    match error {
        store::Error::Frozen { period, who, at } => {
            let when = day(at, offset);
            refused(format!("{}已冻结（{who}，{when}），这一步改的是已经锁住的填报，不能撤销或恢复", period.zh()))
        }
        error => error.into(),
    }
}

/// Refuses what a frozen period does not allow.
pub(crate) fn refused(message: String) -> ApiError {
    ApiError { kind: ErrorKind::Conflict, message, hint: Some(HINT.to_owned()) }
}
