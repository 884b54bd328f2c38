//! The main job on the command line, with the sample plan, into `target/demo/`.

mod sample;
mod workbook;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::Value;

use crate::command;
use sample::Entry;

/// The month whose status is asked, after which the workbooks ask for the next.
const REPORTED: &str = "2026-03";
const ASKED: &str = "2026-04";

/// Goes from a plan document to a chart and a merged workbook, and lists what was made.
pub fn run(root: &Path) -> Result<()> {
    command::run(command::cargo(&["build", "--package", "cli"], root))?;
    let demo = Demo::start(root)?;
    let sample = root.join("assets/sample");
    demo.step("the plan document becomes a plan in the ledger", &["import", text(&sample.join("plan.docx"))?])?;
    for (name, group) in sample::members(&sample.join("units.csv"))? {
        demo.step("a member of a group that the plan names", &["unit", "add", &name, "--in", &group])?;
    }
    let indicators = demo.ask("what the plan promises", &["indicators", "--json"])?;
    let entries = sample::entries(&sample.join("entries.csv"), &indicators)?;
    for entry in &entries {
        demo.record(entry)?;
    }

    let status = demo.ask("lights, completion and lag", &["status", "--period", REPORTED, "--json"])?;
    println!("lights: {}", status["lights"]);
    fs::write(demo.folder.join("status.json"), serde_json::to_string_pretty(&status)?)?;
    let chart = demo.folder.join("chart.png");
    demo.step("a chart", &["chart", "trend", "--indicator", &entries[0].indicator, "--out", text(&chart)?])?;

    let sent = demo.folder.join("sent");
    demo.step("one workbook per unit", &["export", "--period", ASKED, "--all", "--out", text(&sent)?])?;
    let returned = workbook::fill_in_first(&sent, &demo.folder.join("returned"))?;
    println!("\n— a unit fills in its workbook\n{}", returned.display());
    demo.step("what merging it would change", &["merge", text(&returned)?, "--preview"])?;
    demo.step("merged", &["merge", text(&returned)?])?;
    demo.step("and taken back", &["undo"])?;
    demo.step("every change is in the history", &["history"])?;

    println!("\nMade in {}:", demo.folder.display());
    list(&demo.folder, &demo.folder)
}

/// Returns the folder cargo builds into.
pub fn target(root: &Path) -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), |target| root.join(target))
}

struct Demo {
    yaodian: PathBuf,
    folder: PathBuf,
    ledger: String,
}

impl Demo {
    /// Returns a demo with an empty folder, for the same steps must make the same files each time.
    fn start(root: &Path) -> Result<Demo> {
        let target = target(root);
        let folder = target.join("demo");
        if folder.exists() {
            fs::remove_dir_all(&folder).with_context(|| format!("cannot empty {}", folder.display()))?;
        }
        fs::create_dir_all(&folder)?;
        let ledger = text(&folder.join("云州市.yaodian"))?.to_owned();
        let yaodian = target.join("debug").join(format!("yaodian{}", std::env::consts::EXE_SUFFIX));
        Ok(Demo { yaodian, folder, ledger })
    }

    fn record(&self, entry: &Entry) -> Result<()> {
        let mut arguments = vec!["record", "--indicator", &entry.indicator, "--unit", &entry.unit, "--period", &entry.period];
        for (name, figure) in &entry.figures {
            arguments.extend([name, figure.as_str()]);
        }
        self.step("a figure", &arguments)
    }

    /// Runs a command on the ledger, showing it and what it says.
    fn step(&self, what: &str, arguments: &[&str]) -> Result<()> {
        println!("{}", self.yaodian(what, arguments)?.trim_end());
        Ok(())
    }

    /// Runs a command that answers in JSON.
    fn ask(&self, what: &str, arguments: &[&str]) -> Result<Value> {
        let said = self.yaodian(what, arguments)?;
        serde_json::from_str(&said).with_context(|| format!("not JSON: {said}"))
    }

    fn yaodian(&self, what: &str, arguments: &[&str]) -> Result<String> {
        let arguments = [&["--ledger", &self.ledger], arguments].concat();
        println!("\n— {what}\n$ yaodian {}", arguments.join(" "));
        command::output(command::program(text(&self.yaodian)?, &arguments, &self.folder))
    }
}

fn list(folder: &Path, base: &Path) -> Result<()> {
    for path in sorted(folder)? {
        if path.is_dir() {
            list(&path, base)?;
        } else {
            println!("  {:>9} bytes  {}", fs::metadata(&path)?.len(), path.strip_prefix(base)?.display());
        }
    }
    Ok(())
}

fn sorted(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))? {
        paths.push(entry?.path());
    }
    paths.sort();
    Ok(paths)
}

fn text(path: &Path) -> Result<&str> {
    path.to_str().with_context(|| format!("not text: {}", path.display()))
}
