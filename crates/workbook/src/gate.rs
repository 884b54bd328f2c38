//! The gate: what a file must be before anything reads it as a workbook.
//!
//! Sizes are counted on the bytes that really come out, for declared sizes and ratios lie.

use crate::Error;
use crate::magic::{self, Container};
use crate::sheet_scan;
use quick_xml::events::{BytesStart, Event};
use std::collections::HashSet;
use std::io::{Cursor, Read};
use zip::ZipArchive;
use zip::result::ZipError;

const MB: usize = 1 << 20;
const LARGEST_FILE: usize = 50 * MB;
const MOST_ENTRIES: usize = 2_000;
const LARGEST_PART: usize = 64 * MB;
const LARGEST_TOTAL: usize = 256 * MB;

/// A format that is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Excel since 2007.
    Xlsx {
        /// Whether a part may hold formulas; looking for those that were saved without a result takes as long as reading.
        formulas: bool,
    },
    /// OpenDocument, as LibreOffice and some office suites save it.
    Ods,
    /// Excel 97–2003.
    Xls,
    /// Perhaps comma separated values: whether it is a table is for its reader to say.
    Text,
}

/// Lets a file through that is a workbook of bearable size, and says which format it is.
///
/// # Errors
/// What the file is instead, or what about it is too large or unsafe.
pub fn check(bytes: &[u8]) -> Result<Kind, Error> {
    if bytes.len() > LARGEST_FILE {
        return Err(Error::TooLarge(format!("文件有 {} MB，最多 {} MB", bytes.len() / MB, LARGEST_FILE / MB)));
    }
    match magic::check(bytes)? {
        Container::Ole => return Ok(Kind::Xls),
        Container::Text => return Ok(Kind::Text),
        Container::Zip => {}
    }
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(broken)?;
    let is_open_document = check_names(&zip)?;
    let formulas = check_parts(&mut zip)?;
    Ok(if is_open_document { Kind::Ods } else { Kind::Xlsx { formulas } })
}

/// Returns true for OpenDocument, false for Excel.
fn check_names(zip: &ZipArchive<Cursor<&[u8]>>) -> Result<bool, Error> {
    if zip.len() > MOST_ENTRIES {
        return Err(Error::TooLarge(format!("内含 {} 个部件，最多 {MOST_ENTRIES} 个", zip.len())));
    }
    let mut seen = HashSet::new();
    for name in zip.file_names() {
        let name = name.map_err(broken)?.replace('\\', "/").to_ascii_lowercase();
        if name.starts_with('/') || name.contains(':') || name.contains('\0') || name.split('/').any(|part| part == "..") {
            return Err(Error::Unsafe(format!("部件名“{name}”越出文件之外")));
        }
        if !seen.insert(name.clone()) {
            return Err(Error::Unsafe(format!("部件“{name}”重复")));
        }
    }
    if zip.has_duplicate_names() {
        return Err(Error::Unsafe("部件重名".into()));
    }
    if magic::is_open_document(&seen) {
        return if seen.contains("encrypted-package") { Err(Error::PasswordProtected) } else { Ok(true) };
    }
    if !seen.contains("[content_types].xml") || !seen.iter().any(|name| name.ends_with(".rels")) {
        return Err(magic::other_container(&seen));
    }
    // The workbook itself may have any name; calamine follows the relationships. What is surely another format is named.
    match magic::known_container(&seen) {
        Some(error) => Err(error),
        None => Ok(false),
    }
}

/// Returns whether a part may hold formulas.
fn check_parts(zip: &mut ZipArchive<Cursor<&[u8]>>) -> Result<bool, Error> {
    let (mut total, mut formulas) = (0, false);
    let mut part = Vec::new();
    for index in 0..zip.len() {
        let file = zip.by_index(index).map_err(broken)?;
        let name = file.name().map_err(broken)?.into_owned();
        part.clear();
        let read = file.take(LARGEST_PART as u64 + 1).read_to_end(&mut part);
        read.map_err(|error| Error::Broken(format!("部件“{name}”解不开：{error}")))?;
        total += part.len();
        if part.len() > LARGEST_PART {
            return Err(Error::TooLarge(format!("部件“{name}”展开后超过 {} MB", LARGEST_PART / MB)));
        }
        if total > LARGEST_TOTAL {
            return Err(Error::TooLarge(format!("展开后超过 {} MB", LARGEST_TOTAL / MB)));
        }
        check_xml(&name, &part)?;
        formulas = formulas || names_a_formula(&part);
    }
    Ok(formulas)
}

/// Returns true where an element `f` may begin, with a prefix or without. What only looks like one costs time and nothing else.
fn names_a_formula(part: &[u8]) -> bool {
    part.windows(3).any(|at| at[1] == b'f' && matches!(at[0], b'<' | b':') && matches!(at[2], b'>' | b'/' | b' ' | b'\t' | b'\r' | b'\n'))
}

/// Looks through an XML part: a sheet to its end, others as far as their first element.
fn check_xml(name: &str, part: &[u8]) -> Result<(), Error> {
    if part.starts_with(&[0xff, 0xfe]) || part.starts_with(&[0xfe, 0xff]) || part.starts_with(b"<\0") || part.starts_with(b"\0<") {
        return Err(Error::Unsafe(format!("部件“{name}”用了少见的文字编码")));
    }
    if name.eq_ignore_ascii_case("META-INF/manifest.xml") && part.windows(15).any(|window| window == b"encryption-data") {
        return Err(Error::PasswordProtected);
    }
    let text = part.strip_prefix(b"\xef\xbb\xbf").unwrap_or(part).trim_ascii_start();
    if !text.starts_with(b"<") {
        return Ok(());
    }
    let is_strings = name.to_ascii_lowercase().ends_with("sharedstrings.xml");
    let mut xml = quick_xml::Reader::from_reader(text);
    xml.config_mut().check_end_names = false;
    loop {
        match xml.read_event() {
            Ok(Event::DocType(_)) => return Err(Error::Unsafe(format!("部件“{name}”里有 DOCTYPE 声明"))),
            Ok(Event::Start(element) | Event::Empty(element)) => match element.local_name().as_ref() {
                "sst" => return check_string_count(name, &element, part.len()),
                "worksheet" => return sheet_scan::check(name, xml),
                _ if is_strings => {}
                _ => return Ok(()),
            },
            // A part that is no good XML is for the reader proper to complain about, if it is used at all.
            Ok(Event::Eof) | Err(_) => return Ok(()),
            Ok(_) => {}
        }
    }
}

/// The reader reserves room for as many strings as are announced.
fn check_string_count(name: &str, element: &BytesStart<'_>, bytes: usize) -> Result<(), Error> {
    let lie = || Error::Unsafe(format!("部件“{name}”所报的文字条数与内容不符"));
    for attribute in element.attributes() {
        let attribute = attribute.map_err(|_| lie())?;
        if attribute.key.local_name().as_ref() == "uniqueCount" {
            let count: usize = attribute.value.trim().parse().map_err(|_| lie())?;
            if count > bytes / 8 {
                return Err(lie());
            }
        }
    }
    Ok(())
}

fn broken(error: ZipError) -> Error {
    match error {
        ZipError::UnsupportedArchive(text) if text == ZipError::PASSWORD_REQUIRED => Error::PasswordProtected,
        ZipError::InvalidPassword => Error::PasswordProtected,
        other => Error::Broken(other.to_string()),
    }
}

#[cfg(test)]
mod tests;
