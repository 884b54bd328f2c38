//! Drawing the trend: the layers from the paper up.

use super::labels::{self, Labels};
use super::plot;
use super::{Trend, describe, header};
use crate::place::{Area, Spot};
use crate::plot::{Plot, caption, write_periods};
use crate::sheet::{Sheet, Stroke, Text};
use crate::{Svg, head, theme};
use domain::Amount;

/// Draws a clean trend.
pub fn draw(chart: &Trend, mut sheet: Sheet) -> Svg {
    let bottom = head::inner(&sheet).bottom;
    draw_within(&mut sheet, chart, bottom, 0.0);
    sheet.finish(&chart.title, &describe(chart))
}

/// Draws a clean trend with its head down to a height, and returns where its plot lies: at least so many em from the left.
pub fn draw_within(sheet: &mut Sheet, chart: &Trend, bottom: f32, least: f32) -> Plot {
    let em = sheet.em();
    let scales = plot::axis(chart, bottom / em - 9.0);
    let top = head::write(sheet, &chart.title, &chart.subtitle);
    let top = head::caption(sheet, top, &caption(&scales.0, &scales.1), &header::legend(chart));
    let plot = plot::lay_out(chart, scales, Area { top, bottom, ..head::inner(sheet) }, least, em);
    let curve = Curve::new(&plot, chart, em);
    let labels = labels::place(&plot, chart, &curve, sheet);
    plot.mark_periods(sheet, &chart.points.iter().map(|point| point.at).collect::<Vec<_>>());
    frame(sheet, &plot, chart, &curve);
    lines(sheet, &plot, chart, &curve);
    write(sheet, chart, &plot, &labels);
    plot
}

/// Where the reported values lie.
pub struct Curve {
    /// Stretches without a gap, the baseline among the first one's places.
    pub runs: Vec<Vec<Spot>>,
    /// The dots: which point, where, how large.
    pub dots: Vec<(usize, Spot, f32)>,
    /// Columns behind the periods nobody reported, neighbours as one.
    pub gaps: Vec<Area>,
    /// The time-progress line.
    pub expected: Vec<Spot>,
    /// The line of the plan before.
    pub before: Vec<Spot>,
    /// From the last report to what is projected.
    pub forecast: Vec<Spot>,
    /// From the current value to what was due.
    pub lag: Option<(Spot, Spot)>,
}

impl Curve {
    fn new(plot: &Plot, chart: &Trend, em: f32) -> Curve {
        let spot = |i: usize| chart.points[i].value.map(|value| plot.spot(chart.points[i].at, value.get()));
        let reported: Vec<(usize, Spot)> = (0..chart.points.len()).filter_map(|i| Some((i, spot(i)?))).collect();
        let start = chart.baseline.map(|baseline| plot.spot(0.0, baseline.get()));
        let mut runs: Vec<Vec<Spot>> = Vec::new();
        for (n, (i, place)) in reported.iter().enumerate() {
            match n.checked_sub(1).map(|before| reported[before].0) {
                Some(before) if before + 1 == *i => runs.last_mut().expect("the point before is in a run").push(*place),
                None if *i == 0 => runs.push(start.into_iter().chain([*place]).collect()),
                _ => runs.push(vec![*place]),
            }
        }
        let spacing = (plot.field.right - plot.field.left) / chart.points.len().max(1) as f32;
        let radius = |i| if chart.current == Some(i) { theme::DOT_CURRENT } else { theme::DOT };
        let dots = reported.iter().map(|&(i, place)| (i, place, (radius(i) * em).min(spacing * 0.3).max(1.5))).collect();
        let gaps = joined(chart.unreported().map(|i| column(plot, chart, i)));
        let line = |places: &[(f64, Amount)]| places.iter().map(|(at, value)| plot.spot(*at, value.get())).collect();
        let (expected, before) = (line(&chart.expected), line(chart.before()));
        let end = chart.forecast.map(|value| plot.spot(1.0, value.get()));
        let forecast = reported.last().zip(end).map_or(Vec::new(), |((_, last), end)| vec![*last, end]);
        let lag = chart.current.zip(chart.note.as_ref()).and_then(|(i, _)| {
            let due = plot.spot(chart.points[i].at, chart.expected_at(chart.points[i].at)?);
            spot(i).filter(|value| (value.1 - due.1).abs() > em * 0.6).map(|value| (value, due))
        });
        Curve { runs, dots, gaps, expected, before, forecast, lag }
    }
}

