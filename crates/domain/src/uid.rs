//! Names that leave the ledger.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// A name that stays the same in every ledger, file and export: a UUID, version 7 when made here.
///
/// Sorted by text, newer ones come later.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, ts_rs::TS)]
#[ts(as = "String")]
pub struct Uid(uuid::Uuid);

impl Uid {
    /// Returns a version 7 name from the time (milliseconds since 1970) and ten random bytes.
    pub fn new(unix_millis: u64, random: [u8; 10]) -> Uid {
        Uid(uuid::Builder::from_unix_timestamp_millis(unix_millis, &random).into_uuid())
    }
}

impl fmt::Display for Uid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.hyphenated().fmt(f)
    }
}

impl fmt::Debug for Uid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Uid {
    type Err = uuid::Error;

    fn from_str(text: &str) -> Result<Uid, uuid::Error> {
        uuid::Uuid::try_parse(text.trim()).map(Uid)
    }
}
