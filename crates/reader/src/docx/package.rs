//! The parts of a .docx: a zip whose real inflated size is counted.

use crate::Error;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// The most a part may inflate to.
const LARGEST_PART: u64 = 64 << 20;
/// The most parts a document may have.
const MOST_PARTS: usize = 2000;

/// An open .docx.
pub struct Package<'a> {
    name: &'a str,
    zip: ZipArchive<Cursor<&'a [u8]>>,
}

impl<'a> Package<'a> {
    /// Opens a zip.
    pub fn open(name: &'a str, bytes: &'a [u8]) -> Result<Package<'a>, Error> {
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| damaged(name, "压缩结构不完整，可能没有下载或复制完"))?;
        if zip.len() > MOST_PARTS {
            return Err(Error::TooLarge { name: name.to_owned(), what: format!("里面有{}个部件", zip.len()) });
        }
        Ok(Package { name, zip })
    }

    /// Returns the document's main part.
    pub fn document(&mut self) -> Result<String, Error> {
        if let Some(document) = self.part("word/document.xml")? {
            return Ok(document);
        }
        let other = |kind, advice| Error::NotADocument { name: self.name.to_owned(), kind, advice };
        let has = |part: &str| self.zip.file_names().flatten().any(|name| name.starts_with(part));
        Err(match () {
            () if has("xl/") => other("Excel 工作簿", "任务分解表请从“交换”里导入，计划正文请另存为 .docx"),
            () if has("ppt/") => other("演示文稿", "请把计划正文复制到 Word 里，另存为 .docx 再导入"),
            () if has("content.xml") => other("OpenDocument 文档（.odt）", "请在 WPS 或 Word 里“另存为” .docx 再导入"),
            () if has("Doc_0/") || has("OFD.xml") => other("OFD 版式文件", "请在 WPS 里打开并“输出为 Word”，再导入"),
            () => other("压缩包", "请先解压，再导入其中的文档"),
        })
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
        let mut bytes = Vec::new();
        file.take(LARGEST_PART + 1).read_to_end(&mut bytes).map_err(|_| damaged(name, "部件解压出错"))?;
        if bytes.len() as u64 > LARGEST_PART {
            return Err(Error::TooLarge { name: name.to_owned(), what: format!("{path} 解压后超过 64 MB") });
        }
        Ok(Some(utf_8(bytes)))
    }
}

/// Returns the text of a part: UTF-8, rarely UTF-16.
fn utf_8(bytes: Vec<u8>) -> String {
    match bytes.as_slice() {
        [0xff, 0xfe, rest @ ..] => encoding_rs::UTF_16LE.decode_without_bom_handling(rest).0.into_owned(),
        [0xfe, 0xff, rest @ ..] => encoding_rs::UTF_16BE.decode_without_bom_handling(rest).0.into_owned(),
        _ => String::from_utf8_lossy(&bytes).into_owned(),
    }
}

fn damaged(name: &str, what: &str) -> Error {
    Error::Damaged { name: name.to_owned(), what: what.to_owned() }
}
