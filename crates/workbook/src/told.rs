//! The sheet that is told in how measures go: 进展情况, 存在问题, 下步措施.

use crate::columns::{Column, HEADER_ROW, TOLD, place, width};
use crate::page::{height, measure_name, set_table, write_head, write_line, write_words};
use crate::style::Styles;
use crate::token::row_token;
use crate::{Form, FormMeasure};
use domain::Passage;
use rust_xlsxwriter::{DataValidation, DataValidationErrorStyle, DataValidationRule, Worksheet, XlsxError};

/// How much of a measure's text is shown, in characters: it reminds, and does not replace the plan.
const SHOWN: usize = 160;

/// Writes title, header, rows, hints, protection and page set-up.
pub fn fill(sheet: &mut Worksheet, form: &Form) -> Result<(), XlsxError> {
    let styles = Styles::new();
    write_head(sheet, &format!("{}{}进展情况", form.plan_title, form.period_label), form, &TOLD, &styles)?;
    let line = |sheet: &mut Worksheet, from, to, text: &str| write_line(sheet, at(from), at(to), text, &styles.line);
    line(sheet, Column::Number, Column::Measure, &format!("填报单位：{}", form.unit_name))?;
    line(sheet, Column::Action, Column::Due, &format!("期次：{}", form.period_label))?;
    line(sheet, Column::Problems, Column::NextSteps, &format!("下发日期：{}", form.sent_on))?;
    for (index, measure) in (0u32..).zip(&form.measures) {
        write_row(sheet, HEADER_ROW + 1 + index, index + 1, form, measure, &styles)?;
    }
    add_hints(sheet, form)?;
    set_table(sheet, &TOLD, Column::Action, Column::Progress)
}

fn at(column: Column) -> u16 {
    place(&TOLD, column)
}

/// Returns what the row id of a measure knows it by.
pub fn name(measure: &FormMeasure) -> String {
    measure_name(&measure.number, &measure.title)
}

fn write_row(
    sheet: &mut Worksheet,
    row_at: u32,
    number: u32,
    form: &Form,
    measure: &FormMeasure,
    styles: &Styles,
) -> Result<(), XlsxError> {
    let (name, action) = (name(measure), shown(&measure.text));
    let told = |passage: &Passage| (Column::of(*passage), measure.told.get(passage).map_or("", String::as_str));
    let texts = [(Column::Measure, name.as_str()), (Column::Action, &action)].into_iter().chain(Passage::ALL.iter().map(told));
    sheet.set_row_height(row_at, height(4.0, texts.map(|(column, text)| (width(&TOLD, column), text))))?;
    sheet.write_number_with_format(row_at, at(Column::Number), number, &styles.centred)?;
    write_words(sheet, row_at, at(Column::Measure), &name, &styles.text)?;
    write_words(sheet, row_at, at(Column::Action), &action, &styles.text)?;
    write_words(sheet, row_at, at(Column::Role), &measure.role_label, styles.role(&measure.role_label))?;
    write_words(sheet, row_at, at(Column::Due), &measure.due, &styles.centred)?;
    sheet.write_string_with_format(row_at, at(Column::Id), row_token(form.exchange, measure.row, &name), &styles.id)?;
    for (column, text) in Passage::ALL.iter().map(told) {
        write_words(sheet, row_at, at(column), text, &styles.entry_text)?;
    }
    Ok(())
}

fn shown(text: &str) -> String {
    let text = text.trim();
    match text.chars().count() {
        fits if fits <= SHOWN => text.to_owned(),
        _ => format!("{}……（全文见计划）", text.chars().take(SHOWN).collect::<String>()),
    }
}

/// Adds to the columns what to write; longer texts than are kept are stopped where they are typed.
fn add_hints(sheet: &mut Worksheet, form: &Form) -> Result<(), XlsxError> {
    let Some(last) = (form.measures.len() as u32).checked_sub(1) else { return Ok(()) };
    for (passage, hint) in Passage::ALL.iter().zip(HINTS) {
        let (column, most) = (at(Column::of(*passage)), Passage::LONGEST);
        let rule = DataValidation::new()
            .allow_text_length(DataValidationRule::LessThanOrEqualTo(most as u32))
            .set_input_title(passage.zh())?
            .set_input_message(format!("{}{hint}", if *passage == Passage::Progress { form.period_label.as_str() } else { "" }))?
            .set_error_style(DataValidationErrorStyle::Stop)
            .set_error_title("文字太长")?
            .set_error_message(format!("一格最多 {most} 字，请删减；详细材料可以另附"))?;
        sheet.add_data_validation(HEADER_ROW + 1, column, HEADER_ROW + 1 + last, column, &rule)?;
    }
    Ok(())
}

/// What to write for each passage, in their order.
const HINTS: [&str; 3] =
    ["做了什么、到什么程度，尽量用数字说明；换行按 Alt+Enter", "进度慢的原因、需要协调的事项；没有可以不填", "下一步怎么做、什么时候完成"];
