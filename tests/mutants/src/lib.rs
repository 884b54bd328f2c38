//! Documents nobody should send, and the parsers that must bear them: read or refused, never a panic.
//!
//! Not here: what a document should be read as; that is tested beside the parsers. [`feed`] is what the targets in
//! `fuzz/` call, each for one parser; [`documents`] and [`mutate`] make damaged documents for `cargo xtask mutate`.

pub mod documents;
pub mod mutate;
mod pdf;
mod xls;

use documents::packed;

/// A parser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Parser {
    /// Bytes of unknown kind: which file they are, and text in any encoding.
    Text,
    /// Word.
    Docx,
    /// Web pages.
    Html,
    /// Web pages saved as one file.
    Mht,
    /// Markdown.
    Markdown,
    /// Excel.
    Xlsx,
    /// Old Excel.
    Xls,
    /// OpenDocument.
    Ods,
    /// Delimited text.
    Csv,
    /// PDF.
    Pdf,
    /// Cleaning and reading of a text, whatever file it came in.
    Plan,
    /// The gate and the reading of returned workbooks.
    Return,
}

impl Parser {
    /// All of them.
    pub const ALL: [Parser; 12] = [
        Parser::Text,
        Parser::Docx,
        Parser::Html,
        Parser::Mht,
        Parser::Markdown,
        Parser::Xlsx,
        Parser::Xls,
        Parser::Ods,
        Parser::Csv,
        Parser::Pdf,
        Parser::Plan,
        Parser::Return,
    ];
}

/// Feeds a parser with bytes, put where it looks first: into the main part of a package, behind the head of a page.
/// Parts of a package are parted by zero bytes.
pub fn feed(parser: Parser, data: &[u8]) {
    let behind = |head: &str| [head.as_bytes(), data].concat();
    let parts = |paths: &[&str]| {
        let parts = paths.iter().zip(data.split(|byte| *byte == 0));
        packed(&parts.map(|(path, part)| ((*path).to_owned(), part.to_vec())).collect::<Vec<_>>())
    };
    match parser {
        Parser::Text => read_document(data),
        Parser::Docx => read_document(&parts(&["word/document.xml", "word/numbering.xml", "word/styles.xml", "word/footnotes.xml"])),
        Parser::Html => read_document(&behind("<html>")),
        Parser::Mht => read_document(&behind(
            "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html\nContent-Transfer-Encoding: ",
        )),
        Parser::Markdown => read_document(&behind("# 计划\n\n**重点**\n\n- ")),
        Parser::Xlsx => read_document(&parts(&[
            "xl/worksheets/sheet1.xml",
            "xl/sharedStrings.xml",
            "xl/styles.xml",
            "xl/workbook.xml",
            "xl/_rels/workbook.xml.rels",
        ])),
        Parser::Xls => read_document(&xls::packed(data)),
        Parser::Ods => {
            let kind = ("mimetype".to_owned(), b"application/vnd.oasis.opendocument.spreadsheet".to_vec());
            read_document(&packed(&[kind, ("content.xml".to_owned(), data.to_vec())]));
        }
        Parser::Csv => read_document(&behind("序号,任务,责任单位\n1,新建,市卫健委\n")),
        Parser::Pdf => read_document(&behind("%PDF-1.7\n")),
        Parser::Plan => read_document(String::from_utf8_lossy(data).as_bytes()),
        Parser::Return if data.starts_with(b"PK") => read_return(data),
        Parser::Return => {
            read_return(&parts(&[
                "xl/worksheets/sheet1.xml",
                "xl/sharedStrings.xml",
                "xl/styles.xml",
                "xl/workbook.xml",
                "xl/_rels/workbook.xml.rels",
            ]));
        }
    }
}

/// Reads a document and checks what holds of every reading: quotes stand where they are said to, every character is traced.
///
/// # Panics
/// If one of these does not hold; that is what it is for.
pub fn read_document(bytes: &[u8]) {
    let Ok(reading) = reader::read("x", bytes) else { return };
    let chars: Vec<char> = reading.source.text.chars().collect();
    let draft = &reading.draft;
    for target in draft.targets.iter().chain(draft.measures.iter().flat_map(|measure| &measure.targets)) {
        let words: String = chars[target.span.start..target.span.end].iter().collect();
        assert_eq!(target.quote, words, "a quote does not stand at its place");
    }
    let original = reader::Original::of(&reading.source, "x", bytes).expect("it was read before");
    assert!(original.is_some(), "the cleaned text cannot be traced back");
}

/// Reads a returned workbook.
pub fn read_return(bytes: &[u8]) {
    if let Ok(back) = workbook::read_return(bytes) {
        for (field, cell) in back.rows.iter().flat_map(|row| &row.cells) {
            workbook::interpret_field(*field, cell, domain::ValueKind::Cumulative, "个");
        }
    }
}

#[cfg(test)]
mod tests;
