//! The cells of one sheet that hold something, whatever format they were streamed out of.

use crate::Error;
use crate::content::Content;
use domain::Amount;
use std::collections::{BTreeMap, BTreeSet, HashMap};

const MOST_CELLS: usize = 2_000_000;
const MOST_ROWS: u32 = 100_000;
const MOST_COLUMNS: u32 = 512;
/// The most text of a file: one long text may be shown by many cells.
const MOST_TEXT: usize = 64 << 20;
/// Cells that may belong to merged areas beside their first one.
const MOST_MERGED: usize = 1_000_000;

/// One cell that holds something.
#[derive(Clone, Debug, PartialEq)]
pub struct Held {
    pub content: Content,
    pub percent_format: bool,
}

/// A place in a sheet: row and column, both counted from 0.
pub type Place = (u32, u32);

/// What the sheets of a file may still hold.
pub struct Budget {
    cells: usize,
    text: usize,
}

impl Default for Budget {
    fn default() -> Budget {
        Budget { cells: MOST_CELLS, text: MOST_TEXT }
    }
}

impl Budget {
    /// Counts a cell, empty or not.
    ///
    /// # Errors
    /// If that is one too many.
    pub fn count(&mut self) -> Result<(), Error> {
        self.cells = self.cells.checked_sub(1).ok_or_else(|| Error::TooLarge(format!("单元格超过 {} 万个", MOST_CELLS / 10_000)))?;
        Ok(())
    }

    fn count_text(&mut self, content: &Content) -> Result<(), Error> {
        if let Content::Text(text) | Content::Error(text) = content {
            let left = self.text.checked_sub(text.len());
            self.text = left.ok_or_else(|| Error::TooLarge(format!("单元格里的文字超过 {} MB", MOST_TEXT >> 20)))?;
        }
        Ok(())
    }
}

/// The cells of a sheet by row and column, both counted from 0.
pub struct Grid {
    sheet: String,
    rows: BTreeMap<u32, BTreeMap<u32, Held>>,
    /// For each further cell of a merged area, the area's first cell.
    merged: HashMap<Place, Place>,
}

impl Grid {
    /// Returns the grid of a sheet that holds nothing yet.
    pub fn new(sheet: &str) -> Grid {
        Grid { sheet: sheet.to_owned(), rows: BTreeMap::new(), merged: HashMap::new() }
    }

    /// Puts what a cell holds into its place.
    ///
    /// # Errors
    /// If it stands too far out, if there is too much of it, or if the place is taken.
    pub fn put(&mut self, at: Place, content: Content, percent_format: bool, budget: &mut Budget) -> Result<(), Error> {
        if content == Content::Empty {
            return Ok(());
        }
        let sheet = &self.sheet;
        if at.0 >= MOST_ROWS || at.1 >= MOST_COLUMNS {
            return Err(Error::TooLarge(format!("工作表“{sheet}”的内容超出 {MOST_ROWS} 行或 {MOST_COLUMNS} 列")));
        }
        budget.count_text(&content)?;
        if self.rows.entry(at.0).or_default().insert(at.1, Held { content, percent_format }).is_some() {
            return Err(Error::Broken(format!("工作表“{sheet}”的 {} 单元格出现两次", place_name(at))));
        }
        Ok(())
    }

    /// Merges cells, from the first to the last one, once all of the sheet is there.
    ///
    /// # Errors
    /// If there are too many.
    pub fn merge(&mut self, from: Place, to: Place) -> Result<(), Error> {
        let last_row = self.rows.keys().next_back().copied().unwrap_or(0);
        for row in from.0..=to.0.min(last_row) {
            for column in from.1..=to.1.min(MOST_COLUMNS) {
                if (row, column) != from {
                    self.merged.insert((row, column), from);
                }
            }
            if self.merged.len() > MOST_MERGED {
                return Err(Error::TooLarge(format!("工作表“{}”的合并单元格过多", self.sheet)));
            }
        }
        Ok(())
    }

    /// Returns the rows that hold something, in order.
    pub fn rows(&self) -> impl Iterator<Item = u32> + '_ {
        self.rows.keys().copied()
    }

    /// Returns the columns that hold something, in order.
    pub fn columns(&self) -> BTreeSet<u32> {
        self.rows.values().flat_map(|row| row.keys().copied()).collect()
    }

    /// Returns how many columns hold something, the empty ones before the last included.
    pub fn width(&self) -> u32 {
        self.rows.values().filter_map(|row| row.keys().next_back()).max().map_or(0, |last| last + 1)
    }

    /// Returns for each further cell of a merged area the area's first cell.
    pub fn merged(&self) -> &HashMap<Place, Place> {
        &self.merged
    }

    /// Returns true if no cell holds anything.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Returns a cell; one inside a merged area that is not its first is [`Content::Merged`].
    pub fn cell(&self, row: u32, column: u32) -> Held {
        let held = self.rows.get(&row).and_then(|cells| cells.get(&column)).cloned();
        match held {
            Some(held) => held,
            None if self.merged.contains_key(&(row, column)) => Held { content: Content::Merged, percent_format: false },
            None => Held { content: Content::Empty, percent_format: false },
        }
    }

    /// Returns a cell as words; a merged area says the same in each of its cells.
    pub fn text(&self, row: u32, column: u32) -> String {
        let (row, column) = self.merged.get(&(row, column)).copied().unwrap_or((row, column));
        self.rows.get(&row).and_then(|cells| cells.get(&column)).map(words).unwrap_or_default()
    }

    /// Returns true if a cell holds exactly these words.
    pub fn says(&self, words: &str) -> bool {
        let is = |held: &Held| matches!(&held.content, Content::Text(text) if text.trim() == words);
        self.rows.values().any(|cells| cells.values().any(is))
    }

    /// Returns the words of a row by column.
    pub fn texts(&self, row: u32) -> Vec<(u32, String)> {
        self.rows.get(&row).into_iter().flatten().map(|(column, held)| (*column, words(held))).collect()
    }
}

fn words(held: &Held) -> String {
    match &held.content {
        Content::Text(text) | Content::Error(text) => text.trim().to_owned(),
        Content::Number(amount) => amount.to_string(),
        Content::Empty | Content::FormulaWithoutValue | Content::Merged => String::new(),
    }
}

/// A number beyond what is kept stays visible as text, so that it is refused by name later.
pub fn number(value: f64) -> Content {
    Amount::new(value).map_or_else(|| Content::Text(value.to_string()), Content::Number)
}

/// Words, unless they are white space.
pub fn words_or_empty(text: &str) -> Content {
    if text.trim().is_empty() { Content::Empty } else { Content::Text(text.to_owned()) }
}

/// Returns a cell as Excel shows it: K4.
pub fn place_name((row, column): Place) -> String {
    format!("{}{}", column_letter(column), row + 1)
}

/// Returns a column as Excel shows it: 0 is A, 26 is AA.
pub fn column_letter(column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        letters.push(char::from(b'A' + ((rest - 1) % 26) as u8));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}
