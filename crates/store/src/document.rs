//! Documents as received, and their cleaned text.

use crate::error::Result;
use crate::open::Store;
use crate::row::{self, Stored};
use crate::transact::Writer;
use domain::Uid;
use rusqlite::Row;
use sha2::{Digest, Sha256};

/// A document; its bytes are read on their own ([`Store::content`]).
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// Its name outside the ledger.
    pub uid: Uid,
    /// The file's name.
    pub name: String,
    /// What it was read as: text, docx, html.
    pub format: String,
    /// The SHA-256 of its bytes, in hex.
    pub sha256: String,
    /// The text that spans refer to.
    pub cleaned: String,
    /// When it was received, in milliseconds since 1970.
    pub received_at: i64,
}

impl Document {
    fn from_row(row: &Row<'_>) -> rusqlite::Result<Document> {
        Ok(Document {
            uid: row::uid(row, "uid")?,
            name: row.get("name")?,
            format: row.get("format")?,
            sha256: row.get("sha256")?,
            cleaned: row.get("cleaned")?,
            received_at: row.get("received_at")?,
        })
    }
}

impl Store {
    /// Returns a document.
    ///
    /// # Errors
    /// What the file has to say.
    pub fn document(&self, id: i64) -> Result<Option<Stored<Document>>> {
        self.row(
            "SELECT id, uid, name, format, sha256, cleaned, received_at FROM document WHERE id = ?1",
            [id],
            Stored::from_row(Document::from_row),
        )
    }

    /// Returns the newest document with this content, to tell that a file was imported before.
    ///
    /// # Errors
    /// What the file has to say.
    pub fn document_by_sha256(&self, sha256: &str) -> Result<Option<Stored<Document>>> {
        self.row(
            "SELECT id, uid, name, format, sha256, cleaned, received_at FROM document WHERE sha256 = ?1 ORDER BY id DESC LIMIT 1",
            [sha256],
            Stored::from_row(Document::from_row),
        )
    }

    /// Returns the bytes of a document or draft, to the byte as received.
    ///
    /// # Errors
    /// What the file has to say.
    pub fn content(&self, sha256: &str) -> Result<Option<Vec<u8>>> {
        self.row("SELECT content FROM original WHERE sha256 = ?1", [sha256], |row| row.get("content"))
    }
}

impl Writer<'_> {
    /// Adds a document with its bytes; `document.sha256` is computed here and whatever it holds is ignored.
    ///
    /// # Errors
    /// What the file has to say.
    pub fn insert_document(&self, document: &Document, content: &[u8]) -> Result<i64> {
        let sha256 = self.keep_content(content)?;
        self.insert(
            "INSERT INTO document (uid, name, format, sha256, cleaned, received_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            (document.uid.to_string(), &document.name, &document.format, sha256, &document.cleaned, document.received_at),
        )
    }

    /// Keeps bytes under their SHA-256, once however often they come.
    pub(crate) fn keep_content(&self, content: &[u8]) -> Result<String> {
        let sha256 = sha256(content);
        self.execute("INSERT INTO original (sha256, content) VALUES (?1, ?2) ON CONFLICT (sha256) DO NOTHING", (&sha256, content))?;
        Ok(sha256)
    }
}

/// Returns the SHA-256 of some bytes, in hex.
pub fn sha256(content: &[u8]) -> String {
    hex(&Sha256::digest(content))
}

/// Returns bytes in lower-case hex.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
