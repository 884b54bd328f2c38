//! The sheet that is filled in.

use crate::clean::clean;
use crate::columns::{Column, HEADER_ROW};
use crate::style::Styles;
use crate::token::{HEADER_PREFIX, row_token};
use crate::{Form, FormRow};
use domain::{Amount, Field, ValueKind};
use rust_xlsxwriter::{DataValidation, DataValidationErrorStyle, DataValidationRule, Format, ProtectionOptions, Worksheet, XlsxError};

const A4: u8 = 9;
/// How much larger the title's letters are than the table's.
const TITLE_SCALE: f64 = 18.0 / 10.5;

/// Returns the line at the top.
pub fn title(form: &Form) -> String {
    clean(&format!("{}{}填报表", form.plan_title, form.period_label)).replace('\n', " ")
}

/// Writes title, header, rows, hints, protection and page set-up.
pub fn fill(sheet: &mut Worksheet, form: &Form) -> Result<(), XlsxError> {
    let styles = Styles::new();
    write_head(sheet, form, &styles)?;
    for (index, row) in (0u32..).zip(&form.rows) {
        write_row(sheet, HEADER_ROW + 1 + index, index + 1, form, row, &styles)?;
    }
    add_hints(sheet, form)?;
    set_page(sheet)
}

fn write_head(sheet: &mut Worksheet, form: &Form, styles: &Styles) -> Result<(), XlsxError> {
    let [from, to] = [Column::Number.index(), Column::Note.index()];
    let title = title(form);
    let across: f64 = Column::ALL.iter().filter(|column| **column != Column::Id).map(|column| column.width()).sum();
    let title_lines = (width(&title) * TITLE_SCALE / across).ceil().max(1.0);
    sheet.merge_range(0, from, 0, to, &title, &styles.title)?.set_row_height(0, 10.0 + 26.0 * title_lines)?;
    let unit = clean(&format!("填报单位：{}", form.unit_name));
    sheet.merge_range(1, from, 1, Column::Indicator.index(), &unit, &styles.line)?;
    let period = clean(&format!("期次：{}", form.period_label));
    sheet.merge_range(1, Column::Unit.index(), 1, Column::Due.index(), &period, &styles.line)?;
    sheet.write_string_with_format(1, Column::Kind.index(), "填报时间：", &styles.line)?;
    sheet.merge_range(1, Column::Last.index(), 1, Column::Value.index(), "", &styles.line_entry)?;
    let sent = format!("下发日期：{}", form.sent_on);
    sheet.merge_range(1, Column::Numerator.index(), 1, to, &sent, &styles.line)?.set_row_height(1, 22)?;
    for column in Column::ALL {
        sheet.set_column_width(column.index(), column.width())?;
        let heading = match column {
            Column::Id => format!("{HEADER_PREFIX}{}", form.exchange),
            _ => column.heading().to_owned(),
        };
        sheet.write_string_with_format(HEADER_ROW, column.index(), &heading, &styles.header)?;
    }
    sheet.set_row_height(HEADER_ROW, 30)?.set_column_hidden(Column::Id.index())?;
    Ok(())
}

fn write_row(sheet: &mut Worksheet, at: u32, number: u32, form: &Form, row: &FormRow, styles: &Styles) -> Result<(), XlsxError> {
    let measure =
        if row.measure_number.is_empty() { row.measure_title.clone() } else { format!("{} {}", row.measure_number, row.measure_title) };
    let texts = [
        (Column::Measure, measure.as_str(), &styles.text),
        (Column::Role, &row.role_label, &styles.centred),
        (Column::Indicator, &row.indicator_name, &styles.text),
        (Column::Unit, &row.unit_of_measure, &styles.centred),
        (Column::Target, &row.target_label, &styles.centred),
        (Column::Due, &row.due, &styles.centred),
        (Column::Kind, row.kind.zh(), &styles.centred),
    ];
    let note = clean(row.note.as_deref().unwrap_or_default());
    let wrapped = texts.iter().map(|(column, text, _)| (*column, *text)).chain([(Column::Note, note.as_str())]);
    sheet.set_row_height(at, height(wrapped))?;
    sheet.write_number_with_format(at, Column::Number.index(), number, &styles.centred)?;
    for (column, text, format) in texts {
        sheet.write_string_with_format(at, column.index(), clean(text), format)?;
    }
    write_amount(sheet, at, Column::Last, row.last, &styles.number)?;
    let token = row_token(form.exchange, row.row, &row.indicator_name);
    sheet.write_string_with_format(at, Column::Id.index(), token, &styles.id)?;
    write_amount(sheet, at, Column::Value, row.value, &styles.entry_number)?;
    let part = if row.is_ratio { &styles.entry_number } else { &styles.not_asked };
    write_amount(sheet, at, Column::Numerator, row.numerator, part)?;
    write_amount(sheet, at, Column::Denominator, row.denominator, part)?;
    if note.is_empty() {
        sheet.write_blank(at, Column::Note.index(), &styles.entry_text)?;
    } else {
        sheet.write_string_with_format(at, Column::Note.index(), note, &styles.entry_text)?;
    }
    Ok(())
}

