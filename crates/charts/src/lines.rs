//! Several courses on one plot: told apart by dash and marker, named at their ends.

use crate::head;
use crate::number;
use crate::place::{Area, Spot, spread};
use crate::plot::{self, Plot, Shown};
use crate::rows;
use crate::sheet::{Sheet, Stroke, Text};
use crate::typeface::{Weight, cut, printable, widest, width};
use crate::{Lines, Series, Svg, Table, Target, message, sign, theme, words};
use domain::Amount;
use plotters::style::text_anchor::HPos;

/// Draws the lines.
pub fn draw(chart: &Lines, sheet: Sheet) -> Svg {
    let chart = &clean(chart);
    head::framed(sheet, &chart.head, &describe(chart), nothing(chart), |sheet, top| lines(sheet, chart, top))
}

/// Returns the chart with printable texts, moments that never go back, and a value or a gap for every period.
pub fn clean(chart: &Lines) -> Lines {
    let mut earliest = 0.0;
    let period = |(name, at): &(String, f64)| {
        earliest = if *at > earliest { at.min(1.0) } else { earliest };
        (printable(name), earliest)
    };
    let periods: Vec<(String, f64)> = chart.periods.iter().map(period).collect();
    let values = |series: &Series| (0..periods.len()).map(|i| series.values.get(i).copied().flatten()).collect();
    Lines {
        head: chart.head.clean(),
        unit: printable(&chart.unit),
        current: chart.current.filter(|i| *i < periods.len()),
        series: chart.series.iter().map(|one| Series { name: printable(&one.name), values: values(one) }).collect(),
        target: chart.target.clone().map(|target| Target { label: printable(&target.label), ..target }),
        periods,
    }
}

/// Returns why there is nothing to draw.
pub fn nothing(chart: &Lines) -> Option<(&'static str, &'static str)> {
    if chart.series.is_empty() {
        Some(("没有可以比较的数据", "选择单位或年份后显示"))
    } else if chart.periods.is_empty() {
        Some(("没有期次", "这个指标在计划期内没有期次，请检查起止日期"))
    } else if chart.series.iter().flat_map(|one| &one.values).all(Option::is_none) {
        Some(("尚无填报数据", "各期均未填报，填报后显示走势"))
    } else {
        None
    }
}

/// Returns the axis all lines share.
pub fn axis(chart: &Lines, lines: f32) -> (crate::axis::Axis, number::Scale) {
    let reported = chart.series.iter().flat_map(|one| &one.values).flatten().copied();
    let values: Vec<f64> = reported.chain(targets(chart)).map(Amount::get).collect();
    let rate = chart.unit.contains(['%', '‰', '％']);
    let whole = !rate && values.iter().all(|value| value.fract() == 0.0);
    plot::axis(&Shown { values: &values, unit: &chart.unit, state: rate, whole, lines })
}

/// Returns the values at which there is a line of the target.
pub fn targets(chart: &Lines) -> impl Iterator<Item = Amount> {
    chart.target.iter().flat_map(|target| [Some(target.value), target.upper]).flatten()
}

/// Returns how many decimals show every value.
pub fn decimals(chart: &Lines, scale: &number::Scale) -> usize {
    plot::decimals(chart.series.iter().flat_map(|one| &one.values).flatten().map(|value| value.get()), scale)
}

/// Returns how many periods are drawn: what is still to come has nothing to compare.
pub fn shown(chart: &Lines) -> usize {
    let last = chart.series.iter().filter_map(|one| one.values.iter().rposition(Option::is_some)).max();
    last.max(chart.current).map_or(0, |last| last + 1)
}

/// Returns the periods drawn, the last of them at the end of the axis.
pub fn periods(chart: &Lines) -> Vec<(String, f64)> {
    let shown = &chart.periods[..shown(chart)];
    let end = shown.last().map_or(1.0, |(_, at)| *at).max(f64::MIN_POSITIVE);
    shown.iter().map(|(name, at)| (name.clone(), at / end)).collect()
}