/// Returns the column of a period: half-way to its neighbours.
fn column(plot: &Plot, chart: &Trend, i: usize) -> Area {
    let x = |i: usize| plot.spot_of_scaled(chart.points[i].at, plot.axis.low).0;
    let half_after = chart.points.get(i + 1).map(|_| (x(i + 1) - x(i)) / 2.0);
    let half_before = i.checked_sub(1).map_or(x(i) - plot.field.left, |before| (x(i) - x(before)) / 2.0);
    let after = half_after.unwrap_or(0.0);
    Area { left: x(i) - half_before, right: x(i) + after, ..plot.field }
}

fn frame(sheet: &mut Sheet, plot: &Plot, chart: &Trend, curve: &Curve) {
    sheet.layer("gaps", Stroke::Solid, |pen| curve.gaps.iter().for_each(|column| pen.block(*column, theme::GROUND)));
    plot.draw_grid(sheet);
    plot.write_numbers(sheet);
    plot.draw_axis(sheet);
    sheet.layer("frozen", Stroke::Solid, |pen| {
        for column in joined(chart.points.iter().enumerate().filter(|(_, point)| point.frozen).map(|(i, _)| self::column(plot, chart, i))) {
            let middle = plot.field.bottom + theme::FROZEN * plot.size / 2.0;
            pen.edge(&[(column.left, middle), (column.right, middle)], theme::INK, theme::FROZEN * plot.size);
        }
    });
    let periods: Vec<(String, f64)> = chart.points.iter().map(|point| (point.label.clone(), point.at)).collect();
    write_periods(sheet, plot, &periods, chart.current, plot.field.bottom + plot.size);
}

/// Returns neighbouring columns as one.
fn joined(columns: impl Iterator<Item = Area>) -> Vec<Area> {
    let mut joined: Vec<Area> = Vec::new();
    for column in columns {
        match joined.last_mut() {
            Some(before) if before.right >= column.left - 0.1 => before.right = column.right,
            _ => joined.push(column),
        }
    }
    joined
}

fn lines(sheet: &mut Sheet, plot: &Plot, chart: &Trend, curve: &Curve) {
    if curve.before.len() > 1 {
        sheet.layer("before", Stroke::Solid, |pen| pen.line(&curve.before, theme::BEFORE, theme::REFERENCE));
    }
    if curve.expected.len() > 1 {
        sheet.layer("expected", Stroke::Dotted, |pen| pen.line(&curve.expected, theme::INK_3, theme::REFERENCE));
    }
    sheet.layer("target", Stroke::Dashed, |pen| {
        for value in chart.target.iter().flat_map(|target| [Some(target.value), target.upper]).flatten() {
            pen.line(&[plot.spot(0.0, value.get()), plot.spot(1.0, value.get())], theme::INK, theme::REFERENCE);
        }
    });
    if let (Some((value, due)), Some(note)) = (curve.lag, &chart.note) {
        sheet.layer("lag", Stroke::Solid, |pen| pen.line(&[value, due], theme::tone(note.tone), theme::SERIES));
    }
    if curve.forecast.len() > 1 {
        sheet.layer("forecast", Stroke::Dashed, |pen| pen.line(&curve.forecast, theme::ACCENT, theme::REFERENCE));
    }
    sheet.layer("series", Stroke::Solid, |pen| {
        curve.runs.iter().filter(|run| run.len() > 1).for_each(|run| pen.line(run, theme::ACCENT, theme::SERIES));
    });
    let ring = theme::SERIES * sheet.em() * 0.8;
    sheet.layer("dots", Stroke::Solid, |pen| {
        for (i, place, radius) in &curve.dots {
            if chart.current == Some(*i) {
                pen.dot(*place, theme::PAPER, radius + ring);
            }
            pen.dot(*place, theme::ACCENT, *radius);
        }
    });
}

fn write(sheet: &mut Sheet, chart: &Trend, plot: &Plot, labels: &Labels) {
    let put = |sheet: &mut Sheet, name: &str, texts: &[Text], color| {
        sheet.layer(name, Stroke::Halo, |pen| texts.iter().for_each(|text| pen.write(text, color)));
    };
    // On the grey of its column, where white around the letters would show.
    sheet.layer("unreported", Stroke::Solid, |pen| labels.unreported.iter().for_each(|text| pen.write(text, theme::INK_3)));
    put(sheet, "names", &labels.names, theme::INK_2);
    put(sheet, "values", &labels.values, theme::INK_2);
    put(sheet, "value-current", &labels.current, theme::ACCENT);
    if let Some(note) = &chart.note {
        put(sheet, "note", &labels.note, theme::tone(note.tone));
    }
    put(sheet, "target-label", &plot::target_labels(plot, chart, sheet.area()), theme::INK);
    put(sheet, "message", &labels.message, theme::INK_2);
}
