//! The look of every chart. The only place where a colour, a width or a type size is written as a number.
//!
//! Colours are those of the window's light theme. Widths and distances are multiples of the type size (em).

use crate::{NodeState, Size, Tone};
use domain::judge::Light;
use plotters::style::RGBColor;

/// The sheet.
pub const PAPER: RGBColor = RGBColor(0xff, 0xff, 0xff);
/// Text, the axis, the target.
pub const INK: RGBColor = RGBColor(0x1a, 0x1d, 0x21);
/// Text that goes with other text.
pub const INK_2: RGBColor = RGBColor(0x45, 0x4b, 0x52);
/// Hints, numbers of an axis.
pub const INK_3: RGBColor = RGBColor(0x5b, 0x62, 0x69);
/// Grid lines.
pub const GRID: RGBColor = RGBColor(0xe6, 0xe9, 0xec);
/// Behind a period nobody reported.
pub const GROUND: RGBColor = RGBColor(0xee, 0xf1, 0xf3);
/// What was reported a plan earlier: there to compare with, lighter than all that is of this plan.
pub const BEFORE: RGBColor = RGBColor(0x9a, 0xa2, 0xaa);
/// What was reported.
pub const ACCENT: RGBColor = RGBColor(0x1b, 0x48, 0x76);

/// Bars: slate, so that colour stays with the lights.
pub const BAR: RGBColor = RGBColor(0x5f, 0x74, 0x88);
/// The way a bar has still to go.
pub const TRACK: RGBColor = RGBColor(0xe6, 0xe9, 0xec);
/// Hairlines between rows.
pub const RULE: RGBColor = RGBColor(0xd5, 0xd9, 0xdd);

/// What a light's sign is drawn with.
#[derive(Clone, Copy, Debug)]
pub struct LightInk {
    /// Its hue. Darkest to lightest: done, red, green, yellow, grey, so that they differ in grey print too.
    pub fill: RGBColor,
    /// Its outline, over 5:1 on paper.
    pub edge: RGBColor,
    /// Text and signs on the fill.
    pub on: RGBColor,
}

/// Returns the colours of a light.
pub fn light(light: Light) -> LightInk {
    let (fill, edge, on) = match light {
        Light::Done => (ACCENT, RGBColor(0x12, 0x34, 0x5a), PAPER),
        Light::Green => (RGBColor(0x5c, 0xc0, 0x8e), RGBColor(0x1b, 0x6b, 0x45), INK),
        Light::Yellow => (RGBColor(0xf7, 0xc3, 0x31), RGBColor(0x7a, 0x5a, 0x00), INK),
        Light::Red => (RGBColor(0xb0, 0x1e, 0x1e), RGBColor(0x7f, 0x14, 0x14), PAPER),
        Light::Grey => (PAPER, RGBColor(0x64, 0x6b, 0x73), INK_2),
    };
    LightInk { fill, edge, on }
}

/// Returns the pale colour of what is missing up to what is due.
pub fn gap(light: Light) -> RGBColor {
    match light {
        Light::Red => RGBColor(0xe9, 0xbc, 0xbc),
        Light::Yellow => RGBColor(0xf6, 0xe0, 0xa0),
        _ => RGBColor(0xcd, 0xd3, 0xd9),
    }
}

/// Returns the light whose sign stands for a node.
pub fn state(state: NodeState) -> Light {
    match state {
        NodeState::Done => Light::Done,
        NodeState::Overdue => Light::Red,
        NodeState::Open => Light::Grey,
    }
}

/// Inks of several lines on one plot. Dash and marker tell them apart as well; none is a light's colour.
pub const LINES: [RGBColor; 5] =
    [ACCENT, RGBColor(0x8a, 0x4b, 0x12), RGBColor(0x0f, 0x6f, 0x78), RGBColor(0x6b, 0x3f, 0x7a), RGBColor(0x4a, 0x52, 0x5a)];
/// Their dashes: drawn, left out …; the first is drawn through.
pub const PATTERNS: [&[f32]; 5] = [&[], &[0.7, 0.25], &[0.25, 0.25], &[0.9, 0.22, 0.18, 0.22], &[0.5, 0.2, 0.15, 0.2, 0.15, 0.2]];

/// Returns the ink of a finding.
pub fn tone(tone: Tone) -> RGBColor {
    match tone {
        Tone::Bad => RGBColor(0xb0, 0x1e, 0x1e),
        Tone::Warning => RGBColor(0x7a, 0x5a, 0x00),
        Tone::Good => RGBColor(0x1b, 0x6b, 0x45),
        Tone::Plain => INK_2,
    }
}

/// The title's type.
pub const TITLE: f32 = 1.5;
/// From one line of text to the next.
pub const LINE: f32 = 1.45;
/// White around the chart.
pub const MARGIN: f32 = 1.1;
/// Between things that stand side by side.
pub const GAP: f32 = 0.45;

/// The line of what was reported.
pub const SERIES: f32 = 0.11;
/// Target and time progress.
pub const REFERENCE: f32 = 0.085;
/// The axis.
pub const AXIS: f32 = 0.05;
/// The axis under frozen periods.
pub const FROZEN: f32 = 0.2;
/// A mark across a bar: a target, what is due.
pub const MARK: f32 = 0.13;
/// Grid lines.
pub const HAIRLINE: f32 = 0.04;
/// Radius of a dot.
pub const DOT: f32 = 0.2;
/// Radius of the current period's dot.
pub const DOT_CURRENT: f32 = 0.3;
/// Between a label and what it must not touch.
pub const CLEARANCE: f32 = 0.18;
/// White around text that crosses a line.
pub const HALO: f32 = 0.3;
/// Dashes of the target line: drawn, left out.
pub const DASHES: (f32, f32) = (0.42, 0.28);
/// Dots of the time-progress line. WebKit draws nothing for a dash much shorter than this.
pub const DOTS: (f32, f32) = (0.05, 0.19);

/// The smallest share of the type size that rows shrink to when there are many.
pub const SMALLEST: f32 = 0.4;
/// No type is smaller than that of the window's tables, in pixels.
pub const LEAST: f32 = 12.0;

/// Returns the type size: as large as 60 characters in a line and 34 lines allow, for reading from the back row;
/// never smaller than in the window's tables.
pub fn type_size(size: Size) -> f32 {
    (size.width as f32 / 60.0).min(size.height as f32 / 34.0).max(LEAST)
}

/// The type of the window's tables where the window is large, in pixels.
const PAGE_MOST: f32 = 14.0;

/// Returns the type size of a chart within a page of the window: that of the page, however long the chart is.
pub fn page_type(size: Size) -> f32 {
    (size.width as f32 / 90.0).clamp(LEAST, PAGE_MOST)
}
