//! The lights of measures through the months: a row a measure, a cell a month.

use crate::head;
use crate::place::{Area, Room};
use crate::rows::{Rows, Wish};
use crate::sheet::{Sheet, Stroke, Text};
use crate::typeface::{Weight, cut, printable, width};
use crate::{Heat, HeatRow, Svg, Table, message, sign, theme, words};
use domain::judge::Light;
use plotters::style::text_anchor::HPos;
use std::ops::Range;

const WISH: Wish = Wish { lead: 0.0, columns: 1, body: 0.6, need: 6.0, narrowest: 0.0, counted: "项" };

/// Draws the cells.
pub fn draw(chart: &Heat, sheet: Sheet) -> Svg {
    let chart = &clean(chart);
    head::framed(sheet, &chart.head, &describe(chart), nothing(chart), |sheet, top| cells(sheet, chart, top))
}

fn clean(chart: &Heat) -> Heat {
    let periods: Vec<String> = chart.periods.iter().map(|period| printable(period)).collect();
    let lights = |row: &HeatRow| (0..periods.len()).map(|i| row.lights.get(i).copied().flatten()).collect();
    Heat {
        head: chart.head.clean(),
        current: chart.current.filter(|i| *i < periods.len()),
        rows: chart.rows.iter().map(|row| HeatRow { name: printable(&row.name), lights: lights(row) }).collect(),
        periods,
    }
}

fn nothing(chart: &Heat) -> Option<(&'static str, &'static str)> {
    match (chart.rows.is_empty(), last(chart)) {
        (true, _) => Some(("没有举措", "计划里还没有举措，导入要点后显示")),
        (_, None) => Some(("还没有亮灯", "各月都还没有到，到期填报后显示")),
        _ => None,
    }
}

/// Returns the last month with a light.
fn last(chart: &Heat) -> Option<usize> {
    chart.rows.iter().filter_map(|row| row.lights.iter().rposition(Option::is_some)).max()
}

/// Returns which months have room: all, or as many up to the last one with a light as are still told apart.
fn shown(chart: &Heat, room: f32, size: f32) -> Range<usize> {
    let fit = ((room / (0.8 * size)).floor() as usize).max(1);
    let end = last(chart).max(chart.current).map_or(0, |last| last + 1).max(fit).min(chart.periods.len());
    end.saturating_sub(fit)..end
}

fn cells(sheet: &mut Sheet, chart: &Heat, top: f32) {
    let em = sheet.em();
    let legend: Vec<_> = head::lights(|light| chart.rows.iter().flat_map(|row| &row.lights).any(|one| *one == Some(light))).collect();
    let names: Vec<&str> = chart.rows.iter().map(|row| row.name.as_str()).collect();
    let inner = head::inner(sheet);
    let row = 0.35 * em + theme::LINE * em;
    let Some(rows) = Rows::new(&names, Area { top: top + row + 1.6 * em, ..inner }, em, &WISH) else {
        return message::too_small(sheet, top);
    };
    let size = rows.size;
    let body = rows.slots.first().map_or(inner, |slot| slot.body);
    let months = shown(chart, body.right - body.left, size);
    let hidden = chart.periods.len() - months.len();
    let caption = match hidden {
        0 => String::new(),
        _ => format!("只画{}至{}，另有{hidden}期见数据表", chart.periods[months.start], chart.periods[months.end - 1]),
    };
    head::caption(sheet, top, &caption, &legend);
    let wide = (body.right - body.left) / months.len() as f32;
    let left = |i: usize| body.left + (i - months.start) as f32 * wide;
    write_months(sheet, chart, &months, (body.top - 0.8 * em, left(months.start), wide));
    rows.rule(sheet);
    rows.write(sheet, theme::INK);
    let radius = (0.36 * size).min(wide * 0.36);
    for light in sign::ORDER {
        let cells = || {
            rows.slots.iter().zip(&chart.rows).flat_map(|(slot, row)| {
                let lit = months.clone().filter(|i| row.lights[*i] == Some(light));
                lit.map(|i| Area { left: left(i), top: slot.row.top, right: left(i) + wide, bottom: slot.row.bottom })
            })
        };
        sheet.layer(light.code(), Stroke::Solid, |pen| {
            for cell in cells() {
                pen.block(cell.grown(-(0.05 * size).max(0.5)), theme::light(light).fill);
                sign::draw_on(pen, light, ((cell.left + cell.right) / 2.0, (cell.top + cell.bottom) / 2.0), radius);
            }
        });
    }
    let last = rows.slots.last().map_or(body.bottom, |slot| slot.row.bottom);
    if let Some(i) = chart.current.filter(|i| months.contains(i)) {
        let column = Area { left: left(i), top: body.top, right: left(i) + wide, bottom: last };
        sheet.layer("current", Stroke::Solid, |pen| pen.outline(column, theme::INK, (0.07 * em).max(1.5)));
    }
}

