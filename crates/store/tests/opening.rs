//! Opening: what is not a ledger, is newer, is in use or exists already is refused by name and left as it is.

mod common;

use common::*;
use rusqlite::Connection;
use std::fs;
use store::*;

/// Returns why the path cannot be opened.
fn refusal(place: &Place, mode: OpenMode) -> Error {
    match Store::open(&place.path, mode) {
        Ok(_) => panic!("opened"),
        Err(error) => error,
    }
}

/// Returns the names of the files in the folder.
fn files(place: &Place) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(place.folder()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn what_is_not_there_is_not_made() {
    let place = Place::new();
    let message = refusal(&place, OpenMode::Write).to_string();
    assert!(message.starts_with("找不到台账“") && message.contains("云州市"), "{message}");
    let nowhere = place.folder().join("没有");
    assert!(matches!(Store::create(&nowhere.join("a.yaodian"), uid(1), 5), Err(Error::NoFolder(folder)) if folder == nowhere));
    assert!(files(&place).is_empty());
    drop(Store::open_or_create(&place.path, uid(1), 5).unwrap());
    let again = Store::open_or_create(&place.path, uid(2), 6).unwrap();
    assert_eq!(again.ledger().unwrap(), (uid(1), 5));
    assert!(matches!(Store::create(&place.path, uid(3), 7), Err(Error::Exists(_))));
    drop(again);
    assert_eq!(files(&place).len(), 1, "{:?}", files(&place));
}

#[test]
fn other_files_are_refused_and_left_as_they_are() {
    let place = Place::new();
    let sqlite = {
        let path = place.folder().join("other.db");
        Connection::open(&path).unwrap().execute_batch("CREATE TABLE t (x); PRAGMA user_version = 1").unwrap();
        let bytes = fs::read(&path).unwrap();
        fs::remove_file(path).unwrap();
        bytes
    };
    for content in [b"PK\x03\x04 a document".repeat(500), sqlite, Vec::new(), b"SQLite format 3\0".to_vec()] {
        fs::write(&place.path, &content).unwrap();
        for mode in [OpenMode::Write, OpenMode::Read] {
            let error = refusal(&place, mode);
            assert!(matches!(error, Error::NotALedger(_)), "{} bytes: {error:?}", content.len());
        }
        assert_eq!(fs::read(&place.path).unwrap(), content);
        assert_eq!(files(&place).len(), 1);
    }
    fs::remove_file(&place.path).unwrap();
    fs::create_dir(&place.path).unwrap();
    assert!(matches!(refusal(&place, OpenMode::Write), Error::NotALedger(_)));
}

#[test]
fn a_ledger_cut_short_is_said_to_be_damaged() {
    let place = Place::new();
    fill(&mut create(&place));
    let content = fs::read(&place.path).unwrap();
    for length in [90, 5000, content.len() / 2] {
        fs::write(&place.path, &content[..length]).unwrap();
        let error = refusal(&place, OpenMode::Write);
        assert!(matches!(error, Error::Damaged(_)), "{length} bytes: {error:?}");
        assert_eq!(fs::read(&place.path).unwrap(), content[..length]);
    }
}

#[test]
fn a_ledger_of_a_newer_program_is_left_byte_identical() {
    let place = Place::new();
    fill(&mut create(&place));
    let raw = Connection::open(&place.path).unwrap();
    raw.execute_batch("PRAGMA user_version = 99; CREATE TABLE future (x TEXT) STRICT").unwrap();
    drop(raw);
    let content = fs::read(&place.path).unwrap();
    for mode in [OpenMode::Write, OpenMode::Read] {
        let message = refusal(&place, mode).to_string();
        assert!(message.contains("（格式 99，本程序认识到 6），没有改动它；请先升级本程序再打开"), "{message}");
    }
    assert_eq!(fs::read(&place.path).unwrap(), content);
    assert_eq!(files(&place).len(), 1);
}

/// The newer program may be running, or have been killed: then its version is only in the WAL.
#[test]
fn a_newer_version_in_the_wal_counts_and_stays_there() {
    let place = Place::new();
    fill(&mut create(&place));
    let raw = Connection::open(&place.path).unwrap();
    raw.execute_batch("PRAGMA user_version = 99").unwrap();
    let wal = place.path.with_extension("yaodian-wal");
    let contents = || (fs::read(&place.path).unwrap(), fs::read(&wal).unwrap());
    let before = contents();
    assert!(matches!(refusal(&place, OpenMode::Write), Error::Newer { found: 99, known: 6, .. }));
    assert_eq!(contents(), before);
    // As after a kill: the same files in another place, where nobody has them open.
    let killed = Place::new();
    fs::write(&killed.path, &before.0).unwrap();
    let killed_wal = killed.path.with_extension("yaodian-wal");
    fs::write(&killed_wal, &before.1).unwrap();
    assert!(matches!(refusal(&killed, OpenMode::Write), Error::Newer { found: 99, known: 6, .. }));
    assert_eq!((fs::read(&killed.path).unwrap(), fs::read(killed_wal).unwrap()), before);
}

#[test]
fn a_ledger_another_program_holds_is_said_to_be_locked() {
    let place = Place::new();
    let mut store = create(&place);
    let other = Connection::open(&place.path).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let message = store.transact(op(2, OperationKind::Setting, "设置"), |w| w.set_setting("a", Some("1"))).unwrap_err().to_string();
    assert_eq!(message, "台账正被另一个程序占用，没有写入任何内容；请关闭其他打开它的窗口或程序，再试一次");
    assert_eq!(store.plans().unwrap(), [], "reading goes on");
    other.execute_batch("ROLLBACK").unwrap();
    store.transact(op(3, OperationKind::Setting, "设置"), |w| w.set_setting("a", Some("1"))).unwrap();
    drop(store);
    other.execute_batch("PRAGMA locking_mode = EXCLUSIVE; BEGIN IMMEDIATE; PRAGMA user_version = 6; COMMIT").unwrap();
    assert!(matches!(refusal(&place, OpenMode::Write), Error::Locked));
}

#[test]
fn two_windows_write_in_turn_and_undo_once() {
    let place = Place::new();
    let (mut one, mut two) = (create(&place), open(&place));
    one.transact(op(2, OperationKind::Setting, "一"), |w| w.set_setting("a", Some("1"))).unwrap();
    two.transact(op(3, OperationKind::Setting, "二"), |w| w.set_setting("b", Some("2"))).unwrap();
    assert_eq!(one.settings().unwrap().len(), 2);
    assert_eq!(one.undo(1, "王芳").unwrap().label, "二");
    assert_eq!(two.undo(1, "李强").unwrap().label, "一");
    assert!(matches!(one.undo(1, "王芳"), Err(Error::NothingToUndo)));
}

#[test]
fn a_ledger_opened_for_reading_refuses_to_write() {
    let place = Place::new();
    fill(&mut create(&place));
    let content = fs::read(&place.path).unwrap();
    let mut store = Store::open(&place.path, OpenMode::Read).unwrap();
    assert!(store.read_only());
    assert_eq!(store.plans().unwrap().len(), 1);
    assert!(matches!(store.transact(op(2, OperationKind::Setting, "设置"), |w| w.set_setting("a", None)), Err(Error::ReadOnly)));
    assert!(matches!(store.undo(1, "王芳"), Err(Error::ReadOnly)));
    drop(store);
    assert_eq!(fs::read(&place.path).unwrap(), content);
}

#[cfg(unix)]
#[test]
fn only_its_owner_can_read_a_ledger_and_its_backup() {
    use std::os::unix::fs::PermissionsExt;
    let place = Place::new();
    let mut store = create(&place);
    fill(&mut store);
    store.backup(&place.folder().join("备份.yaodian")).unwrap();
    for name in files(&place) {
        let mode = fs::metadata(place.folder().join(&name)).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode, 0o600, "{name}");
    }
    assert_eq!(files(&place).len(), 4, "ledger, backup, WAL and its index: {:?}", files(&place));
}

