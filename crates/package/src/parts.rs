//! The file: a zip of a few parts with known names, each with its checksum.

use crate::check;
use crate::content::{Content, File, Kind, Package, Probe};
use crate::error::Error;
use crate::{Cover, FORMAT};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::io::{Cursor, Read, Seek, Write};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

pub(crate) const CONTENT: &str = "content.json";
pub(crate) const SUMMARY: &str = "摘要.txt";
pub(crate) const LEDGER: &str = "台账.yaodian";
pub(crate) const SUMS: &str = "sha256.txt";

const MB: u64 = 1 << 20;
const LARGEST_FILE: u64 = 50 * MB;
/// What a part may come to when unpacked, counted on the bytes that really come out.
pub(crate) const LARGEST_PART: u64 = 128 * MB;
const MOST_PARTS: usize = 64;

/// Returns true if a file is a package, whole or not: it begins as a zip and names the part every package has.
pub fn looks_like(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK") && ZipArchive::new(Cursor::new(bytes)).is_ok_and(|zip| zip.index_for_name(CONTENT).is_some())
}

/// Returns the bytes of a package.
///
/// # Errors
/// [`Error::Content`] for what [`read`] would refuse, [`Error::Io`] never in practice.
pub fn write(package: &Package, summary: &str) -> Result<Vec<u8>, Error> {
    let (plan, report) = match &package.content {
        Content::Plan(plan) => (Some((**plan).clone()), None),
        Content::Report(report) => (None, Some(report.clone())),
    };
    let file = File { cover: package.cover.clone(), plan, report, handover: None };
    checked(&file)?;
    let mut parts = Parts::new(Cursor::new(Vec::new()));
    parts.add(CONTENT, &mut json(&file)?.as_slice())?;
    parts.add(SUMMARY, &mut with_mark(summary).as_bytes())?;
    Ok(parts.finish()?.into_inner())
}

/// Returns what a package says; it is whole, of bearable size, and its references hold.
///
/// # Errors
/// What is wrong with it; [`Error::OtherKind`] for a hand-over package.
pub fn read(bytes: &[u8]) -> Result<Package, Error> {
    if !bytes.starts_with(b"PK") {
        return Err(Error::NotAPackage);
    }
    if bytes.len() as u64 > LARGEST_FILE {
        return Err(Error::TooLarge(format!("文件有 {} MB，最多 {} MB", bytes.len() as u64 / MB, LARGEST_FILE / MB)));
    }
    let mut zip = open(Cursor::new(bytes), &|name| [CONTENT, SUMMARY].contains(&name))?;
    let sums = sums(&mut zip)?;
    let content = part(&mut zip, CONTENT, &sums)?;
    part(&mut zip, SUMMARY, &sums)?;
    let file = parse(&content)?;
    let content = match (file.cover.kind, file.plan, file.report, file.handover) {
        (Kind::Plan, Some(plan), None, None) => Content::Plan(Box::new(plan)),
        (Kind::Unit, None, Some(report), None) => Content::Report(report),
        _ => return Err(Error::Content("内容与所说的种类不符".to_owned())),
    };
    Ok(Package { cover: file.cover, content })
}

/// Returns what kind of package a file says it is; whether the rest of it holds is for reading it to find out.
///
/// # Errors
/// What is wrong with it.
pub fn kind_of(mut from: impl Read + Seek) -> Result<Kind, Error> {
    let mut begin = [0; 2];
    if from.read_exact(&mut begin).is_err() || begin != *b"PK" {
        return Err(Error::NotAPackage);
    }
    let mut zip = open(from, &|_| true)?;
    let sums = sums(&mut zip)?;
    Ok(parse(&part(&mut zip, CONTENT, &sums)?)?.cover.kind)
}

/// Opens the zip and lets through what has the right parts and no other.
pub(crate) fn open<R: Read + Seek>(from: R, allowed: &dyn Fn(&str) -> bool) -> Result<ZipArchive<R>, Error> {
    let zip = ZipArchive::new(from).map_err(|error| Error::Damaged(error.to_string()))?;
    if zip.index_for_name(CONTENT).is_none() {
        return Err(Error::NotAPackage);
    }
    if zip.len() > MOST_PARTS {
        return Err(Error::TooLarge(format!("有{}个部件", zip.len())));
    }
    if zip.has_duplicate_names() {
        return Err(Error::Unsafe("部件重名".to_owned()));
    }
    if zip.index_for_name(LEDGER).is_some() && !allowed(LEDGER) {
        return Err(Error::OtherKind(Kind::Handover.zh()));
    }
    for name in zip.file_names() {
        let name = name.map_err(|error| Error::Damaged(error.to_string()))?;
        if name != SUMS && !allowed(&name) {
            return Err(Error::Unsafe(format!("部件“{}”", name.chars().take(80).collect::<String>())));
        }
    }
    Ok(zip)
}

