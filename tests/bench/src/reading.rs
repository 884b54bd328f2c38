//! Reading documents: fast, linear, within bounds of memory.

use crate::{Figure, memory, text};
use std::time::{Duration, Instant};

/// How many times each is measured; the fastest counts, because everything else slows down and nothing speeds up.
const TRIES: usize = 3;

/// Returns the figures of reading.
pub fn figures() -> Vec<Figure> {
    let (short, long) = (text::plan(1 << 20), text::plan(10 << 20));
    let (of_short, of_long) = (fastest(short.as_bytes()), fastest(long.as_bytes()));
    let rate = long.len() as f64 / (1 << 20) as f64 / of_long.as_secs_f64();
    let growth = of_long.as_secs_f64() / of_short.as_secs_f64();
    let word = text::word_document(30);
    let of_word = fastest(&word);
    let mut figures = vec![
        figure("reading 10 MB of plan text", format!("{rate:.1} MB/s"), "at least 10 MB/s", rate >= 10.0),
        figure("ten times the text", format!("{growth:.1} times the time"), "at most 11 times", growth <= 11.0),
        figure(
            "a Word document of 30 pages",
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

fn figure(what: &str, measured: String, promised: &'static str, kept: bool) -> Figure {
    Figure { what: what.to_owned(), measured, promised, kept }
}

fn fastest(document: &[u8]) -> Duration {
    let once = || {
        let start = Instant::now();
        let reading = reader::read("plan", document).expect("a made-up plan is readable");
        assert!(!reading.draft.measures.is_empty(), "the plan was read");
        start.elapsed()
    };
    (0..TRIES).map(|_| once()).min().expect("there is more than one try")
}
