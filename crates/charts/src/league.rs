//! Scores, best first, a bar a unit.

use crate::number::{Scale, decimals, plain};
use crate::place::Area;
use crate::rows::{Rows, Slot, Wish};
use crate::sheet::{Sheet, Stroke, Text};
use crate::typeface::{Weight, printable, widest};
use crate::{League, LeagueRow, Svg, Table, head, message, theme, words};
use domain::Amount;
use plotters::style::text_anchor::HPos;

const WISH: Wish = Wish { lead: 0.0, columns: 2, body: 0.58, need: 0.0, narrowest: 25.0, counted: "个单位" };

/// Draws the bars.
pub fn draw(chart: &League, sheet: Sheet) -> Svg {
    let chart = &clean(chart);
    head::framed(sheet, &chart.head, &describe(chart), nothing(chart), |sheet, top| rows(sheet, chart, top))
}

fn clean(chart: &League) -> League {
    let row = |row: &LeagueRow| LeagueRow { name: printable(&row.name), ..row.clone() };
    League { head: chart.head.clean(), full: chart.full, rows: chart.rows.iter().map(row).collect() }
}

fn nothing(chart: &League) -> Option<(&'static str, &'static str)> {
    match (chart.rows.is_empty(), chart.rows.iter().all(|row| row.score.is_none())) {
        (true, _) => Some(("没有参加考核的单位", "设定考核单位和权重后显示排名")),
        (_, true) => Some(("尚无得分", "各单位均无可计分的填报，填报后显示排名")),
        _ => None,
    }
}

fn change(row: &LeagueRow) -> String {
    match row.change {
        None => String::new(),
        Some(0) => "持平".to_owned(),
        Some(places) if places > 0 => format!("升{places}"),
        Some(places) => format!("降{}", places.unsigned_abs()),
    }
}

/// Where the parts of a row lie.
struct Gauge {
    /// Room for the changes of rank at the end, in pixels.
    moved: f32,
    /// Room for the scores, in pixels.
    figure: f32,
    /// Room for the ranks before the names, in pixels.
    ranks: f32,
    /// The score at a bar's full length.
    longest: f64,
    /// Decimals of the scores, the same for all of them.
    decimals: usize,
    size: f32,
}

impl Gauge {
    fn new(chart: &League, size: f32) -> Gauge {
        let scores = || chart.rows.iter().filter_map(|row| row.score).map(Amount::get);
        let decimals = scores().map(decimals).max().unwrap_or(0);
        Gauge {
            moved: size * widest(chart.rows.iter().map(change), Weight::Bold),
            figure: size * widest(scores().map(|score| written(score, decimals)), Weight::Bold),
            ranks: size * widest(chart.rows.iter().filter_map(|row| row.rank).map(|rank| rank.to_string()), Weight::Bold),
            longest: scores().fold(chart.full.get(), f64::max).max(f64::MIN_POSITIVE),
            decimals,
            size,
        }
    }

    /// Returns the room between a bar, its score and the change of rank.
    fn apart(&self) -> f32 {
        1.6 * theme::GAP * self.size
    }

    /// Returns where the scores end.
    fn scores_end(&self, body: Area) -> f32 {
        body.right - self.moved - if self.moved > 0.0 { self.apart() } else { 0.0 }
    }

    /// Returns where the bar of a score ends.
    fn x(&self, body: Area, score: f64) -> f32 {
        let right = (self.scores_end(body) - self.figure - self.apart()).max(body.left + self.size);
        body.left + (right - body.left) * (score.max(0.0) / self.longest) as f32
    }
}

fn written(score: f64, decimals: usize) -> String {
    Scale::new(0.0, "").label(score, decimals)
}

fn rows(sheet: &mut Sheet, chart: &League, top: f32) {
    let em = sheet.em();
    let compared = chart.rows.iter().any(|row| row.change.is_some());
    let after = if compared { "；升、降：比上期名次" } else { "" };
    let top = head::caption(sheet, top, &format!("满分{}分{after}", plain(chart.full.get())), &[]);
    let names: Vec<&str> = chart.rows.iter().map(|row| row.name.as_str()).collect();
    let one = Gauge::new(chart, 1.0);
    let wish = Wish { lead: one.ranks + 0.8, need: one.moved + one.figure + 3.2 * theme::GAP + 3.0, ..WISH };
    let area = Area { top: top + 0.4 * em, ..head::inner(sheet) };
    let Some(rows) = Rows::new(&names, area, em, &wish) else { return message::too_small(sheet, top) };
    let gauge = Gauge::new(chart, rows.size);
    let all: Vec<(&Slot, &LeagueRow)> = rows.slots.iter().zip(&chart.rows).collect();
    rows.rule(sheet);
    lengths(sheet, &rows, &gauge, (&all, chart.full.get()));
    rows.write(sheet, theme::INK);
    figures(sheet, &gauge, &all);
}

