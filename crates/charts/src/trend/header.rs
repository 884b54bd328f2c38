//! What stands above the plot: title, subtitle, unit of measure and legend.

use super::Trend;
use crate::axis::Axis;
use crate::number::Scale;
use crate::place::Area;
use crate::sheet::{Sheet, Stroke, Text};
use crate::theme;
use crate::typeface::{Weight, cut, wrap};
use domain::ValueKind;
use plotters::style::{RGBColor, text_anchor::HPos};

/// Writes the head of the chart and returns where it ends.
pub fn write(sheet: &mut Sheet, chart: &Trend, (axis, scale): &(Axis, Scale)) -> f32 {
    let em = sheet.em();
    let inner = sheet.area().grown(-theme::MARGIN * em);
    let room = (inner.right - inner.left) / em;
    let mut top = inner.top;
    let mut line = |words: &str, side: HPos, size: f32, weight: Weight| {
        let text = Text::beside((inner.left, top + theme::LINE * size / 2.0), side, words, size, weight);
        top += theme::LINE * size;
        text
    };
    // Two lines of title would leave a low chart nothing to show.
    let lines = if sheet_is_low(inner, em) { 1 } else { 2 };
    let title: Vec<Text> = wrap(&chart.title, Weight::Bold, room / theme::TITLE, lines)
        .iter()
        .map(|words| line(words, HPos::Left, theme::TITLE * em, Weight::Bold))
        .collect();
    let subtitle =
        (!chart.subtitle.is_empty()).then(|| line(&cut(&chart.subtitle, Weight::Regular, room), HPos::Left, em, Weight::Regular));
    sheet.layer("title", Stroke::Solid, |pen| title.iter().for_each(|text| pen.write(text, theme::INK)));
    sheet.layer("subtitle", Stroke::Solid, |pen| subtitle.iter().for_each(|text| pen.write(text, theme::INK_3)));

    let row = top + 0.35 * em + theme::LINE * em / 2.0;
    let words = cut(&caption(axis, scale), Weight::Regular, room * 0.6);
    let caption = Text::beside((inner.left, row), HPos::Left, words, em, Weight::Regular);
    legend(sheet, chart, Area { left: caption.area().right, top: row, right: inner.right, bottom: row });
    sheet.layer("unit", Stroke::Solid, |pen| pen.write(&caption, theme::INK_3));
    row + theme::LINE * em / 2.0
}

fn sheet_is_low(inner: Area, em: f32) -> bool {
    inner.bottom - inner.top < 18.0 * em
}

/// Returns what the numbers of the axis count, and a warning where the axis does not begin at 0.
fn caption(axis: &Axis, scale: &Scale) -> String {
    let unit = (scale.suffix.is_empty() && !scale.unit.is_empty()).then(|| format!("单位：{}", scale.unit));
    let start = (axis.low > 0.0).then(|| format!("纵轴从{}{}起", axis.number(axis.low), scale.suffix));
    [unit, start].into_iter().flatten().collect::<Vec<_>>().join("，")
}

/// How an entry of the legend is drawn.
#[derive(Clone, Copy, PartialEq)]
enum Sign {
    Series,
    Line(Stroke, RGBColor),
    Column,
}

fn series_name(kind: ValueKind) -> &'static str {
    match kind {
        ValueKind::Cumulative => "累计完成",
        ValueKind::Increment => "当期完成",
        ValueKind::Point | ValueKind::Rate => "实际值",
        ValueKind::Qualitative => "形象进度",
    }
}

/// Draws the legend at the right end of a row, as many entries as fit.
fn legend(sheet: &mut Sheet, chart: &Trend, row: Area) {
    let em = sheet.em();
    let reported = chart.points.iter().any(|point| point.value.is_some());
    let mut entries = Vec::new();
    entries.extend(reported.then_some((Sign::Series, series_name(chart.kind))));
    entries.extend(chart.target.iter().map(|target| (Sign::Line(Stroke::Dashed, theme::INK), target.label.as_str())));
    entries.extend((chart.expected.len() > 1).then_some((Sign::Line(Stroke::Dotted, theme::INK_3), chart.expected_name())));
    let before = chart.before.iter().filter(|before| before.values.len() > 1);
    entries.extend(before.map(|before| (Sign::Line(Stroke::Solid, theme::BEFORE), before.label.as_str())));
    entries.extend(chart.forecast.map(|_| (Sign::Line(Stroke::Dashed, theme::ACCENT), "走势推算")));
    entries.extend(chart.unreported().next().map(|_| (Sign::Column, "未报")));
    let sample = 2.0 * em;
    let text = |words: &str| Text::beside((0.0, row.top), HPos::Left, words, em, Weight::Regular);
    let wide = |words: &str| sample + theme::GAP * em + text(words).width();
    let apart = 1.3 * em;
    while entries.iter().map(|(_, words)| wide(words) + apart).sum::<f32>() > row.right - row.left {
        if entries.pop().is_none() {
            return;
        }
    }
    let mut left = row.right + apart - entries.iter().map(|(_, words)| wide(words) + apart).sum::<f32>();
    for (sign, words) in entries {
        let ends = [(left, row.top), (left + sample, row.top)];
        match sign {
            Sign::Series => sheet.layer("legend", Stroke::Solid, |pen| {
                pen.line(&ends, theme::ACCENT, theme::SERIES);
                pen.dot((left + sample / 2.0, row.top), theme::ACCENT, theme::DOT * em);
            }),
            Sign::Line(stroke, color) => sheet.layer("legend", stroke, |pen| pen.line(&ends, color, theme::REFERENCE)),
            Sign::Column => sheet.layer("legend", Stroke::Solid, |pen| {
                let column = Area { left: left + sample / 4.0, top: row.top - 0.4 * em, right: left + sample, bottom: row.top + 0.4 * em };
                pen.block(column, theme::GROUND);
            }),
        }
        let label = Text { at: (left + sample + theme::GAP * em, text(words).at.1), ..text(words) };
        sheet.layer("legend", Stroke::Solid, |pen| pen.write(&label, theme::INK_2));
        left += wide(words) + apart;
    }
}
