//! The program as a reader of files: its memory is limited, and what it does at worst is end.

use std::io::Write;
use std::process::{Command, Stdio};

#[cfg(target_os = "linux")]
#[test]
fn a_reader_that_would_need_too_much_memory_ends_and_takes_nothing_with_it() {
    let mut reader = Command::new(env!("CARGO_BIN_EXE_yaodian"))
        .arg("--read-apart")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut stdin = reader.stdin.take().unwrap();
    stdin.write_all(&(1u32 << 30).to_le_bytes()).unwrap();
    let megabyte = vec![1; 1 << 20];
    let taken = (0..1024).take_while(|_| stdin.write_all(&megabyte).is_ok()).count();
    drop(stdin);
    let output = reader.wait_with_output().unwrap();
    assert!(taken < 700, "{taken} MB were taken");
    assert!(!output.status.success() && output.stdout.is_empty());
}
