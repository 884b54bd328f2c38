//! Web pages saved as one file (.mht, .mhtml): the page among the parts of a MIME message.

use encoding_rs::Encoding;

/// Parts within parts; a saved page needs two.
const DEEPEST: usize = 5;
/// The most lines a head may have.
const LONGEST_HEAD: usize = 400;

/// Returns true if the bytes begin like a MIME message that holds a page.
pub fn looks_like(bytes: &[u8]) -> bool {
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(4096)]).to_ascii_lowercase();
    let Some((head, _)) = split_head(start.trim_start().as_bytes()) else { return false };
    let head = String::from_utf8_lossy(head).into_owned();
    let first = head.lines().next().unwrap_or_default();
    let is_field =
        first.split_once(':').is_some_and(|(name, _)| !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-'));
    is_field && head.contains("content-type:") && (head.contains("mime-version:") || head.contains("multipart/"))
}

/// What a message holds.
pub enum Page {
    /// A page, or at least text: its bytes undone from their transfer, and the encoding named.
    Html(Vec<u8>, Option<&'static Encoding>),
    /// Text that is no page.
    Plain(Vec<u8>, Option<&'static Encoding>),
}

/// Returns the page of a message; none if it has none.
pub fn page(bytes: &[u8]) -> Option<Page> {
    let mut plain = None;
    find(bytes.trim_ascii_start(), 0, &mut plain).or(plain)
}

fn find(part: &[u8], depth: usize, plain: &mut Option<Page>) -> Option<Page> {
    let (head, body) = split_head(part)?;
    let head = Head::read(head);
    if head.kind.starts_with("multipart/") {
        if depth >= DEEPEST {
            return None;
        }
        let boundary = format!("--{}", head.boundary?);
        return parts(body, boundary.as_bytes()).into_iter().find_map(|part| find(part, depth + 1, plain));
    }
    let content = |head: &Head| match head.transfer.as_str() {
        "quoted-printable" => quoted_printable(body),
        "base64" => base64(body),
        _ => body.to_vec(),
    };
    match head.kind.as_str() {
        "text/html" | "application/xhtml+xml" => Some(Page::Html(content(&head), head.charset)),
        "text/plain" | "" if plain.is_none() => {
            *plain = Some(Page::Plain(content(&head), head.charset));
            None
        }
        _ => None,
    }
}

/// Parts a head from its body at the first empty line.
fn split_head(part: &[u8]) -> Option<(&[u8], &[u8])> {
    let mut at = 0;
    for _ in 0..LONGEST_HEAD {
        let line = part[at..].iter().position(|b| *b == b'\n')?;
        if part[at..at + line].trim_ascii().is_empty() {
            return Some((&part[..at], &part[at + line + 1..]));
        }
        at += line + 1;
    }
    None
}

#[derive(Default)]
struct Head {
    kind: String,
    transfer: String,
    boundary: Option<String>,
    charset: Option<&'static Encoding>,
}

impl Head {
    fn read(head: &[u8]) -> Head {
        // A field goes on in lines that begin with white space.
        let text = String::from_utf8_lossy(head).replace("\r\n", "\n").replace("\n\t", " ").replace("\n ", " ");
        let mut out = Head::default();
        for (name, value) in text.lines().filter_map(|line| line.split_once(':')) {
            match name.trim().to_ascii_lowercase().as_str() {
                "content-type" => {
                    out.kind = value.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
                    for (name, value) in value.split(';').skip(1).filter_map(|parameter| parameter.split_once('=')) {
                        let value = value.trim().trim_matches('"');
                        match name.trim().to_ascii_lowercase().as_str() {
                            "boundary" => out.boundary = Some(value.to_owned()).filter(|boundary| !boundary.is_empty()),
                            "charset" => out.charset = Encoding::for_label(value.as_bytes()),
                            _ => {}
                        }
                    }
                }
                "content-transfer-encoding" => out.transfer = value.trim().to_ascii_lowercase(),
                _ => {}
            }
        }
        out
    }
}

/// Returns the parts between lines that begin with the boundary.
fn parts<'a>(body: &'a [u8], boundary: &[u8]) -> Vec<&'a [u8]> {
    let (mut parts, mut begun, mut at) = (Vec::new(), None, 0);
    for line in body.split_inclusive(|b| *b == b'\n') {
        if line.starts_with(boundary) {
            if let Some(start) = begun.replace(at + line.len()) {
                parts.push(&body[start..at]);
            }
            if line[boundary.len()..].starts_with(b"--") {
                return parts;
            }
        }
        at += line.len();
    }
    // A cut file lacks its last boundary.
    parts.extend(begun.map(|start| &body[start..]));
    parts
}

fn quoted_printable(body: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(body.len());
    let digit = |at: usize| body.get(at).and_then(|b| char::from(*b).to_digit(16));
    let mut at = 0;
    while at < body.len() {
        if body[at] != b'=' {
            out.push(body[at]);
            at += 1;
        } else if let (Some(high), Some(low)) = (digit(at + 1), digit(at + 2)) {
            out.push((high * 16 + low) as u8);
            at += 3;
        } else {
            // A soft break: the line goes on. Anything else is a damaged sign, left out with the rest of its line's white space.
            at += 1;
            while body.get(at).is_some_and(|b| matches!(b, b' ' | b'\t' | b'\r')) {
                at += 1;
            }
            at += usize::from(body.get(at) == Some(&b'\n'));
        }
    }
    out
}

fn base64(body: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(body.len() / 4 * 3);
    let (mut bits, mut held) = (0u32, 0);
    for byte in body {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            b'=' => break,
            _ => continue,
        };
        bits = bits << 6 | u32::from(value);
        held += 6;
        if held >= 8 {
            held -= 8;
            out.push((bits >> held) as u8);
            bits &= (1 << held) - 1;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::{Expect, expect};

    fn check(message: &[u8], expected: Expect) {
        assert!(looks_like(message));
        let reading = crate::decode::decode("页.mht", message).unwrap();
        expected.assert_eq(&reading.lines.join("\n"));
    }

    #[test]
    fn the_page_is_found_among_the_parts() {
        let page = "<html><body><p>云州市工作要点</p><p>一、新建3家</p></body></html>";
        let gb = encoding_rs::GB18030.encode(page).0.into_owned();
        let quoted: String =
            gb.iter().map(|b| if b.is_ascii() && *b != b'=' { char::from(*b).to_string() } else { format!("={b:02X}") }).collect();
        let message = format!(
            "From: <Saved by WPS>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"--=_X\"\r\n\r\n\
             前言\r\n----=_X\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw==\r\n\
             ----=_X\r\nContent-Type: text/html; charset=\"gb2312\"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n{}=\r\n{}\r\n----=_X--\r\n尾",
            &quoted[..30],
            &quoted[30..]
        );
        check(
            message.as_bytes(),
            expect![[r#"
            云州市工作要点
            一、新建3家
        "#]],
        );
    }

    #[test]
    fn base_64_and_a_single_part_are_read() {
        let message =
            "MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n\nPHA+5Lmd5a62\nPC9wPg==";
        check(
            message.as_bytes(),
            expect![[r#"
            九家
        "#]],
        );
        assert_eq!(base64("6KaB54K5".as_bytes()), "要点".as_bytes());
    }

    #[test]
    fn a_notice_with_colons_is_no_message() {
        assert!(!looks_like("主题:通知\n\n正文".as_bytes()));
        assert!(!looks_like(b"To: you\nSubject: x\n\nbody"));
    }
}
