//! Who is responsible: notes in brackets, on lines of their own and at the end of a text.

mod names;
mod roles;

pub use names::{Listed, list, looks_like_unit};

use crate::chars::pairs;
use crate::model::{Span, UnitMention};
use crate::text::Text;
use domain::Role;
use roles::Parts;

/// How a document says which of several units leads, where it does so once for all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LeadRule {
    /// Only where 牵头 stands.
    #[default]
    Stated,
    /// 列第一位的为牵头单位，下同.
    First,
    /// 逗号前的为牵头单位.
    BeforeComma,
    /// 带*的为牵头单位.
    Star,
}

/// A responsibility note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// All of it, brackets included.
    pub span: Span,
    /// The units named.
    pub units: Vec<UnitMention>,
}

/// Finds the notes in a span, and learns the rule if one of them states it.
pub fn notes(text: &Text, span: Span, rule: &mut LeadRule) -> Vec<Note> {
    let mut found: Vec<Note> = Vec::new();
    for (open, close) in pairs(text.slice(span)) {
        let (open, close) = (span.start + open, span.start + close);
        // What stands in a note's brackets is part of it.
        let inner = found.last().is_some_and(|note| open < note.span.end);
        if inner || text.chars[open] == '《' {
            continue;
        }
        let inside = Span::new(open + 1, close);
        if let Some(units) = read(text, inside, rule, false).or_else(|| bare(text, inside, span.end, *rule)) {
            found.push(Note { span: Span::new(open, close + 1), units });
        }
    }
    if let Some(note) = closing_words(text, span, rule).filter(|note| found.iter().all(|other: &Note| !other.span.overlaps(note.span))) {
        found.push(note);
    }
    found
}

/// Returns the rule a sentence outside any note states.
pub fn rule_in(text: &Text, span: Span) -> Option<LeadRule> {
    roles::without_rule(text, span).1
}

/// Reads names of offices alone in brackets, which close the whole text: …。（市税务局）
fn bare(text: &Text, inside: Span, end: usize, rule: LeadRule) -> Option<Vec<UnitMention>> {
    let closes = text.chars[inside.end + 1..end].iter().all(|c| matches!(c, '。' | ' ' | '；'));
    let after_sentence = text.chars[..inside.start - 1].iter().next_back().is_some_and(|c| matches!(c, '。' | '；' | ' '));
    if !closes || !after_sentence || inside.end - inside.start > 120 {
        return None;
    }
    let Listed { mut units, before_comma } = list(text, inside, None);
    // Once the document has said who leads, lists in brackets are what it spoke of.
    let told = rule != LeadRule::Stated && units.len() >= 2;
    let is_office =
        |unit: &UnitMention| unit.name.starts_with('各') || OFFICES.iter().any(|end| unit.name.trim_end_matches(STARS).ends_with(end));
    let offices = units.iter().filter(|unit| is_office(unit)).count();
    if offices == 0
        || (!told && offices < units.len())
        || !units.iter().all(|unit| unit.name.starts_with('各') || looks_like_unit(&unit.name))
    {
        return None;
    }
    apply(rule, &mut units, before_comma);
    Some(units)
}

/// What names of offices end with.
const OFFICES: [&str; 34] = [
    "部",
    "室",
    "院",
    "所",
    "站",
    "馆",
    "队",
    "局",
    "委",
    "办",
    "厅",
    "署",
    "处",
    "科",
    "股",
    "中心",
    "医院",
    "政府",
    "办公室",
    "集团",
    "公司",
    "街道",
    "联",
    "总工会",
    "分行",
    "银行",
    "支队",
    "大队",
    "协会",
    "学校",
    "学院",
    "办事处",
    "乡镇",
    "管委会",
];
const STARS: [char; 3] = ['*', '★', '＊'];

/// Returns true if a line is a responsibility note and nothing else: 责任单位：…, 责任领导：…, or A牵头，B配合。
pub fn is_note_line(text: &Text, line: Span) -> bool {
    match roles::label_at(&text.chars[..line.end], line.start).map(|label| label.part) {
        Some(Parts::Role(_) | Parts::Person) => true,
        // 完成时限：9月　责任单位：…
        Some(_) => {
            line.end - line.start <= 120
                && roles::segments(text, line).iter().any(|s| matches!(s.part, Parts::Role(_)))
                && !is_sentence(text, line)
        }
        None => unlabelled(text, line, &mut LeadRule::default()).is_some(),
    }
}

fn is_sentence(text: &Text, line: Span) -> bool {
    text.slice(line).contains(&'。')
}

