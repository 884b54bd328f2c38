//! Phases (阶段): numbered steps under 实施步骤, and 一是…阶段 within a paragraph.

use crate::dates::{self, Calendar, Sense};
use crate::model::{Phase, Span, Warning};
use crate::targets::chinese_value;
use crate::text::Text;
use chrono::NaiveDate;
use regex::Regex;
use std::sync::LazyLock;

static STEPS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"实施步骤|工作步骤|方法步骤|进度安排|工作进度|时间安排|时间步骤|实施阶段|阶段安排|推进步骤|步骤安排|实施进度|步骤和|时间进度|工作阶段|阶段划分|步骤方法").expect("constant")
});

/// Returns true for the title of a section that lists phases.
pub fn lists_phases(title: &str) -> bool {
    title.chars().count() <= 20 && (STEPS.is_match(title) || title == "工作安排")
}

/// Returns true for the title of an item that is a phase wherever it stands: 动员部署阶段（3月底前）.
pub fn is_phase_title(title: &str) -> bool {
    let bare = title.split(['（', '(', '。', '：']).next().unwrap_or_default();
    bare.ends_with("阶段") && bare.chars().count() <= 16
}

/// Makes a phase of a numbered item: `title` its lead words, `body` the rest.
pub fn phase(text: &Text, title: Span, body: Span, whole: Span, calendar: Calendar) -> Phase {
    let words = text.words(title);
    let name = words.split(['（', '(']).next().unwrap_or_default().trim_matches(['。', '：', ' ', '，']).to_owned();
    // （3—5月）：动员部署。…: the name stands behind the dates.
    let told = || text.words(body).split(['。', '，', '：', '\n']).next().unwrap_or_default().chars().take(16).collect();
    let name = if name.is_empty() { told() } else { name };
    let due = last_day(&words, calendar).or_else(|| due(&text.words(body), calendar));
    Phase { name, due, text: text.words(text.trimmed(body)), span: whole }
}

/// Returns the end of 2026年7月至2027年9月, or of 3—5月.
fn last_day(words: &str, calendar: Calendar) -> Option<NaiveDate> {
    static RANGE: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"(20\d\d)年\d{1,2}月\s*[-—－–~至到]+\s*(\d{1,2})月").expect("constant"));
    if let Some(hit) = RANGE.captures(words) {
        return dates::last_day(hit[1].parse().ok()?, hit[2].parse().ok()?);
    }
    dates::dates(words, calendar).last().map(|m| m.date)
}

/// Returns the deadline told, else the last day of the dates a text opens with: 2026年8月至2027年12月，….
fn due(words: &str, calendar: Calendar) -> Option<NaiveDate> {
    let opening = || {
        let head = words.split(['，', '。', '；']).next().unwrap_or_default();
        let opens = dates::dates(head, calendar).first().is_some_and(|m| m.start <= 8 && m.sense != Sense::Past);
        opens.then(|| last_day(head, calendar)).flatten()
    };
    dates::deadline(words, calendar).map(|m| m.date).or_else(opening)
}

static COUNT: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"分(?:为|成|)?(?P<n>[二两三四五六七八九十]|\d{1,2})个?阶段").expect("constant"));
static INLINE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?:第?[一二三四五六七八九十]+(?:是|、|，)|第[一二三四五六]阶段[，：、]?)(?P<name>\p{Han}{2,12}阶段)").expect("constant")
});

/// Reads phases told within a paragraph: 分为四个阶段：一是启动阶段，在年底前……二是……
pub fn inline(text: &Text, paragraph: Span, calendar: Calendar) -> (Vec<Phase>, Option<Warning>) {
    let words = text.words(paragraph);
    if !words.contains("阶段") {
        return (Vec::new(), None);
    }
    let hits: Vec<(usize, usize, String)> = INLINE
        .captures_iter(&words)
        .take(20)
        .map(|hit| {
            let all = hit.get(0).expect("group 0 is the match");
            (words[..all.start()].chars().count(), words[..all.end()].chars().count(), hit["name"].to_owned())
        })
        .collect();
    if hits.len() < 2 {
        return (Vec::new(), None);
    }
    let mut phases = Vec::new();
    for (at, (start, end, name)) in hits.iter().enumerate() {
        let stop = hits.get(at + 1).map_or(paragraph.end, |(next, ..)| paragraph.start + next);
        let body = Span::new(paragraph.start + end, stop);
        let span = text.trimmed(Span::new(paragraph.start + start, stop));
        let told: String = text.words(body).trim_start_matches(['，', '：', '。', ' ']).to_owned();
        phases.push(Phase { name: name.clone(), due: due(&told, calendar), text: told, span });
    }
    let said = COUNT.captures(&words).and_then(|hit| {
        let n: Vec<char> = hit["n"].chars().collect();
        hit["n"].parse().ok().or_else(|| chinese_value(&n)).map(|n: f64| n as usize)
    });
    let warning = said.filter(|said| *said != phases.len()).map(|said| Warning {
        line: text.line_at(paragraph.start) + 1,
        message: format!("文中说分{said}个阶段，只写明了{}个，请核对原件", phases.len()),
        span: Some(paragraph),
    });
    (phases, warning)
}
