//! The trend as one sentence, for those who do not see the picture.

use super::Trend;
use crate::number;

/// Returns the chart in words: 新增托位：7月累计1066个，目标2600个，应达1517个，落后17.3个百分点.
pub fn describe(chart: &Trend) -> String {
    let chart = &chart.clean();
    let unit = &chart.unit;
    let quantity = |value: f64| format!("{}{unit}", number::plain(value));
    let kind = match chart.kind {
        domain::ValueKind::Cumulative => "累计",
        domain::ValueKind::Increment => "当期",
        _ => "",
    };
    let last = chart.points.iter().rev().find(|point| point.value.is_some());
    let mut parts = Vec::new();
    let current = chart.current.map(|i| &chart.points[i]).or(last);
    match current.map(|point| (point, point.value)) {
        Some((point, Some(value))) => parts.push(format!("{}{kind}{}", point.label, quantity(value.get()))),
        Some((point, None)) => match last.and_then(|last| last.value.map(|value| (last, value))) {
            Some((last, value)) => {
                parts.push(format!("{}未报", point.label));
                parts.push(format!("最近一次为{}{kind}{}", last.label, quantity(value.get())));
            }
            None => parts.push("尚无填报数据".to_owned()),
        },
        None => parts.push("尚无填报数据".to_owned()),
    }
    if let Some(target) = &chart.target {
        let upper = target.upper.map_or(String::new(), |upper| format!("至{}", quantity(upper.get())));
        parts.push(format!("{}{}{upper}", target.label, quantity(target.value.get())));
    }
    if let Some(due) = current.and_then(|point| chart.expected_at(point.at)) {
        let due = if chart.counts() { due.round() } else { due };
        parts.push(format!("应达{}", quantity(due)));
    }
    if let (Some(point), Some(before)) = (current, &chart.before) {
        let same = before.values.iter().find(|(at, _)| *at == point.at);
        parts.extend(same.map(|(_, value)| format!("{}{}", before.label, quantity(value.get()))));
    }
    parts.extend(
        chart.forecast.map(|value| format!("按走势到期约{}", quantity(if chart.counts() { value.get().round() } else { value.get() }))),
    );
    parts.extend(chart.note.as_ref().map(|note| note.text.clone()));
    let title = if chart.title.is_empty() { String::new() } else { format!("{}：", chart.title) };
    format!("{title}{}", parts.join("，"))
}
