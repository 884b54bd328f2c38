//! The letters of a PDF with their places. The library draws pages; here the drawing is only listened to.

use hayro_interpret::font::GlyphRun;
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::hayro_syntax::{LoadPdfError, Pdf};
use hayro_interpret::kurbo::{Affine, BezPath, Point, Rect, Shape};
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps, InterpreterCache, InterpreterSettings, RenderContent,
    SoftMask,
};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

/// The most letters and the most things drawn of a document, and the most pages.
const MOST_LETTERS: usize = 2_000_000;
const MOST_DRAWN: usize = 3_000_000;
const MOST_PAGES: usize = 3000;
/// So many upright lines part the columns of a table.
const LINES_OF_A_TABLE: usize = 3;

/// A letter (or several, of a ligature) on a page; y grows downwards.
pub struct Letter {
    /// What it says.
    pub text: String,
    /// Its left edge.
    pub x: f64,
    /// Its base line.
    pub y: f64,
    /// Its width.
    pub width: f64,
    /// The height of its font.
    pub size: f64,
}

/// What a PDF holds.
pub enum Found {
    /// Pages with their letters.
    Pages(Pages),
    /// A password is needed.
    Locked,
    /// It cannot be read at all.
    Damaged,
}

/// The letters of all pages.
#[derive(Default)]
pub struct Pages {
    /// Page by page, in the order drawn.
    pub pages: Vec<Vec<Letter>>,
    /// Letters of which nobody can say what they are.
    pub unmapped: usize,
    /// Pages ruled like tables.
    pub ruled: usize,
    /// A limit or damage ended the reading.
    pub stopped: bool,
}

/// Reads the letters.
pub fn read(bytes: Vec<u8>) -> Found {
    let pdf = match catch_unwind(|| Pdf::new(bytes)) {
        Ok(Ok(pdf)) => pdf,
        Ok(Err(LoadPdfError::Decryption(_))) => return Found::Locked,
        Ok(Err(LoadPdfError::Invalid)) | Err(_) => return Found::Damaged,
    };
    let mut listener = Listener { letters: Vec::new(), upright: 0, unmapped: 0, drawn: 0, count: 0 };
    let mut found = Pages::default();
    let settings = InterpreterSettings { render_content: RenderContent::PAGE, ..InterpreterSettings::default() };
    for page in pdf.pages().iter().take(MOST_PAGES) {
        let (width, height) = page.render_dimensions();
        let bounds = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
        // Beginning anew on each page keeps what is remembered of fonts and pictures small.
        let cache = InterpreterCache::new();
        let read = catch_unwind(AssertUnwindSafe(|| {
            let upright = Affine::new(page.initial_transform(true).as_coeffs());
            let mut context = Context::new(upright, bounds, &cache, page.xref(), settings.clone());
            hayro_interpret::interpret_page(page, &mut context, &mut listener);
        }));
        found.pages.push(std::mem::take(&mut listener.letters));
        found.ruled += usize::from(std::mem::take(&mut listener.upright) >= LINES_OF_A_TABLE);
        if read.is_err() {
            found.stopped = true;
            if listener.is_full() {
                break;
            }
        }
    }
    found.stopped |= pdf.pages().len() > MOST_PAGES;
    found.unmapped = listener.unmapped;
    Found::Pages(found)
}

struct Listener {
    letters: Vec<Letter>,
    /// Upright lines drawn on the page.
    upright: usize,
    unmapped: usize,
    drawn: usize,
    count: usize,
}

impl Listener {
    fn is_full(&self) -> bool {
        self.count > MOST_LETTERS || self.drawn > MOST_DRAWN
    }

    /// Counts what is drawn. There is no other way to stop the library than to unwind; nothing is printed by it.
    fn count(&mut self, things: usize) {
        self.drawn += things;
        if self.is_full() {
            resume_unwind(Box::new("full"));
        }
    }
}

impl<'a> Device<'a> for Listener {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, _: &DrawMode) {
        self.count += run.glyphs().len();
        self.count(run.glyphs().len());
        for glyph in run.glyphs() {
            let place = props.transform * glyph.transform();
            let at = |x: f64, y: f64| place * Point::new(x, y);
            let (origin, up, right) = (at(0.0, 0.0), at(0.0, 1000.0), at(1000.0, 0.0));
            let (along, across) = (right - origin, up - origin);
            // Slanted letters are watermarks and stamps.
            if !(along.x > 0.0 && along.y.abs() * 5.0 < along.x && across.hypot() > 0.5) {
                continue;
            }
            let text = match glyph.as_unicode() {
                Some(BfString::Char(c)) => c.to_string(),
                Some(BfString::String(text)) => text.chars().take(8).collect(),
                None => String::new(),
            };
            let text: String =
                text.chars().filter(|c| !c.is_control() && *c != '\u{fffd}' && !('\u{e000}'..='\u{f8ff}').contains(c)).collect();
            if text.is_empty() {
                self.unmapped += 1;
                continue;
            }
            let width = match &**glyph {
                hayro_interpret::font::Glyph::Outline(outline) => outline.advance_width(),
                hayro_interpret::font::Glyph::Type3(drawn) => drawn.advance_width(),
            };
            let width = f64::from(width.unwrap_or(500.0)) / 1000.0 * along.x;
            let size = across.hypot();
            if [origin.x, origin.y, width, size].iter().all(|n| n.is_finite()) {
                self.letters.push(Letter { text, x: origin.x, y: origin.y, width, size });
            }
        }
    }

    fn draw_path(&mut self, path: &BezPath, props: DrawProps<'a>, _: &DrawMode) {
        self.count(1 + path.elements().len());
        let drawn = props.transform.transform_rect_bbox(path.bounding_box());
        self.upright += usize::from(drawn.width() < 3.0 && drawn.height() > 8.0);
    }

    fn push_clip_path(&mut self, _: &ClipPath) {
        self.count(1);
    }

    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {
        self.count(1);
    }

    fn draw_image(&mut self, _: Image<'a, '_>, _: ImageDrawProps<'a>) {
        self.count(1);
    }

    fn pop_clip(&mut self) {}

    fn pop_transparency_group(&mut self) {}
}
