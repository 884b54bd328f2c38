//! What to say at the slides of a meeting (讲稿), on upright sheets of A4: each slide small, beside it its words.

use super::{LINE, MARGIN, TITLE, TYPE, foot};
use crate::place::{Area, Spot};
use crate::sheet::{Sheet, Stroke, Text};
use crate::typeface::{Weight, cut, printable, wrap};
use crate::{Size, Slide, Svg, theme};
use plotters::style::text_anchor::HPos;

/// A4 upright, 210×297 mm at 96 pixels an inch.
pub(super) const UPRIGHT: Size = Size { width: 794, height: 1123 };
/// How wide a slide's picture is: 90 mm, so that its headline can still be read in the hand.
const PICTURE: f32 = 340.0;
/// Between the picture and the words.
const GAP: f32 = 20.0;
/// Between two slides; half of it is above the line that parts them.
const BETWEEN: f32 = 26.0;
/// The type of what is said: 10.5 points, 五号, to be read standing.
const SAID: f32 = 14.0;
/// From one of its lines to the next (em).
const PITCH: f32 = 1.55;
/// How far the words of a point stand in behind its dot (em).
const INDENT: f32 = 0.9;

/// What a presenter takes along: the slides, and what to say at each.
#[derive(Clone, Debug, PartialEq)]
pub struct Talk {
    /// What stands above every sheet: the plan; wrapped to two lines.
    pub title: String,
    /// What it is of, beneath the title: the period.
    pub line: String,
    /// The shape of the slides' sheet.
    pub size: Size,
    /// The slides in their order.
    pub slides: Vec<Spoken>,
}

/// A slide and what to say at it.
#[derive(Clone, Debug, PartialEq)]
pub struct Spoken {
    /// The slide as it is shown.
    pub slide: Slide,
    /// What it is called.
    pub name: String,
    /// What to say, a point each.
    pub says: Vec<String>,
}

/// A line of words.
struct Line {
    words: String,
    size: f32,
    weight: Weight,
    /// True if a point begins here.
    begins: bool,
    indent: f32,
}

/// What stands of one slide on one sheet.
#[derive(Default)]
struct Part {
    picture: Option<(usize, Area)>,
    words: Vec<Text>,
    dots: Vec<Spot>,
    /// Where the line is that parts it from the slide above.
    rule: Option<f32>,
}

impl Talk {
    /// Returns the sheets, numbered. Nothing is cut: a slide that fits on a sheet stands on one, and what is said at length goes on
    /// on the next.
    pub fn pages(&self) -> Vec<Svg> {
        let leaves = self.fill();
        let all = leaves.len();
        leaves.iter().enumerate().map(|(at, leaf)| self.drawn(leaf, at + 1, all)).collect()
    }

    fn fill(&self) -> Vec<Vec<Part>> {
        let height = PICTURE * self.size.height as f32 / self.size.width.max(1) as f32;
        let (top, bottom) = (self.top(), UPRIGHT.height as f32 - MARGIN);
        let left = MARGIN + PICTURE + GAP;
        let mut leaves: Vec<Vec<Part>> = vec![Vec::new()];
        let mut y = top;
        for (at, spoken) in self.slides.iter().enumerate() {
            let lines = lines(at + 1, spoken);
            let words: f32 = lines.iter().map(Line::height).sum();
            let whole = words.max(height);
            let is_fresh = leaves.last().is_some_and(Vec::is_empty);
            let fits = y + whole <= bottom;
            // What fits on no sheet begins where there is room for its picture.
            let begins = whole > bottom - top && y + height <= bottom;
            if !is_fresh && !fits && !begins {
                leaves.push(Vec::new());
                y = top;
            }
            let leaf = leaves.last_mut().expect("there is a first sheet");
            let rule = (!leaf.is_empty()).then_some(y - BETWEEN / 2.0);
            let picture = Area { left: MARGIN, top: y, right: MARGIN + PICTURE, bottom: y + height };
            leaf.push(Part { picture: Some((at, picture)), rule, ..Part::default() });
            let mut lowest = picture.bottom;
            for line in lines {
                if y + line.height() > bottom {
                    leaves.push(vec![Part::default()]);
                    (y, lowest) = (top, top);
                    let name = cut(&format!("第{}张 {}（续）", at + 1, printable(&spoken.name)), Weight::Regular, room() / TYPE);
                    y = put(&mut leaves, Line { words: name, size: TYPE, weight: Weight::Regular, begins: false, indent: 0.0 }, left, y);
                }
                y = put(&mut leaves, line, left, y);
            }
            y = y.max(lowest) + BETWEEN;
        }
        leaves
    }

