//! Workbooks and tables of any make, as lines of pipe rows: what .docx and web pages give for their tables.

pub mod csv;
pub mod ods;
mod shown;
pub mod xls;
pub mod xlsx;

use crate::Error;
use std::collections::BTreeMap;

/// The most cells with something in them that a file may have, its sheets together.
const MOST_CELLS: usize = 500_000;
/// The most text they may hold, in bytes: one long text may be shown by many cells.
const MOST_TEXT: usize = 32 << 20;
/// The most places the written rows may have, empty ones included.
const MOST_PLACES: usize = 2_000_000;
/// Cells further down or to the right are strays.
const MOST_ROWS: u32 = 100_000;
const MOST_COLUMNS: u32 = 256;
/// The most merged areas of a sheet.
const MOST_AREAS: usize = 100_000;

/// One sheet: what its cells show.
#[derive(Default)]
pub struct Sheet {
    name: String,
    rows: BTreeMap<u32, BTreeMap<u32, String>>,
    areas: Vec<Area>,
}

/// Merged cells: the first and the last row and column, counted from 0.
#[derive(Clone, Copy)]
pub struct Area {
    /// The first row and column.
    pub from: (u32, u32),
    /// The last row and column.
    pub to: (u32, u32),
}

/// The sheets of a file while they are read, with what they may still hold.
pub struct Sheets {
    sheets: Vec<Sheet>,
    problems: Vec<String>,
    cells: usize,
    text: usize,
    strays: bool,
}

impl Default for Sheets {
    fn default() -> Sheets {
        Sheets { sheets: Vec::new(), problems: Vec::new(), cells: MOST_CELLS, text: MOST_TEXT, strays: false }
    }
}

impl Sheets {
    /// Begins a sheet.
    pub fn begin(&mut self, name: &str) {
        self.sheets.push(Sheet { name: name.to_owned(), ..Sheet::default() });
    }

    /// Puts a cell into the sheet begun last; returns which limit that passes, if one.
    pub fn put(&mut self, row: u32, column: u32, text: &str) -> Result<(), String> {
        let text = text.trim();
        if text.is_empty() {
            return Ok(());
        }
        if row >= MOST_ROWS || column >= MOST_COLUMNS {
            self.strays = true;
            return Ok(());
        }
        self.cells = self.cells.checked_sub(1).ok_or_else(|| format!("有内容的单元格超过 {} 万个", MOST_CELLS / 10_000))?;
        self.text = self.text.checked_sub(text.len()).ok_or_else(too_much_text)?;
        if let Some(sheet) = self.sheets.last_mut() {
            sheet.rows.entry(row).or_default().insert(column, without_escapes(text).replace(['|', '\n', '\r', '\t'], " "));
        }
        Ok(())
    }

    /// Merges cells of the sheet begun last.
    pub fn merge(&mut self, area: Area) {
        if let Some(sheet) = self.sheets.last_mut()
            && sheet.areas.len() < MOST_AREAS
            && area.from <= area.to
        {
            sheet.areas.push(area);
        }
    }

    /// Says something of the file to the person who reads it.
    pub fn tell(&mut self, problem: String) {
        if !self.problems.contains(&problem) {
            self.problems.push(problem);
        }
    }

    /// Returns the lines of all sheets, and what a person should know.
    pub fn lines(mut self, name: &str) -> Result<(Vec<String>, Vec<String>), Error> {
        if self.strays {
            self.tell(format!("表格里超出 {MOST_ROWS} 行或 {MOST_COLUMNS} 列的内容未读入"));
        }
        let several = self.sheets.iter().filter(|sheet| !sheet.rows.is_empty()).count() > 1;
        let (mut lines, mut places, mut text) = (Vec::new(), MOST_PLACES, MOST_TEXT);
        for sheet in self.sheets.iter().filter(|sheet| !sheet.rows.is_empty()) {
            if several && !is_default_name(&sheet.name) {
                lines.push(sheet.name.clone());
            }
            sheet
                .write(&mut lines, &mut places, &mut text)
                .map_err(|what| Error::TooLarge { name: name.to_owned(), what: format!("工作表“{}”{what}", sheet.name) })?;
        }
        Ok((lines, self.problems))
    }
}

impl Sheet {
    /// Writes the rows. A merged cell shows its words in each of its rows, in its first column, as rows of .docx do. Lines with
    /// one cell above the table are its title and what belongs to it, not rows.
    fn write(&self, lines: &mut Vec<String>, places: &mut usize, text: &mut usize) -> Result<(), String> {
        let carried = self.carried(text)?;
        let columns = || self.rows.values().flat_map(|row| row.keys().copied());
        let (first, last) = (columns().min().unwrap_or(0), columns().max().unwrap_or(0));
        let mut in_table = false;
        for (at, row) in &self.rows {
            let above = carried.get(at);
            if !in_table && row.len() == 1 && above.is_none() {
                lines.extend(row.values().cloned());
                continue;
            }
            in_table = true;
            *places = places.checked_sub((last - first + 1) as usize).ok_or("的行列过多")?;
            let cell = |column: u32| row.get(&column).or_else(|| above?.get(&column).copied()).map_or("", String::as_str);
            lines.push((first..=last).map(cell).collect::<Vec<&str>>().join(" | "));
        }
        Ok(())
    }

    /// Returns the words that merged cells carry down, by row and column.
    fn carried(&self, text: &mut usize) -> Result<BTreeMap<u32, BTreeMap<u32, &String>>, String> {
        let mut carried: BTreeMap<u32, BTreeMap<u32, &String>> = BTreeMap::new();
        for area in &self.areas {
            let Some(words) = self.rows.get(&area.from.0).and_then(|row| row.get(&area.from.1)) else { continue };
            for (row, _) in self.rows.range(area.from.0 + 1..=area.to.0.max(area.from.0 + 1)).filter(|(row, _)| **row <= area.to.0) {
                *text = text.checked_sub(words.len()).ok_or_else(too_much_text)?;
                carried.entry(*row).or_default().insert(area.from.1, words);
            }
        }
        Ok(carried)
    }
}

/// Returns why a form that this program sent out is not read as a plan.
pub fn sent_form(name: &str) -> Error {
    Error::NotADocument {
        name: name.to_owned(), kind: "本程序发出的填报表", advice: "请到“交换”里回收，不要当作计划导入"
    }
}

/// Takes out control characters, which Excel writes as _x000D_.
fn without_escapes(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("_x00") {
        let (before, escape) = rest.split_at(at);
        out.push_str(before);
        let code = escape.get(2..6).filter(|_| escape.get(6..7) == Some("_")).and_then(|hex| u32::from_str_radix(hex, 16).ok());
        match code.filter(|code| *code < 0x20) {
            Some(_) => rest = &escape[7..],
            None => {
                out.push_str("_x00");
                rest = &escape[4..];
            }
        }
    }
    out + rest
}

fn too_much_text() -> String {
    format!("单元格里的文字超过 {} MB", MOST_TEXT >> 20)
}

/// Returns true for the names programs give, which say nothing.
fn is_default_name(name: &str) -> bool {
    let name = name.trim().to_ascii_lowercase();
    let rest = ["sheet", "工作表", "表"].iter().find_map(|start| name.strip_prefix(start));
    rest.is_some_and(|rest| rest.trim().chars().all(|c| c.is_ascii_digit()))
}

#[cfg(test)]
pub mod tests;
