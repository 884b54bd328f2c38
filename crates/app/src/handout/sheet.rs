//! What a unit's page says, cut to one page.

use super::All;
use crate::book::Standing;
use crate::shown::{day_in_text, measured_in};
use crate::standing;
use crate::wire::{DueSoon, RectificationRow};
use domain::Role;
use domain::judge::{Light, figure, number, percent, shown_fraction, target_label};
use domain::supervise::Stage;
use report::{Block, Column, Document, Level, Page, Table, height};
use std::cmp::Reverse;
use store::{IndicatorRow, MeasureRow};

/// What of a page is filled; what is reckoned is a little too high already, for programs break lines differently.
const FULL: f64 = 0.95;
/// How many lines of each list below the table there are at most.
const LISTED: usize = 6;
/// How many of those that are on time are named.
const LISTED_WELL: usize = 24;

/// A unit's page.
pub(super) struct Sheet {
    pub(super) blocks: Vec<Block>,
    /// Rows of the table that found no room.
    pub(super) left_out: u32,
}

/// An indicator the unit reports, or a measure of which it reports nothing.
struct Row {
    light: Light,
    /// The cells of the table.
    cells: Vec<String>,
    /// For the sentences about what needs no table: name and how far it is.
    short: String,
    /// Grey for other reasons than a missing report: not due yet, only summed up.
    waits: bool,
}

impl Row {
    /// Returns true if the row asks for something: it is behind, or a report is missing.
    fn asks(&self) -> bool {
        match self.light {
            Light::Green | Light::Done => false,
            Light::Grey => !self.waits,
            Light::Yellow | Light::Red => true,
        }
    }
}

/// Returns a unit's page: what is behind or not reported in a table, the rest in a sentence. Where not all of it finds room, what is
/// furthest behind stays.
pub(super) fn sheet(all: &All, unit: i64) -> Sheet {
    let rows = rows(all, unit);
    let asking: Vec<&Row> = rows.iter().filter(|row| row.asks()).collect();
    let (head, rest, foot) = (head(all, unit, &rows), rest(&rows), foot(all, unit));
    let page = |shown: &[&Row]| {
        let mut blocks = head.clone();
        if !asking.is_empty() {
            blocks.push(Block::Table(table(shown)));
            blocks.extend(left_out(&asking, shown));
        }
        blocks.extend(rest.iter().chain(&foot).cloned());
        blocks
    };
    let fits = |blocks: &[Block]| height(&Document { title: String::new(), page: Page::Sheet, blocks: blocks.to_vec() }) <= FULL;
    let mut worst_first: Vec<usize> = (0..asking.len()).collect();
    worst_first.sort_by_key(|at| Reverse(urgency(asking[*at].light)));
    let with = |kept: usize| {
        let mut chosen = worst_first[..kept].to_vec();
        chosen.sort_unstable();
        page(&chosen.into_iter().map(|at| asking[at]).collect::<Vec<_>>())
    };
    let kept = (1..=asking.len()).rev().find(|kept| fits(&with(*kept))).unwrap_or(0);
    Sheet { blocks: with(kept), left_out: (asking.len() - kept) as u32 }
}

/// Returns what is done or on time, and what is not judged now, a sentence each.
fn rest(rows: &[Row]) -> Vec<Block> {
    let sentence = |what: &str, rows: Vec<&Row>| {
        let named: Vec<&str> = rows.iter().take(LISTED_WELL).map(|row| row.short.as_str()).collect();
        let more = if rows.len() > LISTED_WELL { "等" } else { "" };
        (!rows.is_empty()).then(|| Block::Paragraph(format!("{what}{}项：{}{more}。", rows.len(), named.join("、"))))
    };
    let lit = |row: &&Row| matches!(row.light, Light::Green | Light::Done);
    let well = sentence("完成和绿灯", rows.iter().filter(lit).collect());
    let waiting = sentence("本期不评判", rows.iter().filter(|row| !row.asks() && !lit(row)).collect());
    well.into_iter().chain(waiting).collect()
}

/// Returns how much a light asks for: red, yellow, not reported, green, done.
fn urgency(light: Light) -> u8 {
    match light {
        Light::Red => 4,
        Light::Yellow => 3,
        Light::Grey => 2,
        Light::Green => 1,
        Light::Done => 0,
    }
}

