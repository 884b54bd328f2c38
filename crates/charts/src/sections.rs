//! How many measures have which light, a stacked bar a section.

use crate::head;
use crate::place::{Area, Spot};
use crate::rows::{Rows, Wish};
use crate::sheet::{Pen, Sheet, Stroke, Text};
use crate::typeface::{Weight, printable, widest, width};
use crate::{SectionLights, Sections, Svg, Table, message, sign, theme, words};
use domain::judge::Light;
use plotters::style::text_anchor::HPos;

const WISH: Wish = Wish { lead: 0.0, columns: 1, body: 0.6, need: 0.0, narrowest: 0.0, counted: "个部分" };
/// As they are counted in [`SectionLights`].
const COUNTED: [Light; 5] = [Light::Red, Light::Yellow, Light::Green, Light::Done, Light::Grey];

/// Draws the bars.
pub fn draw(chart: &Sections, sheet: Sheet) -> Svg {
    let chart = &clean(chart);
    head::framed(sheet, &chart.head, &describe(chart), chart.rows.iter().all(|row| total(row) == 0).then_some(NOTHING), |sheet, top| {
        sections(sheet, chart, top)
    })
}

const NOTHING: (&str, &str) = ("没有举措", "计划里还没有举措，导入要点后显示");

fn clean(chart: &Sections) -> Sections {
    let row = |row: &SectionLights| SectionLights { name: printable(&row.name), counts: row.counts };
    Sections { head: chart.head.clean(), rows: chart.rows.iter().map(row).collect() }
}

fn total(row: &SectionLights) -> u64 {
    row.counts.iter().map(|count| u64::from(*count)).sum()
}

/// Returns the lights of a section that there are, problems first, with how many.
fn counts(row: &SectionLights) -> impl Iterator<Item = (Light, u32)> {
    let counts = row.counts;
    let count = move |light: Light| COUNTED.iter().position(|one| *one == light).map_or(0, |i| counts[i]);
    sign::ORDER.into_iter().map(move |light| (light, count(light))).filter(|(_, count)| *count > 0)
}

/// How wide a sign with its count is.
fn labelled(count: u32, size: f32) -> f32 {
    1.15 * size + width(&count.to_string(), Weight::Bold) * size
}

/// Returns how wide the labels are that do not fit into their part of the bar, when a measure is so wide.
fn beside(row: &SectionLights, measure: f32, size: f32) -> f32 {
    counts(row).filter(|(_, count)| !fits(*count, measure, size)).map(|(_, count)| labelled(count, size) + 0.6 * size).sum()
}

fn fits(count: u32, measure: f32, size: f32) -> bool {
    labelled(count, size) + 0.5 * size <= count as f32 * measure
}

/// Returns how wide a measure is, so that every bar with what stands beside it has room.
fn measure(rows: &[SectionLights], room: f32, size: f32) -> f32 {
    let widest = |measure: f32| rows.iter().map(|row| total(row) as f32 * measure + beside(row, measure, size)).fold(0.0, f32::max);
    let longest = rows.iter().map(total).max().unwrap_or(0).max(1) as f32;
    // Narrower bars have more labels beside them, so there is no formula; the first that fits is wide enough.
    let tries = (0..24).map(|n| room * (1.0 - n as f32 / 24.0) / longest);
    tries.into_iter().find(|measure| widest(*measure) <= room).unwrap_or(room / 24.0 / longest).min(9.0 * size)
}

