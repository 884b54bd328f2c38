//! Completion against time progress, a row an indicator.

use crate::head::{self, Sign};
use crate::place::Area;
use crate::rows::{Rows, Slot, Wish};
use crate::sheet::{Sheet, Stroke, Text};
use crate::typeface::{Weight, cut, printable, widest};
use crate::{Bullet, Bullets, Svg, Table, Tone, message, theme, words};
use domain::judge::{Light, percent, shown_points};
use plotters::style::{RGBColor, text_anchor::HPos};

const WISH: Wish = Wish { lead: 1.3, columns: 2, body: 0.6, need: 0.0, narrowest: 34.0, counted: "项" };
/// The share at a bar's full length: a quarter is left for what is over-fulfilled; beyond, only the figure says how far.
const FULL: f64 = 1.25;

/// Draws the rows.
pub fn draw(chart: &Bullets, sheet: Sheet) -> Svg {
    let chart = &clean(chart);
    head::framed(sheet, &chart.head, &describe(chart), chart.rows.is_empty().then_some(NOTHING), |sheet, top| rows(sheet, chart, top))
}

const NOTHING: (&str, &str) = ("没有可以比较的指标", "所选范围内没有量化指标，改变选择后显示");

fn clean(chart: &Bullets) -> Bullets {
    let row = |row: &Bullet| Bullet {
        name: printable(&row.name),
        word: row.word.as_deref().map(printable).filter(|word| !word.is_empty()),
        completion: row.completion.filter(|share| share.is_finite()),
        due: row.due.filter(|share| share.is_finite()),
        ..row.clone()
    };
    Bullets { head: chart.head.clean(), rows: chart.rows.iter().map(row).collect() }
}

/// Returns how a row stands: 落后17.3, or the word that is given for it.
fn standing(row: &Bullet) -> String {
    let points = row.due.zip(row.completion).map(|(due, completion)| shown_points(due, completion));
    match (&row.word, points) {
        (Some(word), _) => cut(word, Weight::Bold, 8.0),
        (None, None) => String::new(),
        (None, Some(points)) if points > 0.0 => format!("落后{points:.1}"),
        (None, Some(points)) if points < 0.0 => format!("超前{:.1}", -points),
        (None, Some(_)) => "持平".to_owned(),
    }
}

fn ink(light: Light) -> RGBColor {
    theme::tone(match light {
        Light::Red => Tone::Bad,
        Light::Yellow => Tone::Warning,
        Light::Green | Light::Done => Tone::Good,
        Light::Grey => Tone::Plain,
    })
}

/// Where the parts of a row lie.
struct Gauge {
    figure: f32,
    standing: f32,
    full: f64,
    size: f32,
}

impl Gauge {
    fn track(&self, body: Area) -> (f32, f32) {
        let right = body.right - self.standing - self.figure - 2.0 * theme::GAP * self.size;
        (body.left, right.max(body.left + 2.0 * self.size))
    }

    fn x(&self, body: Area, share: f64) -> f32 {
        let (left, right) = self.track(body);
        left + (right - left) * (share.clamp(0.0, self.full) / self.full) as f32
    }
}

fn rows(sheet: &mut Sheet, chart: &Bullets, top: f32) {
    let em = sheet.em();
    let mut legend = vec![(Sign::Patch(theme::BAR), "完成率")];
    legend.extend(chart.rows.iter().find_map(|row| row.due).map(|_| (Sign::Mark, "序时进度")));
    legend.extend(head::lights(|light| chart.rows.iter().any(|row| row.light == light)));
    let compared = chart.rows.iter().any(|row| row.word.is_none() && row.due.is_some() && row.completion.is_some());
    let top = head::caption(sheet, top, if compared { "落后、超前：百分点" } else { "" }, &legend);
    let inner = head::inner(sheet);
    let names: Vec<&str> = chart.rows.iter().map(|row| row.name.as_str()).collect();
    let below = 1.3 * em;
    let figure = widest(chart.rows.iter().filter_map(|row| row.completion).map(percent), Weight::Bold);
    let standing = widest(chart.rows.iter().map(standing), Weight::Bold);
    let wish = Wish { need: figure + standing + 2.0 * theme::GAP + 4.0, ..WISH };
    let area = Area { top: top + 0.4 * em, bottom: inner.bottom - below, ..inner };
    let Some(rows) = Rows::new(&names, area, em, &wish) else { return message::too_small(sheet, top) };
    let gauge = Gauge {
        figure: figure * rows.size,
        standing: standing * rows.size,
        full: chart.rows.iter().filter_map(|row| row.completion).fold(FULL, f64::max).min(1.5),
        size: rows.size,
    };
    rows.rule(sheet);
    let all: Vec<(&Slot, &Bullet)> = rows.slots.iter().zip(&chart.rows).collect();
    let half = rows.half(0.32, 0.5);
    let stripe = |slot: &Slot, from: f64, to: f64| slot.stripe(gauge.x(slot.body, from), gauge.x(slot.body, to), half);
    let measured: Vec<(&Slot, &Bullet, f64)> = all.iter().filter_map(|(slot, row)| Some((*slot, *row, row.completion?))).collect();
    sheet.layer("tracks", Stroke::Solid, |pen| measured.iter().for_each(|(slot, ..)| pen.block(stripe(slot, 0.0, 1.0), theme::TRACK)));
    sheet.layer("gaps", Stroke::Solid, |pen| {
        for (slot, row, completion) in &measured {
            if let Some(due) = row.due.filter(|due| due > completion) {
                pen.block(stripe(slot, *completion, due), theme::gap(row.light));
            }
        }
    });
    sheet.layer("bars", Stroke::Solid, |pen| measured.iter().for_each(|(slot, _, share)| pen.block(stripe(slot, 0.0, *share), theme::BAR)));
    marks(sheet, &rows, &gauge, &all);
    rows.write(sheet, theme::INK);
    figures(sheet, &gauge, &all);
}

