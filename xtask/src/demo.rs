//! The main job on the command line, with the sample plan, into `target/demo/`.

use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::command;

/// The months for which figures are recorded; the workbooks ask for the one after them.
const MONTHS: [&str; 3] = ["01", "02", "03"];
const ASKED_MONTH: &str = "04";

/// The column of the return form in which a unit enters its figure.
const VALUE_COLUMN: &str = "K";

/// Goes from a plan document to a chart and a merged workbook, and lists what was made.
pub fn run(root: &Path) -> Result<()> {
    command::run(command::cargo(&["build", "--package", "cli"], root))?;
    let demo = Demo::start(root)?;
    let plan = root.join("assets/sample/plan.docx");
    demo.step("the plan document becomes a plan in the ledger", &["import", text(&plan)?])?;
    let units = demo.add_districts(&root.join("assets/sample/units.csv"))?;
    let (indicators, year) = demo.cumulative_indicators()?;
    demo.record_months(&indicators, &units, &year)?;

    let last = format!("{year}-{}", MONTHS[MONTHS.len() - 1]);
    let status = demo.ask("lights, completion and lag", &["status", "--period", &last, "--json"])?;
    fs::write(demo.folder.join("status.json"), serde_json::to_string_pretty(&status)?)?;
    let chart = demo.folder.join("chart.png");
    demo.step("a chart", &["chart", "trend", "--indicator", &indicators[0].id, "--out", text(&chart)?])?;

    let asked = format!("{year}-{ASKED_MONTH}");
    let out = demo.folder.join("workbooks");
    demo.step("one workbook per unit", &["export", "--period", &asked, "--all", "--out", text(&out)?])?;
    let returned = demo.fill_in_first(&out)?;
    demo.step("what merging it would change", &["merge", text(&returned)?, "--preview"])?;
    demo.step("merged", &["merge", text(&returned)?])?;
    demo.step("and taken back", &["undo"])?;
    demo.step("every change is in the history", &["history"])?;
    demo.list()
}

struct Demo {
    yaodian: PathBuf,
    folder: PathBuf,
    ledger: String,
}

struct Indicator {
    id: String,
    target: f64,
}

impl Demo {
    /// Returns a demo with an empty folder, for the same steps must make the same files each time.
    fn start(root: &Path) -> Result<Demo> {
        let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), |target| root.join(target));
        let folder = target.join("demo");
        if folder.exists() {
            fs::remove_dir_all(&folder).with_context(|| format!("cannot empty {}", folder.display()))?;
        }
        fs::create_dir_all(&folder)?;
        let ledger = text(&folder.join("云州市.yaodian"))?.to_owned();
        let yaodian = target.join("debug").join(format!("yaodian{}", std::env::consts::EXE_SUFFIX));
        Ok(Demo { yaodian, folder, ledger })
    }

    /// Runs a command on the ledger, showing it and what it says.
    fn step(&self, what: &str, arguments: &[&str]) -> Result<()> {
        let said = self.run(what, arguments)?;
        println!("{}", said.trim_end());
        Ok(())
    }

    /// Runs a command that answers in JSON.
    fn ask(&self, what: &str, arguments: &[&str]) -> Result<Value> {
        let said = self.run(what, arguments)?;
        serde_json::from_str(&said).with_context(|| format!("not JSON: {said}"))
    }

    fn run(&self, what: &str, arguments: &[&str]) -> Result<String> {
        println!("\n— {what}\n$ yaodian --ledger {} {}", self.ledger, arguments.join(" "));
        let arguments = [&["--ledger", &self.ledger], arguments].concat();
        command::output(command::program(text(&self.yaodian)?, &arguments, &self.folder))
    }

    /// Adds the districts of the sample (name, group, short name) and returns their names.
    fn add_districts(&self, csv: &Path) -> Result<Vec<String>> {
        let districts = fs::read_to_string(csv).with_context(|| format!("cannot read {}", csv.display()))?;
        let mut names = Vec::new();
        for line in districts.lines().skip(1) {
            let mut cells = line.split(',');
            let (Some(name), Some(group)) = (cells.next(), cells.next()) else { bail!("not name,group: {line}") };
            self.step("a district", &["unit", "add", name, "--in", group])?;
            names.push(name.to_owned());
        }
        Ok(names)
    }

    /// Returns three indicators whose figures grow through the year, and the year.
    fn cumulative_indicators(&self) -> Result<(Vec<Indicator>, String)> {
        let indicators = self.ask("what the plan promises", &["indicators", "--json"])?;
        let all = indicators.as_array().context("indicators is not a list")?;
        println!("{} indicators", all.len());
        let cumulative = all.iter().filter(|indicator| indicator["kind"] == "cumulative");
        let read = |indicator: &Value| {
            let id = indicator["id"].as_str()?.to_owned();
            let target = number(&indicator["target"])?;
            let year = indicator["due"].as_str()?.get(..4)?.to_owned();
            Some((Indicator { id, target }, year))
        };
        let (found, years): (Vec<_>, Vec<_>) = cumulative.filter_map(read).take(3).unzip();
        let year = years.into_iter().next().context("the sample plan has no cumulative indicator with a target and a due date")?;
        Ok((found, year))
    }

    /// Records figures that grow evenly towards the target, the same share for each unit.
    fn record_months(&self, indicators: &[Indicator], units: &[String], year: &str) -> Result<()> {
        for (month, number) in MONTHS.iter().zip(1..) {
            for indicator in indicators {
                let value = (indicator.target * f64::from(number) / 12.0 / units.len() as f64 * 100.0).round() / 100.0;
                for unit in units {
                    let (period, value) = (format!("{year}-{month}"), value.to_string());
                    let entry = ["record", "--indicator", &indicator.id, "--unit", unit, "--period", &period, "--value", &value];
                    self.step("a figure", &entry)?;
                }
            }
        }
        Ok(())
    }

    /// Enters figures in the first workbook as a unit would, and returns the copy that comes back.
    fn fill_in_first(&self, folder: &Path) -> Result<PathBuf> {
        let mut workbooks: Vec<PathBuf> = Vec::new();
        for entry in fs::read_dir(folder)? {
            workbooks.push(entry?.path());
        }
        workbooks.sort();
        let sent = workbooks.first().context("export made no workbook")?;
        let returns = self.folder.join("returned");
        fs::create_dir_all(&returns)?;
        let returned = returns.join(sent.file_name().context("a workbook has a name")?);
        fs::write(&returned, filled_in(&fs::read(sent)?)?)?;
        println!("\n— a unit fills in its workbook\n{}", returned.display());
        Ok(returned)
    }

    fn list(&self) -> Result<()> {
        println!("\nMade in {}:", self.folder.display());
        list_files(&self.folder, &self.folder)
    }
}

