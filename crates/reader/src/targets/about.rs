//! 约 says "about" before a number, but not where it ends a word: 家庭医生签约35万人次.

use std::borrow::Cow;

/// Words that end in 约. 有约 and 和约 are left out: 现有约35万人, 市直和约20个乡镇 are about that many.
const WORDS: [&str; 34] = [
    "签约", "预约", "节约", "制约", "履约", "合约", "公约", "条约", "特约", "集约", "契约", "简约", "邀约", "续约", "违约", "隐约", "解约",
    "毁约", "缔约", "婚约", "如约", "失约", "租约", "盟约", "誓约", "守约", "爽约", "应约", "践约", "立约", "改约", "网约", "团约", "相约",
];

/// Stands for a 约 that ends a word; no text has it.
const WITHIN: char = '\u{e000}';

/// Returns the words with every 约 that ends a word hidden, so that the others can be looked for.
pub fn hidden(words: &str) -> Cow<'_, str> {
    if !words.contains('约') {
        return Cow::Borrowed(words);
    }
    let hide = |words: String, word: &str| words.replace(word, &word.replace('约', &WITHIN.to_string()));
    Cow::Owned(WORDS.iter().fold(words.to_owned(), |words, word| hide(words, word)))
}

/// Returns the words as they were.
pub fn shown(words: &str) -> String {
    words.replace(WITHIN, "约")
}

/// Returns true if the words end in a word that ends in 约.
pub fn ends_in_word(words: &str) -> bool {
    hidden(words).ends_with(WITHIN)
}
