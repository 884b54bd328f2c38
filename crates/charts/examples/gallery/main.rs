//! Draws the gallery: `cargo xtask gallery` writes docs/charts.md, docs/charts-hard.md and their pictures. With a second
//! argument it draws every chart there as PNG at the sizes of screens and slides instead, to be looked at.

mod hard;
mod kinds;
mod trends;

use charts::{Chart, Size, png};
use std::path::Path;
use std::time::Instant;

/// Sizes of screens, of a small window, and of a 4:3 projector.
const SIZES: [Size; 4] =
    [Size::SCREEN, Size { width: 1366, height: 768 }, Size { width: 1024, height: 768 }, Size { width: 640, height: 360 }];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.as_slice() {
        [_, dir] => pictures(Path::new(dir)),
        _ => Err("usage: gallery DOCS [PICTURES]".into()),
    }
}

fn all() -> Vec<(&'static str, Chart)> {
    let trends = trends::hard().into_iter().map(|(name, trend)| (name, Chart::Trend(Box::new(trend))));
    let hard = hard::hard().into_iter().map(|(name, _, chart)| (name, chart));
    kinds::kinds().into_iter().chain(trends).chain(hard).collect()
}

fn pictures(dir: &Path) -> Result<(), Box<dyn std::error::Error>> {
    std::fs::create_dir_all(dir)?;
    for (name, chart) in all() {
        println!("{name}: {}", chart.describe());
        for size in SIZES {
            let start = Instant::now();
            let svg = chart.draw(size);
            let drawn = start.elapsed();
            let picture = png(&svg, 1.0)?;
            println!(
                "  {}×{}: svg {drawn:?}, {} kB, png {:?}",
                size.width,
                size.height,
                svg.as_str().len() / 1000,
                start.elapsed() - drawn
            );
            std::fs::write(dir.join(format!("{name}-{}.png", size.width)), picture)?;
        }
    }
    Ok(())
}
