//! The sheet that figures are entered in.

use crate::clean::clean;
use crate::columns::{Column, ENTRIES, HEADER_ROW, TOLD_SHEET, place, width};
use crate::page::{height, measure_name, set_table, write_amount, write_head, write_line, write_words};
use crate::style::Styles;
use crate::token::row_token;
use crate::{Form, FormRow};
use domain::{Field, ValueKind};
use rust_xlsxwriter::{DataValidation, DataValidationErrorStyle, DataValidationRule, Worksheet, XlsxError};

/// Returns the line at the top.
pub fn title(form: &Form) -> String {
    clean(&format!("{}{}填报表", form.plan_title, form.period_label)).replace('\n', " ")
}

/// Writes title, header, rows, hints, protection and page set-up.
pub fn fill(sheet: &mut Worksheet, form: &Form) -> Result<(), XlsxError> {
    let styles = Styles::new();
    write_head(sheet, &title(form), form, &ENTRIES, &styles)?;
    let line = |sheet: &mut Worksheet, from, to, text: &str| write_line(sheet, at(from), at(to), text, &styles.line);
    line(sheet, Column::Number, Column::Indicator, &format!("填报单位：{}", form.unit_name))?;
    line(sheet, Column::Unit, Column::Due, &format!("期次：{}", form.period_label))?;
    sheet.write_string_with_format(1, at(Column::Kind), "填报时间：", &styles.line)?;
    write_line(sheet, at(Column::Last), at(Column::Value), "", &styles.line_entry)?;
    line(sheet, Column::Numerator, Column::Note, &format!("下发日期：{}", form.sent_on))?;
    for (index, row) in (0u32..).zip(&form.rows) {
        write_row(sheet, HEADER_ROW + 1 + index, index + 1, form, row, &styles)?;
    }
    add_hints(sheet, form)?;
    set_table(sheet, &ENTRIES, Column::Unit, Column::Value)
}

fn at(column: Column) -> u16 {
    place(&ENTRIES, column)
}

fn write_row(sheet: &mut Worksheet, row_at: u32, number: u32, form: &Form, row: &FormRow, styles: &Styles) -> Result<(), XlsxError> {
    let measure = measure_name(&row.measure_number, &row.measure_title);
    let texts = [
        (Column::Measure, measure.as_str(), &styles.text),
        (Column::Role, &row.role_label, styles.role(&row.role_label)),
        (Column::Indicator, &row.indicator_name, &styles.text),
        (Column::Unit, &row.unit_of_measure, &styles.centred),
        (Column::Target, &row.target_label, &styles.centred),
        (Column::Due, &row.due, &styles.centred),
        (Column::Kind, row.kind.zh(), &styles.centred),
    ];
    let note = clean(row.note.as_deref().unwrap_or_default());
    let wrapped = texts.iter().map(|(column, text, _)| (*column, *text)).chain([(Column::Note, note.as_str())]);
    sheet.set_row_height(row_at, height(2.0, wrapped.map(|(column, text)| (width(&ENTRIES, column), text))))?;
    sheet.write_number_with_format(row_at, at(Column::Number), number, &styles.centred)?;
    for (column, text, format) in texts {
        sheet.write_string_with_format(row_at, at(column), clean(text), format)?;
    }
    write_amount(sheet, row_at, at(Column::Last), row.last, styles.shown(row.last))?;
    let token = row_token(form.exchange, row.row, &row.indicator_name);
    sheet.write_string_with_format(row_at, at(Column::Id), token, &styles.id)?;
    write_amount(sheet, row_at, at(Column::Value), row.value, &styles.entry_number)?;
    let part = if row.is_ratio { &styles.entry_number } else { &styles.not_asked };
    write_amount(sheet, row_at, at(Column::Numerator), row.numerator, part)?;
    write_amount(sheet, row_at, at(Column::Denominator), row.denominator, part)?;
    write_words(sheet, row_at, at(Column::Note), &note, &styles.entry_text)
}

