//! Text as a cell can hold it.

/// Returns the text without characters a workbook cannot carry, its line ends as `\n`.
///
/// Spreadsheet programs drop or escape control characters, each in its own way; what is compared later must not
/// depend on that.
pub fn clean(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n").chars().filter(|c| !is_unfit(*c)).collect()
}

/// Returns the same with spaces for tabs, as words of a form are written and compared: LibreOffice loses tabs in .ods.
pub fn spaced(text: &str) -> String {
    clean(text).replace('\t', " ")
}

/// Returns true for a character that a workbook cannot carry, or that nobody sees.
pub fn is_unfit(c: char) -> bool {
    (c.is_control() && !matches!(c, '\n' | '\t')) || matches!(c, '\u{fffe}' | '\u{ffff}' | '\u{feff}')
}

/// Returns the text without any white space and with full-width signs as ASCII: for comparing words.
pub fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !is_unfit(*c)).map(half_width).collect()
}

fn half_width(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).expect("the full-width block mirrors ASCII"),
        _ => c,
    }
}
