//! Who saved a file last and when, as far as the file says so.
//!
//! Nothing is lost where it says nothing: all that may be concluded from a moment is that one file is older than another.

use crate::xml::{Piece, walk};
use chrono::{DateTime, FixedOffset, NaiveDateTime, TimeDelta};
use serde::{Deserialize, Serialize};
use sheets::encoding::text_of;

/// A name longer than this is none.
const LONGEST_NAME: usize = 100;

/// Who saved a file last and when.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Saved {
    /// The person, as the spreadsheet program knows them.
    pub by: Option<String>,
    /// The moment; none as well for a file that nobody has saved since it was made.
    pub at: Option<SavedAt>,
}

/// A moment as a file has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SavedAt {
    /// In UTC, as Excel and WPS write it.
    Utc(NaiveDateTime),
    /// In the local time of whoever saved it, as OpenDocument has it.
    Local(NaiveDateTime),
}

impl SavedAt {
    /// Returns the moment in milliseconds since 1970; local time is taken for that of `offset`. None before 1970: no clock was right then.
    ///
    /// ```
    /// use workbook::SavedAt;
    /// let noon = "2024-07-01T12:00:00".parse().unwrap();
    /// let east = chrono::FixedOffset::east_opt(8 * 3600).unwrap();
    /// assert_eq!(SavedAt::Utc(noon).millis(east), Some(1_719_835_200_000));
    /// assert_eq!(SavedAt::Local(noon).millis(east), Some(1_719_835_200_000 - 8 * 3_600_000));
    /// ```
    pub fn millis(self, offset: FixedOffset) -> Option<i64> {
        let millis = match self {
            SavedAt::Utc(at) => at.and_utc().timestamp_millis(),
            SavedAt::Local(at) => at.and_utc().timestamp_millis() - i64::from(offset.local_minus_utc()) * 1000,
        };
        (millis >= 0).then_some(millis)
    }
}

/// Returns what the core properties of an Excel workbook say.
pub fn of_core_properties(xml: &str) -> Saved {
    let [by, modified, created] = texts(xml, ["lastModifiedBy", "modified", "created"]);
    // What wrote the form set both moments alike and named nobody: it was not saved by a person since.
    let untouched = by.is_none() && modified.is_some() && modified == created;
    Saved { by, at: modified.filter(|_| !untouched).and_then(|text| moment(&text)) }
}

/// Returns what `meta.xml` of an OpenDocument workbook says.
pub fn of_open_document(xml: &str) -> Saved {
    let [by, date] = texts(xml, ["creator", "date"]);
    Saved { by, at: date.and_then(|text| moment(&text)) }
}

/// Returns the first text of each of these elements; parts that are no good XML say what stands before the fault.
fn texts<const N: usize>(xml: &str, names: [&str; N]) -> [Option<String>; N] {
    let mut found = [const { None }; N];
    let mut within: Option<(usize, String)> = None;
    // What cannot be read to its end has said nothing after that.
    let _ = walk(xml, &mut |piece| {
        match piece {
            Piece::Open(tag) => {
                let name = tag.local_name();
                within = names.iter().position(|wanted| *wanted == name.as_ref()).map(|at| (at, String::new()));
            }
            Piece::Text(text) => {
                if let Some((_, said)) = &mut within {
                    said.push_str(text);
                }
            }
            Piece::Close(_) => {
                if let Some((at, said)) = within.take() {
                    found[at] = found[at].take().or_else(|| name(&said));
                }
            }
        }
        Ok(())
    });
    found
}

/// Returns words on one line, if they may be a name.
fn name(text: &str) -> Option<String> {
    let text: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let text = text.trim();
    (!text.is_empty() && text.chars().count() <= LONGEST_NAME).then(|| text.to_owned())
}

/// Reads a moment: with Z or an offset it is sure, without one it is local.
fn moment(text: &str) -> Option<SavedAt> {
    let text = text.trim();
    if let Ok(at) = DateTime::parse_from_rfc3339(text) {
        return Some(SavedAt::Utc(at.naive_utc()));
    }
    text.parse().ok().map(SavedAt::Local)
}

/// Returns what the summary information of an old workbook (.xls) says.
pub fn of_summary(stream: &[u8]) -> Saved {
    Saved {
        by: property(stream, 8, 0x1e).and_then(|value| {
            let length = usize::try_from(u32_at(value, 0)?).ok()?;
            let bytes = value.get(4..4usize.checked_add(length)?)?;
            let bytes = &bytes[..bytes.iter().position(|byte| *byte == 0).unwrap_or(bytes.len())];
            name(&text_of(bytes)?)
        }),
        at: property(stream, 13, 0x40).and_then(|value| {
            let ticks = u64::from(u32_at(value, 4)?) << 32 | u64::from(u32_at(value, 0)?);
            // Tenths of microseconds since 1601.
            let since_1601 = TimeDelta::microseconds(i64::try_from(ticks / 10).ok()?);
            let epoch: NaiveDateTime = "1601-01-01T00:00:00".parse().ok()?;
            (ticks > 0).then(|| epoch.checked_add_signed(since_1601).map(SavedAt::Utc)).flatten()
        }),
    }
}

