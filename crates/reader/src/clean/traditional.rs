//! Traditional characters to Simplified, in documents written in them.

use crate::chars::is_han;
use ferrous_opencc::OpenCC;
use ferrous_opencc::config::BuiltinConfig;
use std::sync::LazyLock;

static TO_SIMPLIFIED: LazyLock<OpenCC> =
    LazyLock::new(|| OpenCC::from_config(BuiltinConfig::T2s).expect("the dictionaries are part of the program"));

/// Returns true if so many characters are Traditional that the document must be: single ones occur in any text.
pub fn is_traditional(lines: &[String]) -> bool {
    let text = lines.concat();
    let han = text.chars().filter(|c| is_han(*c)).count();
    let simplified = TO_SIMPLIFIED.convert(&text);
    let changed = text.chars().zip(simplified.chars()).filter(|(a, b)| a != b).count();
    changed * 20 > han && changed >= 3
}

/// Returns the lines in Simplified characters.
pub fn simplify(lines: &[String]) -> Vec<String> {
    lines.iter().map(|line| particles(&TO_SIMPLIFIED.convert(line))).collect()
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
