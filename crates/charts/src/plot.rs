//! A plot over time: its field, its axes, and the place of every value.

use crate::axis::Axis;
use crate::number::{self, Scale};
use crate::place::{Area, Room, Spot};
use crate::sheet::{STEPS, Sheet, Stroke, Text};
use crate::theme;
use crate::typeface::{Weight, cut, widest, width};
use domain::Amount;
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
    /// Decimals of the values, the same for all of them.
    pub decimals: usize,
    /// The size of its type in pixels.
    pub size: f32,
    coordinates: Cartesian2d<RangedCoordf64, RangedCoordf64>,
}

/// The span of values, as a share of the largest, under which an axis from 0 would show a flat line.
const CLOSE: f64 = 0.35;

/// What an axis has to show.
pub struct Shown<'a> {
    /// Every value that is drawn.
    pub values: &'a [f64],
    /// The unit of measure.
    pub unit: &'a str,
    /// A state such as a rate need not begin at 0; what is counted up grows from 0.
    pub state: bool,
    /// Half a thing is never shown.
    pub whole: bool,
    /// How many lines of type the plot is high: a low one has room for fewer numbers.
    pub lines: f32,
}

/// Returns the value axis and the scale of its numbers.
pub fn axis(shown: &Shown) -> (Axis, Scale) {
    let scale = Scale::new(shown.values.iter().fold(0.0, |largest: f64, v| largest.max(v.abs())), shown.unit);
    let scaled = shown.values.iter().map(|v| v / scale.divisor);
    let (min, max) = scaled.clone().fold((f64::INFINITY, f64::NEG_INFINITY), |(min, max), v| (min.min(v), max.max(v)));
    let whole = shown.whole && scale.divisor == 1.0;
    let intervals = f64::from((shown.lines / 2.4).clamp(2.0, 6.0));
    let axis = if shown.state && min > 0.0 && max > min && max - min < CLOSE * max {
        Axis::close(min, max, intervals, whole)
    } else {
        Axis::from_zero(scaled, intervals, whole)
    };
    (axis, scale)
}

/// Returns how many decimals show all of the values.
pub fn decimals(values: impl Iterator<Item = f64>, scale: &Scale) -> usize {
    values.map(|value| number::decimals(value / scale.divisor)).max().unwrap_or(0)
}

/// Returns what the numbers of the axis count, and a warning where the axis does not begin at 0.
pub fn caption(axis: &Axis, scale: &Scale) -> String {
    let start = (axis.low > 0.0).then(|| format!("纵轴从{}{}起", axis.number(axis.low), scale.suffix));
    [counted_in(scale), start].into_iter().flatten().collect::<Vec<_>>().join("，")
}

/// Returns the unit of the numbers in words, where it does not follow each of them.
pub fn counted_in(scale: &Scale) -> Option<String> {
    (scale.suffix.is_empty() && !scale.unit.is_empty()).then(|| format!("单位：{}", scale.unit))
}

/// Returns how much room the numbers of an axis need beside it, in em.
pub fn numbers_width(axis: &Axis, scale: &Scale) -> f32 {
    widest(axis.ticks.iter().map(|tick| tick_words(axis, scale, *tick)), Weight::Regular)
}

fn tick_words(axis: &Axis, scale: &Scale, tick: f64) -> String {
    format!("{}{}", axis.number(tick), scale.suffix)
}

impl Plot {
    /// Lays a plot out in a field, its type of a size in pixels.
    pub fn new(field: Area, (axis, scale): (Axis, Scale), decimals: usize, size: f32) -> Plot {
        let steps = |pixels: f32| (pixels * STEPS).round() as i32;
        let coordinates =
            Cartesian2d::new(0.0..1.0, axis.low..axis.high, (steps(field.left)..steps(field.right), steps(field.bottom)..steps(field.top)));
        Plot { field, axis, scale, decimals, size, coordinates }
    }

    /// Returns where a value of the chart lies.
    pub fn spot(&self, at: f64, value: f64) -> Spot {
        self.spot_of_scaled(at, value / self.scale.divisor)
    }

    /// Returns where each period lies: all that is nearer to it than to its neighbours.
    pub fn periods(&self, moments: &[f64]) -> Vec<Area> {
        let x = |at: f64| self.spot(at, 0.0).0;
        let between = |a: f64, b: f64| (x(a) + x(b)) / 2.0;
        let around = |(i, at): (usize, &f64)| {
            let left = i.checked_sub(1).map_or(self.field.left, |before| between(moments[before], *at));
            let right = moments.get(i + 1).map_or(self.field.right, |after| between(*at, *after));
            Area { left, right, ..self.field }
        };
        moments.iter().enumerate().map(around).collect()
    }

