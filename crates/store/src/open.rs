//! Opening and making the file.

use crate::error::{Error, Result};
use crate::migrate::{APPLICATION_ID, MIGRATIONS, VERSION, migrate};
use crate::reported::Kept;
use crate::state::opening;
use domain::Uid;
use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, MAIN_DB, OpenFlags};
use std::cell::RefCell;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// An open ledger.
pub struct Store {
    pub(crate) db: Connection,
    pub(crate) path: PathBuf,
    pub(crate) read_only: bool,
    /// What was reported, as it was read last.
    pub(crate) shelf: RefCell<Vec<Kept>>,
    /// Which opening of a ledger it is.
    pub(crate) opening: u64,
}

/// What a ledger is opened for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OpenMode {
    /// Reading and writing; where the file or its folder cannot be written, reading only.
    Write,
    /// Reading only: nothing in the file changes, not even its version.
    Read,
}

/// How long to wait for another program that is writing.
const PATIENCE: Duration = Duration::from_secs(3);

impl Store {
    /// Makes a new ledger. `uid` names it for ever, `at` is the time now.
    ///
    /// # Errors
    /// [`Error::Exists`] if there is such a file, or what the disk has to say.
    pub fn create(path: &Path, uid: Uid, at: i64) -> Result<Store> {
        if path.exists() {
            return Err(Error::Exists(path.to_owned()));
        }
        // Made aside and renamed, so that a ledger under its own name is always a whole one.
        let aside = aside(path, &uid.to_string());
        let made = make(&aside, uid, at).and_then(|()| put_in_place(&aside, path));
        if made.is_err() {
            // The first error is the one to tell; a left-over beside the ledger does no harm.
            remove(&aside);
        }
        made.and_then(|()| Store::open(path, OpenMode::Write).inspect_err(|_| remove(path)))
    }

    /// Opens a ledger, and brings it to this program's version if it is older.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::NotALedger`], [`Error::Newer`] (the file is not touched), [`Error::Older`],
    /// [`Error::Locked`], [`Error::Damaged`], or what the disk has to say.
    pub fn open(path: &Path, mode: OpenMode) -> Result<Store> {
        let found = version(path)?;
        let (mut db, read_only) = match mode {
            OpenMode::Read => (connect_reading(path)?, true),
            OpenMode::Write => connect(path)?,
        };
        if found < VERSION {
            if read_only {
                return Err(Error::Older(path.to_owned()));
            }
            migrate(&mut db, &MIGRATIONS)?;
        }
        Ok(Store { db, path: path.to_owned(), read_only, shelf: RefCell::default(), opening: opening() })
    }

    /// Opens a ledger for writing, or makes it where there is none.
    ///
    /// # Errors
    /// As [`Store::open`] and [`Store::create`].
    pub fn open_or_create(path: &Path, uid: Uid, at: i64) -> Result<Store> {
        if path.exists() { Store::open(path, OpenMode::Write) } else { Store::create(path, uid, at) }
    }

    /// Returns where the ledger lies.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Takes a ledger away that was just made and could not be filled.
    pub fn discard(self) {
        let path = self.path.clone();
        drop(self);
        remove(&path);
    }

    /// Returns true if nothing can be written.
    pub fn read_only(&self) -> bool {
        self.read_only
    }

    /// Returns the ledger's own name and the time it was made.
    ///
    /// # Errors
    /// [`Error::Damaged`] if it has none.
    pub fn ledger(&self) -> Result<(Uid, i64)> {
        self.row("SELECT uid, created_at FROM ledger", [], |row| Ok((crate::row::uid(row, "uid")?, row.get("created_at")?)))?
            .ok_or_else(|| Error::Damaged("ledger".to_owned()))
    }
}

/// Returns a path in the same folder for a file that is not ready yet.
pub(crate) fn aside(path: &Path, name: &str) -> PathBuf {
    let file = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{file}.{name}.part"))
}

/// Makes an empty file only its owner can read.
pub(crate) fn create_private(path: &Path) -> Result<()> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    match options.open(path) {
        Ok(_) => Ok(()),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Err(Error::NoFolder(path.parent().unwrap_or(path).to_owned())),
        Err(error) => Err(Error::io(path)(error)),
    }
}

/// Gives a finished file its final name, and makes sure that file and name survive a power cut.
pub(crate) fn put_in_place(aside: &Path, path: &Path) -> Result<()> {
    // Opened for writing, because Windows syncs no other handle.
    fs::OpenOptions::new().write(true).open(aside).and_then(|file| file.sync_all()).map_err(Error::io(aside))?;
    fs::rename(aside, path).map_err(Error::io(path))?;
    #[cfg(unix)]
    if let Some(folder) = path.parent() {
        let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        fs::File::open(folder).and_then(|folder| folder.sync_all()).map_err(Error::io(folder))?;
    }
    Ok(())
}

fn make(path: &Path, uid: Uid, at: i64) -> Result<()> {
    create_private(path)?;
    let mut db = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    configure(&db)?;
    // Straight into the file, which nobody else knows of: what a log holds would still have to be brought into it, and closing does
    // not say where that fails on a full disk.
    db.pragma_update(None, "journal_mode", "MEMORY")?;
    migrate(&mut db, &MIGRATIONS)?;
    db.execute("INSERT INTO ledger (id, uid, created_at) VALUES (1, ?1, ?2)", (uid.to_string(), at))?;
    db.pragma_update(None, "journal_mode", "WAL")?;
    db.close().map_err(|(_, error)| Error::from(error))
}

