//! Why a cell is not taken.

use super::compare::Compared;
use crate::ApiError;
use crate::locks::lock;
use crate::wire::{MergeItem, Outcome};
use chrono::FixedOffset;
use domain::{Passage, Period};
use store::Store;
use workbook::{ProblemCode, RejectCode, RowId};

/// A code for scripts and a sentence for a person.
pub(crate) struct Refusal {
    pub(crate) code: &'static str,
    pub(crate) message: String,
}

/// A row with a good id that this workbook was not sent with.
pub(crate) const ROW_UNKNOWN: (&str, &str) = ("row_unknown", "发出的表里没有这一行，不会采用");
/// A numerator or denominator where only a value is asked for.
pub(crate) const NOT_ASKED: (&str, &str) = ("not_asked", "这个指标不用填分子分母，请把数填在“本期值”里");
/// One of numerator and denominator.
pub(crate) const HALF_RATIO: (&str, &str) = ("half_ratio", "分子和分母要同时填或同时清空，缺一不可");
/// A ratio of nothing.
pub(crate) const ZERO_DENOMINATOR: (&str, &str) = ("zero_denominator", "分母是0，算不出比率；没有发生时请留空并在备注里说明");

/// A text longer than is kept.
pub(crate) fn too_long(length: usize) -> Refusal {
    let message = format!("有{length}字，最多{}字，没有采用；请删减后再交，详细材料可以另附", Passage::LONGEST);
    Refusal { code: "too_long", message }
}

/// Of a package: an indicator or measure the plan here does not have.
pub(crate) const NOT_IN_PLAN: (&str, &str) = ("not_in_plan", "本台账的这份计划里没有这一项，不会采用；可能对方的计划不是最新下发的");
/// Of a package: an indicator with another unit of measure here.
pub(crate) const TERMS_DIFFER: (&str, &str) = ("terms_differ", "对方台账里这个指标的计量单位与本台账不同，没有采用；请重新下发计划后再报");
/// Of a package: a period outside the plan.
pub(crate) const OUTSIDE_PLAN: (&str, &str) = ("outside_plan", "期次不在计划期内，没有采用");

/// A row without a good id that is probably one of those sent: it waits for a person.
pub(crate) const PROPOSED: (&str, &str) =
    ("proposed", "该行没有可用的行编号，按序号和名称找到了可能的指标或任务，请在“待确认的行”里核对，确认后才采用");
/// A conflict: what an older return would set back.
pub(crate) const OLDER_RETURN: &str = "older_return";
/// A conflict: two returns of one unit differ.
pub(crate) const TWO_RETURNS: &str = "two_returns";

/// A cell of a period that was frozen since the workbook was sent.
const FROZEN: &str = "frozen";

impl From<(&'static str, &'static str)> for Refusal {
    fn from((code, message): (&'static str, &'static str)) -> Refusal {
        Refusal { code, message: message.to_owned() }
    }
}

impl From<ProblemCode> for Refusal {
    fn from(code: ProblemCode) -> Refusal {
        Refusal { code: code.code(), message: code.zh().to_owned() }
    }
}

impl From<RejectCode> for Refusal {
    fn from(code: RejectCode) -> Refusal {
        Refusal { code: code.code(), message: code.zh().to_owned() }
    }
}

impl Refusal {
    /// Returns why nothing can be taken for a period: it is frozen, or lies before a frozen one. None if it is open.
    pub(crate) fn of_frozen(store: &Store, plan: i64, period: Period, offset: FixedOffset) -> Result<Option<Refusal>, ApiError> {
        let over = store.freeze_over(plan, period)?;
        Ok(over
            .map(|over| Refusal {
                code: FROZEN, message: format!("{}，没有采用；要更正请先解冻并写明原因", lock(&over, period, offset))
            }))
    }

    /// Refuses for this reason what would change something.
    pub(crate) fn lock(&self, cells: &mut [Compared]) {
        for cell in cells.iter_mut().filter(|cell| matches!(cell.item.outcome, Outcome::Applied | Outcome::Conflict)) {
            self.write(&mut cell.item);
            cell.choice = None;
        }
    }

    /// Returns why a row with this id, which could not be placed, belongs nowhere.
    pub(crate) fn of_row(id: &RowId) -> Refusal {
        match id {
            RowId::Known(_) => ROW_UNKNOWN.into(),
            RowId::Missing => ProblemCode::RowWithoutId.into(),
            RowId::Damaged(_) => ProblemCode::RowIdDamaged.into(),
            RowId::Duplicate(_) => ProblemCode::RowIdDuplicate.into(),
            RowId::Reworded(_) => ProblemCode::RowReworded.into(),
        }
    }

    /// Makes an item rejected for this reason.
    pub(crate) fn write(&self, item: &mut MergeItem) {
        item.outcome = Outcome::Rejected;
        (item.code, item.message) = (Some(self.code.to_owned()), Some(self.message.clone()));
    }
}
