//! Rows and columns of a sheet that are hidden: they are read like the others, and whoever takes the table should know.

use crate::grid::{Grid, column_letter};
use crate::xml::{Piece, attribute, walk};
use serde::{Deserialize, Serialize};

/// Ranges that are named; more are counted.
const NAMED: usize = 5;

/// The hidden rows and columns, each as ranges from the first to the last, in order; both counted from 0.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hidden {
    /// The rows.
    pub rows: Vec<(u32, u32)>,
    /// The columns.
    pub columns: Vec<(u32, u32)>,
}

impl Hidden {
    /// Adds hidden rows.
    pub fn add_rows(&mut self, first: u32, last: u32) {
        add(&mut self.rows, first, last);
    }

    /// Adds hidden columns.
    pub fn add_columns(&mut self, first: u32, last: u32) {
        add(&mut self.columns, first, last);
    }

    /// Returns those that hold something, as far as they do.
    pub(crate) fn filled(&self, grid: &Grid) -> Hidden {
        let (rows, columns): (Vec<u32>, Vec<u32>) = (grid.rows().collect(), grid.columns().into_iter().collect());
        Hidden { rows: within(&self.rows, &rows), columns: within(&self.columns, &columns) }
    }

    /// Returns what is hidden and was read all the same, in Chinese; none if nothing is.
    pub fn zh(&self, sheet: &str) -> Option<String> {
        let rows = named(&self.rows, |row| (row + 1).to_string()).map(|(said, more)| format!("第{said}行{more}"));
        let columns = named(&self.columns, column_letter).map(|(said, more)| format!("{said}列{more}"));
        let said: Vec<String> = rows.into_iter().chain(columns).collect();
        (!said.is_empty()).then(|| format!("工作表“{sheet}”{}是隐藏的（或被筛选掉的），也读了", said.join("和")))
    }
}

/// Ranges come in order in every format; one that follows on the last goes on with it.
fn add(ranges: &mut Vec<(u32, u32)>, first: u32, last: u32) {
    match ranges.last_mut() {
        Some((_, end)) if *end + 1 == first => *end = last,
        _ => ranges.push((first, last)),
    }
}

fn within(ranges: &[(u32, u32)], filled: &[u32]) -> Vec<(u32, u32)> {
    let fit = |(first, last): &(u32, u32)| {
        let (from, to) = (filled.partition_point(|at| at < first), filled.partition_point(|at| at <= last));
        let inside = filled.get(from..to)?;
        Some((*inside.first()?, *inside.last()?))
    };
    ranges.iter().filter_map(fit).collect()
}

fn named(ranges: &[(u32, u32)], name: impl Fn(u32) -> String) -> Option<(String, String)> {
    let range = |(first, last): &(u32, u32)| if first == last { name(*first) } else { format!("{}–{}", name(*first), name(*last)) };
    let said = ranges.iter().take(NAMED).map(range).collect::<Vec<_>>().join("、");
    let more = if ranges.len() > NAMED { format!("等{}处", ranges.len()) } else { String::new() };
    (!ranges.is_empty()).then_some((said, more))
}

/// Returns what a sheet of an Excel workbook hides. Where its text breaks off, its reader proper has said so.
pub fn of_sheet(xml: &str) -> Hidden {
    let mut hidden = Hidden::default();
    let mut next_row = 0;
    // A whole sheet is not walked for columns alone, which every form of ours hides.
    let has_rows = xml.split_once("sheetData").is_some_and(|(_, rows)| rows.contains("hidden="));
    let number = |text: Option<String>| text.and_then(|text| text.trim().parse::<u32>().ok()).and_then(|n| n.checked_sub(1));
    let _ = walk(xml, &mut |piece| {
        let Piece::Open(tag) = piece else { return Ok(()) };
        let is_hidden = || attribute(tag, "hidden").is_some_and(|said| matches!(said.trim(), "1" | "true"));
        match tag.local_name().as_ref() {
            // The walk ends here; what it says is not looked at.
            "sheetData" if !has_rows => return Err(crate::Error::NoSheet),
            "row" => {
                let row = number(attribute(tag, "r")).unwrap_or(next_row);
                next_row = row.saturating_add(1);
                if is_hidden() {
                    hidden.add_rows(row, row);
                }
            }
            "col" if is_hidden() => {
                if let (Some(first), Some(last)) = (number(attribute(tag, "min")), number(attribute(tag, "max"))) {
                    hidden.add_columns(first, last.max(first));
                }
            }
            _ => {}
        }
        Ok(())
    });
    hidden
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::Content;
    use crate::grid::Budget;

    #[test]
    fn only_what_holds_something_is_named() {
        let mut grid = Grid::new("表");
        for row in [0, 4, 5, 7, 20] {
            grid.put((row, row % 3), Content::Text("字".into()), false, &mut Budget::default()).unwrap();
        }
        let mut hidden = Hidden::default();
        for row in [3, 4, 5, 6, 7, 8, 12, 20] {
            hidden.add_rows(row, row);
        }
        hidden.add_columns(1, 1);
        hidden.add_columns(9, 16_383);
        let hidden = hidden.filled(&grid);
        assert_eq!(hidden, Hidden { rows: vec![(4, 7), (20, 20)], columns: vec![(1, 1)] });
        assert_eq!(hidden.zh("台账").unwrap(), "工作表“台账”第5–8、21行和B列是隐藏的（或被筛选掉的），也读了");
        assert_eq!(Hidden::default().zh("台账"), None);
    }

    #[test]
    fn many_ranges_are_counted() {
        let mut hidden = Hidden::default();
        (0..7).for_each(|n| hidden.add_rows(n * 2, n * 2));
        assert_eq!(hidden.zh("表").unwrap(), "工作表“表”第1、3、5、7、9行等7处是隐藏的（或被筛选掉的），也读了");
    }
}
