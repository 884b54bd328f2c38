//! What every sheet of a form has: title, line, header, heights for wrapped words, page set-up, protection.

use crate::Form;
use crate::clean::{clean, spaced};
use crate::columns::{Column, HEADER_ROW, Wide, place};
use crate::style::Styles;
use crate::token::HEADER_PREFIX;
use domain::Amount;
use rust_xlsxwriter::{Format, ProtectionOptions, Worksheet, XlsxError};

const A4: u8 = 9;
/// How much larger the title's letters are than the table's.
const TITLE_SCALE: f64 = 18.0 / 10.5;
/// The height of a line of the table's letters, in points.
const LINE: f64 = 14.5;
/// The highest row that programs show, less a little.
const HIGHEST: f64 = 400.0;

/// Writes the title across the columns, as high as it needs.
pub fn write_title(sheet: &mut Worksheet, title: &str, last: u16, across: f64, styles: &Styles) -> Result<(), XlsxError> {
    let title = clean(title).replace('\n', " ");
    let lines = (width(&title) * TITLE_SCALE / across).ceil().max(1.0);
    sheet.merge_range(0, 0, 0, last, &title, &styles.title)?.set_row_height(0, 10.0 + 26.0 * lines)?;
    Ok(())
}

/// Writes the title and the header of a sheet that is filled in.
pub fn write_head(sheet: &mut Worksheet, title: &str, form: &Form, layout: &[Wide], styles: &Styles) -> Result<(), XlsxError> {
    let across: f64 = layout.iter().filter(|(column, _)| *column != Column::Id).map(|(_, width)| width).sum();
    write_title(sheet, title, layout.len() as u16 - 1, across, styles)?;
    sheet.set_row_height(1, 22)?;
    for (at, (column, width)) in (0u16..).zip(layout) {
        let heading = match column {
            Column::Id => format!("{HEADER_PREFIX}{}", form.exchange),
            _ => column.heading().to_owned(),
        };
        sheet.set_column_width(at, *width)?.write_string_with_format(HEADER_ROW, at, &heading, &styles.header)?;
    }
    sheet.set_row_height(HEADER_ROW, 30)?.set_column_hidden(place(layout, Column::Id))?;
    Ok(())
}

/// Writes part of the line beneath the title, over some columns.
pub fn write_line(sheet: &mut Worksheet, from: u16, to: u16, text: &str, format: &Format) -> Result<(), XlsxError> {
    sheet.merge_range(1, from, 1, to, &clean(text), format)?;
    Ok(())
}

/// Returns a measure as it is named: its number, its title.
pub fn measure_name(number: &str, title: &str) -> String {
    if number.is_empty() { title.to_owned() } else { format!("{number} {title}") }
}

/// Returns the height a row needs for its wrapped texts, each with the width it has: not every program finds it by itself.
pub fn height<'a>(least_lines: f64, texts: impl Iterator<Item = (f64, &'a str)>) -> f64 {
    let lines = |(across, text): (f64, &str)| -> f64 { text.lines().map(|line| (width(line) / across).ceil().max(1.0)).sum() };
    (texts.map(lines).fold(least_lines, f64::max) * LINE + 3.0).min(HIGHEST)
}

/// Returns the width of a line in digits of the standard font.
fn width(line: &str) -> f64 {
    line.chars().map(|c| if c.is_ascii() { 1.0 } else { 2.1 }).sum()
}

/// Writes a number, or nothing.
pub fn write_amount(sheet: &mut Worksheet, at: u32, column: u16, amount: Option<Amount>, format: &Format) -> Result<(), XlsxError> {
    match amount {
        Some(amount) => sheet.write_number_with_format(at, column, amount.get(), format)?,
        None => sheet.write_blank(at, column, format)?,
    };
    Ok(())
}

/// Writes words, or nothing.
pub fn write_words(sheet: &mut Worksheet, at: u32, column: u16, words: &str, format: &Format) -> Result<(), XlsxError> {
    if words.is_empty() {
        sheet.write_blank(at, column, format)?;
    } else {
        sheet.write_string_with_format(at, column, spaced(words), format)?;
    }
    Ok(())
}

/// Sets a page as wide as the sheet, its header on each, and keeps header and first columns in sight.
pub fn set_table(sheet: &mut Worksheet, layout: &[Wide], fixed_before: Column, enter: Column) -> Result<(), XlsxError> {
    set_page(sheet);
    sheet.set_repeat_rows(HEADER_ROW, HEADER_ROW)?;
    sheet.set_freeze_panes(HEADER_ROW + 1, place(layout, fixed_before))?;
    let enter = place(layout, enter);
    sheet.set_selection(HEADER_ROW + 1, enter, HEADER_ROW + 1, enter)?;
    Ok(())
}

/// Sets a page as wide as the sheet, and protects the sheet.
pub fn set_page(sheet: &mut Worksheet) {
    set_paper(sheet);
    sheet.set_print_fit_to_pages(1, 0);
}

/// Sets paper and margins, and protects the sheet.
pub fn set_paper(sheet: &mut Worksheet) {
    sheet.set_paper_size(A4).set_landscape().set_print_center_horizontally(true);
    sheet.set_margins(0.5, 0.5, 0.6, 0.6, 0.3, 0.3).set_footer("&C第 &P 页，共 &N 页");
    // Row heights may be changed, so that a long note can be read; widths not, for that would uncover the ids.
    sheet.protect_with_options(&ProtectionOptions { format_rows: true, ..ProtectionOptions::new() });
}
