//! The embedded typeface: measuring text, and making it fit.

use skrifa::instance::{LocationRef, Size};
use skrifa::metrics::GlyphMetrics;
use skrifa::{FontRef, MetadataProvider, charmap::Charmap};
use std::sync::LazyLock;

/// Noto Sans SC, regular and bold: the whole files, so that the rare characters of names are there too.
pub static REGULAR: &[u8] = include_bytes!(env!("FONT_REGULAR"));
/// See [`REGULAR`].
pub static BOLD: &[u8] = include_bytes!(env!("FONT_BOLD"));

/// The embedded family first; in the window, where it is not installed, the system's.
pub const FAMILIES: &str = "'Noto Sans SC','Microsoft YaHei UI','Microsoft YaHei','Noto Sans CJK SC','Source Han Sans SC',sans-serif";
/// The name under which the embedded files are found.
pub const FAMILY: &str = "Noto Sans SC";

/// Stands for a character the embedded typeface lacks, as printers have it; never an empty box.
pub const STAND_IN: char = '〓';

/// How heavy the strokes are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// For almost everything.
    Regular,
    /// For titles and for what matters in this period.
    Bold,
}

struct Face {
    characters: Charmap<'static>,
    metrics: GlyphMetrics<'static>,
}

impl Face {
    fn new(file: &'static [u8]) -> Face {
        let font = FontRef::new(file).expect("the embedded font is whole: the PNG test draws with it");
        Face { characters: font.charmap(), metrics: font.glyph_metrics(Size::new(1.0), LocationRef::default()) }
    }

    fn advance(&self, c: char) -> f32 {
        let glyph = self.characters.map(c).or_else(|| self.characters.map(STAND_IN));
        glyph.and_then(|glyph| self.metrics.advance_width(glyph)).unwrap_or(1.0)
    }
}

static REGULAR_FACE: LazyLock<Face> = LazyLock::new(|| Face::new(REGULAR));
static BOLD_FACE: LazyLock<Face> = LazyLock::new(|| Face::new(BOLD));

/// Returns how wide a text is, as a multiple of its type size.
pub fn width(text: &str, weight: Weight) -> f32 {
    let face = match weight {
        Weight::Regular => &REGULAR_FACE,
        Weight::Bold => &BOLD_FACE,
    };
    text.chars().map(|c| face.advance(c)).sum()
}

/// Returns how wide the widest of some texts is, as a multiple of their type size; 0 for none.
pub fn widest(texts: impl IntoIterator<Item = impl AsRef<str>>, weight: Weight) -> f32 {
    texts.into_iter().map(|text| width(text.as_ref(), weight)).fold(0.0, f32::max)
}

/// Returns true if the embedded typeface can draw the character.
pub fn has(c: char) -> bool {
    // Most of a file is plain letters: looking them up would take longer than reading it.
    c.is_ascii() || REGULAR_FACE.characters.map(c).is_some()
}

/// Returns the text on one line, without control characters and what only steers typesetting: nothing of it could be seen.
pub fn printable(text: &str) -> String {
    let seen: String = text.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).filter(|c| !invisible(*c)).collect();
    seen.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

fn invisible(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
        // Not characters: XML does not allow them.
        || matches!(c as u32 & 0xffff, 0xfffe | 0xffff)
}

/// Returns the text cut to a width (a multiple of the type size), with … where something was cut.
pub fn cut(text: &str, weight: Weight, room: f32) -> String {
    if width(text, weight) <= room {
        return text.to_owned();
    }
    let kept = fitting(text, weight, room - width("…", weight));
    format!("{}…", text[..kept].trim_end())
}

/// Returns the text broken into at most so many lines of a width, the last one cut.
pub fn wrap(text: &str, weight: Weight, room: f32, lines: usize) -> Vec<String> {
    let mut rest = text;
    let mut broken = Vec::new();
    while !rest.is_empty() {
        if broken.len() + 1 == lines || width(rest, weight) <= room {
            broken.push(cut(rest, weight, room));
            break;
        }
        let full = fitting(rest, weight, room).max(rest.chars().next().map_or(0, char::len_utf8));
        let breaks = rest[..full].char_indices().map(|(at, _)| at).skip(1).chain([full]);
        // Of nothing but such marks a line is as full as any other.
        let end = breaks.filter(|at| !may_not_begin(&rest[*at..]) && !may_not_end(&rest[..*at])).last().unwrap_or(full);
        let end = before_opening(rest, before_number(rest, end));
        broken.push(rest[..end].trim_end().to_owned());
        rest = rest[end..].trim_start();
    }
    broken
}

