//! Search keys: what a person may type to find a thing.

use pinyin::ToPinyin;

/// Returns the words in lower case followed by their pinyin initials: 家庭医生 → `家庭医生 jtys`.
pub(crate) fn keys(words: &[&str]) -> String {
    let text = words.join(" ").to_lowercase();
    let initials: String = words.iter().flat_map(|word| word.chars().filter_map(initial).chain([' '])).collect();
    format!("{text} {}", initials.trim_end())
}

/// Returns the first letter of a character's most common reading; letters and digits stand for themselves.
fn initial(c: char) -> Option<char> {
    match c.to_pinyin() {
        Some(pinyin) => pinyin.plain().chars().next(),
        None => c.is_alphanumeric().then(|| c.to_ascii_lowercase()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_find_what_they_abbreviate() {
        assert_eq!(keys(&["18", "家庭医生签约", "DRG付费"]), "18 家庭医生签约 drg付费 18 jtysqy drgff");
    }
}
