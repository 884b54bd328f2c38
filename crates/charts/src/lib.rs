//! Charts: numbers in, SVG out, and a PNG of the SVG.
//!
//! Here: [`Chart`], of which every kind can be drawn at a size, said in a sentence and written as a table; [`trend()`], the
//! course of one indicator through its periods; [`png()`], which draws with fonts inside the program, so Chinese is right on a
//! machine that has none.
//!
//! Not here: judging, rolling up, files, the clock, words about a light. Whatever is shown comes in as an argument.
//! Start at [`Chart`]; `docs/charts.md` shows every kind. The look (colours, widths, type) is in `theme.rs` alone.

#[cfg(test)]
extern crate self as charts;

mod axis;
mod bars;
mod bullets;
mod encode;
mod head;
mod heat;
mod kinds;
mod league;
mod lines;
mod message;
mod multiples;
mod number;
mod paper;
mod pdf;
mod place;
mod plot;
mod png;
mod rate;
mod rows;
mod sections;
mod sheet;
mod sign;
mod slide;
#[cfg(test)]
mod tests;
mod theme;
mod timeline;
mod trend;
mod typeface;
mod words;

pub use kinds::{
    Bar, Bars, Bullet, Bullets, Chart, Head, Heat, HeatRow, League, LeagueRow, Lines, Node, NodeState, Rate, SectionLights, Sections,
    Series, Table, Timeline,
};
pub use paper::{Paper, Spoken, Talk, pages};
pub use pdf::pdf;
pub use png::{Error, png};
pub use slide::{Body, Column, Fact, Row, Rows, Run, Slide};
pub use trend::{Before, Note, Point, Target, Tone, Trend, describe, trend};

/// How large a chart is, in the pixels of a screen at 100 %. Type and lines grow with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// From left to right.
    pub width: u32,
    /// From top to bottom.
    pub height: u32,
}

impl Size {
    /// A projector's or a slide's full screen.
    pub const SCREEN: Size = Size { width: 1920, height: 1080 };
}

/// A chart as the text of an SVG file. Only this crate makes one, so it is always well formed.
#[derive(Clone, Debug, PartialEq)]
pub struct Svg {
    text: String,
    spots: Vec<Datum>,
}

/// Where on a chart a row of its table is shown, or one figure of the row, in shares of the chart's width and height.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Datum {
    /// Which row, from 0.
    pub row: usize,
    /// Which column, from 0, where only that figure of the row is shown there; none for the whole row.
    pub column: Option<usize>,
    /// From its left to its right.
    pub left: f32,
    /// From its top to its bottom.
    pub top: f32,
    /// See `left`.
    pub right: f32,
    /// See `top`.
    pub bottom: f32,
}

impl Svg {
    /// Returns the text of the file.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Returns where the rows of its table are shown, for a page that points at one, in the order they are looked at: of small
    /// plots one after the other.
    pub fn spots(&self) -> &[Datum] {
        &self.spots
    }

    /// Returns the text of the file.
    pub fn into_string(self) -> String {
        self.text
    }
}
