//! The texts within the plot, and where there is room for them.

use super::Trend;
use super::draw::Curve;
use super::plot::target_labels;
use crate::message;
use crate::place::{Area, Room, Spot};
use crate::plot::Plot;
use crate::sheet::{Sheet, Text};
use crate::theme;
use crate::typeface::{Weight, width};
use plotters::style::text_anchor::HPos;

/// The texts within the plot, each in its place.
#[derive(Default)]
pub struct Labels {
    /// The current period's value.
    pub current: Vec<Text>,
    /// Other values: the last one, and those that fit.
    pub values: Vec<Text>,
    /// What is to be said of the current period.
    pub note: Vec<Text>,
    /// 未报, above the axis.
    pub unreported: Vec<Text>,
    /// Names of lines and the baseline.
    pub names: Vec<Text>,
    /// Why there is nothing to see.
    pub message: Vec<Text>,
}

/// With more values than this only the outstanding ones are written: a swarm of numbers is not read.
const FEW: usize = 16;

/// Finds the place of every text; what matters most chooses first.
pub fn place(plot: &Plot, chart: &Trend, curve: &Curve, sheet: &Sheet) -> Labels {
    let em = sheet.em();
    let mut room = Room::new(
        Area {
            left: plot.field.left + 0.1 * em,
            top: plot.field.top - 0.3 * em,
            right: sheet.area().right - 0.4 * em,
            bottom: plot.field.bottom - 0.2 * em,
        },
        theme::CLEARANCE * em,
    );
    let mut labels = Labels::default();
    occupy(&mut room, plot, chart, curve, sheet);
    // A target's label so long that it begins in the plot comes first; the grey says it too, and so does its key.
    let targets: Vec<Area> = target_labels(plot, chart, sheet.area()).iter().map(Text::area).collect();
    let is_clear = |text: &Text| !targets.iter().any(|target| target.meets(text.area()));
    labels.unreported = curve.gaps.iter().filter_map(|gap| unreported(gap, em)).filter(is_clear).collect();
    labels.unreported.iter().for_each(|text| room.take(text.area()));
    labels.message = nothing(&mut room, plot, chart, em);

    let value = |i: usize, size: f32, weight| {
        let words = chart.points[i].value.map(|value| plot.label(value)).unwrap_or_default();
        Text::beside((0.0, 0.0), HPos::Center, words, size, weight)
    };
    let last = curve.dots.last().map(|(i, ..)| *i);
    let dot = |i: usize| curve.dots.iter().find(|(dot, ..)| *dot == i).copied();
    if let Some((i, spot, radius)) = chart.current.and_then(dot) {
        let text = value(i, 1.2 * em, Weight::Bold);
        labels.current.extend(find_anyway(&mut room, around(&text, spot, radius, &FAR)));
    }
    labels.note.extend(chart.note.as_ref().and_then(|note| {
        let text = Text::beside((0.0, 0.0), HPos::Center, note.text.as_str(), em, Weight::Bold);
        find_anyway(&mut room, note_places(&text, plot, chart, curve, em))
    }));
    if let Some((i, spot, radius)) = last.filter(|last| chart.current != Some(*last)).and_then(dot) {
        labels.values.extend(find_anyway(&mut room, around(&value(i, em, Weight::Regular), spot, radius, &FAR)));
    }
    if curve.expected.len() > 1 {
        labels.names.extend(find(&mut room, along(&curve.expected, chart.expected_name(), em)));
    }
    if let Some(before) = chart.before.as_ref().filter(|_| curve.before.len() > 1) {
        labels.names.extend(find(&mut room, along(&curve.before, &before.label, em)));
    }
    if let ([_, end], Some(value)) = (curve.forecast.as_slice(), chart.forecast) {
        let words = format!("到期约{}", plot.label(value));
        let text = Text::beside((0.0, 0.0), HPos::Center, words, em, Weight::Regular);
        labels.names.extend(find(&mut room, around(&text, *end, 0.0, &NEAR)));
    }
    labels.names.extend(chart.baseline.filter(|baseline| baseline.get() != 0.0).and_then(|baseline| {
        let words = format!("基期{}", plot.label(baseline));
        let text = Text::beside((0.0, 0.0), HPos::Center, words, em, Weight::Regular);
        find(&mut room, around(&text, plot.spot(0.0, baseline.get()), 0.0, &NEAR))
    }));
    let others: Vec<_> = optional(chart, curve, last).into_iter().filter_map(dot).collect();
    let place = |dot: &(usize, Spot, f32), distance, side| at_side(&value(dot.0, em, Weight::Regular), dot.1, dot.2, distance, side);
    // Labels all on one side of a curve read as a row: the side on which most of them fit comes first.
    let mut sides: Vec<usize> = (0..SIDES).collect();
    sides.sort_by_cached_key(|side| std::cmp::Reverse(others.iter().filter(|dot| room.suits(place(dot, NEAR[0], *side).area())).count()));
    for dot in &others {
        let places = NEAR.iter().flat_map(|distance| sides.iter().map(|side| place(dot, *distance, *side))).collect();
        labels.values.extend(find(&mut room, places));
    }
    labels
}