/// Returns the value of a property of the first set of a stream, if it is of that type.
fn property(stream: &[u8], id: u32, kind: u32) -> Option<&[u8]> {
    // A head of 28 bytes, then the name of the first set and where it begins.
    let set = stream.get(usize::try_from(u32_at(stream, 44)?).ok()?..)?;
    let count = usize::try_from(u32_at(set, 4)?).ok()?.min(64);
    let at = (0..count).find_map(|n| (u32_at(set, 8 + 8 * n)? == id).then(|| u32_at(set, 12 + 8 * n)).flatten())?;
    let value = set.get(usize::try_from(at).ok()?..)?;
    (u32_at(value, 0)? & 0xffff == kind).then(|| value.get(4..)).flatten()
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn core(by: &str, created: &str, modified: &str) -> Saved {
        of_core_properties(&format!(
            r#"<?xml version="1.0"?><cp:coreProperties xmlns:cp="a" xmlns:dcterms="b"><cp:lastModifiedBy>{by}</cp:lastModifiedBy><dcterms:created>{created}</dcterms:created><dcterms:modified>{modified}</dcterms:modified></cp:coreProperties>"#
        ))
    }

    fn utc(text: &str) -> Option<SavedAt> {
        Some(SavedAt::Utc(text.parse().unwrap()))
    }

    #[test]
    fn excel_says_who_and_when_in_utc() {
        let saved = core("李 &amp; 四", "2024-07-01T00:00:00Z", "2024-07-02T08:15:00Z");
        assert_eq!(saved, Saved { by: Some("李 & 四".into()), at: utc("2024-07-02T08:15:00") });
        assert_eq!(core("", "2024-07-01T00:00:00Z", "2024-07-02T08:15:00+08:00").at, utc("2024-07-02T00:15:00"));
    }

    #[test]
    fn a_form_nobody_saved_since_says_no_moment() {
        assert_eq!(core("", "2024-07-01T00:00:00Z", "2024-07-01T00:00:00Z"), Saved::default());
        assert_eq!(core("李四", "2024-07-01T00:00:00Z", "2024-07-01T00:00:00Z").at, utc("2024-07-01T00:00:00"));
    }

    #[test]
    fn what_is_no_name_and_no_moment_is_none() {
        assert_eq!(core(&"长".repeat(101), "", "yesterday"), Saved::default());
        assert_eq!(core(&"长".repeat(100), "", "").by, Some("长".repeat(100)));
        for broken in ["", "<a", "<lastModifiedBy>李四", "<!DOCTYPE a><modified>2024-07-02T08:15:00Z</modified>"] {
            assert_eq!(of_core_properties(broken), Saved::default(), "{broken}");
        }
    }

    #[test]
    fn open_document_says_local_time() {
        let saved = of_open_document(
            r#"<office:document-meta><office:meta><dc:date>2024-07-02T16:15:00.5</dc:date><dc:creator>王五</dc:creator></office:meta></office:document-meta>"#,
        );
        let at = Some(SavedAt::Local("2024-07-02T16:15:00.5".parse().unwrap()));
        assert_eq!(saved, Saved { by: Some("王五".into()), at });
        assert_eq!(SavedAt::Utc("1969-12-31T00:00:00".parse().unwrap()).millis(FixedOffset::east_opt(0).unwrap()), None);
    }

    /// A property set with these properties: number, type, value.
    fn summary(properties: &[(u32, u32, Vec<u8>)]) -> Vec<u8> {
        let mut set = vec![0; 4];
        set.extend((properties.len() as u32).to_le_bytes());
        let mut at = 8 + 8 * properties.len() as u32;
        for (id, _, value) in properties {
            set.extend([id.to_le_bytes(), at.to_le_bytes()].concat());
            at += 4 + value.len() as u32;
        }
        for (_, kind, value) in properties {
            set.extend(kind.to_le_bytes());
            set.extend(value);
        }
        [vec![0; 44], 48u32.to_le_bytes().to_vec(), set].concat()
    }

    #[test]
    fn an_old_workbook_says_it_in_its_summary() {
        let name = [8u32.to_le_bytes().to_vec(), b"\xc0\xee\xcb\xc4\0\0\0\0".to_vec()].concat();
        let ticks = 133_643_817_000_000_000u64;
        let stream = summary(&[(1, 2, vec![0xa8, 3, 0, 0]), (8, 0x1e, name), (13, 0x40, ticks.to_le_bytes().to_vec())]);
        assert_eq!(of_summary(&stream), Saved { by: Some("李四".into()), at: utc("2024-07-02T08:15:00") });
        for end in 0..stream.len() {
            // Cut off anywhere, it says less and nothing else.
            let saved = of_summary(&stream[..end]);
            assert!(saved.at.is_none() && (saved.by.is_none() || saved.by.as_deref() == Some("李四")), "{end}");
        }
        assert_eq!(of_summary(&summary(&[(13, 0x40, vec![0; 8])])), Saved::default());
    }
}
