//! The sheet a chart is drawn on: plotters draws the shapes, this names the layers they lie in.

use crate::typeface::{self, FAMILIES, Weight};
use crate::{
    Datum, Size, Svg,
    place::{Area, Spot},
    theme,
};
use plotters::coord::Shift;
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};

/// plotters counts in whole steps: a tenth of a pixel each, so that nothing is visibly rounded.
pub const STEPS: f32 = 10.0;
/// plotters divides a font's size by this on its way into the file.
const PLOTTERS_FONT: f64 = 1.24;
/// plotters' topmost anchor puts the baseline this far below the given place (em).
const BASELINE: f32 = 0.76;

/// A chart in the making: layers over one another, the first at the bottom.
pub struct Sheet {
    size: Size,
    em: f32,
    layers: String,
    spots: Vec<Datum>,
}

/// How a layer's lines are drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Stroke {
    /// Without interruption.
    Solid,
    /// In dashes.
    Dashed,
    /// In dots.
    Dotted,
    /// In the dashes of one of several lines.
    Pattern(usize),
    /// For text: white around the letters, so that they can be read where a line passes.
    Halo,
}

impl Sheet {
    /// Returns a white sheet for a screen.
    pub fn new(size: Size) -> Sheet {
        Sheet::with_type(size, theme::type_size)
    }

    /// Returns a white sheet within a page of the window.
    pub fn of_page(size: Size) -> Sheet {
        Sheet::with_type(size, theme::page_type)
    }

    fn with_type(size: Size, em: fn(Size) -> f32) -> Sheet {
        // Below this there is no room for a single label.
        let size = Size { width: size.width.clamp(160, 16_000), height: size.height.clamp(90, 16_000) };
        let mut sheet = Sheet { size, em: em(size), layers: String::new(), spots: Vec::new() };
        let whole = sheet.area();
        sheet.layer("paper", Stroke::Solid, |pen| pen.block(whole, theme::PAPER));
        sheet
    }

    /// Returns the type size in pixels.
    pub fn em(&self) -> f32 {
        self.em
    }

    /// Returns the whole sheet.
    pub fn area(&self) -> Area {
        Area { left: 0.0, top: 0.0, right: self.size.width as f32, bottom: self.size.height as f32 }
    }

