//! Documents under review: work in progress that survives a restart.
//!
//! Saving a draft leaves no trace in the history; removing one does, so that undoing an import brings its draft back.

use crate::error::Result;
use crate::open::Store;
use crate::row::{self, Stored};
use crate::transact::Writer;
use domain::Uid;
use rusqlite::Row;

/// A document under review; its bytes are read by [`Store::content`].
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// Its name outside the ledger.
    pub uid: Uid,
    /// The file's name.
    pub name: String,
    /// The SHA-256 of the document's bytes, in hex.
    pub sha256: String,
    /// What was read and what a person corrected, as JSON.
    pub draft: String,
    /// When it was last saved, in milliseconds since 1970.
    pub updated_at: i64,
}

impl Draft {
    fn from_row(row: &Row<'_>) -> rusqlite::Result<Draft> {
        Ok(Draft {
            uid: row::uid(row, "uid")?,
            name: row.get("name")?,
            sha256: row.get("sha256")?,
            draft: row.get("draft")?,
            updated_at: row.get("updated_at")?,
        })
    }
}

/// A draft by its name, without the work in it.
#[derive(Clone, Debug, PartialEq)]
pub struct DraftName {
    /// Its name outside the ledger.
    pub uid: Uid,
    /// The file's name.
    pub name: String,
    /// The SHA-256 of the document's bytes, in hex.
    pub sha256: String,
    /// When it was last saved, in milliseconds since 1970.
    pub updated_at: i64,
}

impl DraftName {
    fn from_row(row: &Row<'_>) -> rusqlite::Result<DraftName> {
        Ok(DraftName { uid: row::uid(row, "uid")?, name: row.get("name")?, sha256: row.get("sha256")?, updated_at: row.get("updated_at")? })
    }
}

impl Store {
    /// Returns the names of all drafts, the last saved first.
    ///
    /// # Errors
    /// What the file has to say.
    pub fn draft_names(&self) -> Result<Vec<DraftName>> {
        self.rows("SELECT uid, name, sha256, updated_at FROM draft ORDER BY updated_at DESC, id DESC", [], DraftName::from_row)
    }

    /// Returns a draft.
    ///
    /// # Errors
    /// What the file has to say.
    pub fn draft(&self, uid: Uid) -> Result<Option<Stored<Draft>>> {
        self.row(
            "SELECT id, uid, name, sha256, draft, updated_at FROM draft WHERE uid = ?1",
            [uid.to_string()],
            Stored::from_row(Draft::from_row),
        )
    }

    /// Returns every draft, the last saved first.
    ///
    /// # Errors
    /// What the file has to say.
    pub fn drafts(&self) -> Result<Vec<Stored<Draft>>> {
        self.rows(
            "SELECT id, uid, name, sha256, draft, updated_at FROM draft ORDER BY updated_at DESC, id DESC",
            [],
            Stored::from_row(Draft::from_row),
        )
    }
}

impl Writer<'_> {
    /// Begins a draft with the document's bytes; `draft.sha256` is computed here and whatever it holds is ignored.
    ///
    /// # Errors
    /// [`crate::Error::Refused`], or what the file has to say.
    pub fn insert_draft(&self, draft: &Draft, content: &[u8]) -> Result<i64> {
        let sha256 = self.keep_content(content)?;
        self.insert(
            "INSERT INTO draft (uid, name, sha256, draft, updated_at) VALUES (?1, ?2, ?3, ?4, ?5)",
            (draft.uid.to_string(), &draft.name, sha256, &draft.draft, draft.updated_at),
        )
    }

    /// Saves the corrections of the draft of that name; returns false if there is none.
    ///
    /// # Errors
    /// [`crate::Error::Refused`], or what the file has to say.
    pub fn save_draft(&self, uid: Uid, draft: &str, at: i64) -> Result<bool> {
        let saved = self.execute("UPDATE draft SET draft = ?2, updated_at = ?3 WHERE uid = ?1", (uid.to_string(), draft, at))?;
        Ok(saved > 0)
    }

    /// Removes a draft, when it is imported or given up; returns false if there is none.
    ///
    /// # Errors
    /// What the file has to say.
    pub fn delete_draft(&self, uid: Uid) -> Result<bool> {
        Ok(self.execute("DELETE FROM draft WHERE uid = ?1", [uid.to_string()])? > 0)
    }
}
