//! A drawn chart, taken apart: its layers, and where its texts lie once they are set in type.

use crate::png::tree;
use crate::{Chart, Size, Svg};
use domain::Amount;
use resvg::usvg::{self, roxmltree};

pub fn amount(value: f64) -> Amount {
    Amount::new(value).unwrap()
}

/// A drawn chart, taken apart.
pub struct Drawn(pub String);

impl Drawn {
    pub fn new(chart: &Chart) -> Drawn {
        Drawn(chart.draw(Size::SCREEN).into_string())
    }

    /// What `read` finds in the elements of the layers of that name.
    pub fn layer<T>(&self, name: &str, tag: &str, read: impl Fn(roxmltree::Node) -> T) -> Vec<T> {
        let document = roxmltree::Document::parse(&self.0).unwrap();
        let layers = document.descendants().filter(|node| node.attribute("class") == Some(name));
        layers.flat_map(|layer| layer.children().filter(|node| node.has_tag_name(tag)).map(&read).collect::<Vec<_>>()).collect()
    }

    pub fn texts(&self, name: &str) -> Vec<String> {
        self.layer(name, "text", |node| node.text().unwrap().trim().to_owned())
    }

    pub fn paths(&self, name: &str) -> Vec<Vec<(f64, f64)>> {
        let number = |text: &str| text.parse::<f64>().unwrap();
        self.layer(name, "polyline", |node| {
            let places = node.attribute("points").unwrap().split_whitespace();
            places.map(|place| place.split_once(',').map(|(x, y)| (number(x), number(y))).unwrap()).collect()
        })
    }

    /// The rectangles of a layer: left, top, width, height in pixels.
    pub fn blocks(&self, name: &str) -> Vec<[f64; 4]> {
        let number = |node: &roxmltree::Node, name| node.attribute(name).unwrap().parse::<f64>().unwrap() / 10.0;
        self.layer(name, "rect", |node| ["x", "y", "width", "height"].map(|side| number(&node, side)))
    }

    pub fn dots(&self) -> Vec<(f64, f64)> {
        let number = |node: &roxmltree::Node, name| node.attribute(name).unwrap().parse::<f64>().unwrap();
        let all =
            self.layer("dots", "circle", |node| (node.attribute("fill").unwrap() == "#FFFFFF", number(&node, "cx"), number(&node, "cy")));
        all.into_iter().filter(|(ring, ..)| !ring).map(|(_, x, y)| (x, y)).collect()
    }
}

/// Every text of a chart with the box its letters fill once they are set in type.
pub fn set_in_type(svg: &Svg) -> Vec<(String, usvg::Rect)> {
    fn walk(group: &usvg::Group, found: &mut Vec<(String, usvg::Rect)>) {
        for node in group.children() {
            match node {
                usvg::Node::Group(group) => walk(group, found),
                usvg::Node::Text(text) => {
                    let words = text.chunks().iter().map(|chunk| chunk.text()).collect();
                    // The letters' own box is in the text's measure.
                    let area = text.flattened().bounding_box().transform(text.abs_transform());
                    found.push((words, area.expect("letters have a size")));
                }
                _ => {}
            }
        }
    }
    let mut found = Vec::new();
    walk(tree(svg).unwrap().root(), &mut found);
    found
}

/// Panics if two texts lie on each other or one leaves the sheet.
pub fn check_room(svg: &Svg, size: Size) {
    assert_eq!(crowded(svg, size), [""; 0]);
}

/// Returns the texts that lie on each other or leave the sheet.
pub fn crowded(svg: &Svg, size: Size) -> Vec<String> {
    let texts = set_in_type(svg);
    assert_eq!(texts.len(), svg.as_str().matches("<text").count());
    let mut found = Vec::new();
    for (i, (words, area)) in texts.iter().enumerate() {
        let inside = area.left() >= 0.0 && area.top() >= 0.0 && area.right() <= size.width as f32 && area.bottom() <= size.height as f32;
        if !inside {
            found.push(format!("{words} leaves the sheet: {area:?}"));
        }
        for (others, other) in &texts[i + 1..] {
            let apart = area.right() <= other.left()
                || other.right() <= area.left()
                || area.bottom() <= other.top()
                || other.bottom() <= area.top();
            if !apart {
                found.push(format!("{words} {area:?} lies on {others} {other:?}"));
            }
        }
    }
    found
}

/// Returns which rows or figures of the table lie on a chart, each wholly on the sheet, none over another.
pub fn marked(chart: &Chart, size: Size) -> Vec<(usize, Option<usize>)> {
    let svg = chart.draw(size);
    let spots = svg.spots();
    for (n, one) in spots.iter().enumerate() {
        assert!(one.left <= one.right && one.top <= one.bottom && one.right <= 1.0 && one.bottom <= 1.0, "{one:?}");
        for other in &spots[n + 1..] {
            let apart = one.right <= other.left + 1e-4
                || other.right <= one.left + 1e-4
                || one.bottom <= other.top + 1e-4
                || other.bottom <= one.top + 1e-4;
            assert!(apart, "{one:?} lies over {other:?}");
        }
    }
    spots.iter().map(|spot| (spot.row, spot.column)).collect()
}
