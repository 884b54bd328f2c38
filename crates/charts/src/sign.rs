//! The signs of the lights, told by their shapes: ✔ in a circle, ●, ▲, ■, ○.

use crate::place::{Area, Spot};
use crate::sheet::Pen;
use crate::theme;
use domain::judge::Light;
use plotters::style::RGBColor;

/// From the worst to the best, as they stand in a bar: problems first.
pub const ORDER: [Light; 5] = [Light::Red, Light::Yellow, Light::Grey, Light::Green, Light::Done];

/// Draws a light's sign with its colour and outline.
pub fn draw(pen: &Pen, light: Light, at: Spot, radius: f32) {
    let ink = theme::light(light);
    shape(pen, light, at, radius, ink.edge);
    // The outline is what shows of the larger shape.
    shape(pen, light, at, radius * 0.84, ink.fill);
    if light == Light::Done {
        tick(pen, at, radius, ink.on);
    }
}

/// Draws a light's sign in one colour, for a ground that has the light's colour already.
pub fn draw_on(pen: &Pen, light: Light, at: Spot, radius: f32) {
    let ink = theme::light(light);
    match light {
        Light::Done => tick(pen, at, radius * 1.5, ink.on),
        Light::Grey => {
            shape(pen, light, at, radius, ink.edge);
            shape(pen, light, at, radius * 0.7, ink.fill);
        }
        _ => shape(pen, light, at, radius, ink.on),
    }
}

fn shape(pen: &Pen, light: Light, at: Spot, radius: f32, color: RGBColor) {
    match light {
        Light::Done | Light::Green | Light::Grey => pen.dot(at, color, radius),
        Light::Yellow => marker(pen, 2, at, radius, color),
        Light::Red => marker(pen, 1, at, radius, color),
    }
}

fn tick(pen: &Pen, (x, y): Spot, radius: f32, color: RGBColor) {
    let path = [(x - 0.42 * radius, y + 0.02 * radius), (x - 0.1 * radius, y + 0.36 * radius), (x + 0.46 * radius, y - 0.34 * radius)];
    pen.edge(&path, color, (0.24 * radius).max(1.0));
}

/// How many markers there are.
pub const MARKERS: usize = 5;

/// Draws the marker of one of several lines: ● ■ ▲ ◆ ▼, all of one weight to the eye.
pub fn marker(pen: &Pen, which: usize, (x, y): Spot, radius: f32, color: RGBColor) {
    match which % MARKERS {
        0 => pen.dot((x, y), color, radius),
        1 => pen.block(Area::around((x, y), radius * 0.88), color),
        2 => pen.shape(&[(x, y - radius * 1.1), (x + radius * 1.12, y + radius * 0.86), (x - radius * 1.12, y + radius * 0.86)], color),
        3 => pen.shape(&[(x, y - radius * 1.25), (x + radius * 1.25, y), (x, y + radius * 1.25), (x - radius * 1.25, y)], color),
        _ => pen.shape(&[(x, y + radius * 1.1), (x + radius * 1.12, y - radius * 0.86), (x - radius * 1.12, y - radius * 0.86)], color),
    }
}
