//! A thousand returned workbooks of three hundred rows: previewed and merged as the window does it, and sent.
//!
//! Times are those a person waits, so other programs at work make them longer; the shortest of some tries counts, and
//! those of the program and of the bare libraries alternate.

use crate::clock::{fastest, ratio};
use crate::ledger::{self, EXCHANGE};
use crate::{Figure, bare, figure, memory, returns};
use app::merge::{OnConflict, apply_all, preview};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// The argument that makes the program merge the first so many workbooks.
pub const CHILD: &str = "merge-in-a-child";

const TRIES: usize = 3;

/// Merges the first so many workbooks into a ledger, and prints what it took: microseconds and kilobytes.
pub fn child(ledger: &Path, count: usize) {
    let files = returns::made().files;
    let mut app = ledger::opened(ledger);
    let started = Instant::now();
    let report = preview(&mut app, &files[..count]).expect("the workbooks are compared");
    let previewed = started.elapsed();
    assert_eq!(report.cells.applied as usize, count * CELLS, "{:?}", report.cells);
    drop(report);
    let started = Instant::now();
    let report = apply_all(&mut app, OnConflict::Open).expect("the workbooks are merged");
    let applied = started.elapsed();
    assert_eq!(report.cells.applied as usize, count * CELLS);
    println!("{} {} {}", previewed.as_micros(), applied.as_micros(), memory::peak().unwrap_or(0));
}

/// What is entered in a workbook: a value or a ratio's two parts in each row, and a note in every third.
const CELLS: usize = 240 + 2 * 60 + 100;

/// What merging took.
struct Merged {
    preview: Duration,
    apply: Duration,
    /// The most memory of the process, in kilobytes.
    memory: u64,
    /// The most of any process that read for it.
    of_reader: u64,
}

/// Returns the figures of the exchange; making the workbooks takes minutes, and they are kept for the next run.
pub fn figures() -> Vec<Figure> {
    let made = returns::made();
    let folder = ledger::folder().join("exchange-1");
    let (mut all, mut hundred) = (Vec::new(), Vec::new());
    let (mut read, mut inserted, mut same_rows) = (Duration::MAX, Duration::MAX, Duration::MAX);
    for _ in 0..TRIES {
        let started = Instant::now();
        assert!(bare::read_all(&made.files) > EXCHANGE.units * EXCHANGE.indicators() * 12);
        read = read.min(started.elapsed());
        hundred.push(merged(&made.ledger, &folder, EXCHANGE.units / 10, |_| ()));
        all.push(merged(&made.ledger, &folder, EXCHANGE.units, |ledger| {
            inserted = inserted.min(insert(ledger, &folder, &[CHANGED]));
            same_rows = same_rows.min(insert(ledger, &folder, &ROWS));
        }));
    }
    let least = |merged: &[Merged], of: fn(&Merged) -> Duration| merged.iter().map(of).min().expect("there is more than one try");
    let (previewed, applied) = (least(&all, |one| one.preview), least(&all, |one| one.apply));
    let growth = |of: fn(&Merged) -> Duration| ratio(least(&all, of), least(&hundred, of)) / 10.0;
    let (memory, of_reader) = (all.iter().map(|one| one.memory).max(), all.iter().map(|one| one.of_reader).max());
    let (memory, of_reader) = (memory.unwrap_or(0) / 1024, of_reader.unwrap_or(0) / 1024);
    let seconds = |time: Duration| format!("{:.1} s", time.as_secs_f64());
    let times = |long, short| format!("{:.2} times", ratio(long, short));
    let mut figures = vec![
        figure(
            "previewing 1,000 workbooks, beside calamine visiting every cell",
            format!("{}, {} the {}", seconds(previewed), times(previewed, read), seconds(read)),
            "at most 3 times",
            ratio(previewed, read) <= 3.0,
        ),
        figure("previewing 1,000 workbooks", seconds(previewed), "within 60 s", previewed.as_secs() < 60),
        figure("merging 1,000 workbooks", seconds(applied), "within 30 s", applied.as_secs() < 30),
        figure(
            "merging, beside inserting the changed reports bare",
            format!("{} the {}", times(applied, inserted), seconds(inserted)),
            "at most 2 times",
            ratio(applied, inserted) <= 2.0,
        ),
        figure(
            "merging, beside inserting every row it leaves, change records included",
            format!("{} the {}", times(applied, same_rows), seconds(same_rows)),
            "at most 2 times",
            ratio(applied, same_rows) <= 2.0,
        ),
        figure("memory for previewing and merging 1,000", format!("{memory} MB"), "at most 1,024 MB", memory <= 1024),
        figure("memory of a process that reads", format!("{of_reader} MB"), "at most 512 MB", of_reader <= 512),
    ];
    for (what, grown) in [("previewing", growth(|one| one.preview)), ("merging", growth(|one| one.apply))] {
        let what = format!("{what} 1,000 workbooks beside 100, for each");
        figures.push(figure(&what, format!("{grown:.2} times the time"), "at most 1.3 times", grown <= 1.3));
    }
    figures.extend(sending(&made.ledger, &folder, &made.files));
    figures
}

