//! What a cell holds.

use crate::codes::RejectCode;
use domain::Amount;
use serde::{Deserialize, Serialize};

/// What a cell holds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Content {
    /// Nothing, or white space.
    Empty,
    /// A number, as stored: 0.8 where 80% is shown.
    Number(Amount),
    /// Words, dates, TRUE, numbers beyond what is kept.
    Text(String),
    /// A formula saved without its result: not a deletion.
    FormulaWithoutValue,
    /// #DIV/0! and its like.
    Error(String),
    /// Part of a merged area.
    Merged,
}

impl Content {
    /// Returns true if something was filled in: a cell that is part of a merged area holds nothing itself.
    pub fn is_filled(&self) -> bool {
        !matches!(self, Content::Empty | Content::Merged)
    }

    /// Returns why the content cannot be taken as it is, whatever the field.
    pub(crate) fn refused(&self) -> Option<RejectCode> {
        match self {
            Content::FormulaWithoutValue => Some(RejectCode::FormulaWithoutValue),
            Content::Error(_) => Some(RejectCode::ErrorValue),
            Content::Merged => Some(RejectCode::MergedCell),
            Content::Empty | Content::Number(_) | Content::Text(_) => None,
        }
    }
}
