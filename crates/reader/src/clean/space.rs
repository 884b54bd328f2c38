//! White space of all kinds, and half-width punctuation in Chinese text.

use super::traced::Traced;
use crate::chars::{is_chinese_mark, is_closing, is_han, pairs};
use crate::trace::Trace;

/// Returns the line with plain single spaces, none at its ends and none between a number and its Chinese unit.
pub fn tidy(line: Traced) -> Traced {
    if !line.text.chars().any(|c| is_invisible(c) || is_space(c)) {
        return line;
    }
    let mut out: Vec<char> = Vec::with_capacity(line.trace.len());
    let mut trace = Trace::default();
    for (c, from) in line.chars() {
        match c {
            c if is_invisible(c) => {}
            c if is_space(c) => {
                if out.last().is_some_and(|last| *last != ' ') {
                    out.push(' ');
                    trace.push(from);
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
                        trace.pop();
                    }
                }
                out.push(c);
                trace.push(from);
            }
        }
    }
    if out.last() == Some(&' ') {
        out.pop();
        trace.pop();
    }
    Traced { text: out.into_iter().collect(), trace, ..line }
}

/// Returns true for what is not seen and parts nothing.
pub fn is_invisible(c: char) -> bool {
    matches!(c, '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{ad}' | '\u{2060}')
}

/// Returns true for white space of any kind.
pub fn is_space(c: char) -> bool {
    c.is_whitespace() || c.is_control()
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
pub fn punctuate(line: Traced) -> Traced {
    if !line.text.contains([',', ':', ';', '?', '!', '(', ')']) {
        return line;
    }
    let mut chars: Vec<char> = line.text.chars().collect();
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
    Traced { text: chars.into_iter().collect(), ..line }
}

/// Returns true for `?` before pinyin or another `?`: a lost character, to be seen as such.
fn chinese_question_is_damage(chars: &[char], at: usize) -> bool {
    chars.get(at + 1) == Some(&'?') || super::pinyin::syllable(chars, at + 1).is_some()
}
