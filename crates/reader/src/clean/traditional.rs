//! Traditional characters to Simplified, in documents written in them.

use super::traced::Traced;
use crate::chars::is_han;
use ferrous_opencc::OpenCC;
use ferrous_opencc::config::BuiltinConfig;
use std::sync::LazyLock;

static TO_SIMPLIFIED: LazyLock<OpenCC> =
    LazyLock::new(|| OpenCC::from_config(BuiltinConfig::T2s).expect("the dictionaries are part of the program"));

/// Returns true if so many characters are Traditional that the document must be: single ones occur in any text.
pub fn is_traditional(lines: &[Traced]) -> bool {
    // Each character is looked up once, however often it occurs; the rare ones beyond 16 bits decide nothing.
    let mut times = vec![0_usize; 1 << 16];
    for c in lines.iter().flat_map(|line| line.text.chars()).filter(|c| is_han(*c)) {
        if let Some(times) = times.get_mut(c as usize) {
            *times += 1;
        }
    }
    let han: usize = times.iter().sum();
    let is_changed = |c: char| !TO_SIMPLIFIED.convert(c.encode_utf8(&mut [0; 4])).starts_with(c);
    let seen = (0_u32..).zip(&times).filter(|(_, times)| **times > 0);
    let changed: usize = seen.filter(|(c, _)| char::from_u32(*c).is_some_and(is_changed)).map(|(_, times)| times).sum();
    changed * 20 > han && changed >= 3
}

/// Returns the line in Simplified characters, one for each of its own.
pub fn simplify(line: Traced) -> Traced {
    let text = particles(&TO_SIMPLIFIED.convert(&line.text));
    // The dictionary has words of one length on both sides only; one that had not would move all places behind it.
    if text.chars().count() == line.trace.len() { Traced { text, ..line } } else { line }
}

/// Writes 着 for 著 where it is a particle or a verb (着力, 着眼, 沿着): the dictionary keeps 著, as in 著名.
fn particles(line: &str) -> String {
    const BEHIND: &str = "名作称述者录书绩称";
    const BEFORE: &str = "显名编论原卓昭土专巨拙译合遗新旧";
    let chars: Vec<char> = line.chars().collect();
    let near = |at: Option<usize>, set: &str| at.and_then(|i| chars.get(i)).is_some_and(|c| set.contains(*c));
    chars
        .iter()
        .enumerate()
        .map(|(at, c)| match c {
            '著' if !near(Some(at + 1), BEHIND) && !near(at.checked_sub(1), BEFORE) => '着',
            c => *c,
        })
        .collect()
}
