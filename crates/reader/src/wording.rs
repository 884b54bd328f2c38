//! Many words looked for at once: one pass over a text instead of one for each.

use regex::Regex;

/// Returns what finds the first of these words in a text.
pub fn any_of(words: &[&str]) -> Regex {
    let escaped: Vec<String> = words.iter().map(|word| regex::escape(word)).collect();
    Regex::new(&escaped.join("|")).expect("words are a pattern")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_of_several_words_is_found_as_it_is_written() {
        let words = any_of(&["去年", "1.5"]);
        assert!(words.is_match("比去年增长") && words.is_match("1.5倍"));
        assert!(!words.is_match("今年105个"));
    }
}
