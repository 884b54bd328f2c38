//! How much room blocks take, so that a sheet can be filled and not overrun.
//!
//! It is reckoned a little too large rather than too small: programs break lines in different places.

use crate::docx::body_widths;
use crate::{Block, Document, Page};

/// Returns how high the blocks of a document stand, as a share of one page's text.
pub fn height(document: &Document) -> f64 {
    let measures = document.page.measures();
    let whole = twips(measures.height);
    document.blocks.iter().map(|block| of(block, document.page)).sum::<f64>() / whole
}

/// Returns how wide a text is in characters of full width.
pub fn width(text: &str) -> f64 {
    // Figures are 0.5 wide in 仿宋, but in what may stand in for it wider.
    text.chars().map(|c| if c.is_ascii() { 0.62 } else { 1.0 }).sum()
}

fn of(block: &Block, page: Page) -> f64 {
    let (body, table) = page.type_sizes();
    let (pitch, line) = (f64::from(page.pitch()), f64::from(table) * 10.0 * 1.45);
    let text_width = twips(page.measures().width);
    match block {
        Block::Title(text) => lines(text, text_width / (f64::from(body) * 14.0)) * pitch * 1.6 + pitch,
        Block::Heading(_, text) | Block::Paragraph(text) => lines(&format!("　　{text}"), text_width / (f64::from(body) * 10.0)) * pitch,
        Block::Table(one) => {
            let widths = body_widths(one, page);
            // A cell's own edges; and a figure is not broken, so that a line loses some room at its end.
            let fit = |width: u32| ((f64::from(width) - 120.0) / (f64::from(table) * 10.0) - 1.0).max(1.0);
            let row = |cells: &[String]| {
                let high = cells.iter().zip(&widths).map(|(text, width)| lines(text, fit(*width))).fold(1.0, f64::max);
                high * line + 60.0
            };
            let heads: Vec<String> = one.columns.iter().map(|column| column.head.clone()).collect();
            row(&heads) + one.rows.iter().map(|cells| row(cells)).sum::<f64>()
        }
        Block::Picture(_) | Block::PageBreak => twips(page.measures().height),
    }
}

/// Returns how many lines a text takes where so many characters fit into one.
fn lines(text: &str, fit: f64) -> f64 {
    text.lines().map(|line| (width(line) / fit.max(1.0)).ceil().max(1.0)).sum::<f64>().max(1.0)
}

fn twips(millimetres: u32) -> f64 {
    f64::from(millimetres) * 1440.0 / 25.4
}