/// Runs the merge in a process of its own, on a copy of the ledger, and lets `see` have a look at what it left.
fn merged(ledger: &Path, folder: &Path, count: usize, see: impl FnOnce(&Path)) -> Merged {
    let copy = folder.join("merged.yaodian");
    remove(&copy);
    fs::copy(ledger, &copy).expect("there is room for the ledger");
    let program = std::env::current_exe().expect("the program knows where it is");
    let child = Command::new(program).arg(CHILD).arg(&copy).arg(count.to_string()).stdout(Stdio::piped()).spawn();
    let child = child.expect("the program can be started again");
    let (id, over) = (child.id(), AtomicBool::new(false));
    let (output, of_reader) = std::thread::scope(|scope| {
        let watch = scope.spawn(|| memory::of_children(id, || over.load(Ordering::Relaxed)));
        let output = child.wait_with_output().expect("the child ends");
        over.store(true, Ordering::Relaxed);
        (output, watch.join().expect("watching does not fail"))
    });
    assert!(output.status.success(), "the workbooks were merged");
    let said = String::from_utf8(output.stdout).expect("numbers");
    let mut numbers = said.split_whitespace().map(|number| number.parse().expect("a number"));
    let mut next = || numbers.next().expect("three numbers");
    let merged = Merged { preview: Duration::from_micros(next()), apply: Duration::from_micros(next()), memory: next(), of_reader };
    see(&copy);
    remove(&copy);
    merged
}

/// The reports that changed, and their key.
const CHANGED: (&str, &str) = ("SELECT * FROM entry WHERE who LIKE '%回表'", "indicator_id, unit_id, period_id");
/// Every row the merge leaves.
const ROWS: [(&str, &str); 3] = [
    CHANGED,
    ("SELECT * FROM change WHERE operation_id = (SELECT max(id) FROM operation)", "id"),
    ("SELECT * FROM exchange_cell WHERE base_number IS NOT NULL OR base_text IS NOT NULL", "exchange_id, indicator_id, field"),
];

fn insert(ledger: &Path, folder: &Path, what: &[(&str, &str)]) -> Duration {
    let path = folder.join("bare.sqlite");
    let one = |(query, key): &(&str, &str)| {
        remove(&path);
        let insertion = bare::Insertion::of(ledger, query, key);
        assert!(insertion.rows() >= EXCHANGE.units * EXCHANGE.indicators(), "{query} finds {}", insertion.rows());
        insertion.run(&path)
    };
    let took = what.iter().map(one).sum();
    remove(&path);
    took
}

/// Removes a database and what lies beside it.
fn remove(path: &Path) {
    for ending in ["", "-wal", "-shm"] {
        let mut name = path.as_os_str().to_owned();
        name.push(ending);
        // What is not there need not be removed.
        let _ = fs::remove_file(PathBuf::from(name));
    }
}

fn sending(ledger: &Path, folder: &Path, files: &[PathBuf]) -> Vec<Figure> {
    let form = returns::form();
    let ours = workbook::write_return_form(&form).expect("the form can be written");
    let cells = bare::cells(&ours);
    let (writing, bare) = (fastest(|| drop(workbook::write_return_form(&form))), fastest(|| drop(bare::write(&cells))));
    let times = ratio(writing, bare);
    let copy = folder.join("sending.yaodian");
    remove(&copy);
    fs::copy(ledger, &copy).expect("there is room for the ledger");
    let out = folder.join("sending");
    let _ = fs::remove_dir_all(&out);
    let started = Instant::now();
    assert_eq!(returns::send(&copy, &out).len(), files.len());
    let whole = started.elapsed();
    let _ = fs::remove_dir_all(&out);
    remove(&copy);
    vec![
        figure(
            "writing a form of 300 rows, beside its cells written bare",
            format!("{times:.2} times the {:.1} ms", bare.as_secs_f64() * 1e3),
            "at most 1.5 times",
            times <= 1.5,
        ),
        figure(
            "sending 1,000 workbooks, on the disk and recorded",
            format!("{:.1} s", whole.as_secs_f64()),
            "within 60 s",
            whole.as_secs() < 60,
        ),
    ]
}
