//! `cargo xtask test`: every stage, cheapest first, until one fails.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::command::{cargo, program, shown};
use crate::{setup, tidy};

/// How many tests the runners said they ran.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Count {
    passed: usize,
    failed: usize,
}

/// Sets up what is missing and runs all stages.
pub fn test(root: &Path) -> Result<()> {
    let started = Instant::now();
    setup::for_tests(root)?;
    let mut total = Count::default();
    stage("tidy", &mut total, || tidy::check(root).map(|passed| Count { passed, failed: 0 }))?;
    for (name, command) in stages(root)? {
        let said = shown(&command);
        stage(name, &mut total, || counted(command)).with_context(|| format!("to see it alone: {said}"))?;
    }
    println!("\n{} passed, {} failed in {}", total.passed, total.failed, shown_time(started.elapsed()));
    Ok(())
}

fn stages(root: &Path) -> Result<Vec<(&'static str, Command)>> {
    let clippy = ["clippy", "--workspace", "--all-targets", "--", "--deny", "warnings"];
    let mut stages = vec![
        ("fmt", cargo(&["fmt", "--all", "--check"], root)),
        ("clippy", cargo(&clippy, root)),
        ("crates", cargo(&["test"], root)),
        ("types of the pages", program("node", &["node_modules/typescript/bin/tsc", "--noEmit", "--project", "ui"], root)),
    ];
    let pages = tests_of_pages(root)?;
    if !pages.is_empty() {
        let mut node = program("node", &["--test"], root);
        node.args(pages);
        stages.push(("pages", node));
    }
    stages.push(("window", cargo(&["build", "--package", "yaodian-desktop"], root)));
    if cfg!(target_os = "linux") {
        stages.push(("journeys", cargo(&["test", "--package", "journeys"], root)));
    }
    Ok(stages)
}

/// Returns the files of `tests/pages`, for Node's versions do not agree on what naming the folder means.
fn tests_of_pages(root: &Path) -> Result<Vec<PathBuf>> {
    let folder = root.join("tests/pages");
    let mut files = Vec::new();
    if folder.is_dir() {
        for entry in fs::read_dir(folder)? {
            files.push(entry?.path());
        }
    }
    files.retain(|file| file.to_string_lossy().ends_with(".test.js"));
    files.sort();
    Ok(files)
}

fn stage(name: &str, total: &mut Count, work: impl FnOnce() -> Result<Count>) -> Result<()> {
    println!("\n== {name}");
    let started = Instant::now();
    let count = work();
    let time = shown_time(started.elapsed());
    match count {
        Ok(count) if count.failed == 0 => {
            total.passed += count.passed;
            println!("== {name}: passed in {time}");
            Ok(())
        }
        Ok(Count { passed, failed }) => {
            println!("\n{} passed, {failed} failed", total.passed + passed);
            bail!("stage {name}: {failed} failed after {time}; the later stages did not run")
        }
        Err(error) => {
            println!("\n{} passed, 1 failed", total.passed);
            Err(error.context(format!("stage {name} failed after {time}; the later stages did not run")))
        }
    }
}

/// Runs a stage's command, shows what it says, and adds up the tests it says it ran.
fn counted(mut command: Command) -> Result<Count> {
    let said = shown(&command);
    let mut child = command.stdout(Stdio::piped()).spawn().with_context(|| format!("cannot start: {said}"))?;
    let mut count = Count::default();
    for line in BufReader::new(child.stdout.take().context("the output was asked for")?).lines() {
        let line = line?;
        println!("{line}");
        let Count { passed, failed } = count_in(&line);
        count.passed += passed;
        count.failed += failed;
    }
    let status = child.wait()?;
    if !status.success() && count.failed == 0 {
        bail!("failed: {said}");
    }
    Ok(count)
}

/// Returns the tests of a closing line: `test result: ok. 3 passed; 1 failed; …` of Rust, `# pass 3` of Node.
fn count_in(line: &str) -> Count {
    let words: Vec<&str> = line.split([' ', ';']).filter(|word| !word.is_empty()).collect();
    let number = |word: &str| word.parse().unwrap_or(0);
    match words[..] {
        ["test", "result:", _, passed, "passed", failed, "failed", ..] => Count { passed: number(passed), failed: number(failed) },
        ["#" | "ℹ", "pass", passed] => Count { passed: number(passed), failed: 0 },
        ["#" | "ℹ", "fail", failed] => Count { passed: 0, failed: number(failed) },
        _ => Count::default(),
    }
}

fn shown_time(time: Duration) -> String {
    match time.as_secs() {
        seconds @ 60.. => format!("{} min {} s", seconds / 60, seconds % 60),
        _ => format!("{:.1} s", time.as_secs_f64()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closing_lines_of_both_runners_are_counted() {
        let rust = "test result: FAILED. 3 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s";
        assert_eq!(count_in(rust), Count { passed: 3, failed: 1 });
        assert_eq!(count_in("# pass 7"), Count { passed: 7, failed: 0 });
        assert_eq!(count_in("ℹ fail 2"), Count { passed: 0, failed: 2 });
        assert_eq!(count_in("test result of the month ... ok"), Count::default());
    }

    #[test]
    fn times_are_short_to_read() {
        assert_eq!(shown_time(Duration::from_millis(1250)), "1.2 s");
        assert_eq!(shown_time(Duration::from_secs(125)), "2 min 5 s");
    }
}
