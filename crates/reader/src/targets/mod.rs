//! Targets: the numbers (and some states) a text commits to.

mod chinese;
mod clause;
mod comparator;
mod distributed;
mod exclude;
mod money;
mod name;
mod number;
mod qualitative;
mod unit;

pub use chinese::chinese_value;
pub use number::{Number, numbers};

use crate::dates::{self, Calendar, Mention, Sense};
use crate::model::{Span, Target};
use crate::text::Text;
use chrono::{Datelike, NaiveDate};
use clause::{clauses, depth_at, is_distributed, is_per_unit, piece};
use comparator::comparator;
use domain::{Comparator, TargetKind};
use exclude::{Around, is_excluded};

/// Returns true if the words are a unit of measure and nothing else.
pub fn is_unit(words: &str) -> bool {
    let chars: Vec<char> = words.chars().collect();
    unit::unit_at(&chars, 0) == Some(chars.len())
}

/// What the place of a text says about the targets in it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Setting {
    /// Years for dates that name none.
    pub calendar: Calendar,
    /// The text reports results of the past.
    pub looks_back: bool,
}

/// Finds the targets in a span; `skipped` stretches (responsibility notes) hold none.
pub fn scan(text: &Text, span: Span, skipped: &[Span], setting: Setting) -> Vec<Target> {
    let mut found = Vec::new();
    let governing = governing_date(text, span, setting);
    let mut notes = skipped.to_vec();
    notes.sort_unstable();
    let mut next = 0;
    for sentence in text.sentences(span) {
        while notes.get(next).is_some_and(|note| note.end <= sentence.start) {
            next += 1;
        }
        // What stands before, between and behind the notes is read.
        let mut from = sentence.start;
        for note in notes[next..].iter().take_while(|note| note.start < sentence.end) {
            read(text, Span::new(from, note.start), setting, governing, &mut found);
            from = note.end;
        }
        read(text, Span::new(from.min(sentence.end), sentence.end), setting, governing, &mut found);
    }
    without_repetition(found)
}

fn read(text: &Text, words: Span, setting: Setting, governing: Option<NaiveDate>, found: &mut Vec<Target>) {
    if words.start < words.end {
        Sentence::new(text, words, setting, governing).targets(found);
    }
}

/// Returns the date of 到2027年， at the very beginning of a paragraph: it governs all of it.
fn governing_date(text: &Text, span: Span, setting: Setting) -> Option<NaiveDate> {
    let head: String = text.slice(span).iter().take(16).collect();
    let first = dates::dates(&head, setting.calendar).into_iter().next()?;
    (first.start == 1 && head.starts_with('到') && first.sense == Sense::At).then_some(first.date)
}

/// What is said twice is said soon after; so that comparing takes bounded time.
const MOST_COMPARED: usize = 40;

/// Drops what says the same twice within a measure.
fn without_repetition(found: Vec<Target>) -> Vec<Target> {
    let mut kept: Vec<Target> = Vec::with_capacity(found.len());
    for target in found {
        let said = target.value.is_some()
            && kept.iter().rev().take(MOST_COMPARED).any(|other| {
                (other.value, other.upper, &other.unit, other.due) == (target.value, target.upper, &target.unit, target.due)
                    && other.span != target.span
                    && other.name == target.name
            });
        if !said {
            kept.push(target);
        }
    }
    kept
}

/// A sentence with what all its clauses share.
struct Sentence<'a> {
    text: &'a Text,
    span: Span,
    setting: Setting,
    dates: Vec<Mention>,
    numbers: Vec<Number>,
    governing: Option<NaiveDate>,
}

