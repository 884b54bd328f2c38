//! Rules of the repository that no compiler checks.

mod layers;
mod pages;
mod safety;
mod sources;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

/// One rule: what it says, and the places where it is broken.
type Rule = (&'static str, fn(&Path) -> Result<Vec<String>>);

const RULES: &[Rule] = &[
    ("only the shell depends on the window library, only store on SQLite, and no crate on one above it", layers::broken),
    ("SQL stands in crates/store only", sources::sql_outside_store),
    ("a file under crates/ has at most 600 lines", sources::too_long),
    ("lock files name packages, not places they came from", sources::places_in_lock_files),
    ("pages are checked by the type checker, and only backend.js knows the shell", pages::broken),
    ("the window's content-security policy and capabilities are those agreed", safety::policy_changed),
    ("the shell has one command and no plug-in", safety::more_than_one_command),
];

/// Checks every rule and returns how many hold, or says where which is broken.
pub fn check(root: &Path) -> Result<usize> {
    let mut broken = String::new();
    for (rule, places) in RULES {
        let places = places(root).with_context(|| format!("cannot check that {rule}"))?;
        if !places.is_empty() {
            broken.push_str(&format!("{rule}; but:\n  {}\n", places.join("\n  ")));
        }
    }
    if !broken.is_empty() {
        bail!("{}", broken.trim_end());
    }
    Ok(RULES.len())
}

/// Returns the files in a folder and below it, with their paths from the root as text and what is in them.
fn files(root: &Path, folder: &str, wanted: fn(&str) -> bool) -> Result<Vec<(String, String)>> {
    let mut found = Vec::new();
    let mut folders: Vec<PathBuf> = vec![root.join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).with_context(|| format!("cannot read {}", folder.display()))? {
            let path = entry?.path();
            let name = path.strip_prefix(root)?.to_string_lossy().replace('\\', "/");
            if path.is_dir() {
                folders.push(path);
            } else if wanted(&name) {
                let text = fs::read_to_string(&path).with_context(|| format!("cannot read {name}"))?;
                found.push((name, text));
            }
        }
    }
    found.sort();
    Ok(found)
}
