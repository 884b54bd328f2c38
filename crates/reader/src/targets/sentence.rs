//! One sentence: its clauses, their numbers, and the targets made of them.

use super::clause::{Clause, clauses, is_per_unit};
use super::comparator::comparator;
use super::distributed::distributed;
use super::exclude::{Around, is_excluded};
use super::number::{Number, numbers};
use super::{Setting, name, qualitative};
use crate::dates::{self, Mention, Sense};
use crate::model::{Span, Target};
use crate::text::Text;
use chrono::{Datelike, NaiveDate};
use domain::{Comparator, TargetKind};

/// Words of results, whatever else the clause says.
const DONE: [&str; 18] = [
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
    "超额完成",
    "顺利完成了",
    "去年",
    "被评为",
];
/// Words of results, unless the clause looks ahead: 力争获批1家, 到2030年累计建成5座.
const REACHED: [&str; 8] = ["荣获", "获评", "获批", "被确定为", "被选定", "被命名", "累计建成", "先后建成"];
const AHEAD: [&str; 9] = ["力争", "争取", "确保", "计划", "拟", "努力", "推动", "支持", "目标"];

/// A sentence with what all its clauses share.
pub struct Sentence<'a> {
    text: &'a Text,
    span: Span,
    setting: Setting,
    dates: Vec<Mention>,
    numbers: Vec<Number>,
    governing: Option<NaiveDate>,
    /// Where it names a five-year plan of the past.
    gone: Option<usize>,
}

impl<'a> Sentence<'a> {
    /// Returns the sentence at a span; `governing` is the date its paragraph opens with.
    pub fn new(text: &'a Text, span: Span, setting: Setting, governing: Option<NaiveDate>) -> Sentence<'a> {
        let words = text.words(span);
        let five = dates::five_years(&words).zip(setting.calendar.first).is_some_and(|((_, last), first)| last < first);
        let gone = words.find("五").filter(|_| five).map(|at| words[..at].chars().count());
        Sentence { text, span, setting, dates: dates::dates(&words, setting.calendar), numbers: numbers(text.slice(span)), governing, gone }
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
        if in_date || (clause.depth_at(number.start) > 0 && !before.contains("其中")) {
            return true;
        }
        let behind = clause.words(number.end, clause.span.end);
        let another_follows = self.numbers[at + 1..to].iter().any(|other| !other.unit.is_empty());
        is_excluded(number, &Around { sentence: clause.chars, before, behind, another_follows })
    }

    fn target(&self, clause: &Clause<'_>, at: usize, done: bool, earlier: &[Target]) -> Target {
        let (number, first) = (clause.kept[at], clause.kept[0]);
        let piece = clause.piece(at);
        let before = clause.words(piece.start, number.start);
        let behind = clause.words(number.end, piece.end);
        let end = if behind.trim_matches(['，', '；', '：', '、']).is_empty() { number.end } else { piece.end };
        let span = self.quote(Span::new(piece.start, end));
        let before_first = || clause.words(clause.span.start, first.start);
        let comparator = match comparator(before, number) {
            // 不少于3个、5个: what stands before the first number holds for those behind it.
            Comparator::Equal if at > 0 && before.chars().count() <= 1 => comparator(before_first(), number),
            other => other,
        };
        let mut doubt = None;
        let mut name = name::name(before, number, behind);
        if name::is_only_frequency(&name)
            && let Some(words) = clause.words_before()
        {
            // 定期开展检查，每季度1次: what is to be done stands in the clause before.
            name = format!("{}{name}", words.chars().take(30).collect::<String>());
        }
        if name.starts_with(|c: char| c.is_ascii_digit())
            && at == 0
            && before.chars().count() <= 8
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
        Target {
            quote: self.text.words(span),
            span,
            name,
            comparator,
            value: Some(number.value),
            upper: number.upper,
            unit: number.unit.clone(),
            // 全年 in a review is the year gone by, which the document does not name.
            due: self.due(self.span.start + number.end).filter(|_| !self.setting.looks_back),
            kind: self.kind(done, number.end),
            doubt: self.doubt(number, clause.words(clause.span.start, number.start)).or(doubt),
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

    /// Returns true if a clause reports a result.
    fn is_done(&self, clause: &Clause<'_>) -> bool {
        let words = clause.words(clause.span.start, clause.span.end);
        let any = |set: &[&str]| set.iter().any(|word| words.contains(word));
        // “十四五”期间新建5座, in a plan for the years behind.
        let gone = || self.gone.is_some_and(|at| at < clause.span.end) && !self.looks_ahead(clause.span.end);
        any(&DONE) || gone() || (any(&REACHED) && !any(&AHEAD) && !self.looks_ahead(clause.span.end))
    }

    /// Returns true if a date ahead stands before a place: 到2030年.
    fn looks_ahead(&self, end: usize) -> bool {
        let first = self.setting.calendar.first;
        let chars = self.text.slice(self.span);
        let until = |m: &Mention| m.start > 0 && matches!(chars[m.start - 1], '到' | '至') && m.sense == Sense::At;
        let ahead = |m: &&Mention| m.sense != Sense::Past && first.map_or(until(m), |year| m.date.year() >= year);
        self.dates.iter().take_while(|m| m.end <= end).any(|m| ahead(&m))
    }

    /// Returns whether a number is a result: by its clause, else by the last date before it.
    fn kind(&self, done: bool, number_end: usize) -> TargetKind {
        let first = self.setting.calendar.first;
        let last = self.dates.iter().rfind(|m| m.end <= number_end);
        let past = last.is_some_and(|m| m.sense == Sense::Past || first.is_some_and(|year| m.date.year() < year));
        if done || self.setting.looks_back || past { TargetKind::Achieved } else { TargetKind::Target }
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

/// What the words around a number make of it.
struct Words {
    span: Span,
    name: String,
    comparator: Comparator,
    doubt: Option<String>,
}