fn marks(sheet: &mut Sheet, rows: &Rows, gauge: &Gauge, all: &[(&Slot, &Bullet)]) {
    let half = 1.6 * rows.half(0.32, 0.5);
    sheet.layer("axis", Stroke::Solid, |pen| {
        for column in rows.columns() {
            for x in [0.0, 1.0].map(|share| gauge.x(column, share)) {
                pen.line(&[(x, column.top), (x, column.bottom)], theme::INK_3, theme::AXIS);
            }
        }
    });
    sheet.layer("due", Stroke::Solid, |pen| {
        for (slot, due) in all.iter().filter_map(|(slot, row)| Some((slot, row.due.filter(|_| row.completion.is_some())?))) {
            let x = gauge.x(slot.body, due);
            pen.line(&[(x, slot.middle() - half), (x, slot.middle() + half)], theme::INK, theme::MARK);
        }
    });
    sheet.layer("lights", Stroke::Solid, |pen| all.iter().for_each(|(slot, row)| rows.draw_light(pen, slot, row.light)));
    sheet.layer("numbers", Stroke::Solid, |pen| {
        let below = if rows.is_whole() { 0.0 } else { rows.bottom() };
        for column in rows.columns() {
            for (share, words) in [(0.0, "0"), (1.0, "100%")] {
                let at = (gauge.x(column, share), column.bottom.max(below) + 0.75 * rows.size);
                pen.write(&Text::beside(at, HPos::Center, words, 0.9 * rows.size, Weight::Regular), theme::INK_3);
            }
        }
    });
}

fn figures(sheet: &mut Sheet, gauge: &Gauge, all: &[(&Slot, &Bullet)]) {
    for (slot, row) in all {
        let beside = |x: f32, side, words: String, weight| Text::beside((x, slot.middle()), side, words, gauge.size, weight);
        match row.completion {
            Some(share) => {
                let end = slot.body.right - gauge.standing - theme::GAP * gauge.size;
                sheet.layer("values", Stroke::Solid, |pen| pen.write(&beside(end, HPos::Right, percent(share), Weight::Bold), theme::INK));
                let words = standing(row);
                sheet.layer("standing", Stroke::Solid, |pen| {
                    pen.write(&beside(slot.body.right, HPos::Right, words, Weight::Regular), ink(row.light));
                });
            }
            None => {
                let words = row.word.clone().unwrap_or("未报".to_owned());
                let left = slot.body.left + theme::GAP * gauge.size;
                sheet.layer("unreported", Stroke::Solid, |pen| pen.write(&beside(left, HPos::Left, words, Weight::Regular), theme::INK_2));
            }
        }
    }
}

/// Returns the rows in a sentence: 6项指标中红灯2个、黄灯1个，落后最多的是18 新增托位，完成41.0%，应达58.3%.
pub fn describe(chart: &Bullets) -> String {
    let chart = &clean(chart);
    if chart.rows.is_empty() {
        return words::titled(&chart.head, &[NOTHING.0.to_owned()]);
    }
    let mut parts = vec![format!("{}项指标", chart.rows.len())];
    parts.extend(words::lights(chart.rows.iter().map(|row| row.light), "项"));
    let behind = chart.rows.iter().filter_map(|row| Some((row, row.completion?, row.due?)));
    let furthest = behind.max_by(|a, b| shown_points(a.2, a.1).total_cmp(&shown_points(b.2, b.1)));
    if let Some((row, completion, due)) = furthest.filter(|(_, completion, due)| shown_points(*due, *completion) > 0.0) {
        let points = shown_points(due, completion);
        parts.push(format!("落后最多的是{}：完成{}，应达{}，落后{points:.1}个百分点", row.name, percent(completion), percent(due)));
    }
    let silent = chart.rows.iter().filter(|row| row.completion.is_none()).count();
    parts.extend((silent > 0).then(|| format!("{silent}项没有完成率")));
    words::titled(&chart.head, &parts)
}

/// Returns the numbers of the rows.
pub fn table(chart: &Bullets) -> Table {
    let share = |share: Option<f64>| share.map_or(String::new(), percent);
    let row = |row: &Bullet| vec![row.name.clone(), share(row.completion), share(row.due), standing(row), row.light.zh().to_owned()];
    let columns = ["指标", "完成率", "应达", "进度（百分点）", "亮灯"].map(str::to_owned).to_vec();
    Table { columns, rows: clean(chart).rows.iter().map(row).collect() }
}
