//! The return board.

use super::{UnitRef, wire};
use serde::{Deserialize, Serialize};

wire! {
    /// What was sent for a period, and what came back; during a preview, what the files in hand would make of it.
    pub struct Board {
        /// One row a unit that reports for the plan.
        pub units: Vec<BoardRow>,
        /// What to send to those whose workbook has not come back; empty where all have.
        pub chase: String,
    }

    /// A unit of the board.
    pub struct BoardRow {
        /// The unit.
        pub unit: UnitRef,
        /// Where it stands.
        pub state: BoardState,
        /// How many different returns answer the newest sending, merged or in hand.
        pub returns: u32,
        /// True if that rests on a file in hand that is not merged yet.
        pub in_hand: bool,
        /// When its workbook was last sent, if it was.
        pub sent_at: Option<String>,
        /// The workbook's file name.
        pub file: Option<String>,
        /// When a return that answers the newest sending was merged.
        pub returned_at: Option<String>,
        /// Who saved the newest return last, as the file says itself.
        pub saved_by: Option<String>,
        /// When it was saved last, as the file says itself.
        pub saved_at: Option<String>,
        /// Why what came is out of date or does not fit, or what else is worth knowing.
        pub note: Option<String>,
        /// How many values it has reported in the period.
        pub filled: u32,
        /// How many it should report.
        pub total: u32,
    }
}

/// Where a unit stands with its workbook of a period: exactly one of these.
///
/// Counted are returns merged and, during a preview, returns in hand. A file fits if it answers the newest sending to
/// the unit for the period, names no other unit or period, has rows that could be placed, and is not older than a return
/// already merged. The same bytes twice are one return.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum BoardState {
    /// 未发: no workbook was sent to it.
    Unsent,
    /// 未回: nothing came back.
    Out,
    /// 已回: one return that fits.
    Back,
    /// 重复: more than one return that fits.
    Twice,
    /// 过期: what came answers an earlier sending, or is older than what was merged; nothing that fits came.
    Outdated,
    /// 不符: what came names another unit or period, disagrees with itself about where it belongs, could not be read as a
    /// form, or has no row that could be placed; nothing that fits came. It goes before 过期.
    Mismatch,
}

impl BoardState {
    /// Returns true if the unit has done its part.
    pub fn is_back(self) -> bool {
        matches!(self, BoardState::Back | BoardState::Twice)
    }
}