/// Writes the months above their cells: the one looked at, and as many others as fit.
fn write_months(sheet: &mut Sheet, chart: &Heat, months: &Range<usize>, (y, left, wide): (f32, f32, f32)) {
    let em = sheet.em();
    let right = sheet.area().right - 0.4 * em;
    let mut room = Room::new(sheet.area(), 0.2 * em);
    let text = |i: usize| {
        let weight = if chart.current == Some(i) { Weight::Bold } else { Weight::Regular };
        let words = cut(&chart.periods[i], weight, 8.0);
        let half = (width(&words, weight) / 2.0 + 0.15) * em;
        let x = (left + ((i - months.start) as f32 + 0.5) * wide).clamp(half, right - half);
        Text::beside((x, y), HPos::Center, words, em, weight)
    };
    let widest = months.clone().map(|i| text(i).width()).fold(0.0, f32::max);
    let step = (((widest + 0.4 * em) / wide).ceil() as usize).max(1);
    let current = chart.current.filter(|i| months.contains(i));
    for i in current.into_iter().chain(months.clone().step_by(step)) {
        let text = text(i);
        if room.find(&[text.area()]).is_some() {
            sheet.layer("periods", Stroke::Solid, |pen| pen.write(&text, if current == Some(i) { theme::INK } else { theme::INK_2 }));
        }
    }
}

/// Returns the lights in a sentence: 28项举措，7月红灯3项、黄灯5项…，比6月转差2项、好转4项.
pub fn describe(chart: &Heat) -> String {
    let chart = &clean(chart);
    let Some(i) = nothing(chart).map_or_else(|| chart.current.or(last(chart)), |_| None) else {
        return words::titled(&chart.head, &[nothing(chart).map_or("还没有亮灯", |(what, _)| what).to_owned()]);
    };
    let at = |i: usize| chart.rows.iter().map(move |row| row.lights[i]);
    let mut parts = vec![format!("{}项举措", chart.rows.len())];
    let lights = words::lights(at(i).flatten().collect::<Vec<_>>().into_iter(), "项");
    parts.push(format!("{}{}", chart.periods[i], lights.unwrap_or("没有亮灯".to_owned())));
    if let Some(before) = i.checked_sub(1) {
        let lit = |light: Option<Light>| light.filter(|light| *light != Light::Grey);
        let pairs: Vec<(Light, Light)> = at(before).zip(at(i)).filter_map(|(before, now)| lit(before).zip(lit(now))).collect();
        let worse = pairs.iter().filter(|(before, now)| now > before).count();
        let better = pairs.iter().filter(|(before, now)| now < before).count();
        parts.push(format!("比{}转差{worse}项、好转{better}项", chart.periods[before]));
    }
    words::titled(&chart.head, &parts)
}

/// Returns the lights in words.
pub fn table(chart: &Heat) -> Table {
    let chart = &clean(chart);
    let cell = |light: &Option<Light>| light.map_or("", Light::zh).to_owned();
    Table {
        columns: ["举措".to_owned()].into_iter().chain(chart.periods.iter().cloned()).collect(),
        rows: chart.rows.iter().map(|row| [row.name.clone()].into_iter().chain(row.lights.iter().map(cell)).collect()).collect(),
    }
}
