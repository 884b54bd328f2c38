//! Microsoft's old container (OLE): what is in it, and the one stream of it that is read.

use crate::Error;
use sheets::ole::{names, stream};

/// The largest old workbook that is read.
const LARGEST: usize = 20 << 20;

const AS_DOCX: &str = "请在 WPS 或 Word 里打开，“另存为” .docx 再导入";
const AS_XLSX: &str = "请在 WPS 或 Excel 里打开，“另存为” .xlsx 再导入";

/// Returns the stream of an old workbook; the error names what else the file is.
pub fn workbook(name: &str, bytes: &[u8]) -> Result<Vec<u8>, Error> {
    let other = |kind, advice| Error::NotADocument { name: name.to_owned(), kind, advice };
    let names = names(bytes);
    let has = |wanted: &str| names.iter().any(|name| name.eq_ignore_ascii_case(wanted));
    Err(match () {
        () if has("EncryptedPackage") || has("EncryptionInfo") => {
            other("设了打开密码的 Office 文档", "请用密码打开，在“文件—文档加密”里去掉密码，保存后再导入")
        }
        () if has("WordDocument") => other("旧版 Word 文档（.doc）或 WPS 文字文档（.wps）", AS_DOCX),
        () if has("PowerPoint Document") => other("演示文稿（.ppt、.dps）", "请把计划正文复制到 Word 里，存为 .docx 再导入"),
        () if has("Workbook") => {
            return stream(bytes, "Workbook", LARGEST).filter(|_| bytes.len() <= LARGEST).ok_or_else(|| unreadable(name, bytes));
        }
        () if has("Book") => other("Excel 95 或更早的工作簿", AS_XLSX),
        () if has("ETBook") || has("ETExtData") => other("WPS 表格文件（.et）", AS_XLSX),
        () if has("CONTENTS") || has("MatOST") => other("Microsoft Works 文档（.wps）", AS_DOCX),
        () if has("__properties_version1.0") => other("Outlook 邮件（.msg）", "请先保存其中的附件，再导入附件"),
        () if names.is_empty() => Error::Damaged { name: name.to_owned(), what: "旧版 Office 文件的结构不完整".to_owned() },
        () => {
            other("旧版 Office 或 WPS 专用格式的文件（.wps、.et、.dps）", "请在 WPS 里打开，文字“另存为” .docx，表格“另存为” .xlsx，再导入")
        }
    })
}

fn unreadable(name: &str, bytes: &[u8]) -> Error {
    let name = name.to_owned();
    match bytes.len() > LARGEST {
        true => Error::TooLarge { name, what: "旧版工作簿超过 20 MB".to_owned() },
        false => Error::Damaged { name, what: "旧版工作簿（.xls）的结构不完整".to_owned() },
    }
}

/// Packs streams into such a file, for tests.
#[cfg(test)]
pub fn packed(streams: &[(&str, &[u8])]) -> Vec<u8> {
    use std::io::{Cursor, Write};
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    for (name, content) in streams {
        file.create_stream(name).unwrap().write_all(content).unwrap();
    }
    file.flush().unwrap();
    file.into_inner().into_inner()
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::expect;

    #[test]
    fn each_kind_is_named_with_the_way_out() {
        let shown: Vec<String> = ["EncryptedPackage", "WordDocument", "PowerPoint Document", "Book", "ETExtData", "CONTENTS", "Other"]
            .map(|stream| workbook("文件", &packed(&[(stream, b"x")])).unwrap_err().to_string())
            .into();
        expect![[r#"
            “文件”是设了打开密码的 Office 文档，不能直接读取。请用密码打开，在“文件—文档加密”里去掉密码，保存后再导入
            “文件”是旧版 Word 文档（.doc）或 WPS 文字文档（.wps），不能直接读取。请在 WPS 或 Word 里打开，“另存为” .docx 再导入
            “文件”是演示文稿（.ppt、.dps），不能直接读取。请把计划正文复制到 Word 里，存为 .docx 再导入
            “文件”是Excel 95 或更早的工作簿，不能直接读取。请在 WPS 或 Excel 里打开，“另存为” .xlsx 再导入
            “文件”是WPS 表格文件（.et），不能直接读取。请在 WPS 或 Excel 里打开，“另存为” .xlsx 再导入
            “文件”是Microsoft Works 文档（.wps），不能直接读取。请在 WPS 或 Word 里打开，“另存为” .docx 再导入
            “文件”是旧版 Office 或 WPS 专用格式的文件（.wps、.et、.dps），不能直接读取。请在 WPS 里打开，文字“另存为” .docx，表格“另存为” .xlsx，再导入"#]]
        .assert_eq(&shown.join("\n"));
    }

    #[test]
    fn a_cut_file_is_still_named_by_what_is_seen_in_it() {
        let whole = packed(&[("WordDocument", &[7; 9000])]);
        assert!(workbook("a", &whole[..2000]).unwrap_err().to_string().contains("旧版"));
        assert_eq!(workbook("a", sheets::ole::MAGIC).unwrap_err(), unreadable_of_nothing());
    }

    fn unreadable_of_nothing() -> Error {
        Error::Damaged { name: "a".to_owned(), what: "旧版 Office 文件的结构不完整".to_owned() }
    }
}
