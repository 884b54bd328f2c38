//! A document as a .docx file: a zip of a few parts.

mod body;
mod fixed;
mod styles;

use crate::{Document, Error, Page, Table, xml};
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{DateTime, ZipWriter};

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// Returns the bytes of a .docx file. The same document gives the same bytes.
///
/// # Errors
/// [`Error::Picture`] for a picture that is no PNG; the others never in practice.
pub fn write(document: &Document) -> Result<Vec<u8>, Error> {
    let mut pictures: Vec<&[u8]> = Vec::new();
    let body = body::document(document, &mut pictures)?;
    let mut parts: Vec<(String, Vec<u8>)> = vec![
        ("[Content_Types].xml".to_owned(), fixed::CONTENT_TYPES.into()),
        ("_rels/.rels".to_owned(), fixed::ROOT_RELATIONS.into()),
        ("docProps/core.xml".to_owned(), fixed::core(&xml::attribute(&document.title)).into()),
        ("docProps/app.xml".to_owned(), fixed::APP.into()),
        ("word/document.xml".to_owned(), body.into()),
        ("word/styles.xml".to_owned(), styles::styles(document.page).into()),
        ("word/fontTable.xml".to_owned(), fixed::font_table().into()),
        ("word/settings.xml".to_owned(), fixed::settings(document.page).into()),
        ("word/footer1.xml".to_owned(), fixed::footer("FooterOdd").into()),
        ("word/footer2.xml".to_owned(), fixed::footer("FooterEven").into()),
        ("word/_rels/document.xml.rels".to_owned(), fixed::relations(pictures.len()).into()),
    ];
    parts.extend(pictures.iter().enumerate().map(|(at, png)| (format!("word/media/image{}.png", at + 1), png.to_vec())));
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    // The earliest moment a zip can name, so that the file does not say when it was written.
    let options = SimpleFileOptions::default().last_modified_time(DateTime::default()).unix_permissions(0o644);
    for (name, bytes) in parts {
        zip.start_file(name, options)?;
        zip.write_all(&bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}

/// Returns twentieths of a point.
fn twips(millimetres: u32) -> u32 {
    (f64::from(millimetres) * 1440.0 / 25.4).round() as u32
}

/// Returns the width of a page's text in twentieths of a point.
fn text_width(page: Page) -> u32 {
    twips(page.measures().width)
}

/// Returns the widths of a table's columns on a page, in twentieths of a point.
pub(crate) fn body_widths(table: &Table, page: Page) -> Vec<u32> {
    body::widths(table, text_width(page))
}

/// Returns a PNG's width and height in pixels, from its first chunk.
fn size_of(png: &[u8]) -> Result<(u32, u32), Error> {
    let number = |at: usize| png.get(at..at + 4).map(|bytes| u32::from_be_bytes(bytes.try_into().expect("four bytes")));
    match (png.starts_with(b"\x89PNG\r\n\x1a\n"), number(16), number(20)) {
        (true, Some(width @ 1..), Some(height @ 1..)) => Ok((width, height)),
        _ => Err(Error::Picture),
    }
}

#[cfg(test)]
mod tests;
