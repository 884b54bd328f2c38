//! A chart as a picture for slides and documents.

use crate::{Svg, typeface};
use resvg::{tiny_skia, usvg};
use std::sync::{Arc, LazyLock};

/// Why there is no picture.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Nobody needs a picture of that size, and it would fill the memory.
    #[error("图片尺寸{width}×{height}不在可以生成的范围内，请选择更小的尺寸")]
    Size {
        /// Pixels from left to right.
        width: f32,
        /// Pixels from top to bottom.
        height: f32,
    },
    /// The chart could not be read or drawn: a fault of this program.
    #[error("图表无法转换为图片：{0}")]
    Drawing(String),
}

/// Pixels in the largest picture: 16 times a full-HD screen.
const LARGEST: f32 = 16.0 * 1920.0 * 1080.0;

/// The embedded typeface and nothing else: a picture must not depend on the machine.
static FONTS: LazyLock<Arc<usvg::fontdb::Database>> = LazyLock::new(|| {
    let mut fonts = usvg::fontdb::Database::new();
    for file in [typeface::REGULAR, typeface::BOLD] {
        fonts.load_font_source(usvg::fontdb::Source::Binary(Arc::new(file)));
    }
    Arc::new(fonts)
});

/// Draws a chart as a PNG, `scale` times as large.
///
/// A character the embedded typeface lacks is drawn as 〓.
///
/// # Errors
/// [`Error::Size`] if the picture would have no pixels or too many.
pub fn png(svg: &Svg, scale: f32) -> Result<Vec<u8>, Error> {
    let tree = tree(svg)?;
    let (width, height) = ((tree.size().width() * scale).round(), (tree.size().height() * scale).round());
    if !(width >= 1.0 && height >= 1.0 && width * height <= LARGEST) {
        return Err(Error::Size { width, height });
    }
    let mut picture = tiny_skia::Pixmap::new(width as u32, height as u32).ok_or(Error::Size { width, height })?;
    resvg::render(&tree, tiny_skia::Transform::from_scale(scale, scale), &mut picture.as_mut());
    picture.encode_png().map_err(|error| Error::Drawing(error.to_string()))
}

/// Returns the chart as resvg understands it, its texts laid out.
pub(crate) fn tree(svg: &Svg) -> Result<usvg::Tree, Error> {
    let options = usvg::Options { fontdb: FONTS.clone(), font_family: typeface::FAMILY.to_owned(), ..usvg::Options::default() };
    let drawable: String = svg.as_str().chars().map(|c| if c.is_control() || typeface::has(c) { c } else { typeface::STAND_IN }).collect();
    usvg::Tree::from_str(&drawable, &options).map_err(|error| Error::Drawing(error.to_string()))
}