/// Returns where a text is broken rather than within a number or a foreign word; there, where a line holds nothing else.
fn before_number(text: &str, end: usize) -> usize {
    let of_number = |c: char| c.is_ascii_alphanumeric() || c == '.';
    if !text[end..].starts_with(of_number) {
        return end;
    }
    match text[..end].trim_end_matches(of_number).len() {
        0 => end,
        begin => begin,
    }
}

/// Returns how many bytes of the text fit.
fn fitting(text: &str, weight: Weight, room: f32) -> usize {
    let mut used = 0.0;
    text.char_indices()
        .find(|(_, c)| {
            used += width(c.encode_utf8(&mut [0; 4]), weight);
            used > room
        })
        .map_or(text.len(), |(i, _)| i)
}

/// Returns true if a line must not begin with this text: closing marks hang on the line before.
fn may_not_begin(text: &str) -> bool {
    text.starts_with(['，', '。', '、', '；', '：', '）', '》', '”', '’', '！', '？', '】', '%', '％', ')', ',', '.'])
}

/// Opening marks stand before what they open, on its line.
const OPENING: [char; 8] = ['（', '《', '“', '‘', '【', '(', '[', '〔'];

/// Returns true if a line must not end with this text.
fn may_not_end(text: &str) -> bool {
    text.ends_with(OPENING)
}

/// Returns where a text is broken rather than behind an opening mark; there, where a line holds nothing else.
fn before_opening(text: &str, end: usize) -> usize {
    match text[..end].trim_end_matches(OPENING).len() {
        0 => end,
        begin => begin,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_seen_is_removed() {
        assert_eq!(printable("新增\u{0}托\u{200b}位\n（\u{202e}个）\u{fffe}\t 合计"), "新增托位 （个） 合计");
    }

    #[test]
    fn chinese_is_measured_as_square_and_rare_characters_are_known() {
        assert!((width("新增托位", Weight::Regular) - 4.0).abs() < 0.001);
        assert!(width("1066", Weight::Bold) > width("1066", Weight::Regular));
        assert_eq!("㐂𠮷㕔䶮堃镕🙂".chars().filter(|c| !has(*c)).collect::<String>(), "𠮷🙂");
        assert_eq!(width("🙂", Weight::Regular), width("〓", Weight::Regular), "measured as its stand-in");
    }

    #[test]
    fn long_texts_are_wrapped_and_cut() {
        assert_eq!(wrap("一二三四五六七八九十", Weight::Regular, 4.0, 2), ["一二三四", "五六七…"]);
        assert_eq!(wrap("一二三四，五", Weight::Regular, 4.0, 3), ["一二三", "四，五"], "a comma begins no line");
        assert_eq!(
            wrap("一二（三）：四", Weight::Regular, 5.0, 3),
            ["一二", "（三）：四"],
            "nor do several marks, and an opening one ends none"
        );
        assert_eq!(wrap("应达58.3%，实达", Weight::Regular, 4.6, 3), ["应达", "58.3%，", "实达"], "nor is a number parted from its sign");
        assert_eq!(
            wrap("行动计划（2025—2026年）", Weight::Regular, 6.5, 3),
            ["行动计划", "（2025—2026", "年）"],
            "nor a number from its bracket"
        );
        assert_eq!(wrap("。。。。。", Weight::Regular, 2.0, 9), ["。。", "。。", "。"], "of marks alone a line is full");
        assert_eq!(wrap("一二三", Weight::Regular, 4.0, 2), ["一二三"]);
        assert_eq!(wrap("落后17.3个", Weight::Regular, 3.5, 3), ["落后", "17.3个"], "a number is not broken");
        assert_eq!(wrap("123456789", Weight::Regular, 2.0, 9).concat(), "123456789", "unless it is longer than a line");
        assert_eq!(wrap("", Weight::Regular, 4.0, 2), [""; 0]);
        assert_eq!(cut("一二三四", Weight::Regular, 0.5), "…");
        assert_eq!(wrap("一二三", Weight::Regular, 0.1, 2).len(), 2, "no room at all still ends");
    }
}
