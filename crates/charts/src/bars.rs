//! Bars of one indicator, a row a unit.

use crate::head::{self, Sign};
use crate::number::{self, Scale};
use crate::place::Area;
use crate::plot::{counted_in, decimals};
use crate::rows::{Rows, Slot, Wish};
use crate::sheet::{Sheet, Stroke, Text};
use crate::typeface::{Weight, printable, widest};
use crate::{Bar, Bars, Svg, Table, message, theme, words};
use domain::Amount;
use domain::judge::Light;
use plotters::style::text_anchor::HPos;

const WISH: Wish = Wish { lead: 0.0, columns: 2, body: 0.58, need: 0.0, narrowest: 27.0, counted: "个单位" };

/// Draws the bars.
pub fn draw(chart: &Bars, sheet: Sheet) -> Svg {
    let chart = &clean(chart);
    head::framed(
        sheet,
        &chart.head,
        &describe(chart),
        chart.bars.iter().all(|bar| bar.value.is_none()).then(|| nothing(chart)),
        |sheet, top| bars(sheet, chart, top),
    )
}

fn clean(chart: &Bars) -> Bars {
    let bar = |bar: &Bar| Bar { name: printable(&bar.name), ..bar.clone() };
    Bars { head: chart.head.clean(), unit: printable(&chart.unit), bars: chart.bars.iter().map(bar).collect() }
}

fn nothing(chart: &Bars) -> (&'static str, &'static str) {
    match chart.bars.len() {
        0 => ("没有可以比较的单位", "这个指标没有填报单位，分解到单位后显示"),
        _ => ("尚无填报数据", "各单位均未填报，填报后显示"),
    }
}

/// What the rows share: how long a value is, and what stands beside it.
struct Gauge {
    scale: Scale,
    decimals: usize,
    low: f64,
    high: f64,
    /// Room for the longest value beside a bar, in pixels.
    label: f32,
    /// Room for the targets' figures at the end, in pixels.
    targets: f32,
    size: f32,
}

impl Gauge {
    fn new(chart: &Bars, size: f32) -> Gauge {
        let values = || chart.bars.iter().filter_map(|bar| bar.value).map(Amount::get);
        let targets = || chart.bars.iter().filter_map(|bar| bar.target).map(Amount::get);
        let scale = Scale::new(values().chain(targets()).fold(0.0, |largest: f64, v| largest.max(v.abs())), &chart.unit);
        let decimals = decimals(values(), &scale);
        let (low, high) = values().chain(targets()).fold((0.0_f64, 0.0_f64), |(low, high), v| (low.min(v), high.max(v)));
        let label = size * widest(values().map(|v| scale.label(v, decimals)).chain(["未报".to_owned()]), Weight::Bold);
        let targets = size * widest(chart.bars.iter().filter_map(|bar| target_words(&scale, bar)), Weight::Regular);
        Gauge { scale, decimals, low, high: if low == high { 1.0 } else { high }, label, targets, size }
    }

    /// Returns how much room a row needs for its figures and a short bar, in pixels.
    fn needed(&self) -> f32 {
        let beside = self.label + 2.0 * theme::GAP * self.size;
        beside * if self.low < 0.0 { 2.0 } else { 1.0 } + self.targets + 4.0 * self.size
    }

    /// Returns where a value lies in a row.
    fn x(&self, body: Area, value: f64) -> f32 {
        let beside = self.label + 2.0 * theme::GAP * self.size;
        let left = body.left + if self.low < 0.0 { beside } else { 0.2 * self.size };
        let right = body.right - beside - if self.targets > 0.0 { self.targets + theme::GAP * self.size } else { 0.0 };
        let share = (value / (self.high - self.low) - self.low / (self.high - self.low)) as f32;
        left + (right.max(left + 1.0) - left) * share
    }
}

fn target_words(scale: &Scale, bar: &Bar) -> Option<String> {
    let target = bar.target?.get();
    Some(format!("目标{}", scale.label(target, number::decimals(target / scale.divisor))))
}

fn bars(sheet: &mut Sheet, chart: &Bars, top: f32) {
    let em = sheet.em();
    let mut legend = vec![(Sign::Patch(theme::BAR), "实际值")];
    legend.extend(chart.bars.iter().find_map(|bar| bar.target).map(|_| (Sign::Mark, "目标")));
    let lit = chart.bars.iter().any(|bar| bar.light != Light::Grey);
    legend.extend(head::lights(|light| lit && chart.bars.iter().any(|bar| bar.light == light)));
    let unit = counted_in(&Gauge::new(chart, em).scale).unwrap_or_default();
    let top = head::caption(sheet, top, &unit, &legend);
    let names: Vec<&str> = chart.bars.iter().map(|bar| bar.name.as_str()).collect();
    let wish = Wish { lead: if lit { 1.3 } else { 0.0 }, need: Gauge::new(chart, 1.0).needed(), ..WISH };
    let Some(rows) = Rows::new(&names, Area { top: top + 0.4 * em, ..head::inner(sheet) }, em, &wish) else {
        return message::too_small(sheet, top);
    };
    let gauge = Gauge::new(chart, rows.size);
    let all: Vec<(&Slot, &Bar)> = rows.slots.iter().zip(&chart.bars).collect();
    lengths(sheet, &rows, &gauge, &all);
    if lit {
        sheet.layer("lights", Stroke::Solid, |pen| all.iter().for_each(|(slot, bar)| rows.draw_light(pen, slot, bar.light)));
    }
    rows.write(sheet, theme::INK);
    figures(sheet, &gauge, &all);
}

