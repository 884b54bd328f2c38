//! The trend as one sentence, and as a table, for those who do not see the picture.

use super::Trend;
use crate::{Table, number, words};

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
    let frozen = |i: usize| chart.points[i].frozen;
    if let Some(first) = (0..chart.points.len()).find(|i| frozen(*i)) {
        let last = (0..chart.points.len()).rfind(|i| frozen(*i)).unwrap_or(first);
        let span = if first == last { String::new() } else { format!("至{}", chart.points[last].label) };
        let all = (first..=last).all(frozen);
        parts.push(if all { format!("{}{span}已冻结", chart.points[first].label) } else { "部分期次已冻结".to_owned() });
    }
    parts.extend(chart.note.as_ref().map(|note| note.text.clone()));
    let title = if chart.title.is_empty() { String::new() } else { format!("{}：", chart.title) };
    format!("{title}{}", parts.join("，"))
}

/// Returns the numbers of the trend, a row a period; columns that would be empty are left out.
pub fn table(chart: &Trend) -> Table {
    let chart = &chart.clean();
    let last = chart.points.iter().rposition(|point| point.value.is_some()).max(chart.current);
    let due = |at: f64| chart.expected_at(at).map_or(String::new(), |due| number::plain(if chart.counts() { due.round() } else { due }));
    let before = |at: f64| chart.before().iter().find(|(moment, _)| *moment == at).map(|(_, value)| *value);
    let mut columns = vec!["期次".to_owned(), words::column(super::series_name(chart.kind), &chart.unit)];
    columns.extend((!chart.expected.is_empty()).then(|| words::column("应达", &chart.unit)));
    columns.extend(chart.before.as_ref().map(|before| words::column(&before.label, &chart.unit)));
    columns.extend(chart.points.iter().any(|point| point.frozen).then(|| "状态".to_owned()));
    let row = |(i, point): (usize, &super::Point)| {
        let silent = if last.is_some_and(|last| i <= last) { "未报" } else { "" };
        let mut row = vec![point.label.clone(), point.value.map_or(silent.to_owned(), |value| number::plain(value.get()))];
        row.extend((!chart.expected.is_empty()).then(|| due(point.at)));
        row.extend(chart.before.as_ref().map(|_| words::figure(before(point.at))));
        row.resize(columns.len(), if point.frozen { "已冻结".to_owned() } else { String::new() });
        row
    };
    let rows = chart.points.iter().enumerate().map(row).collect();
    Table { columns, rows }
}
