//! The laws of merging and reading on as many cases as were promised: hours where the tests take seconds.

use std::path::Path;
use std::time::Instant;

use anyhow::Result;

use crate::command;

/// A law: its name, the package, where and which the tests are that try it, and on how many cases.
type Law = (&'static str, &'static str, &'static [&'static str], &'static str, u64);

const LAWS: [Law; 8] = [
    ("M1 the merge function", "workbook", &["--lib"], "merge::tests::", 100_000),
    ("M1 the ledger: merged twice is once, undo is before", "app", &["--lib"], "merging_twice_is_once", 100_000),
    ("M1 the ledger: returns in any order", "app", &["--lib"], "returns_of_two_units", 100_000),
    ("M1 the ledger: a conflict exactly when all differ", "app", &["--lib"], "conflicts_exactly_when", 100_000),
    ("M1 what is told of measures, likewise", "app", &["--lib"], "the_laws_of_merging_hold", 2_000),
    ("M2 rows and columns in disorder, and what is confirmed of them", "workbook", &["--lib"], "disorder::", 50_000),
    ("X4 hostile files are refused at once", "cli", &["--test", "apart"], "hostile", 1),
    ("M3 killed while merging many workbooks", "cli", &["--test", "killed"], "killed", 100),
];

/// Where Linux keeps files in memory: nothing waits for a disk there.
const MEMORY: &str = "/dev/shm";

/// Damaged documents of every format, the workbooks among them.
const MUTANTS: u64 = 100_000;

/// Tries every law and reads damaged documents; of the cases promised, one in `share`.
pub fn soak(root: &Path, share: u64) -> Result<()> {
    for (law, package, place, tests, cases) in LAWS {
        let cases = (cases / share).max(1);
        let started = Instant::now();
        let arguments = [&["test", "--release", "--quiet", "--package", package], place, &["--", tests]].concat();
        let mut run = command::cargo(&arguments, root);
        run.env("YAODIAN_CASES", cases.to_string());
        // Laws are tried on what the files say, not on how well a disk keeps them; killing is, so it stays on the disk.
        if place == ["--lib"] && Path::new(MEMORY).is_dir() {
            run.env("TMPDIR", MEMORY);
        }
        command::run(run)?;
        println!("{law}: {cases} cases held, {:.0} s with building", started.elapsed().as_secs_f64());
    }
    let mutants = (MUTANTS / share).to_string();
    command::run(command::cargo(&["run", "--release", "--quiet", "--package", "mutants", "--", &mutants], root))
}