fn head(all: &All, unit: i64, rows: &[Row]) -> Vec<Block> {
    let book = &all.book;
    let named = &book.unit(unit).unit;
    let roles = |role: Role| book.measures.iter().filter(|measure| book.role(measure, unit) == Some(role)).count();
    let parts: Vec<String> = Role::ALL
        .iter()
        .map(|role| (role, roles(*role)))
        .filter(|(_, count)| *count > 0)
        .map(|(role, count)| format!("{}{count}项", role.zh()))
        .collect();
    let part = match parts.is_empty() {
        true => "没有承担举措".to_owned(),
        false => format!(
            "承担举措{}项（{}）",
            book.measures.iter().filter(|measure| book.role(measure, unit).is_some()).count(),
            parts.join("、")
        ),
    };
    let count = |light: Light| rows.iter().filter(|row| row.light == light).count();
    let lights: Vec<String> = [Light::Done, Light::Green, Light::Yellow, Light::Red, Light::Grey]
        .into_iter()
        .filter(|light| count(*light) > 0)
        .map(|light| format!("{}{}项", light.zh(), count(light)))
        .collect();
    let lights = if lights.is_empty() { String::new() } else { format!("按本单位的数，{}。", lights.join("、")) };
    let time = percent(all.overview.clock.time_progress);
    let text = format!("截至{}，时间已过{time}。本单位在“{}”中{part}。{lights}{}", all.period.zh(), book.plan.data.title, place(all, unit));
    vec![Block::Title(format!("{}{}工作情况", named.name, all.period.zh())), Block::Paragraph(text)]
}

/// Returns the unit's place in the league table, in a sentence.
fn place(all: &All, unit: i64) -> String {
    let uid = all.book.unit(unit).unit.uid;
    let counted = all.scores.units.iter().filter(|one| one.weights > 0.0).count();
    let Some(one) = all.scores.units.iter().find(|one| one.id == uid && one.weights > 0.0) else { return String::new() };
    let last = match one.last_rank {
        Some(last) if last != one.rank => format!("，上期第{last}"),
        Some(_) => "，与上期相同".to_owned(),
        None => String::new(),
    };
    let incomplete = if one.incomplete { "，未报齐" } else { "" };
    format!("得分{:.1}（满分{}{incomplete}），在{counted}个单位中排第{}{last}。", one.score, number(all.scores.full_mark), one.rank)
}

fn rows(all: &All, unit: i64) -> Vec<Row> {
    let book = &all.book;
    let mut rows = Vec::new();
    for measure in &book.measures {
        let own: Vec<&IndicatorRow> = book.indicators_of(measure.id).filter(|row| book.reporters(row).contains(&unit)).collect();
        let role = book.role(measure, unit);
        if own.is_empty() && role.is_some() {
            rows.push(whole(all, measure, role));
        }
        rows.extend(own.into_iter().map(|row| indicator(all, Some((measure, role)), row, unit)));
    }
    let loose = book.indicators.iter().filter(|row| book.measure_of(row).is_none() && book.reporters(row).contains(&unit));
    rows.extend(loose.map(|row| indicator(all, None, row, unit)));
    rows
}

/// Returns the row of a measure of which the unit reports nothing itself.
fn whole(all: &All, measure: &MeasureRow, role: Option<Role>) -> Row {
    let stands = standing::of_measure(&all.book, measure, all.period);
    let (name, target, reason) = match stands.worst() {
        None => (String::new(), String::new(), "没有数字目标".to_owned()),
        Some((row, standing)) => {
            let terms = &row.data.indicator;
            let target = format!("{}{}", target_label(terms), measured_in(terms));
            (format!("{}（全计划）", terms.name), target, standing.judgement.reason.clone())
        }
    };
    let light = stands.word().map_or_else(|| stands.light.zh().to_owned(), str::to_owned);
    let cells = vec![titled(measure, role), name, target, String::new(), light, reason];
    // Of a measure without targets nothing is missing.
    let waits = stands.worst().is_none() || waits(stands.word());
    Row { light: stands.light, short: format!("{}（全计划）", measure.measure.title), waits, cells }
}

/// Returns true if a word stands for a light because nothing is to be judged yet, or here.
fn waits(word: Option<&str>) -> bool {
    matches!(word, Some("未到期" | "只汇总" | "冻结时还没有"))
}

