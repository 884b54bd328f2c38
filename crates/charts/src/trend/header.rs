//! What the signs of the trend mean.

use super::Trend;
use crate::head::Sign;
use crate::sheet::Stroke;
use crate::theme;
use domain::ValueKind;

/// Returns what the reported values are called.
pub fn series_name(kind: ValueKind) -> &'static str {
    match kind {
        ValueKind::Cumulative => "累计完成",
        ValueKind::Increment => "当期完成",
        ValueKind::Point | ValueKind::Rate => "实际值",
        ValueKind::Qualitative => "形象进度",
    }
}

/// Returns the entries of the legend, what matters most first.
pub fn legend(chart: &Trend) -> Vec<(Sign, &str)> {
    let reported = chart.points.iter().any(|point| point.value.is_some());
    let mut entries = Vec::new();
    entries.extend(reported.then_some((Sign::Series, series_name(chart.kind))));
    entries.extend(chart.target.iter().map(|target| (Sign::Line(Stroke::Dashed, theme::INK), target.label.as_str())));
    entries.extend((chart.expected.len() > 1).then_some((Sign::Line(Stroke::Dotted, theme::INK_3), chart.expected_name())));
    let before = chart.before.iter().filter(|before| before.values.len() > 1);
    entries.extend(before.map(|before| (Sign::Line(Stroke::Solid, theme::BEFORE), before.label.as_str())));
    entries.extend(chart.forecast.map(|_| (Sign::Line(Stroke::Dashed, theme::ACCENT), "走势推算")));
    entries.extend(chart.unreported().next().map(|_| (Sign::Patch(theme::GROUND), "未报")));
    entries.extend(chart.points.iter().find(|point| point.frozen).map(|_| (Sign::Axis, "已冻结")));
    entries
}
