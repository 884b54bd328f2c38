//! Every chart at every size: well formed, no text on another or off the sheet, and something said.

use super::drawn::{Drawn, crowded, set_in_type};
use super::{hard, kinds};
use crate::*;
use resvg::usvg::roxmltree;

pub const SIZES: [Size; 5] = [
    Size::SCREEN,
    Size { width: 1024, height: 768 },
    Size { width: 640, height: 360 },
    Size { width: 440, height: 240 },
    Size { width: 320, height: 180 },
];

/// Returns what a chart has to be at every size and is not, whatever it shows: on a screen and in a page of the window.
pub fn faults(chart: &Chart, size: Size) -> Vec<String> {
    let mut faults: Vec<String> = [chart.draw(size), chart.draw_on_page(size)].iter().flat_map(|svg| faults_of(svg, size)).collect();
    let table = chart.table();
    if table.rows.iter().any(|row| row.len() != table.columns.len()) || chart.describe().is_empty() {
        faults.push("no cell for every column, or no sentence".to_owned());
    }
    faults
}

fn faults_of(svg: &Svg, size: Size) -> Vec<String> {
    let mut faults = crowded(svg, size);
    let document = roxmltree::Document::parse(svg.as_str()).expect("well formed");
    if !document.descendants().any(|node| node.has_tag_name("text")) {
        faults.push("says nothing".to_owned());
    }
    let drawn = Drawn(svg.as_str().to_owned());
    let marks: Vec<_> = ["target", "due"].iter().flat_map(|layer| drawn.paths(layer)).filter(|path| path[0].0 == path[1].0).collect();
    for (words, area) in set_in_type(svg) {
        let through = |mark: &&Vec<(f64, f64)>| {
            let (x, top, bottom) = (mark[0].0 as f32 / 10.0, mark[0].1 as f32 / 10.0, mark[1].1 as f32 / 10.0);
            area.left() < x && x < area.right() && area.top() < bottom && top < area.bottom()
        };
        faults.extend(marks.iter().find(through).map(|mark| format!("the mark {mark:?} runs through {words} {area:?}")));
    }
    faults
}

#[test]
fn the_gallery_has_room_at_every_size() {
    let mut all = String::new();
    for (name, _, chart) in kinds::kinds().into_iter().chain(hard::all()) {
        for size in SIZES {
            let faults = faults(&chart, size);
            if !faults.is_empty() {
                all.push_str(&format!("{name} at {}×{}: {} faults, first: {}\n", size.width, size.height, faults.len(), faults[0]));
            }
        }
    }
    assert!(all.is_empty(), "{all}");
}
