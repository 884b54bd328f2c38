//! How much memory reading takes: measured in a process of its own, by the system's account of its peak.

use crate::text;
use std::process::Command;

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
fn peak() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}