/// Returns the height a row needs for its wrapped texts, at least two lines: not every program finds it by itself.
fn height<'a>(texts: impl Iterator<Item = (Column, &'a str)>) -> f64 {
    const LINE: f64 = 14.5;
    const HIGHEST: f64 = 400.0;
    let lines = |(column, text): (Column, &str)| -> f64 { text.lines().map(|line| (width(line) / column.width()).ceil().max(1.0)).sum() };
    (texts.map(lines).fold(2.0, f64::max) * LINE + 3.0).min(HIGHEST)
}

/// Returns the width of a line in digits of the standard font.
fn width(line: &str) -> f64 {
    line.chars().map(|c| if c.is_ascii() { 1.0 } else { 2.1 }).sum()
}

fn write_amount(sheet: &mut Worksheet, at: u32, column: Column, amount: Option<Amount>, format: &Format) -> Result<(), XlsxError> {
    match amount {
        Some(amount) => sheet.write_number_with_format(at, column.index(), amount.get(), format)?,
        None => sheet.write_blank(at, column.index(), format)?,
    };
    Ok(())
}

/// Adds to every entry cell what to fill in; runs of rows that ask for the same share one rule.
fn add_hints(sheet: &mut Worksheet, form: &Form) -> Result<(), XlsxError> {
    let mut first = HEADER_ROW + 1;
    for run in form.rows.chunk_by(|one, two| asked(one) == asked(two)) {
        let last = first + run.len() as u32 - 1;
        let row = &run[0];
        let mut add = |column: Column, rule: DataValidation| {
            sheet.add_data_validation(first, column.index(), last, column.index(), &rule).map(|_| ())
        };
        add(Column::Value, number_rule(row, Field::Value, &value_hint(form, row))?)?;
        if row.is_ratio {
            add(Column::Numerator, number_rule(row, Field::Numerator, "只填数字，口径与本期值一致；分子 ÷ 分母 = 比率")?)?;
            add(Column::Denominator, number_rule(row, Field::Denominator, "只填数字，不能为 0；没有数据请留空")?)?;
        }
        let note = DataValidation::new().allow_any_value().set_input_title("备注")?;
        add(Column::Note, note.set_input_message("可写进展情况、存在问题、下步措施；数字写在前面各列")?)?;
        first = last + 1;
    }
    Ok(())
}

fn asked(row: &FormRow) -> (ValueKind, bool, &str) {
    (row.kind, row.is_ratio, &row.unit_of_measure)
}

fn number_rule(row: &FormRow, field: Field, hint: &str) -> Result<DataValidation, XlsxError> {
    // The bounds of what an amount can be; they only serve to let numbers through and nothing else.
    DataValidation::new()
        .allow_decimal_number(DataValidationRule::Between(-1e15, 1e15))
        .set_input_title(format!("{}（{}）", field.zh(), row.kind.zh()))?
        .set_input_message(hint)?
        .set_error_style(DataValidationErrorStyle::Stop)
        .set_error_title("请填数字")?
        .set_error_message("这里只能填一个数字，不带单位和文字，例如 18000；说明请写在备注栏")
}

fn value_hint(form: &Form, row: &FormRow) -> String {
    let period = &form.period_label;
    let meaning = match row.kind {
        ValueKind::Cumulative => format!("累计数：从年初（计划开始）算起，填到{period}末的总数，不是本期新增数"),
        ValueKind::Increment => format!("当期数：只填{period}之内的数，不加以前各期"),
        ValueKind::Point => format!("时点数：填{period}末那一天的数"),
        ValueKind::Rate if row.is_ratio => "比率：请填分子和分母；只有比率时填在这里".to_owned(),
        ValueKind::Rate => format!("比率：填{period}的比率"),
        ValueKind::Qualitative => "形象进度：填 0 到 100，80 表示完成 80%".to_owned(),
    };
    let unit = match row.unit_of_measure.as_str() {
        _ if row.kind == ValueKind::Qualitative => String::new(),
        "" => String::new(),
        "%" | "％" => "；80 表示 80%".to_owned(),
        unit => format!("；单位：{}", unit.chars().take(20).collect::<String>()),
    };
    clean(&format!("{meaning}{unit}")).chars().take(250).collect()
}

fn set_page(sheet: &mut Worksheet) -> Result<(), XlsxError> {
    sheet.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 0).set_print_center_horizontally(true);
    sheet.set_margins(0.5, 0.5, 0.6, 0.6, 0.3, 0.3).set_footer("&C第 &P 页，共 &N 页");
    sheet.set_repeat_rows(HEADER_ROW, HEADER_ROW)?;
    sheet.set_freeze_panes(HEADER_ROW + 1, Column::Unit.index())?;
    sheet.set_selection(HEADER_ROW + 1, Column::Value.index(), HEADER_ROW + 1, Column::Value.index())?;
    // Row heights may be changed, so that a long note can be read; widths not, for that would uncover the ids.
    sheet.protect_with_options(&ProtectionOptions { format_rows: true, ..ProtectionOptions::new() });
    Ok(())
}