impl<'a> Sentence<'a> {
    fn new(text: &'a Text, span: Span, setting: Setting, governing: Option<NaiveDate>) -> Sentence<'a> {
        let dates = dates::dates(&text.words(span), setting.calendar);
        Sentence { text, span, setting, dates, numbers: numbers(text.slice(span)), governing }
    }

    fn targets(&self, found: &mut Vec<Target>) {
        let chars = self.text.slice(self.span);
        let first_new = found.len();
        for clause in clauses(chars) {
            let inside: Vec<&Number> = self.numbers.iter().filter(|n| clause.start <= n.start && n.start < clause.end).collect();
            let kept: Vec<&Number> = inside.iter().copied().filter(|n| !self.excludes(n, clause, &inside)).collect();
            if kept.is_empty() {
                if let Some(target) = qualitative::qualitative(chars, clause) {
                    found.push(self.qualitative(target));
                }
                continue;
            }
            for (at, number) in kept.iter().enumerate() {
                let piece = piece(chars, clause, &kept, at);
                let target = self.target(number, piece, clause, &kept, &found[first_new..]);
                found.push(target);
            }
        }
    }

    fn excludes(&self, number: &Number, clause: Span, inside: &[&Number]) -> bool {
        let chars = self.text.slice(self.span);
        let before: String = chars[clause.start..number.start].iter().collect();
        let behind: String = chars[number.end.min(clause.end)..clause.end].iter().collect();
        let in_brackets = depth_at(chars, clause.start, number.start) > 0 && !before.contains("其中");
        let in_date = self.dates.iter().any(|date| date.start <= number.start && number.start < date.end);
        let another_follows = inside.iter().any(|other| other.start > number.start && !other.unit.is_empty());
        in_brackets || in_date || is_excluded(number, &Around { sentence: chars, before: &before, behind: &behind, another_follows })
    }

    fn target(&self, number: &Number, piece: Span, clause: Span, kept: &[&Number], earlier: &[Target]) -> Target {
        let chars = self.text.slice(self.span);
        let words = |from: usize, to: usize| chars[from.min(to)..to].iter().collect::<String>();
        let shared = is_distributed(chars, clause, kept);
        let before = words(piece.start, if shared { kept[0].start } else { number.start });
        let behind = if shared { String::new() } else { words(number.end.min(piece.end), piece.end) };
        let end = if behind.trim_matches(['，', '；', '：', '、']).is_empty() { number.end } else { piece.end };
        let end = if shared { kept[kept.len() - 1].end } else { end };
        let span = self.quote(Span::new(piece.start, end));
        let comparator = match comparator(&before, number) {
            // 分别达到A和B, 不少于3个、5个: what stands before the first number holds for those behind it.
            Comparator::Equal if number.start != kept[0].start && before.chars().count() <= 1 => {
                comparator::comparator(&words(clause.start, kept[0].start), number)
            }
            other => other,
        };
        let mut doubt = None;
        let clause_before = chars[..clause.start].split(|c| matches!(c, '，' | '；' | '：' | '。')).rfind(|words| !words.is_empty());
        let mut name = name::name(&before, number, &behind);
        if let (true, Some(words)) = (name::is_only_frequency(&name), clause_before) {
            // 定期开展检查，每季度1次: what is to be done stands in the clause before.
            name = format!("{}{name}", words.iter().take(30).collect::<String>());
        }
        if name.starts_with(|c: char| c.is_ascii_digit())
            && before.chars().count() <= 8
            && number.start == kept[0].start
            && let Some(subject) = clause_before.and_then(|words| name::from_clause_before(&words.iter().collect::<String>()))
        {
            // 提高装配式建筑占比，力争达到35%: what is counted stands in the clause before.
            doubt = Some(format!("“{}”的指标名取自前一句，请核对", self.text.words(span)));
            name = subject;
        }
        if number.start != kept[0].start {
            name = name::with_verb(name, &words(clause.start, kept[0].start), number);
        }
        if shared {
            let place = kept.iter().position(|other| other.start == number.start).map_or(1, |at| at + 1);
            name = distributed::distributed(&name, place - 1, kept.len()).unwrap_or(format!("{name}（第{place}项）"));
            doubt = Some("“分别”后的几个数各对应一项，请核对各自的指标名".to_owned());
        }
        if let Some(whole) = name::completed(&name, number, earlier) {
            doubt = Some(format!("“{}”省略了指标名，已按前一项补全", self.text.words(span)));
            name = whole;
        }
        Target {
            quote: self.text.words(span),
            span,
            name,
            comparator,
            value: Some(number.value),
            upper: number.upper,
            unit: number.unit.clone(),
            due: self.due(self.span.start + number.end),
            kind: self.kind(clause, number.end),
            doubt: self.doubt(number, &words(clause.start, number.start)).or(doubt),
        }
    }

    fn qualitative(&self, found: qualitative::Found) -> Target {
        let span = self.quote(found.span);
        Target {
            quote: self.text.words(span),
            span,
            name: found.name,
            comparator: Comparator::Qualitative,
            value: None,
            upper: None,
            unit: String::new(),
            due: self.due(span.end),
            kind: self.kind(found.span, found.span.end),
            doubt: Some("没有写明数值，已按形象进度；不考核的请选“不是目标”".to_owned()),
        }
    }

    /// Returns the place in the text of a stretch of the sentence, without signs at its ends.
    fn quote(&self, stretch: Span) -> Span {
        let mut span = Span::new(self.span.start + stretch.start, self.span.start + stretch.end);
        let is_sign = |c: char| c.is_whitespace() || matches!(c, '，' | '。' | '、' | '；' | '：' | ';' | ',' | '|' | '！');
        while span.start < span.end && is_sign(self.text.chars[span.start]) {
            span.start += 1;
        }
        while span.end > span.start && is_sign(self.text.chars[span.end - 1]) {
            span.end -= 1;
        }
        span
    }

    /// Returns the date stated in the sentence: the last one before the number, else a deadline behind it.
    fn due(&self, end: usize) -> Option<NaiveDate> {
        let at = end - self.span.start;
        let usable = |m: &&Mention| m.sense != Sense::Past && !m.periodic;
        let before = self.dates.iter().filter(usable).rfind(|m| m.end <= at);
        // 2027年底前实现比例15% is about the number behind the date, not the one before.
        let closes = |m: &&Mention| !self.numbers.iter().any(|n| n.start >= m.end && !n.unit.is_empty() && !n.chinese);
        let behind = self.dates.iter().filter(usable).find(|m| m.start >= at && m.sense == Sense::By).filter(closes);
        before.or(behind).map(|m| m.date).or(self.governing)
    }

    /// Returns whether a number is a result: by its clause, else by the last date before it.
    fn kind(&self, clause: Span, number_end: usize) -> TargetKind {
        const DONE: [&str; 26] = [
            "已完成",
            "已建成",
            "已累计",
            "已达",
            "已有",
            "已实现",
            "已开展",
            "已投入",
            "已建立",
            "已设立",
            "已竣工",
            "已覆盖",
            "已培训",
            "已创建",
            "荣获",
            "获评",
            "获批",
            "被评为",
            "被确定为",
            "被选定",
            "被命名",
            "超额完成",
            "顺利完成了",
            "去年",
            "累计建成",
            "先后建成",
        ];
        let words: String = self.text.slice(self.span)[clause.start..clause.end].iter().collect();
        let first = self.setting.calendar.first;
        let last = self.dates.iter().rfind(|m| m.end <= number_end);
        let past = last.is_some_and(|m| m.sense == Sense::Past || first.is_some_and(|year| m.date.year() < year));
        let done = self.setting.looks_back || past || DONE.iter().any(|word| words.contains(word));
        if done { TargetKind::Achieved } else { TargetKind::Target }
    }

    fn doubt(&self, number: &Number, before: &str) -> Option<String> {
        let unit = &number.unit;
        if let Some(upper) = number.upper {
            return Some(format!("区间目标，按下限计：完成{}{unit}即达标，超过{upper}{unit}注明。若应取上限，请改目标值", number.value));
        }
        if is_per_unit(before) {
            return Some(format!("这是分到各单位的目标（每个{}{unit}），请确认是否按单位分解", number.value));
        }
        if number.chinese {
            return Some(format!("由汉字数换算为{}，请确认是实数而不是约数或口号", number.value));
        }
        None
    }
}

#[cfg(test)]
mod tests;
