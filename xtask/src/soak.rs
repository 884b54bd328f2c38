//! The laws of merging and reading on as many cases as were promised: hours where the tests take seconds.

use std::path::Path;
use std::time::Instant;

use anyhow::Result;

use crate::command;

/// A law: its name, the package and the tests that try it, and on how many cases.
const LAWS: [(&str, &str, &str, u64); 4] = [
    ("M1 the merge function", "workbook", "merge::tests::", 100_000),
    ("M1 the ledger: merged twice is once, undo is before", "app", "merging_twice_is_once", 2_000),
    ("M1 what is told of measures, likewise", "app", "the_laws_of_merging_hold", 2_000),
    ("M2 rows and columns in disorder", "workbook", "disorder::", 50_000),
];

/// Damaged documents of every format, the workbooks among them.
const MUTANTS: u64 = 100_000;

/// Tries every law and reads damaged documents; of the cases promised, one in `share`.
pub fn soak(root: &Path, share: u64) -> Result<()> {
    for (law, package, tests, cases) in LAWS {
        let cases = (cases / share).max(1);
        let started = Instant::now();
        let mut run = command::cargo(&["test", "--release", "--quiet", "--package", package, "--lib", "--", tests], root);
        run.env("YAODIAN_CASES", cases.to_string());
        command::run(run)?;
        println!("{law}: {cases} cases held, {:.0} s with building", started.elapsed().as_secs_f64());
    }
    let mutants = (MUTANTS / share).to_string();
    command::run(command::cargo(&["run", "--release", "--quiet", "--package", "mutants", "--", &mutants], root))
}
