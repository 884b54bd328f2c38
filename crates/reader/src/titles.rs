//! Lead words: where the title of a measure ends, and what a section's title says of what stands under it.

use crate::model::Span;
use crate::text::Text;
use regex::Regex;
use std::sync::LazyLock;

static OVERVIEW: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"指导思想|总体要求|基本原则|工作原则|主要原则|总体思路|基本思路|发展思路|工作思路|面临(的)?(形势|挑战|机遇)|形势(分析|与)|发展环境|发展形势|(发展|工作)?现状|存在(的)?(主要)?问题|主要问题|问题(和|与)不足",
        r"|(工作|总体|发展|主要|行动|规划|预期|考核|年度|建设)目标$|^目标$|^(总体|工作|主要|年度)?(目标任务|任务目标)$|目标要求|总体考虑|重要意义|工作回顾|(主要|工作|建设)(成效|成绩)|取得(的)?成(效|绩|就)|基本情况|(编制|规划|工作|政策)(背景|依据)|发展(基础|成就)|适用范围|^(咨询|联系)(方式|电话|渠道)$|^解读(机关|单位)|名词解释|^附则|^总则|战略定位|总体目标|(主要|发展|预期)目标|考核(对象|内容|方式|办法)|评分标准|计分(办法|方法)",
    ))
    .expect("constant")
});
static REQUIREMENTS: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"^(工作|有关|相关|几点|组织)要求$|^要求$|^组织领导$").expect("constant"));
static SPEAKER: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"^\p{Han}{2,16}(说|强调|指出|表示|认为|介绍|要求|致辞)[，：]").expect("constant"));
static ADVERBS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?:(?:20\d\d年|今年|明年|到20\d\d年底?|同时|此外|另外|下一步|接下来|其次|最后|首先)，?(?:(?:全市|我市|全县|我县|全区|我区|\p{Han}{2,3})还?将|全市|我市|全县|我县|全区|我区|还?将|要)?，?)").expect("constant")
});

/// Returns true for sections that state aims, principles or findings, under which nothing is a measure.
pub fn is_overview(title: &str) -> bool {
    title.chars().count() <= 24 && OVERVIEW.is_match(title)
}

/// Returns true for sections of general requirements: no measures unless units are named for them.
pub fn is_requirements(title: &str) -> bool {
    REQUIREMENTS.is_match(title)
}

/// Returns true for sections that report what has been reached.
pub fn is_review(title: &str) -> bool {
    REVIEW.iter().any(|word| title.contains(word))
}

/// Returns true for an unnumbered heading that turns from the past to what is to be done.
pub fn looks_ahead(title: &str) -> bool {
    ["任务", "计划", "展望", "部署", "下一步", "今年", "新一年"].iter().any(|word| title.contains(word))
}

/// Returns true for a heading under which every item reports what has been reached: 2025年工作总结.
pub fn heads_review(title: &str) -> bool {
    let short = title.chars().count() <= 20 && !title.contains(['和', '及']);
    short
        && REVIEW.iter().any(|word| title.ends_with(word))
        && !["提升", "巩固", "增强", "提高", "扩大", "强化"].iter().any(|verb| title.starts_with(verb))
}

const REVIEW: [&str; 9] = ["发展基础", "回顾", "成效", "成绩", "成就", "基本情况", "现状", "工作总结", "完成情况"];

/// Returns true for a paragraph that reports what somebody said.
pub fn is_speech(words: &str) -> bool {
    SPEAKER.is_match(words)
}

/// Returns the lead words of a measure's text: its first sentence where that is short, else its first clause.
pub fn lead(text: &Text, part: Span) -> Span {
    let chars = text.slice(part);
    let adverb = {
        let head: String = chars.iter().take(24).collect();
        ADVERBS.find(&head).map_or(0, |m| m.as_str().chars().count())
    };
    let rest = &chars[adverb.min(chars.len())..];
    let sentence = rest.iter().position(|c| matches!(c, '。' | '！' | '？' | '\n')).unwrap_or(rest.len());
    let colon = rest.iter().position(|c| *c == '：').unwrap_or(usize::MAX);
    let clause = rest.iter().position(|c| matches!(c, '，' | '；' | '：' | '。')).unwrap_or(rest.len());
    let length = if colon < sentence && colon <= 26 {
        colon
    } else if sentence <= 36 {
        sentence
    } else {
        clause
    };
    let start = part.start + adverb.min(chars.len());
    text.trimmed(Span::new(start, start + length.min(60)))
}

/// Returns true if the words open with a short sentence of one clause, as paragraphs with a lead sentence do.
pub fn has_lead_sentence(words: &[char]) -> bool {
    match words.iter().take(32).position(|c| *c == '。') {
        Some(end) => {
            end >= 4 && end + 1 < words.len() && !words[..end].iter().any(|c| matches!(c, '，' | '；' | '：') || c.is_ascii_digit())
        }
        None => false,
    }
}

/// Splits a long paragraph in which lead sentences lost their line breaks.
pub fn split_at_leads(text: &Text, paragraph: Span) -> Vec<Span> {
    const SHORTEST: usize = 450;
    if paragraph.end - paragraph.start < SHORTEST || !is_lead_sentence(text, first_sentence(text, paragraph)) {
        return vec![paragraph];
    }
    let sentences = text.sentences(paragraph);
    let mut starts = vec![paragraph.start];
    for pair in sentences.windows(2).skip(1) {
        if is_lead_sentence(text, pair[0]) && !is_lead_sentence(text, pair[1]) {
            starts.push(pair[0].start);
        }
    }
    starts.dedup();
    let ends = starts[1..].iter().copied().chain([paragraph.end]);
    starts.iter().copied().zip(ends).map(|(start, end)| Span::new(start, end)).collect()
}

fn first_sentence(text: &Text, paragraph: Span) -> Span {
    text.sentences(paragraph).first().copied().unwrap_or(paragraph)
}

fn is_lead_sentence(text: &Text, sentence: Span) -> bool {
    const VERBS: [&str; 50] = [
        "强化", "严格", "促进", "推动", "加快", "完善", "加强", "推进", "健全", "实施", "优化", "深化", "提升", "建立", "构建", "发展",
        "开展", "扩大", "培育", "落实", "创新", "规范", "提高", "保障", "统筹", "着力", "大力", "全面", "积极", "深入", "坚持", "打造",
        "做好", "做强", "做优", "改善", "增强", "激发", "稳步", "扎实", "持续", "切实", "防范", "保护", "治理", "控制", "拓展", "壮大",
        "巩固", "夯实",
    ];
    let words = text.slice(text.trimmed(sentence));
    let plain = !words.iter().any(|c| matches!(c, '，' | '、' | '；' | '：' | '（' | '“' | '《') || c.is_ascii_digit());
    let text: String = words.iter().collect();
    plain && (5..=24).contains(&words.len()) && words.last() == Some(&'。') && VERBS.iter().any(|verb| text.starts_with(verb))
}
