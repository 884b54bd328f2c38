//! What can go wrong with a ledger, in words for the person in front of it.

use domain::{Period, Uid};
use rusqlite::ErrorCode;
use rusqlite::ffi;
use std::path::{Path, PathBuf};

/// Shorthand for results of this crate.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why the ledger could not be opened, read or written.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There is no such file.
    #[error("找不到台账“{}”，请检查路径，或新建一个台账", .0.display())]
    NotFound(PathBuf),
    /// A new ledger would overwrite a file.
    #[error("“{}”已经存在，不会覆盖它；请换一个文件名，或直接打开它", .0.display())]
    Exists(PathBuf),
    /// A new file has no folder to lie in.
    #[error("没有“{}”这个文件夹，请先建好它，或换一个位置", .0.display())]
    NoFolder(PathBuf),
    /// The file is something else.
    #[error("“{}”不是要点台账的文件，请选择扩展名为 .yaodian 的台账；如要读入工作要点文档，请用“导入”", .0.display())]
    NotALedger(PathBuf),
    /// The ledger was written by a newer program.
    #[error("台账“{}”由更新版本的程序保存（格式 {found}，本程序认识到 {known}），没有改动它；请先升级本程序再打开", .path.display())]
    Newer {
        /// The file.
        path: PathBuf,
        /// The version of its schema.
        found: i64,
        /// The newest version this program knows.
        known: i64,
    },
    /// The ledger has to be brought up to this program's version, and that needs writing.
    #[error("台账“{}”是旧版本保存的，需要先升级格式，但现在不能写入；请把它拷到可以写入的文件夹再打开", .0.display())]
    Older(PathBuf),
    /// Another program holds the file.
    #[error("台账正被另一个程序占用，没有写入任何内容；请关闭其他打开它的窗口或程序，再试一次")]
    Locked,
    /// The file, its folder or the medium cannot be written.
    #[error("台账是只读的（文件、所在文件夹或光盘、U 盘不允许写入），没有写入任何内容；请把它拷到可以写入的文件夹再打开")]
    ReadOnly,
    /// A read-only folder holds a ledger whose last writes are not yet in the main file.
    #[error("“{}”旁边还有未并入的 -wal 文件，在只读的文件夹里读不全；请把这两个文件一起拷到可以写入的文件夹再打开", .0.display())]
    UnfinishedOnReadOnly(PathBuf),
    /// The file is there but may not be read.
    #[error("没有权限读取“{}”，请检查文件的权限", .0.display())]
    Unreadable(PathBuf),
    /// No room.
    #[error("磁盘已满，没有写入任何内容；请清理出一些空间再试")]
    DiskFull,
    /// The disk reports an error of its own; a full one is not always called so, e.g. where there is no room for the log's index.
    #[error("读写磁盘出错（{0}），没有写入任何内容；请检查磁盘是否已满、U 盘或网络盘是否还连着，再试一次")]
    Disk(String),
    /// Undoing or redoing would lose a later change.
    #[error("“{label}”之后，这些内容又有改动，不能直接撤销或恢复：{}；请先撤销后来的操作", .later.join("；"))]
    Conflict {
        /// The operation that was to be undone or redone.
        label: String,
        /// What changed since, in words.
        later: Vec<String>,
    },
    /// Nothing is left to undo.
    #[error("没有可以撤销的操作")]
    NothingToUndo,
    /// Nothing is left to redo.
    #[error("没有可以恢复的操作")]
    NothingToRedo,
    /// Workbooks that were sent cannot be called back.
    #[error("“{0}”不能撤销：文件已经发出")]
    NotUndoable(String),
    /// The operation has been undone before.
    #[error("“{0}”已经撤销过了")]
    AlreadyUndone(String),
    /// The history has no such operation.
    #[error("历史中没有操作 {0}")]
    UnknownOperation(Uid),
    /// What would change is of a period that is frozen, or of one before it.
    #[error("{}已冻结（{who}），这一期和以前各期不能改动；要更正请先解冻并写明原因", .period.zh())]
    Frozen {
        /// The frozen period.
        period: Period,
        /// Who froze it.
        who: String,
        /// When, in milliseconds since 1970.
        at: i64,
    },
    /// A rule of the ledger forbids the change.
    #[error("台账不接受这项内容：{0}")]
    Refused(String),
    /// Something in the file is not as this program writes it.
    #[error("台账中有损坏的内容（{0}）；请在“历史”中运行检查，或从备份恢复")]
    Damaged(String),
    /// The operating system said no.
    #[error("读写“{}”时出错：{source}", .path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// The reason.
        source: std::io::Error,
    },
    /// Anything else SQLite reports: a fault of the program.
    #[error("台账内部出错：{0}")]
    Sql(rusqlite::Error),
}

impl Error {
    /// Returns a function that names the file of an operating system error.
    pub(crate) fn io(path: &Path) -> impl FnOnce(std::io::Error) -> Error {
        let path = path.to_owned();
        move |source| match source.kind() {
            std::io::ErrorKind::NotFound => Error::NotFound(path),
            std::io::ErrorKind::AlreadyExists => Error::Exists(path),
            std::io::ErrorKind::PermissionDenied | std::io::ErrorKind::ReadOnlyFilesystem => Error::ReadOnly,
            std::io::ErrorKind::StorageFull => Error::DiskFull,
            _ => Error::Io { path, source },
        }
    }
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Error {
        let (failure, message) = match &error {
            rusqlite::Error::SqliteFailure(failure, message) => (failure, message.clone().unwrap_or_default()),
            rusqlite::Error::FromSqlConversionFailure(..)
            | rusqlite::Error::InvalidColumnType(..)
            | rusqlite::Error::IntegralValueOutOfRange(..)
            | rusqlite::Error::Utf8Error(..) => return Error::Damaged(error.to_string()),
            _ => return Error::Sql(error),
        };
        match failure.code {
            ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Error::Locked,
            ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied => Error::ReadOnly,
            ErrorCode::DiskFull => Error::DiskFull,
            ErrorCode::SystemIoFailure => Error::Disk(message),
            ErrorCode::DatabaseCorrupt => Error::Damaged(message),
            ErrorCode::ConstraintViolation => Error::Refused(refusal(failure.extended_code, &message)),
            _ => Error::Sql(error),
        }
    }
}

/// Says in words which rule a change broke.
fn refusal(code: std::ffi::c_int, message: &str) -> String {
    let detail = message.split_once("failed: ").map_or(message, |(_, detail)| detail);
    match code {
        ffi::SQLITE_CONSTRAINT_FOREIGNKEY => "它与其他内容的关联不成立：所指的内容不存在，或仍有内容用着要删除的它".to_owned(),
        ffi::SQLITE_CONSTRAINT_UNIQUE | ffi::SQLITE_CONSTRAINT_PRIMARYKEY => format!("已有相同的内容（{detail}）"),
        ffi::SQLITE_CONSTRAINT_NOTNULL => format!("缺少必填的内容（{detail}）"),
        ffi::SQLITE_CONSTRAINT_CHECK => format!("内容不合规则（{detail}）"),
        _ => detail.to_owned(),
    }
}
