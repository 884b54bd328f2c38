//! System packages on Debian and its children; elsewhere there is nothing to install.

use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result};

use crate::command;

/// What building the window needs.
pub const WINDOW: &[&str] = &["build-essential", "libwebkit2gtk-4.1-dev", "pkg-config"];

/// What the tests need besides: a display nobody looks at, the window's driver, Chinese letters, an office suite.
pub const TESTS: &[&str] = &[
    "fonts-noto-cjk",
    "libreoffice-calc",
    "libreoffice-writer",
    "webkit2gtk-driver",
    "xserver-xorg-core",
    "xserver-xorg-video-dummy",
    "xvfb",
];

/// Installs those packages that are missing, after saying which.
pub fn install(wanted: &[&str]) -> Result<()> {
    if !cfg!(target_os = "linux") {
        return Ok(());
    }
    if !command::exists("apt-get") {
        println!("This Linux has no apt-get. If the build does not find a library, install what Debian calls: {}", wanted.join(" "));
        return Ok(());
    }
    let missing: Vec<&str> = wanted.iter().copied().filter(|package| !is_installed(package)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    println!("Installing system packages with apt-get: {}", missing.join(" "));
    command::run(apt_get(&["update"]))?;
    let mut arguments = vec!["install", "--yes", "--no-install-recommends"];
    arguments.extend(missing);
    command::run(apt_get(&arguments)).context("the packages above could not be installed; see what apt-get says")
}

fn is_installed(package: &str) -> bool {
    let mut query = Command::new("dpkg-query");
    query.args(["--show", "--showformat=${db:Status-Status}", package]).stderr(Stdio::null());
    query.output().is_ok_and(|answer| answer.stdout == b"installed")
}

/// Returns apt-get as root, which asks nothing.
fn apt_get(arguments: &[&str]) -> Command {
    let asks_nothing = "DEBIAN_FRONTEND=noninteractive";
    let mut words = if is_root() { vec!["env"] } else { vec!["sudo", "env"] };
    words.extend([asks_nothing, "apt-get"]);
    words.extend(arguments);
    command::program(words[0], &words[1..], Path::new("/"))
}

fn is_root() -> bool {
    Command::new("id").arg("--user").output().is_ok_and(|answer| answer.stdout.trim_ascii() == b"0")
}
