//! The text of bytes whose encoding nobody named.

use encoding_rs::{GB18030, UTF_16BE, UTF_16LE};

/// Returns the text of bytes in UTF-8, UTF-16 or GB18030; none if they are no text.
pub fn text_of(bytes: &[u8]) -> Option<String> {
    let text = match bytes {
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        [0xff, 0xfe, rest @ ..] => UTF_16LE.decode_without_bom_handling(rest).0.into_owned(),
        [0xfe, 0xff, rest @ ..] => UTF_16BE.decode_without_bom_handling(rest).0.into_owned(),
        _ => without_bom(bytes)?,
    };
    let strange = text.bytes().filter(|b| matches!(b, 0..=8 | 0xe..=0x1f)).count() + text.matches('\u{fffd}').count();
    let is_text = strange == 0 || strange * 20 <= text.chars().count();
    is_text.then(|| if text.contains('\0') { text.replace('\0', "") } else { text })
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
    Some(line_by_line(bytes))
}

/// Reads bytes that are damaged in every encoding, or put together from files in several: each line for itself, as the
/// encoding that leaves the fewest holes in it. One hole in a line of UTF-8 is damage; a line of GB18030 has them throughout.
fn line_by_line(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len());
    for line in bytes.split_inclusive(|b| *b == b'\n') {
        let utf = String::from_utf8_lossy(line);
        let holes = |text: &str| text.matches('\u{fffd}').count();
        let foreign = utf.chars().filter(|c| !c.is_ascii()).count();
        if holes(&utf) * 5 <= foreign {
            text.push_str(&utf);
            continue;
        }
        let (gb, _) = GB18030.decode_without_bom_handling(line);
        text.push_str(if holes(&utf) <= holes(&gb) { &utf } else { &gb });
    }
    text
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
}
