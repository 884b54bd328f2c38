//! The course of one indicator: what was reported, period by period, against target and time.

mod draw;
mod header;
mod labels;
mod plot;
mod sentence;
#[cfg(test)]
mod tests;

use crate::sheet::Sheet;
use crate::{Size, Svg, typeface};
use domain::{Amount, ValueKind};

pub(crate) use draw::draw_within;
use header::series_name;
pub use sentence::describe;
pub(crate) use sentence::table;

/// One indicator through its periods.
#[derive(Clone, Debug, PartialEq)]
pub struct Trend {
    /// The indicator, e.g. 新增托位. Wrapped to two lines, then cut; empty for none.
    pub title: String,
    /// What the figures are and are not, e.g. 云州市；桐坞县未报，不计入. Cut to one line; empty for none.
    pub subtitle: String,
    /// The unit of measure, e.g. 个, %, 人次; empty where there is none.
    pub unit: String,
    /// What a value means: 累计, 当期 …
    pub kind: ValueKind,
    /// Every period of the plan in order of time, the coming ones too.
    pub points: Vec<Point>,
    /// Which of the points is the period being looked at; none for all of them alike.
    pub current: Option<usize>,
    /// The value at the start of time, from which the line sets out: a baseline, or 0 for what is counted from 0.
    pub baseline: Option<Amount>,
    /// What is to be reached.
    pub target: Option<Target>,
    /// The time-progress line (序时进度): moments from 0.0 to 1.0 in order, and the value due then; empty for none.
    pub expected: Vec<(f64, Amount)>,
    /// The same indicator in an earlier plan.
    pub before: Option<Before>,
    /// The value projected to the end of time from the last report; none where nothing is projected.
    pub forecast: Option<Amount>,
    /// One finding about the current period, e.g. 落后17.3个百分点.
    pub note: Option<Note>,
}

/// One period on the time axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// Its short name, e.g. 1月.
    pub label: String,
    /// The share of the plan's time that has passed at its end: 0.0 the first day, 1.0 the last.
    pub at: f64,
    /// What was reported. None is a gap in the line, never 0.
    pub value: Option<Amount>,
    /// Whether the period is frozen (已冻结): its figures are final.
    pub frozen: bool,
}

/// The course of the indicator an earlier one goes on from.
#[derive(Clone, Debug, PartialEq)]
pub struct Before {
    /// What its line is called, e.g. 上年同期.
    pub label: String,
    /// Moments of this plan from 0.0 to 1.0 in order, and the value at the same moment then.
    pub values: Vec<(f64, Amount)>,
}

/// The value to be reached.
#[derive(Clone, Debug, PartialEq)]
pub struct Target {
    /// The word before the number, e.g. 目标.
    pub label: String,
    /// The target; the lower bound of a range.
    pub value: Amount,
    /// The upper bound of a range.
    pub upper: Option<Amount>,
}

/// A short finding about the current period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Its words, e.g. 落后17.3个百分点.
    pub text: String,
    /// How it is coloured; the words must say the same.
    pub tone: Tone,
}

/// How a finding is meant. The four ink colours of the lights.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Red: behind.
    Bad,
    /// Yellow: slightly behind.
    Warning,
    /// Green: on time or ahead.
    Good,
    /// Grey: neither.
    Plain,
}

/// Draws the trend at a size. Any numbers give a chart; without a reported value it says 尚无填报数据, and why.
pub fn trend(chart: &Trend, size: Size) -> Svg {
    draw_on(chart, Sheet::new(size))
}

/// The same on a sheet.
pub(crate) fn draw_on(chart: &Trend, sheet: Sheet) -> Svg {
    draw::draw(&chart.clean(), sheet)
}

impl Trend {
    /// Returns the trend with printable texts, moments that never go back, and a current period that exists.
    pub(crate) fn clean(&self) -> Trend {
        let mut chart = self.clone();
        for text in [&mut chart.title, &mut chart.subtitle, &mut chart.unit] {
            *text = typeface::printable(text);
        }
        let mut earliest = 0.0;
        for point in &mut chart.points {
            point.label = typeface::printable(&point.label);
            // A moment that is not a number compares as false and falls back to the one before.
            point.at = if point.at > earliest { point.at.min(1.0) } else { earliest };
            earliest = point.at;
        }
        chart.before.iter_mut().for_each(|before| before.label = typeface::printable(&before.label));
        for line in chart.before.iter_mut().map(|before| &mut before.values).chain([&mut chart.expected]) {
            line.retain(|(at, _)| (0.0..=1.0).contains(at));
            line.sort_by(|a, b| a.0.total_cmp(&b.0));
        }
        chart.current = chart.current.filter(|&i| i < chart.points.len());
        if let Some(target) = &mut chart.target {
            target.label = typeface::printable(&target.label);
        }
        if let Some(note) = &mut chart.note {
            note.text = typeface::printable(&note.text);
        }
        chart.note = chart.note.take().filter(|note| !note.text.is_empty());
        chart
    }

    /// Returns what the line of expected values is called: straight through time, or as planned.
    fn expected_name(&self) -> &'static str {
        if self.expected.len() > 2 { "计划进度" } else { "序时进度" }
    }

    /// Returns what is due at a moment, between the given moments in proportion.
    fn expected_at(&self, at: f64) -> Option<f64> {
        let after = self.expected.iter().position(|(moment, _)| *moment >= at)?;
        let (end, due) = (self.expected[after].0, self.expected[after].1.get());
        if end == at {
            return Some(due);
        }
        let (start, before) = self.expected.get(after.checked_sub(1)?).map(|(moment, value)| (*moment, value.get()))?;
        Some(before + (due - before) * (at - start) / (end - start))
    }

    /// Returns the values of the earlier plan; empty where there is none.
    fn before(&self) -> &[(f64, Amount)] {
        self.before.as_ref().map_or(&[], |before| &before.values)
    }

    /// Returns true if everything given is a whole number: then half a thing is never shown.
    fn counts(&self) -> bool {
        let given = self.points.iter().filter_map(|point| point.value).chain(self.target.iter().map(|target| target.value));
        !self.unit.contains(['%', '‰', '％']) && given.clone().next().is_some() && given.into_iter().all(|v| v.get().fract() == 0.0)
    }

    /// Returns which points lie in the past and have no value: those up to the current or the last reported one.
    fn unreported(&self) -> impl Iterator<Item = usize> + '_ {
        let last = self.points.iter().rposition(|point| point.value.is_some());
        // Where nothing at all was reported the chart says so in words.
        let end = last.map_or(0, |last| last.max(self.current.unwrap_or(0)) + 1);
        (0..end).filter(|&i| self.points[i].value.is_none())
    }
}
