//! The notes on the cells of an Excel workbook, which lie in parts of their own beside each sheet.
//!
//! Excel keeps a talk (threaded comments) twice: whole in a part of its own, and for older programs as a note that begins with advice
//! to buy a newer one. The talk is told where there is one.

use crate::Error;
use crate::cell_notes::{CellNotes, NoteWords};
use crate::xlsx_parts::Parts;
use crate::xml::{Piece, attribute, walk};
use std::collections::{BTreeMap, HashMap, HashSet};

/// Returns the notes of a sheet; what cannot be read of them is said in there.
pub fn of_sheet(parts: &mut Parts<'_>, sheet: &str) -> CellNotes {
    let mut notes = CellNotes::default();
    let read = match parts.sheet(sheet) {
        Some(part) => read(parts, sheet, &part, &mut notes),
        // Where the sheet lies is not known, so that notes may be its own.
        None if parts.have_notes() => Err(Error::NoSheet),
        None => Ok(()),
    };
    if read.is_err() {
        notes.cannot_read(sheet);
    }
    notes
}

fn read(parts: &mut Parts<'_>, sheet: &str, part: &str, notes: &mut CellNotes) -> Result<(), Error> {
    if !parts.have_notes() {
        return Ok(());
    }
    let mut talked = HashSet::new();
    let mut outcome = Ok(());
    for part in parts.related(part, "threadedComment")? {
        let read = list(parts, &part).and_then(|xml| read_talk(&xml, sheet, notes, &mut talked));
        outcome = outcome.and(read);
    }
    for part in parts.related(part, "comments")? {
        let read = list(parts, &part).and_then(|xml| read_notes(&xml, sheet, notes, &talked));
        outcome = outcome.and(read);
    }
    outcome
}

/// Returns the text of a part with notes.
fn list(parts: &mut Parts<'_>, name: &str) -> Result<String, Error> {
    let xml = parts.text(name)?;
    if xml.contains('<') { Ok(xml) } else { Err(Error::Broken(format!("部件“{name}”没有内容"))) }
}

fn read_notes(xml: &str, sheet: &str, notes: &mut CellNotes, talked: &HashSet<String>) -> Result<(), Error> {
    let mut now: Option<(String, NoteWords)> = None;
    let (mut in_text, mut in_reading) = (false, false);
    walk(xml, &mut |piece| {
        match piece {
            Piece::Open(tag) => match tag.local_name().as_ref() {
                "comment" => now = Some((place(attribute(tag, "ref")), NoteWords::default())),
                "t" => in_text = true,
                // How a word is pronounced stands beside it.
                "rPh" => in_reading = true,
                _ => {}
            },
            Piece::Text(text) => {
                if let Some((_, words)) = now.as_mut().filter(|_| in_text && !in_reading) {
                    words.add(&text.replace("_x000D_", " "));
                }
            }
            Piece::Close("t") => in_text = false,
            Piece::Close("rPh") => in_reading = false,
            Piece::Close("comment") => {
                if let Some((cell, words)) = now.take().filter(|(cell, _)| !talked.contains(cell)) {
                    notes.add(sheet, cell, words);
                }
            }
            Piece::Close(_) => {}
        }
        Ok(())
    })
}

/// Reads the talks, each with its answers; the cells they are on are put into `talked`.
fn read_talk(xml: &str, sheet: &str, notes: &mut CellNotes, talked: &mut HashSet<String>) -> Result<(), Error> {
    let mut talks: BTreeMap<usize, (String, NoteWords)> = BTreeMap::new();
    let mut by_cell: HashMap<String, usize> = HashMap::new();
    let (mut now, mut in_text) = (None, false);
    let walked = walk(xml, &mut |piece| {
        match piece {
            Piece::Open(tag) => match tag.local_name().as_ref() {
                "threadedComment" => {
                    let cell = place(attribute(tag, "ref"));
                    let next = by_cell.len();
                    let at = *by_cell.entry(cell.clone()).or_insert(next);
                    talks.entry(at).or_insert_with(|| (cell, NoteWords::default()));
                    now = Some(at);
                }
                "text" => in_text = true,
                _ => {}
            },
            Piece::Text(text) => {
                if let Some((_, words)) = now.filter(|_| in_text).and_then(|at| talks.get_mut(&at)) {
                    words.add(text);
                }
            }
            Piece::Close("text") => in_text = false,
            Piece::Close("threadedComment") => {
                if let Some((_, words)) = now.take().and_then(|at| talks.get_mut(&at)) {
                    words.end_line();
                }
            }
            Piece::Close(_) => {}
        }
        Ok(())
    });
    for (cell, words) in talks.into_values() {
        notes.add(sheet, cell.clone(), words);
        if !cell.is_empty() {
            talked.insert(cell);
        }
    }
    walked
}

/// Returns a cell as Excel shows it; empty where it cannot be one.
fn place(reference: Option<String>) -> String {
    let cell: String = reference.unwrap_or_default().chars().filter(|c| *c != '$').collect();
    let letters = cell.bytes().take_while(u8::is_ascii_uppercase).count();
    let digits = &cell[letters..];
    let possible = (1..=3).contains(&letters) && (1..=7).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    if possible { cell } else { String::new() }
}