/// Returns the stretches of a course without a gap.
pub fn runs(plot: &Plot, periods: &[(String, f64)], values: &[Option<Amount>]) -> Vec<Vec<Spot>> {
    let spots: Vec<Option<Spot>> =
        periods.iter().zip(values).map(|((_, at), value)| value.map(|value| plot.spot(*at, value.get()))).collect();
    spots.split(Option::is_none).map(|run| run.iter().flatten().copied().collect::<Vec<_>>()).filter(|run| !run.is_empty()).collect()
}

/// The end of a line: its name and last value, wanted at the height of its last dot.
struct End {
    /// Which series; none for the target.
    of: Option<usize>,
    words: String,
    /// The last dot.
    dot: Spot,
}

/// A plot narrower than this, in em, shows no course.
const NARROWEST: f32 = 8.0;

fn lines(sheet: &mut Sheet, chart: &Lines, top: f32) {
    let em = sheet.em();
    let inner = head::inner(sheet);
    let scales = axis(chart, (inner.bottom - top) / em - 5.0);
    let (drawn, silent): (Vec<usize>, Vec<usize>) =
        (0..chart.series.len()).partition(|i| chart.series[*i].values.iter().any(Option::is_some));
    let top = head::caption(sheet, top, &plot::caption(&scales.0, &scales.1), &[]);
    let field = Area { top: top + 0.6 * em, bottom: inner.bottom - (1.0 + theme::LINE) * em, ..inner };
    let (size, most) = ends_that_fit(em, field.bottom - field.top, drawn.len(), targets(chart).count());
    let (drawn, left_out) = drawn.split_at(drawn.len().min(most));
    let decimals = decimals(chart, &scales.1);
    let left = inner.left + (plot::numbers_width(&scales.0, &scales.1) + theme::GAP) * em;
    let lead = 1.5 * size;
    let room = (inner.right - left) * 0.38 - lead;
    let names = names(chart, drawn, &scales.1, decimals, room / size);
    let targets = target_words(chart, &scales.1);
    let right = inner.right - widest(names.iter().chain(targets.iter().map(|(words, _)| words)), Weight::Bold) * size - lead;
    if right < left + NARROWEST * em {
        return message::too_small(sheet, top);
    }
    write_left_out(sheet, chart, left_out, &silent, inner.bottom);
    let plot = Plot::new(Area { left, right, ..field }, scales, decimals, em);
    let periods = periods(chart);
    plot.mark_periods(sheet, &periods.iter().map(|(_, at)| *at).collect::<Vec<_>>());
    plot.draw_grid(sheet);
    plot.write_numbers(sheet);
    plot.draw_axis(sheet);
    plot::write_periods(sheet, &plot, &periods, chart.current, plot.field.bottom + em);
    draw_target(sheet, &plot, chart);
    let end = |(words, value): (String, f64)| End { of: None, words, dot: plot.spot(1.0, value) };
    let mut ends: Vec<End> = targets.into_iter().map(end).collect();
    for (n, &i) in drawn.iter().enumerate().rev() {
        let runs = runs(&plot, &periods, &chart.series[i].values);
        draw_one(sheet, &runs, n, periods.len());
        if let Some(dot) = runs.last().and_then(|run| run.last()) {
            ends.push(End { of: Some(n), words: names[n].clone(), dot: *dot });
        }
    }
    write_ends(sheet, &plot, ends, size, lead);
}

/// Returns the type size of the names at the ends, and how many lines can have theirs in such a height beside those of the
/// targets: it is the names that decide how many lines there can be.
fn ends_that_fit(em: f32, height: f32, lines: usize, targets: usize) -> (f32, usize) {
    let room = height / rows::LINE;
    let mut sizes = [1.0, 0.85, 0.7, 0.6].map(|share| rows::size(em, share)).into_iter();
    let size = sizes.find(|size| (lines + targets) as f32 * size <= room).unwrap_or(rows::size(em, theme::SMALLEST));
    (size, ((room / size).floor() as usize).saturating_sub(targets).max(1))
}

