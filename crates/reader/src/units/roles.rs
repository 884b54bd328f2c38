//! Labels (责任单位：), verbs (A牵头，B配合) and rules (列第一位的为牵头单位) of responsibility notes.

use super::LeadRule;
use crate::model::Span;
use crate::text::Text;
use crate::wording::any_of;
use domain::Role;
use regex::Regex;
use std::sync::LazyLock;

/// What a stretch of a note holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Parts {
    /// Units under a label.
    Role(Role),
    /// Words without a label.
    None,
    /// A person: 责任领导：, 责任人：
    Person,
    /// Something else: 适用范围：, 完成时限：
    Other,
}

/// A label and where its words end.
pub struct Label {
    /// What it announces.
    pub part: Parts,
    /// One behind its colon.
    pub end: usize,
}

/// A stretch of a note under one label.
pub struct Segment {
    /// What it holds.
    pub part: Parts,
    /// Its words, the label left out.
    pub span: Span,
}

const LEAD: [&str; 5] = ["牵头", "主办", "主责", "主管", "组织单位"];
const COOPERATING: [&str; 8] = ["配合", "协办", "协作", "协同", "参与", "参加", "协助", "支持"];
const RESPONSIBLE: [&str; 9] = ["责任", "负责", "承办", "落实", "实施", "执行", "完成单位", "指导", "分管"];
const PERSONS: [&str; 6] = ["领导", "责任人", "联系人", "联络员", "负责人", "局长"];

/// Reads the label that begins at a character.
pub fn label_at(chars: &[char], start: usize) -> Option<Label> {
    let rest = chars.get(start..)?;
    // 【责任单位】 needs no colon.
    let framed = rest.first().is_some_and(|c| matches!(c, '【' | '〖'));
    let closes = |c: &char| if framed { matches!(c, '】' | '〗') } else { matches!(c, '：' | ':') };
    let length = rest.iter().take(14).position(closes).filter(|_| framed || crate::chars::is_han(rest[0]))?;
    // 责任单位（人）, 牵头/责任单位.
    let beside = |c: &&char| !c.is_whitespace() && !matches!(c, '（' | '）' | '、' | '/');
    let words: String = rest[usize::from(framed)..length].iter().filter(beside).collect();
    if !(2..=12).contains(&words.chars().count()) || !words.chars().all(crate::chars::is_han) {
        return None;
    }
    let colon = usize::from(framed && rest.get(length + 1).is_some_and(|c| matches!(c, '：' | ':')));
    Some(Label { part: part_of(&words), end: start + length + 1 + colon })
}

/// Returns what the words of a label or of a table's heading announce.
pub fn part_of(words: &str) -> Parts {
    let names_units = ["单位", "部门", "科室", "处室", "机构", "主体", "股室", "局"].iter().any(|w| words.contains(w));
    if PERSONS.iter().any(|word| words.contains(word)) && !names_units {
        return Parts::Person;
    }
    let first = |set: &[&str]| set.iter().any(|word| words.starts_with(word));
    let any = |set: &[&str]| set.iter().any(|word| words.contains(word));
    match () {
        () if first(&LEAD) && (names_units || words.chars().count() <= 4) => Parts::Role(Role::Lead),
        () if first(&COOPERATING) && (names_units || words.chars().count() <= 4) => Parts::Role(Role::Cooperating),
        () if first(&RESPONSIBLE) && (names_units || words.chars().count() <= 2) => Parts::Role(Role::Responsible),
        () if names_units && any(&LEAD) => Parts::Role(Role::Lead),
        () if names_units && any(&COOPERATING) => Parts::Role(Role::Cooperating),
        () if names_units && any(&RESPONSIBLE) => Parts::Role(Role::Responsible),
        () => Parts::Other,
    }
}

/// Splits a note at its labels.
pub fn segments(text: &Text, span: Span) -> Vec<Segment> {
    let chars = &text.chars[..span.end];
    let mut out: Vec<Segment> = Vec::new();
    let (mut part, mut start) = (Parts::None, span.start);
    let mut at = span.start;
    while at < span.end {
        let begins =
            at == span.start || matches!(chars[at - 1], '，' | ',' | '；' | ';' | '。' | '、' | ' ' | '｜' | '\n') || chars[at] == '【';
        match begins.then(|| label_at(chars, at)).flatten() {
            Some(label) => {
                if at > start {
                    out.push(Segment { part, span: Span::new(start, at) });
                }
                (part, start, at) = (label.part, label.end, label.end);
            }
            None => at += 1,
        }
    }
    out.push(Segment { part, span: Span::new(start, span.end) });
    out
}

