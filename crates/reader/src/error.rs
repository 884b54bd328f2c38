//! Why a file cannot be read as a document.

/// Why a file cannot be read as a document. The message names the cause and what to do.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// The file has no text in it.
    #[error("“{0}”里没有文字。请确认文件内容，或换一份文件再导入")]
    Empty(String),
    /// The file is of a kind that is not read.
    #[error("“{name}”是{kind}，不能直接读取。{advice}")]
    NotADocument {
        /// The file's name.
        name: String,
        /// What it is.
        kind: &'static str,
        /// What to do.
        advice: &'static str,
    },
    /// The file is a document, but damaged.
    #[error("“{name}”已损坏：{what}。请重新取得这份文件，或在 WPS、Word 里打开后另存为 .docx 再导入")]
    Damaged {
        /// The file's name.
        name: String,
        /// What is wrong.
        what: String,
    },
    /// The document is larger than a plan can be.
    #[error("“{name}”太大：{what}。请只导入计划正文")]
    TooLarge {
        /// The file's name.
        name: String,
        /// Which limit was passed.
        what: String,
    },
}
