//! The figures beside the chart: the light, and what it was judged by.

use super::{Fact, Slide, look};
use crate::place::Area;
use crate::sheet::{Sheet, Stroke, Text};
use crate::typeface::{Weight, cut, width};
use crate::{sign, theme};
use plotters::style::text_anchor::HPos;

/// More than this would be read by nobody.
const MOST: usize = 5;

/// Draws the light and the figures below it.
pub fn draw(sheet: &mut Sheet, slide: &Slide, column: Area, u: f32) {
    let facts = &slide.facts[..slide.facts.len().min(MOST)];
    let many = facts.len() > 3;
    let pitch = if many { 5.2 } else { 7.4 } * u;
    let mut y = column.top + 0.6 * u;
    if let Some((light, word)) = &slide.verdict {
        let size = 4.0 * u;
        let middle = y + size * 0.62;
        let words = cut(word, Weight::Bold, (column.right - column.left) / size - 1.3);
        sheet.layer("light", Stroke::Solid, |pen| sign::draw(pen, *light, (column.left + 1.8 * u, middle), 1.7 * u));
        let text = Text::beside((column.left + 4.7 * u, middle), HPos::Left, words, size, Weight::Bold);
        sheet.layer("verdict", Stroke::Solid, |pen| pen.write(&text, theme::INK));
        y = middle + size * 0.62 + 0.5 * u;
        line(sheet, column, y, look::RULE * u);
    } else {
        line(sheet, column, y, look::RULE * u);
    }
    for (at, fact) in facts.iter().enumerate() {
        y += pitch;
        write(sheet, fact, column, y, u, many);
        let last = at + 1 == facts.len();
        line(sheet, column, y, if last { 0.12 * u } else { 0.06 * u });
    }
}

fn write(sheet: &mut Sheet, fact: &Fact, column: Area, bottom: f32, u: f32, many: bool) {
    let (large, small, name) = if many { (3.6 * u, 2.0 * u, 2.2 * u) } else { (5.0 * u, 2.0 * u, 2.4 * u) };
    let base = bottom - 1.2 * u;
    let unit = Text { words: fact.unit.clone(), at: (column.right, base), side: HPos::Right, size: small, weight: Weight::Bold };
    let room = column.right - column.left - unit.width() - 0.4 * u;
    let named = width(&fact.name, Weight::Regular) * name + 1.0 * u + if fact.light.is_some() { 2.6 * u } else { 0.0 };
    // A number is never cut: a long one is set smaller, beside or above its name.
    let wanted = width(&fact.value, Weight::Bold);
    let size = large.min((room - named).max(room * 0.45) / wanted.max(0.1));
    let at = column.right - unit.width() - if fact.unit.is_empty() { 0.0 } else { 0.4 * u };
    let value = Text { words: fact.value.clone(), at: (at, base), side: HPos::Right, size, weight: Weight::Bold };
    let tone = fact.tone.map_or(theme::INK, theme::tone);
    let mut left = column.left;
    if let Some(light) = fact.light {
        sheet.layer("light", Stroke::Solid, |pen| sign::draw(pen, light, (left + 1.1 * u, base - 0.36 * name), 1.0 * u));
        left += 2.9 * u;
    }
    let words = cut(&fact.name, Weight::Regular, (value.area().left - left - 0.5 * u) / name);
    let label = Text { words, at: (left, base), side: HPos::Left, size: name, weight: Weight::Regular };
    sheet.layer("fact", Stroke::Solid, |pen| {
        pen.write(&label, theme::INK_2);
        pen.write(&value, tone);
        pen.write(&unit, tone);
    });
}

fn line(sheet: &mut Sheet, column: Area, y: f32, thick: f32) {
    sheet.layer("rule", Stroke::Solid, |pen| pen.block(Area { top: y, bottom: y + thick.max(1.0), ..column }, theme::INK));
}
