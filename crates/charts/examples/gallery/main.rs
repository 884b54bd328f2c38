//! Draws the gallery: `cargo xtask gallery` writes docs/charts.md, docs/charts-hard.md and their pictures into docs/charts.
//! With a second argument it draws every chart as PNG at the sizes of screens and slides as well, to be looked at.

mod hard;
mod kinds;
mod trends;

use charts::{Chart, Size, Table, png};
use std::error::Error;
use std::fmt::Write;
use std::path::Path;
use std::time::Instant;

/// The pictures of the pages: half a slide.
const PAGE: Size = Size { width: 960, height: 540 };
/// Sizes of screens, of a 4:3 projector, and of a small window.
const SIZES: [Size; 4] =
    [Size::SCREEN, Size { width: 1366, height: 768 }, Size { width: 1024, height: 768 }, Size { width: 640, height: 360 }];

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.as_slice() {
        [docs] => pages(Path::new(docs)),
        [docs, dir] => pages(Path::new(docs)).and_then(|()| pictures(Path::new(dir))),
        _ => Err("usage: gallery DOCS [PICTURES]".into()),
    }
}

fn pages(docs: &Path) -> Result<(), Box<dyn Error>> {
    let folder = docs.join("charts");
    if folder.is_dir() {
        std::fs::remove_dir_all(&folder)?;
    }
    std::fs::create_dir_all(&folder)?;
    let save = |name: &str, chart: &Chart| std::fs::write(folder.join(format!("{name}.svg")), chart.draw(PAGE).as_str());
    let mut page = String::from(
        "# Charts\n\nEvery kind of chart the program draws, from made-up figures of 云州市, a city that does not exist. \
         `cargo xtask gallery` draws this page;\na test compares it with what is drawn. Hard cases: [charts-hard.md](charts-hard.md).\n",
    );
    for (name, word, chart) in kinds::kinds() {
        save(name, &chart)?;
        write!(page, "\n## {word} {name}\n\n![{}](charts/{name}.svg)\n\n{}\n", escaped(&chart.describe()), written(&chart.table()))?;
    }
    std::fs::write(docs.join("charts.md"), page)?;
    let mut page = String::from(
        "# Hard charts\n\nNone, one, too many, all equal, negative, huge, tiny, long and odd names. `cargo xtask gallery` draws this page.\n",
    );
    for (name, what, chart) in hard::all() {
        save(name, &chart)?;
        write!(page, "\n## {what}\n\n![{}](charts/{name}.svg)\n", escaped(&chart.describe()))?;
    }
    Ok(std::fs::write(docs.join("charts-hard.md"), page)?)
}

/// Returns a text as Markdown shows it word for word.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace(['[', ']', '|'], " ")
}

fn written(table: &Table) -> String {
    let line = |cells: &[String]| format!("| {} |\n", cells.iter().map(|cell| escaped(cell)).collect::<Vec<_>>().join(" | "));
    let rule = vec!["---".to_owned(); table.columns.len()];
    [&table.columns, &rule].into_iter().chain(&table.rows).map(|cells| line(cells)).collect()
}

fn pictures(dir: &Path) -> Result<(), Box<dyn Error>> {
    std::fs::create_dir_all(dir)?;
    let kinds = kinds::kinds().into_iter().chain(hard::all());
    for (name, _, chart) in kinds {
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
