//! A hand-over package: a whole ledger, workbooks of it, what it has and the checksum of each.

use crate::content::{Cover, File, HandoverContent, Kind};
use crate::error::Error;
use crate::parts::{CONTENT, LEDGER, Parts, SUMMARY, cover_of, hex, json, open, parse, part, sums, with_mark};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::io::{Read, Seek, Write};
use zip::ZipArchive;

const WORKBOOK: &str = "全量导出";
/// No ledger grows to this; a zip can claim to.
const LARGEST_LEDGER: u64 = 8 << 30;

/// Writes a hand-over package; nothing is held in memory but the workbooks.
///
/// # Errors
/// [`Error::Content`], or what the disk has to say.
pub fn write_handover(
    to: impl Write + Seek,
    cover: &Cover,
    content: &HandoverContent,
    summary: &str,
    mut ledger: impl Read,
    workbooks: &[Vec<u8>],
) -> Result<(), Error> {
    let file = File { cover: cover.clone(), plan: None, report: None, handover: Some(content.clone()) };
    let mut parts = Parts::new(to);
    parts.add(CONTENT, &mut json(&file)?.as_slice())?;
    parts.add(SUMMARY, &mut with_mark(summary).as_bytes())?;
    for (at, workbook) in workbooks.iter().enumerate() {
        parts.add(&format!("{WORKBOOK}{}.xlsx", at + 1), &mut workbook.as_slice())?;
    }
    parts.add(LEDGER, &mut ledger)?;
    parts.finish()?.flush()?;
    Ok(())
}

/// A hand-over package that was opened: what it says is checked, its ledger not yet.
pub struct Handover<R: Read + Seek> {
    /// What it is.
    pub cover: Cover,
    /// What it says of its ledger.
    pub content: HandoverContent,
    zip: ZipArchive<R>,
    sums: BTreeMap<String, String>,
}

impl<R: Read + Seek> Handover<R> {
    /// Opens a package and reads what it says.
    ///
    /// # Errors
    /// What is wrong with it; [`Error::OtherKind`] for a package of another kind.
    pub fn open(from: R) -> Result<Handover<R>, Error> {
        let mut zip = open(from, &|name| {
            [CONTENT, SUMMARY, LEDGER].contains(&name)
                || name.strip_prefix(WORKBOOK).and_then(|rest| rest.strip_suffix(".xlsx")).is_some_and(|n| n.parse::<u16>().is_ok())
        })?;
        let sums = sums(&mut zip)?;
        let file = parse(&part(&mut zip, CONTENT, &sums)?)?;
        let cover = cover_of(Kind::Handover, &file)?;
        let content = file.handover.ok_or_else(|| Error::Content("没有说明移交的台账".to_owned()))?;
        Ok(Handover { cover, content, zip, sums })
    }

    /// Returns what tells this package from any other: the checksum of its ledger.
    pub fn ledger_sum(&self) -> &str {
        self.sums.get(LEDGER).map_or("", String::as_str)
    }

    /// Unpacks the ledger. What was written is worth nothing unless this returns well.
    ///
    /// # Errors
    /// [`Error::Damaged`] where its checksum does not hold, or what the disk has to say.
    pub fn unpack_ledger(&mut self, to: &mut impl Write) -> Result<(), Error> {
        let at = self.zip.index_for_name(LEDGER).ok_or_else(|| Error::Damaged("没有台账".to_owned()))?;
        let file = self.zip.by_index(at).map_err(|error| Error::Damaged(error.to_string()))?;
        let mut file = file.take(LARGEST_LEDGER + 1);
        let (mut hash, mut buffer, mut total) = (Sha256::new(), vec![0; 1 << 16], 0);
        loop {
            let read = file.read(&mut buffer).map_err(|error| Error::Damaged(format!("台账解不开：{error}")))?;
            if read == 0 {
                break;
            }
            total += read as u64;
            if total > LARGEST_LEDGER {
                return Err(Error::TooLarge("台账展开后超过 8 GB".to_owned()));
            }
            hash.update(&buffer[..read]);
            to.write_all(&buffer[..read])?;
        }
        if self.sums.get(LEDGER) != Some(&hex(&hash.finalize())) {
            return Err(Error::Damaged("台账与校验码不符".to_owned()));
        }
        Ok(())
    }
}
