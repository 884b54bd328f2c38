//! A disk that is full, however early or late it is: said so, nothing half left under a ledger's name, and what there was stays whole.
//!
//! Disks of a given size are memory (`tmpfs`), which only root may mount; else the tests are skipped and say so.
#![cfg(target_os = "linux")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A disk of a given size, gone when dropped.
struct Disk {
    folder: tempfile::TempDir,
}

impl Disk {
    /// Mounts a disk of so many kB; none where one may not.
    fn new(size: usize) -> Option<Disk> {
        let folder = tempfile::tempdir().unwrap();
        let done = mount(folder.path(), &["-t", "tmpfs", "-o", &format!("size={size}k"), "tmpfs"]);
        if !done {
            println!("skipped: disks of a given size cannot be mounted here");
        }
        done.then_some(Disk { folder })
    }

    /// Gives it more room.
    fn grow(&self) {
        assert!(mount(self.folder.path(), &["-o", "remount,size=64m"]));
    }

    fn ledger(&self) -> PathBuf {
        self.folder.path().join("台账.yaodian")
    }

    fn run(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_yaodian"));
        command.arg("--ledger").arg(self.ledger()).args(arguments).output().unwrap()
    }

    /// Returns all files on it, also in folders.
    fn files(&self) -> Vec<PathBuf> {
        let mut folders = vec![self.folder.path().to_owned()];
        let mut files = Vec::new();
        while let Some(folder) = folders.pop() {
            let (inner, found): (Vec<_>, Vec<_>) =
                fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).partition(|path| path.is_dir());
            folders.extend(inner);
            files.extend(found);
        }
        files
    }

    fn names(&self) -> Vec<String> {
        fs::read_dir(self.folder.path()).unwrap().map(|file| file.unwrap().file_name().to_string_lossy().into_owned()).collect()
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(self.folder.path()).output();
    }
}

fn mount(folder: &Path, options: &[&str]) -> bool {
    Command::new("mount").args(options).arg(folder).output().is_ok_and(|done| done.status.success())
}

#[test]
fn a_ledger_is_made_whole_or_not_at_all() {
    for size in (8..2400).step_by(80) {
        let Some(disk) = Disk::new(size) else { return };
        let done = disk.run(&["sample"]);
        let said = String::from_utf8_lossy(&done.stderr).into_owned();
        assert!(!done.status.success() && said.contains("磁盘") && said.contains("没有写入任何内容"), "{size} kB: {said}");
        assert_eq!(disk.names(), [""; 0], "{size} kB");
    }
}

#[test]
fn a_plan_that_finds_no_room_leaves_a_whole_ledger_or_none() {
    let (mut with, mut without) = (0, 0);
    for size in (8..1600).step_by(80) {
        let Some(disk) = Disk::new(size) else { return };
        let plan = concat!(env!("CARGO_MANIFEST_DIR"), "/../../assets/sample/plan.docx");
        let done = disk.run(&["import", plan]);
        let said = String::from_utf8_lossy(&done.stderr).into_owned();
        if done.status.success() {
            break;
        }
        assert!(said.contains("磁盘") && said.contains("没有写入任何内容"), "{size} kB: {said}");
        let names = disk.names();
        assert!(!names.iter().any(|name| name.contains(".part")), "{size} kB: {names:?}");
        if !disk.ledger().exists() {
            without += 1;
            continue;
        }
        with += 1;
        disk.grow();
        for command in [&["check"][..], &["import", plan], &["check"]] {
            let done = disk.run(command);
            assert!(done.status.success(), "{size} kB: {command:?}: {}", String::from_utf8_lossy(&done.stderr));
        }
    }
    assert!(with > 3 && without > 3, "disks too small for the plan and disks too small for a ledger: {with}, {without}");
}

#[test]
fn what_does_not_fit_is_not_entered_and_what_was_there_stays() {
    let Some(disk) = Disk::new(8192) else { return };
    assert!(disk.run(&["sample"]).status.success());
    let before = disk.run(&["--json", "status"]).stdout;
    let rest = disk.folder.path().join("别的文件");
    // As much room as there is in the end, a few pages less each time: each next write has to do with less.
    for room in [0, 4, 12, 40] {
        let _ = fs::remove_file(&rest);
        let mut filled = 8192;
        while fs::write(&rest, vec![0; (filled - room) * 1024]).is_err() {
            filled -= 4;
        }
        let done = disk.run(&["undo"]);
        let said = String::from_utf8_lossy(&done.stderr).into_owned();
        assert!(!done.status.success() && said.contains("磁盘"), "{room} kB: {said}");
    }
    fs::remove_file(&rest).unwrap();
    assert_eq!(disk.run(&["--json", "status"]).stdout, before);
    assert!(disk.run(&["check"]).status.success());
}

#[test]
fn a_file_that_cannot_be_written_is_named_and_not_left_half() {
    let home = tempfile::tempdir().unwrap();
    let ledger = home.path().join("台账.yaodian");
    let run = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_yaodian"));
        command.arg("--ledger").arg(&ledger).args(arguments).output().unwrap()
    };
    assert!(run(&["sample"]).status.success());
    let asked: &[(&[&str], &str)] = &[
        (&["chart", "heat"], "图.svg"),
        (&["chart", "heat"], "图.png"),
        (&["chart", "heat"], "图.pdf"),
        (&["chart", "heat"], "图.xlsx"),
        (&["deck"], "幻灯.pdf"),
        (&["deck"], "幻灯"),
        (&["bulletin"], "通报.docx"),
        (&["handout", "--all"], "单位材料"),
        (&["export", "--period", "2026-09", "--all"], "填报表"),
        (&["export-all"], "全量.xlsx"),
        (&["export-all"], "明细.csv"),
        (&["package", "plan"], "下发"),
        (&["package", "handover"], "移交"),
    ];
    for (arguments, name) in asked {
        // Full, full a little later, and read-only.
        for (size, cause) in [(4, "磁盘已满"), (12, "磁盘已满"), (65_536, "磁盘是只读的")] {
            let Some(disk) = Disk::new(size) else { return };
            if size > 12 {
                assert!(mount(disk.folder.path(), &["-o", "remount,ro"]));
            }
            let out = disk.folder.path().join(name);
            let done = run(&[arguments, &["--out", out.to_str().unwrap()][..]].concat());
            let said = String::from_utf8_lossy(&done.stderr).into_owned();
            // A whole file may be smaller than the second disk.
            if done.status.success() {
                assert_eq!(size, 12, "{name}");
                continue;
            }
            assert!(said.contains(cause) && said.contains(disk.folder.path().to_str().unwrap()), "{name}, {size} kB: {said}");
            assert_eq!(disk.files(), [""; 0].map(PathBuf::from), "{name}, {size} kB");
        }
    }
}
