//! The sheet that says how to fill in the others and how to return them.

use crate::Form;
use crate::clean::clean;
use crate::columns::{NO_ENTRIES, NOTES_SHEET, SHEET, TOLD_SHEET, TREND_SHEET};
use crate::page::{height, set_page, write_line, write_title};
use crate::sheet::{kind_name, meaning};
use crate::style::Styles;
use chrono::Datelike;
use domain::{Passage, ValueKind};
use rust_xlsxwriter::{Worksheet, XlsxError};

/// The widths of what is explained and of its explanation, in digits of the standard font.
const WIDTHS: [f64; 2] = [18.0, 110.0];
/// The first row that explains, counted from 0: the title and a line stand above it.
const FIRST_ROW: u32 = 2;

/// Writes what is to be known, one thing a row.
pub fn fill(sheet: &mut Worksheet, form: &Form) -> Result<(), XlsxError> {
    let styles = Styles::new();
    write_title(sheet, NOTES_SHEET, 1, WIDTHS.iter().sum(), &styles)?;
    write_line(sheet, 0, 1, &format!("填报单位：{}　　期次：{}", form.unit_name, form.period_label), &styles.line)?;
    sheet.set_row_height(1, 22)?;
    for (column, width) in (0u16..).zip(WIDTHS) {
        sheet.set_column_width(column, width)?;
    }
    let rows = rows(form);
    for (at, (what, how)) in (FIRST_ROW..).zip(&rows) {
        sheet.write_string_with_format(at, 0, what, &styles.header)?.write_string_with_format(at, 1, clean(how), &styles.text)?;
        sheet.set_row_height(at, height(1.5, [(WIDTHS[1], how.as_str())].into_iter()))?;
    }
    sheet.write_string(FIRST_ROW, 2, NO_ENTRIES)?.set_column_hidden(2)?;
    sheet.set_print_area(0, 0, FIRST_ROW + rows.len() as u32 - 1, 1)?;
    set_page(sheet);
    Ok(())
}

fn rows(form: &Form) -> Vec<(String, String)> {
    let mut rows = Vec::new();
    let mut add = |what: &str, how: String| rows.push((what.to_owned(), how));
    let (year, month, day) = (form.sent_on.year(), form.sent_on.month(), form.sent_on.day());
    let (by, period, plan) = (&form.sent_by, &form.period_label, &form.plan_title);
    add("下发人和期次", format!("{by}于{year}年{month}月{day}日下发，填{period}的情况。计划：{plan}。"));
    add("填哪里", "只填浅黄色的格；其他格受保护，不用填，也不要改。".to_owned());
    if !form.rows.is_empty() {
        let ratio = if form.rows.iter().any(|row| row.is_ratio) {
            "比率请填“分子”“分母”，没有分子分母的才直接填比率。"
        } else {
            ""
        };
        let how = "数字填在“本期值”，只填数字，不带单位和文字，按“单位”一栏的计量单位填；没有数据的留空，不要填 0；口径、来源写在“备注”。";
        add(SHEET, format!("{how}{ratio}"));
    }
    for kind in ValueKind::ALL.iter().filter(|kind| form.rows.iter().any(|row| row.kind == **kind)) {
        add(&format!("值类型：{}", kind.zh()), format!("{}：{}。", kind_name(*kind), meaning(*kind, &form.period_label)));
    }
    if !form.measures.is_empty() {
        let [progress, problems, next] = [Passage::Progress, Passage::Problems, Passage::NextSteps].map(Passage::zh);
        let how = format!(
            "每项任务写三格：{progress}（做了什么、到什么程度）、{problems}（没有可以不填）、{next}。一格最多 {} 字。",
            Passage::LONGEST
        );
        let asked = if form.rows.is_empty() { "" } else { "有数字的任务，数字仍填在“填报表”。" };
        add(TOLD_SHEET, format!("{how}{asked}"));
    }
    if form.trend.is_some() {
        add(TREND_SHEET, "本单位各期已报的数，供参考，不用填；没有报的期次是断开的，不是 0。".to_owned());
    }
    add("职责", "“牵头”为牵头单位，“责任”为责任单位，“配合”为配合单位，都按各自职责填报。".to_owned());
    add(
        "不要动",
        "不要删改隐藏的列和工作表，不要合并单元格，不要在表里插入行；要补充的内容写在备注里或另附材料。行高可以调整，可以打印。".to_owned(),
    );
    add(
        "怎么交回",
        "填好后直接保存（WPS 请存为 .xlsx，不要存为 .et），把整个文件发回下发人；文件名可以改。改了再交也可以，只取与上次不同的格。"
            .to_owned(),
    );
    rows
}
