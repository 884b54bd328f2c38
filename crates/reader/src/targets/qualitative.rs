//! Targets without a number: 全覆盖, 达到市定水平, 死亡率明显下降.

use crate::model::Span;
use regex::Regex;
use std::sync::LazyLock;

/// A state that a clause commits to; the place counts from the beginning of the sentence.
pub struct Found {
    /// Where it stands.
    pub span: Span,
    /// What it is about.
    pub name: String,
}

static STATE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"^(?P<all>.{2,24}?)(?:实现|达到)?全覆盖$",
        r"|^(?P<times>.{2,24}?)(?:力争|实现|要)*(?:翻[一两二]?番|倍增|动态清零)$",
        r"|^(?P<rate>.{2,24}?(?:率|占比|比例|比重))(?:要)?(?:达到|不低于|不高于|高于|低于)(?:国家|全国|全省|全市|省|市|区|县|上年).{0,4}(?:水平|平均|标准|要求)(?:水平)?$",
        r"|^(?P<change>.{2,20}?(?:率|占比|比例|比重))(?:有?(?:明显|显著|持续|稳步|逐步|进一步|有所|有效))+(?:下降|降低|提高|提升|上升|增长|改善)$",
    ))
    .expect("constant")
});

/// Reads a clause that commits to a state.
pub fn qualitative(chars: &[char], clause: Span) -> Option<Found> {
    if clause.end - clause.start > 48 {
        return None;
    }
    let words: String = chars[clause.start..clause.end].iter().collect();
    let hit = STATE.captures(words.trim())?;
    let name = ["all", "times", "rate", "change"].iter().find_map(|group| hit.name(group)).map(|m| m.as_str())?;
    let name = name.trim_start_matches(['，', '、', '并', '将']).trim_start_matches("实现");
    let suffix = if hit.name("all").is_some() { "全覆盖" } else { "" };
    Some(Found { span: clause, name: format!("{name}{suffix}") })
}
