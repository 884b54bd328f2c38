//! Text of a Word document.

use crate::Error;

/// Returns the lines of a .docx.
pub fn lines(name: &str, _bytes: &[u8]) -> Result<(Vec<String>, Vec<String>), Error> {
    Err(Error::Damaged { name: name.to_owned(), what: "压缩结构不完整".to_owned() })
}
