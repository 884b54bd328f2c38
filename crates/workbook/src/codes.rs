//! Reasons, each with a code that stays the same, a Chinese sentence and an English one.

use serde::{Deserialize, Serialize};
use std::fmt;

/// Declares an enum whose variants have a code and a sentence in both languages.
macro_rules! reasons {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident = $code:literal, $zh:literal, $en:literal;)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        pub enum $name { $($(#[$vmeta])* $variant,)+ }

        impl $name {
            /// Every reason.
            pub const ALL: &[$name] = &[$($name::$variant,)+];

            /// Returns the word used in JSON and by scripts; it never changes.
            pub fn code(self) -> &'static str { match self { $($name::$variant => $code,)+ } }

            /// Returns what is wrong and what to do, in Chinese.
            pub fn zh(self) -> &'static str { match self { $($name::$variant => $zh,)+ } }

            /// Returns what is wrong and what to do, in English.
            pub fn en(self) -> &'static str { match self { $($name::$variant => $en,)+ } }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { f.write_str(self.code()) }
        }
    };
}

reasons! {
    /// Why the content of a cell cannot be taken. Such a cell is counted as rejected and stays as it was.
    RejectCode {
        /// Words, a range, two numbers, a date.
        NotANumber = "not_a_number", "不是一个数字，请只填一个数，如 35、1.8万、80%", "Not one number; enter just one, such as 35";
        /// More than can be kept exactly.
        TooLarge = "too_large", "数字太大，请核对单位", "The number is too large; check its unit";
        /// 3家 where 人次 is asked for, or a percentage of a count.
        UnitDiffers = "unit_differs", "所写单位与指标的计量单位不同，请换算后填数字", "Another unit of measure than the indicator's; convert it";
        /// A formula that was saved without its result.
        FormulaWithoutValue = "formula_without_value", "公式没有计算结果，请打开后重新保存，或直接填数字", "A formula without a result; save it again or enter the number";
        /// #DIV/0! and its like.
        ErrorValue = "error_value", "公式出错，请改正公式或直接填数字", "The formula fails; correct it or enter the number";
        /// Part of a merged area: one value cannot belong to several rows.
        MergedCell = "merged_cell", "单元格被合并，分不清内容属于哪一行，请取消合并后逐行填写", "Merged cells: it is unclear which row the value belongs to";
    }
}

reasons! {
    /// What is odd about a file as a whole, or about a row. The file is read all the same.
    ProblemCode {
        /// No carrier of the exchange id could be read.
        ExchangeMissing = "exchange_missing", "文件里找不到交换编号，无法对应到哪一次下发，请按序号和指标名称核对后再采用", "No exchange id in the file; rows have to be matched by hand";
        /// Two carriers name different exchanges.
        ExchangeDisagrees = "exchange_disagrees", "文件里有不同的交换编号，可能由几份表拼成，请核对来源", "The file names different exchanges; it may be put together from several";
        /// The hidden column of row ids is gone.
        IdsMissing = "ids_missing", "隐藏的行编号列不见了，无法对应到行，请用下发的原表填写", "The hidden column of row ids is gone";
        /// A row that was inserted, or has lost its id.
        RowWithoutId = "row_without_id", "该行没有行编号，可能是插入的行，不会采用", "A row without id, perhaps inserted; it is not taken";
        /// A row id that was changed, or comes from another form.
        RowIdDamaged = "row_id_damaged", "该行的行编号已损坏或来自另一份表，不会采用", "The row id is damaged or comes from another form";
        /// The same row id twice.
        RowIdDuplicate = "row_id_duplicate", "该行的行编号重复出现，分不清以哪一行为准，请只留一行", "The same row id occurs more than once";
        /// The name of the indicator or measure is not the one sent with this id.
        RowReworded = "row_reworded", "该行的名称与下发时不同，可能排序时错了行，请核对后再采用", "The name of the indicator or measure differs from the one sent; the rows may have been shifted";
        /// A column asked for is not there.
        ColumnMissing = "column_missing", "表头里找不到这一列，视为没有修改", "A column is missing; its cells count as unchanged";
        /// Two columns with the same meaning.
        ColumnTwice = "column_twice", "表头里同一列出现两次，只读第一列", "A column occurs twice; the first one is read";
        /// A visible sheet without a known header.
        SheetWithoutHeader = "sheet_without_header", "工作表里没有认得的表头，没有读取", "A sheet without a known header was not read";
    }
}

impl ProblemCode {
    /// Returns true if it is about one row and its id.
    pub fn is_of_a_row(self) -> bool {
        matches!(self, ProblemCode::RowWithoutId | ProblemCode::RowIdDamaged | ProblemCode::RowIdDuplicate | ProblemCode::RowReworded)
    }
}

/// Something odd about a file, with its place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// What is odd.
    pub code: ProblemCode,
    /// The sheet, where it concerns one.
    pub sheet: Option<String>,
    /// The row as Excel shows it, where it concerns one.
    pub row_number: Option<u32>,
    /// The text in question; may be empty.
    pub detail: String,
}

impl Problem {
    /// Returns where it is and what to do, in Chinese.
    pub fn zh(&self) -> String {
        let sheet = self.sheet.as_ref().map(|name| format!("工作表“{name}”")).unwrap_or_default();
        let row = self.row_number.map(|row| format!("第{row}行")).unwrap_or_default();
        let detail = if self.detail.is_empty() { String::new() } else { format!("“{}”", self.detail) };
        let place = [sheet, row, detail].concat();
        if place.is_empty() { self.code.zh().to_owned() } else { format!("{place}：{}", self.code.zh()) }
    }
}
