//! Plain tables as one workbook: a title, a header, rows of texts and numbers, for reading and for pivot tables.

use crate::Error;
use crate::clean::clean;
use crate::style::{Styles, song};
use chrono::{Datelike, NaiveDate};
use domain::Amount;
use rust_xlsxwriter::{Chart, ChartEmptyCells, ChartType, DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};
use std::borrow::Cow;

/// What a cell of a workbook holds, in UTF-16 units; what is cut off says so in the cell.
const LONGEST_TEXT: usize = 32_767;
/// Rows a sheet: more go into a second sheet of the same head. Excel takes 1,048,576 with those above.
const MOST_ROWS: usize = 1_000_000;
const A4: u8 = 9;
/// The header's row, counted from 0: the title and a line stand above it.
const HEADER_ROW: u32 = 2;

/// A table on a sheet of its own.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// The sheet's name.
    pub name: &'static str,
    /// The line at the top.
    pub title: String,
    /// What is said beneath it: of which period, made when.
    pub line: String,
    /// The columns.
    pub columns: Vec<Head>,
    /// The rows, each with a value for every column.
    pub rows: Vec<Vec<Value>>,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// The heading.
    pub heading: Cow<'static, str>,
    /// The width in digits of the standard font; a Chinese character takes two.
    pub width: u8,
    /// True for ids, which programs need and eyes do not: on one line, the last columns, and not printed.
    pub is_id: bool,
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Nothing.
    Empty,
    /// Words, whatever they begin with: never a formula.
    Text(String),
    /// A number.
    Number(Amount),
    /// A fraction shown as per cent.
    Share(Amount),
}

impl From<&str> for Value {
    fn from(text: &str) -> Value {
        if text.is_empty() { Value::Empty } else { Value::Text(text.to_owned()) }
    }
}

impl From<String> for Value {
    fn from(text: String) -> Value {
        Value::from(text.as_str())
    }
}

impl From<Option<String>> for Value {
    fn from(text: Option<String>) -> Value {
        text.map_or(Value::Empty, Value::from)
    }
}

impl From<Option<Amount>> for Value {
    fn from(amount: Option<Amount>) -> Value {
        amount.map_or(Value::Empty, Value::Number)
    }
}

/// Returns the bytes of an `.xlsx` file with a sheet for each table.
///
/// Text is written as text whatever it begins with. A text longer than a cell holds ends with how much is left out.
///
/// # Errors
/// [`Error::Unwritable`], a fault of this program.
pub fn write_tables(title: &str, made_on: NaiveDate, tables: &[Table]) -> Result<Vec<u8>, Error> {
    build(title, made_on, tables, None).map_err(|error| Error::Unwritable(error.to_string()))
}

/// A chart the spreadsheet program draws of a table: its first column says what the numbers of the others are of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NativeChart {
    /// A line a column.
    Lines,
    /// Bars beside each other.
    Bars,
    /// Bars on top of each other.
    Stacked,
}

/// Returns a workbook with one table and a chart of it beside it, to be changed there. An empty cell is a gap.
///
/// # Errors
/// As of [`write_tables`].
pub fn write_chart(made_on: NaiveDate, table: &Table, chart: NativeChart) -> Result<Vec<u8>, Error> {
    build(&table.title, made_on, std::slice::from_ref(table), Some(chart)).map_err(|error| Error::Unwritable(error.to_string()))
}

fn build(title: &str, made_on: NaiveDate, tables: &[Table], chart: Option<NativeChart>) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    workbook.set_default_format(&song(11.0), 20, 64)?;
    let year = u16::try_from(made_on.year()).unwrap_or(1900);
    let made = ExcelDateTime::from_ymd(year, made_on.month() as u8, made_on.day() as u8)?;
    workbook.set_properties(&DocProperties::new().set_title(clean(title).replace('\n', " ")).set_creation_datetime(&made));
    for table in tables {
        // A table without rows still has its sheet, so that formulas of others that name it go on working.
        let parts = if table.rows.is_empty() { vec![&table.rows[..]] } else { table.rows.chunks(MOST_ROWS).collect() };
        for (part, rows) in parts.into_iter().enumerate() {
            let name = if part == 0 { table.name.to_owned() } else { format!("{}（{}）", table.name, part + 1) };
            let sheet = workbook.add_worksheet().set_name(name)?;
            fill(sheet, table, rows)?;
            if let Some(chart) = chart {
                sheet.insert_chart(HEADER_ROW, table.columns.len() as u16 + 1, &native(table, chart))?;
            }
        }
    }
    workbook.save_to_buffer()
}

