//! The odd and hostile workbooks kept beside the project, where they are.

use crate::{gate, read_return};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Returns the script that writes them, looked for beside every folder above this one.
fn script() -> Option<PathBuf> {
    let above = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors();
    above.map(|folder| folder.join("shared/hostile/make_hostile.py")).find(|path| path.is_file())
}

#[test]
fn hostile_workbooks_are_refused_and_odd_ones_read() {
    let Some(script) = script() else {
        println!("skipped: shared/hostile is not beside the project");
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    match Command::new("python3").arg(script).current_dir(&folder).status() {
        Ok(status) => assert!(status.success(), "the script that writes hostile workbooks failed"),
        Err(error) => {
            println!("skipped: python3 cannot be run: {error}");
            return;
        }
    }
    let mut files: Vec<PathBuf> = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert!(files.len() >= 20, "{files:?}");
    for path in files {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let bytes = std::fs::read(&path).unwrap();
        let error = read_return(&bytes).expect_err("none of them is a return form");
        println!("{name}: {} {error}", error.code());
        if ["ok", "prefixed", "strict"].contains(&name.as_str()) {
            assert!(matches!(gate::check(&bytes), Ok(gate::Kind::Xlsx { .. })), "{name}");
            assert_eq!(error.code(), "not_a_return", "{name} is read to its end");
        }
        if ["zip_", "xml_", "sst_count", "sparse_"].iter().any(|kind| name.starts_with(kind)) {
            assert!(["too_large", "unsafe"].contains(&error.code()), "{name}: {error}");
        }
    }
}
