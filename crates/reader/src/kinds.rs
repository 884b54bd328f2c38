//! Files people try that are no readable document: each is named by its content, with the way out.

use crate::Error;

const SAVE_AS: &str = "请在 WPS 或 Word 里“另存为” .docx 再导入";
const RECOGNISE: &str = "请先识别成文字，存为 .docx 或 .txt 再导入";
const UNPACK: &str = "请先解压，再导入其中的文档";

/// Kinds told by how the file begins.
const KINDS: [(&[u8], &str, &str); 21] = [
    (b"{\\rtf", "RTF 文件", SAVE_AS),
    (b"\x89PNG", "图片", RECOGNISE),
    (b"\xff\xd8\xff", "图片", RECOGNISE),
    (b"GIF8", "图片", RECOGNISE),
    (b"BM", "图片", RECOGNISE),
    (b"II*\0", "图片", RECOGNISE),
    (b"MM\0*", "图片", RECOGNISE),
    (b"Rar!", "压缩包", UNPACK),
    (b"7z\xbc\xaf", "压缩包", UNPACK),
    (b"\x1f\x8b", "压缩包", UNPACK),
    (b"BZh", "压缩包", UNPACK),
    (b"\xfd7zXZ", "压缩包", UNPACK),
    (b"SQLite format 3\0", "数据库文件", "若是台账，请用“打开台账”"),
    (b"MZ", "程序", "请选择计划文档"),
    (b"\x7fELF", "程序", "请选择计划文档"),
    (b"CAJ", "知网 CAJ 文件", "请在 CAJViewer 里“另存为” .txt 再导入"),
    (b"HN\0", "知网 CAJ 文件", "请在 CAJViewer 里“另存为” .txt 再导入"),
    (b"SUDS", "书生 SEP/GW 版式文件", "请在书生阅读器里打开，复制正文到 Word，存为 .docx 再导入"),
    (b"%TSD-Header-###%", CIPHERED, DECIPHER),
    (b"\x62\x14\x23\x65", CIPHERED, DECIPHER),
    (b"\xdb\xa5\x2d\x00", "Word 2.0 文档", SAVE_AS),
];

const CIPHERED: &str = "被单位的加密软件加了密的文件";
const DECIPHER: &str = "请在装有加密软件的电脑上解密（右键“解密”或申请外发），再导入解密后的文件";

/// Returns the refusal of what surely is no readable document.
pub fn refusal(name: &str, bytes: &[u8]) -> Option<Error> {
    let other = |kind, advice| Some(Error::NotADocument { name: name.to_owned(), kind, advice });
    let start = &bytes[..bytes.len().min(1024)];
    if start.windows(8).any(|window| window == b"E-SafeNe") {
        return other(CIPHERED, DECIPHER);
    }
    let (magic, kind, advice) = KINDS.iter().find(|(magic, ..)| bytes.starts_with(magic))?;
    // Text may begin with two or three letters like these; such a file has zero bytes soon.
    let short = magic.len() <= 3 && magic.is_ascii();
    if short && !start.iter().take(64).any(|b| *b == 0) {
        return None;
    }
    other(kind, advice)
}

/// Returns the refusal of bytes that are no text and nothing known.
pub fn unknown(name: &str, bytes: &[u8]) -> Error {
    let (kind, advice) = match bytes.iter().all(|b| *b == 0) {
        true => ("内容全是空字节的文件", "可能没有下载或复制完，请重新取得这份文件"),
        false if is_even(bytes) => {
            ("加了密的文件，或内容不明的二进制文件", "若单位装有加密软件，请先解密；否则请在 WPS 或 Word 里打开，“另存为” .docx 再导入")
        }
        false => ("二进制文件或编码不明的文件", SAVE_AS),
    };
    Error::NotADocument { name: name.to_owned(), kind, advice }
}

/// Returns true if all byte values are about as frequent, as in enciphered files.
fn is_even(bytes: &[u8]) -> bool {
    let mut counts = [0usize; 256];
    let sample = &bytes[..bytes.len().min(1 << 16)];
    sample.iter().for_each(|b| counts[usize::from(*b)] += 1);
    let bits: f64 = counts.iter().filter(|count| **count > 0).map(|count| *count as f64 / sample.len() as f64).map(|p| -p * p.log2()).sum();
    sample.len() >= 1024 && bits > 7.5
}

/// Returns the refusal of a zip that holds no document that is read.
pub fn other_package(name: &str, has: impl Fn(&str) -> bool, encrypted_or_kind: &str) -> Error {
    let other = |kind, advice| Error::NotADocument { name: name.to_owned(), kind, advice };
    match () {
        () if has("xl/workbook.bin") => other(".xlsb 二进制工作簿", "请在 Excel 里“另存为” .xlsx 再导入"),
        () if has("ppt/") => other("演示文稿", "请把计划正文复制到 Word 里，另存为 .docx 再导入"),
        () if has("content.xml") && encrypted_or_kind.contains("opendocument.presentation") => {
            other("演示文稿（.odp）", "请把计划正文复制到 Word 里，另存为 .docx 再导入")
        }
        () if has("content.xml") => other("OpenDocument 文档（.odt）", SAVE_AS),
        () if has("doc_0/") || has("ofd.xml") => other("OFD 版式文件", "请在 WPS 里打开并“输出为 Word”，再导入"),
        () => other("压缩包", UNPACK),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_told_by_content() {
        let named = |bytes: &[u8]| refusal("计划", bytes).map(|error| error.to_string());
        for (bytes, expected) in [
            (b"{\\rtf1\\ansi" as &[u8], Some("RTF")),
            (b"BM\x36\0\0\0", Some("图片")),
            (b"MZ\x90\0\x03", Some("程序")),
            (b"%TSD-Header-###%\x01", Some("加密软件")),
            (b"\x62\x14\x23\x65\x3f\0E-SafeNet\0LOCK", Some("加密软件")),
            (b"BMI of residents is measured", None),
            (b"MZ is a name", None),
        ] {
            let message = named(bytes);
            assert_eq!(message.is_some(), expected.is_some(), "{message:?}");
            assert!(message.unwrap_or_default().contains(expected.unwrap_or_default()));
        }
    }

    #[test]
    fn enciphered_bytes_are_said_to_be() {
        let mut state = 1u32;
        let noise: Vec<u8> = (0..4096)
            .map(|_| {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                (state >> 24) as u8
            })
            .collect();
        assert!(unknown("a", &noise).to_string().contains("加了密"));
        assert!(unknown("a", &[0; 2000]).to_string().contains("空字节"));
        assert!(unknown("a", &[0, 1, 2]).to_string().contains("二进制"));
    }
}