/// Draws the bars, each within that of the full mark.
fn lengths(sheet: &mut Sheet, rows: &Rows, gauge: &Gauge, (all, full): (&[(&Slot, &LeagueRow)], f64)) {
    let half = rows.half(0.34, 0.6);
    let stripe = |slot: &Slot, score: f64| slot.stripe(slot.body.left, gauge.x(slot.body, score), half);
    let scored = || all.iter().filter_map(|(slot, row)| Some((*slot, row.score?.get())));
    sheet.layer("tracks", Stroke::Solid, |pen| scored().for_each(|(slot, _)| pen.block(stripe(slot, full), theme::TRACK)));
    sheet.layer("bars", Stroke::Solid, |pen| scored().for_each(|(slot, score)| pen.block(stripe(slot, score), theme::BAR)));
}

/// Writes ranks, scores and what has changed.
fn figures(sheet: &mut Sheet, gauge: &Gauge, all: &[(&Slot, &LeagueRow)]) {
    let beside = |slot: &Slot, x: f32, side, words: String, weight| Text::beside((x, slot.middle()), side, words, gauge.size, weight);
    sheet.layer("ranks", Stroke::Solid, |pen| {
        for (slot, rank) in all.iter().filter_map(|(slot, row)| Some((slot, row.rank?))) {
            let end = slot.row.left + gauge.ranks + 0.2 * gauge.size;
            pen.write(&beside(slot, end, HPos::Right, rank.to_string(), Weight::Bold), theme::INK);
        }
    });
    sheet.layer("values", Stroke::Solid, |pen| {
        for (slot, score) in all.iter().filter_map(|(slot, row)| Some((slot, row.score?.get()))) {
            let words = written(score, gauge.decimals);
            pen.write(&beside(slot, gauge.scores_end(slot.body), HPos::Right, words, Weight::Bold), theme::INK);
        }
    });
    sheet.layer("unreported", Stroke::Solid, |pen| {
        for (slot, _) in all.iter().filter(|(_, row)| row.score.is_none()) {
            pen.write(&beside(slot, slot.body.left, HPos::Left, "无得分".to_owned(), Weight::Regular), theme::INK_3);
        }
    });
    sheet.layer("changes", Stroke::Solid, |pen| {
        for (slot, row) in all.iter().filter(|(_, row)| row.change.is_some()) {
            let color = if row.change == Some(0) { theme::INK_3 } else { theme::INK };
            pen.write(&beside(slot, slot.body.right, HPos::Right, change(row), Weight::Regular), color);
        }
    });
}

/// Returns the league in a sentence: 9个单位，第1名澜湖区734.6分，末位桐坞县598.7分，满分1000分.
pub fn describe(chart: &League) -> String {
    let chart = &clean(chart);
    if let Some((what, _)) = nothing(chart) {
        return words::titled(&chart.head, &[what.to_owned()]);
    }
    let scored: Vec<(&LeagueRow, f64)> = chart.rows.iter().filter_map(|row| Some((row, row.score?.get()))).collect();
    let mut parts = vec![format!("{}个单位", chart.rows.len())];
    let first: Vec<&str> = scored.iter().filter(|(row, _)| row.rank == Some(1)).map(|(row, _)| row.name.as_str()).collect();
    parts.extend((!first.is_empty()).then(|| format!("第1名{}{}分", words::named(&first, "个单位"), plain(scored[0].1))));
    parts.extend(scored.last().filter(|_| scored.len() > 1).map(|(row, score)| format!("末位{}{}分", row.name, plain(*score))));
    parts.push(format!("满分{}分", plain(chart.full.get())));
    let without = chart.rows.len() - scored.len();
    parts.extend((without > 0).then(|| format!("{without}个单位无得分")));
    words::titled(&chart.head, &parts)
}

/// Returns the scores.
pub fn table(chart: &League) -> Table {
    let chart = &clean(chart);
    let row = |row: &LeagueRow| {
        let rank = row.rank.map_or(String::new(), |rank| rank.to_string());
        vec![rank, row.name.clone(), words::figure(row.score), change(row)]
    };
    let columns = ["名次", "单位", "得分", "比上期"].map(str::to_owned).to_vec();
    Table { columns, rows: chart.rows.iter().map(row).collect() }
}
