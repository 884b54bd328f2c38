//! Decks of slides.

use super::*;

#[test]
fn look() {
    let mut office = Office::new();
    office.app.open_or_create(&office.path("示例.yaodian")).unwrap();
    crate::sample::fill(&mut office.app).unwrap();
    let plan = office.plan();
    let deck = crate::deck::show(&mut office.app, DeckOf { plan, period: period("2026-07"), deck: None, hide_names: false }).unwrap();
    for slide in &deck.slides {
        eprintln!("{} {} [{}] {:?}\n   {}\n   {:?} {:?}\n   {}\n   {}", if slide.chosen {"+"} else {"-"}, slide.key, slide.name, slide.kicker, slide.headline, slide.word, slide.facts.iter().map(|f| format!("{}{}{}", f.name, f.value, f.unit)).collect::<Vec<_>>(), slide.foot, slide.talk.join("\n      "));
    }
}
#[test]
fn pictures() {
    let mut office = Office::new();
    office.app.open_or_create(&office.path("示例.yaodian")).unwrap();
    crate::sample::fill(&mut office.app).unwrap();
    let plan = office.plan();
    let deck = crate::deck::show(&mut office.app, DeckOf { plan, period: period("2026-07"), deck: None, hide_names: false }).unwrap();
    let order: Vec<String> = deck.slides.iter().filter(|s| s.chosen && s.of.is_none()).map(|s| s.key.clone()).collect();
    let ratio = if std::env::var("NARROW").is_ok() { Ratio::Narrow } else { Ratio::Wide };
    let t = std::time::Instant::now();
    crate::deck::export(&mut office.app, &DeckExport { plan, period: period("2026-07"), order, hide_names: std::env::var("HIDE").is_ok(), ratio, form: DeckForm::Pictures }, std::path::Path::new("/tmp/deckpics")).unwrap();
    eprintln!("{:?}", t.elapsed());
}
