//! Tables and drawings on sheets of A4 to be printed: heads repeated on every sheet, sheets numbered.

mod columns;
mod talk;

use crate::sheet::{Sheet, Stroke, Text};
use crate::typeface::{Weight, cut, printable, wrap};
use crate::{Size, Svg, theme};
use columns::{Group, groups};
use plotters::style::text_anchor::HPos;
pub use talk::{Spoken, Talk};

/// A4 across, 297×210 mm at 96 pixels an inch.
const ACROSS: Size = Size { width: 1123, height: 794 };
/// White around what is printed: 15 mm.
const MARGIN: f32 = 57.0;
/// The type of the table: 9 points.
const TYPE: f32 = 12.0;
/// From one line of a cell to the next, and what a row has above and beneath its lines (em).
const LINE: f32 = 1.35;
const PADDING: f32 = 0.35;
/// Left and right of a cell's words (em).
pub(crate) const INSET: f32 = 0.4;
/// The title's type.
const TITLE: f32 = 20.0;

/// A table to be printed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paper {
    /// What stands above it; wrapped to two lines.
    pub title: String,
    /// What it is of, beneath the title: the plan, the period.
    pub line: String,
    /// The heads of the columns; one where the table has none.
    pub columns: Vec<String>,
    /// The rows. One that is shorter than the heads is filled up with nothing; what is beyond them has an empty head.
    pub rows: Vec<Vec<String>>,
}

/// Returns the sheets of tables, each beginning on its own; numbered through. Nothing is left out: words are wrapped, long rows
/// go on on the next sheet, and columns that do not fit beside each other follow on sheets of their own, with the first column
/// again.
pub fn pages(papers: &[Paper]) -> Vec<Svg> {
    let papers: Vec<Paper> = papers.iter().map(Paper::clean).collect();
    let room = ACROSS.width as f32 - 2.0 * MARGIN;
    let mut sheets: Vec<(&Paper, Leaf)> = Vec::new();
    for paper in &papers {
        for group in groups(&paper.columns, &paper.rows, room / TYPE) {
            let leaves = fill(paper, &group, MARGIN + heading_height(paper)).into_iter();
            sheets.extend(leaves.map(|rows| (paper, Leaf { size: TYPE * group.scale, rows })));
        }
    }
    let all = sheets.len();
    sheets.iter().enumerate().map(|(at, (paper, leaf))| drawn(paper, leaf, at + 1, all)).collect()
}

/// A sheet.
struct Leaf {
    /// Its type.
    size: f32,
    rows: Vec<Placed>,
}

/// A row, or a part of one, where it is printed.
struct Placed {
    /// Where its top is.
    top: f32,
    height: f32,
    is_head: bool,
    cells: Vec<Cell>,
}

struct Cell {
    left: f32,
    width: f32,
    is_number: bool,
    lines: Vec<String>,
}

/// Puts the rows of a group of columns on sheets.
fn fill(paper: &Paper, group: &Group, top: f32) -> Vec<Vec<Placed>> {
    let size = TYPE * group.scale;
    let bottom = ACROSS.height as f32 - MARGIN;
    let cells = |row: &[String], weight: Weight| -> Vec<Cell> {
        let mut left = MARGIN;
        let each = group.columns.iter().map(|column| {
            let width = column.width * size;
            let words = row.get(column.at).map_or("", String::as_str);
            let lines = words.split('\n').flat_map(|line| wrap(line, weight, column.width - 2.0 * INSET, usize::MAX)).collect();
            let cell = Cell { left, width, is_number: column.is_number, lines };
            left += width;
            cell
        });
        each.collect()
    };
    let height = |cells: &[Cell]| {
        let lines = cells.iter().map(|cell| cell.lines.len()).max().unwrap_or(0).max(1);
        (lines as f32 * LINE + 2.0 * PADDING) * size
    };
    let head = || {
        let cells = cells(&paper.columns, Weight::Bold);
        Placed { top, height: height(&cells), is_head: true, cells }
    };
    let mut sheets = vec![vec![head()]];
    for row in &paper.rows {
        let mut rest = cells(row, Weight::Regular);
        loop {
            let sheet = sheets.last_mut().expect("there is a first sheet");
            let begins = sheet.last().map_or(top, |row| row.top + row.height);
            let is_fresh = sheet.len() == 1;
            let needed = height(&rest);
            if begins + needed <= bottom {
                sheet.push(Placed { top: begins, height: needed, is_head: false, cells: rest });
                break;
            }
            if !is_fresh {
                sheets.push(vec![head()]);
                continue;
            }
            // Not even a whole sheet holds it: as many lines as fit, and the others on the next.
            let fitting = (((bottom - begins) / size - 2.0 * PADDING) / LINE).floor().max(1.0) as usize;
            let part = rest
                .iter_mut()
                .map(|cell| {
                    let kept = cell.lines.len().min(fitting);
                    Cell { lines: cell.lines.drain(..kept).collect(), ..*cell }
                })
                .collect::<Vec<_>>();
            sheet.push(Placed { top: begins, height: height(&part), is_head: false, cells: part });
            if rest.iter().all(|cell| cell.lines.is_empty()) {
                break;
            }
            sheets.push(vec![head()]);
        }
    }
    sheets
}

