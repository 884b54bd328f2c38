//! The gate's look through a sheet, before anything computes with what it says.

use crate::Error;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// Elements within elements; a sheet needs a dozen.
const DEEPEST: usize = 64;
/// Digits of the last row, 1048576, and letters of the last column, XFD.
const ROW_DIGITS: usize = 7;
const COLUMN_LETTERS: usize = 3;

/// Looks through a sheet whose first element was read: nesting and cell references must be possible ones.
///
/// The reader multiplies the digits of a reference out, and an impossible one overflows.
pub fn check(name: &str, mut xml: Reader<&[u8]>) -> Result<(), Error> {
    let mut depth = 1;
    loop {
        match xml.read_event() {
            Ok(Event::Start(element)) => {
                depth += 1;
                if depth > DEEPEST {
                    return Err(Error::Unsafe(format!("部件“{name}”嵌套过深")));
                }
                check_references(name, &element)?;
            }
            Ok(Event::Empty(element)) => check_references(name, &element)?,
            Ok(Event::End(_)) => depth = depth.saturating_sub(1),
            Ok(Event::Eof) | Err(_) => return Ok(()),
            Ok(_) => {}
        }
    }
}

fn check_references(name: &str, element: &BytesStart<'_>) -> Result<(), Error> {
    let element_name = element.local_name();
    let wanted = match element_name.as_ref() {
        "c" | "row" => "r",
        "dimension" | "mergeCell" | "f" => "ref",
        _ => return Ok(()),
    };
    for attribute in element.attributes().with_checks(false).flatten() {
        if attribute.key.local_name().as_ref() == wanted && !is_possible(&attribute.value) {
            let shown: String = attribute.value.chars().take(30).collect();
            return Err(Error::Unsafe(format!("部件“{name}”里有不存在的单元格 {shown}")));
        }
    }
    Ok(())
}

fn is_possible(reference: &str) -> bool {
    reference.split(':').all(|corner| {
        let place: String = corner.chars().filter(|c| *c != '$').collect();
        let letters = place.bytes().take_while(u8::is_ascii_alphabetic).count();
        let digits = &place[letters..];
        letters <= COLUMN_LETTERS && digits.len() <= ROW_DIGITS && digits.bytes().all(|byte| byte.is_ascii_digit())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_beyond_the_last_cell_are_impossible() {
        for good in ["A1", "XFD1048576", "A1:$C$7", "A:C", "1:3", "12", ""] {
            assert!(is_possible(good), "{good}");
        }
        for bad in ["ZZZZZZ9", "A99999999999", "A-1", "A1:B99999999", "一1"] {
            assert!(!is_possible(bad), "{bad}");
        }
    }
}