    /// Notes that the rows of the chart's table are its periods.
    pub fn mark_periods(&self, sheet: &mut Sheet, moments: &[f64]) {
        self.periods(moments).into_iter().enumerate().for_each(|(row, area)| sheet.mark(row, area));
    }

    /// Returns a value as it stands beside its dot.
    pub fn label(&self, value: Amount) -> String {
        self.scale.label(value.get(), self.decimals)
    }

    /// Returns where a number of the axis lies.
    pub fn spot_of_scaled(&self, at: f64, number: f64) -> Spot {
        let (x, y) = self.coordinates.translate(&(at, number));
        (x as f32 / STEPS, y as f32 / STEPS)
    }

    /// Returns the places on both sides of the field at a number of the axis.
    pub fn across(&self, number: f64) -> [Spot; 2] {
        [self.spot_of_scaled(0.0, number), self.spot_of_scaled(1.0, number)]
    }

    /// Draws grid lines and the axis of time.
    pub fn draw_grid(&self, sheet: &mut Sheet) {
        sheet.layer("grid", Stroke::Solid, |pen| {
            self.axis.ticks.iter().for_each(|tick| pen.line(&self.across(*tick), theme::GRID, theme::HAIRLINE));
        });
    }

    /// Writes the numbers beside the axis; on a low plot those that have room.
    pub fn write_numbers(&self, sheet: &mut Sheet) {
        let mut room = Room::new(sheet.area(), 0.1 * self.size);
        sheet.layer("numbers", Stroke::Solid, |pen| {
            for tick in &self.axis.ticks {
                let (x, y) = self.spot_of_scaled(0.0, *tick);
                let words = tick_words(&self.axis, &self.scale, *tick);
                let text = Text::beside((x - theme::GAP * self.size, y), HPos::Right, words, self.size, Weight::Regular);
                if room.find(&[text.area()]).is_some() {
                    pen.write(&text, theme::INK_3);
                }
            }
        });
    }

    /// Draws the axis of time, at 0 where 0 is in sight.
    pub fn draw_axis(&self, sheet: &mut Sheet) {
        let across = self.across(0.0_f64.clamp(self.axis.low, self.axis.high));
        sheet.layer("axis", Stroke::Solid, |pen| pen.line(&across, theme::INK, theme::AXIS));
    }
}

/// Writes the names of the periods at a height: the current and the last one, and as many others as fit evenly.
pub fn write_periods(sheet: &mut Sheet, plot: &Plot, periods: &[(String, f64)], current: Option<usize>, y: f32) {
    for (i, text) in period_names(plot, periods, current, y, sheet.area()) {
        let color = if current == Some(i) { theme::INK } else { theme::INK_2 };
        sheet.layer("periods", Stroke::Solid, |pen| pen.write(&text, color));
    }
}

fn period_names(plot: &Plot, periods: &[(String, f64)], current: Option<usize>, y: f32, area: Area) -> Vec<(usize, Text)> {
    let size = plot.size;
    let mut room = Room::new(area, 0.35 * size);
    let text = |i: usize| {
        let weight = if current == Some(i) { Weight::Bold } else { Weight::Regular };
        let (label, at) = &periods[i];
        let words = cut(label, weight, 10.0);
        // A little more: some letters reach beyond their width.
        let half = (width(&words, weight) / 2.0 + 0.15) * size;
        let x = plot.spot_of_scaled(*at, plot.axis.low).0.clamp(half, (area.right - half).max(half));
        Text::beside((x, y), HPos::Center, words, size, weight)
    };
    let count = periods.len();
    let step = every(plot, count, (0..count).map(|i| text(i).width()).fold(0.0, f32::max));
    let order = current.into_iter().chain(count.checked_sub(1)).chain((0..count).step_by(step));
    order
        .filter_map(|i| {
            let text = text(i);
            room.find(&[text.area()]).map(|_| (i, text))
        })
        .collect()
}

/// Returns of how many periods one can have a text of that width below it.
pub fn every(plot: &Plot, count: usize, widest: f32) -> usize {
    let spacing = (plot.field.right - plot.field.left) / count.max(1) as f32;
    (((widest + 0.8 * plot.size) / spacing).ceil() as usize).max(1)
}
