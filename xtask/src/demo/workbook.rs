//! A unit's hand: figures entered in a workbook that was sent.

use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// The column of the return form in which a unit enters its figure, and the sheet it stands on.
const VALUE_COLUMN: &str = "K";
const SHEET: &str = "xl/worksheets/sheet1.xml";

/// How many figures the unit enters.
const FIGURES: usize = 3;

/// Enters figures in the first workbook of a folder, and returns the copy that comes back.
pub fn fill_in_first(sent: &Path, returned: &Path) -> Result<PathBuf> {
    let workbooks = super::sorted(sent)?;
    let workbook = workbooks.iter().find(|path| path.extension().is_some_and(|ending| ending == "xlsx"));
    let workbook = workbook.with_context(|| format!("no workbook in {}", sent.display()))?;
    fs::create_dir_all(returned)?;
    let copy = returned.join(workbook.file_name().context("a file has a name")?);
    fs::write(&copy, filled_in(&fs::read(workbook)?)?)?;
    Ok(copy)
}

fn filled_in(workbook: &[u8]) -> Result<Vec<u8>> {
    let mut sent = ZipArchive::new(Cursor::new(workbook))?;
    let mut returned = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..sent.len() {
        let mut part = sent.by_index(index)?;
        let name = part.name()?.into_owned();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes)?;
        if name == SHEET {
            bytes = with_figures(&String::from_utf8(bytes)?)?.into_bytes();
        }
        returned.start_file(name, SimpleFileOptions::default())?;
        returned.write_all(&bytes)?;
    }
    Ok(returned.finish()?.into_inner())
}

/// Returns a sheet with 12 in its first empty cells for a value.
fn with_figures(sheet: &str) -> Result<String> {
    let (mut rest, mut filled, mut count) = (sheet, String::new(), 0);
    let cell = format!("<c r=\"{VALUE_COLUMN}");
    while let Some(start) = rest.find(&cell).filter(|_| count < FIGURES) {
        let end = start + rest[start..].find('>').context("a cell's tag does not end")?;
        match rest[..end].strip_suffix('/') {
            Some(empty) => {
                filled.push_str(&format!("{empty}><v>12</v></c>"));
                count += 1;
            }
            None => filled.push_str(&rest[..=end]),
        }
        rest = &rest[end + 1..];
    }
    if count == 0 {
        bail!("the workbook has no empty cell in column {VALUE_COLUMN} to fill in");
    }
    filled.push_str(rest);
    Ok(filled)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_empty_cells_of_the_value_column_are_filled_in() {
        let sheet = r#"<c r="J4" s="1"/><c r="K3" t="s"><v>9</v></c><c r="K4" s="2"/><c r="L4" s="2"/><c r="K5" s="2"/>"#;
        let filled =
            r#"<c r="J4" s="1"/><c r="K3" t="s"><v>9</v></c><c r="K4" s="2"><v>12</v></c><c r="L4" s="2"/><c r="K5" s="2"><v>12</v></c>"#;
        assert_eq!(with_figures(sheet).unwrap(), filled);
    }

    #[test]
    fn a_sheet_with_nothing_to_fill_in_is_refused() {
        assert!(with_figures(r#"<c r="J4" s="1"/>"#).is_err());
    }
}
