//! Why a package cannot be read or written.

/// What is wrong with a package.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// Something else.
    #[error("不是要点台账的数据包（.ydpkg），请核对是否选错了文件")]
    NotAPackage,
    /// Cut short, or changed on the way.
    #[error("数据包不完整或被改动过（{0}），没有采用任何内容；请对方重新导出一份")]
    Damaged(String),
    /// Made by a program newer than this one.
    #[error("数据包由更新版本的程序导出（格式{found}，本程序认识到{known}），请先升级本程序再收")]
    Newer {
        /// The format of the package.
        found: u32,
        /// The newest this program knows.
        known: u32,
    },
    /// More than is read, or made to exhaust the program.
    #[error("数据包太大：{0}，超出可以读取的范围")]
    TooLarge(String),
    /// Something this program never writes.
    #[error("数据包含有不该有的内容（{0}），已拒绝读取")]
    Unsafe(String),
    /// What it says cannot be so.
    #[error("数据包的内容不成立：{0}，没有采用任何内容；请对方重新导出一份")]
    Content(String),
    /// Another kind of package than was asked for.
    #[error("这是{0}，请用“收数据包”打开它")]
    OtherKind(&'static str),
    /// The file could not be written or read.
    #[error("读写数据包失败：{0}")]
    Io(String),
}

impl From<std::io::Error> for Error {
    fn from(error: std::io::Error) -> Error {
        match error.kind() {
            std::io::ErrorKind::StorageFull => Error::Io("磁盘已满，请清理出一些空间再试".to_owned()),
            _ => Error::Io(error.to_string()),
        }
    }
}
