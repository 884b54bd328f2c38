//! Tables of a Word document while they are read: spans, tracked rows, tables in cells.

use crate::rows;

/// Tables nested deeper than this are a mistake or an attack: their text is text of the cell they stand in.
const DEEPEST: usize = 16;
/// The most columns a row may skip or a cell may span.
const WIDEST: usize = 64;

/// The tables we are in.
#[derive(Default)]
pub struct Tables {
    open: Vec<Table>,
    /// How many tables too deep we are in.
    too_deep: usize,
}

#[derive(Default)]
struct Table {
    cells: Vec<String>,
    /// Text of the cell so far; none between cells.
    cell: Option<String>,
    /// Columns a merged cell takes beyond its own.
    span: usize,
    /// The cell is merged with the one above, and has its text.
    continues: bool,
    /// The row was deleted in a tracked change.
    deleted: bool,
    /// The row above.
    above: Vec<String>,
}

impl Tables {
    /// Returns true inside a table.
    pub fn is_inside(&self) -> bool {
        !self.open.is_empty()
    }

    /// Opens a table.
    pub fn open(&mut self) {
        if self.open.len() < DEEPEST {
            self.open.push(Table::default());
        } else {
            self.too_deep += 1;
        }
    }

    /// Closes a table.
    pub fn close(&mut self) {
        match self.too_deep {
            0 => drop(self.open.pop()),
            _ => self.too_deep -= 1,
        }
    }

    /// Begins a row.
    pub fn begin_row(&mut self) {
        self.set(|table| {
            table.cells.clear();
            table.deleted = false;
        });
    }

    /// Begins a cell.
    pub fn begin_cell(&mut self) {
        self.set(|table| (table.cell, table.span, table.continues) = (Some(String::new()), 0, false));
    }

    /// The cell is merged with the one above.
    pub fn continue_cell(&mut self, continues: bool) {
        self.set(|table| table.continues = continues);
    }

    /// The cell spans columns.
    pub fn span(&mut self, columns: usize) {
        self.set(|table| table.span = columns.clamp(1, WIDEST) - 1);
    }

    /// The row begins further right.
    pub fn skip(&mut self, columns: usize) {
        self.set(|table| table.cells.extend(std::iter::repeat_n(String::new(), columns.min(WIDEST))));
    }

    /// The row was deleted in a tracked change.
    pub fn delete_row(&mut self) {
        self.set(|table| table.deleted = true);
    }

    /// Adds a paragraph to the cell; gives it back where there is none to add to.
    pub fn add(&mut self, paragraph: String) -> Option<String> {
        let Some(cell) = self.open.last_mut().and_then(|table| table.cell.as_mut()) else { return Some(paragraph) };
        if !paragraph.trim().is_empty() {
            if !cell.is_empty() {
                cell.push('\n');
            }
            cell.push_str(&paragraph.replace('|', " "));
        }
        None
    }

    /// Ends a cell.
    pub fn end_cell(&mut self) {
        self.set(|table| {
            let cell = table.cell.take().unwrap_or_default();
            let above = table.above.get(table.cells.len()).filter(|_| table.continues);
            let cell = above.cloned().unwrap_or_else(|| cell.trim().to_owned());
            table.cells.push(cell);
            table.cells.extend(std::iter::repeat_n(String::new(), table.span));
        });
    }

    /// Ends a row; returns its lines, unless they became text of the cell that the table stands in.
    pub fn end_row(&mut self) -> Vec<String> {
        if self.too_deep > 0 {
            return Vec::new();
        }
        let Some(table) = self.open.last_mut() else { return Vec::new() };
        if table.deleted {
            table.cells.clear();
            return Vec::new();
        }
        table.above = std::mem::take(&mut table.cells);
        let lines = rows::written(&table.above);
        let depth = self.open.len();
        match depth.checked_sub(2).and_then(|outer| self.open[outer].cell.as_mut()) {
            Some(cell) => {
                for line in lines {
                    if !cell.is_empty() {
                        cell.push('\n');
                    }
                    cell.push_str(&line);
                }
                Vec::new()
            }
            None => lines,
        }
    }

    fn set(&mut self, change: impl FnOnce(&mut Table)) {
        if let Some(table) = self.open.last_mut().filter(|_| self.too_deep == 0) {
            change(table);
        }
    }
}
