//! Title, document number, issuer, day of issue and years of a plan, and which lines tell them.

mod title;

use crate::dates::{self, Calendar};
use crate::marks;
use crate::model::{LineKind, PlanPeriod, Span};
use crate::text::Text;
use crate::units::looks_like_unit;
use chrono::{Datelike, NaiveDate};
use regex::Regex;
use std::sync::LazyLock;
pub use title::is_other_business;
use title::{is_passing, is_plan_like};

/// What is told about the document as a whole.
#[derive(Debug, Default)]
pub struct Meta {
    /// The plan's title.
    pub title: Option<String>,
    /// 文号.
    pub document_number: Option<String>,
    /// 发文机关.
    pub issuer: Option<String>,
    /// The day of issue.
    pub issued: Option<NaiveDate>,
    /// The years covered.
    pub period: Option<PlanPeriod>,
    /// Whether each line is part of the head or the foot of the document, and no text of the plan.
    pub apart: Vec<bool>,
    /// Lines of the title.
    pub title_lines: Vec<usize>,
}

impl Meta {
    /// Returns the years for dates that name none.
    pub fn calendar(&self) -> Calendar {
        let issued = self.issued.map(|day| day.year());
        let years = self.period.map(|period| (period.start.year(), period.end.year()));
        // 年底前 without a year is that of issue, if the plan has begun by then.
        let year = match (years, issued) {
            (Some((first, last)), Some(issued)) if (first..=last).contains(&issued) => Some(issued),
            (Some((first, _)), _) => Some(first),
            (None, issued) => issued,
        };
        let first = years.map(|(first, _)| first).into_iter().chain(issued).min();
        Calendar { year, issued: self.issued, first }
    }
}

static NUMBER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?P<n>\p{Han}{1,14}\s*[〔\[（(【]\s*(?:19|20)\d\d\s*[〕\]）)】]\s*第?\s*\d{1,5}\s*号)").expect("constant")
});
static DAY: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"((?:19|20)\d\d)\s*[-年./]\s*(\d{1,2})\s*[-月./]\s*(\d{1,2})\s*日?").expect("constant"));
static ONLY_DAY: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"^[（(]?(?:19|20)\d\d\s*[-年./]\s*\d{1,2}\s*[-月./]\s*\d{1,2}\s*日?(?:印发)?[）)]?$").expect("constant"));
static YEARS: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"(20\d\d)\s*年?\s*[-—－–~～至]+\s*(20\d\d)\s*年?").expect("constant"));
static YEAR: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"(20\d\d)\s*年").expect("constant"));
static ISSUED_BY: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?:^|[，。；、]|日前|近日)(?P<who>\p{Han}{2,28}?(?:领导小组|委员会|人民政府|办公室|委|局|厅|部))(?:联合)?(?:印发|出台|发布|制定)了?《").expect("constant")
});

const PLAN_WORDS: [&str; 24] = [
    "要点",
    "计划",
    "方案",
    "意见",
    "规划",
    "通知",
    "细则",
    "清单",
    "决定",
    "报告",
    "办法",
    "措施",
    "分工",
    "台账",
    "评价表",
    "任务",
    "纲要",
    "安排",
    "指标",
    "通告",
    "批复",
    "实事",
    "打算",
    "思路",
];

/// Reads what the lines tell about the document.
pub fn read(text: &Text) -> Meta {
    let words: Vec<String> = text.lines.iter().map(|line| text.words(line.span)).collect();
    let body = first_of_body(text, &words);
    let mut meta = Meta { apart: vec![false; words.len()], ..Meta::default() };
    meta.document_number = document_number(text, &words, body);
    let signature = signature(text, &words);
    meta.issued = signature.map(|at| day_in(&words[at])).unwrap_or_else(|| told_day(text, &words));
    set_apart(text, &words, body, &mut meta.apart);
    title::find(text, &words, body, &mut meta);
    meta.issuer = issuer(&words, signature, meta.title.as_deref());
    meta.period = period(text, &words, &meta);
    meta
}

/// Returns the first line that is numbered or a table row: titles stand before it.
fn first_of_body(text: &Text, words: &[String]) -> usize {
    let listed = enclosures(words);
    let begins = |at: &usize| match text.lines[*at].kind {
        _ if listed[*at] => false,
        LineKind::Table => true,
        LineKind::Body => marks::mark(&words[*at]).is_some_and(|mark| mark.level != marks::Level::Article),
        _ => false,
    };
    (0..words.len()).find(begins).unwrap_or(words.len())
}

