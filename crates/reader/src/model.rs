//! What reading gives: the cleaned text and the draft plan found in it.

use crate::trace::Trace;
use chrono::NaiveDate;
use domain::{Amount, Comparator, Role, TargetKind};
use serde::{Deserialize, Serialize};

/// A stretch of the cleaned text, counted in characters (not bytes): `start` is in it, `end` is not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, ts_rs::TS)]
pub struct Span {
    /// The first character.
    pub start: usize,
    /// One behind the last character.
    pub end: usize,
}

impl Span {
    /// Returns the span from one character to before another.
    pub fn new(start: usize, end: usize) -> Span {
        Span { start, end: end.max(start) }
    }

    /// Returns true if the other span lies inside this one.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Returns true if both share a character.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }
}

/// What a document was made with, as its content shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    /// Plain text in any of the usual encodings.
    Text,
    /// A Word document (.docx).
    Docx,
    /// A web page.
    Html,
    /// A web page saved as one file (.mht).
    Mht,
    /// Text with Markdown's signs.
    Markdown,
    /// An Excel workbook (.xlsx).
    Xlsx,
    /// An old Excel workbook (.xls).
    Xls,
    /// An OpenDocument workbook (.ods).
    Ods,
    /// A table as delimited text.
    Csv,
    /// A PDF with text.
    Pdf,
}

/// What a line of the cleaned text is to the reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "lowercase")]
pub enum LineKind {
    /// Text of the document.
    Body,
    /// The document's title.
    Title,
    /// The heading of a section.
    Heading,
    /// A row of a table, its cells parted by ` | `.
    Table,
    /// Navigation, page numbers, share buttons …: kept to be shown struck through, never read as plan.
    Noise,
}

/// One line of the cleaned text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct Line {
    /// Where it stands, without the line break.
    pub span: Span,
    /// What it is.
    pub kind: LineKind,
}

/// The document as it is shown beside the draft.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct Source {
    /// What the document was made with.
    pub format: Format,
    /// The cleaned text; lines are parted by `\n`. Every [`Span`] refers to it.
    pub text: String,
    /// Its lines, in order. Line numbers shown to people count from 1.
    pub lines: Vec<Line>,
    /// Where each character of the text stands in the original; empty in drafts that older versions saved.
    #[serde(default)]
    #[ts(skip)]
    pub trace: Trace,
    /// Where the original had damaged characters that were put right; in characters of the original.
    #[serde(default)]
    #[ts(skip)]
    pub repaired: Vec<Span>,
}

impl Source {
    /// Returns the words a span stands for.
    pub fn slice(&self, span: Span) -> String {
        self.text.chars().skip(span.start).take(span.end - span.start).collect()
    }

    /// Returns the number, counted from 1, of the line a character stands in.
    pub fn line_of(&self, at: usize) -> usize {
        self.lines.partition_point(|line| line.span.end < at) + 1
    }
}

/// A document read: its cleaned text and the plan found in it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ts_rs::TS)]
pub struct Reading {
    /// The cleaned text.
    pub source: Source,
    /// The draft plan.
    pub draft: Draft,
}

/// The first and the last day of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct PlanPeriod {
    /// The first day.
    pub start: NaiveDate,
    /// The last day.
    pub end: NaiveDate,
}

/// A plan as the document states it, for a person to check.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, ts_rs::TS)]
pub struct Draft {
    /// The plan's title, without that of the notice it came with.
    pub title: Option<String>,
    /// 文号, e.g. 云卫发〔2026〕3号.
    pub document_number: Option<String>,
    /// 发文机关.
    pub issuer: Option<String>,
    /// The day of issue; of a news report, the day it appeared.
    pub issued: Option<NaiveDate>,
    /// The years the plan covers.
    pub period: Option<PlanPeriod>,
    /// 板块, in order.
    pub sections: Vec<Section>,
    /// 举措, in order.
    pub measures: Vec<Measure>,
    /// Targets that stand outside any measure: general aims, tables of indicators.
    pub targets: Vec<Target>,
    /// 阶段, in order.
    pub phases: Vec<Phase>,
    /// What a person should know or look at.
    pub warnings: Vec<Warning>,
}