#[test]
fn a_backup_holds_the_same_state_and_history_and_overwrites_nothing() {
    let place = Place::new();
    let mut store = create(&place);
    fill(&mut store);
    let path = place.folder().join("备份.yaodian");
    store.backup(&path).unwrap();
    assert!(matches!(store.backup(&path), Err(Error::Exists(_))));
    store.undo(1, "王芳").unwrap();
    let mut copy = Store::open(&path, OpenMode::Write).unwrap();
    assert_ne!(copy.state_hash().unwrap(), store.state_hash().unwrap());
    copy.undo(1, "王芳").unwrap();
    assert_eq!(copy.state_hash().unwrap(), store.state_hash().unwrap());
    assert_eq!(copy.check().unwrap(), []);
}

#[test]
fn check_names_what_another_program_did_to_the_file() {
    let place = Place::new();
    let mut store = create(&place);
    fill(&mut store);
    drop(store);
    let raw = Connection::open(&place.path).unwrap();
    raw.execute_batch(
        "PRAGMA foreign_keys = OFF; DROP TRIGGER door_measure_delete; DROP TRIGGER log_measure_delete; DELETE FROM measure;
         CREATE TABLE extra (x);",
    )
    .unwrap();
    drop(raw);
    let problems: Vec<String> = open(&place).check().unwrap().iter().map(ToString::to_string).collect();
    assert_eq!(
        problems,
        [
            "表 indicator 中有 3 行所指的内容不存在（measure）",
            "表 responsibility 中有 3 行所指的内容不存在（measure）",
            "表结构与本程序的不同：door_measure_delete；可能被其他程序改过",
            "表结构与本程序的不同：log_measure_delete；可能被其他程序改过",
            "表结构与本程序的不同：extra；可能被其他程序改过",
        ]
    );
}