    /// Draws one layer. Its name becomes the class of its group in the SVG.
    pub fn layer(&mut self, name: &str, stroke: Stroke, draw: impl FnOnce(&Pen)) {
        let steps = |pixels: u32| pixels * STEPS as u32;
        let mut svg = String::new();
        let area = SVGBackend::with_string(&mut svg, (steps(self.size.width), steps(self.size.height))).into_drawing_area();
        let pen = Pen { area, em: self.em };
        draw(&pen);
        pen.area.present().expect("a String takes everything");
        drop(pen);
        let shapes =
            svg.split_once('\n').and_then(|(_, rest)| rest.strip_suffix("</svg>\n")).expect("plotters frames its shapes with <svg>");
        if shapes.is_empty() {
            return;
        }
        // Said once of the whole chart, they make the file half as long.
        let shapes = shapes.replace(" opacity=\"1\"", "").replace(&format!(" font-family=\"{}\"", FAMILIES.replace('\'', "&apos;")), "");
        let em = |share: f32| (share * self.em * STEPS).round();
        // Shapes inherit from their group what plotters cannot say of them.
        let style = match stroke {
            Stroke::Solid => r#"stroke-linejoin="round" stroke-linecap="round""#.to_owned(),
            Stroke::Dashed => format!(r#"stroke-dasharray="{} {}""#, em(theme::DASHES.0), em(theme::DASHES.1)),
            Stroke::Dotted => format!(r#"stroke-linecap="round" stroke-dasharray="{} {}""#, em(theme::DOTS.0), em(theme::DOTS.1)),
            Stroke::Pattern(i) => match theme::PATTERNS[i % theme::PATTERNS.len()] {
                [] => r#"stroke-linejoin="round" stroke-linecap="round""#.to_owned(),
                dashes => {
                    let dashes: Vec<String> = dashes.iter().map(|dash| em(*dash).to_string()).collect();
                    format!(r#"stroke-linejoin="round" stroke-dasharray="{}""#, dashes.join(" "))
                }
            },
            Stroke::Halo => {
                format!(r##"stroke="#ffffff" stroke-width="{}" stroke-linejoin="round" paint-order="stroke""##, em(theme::HALO))
            }
        };
        self.layers.push_str(&format!("<g class=\"{name}\" {style}>\n{shapes}</g>\n"));
    }

    /// Draws a finished chart into a place on this sheet, enlarged or reduced to its width and height; `size` is the chart's own.
    pub fn inset(&mut self, name: &str, place: Area, chart: &Svg, size: Size) {
        let shapes = chart.as_str().split_once("</desc>\n").and_then(|(_, rest)| rest.strip_suffix("</svg>\n"));
        let shapes = shapes.expect("a chart ends its frame with a description");
        let at = |pixels: f32| (pixels * STEPS).round();
        let own = |pixels: u32| pixels * STEPS as u32;
        self.layers.push_str(&format!(
            "<svg class=\"{name}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" viewBox=\"0 0 {} {}\" preserveAspectRatio=\"xMinYMin meet\">\n{shapes}</svg>\n",
            at(place.left),
            at(place.top),
            at(place.right - place.left),
            at(place.bottom - place.top),
            own(size.width),
            own(size.height)
        ));
    }

    /// Notes where on the sheet a row of the chart's table is shown.
    pub fn mark(&mut self, row: usize, area: Area) {
        self.note(row, None, area);
    }

    /// Notes where on the sheet one figure of the chart's table is shown.
    pub fn mark_figure(&mut self, (row, column): (usize, usize), area: Area) {
        self.note(row, Some(column), area);
    }

    fn note(&mut self, row: usize, column: Option<usize>, area: Area) {
        let (width, height) = (self.size.width as f32, self.size.height as f32);
        let share = |at: f32, of: f32| (at / of).clamp(0.0, 1.0);
        let (left, right) = (share(area.left, width), share(area.right, width));
        let (top, bottom) = (share(area.top, height), share(area.bottom, height));
        self.spots.push(Datum { row, column, left, top, right, bottom });
    }

    /// Returns the finished chart with a title and a description for those who do not see it.
    pub fn finish(self, title: &str, description: &str) -> Svg {
        let Size { width, height } = self.size;
        let text = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {} {}\" role=\"img\" font-family=\"{FAMILIES}\">\n\
             <title>{}</title>\n<desc>{}</desc>\n{}</svg>\n",
            width * STEPS as u32,
            height * STEPS as u32,
            escaped(title),
            escaped(description),
            self.layers
        );
        Svg { text, spots: self.spots }
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// Draws into a layer. Places and widths are in pixels.
pub struct Pen<'a> {
    area: DrawingArea<SVGBackend<'a>, Shift>,
    em: f32,
}

impl<'a> Pen<'a> {
    /// Draws a line through the places.
    pub fn line(&self, path: &[Spot], color: RGBColor, width: f32) {
        let path: Vec<_> = path.iter().copied().map(steps).collect();
        self.put(&PathElement::new(path, color.stroke_width((width * self.em * STEPS).round().max(1.0) as u32)));
    }

    /// Draws a dot.
    pub fn dot(&self, at: Spot, color: RGBColor, radius: f32) {
        self.put(&Circle::new(steps(at), (radius * STEPS).round().max(1.0) as u32, color.filled()));
    }

    /// Fills a shape.
    pub fn shape(&self, corners: &[Spot], color: RGBColor) {
        let corners: Vec<_> = corners.iter().copied().map(steps).collect();
        self.put(&Polygon::new(corners, color.filled()));
    }

    /// Draws a line through the places, its width in pixels.
    pub fn edge(&self, path: &[Spot], color: RGBColor, pixels: f32) {
        self.line(path, color, pixels / self.em);
    }

    /// Draws the outline of a rectangle, its width in pixels.
    pub fn outline(&self, area: Area, color: RGBColor, pixels: f32) {
        let Area { left, top, right, bottom } = area;
        self.edge(&[(left, top), (right, top), (right, bottom), (left, bottom), (left, top)], color, pixels);
    }

    /// Fills a rectangle.
    pub fn block(&self, area: Area, color: RGBColor) {
        self.put(&Rectangle::new([steps((area.left, area.top)), steps((area.right, area.bottom))], color.filled()));
    }

    /// Writes a text, if there is any.
    pub fn write(&self, text: &Text, color: RGBColor) {
        if text.words.trim().is_empty() {
            return;
        }
        let style = match text.weight {
            Weight::Regular => FontStyle::Normal,
            Weight::Bold => FontStyle::Bold,
        };
        let font = FontDesc::new(FontFamily::Name(FAMILIES), f64::from((text.size * STEPS).round()) * PLOTTERS_FONT, style);
        let style = TextStyle::from(font).color(&color).pos(Pos::new(text.side, VPos::Top));
        let place = steps((text.at.0, text.at.1 - BASELINE * text.size));
        self.put(&plotters::element::Text::new(text.words.clone(), place, style));
    }

    fn put<'e, E>(&self, element: &'e E)
    where
        &'e E: plotters::element::PointCollection<'e, (i32, i32)>,
        E: plotters::element::Drawable<SVGBackend<'a>>,
    {
        self.area.draw(element).expect("a String takes everything");
    }
}

fn steps((x, y): Spot) -> (i32, i32) {
    ((x * STEPS).round() as i32, (y * STEPS).round() as i32)
}

/// A text and where it stands.
#[derive(Clone)]
pub struct Text {
    /// Its words.
    pub words: String,
    /// On the baseline: its beginning, middle or end, as `side` says.
    pub at: Spot,
    /// Which part of the text stands at the place.
    pub side: HPos,
    /// The type size in pixels.
    pub size: f32,
    /// How heavy it is.
    pub weight: Weight,
}

/// How far Chinese characters reach above and below the baseline (em).
const CHARACTERS: (f32, f32) = (0.88, 0.12);
/// How far digits do.
const DIGITS: (f32, f32) = (0.75, 0.02);
/// From the baseline to the middle of digits and characters (em).
const MIDDLE: f32 = 0.36;

impl Text {
    /// Returns a text whose left, middle or right is at a place, its letters centred on the place's height.
    pub fn beside((x, y): Spot, side: HPos, words: impl Into<String>, size: f32, weight: Weight) -> Text {
        Text { words: words.into(), at: (x, y + MIDDLE * size), side, size, weight }
    }

    /// Returns how wide it is in pixels.
    pub fn width(&self) -> f32 {
        typeface::width(&self.words, self.weight) * self.size
    }

    /// Returns what it covers.
    pub fn area(&self) -> Area {
        let width = self.width();
        let left = match self.side {
            HPos::Left => self.at.0,
            HPos::Center => self.at.0 - width / 2.0,
            HPos::Right => self.at.0 - width,
        };
        let digits = self.words.bytes().all(|b| b.is_ascii_digit() || b".-%".contains(&b));
        let (above, below) = if digits { DIGITS } else { CHARACTERS };
        Area { left, top: self.at.1 - above * self.size, right: left + width, bottom: self.at.1 + below * self.size }
    }
}
