//! A rate through its periods, and under it what it is a quotient of.

use crate::head::{self, Sign};
use crate::number::{Scale, plain};
use crate::place::{Area, Room};
use crate::plot::{Plot, decimals, every};
use crate::sheet::{Sheet, Stroke, Text};
use crate::trend::draw_within;
use crate::typeface::{Weight, cut, printable, widest};
use crate::{Rate, Svg, Table, describe as describe_trend, theme, words};
use domain::Amount;
use plotters::style::text_anchor::HPos;

/// How high the parts are, in em: their caption, their bars, and two rows of figures.
const PARTS: f32 = 9.6;
const BARS: f32 = 4.2;
/// The sentence that stands for them.
const SENTENCE: f32 = 2.0;
/// A sheet lower than this, in em, has room for the figures but not for their bars.
const LOW: f32 = 26.0;
/// One lower than this has room for the sentence only.
const LOWEST: f32 = 19.0;

/// Draws the rate and its parts.
pub fn draw(chart: &Rate, mut sheet: Sheet) -> Svg {
    let chart = &clean(chart);
    let em = sheet.em();
    let inner = head::inner(&sheet);
    let given = chart.numerator.iter().chain(&chart.denominator).any(Option::is_some);
    let height = sheet.area().bottom / em;
    let bars = if height < LOW { 0.0 } else { BARS };
    if !given || height < LOWEST {
        let bottom = inner.bottom - SENTENCE * em;
        draw_within(&mut sheet, &chart.trend, bottom, 0.0);
        let words = said(chart).unwrap_or("没有填报分子、分母".to_owned());
        let words = cut(&words, Weight::Regular, (inner.right - inner.left) / em);
        let text = Text::beside((inner.left, inner.bottom - 0.5 * em), HPos::Left, words, em, Weight::Regular);
        sheet.layer("parts", Stroke::Solid, |pen| pen.write(&text, theme::INK_2));
    } else {
        let bottom = inner.bottom - (PARTS - BARS + bars) * em;
        let plot = draw_within(&mut sheet, &chart.trend, bottom, 2.6);
        parts(&mut sheet, chart, &plot, bottom, bars * em);
    }
    sheet.finish(&chart.trend.title, &describe(chart))
}

fn clean(chart: &Rate) -> Rate {
    let trend = chart.trend.clean();
    let values = |values: &[Option<Amount>]| (0..trend.points.len()).map(|i| values.get(i).copied().flatten()).collect();
    Rate { numerator: values(&chart.numerator), denominator: values(&chart.denominator), counted_in: printable(&chart.counted_in), trend }
}

fn parts(sheet: &mut Sheet, chart: &Rate, plot: &Plot, top: f32, bars: f32) {
    let em = sheet.em();
    let given = || chart.numerator.iter().chain(&chart.denominator).flatten().map(|value| value.get());
    let scale = Scale::new(given().fold(0.0, |largest: f64, v| largest.max(v.abs())), &chart.counted_in);
    let unit = if scale.unit.is_empty() { String::new() } else { format!("，单位：{}", scale.unit) };
    let legend = [(Sign::Patch(theme::BAR), "分子"), (Sign::Patch(theme::BEFORE), "分母")];
    let legend = if bars > 0.0 { &legend[..] } else { &[] };
    let top = head::caption(sheet, top + 0.4 * em, &format!("分子与分母{unit}"), legend);
    let floor = top + 0.3 * em + bars;
    if bars > 0.0 {
        draw_bars(sheet, chart, plot, Area { top: top + 0.3 * em, bottom: floor, ..plot.field });
    }
    let decimals = decimals(given(), &scale);
    let rows = [("分子", &chart.numerator), ("分母", &chart.denominator)];
    let label = |value: &Option<Amount>| value.map(|value| scale.label(value.get(), decimals));
    let widest = widest(rows.iter().flat_map(|(_, values)| values.iter().filter_map(label)), Weight::Bold);
    let step = every(plot, chart.trend.points.len(), widest * em);
    for (n, (name, values)) in rows.into_iter().enumerate() {
        let y = floor + (0.85 + n as f32 * 1.3) * em;
        let name = Text::beside((plot.field.left - theme::GAP * em, y), HPos::Right, name, em, Weight::Regular);
        sheet.layer("parts-names", Stroke::Solid, |pen| pen.write(&name, theme::INK_2));
        let mut room = Room::new(Area { left: name.area().right, ..sheet.area() }, 0.3 * em);
        let current = chart.trend.current;
        let last = values.iter().rposition(Option::is_some);
        let order = current.into_iter().chain(last).chain((0..values.len()).step_by(step));
        for (i, words) in order.filter_map(|i| Some((i, label(&values[i])?))) {
            let weight = if current == Some(i) { Weight::Bold } else { Weight::Regular };
            let (x, _) = plot.spot_of_scaled(chart.trend.points[i].at, plot.axis.low);
            let text = Text::beside((x, y), HPos::Center, words.as_str(), em, weight);
            // At the edges of the sheet a long figure moves inwards, never out.
            let least = name.area().right + 0.3 * em + text.width() / 2.0;
            let most = sheet.area().right - 0.3 * em - text.width() / 2.0;
            let text = Text { at: (x.min(most).max(least), text.at.1), ..text };
            if room.find(&[text.area()]).is_some() {
                let color = if current == Some(i) { theme::INK } else { theme::INK_2 };
                sheet.layer(if n == 0 { "numerators" } else { "denominators" }, Stroke::Solid, |pen| pen.write(&text, color));
            }
        }
    }
}

