//! A copy of the whole ledger under another name.

use crate::error::{Error, Result};
use crate::open::{Store, aside, create_private, put_in_place, remove};
use crate::state::opening;
use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, OpenFlags};
use std::path::Path;

/// Pages a step: 16 MB.
const STEP: std::ffi::c_int = 4096;

impl Store {
    /// Copies the ledger as it is now, also while it is in use, and proves the copy before it gets its name.
    ///
    /// # Errors
    /// [`Error::Exists`] if there is such a file, [`Error::DiskFull`], or what the disk has to say.
    pub fn backup(&self, path: &Path) -> Result<()> {
        if path.exists() {
            return Err(Error::Exists(path.to_owned()));
        }
        let aside = aside(path, "backup");
        // Left over from a copy that was cut short.
        remove(&aside);
        let copied = self.copy_to(&aside).and_then(|()| put_in_place(&aside, path));
        if copied.is_err() {
            remove(&aside);
        }
        copied
    }

    fn copy_to(&self, path: &Path) -> Result<()> {
        create_private(path)?;
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let mut copy = Connection::open_with_flags(path, flags)?;
        // One read transaction, begun by the hash, so that copy and hash show the same state while others write.
        let _reading = self.db.unchecked_transaction()?;
        let ours = self.state_hash()?;
        {
            let backup = Backup::new(&self.db, &mut copy)?;
            loop {
                match backup.step(STEP)? {
                    StepResult::Done => break,
                    StepResult::More => {}
                    _ => return Err(Error::Locked),
                }
            }
        }
        let copy = Store { db: copy, path: path.to_owned(), read_only: true, shelf: Default::default(), opening: opening() };
        if copy.state_hash()? != ours {
            return Err(Error::Damaged("backup".to_owned()));
        }
        copy.db.close().map_err(|(_, error)| Error::from(error))
    }
}
