//! What a document is made of.

/// A document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// What the file says it is; not shown on the page.
    pub title: String,
    /// The page it is set on.
    pub page: Page,
    /// Its blocks in order.
    pub blocks: Vec<Block>,
}

/// The page and the size of type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// GB/T 9704: text of 156×225 mm, 16 pt, page numbers (公文版式).
    Official,
    /// One sheet to be handed out: narrower margins, 11.5 pt, no page number.
    Sheet,
}

/// A part of a document, from one line to a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// The title: centred.
    Title(String),
    /// A heading with its number as written: 一、总体情况.
    Heading(Level, String),
    /// A paragraph; line breaks in it stay.
    Paragraph(String),
    /// A table.
    Table(Table),
    /// A picture.
    Picture(Picture),
    /// What follows begins a new page.
    PageBreak,
}

/// How deep a heading lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// 一、 in 黑体.
    One,
    /// （一） in 楷体.
    Two,
    /// 1. in 仿宋, bold.
    Three,
}

/// A table whose head is repeated on every page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows, a cell a column; what is missing is empty.
    pub rows: Vec<Vec<String>>,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// What stands above it.
    pub head: String,
    /// How wide it is, as a part of the sum of all.
    pub share: u32,
    /// Where its cells' text stands.
    pub align: Align,
}

/// Where text stands in its cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// Words.
    Left,
    /// Short words and figures.
    Centre,
}

/// A picture, as wide as the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// The bytes of a PNG file.
    pub png: Vec<u8>,
    /// What it shows, for those who cannot see it.
    pub alt: String,
}

/// Millimetres of a page.
pub(crate) struct Measures {
    pub(crate) top: u32,
    pub(crate) left: u32,
    pub(crate) width: u32,
    pub(crate) height: u32,
}

impl Page {
    /// Returns where the text stands on A4 (210×297 mm).
    pub(crate) fn measures(self) -> Measures {
        match self {
            Page::Official => Measures { top: 37, left: 28, width: 156, height: 225 },
            Page::Sheet => Measures { top: 18, left: 18, width: 174, height: 261 },
        }
    }

    /// Returns the size of body type and of a table's, in half points.
    pub(crate) fn type_sizes(self) -> (u32, u32) {
        match self {
            Page::Official => (32, 21),
            Page::Sheet => (23, 18),
        }
    }

    /// Returns the exact pitch of body lines, in twentieths of a point.
    pub(crate) fn pitch(self) -> u32 {
        match self {
            // 22 lines in 225 mm.
            Page::Official => 579,
            Page::Sheet => 380,
        }
    }
}

impl Column {
    /// Returns a column of words.
    pub fn text(head: &str, share: u32) -> Column {
        Column { head: head.to_owned(), share, align: Align::Left }
    }

    /// Returns a column of figures or short words.
    pub fn short(head: &str, share: u32) -> Column {
        Column { head: head.to_owned(), share, align: Align::Centre }
    }
}
