//! Kinds of characters.

/// Returns true for a Chinese character.
pub fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}' | '〇')
}

/// Returns true for punctuation of Chinese text.
pub fn is_chinese_mark(c: char) -> bool {
    matches!(
        c,
        '，' | '。'
            | '、'
            | '；'
            | '：'
            | '！'
            | '？'
            | '（'
            | '）'
            | '《'
            | '》'
            | '〔'
            | '〕'
            | '【'
            | '】'
            | '“'
            | '”'
            | '‘'
            | '’'
            | '—'
            | '…'
    )
}

/// Returns the counterpart of an opening bracket.
pub fn closing(c: char) -> Option<char> {
    const PAIRS: [(char, char); 7] = [('（', '）'), ('(', ')'), ('〔', '〕'), ('[', ']'), ('［', '］'), ('【', '】'), ('《', '》')];
    PAIRS.iter().find(|(open, _)| *open == c).map(|(_, close)| *close)
}

/// Returns true for a closing bracket.
pub fn is_closing(c: char) -> bool {
    matches!(c, '）' | ')' | '〕' | ']' | '］' | '】' | '》')
}

/// What stands in one pair of brackets is shorter than this; so that looking for its end takes bounded time.
const LONGEST_BRACKET: usize = 1200;

/// Returns the index of the bracket that closes the one at `open`, nested ones skipped.
///
/// Half-width and full-width forms of a bracket close each other: scrapes mix them. A bracket that is not closed within
/// a line, or within a page's length, is none.
pub fn matching(chars: &[char], open: usize) -> Option<usize> {
    let kind = |c: char| match c {
        '(' | '（' | ')' | '）' => 1,
        '[' | '［' | ']' | '］' | '〔' | '〕' => 2,
        '【' | '】' => 3,
        '《' | '》' => 4,
        _ => 0,
    };
    let wanted = kind(*chars.get(open)?);
    let mut depth = 0usize;
    for (at, c) in chars.iter().enumerate().skip(open).take(LONGEST_BRACKET) {
        if *c == '\n' {
            return None;
        }
        if kind(*c) == wanted {
            if closing(*c).is_some() {
                depth += 1;
            } else {
                depth -= 1;
                if depth == 0 {
                    return Some(at);
                }
            }
        }
    }
    None
}
