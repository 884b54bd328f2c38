//! A table of a web page while it is read: spans of cells are carried to where they are shown.

/// The most columns and rows a cell spans.
const WIDEST: usize = 64;
const TALLEST: usize = 1000;

/// A table.
#[derive(Default)]
pub struct Table {
    cells: Vec<String>,
    cell: Option<Cell>,
    /// For each column, in how many further rows a cell of it is still shown, and its words.
    spans: Vec<(usize, String)>,
}

struct Cell {
    text: String,
    rows: usize,
    columns: usize,
}

impl Table {
    /// Returns the text of the cell we are in.
    pub fn cell(&mut self) -> Option<&mut String> {
        self.cell.as_mut().map(|cell| &mut cell.text)
    }

    /// Begins a cell.
    pub fn begin_cell(&mut self, rows: usize, columns: usize) {
        self.cell = Some(Cell { text: String::new(), rows: rows.clamp(1, TALLEST), columns: columns.clamp(1, WIDEST) });
    }

    /// Ends the cell, if we are in one.
    pub fn end_cell(&mut self) {
        let Some(cell) = self.cell.take() else { return };
        self.fill();
        let at = self.cells.len();
        let text = cell.text.trim().to_owned();
        if cell.rows > 1 {
            self.spans.resize(self.spans.len().max(at + cell.columns), (0, String::new()));
            for (column, span) in self.spans[at..at + cell.columns].iter_mut().enumerate() {
                *span = (cell.rows, if column == 0 { text.clone() } else { String::new() });
            }
        }
        self.cells.push(text);
        self.cells.extend(std::iter::repeat_n(String::new(), cell.columns - 1));
    }

    /// Ends the row and returns its cells; none if it had no cell of its own.
    pub fn take_row(&mut self) -> Vec<String> {
        self.end_cell();
        if self.cells.is_empty() {
            return Vec::new();
        }
        self.fill();
        for (rows, _) in &mut self.spans {
            *rows = rows.saturating_sub(1);
        }
        std::mem::take(&mut self.cells)
    }

    /// Writes the cells of rows above that are still shown here.
    fn fill(&mut self) {
        while let Some((_, words)) = self.spans.get(self.cells.len()).filter(|(rows, _)| *rows > 0) {
            self.cells.push(words.clone());
        }
    }
}
