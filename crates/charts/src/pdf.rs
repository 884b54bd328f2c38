//! Charts and slides as a PDF, whose Chinese can be searched and copied.

use crate::Svg;
use crate::png::{Error, tree};
use krilla::geom::Size;
use krilla::metadata::Metadata;
use krilla::page::PageSettings;
use krilla_svg::{SurfaceExt, SvgSettings};

/// A pixel of a screen at 100 % in points, the measure of a PDF.
const POINTS: f32 = 0.75;

/// Returns a PDF with a page for each drawing, as large as it; texts are text. The same drawings give the same bytes.
///
/// A character the embedded typeface lacks is drawn as 〓.
///
/// # Errors
/// [`Error::Drawing`] if a drawing cannot be put on a page, or there is none.
pub fn pdf(title: &str, pages: &[Svg]) -> Result<Vec<u8>, Error> {
    let failed = |what: &str| Error::Drawing(what.to_owned());
    if pages.is_empty() {
        return Err(failed("没有一页"));
    }
    let mut document = krilla::Document::new();
    document.set_metadata(Metadata::new().title(title.to_owned()).language("zh-CN".to_owned()));
    for page in pages {
        let tree = tree(page)?;
        let (width, height) = (tree.size().width() * POINTS, tree.size().height() * POINTS);
        let (settings, size) = PageSettings::from_wh(width, height).zip(Size::from_wh(width, height)).ok_or(failed("页面没有大小"))?;
        let mut page = document.start_page_with(settings);
        let drawn = page.surface().draw_svg(&tree, size, SvgSettings::default());
        page.finish();
        drawn.ok_or(failed("页面画不出来"))?;
    }
    document.finish().map_err(|error| Error::Drawing(format!("{error:?}")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sheet::{Sheet, Stroke, Text};
    use crate::typeface::Weight;
    use crate::{Size, theme};
    use plotters::style::text_anchor::HPos;

    fn page(words: &[&str]) -> Svg {
        drawn(words, Stroke::Halo)
    }

    fn drawn(words: &[&str], stroke: Stroke) -> Svg {
        let mut sheet = Sheet::new(Size { width: 960, height: 540 });
        sheet.layer("words", stroke, |pen| {
            for (i, words) in words.iter().enumerate() {
                let at = (60.0, 80.0 + 60.0 * i as f32);
                pen.write(&Text::beside(at, HPos::Left, *words, 24.0, Weight::Bold), theme::INK);
            }
        });
        sheet.finish("页", "一页")
    }

    fn words(pdf: &[u8]) -> String {
        reader::read("页.pdf", pdf).unwrap().source.text
    }

    #[test]
    fn its_chinese_can_be_copied_and_stands_in_its_order() {
        let pages = [page(&["新增普惠托位2600个，㐂镇、镕县未报", "落后17.3个百分点"]), page(&["第二页：家庭医生签约35万人次"])];
        let made = pdf("会议", &pages).unwrap();
        let words = words(&made);
        let places: Vec<_> =
            ["新增普惠托位2600个，㐂镇、镕县未报", "落后17.3个百分点", "家庭医生签约35万人次"].map(|part| words.find(part)).into();
        assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{words}");
        assert_eq!(words.matches("17.3").count(), 1, "the white around letters is no second text");
        assert_eq!(made, pdf("会议", &pages).unwrap(), "made again it is the same");
    }

    #[test]
    fn it_carries_only_the_letters_it_uses_and_no_picture_of_them() {
        let made = pdf("一页", &[page(&["新增托位"])]).unwrap();
        assert!(made.len() < 30_000, "{} bytes", made.len());
        let slides = vec![drawn(&["新增托位", "落后17.3个百分点"], Stroke::Solid); 30];
        let made = pdf("三十页", &slides).unwrap().len();
        assert!(made < 120_000, "the typeface is carried once: {made} bytes");
    }

    #[test]
    fn what_the_typeface_lacks_is_a_stand_in_and_nothing_to_show_is_refused() {
        assert!(words(&pdf("缺字", &[page(&["𠮷镇🙂的新增托位"])]).unwrap()).contains("〓镇〓的新增托位"));
        assert!(matches!(pdf("空", &[]), Err(Error::Drawing(_))));
    }
}
