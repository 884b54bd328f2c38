//! A unit's part: figures entered in a workbook that was sent.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

/// The column of the return form in which a unit enters its figure.
const VALUE_COLUMN: &str = "K";

/// How many figures the unit enters.
const FIGURES: usize = 3;

/// Enters figures in the first workbook of a folder, and returns the copy that comes back.
pub fn fill_in_first(sent: &Path, returned: &Path) -> Result<PathBuf> {
    let workbooks = super::sorted(sent)?;
    let workbook = workbooks.iter().find(|path| path.extension().is_some_and(|ending| ending == "xlsx"));
    let workbook = workbook.with_context(|| format!("no workbook in {}", sent.display()))?;
    let bytes = fs::read(workbook)?;
    let empty = hand::empty_cells(&bytes, VALUE_COLUMN);
    if empty.is_empty() {
        bail!("{} has no empty cell in column {VALUE_COLUMN} to fill in", workbook.display());
    }
    let figures: Vec<(&str, &str)> = empty.iter().take(FIGURES).map(|cell| (cell.as_str(), "12")).collect();
    fs::create_dir_all(returned)?;
    let copy = returned.join(workbook.file_name().context("a file has a name")?);
    fs::write(&copy, hand::enter(&bytes, &figures))?;
    Ok(copy)
}