    /// Returns the lines of the title.
    fn title(&self) -> Vec<String> {
        wrap(&printable(&self.title), Weight::Bold, (UPRIGHT.width as f32 - 2.0 * MARGIN) / TITLE, 2)
    }

    /// Returns where there is room beneath title and line.
    fn top(&self) -> f32 {
        MARGIN + self.title().len() as f32 * TITLE * LINE + 3.0 * TYPE
    }

    fn drawn(&self, leaf: &[Part], number: usize, of: usize) -> Svg {
        let mut sheet = Sheet::new(UPRIGHT);
        let (left, right) = (MARGIN, UPRIGHT.width as f32 - MARGIN);
        let mut y = MARGIN + TITLE * 0.5;
        let title = self.title().into_iter().map(|words| {
            let text = Text::beside((left, y), HPos::Left, words, TITLE, Weight::Bold);
            y += TITLE * LINE;
            text
        });
        let mut head: Vec<Text> = title.collect();
        let line = cut(&printable(&self.line), Weight::Regular, (right - left) / TYPE);
        head.push(Text::beside((left, y), HPos::Left, line, TYPE, Weight::Regular));
        sheet.layer("head", Stroke::Solid, |pen| head.iter().for_each(|text| pen.write(text, theme::INK)));
        sheet.layer("rules", Stroke::Solid, |pen| {
            pen.edge(&[(left, y + TYPE), (right, y + TYPE)], theme::INK, 1.0);
            leaf.iter().filter_map(|part| part.rule).for_each(|y| pen.edge(&[(left, y), (right, y)], theme::RULE, 0.5));
        });
        for part in leaf {
            if let Some((at, place)) = part.picture {
                sheet.inset("slide", place, &self.slides[at].slide.draw(self.size), self.size);
                sheet.layer("frame", Stroke::Solid, |pen| pen.outline(place, theme::INK_3, 0.5));
            }
            sheet.layer("dots", Stroke::Solid, |pen| part.dots.iter().for_each(|at| pen.dot(*at, theme::INK, SAID * 0.12)));
            sheet.layer("words", Stroke::Solid, |pen| part.words.iter().for_each(|text| pen.write(text, theme::INK)));
        }
        let foot = foot(UPRIGHT, number, of);
        sheet.layer("foot", Stroke::Solid, |pen| pen.write(&foot, theme::INK));
        sheet.finish(&format!("{} {number}", printable(&self.title)), &printable(&self.line))
    }
}

/// Returns how wide the words may be, in pixels.
fn room() -> f32 {
    UPRIGHT.width as f32 - 2.0 * MARGIN - PICTURE - GAP
}

/// Returns what stands beside a slide: which it is, what it is called, its points.
fn lines(number: usize, spoken: &Spoken) -> Vec<Line> {
    let plain = |words: String, size, weight| Line { words, size, weight, begins: false, indent: 0.0 };
    let mut lines = vec![plain(format!("第{number}张"), TYPE, Weight::Regular)];
    let name = wrap(&printable(&spoken.name), Weight::Bold, room() / SAID, usize::MAX);
    lines.extend(name.into_iter().map(|words| plain(words, SAID, Weight::Bold)));
    for point in spoken.says.iter().flat_map(|says| says.lines()) {
        let broken = wrap(&printable(point), Weight::Regular, room() / SAID - INDENT, usize::MAX);
        let line = |(at, words)| Line { words, size: SAID, weight: Weight::Regular, begins: at == 0, indent: INDENT * SAID };
        lines.extend(broken.into_iter().enumerate().map(line));
    }
    lines
}

impl Line {
    fn height(&self) -> f32 {
        self.size * PITCH
    }
}

/// Puts a line at the end of the last sheet and returns where it ends.
fn put(leaves: &mut [Vec<Part>], line: Line, left: f32, y: f32) -> f32 {
    let part = leaves.last_mut().and_then(|leaf| leaf.last_mut()).expect("a slide has begun");
    let (height, middle) = (line.height(), y + line.height() / 2.0);
    if line.begins {
        part.dots.push((left + 0.3 * SAID, middle));
    }
    part.words.push(Text::beside((left + line.indent, middle), HPos::Left, line.words, line.size, line.weight));
    y + height
}

#[cfg(test)]
mod tests;