/// Draws a bar a period: the denominator, and the numerator within it.
fn draw_bars(sheet: &mut Sheet, chart: &Rate, plot: &Plot, field: Area) {
    let em = sheet.em();
    let values = || chart.numerator.iter().chain(&chart.denominator).flatten().map(|value| value.get());
    let (low, high) = values().fold((0.0_f64, 0.0_f64), |(low, high), v| (low.min(v), high.max(v)));
    let span = if high > low { high - low } else { 1.0 };
    let y = |value: f64| field.bottom - (field.bottom - field.top) * (value / span - low / span) as f32;
    let spacing = (plot.field.right - plot.field.left) / chart.trend.points.len().max(1) as f32;
    let half = (spacing * 0.32).min(1.1 * em).max(0.5);
    let mut draw = |name: &str, values: &[Option<Amount>], color, half: f32| {
        sheet.layer(name, Stroke::Solid, |pen| {
            for (point, value) in chart.trend.points.iter().zip(values).filter_map(|(point, value)| Some((point, value.as_ref()?))) {
                let (x, _) = plot.spot_of_scaled(point.at, plot.axis.low);
                let (zero, end) = (y(0.0), y(value.get()));
                pen.block(Area { left: x - half, top: zero.min(end), right: x + half, bottom: zero.max(end) }, color);
            }
        });
    };
    draw("denominator-bars", &chart.denominator, theme::BEFORE, half);
    draw("numerator-bars", &chart.numerator, theme::BAR, half * 0.62);
    sheet.layer("parts-axis", Stroke::Solid, |pen| pen.line(&[(field.left, y(0.0)), (field.right, y(0.0))], theme::INK, theme::AXIS));
}

/// Returns numerator and denominator of the period looked at, else of the last one that has them: 7月分子1450个、分母2346个.
fn said(chart: &Rate) -> Option<String> {
    let both = |i: usize| chart.numerator[i].zip(chart.denominator[i]);
    let at = chart.trend.current.or_else(|| (0..chart.numerator.len()).rev().find(|i| both(*i).is_some()))?;
    let (over, under) = both(at)?;
    let unit = &chart.counted_in;
    Some(format!("{}分子{}{unit}、分母{}{unit}", chart.trend.points[at].label, plain(over.get()), plain(under.get())))
}

/// Returns the rate in a sentence, with the parts of the period it speaks of.
pub fn describe(chart: &Rate) -> String {
    let chart = &clean(chart);
    [Some(describe_trend(&chart.trend)), said(chart)].into_iter().flatten().collect::<Vec<_>>().join("，")
}

/// Returns the trend's numbers with numerator and denominator.
pub fn table(chart: &Rate) -> Table {
    let chart = &clean(chart);
    let mut table = crate::trend::table(&chart.trend);
    for (n, (name, values)) in [("分子", &chart.numerator), ("分母", &chart.denominator)].into_iter().enumerate() {
        table.columns.insert(2 + n, words::column(name, &chart.counted_in));
        table.rows.iter_mut().zip(values).for_each(|(row, value)| row.insert(2 + n, words::figure(*value)));
    }
    table
}
