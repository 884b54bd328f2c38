//! Workbooks as they come back from people: the form's table, changed and written anew.

use super::{form, measure};
use crate::{Form, FormMeasure, row_token};
use domain::Passage;
use rust_xlsxwriter::{Format, Formula, Workbook};

/// A cell of an edited workbook.
#[derive(Clone, Debug, PartialEq)]
pub enum Put {
    Nothing,
    Number(f64),
    Formatted(f64, &'static str),
    Text(String),
    Formula(&'static str, &'static str),
    Bool(bool),
}

impl From<&str> for Put {
    fn from(text: &str) -> Put {
        Put::Text(text.into())
    }
}

impl From<f64> for Put {
    fn from(number: f64) -> Put {
        Put::Number(number)
    }
}

/// A table under edit; what it is called and what else the file carries may be changed too.
#[derive(Clone, Debug)]
pub struct Edited {
    pub lines_above: usize,
    /// What stands in the line over the header, if there is one.
    pub head: &'static [&'static str],
    pub headings: Vec<String>,
    pub rows: Vec<Vec<Put>>,
    pub merged: Vec<(u32, u16, u32, u16)>,
    pub origin_sheet: Option<String>,
    pub defined_name: Option<String>,
}

/// The line over the header of every form.
pub const HEAD: &[&str] = &["填报单位：东湖区卫生健康局", "期次：2024年6月"];

pub const ID: usize = 3;
pub const VALUE: usize = 4;

/// Returns the form as a bare table without its other carriers: 序号, 重点任务, 指标, the id, the entry columns.
pub fn edited() -> Edited {
    let form: Form = form();
    let headings = ["序号", "重点任务", "指标", "", "本期值", "分子", "分母", "备注"];
    let mut headings: Vec<String> = headings.map(str::to_owned).into();
    headings[ID] = format!("yaodian:{}", form.exchange);
    let number = |amount: Option<domain::Amount>| amount.map_or(Put::Nothing, |amount| Put::Number(amount.get()));
    let rows = (1..).zip(&form.rows).map(|(n, row)| {
        vec![
            Put::Number(f64::from(n)),
            row.measure_title.as_str().into(),
            row.indicator_name.as_str().into(),
            row_token(form.exchange, row.row, &row.indicator_name).as_str().into(),
            number(row.value),
            number(row.numerator),
            number(row.denominator),
            row.note.as_deref().map_or(Put::Nothing, Put::from),
        ]
    });
    Edited { lines_above: 0, head: &[], headings, rows: rows.collect(), merged: vec![], origin_sheet: None, defined_name: None }
}

/// Returns the measures that [`edited_told`] tells of.
pub fn told_measures() -> Vec<FormMeasure> {
    (11..=15).map(|n| measure(n, &format!("第{n}项任务"), "")).collect()
}

/// Returns the sheet that is told in likewise: 序号, 职责, 重点任务, the id, the passages, 完成时限.
pub fn edited_told() -> Edited {
    let exchange = form().exchange;
    let headings = ["序号", "职责", "重点任务", "", "进展情况", "存在问题", "下步措施", "完成时限"];
    let mut headings: Vec<String> = headings.map(str::to_owned).into();
    headings[ID] = format!("yaodian:{exchange}");
    let measures = told_measures();
    let rows = (1..).zip(&measures).map(|(n, one)| {
        let name = format!("{} {}", one.number, one.title);
        vec![
            Put::Number(f64::from(n)),
            one.role_label.as_str().into(),
            name.as_str().into(),
            row_token(exchange, one.row, &name).as_str().into(),
            one.told[&Passage::Progress].as_str().into(),
            Put::Nothing,
            Put::Nothing,
            one.due.as_str().into(),
        ]
    });
    Edited { lines_above: 0, head: &[], headings, rows: rows.collect(), merged: vec![], origin_sheet: None, defined_name: None }
}

impl Edited {
    pub fn write(&self) -> Vec<u8> {
        let mut book = Workbook::new();
        self.write_sheet(&mut book, "Sheet1");
        if let Some(exchange) = &self.origin_sheet {
            let sheet = book.add_worksheet().set_name("_yaodian").unwrap();
            sheet.write_string(0, 0, "exchange").unwrap().write_string(0, 1, exchange).unwrap();
        }
        if let Some(name) = &self.defined_name {
            book.define_name(name, "=Sheet1!$A$1").unwrap();
        }
        book.save_to_buffer().unwrap()
    }

    pub fn write_sheet(&self, book: &mut Workbook, name: &str) {
        let sheet = book.add_worksheet().set_name(name).unwrap();
        let mut first = self.lines_above as u32;
        for line in 0..first {
            sheet.write_string(line, 0, "云州市卫生健康委").unwrap();
        }
        for (column, text) in (0u16..).zip(self.head) {
            sheet.write_string(first, column, *text).unwrap();
        }
        first += u32::from(!self.head.is_empty());
        for (column, heading) in (0u16..).zip(&self.headings) {
            sheet.write_string(first, column, heading).unwrap();
        }
        for &(top, left, bottom, right) in &self.merged {
            sheet.merge_range(top, left, bottom, right, "", &Format::new()).unwrap();
        }
        for (row, puts) in (first + 1..).zip(&self.rows) {
            for (column, put) in (0u16..).zip(puts) {
                match put {
                    Put::Nothing => &mut *sheet,
                    Put::Number(number) => sheet.write_number(row, column, *number).unwrap(),
                    Put::Formatted(number, format) => {
                        sheet.write_number_with_format(row, column, *number, &Format::new().set_num_format(*format)).unwrap()
                    }
                    Put::Text(text) => sheet.write_string(row, column, text).unwrap(),
                    Put::Formula(formula, result) => sheet.write_formula(row, column, Formula::new(*formula).set_result(*result)).unwrap(),
                    Put::Bool(value) => sheet.write_boolean(row, column, *value).unwrap(),
                };
            }
        }
    }
}
