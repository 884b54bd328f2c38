//! The committed gallery shows what is drawn today: the same elements and words, at the same places.

use super::{hard, kinds};
use crate::Size;
use resvg::usvg::roxmltree::{Document, Node};
use std::path::Path;

/// A pixel and a half, in the steps the files count in: fonts are measured alike everywhere, but rounded.
const NEAR: f64 = 15.0;

/// What of an element is compared: its layer, its name and words, and its places.
fn elements(svg: &str) -> Vec<(String, Vec<f64>)> {
    let document = Document::parse(svg).unwrap();
    let layer = |node: &Node| node.parent().and_then(|parent| parent.attribute("class")).unwrap_or_default().to_owned();
    let words = |node: &Node| if node.has_tag_name("text") { node.text().unwrap_or_default().trim().to_owned() } else { String::new() };
    let places = |node: &Node| {
        let named = ["x", "y", "width", "height", "cx", "cy", "r", "points"].iter().filter_map(|name| node.attribute(*name));
        named.flat_map(|value| value.split([' ', ',']).filter_map(|number| number.parse().ok()).collect::<Vec<f64>>()).collect()
    };
    let shapes = document.descendants().filter(|node| node.is_element() && !node.has_tag_name("svg"));
    shapes.map(|node| (format!("{}/{} {}", layer(&node), node.tag_name().name(), words(&node)), places(&node))).collect()
}

#[test]
fn the_committed_gallery_is_what_is_drawn() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/charts");
    let mut names = Vec::new();
    for (name, _, chart) in kinds::kinds().into_iter().chain(hard::all()) {
        let file = format!("{name}.svg");
        let committed = std::fs::read_to_string(folder.join(&file)).unwrap_or_default();
        assert!(!committed.is_empty(), "docs/charts/{file} is missing: run cargo xtask gallery");
        let (then, now) = (elements(&committed), elements(chart.draw(Size { width: 960, height: 540 }).as_str()));
        let what = |all: &[(String, Vec<f64>)]| all.iter().map(|(what, _)| what.clone()).collect::<Vec<_>>();
        assert_eq!(what(&then), what(&now), "docs/charts/{file} is not what is drawn: run cargo xtask gallery and look at it");
        for ((what, then), (_, now)) in then.iter().zip(&now) {
            let close = then.len() == now.len() && then.iter().zip(now).all(|(a, b)| (a - b).abs() <= NEAR);
            assert!(close, "docs/charts/{file}: {what} has moved from {then:?} to {now:?}: run cargo xtask gallery and look at it");
        }
        names.push(file);
    }
    let mut there: Vec<String> =
        std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    there.sort();
    assert_eq!(there, names, "a picture of each chart and no other");
}
