//! Documents for offices: a [`Document`] of typed blocks, written as .docx in the look of GB/T 9704.
//!
//! Here: the page, the styles and the parts of the file ([`write`]); how much room blocks take on a page ([`height`]).
//!
//! Not here: what the words and figures are, the ledger, files, the clock. The same document gives the same bytes: nothing in
//! the file says when it was written. Start at [`Document`].

mod document;
mod docx;
mod room;
mod xml;

pub use document::{Align, Block, Column, Document, Level, Page, Picture, Table};
pub use docx::write;
pub use room::{height, width};

/// Why there is no file.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A picture that is none.
    #[error("文档里的图片不是 PNG")]
    Picture,
    /// The container could not be written: a fault of this program.
    #[error("文档写不出来：{0}")]
    Zip(#[from] zip::result::ZipError),
    /// The same.
    #[error("文档写不出来：{0}")]
    Io(#[from] std::io::Error),
}