/// Marks the second and further lines of a list of enclosures: 附件：1.… / 2.….
fn enclosures(words: &[String]) -> Vec<bool> {
    let mut listed = vec![false; words.len()];
    let mut open = false;
    for (at, line) in words.iter().enumerate().filter(|(_, line)| !line.is_empty()) {
        let numbered = || marks::mark(line).is_some_and(|mark| mark.level == marks::Level::Arabic);
        listed[at] = open && numbered() && !line.contains('。') && line.chars().count() <= 60;
        open = listed[at] || (line.starts_with("附件") && line.contains(['：', ' ']) && line.contains('1'));
    }
    listed
}

fn document_number(text: &Text, words: &[String], body: usize) -> Option<String> {
    let head = (0..words.len()).filter(|at| *at < body.max(30) && words[*at].chars().count() <= 60);
    // A number in brackets behind a 《title》 is that of another document.
    head.filter(|at| text.lines[*at].kind != LineKind::Table && !words[*at].contains('》'))
        .find_map(|at| NUMBER.captures(&words[at]))
        .map(|hit| hit["n"].chars().filter(|c| !c.is_whitespace()).collect::<String>())
        .map(|n| {
            ["文件编号", "发文字号", "文号"].iter().fold(n, |n, label| n.trim_start_matches(label).trim_start_matches('：').to_owned())
        })
}

/// Returns the line that holds a day and nothing else.
fn signature(text: &Text, words: &[String]) -> Option<usize> {
    let days: Vec<usize> = (0..words.len()).filter(|at| text.lines[*at].kind == LineKind::Body && ONLY_DAY.is_match(&words[*at])).collect();
    days.iter().copied().find(|at| words[*at].contains('年')).or(days.first().copied())
}

fn told_day(text: &Text, words: &[String]) -> Option<NaiveDate> {
    let label = |names: &[&str]| {
        (0..words.len()).filter(|at| words[*at].chars().count() <= 100).find_map(|at| {
            let line = &words[at];
            names.iter().find_map(|name| line.find(name).and_then(|i| day_in(&line[i..])))
        })
    };
    label(&["成文日期", "生成日期", "发文日期", "印发日期"])
        .or_else(|| label(&["发布日期", "发布时间", "公开日期", "时间：", "日期："]))
        .or_else(|| {
            let dated = |at: &usize| text.lines[*at].kind == LineKind::Noise && words[*at].chars().count() <= 80;
            (0..words.len()).filter(dated).find_map(|at| day_in(&words[at]))
        })
        .or_else(|| {
            words.iter().take(12).filter(|w| w.chars().count() <= 40).find_map(|w| w.starts_with("20").then(|| day_in(w)).flatten())
        })
}

fn day_in(words: &str) -> Option<NaiveDate> {
    let hit = DAY.captures(words)?;
    NaiveDate::from_ymd_opt(hit[1].parse().ok()?, hit[2].parse().ok()?, hit[3].parse().ok()?)
}

/// Marks salutations, notices of issue, letterheads, signatures and enclosures.
fn set_apart(text: &Text, words: &[String], body: usize, apart: &mut [bool]) {
    const NOTICE: [&str; 12] = [
        "印发给你们",
        "现印发",
        "请结合实际",
        "遵照执行",
        "贯彻执行",
        "贯彻落实",
        "组织实施",
        "现就",
        "已经",
        "现提出",
        "制定本",
        "特制定",
    ];
    let content = |at: usize| text.lines[at].kind == LineKind::Body && !words[at].is_empty();
    let listed = enclosures(words);
    let first = (0..words.len()).find(|at| content(*at));
    let mut following = vec![None; words.len()];
    for at in (1..words.len()).rev() {
        following[at - 1] = if content(at) { Some(at) } else { following[at] };
    }
    for at in 0..words.len() {
        let line = &words[at];
        let length = line.chars().count();
        let dated = |at: Option<usize>| at.and_then(|at| words.get(at)).is_some_and(|next| ONLY_DAY.is_match(next));
        let next = following[at];
        let enclosure = (length <= 12 && ["附表", "附录", "附图"].iter().any(|w| line.starts_with(w)) && !line.contains('。'))
            || ["附件", "抄送", "抄报", "附：", "联系人", "（联系人", "主题词"].iter().any(|w| line.starts_with(w)) && length <= 60;
        // A title may have the day under it, too.
        let is_first = first.is_none_or(|first| first >= at);
        let signed = !is_first && length <= 30 && dated(next) && !line.contains(['，', '。']);
        let sealed = length <= 20 && (line.ends_with("代章）") || line == "（此件公开发布）");
        let head = at < body
            && (is_passing(line)
                || (line.ends_with('：') && length <= 120 && !line.contains('。'))
                || (length <= 200
                    && NOTICE.iter().any(|w| line.contains(w))
                    && (line.contains("你们") || line.contains("执行") || line.contains("落实。")))
                || NUMBER.is_match(line) && length <= 40
                || (length <= 30
                    && (line.ends_with("文件") || is_office(line))
                    && !line.contains(['，', '。', '》'])
                    && !line.contains("关于")));
        if content(at) && (listed[at] || ONLY_DAY.is_match(line) || enclosure || signed || sealed || head) {
            apart[at] = true;
        }
    }
}

