//! Where things lie: the axes of the trend, the field between them, and the labels of the target.

use super::Trend;
use crate::axis::Axis;
use crate::number::{self, Scale};
use crate::place::Area;
use crate::plot::{self, Plot, Shown};
use crate::sheet::Text;
use crate::theme;
use crate::typeface::{Weight, cut, width};
use domain::{Amount, ValueKind};
use plotters::style::text_anchor::HPos;

/// Returns the value axis and the scale of its numbers, for a plot so many lines of type high.
pub fn axis(chart: &Trend, lines: f32) -> (Axis, Scale) {
    let target = chart.target.iter().flat_map(|target| [Some(target.value), target.upper]).flatten();
    let given = chart.points.iter().filter_map(|point| point.value).chain(chart.baseline).chain(chart.forecast).chain(target);
    let values: Vec<f64> =
        given.chain(chart.expected.iter().chain(chart.before()).map(|(_, value)| *value)).map(|value| value.get()).collect();
    // What is counted up grows from 0; a rate of 95 to 97 % does not.
    let state = matches!(chart.kind, ValueKind::Point | ValueKind::Rate);
    let (mut axis, scale) = plot::axis(&Shown { values: &values, unit: &chart.unit, state, whole: chart.counts(), lines });
    if values.iter().all(|v| *v == 0.0) && chart.points.iter().all(|point| point.value.is_none()) {
        // Numbers would claim something about an empty sheet.
        axis.ticks.clear();
    }
    (axis, scale)
}

/// Lays the plot out within an area, with room for numbers (at least so many em) on the left, periods below and target labels on the right.
pub fn lay_out(chart: &Trend, (axis, scale): (Axis, Scale), inner: Area, least: f32, em: f32) -> Plot {
    let widest = |texts: &mut dyn Iterator<Item = f32>| texts.fold(0.0, f32::max) * em;
    let targets = widest(&mut target_words(chart, &scale).iter().map(|(words, _)| width(words, Weight::Bold) + theme::GAP));
    let last = widest(&mut chart.points.last().iter().map(|point| width(&point.label, Weight::Bold) / 2.0));
    let left = inner.left + (plot::numbers_width(&axis, &scale) + theme::GAP).max(least) * em;
    // However long the labels are, the curve keeps more than half of the width.
    let right = (inner.right - targets.max(last).max(em)).max(left + (inner.right - left) * 0.55);
    let bottom = (inner.bottom - theme::LINE * em).max(inner.top + 2.0 * em);
    let field = Area { left, top: inner.top + 0.6 * em, right, bottom };
    let decimals = plot::decimals(chart.points.iter().filter_map(|point| point.value).map(Amount::get), &scale);
    Plot::new(field, (axis, scale), decimals, em)
}

/// Returns the labels of the target at its line's right end; those of a narrow range are moved apart.
/// None leaves the sheet.
pub fn target_labels(plot: &Plot, chart: &Trend, sheet: Area) -> Vec<Text> {
    let words = target_words(chart, &plot.scale);
    let mut heights: Vec<f32> = words.iter().map(|(_, value)| plot.spot(1.0, *value).1).collect();
    let line = 1.2 * plot.size;
    if let [lower, upper] = &mut heights[..]
        && *lower - *upper < line
    {
        let middle = ((*lower + *upper) / 2.0).min(plot.field.bottom - line / 2.0).max(plot.field.top + line / 2.0);
        (*lower, *upper) = (middle + line / 2.0, middle - line / 2.0);
    }
    let x = plot.field.right + theme::GAP * plot.size;
    let label = |((words, _), y): ((String, f64), f32)| {
        let most = sheet.right - theme::GAP * plot.size - width(&words, Weight::Bold) * plot.size;
        Text::beside((x.min(most), y), HPos::Left, words, plot.size, Weight::Bold)
    };
    words.into_iter().zip(heights).map(label).collect()
}

/// Returns the words at the target's lines, the lower one first.
fn target_words(chart: &Trend, scale: &Scale) -> Vec<(String, f64)> {
    let Some(target) = &chart.target else { return Vec::new() };
    let words = |label: &str, value: Amount| {
        let number = scale.label(value.get(), number::decimals(value.get() / scale.divisor));
        (format!("{}{number}", cut(label, Weight::Bold, 8.0)), value.get())
    };
    let upper = target.upper.map(|upper| words("上限", upper));
    [words(&target.label, target.value)].into_iter().chain(upper).collect()
}
