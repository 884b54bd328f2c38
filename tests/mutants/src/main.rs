//! `cargo xtask mutate [N]`: reads N damaged documents of all formats, in a child process, so that an abort is seen too.
//!
//! `mutants show CASE` writes one of them to standard output, to be looked into.

use mutants::documents::{Document, all};
use mutants::mutate::{Random, mutated};
use mutants::{read_document, read_return};
use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, Command, ExitCode, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

/// A document that takes longer hangs.
const PATIENCE: Duration = Duration::from_secs(5);
const USUAL: u64 = 100_000;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let number = |at: usize| arguments.get(at).and_then(|word| word.parse::<u64>().ok());
    match (arguments.first().map(String::as_str), number(1), number(2)) {
        (Some("child"), Some(from), Some(to)) => child(from, to),
        (Some("show"), Some(case), None) => {
            let written = std::io::stdout().write_all(&file(&all(), case));
            written.expect("standard output can be written");
        }
        (None, ..) => return parent(USUAL),
        _ => match number(0) {
            Some(cases) => return parent(cases),
            None => {
                eprintln!("usage: mutants [N] | show CASE");
                return ExitCode::from(2);
            }
        },
    }
    ExitCode::SUCCESS
}

fn file(all: &[(&str, Document)], case: u64) -> Vec<u8> {
    let document = &all[(case % all.len() as u64) as usize].1;
    mutated(document, all, &mut Random::new(case))
}

/// Reads cases and says before each which one it is, and afterwards what was odd about it.
fn child(from: u64, to: u64) {
    let all = all();
    std::panic::set_hook(Box::new(|info| println!("panic {}", info.to_string().replace('\n', " "))));
    for case in from..to {
        println!("case {case}");
        let bytes = file(&all, case);
        reset_peak();
        let (before, started) = (peak(), Instant::now());
        let read = || {
            read_document(&bytes);
            read_return(&bytes);
        };
        // The hook has said what there is to say.
        let _ = std::panic::catch_unwind(std::panic::AssertUnwindSafe(read));
        let kilobytes = peak().saturating_sub(before);
        println!("took {} {kilobytes}", started.elapsed().as_millis());
    }
}

/// What came of all cases.
#[derive(Default)]
struct Tally {
    read: u64,
    panics: BTreeMap<String, (u64, u64)>,
    aborts: Vec<u64>,
    timeouts: Vec<u64>,
    slowest: (u64, u64),
    largest: (u64, u64),
}

fn parent(cases: u64) -> ExitCode {
    let mut tally = Tally::default();
    let mut next = 0;
    while next < cases {
        next = watch(next, cases, &mut tally);
    }
    let Tally { read, panics, aborts, timeouts, slowest, largest } = &tally;
    println!(
        "{read} damaged documents: {} panics, {} aborts, {} over {} s",
        panics.values().map(|(n, _)| n).sum::<u64>(),
        aborts.len(),
        timeouts.len(),
        PATIENCE.as_secs()
    );
    println!(
        "slowest {} ms (case {}), most memory {} MB above that of the process (case {})",
        slowest.0,
        slowest.1,
        largest.0 / 1024,
        largest.1
    );
    for (message, (times, first)) in panics {
        println!("panic, {times} times, first in case {first}: {message}");
    }
    println!("aborts: {aborts:?}; over time: {timeouts:?}");
    if panics.is_empty() && aborts.is_empty() && timeouts.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Watches a child until it has read all cases or has to be given up; returns the case to go on with.
fn watch(from: u64, to: u64, tally: &mut Tally) -> u64 {
    let program = std::env::current_exe().expect("the program knows where it is");
    let mut command = Command::new(program);
    command.args(["child", &from.to_string(), &to.to_string()]).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut child = command.spawn().expect("the program can start itself");
    let lines = lines_of(&mut child);
    let mut case = from;
    loop {
        match lines.recv_timeout(PATIENCE) {
            Ok(line) => note(&line, &mut case, tally),
            Err(RecvTimeoutError::Timeout) => {
                tally.timeouts.push(case);
                tally.read += 1;
                // It may have ended by itself meanwhile.
                let _ = child.kill();
                let _ = child.wait();
                return case + 1;
            }
            Err(RecvTimeoutError::Disconnected) if child.wait().is_ok_and(|status| status.success()) => return to,
            Err(RecvTimeoutError::Disconnected) => {
                tally.aborts.push(case);
                tally.read += 1;
                return case + 1;
            }
        }
    }
}

fn note(line: &str, case: &mut u64, tally: &mut Tally) {
    let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
    match word {
        "case" => *case = rest.parse().unwrap_or(*case),
        "panic" => tally.panics.entry(rest.chars().take(300).collect()).or_insert((0, *case)).0 += 1,
        "took" => {
            let (time, memory) = rest.split_once(' ').unwrap_or((rest, "0"));
            tally.slowest = tally.slowest.max((time.parse().unwrap_or(0), *case));
            tally.largest = tally.largest.max((memory.parse().unwrap_or(0), *case));
            tally.read += 1;
        }
        _ => {}
    }
}

fn lines_of(child: &mut Child) -> Receiver<String> {
    let (send, lines) = channel();
    let output = child.stdout.take().expect("the output was asked for");
    std::thread::spawn(move || BufReader::new(output).lines().map_while(Result::ok).try_for_each(|line| send.send(line)));
    lines
}

/// Forgets the peak so far, where the system can.
fn reset_peak() {
    let _ = std::fs::write("/proc/self/clear_refs", "5");
}

/// Returns the most memory this process had, in kilobytes; 0 where the system does not tell.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM:"));
    line.and_then(|line| line.split_whitespace().nth(1)?.parse().ok()).unwrap_or(0)
}