fn sections(sheet: &mut Sheet, chart: &Sections, top: f32) {
    let em = sheet.em();
    let legend: Vec<_> = head::lights(|light| chart.rows.iter().any(|row| counts(row).any(|(one, _)| one == light))).collect();
    let top = head::caption(sheet, top, "长度为举措数", &legend);
    let names: Vec<&str> = chart.rows.iter().map(|row| row.name.as_str()).collect();
    let widest = widest(chart.rows.iter().map(|row| total(row).to_string()), Weight::Bold);
    let outside = chart.rows.iter().map(|row| beside(row, 0.0, 1.0)).fold(0.0, f32::max);
    let wish = Wish { need: widest + 1.0 + outside * 24.0 / 23.0, ..WISH };
    let area = Area { top: top + 0.4 * em, ..head::inner(sheet) };
    let Some(rows) = Rows::new(&names, area, em, &wish) else { return message::too_small(sheet, top) };
    let (size, widest) = (rows.size, widest * rows.size);
    rows.rule(sheet);
    rows.write(sheet, theme::INK);
    let all = || rows.slots.iter().zip(&chart.rows);
    sheet.layer("totals", Stroke::Solid, |pen| {
        for (slot, row) in all() {
            let at = (slot.body.left + widest, slot.middle());
            pen.write(&Text::beside(at, HPos::Right, total(row).to_string(), size, Weight::Bold), theme::INK);
        }
    });
    let room = rows.slots.first().map_or(0.0, |slot| slot.body.right - slot.body.left) - widest - size;
    let measure = measure(&chart.rows, room, size);
    for (slot, row) in all() {
        let (y, half) = (slot.middle(), rows.half(0.56, 0.8));
        let mut left = slot.body.left + widest + size;
        let mut outside = Vec::new();
        sheet.layer("bars", Stroke::Solid, |pen| {
            for (light, count) in counts(row) {
                let part = Area { left, top: y - half, right: left + count as f32 * measure, bottom: y + half };
                pen.block(part, theme::light(light).fill);
                pen.outline(part, theme::light(light).edge, (0.04 * size).max(1.0));
                match fits(count, measure, size) {
                    true => {
                        let start = (part.left + part.right - labelled(count, size)) / 2.0;
                        sign::draw_on(pen, light, (start + 0.42 * size, y), 0.36 * size);
                        pen.write(&number(count, (start + 1.15 * size, y), size), theme::light(light).on);
                    }
                    false => outside.push((light, count)),
                }
                left = part.right;
            }
        });
        sheet.layer("beside", Stroke::Solid, |pen| write_beside(pen, &outside, (left, y), size));
        if total(row) == 0 {
            let text = Text::beside((left, y), HPos::Left, "无举措", size, Weight::Regular);
            sheet.layer("beside", Stroke::Solid, |pen| pen.write(&text, theme::INK_3));
        }
    }
}

/// Writes the counts that have no room within the bar behind it, each with its sign.
fn write_beside(pen: &Pen, counts: &[(Light, u32)], (mut left, y): Spot, size: f32) {
    for (light, count) in counts {
        left += 0.6 * size;
        sign::draw(pen, *light, (left + 0.42 * size, y), 0.4 * size);
        pen.write(&number(*count, (left + 1.15 * size, y), size), theme::INK);
        left += labelled(*count, size);
    }
}

fn number(count: u32, at: Spot, size: f32) -> Text {
    Text::beside(at, HPos::Left, count.to_string(), size, Weight::Bold)
}

/// Returns the lights in a sentence: 7个部分28项举措：红灯3项、黄灯5项…；红灯最多的是四、妇幼健康与托育.
pub fn describe(chart: &Sections) -> String {
    let chart = &clean(chart);
    let all: u64 = chart.rows.iter().map(total).sum();
    if all == 0 {
        return words::titled(&chart.head, &[NOTHING.0.to_owned()]);
    }
    let sum =
        |light: Light| chart.rows.iter().flat_map(counts).filter(|(one, _)| *one == light).map(|(_, count)| u64::from(count)).sum::<u64>();
    let lights: Vec<String> =
        sign::ORDER.into_iter().filter(|light| sum(*light) > 0).map(|light| format!("{}{}项", light.zh(), sum(light))).collect();
    let mut parts = vec![format!("{}个部分{all}项举措", chart.rows.len()), lights.join("、")];
    let reds = |row: &&SectionLights| row.counts[0];
    let worst = chart.rows.iter().rev().max_by_key(reds).filter(|row| row.counts[0] > 0);
    parts.extend(worst.map(|row| format!("红灯最多的是{}（{}项）", row.name, row.counts[0])));
    words::titled(&chart.head, &parts)
}

/// Returns how many measures have which light.
pub fn table(chart: &Sections) -> Table {
    let heads = ["部分", "举措"].into_iter().chain(COUNTED.map(Light::zh)).map(str::to_owned).collect();
    let row = |row: &SectionLights| {
        let counts = row.counts.iter().map(u32::to_string);
        [row.name.clone(), total(row).to_string()].into_iter().chain(counts).collect()
    };
    Table { columns: heads, rows: clean(chart).rows.iter().map(row).collect() }
}
