//! The columns of a return form, in their order.

use domain::Field;

/// The name of the sheet that is filled in.
pub const SHEET: &str = "填报表";
/// The hidden sheet with the exchange id and what every entry cell held when it was sent.
pub const ORIGIN_SHEET: &str = "_yaodian";
/// The version of this layout, for later programs.
pub const FORMAT_VERSION: &str = "1";
/// The header's row, counted from 0: a title and a line with unit and period stand above it.
pub const HEADER_ROW: u32 = 2;

/// A column of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Column {
    Number,
    Measure,
    Role,
    Indicator,
    Unit,
    Target,
    Due,
    Kind,
    Last,
    /// Hidden. It stands between what names a row and what is entered, so that whoever sorts a selection that has
    /// both takes the row ids along.
    Id,
    Value,
    Numerator,
    Denominator,
    Note,
}

impl Column {
    pub const ALL: [Column; 14] = [
        Column::Number,
        Column::Measure,
        Column::Role,
        Column::Indicator,
        Column::Unit,
        Column::Target,
        Column::Due,
        Column::Kind,
        Column::Last,
        Column::Id,
        Column::Value,
        Column::Numerator,
        Column::Denominator,
        Column::Note,
    ];

    /// Returns its place, counted from 0.
    pub fn index(self) -> u16 {
        self as u16
    }

    /// Returns the heading; that of the id column is made per exchange.
    pub fn heading(self) -> &'static str {
        match self {
            Column::Number => "序号",
            Column::Measure => "重点任务",
            Column::Role => "职责",
            Column::Indicator => "指标",
            Column::Unit => "单位",
            Column::Target => "目标值",
            Column::Due => "完成时限",
            Column::Kind => "值类型",
            Column::Last => "上期值",
            Column::Id => "",
            Column::Value => Field::Value.zh(),
            Column::Numerator => Field::Numerator.zh(),
            Column::Denominator => Field::Denominator.zh(),
            Column::Note => Field::Note.zh(),
        }
    }

    /// Returns the width in digits of the standard font; a Chinese character takes two.
    pub fn width(self) -> f64 {
        match self {
            Column::Number | Column::Role => 6.0,
            Column::Measure => 24.0,
            Column::Indicator => 20.0,
            Column::Unit | Column::Kind => 8.5,
            Column::Target | Column::Last | Column::Numerator | Column::Denominator => 10.0,
            Column::Due | Column::Value => 11.5,
            Column::Id => 60.0,
            Column::Note => 20.0,
        }
    }

    /// Returns what is entered there, if anything is.
    pub fn field(self) -> Option<Field> {
        match self {
            Column::Value => Some(Field::Value),
            Column::Numerator => Some(Field::Numerator),
            Column::Denominator => Some(Field::Denominator),
            Column::Note => Some(Field::Note),
            _ => None,
        }
    }
}
