//! Rules about files of source and lock files.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::files;

const MOST_LINES: usize = 600;
const CRATES_IO: &str = "source = \"registry+https://github.com/rust-lang/crates.io-index\"";

/// Returns lines outside `crates/store` that hold SQL.
pub fn sql_outside_store(root: &Path) -> Result<Vec<String>> {
    let mut found = Vec::new();
    for folder in ["crates", "src-tauri"] {
        for (name, text) in files(root, folder, |name| name.ends_with(".rs") || name.ends_with(".sql"))? {
            if name.starts_with("crates/store/") {
                continue;
            }
            if name.ends_with(".sql") {
                found.push(name);
                continue;
            }
            let lines = text.lines().zip(1..).filter(|(line, _)| holds_sql(line));
            found.extend(lines.map(|(line, number)| format!("{name}:{number}: {}", line.trim())));
        }
    }
    Ok(found)
}

/// Returns whether a line holds a statement as people write SQL, in capitals; comments may speak of it.
fn holds_sql(line: &str) -> bool {
    const STATEMENTS: &[&str] =
        &["SELECT ", "INSERT INTO ", "INSERT OR ", "DELETE FROM ", "CREATE TABLE ", "CREATE INDEX ", "ALTER TABLE ", "PRAGMA "];
    let updates = line.contains("UPDATE ") && line.contains(" SET ");
    !line.trim_start().starts_with("//") && (updates || STATEMENTS.iter().any(|statement| line.contains(statement)))
}

/// Returns files under `crates/` that have grown too long to be read at once.
pub fn too_long(root: &Path) -> Result<Vec<String>> {
    let files = files(root, "crates", |name| name.ends_with(".rs") || name.ends_with(".sql"))?;
    let long = files.into_iter().map(|(name, text)| (name, text.lines().count())).filter(|(_, lines)| *lines > MOST_LINES);
    Ok(long.map(|(name, lines)| format!("{name} has {lines}")).collect())
}

/// Whether a line names a place.
type Names = fn(&str) -> bool;

/// Returns lines of lock files and settings that name a registry.
pub fn places_in_lock_files(root: &Path) -> Result<Vec<String>> {
    let mut found = Vec::new();
    let rules: [(&str, Names); 4] = [
        ("Cargo.lock", |line| line.starts_with("source = ") && line != CRATES_IO),
        ("package-lock.json", |line| line.contains("\"resolved\"") || line.contains("://")),
        (".npmrc", |line| line.contains("registry =") || line.contains("registry=") && !line.starts_with("omit-")),
        (".cargo/config.toml", |line| line.contains("registr") || line.starts_with("[source")),
    ];
    for (name, names_a_place) in rules {
        let text = fs::read_to_string(root.join(name)).with_context(|| format!("cannot read {name}"))?;
        let lines = text.lines().zip(1..).filter(|(line, _)| names_a_place(line));
        found.extend(lines.map(|(line, number)| format!("{name}:{number}: {}", line.trim())));
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sql_is_told_from_words() {
        assert!(holds_sql(r#"let rows = db.query("SELECT id FROM plan");"#));
        assert!(holds_sql("UPDATE plan SET title = ?1"));
        assert!(!holds_sql("// A SELECT would be slower here."));
        assert!(!holds_sql("let selected = selection.update(set);"));
    }

    #[test]
    fn a_lock_file_with_a_registry_of_its_own_is_found() {
        let folder = tempfile::tempdir().unwrap();
        let write = |name: &str, text: &str| {
            let file = folder.path().join(name);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, text).unwrap();
        };
        write("Cargo.lock", &format!("name = \"a\"\n{CRATES_IO}\n"));
        write("package-lock.json", "{}");
        write(".npmrc", "omit-lockfile-registry-resolved=true\n");
        write(".cargo/config.toml", "[alias]\n");
        assert_eq!(places_in_lock_files(folder.path()).unwrap(), Vec::<String>::new());
        write("Cargo.lock", "source = \"registry+https://mirror.example/index\"\n");
        write(".npmrc", "registry=https://mirror.example/\n");
        assert_eq!(places_in_lock_files(folder.path()).unwrap().len(), 2);
    }

    #[test]
    fn a_file_of_601_lines_is_too_long() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("crates")).unwrap();
        fs::write(folder.path().join("crates/long.rs"), "\n".repeat(601)).unwrap();
        fs::write(folder.path().join("crates/good.rs"), "\n".repeat(600)).unwrap();
        assert_eq!(too_long(folder.path()).unwrap(), ["crates/long.rs has 601"]);
    }
}