/// Returns the schema version of a ledger without leaving a trace beside it.
fn version(path: &Path) -> Result<i64> {
    let facts = fs::metadata(path).map_err(Error::io(path))?;
    if !facts.is_file() {
        return Err(Error::NotALedger(path.to_owned()));
    }
    // Without a WAL the file alone tells, and can be read as if on read-only media. With one, its pages count.
    let db = if wal_is_empty(path) { connect_immutable(path)? } else { connect_reading(path)? };
    let id = pragma(&db, "application_id").map_err(|error| named(path, error))?;
    let version = pragma(&db, "user_version").map_err(|error| named(path, error))?;
    if id != APPLICATION_ID || version < 1 {
        return Err(Error::NotALedger(path.to_owned()));
    }
    if version > VERSION {
        return Err(Error::Newer { path: path.to_owned(), found: version, known: VERSION });
    }
    Ok(version)
}

fn pragma(db: &Connection, name: &str) -> rusqlite::Result<i64> {
    db.pragma_query_value(None, name, |row| row.get(0))
}

fn wal_is_empty(path: &Path) -> bool {
    fs::metadata(beside(path, "-wal")).map_or(true, |facts| facts.len() == 0)
}

/// Removes a ledger and what SQLite keeps beside it, as far as it is there.
pub(crate) fn remove(path: &Path) {
    for name in [path, &beside(path, "-wal"), &beside(path, "-shm")] {
        let _ = fs::remove_file(name);
    }
}

/// Returns the path of a file that SQLite keeps beside a ledger.
fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

/// Opens for writing if possible, else for reading; the flag is true if only for reading.
fn connect(path: &Path) -> Result<(Connection, bool)> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let opened = Connection::open_with_flags(path, flags).and_then(|db| {
        configure(&db)?;
        // The first read opens the WAL: in a read-only folder this is where it fails.
        db.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
        Ok(db)
    });
    match opened {
        Ok(db) if db.is_readonly(MAIN_DB)? => Ok((db, true)),
        Ok(db) => {
            let mode: String = db.pragma_query_value(None, "journal_mode", |row| row.get(0))?;
            if mode != "wal" {
                db.pragma_update(None, "journal_mode", "WAL")?;
            }
            Ok((db, false))
        }
        Err(error) if cannot_write(&error) => Ok((connect_reading(path)?, true)),
        Err(error) => Err(error.into()),
    }
}

/// Opens for reading, on read-only media too.
fn connect_reading(path: &Path) -> Result<Connection> {
    let opened = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX).and_then(|db| {
        configure(&db)?;
        db.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
        db.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
        Ok(db)
    });
    match opened {
        Ok(db) => Ok(db),
        Err(error) if cannot_write(&error) && !wal_is_empty(path) => Err(Error::UnfinishedOnReadOnly(path.to_owned())),
        Err(error) if cannot_write(&error) => connect_immutable(path),
        Err(error) => Err(named(path, error)),
    }
}

/// Opens a file that nobody can change.
fn connect_immutable(path: &Path) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_URI;
    let opened = Connection::open_with_flags(immutable_uri(path), flags).and_then(|db| {
        configure(&db)?;
        Ok(db)
    });
    opened.map_err(|error| named(path, error))
}

/// Says of which file an error of opening is.
fn named(path: &Path, error: rusqlite::Error) -> Error {
    match error.sqlite_error_code() {
        Some(ErrorCode::NotADatabase) => Error::NotALedger(path.to_owned()),
        Some(ErrorCode::CannotOpen) => Error::Unreadable(path.to_owned()),
        _ => error.into(),
    }
}

fn cannot_write(error: &rusqlite::Error) -> bool {
    matches!(error.sqlite_error_code(), Some(ErrorCode::CannotOpen | ErrorCode::ReadOnly | ErrorCode::PermissionDenied))
}

/// Sets what SQLite does not keep in the file.
fn configure(db: &Connection) -> rusqlite::Result<()> {
    db.busy_timeout(PATIENCE)?;
    db.set_prepared_statement_cache_capacity(128);
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    // Plans of statements do not depend on what is bound, so a statement is not planned anew for every row it is run for.
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DDL, false)?;
    db.pragma_update(None, "foreign_keys", true)?;
    db.pragma_update(None, "synchronous", "FULL")?;
    db.pragma_update(None, "cell_size_check", true)?;
    db.pragma_update(None, "mmap_size", 0)?;
    // In kilobytes, if negative: what an operation of a hundred thousand rows touches is not read and written over and over.
    db.pragma_update(None, "cache_size", -65_536)?;
    // What spills out of memory would lie readable in a shared folder.
    db.pragma_update(None, "temp_store", "MEMORY")
}

/// Returns the path as SQLite's URI; every byte but the plainest is escaped.
fn immutable_uri(path: &Path) -> String {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let mut uri = String::from("file:");
    #[cfg(unix)]
    let bytes = std::os::unix::ffi::OsStrExt::as_bytes(path.as_os_str()).to_vec();
    #[cfg(not(unix))]
    let bytes = format!("/{}", path.to_string_lossy().replace('\\', "/")).into_bytes();
    for byte in bytes {
        if byte.is_ascii_alphanumeric() || b"/:._-".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            uri += &format!("%{byte:02X}");
        }
    }
    uri + "?immutable=1"
}