/// Adds to every entry cell what to fill in; runs of rows that ask for the same share one rule.
fn add_hints(sheet: &mut Worksheet, form: &Form) -> Result<(), XlsxError> {
    let hint = match form.measures.as_slice() {
        [] => "可写进展情况、存在问题、下步措施；数字写在前面各列".to_owned(),
        _ => format!("可写数据来源、口径等说明；工作进展写在“{TOLD_SHEET}”表，数字写在前面各列"),
    };
    let mut first = HEADER_ROW + 1;
    for run in form.rows.chunk_by(|one, two| asked(one) == asked(two)) {
        let last = first + run.len() as u32 - 1;
        let row = &run[0];
        let mut add =
            |column: Column, rule: DataValidation| sheet.add_data_validation(first, at(column), last, at(column), &rule).map(|_| ());
        add(Column::Value, number_rule(row, Field::Value, &value_hint(form, row))?)?;
        if row.is_ratio {
            add(Column::Numerator, number_rule(row, Field::Numerator, "只填数字，口径与本期值一致；分子 ÷ 分母 = 比率")?)?;
            add(Column::Denominator, number_rule(row, Field::Denominator, "只填数字，不能为 0；没有数据请留空")?)?;
        }
        let note = DataValidation::new().allow_any_value().set_input_title("备注")?;
        add(Column::Note, note.set_input_message(&hint)?)?;
        first = last + 1;
    }
    Ok(())
}

fn asked(row: &FormRow) -> (ValueKind, bool, &str) {
    (row.kind, row.is_ratio, &row.unit_of_measure)
}

fn number_rule(row: &FormRow, field: Field, hint: &str) -> Result<DataValidation, XlsxError> {
    // Progress of work is a percentage; else the bounds of what an amount can be, which only serve to let numbers through.
    let (from, to) = if row.kind == ValueKind::Qualitative { (0.0, 100.0) } else { (-1e15, 1e15) };
    let asked = if row.kind == ValueKind::Qualitative {
        "这里只能填 0 到 100 的数字，例如 80 表示完成 80%；说明请写在备注栏"
    } else {
        "这里只能填一个数字，不带单位和文字，例如 18000；说明请写在备注栏"
    };
    DataValidation::new()
        .allow_decimal_number(DataValidationRule::Between(from, to))
        .set_input_title(format!("{}（{}）", field.zh(), row.kind.zh()))?
        .set_input_message(hint)?
        .set_error_style(DataValidationErrorStyle::Stop)
        .set_error_title("请填数字")?
        .set_error_message(asked)
}

fn value_hint(form: &Form, row: &FormRow) -> String {
    let meaning = match row.kind {
        ValueKind::Rate if row.is_ratio => "请填分子和分母；只有比率时填在这里".to_owned(),
        kind => meaning(kind, &form.period_label),
    };
    let unit = match row.unit_of_measure.as_str() {
        _ if row.kind == ValueKind::Qualitative => String::new(),
        "" => String::new(),
        "%" | "％" => "；80 表示 80%".to_owned(),
        unit => format!("；单位：{}", unit.chars().take(20).collect::<String>()),
    };
    clean(&format!("{}：{meaning}{unit}", kind_name(row.kind))).chars().take(250).collect()
}

/// Returns what a kind of value is called where it is explained.
pub fn kind_name(kind: ValueKind) -> &'static str {
    match kind {
        ValueKind::Cumulative => "累计数",
        ValueKind::Increment => "当期数",
        ValueKind::Point => "时点数",
        ValueKind::Rate => "比率",
        ValueKind::Qualitative => "形象进度",
    }
}

/// Returns what to fill in for a kind of value.
pub fn meaning(kind: ValueKind, period: &str) -> String {
    match kind {
        ValueKind::Cumulative => format!("从年初（计划开始）算起，填到{period}末的总数，不是本期新增数"),
        ValueKind::Increment => format!("只填{period}之内的数，不加以前各期"),
        ValueKind::Point => format!("填{period}末那一天的数"),
        ValueKind::Rate => format!("填{period}的比率"),
        ValueKind::Qualitative => "填 0 到 100，80 表示完成 80%".to_owned(),
    }
}
