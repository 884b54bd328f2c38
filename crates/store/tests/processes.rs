//! What can only be tried with a second process: being killed while writing, and having no right to write.
//!
//! This file has its own `main`: started with [`CHILD`] set, it is the second process.

mod common;

use common::*;
use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};
use store::*;

/// Names the part to play as the second process.
const CHILD: &str = "STORE_TEST_CHILD";

/// How often the writer is killed.
const ROUNDS: u64 = 20;

fn main() {
    match std::env::var(CHILD).as_deref() {
        Ok("write") => return write_until_killed(),
        Ok("read") => return read_without_rights(),
        Ok(part) => panic!("no such part: {part}"),
        Err(_) => {}
    }
    a_killed_writer_loses_nothing_it_acknowledged();
    println!("test a_killed_writer_loses_nothing_it_acknowledged ... ok ({ROUNDS} rounds)");
    #[cfg(unix)]
    {
        read_only_folders_and_files_are_read_and_writing_is_refused();
        println!("test read_only_folders_and_files_are_read_and_writing_is_refused ... ok");
    }
}

/// Starts this program again as the second process, with a ledger to work on.
fn child(part: &str, path: &std::path::Path) -> Command {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.env(CHILD, part).arg(path).stdout(Stdio::piped());
    command
}

/// The ledger named on the command line.
fn ledger() -> std::path::PathBuf {
    std::env::args_os().nth(1).unwrap().into()
}

/// Writes two settings an operation, undoes and redoes every third, and tells each when it is done.
fn write_until_killed() {
    let mut store = Store::open(&ledger(), OpenMode::Write).unwrap();
    let first = store.operations(None, 1).unwrap().first().map_or(1, |operation| operation.id as u64 + 1);
    for n in first.. {
        let label = n.to_string();
        store
            .transact(op(n, OperationKind::Setting, &label), |w| {
                w.set_setting(&format!("a{n}"), Some(&label))?;
                w.set_setting(&format!("b{n}"), Some(&label))
            })
            .unwrap();
        if n % 3 == 0 {
            store.undo(n as i64, "王芳").unwrap();
            store.redo(n as i64, "王芳").unwrap();
        }
        println!("{n}");
        std::io::stdout().flush().unwrap();
    }
}

fn a_killed_writer_loses_nothing_it_acknowledged() {
    let place = Place::new();
    drop(create(&place));
    let mut acknowledged = Vec::new();
    for round in 0..ROUNDS {
        let mut writer = child("write", &place.path).spawn().unwrap();
        let mut told = BufReader::new(writer.stdout.take().unwrap()).lines();
        for _ in 0..=round {
            acknowledged.push(told.next().unwrap().unwrap());
        }
        // Not always just after a word of it: within the next write too.
        std::thread::sleep(std::time::Duration::from_micros(round * 173));
        writer.kill().unwrap();
        writer.wait().unwrap();
        acknowledged.extend(told.map_while(std::io::Result::ok));
        let store = open(&place);
        let settings = store.settings().unwrap();
        for n in &acknowledged {
            assert_eq!(settings.get(&format!("a{n}")), Some(n), "round {round}");
        }
        for key in settings.keys() {
            let (half, n) = key.split_at(1);
            let other = if half == "a" { "b" } else { "a" };
            assert!(settings.contains_key(&format!("{other}{n}")), "round {round}: half of operation {n}");
        }
        let done: usize = store.operations(None, u32::MAX).unwrap().iter().filter(|operation| !operation.undone).count();
        assert_eq!(done * 2, settings.len(), "round {round}: the history agrees with the state");
        assert_eq!(store.check().unwrap(), [], "round {round}");
    }
    assert!(acknowledged.len() as u64 > ROUNDS);
}

/// Reads a ledger that cannot be written, and tries to write.
fn read_without_rights() {
    let mut store = match Store::open(&ledger(), OpenMode::Write) {
        Ok(store) => store,
        Err(error) => return println!("{error}"),
    };
    let refused = store.transact(op(9, OperationKind::Setting, "设置"), |w| w.set_setting("a", Some("1")));
    println!("{} {} {}", store.read_only(), store.plans().unwrap().len(), refused.unwrap_err());
}

#[cfg(unix)]
fn read_only_folders_and_files_are_read_and_writing_is_refused() {
    use std::fs::{self, Permissions};
    use std::os::unix::fs::{MetadataExt, PermissionsExt};
    use std::os::unix::process::CommandExt;
    let place = Place::new();
    let allow = |path: &std::path::Path, mode| fs::set_permissions(path, Permissions::from_mode(mode)).unwrap();
    fill(&mut create(&place));
    let program = place.folder().join("program");
    fs::copy(std::env::current_exe().unwrap(), &program).unwrap();
    allow(&program, 0o755);
    // Rights do not bind root; nobody is bound by them.
    let root = fs::metadata(place.folder()).unwrap().uid() == 0;
    let told = || {
        let mut command = Command::new(&program);
        command.env(CHILD, "read").arg(&place.path).stderr(Stdio::inherit());
        if root {
            command.uid(65534).gid(65534);
        }
        String::from_utf8(command.output().unwrap().stdout).unwrap()
    };
    let refused = "true 1 台账是只读的（文件、所在文件夹或光盘、U 盘不允许写入），没有写入任何内容；请把它拷到可以写入的文件夹再打开\n";
    let content = fs::read(&place.path).unwrap();

    allow(&place.path, 0o444);
    allow(place.folder(), 0o555);
    assert_eq!(told(), refused, "neither file nor folder can be written");
    allow(&place.path, 0o666);
    assert_eq!(told(), refused, "the folder cannot be written");
    allow(&place.path, 0o444);
    allow(place.folder(), 0o777);
    assert_eq!(told(), refused, "the file cannot be written");
    allow(&place.path, 0o600);
    if root {
        assert!(told().starts_with("没有权限读取“"), "{}", told());
    }
    assert_eq!(fs::read(&place.path).unwrap(), content);

    // A writer was killed and its last writes are in the WAL, which a read-only folder cannot take in.
    allow(&place.path, 0o666);
    let (wal, index) = (place.path.with_extension("yaodian-wal"), place.path.with_extension("yaodian-shm"));
    // The reader that could write to the folder made an index of the WAL; with it all could be read.
    fs::remove_file(index).unwrap();
    fs::write(&wal, b"not yet taken in").unwrap();
    allow(&wal, 0o444);
    allow(&place.path, 0o444);
    allow(place.folder(), 0o555);
    assert!(told().contains("旁边还有未并入的 -wal 文件"), "{}", told());
    allow(place.folder(), 0o755);
}
