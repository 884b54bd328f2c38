//! What stands in the plot where there is nothing to see: that there is nothing, and why.

use crate::place::Area;
use crate::sheet::{Sheet, Stroke, Text};
use crate::theme;
use crate::typeface::{Weight, cut};
use plotters::style::text_anchor::HPos;

/// Returns both lines about a share of the way across and down a field.
pub fn texts(field: Area, em: f32, (across, down): (f32, f32), what: &str, why: &str) -> [Text; 2] {
    let wide = (field.right - field.left) / em;
    let (x, y) = (field.left + (field.right - field.left) * across, field.top + (field.bottom - field.top) * down);
    let what = cut(what, Weight::Bold, wide / 1.3);
    [
        Text::beside((x, y - 0.9 * em), HPos::Center, what, 1.3 * em, Weight::Bold),
        Text::beside((x, y + 0.9 * em), HPos::Center, cut(why, Weight::Regular, wide), em, Weight::Regular),
    ]
}

/// Says that the sheet has no room for the figures.
pub fn too_small(sheet: &mut Sheet, top: f32) {
    write(sheet, top, "图太小，数字放不下", "放大后显示，数字见数据表");
}

/// Writes both lines in the middle of an empty plot below `top`.
pub fn write(sheet: &mut Sheet, top: f32, what: &str, why: &str) {
    let field = Area { top, ..crate::head::inner(sheet) };
    let texts = texts(field, sheet.em(), (0.5, 0.45), what, why);
    sheet.layer("message", Stroke::Solid, |pen| texts.iter().for_each(|text| pen.write(text, theme::INK_2)));
}