fn indicator(all: &All, measure: Option<(&MeasureRow, Option<Role>)>, row: &IndicatorRow, unit: i64) -> Row {
    let Standing { value, judgement, .. } = all.book.unit_standing(row, unit, all.period);
    let own = all.book.unit_terms(row, unit);
    let terms = own.as_ref().unwrap_or(&row.data.indicator);
    let unit_of_measure = measured_in(terms);
    let target = if own.is_some() { format!("{}{unit_of_measure}", target_label(terms)) } else { "未分解".to_owned() };
    let reached = match (value, judgement.completion) {
        (None, _) => "—".to_owned(),
        (Some(value), Some(completion)) if judgement.word.is_none() => {
            format!("{}{unit_of_measure}（{}）", figure(value), percent(shown_fraction(completion)))
        }
        (Some(value), _) => format!("{}{unit_of_measure}", figure(value)),
    };
    let light = match judgement.light {
        Light::Grey => judgement.word.unwrap_or(Light::Grey.zh()).to_owned(),
        light => light.zh().to_owned(),
    };
    let first = measure.map(|(measure, role)| titled(measure, role)).unwrap_or_default();
    let done =
        judgement.word.map_or_else(|| judgement.completion.map(|done| percent(shown_fraction(done))).unwrap_or_default(), str::to_owned);
    let short = format!("{}{done}", terms.name);
    let waits = waits(judgement.word);
    Row { light: judgement.light, short, waits, cells: vec![first, terms.name.clone(), target, reached, light, judgement.reason] }
}

/// Returns a measure with the part the unit has in it: 18.增加普惠托位（牵头）.
fn titled(measure: &MeasureRow, role: Option<Role>) -> String {
    let number = measure.measure.number.as_deref().unwrap_or_default();
    let role = role.map(|role| format!("（{}）", role.zh())).unwrap_or_default();
    format!("{number}{}{}{role}", if number.ends_with(|c: char| c.is_ascii_digit()) { " " } else { "" }, measure.measure.title)
}

fn table(rows: &[&Row]) -> Table {
    let columns = vec![
        Column::text("举措（分工）", 40),
        Column::text("指标", 30),
        Column::short("目标", 18),
        Column::short("完成", 24),
        Column::short("亮灯", 12),
        Column::text("说明", 46),
    ];
    let mut all: Vec<Vec<String>> = Vec::with_capacity(rows.len());
    let mut last = "";
    for row in rows {
        let mut cells = row.cells.clone();
        // A measure is named once, above its indicators.
        if !cells[0].is_empty() && cells[0] == last {
            cells[0] = "〃".to_owned();
        }
        last = &row.cells[0];
        all.push(cells);
    }
    Table { columns, rows: all }
}

fn left_out(rows: &[&Row], shown: &[&Row]) -> Option<Block> {
    let missing = rows.len() - shown.len();
    let count = |light: Light| rows.iter().filter(|row| row.light == light).count() - shown.iter().filter(|row| row.light == light).count();
    let words: Vec<String> = [Light::Red, Light::Yellow, Light::Grey]
        .into_iter()
        .filter(|light| count(*light) > 0)
        .map(|light| format!("{}{}项", light.zh(), count(light)))
        .collect();
    (missing > 0).then(|| Block::Paragraph(format!("一页列不下，另有{missing}项没有列出：{}。", words.join("、"))))
}

fn foot(all: &All, unit: i64) -> Vec<Block> {
    let book = &all.book;
    let uid = book.unit(unit).unit.uid;
    let open = all.supervision.rectifications.iter().filter(|row| row.unit.id == uid && row.stage != Stage::SignedOff);
    let open: Vec<String> = open.map(rectification).collect();
    let owed = all.overview.unreported.iter().find(|one| one.unit.id == uid);
    let owed: Vec<String> = owed.map(|one| one.names.clone()).unwrap_or_default();
    let takes_part = |one: &&DueSoon| {
        let measure = one.measure.as_ref().and_then(|of| book.measures.iter().find(|row| row.measure.uid == of.id));
        match one.rectification {
            Some(id) => all.supervision.rectifications.iter().any(|row| row.id == id && row.unit.id == uid),
            None => measure.is_some_and(|measure| book.role(measure, unit).is_some()),
        }
    };
    let due: Vec<String> =
        all.overview.due.iter().filter(takes_part).map(|one| format!("{}（{}）", one.name, day_in_text(one.day))).collect();
    let mut blocks = vec![Block::Heading(Level::One, "待办事项".to_owned())];
    for (word, items, none) in [("未报", owed, "本期已报齐"), ("整改", open, "没有在办的整改"), ("近期到期", due, "没有近期到期的事项")]
    {
        blocks.push(Block::Paragraph(match items.len() {
            0 => format!("{word}：{none}。"),
            few if few <= LISTED => format!("{word}{few}项：{}。", items.join("；")),
            many => format!("{word}{many}项：{}等。", items[..LISTED].join("；")),
        }));
    }
    blocks
}

fn rectification(row: &RectificationRow) -> String {
    let deadline = row.deadline.map(|day| format!("，期限{}", day_in_text(day))).unwrap_or_default();
    let late = if row.overdue { format!("，超期{}天", row.days_late) } else { String::new() };
    format!("{}（{}{deadline}{late}）", row.name, row.stage.zh())
}
