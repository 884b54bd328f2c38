//! Slides at a terminal: as JSON, kept under a name, saved as pictures, with units' names hidden.

mod common;

use common::*;
use serde_json::json;

fn reported() -> Place {
    let place = Place::with_plan();
    for (month, beds) in [("2026-02", "100"), ("2026-03", "140"), ("2026-04", "180")] {
        place.record(&place.indicator("新增托位"), CENTRE, month, beds);
    }
    place.record(&place.indicator("备案率"), LAKE, "2026-04", "57/60");
    place
}

#[test]
fn json_has_every_slide_with_its_sentence_and_figures() {
    let place = reported();
    let deck = place.json(&["deck", "--period", "2026-04"]);
    has_keys(&deck, &["plan", "title", "period", "deck", "decks", "slides", "gone"]);
    let slides = deck["slides"].as_array().unwrap();
    let keys = [
        "key", "of", "kind", "chosen", "number", "jump", "place", "name", "kicker", "headline", "marked", "light", "word", "facts", "foot",
        "alt", "talk", "own_talk", "by_unit",
    ];
    slides.iter().for_each(|slide| has_keys(slide, &keys));
    assert_eq!((&slides[0]["key"], &slides[0]["kind"], &slides[0]["chosen"]), (&json!("cover"), &json!("cover"), &json!(true)));
    let beds = slides.iter().find(|slide| slide["name"] == json!("1 新增托位")).expect("every indicator has a slide");
    assert_eq!(beds["headline"], json!("新增托位落后序时进度18.3个百分点，后8个月每月须完成128个，目前每月约40个。"));
    assert_eq!(beds["marked"], json!(["18.3", "128"]));
    has_keys(&beds["facts"][0], &["name", "value", "unit", "light"]);
    let of = |name: &str| beds["facts"].as_array().unwrap().iter().find(|fact| fact["name"] == json!(name)).unwrap()["value"].clone();
    assert_eq!((of("实达"), of("应达"), of("差距")), (json!("15.0"), json!("33.3"), json!("18.3")), "those of the status");
    assert_eq!(place.json(&["deck"]), deck, "without a period the last reported one");
}

#[test]
fn a_deck_is_kept_used_and_deleted_by_name() {
    let place = reported();
    let kept = place.json(&["deck", "--period", "2026-04", "--slide", "behind", "--slide", "cover", "--save", "例会"]);
    has_keys(&kept, &["id", "name", "slides"]);
    assert_eq!((&kept["name"], &kept["slides"]), (&json!("例会"), &json!(2)));
    let deck = place.json(&["deck", "--period", "2026-04", "--deck", "例会"]);
    let chosen: Vec<_> = deck["slides"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|slide| slide["chosen"] == json!(true))
        .map(|slide| slide["key"].clone())
        .collect();
    assert_eq!(chosen, [json!("behind"), json!("cover")]);
    let said = place.done(&["deck", "--period", "2026-04", "--deck", "例会"]);
    assert!(said.contains("1. 落后指标　behind") && said.contains("2. 　cover") && said.contains("已保存的幻灯：例会"), "{said}");
    place.done(&["undo"]);
    assert!(place.refused(&["deck", "--deck", "例会"]).contains("没有名为“例会”的幻灯"));
    place.done(&["redo"]);
    place.done(&["deck", "--deck", "例会", "--delete"]);
    assert!(place.refused(&["deck", "--deck", "例会"]).contains("这份计划还没有保存过幻灯"));
    assert!(place.refused(&["deck", "--slide", "nothing", "--save", "二"]).contains("没有“nothing”这张幻灯"));
}

#[test]
fn what_to_say_is_saved_to_be_printed() {
    let place = reported();
    let (talk, folder) = (place.path("讲稿.pdf"), place.path("讲稿"));
    let (talk, folder) = (talk.display().to_string(), folder.display().to_string());
    let deck = place.json(&["deck", "--period", "2026-04"]);
    let files = place.json(&["deck", "--period", "2026-04", "--talk", "--hide-names", "--out", &talk]);
    has_keys(&files, &["files"]);
    assert_eq!(files["files"], json!([talk]));
    let said = reader::read("讲稿.pdf", &std::fs::read(&talk).unwrap()).unwrap().source.text;
    let said: String = said.chars().filter(|c| !c.is_whitespace()).collect();
    for slide in deck["slides"].as_array().unwrap().iter().filter(|slide| slide["chosen"] == true && slide["of"].is_null()) {
        let name = slide["name"].as_str().unwrap().replace(' ', "");
        assert!(said.contains(&name), "{name} in {said}");
    }
    assert!(said.contains("讲稿") && said.contains(CENTRE), "who is to be named is named: {said}");
    assert!(place.refused(&["deck", "--talk", "--out", &folder]).contains("讲稿只能存为 .pdf"));
    assert!(!std::path::Path::new(&folder).exists());
    assert!(place.misused(&["deck", "--talk"]).contains("--out"), "it has to be said where to");
}

#[test]
fn pictures_are_written_and_hidden_names_are_nowhere() {
    let place = reported();
    let folder = place.path("幻灯");
    let files = place.json(&["deck", "--period", "2026-04", "--ratio", "4:3", "--hide-names", "--out", &folder.display().to_string()]);
    has_keys(&files, &["files"]);
    let files = files["files"].as_array().unwrap();
    assert!(files.len() >= 5, "{files:?}");
    for file in files {
        let bytes = std::fs::read(file.as_str().unwrap()).unwrap();
        assert_eq!((&bytes[1..4], &bytes[16..24]), (&b"PNG"[..], &[0, 0, 5, 160, 0, 0, 4, 56][..]), "1440×1080");
    }
    let deck = place.json(&["deck", "--period", "2026-04", "--hide-names"]);
    for slide in deck["slides"].as_array().unwrap() {
        let shown = json!([slide["name"], slide["kicker"], slide["headline"], slide["facts"], slide["foot"], slide["alt"]]).to_string();
        assert!(![CENTRE, LAKE, HILL].iter().any(|name| shown.contains(name)), "{shown}");
    }
    assert!(deck.to_string().contains(CENTRE), "the talking points name them");
}
