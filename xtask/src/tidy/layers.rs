//! Which crate may depend on which.

use std::path::Path;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::command;

/// Each crate of ours with those of ours it may use; DESIGN: domain ← reader, store, workbook, charts, report ← app ← cli, shell.
const MAY_USE: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("sheets", &[]),
    ("reader", &["domain", "sheets"]),
    ("store", &["domain"]),
    ("workbook", &["domain", "sheets"]),
    ("package", &["domain"]),
    ("charts", &["domain"]),
    ("report", &["domain", "charts"]),
    ("app", &["domain", "reader", "store", "workbook", "package", "charts", "report"]),
    // The draft of a document is the reader's own answer, printed as it is.
    ("cli", &["app", "domain", "reader"]),
    ("yaodian-desktop", &["app", "domain"]),
    ("bench", &["app", "charts", "domain", "hand", "reader", "store", "workbook"]),
    ("hand", &[]),
    ("mutants", &["domain", "reader", "sheets", "workbook"]),
    ("journeys", &["hand"]),
    ("xtask", &["hand"]),
];

/// Returns every dependency that goes against the layers.
pub fn broken(root: &Path) -> Result<Vec<String>> {
    let metadata = command::cargo(&["metadata", "--format-version", "1", "--no-deps", "--locked"], root);
    let metadata: Value = serde_json::from_str(&command::output(metadata)?)?;
    let packages = metadata["packages"].as_array().context("cargo metadata lists packages")?;
    let names: Vec<&str> = packages.iter().filter_map(|package| package["name"].as_str()).collect();
    let mut broken = Vec::new();
    for package in packages {
        let name = package["name"].as_str().context("a package has a name")?;
        for dependency in package["dependencies"].as_array().context("a package has dependencies")? {
            let used = dependency["name"].as_str().context("a dependency has a name")?;
            // What only tests use may come from any layer.
            if dependency["kind"] != "dev" {
                broken.extend(objection(name, used, names.contains(&used)));
            }
        }
    }
    Ok(broken)
}

fn objection(name: &str, used: &str, ours: bool) -> Option<String> {
    let window = ["tauri", "tao", "wry", "rfd"].iter().any(|library| used == *library || used.starts_with("tauri-"));
    let sqlite = ["rusqlite", "libsqlite3-sys", "sqlx", "diesel"].contains(&used);
    let allowed = MAY_USE.iter().find(|(known, _)| *known == name).map(|(_, allowed)| *allowed);
    if window && name != "yaodian-desktop" {
        return Some(format!("{name} depends on {used}: only the shell knows the window"));
    }
    // The bench measures the store by what SQLite alone takes.
    if sqlite && !["store", "bench"].contains(&name) {
        return Some(format!("{name} depends on {used}: only store speaks SQL"));
    }
    match allowed {
        None => Some(format!("{name} has no place in the layers: give it one in xtask/src/tidy/layers.rs")),
        Some(allowed) if ours && !allowed.contains(&used) => Some(format!("{name} depends on {used}, which is not below it")),
        Some(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_goes_against_the_layers_is_named() {
        assert!(objection("app", "tauri", false).is_some());
        assert!(objection("cli", "rusqlite", false).is_some());
        assert!(objection("domain", "store", true).is_some());
        assert!(objection("newcomer", "serde", false).is_some());
        assert_eq!(objection("app", "store", true), None);
        assert_eq!(objection("yaodian-desktop", "tauri-build", false), None);
    }
}