/// Verbs that close a list of units, longest first, and the part they give.
const VERBS: [(&str, Role); 25] = [
    ("牵头负责落实", Role::Lead),
    ("牵头组织实施", Role::Lead),
    ("牵头负责", Role::Lead),
    ("牵头落实", Role::Lead),
    ("牵头推进", Role::Lead),
    ("牵头", Role::Lead),
    ("主办", Role::Lead),
    ("按职责分工负责", Role::Responsible),
    ("按照职责分工负责", Role::Responsible),
    ("按职责负责", Role::Responsible),
    ("负责组织实施", Role::Responsible),
    ("负责落实", Role::Responsible),
    ("组织实施", Role::Responsible),
    ("分工负责", Role::Responsible),
    ("负责", Role::Responsible),
    ("落实", Role::Responsible),
    ("承办", Role::Responsible),
    ("实施", Role::Responsible),
    ("指导", Role::Responsible),
    ("配合落实", Role::Cooperating),
    ("配合", Role::Cooperating),
    ("参与", Role::Cooperating),
    ("协办", Role::Cooperating),
    ("协助", Role::Cooperating),
    ("参加", Role::Cooperating),
];

/// Words between a unit and its verb.
const BETWEEN: [&str; 10] = ["按职责分工", "按照职责分工", "按职责", "根据职责", "依职责", "分别", "共同", "具体", "积极", "各"];

/// Returns the length of what stands before the verb that ends the characters, and the part it gives.
pub fn closing_verb(item: &[char]) -> Option<(usize, Role)> {
    let ends = |length: usize, word: &str| {
        let mut at = length;
        for c in word.chars().rev() {
            at = at.checked_sub(1).filter(|at| item[*at] == c)?;
        }
        Some(at)
    };
    let (mut length, role) = VERBS.iter().find_map(|(verb, role)| ends(item.len(), verb).map(|rest| (rest, *role)))?;
    while let Some(rest) = BETWEEN.iter().find_map(|word| ends(length, word)) {
        length = rest;
    }
    Some((length, role))
}

/// Returns true if the first sentence of a note ends with such a verb.
pub fn ends_with_verb(text: &Text, span: Span) -> bool {
    let (words, _) = without_rule(text, span);
    let words = text.trimmed(words);
    let chars = text.slice(words);
    let chars = match chars {
        [rest @ .., '。' | '，' | '；'] => rest,
        all => all,
    };
    closing_verb(chars).is_some_and(|(length, _)| length >= 2)
}

/// Words of a remark about a list of units.
static REMARK: LazyLock<Regex> = LazyLock::new(|| {
    any_of(&["第一位", "首位", "排名第一", "位列第一", "第一个单位", "为牵头", "下同", "不再列出", "均需", "逗号前", "不再一一", "以下"])
});

/// Parts a note's words from the rule it states; the rule holds from there on.
pub fn without_rule(text: &Text, span: Span) -> (Span, Option<LeadRule>) {
    let words = text.words(span);
    let rule = match () {
        () if words.contains("牵头")
            && ["第一位", "列首位", "排首位", "位列第一", "排名第一", "排第一", "列第一", "第一个单位", "第一家", "首个单位"]
                .iter()
                .any(|w| words.contains(w)) =>
        {
            Some(LeadRule::First)
        }
        () if words.contains("逗号前") => Some(LeadRule::BeforeComma),
        () if (words.contains('*') || words.contains('★')) && words.contains("为牵头") => Some(LeadRule::Star),
        () => None,
    };
    let is_date = |part: &str| {
        let digits = part.chars().any(|c| c.is_ascii_digit()) && part.contains(['年', '月', '日']);
        digits || ["年底", "长期", "持续", "常态", "全年", "每年", "每月", "每季度"].iter().any(|w| part.trim_start().starts_with(w))
    };
    // Everything from the first remark on is no list of units; a full stop ends the list, too.
    let mut end = span.start;
    for part in text.split(span, |c| matches!(c, '，' | '；' | '。' | ',')) {
        let words = text.words(part);
        let remark = REMARK.find(&words).map(|found| found.start());
        // 市林业局、各区政府（排在第一位的为牵头单位）: the units before the remark's bracket count.
        if let Some(bracket) = remark.and_then(|at| words[..at].rfind(['（', '('])).filter(|at| *at > 0) {
            return (Span::new(span.start, part.start + words[..bracket].chars().count()), rule);
        }
        if remark.is_some() || (is_date(&words) && end > span.start) {
            return (Span::new(span.start, end), rule);
        }
        end = part.end;
    }
    (span, rule)
}
