//! A chart as a picture for slides and documents.

use crate::encode::encode;
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
    encode(&picture).map_err(|error| Error::Drawing(error.to_string()))
}

/// Returns the chart as resvg understands it, its texts laid out.
pub(crate) fn tree(svg: &Svg) -> Result<usvg::Tree, Error> {
    let options = usvg::Options { fontdb: FONTS.clone(), font_family: typeface::FAMILY.to_owned(), ..usvg::Options::default() };
    let drawable: String = svg.as_str().chars().map(|c| if c.is_control() || typeface::has(c) { c } else { typeface::STAND_IN }).collect();
    usvg::Tree::from_str(&drawable, &options).map_err(|error| Error::Drawing(error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Size, Trend, trend};
    use domain::ValueKind;

    fn titled(title: &str, size: Size) -> Svg {
        let chart = Trend {
            title: title.into(),
            subtitle: String::new(),
            unit: "个".into(),
            kind: ValueKind::Cumulative,
            points: vec![],
            current: None,
            baseline: None,
            target: None,
            expected: vec![],
            before: None,
            forecast: None,
            note: None,
        };
        trend(&chart, size)
    }

    const SMALL: Size = Size { width: 320, height: 200 };

    #[test]
    fn only_the_embedded_fonts_are_used() {
        let faces: Vec<_> = FONTS.faces().map(|face| (face.families[0].0.as_str(), face.weight.0)).collect();
        assert_eq!(faces, [(typeface::FAMILY, 400), (typeface::FAMILY, 700)]);
    }

    #[test]
    fn the_picture_has_its_size_and_is_not_blank() {
        for scale in [1.0, 1.5] {
            let picture = tiny_skia::Pixmap::decode_png(&png(&titled("新增托位", SMALL), scale).unwrap()).unwrap();
            assert_eq!((picture.width(), picture.height()), ((320.0 * scale) as u32, (200.0 * scale) as u32));
            let (dark, all) = picture.pixels().iter().fold((0, 0), |(dark, all), p| (dark + usize::from(p.red() < 128), all + 1));
            assert!(dark > 200 && dark < all / 10, "{dark} of {all} pixels are dark");
            assert!(picture.pixels().iter().all(|p| p.alpha() == 255), "the sheet is white, not see-through");
        }
    }

    #[test]
    fn what_the_font_lacks_is_a_stand_in_and_never_an_empty_box() {
        let picture = |title| png(&titled(title, SMALL), 1.0).unwrap();
        assert_eq!(picture("𠮷镇🙂"), picture("〓镇〓"));
        assert_ne!(picture("㐂镇"), picture("〓镇"));
    }

    #[test]
    fn impossible_sizes_are_refused() {
        for scale in [0.0, -1.0, f32::NAN, f32::INFINITY, 1e-6, 1000.0] {
            assert!(matches!(png(&titled("", SMALL), scale), Err(Error::Size { .. })), "{scale}");
        }
    }
}