/// Returns the checksum of every part by name, as `sha256sum -c` reads them; each part has one.
pub(crate) fn sums<R: Read + Seek>(zip: &mut ZipArchive<R>) -> Result<BTreeMap<String, String>, Error> {
    let text = String::from_utf8(bytes(zip, SUMS)?).map_err(|_| Error::Damaged("校验码读不出来".to_owned()))?;
    let line = |line: &str| line.split_once("  ").map(|(sum, name)| (name.to_owned(), sum.to_owned()));
    let sums: BTreeMap<String, String> = text.lines().filter_map(line).collect();
    for name in zip.file_names() {
        let name = name.map_err(|error| Error::Damaged(error.to_string()))?;
        if name != SUMS && !sums.contains_key(&*name) {
            return Err(Error::Damaged(format!("“{name}”没有校验码")));
        }
    }
    Ok(sums)
}

/// Returns a part whose checksum holds.
pub(crate) fn part<R: Read + Seek>(zip: &mut ZipArchive<R>, name: &str, sums: &BTreeMap<String, String>) -> Result<Vec<u8>, Error> {
    let bytes = bytes(zip, name)?;
    if sums.get(name) != Some(&hex(&Sha256::digest(&bytes))) {
        return Err(Error::Damaged(format!("“{name}”与校验码不符")));
    }
    Ok(bytes)
}

fn bytes<R: Read + Seek>(zip: &mut ZipArchive<R>, name: &str) -> Result<Vec<u8>, Error> {
    let lost = || Error::Damaged(format!("缺“{name}”"));
    let at = zip.index_for_name(name).ok_or_else(lost)?;
    let file = zip.by_index(at).map_err(|error| Error::Damaged(error.to_string()))?;
    let mut bytes = Vec::new();
    file.take(LARGEST_PART + 1).read_to_end(&mut bytes).map_err(|error| Error::Damaged(format!("“{name}”解不开：{error}")))?;
    if bytes.len() as u64 > LARGEST_PART {
        return Err(Error::TooLarge(format!("“{name}”展开后超过 {} MB", LARGEST_PART / MB)));
    }
    Ok(bytes)
}

/// Reads `content.json` by type, and checks that what it says can be so.
pub(crate) fn parse(content: &[u8]) -> Result<File, Error> {
    let wrong = |error: serde_json::Error| Error::Content(format!("第{}行读不出来", error.line()));
    let Probe { cover } = serde_json::from_slice(content).map_err(wrong)?;
    if cover.format > FORMAT {
        return Err(Error::Newer { found: cover.format, known: FORMAT });
    }
    let file: File = serde_json::from_slice(content).map_err(wrong)?;
    checked(&file)?;
    Ok(file)
}

fn checked(file: &File) -> Result<(), Error> {
    check::cover(&file.cover)?;
    file.plan.iter().try_for_each(check::plan)?;
    file.report.iter().try_for_each(check::report)?;
    file.handover.iter().try_for_each(check::handover)
}

pub(crate) fn json(file: &File) -> Result<Vec<u8>, Error> {
    // Line by line, so that a person can look at it and an error can name its line.
    serde_json::to_vec_pretty(file).map_err(|error| Error::Content(error.to_string()))
}

/// Returns a text as Windows' editor knows its encoding and lines.
pub(crate) fn with_mark(summary: &str) -> String {
    format!("\u{feff}{}", summary.replace('\n', "\r\n"))
}

/// A package being written.
pub(crate) struct Parts<W: Write + Seek> {
    zip: ZipWriter<W>,
    sums: Vec<(String, String)>,
}

impl<W: Write + Seek> Parts<W> {
    pub fn new(to: W) -> Parts<W> {
        Parts { zip: ZipWriter::new(to), sums: Vec::new() }
    }

    pub fn add(&mut self, name: &str, from: &mut impl Read) -> Result<(), Error> {
        // The same content gives the same bytes, whatever the clock says.
        let options = SimpleFileOptions::default().large_file(true);
        self.zip.start_file(name, options).map_err(|error| Error::Io(error.to_string()))?;
        let mut hash = Sha256::new();
        let mut buffer = vec![0; 1 << 16];
        loop {
            let read = from.read(&mut buffer)?;
            if read == 0 {
                break;
            }
            hash.update(&buffer[..read]);
            self.zip.write_all(&buffer[..read])?;
        }
        self.sums.push((name.to_owned(), hex(&hash.finalize())));
        Ok(())
    }

    pub fn finish(mut self) -> Result<W, Error> {
        let sums: String = self.sums.iter().map(|(name, sum)| format!("{sum}  {name}\n")).collect();
        self.zip.start_file(SUMS, SimpleFileOptions::default()).map_err(|error| Error::Io(error.to_string()))?;
        self.zip.write_all(sums.as_bytes())?;
        self.zip.finish().map_err(|error| Error::Io(error.to_string()))
    }
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Returns the cover of a file that has been opened as a zip.
pub(crate) fn cover_of(kind: Kind, file: &File) -> Result<Cover, Error> {
    if file.cover.kind == kind { Ok(file.cover.clone()) } else { Err(Error::OtherKind(file.cover.kind.zh())) }
}
