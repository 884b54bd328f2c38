//! Workbooks that came back, and the cells that could not be taken as they were.

use crate::error::Result;
use crate::open::Store;
use crate::row::{self, Stored};
use crate::transact::Writer;
use rusqlite::Row;

/// A workbook that came back.
#[derive(Clone, Debug, PartialEq)]
pub struct Return {
    /// The exchange it belongs to, if it is known.
    pub exchange_id: Option<i64>,
    /// The file's name.
    pub file_name: String,
    /// The SHA-256 of its bytes, in hex.
    pub sha256: String,
    /// When it was merged, in milliseconds since 1970.
    pub received_at: i64,
    /// What became of it.
    pub status: ReturnStatus,
    /// Who saved it last, as it says itself.
    pub saved_by: Option<String>,
    /// When it was saved last, as it says itself, in milliseconds since 1970.
    pub saved_at: Option<i64>,
    /// What in it names another unit or period than was sent, or does not fit at all; none if it fits.
    pub mismatch: Option<String>,
}

/// A cell that could not be taken as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issue {
    /// The sheet's name.
    pub sheet: String,
    /// The row, as the spreadsheet numbers it.
    pub row: u32,
    /// The column's letter.
    pub column: String,
    /// What was typed there.
    pub typed: String,
    /// The reason.
    pub code: String,
}

/// What became of a workbook that came back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ReturnStatus {
    /// Read and compared.
    Read,
    /// Read before, the same to the byte.
    Repeated,
    /// Of an earlier sending than the last one (过期).
    Outdated,
    /// Not to be read.
    Refused,
    /// A workbook this ledger has not sent.
    Unknown,
}

impl ReturnStatus {
    /// Every status.
    pub const ALL: [ReturnStatus; 5] =
        [ReturnStatus::Read, ReturnStatus::Repeated, ReturnStatus::Outdated, ReturnStatus::Refused, ReturnStatus::Unknown];

    /// Returns the word used in JSON and in the ledger.
    pub fn code(self) -> &'static str {
        match self {
            ReturnStatus::Read => "read",
            ReturnStatus::Repeated => "repeated",
            ReturnStatus::Outdated => "outdated",
            ReturnStatus::Refused => "refused",
            ReturnStatus::Unknown => "unknown",
        }
    }

    /// Returns the status a code names.
    pub fn from_code(code: &str) -> Option<ReturnStatus> {
        ReturnStatus::ALL.into_iter().find(|status| status.code() == code)
    }
}

impl Return {
    fn from_row(row: &Row<'_>) -> rusqlite::Result<Return> {
        Ok(Return {
            exchange_id: row.get("exchange_id")?,
            file_name: row.get("file_name")?,
            sha256: row.get("sha256")?,
            received_at: row.get("received_at")?,
            status: row::code(row, "status", ReturnStatus::from_code)?,
            saved_by: row.get("saved_by")?,
            saved_at: row.get("saved_at")?,
            mismatch: row.get("mismatch")?,
        })
    }
}

impl Issue {
    fn from_row(row: &Row<'_>) -> rusqlite::Result<Issue> {
        Ok(Issue {
            sheet: row.get("sheet")?,
            row: row.get("row")?,
            column: row.get("column")?,
            typed: row.get("typed")?,
            code: row.get("code")?,
        })
    }
}

impl Store {
    /// Returns the workbooks that came back for a plan, newest first.
    ///
    /// # Errors
    /// What the file has to say.
    pub fn returns(&self, plan_id: i64) -> Result<Vec<Stored<Return>>> {
        self.rows(include_str!("sql/returns.sql"), [plan_id], Stored::from_row(Return::from_row))
    }

    /// Returns the workbook with these bytes that was read and compared before, if any.
    ///
    /// # Errors
    /// What the file has to say.
    pub fn return_by_sha256(&self, sha256: &str) -> Result<Option<Stored<Return>>> {
        self.row(include_str!("sql/return_by_sha256.sql"), [sha256], Stored::from_row(Return::from_row))
    }

    /// Returns the cells of a returned workbook that could not be taken as they were.
    ///
    /// # Errors
    /// What the file has to say.
    pub fn issues(&self, return_id: i64) -> Result<Vec<Issue>> {
        self.rows(
            "SELECT sheet, row, column, typed, code FROM exchange_issue WHERE return_id = ?1 ORDER BY id",
            [return_id],
            Issue::from_row,
        )
    }
}

impl Writer<'_> {
    /// Records a workbook that came back.
    ///
    /// # Errors
    /// [`crate::Error::Refused`], or what the file has to say.
    pub fn insert_return(&self, new: &Return, issues: &[Issue]) -> Result<i64> {
        let id = self.insert(
            include_str!("sql/insert_return.sql"),
            (new.exchange_id, &new.file_name, &new.sha256, new.received_at, new.status.code(), &new.saved_by, new.saved_at, &new.mismatch),
        )?;
        for issue in issues {
            self.insert(
                "INSERT INTO exchange_issue (return_id, sheet, row, column, typed, code) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                (id, &issue.sheet, issue.row, &issue.column, &issue.typed, &issue.code),
            )?;
        }
        Ok(id)
    }
}
