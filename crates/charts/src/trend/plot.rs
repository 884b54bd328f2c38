//! Where things lie: the field of the plot, its axes, and the place of every value.

use super::Trend;
use crate::axis::Axis;
use crate::number::{self, Scale};
use crate::place::{Area, Spot};
use crate::sheet::{STEPS, Sheet, Text};
use crate::theme;
use crate::typeface::{Weight, cut, width};
use domain::{Amount, ValueKind};
use plotters::coord::{CoordTranslate, cartesian::Cartesian2d, types::RangedCoordf64};
use plotters::style::text_anchor::HPos;

/// The field of the plot.
pub struct Plot {
    /// Between the axes.
    pub field: Area,
    /// The value axis, in scaled numbers.
    pub axis: Axis,
    /// What numbers are divided by, and what they count.
    pub scale: Scale,
    /// Decimals of the reported values, the same for all of them.
    pub decimals: usize,
    em: f32,
    coordinates: Cartesian2d<RangedCoordf64, RangedCoordf64>,
}

/// The span of values, as a share of the largest, under which an axis from 0 would show a flat line.
const CLOSE: f64 = 0.35;

/// Returns the value axis and the scale of its numbers, for a sheet of that height.
pub fn axis(chart: &Trend, sheet: &Sheet) -> (Axis, Scale) {
    let target = chart.target.iter().flat_map(|target| [Some(target.value), target.upper]).flatten();
    let given = chart.points.iter().filter_map(|point| point.value).chain(chart.baseline).chain(chart.forecast).chain(target);
    let given: Vec<f64> =
        given.chain(chart.expected.iter().chain(chart.before()).map(|(_, value)| *value)).map(|value| value.get()).collect();
    let scale = Scale::new(given.iter().fold(0.0, |largest: f64, v| largest.max(v.abs())), &chart.unit);
    let scaled = given.iter().map(|v| v / scale.divisor);
    let (min, max) = scaled.clone().fold((f64::INFINITY, f64::NEG_INFINITY), |(min, max), v| (min.min(v), max.max(v)));
    // What is counted up grows from 0; a rate of 95 to 97 % does not.
    let state = matches!(chart.kind, ValueKind::Point | ValueKind::Rate);
    let whole = chart.counts() && scale.divisor == 1.0;
    // A low chart has room for fewer numbers.
    let intervals = f64::from(((sheet.area().bottom / sheet.em() - 10.0) / 2.4).clamp(2.0, 6.0));
    let mut axis = if state && min > 0.0 && max > min && max - min < CLOSE * max {
        Axis::close(min, max, intervals, whole)
    } else {
        Axis::from_zero(scaled, intervals, whole)
    };
    if given.iter().all(|v| *v == 0.0) && chart.points.iter().all(|point| point.value.is_none()) {
        // Numbers would claim something about an empty sheet.
        axis.ticks.clear();
    }
    (axis, scale)
}

impl Plot {
    /// Lays the plot out below `top`, with room for numbers on the left, periods below and target labels on the right.
    pub fn new(sheet: &Sheet, chart: &Trend, (axis, scale): (Axis, Scale), top: f32) -> Plot {
        let em = sheet.em();
        let inner = sheet.area().grown(-theme::MARGIN * em);
        let widest = |texts: &mut dyn Iterator<Item = f32>| texts.fold(0.0, f32::max) * em;
        let numbers = widest(&mut axis.ticks.iter().map(|tick| width(&format!("{}{}", axis.number(*tick), scale.suffix), Weight::Regular)));
        let targets = widest(&mut target_words(chart, &scale).iter().map(|(words, _)| width(words, Weight::Bold) + theme::GAP));
        let last = widest(&mut chart.points.last().iter().map(|point| width(&point.label, Weight::Bold) / 2.0));
        let left = inner.left + numbers + theme::GAP * em;
        // However long the labels are, the curve keeps more than half of the width.
        let right = (inner.right - targets.max(last).max(em)).max(left + (inner.right - left) * 0.55);
        let field = Area { left, top: top + 0.6 * em, right, bottom: (inner.bottom - theme::LINE * em).max(top + 2.0 * em) };
        let steps = |pixels: f32| (pixels * STEPS).round() as i32;
        let coordinates =
            Cartesian2d::new(0.0..1.0, axis.low..axis.high, (steps(field.left)..steps(field.right), steps(field.bottom)..steps(field.top)));
        let values = chart.points.iter().filter_map(|point| point.value);
        let decimals = values.map(|value| number::decimals(value.get() / scale.divisor)).max().unwrap_or(0);
        Plot { field, axis, scale, decimals, em, coordinates }
    }

    /// Returns where a value of the chart lies.
    pub fn spot(&self, at: f64, value: f64) -> Spot {
        self.spot_of_scaled(at, value / self.scale.divisor)
    }

    /// Returns a reported value as it stands beside its dot.
    pub fn label(&self, value: Amount) -> String {
        self.scale.label(value.get(), self.decimals)
    }

    /// Returns where a number of the axis lies.
    pub fn spot_of_scaled(&self, at: f64, number: f64) -> Spot {
        let (x, y) = self.coordinates.translate(&(at, number));
        (x as f32 / STEPS, y as f32 / STEPS)
    }

    /// Returns the labels of the target at its line's right end; those of a narrow range are moved apart.
    pub fn target_labels(&self, chart: &Trend) -> Vec<Text> {
        let words = target_words(chart, &self.scale);
        let mut heights: Vec<f32> = words.iter().map(|(_, value)| self.spot(1.0, *value).1).collect();
        let line = 1.2 * self.em;
        if let [lower, upper] = &mut heights[..]
            && *lower - *upper < line
        {
            let middle = ((*lower + *upper) / 2.0).min(self.field.bottom - line / 2.0);
            (*lower, *upper) = (middle + line / 2.0, middle - line / 2.0);
        }
        let x = self.field.right + theme::GAP * self.em;
        let label = |((words, _), y)| Text::beside((x, y), HPos::Left, words, self.em, Weight::Bold);
        words.into_iter().zip(heights).map(label).collect()
    }
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
