use super::*;
use crate::Body;
use crate::tests::drawn::{crowded, set_in_type};
use proptest::prelude::*;

/// A slide without a word on it: what is found on a sheet then stands beside it.
fn silent() -> Slide {
    let (kicker, headline, facts) = (Vec::new(), Vec::new(), Vec::new());
    let body = Body::Words(String::new());
    Slide { kicker, corner: String::new(), headline, body, verdict: None, facts, foot: String::new(), page: None }
}

fn talk(slides: Vec<(String, Vec<String>)>) -> Talk {
    let spoken = |(name, says)| Spoken { slide: silent(), name, says };
    Talk {
        title: "云州市2026年托育工作要点".into(),
        line: "2026年7月 讲稿".into(),
        size: Slide::WIDE,
        slides: slides.into_iter().map(spoken).collect(),
    }
}

fn short(count: usize) -> Talk {
    talk((1..=count).map(|n| (format!("{n} 新增托位"), vec![format!("第{n}点：落后17.3个百分点。")])).collect())
}

fn words(sheets: &[Svg]) -> String {
    reader::read("讲稿.pdf", &crate::pdf("讲稿", sheets).unwrap()).unwrap().source.text
}

/// The slides whose pictures are on a sheet.
fn pictures(svg: &Svg) -> usize {
    svg.as_str().matches("<svg class=\"slide\"").count()
}

#[test]
fn each_slide_stands_with_its_picture_its_number_its_name_and_its_points() {
    let mut talk = short(1);
    talk.slides[0].slide.headline = vec![crate::Run { text: "新增托位落后。".into(), tone: None }];
    talk.slides[0].says = vec!["㐂镇、镕县未报。".into(), "请加快。\n月底前报齐。".into()];
    let said = words(&talk.pages());
    assert!(said.contains("新增托位落后。"), "the picture's own words can be copied too: {said}");
    let places =
        ["云州市2026年托育工作要点", "2026年7月讲稿", "第1张", "1新增托位", "㐂镇、镕县未报。", "请加快。", "月底前报齐。", "第1页，共1页"];
    let places: Vec<_> = places.iter().map(|part| said.find(part)).collect();
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?} in {said}");
}

#[test]
fn as_many_slides_stand_on_a_sheet_as_fit_and_none_is_parted_that_fits_on_one() {
    assert_eq!(short(12).pages().iter().map(pictures).collect::<Vec<_>>(), [4, 4, 4]);
    let narrow = Talk { size: Slide::NARROW, ..short(5) };
    assert_eq!(narrow.pages().iter().map(pictures).collect::<Vec<_>>(), [3, 2]);
    let long = |n: usize| (format!("{n}"), vec!["请责任单位加快进度，月底前报齐。".repeat(20)]);
    let sheets = talk((1..=4).map(long).collect()).pages();
    assert_eq!(sheets.iter().map(pictures).collect::<Vec<_>>(), [2, 2]);
    assert!(!words(&sheets).contains("（续）"));
}

#[test]
fn what_is_longer_than_a_sheet_goes_on_on_the_next_and_nothing_is_lost() {
    let long: String = (0..4000).map(|n| char::from_u32(0x4e00 + n % 3000).unwrap()).collect();
    let sheets = talk(vec![("长".into(), vec![long.clone()]), ("末".into(), vec!["完。".into()])]).pages();
    assert_eq!(sheets.iter().map(pictures).collect::<Vec<_>>(), [1, 0, 0, 0, 1]);
    let said: String = sheets.iter().flat_map(set_in_type).map(|(words, _)| words).filter(|words| long.contains(words.as_str())).collect();
    assert_eq!(said, long, "in its order, each character once");
    assert!(set_in_type(&sheets[1]).iter().any(|(words, _)| words == "第1张 长（续）"));
}

#[test]
fn nothing_to_say_is_a_picture_with_its_name_and_what_the_typeface_lacks_is_a_stand_in() {
    let sheets = talk(vec![("𠮷镇🙂".into(), vec!["\u{0}\u{202e}".into(), "回\u{7}车\r\n𠮷".into()])]).pages();
    let said = words(&sheets);
    assert!(said.contains("〓镇〓") && said.contains("回车") && said.contains('〓'), "{said}");
    assert_eq!(pictures(&sheets[0]), 1);
}

fn any_text(most: usize) -> BoxedStrategy<String> {
    prop_oneof![
        3 => proptest::string::string_regex(&format!("[一-龥，。0-9%.]{{0,{most}}}")).unwrap(),
        // All but the letters with two accents over each other, which are higher than a line.
        1 => proptest::string::string_regex(&format!(".{{0,{}}}", most / 2)).unwrap().prop_map(|text| text.replace(|c: char| ('\u{1e00}'..'\u{1f00}').contains(&c), "")),
        1 => Just("🙂𠮷\u{0}\n 㐂".to_owned()),
    ]
    .boxed()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]
    #[test]
    fn any_words_stand_in_their_place(
        slides in proptest::collection::vec((any_text(80), proptest::collection::vec(any_text(600), 0..6)), 0..9),
        title in any_text(80),
        is_wide: bool,
    ) {
        let size = if is_wide { Slide::WIDE } else { Slide::NARROW };
        let talk = Talk { title, size, ..talk(slides) };
        let sheets = talk.pages();
        prop_assert_eq!(sheets.iter().map(pictures).sum::<usize>(), talk.slides.len());
        for sheet in &sheets {
            prop_assert_eq!(crowded(sheet, UPRIGHT), [""; 0]);
        }
        let left = MARGIN + PICTURE + GAP;
        for leaf in talk.fill() {
            let pictures: Vec<Area> = leaf.iter().filter_map(|part| part.picture).map(|(_, area)| area).collect();
            prop_assert!(pictures.windows(2).all(|two| two[0].bottom < two[1].top));
            for area in pictures.iter().copied().chain(leaf.iter().flat_map(|part| &part.words).map(Text::area)) {
                prop_assert!(area.top >= talk.top() && area.bottom <= UPRIGHT.height as f32 - MARGIN, "{area:?}");
            }
            for text in leaf.iter().flat_map(|part| &part.words) {
                let area = text.area();
                prop_assert!(area.left >= left && area.right <= UPRIGHT.width as f32 - MARGIN + 0.5, "{}: {area:?}", text.words);
            }
        }
        // Every point is there, in order; blanks fall away where a line is broken.
        let bare = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        let points = talk.slides.iter().flat_map(|one| &one.says).flat_map(|says| says.lines()).map(|line| bare(&printable(line)));
        let laid = talk.fill().into_iter().flatten().flat_map(|part| part.words).filter(|text| text.at.0 > left + 1.0);
        prop_assert_eq!(laid.map(|text| bare(&text.words)).collect::<String>(), points.collect::<String>());
    }
}