/// Reads a line that says in one sentence who does what: A指导，B负责落实。
fn unlabelled(text: &Text, line: Span, rule: &mut LeadRule) -> Option<Vec<UnitMention>> {
    const LONGEST: usize = 80;
    let chars = text.slice(line);
    let one_sentence = chars.len() <= LONGEST && chars.last() == Some(&'。') && chars.iter().filter(|c| **c == '。').count() == 1;
    if !one_sentence {
        return None;
    }
    let units = read(text, Span::new(line.start, line.end - 1), rule, false)?;
    units.iter().all(|unit| OFFICES.iter().any(|end| unit.name.ends_with(end))).then_some(units)
}

/// Reads a line that is a responsibility note.
pub fn note_line(text: &Text, line: Span, rule: &mut LeadRule) -> Option<Note> {
    let units = unlabelled(text, line, rule).or_else(|| read(text, line, rule, true))?;
    Some(Note { span: line, units })
}

/// Reads the units in a cell under a heading that gives them a part; the cell may say it better: 牵头：A；配合：B.
pub fn cell(text: &Text, cell: Span, role: Role) -> Vec<UnitMention> {
    let labelled = roles::segments(text, cell).iter().any(|segment| matches!(segment.part, Parts::Role(_)));
    let units =
        if labelled { read(text, cell, &mut LeadRule::default(), true).unwrap_or_default() } else { list(text, cell, Some(role)).units };
    let part = |said: Role| if said == Role::Responsible { role } else { said };
    units.into_iter().map(|unit| UnitMention { role: part(unit.role), ..unit }).collect()
}

/// Reads a note without brackets at the end of a text: …。责任单位：A、B or …。由A牵头，B配合。
fn closing_words(text: &Text, span: Span, rule: &mut LeadRule) -> Option<Note> {
    let sentences = text.sentences(span);
    let (last, earlier) = sentences.split_last()?;
    earlier.last()?;
    let last = text.trimmed(*last);
    let labelled = roles::label_at(&text.chars[..last.end], last.start).is_some_and(|label| matches!(label.part, Parts::Role(_)));
    let short = last.end - last.start <= 80;
    if !labelled && !short {
        return None;
    }
    let body = Span::new(last.start, last.end - usize::from(text.chars[last.end - 1] == '。'));
    let mut said = *rule;
    let units = read(text, body, &mut said, labelled)?;
    let accepted = labelled || units.iter().all(|unit| looks_like_unit(&unit.name));
    accepted.then(|| {
        *rule = said;
        Note { span: last, units }
    })
}

/// Reads the words of a note; none if they are none. `labelled` says that its form already shows that it is one.
fn read(text: &Text, span: Span, rule: &mut LeadRule, labelled: bool) -> Option<Vec<UnitMention>> {
    let segments = roles::segments(text, span);
    let has_label = segments.iter().any(|segment| matches!(segment.part, Parts::Role(_)));
    if !has_label && !labelled && !roles::ends_with_verb(text, span) {
        return None;
    }
    let mut units = Vec::new();
    let mut before_comma = 0;
    for segment in &segments {
        let (words, said) = roles::without_rule(text, segment.span);
        if let Some(said) = said {
            *rule = said;
        }
        let role = match segment.part {
            Parts::Role(role) => Some(role),
            Parts::None => None,
            Parts::Person | Parts::Other => continue,
        };
        let listed = list(text, words, role);
        if units.is_empty() {
            before_comma = listed.before_comma;
        }
        units.extend(listed.units);
    }
    let plain = !has_label && !labelled;
    if units.is_empty() || (plain && units.iter().filter(|u| looks_like_unit(&u.name)).count() * 2 < units.len()) {
        return None;
    }
    if plain && units.len() == 1 && !looks_like_unit(&units[0].name) {
        return None;
    }
    apply(*rule, &mut units, before_comma);
    Some(units)
}

/// Marks the leading units where the document's rule says so and the note itself does not.
fn apply(rule: LeadRule, units: &mut [UnitMention], before_comma: usize) {
    let starred = units.iter().any(|unit| unit.name.contains(STARS));
    if starred {
        for unit in units.iter_mut() {
            if unit.name.contains(STARS) {
                unit.role = Role::Lead;
                unit.name = unit.name.replace(STARS, "");
            }
        }
        return;
    }
    if units.iter().any(|unit| unit.role == Role::Lead) {
        return;
    }
    let leading = match rule {
        LeadRule::Stated | LeadRule::Star => 0,
        LeadRule::First => 1,
        LeadRule::BeforeComma if before_comma == 0 => units.len(),
        LeadRule::BeforeComma => before_comma,
    };
    for unit in units.iter_mut().take(leading).filter(|unit| unit.role == Role::Responsible) {
        unit.role = Role::Lead;
    }
}

#[cfg(test)]
mod tests;
