//! Running other programs.

use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

/// Returns a program to be run in a folder, found on Windows too where it is a script, as npm is.
pub fn program(name: &str, arguments: &[&str], folder: &Path) -> Command {
    let mut command = if cfg!(windows) && name == "npm" {
        let mut shell = Command::new("cmd");
        shell.args(["/C", name]);
        shell
    } else {
        Command::new(name)
    };
    command.args(arguments).current_dir(folder);
    command
}

/// Returns this toolchain's cargo with arguments.
pub fn cargo(arguments: &[&str], root: &Path) -> Command {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".into());
    program(&cargo, arguments, root)
}

/// Runs a command to its end, its output going where ours goes.
pub fn run(mut command: Command) -> Result<()> {
    let shown = shown(&command);
    let status = command.status().with_context(|| format!("cannot start: {shown}"))?;
    if !status.success() {
        bail!("failed: {shown}");
    }
    Ok(())
}

/// Runs a command to its end and returns what it wrote to its standard output.
pub fn output(mut command: Command) -> Result<String> {
    let shown = shown(&command);
    let output = command.stderr(Stdio::inherit()).output().with_context(|| format!("cannot start: {shown}"))?;
    if !output.status.success() {
        bail!("failed: {shown}");
    }
    String::from_utf8(output.stdout).with_context(|| format!("not text: the output of {shown}"))
}

/// Returns whether a program is there to be run.
pub fn exists(name: &str) -> bool {
    let mut command = program(name, &["--version"], Path::new("."));
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success())
}

/// Returns a command as a person would type it.
pub fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}