fn fill(sheet: &mut Worksheet, table: &Table, rows: &[Vec<Value>]) -> Result<(), XlsxError> {
    let styles = Styles::new();
    let share = styles.number.clone().set_num_format("0.0%");
    let one_line = styles.text.clone().unset_text_wrap();
    // Left, not across: a merged title would get in the way of a column chosen whole.
    let title = styles.title.clone().unset_text_wrap().set_align(rust_xlsxwriter::FormatAlign::Left);
    let line = styles.line.clone().unset_text_wrap();
    sheet.write_string_with_format(0, 0, clean(&table.title).replace('\n', " "), &title)?.set_row_height(0, 30)?;
    sheet.write_string_with_format(1, 0, clean(&table.line), &line)?.set_row_height(1, 20)?;
    for (column, head) in (0u16..).zip(&table.columns) {
        sheet.set_column_width(column, head.width)?.write_string_with_format(HEADER_ROW, column, head.heading.as_ref(), &styles.header)?;
    }
    sheet.set_row_height(HEADER_ROW, 30)?;
    for (at, row) in (HEADER_ROW + 1..).zip(rows) {
        for ((column, value), head) in (0u16..).zip(row).zip(&table.columns) {
            let text = if head.is_id { &one_line } else { &styles.text };
            write(sheet, at, column, value, [text, &styles.number, &share])?;
        }
    }
    set_page(sheet, table, rows.len())
}

fn native(table: &Table, kind: NativeChart) -> Chart {
    let mut chart = Chart::new(match kind {
        NativeChart::Lines => ChartType::Line,
        NativeChart::Bars => ChartType::Bar,
        NativeChart::Stacked => ChartType::BarStacked,
    });
    let (first, last) = (HEADER_ROW + 1, HEADER_ROW + table.rows.len().max(1) as u32);
    for column in 1..table.columns.len() as u16 {
        let series = chart.add_series();
        series.set_name((table.name, HEADER_ROW, column)).set_categories((table.name, first, 0, last, 0));
        series.set_values((table.name, first, column, last, column));
    }
    chart.title().set_name(&clean(&table.title).replace('\n', " "));
    chart.show_empty_cells_as(ChartEmptyCells::Gaps);
    if kind != NativeChart::Lines {
        // The first row of the table on top, as one reads it.
        chart.x_axis().set_reverse();
    }
    chart.set_width(960).set_height(540);
    chart
}

fn write(sheet: &mut Worksheet, at: u32, column: u16, value: &Value, [text, number, share]: [&Format; 3]) -> Result<(), XlsxError> {
    match value {
        Value::Empty => sheet.write_blank(at, column, text)?,
        Value::Text(words) => sheet.write_string_with_format(at, column, fitted(&clean(words)), text)?,
        Value::Number(amount) => sheet.write_number_with_format(at, column, amount.get(), number)?,
        Value::Share(amount) => sheet.write_number_with_format(at, column, amount.get(), share)?,
    };
    Ok(())
}

fn set_page(sheet: &mut Worksheet, table: &Table, rows: usize) -> Result<(), XlsxError> {
    let last_column = table.columns.len().saturating_sub(1) as u16;
    let last_row = HEADER_ROW + rows as u32;
    sheet.set_freeze_panes(HEADER_ROW + 1, 0)?.set_repeat_rows(HEADER_ROW, HEADER_ROW)?;
    if rows > 0 {
        sheet.autofilter(HEADER_ROW, 0, last_row, last_column)?;
    }
    let printed = table.columns.iter().take_while(|head| !head.is_id).count().saturating_sub(1) as u16;
    sheet.set_print_area(0, 0, last_row, printed)?;
    sheet.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 0).set_margins(0.4, 0.4, 0.5, 0.5, 0.2, 0.2);
    sheet.set_footer("&C第 &P 页，共 &N 页");
    Ok(())
}

/// Returns a text as long as a cell holds; what does not fit is counted at its end.
fn fitted(text: &str) -> String {
    const ROOM: usize = 60;
    if text.encode_utf16().count() <= LONGEST_TEXT {
        return text.to_owned();
    }
    let mut room = LONGEST_TEXT - ROOM;
    let fits = |c: &char| {
        let left = room.checked_sub(c.len_utf16());
        room = left.unwrap_or(0);
        left.is_some()
    };
    let kept: String = text.chars().take_while(fits).collect();
    let left = text.chars().count() - kept.chars().count();
    format!("{kept}……（单元格放不下，还有{left}字，见台账）")
}

/// Returns a table as `.csv`: UTF-8 with a byte order mark, so that Excel and WPS know the encoding.
///
/// A text that a spreadsheet program would take for a formula is prefixed with `'`.
pub fn write_csv(table: &Table) -> Vec<u8> {
    let mut out = String::from("\u{feff}");
    let headings = table.columns.iter().map(|head| quoted(&head.heading));
    out.push_str(&headings.collect::<Vec<_>>().join(","));
    out.push_str("\r\n");
    for row in &table.rows {
        let cells = row.iter().map(|value| match value {
            Value::Empty => String::new(),
            Value::Text(text) => quoted(&harmless(&clean(text))),
            Value::Number(amount) | Value::Share(amount) => amount.get().to_string(),
        });
        out.push_str(&cells.collect::<Vec<_>>().join(","));
        out.push_str("\r\n");
    }
    out.into_bytes()
}

/// Full-width signs begin formulas too, in some languages of Excel.
fn harmless(text: &str) -> String {
    let begins = |c: char| matches!(c, '=' | '+' | '-' | '@' | '\t' | '\n' | '＝' | '＋' | '－' | '＠');
    if text.starts_with(begins) || text.trim_start().starts_with(begins) { format!("'{text}") } else { text.to_owned() }
}

fn quoted(text: &str) -> String {
    if text.contains([',', '"', '\n', '\r', '\t', '\'']) || text.trim() != text {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests;
