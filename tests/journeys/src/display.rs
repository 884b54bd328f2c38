//! A display nobody looks at.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

/// An X server in memory, gone when dropped.
pub struct Display {
    server: Child,
    /// Its name for `DISPLAY`, such as `:3`.
    pub name: String,
}

impl Display {
    /// Starts a server on a display number that it finds free itself.
    pub fn start() -> Display {
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1920x1200x24", "-nolisten", "tcp"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Xvfb starts (Debian: apt-get install xvfb)");
        let mut number = String::new();
        let stdout = server.stdout.as_mut().expect("stdout was asked for");
        BufReader::new(stdout).read_line(&mut number).expect("Xvfb says its display number");
        assert!(!number.trim().is_empty(), "Xvfb ended without a display");
        Display { server, name: format!(":{}", number.trim()) }
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}
