//! Decks as files: pictures, pages, and what the presenter takes along.

use super::deck::{deck_of, reported, sample, slide};
use super::*;

fn exported(plan: Uid, period: Period, order: Vec<String>, form: DeckForm) -> DeckExport {
    DeckExport { plan, period, order, hide_names: false, ratio: SlideRatio::Wide, form, deck: None, talk: Vec::new() }
}

fn words(path: &std::path::Path) -> String {
    let text = reader::read("讲稿.pdf", &std::fs::read(path).unwrap()).unwrap().source.text;
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

#[test]
fn pictures_are_numbered_as_the_slides_and_a_folder_that_takes_none_keeps_none() {
    let mut office = reported();
    let order = ["cover".to_owned(), "overview".to_owned()].to_vec();
    let (plan, period) = (office.plan(), period("2026-04"));
    let request = DeckExport { ratio: SlideRatio::Narrow, ..exported(plan, period, order, DeckForm::Pictures) };
    let folder = office.path("幻灯");
    let written = crate::deck::export(&mut office.app, &request, &folder).unwrap();
    let names: Vec<String> = written.iter().map(|path| path.file_name().unwrap().to_string_lossy().into_owned()).collect();
    assert_eq!(names, ["01 封面.png", "02 总体情况.png"]);
    assert!(written.iter().all(|path| std::fs::read(path).unwrap().starts_with(b"\x89PNG")));
    std::fs::write(&written[0], "换过的封面").unwrap();
    let again = crate::deck::export(&mut office.app, &request, &folder).unwrap();
    let names: Vec<String> = again.iter().map(|path| path.file_name().unwrap().to_string_lossy().into_owned()).collect();
    assert_eq!(names, ["01 封面（2）.png", "02 总体情况（2）.png"], "a picture that is there already stays");
    assert_eq!(std::fs::read_to_string(&written[0]).unwrap(), "换过的封面");
    let page = office.path("幻灯.pdf");
    let pdf = DeckExport { form: DeckForm::Pdf, ..request.clone() };
    assert_eq!(crate::deck::export(&mut office.app, &pdf, &page).unwrap(), std::slice::from_ref(&page));
    let bytes = std::fs::read(&page).unwrap();
    let words = reader::read("幻灯.pdf", &bytes).unwrap().source.text;
    assert!(words.contains("云州市2026年托育工作要点") && words.contains("总体情况"), "{words}");
    crate::deck::export(&mut office.app, &pdf, &page).unwrap();
    assert_eq!(std::fs::read(&page).unwrap(), bytes, "made again it is the same");
    let taken = office.file("不是文件夹", b"x");
    let error = crate::deck::export(&mut office.app, &request, &taken).unwrap_err();
    assert!(error.message.contains("不是文件夹"), "{error}");
    let none = DeckExport { order: vec![], ..request };
    assert!(crate::deck::export(&mut office.app, &none, &folder).unwrap_err().message.contains("一张幻灯也没有选"));
}

#[test]
fn what_the_presenter_takes_along_has_every_slide_with_what_to_say_and_names_the_units_that_the_slides_hide() {
    let mut office = reported();
    let (plan, april) = (office.plan(), period("2026-04"));
    let beds = slide(&deck_of(&mut office, "2026-04", false), "新增托位").key.clone();
    let order = vec!["overview".to_owned(), beds.clone()];
    let written = vec![SlideTalk { key: beds.clone(), text: "请市托育中心说明。\n\u{0}月底前补上🙂".into() }];
    let save = DeckSave { plan, period: april, deck: None, name: "例会".into(), slides: order.clone(), talk: written };
    let saved = crate::deck::save(&mut office.app, save).unwrap();

    let path = office.path("讲稿.pdf");
    let request = DeckExport { deck: Some(saved.id), hide_names: true, ..exported(plan, april, order, DeckForm::Talk) };
    assert_eq!(crate::deck::export(&mut office.app, &request, &path).unwrap(), std::slice::from_ref(&path));
    let said = words(&path);
    for part in
        ["云州市2026年托育工作要点", "2026年4月讲稿，共2张幻灯", "第1张", "第2张", "请市托育中心说明。", "月底前补上〓", "第1页，共1页"]
    {
        assert!(said.contains(part), "{part} in {said}");
    }
    assert!(said.contains("东湖区卫生健康局") && said.contains("单位2、单位3未报"), "named to the presenter, not on the slide: {said}");
    assert!(!said.contains("2026年3月是140个"), "a person's own words stand for the program's: {said}");

    // What was typed and not saved counts; emptied, the program's own words are there again.
    let typed = |text: &str| vec![SlideTalk { key: beds.clone(), text: text.into() }];
    crate::deck::export(&mut office.app, &DeckExport { talk: typed("只说一句。"), ..request.clone() }, &path).unwrap();
    assert!(words(&path).contains("只说一句。") && !words(&path).contains("月底前补上"));
    crate::deck::export(&mut office.app, &DeckExport { talk: typed(" "), ..request.clone() }, &path).unwrap();
    assert!(words(&path).contains("2026年3月是140个"), "{}", words(&path));

    office.will_pick(&path);
    let saved = crate::deck::export_where_asked(&mut office.app, request).unwrap();
    assert_eq!(saved.path.as_deref(), path.to_str());
}

#[test]
fn what_there_is_to_say_is_said_once_to_a_slide_of_several_pages() {
    let mut office = sample();
    let deck = deck_of(&mut office, "2026-07", false);
    let further = deck.slides.iter().find(|one| one.of.is_some()).unwrap();
    let first = further.of.clone().unwrap();
    let path = office.path("讲稿.pdf");
    let talk = vec![SlideTalk { key: first.clone(), text: "各板块都说到。".into() }];
    let request = DeckExport { talk, ..exported(deck.plan, deck.period, vec!["cover".into(), first.clone()], DeckForm::Talk) };
    crate::deck::export(&mut office.app, &request, &path).unwrap();
    let said = words(&path);
    assert_eq!(said.matches("各板块都说到。").count(), 1, "{said}");
    assert!(said.contains("要点同第2张。"), "{said}");
    // Nor does the presenter's screen go back to the program's words on the further page.
    let save =
        DeckSave { plan: deck.plan, period: deck.period, deck: None, name: "例会".into(), slides: vec![first], talk: request.talk };
    let saved = crate::deck::save(&mut office.app, save).unwrap();
    let of = DeckOf { plan: deck.plan, period: deck.period, deck: Some(saved.id), hide_names: false };
    let shown = crate::deck::show(&mut office.app, of).unwrap();
    let page = shown.slides.iter().find(|one| one.key == further.key).unwrap();
    assert_eq!(page.own_talk.as_deref(), Some("各板块都说到。"));
}
