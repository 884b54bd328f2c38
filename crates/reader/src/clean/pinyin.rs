//! Pinyin put in brackets behind characters by a web filter: 衛(wèi)生 → 卫生.

use super::traced::Traced;
use crate::chars::is_han;
use std::collections::HashMap;

/// What a document's own annotations tell.
#[derive(Default)]
pub struct Annotations {
    /// How many there are.
    pub count: usize,
    /// The characters seen with each pinyin.
    pub by_pinyin: HashMap<String, Vec<char>>,
}

/// Toneless syllables that such filters write as they are.
const NEUTRAL: [&str; 18] =
    ["de", "le", "zhe", "ge", "men", "zi", "ma", "ba", "ne", "me", "tou", "di", "la", "guo", "ya", "wa", "shi", "li"];

/// Finds the annotations of a whole document; none if there are fewer than three, which a person may have written.
pub fn annotations(lines: &[Traced]) -> Annotations {
    let mut found = Annotations::default();
    for line in lines {
        let chars: Vec<char> = line.text.chars().collect();
        let mut at = 0;
        while at < chars.len() {
            match annotation(&chars, at).filter(|(_, pinyin)| is_toned(pinyin)) {
                Some((end, pinyin)) => {
                    found.count += 1;
                    let seen = found.by_pinyin.entry(pinyin).or_default();
                    if !seen.contains(&chars[at]) {
                        seen.push(chars[at]);
                    }
                    at = end;
                }
                None => at += 1,
            }
        }
    }
    if found.count < 3 { Annotations::default() } else { found }
}

/// Returns the line without its annotations.
pub fn remove(line: Traced, found: &Annotations) -> Traced {
    let (chars, places): (Vec<char>, Vec<u32>) = line.chars().unzip();
    let mut out = Traced::like(&line);
    let mut at = 0;
    while at < chars.len() {
        out.push(chars[at], places[at]);
        at = match annotation(&chars, at) {
            Some((end, pinyin)) if is_toned(&pinyin) || (found.count >= 20 && NEUTRAL.contains(&pinyin.as_str())) => end,
            _ => at + 1,
        };
    }
    out
}

/// Returns the end and the pinyin of the annotation behind the character at `at`.
fn annotation(chars: &[char], at: usize) -> Option<(usize, String)> {
    if !is_han(chars[at]) || !matches!(chars.get(at + 1), Some('(' | '（')) {
        return None;
    }
    let (end, pinyin) = syllable(chars, at + 2)?;
    Some((end, pinyin))
}

/// Reads a syllable and its closing bracket; returns where the bracket ends.
pub fn syllable(chars: &[char], start: usize) -> Option<(usize, String)> {
    let length = chars[start.min(chars.len())..].iter().take(7).take_while(|c| is_pinyin(**c)).count();
    let closes = matches!(chars.get(start + length), Some(')' | '）'));
    ((1..=6).contains(&length) && closes).then(|| (start + length + 1, chars[start..start + length].iter().collect()))
}

fn is_pinyin(c: char) -> bool {
    c.is_ascii_lowercase() || has_tone(c) || matches!(c, 'ü' | 'ɡ' | 'ɑ')
}

fn has_tone(c: char) -> bool {
    "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ".contains(c)
}

/// Returns true if the syllable carries a tone mark, as no abbreviation does.
pub fn is_toned(pinyin: &str) -> bool {
    pinyin.chars().any(has_tone)
}
