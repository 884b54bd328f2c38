//! The parts of an office document that is a zip: .docx, .xlsx, .ods. Real inflated sizes are counted, for declared ones lie.

use crate::Error;
use quick_xml::events::{BytesStart, Event};
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// The most a part may inflate to.
const LARGEST_PART: u64 = 64 << 20;
/// The most all parts read may inflate to together.
const LARGEST_TOTAL: u64 = 192 << 20;
/// The most parts a document may have.
const MOST_PARTS: usize = 2000;
/// The most relations of one part that are looked at.
const MOST_RELATIONS: usize = 10_000;

/// An open .docx, .xlsx or .ods.
pub struct Package<'a> {
    name: &'a str,
    zip: ZipArchive<Cursor<&'a [u8]>>,
    left: u64,
}

/// A relation from one part to another.
pub struct Relation {
    /// How the part names it.
    pub id: String,
    /// The last word of its type: `worksheet`, `footnotes`.
    pub kind: String,
    /// The path of the other part in the package.
    pub path: String,
}

impl<'a> Package<'a> {
    /// Opens a zip.
    pub fn open(name: &'a str, bytes: &'a [u8]) -> Result<Package<'a>, Error> {
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| damaged(name, "压缩结构不完整，可能没有下载或复制完"))?;
        if zip.len() > MOST_PARTS {
            return Err(Error::TooLarge { name: name.to_owned(), what: format!("里面有{}个部件", zip.len()) });
        }
        Ok(Package { name, zip, left: LARGEST_TOTAL })
    }

    /// Returns true if a part's path begins so.
    pub fn has(&self, start: &str) -> bool {
        self.zip.file_names().flatten().any(|name| plain(&name).starts_with(start))
    }

    /// Returns the path of the main part, as the package's relations name it.
    pub fn main_part(&mut self) -> Result<Option<String>, Error> {
        Ok(self.relations("")?.into_iter().find(|relation| relation.kind == "officeDocument").map(|relation| relation.path))
    }

    /// Returns the relations of a part; those of the package for an empty path.
    pub fn relations(&mut self, of: &str) -> Result<Vec<Relation>, Error> {
        let (folder, file) = of.rsplit_once('/').unwrap_or(("", of));
        let path = if folder.is_empty() { format!("_rels/{file}.rels") } else { format!("{folder}/_rels/{file}.rels") };
        let Some(xml) = self.part(&path)? else { return Ok(Vec::new()) };
        let mut reader = quick_xml::Reader::from_str(&xml);
        let mut relations = Vec::new();
        while let Ok(event) = reader.read_event() {
            match event {
                Event::Start(tag) | Event::Empty(tag) if tag.local_name().as_ref() == "Relationship" => {
                    let (Some(id), Some(kind), Some(target)) = (attribute(&tag, "Id"), attribute(&tag, "Type"), attribute(&tag, "Target"))
                    else {
                        continue;
                    };
                    let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
                    relations.push(Relation { id, kind, path: resolved(folder, &target) });
                }
                Event::Eof | Event::DocType(_) => break,
                _ => {}
            }
            if relations.len() >= MOST_RELATIONS {
                break;
            }
        }
        Ok(relations)
    }

    /// Returns a part; none if the document has no such.
    pub fn part(&mut self, path: &str) -> Result<Option<String>, Error> {
        let name = self.name;
        // Some programs write word\document.xml, or other letters' case.
        let wanted = |entry: &str| entry.replace('\\', "/").eq_ignore_ascii_case(path);
        let Some(entry) = self.zip.file_names().flatten().find(|entry| wanted(entry)).map(|entry| entry.into_owned()) else {
            return Ok(None);
        };
        let file = self.zip.by_name(&entry).map_err(|error| match error {
            zip::result::ZipError::UnsupportedArchive(_) | zip::result::ZipError::InvalidPassword => {
                damaged(name, "文件加了密，请先在原程序里去掉密码")
            }
            _ => damaged(name, "压缩结构不完整"),
        })?;
        let most = LARGEST_PART.min(self.left);
        let mut bytes = Vec::new();
        file.take(most + 1).read_to_end(&mut bytes).map_err(|_| damaged(name, "部件解压出错"))?;
        if bytes.len() as u64 > most {
            return Err(Error::TooLarge { name: name.to_owned(), what: format!("{path} 解压后超过 {} MB", most >> 20) });
        }
        self.left -= bytes.len() as u64;
        Ok(Some(utf_8(bytes)))
    }
}

