//! The parts of a zipped workbook, and XML walked through piece by piece.

use crate::Error;
use quick_xml::Reader;
use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// Returns a part of a container as text; none if it has no such part.
///
/// # Errors
/// If it cannot be unpacked or is no UTF-8.
pub fn part(zip: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> Result<Option<String>, Error> {
    let Ok(mut file) = zip.by_name(name) else { return Ok(None) };
    let mut text = String::new();
    file.read_to_string(&mut text).map_err(|error| Error::Broken(format!("部件“{name}”读不出来：{error}")))?;
    Ok(Some(text))
}

/// A piece of XML, in the order of the text.
pub enum Piece<'a> {
    /// The beginning of an element.
    Open(&'a BytesStart<'a>),
    /// Words between tags.
    Text(&'a str),
    /// The end of an element, by its name without a prefix.
    Close(&'a str),
}

/// Hands every tag and every text of a part to `each`.
///
/// # Errors
/// What `each` says, or that the part breaks off, is no XML, or declares entities of its own.
pub fn walk(xml: &str, each: &mut dyn FnMut(Piece<'_>) -> Result<(), Error>) -> Result<(), Error> {
    let broken = |reader: &Reader<&[u8]>| Error::Broken(format!("内容在第 {} 字节处有误", reader.error_position()));
    let mut reader = Reader::from_str(xml);
    let mut depth = 0usize;
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag)) => {
                depth += 1;
                each(Piece::Open(&tag))?;
            }
            Ok(Event::Empty(tag)) => {
                each(Piece::Open(&tag))?;
                each(Piece::Close(tag.local_name().as_ref()))?;
            }
            Ok(Event::End(tag)) => {
                depth = depth.saturating_sub(1);
                each(Piece::Close(tag.local_name().as_ref()))?;
            }
            Ok(Event::Text(text)) => each(Piece::Text(&text))?,
            Ok(Event::CData(text)) => each(Piece::Text(&text))?,
            Ok(Event::GeneralRef(reference)) => each(Piece::Text(&entity(&reference).ok_or_else(|| broken(&reader))?))?,
            Ok(Event::DocType(_)) => return Err(Error::Unsafe("含有 DOCTYPE 声明".to_owned())),
            Ok(Event::Eof) if depth == 0 => return Ok(()),
            Ok(Event::Eof) => return Err(Error::Broken("内容不完整".to_owned())),
            Ok(_) => {}
            Err(_) => return Err(broken(&reader)),
        }
    }
}

fn entity(reference: &BytesRef<'_>) -> Option<String> {
    match reference.resolve_char_ref() {
        Ok(Some(c)) => Some(c.to_string()),
        Ok(None) => resolve_xml_entity(reference).map(str::to_owned),
        Err(_) => None,
    }
}

/// Returns the value of an attribute, whatever its prefix.
pub fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = tag.attributes().with_checks(false).flatten().find(|attribute| attribute.key.local_name().as_ref() == name)?;
    quick_xml::escape::unescape(&found.value).ok().map(|value| value.into_owned())
}
