//! What the columns of tables made elsewhere hold, kept by their headings.

use crate::error::Result;
use crate::open::Store;
use crate::transact::Writer;

impl Store {
    /// Returns what the columns under these headings (JSON) hold (JSON), if it was kept.
    ///
    /// # Errors
    /// What the file has to say.
    pub fn layout(&self, headings: &str) -> Result<Option<String>> {
        self.row("SELECT roles FROM layout WHERE headings = ?1", [headings], |row| row.get("roles"))
    }
}

impl Writer<'_> {
    /// Keeps what the columns under these headings hold, or forgets it. What is kept so already is not written again.
    ///
    /// # Errors
    /// [`crate::Error::Refused`], or what the file has to say.
    pub fn keep_layout(&self, headings: &str, roles: Option<&str>, at: i64) -> Result<()> {
        match roles {
            Some(roles) => self.execute(include_str!("sql/keep_layout.sql"), (headings, roles, at))?,
            None => self.execute("DELETE FROM layout WHERE headings = ?1", [headings])?,
        };
        Ok(())
    }
}
