//! Microsoft's old container (OLE): the streams in it.

use std::io::{Cursor, Read};

/// How such a file begins.
pub const MAGIC: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// Returns the names of the streams. Of a file too damaged to open, those that are seen in its bytes.
pub fn names(bytes: &[u8]) -> Vec<String> {
    let listed = guarded(|| {
        let file = cfb::CompoundFile::open(Cursor::new(bytes)).ok()?;
        Some(file.walk().take(1000).map(|entry| entry.name().to_owned()).collect::<Vec<String>>())
    });
    listed.unwrap_or_else(|| {
        let seen = |name: &&str| {
            let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
            bytes.windows(wide.len()).any(|window| window == wide)
        };
        ["EncryptedPackage", "WordDocument", "PowerPoint Document", "Workbook"].into_iter().filter(seen).map(str::to_owned).collect()
    })
}

/// Returns the content of a stream, as far as it may be long; none if it cannot be read.
pub fn stream(bytes: &[u8], name: &str, longest: usize) -> Option<Vec<u8>> {
    guarded(|| {
        let mut file = cfb::CompoundFile::open(Cursor::new(bytes)).ok()?;
        let mut content = Vec::new();
        file.open_stream(name).ok()?.take(longest as u64).read_to_end(&mut content).ok()?;
        Some(content)
    })
}

/// Runs a library on a file from outside; its panic is a damaged file, not our end.
fn guarded<T>(read: impl FnOnce() -> Option<T>) -> Option<T> {
    std::panic::catch_unwind(std::panic::AssertUnwindSafe(read)).ok().flatten()
}
