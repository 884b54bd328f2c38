//! The slides of what follows from the figures: the league table, what is being put right, what is due next.

use super::made::{Made, Sources, fact, marked, plain};
use crate::chart::rows::league_row;
use crate::overview::said::counted;
use crate::shown::{cut, numbered, units_in_text};
use crate::wire::{DueKind, DueSoon, RectificationRow, SlideKind, UnitScore};
use charts::{Body, Chart, Column, Head, League, LeagueRow, Row, Rows};
use chrono::{Datelike, NaiveDate};
use domain::Amount;
use domain::judge::{Light, number, percent};

/// How many units of the league table stand on a slide.
const UNITS: usize = 7;

/// Returns the league table; none where fewer than two units are scored.
pub(super) fn league(from: &Sources<'_>) -> Vec<Made> {
    let scores = &from.scores;
    let scored: Vec<&UnitScore> = scores.units.iter().filter(|unit| unit.weights > 0.0).collect();
    let (Some(first), Some(last)) = (scored.first(), scored.last()) else { return Vec::new() };
    if scored.len() < 2 {
        return Vec::new();
    }
    let mut made = Made::new(SlideKind::League, "league", "考核排名", from.period);
    made.slide.kicker = vec!["考核排名".to_owned()];
    let leading = scored.iter().filter(|unit| unit.rank == first.rank).count();
    let who = if leading > 1 { format!("{}等{leading}个单位", first.short) } else { first.short.clone() };
    made.slide.headline = vec![
        plain(format!("{}个单位，{who}得", scored.len())),
        marked(number(first.score), Light::Green),
        plain(format!("分居首，{}得", last.short)),
        marked(number(last.score), Light::Red),
        plain("分居末。"),
    ];
    let incomplete: Vec<&str> = scored.iter().filter(|unit| unit.incomplete).map(|unit| unit.short.as_str()).collect();
    if !incomplete.is_empty() {
        made.slide.foot = format!("{}未报齐。", units_in_text(&incomplete, 3));
    }
    let rows: Vec<LeagueRow> = scored.iter().map(|unit| league_row(unit)).collect();
    for (said, up) in [("比上期上升", true), ("比上期下降", false)] {
        let moved = rows.iter().filter_map(|row| Some((row, row.change.filter(|by| if up { *by > 0 } else { *by < 0 })?)));
        let moved: Vec<String> = moved.map(|(row, by)| format!("{}{}位", row.name, by.abs())).collect();
        if !moved.is_empty() {
            made.talk.push(format!("{said}：{}。", moved.join("、")));
        }
    }
    for unit in scored.iter().rev().take(2).filter(|unit| unit.rank > first.rank) {
        let mut lost: Vec<_> = unit.lines.iter().filter_map(|line| Some((line.lost.filter(|lost| *lost > 0.0)?, line))).collect();
        lost.sort_by(|a, b| b.0.total_cmp(&a.0));
        let named: Vec<String> = lost.iter().take(2).map(|(_, line)| line.name.clone()).collect();
        if !named.is_empty() {
            made.talk.push(format!("{}失分最多的是{}。", unit.short, named.join("、")));
        }
    }
    if !incomplete.is_empty() {
        made.talk.push(format!("未报齐，得分偏低：{}。", incomplete.join("、")));
    }
    let full = Amount::new(scores.full_mark).unwrap_or(Amount::ZERO);
    made.paged(&rows, UNITS, |part| Body::Chart(Box::new(Chart::League(League { head: Head::default(), full, rows: part.to_vec() }))))
}

/// How a rectification stood on a day, from its own days.
struct Stood<'a> {
    row: &'a RectificationRow,
    /// How many days its deadline had passed by.
    late: i64,
}