/// Returns true for the name of an office that issues documents, alone on its line.
fn is_office(line: &str) -> bool {
    const ENDS: [&str; 14] =
        ["局", "委", "委员会", "办公室", "政府", "厅", "部", "小组", "国务院", "公司", "协会", "医院", "党组", "指挥部"];
    ENDS.iter().any(|end| line.ends_with(end)) && !line.chars().any(|c| c.is_ascii_digit() || matches!(c, '“' | '，' | '—'))
}

fn issuer(words: &[String], signature: Option<usize>, title: Option<&str>) -> Option<String> {
    let signed = signature.and_then(|at| {
        let before = (0..at).rev().find(|i| !words[*i].is_empty() && !words[*i].ends_with("代章）"))?;
        let line = words[before].trim();
        ((3..=30).contains(&line.chars().count()) && looks_like_unit(line) && !line.contains(['，', '。', '：'])).then(|| line.to_owned())
    });
    let labelled = || {
        words.iter().find_map(|line| {
            let at = ["发布机构", "发文机关", "发布单位", "发文单位", "发布机关"].iter().find_map(|l| line.find(l).map(|i| i + l.len()))?;
            let name: String = line[at..].trim_start_matches(['：', ':', ' ']).chars().take_while(|c| !c.is_whitespace()).collect();
            (!name.is_empty()).then_some(name)
        })
    };
    let in_title = || {
        let (who, _) = title?.split_once("关于")?;
        ((2..=30).contains(&who.chars().count()) && (looks_like_unit(who) || who.ends_with("国务院"))).then(|| who.to_owned())
    };
    let told = || words.iter().find_map(|line| ISSUED_BY.captures(line).map(|hit| hit["who"].to_owned()));
    signed.or_else(labelled).or_else(in_title).or_else(told)
}

fn period(text: &Text, words: &[String], meta: &Meta) -> Option<PlanPeriod> {
    let years = |first: i32, last: i32| {
        Some(PlanPeriod { start: NaiveDate::from_ymd_opt(first, 1, 1)?, end: NaiveDate::from_ymd_opt(last, 12, 31)? })
            .filter(|period| period.start <= period.end)
    };
    let in_words = |words: &str| {
        let number = |text: &str| text.parse().ok();
        if let Some(hit) = YEARS.captures(words) {
            return years(number(&hit[1])?, number(&hit[2])?);
        }
        let five = || dates::five_years(words).and_then(|(first, last)| years(first, last));
        // 2025年工作总结和2026年工作计划: the plan is for the last year named.
        let named = YEAR.captures_iter(words).take(if words.contains("总结") { 2 } else { 1 }).last();
        named.and_then(|hit| number(&hit[1])).and_then(|year| years(year, year)).or_else(five)
    };
    let title = meta.title.as_deref().unwrap_or_default();
    if let Some(period) = in_words(title).filter(|_| is_plan_like(title)) {
        return Some(period);
    }
    let body: Vec<&String> =
        (0..words.len()).filter(|at| text.lines[*at].kind == LineKind::Body && !meta.apart[*at]).map(|at| &words[at]).collect();
    // 《…计划（2019—2020年）》 named in a report about it.
    let named = body.iter().take(12).find_map(|line| {
        let (_, rest) = line.split_once('《')?;
        let (name, _) = rest.split_once('》')?;
        (is_plan_like(name) && YEARS.is_match(name)).then(|| in_words(name)).flatten()
    });
    if named.is_some() && (is_plan_like(title) || title.contains("行动")) {
        return named;
    }
    // A news report: its year is that of its day if the text speaks of it so.
    let year = meta.issued?.year();
    let opens = body.iter().filter(|line| line.starts_with(&format!("{year}年")) || line.starts_with("今年")).count();
    let titled = || YEAR.captures(title).is_some_and(|hit| hit[1].parse() == Ok(year)) && !title.contains('《');
    (title.contains("今年") || titled() || opens >= 2).then(|| years(year, year)).flatten()
}

/// Returns the span of the title.
pub fn title_span(text: &Text, meta: &Meta) -> Option<Span> {
    let (first, last) = (meta.title_lines.first()?, meta.title_lines.last()?);
    Some(Span::new(text.lines[*first].span.start, text.lines[*last].span.end))
}
