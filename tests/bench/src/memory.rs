//! How much memory reading takes: measured in a process of its own, by the system's account of its peak.

use crate::text;
use std::process::Command;
use std::time::Duration;

/// The argument that makes the program the child.
pub const CHILD: &str = "read-in-a-child";

/// Reads a plan of so many megabytes, or of none, and prints the peak of resident memory in kilobytes.
pub fn child(megabytes: usize) {
    let plan = text::plan(megabytes << 20);
    if megabytes > 0 {
        let reading = reader::read("plan.txt", plan.as_bytes()).expect("a made-up plan is readable");
        assert!(!reading.draft.measures.is_empty(), "the plan was read");
    }
    println!("{}", peak().unwrap_or(0));
}

/// Returns the peak of a child that reads a plan of so many megabytes; none where the system does not tell.
pub fn of_reading(megabytes: usize) -> Option<u64> {
    let program = std::env::current_exe().ok()?;
    let output = Command::new(program).args([CHILD, &megabytes.to_string()]).output().ok()?;
    String::from_utf8(output.stdout).ok()?.trim().parse().ok().filter(|kilobytes| *kilobytes > 0)
}

/// Returns the peak of this process in kilobytes, from Linux's account.
pub fn peak() -> Option<u64> {
    status("self", "VmHWM:")
}

/// Returns the highest peak, in kilobytes, of any process that a process starts until it is over.
pub fn of_children(parent: u32, over: impl Fn() -> bool) -> u64 {
    let mut highest = 0;
    while !over() {
        let processes = std::fs::read_dir("/proc").into_iter().flatten().flatten();
        let names = processes.map(|process| process.file_name().to_string_lossy().into_owned());
        let children = names.filter(|name| status(name, "PPid:") == Some(u64::from(parent)));
        highest = children.filter_map(|name| status(&name, "VmHWM:")).fold(highest, u64::max);
        std::thread::sleep(Duration::from_millis(200));
    }
    highest
}

/// Returns a number of Linux's account of a process.
fn status(process: &str, what: &str) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find(|line| line.starts_with(what))?;
    line.split_whitespace().nth(1)?.parse().ok()
}
