//! A chart as a table in a workbook, with a chart the spreadsheet program draws itself.

use crate::ApiError;
use charts::{Chart, Lines, Trend};
use chrono::NaiveDate;
use domain::Amount;
use workbook::{Head, NativeChart, Table, Value};

/// Returns a workbook with a chart's figures. Lights through the months and milestones have no chart of a spreadsheet's own:
/// they are a table.
pub(super) fn workbook(chart: &Chart, shown: &charts::Table, line: String, made_on: NaiveDate) -> Result<Vec<u8>, ApiError> {
    let title = chart.title().to_owned();
    let book = match numbers(chart) {
        Some((kind, columns, rows)) => workbook::write_chart(made_on, &table(title, line, columns, rows), kind),
        None => {
            let rows = shown.rows.iter().map(|row| row.iter().map(|words| Value::from(words.as_str())).collect());
            workbook::write_tables(&title, made_on, &[table(title.clone(), line, shown.columns.clone(), rows.collect())])
        }
    };
    Ok(book?)
}

fn table(title: String, line: String, columns: Vec<String>, rows: Vec<Vec<Value>>) -> Table {
    let width = |at: usize| if at == 0 { 28 } else { 14 };
    let columns = columns.into_iter().enumerate().map(|(at, heading)| Head { heading: heading.into(), width: width(at), is_id: false });
    Table { name: "图表", title, line, columns: columns.collect(), rows }
}

type Numbers = (NativeChart, Vec<String>, Vec<Vec<Value>>);

/// Returns what a spreadsheet program draws: the columns, then a row of numbers for each.
fn numbers(chart: &Chart) -> Option<Numbers> {
    Some(match chart {
        Chart::Trend(trend) => of_trend(trend),
        Chart::Rate(rate) => of_trend(&rate.trend),
        Chart::Lines(lines) | Chart::Multiples(lines) => of_lines(lines),
        Chart::Bars(bars) => {
            let rows = bars.bars.iter().map(|bar| row(&bar.name, [bar.value, bar.target]));
            (NativeChart::Bars, columns("单位", &bars.unit, ["实达", "目标"]), rows.collect())
        }
        Chart::Bullets(bullets) => {
            let rows = bullets.rows.iter().map(|one| row(&one.name, [per_cent(one.completion), per_cent(one.due)]));
            (NativeChart::Bars, columns("指标", "%", ["完成率", "应达"]), rows.collect())
        }
        Chart::Sections(sections) => {
            let counts = |counts: [u32; 5]| counts.map(|count| Amount::new(f64::from(count)));
            let rows = sections.rows.iter().map(|section| row(&section.name, counts(section.counts)));
            (NativeChart::Stacked, columns("部分", "项", ["红灯", "黄灯", "绿灯", "完成", "灰灯"]), rows.collect())
        }
        Chart::League(league) => {
            let rows = league.rows.iter().map(|unit| row(&unit.name, [unit.score]));
            (NativeChart::Bars, columns("单位", "分", ["得分"]), rows.collect())
        }
        Chart::Heat(_) | Chart::Timeline(_) => return None,
    })
}

fn of_trend(trend: &Trend) -> Numbers {
    let target = trend.target.as_ref();
    let named = ["实达"].into_iter().chain(target.map(|target| target.label.as_str()));
    let rows = trend.points.iter().map(|point| row(&point.label, [point.value].into_iter().chain(target.map(|target| Some(target.value)))));
    (NativeChart::Lines, columns("期次", &trend.unit, named), rows.collect())
}

fn of_lines(lines: &Lines) -> Numbers {
    let rows = lines.periods.iter().enumerate().map(|(at, (label, _))| row(label, lines.series.iter().map(|one| one.values[at])));
    (NativeChart::Lines, columns("期次", &lines.unit, lines.series.iter().map(|one| one.name.as_str())), rows.collect())
}

fn columns<'a>(first: &str, unit: &str, others: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let measured = |name: &str| if unit.is_empty() { name.to_owned() } else { format!("{name}（{unit}）") };
    [first.to_owned()].into_iter().chain(others.into_iter().map(measured)).collect()
}

fn row(name: &str, numbers: impl IntoIterator<Item = Option<Amount>>) -> Vec<Value> {
    [Value::from(name)].into_iter().chain(numbers.into_iter().map(Value::from)).collect()
}

/// Returns a share as it is read out: 41.0 of 0.41.
fn per_cent(share: Option<f64>) -> Option<Amount> {
    share.and_then(|share| Amount::new((share * 1000.0).round() / 10.0))
}
