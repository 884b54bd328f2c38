//! One hash over everything the ledger holds but its history: equal states have equal hashes.

use crate::document::hex;
use crate::error::Result;
use crate::open::Store;
use crate::tables::TABLES;
use crate::triggers::columns;
use rusqlite::Params;
use rusqlite::types::ValueRef;
use sha2::{Digest, Sha256};

impl Store {
    /// Returns the hash of the ledger's state: every row of every table, history and drafts left out.
    ///
    /// # Errors
    /// What the file has to say.
    pub fn state_hash(&self) -> Result<String> {
        // One read transaction, so that a program writing meanwhile does not mix two states; within one already, that will do.
        let _reading = if self.db.is_autocommit() { Some(self.db.unchecked_transaction()?) } else { None };
        let mut hash = Sha256::new();
        for table in TABLES.iter().filter(|table| table.state) {
            text(&mut hash, table.name.as_bytes());
            let columns = columns(&self.db, table.name)?;
            let names: Vec<String> = columns.iter().map(|column| format!("\"{}\"", column.name)).collect();
            let key: Vec<&str> = columns.iter().zip(&names).filter(|(column, _)| column.key).map(|(_, name)| name.as_str()).collect();
            let sql = format!("SELECT {} FROM {} ORDER BY {}", names.join(", "), table.name, key.join(", "));
            self.add_rows(&mut hash, &sql, [])?;
        }
        Ok(hex(&hash.finalize()))
    }

    /// Adds every row of a query.
    pub(crate) fn add_rows(&self, hash: &mut Sha256, sql: &str, params: impl Params) -> Result<()> {
        let mut statement = self.db.prepare(sql)?;
        let columns = statement.column_count();
        let mut rows = statement.query(params)?;
        while let Some(row) = rows.next()? {
            hash.update(b"row");
            for index in 0..columns {
                value(hash, row.get_ref(index)?);
            }
        }
        Ok(())
    }
}

/// Adds a value so that no two different ones look alike: its type, its length, its bytes.
fn value(hash: &mut Sha256, value: ValueRef<'_>) {
    match value {
        ValueRef::Null => hash.update(b"n"),
        ValueRef::Integer(number) => {
            hash.update(b"i");
            hash.update(number.to_le_bytes());
        }
        ValueRef::Real(number) => {
            hash.update(b"r");
            hash.update(number.to_bits().to_le_bytes());
        }
        ValueRef::Text(bytes) | ValueRef::Blob(bytes) => text(hash, bytes),
    }
}

fn text(hash: &mut Sha256, bytes: &[u8]) {
    hash.update(b"t");
    hash.update((bytes.len() as u64).to_le_bytes());
    hash.update(bytes);
}
