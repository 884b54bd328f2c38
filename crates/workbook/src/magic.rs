//! What a file is, by its first bytes and by the parts it holds.

use crate::Error;
use std::collections::HashSet;

const OLE: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

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

/// Lets through what begins like a zip container.
pub fn check(bytes: &[u8]) -> Result<(), Error> {
    if bytes.is_empty() {
        return Err(Error::Empty);
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return Ok(());
    }
    if bytes.starts_with(b"PK\x05\x06") {
        return Err(Error::NotAWorkbook);
    }
    if bytes.starts_with(OLE) {
        return Err(ole(bytes));
    }
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    if let Some((_, name)) = OTHERS.iter().find(|(start, _)| text.starts_with(start)) {
        return Err(Error::OtherFormat(name));
    }
    if bytes.iter().all(|byte| *byte == 0) {
        return Err(Error::Broken("内容全是空字节".into()));
    }
    Err(if is_text(bytes) { Error::NotAWorkbook } else { Error::Enciphered })
}

/// Tells apart what is kept in Microsoft's old container, by the names of its streams.
fn ole(bytes: &[u8]) -> Error {
    let holds = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(name.len()).any(|window| window == name)
    };
    if holds("EncryptedPackage") || holds("EncryptionInfo") {
        Error::PasswordProtected
    } else if holds("WordDocument") {
        Error::OtherFormat("Word 97–2003 文档")
    } else if holds("Workbook") || holds("Book") {
        Error::OldExcel
    } else {
        Error::WpsFormat
    }
}

/// Enciphered files hold bytes no text has.
fn is_text(bytes: &[u8]) -> bool {
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

/// Returns what a container is that lacks the marks of an Office document.
pub fn other_container(names: &HashSet<String>) -> Error {
    if names.contains("meta-inf/manifest.xml") && names.contains("content.xml") {
        Error::OtherFormat("OpenDocument 文件（如 .ods）")
    } else {
        Error::OtherFormat("压缩包")
    }
}
