//! Several courses, each in a small plot of its own, all on one scale.

use crate::lines::{axis, clean, decimals, describe, nothing, periods, runs, shown, targets};
use crate::number::Scale;
use crate::place::Area;
use crate::plot::{self, Plot};
use crate::rows::more;
use crate::sheet::{Sheet, Stroke, Text};
use crate::typeface::{Weight, cut, width};
use crate::{Lines, Series, Svg, head, message, theme};
use plotters::style::text_anchor::HPos;

/// Draws the small plots.
pub fn draw(chart: &Lines, sheet: Sheet) -> Svg {
    let chart = &clean(chart);
    head::framed(sheet, &chart.head, &describe(chart), nothing(chart), |sheet, top| plots(sheet, chart, top))
}

/// The smallest plot, in type sizes, apart from what is written above it.
const SMALLEST: (f32, f32) = (9.5, 5.6);
/// The longest name that is given room.
const LONGEST: f32 = 16.0;
/// The largest type, as a share of the sheet's.
const LARGEST: f32 = 0.9;
/// How many times as wide as high a plot shows a course best: on a lower one everything looks level.
const SHAPE: f32 = 1.8;

/// How the sheet is divided.
struct Grid {
    across: usize,
    down: usize,
    size: f32,
}

impl Grid {
    /// Divides an area among so many plots, each at least as many type sizes wide as is written above it.
    fn new(count: usize, least: f32, area: Area, em: f32) -> Grid {
        let least = (least.max(SMALLEST.0), SMALLEST.1);
        let (wide, high) = (area.right - area.left, area.bottom - area.top);
        let tried = (1..=count).map(|across| {
            let down = count.div_ceil(across);
            let size = (wide / across as f32 / least.0).min(high / down as f32 / least.1).min((LARGEST * em).max(theme::LEAST));
            Grid { across, down, size }
        });
        // Empty places are a fault as well.
        let fault = |grid: &Grid| {
            let places = grid.across * grid.down;
            let shape = (wide / grid.across as f32) / (high / grid.down as f32);
            (shape / SHAPE).ln().abs() + (places - count) as f32 / places as f32
        };
        match tried.max_by(|a, b| a.size.total_cmp(&b.size).then(fault(b).total_cmp(&fault(a)))) {
            Some(grid) if grid.size >= theme::LEAST => grid,
            _ => {
                let fit = |room: f32, least: f32| ((room / (least * theme::LEAST)).floor() as usize).max(1);
                Grid { across: fit(wide, least.0), down: fit(high - 1.7 * theme::LEAST, least.1), size: theme::LEAST }
            }
        }
    }

    /// Returns the place of a plot, counted line by line, without the white between it and the next.
    fn cell(&self, at: usize, area: Area) -> Area {
        let (wide, high) = ((area.right - area.left) / self.across as f32, (area.bottom - area.top) / self.down as f32);
        let (left, top) = (area.left + (at % self.across) as f32 * wide, area.top + (at / self.across) as f32 * high);
        Area { left, top, right: left + wide - 1.2 * self.size, bottom: top + high }
    }
}

fn plots(sheet: &mut Sheet, chart: &Lines, top: f32) {
    let em = sheet.em();
    let inner = head::inner(sheet);
    let row = (0.35 + theme::LINE) * em;
    let area = Area { top: top + row + 0.6 * em, ..inner };
    let above = widest_above(chart);
    let grid = Grid::new(chart.series.len(), above, area, em);
    if above.max(SMALLEST.0) * grid.size > (area.right - area.left) / grid.across as f32 || area.bottom - area.top < SMALLEST.1 * grid.size
    {
        return message::too_small(sheet, top);
    }
    let kept = (grid.across * grid.down).min(chart.series.len());
    let area = if kept < chart.series.len() { Area { bottom: area.bottom - 1.7 * grid.size, ..area } } else { area };
    let scales = axis(chart, ((area.bottom - area.top) / grid.down as f32 / grid.size - 2.8).min(7.0));
    let target = chart.target.iter().map(|target| (head::Sign::Line(Stroke::Dashed, theme::INK), target.label.as_str()));
    let words = [Some(plot::caption(&scales.0, &scales.1)).filter(|words| !words.is_empty()), Some("各图同一比例".to_owned())];
    head::caption(sheet, top, &words.into_iter().flatten().collect::<Vec<_>>().join("，"), &target.collect::<Vec<_>>());
    let numbers = (plot::numbers_width(&scales.0, &scales.1) + theme::GAP) * grid.size;
    let decimals = decimals(chart, &scales.1);
    let periods = periods(chart);
    let moments: Vec<f64> = periods.iter().map(|(_, at)| *at).collect();
    for (i, series) in chart.series[..kept].iter().enumerate() {
        let cell = grid.cell(i, area);
        let field = Area { left: cell.left + numbers, top: cell.top + 1.95 * grid.size, bottom: cell.bottom - 1.6 * grid.size, ..cell };
        let plot = Plot::new(field, scales.clone(), decimals, grid.size);
        draw_course(sheet, chart, &plot, series);
        write_above(sheet, chart, &plot, series, cell);
        write_ends_of_time(sheet, &plot, &periods);
        // The first column of the table is the period's name.
        plot.periods(&moments).into_iter().enumerate().for_each(|(row, area)| sheet.mark_figure((row, i + 1), area));
    }
    if kept < chart.series.len() {
        let names: Vec<&str> = chart.series[kept..].iter().map(|one| one.name.as_str()).collect();
        let text = more(&names, kept, "个", Area { top: area.bottom, bottom: inner.bottom, ..inner }, grid.size);
        sheet.layer("more", Stroke::Solid, |pen| pen.write(&text, theme::INK_2));
    }
}