/// A heading that holds measures (板块).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct Section {
    /// Its number as written, e.g. 一、 or 第二节; none where there is none.
    pub number: Option<String>,
    /// Its words without the number.
    pub title: String,
    /// The heading in the text, number included.
    pub span: Span,
}

impl Section {
    /// Returns the heading as one text, number included.
    pub fn heading(&self) -> String {
        match &self.number {
            Some(number) if number.starts_with('第') => format!("{number}　{}", self.title),
            Some(number) => format!("{number}{}", self.title),
            None => self.title.clone(),
        }
    }
}

/// One thing to be done (举措).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ts_rs::TS)]
pub struct Measure {
    /// Its number without punctuation, brackets kept: 7, （一）; none where there is none.
    pub number: Option<String>,
    /// Index into [`Draft::sections`] of the innermost section it stands in.
    pub section: Option<usize>,
    /// Its lead words.
    pub title: String,
    /// Its whole text without the number and the closing responsibility note.
    pub text: String,
    /// Everything of it in the text, number and responsibility note included.
    pub span: Span,
    /// Who is responsible, in the order written.
    pub units: Vec<UnitMention>,
    /// The day it is to be done by, where stated.
    pub deadline: Option<NaiveDate>,
    /// The words of the deadline.
    pub deadline_span: Option<Span>,
    /// Its targets, in the order written.
    pub targets: Vec<Target>,
}

/// A unit named as responsible for a measure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct UnitMention {
    /// Its name, completed where a list shares a prefix (市卫生健康委X处、Y处).
    pub name: String,
    /// Its part.
    pub role: Role,
    /// Where it is named.
    pub span: Span,
}

/// A number (or a state) the plan commits to, or reports as reached.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ts_rs::TS)]
pub struct Target {
    /// The words it stands in: always word for word in the cleaned text.
    pub quote: String,
    /// Where these words stand.
    pub span: Span,
    /// What is counted, made from the words around the number.
    pub name: String,
    /// How a value is held against it.
    pub comparator: Comparator,
    /// The number; the lower one of a range; none for a qualitative target.
    pub value: Option<Amount>,
    /// The upper number of a range.
    pub upper: Option<Amount>,
    /// The unit of measure as written, 万 and 亿 included; empty where there is none.
    pub unit: String,
    /// The day it is due, where the sentence states one.
    pub due: Option<NaiveDate>,
    /// A commitment, or a result already reached.
    pub kind: TargetKind,
    /// Why a person should look at it; none where the words are plain.
    pub doubt: Option<String>,
    /// What it was before, where the document says so.
    #[serde(default)]
    pub baseline: Option<Baseline>,
}

/// What a target's value was before the plan (基期值).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ts_rs::TS)]
pub struct Baseline {
    /// The value, in the unit of measure of its target.
    pub value: Amount,
    /// The day it was true, where the words tell.
    pub date: Option<NaiveDate>,
    /// The words that say so: always word for word in the cleaned text.
    pub quote: String,
    /// Where these words stand.
    pub span: Span,
    /// How it is known to belong to the target.
    pub origin: Origin,
}

/// How a baseline is known to belong to its target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "lowercase")]
pub enum Origin {
    /// It stands in the target's row of a table.
    Row,
    /// It stands in the target's sentence.
    Sentence,
    /// A result told elsewhere goes by the same name: for a person to check.
    Result,
}

/// A stage of the plan (阶段).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct Phase {
    /// Its name.
    pub name: String,
    /// The day it ends, where stated.
    pub due: Option<NaiveDate>,
    /// What is to be done in it.
    pub text: String,
    /// Where it stands.
    pub span: Span,
}

/// Something a person should know or look at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct Warning {
    /// The line of the cleaned text, counted from 1; 0 if it concerns the whole document.
    pub line: usize,
    /// What it is, in Chinese.
    pub message: String,
    /// The words it is about.
    pub span: Option<Span>,
}
