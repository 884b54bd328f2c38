//! The locked files from npm: lit-html for the pages, Noto Sans SC for charts, the type checker for tests.

use std::fs;
use std::path::Path;
use std::time::SystemTime;

use anyhow::{Context, Result, bail};

use crate::{command, packages};

/// Where files of npm packages go: from, to.
const FILES: &[(&str, &str)] = &[
    ("@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf", "assets/fonts/NotoSansSC-Regular.ttf"),
    ("@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf", "assets/fonts/NotoSansSC-Bold.ttf"),
    ("@expo-google-fonts/noto-sans-sc/LICENSE_FONT", "assets/fonts/OFL.txt"),
];

/// Fetches and lays out the files, unless that was done since the lock file last changed.
pub fn fetch(root: &Path) -> Result<()> {
    let modules = root.join("node_modules");
    // npm writes this list last, so it is missing after an installation that was stopped.
    let installed = modules.join(".package-lock.json");
    if changed(&installed) < changed(&root.join("package-lock.json")) {
        install_npm()?;
        println!("Fetching the locked front-end files with npm");
        command::run(command::program("npm", &["ci"], root)).context("npm could not fetch the files of package-lock.json")?;
    }
    for (from, to) in FILES {
        let (from, to) = (modules.join(from), root.join(to));
        if changed(&to) < changed(&installed) {
            copy(&from, &to)?;
        }
    }
    let vendor = root.join("ui/vendor/lit-html");
    if changed(&vendor) < changed(&installed) {
        copy_modules(&modules.join("lit-html"), &vendor)?;
    }
    Ok(())
}

fn install_npm() -> Result<()> {
    if command::exists("npm") {
        return Ok(());
    }
    packages::install(&["ca-certificates", "npm"])?;
    if !command::exists("npm") {
        bail!("npm is missing: install Node.js 18 or newer, which brings it, and run this again");
    }
    Ok(())
}

/// Copies the modules a browser loads and their types, leaving out builds for servers and for debugging.
fn copy_modules(from: &Path, to: &Path) -> Result<()> {
    // Laid out aside and renamed, so that a copy that was stopped is not taken for a whole one.
    let aside = to.with_extension("part");
    for old in [&aside, to] {
        if old.exists() {
            fs::remove_dir_all(old).with_context(|| format!("cannot replace {}", old.display()))?;
        }
    }
    for folder in ["", "directives"] {
        for entry in fs::read_dir(from.join(folder)).with_context(|| format!("cannot read {}", from.display()))? {
            let file = entry?.path();
            let name = file.file_name().unwrap_or_default().to_string_lossy();
            if name.ends_with(".js") || name.ends_with(".d.ts") || name == "LICENSE" {
                copy(&file, &aside.join(folder).join(&*name))?;
            }
        }
    }
    fs::rename(&aside, to).with_context(|| format!("cannot make {}", to.display()))
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    let folder = to.parent().context("a file lies in a folder")?;
    fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    let bytes = fs::read(from).with_context(|| format!("missing from its npm package: {}", from.display()))?;
    fs::write(to, bytes).with_context(|| format!("cannot write {}", to.display()))
}

/// Returns when a file last changed; one that is missing is older than any.
fn changed(file: &Path) -> SystemTime {
    fs::metadata(file).and_then(|about| about.modified()).unwrap_or(SystemTime::UNIX_EPOCH)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_a_browser_loads_is_copied() {
        let folder = tempfile::tempdir().unwrap();
        let (from, to) = (folder.path().join("from"), folder.path().join("vendor/lit-html"));
        for file in ["lit-html.js", "lit-html.js.map", "lit-html.d.ts", "LICENSE", "directives/map.js", "node/lit-html.js"] {
            let file = from.join(file);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, "x").unwrap();
        }
        copy_modules(&from, &to).unwrap();
        copy_modules(&from, &to).unwrap();
        let mut names: Vec<_> = fs::read_dir(&to).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        names.sort();
        assert_eq!(names, ["LICENSE", "directives", "lit-html.d.ts", "lit-html.js"]);
    }

    #[test]
    fn a_missing_file_is_older_than_any() {
        assert!(changed(Path::new("no-such-file")) < changed(Path::new(env!("CARGO_MANIFEST_DIR"))));
    }
}
