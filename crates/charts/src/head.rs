//! What stands above the plot: title, subtitle, and a row of what the numbers count and what the signs mean.

use crate::place::Area;
use crate::sheet::{Sheet, Stroke, Text};
use crate::typeface::{Weight, cut, printable, wrap};
use crate::{Head, Svg, message, sign, theme};
use domain::judge::Light;
use plotters::style::{RGBColor, text_anchor::HPos};

/// Returns the sheet without its margin.
pub fn inner(sheet: &Sheet) -> Area {
    sheet.area().grown(-theme::MARGIN * sheet.em())
}

impl Head {
    /// Returns the head with printable texts.
    pub(crate) fn clean(&self) -> Head {
        Head { title: printable(&self.title), subtitle: printable(&self.subtitle) }
    }
}

/// Returns a chart with its head: what `draw` puts below a height, or where there is nothing to see, that and why.
pub fn framed(mut sheet: Sheet, head: &Head, said: &str, nothing: Option<(&str, &str)>, draw: impl FnOnce(&mut Sheet, f32)) -> Svg {
    let top = write(&mut sheet, &head.title, &head.subtitle);
    match nothing {
        Some((what, why)) => message::write(&mut sheet, top, what, why),
        None => draw(&mut sheet, top),
    }
    sheet.finish(&head.title, said)
}

/// Writes title and subtitle and returns where they end.
pub fn write(sheet: &mut Sheet, title: &str, subtitle: &str) -> f32 {
    let em = sheet.em();
    let inner = inner(sheet);
    let room = (inner.right - inner.left) / em;
    let mut top = inner.top;
    let mut line = |words: &str, size: f32, weight: Weight| {
        let text = Text::beside((inner.left, top + theme::LINE * size / 2.0), HPos::Left, words, size, weight);
        top += theme::LINE * size;
        text
    };
    // Two lines of title would leave a low chart nothing to show.
    let lines = if inner.bottom - inner.top < 18.0 * em { 1 } else { 2 };
    let title: Vec<Text> =
        wrap(title, Weight::Bold, room / theme::TITLE, lines).iter().map(|words| line(words, theme::TITLE * em, Weight::Bold)).collect();
    let subtitle = (!subtitle.is_empty()).then(|| line(&cut(subtitle, Weight::Regular, room), em, Weight::Regular));
    sheet.layer("title", Stroke::Solid, |pen| title.iter().for_each(|text| pen.write(text, theme::INK)));
    sheet.layer("subtitle", Stroke::Solid, |pen| subtitle.iter().for_each(|text| pen.write(text, theme::INK_3)));
    top
}

/// How an entry of the legend is drawn.
#[derive(Clone, Copy, PartialEq)]
pub enum Sign {
    /// A line with a dot: what was reported.
    Series,
    /// A line.
    Line(Stroke, RGBColor),
    /// A filled patch.
    Patch(RGBColor),
    /// A piece of thick axis: frozen periods.
    Axis,
    /// A mark across a bar.
    Mark,
    /// A light.
    Light(Light),
}

/// Writes the row of caption and legend below `top`, and returns where it ends. As many entries as fit, the first ones.
pub fn caption(sheet: &mut Sheet, top: f32, words: &str, entries: &[(Sign, &str)]) -> f32 {
    let em = sheet.em();
    let inner = inner(sheet);
    let row = top + 0.35 * em + theme::LINE * em / 2.0;
    let words = cut(words, Weight::Regular, (inner.right - inner.left) / em * 0.6);
    let caption = Text::beside((inner.left, row), HPos::Left, words, em, Weight::Regular);
    legend(sheet, entries, Area { left: caption.area().right, top: row, right: inner.right, bottom: row });
    sheet.layer("unit", Stroke::Solid, |pen| pen.write(&caption, theme::INK_3));
    row + theme::LINE * em / 2.0
}

/// Draws the legend at the right end of a row.
fn legend(sheet: &mut Sheet, entries: &[(Sign, &str)], row: Area) {
    let em = sheet.em();
    let text = |words: &str| Text::beside((0.0, row.top), HPos::Left, words, em, Weight::Regular);
    let sample = |sign: Sign| if matches!(sign, Sign::Light(_) | Sign::Mark) { 0.8 * em } else { 2.0 * em };
    let apart = 1.3 * em;
    let wide = |(sign, words): &(Sign, &str)| sample(*sign) + theme::GAP * em + text(words).width() + apart;
    let all = |entries: &[(Sign, &str)]| entries.iter().map(wide).sum::<f32>();
    let fits = (0..=entries.len()).rev().find(|n| all(&entries[..*n]) <= row.right - row.left).unwrap_or(0);
    let mut left = row.right + apart - all(&entries[..fits]);
    for entry in &entries[..fits] {
        let (sign, words) = *entry;
        let area = Area { left, top: row.top - 0.4 * em, right: left + sample(sign), bottom: row.top + 0.4 * em };
        draw(sheet, sign, area);
        let label = Text { at: (area.right + theme::GAP * em, text(words).at.1), ..text(words) };
        sheet.layer("legend", Stroke::Solid, |pen| pen.write(&label, theme::INK_2));
        left += wide(entry);
    }
}

/// Returns the entries of a legend for the lights that are there, problems first.
pub fn lights(is_there: impl Fn(Light) -> bool) -> impl Iterator<Item = (Sign, &'static str)> {
    sign::ORDER.into_iter().filter(move |light| is_there(*light)).map(|light| (Sign::Light(light), light.zh()))
}

fn draw(sheet: &mut Sheet, sign: Sign, area: Area) {
    let em = sheet.em();
    let middle = ((area.left + area.right) / 2.0, (area.top + area.bottom) / 2.0);
    let ends = [(area.left, middle.1), (area.right, middle.1)];
    let stroke = if let Sign::Line(stroke, _) = sign { stroke } else { Stroke::Solid };
    sheet.layer("legend", stroke, |pen| match sign {
        Sign::Series => {
            pen.line(&ends, theme::ACCENT, theme::SERIES);
            pen.dot(middle, theme::ACCENT, theme::DOT * em);
        }
        Sign::Line(_, color) => pen.line(&ends, color, theme::REFERENCE),
        Sign::Patch(color) => pen.block(Area { left: area.left + 0.5 * em, ..area }, color),
        Sign::Axis => pen.line(&ends, theme::INK, theme::FROZEN),
        Sign::Mark => pen.line(&[(middle.0, area.top), (middle.0, area.bottom)], theme::INK, theme::MARK),
        Sign::Light(light) => sign::draw(pen, light, middle, 0.42 * em),
    });
}
