//! Which kind of file the bytes are, and text from bytes in any of the usual encodings.

use crate::model::Format;
use crate::package::Package;
use crate::sheet::{csv, ods, xls, xlsx};
use crate::{Error, docx, html, kinds, markdown, mht, pdf};
use sheets::encoding::text_of;
use sheets::{csv::delimiter, ole};

/// The lines of a document before cleaning.
pub struct Decoded {
    /// What the document was made with.
    pub format: Format,
    /// Its lines.
    pub lines: Vec<String>,
    /// What could not be read, in Chinese.
    pub problems: Vec<String>,
}

/// The most text a plan can have; more is no plan.
const MOST_BYTES: usize = 64 << 20;

/// Returns the lines of a document, whatever it was made with.
pub fn decode(name: &str, bytes: &[u8]) -> Result<Decoded, Error> {
    if bytes.is_empty() {
        return Err(Error::Empty(name.to_owned()));
    }
    if bytes.len() > MOST_BYTES {
        return Err(Error::TooLarge { name: name.to_owned(), what: "超过 64 MB".to_owned() });
    }
    if let Some(refusal) = kinds::refusal(name, bytes) {
        return Err(refusal);
    }
    let of = |format| move |(lines, problems)| Decoded { format, lines, problems };
    match bytes {
        _ if bytes.starts_with(ole::MAGIC) => xls::lines(name, bytes).map(of(Format::Xls)),
        _ if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") => package(name, bytes),
        _ if pdf::looks_like(bytes) => pdf::lines(name, bytes).map(of(Format::Pdf)),
        _ if mht::looks_like(bytes) => saved_page(name, bytes),
        _ => plain(name, bytes),
    }
}

/// Reads a document that is a zip: what its main part is, the package says.
fn package(name: &str, bytes: &[u8]) -> Result<Decoded, Error> {
    let mut package = Package::open(name, bytes)?;
    let of = |format| move |(lines, problems)| Decoded { format, lines, problems };
    // Documents without relations are damaged or made by hand; the usual paths are tried.
    let main = package.main_part()?.unwrap_or_default();
    let lower = main.to_ascii_lowercase();
    let found = |path: &str, folder: &str| if lower.starts_with(folder) { main.clone() } else { path.to_owned() };
    let kind = package.part("mimetype")?.unwrap_or_default();
    let secret = package.part("META-INF/manifest.xml")?.is_some_and(|manifest| manifest.contains("encryption-data"));
    match () {
        () if secret => {
            Err(Error::NotADocument {
                name: name.to_owned(), kind: "设了打开密码的文档", advice: "请用密码打开，去掉密码，保存后再导入"
            })
        }
        () if lower.ends_with(".bin") => Err(kinds::other_package(name, |start| package.has(start), &kind)),
        () if package.has("word/") => docx::lines(name, &mut package, &found("word/document.xml", "word/")).map(of(Format::Docx)),
        () if package.has("xl/") && !package.has("xl/workbook.bin") => {
            xlsx::lines(name, &mut package, &found("xl/workbook.xml", "xl/")).map(of(Format::Xlsx))
        }
        () if kind.contains("opendocument.spreadsheet") => ods::lines(name, &mut package).map(of(Format::Ods)),
        () => Err(kinds::other_package(name, |start| package.has(start), &kind)),
    }
}

/// Reads a page saved with its pictures in one file.
fn saved_page(name: &str, bytes: &[u8]) -> Result<Decoded, Error> {
    let (content, charset, is_page) = match mht::page(bytes) {
        Some(mht::Page::Html(content, charset)) => (content, charset, true),
        Some(mht::Page::Plain(content, charset)) => (content, charset, false),
        None => return Err(Error::Damaged { name: name.to_owned(), what: "单一网页文件（.mht）里没有网页".to_owned() }),
    };
    let guess = text_of(&content).unwrap_or_default();
    // The bytes show best; what the head says decides only where they leave it open.
    let text = match charset {
        Some(encoding) if std::str::from_utf8(&content).is_err() => encoding.decode(&content).0.into_owned(),
        _ if is_page => text_by_meta(&content, guess),
        _ => guess,
    };
    let text = if is_page { html::text_of(&text) } else { text };
    Ok(of_text(Format::Mht, &text))
}

/// Reads text: a page, a table, Markdown or plain.
fn plain(name: &str, bytes: &[u8]) -> Result<Decoded, Error> {
    let text = text_of(bytes).ok_or_else(|| kinds::unknown(name, bytes))?;
    if html::looks_like(&text) {
        return Ok(of_text(Format::Html, &html::text_of(&text_by_meta(bytes, text))));
    }
    if let Some(delimiter) = delimiter(&text) {
        let (lines, mut problems) = csv::lines(name, &text, delimiter)?;
        problems.extend(damage_in(&text));
        return Ok(Decoded { format: Format::Csv, lines, problems });
    }
    let mut decoded = of_text(Format::Text, &text);
    if markdown::looks_like(&text) {
        decoded.format = Format::Markdown;
        decoded.lines = markdown::lines(&decoded.lines.join("\n"));
    }
    Ok(decoded)
}

fn of_text(format: Format, text: &str) -> Decoded {
    let ends = ['\n', '\r', '\u{b}', '\u{c}', '\u{2028}', '\u{2029}', '\u{85}'];
    let lines = text.replace("\r\n", "\n").split(ends).map(str::to_owned).collect();
    Decoded { format, lines, problems: damage_in(text).into_iter().collect() }
}

fn damage_in(text: &str) -> Option<String> {
    text.contains('\u{fffd}').then(|| "文件里有损坏的字节，已显示为“\u{fffd}”，请对照原件核对".to_owned())
}

/// Decodes a web page again if it names an encoding of its own that the bytes bear out.
fn text_by_meta(bytes: &[u8], text: String) -> String {
    let head: String = text.chars().take(2048).collect::<String>().to_ascii_lowercase();
    let label: String = match head.split_once("charset=") {
        Some((_, rest)) => rest.trim_start_matches(['"', '\'']).chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-').collect(),
        None => return text,
    };
    match encoding_rs::Encoding::for_label(label.as_bytes()) {
        Some(encoding) if std::str::from_utf8(bytes).is_err() => {
            let (decoded, broken) = encoding.decode_without_bom_handling(bytes);
            if broken { text } else { decoded.into_owned() }
        }
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_document_is_named_with_the_way_out() {
        let message = |bytes: &[u8]| decode("计划.doc", bytes).err().expect("refused").to_string();
        assert_eq!(
            message(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0"),
            "“计划.doc”已损坏：旧版 Office 文件的结构不完整。请重新取得这份文件，或在 WPS、Word 里打开后另存为 .docx 再导入"
        );
        for (part, expected) in
            [("content.xml", "odt"), ("OFD.xml", "OFD"), ("ppt/a.xml", "演示文稿"), ("xl/workbook.bin", "xlsb"), ("a.txt", "压缩包")]
        {
            assert!(message(&crate::package::packed(&[(part, "x")])).contains(expected), "{part}");
        }
        assert!(message(b"").contains("没有文字"));
        assert!(message(&[0, 1, 2, 3, 4, 5, 6, 7, 8]).contains("二进制"));
        assert!(message(b"PK\x03\x04rest").contains("损坏"));
    }
}
