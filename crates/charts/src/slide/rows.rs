//! A table on a slide: few rows, large type.

use super::{Rows, look};
use crate::place::Area;
use crate::sheet::{Sheet, Stroke, Text};
use crate::typeface::{Weight, cut};
use crate::{sign, theme};
use plotters::style::text_anchor::HPos;

/// Draws the table.
pub fn draw(sheet: &mut Sheet, table: &Rows, stage: Area, u: f32) {
    // Few rows have room to be read from further away.
    let few = table.rows.len() <= Rows::MOST / 2;
    let size = if few { look::ROWS } else { look::TEXT } * u;
    let lit = table.rows.iter().any(|row| row.light.is_some());
    let left = stage.left + if lit { 3.2 * u } else { 0.0 };
    let shares: f32 = table.columns.iter().map(|column| column.share).sum();
    let wide = |share: f32| (stage.right - left) * share / shares.max(0.1);
    let mut edges = vec![left];
    for column in &table.columns {
        edges.push(edges.last().copied().unwrap_or(left) + wide(column.share));
    }
    let pitch = ((stage.bottom - stage.top) / (Rows::MOST as f32 + 1.0)).clamp(3.0 * u, 4.2 * u) * if few { 1.3 } else { 1.0 };
    let rule = |sheet: &mut Sheet, y: f32, thick: f32| {
        sheet.layer("rule", Stroke::Solid, |pen| pen.block(Area { top: y, bottom: y + (thick * u).max(1.0), ..stage }, theme::INK));
    };
    let cell = |words: &str, at: usize, y: f32, weight: Weight| {
        let room = (edges[at + 1] - edges[at] - 1.2 * u) / size;
        Text::beside((edges[at], y), HPos::Left, cut(words, weight, room), size, weight)
    };
    rule(sheet, stage.top, 0.16);
    let middle = stage.top + pitch / 2.0;
    sheet.layer("heads", Stroke::Solid, |pen| {
        table.columns.iter().enumerate().for_each(|(at, column)| pen.write(&cell(&column.head, at, middle, Weight::Bold), theme::INK_2));
    });
    let mut y = stage.top + pitch;
    rule(sheet, y, 0.06);
    for row in table.rows.iter().take(Rows::MOST) {
        if let Some(light) = row.light {
            sheet.layer("light", Stroke::Solid, |pen| sign::draw(pen, light, (stage.left + 1.2 * u, y + pitch / 2.0), 0.95 * u));
        }
        let middle = y + pitch / 2.0;
        sheet.layer("row", Stroke::Solid, |pen| {
            let cells = row.cells.iter().take(table.columns.len()).enumerate();
            cells.for_each(|(at, words)| pen.write(&cell(words, at, middle, Weight::Regular), theme::INK));
        });
        y += pitch;
        sheet.layer("rule", Stroke::Solid, |pen| pen.block(Area { top: y, bottom: y + (0.05 * u).max(1.0), ..stage }, theme::GRID));
    }
    rule(sheet, y, 0.1);
}
