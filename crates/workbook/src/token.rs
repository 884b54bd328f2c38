//! The row id as it stands in the hidden column, with check codes that notice typing and copying.

use crate::clean::squeezed;
use domain::Uid;
use serde::{Deserialize, Serialize};

/// Which indicator or measure a row belongs to. Only `Known` may be written without a question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum RowId {
    /// Read, checked, and the only one in the file.
    Known(Uid),
    /// Nothing in the hidden column.
    Missing,
    /// Something else than was written there, or a row of another exchange.
    Damaged(String),
    /// The same id stands in more than one row; each of them is marked so.
    Duplicate(Uid),
    /// The id is right but the name beside it, of the indicator or measure, is not the one sent: the rows may have been shifted.
    Reworded(Uid),
}

/// What the header of the hidden column begins with; the exchange id follows.
pub const HEADER_PREFIX: &str = "yaodian:";

/// Returns what the hidden column holds for a row, of an indicator or a measure: the id, a code over exchange and row, a code over the wording.
pub fn row_token(exchange: Uid, row: Uid, name: &str) -> String {
    format!("{row}.{:08x}.{:08x}", binding(exchange, row), wording(name))
}

/// Returns which row a hidden cell names in this exchange.
///
/// `name` is what the row shows now of its indicator or measure; without it the wording is not compared.
pub fn read_token(exchange: Uid, token: &str, name: Option<&str>) -> RowId {
    let token = token.trim();
    if token.is_empty() {
        return RowId::Missing;
    }
    match parse(token) {
        Some((row, bound, _)) if bound != binding(exchange, row) => RowId::Damaged(token.to_owned()),
        Some((row, _, worded)) if name.is_some_and(|name| wording(name) != worded) => RowId::Reworded(row),
        Some((row, ..)) => RowId::Known(row),
        None => RowId::Damaged(token.to_owned()),
    }
}

/// Returns true for a text in the form of a row token, whatever exchange it belongs to.
pub fn looks_like_token(text: &str) -> bool {
    parse(text.trim()).is_some()
}

fn parse(token: &str) -> Option<(Uid, u32, u32)> {
    let mut parts = token.split('.');
    let row = parts.next()?.parse().ok()?;
    let mut code = || u32::from_str_radix(parts.next()?, 16).ok();
    let (bound, worded) = (code()?, code()?);
    parts.next().is_none().then_some((row, bound, worded))
}

fn binding(exchange: Uid, row: Uid) -> u32 {
    crc32(format!("{exchange}/{row}").as_bytes())
}

fn wording(name: &str) -> u32 {
    crc32(squeezed(name).as_bytes())
}

/// The usual CRC-32: any single changed character, and any swapped pair, changes it.
fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0u32, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| if crc & 1 == 1 { (crc >> 1) ^ 0xedb8_8320 } else { crc >> 1 })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_check_code_is_the_usual_crc() {
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
    }
}
