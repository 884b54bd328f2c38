//! Reading documents: fast, linear, within bounds of memory.

use crate::clock::{fastest, ratio};
use crate::{Figure, figure, memory, text};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// The argument that makes the program read a file and end.
pub const CHILD: &str = "read-a-file";

/// Reads a file.
pub fn child(path: &str) {
    read(&std::fs::read(path).expect("the parent wrote it"));
}

/// Returns the figures of reading.
pub fn figures() -> Vec<Figure> {
    let (short, long) = (text::plan(1 << 20), text::plan(10 << 20));
    let (of_short, of_long) = (fastest(|| read(short.as_bytes())), fastest(|| read(long.as_bytes())));
    let rate = long.len() as f64 / (1 << 20) as f64 / of_long.as_secs_f64();
    let growth = ratio(of_long, of_short);
    let of_word = whole_process(&text::word_document(30));
    let mut figures = vec![
        figure("reading 10 MB of plan text", format!("{rate:.1} MB/s"), "at least 10 MB/s", rate >= 10.0),
        figure("ten times the text", format!("{growth:.1} times the time"), "at most 11 times", growth <= 11.0),
        figure(
            "a Word document of 30 pages, from the start of the program to its end",
            format!("{:.0} ms", of_word.as_secs_f64() * 1e3),
            "under 100 ms",
            of_word < Duration::from_millis(100),
        ),
    ];
    if let (Some(idle), Some(busy)) = (memory::of_reading(0), memory::of_reading(10)) {
        let times = busy.saturating_sub(idle) as f64 / 1024.0 / 10.0;
        figures.push(figure("memory for 10 MB of text", format!("{times:.1} times the text"), "at most 20 times", times <= 20.0));
    }
    figures
}

fn read(document: &[u8]) {
    let reading = reader::read("plan", document).expect("a made-up plan is readable");
    assert!(!reading.draft.measures.is_empty(), "the plan was read");
}

/// Returns the shortest time a process of its own takes for a document.
fn whole_process(document: &[u8]) -> Duration {
    let path = std::env::temp_dir().join(format!("yaodian-bench-{}", std::process::id()));
    std::fs::write(&path, document).expect("there is room for a small file");
    let program = std::env::current_exe().expect("the program knows where it is");
    let once = || {
        let start = Instant::now();
        let status = Command::new(&program).arg(CHILD).arg(&path).stdout(Stdio::null()).status();
        assert!(status.is_ok_and(|status| status.success()), "the document was read");
        start.elapsed()
    };
    let shortest = (0..5).map(|_| once()).min().expect("there is more than one try");
    // What is left of it is the system's to clear away.
    let _ = std::fs::remove_file(&path);
    shortest
}
