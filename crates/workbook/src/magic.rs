//! What a file is, by its first bytes and by the parts it holds.

use crate::Error;
use std::collections::HashSet;

/// How what is read is wrapped.
pub enum Container {
    /// Parts packed as a zip.
    Zip,
    /// Microsoft's old container with a workbook in it.
    Ole,
    /// Plain text.
    Text,
}

/// Formats people send instead, by how they begin.
const OTHERS: [(&[u8], &str); 10] = [
    (b"%PDF", "PDF 文件"),
    (b"{\\rtf", "RTF 文档"),
    (b"\x89PNG", "图片"),
    (b"\xff\xd8\xff", "图片"),
    (b"GIF8", "图片"),
    (b"Rar!", "压缩包"),
    (b"7z\xbc\xaf", "压缩包"),
    (b"\x1f\x8b", "压缩包"),
    (b"SQLite format 3\0", "数据库文件"),
    (b"<", "网页或 XML 文件"),
];

/// Lets through what begins like something that is read.
pub fn check(bytes: &[u8]) -> Result<Container, Error> {
    if bytes.is_empty() {
        return Err(Error::Empty);
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return Ok(Container::Zip);
    }
    if bytes.starts_with(b"PK\x05\x06") {
        return Err(Error::NotAWorkbook);
    }
    if bytes.starts_with(sheets::ole::MAGIC) {
        return ole(bytes);
    }
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    if let Some((_, name)) = OTHERS.iter().find(|(start, _)| text.starts_with(start)) {
        return Err(Error::OtherFormat(name));
    }
    if bytes.iter().all(|byte| *byte == 0) {
        return Err(Error::Broken("内容全是空字节".into()));
    }
    if is_text(bytes) { Ok(Container::Text) } else { Err(Error::Enciphered) }
}

/// Tells apart what is kept in Microsoft's old container, by the names of its streams.
fn ole(bytes: &[u8]) -> Result<Container, Error> {
    let names = sheets::ole::names(bytes);
    let holds = |wanted: &str| names.iter().any(|name| name.eq_ignore_ascii_case(wanted));
    if holds("EncryptedPackage") || holds("EncryptionInfo") {
        Err(Error::PasswordProtected)
    } else if holds("WordDocument") {
        Err(Error::OtherFormat("Word 97–2003 文档"))
    } else if holds("PowerPoint Document") {
        Err(Error::OtherFormat("PPT 97–2003 演示文稿"))
    } else if holds("Workbook") {
        Ok(Container::Ole)
    } else if holds("Book") {
        Err(Error::OldExcel)
    } else if names.is_empty() {
        Err(Error::Broken("旧版 Office 文件的结构不完整".to_owned()))
    } else {
        Err(Error::WpsFormat)
    }
}

/// Enciphered files hold bytes no text has.
fn is_text(bytes: &[u8]) -> bool {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return true;
    }
    let start = &bytes[..bytes.len().min(4096)];
    !start.iter().any(|byte| *byte < 0x20 && !matches!(byte, b'\n' | b'\r' | b'\t' | 0x0c | 0x1b))
}

/// Returns what a container is that is surely no workbook this program reads.
pub fn known_container(names: &HashSet<String>) -> Option<Error> {
    let has = |start: &str| names.iter().any(|name| name.starts_with(start));
    if has("xl/workbook.bin") {
        Some(Error::OtherFormat(".xlsb 二进制工作簿"))
    } else if has("word/") {
        Some(Error::OtherFormat("Word 文档"))
    } else if has("ppt/") {
        Some(Error::OtherFormat("PPT 演示文稿"))
    } else {
        None
    }
}

/// Returns true for a container of OpenDocument; whether it is a workbook its content says.
pub fn is_open_document(names: &HashSet<String>) -> bool {
    names.contains("meta-inf/manifest.xml") && (names.contains("content.xml") || names.contains("encrypted-package"))
}

/// Returns what a container is that lacks the marks of an Office document.
pub fn other_container(names: &HashSet<String>) -> Error {
    Error::OtherFormat(if names.contains("ofd.xml") { "OFD 版式文件" } else { "压缩包" })
}