/// Returns what was being put right at the period's end, and what was opened and signed off in the period.
///
/// Counted from the days written down, not as of today, so that the slide of a past period stays as it was.
pub(super) fn rectify(from: &Sources<'_>) -> Vec<Made> {
    let until = from.until();
    let all = &from.supervision.rectifications;
    let in_period = |day: NaiveDate| day >= from.period.start() && day <= until;
    let opened = all.iter().filter(|row| in_period(row.opened_on)).count();
    let closed = all.iter().filter(|row| row.closed_on.is_some_and(in_period)).count();
    let open = all.iter().filter(|row| from.going_on(row));
    let mut open: Vec<Stood> =
        open.map(|row| Stood { row, late: row.deadline.map_or(0, |deadline| (until - deadline).num_days().max(0)) }).collect();
    open.sort_by_key(|one| (std::cmp::Reverse(one.late), one.row.deadline));
    let late = open.iter().filter(|one| one.late > 0).count();
    let mut made = Made::new(SlideKind::Rectify, "rectify", "整改情况", from.period);
    made.slide.kicker = vec!["整改情况".to_owned()];
    made.proposed = !open.is_empty() || opened + closed > 0;
    made.slide.headline = match open.len() {
        0 => vec![plain("没有在办的整改")],
        some => vec![plain("在办整改"), marked(some.to_string(), Light::Yellow), plain("项")],
    };
    if late > 0 {
        made.slide.headline.extend([plain("，其中超期"), marked(late.to_string(), Light::Red), plain("项")]);
    }
    made.slide.headline.push(plain(format!("；本期新开{opened}项，销号{closed}项。")));
    made.slide.foot = format!("截至{}。", crate::shown::day_in_text(until));
    for one in &open {
        let row = one.row;
        let action = if row.action.is_empty() { String::new() } else { format!("措施：{}", cut(&row.action, 40)) };
        let late = if one.late > 0 { format!("，超期{}天", one.late) } else { String::new() };
        made.talk.push(format!("{}（{}）：{}{late}。{action}", row.name, row.unit.short, row.finding));
    }
    if !from.supervision.red.is_empty() {
        let names = from.supervision.red.iter().map(|red| red.name.as_str()).collect::<Vec<_>>();
        made.talk.push(format!("还有{}个红灯没有交办整改：{}。", names.len(), cut(&names.join("、"), 60)));
    }
    if open.is_empty() {
        made.slide.body = Body::Words("红灯指标交办整改后列在这里。".to_owned());
        return vec![made];
    }
    let line = |one: &Stood| Row {
        light: Some(one.row.light),
        cells: vec![
            one.row.name.clone(),
            one.row.unit.short.clone(),
            one.row.deadline.map_or("未定".to_owned(), month_and_day),
            if one.late > 0 { format!("超期{}天", one.late) } else { "在办".to_owned() },
        ],
    };
    let rows: Vec<Row> = open.iter().map(line).collect();
    made.paged(&rows, Rows::MOST, |part| table(&[("事项", 5.0), ("责任单位", 2.6), ("期限", 1.7), ("情况", 1.7)], part))
}

