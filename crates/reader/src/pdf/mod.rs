//! Text of a PDF: glyphs with their places, put together to lines and paragraphs as they stand on the page.

mod glyphs;
mod lines;

use crate::Error;
use glyphs::Found;
use std::sync::mpsc;
use std::time::Duration;

/// A PDF that takes longer is damaged or an attack.
const LONGEST: Duration = Duration::from_secs(20);
/// Room for objects nested deeply, so that they end in an error and not in the program's end.
const STACK: usize = 64 << 20;

/// Returns true for a PDF. Some have a few bytes of a mail in front; a text that speaks of `%PDF-` has no objects behind it.
pub fn looks_like(bytes: &[u8]) -> bool {
    let has = |within: usize, words: &[u8]| bytes[..bytes.len().min(within)].windows(words.len()).any(|window| window == words);
    bytes.starts_with(b"%PDF-") || (has(1024, b"%PDF-") && has(8192, b" obj"))
}

/// Returns the lines of a PDF, and what a person should know.
pub fn lines(name: &str, bytes: &[u8]) -> Result<(Vec<String>, Vec<String>), Error> {
    let other = |kind, advice| Error::NotADocument { name: name.to_owned(), kind, advice };
    let found = in_time(bytes.to_vec()).ok_or_else(|| Error::TooLarge { name: name.to_owned(), what: "20 秒内读不完".to_owned() })?;
    let pages = match found {
        Found::Pages(pages) => pages,
        Found::Locked => return Err(other("设了打开密码的 PDF", "请用密码打开，去掉密码，或在 WPS 里“输出为 Word”再导入")),
        Found::Damaged => return Err(Error::Damaged { name: name.to_owned(), what: "PDF 的结构不完整".to_owned() }),
    };
    let letters: usize = pages.pages.iter().map(Vec::len).sum();
    if letters == 0 && pages.unmapped > 0 {
        return Err(other("文字没有编码、无法复制的 PDF", "请在 WPS 里用“PDF 转 Word”（文字识别）转成 .docx 再导入"));
    }
    if letters == 0 {
        return Err(other("扫描件或图片做成的 PDF，里面没有文字", "请在 WPS 里用“PDF 转 Word”（文字识别）转成 .docx，核对后再导入"));
    }
    let mut problems = Vec::new();
    if pages.unmapped * 50 > letters {
        problems.push(format!("PDF 里有{}个字没有编码，未读入，请对照原件核对", pages.unmapped));
    }
    let blank = pages.pages.iter().filter(|page| page.is_empty()).count();
    if blank > 0 {
        problems.push(format!("PDF 共{}页，其中{blank}页没有文字（可能是扫描页），未读入", pages.pages.len()));
    }
    if pages.ruled > 0 {
        problems.push("PDF 里有表格，换行的单元格会串行，请逐条核对；有原来的 Word 或 Excel 文件时请导入原文件".to_owned());
    }
    if pages.stopped {
        problems.push("PDF 内容过多或后部已损坏，只读出前面的部分".to_owned());
    }
    let (lines, heads) = lines::of(&pages.pages);
    problems.extend(heads.iter().map(|head| format!("已略去每页重复的页眉或页脚“{head}”")));
    Ok((lines, problems))
}

/// Reads on a thread of its own: neither time nor stack nor a panic of the library is ours.
fn in_time(bytes: Vec<u8>) -> Option<Found> {
    let (sender, receiver) = mpsc::channel();
    let reading = std::thread::Builder::new().stack_size(STACK).spawn(move || {
        let _ = sender.send(glyphs::read(bytes));
    });
    reading.ok()?;
    match receiver.recv_timeout(LONGEST) {
        Ok(found) => Some(found),
        Err(mpsc::RecvTimeoutError::Timeout) => None,
        Err(mpsc::RecvTimeoutError::Disconnected) => Some(Found::Damaged),
    }
}

#[cfg(test)]
pub mod tests;
