//! White space of all kinds, and half-width punctuation in Chinese text.

use crate::chars::{is_chinese_mark, is_closing, is_han, pairs};

/// Returns the line with plain single spaces, none at its ends and none between a number and its Chinese unit.
pub fn tidy(line: &str) -> String {
    let mut out: Vec<char> = Vec::with_capacity(line.len());
    for c in line.chars() {
        match c {
            '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{ad}' | '\u{2060}' => {}
            c if c.is_whitespace() || c.is_control() => {
                if out.last().is_some_and(|last| *last != ' ') {
                    out.push(' ');
                }
            }
            c => {
                if let [.., before, ' '] = out[..] {
                    // A PDF parts 10 个 and 第 6 版; words of two scripts need the space.
                    if (before.is_ascii_digit() && is_han(c) && !is_code(&out[..out.len() - 1], c))
                        || (is_han(before) && c.is_ascii_digit())
                        || is_tight(before, c)
                    {
                        out.pop();
                    }
                }
                out.push(c);
            }
        }
    }
    if out.last() == Some(&' ') {
        out.pop();
    }
    out.into_iter().collect()
}

/// Returns true for 1-1, 1.2 or 01 at the beginning of a line: the space parts it from the heading.
fn is_code(line: &[char], next: char) -> bool {
    const COUNTED: &str = "万亿个名人家所张项次元年月日倍";
    let shape = line.len() <= 8 && line[0].is_ascii_digit() && line.iter().all(|c| c.is_ascii_digit() || matches!(c, '-' | '.'));
    let coded = line.iter().any(|c| !c.is_ascii_digit()) || (line.len() == 2 && line[0] == '0');
    shape && coded && !COUNTED.contains(next)
}

/// Returns true where a space beside Chinese punctuation was never meant.
fn is_tight(before: char, after: char) -> bool {
    let marks = |c: char| matches!(c, '，' | '。' | '、' | '；');
    (marks(before) && is_han(after)) || (is_han(before) && marks(after))
}

/// Returns the line with the punctuation of Chinese text where half-width signs stand between Chinese words.
pub fn punctuate(line: &str) -> String {
    if !line.contains([',', ':', ';', '?', '!', '(', ')', '．']) {
        return line.to_owned();
    }
    let mut chars: Vec<char> = line.chars().collect();
    let mut pairs = pairs(&chars).into_iter().peekable();
    // A half-width bracket before was left as it is.
    let mut is_open = false;
    for at in 0..chars.len() {
        let close = pairs.next_if(|(open, _)| *open == at).map(|(_, close)| close);
        let before = at.checked_sub(1).map(|i| chars[i]);
        let after = chars.get(at + 1).copied();
        let chinese = |c: Option<char>| c.is_some_and(|c| is_han(c) || is_chinese_mark(c));
        let digits = before.is_some_and(|c| c.is_ascii_digit()) && after.is_some_and(|c| c.is_ascii_digit());
        let touches = chinese(before) || (chinese(after) && before.is_some_and(|c| c.is_alphanumeric() || is_closing(c) || c == '%'));
        match chars[at] {
            ',' if (touches || before == Some('%')) && !digits => chars[at] = '，',
            ':' if touches && !digits => chars[at] = '：',
            ';' if touches => chars[at] = '；',
            '?' if chinese(before) && !chinese_question_is_damage(&chars, at) => chars[at] = '？',
            '!' if touches => chars[at] = '！',
            '(' => {
                if let Some(close) = close {
                    let inside = chars[at + 1..close].iter().any(|c| is_han(*c));
                    if inside || chinese(before) || chinese(chars.get(close + 1).copied()) {
                        chars[at] = '（';
                        if chars[close] == ')' {
                            chars[close] = '）';
                        }
                    }
                }
                is_open |= chars[at] == '(';
            }
            ')' if chinese(before) && !is_open => chars[at] = '）',
            _ => {}
        }
    }
    chars.into_iter().collect()
}

/// Returns true for `?` before pinyin or another `?`: a lost character, to be seen as such.
fn chinese_question_is_damage(chars: &[char], at: usize) -> bool {
    chars.get(at + 1) == Some(&'?') || super::pinyin::syllable(chars, at + 1).is_some()
}