/// Notes what labels must keep clear of.
fn occupy(room: &mut Room, plot: &Plot, chart: &Trend, curve: &Curve, sheet: &Sheet) {
    let em = sheet.em();
    curve.runs.iter().for_each(|run| room.draw_line(run));
    curve.dots.iter().for_each(|(_, spot, radius)| room.take(Area::around(*spot, *radius)));
    room.draw_line(&curve.expected);
    room.draw_line(&curve.before);
    room.draw_line(&curve.forecast);
    room.draw_line(&curve.lag.map_or(Vec::new(), |(value, due)| vec![value, due]));
    for gap in &curve.gaps {
        // Closer together than any label is wide: texts stay out of the grey.
        let stripes = ((gap.right - gap.left) / em).ceil();
        for x in (0..=stripes as usize).map(|i| gap.left + (gap.right - gap.left) * i as f32 / stripes) {
            room.draw_line(&[(x, gap.top), (x, gap.bottom)]);
        }
    }
    for value in chart.target.iter().flat_map(|target| [Some(target.value), target.upper]).flatten() {
        room.draw_line(&[plot.spot(0.0, value.get()), plot.spot(1.0, value.get())]);
    }
    target_labels(plot, chart, sheet.area()).iter().for_each(|text| room.take(text.area().grown(0.1 * em)));
}

/// Returns the word in the column of periods nobody reported, if it is wide enough.
fn unreported(gap: &Area, em: f32) -> Option<Text> {
    let text = Text::beside(((gap.left + gap.right) / 2.0, gap.bottom - 0.9 * em), HPos::Center, "未报", em, Weight::Regular);
    (text.width() < gap.right - gap.left).then_some(text)
}

/// Returns the other values to write if they fit: all of few, of many the largest and the smallest.
fn optional(chart: &Trend, curve: &Curve, last: Option<usize>) -> Vec<usize> {
    let mut others: Vec<usize> = curve.dots.iter().map(|(i, ..)| *i).filter(|i| Some(*i) != last && Some(*i) != chart.current).collect();
    if curve.dots.len() > FEW {
        let value = |i: &usize| chart.points[*i].value.map_or(0.0, |value| value.get());
        let largest = others.iter().copied().max_by(|a, b| value(a).total_cmp(&value(b)));
        let smallest = others.iter().copied().min_by(|a, b| value(a).total_cmp(&value(b)));
        return largest.into_iter().chain(smallest).collect();
    }
    others.reverse();
    others
}

/// Distances from the dot to the label, in em; the first just over the clearance, or the dot itself would be in the way.
const NEAR: [f32; 2] = [0.22, 0.5];
const FAR: [f32; 6] = [0.22, 0.6, 1.2, 2.0, 3.2, 5.0];

/// How many sides a dot has.
const SIDES: usize = 9;

/// Returns a label at one side of a dot: above, below on the right, below, right …, the better ones first.
fn at_side(text: &Text, (x, y): Spot, radius: f32, distance: f32, side: usize) -> Text {
    let away = radius + distance * text.size;
    let (beside, over) = (text.width() / 2.0 + away, text.size * 0.45 + away);
    let (dx, dy): (f32, f32) = match side {
        0 => (0.0, -over),
        1 => (beside, over * 0.7),
        2 => (0.0, over),
        3 => (beside, 0.0),
        4 => (beside, -over * 0.5),
        5 => (beside, -over),
        6 => (-beside, -over * 0.7),
        7 => (-beside, over),
        _ => (-beside, 0.0),
    };
    Text::beside((x + dx, y + dy), HPos::Center, text.words.clone(), text.size, text.weight)
}

/// Returns a label's places around a dot, the best first.
fn around(text: &Text, dot: Spot, radius: f32, distances: &[f32]) -> Vec<Text> {
    distances.iter().flat_map(|distance| (0..SIDES).map(|side| at_side(text, dot, radius, *distance, side))).collect()
}