/// Returns the last value of a course, with its period where that is not the last one drawn.
fn figure(chart: &Lines, series: &Series, scale: &Scale, decimals: usize) -> String {
    let last = series.values.iter().rposition(Option::is_some);
    let late =
        |last: usize| if last + 1 < shown(chart) { format!("{} ", cut(&chart.periods[last].0, Weight::Bold, 6.0)) } else { String::new() };
    let value = |last: usize| Some(format!("{}{}", late(last), scale.label(series.values[last]?.get(), decimals)));
    last.and_then(value).unwrap_or("未报".to_owned())
}

/// Returns how wide the widest name and figure are side by side, in type sizes, with what parts them and plots.
fn widest_above(chart: &Lines) -> f32 {
    // How the numbers are scaled does not depend on how high the plots are.
    let (_, scale) = axis(chart, 3.0);
    let decimals = decimals(chart, &scale);
    let above = |series: &Series| {
        width(&series.name, Weight::Regular).min(LONGEST) + width(&figure(chart, series, &scale, decimals), Weight::Bold) + 2.0
    };
    chart.series.iter().map(above).fold(0.0, f32::max)
}

fn draw_course(sheet: &mut Sheet, chart: &Lines, plot: &Plot, series: &Series) {
    let size = plot.size;
    plot.draw_grid(sheet);
    plot.write_numbers(sheet);
    plot.draw_axis(sheet);
    sheet.layer("target", Stroke::Dashed, |pen| {
        for value in targets(chart) {
            pen.edge(&plot.across(value.get() / plot.scale.divisor), theme::INK, theme::REFERENCE * size);
        }
    });
    let runs = runs(plot, &periods(chart), &series.values);
    sheet.layer("series", Stroke::Solid, |pen| {
        runs.iter().filter(|run| run.len() > 1).for_each(|run| pen.edge(run, theme::ACCENT, theme::SERIES * size * 1.2));
    });
    sheet.layer("dots", Stroke::Solid, |pen| {
        let alone = runs.iter().filter(|run| run.len() == 1).flatten();
        alone.chain(runs.last().and_then(|run| run.last())).for_each(|spot| pen.dot(*spot, theme::ACCENT, 0.24 * size));
    });
}

/// Writes the name and beside it the last figure, where no line can run through it.
fn write_above(sheet: &mut Sheet, chart: &Lines, plot: &Plot, series: &Series, cell: Area) {
    let size = plot.size;
    let last = series.values.iter().rposition(Option::is_some);
    let figure = figure(chart, series, &plot.scale, plot.decimals);
    let y = cell.top + 0.75 * size;
    let room = (cell.right - cell.left) / size - width(&figure, Weight::Bold) - 0.6;
    let name = Text::beside((cell.left, y), HPos::Left, cut(&series.name, Weight::Regular, room.max(1.0)), size, Weight::Regular);
    let value = Text::beside((cell.right, y), HPos::Right, figure, size, Weight::Bold);
    sheet.layer("names", Stroke::Solid, |pen| pen.write(&name, theme::INK));
    sheet.layer("values", Stroke::Solid, |pen| pen.write(&value, if last.is_some() { theme::ACCENT } else { theme::INK_3 }));
}

/// Writes the first and the last period below a plot, the last one in any case.
fn write_ends_of_time(sheet: &mut Sheet, plot: &Plot, periods: &[(String, f64)]) {
    let size = 0.9 * plot.size;
    let y = plot.field.bottom + 0.75 * plot.size;
    // Not wider than the plot, at whose left the lowest number stands half a line lower than the axis.
    let room = ((plot.field.right - plot.field.left) / size).min(6.0);
    let text = |words: &str, x: f32, side| Text::beside((x, y), side, cut(words, Weight::Regular, room), size, Weight::Regular);
    let last = periods.last().map(|(name, _)| text(name, plot.field.right, HPos::Right));
    let first = periods.first().filter(|_| periods.len() > 1).map(|(name, at)| text(name, plot.spot(*at, 0.0).0, HPos::Left));
    let first = first.filter(|first| last.as_ref().is_none_or(|last| first.area().right + 0.5 * size < last.area().left));
    sheet.layer("periods", Stroke::Solid, |pen| last.iter().chain(&first).for_each(|text| pen.write(text, theme::INK_2)));
}
