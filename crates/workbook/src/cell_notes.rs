//! Notes on cells (批注): what people write beside a form instead of into it. They are told, and never taken.

use serde::{Deserialize, Serialize};

/// Notes of a file that are named; more are counted.
pub const NAMED: usize = 10;
/// Characters of a note that are told; a longer one says how long it is.
pub const LONGEST: usize = 200;

/// The notes of a sheet, or of all sheets of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CellNotes {
    /// The first ones, in the order of the file.
    pub named: Vec<CellNote>,
    /// How many there are beside those.
    pub more: usize,
    /// The sheets whose notes cannot all be read.
    pub unreadable: Vec<String>,
}

/// A note on a cell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CellNote {
    /// The sheet's name.
    pub sheet: String,
    /// The cell as Excel shows it, K4; empty if the file names no cell that can be.
    pub cell: String,
    /// The words on one line, as many as are told.
    pub text: String,
}

impl CellNotes {
    /// Adds a note that was read; one without words says nothing.
    pub fn add(&mut self, sheet: &str, cell: String, words: NoteWords) {
        match words.told() {
            None => {}
            Some(text) if self.named.len() < NAMED => self.named.push(CellNote { sheet: sheet.to_owned(), cell, text }),
            Some(_) => self.more += 1,
        }
    }

    /// Keeps in mind that not all notes of a sheet can be read.
    pub fn cannot_read(&mut self, sheet: &str) {
        if self.unreadable.last().is_none_or(|last| last != sheet) {
            self.unreadable.push(sheet.to_owned());
        }
    }

    /// Adds those of another sheet.
    pub fn extend(&mut self, other: &CellNotes) {
        let room = NAMED.saturating_sub(self.named.len());
        self.named.extend(other.named.iter().take(room).cloned());
        self.more += other.more + other.named.len().saturating_sub(room);
        self.unreadable.extend(other.unreadable.iter().cloned());
    }

    /// Returns what they say and what to do, in Chinese, a sentence each.
    pub fn zh(&self) -> Vec<String> {
        let note =
            |note: &CellNote| format!("工作表“{}”{}有批注：“{}”，没有采用；要保留请写进备注", note.sheet, spaced(&note.cell), note.text);
        let more = (self.more > 0).then(|| format!("另有{}处批注没有列出，也没有采用；请打开原件查看", self.more));
        let sheets = self.unreadable.iter().take(NAMED).map(|sheet| format!("“{sheet}”")).collect::<Vec<_>>().join("、");
        let unreadable = (!sheets.is_empty()).then(|| format!("工作表{sheets}的批注读不全，请打开原件查看"));
        self.named.iter().map(note).chain(more).chain(unreadable).collect()
    }
}

fn spaced(cell: &str) -> String {
    if cell.is_empty() { String::new() } else { format!(" {cell} ") }
}

/// The words of a note while it is read: as many as are told, and how many there are.
#[derive(Clone, Debug, Default)]
pub struct NoteWords {
    text: String,
    count: usize,
    /// White space stood after the last word.
    apart: bool,
}

impl NoteWords {
    /// Adds words; white space and line ends become one space.
    pub fn add(&mut self, text: &str) {
        for c in text.chars() {
            if c.is_whitespace() || c.is_control() {
                self.apart = self.count > 0;
                continue;
            }
            if std::mem::take(&mut self.apart) {
                self.push(' ');
            }
            self.push(c);
        }
    }

    /// Ends a line.
    pub fn end_line(&mut self) {
        self.apart = self.count > 0;
    }

    fn push(&mut self, c: char) {
        self.count += 1;
        if self.count <= LONGEST {
            self.text.push(c);
        }
    }

    fn told(self) -> Option<String> {
        match self.count {
            0 => None,
            1..=LONGEST => Some(self.text),
            all => Some(format!("{}……（共{all}字，请看原件）", self.text)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Option<String> {
        let mut words = NoteWords::default();
        words.add(text);
        words.told()
    }

    #[test]
    fn words_stand_on_one_line_and_long_ones_say_how_long() {
        assert_eq!(told("  王芳:\r\n含 改造\u{3000}两处\n"), Some("王芳: 含 改造 两处".into()));
        assert_eq!(told(" \n\u{0}"), None);
        assert_eq!(told(&"字".repeat(LONGEST)), Some("字".repeat(LONGEST)));
        assert_eq!(told(&"字".repeat(LONGEST + 1)), Some(format!("{}……（共201字，请看原件）", "字".repeat(LONGEST))));
    }

    #[test]
    fn every_note_is_named_or_counted_however_they_are_put_together() {
        let of = |count: usize| {
            let mut notes = CellNotes::default();
            for n in 0..count {
                let mut words = NoteWords::default();
                words.add("说明");
                notes.add("表", format!("A{}", n + 1), words);
            }
            notes
        };
        for (first, second) in [(0, 0), (NAMED - 1, 1), (NAMED, 1), (3, NAMED), (50, 70)] {
            let mut all = of(first);
            all.extend(&of(second));
            assert_eq!((all.named.len(), all.named.len() + all.more), (NAMED.min(first + second), first + second));
        }
        assert_eq!(of(NAMED).zh().len(), NAMED);
        let many = of(NAMED + 2).zh();
        assert_eq!(many[0], "工作表“表” A1 有批注：“说明”，没有采用；要保留请写进备注");
        assert_eq!(many[NAMED], "另有2处批注没有列出，也没有采用；请打开原件查看");
    }
}
