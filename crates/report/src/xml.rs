//! Text as XML can hold it.

use quick_xml::escape::escape;

/// Returns true for characters XML 1.0 has no way to write.
fn is_unfit(c: char) -> bool {
    (c.is_control() && !matches!(c, '\n' | '\t' | '\r')) || matches!(c, '\u{fffe}' | '\u{ffff}')
}

/// Returns a text as the value of an attribute: one line.
pub(crate) fn attribute(text: &str) -> String {
    let line: String = text.chars().filter(|c| !is_unfit(*c)).map(|c| if c.is_whitespace() { ' ' } else { c }).collect();
    escape(line.trim()).into_owned()
}

/// Returns a text as what stands in a run of WordprocessingML: its line breaks and tabs as elements.
pub(crate) fn run(text: &str) -> String {
    let text: String = text.replace("\r\n", "\n").replace('\r', "\n").chars().filter(|c| !is_unfit(*c)).collect();
    let piece = |piece: &str| if piece.is_empty() { String::new() } else { format!("<w:t xml:space=\"preserve\">{}</w:t>", escape(piece)) };
    let line = |line: &str| line.split('\t').map(piece).collect::<Vec<_>>().join("<w:tab/>");
    text.split('\n').map(line).collect::<Vec<_>>().join("<w:br/>")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn breaks_and_tabs_are_kept_and_what_xml_cannot_hold_is_left_out() {
        let text = run("甲<乙>&\u{7}\u{0}丙\r\n𠮷\t㐂😀");
        let want = concat!(
            "<w:t xml:space=\"preserve\">甲&lt;乙&gt;&amp;丙</w:t><w:br/>",
            "<w:t xml:space=\"preserve\">𠮷</w:t><w:tab/><w:t xml:space=\"preserve\">㐂😀</w:t>"
        );
        assert_eq!(text, want);
        assert_eq!(attribute(" 一\n二\u{b}\" "), "一 二&quot;");
    }
}
