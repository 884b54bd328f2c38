//! How a value is held against a number, from the words around it.

use super::about;
use super::number::Number;
use super::unit::is_share;
use domain::Comparator;

const AT_LEAST: [&str; 18] = [
    "不少于",
    "不低于",
    "不小于",
    "不下于",
    "超过",
    "突破",
    "高于",
    "大于",
    "多于",
    "至少",
    "至少有",
    "不少於",
    "超",
    "≥",
    ">",
    "＞",
    "至少达",
    "最低",
];
const AT_MOST: [&str; 29] = [
    "＜",
    "不超",
    "不得超过",
    "不得高于",
    "不突破",
    "压缩至",
    "压缩到",
    "不超过",
    "不高于",
    "不大于",
    "不多于",
    "低于",
    "小于",
    "少于",
    "控制在",
    "控制到",
    "降至",
    "降到",
    "下降到",
    "下降至",
    "降低到",
    "降低至",
    "减少到",
    "压减到",
    "压减至",
    "缩短至",
    "缩短到",
    "≤",
    "<",
];
const ABOUT: [&str; 6] = ["约", "大约", "稳定在", "保持在", "维持在", "约为"];
const UP: [&str; 9] = ["增长", "递增", "增加", "上升", "提高", "提升", "增幅", "增速", "增长了"];
const DOWN: [&str; 7] = ["下降", "降低", "减少", "压减", "降幅", "下降了", "缩减"];
const REACH: [&str; 21] = [
    "达到",
    "达",
    "提高到",
    "提高至",
    "提升到",
    "提升至",
    "增加到",
    "增加至",
    "增至",
    "扩大到",
    "扩大至",
    "延长至",
    "增长到",
    "增长至",
    "达成",
    "升至",
    "上升到",
    "恢复到",
    "覆盖率为",
    "占",
    "占到",
];
/// Words that may stand between the comparing word and the number.
const FILLERS: [&str; 16] =
    ["均", "各", "分别", "力争", "总体", "至少", "到", "在", "为", "了", "约", "达到", "达", "超过", "不低于", "不少于"];

/// Returns how values are held against a number; `before` is what stands before it in its clause.
pub fn comparator(before: &str, number: &Number) -> Comparator {
    if number.upper.is_some() {
        return Comparator::Range;
    }
    let hidden = about::hidden(before);
    let all = hidden.as_ref();
    let before = without_share_of(all);
    let ends = |set: &[&str]| set.iter().any(|word| before.ends_with(word));
    // The longest word decides: 不高于 is not 高于.
    let longest = |set: &[&str]| set.iter().filter(|word| before.ends_with(**word)).map(|word| word.len()).max().unwrap_or(0);
    let at_most = longest(&AT_MOST) > longest(&AT_LEAST);
    let bare = without_fillers(before);
    let grows = |set: &[&str]| {
        (is_share(&number.unit) || number.unit == "岁")
            && set.iter().any(|word| bare.ends_with(word))
            && !ends(&["提高到", "提升到", "降低到"])
    };
    let to = before.ends_with(['到', '至']);
    match number.suffix {
        _ if !to && grows(&UP) => Comparator::Increase,
        _ if !to && grows(&DOWN) => Comparator::Decrease,
        "以上" | "及以上" | "多" | "余" | "以上的" | "次以上" => Comparator::AtLeast,
        "以下" | "及以下" | "以内" | "之内" | "内" => Comparator::AtMost,
        "左右" | "上下" => Comparator::About,
        _ if ends(&AT_LEAST) && !at_most => Comparator::AtLeast,
        _ if at_most || near(before, "控制在") || share_of(before, &["不超过", "不高于"]) => Comparator::AtMost,
        _ if ends(&ABOUT) => Comparator::About,
        _ if share_of(before, &["不低于", "不少于", "超过", "达到"]) => Comparator::AtLeast,
        _ if ends(&REACH) || REACH.iter().any(|word| bare.ends_with(word)) || bare.ends_with("提高") || bare.ends_with("提升") => {
            Comparator::AtLeast
        }
        _ if starts_at_least(all) => Comparator::AtLeast,
        _ => Comparator::Equal,
    }
}

/// Returns true for 至少建成名中医工作室20个: the word stands before the verb, in the part of the clause that is the number's.
fn starts_at_least(before: &str) -> bool {
    ["至少", "不少于"].iter().any(|word| before.rfind(word).is_some_and(|at| !before[at..].contains(['、', '，'])))
}

/// Strips the words that may stand between the comparing word and the number.
fn without_fillers(before: &str) -> &str {
    let mut bare = before.trim_end();
    while let Some(rest) = FILLERS.iter().find_map(|word| bare.strip_suffix(word)) {
        bare = rest;
    }
    bare
}

/// Strips 每万人口 and 每人每月 between the comparing word and the number.
fn without_share_of(before: &str) -> &str {
    match before.find('每') {
        Some(at) if at > 0 && before[at..].chars().count() <= 9 && !compares(&before[at..]) => &before[..at],
        _ => before.strip_suffix("人均").unwrap_or(before),
    }
}

/// Returns true if the words end with one that holds a value against a number, or says how it changes.
pub fn compares(words: &str) -> bool {
    let words = about::hidden(words);
    AT_LEAST.iter().chain(&AT_MOST).chain(&ABOUT).chain(&REACH).chain(&UP).chain(&DOWN).any(|word| words.ends_with(word))
}

/// Returns true if the word stands close before the number.
fn near(before: &str, word: &str) -> bool {
    before.rfind(word).is_some_and(|at| before[at + word.len()..].chars().count() <= 4)
}

/// Returns true for 不低于门诊量的4%: the comparing word, then what the share is of.
fn share_of(before: &str, words: &[&str]) -> bool {
    before.ends_with('的') && words.iter().any(|word| before.rfind(word).is_some_and(|at| before[at + word.len()..].chars().count() <= 10))
}