/// Returns the note's places: beside the line from value to due, else around the current dot or in the top left corner.
fn note_places(text: &Text, plot: &Plot, chart: &Trend, curve: &Curve, em: f32) -> Vec<Text> {
    let half = text.width() / 2.0 + 0.5 * em;
    let mut places = Vec::new();
    if let Some((value, due)) = curve.lag {
        for share in [0.85, 0.6, 0.4, 1.0, 1.15, 0.2] {
            let y = value.1 + (due.1 - value.1) * share;
            places.extend([-half, half].map(|dx| Text::beside((value.0 + dx, y), HPos::Center, text.words.clone(), em, text.weight)));
        }
    }
    let current = chart.current.and_then(|i| curve.dots.iter().find(|(dot, ..)| *dot == i));
    places.extend(current.into_iter().flat_map(|(_, spot, radius)| around(text, *spot, *radius, &FAR)));
    let corner = (plot.field.left + half, plot.field.top + 1.0 * em);
    places.push(Text::beside(corner, HPos::Center, text.words.clone(), em, text.weight));
    places
}

/// Returns places of a line's name along it: above it to the left, then below it to the right.
fn along(path: &[Spot], words: &str, em: f32) -> Vec<Text> {
    let (from, to) = (path[0], path[path.len() - 1]);
    let half = width(words, Weight::Regular) * em / 2.0 + 0.4 * em;
    let middle = |share: f32| path_at(path, from.0 + (to.0 - from.0) * share);
    [0.3, 0.25, 0.35, 0.2, 0.4, 0.45, 0.5, 0.15, 0.6, 0.7, 0.8, 0.9]
        .into_iter()
        .flat_map(|share| {
            let (x, y) = middle(share);
            [(x - half, y - 0.75 * em), (x, y - 0.95 * em), (x + half, y - 0.75 * em), (x + half, y + 0.75 * em), (x, y + 0.9 * em)]
        })
        .map(|place| Text::beside(place, HPos::Center, words, em, Weight::Regular))
        .collect()
}

/// Returns the place on a path at a distance from the left.
fn path_at(path: &[Spot], x: f32) -> Spot {
    let (a, b) = path.windows(2).map(|pair| (pair[0], pair[1])).find(|(_, b)| b.0 >= x).unwrap_or((path[0], path[path.len() - 1]));
    let share = if b.0 > a.0 { (x - a.0) / (b.0 - a.0) } else { 0.0 };
    (x, a.1 + (b.1 - a.1) * share)
}

fn find(room: &mut Room, places: Vec<Text>) -> Option<Text> {
    room.find(&areas(&places)).map(|i| places[i].clone())
}

fn find_anyway(room: &mut Room, places: Vec<Text>) -> Option<Text> {
    room.find_even_on_lines(&areas(&places)).map(|i| places[i].clone())
}

fn areas(places: &[Text]) -> Vec<Area> {
    places.iter().map(Text::area).collect()
}

/// Returns what is said where nothing was reported, clear of the lines if there is such a place.
fn nothing(room: &mut Room, plot: &Plot, chart: &Trend, em: f32) -> Vec<Text> {
    if chart.points.iter().any(|point| point.value.is_some()) {
        return Vec::new();
    }
    let why = match (chart.points.first(), chart.current.map(|i| &chart.points[i])) {
        (None, _) => "这个指标在计划期内没有期次，请检查起止日期".to_owned(),
        (Some(first), Some(current)) if first.label != current.label => {
            format!("{}至{}均未填报，填报后显示走势", first.label, current.label)
        }
        (_, Some(current)) => format!("{}未填报，填报后显示走势", current.label),
        _ => "各期均未填报，填报后显示走势".to_owned(),
    };
    let places: Vec<[Text; 2]> = [(0.5, 0.5), (0.35, 0.3), (0.3, 0.25), (0.7, 0.75), (0.5, 0.3)]
        .into_iter()
        .map(|place| message::texts(plot.field, em, place, "尚无填报数据", &why))
        .collect();
    let areas: Vec<Area> = places.iter().map(|[first, second]| first.area().with(second.area())).collect();
    if let Some(found) = room.find_even_on_lines(&areas) {
        return places[found].to_vec();
    }
    // On a very small sheet the reason goes first, for no figure may be hidden; the description says it all the same.
    let firsts: Vec<Area> = places.iter().map(|[first, _]| first.area()).collect();
    room.find_even_on_lines(&firsts).map(|found| places[found][..1].to_vec()).unwrap_or_default()
}
