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

/// Returns the pairs of brackets in a stretch, each with its opening and closing index, in the order they open.
///
/// Half-width and full-width forms of a bracket close each other: scrapes mix them. A bracket that is not closed within
/// a line, or within a page's length, is none.
pub fn pairs(chars: &[char]) -> Vec<(usize, usize)> {
    let mut open: [Vec<usize>; 4] = Default::default();
    let mut found = Vec::new();
    for (at, c) in chars.iter().enumerate() {
        let kind = match c {
            '\n' => {
                open.iter_mut().for_each(Vec::clear);
                continue;
            }
            '(' | '（' | ')' | '）' => 0,
            '[' | '［' | ']' | '］' | '〔' | '〕' => 1,
            '【' | '】' => 2,
            '《' | '》' => 3,
            _ => continue,
        };
        if !is_closing(*c) {
            open[kind].push(at);
        } else if let Some(start) = open[kind].pop().filter(|start| at - start < LONGEST_BRACKET) {
            found.push((start, at));
        }
    }
    found.sort_unstable();
    found
}