/// Returns what stands at the ends of lines: a name, cut where it must be, and its last value, which never is.
fn names(chart: &Lines, drawn: &[usize], scale: &number::Scale, decimals: usize, room: f32) -> Vec<String> {
    let end = shown(chart) - 1;
    let words = |i: &usize| {
        let series = &chart.series[*i];
        let last = series.values.iter().rposition(Option::is_some).unwrap_or(0);
        let value = series.values[last].map_or(String::new(), |value| scale.label(value.get(), decimals));
        // A line that ends early has no value for the period looked at.
        let when = if last < end && chart.current == Some(end) {
            format!("（{}）", cut(&chart.periods[last].0, Weight::Bold, 6.0))
        } else {
            String::new()
        };
        let figure = format!(" {value}{when}");
        format!("{}{figure}", cut(&series.name, Weight::Bold, (room - width(&figure, Weight::Bold)).max(2.0)))
    };
    drawn.iter().map(words).collect()
}

fn draw_target(sheet: &mut Sheet, plot: &Plot, chart: &Lines) {
    sheet.layer("target", Stroke::Dashed, |pen| {
        for value in targets(chart) {
            pen.line(&[plot.spot(0.0, value.get()), plot.spot(1.0, value.get())], theme::INK, theme::REFERENCE);
        }
    });
}

/// Returns the words at the ends of the target's lines, and their values.
fn target_words(chart: &Lines, scale: &number::Scale) -> Vec<(String, f64)> {
    let Some(target) = &chart.target else { return Vec::new() };
    let words = |label: &str, value: Amount| {
        let figure = scale.label(value.get(), number::decimals(value.get() / scale.divisor));
        (format!("{}{figure}", cut(label, Weight::Bold, 6.0)), value.get())
    };
    [words(&target.label, target.value)].into_iter().chain(target.upper.map(|upper| words("上限", upper))).collect()
}

fn draw_one(sheet: &mut Sheet, runs: &[Vec<Spot>], n: usize, periods: usize) {
    let em = sheet.em();
    let color = theme::LINES[n % theme::LINES.len()];
    // The first line matters most.
    let width = if n == 0 { theme::SERIES * 1.3 } else { theme::SERIES };
    sheet.layer("series", Stroke::Pattern(n), |pen| runs.iter().filter(|run| run.len() > 1).for_each(|run| pen.line(run, color, width)));
    let every = periods.div_ceil(18);
    let last = runs.iter().map(Vec::len).sum::<usize>().saturating_sub(1);
    sheet.layer("markers", Stroke::Solid, |pen| {
        for (i, spot) in runs.iter().flatten().enumerate() {
            let alone = runs.iter().any(|run| run.len() == 1 && run[0] == *spot);
            if alone || i == last || (last - i).is_multiple_of(every) {
                sign::marker(pen, marker(n), *spot, theme::DOT * em * 1.1, color);
            }
        }
    });
}

/// Returns the marker of a line; it moves on once all dashes have been used.
fn marker(n: usize) -> usize {
    n + n / theme::PATTERNS.len()
}

/// Writes the names at the ends as near to their dots as each other allow, and joins them.
fn write_ends(sheet: &mut Sheet, plot: &Plot, mut ends: Vec<End>, size: f32, lead: f32) {
    ends.sort_by(|a, b| a.dot.1.total_cmp(&b.dot.1));
    let wanted: Vec<f32> = ends.iter().map(|end| end.dot.1).collect();
    let heights = spread(&wanted, rows::LINE * size, plot.field.top, plot.field.bottom);
    let column = plot.field.right + lead;
    for (end, y) in ends.iter().zip(heights) {
        let color = end.of.map_or(theme::INK, |n| theme::LINES[n % theme::LINES.len()]);
        let bend = column - 0.75 * lead;
        let mut path = vec![end.dot];
        path.extend([(bend.max(end.dot.0), end.dot.1), (column - 0.42 * lead, y)]);
        // In dots, or it would be taken for values that stay the same.
        sheet.layer("leaders", Stroke::Dotted, |pen| pen.line(&path, color, theme::HAIRLINE * 1.5));
        sheet.layer("names", Stroke::Solid, |pen| {
            pen.write(&Text::beside((column, y), HPos::Left, end.words.as_str(), size, Weight::Bold), color);
        });
        if let Some(n) = end.of {
            sheet.layer("leaders", Stroke::Solid, |pen| sign::marker(pen, marker(n), (column - 0.4 * size, y), 0.2 * size, color));
        }
    }
}

