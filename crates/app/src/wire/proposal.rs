//! Rows that have lost their ids: what they probably are, and what a person says they are.

use super::wire;
use domain::Uid;
use serde::{Deserialize, Serialize};

wire! {
    /// A file whose rows cannot all be placed by id.
    pub struct FileProposal {
        /// The file.
        pub file: String,
        /// Its place in the list of files, from 0.
        pub file_at: u32,
        /// The sendings it may answer, where it does not say; empty where it says.
        pub exchanges: Vec<ExchangeChoice>,
        /// The sending its rows are looked for in: what it says, what a person chose, or the only choice.
        pub exchange: Option<Uid>,
        /// The rows that hold something and have no good id.
        pub rows: Vec<RowProposal>,
    }

    /// A sending a file may answer.
    pub struct ExchangeChoice {
        /// The sending.
        pub exchange: Uid,
        /// The plan.
        pub plan: String,
        /// The unit.
        pub unit: String,
        /// The period in words.
        pub period: String,
        /// When it was sent.
        pub sent_at: String,
    }

    /// A row without a good id.
    pub struct RowProposal {
        /// Its key, for a confirmation.
        pub key: String,
        /// The sheet.
        pub sheet: String,
        /// The row, as the spreadsheet numbers it.
        pub row: u32,
        /// What it says of itself.
        pub words: RowWords,
        /// What is filled in, in words: 本期值 35.
        pub filled: String,
        /// How well the best candidate fits.
        pub fit: RowFit,
        /// The indicators it may be, or where it is told in the measures, the best first; none is chosen where more than one is.
        pub candidates: Vec<RowCandidate>,
        /// What a person said it is.
        pub confirmed: Option<Uid>,
    }

    /// What a row says of itself.
    pub struct RowWords {
        /// 序号.
        pub number: String,
        /// 重点任务; empty where the row is told in, which it names.
        pub measure: String,
        /// What names it: 指标, or where the row is told in 重点任务.
        pub indicator: String,
    }

    /// An indicator or measure a row may be.
    pub struct RowCandidate {
        /// The indicator, or where the row is told in the measure.
        pub indicator: Uid,
        /// What was sent in its row.
        pub words: RowWords,
        /// True if another row of the file has been taken for it already.
        pub taken: bool,
    }

    /// What a person says of rows that have lost their ids; nothing is written by it.
    pub struct MergeConfirm {
        /// The file, by its place in the list.
        pub file_at: u32,
        /// The sending it answers; none to leave that as it is.
        pub exchange: Option<Uid>,
        /// What its rows are.
        pub rows: Vec<ConfirmedRow>,
    }

    /// What a row is.
    pub struct ConfirmedRow {
        /// The row's key.
        pub key: String,
        /// The indicator, or where the row is told in the measure; none takes a confirmation back.
        pub indicator: Option<Uid>,
    }
}

/// How well a row without an id fits an indicator or a measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum RowFit {
    /// Number and wording are the same, and nothing else comes into question.
    Exact,
    /// One is like it, but something differs: look before confirming.
    Similar,
    /// More than one comes into question.
    Several,
    /// None is like it.
    None,
}
