//! What the window and the command line are told when something cannot be done.

use serde::Serialize;

/// A refusal: what is wrong and where, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ts_rs::TS, thiserror::Error)]
#[error("{message}")]
pub struct ApiError {
    /// What sort of refusal it is.
    pub kind: ErrorKind,
    /// What is wrong and where.
    pub message: String,
    /// What to do.
    pub hint: Option<String>,
}

/// The sorts of refusal the window treats differently.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
pub enum ErrorKind {
    /// The request is wrong: a value, a name, a date.
    Invalid,
    /// What it is about does not exist.
    NotFound,
    /// It contradicts what has happened since.
    Conflict,
    /// A file cannot be read or written.
    Unreadable,
    /// A person has stopped it.
    Stopped,
    /// The program itself is wrong.
    Internal,
}

impl ApiError {
    /// Returns a refusal of a wrong request.
    pub fn invalid(message: impl Into<String>) -> ApiError {
        ApiError { kind: ErrorKind::Invalid, message: message.into(), hint: None }
    }

    /// Returns a refusal because something does not exist.
    pub fn not_found(message: impl Into<String>) -> ApiError {
        ApiError { kind: ErrorKind::NotFound, message: message.into(), hint: None }
    }

    /// Returns a refusal because a file cannot be read or written.
    pub fn unreadable(message: impl Into<String>) -> ApiError {
        ApiError { kind: ErrorKind::Unreadable, message: message.into(), hint: None }
    }

    /// Returns a refusal that is the program's own fault.
    pub fn internal(message: impl Into<String>) -> ApiError {
        ApiError { kind: ErrorKind::Internal, message: message.into(), hint: None }
    }

    /// Adds what to do.
    pub fn hint(self, hint: impl Into<String>) -> ApiError {
        ApiError { hint: Some(hint.into()), ..self }
    }
}

impl From<domain::AmountError> for ApiError {
    fn from(error: domain::AmountError) -> ApiError {
        ApiError::invalid(error.to_string())
    }
}

impl From<reader::Error> for ApiError {
    fn from(error: reader::Error) -> ApiError {
        ApiError::unreadable(error.to_string())
    }
}

impl From<store::Error> for ApiError {
    fn from(error: store::Error) -> ApiError {
        use store::Error::*;
        let kind = match &error {
            NotFound(_) | NothingToUndo | NothingToRedo | UnknownOperation(_) => ErrorKind::NotFound,
            Conflict { .. } | Frozen { .. } | Locked | ReadOnly | NotUndoable(_) | AlreadyUndone(_) => ErrorKind::Conflict,
            Refused(_) | Exists(_) => ErrorKind::Invalid,
            _ => ErrorKind::Unreadable,
        };
        ApiError { kind, message: error.to_string(), hint: None }
    }
}

impl From<workbook::Error> for ApiError {
    fn from(error: workbook::Error) -> ApiError {
        ApiError::unreadable(error.to_string())
    }
}

impl From<charts::Error> for ApiError {
    fn from(error: charts::Error) -> ApiError {
        ApiError::internal(error.to_string())
    }
}

impl From<report::Error> for ApiError {
    fn from(error: report::Error) -> ApiError {
        ApiError::internal(error.to_string())
    }
}

/// Returns a refusal for a file that could not be read or written, naming it and the cause.
pub(crate) fn file_error(doing: &str, path: &std::path::Path, error: &std::io::Error) -> ApiError {
    use std::io::ErrorKind as Io;
    let cause = match error.kind() {
        Io::NotFound => "文件不存在",
        Io::PermissionDenied => "没有权限，或文件正被其他程序占用",
        Io::StorageFull => "磁盘已满",
        Io::ReadOnlyFilesystem => "磁盘是只读的",
        Io::IsADirectory => "这是一个文件夹",
        _ => return ApiError::unreadable(format!("{doing}失败：{}（{error}）", path.display())),
    };
    ApiError::unreadable(format!("{doing}失败：{}，{cause}", path.display()))
}
