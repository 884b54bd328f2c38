//! Names of units in a list, with the part their verbs give them.

use super::roles::{self, Parts, closing_verb};
use crate::chars::{closing, is_closing};
use crate::model::{Span, UnitMention};
use crate::text::Text;
use domain::Role;
use regex::Regex;
use std::sync::LazyLock;

/// The units of a list.
pub struct Listed {
    /// In the order written.
    pub units: Vec<UnitMention>,
    /// How many stand before the first comma.
    pub before_comma: usize,
}

/// Reads a list of units, as A、B and A牵头，B配合; `role` is what units without a verb have.
pub fn list(text: &Text, span: Span, role: Option<Role>) -> Listed {
    let mut units: Vec<UnitMention> = Vec::new();
    // Units since the last verb wait for the next one.
    let mut waiting = 0;
    let mut before_comma = None;
    for (item, separator) in items(text, span) {
        let chars = text.slice(item);
        let (length, verb) = match closing_verb(chars) {
            Some((length, verb)) => (length, Some(verb)),
            None => (chars.len(), None),
        };
        let name = Span::new(item.start, item.start + length);
        for part in parted(text, name) {
            let (part, own) = without_role(text, part);
            if let Some(unit) = unit(text, part, &units, separator) {
                units.push(UnitMention { role: own.or(role).unwrap_or(Role::Responsible), ..unit });
            }
        }
        if let Some(verb) = verb {
            for unit in &mut units[waiting..] {
                unit.role = verb;
            }
            waiting = units.len();
        }
        if separator == Some('，') && before_comma.is_none() && !units.is_empty() {
            before_comma = Some(units.len().saturating_sub(1));
        }
    }
    let before_comma = before_comma.unwrap_or(0);
    Listed { units, before_comma }
}

/// Splits at 、，；。 and spaces outside brackets; each item with the separator before it.
fn items(text: &Text, span: Span) -> Vec<(Span, Option<char>)> {
    let mut out = Vec::new();
    let mut depth = 0usize;
    let (mut start, mut before) = (span.start, None);
    for at in span.start..=span.end {
        let c = if at < span.end { text.chars[at] } else { '。' };
        if closing(c).is_some() {
            depth += 1;
        } else if is_closing(c) {
            depth = depth.saturating_sub(1);
        }
        if at == span.end || (depth == 0 && matches!(c, '、' | '，' | ',' | '；' | ';' | '。' | ' ' | '\n' | '|' | '/')) {
            let item = text.trimmed(Span::new(start, at));
            if item.end > item.start {
                out.push((item, before));
            }
            before = Some(match c {
                ',' | '；' | ';' => '，',
                c => c,
            });
            start = at + 1;
        }
    }
    out
}

/// Parts A会同B, which name two units without a sign between them.
fn parted(text: &Text, span: Span) -> Vec<Span> {
    let chars = text.slice(span);
    match chars.windows(2).position(|pair| matches!(pair, ['会', '同'])) {
        Some(at) if at >= 2 => vec![Span::new(span.start, span.start + at), Span::new(span.start + at + 2, span.end)],
        _ => vec![span],
    }
}

/// Parts 市教育局（牵头） from the part in its brackets.
fn without_role(text: &Text, span: Span) -> (Span, Option<Role>) {
    let chars = text.slice(span);
    let bracket = || {
        let [rest @ .., '）' | ')'] = chars else { return None };
        let open = rest.iter().rposition(|c| matches!(c, '（' | '('))?;
        let inside: String = rest[open + 1..].iter().collect();
        match roles::part_of(&inside) {
            Parts::Role(role) if (2..=4).contains(&inside.chars().count()) => Some((Span::new(span.start, span.start + open), role)),
            _ => None,
        }
    };
    bracket().map_or((span, None), |(name, role)| (name, Some(role)))
}

static TRIMMED_FRONT: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"^(由|会同|以及|及|和|与|请|各相关|分别由)").expect("constant"));
static TRIMMED_END: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"等(\d+个|[几多各]个?)?(市级|省级|县级|区级|市直|区直|县直|有关|相关|各)*(责任|职能|成员)?(部门|单位|处室|科室|地区|方面|机构)?$",
    )
    .expect("constant")
});
static CATCH_ALL: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(其他|其它|有关|相关|市级|省级|区级|县级)*(有关|相关|其他|其它)(责任|职能|成员)?(部门|单位|处室|科室|方面|机构)$")
        .expect("constant")
});

/// Returns one unit; none for catch-alls and what is no name.
fn unit(text: &Text, span: Span, before: &[UnitMention], separator: Option<char>) -> Option<UnitMention> {
    let words = text.words(span);
    let front = TRIMMED_FRONT.find(&words).filter(|m| m.as_str() != "各相关").map_or(0, |m| m.end());
    let end = TRIMMED_END.find(&words).map_or(words.len(), |m| m.start());
    let kept = words.get(front..end)?;
    let start = span.start + words[..front].chars().count();
    let span = text.trimmed(Span::new(start, start + kept.chars().count()));
    let name = text.words(span);
    let length = name.chars().count();
    let is_name = (2..=40).contains(&length) && !CATCH_ALL.is_match(&name) && !name.contains(['：', ':', '“', '%']);
    let shortened = (separator == Some('、')).then(|| prefix(before, &name)).flatten();
    is_name.then(|| UnitMention { name: shortened.map_or(name.clone(), |parent| parent + &name), role: Role::Responsible, span })
}

const OFFICE_ENDS: [&str; 5] = ["处", "科", "室", "处室", "科室"];

/// Returns what a name such as 医政处 shares with the one before it, as in 市卫生健康委办公室、医政处.
fn prefix(before: &[UnitMention], name: &str) -> Option<String> {
    let is_office = |name: &str| OFFICE_ENDS.iter().any(|end| name.ends_with(end));
    let stands_alone = name.chars().any(|c| matches!(c, '委' | '局' | '厅')) || name.starts_with(['各', '相']);
    let last = &before.last()?.name;
    if !is_office(name) || stands_alone || !is_office(last) {
        return None;
    }
    let chars: Vec<char> = last.chars().collect();
    // 党委办公室、宣传科 and 县委办公室、政府办公室 stand beside each other.
    let cut = (3..chars.len().saturating_sub(1)).rev().find(|cut| {
        let ends_body = matches!(chars[cut - 1], '委' | '局' | '厅' | '部' | '院') || chars[..*cut].ends_with(&['委', '员', '会']);
        let goes_on = matches!(chars[*cut], '员' | '门' | '长' | '务');
        ends_body && !goes_on
    })?;
    Some(chars[..cut].iter().collect())
}

/// Returns true if the name ends as names of offices do.
pub fn looks_like_unit(name: &str) -> bool {
    let bare = name.trim_end_matches(['）', ')', '〕', '*']);
    const ENDS: &str = "局委办部厅署院处科室会社队所站校府司团道镇乡区县市行组心位关中层协联馆台厂村园企门方";
    bare.chars().last().is_some_and(|c| ENDS.contains(c))
}
