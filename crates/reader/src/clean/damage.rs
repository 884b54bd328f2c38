//! Characters lost where a web filter worked on GBK bytes without minding where a character begins.
//!
//! Such a filter looks for the two bytes of a character it knows, finds them as the second byte of one character and
//! the first of the next, and writes ` (pinyin)` between them. Decoding then sees a lone lead byte swallow the
//! bracket: 庫 becomes `?` + `guī)`, and the bytes up to the next annotation are read one byte out of step. The bytes
//! are all there, so the text can be put right; it is, only where the document's own annotations leave one answer.

use super::pinyin::{Annotations, is_toned, syllable};
use super::traced::Traced;
use crate::chars::is_han;
use crate::model::Span;
use encoding_rs::GBK;

/// How many characters may be out of step before the next annotation brings them back.
const LONGEST: usize = 24;

/// What was meant instead of some characters, each with the index of the one its first byte stood in.
type Meant = Vec<(char, usize)>;

/// Returns the line with what can be put right put right, and notes where it was.
pub fn repair(line: Traced, found: &Annotations, repaired: &mut Vec<Span>) -> Traced {
    if !line.text.contains('?') {
        return line;
    }
    let (chars, places): (Vec<char>, Vec<u32>) = line.chars().unzip();
    let mut out = Traced::like(&line);
    let mut at = 0;
    while at < chars.len() {
        match out_of_step(&chars, at, found).or_else(|| lost_full_stop(&chars, at)) {
            Some((end, meant)) => {
                meant.into_iter().for_each(|(c, from)| out.push(c, places[from]));
                repaired.push(Span::new(places[at] as usize, places[end - 1] as usize + 1));
                at = end;
            }
            None => {
                out.push(chars[at], places[at]);
                at += 1;
            }
        }
    }
    out
}

/// Returns true if a lone `?` stands where a character or a pinyin bracket was lost.
pub fn remains(text: &str) -> bool {
    let chars: Vec<char> = text.chars().collect();
    text.contains('\u{fffd}')
        || chars.iter().enumerate().any(|(at, c)| *c == '?' && syllable(&chars, at + 1).is_some_and(|(_, pinyin)| is_toned(&pinyin)))
        || text.contains("??")
}

/// Reads `?pinyin)…?pinyin)`: the stretch between a lead byte parted from its trail byte and the next annotation.
fn out_of_step(chars: &[char], at: usize, found: &Annotations) -> Option<(usize, Meant)> {
    if chars[at] != '?' {
        return None;
    }
    let before = at.checked_sub(1).map(|i| chars[i]).filter(|c| is_han(*c) || crate::chars::is_chinese_mark(*c))?;
    let (start, first) = syllable(chars, at + 1).filter(|(_, pinyin)| is_toned(pinyin))?;
    let close = (start..chars.len().min(start + LONGEST)).find(|i| chars[*i] == '?')?;
    let (end, last) = syllable(chars, close + 1).filter(|(_, pinyin)| is_toned(pinyin))?;
    // The character the filter thought it saw has the trail byte before and the lost lead byte as its two bytes.
    let trail_before = *gbk(before)?.get(1)?;
    let leads = unique(candidates(found, &first).filter_map(|seen| gbk(seen).filter(|b| b[0] == trail_before).map(|b| b[1])));
    let mut between = Vec::new();
    for c in &chars[start..close] {
        between.extend(gbk(*c)?);
    }
    let mut answers = Vec::new();
    for lead in leads {
        let head = [&[lead], between.as_slice()].concat();
        let (whole, rest) = head.split_at(head.len() - 1);
        for seen in candidates(found, &last) {
            if gbk(seen).is_some_and(|b| b[0] == rest[0]) {
                let (text, broken) = GBK.decode_without_bom_handling(whole);
                if !broken && text.chars().all(|c| is_han(c) || crate::chars::is_chinese_mark(c)) {
                    answers.push(format!("{text}{seen}"));
                }
            }
        }
    }
    answers.dedup();
    let [meant] = answers.as_slice() else { return None };
    Some((end, meant.chars().zip([at].into_iter().chain(start..)).collect()))
}

/// Reads `??h`: a full stop (A1 A3) and a character (BF 68), where A3 BF was taken for a question mark and replaced.
fn lost_full_stop(chars: &[char], at: usize) -> Option<(usize, Meant)> {
    let (replaced, trail) = (*chars.get(at + 1)?, *chars.get(at + 2)?);
    let before = at.checked_sub(1).map(|i| chars[i])?;
    let after = *chars.get(at + 3)?;
    let fits = chars[at] == '?'
        && matches!(replaced, '?' | '!' | ',' | ':' | ';' | '(' | ')')
        && matches!(trail, '@'..='~')
        && (is_han(before) || crate::chars::is_chinese_mark(before))
        && (is_han(after) || after == '(');
    if !fits {
        return None;
    }
    let bytes = [replaced as u8 | 0x80, trail as u8];
    let (text, broken) = GBK.decode_without_bom_handling(&bytes);
    (!broken && text.chars().all(is_han)).then(|| (at + 3, ['。'].into_iter().chain(text.chars()).zip(at..).collect()))
}

fn candidates<'a>(found: &'a Annotations, pinyin: &str) -> impl Iterator<Item = char> + use<'a> {
    found.by_pinyin.get(pinyin).into_iter().flatten().copied()
}

fn unique(bytes: impl Iterator<Item = u8>) -> Vec<u8> {
    let mut bytes: Vec<u8> = bytes.collect();
    bytes.sort_unstable();
    bytes.dedup();
    bytes
}

/// Returns the two GBK bytes of a character.
fn gbk(c: char) -> Option<[u8; 2]> {
    let mut buffer = [0; 4];
    let (bytes, _, unmappable) = GBK.encode(c.encode_utf8(&mut buffer));
    if unmappable { None } else { bytes.as_ref().try_into().ok() }
}