/// Returns the lines of the title.
fn title(paper: &Paper) -> Vec<String> {
    wrap(&paper.title, Weight::Bold, (ACROSS.width as f32 - 2.0 * MARGIN) / TITLE, 2)
}

fn heading_height(paper: &Paper) -> f32 {
    title(paper).len() as f32 * TITLE * LINE + if paper.line.is_empty() { 0.5 } else { 2.0 } * TYPE
}

fn drawn(paper: &Paper, leaf: &Leaf, number: usize, of: usize) -> Svg {
    let Leaf { size, rows: placed } = leaf;
    let size = *size;
    let mut sheet = Sheet::new(ACROSS);
    let (left, right) = (MARGIN, ACROSS.width as f32 - MARGIN);
    let mut words: Vec<Text> = Vec::new();
    let mut at = MARGIN + TITLE * 0.5;
    for line in title(paper) {
        words.push(Text::beside((left, at), HPos::Left, line, TITLE, Weight::Bold));
        at += TITLE * LINE;
    }
    let line = cut(&paper.line, Weight::Regular, (right - left) / TYPE);
    words.push(Text::beside((left, at), HPos::Left, line, TYPE, Weight::Regular));
    words.push(foot(ACROSS, number, of));
    for row in placed {
        for cell in &row.cells {
            let (x, side) = match cell.is_number {
                true => (cell.left + cell.width - INSET * size, HPos::Right),
                false => (cell.left + INSET * size, HPos::Left),
            };
            let weight = if row.is_head { Weight::Bold } else { Weight::Regular };
            for (n, line) in cell.lines.iter().enumerate() {
                let y = row.top + (PADDING + (n as f32 + 0.5) * LINE) * size;
                words.push(Text::beside((x, y), side, line.as_str(), size, weight));
            }
        }
    }
    sheet.layer("rules", Stroke::Solid, |pen| {
        let across = placed.iter().flat_map(|row| &row.cells).map(|cell| cell.left + cell.width).fold(left, f32::max);
        for (n, row) in placed.iter().enumerate() {
            let (y, width) = if n == 0 { (row.top, theme::REFERENCE) } else { (row.top, theme::HAIRLINE) };
            pen.line(&[(left, y), (across, y)], if n < 2 { theme::INK } else { theme::RULE }, width);
        }
        if let Some(last) = placed.last() {
            pen.line(&[(left, last.top + last.height), (across, last.top + last.height)], theme::INK, theme::AXIS);
        }
    });
    sheet.layer("words", Stroke::Solid, |pen| words.iter().for_each(|text| pen.write(text, theme::INK)));
    sheet.finish(&format!("{} {number}", paper.title), &paper.line)
}

/// Returns the number of a sheet, in its place.
fn foot(size: Size, number: usize, of: usize) -> Text {
    let at = (size.width as f32 / 2.0, size.height as f32 - MARGIN / 2.0);
    Text::beside(at, HPos::Center, format!("第{number}页，共{of}页"), TYPE, Weight::Regular)
}

impl Paper {
    /// Returns the table with printable texts, and every row as long as the heads.
    fn clean(&self) -> Paper {
        let lines = |text: &String| text.lines().map(printable).collect::<Vec<_>>().join("\n");
        let across = self.rows.iter().map(Vec::len).chain([self.columns.len(), 1]).max().unwrap_or(1);
        let filled = |row: &Vec<String>| {
            let mut row: Vec<String> = row.iter().map(lines).collect();
            row.resize(across, String::new());
            row
        };
        Paper {
            title: printable(&self.title),
            line: printable(&self.line),
            columns: filled(&self.columns),
            rows: self.rows.iter().map(filled).collect(),
        }
    }
}

#[cfg(test)]
mod tests;
