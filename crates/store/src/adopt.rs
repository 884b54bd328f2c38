//! Taking over a ledger somebody else made: looked at, then written anew row by row, never used as it came.

use crate::check::Problem;
use crate::error::{Error, Result};
use crate::open::{OpenMode, Store, aside, create_private, put_in_place, remove};
use std::path::Path;

impl Store {
    /// Makes a new ledger at `path` of the one at `received`, whose file stays as it is.
    ///
    /// The file is brought to this program's version on the way, must have this program's tables and no others, hold
    /// together, and is then read row by row into a file of our own, whose content is proven equal.
    ///
    /// # Errors
    /// [`Error::Exists`] if there is such a file, [`Error::NotALedger`], [`Error::Newer`], [`Error::Damaged`], or what
    /// the disk has to say.
    pub fn adopt(received: &Path, path: &Path) -> Result<()> {
        if path.exists() {
            return Err(Error::Exists(path.to_owned()));
        }
        let aside = aside(path, "adopt");
        // Left over from a taking over that was cut short.
        remove(&aside);
        let adopted = adopt_aside(received, &aside).and_then(|()| put_in_place(&aside, path));
        if adopted.is_err() {
            remove(&aside);
        }
        adopted
    }
}

fn adopt_aside(received: &Path, aside: &Path) -> Result<()> {
    // Opened for writing, because one of an earlier version has to be brought up to ours first.
    let received = Store::open(received, OpenMode::Write)?;
    let problems = received.check()?;
    if !problems.is_empty() {
        let said: Vec<String> = problems.iter().take(3).map(Problem::to_string).collect();
        return Err(Error::Damaged(said.join("；")));
    }
    let ours = received.state_hash()?;
    create_private(aside)?;
    // Every row is read and written anew; whatever else lay in the pages stays behind.
    received.db.execute("VACUUM INTO ?1", [aside.to_str().ok_or_else(|| Error::Unreadable(aside.to_owned()))?])?;
    let copy = Store::open(aside, OpenMode::Read)?;
    if copy.state_hash()? != ours || !copy.check()?.is_empty() {
        return Err(Error::Damaged("移交的台账抄写后对不上".to_owned()));
    }
    copy.db.close().map_err(|(_, error)| Error::from(error))
}
