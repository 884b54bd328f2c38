//! The pictures of a bulletin.

use super::facts::{Completion, Facts, Ranked, Section};
use crate::book::Book;
use crate::chart::rows::counts;
use crate::wire::OfPeriod;
use crate::{ApiError, App, chart};
use charts::{Bullet, Bullets, Chart, Head, League, LeagueRow, SectionLights, Sections, Size, Trend};
use domain::Amount;
use store::IndicatorRow;

/// A picture’s width in the pixels of a screen: on paper it is as wide as the text, and its type then about 9 pt.
const WIDTH: u32 = 600;

/// How many rows a picture has at most; what has more becomes several.
const ROWS: usize = 32;

/// Returns the lights of sections.
pub(super) fn lights(facts: &Facts) -> Vec<(Chart, Size)> {
    let row = |one: &Section| SectionLights { name: one.title.clone(), counts: counts(one.lights) };
    let chart = |head, rows: &[Section]| Chart::Sections(Sections { head, rows: rows.iter().map(row).collect() });
    drawn("各板块亮灯", facts, &facts.sections, chart)
}

/// Returns completion against time.
pub(super) fn completion(facts: &Facts) -> Vec<(Chart, Size)> {
    let row = |one: &Completion| Bullet {
        name: one.name.clone(),
        completion: one.completion,
        due: one.due,
        light: one.light,
        word: one.word.clone(),
    };
    let chart = |head, rows: &[Completion]| Chart::Bullets(Bullets { head, rows: rows.iter().map(row).collect() });
    drawn("完成率与序时进度", facts, &facts.completion, chart)
}

/// Returns the scores.
pub(super) fn league(facts: &Facts) -> Vec<(Chart, Size)> {
    let row = |one: &Ranked| LeagueRow {
        rank: one.score.map(|_| one.rank),
        name: one.short.clone(),
        score: one.score.and_then(Amount::new),
        change: one.last_rank.map(|last| last as i32 - one.rank as i32),
    };
    let full = Amount::new(facts.full_mark).unwrap_or(Amount::ZERO);
    let chart = |head, rows: &[Ranked]| Chart::League(League { head, full, rows: rows.iter().map(row).collect() });
    drawn("考核得分", facts, &facts.league, chart)
}

/// Returns a picture of all rows, or several where they are many; one that says so where there are none.
fn drawn<T>(title: &str, facts: &Facts, rows: &[T], chart: impl Fn(Head, &[T]) -> Chart) -> Vec<(Chart, Size)> {
    let pieces: Vec<&[T]> = if rows.is_empty() { vec![rows] } else { rows.chunks(ROWS).collect() };
    let head = |at: usize| {
        let part = if pieces.len() > 1 { format!("（{}/{}）", at + 1, pieces.len()) } else { String::new() };
        Head { title: format!("{}{title}{part}", facts.period.zh()), subtitle: String::new() }
    };
    pieces.iter().enumerate().map(|(at, rows)| (chart(head(at), rows), by_rows(rows.len()))).collect()
}

/// Returns a size in which so many rows can be read; a page is no higher.
fn by_rows(rows: usize) -> Size {
    Size { width: WIDTH, height: (130 + 32 * rows as u32).clamp(190, 780) }
}

/// Returns the trend of the indicator a name means: the one of that name, or the only one with these words in its name.
///
/// # Errors
/// Where there is none, or several.
pub(super) fn trend(app: &App, of: OfPeriod, name: &str) -> Result<Vec<(Chart, Size)>, ApiError> {
    let book = Book::load(app.store()?, of.plan, of.period)?;
    let called = |row: &&IndicatorRow| row.data.indicator.name == name;
    let mut found: Vec<&IndicatorRow> = book.indicators.iter().filter(called).collect();
    if found.is_empty() {
        found = book.indicators.iter().filter(|row| !name.is_empty() && row.data.indicator.name.contains(name)).collect();
    }
    match found.as_slice() {
        [one] => {
            // The year before lies in another plan, and units may get other names after the period is frozen.
            let missing = book.standing(one, of.period).missing.len();
            let silent = if missing > 0 { format!("；{missing}个单位未报，不计入") } else { String::new() };
            let subtitle = format!("{}个单位合计{silent}", book.reporters(one).len());
            let trend = Trend { subtitle, ..chart::trend_alone(app.store()?, one.data.uid, of.period)? };
            Ok(vec![(Chart::Trend(Box::new(trend)), Size { width: WIDTH, height: 360 })])
        }
        [] => Err(ApiError::not_found(format!("没有“{name}”这个指标可以画图"))
            .hint("写作 {图:指标名}，名称用“指标口径”查看；或写 {图:灯}、{图:完成率}、{图:排名}")),
        several => {
            let names: Vec<&str> = several.iter().take(6).map(|row| row.data.indicator.name.as_str()).collect();
            Err(ApiError::invalid(format!("名称里有“{name}”的指标有{}个", several.len())).hint(format!("请写全名称：{}", names.join("、"))))
        }
    }
}
