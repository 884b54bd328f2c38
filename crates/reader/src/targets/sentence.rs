//! One sentence: its clauses, their numbers, and the targets made of them.

use super::clause::{Clause, clauses, is_per_unit};
use super::comparator::comparator;
use super::distributed::distributed;
use super::exclude::{Around, is_excluded};
use super::number::{Number, numbers};
use super::start::{Start, starts};
use super::{Setting, name, qualitative};
use crate::dates::{self, Mention, Sense};
use crate::model::{Baseline, Origin, Span, Target};
use crate::text::Text;
use chrono::NaiveDate;
use domain::{Amount, Comparator};

/// A sentence with what all its clauses share.
pub struct Sentence<'a> {
    pub(super) text: &'a Text,
    pub(super) span: Span,
    pub(super) setting: Setting,
    pub(super) dates: Vec<Mention>,
    numbers: Vec<Number>,
    /// What its numbers set out from.
    pub(super) starts: Vec<Start>,
    governing: Option<NaiveDate>,
    /// Where it names a five-year plan of the past.
    pub(super) gone: Option<usize>,
}

impl<'a> Sentence<'a> {
    /// Returns the sentence at a span; `governing` is the date its paragraph opens with.
    pub fn new(text: &'a Text, span: Span, setting: Setting, governing: Option<NaiveDate>) -> Sentence<'a> {
        let words = text.words(span);
        let five = dates::five_years(&words).zip(setting.calendar.first).is_some_and(|((_, last), first)| last < first);
        let gone = words.find("五").filter(|_| five).map(|at| words[..at].chars().count());
        let chars = text.slice(span);
        let mut dates = dates::dates(&words, setting.calendar);
        let numbers = numbers(chars);
        let starts = starts(chars, &numbers, &dates, setting.calendar);
        // 从2020年的76.3岁提高到77.5岁 is not due in 2020.
        dates.retain(|m| !starts.iter().any(|start| start.span.contains(Span::new(m.start, m.end))));
        Sentence { text, span, setting, dates, numbers, starts, governing, gone }
    }

    /// Adds its targets.
    pub fn targets(&self, found: &mut Vec<Target>) {
        let chars = self.text.slice(self.span);
        let first_new = found.len();
        for span in clauses(chars) {
            let from = self.numbers.partition_point(|n| n.start < span.start);
            let to = self.numbers.partition_point(|n| n.start < span.end);
            let mut clause = Clause::new(chars, span);
            clause.kept = (from..to).filter(|at| !self.excludes(&clause, *at, to)).map(|at| &self.numbers[at]).collect();
            if clause.kept.is_empty() {
                if let Some(target) = qualitative::qualitative(chars, span) {
                    found.push(self.qualitative(target, &clause));
                }
                continue;
            }
            let shared = clause.is_distributed();
            let done = self.is_done(&clause);
            for at in 0..clause.kept.len() {
                let target = match shared {
                    true => self.distributed(&clause, at, done),
                    false => self.target(&clause, at, done, &found[first_new..]),
                };
                found.push(target);
            }
        }
    }

    /// Returns true if the number is no target; `to` ends the numbers of its clause.
    fn excludes(&self, clause: &Clause<'_>, at: usize, to: usize) -> bool {
        let number = &self.numbers[at];
        let before = clause.words(clause.span.start, number.start);
        let in_date = self.dates.iter().any(|date| date.start <= number.start && number.start < date.end);
        // What a number sets out from is no target itself, nor is the year of it.
        let is_start =
            self.starts.iter().any(|s| s.base == Some(at) || (s.of != at && s.span.start <= number.start && number.end <= s.span.end));
        if in_date || is_start || (clause.depth_at(number.start) > 0 && !before.contains("其中")) {
            return true;
        }
        let behind = clause.words(number.end, clause.span.end);
        let another_follows = self.numbers[at + 1..to].iter().any(|other| !other.unit.is_empty());
        is_excluded(number, &Around { sentence: clause.chars, before, behind, another_follows })
    }

    fn target(&self, clause: &Clause<'_>, at: usize, done: bool, earlier: &[Target]) -> Target {
        let (number, first) = (clause.kept[at], clause.kept[0]);
        let piece = clause.piece(at);
        let start = self.start_of(number);
        let before = clause.words(piece.start, number.start);
        let behind = match start {
            // 达到80%（2025年为76%）: the value before is no part of the name.
            Some(start) if start.span.start > number.end => clause.words(start.span.end + 1, piece.end),
            _ => clause.words(number.end, piece.end),
        };
        let end = if behind.trim_matches(['，', '；', '：', '、']).is_empty() { number.end } else { piece.end };
        // 占比在上年35%的基础上，提高到40%: the words begin in the clause before.
        let before_clause = start.filter(|start| start.span.start < clause.span.start);
        let from = before_clause.map_or(piece.start, |start| self.clause_start(start.span.start));
        let span =
            self.quote(Span::new(from, end.max(start.map_or(0, |start| start.span.end + usize::from(start.span.start > number.end)))));
        let before_first = || clause.words(clause.span.start, first.start);
        let comparator = match comparator(before, number) {
            // 不少于3个、5个: what stands before the first number holds for those behind it.
            Comparator::Equal if at > 0 && before.chars().count() <= 1 => comparator(before_first(), number),
            other => other,
        };
        let mut doubt = None;
        let subject: String = match start {
            // 占比由8.2%提高到10%: what is counted stands before 由.
            Some(start) if start.span.start < number.start || start.base.is_none() => {
                let head = &clause.chars[from.min(start.span.start)..start.span.start];
                // 事故比去年的120起减少20起: what is compared is said behind.
                let change = if start.value.is_none() { &clause.chars[start.compared_to.min(number.start)..number.start] } else { &[] };
                head.iter().chain(change).collect()
            }
            _ => before.to_owned(),
        };
        let mut name = name::name(&subject, number, behind);
        if name::is_only_frequency(&name)
            && let Some(words) = clause.words_before()
        {
            // 定期开展检查，每季度1次: what is to be done stands in the clause before.
            name = format!("{}{name}", words.chars().take(30).collect::<String>());
        }
        if name.starts_with(|c: char| c.is_ascii_digit())
            && at == 0
            && subject.chars().count() <= 8
            && let Some(subject) = clause.words_before().and_then(|words| name::from_clause_before(&words))
        {
            // 提高装配式建筑占比，力争达到35%: what is counted stands in the clause before.
            doubt = Some(format!("“{}”的指标名取自前一句，请核对", self.text.words(span)));
            name = subject;
        }
        if name::is_only_rate(&name)
            && at == 0
            && let Some(subject) = clause.words_before().and_then(|words| name::from_clause_before(&words))
            && earlier.last().is_none_or(|last| last.span.end + 1 < self.span.start + clause.span.start)
        {
            // 超额完成免费检查工作，完成率131%: of what stands in the clause before.
            name = format!("{subject}{name}");
        }
        if at > 0 {
            name = name::with_verb(name, before_first(), number);
        }
        if name::is_only_growth(&name)
            && let Some(last) = earlier.last().filter(|last| last.value.is_some())
        {
            // 总产量1.6万吨，同比增长3%: what grows is what was counted.
            name = format!("{}{name}", last.name);
        }
        if let Some(whole) = name::completed(&name, number, earlier) {
            doubt = Some(format!("“{}”省略了指标名，已按前一项补全", self.text.words(span)));
            name = whole;
        }
        self.made(number, clause, Words { span, name, comparator, doubt }, done)
    }

    /// Returns the target of one of the numbers behind 分别.
    fn distributed(&self, clause: &Clause<'_>, at: usize, done: bool) -> Target {
        let (number, count) = (clause.kept[at], clause.kept.len());
        let before = clause.words(clause.span.start, clause.kept[0].start);
        // 配备率2026年、2027年分别达到80%、100%: each year has its number.
        let years: Vec<&Mention> = self.dates.iter().filter(|m| m.end <= clause.kept[0].start && m.sense != Sense::Past).collect();
        let by_year = years.len() == count;
        let subject = match years.first().filter(|first| by_year && first.start > clause.span.start) {
            Some(first) => clause.words(clause.span.start, first.start),
            None => before,
        };
        let all = name::name(subject, number, "");
        let words = Words {
            span: self.quote(Span::new(clause.span.start, clause.kept[count - 1].end)),
            name: match by_year {
                true => all,
                false => distributed(&all, at, count).unwrap_or(format!("{all}（第{}项）", at + 1)),
            },
            comparator: comparator(before, number),
            doubt: Some("“分别”后的几个数各对应一项，请核对各自的指标名".to_owned()),
        };
        let target = self.made(number, clause, words, done);
        let due = if by_year { Some(years[at].date) } else { target.due };
        Target { due, ..target }
    }

    fn made(&self, number: &Number, clause: &Clause<'_>, words: Words, done: bool) -> Target {
        let Words { span, name, comparator, doubt } = words;
        let start = self.start_of(number);
        // 从76.3到77.5岁 is a way and no range.
        let (value, upper) = match (start, number.upper) {
            (Some(Start { base: None, .. }), Some(reached)) => (reached, None),
            _ => (number.value, number.upper),
        };
        let from = start.and_then(|start| start.value).filter(|_| !matches!(comparator, Comparator::Increase | Comparator::Decrease));
        let comparator = match (from, comparator) {
            (Some(from), Comparator::Equal | Comparator::Range) if upper.is_none() => {
                if value < from {
                    Comparator::AtMost
                } else {
                    Comparator::AtLeast
                }
            }
            _ => comparator,
        };
        let baseline = from.zip(start).map(|(value, start)| {
            let span = self.quote(start.span);
            Baseline { value, date: start.date, quote: self.text.words(span), span, origin: Origin::Sentence }
        });
        Target {
            quote: self.text.words(span),
            span,
            name,
            comparator,
            value: Some(value),
            upper,
            unit: number.unit.clone(),
            // 全年 in a review is the year gone by, which the document does not name.
            due: self.due(self.span.start + number.end).filter(|_| !self.setting.looks_back),
            kind: self.kind(done, number.end),
            doubt: self.doubt(number, upper, clause.words(clause.span.start, number.start)).or(doubt),
            baseline,
        }
    }

    fn qualitative(&self, found: qualitative::Found, clause: &Clause<'_>) -> Target {
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
            kind: self.kind(self.is_done(clause), found.span.end),
            doubt: Some("没有写明数值，已按形象进度；不考核的请选“不是目标”".to_owned()),
            baseline: None,
        }
    }

    /// Returns the place in the text of a stretch of the sentence, without signs at its ends.
    fn quote(&self, stretch: Span) -> Span {
        let mut span = Span::new(self.span.start + stretch.start, self.span.start + stretch.end);
        let is_sign = |c: char| c.is_whitespace() || matches!(c, '，' | '。' | '、' | '；' | '：' | ';' | ',' | '|' | '！' | '①'..='⑳');
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

    /// Returns what a number sets out from.
    fn start_of(&self, number: &Number) -> Option<&Start> {
        self.starts.iter().find(|start| self.numbers[start.of].start == number.start)
    }

    /// Returns where the clause a character stands in begins.
    fn clause_start(&self, at: usize) -> usize {
        let chars = self.text.slice(self.span);
        chars[..at].iter().rposition(|c| matches!(c, '，' | '；' | '：' | '。')).map_or(0, |sign| sign + 1)
    }

    fn doubt(&self, number: &Number, upper: Option<Amount>, before: &str) -> Option<String> {
        let unit = &number.unit;
        if let Some(upper) = upper {
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

/// What the words around a number make of it.
struct Words {
    span: Span,
    name: String,
    comparator: Comparator,
    doubt: Option<String>,
}