/// Draws the bars, where they begin, and the marks of their targets.
fn lengths(sheet: &mut Sheet, rows: &Rows, gauge: &Gauge, all: &[(&Slot, &Bar)]) {
    let half = rows.half(0.4, 0.7);
    sheet.layer("bars", Stroke::Solid, |pen| {
        for (slot, value) in all.iter().filter_map(|(slot, bar)| Some((slot, bar.value?.get()))) {
            pen.block(slot.stripe(gauge.x(slot.body, 0.0), gauge.x(slot.body, value), half), theme::BAR);
        }
    });
    sheet.layer("axis", Stroke::Solid, |pen| {
        for column in rows.columns() {
            let x = gauge.x(column, 0.0);
            pen.line(&[(x, column.top), (x, column.bottom)], theme::INK, theme::AXIS);
        }
    });
    sheet.layer("target", Stroke::Solid, |pen| {
        for (slot, target) in all.iter().filter_map(|(slot, bar)| Some((slot, bar.target?.get()))) {
            let x = gauge.x(slot.body, target);
            pen.line(&[(x, slot.middle() - 1.5 * half), (x, slot.middle() + 1.5 * half)], theme::INK, theme::MARK);
        }
    });
}

/// Writes the values beside their bars, and the targets at the end.
fn figures(sheet: &mut Sheet, gauge: &Gauge, all: &[(&Slot, &Bar)]) {
    sheet.layer("values", Stroke::Solid, |pen| {
        for (slot, bar) in all {
            let text = value_text(gauge, slot.body, slot.middle(), bar);
            pen.write(&text, if bar.value.is_some() { theme::INK } else { theme::INK_3 });
        }
    });
    sheet.layer("targets", Stroke::Solid, |pen| {
        for (slot, words) in all.iter().filter_map(|(slot, bar)| Some((slot, target_words(&gauge.scale, bar)?))) {
            pen.write(&Text::beside((slot.body.right, slot.middle()), HPos::Right, words, gauge.size, Weight::Regular), theme::INK_3);
        }
    });
}

/// Returns the value beside its bar, beyond the target's mark where that would run through it.
fn value_text(gauge: &Gauge, body: Area, y: f32, bar: &Bar) -> Text {
    let gap = theme::GAP * gauge.size;
    let words = bar.value.map_or("未报".to_owned(), |value| gauge.scale.label(value.get(), gauge.decimals));
    let value = bar.value.map_or(0.0, Amount::get);
    let weight = if bar.value.is_some() { Weight::Bold } else { Weight::Regular };
    let mark = bar.target.map(|target| gauge.x(body, target.get()));
    let end = gauge.x(body, value);
    let (side, away) = if value < 0.0 { (HPos::Right, -gap) } else { (HPos::Left, gap) };
    let text = Text::beside((end + away, y), side, words, gauge.size, weight);
    match mark.filter(|mark| (text.area().left - gap..text.area().right + gap).contains(mark)) {
        Some(mark) => Text { at: (mark + away, text.at.1), ..text },
        None => text,
    }
}

/// Returns the bars in a sentence: 新增托位：9个单位中8个已报，最高为澜湖区430个，最低为桐坞县12个；红灯1个，黄灯2个.
pub fn describe(chart: &Bars) -> String {
    let chart = &clean(chart);
    let mut reported: Vec<(&Bar, f64)> = chart.bars.iter().filter_map(|bar| Some((bar, bar.value?.get()))).collect();
    reported.sort_by(|a, b| b.1.total_cmp(&a.1));
    let quantity = |(bar, value): &(&Bar, f64)| format!("{}{}{}", bar.name, number::plain(*value), chart.unit);
    let (Some(most), Some(least)) = (reported.first(), reported.last()) else {
        return words::titled(&chart.head, &[nothing(chart).0.to_owned()]);
    };
    let mut parts = vec![format!("{}个单位中{}个已报", chart.bars.len(), reported.len())];
    match reported.len() {
        1 => parts.push(quantity(most)),
        _ if most.1 == least.1 => parts.push(format!("都是{}{}", number::plain(most.1), chart.unit)),
        _ => parts.extend([format!("最高为{}", quantity(most)), format!("最低为{}", quantity(least))]),
    }
    parts.extend(words::lights(chart.bars.iter().map(|bar| bar.light), "个"));
    words::titled(&chart.head, &parts)
}

/// Returns the numbers of the bars.
pub fn table(chart: &Bars) -> Table {
    let chart = &clean(chart);
    let of = |name: &str| words::column(name, &chart.unit);
    let row = |bar: &Bar| {
        let value = bar.value.map_or("未报".to_owned(), |value| number::plain(value.get()));
        vec![bar.name.clone(), value, words::figure(bar.target), bar.light.zh().to_owned()]
    };
    Table { columns: vec!["单位".into(), of("实际值"), of("目标"), "亮灯".into()], rows: chart.bars.iter().map(row).collect() }
}