/// Returns a copy of a workbook with figures in the first three empty cells of its value column.
fn filled_in(workbook: &[u8]) -> Result<Vec<u8>> {
    let mut sent = zip::ZipArchive::new(Cursor::new(workbook))?;
    let mut returned = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..sent.len() {
        let mut part = sent.by_index(index)?;
        let name = part.name()?.into_owned();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes)?;
        if name == "xl/worksheets/sheet1.xml" {
            bytes = with_figures(&String::from_utf8(bytes)?)?.into_bytes();
        }
        returned.start_file(name, zip::write::SimpleFileOptions::default())?;
        returned.write_all(&bytes)?;
    }
    Ok(returned.finish()?.into_inner())
}

/// Returns a sheet with 12 in each of its first three empty cells for a value.
fn with_figures(sheet: &str) -> Result<String> {
    let (mut rest, mut filled, mut count) = (sheet, String::new(), 0);
    while let Some(start) = rest.find(&format!("<c r=\"{VALUE_COLUMN}")).filter(|_| count < 3) {
        let end = start + rest[start..].find('>').context("a cell's tag does not end")?;
        let (cell, after) = (&rest[start..end], &rest[end + 1..]);
        filled.push_str(&rest[..start]);
        match cell.strip_suffix('/') {
            Some(open) => {
                filled.push_str(&format!("{open}><v>12</v></c>"));
                count += 1;
            }
            None => filled.push_str(&rest[start..=end]),
        }
        rest = after;
    }
    if count == 0 {
        bail!("the workbook has no empty cell in column {VALUE_COLUMN} to fill in");
    }
    filled.push_str(rest);
    Ok(filled)
}

fn list_files(folder: &Path, base: &Path) -> Result<()> {
    let mut entries = Vec::new();
    for entry in fs::read_dir(folder)? {
        entries.push(entry?.path());
    }
    entries.sort();
    for path in entries {
        if path.is_dir() {
            list_files(&path, base)?;
        } else {
            let size = fs::metadata(&path)?.len();
            println!("  {:>9} bytes  {}", size, path.strip_prefix(base)?.display());
        }
    }
    Ok(())
}

/// Returns a figure that stands in JSON as a number or as text.
fn number(value: &Value) -> Option<f64> {
    value.as_f64().or_else(|| value.as_str()?.parse().ok())
}

fn text(path: &Path) -> Result<&str> {
    path.to_str().with_context(|| format!("not text: {}", path.display()))
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