/// Returns what is due after the period and was not done by its end, and what is asked for.
///
/// Judged by the days written down, as [`rectify`].
pub(super) fn next(from: &Sources<'_>) -> Vec<Made> {
    let seen = &from.overview;
    let mut made = Made::new(SlideKind::Next, "next", "下期重点", from.period);
    made.slide.kicker = vec!["下期重点".to_owned()];
    let until = crate::shown::day_in_text(seen.due_until);
    made.slide.headline = match seen.due.len() {
        0 => vec![plain(format!("到{until}没有到期的事项。"))],
        some => vec![plain(format!("到{until}前有")), marked(some.to_string(), Light::Yellow), plain("项到期、尚未完成。")],
    };
    for one in seen.behind.iter().take(5) {
        let lead = one.lead.as_ref().map(|unit| format!("请{}", unit.short)).unwrap_or_else(|| "请责任单位".to_owned());
        made.talk.push(format!("{lead}加快{}：{}。", one.name, one.reason));
    }
    if !seen.unreported.is_empty() {
        let names = seen.unreported.iter().map(|unit| unit.unit.short.as_str()).collect::<Vec<_>>().join("、");
        made.talk.push(format!("请{names}补报本期进度。"));
    }
    if made.talk.is_empty() {
        made.talk.push(format!("{}。", counted(seen.measures, seen.lights, seen.grey)));
    }
    if seen.due.is_empty() {
        made.slide.body = Body::Words(if seen.clock.left == 0 { "计划已到期。".to_owned() } else { seen.sentence.clone() });
        return vec![made];
    }
    made.slide.foot = format!(
        "截至{}。时间进度{}，还剩{}个月。",
        crate::shown::day_in_text(from.until()),
        percent(seen.clock.time_progress),
        seen.clock.left
    );
    let rows: Vec<Row> = seen
        .due
        .iter()
        .map(|one| {
            let measure = one.measure.as_ref().map_or(String::new(), |measure| match &measure.number {
                Some(number) => format!("第{number}项"),
                None => from.short(&measure.title, 8),
            });
            Row { light: None, cells: vec![month_and_day(one.day), one.name.clone(), measure, what(one)] }
        })
        .collect();
    made.paged(&rows, Rows::MOST, |part| table(&[("日期", 1.8), ("事项", 5.4), ("举措", 1.8), ("情况", 3.0)], part))
}

/// Returns how something that is due stands: what is missing, or who is putting it right.
fn what(due: &DueSoon) -> String {
    match (due.kind, &due.missing) {
        (DueKind::Rectification, Some(unit)) => format!("{unit}整改"),
        (_, Some(missing)) => missing.clone(),
        (DueKind::Milestone, None) => "时间节点".to_owned(),
        (_, None) => "完成时限".to_owned(),
    }
}

fn table(columns: &[(&str, f32)], rows: &[Row]) -> Body {
    let columns = columns.iter().map(|(head, share)| Column { head: (*head).to_owned(), share: *share }).collect();
    Body::Rows(Rows { columns, rows: rows.to_vec() })
}

/// Returns a day as a slide has room for it: 8月31日.
fn month_and_day(day: NaiveDate) -> String {
    format!("{}月{}日", day.month(), day.day())
}

/// Returns the slides of measures without a number to reach, to jump to.
pub(super) fn measures(from: &Sources<'_>) -> Vec<Made> {
    let bare = from.book.measures.iter().filter(|row| from.book.indicators_of(row.id).next().is_none());
    let slide = |row: &store::MeasureRow| {
        let measure = &row.measure;
        let named = numbered(measure.number.as_deref(), &measure.title);
        let mut made = Made::new(SlideKind::Measure, format!("measure:{}", measure.uid), named.clone(), from.period);
        made.proposed = false;
        made.number = measure.number.clone();
        made.place = from.place(row.id);
        let section = from.book.sections.iter().find(|section| Some(section.id) == measure.section_id);
        made.slide.kicker = section.map(|section| crate::refs::heading(&section.data)).into_iter().chain([named]).collect();
        made.slide.headline = vec![plain(format!("{}：没有数字目标。", from.short(&measure.title, 18)))];
        let told = from.told.iter().filter(|told| told.measure.id == measure.uid);
        let told: Vec<String> = told.map(|told| format!("{}：{}", told.unit.short, told.told.progress.trim())).collect();
        made.slide.body = Body::Words(measure.text.replace('\n', " "));
        let due = measure.deadline.unwrap_or(from.book.plan.data.due);
        made.slide.facts = vec![fact("完成时限", month_and_day(due), "")];
        let units = from.book.responsible(row);
        if !units.is_empty() {
            made.slide.foot = format!("责任单位：{}。", super::said::units(from, &units));
            made.talk.push(format!("责任单位：{}。", super::said::all_units(from, &units)));
        }
        made.talk.extend(told);
        made
    };
    bare.map(slide).collect()
}
