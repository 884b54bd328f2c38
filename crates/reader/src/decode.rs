//! Which kind of file the bytes are, and text from bytes in any of the usual encodings.

use crate::model::Format;
use crate::{Error, docx, html};
use encoding_rs::{GB18030, UTF_16BE, UTF_16LE};

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
    if let Some((kind, advice)) = known_other(bytes) {
        return Err(Error::NotADocument { name: name.to_owned(), kind, advice });
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return docx::lines(name, bytes).map(|(lines, problems)| Decoded { format: Format::Docx, lines, problems });
    }
    let text = text_of(bytes).ok_or_else(|| Error::NotADocument {
        name: name.to_owned(),
        kind: "二进制文件或编码不明的文件",
        advice: "请在 WPS 或 Word 里打开，“另存为” .docx 再导入",
    })?;
    let (format, text) = match html::looks_like(&text) {
        true => (Format::Html, html::text_of(&text_by_meta(bytes, text))),
        false => (Format::Text, text),
    };
    let problems = match text.contains('\u{fffd}') {
        true => vec!["文件里有损坏的字节，已显示为“\u{fffd}”，请对照原件核对".to_owned()],
        false => Vec::new(),
    };
    let text = text.replace("\r\n", "\n").replace(['\r', '\u{b}', '\u{c}', '\u{2028}', '\u{2029}', '\u{85}'], "\n");
    let lines = text.split('\n').map(str::to_owned).collect();
    Ok(Decoded { format, lines, problems })
}

/// Names the kinds of file people try that are no readable document, each with the way out.
fn known_other(bytes: &[u8]) -> Option<(&'static str, &'static str)> {
    const SAVE_AS: &str = "请在 WPS 或 Word 里“另存为” .docx 再导入";
    const KINDS: [(&[u8], &str, &str); 11] = [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "旧版 Word/WPS 文件（.doc、.wps）或加密的文档", SAVE_AS),
        (b"%PDF", "PDF 文件", "请在 WPS 里打开并“输出为 Word”，或复制正文存为 .txt 再导入"),
        (b"{\\rtf", "RTF 文件", SAVE_AS),
        (b"\x89PNG", "图片", "请先识别成文字，存为 .docx 或 .txt 再导入"),
        (b"\xff\xd8\xff", "图片", "请先识别成文字，存为 .docx 或 .txt 再导入"),
        (b"GIF8", "图片", "请先识别成文字，存为 .docx 或 .txt 再导入"),
        (b"Rar!", "压缩包", "请先解压，再导入其中的文档"),
        (b"7z\xbc\xaf", "压缩包", "请先解压，再导入其中的文档"),
        (b"\x1f\x8b", "压缩包", "请先解压，再导入其中的文档"),
        (b"SQLite format 3\0", "数据库文件", "若是台账，请用“打开台账”"),
        (b"MZ", "程序", "请选择计划文档"),
    ];
    let (_, kind, advice) = KINDS.iter().find(|(magic, ..)| bytes.starts_with(magic))?;
    // Text may begin with MZ too; a program has zero bytes soon.
    (*kind != "程序" || bytes.iter().take(64).any(|b| *b == 0)).then_some((*kind, *advice))
}

/// Returns the text of bytes in UTF-8, UTF-16 or GB18030; none if they are no text.
pub fn text_of(bytes: &[u8]) -> Option<String> {
    let text = match bytes {
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        [0xff, 0xfe, rest @ ..] => UTF_16LE.decode_without_bom_handling(rest).0.into_owned(),
        [0xfe, 0xff, rest @ ..] => UTF_16BE.decode_without_bom_handling(rest).0.into_owned(),
        _ => without_bom(bytes)?,
    };
    let strange = text.chars().filter(|c| matches!(c, '\0'..='\u{8}' | '\u{e}'..='\u{1f}' | '\u{fffd}')).count();
    (strange * 20 <= text.chars().count()).then(|| text.replace('\0', ""))
}

fn without_bom(bytes: &[u8]) -> Option<String> {
    if let Ok(text) = std::str::from_utf8(bytes)
        && !text.contains('\0')
    {
        return Some(text.to_owned());
    }
    if let Some(text) = utf_16_without_bom(bytes) {
        return Some(text);
    }
    let (gb, broken) = GB18030.decode_without_bom_handling(bytes);
    if !broken {
        return Some(gb.into_owned());
    }
    // Damaged either way: the reading with fewer replaced characters is the right one.
    let utf = String::from_utf8_lossy(bytes);
    let holes = |text: &str| text.matches('\u{fffd}').count();
    Some(if holes(&utf) <= holes(&gb) { utf.into_owned() } else { gb.into_owned() })
}

/// Reads UTF-16 without a byte order mark: line feeds and ASCII show where the zero bytes are.
fn utf_16_without_bom(bytes: &[u8]) -> Option<String> {
    let zeros = |odd: usize| bytes.iter().skip(odd).step_by(2).filter(|b| **b == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let encoding = match (even, odd) {
        (0, 0) => return None,
        _ if odd > even * 4 => UTF_16LE,
        _ if even > odd * 4 => UTF_16BE,
        _ => return None,
    };
    let (text, broken) = encoding.decode_without_bom_handling(bytes);
    let known = text.chars().filter(|c| c.is_ascii() || ('\u{3000}'..='\u{9fff}').contains(c) || ('\u{ff00}'..='\u{ffef}').contains(c));
    (!broken && known.count() * 10 >= text.chars().count() * 9).then(|| text.into_owned())
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

    fn check(bytes: &[u8], expected: &str) {
        assert_eq!(text_of(bytes).as_deref(), Some(expected));
    }

    #[test]
    fn text_is_read_in_the_usual_encodings() {
        let text = "云州市2026年工作要点\n一、总体要求";
        let utf_16 = |big: bool| text.encode_utf16().flat_map(move |u| if big { u.to_be_bytes() } else { u.to_le_bytes() });
        check(text.as_bytes(), text);
        check(&[b"\xef\xbb\xbf", text.as_bytes()].concat(), text);
        check(&[vec![0xff, 0xfe], utf_16(false).collect()].concat(), text);
        check(&[vec![0xfe, 0xff], utf_16(true).collect()].concat(), text);
        check(&utf_16(false).collect::<Vec<_>>(), text);
        check(&utf_16(true).collect::<Vec<_>>(), text);
        check(&GB18030.encode(text).0, text);
    }

    #[test]
    fn what_is_no_document_is_named_with_the_way_out() {
        let message = |bytes: &[u8]| decode("计划.doc", bytes).err().expect("refused").to_string();
        assert_eq!(
            message(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0"),
            "“计划.doc”是旧版 Word/WPS 文件（.doc、.wps）或加密的文档，不能直接读取。请在 WPS 或 Word 里“另存为” .docx 再导入"
        );
        assert!(message(b"%PDF-1.7").contains("PDF"));
        assert!(message(b"").contains("没有文字"));
        assert!(message(&[0, 1, 2, 3, 4, 5, 6, 7, 8]).contains("二进制"));
        assert!(message(b"PK\x03\x04rest").contains("损坏"));
    }
}