/// Writes below the plot which lines could not be drawn, and who reported nothing.
fn write_left_out(sheet: &mut Sheet, chart: &Lines, left_out: &[usize], silent: &[usize], bottom: f32) {
    let em = sheet.em();
    let inner = head::inner(sheet);
    let names = |which: &[usize]| which.iter().map(|i| chart.series[*i].name.as_str()).collect::<Vec<_>>().join("、");
    let mut parts = Vec::new();
    parts.extend((!left_out.is_empty()).then(|| format!("还有{}条线未画出：{}", left_out.len(), names(left_out))));
    parts.extend((!silent.is_empty()).then(|| format!("未报{}个：{}", silent.len(), names(silent))));
    if parts.is_empty() {
        return;
    }
    let size = rows::size(em, 0.8);
    let words = cut(&parts.join("；"), Weight::Regular, (inner.right - inner.left) / size);
    let text = Text::beside((inner.left, bottom - 0.2 * em), HPos::Left, words, size, Weight::Regular);
    sheet.layer("more", Stroke::Solid, |pen| pen.write(&text, theme::INK_2));
}

/// Returns the courses in a sentence: 9个单位7月：最高为澜湖区430个，最低为桐坞县12个，1个未报.
pub fn describe(chart: &Lines) -> String {
    let chart = &clean(chart);
    if let Some((what, _)) = nothing(chart) {
        return words::titled(&chart.head, &[what.to_owned()]);
    }
    let at = chart.current.unwrap_or(shown(chart) - 1);
    let mut values: Vec<(&Series, f64)> = chart.series.iter().filter_map(|one| Some((one, one.values[at]?.get()))).collect();
    values.sort_by(|a, b| b.1.total_cmp(&a.1));
    let quantity = |(series, value): &(&Series, f64)| format!("{}{}{}", series.name, number::plain(*value), chart.unit);
    let period = &chart.periods[at].0;
    let mut parts = vec![format!("{}条线，{}至{period}", chart.series.len(), chart.periods[0].0)];
    match values.as_slice() {
        [] => parts.push(format!("{period}均未报")),
        [one] => parts.push(format!("{period}{}", quantity(one))),
        [most, .., least] => parts.extend([format!("{period}最高为{}", quantity(most)), format!("最低为{}", quantity(least))]),
    }
    if let Some(target) = &chart.target {
        parts.push(format!("{}{}{}", target.label, number::plain(target.value.get()), chart.unit));
    }
    let silent = chart.series.len() - values.len();
    parts.extend((silent > 0 && !values.is_empty()).then(|| format!("{silent}个未报")));
    words::titled(&chart.head, &parts)
}

/// Returns the values, a row a period and a column a course.
pub fn table(chart: &Lines) -> Table {
    let chart = &clean(chart);
    let row = |(i, (name, _)): (usize, &(String, f64))| {
        let values = chart.series.iter().map(|one| words::figure(one.values[i]));
        [name.clone()].into_iter().chain(values).collect()
    };
    Table {
        columns: ["期次".to_owned()].into_iter().chain(chart.series.iter().map(|one| words::column(&one.name, &chart.unit))).collect(),
        rows: chart.periods.iter().enumerate().map(row).collect(),
    }
}