/// Returns the value of an attribute, whatever its prefix.
pub fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = tag.attributes().with_checks(false).flatten().find(|a| a.key.local_name().as_ref() == name)?;
    let value: &str = &found.value;
    if !value.contains('&') {
        return Some(value.to_owned());
    }
    let mut out = String::new();
    let mut rest = value;
    while let Some((before, behind)) = rest.split_once('&') {
        out.push_str(before);
        rest = match behind.split_once(';') {
            Some((reference, behind)) => {
                out.push_str(&entity(reference));
                behind
            }
            None => behind,
        };
    }
    out.push_str(rest);
    Some(out)
}

/// Returns the text of an entity reference. Entities a document declares itself are unknown: they are how bombs are made.
pub fn entity(name: &str) -> String {
    let code = name.strip_prefix('#').and_then(|digits| match digits.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok(),
        None => digits.parse().ok(),
    });
    match (name, code.and_then(char::from_u32)) {
        (_, Some(c)) => c.to_string(),
        ("amp", _) => "&".to_owned(),
        ("lt", _) => "<".to_owned(),
        ("gt", _) => ">".to_owned(),
        ("quot", _) => "\"".to_owned(),
        ("apos", _) => "'".to_owned(),
        _ => String::new(),
    }
}

fn plain(entry: &str) -> String {
    entry.replace('\\', "/").to_ascii_lowercase()
}

/// Returns the path a relation points to, seen from its part's folder.
fn resolved(folder: &str, target: &str) -> String {
    let joined = match target.strip_prefix('/') {
        Some(absolute) => absolute.to_owned(),
        None => format!("{folder}/{target}"),
    };
    let mut parts: Vec<&str> = Vec::new();
    for part in joined.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    parts.join("/")
}

/// Returns the text of a part: UTF-8, rarely UTF-16.
fn utf_8(bytes: Vec<u8>) -> String {
    match bytes.as_slice() {
        [0xff, 0xfe, rest @ ..] => encoding_rs::UTF_16LE.decode_without_bom_handling(rest).0.into_owned(),
        [0xfe, 0xff, rest @ ..] => encoding_rs::UTF_16BE.decode_without_bom_handling(rest).0.into_owned(),
        _ => String::from_utf8(bytes).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned()),
    }
}

fn damaged(name: &str, what: &str) -> Error {
    Error::Damaged { name: name.to_owned(), what: what.to_owned() }
}

/// Packs parts into a zip, for tests of every format that is one.
#[cfg(test)]
pub fn packed(parts: &[(&str, &str)]) -> Vec<u8> {
    use std::io::Write;
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (path, text) in parts {
        zip.start_file(*path, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn relations_lead_from_part_to_part() {
        let relations =
            "<Relationships xmlns=\"r\"><Relationship Id=\"a\" Type=\"http://x/officeDocument\" Target=\"/xl/book.xml\"/></Relationships>";
        let sheets = "<Relationships><Relationship Id=\"r&amp;1\" Type=\"http://x/worksheet\" Target=\"../xl/./s1.xml\"/></Relationships>";
        let bytes = packed(&[("_rels/.rels", relations), ("xl/_rels/book.xml.rels", sheets)]);
        let mut package = Package::open("a.xlsx", &bytes).unwrap();
        assert_eq!(package.main_part().unwrap().as_deref(), Some("xl/book.xml"));
        let sheet = package.relations("xl/book.xml").unwrap().remove(0);
        assert_eq!((sheet.id.as_str(), sheet.kind.as_str(), sheet.path.as_str()), ("r&1", "worksheet", "xl/s1.xml"));
    }

    #[test]
    fn a_zip_bomb_is_refused_by_what_comes_out() {
        let bytes = packed(&[("word/document.xml", &" ".repeat((64 << 20) + 1))]);
        assert!(bytes.len() < 1 << 20);
        let message = Package::open("a.docx", &bytes).unwrap().part("word/document.xml").unwrap_err().to_string();
        assert!(message.contains("超过 64 MB"), "{message}");
    }
}
