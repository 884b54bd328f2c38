//! The columns of a return form, in their order.

use domain::{Field, Passage};

/// The name of the sheet that figures are entered in.
pub const SHEET: &str = "填报表";
/// The name of the sheet that is told in how the measures go.
pub const TOLD_SHEET: &str = "进展情况";
/// The name of the sheet that says how to fill in the others.
pub const NOTES_SHEET: &str = "填报说明";
/// The name of the sheet with the charts.
pub const TREND_SHEET: &str = "趋势图";
/// The hidden sheet with the exchange id and what every entry cell held when it was sent.
pub const ORIGIN_SHEET: &str = "_yaodian";
/// The version of this layout, for later programs.
pub const FORMAT_VERSION: &str = "1";
/// The header's row, counted from 0: a title and a line with unit and period stand above it.
pub const HEADER_ROW: u32 = 2;

/// What stands somewhere in a sheet where nothing is entered: such a sheet is not missed when it is not read, whatever
/// it is called by then.
pub const NO_ENTRIES: &str = "yaodian-no-entries";

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
    /// What a measure says should be done.
    Action,
    Progress,
    Problems,
    NextSteps,
}

/// A column and its width in digits of the standard font; a Chinese character takes two.
pub type Wide = (Column, f64);

/// The sheet of figures.
pub const ENTRIES: [Wide; 14] = [
    (Column::Number, 6.0),
    (Column::Measure, 24.0),
    (Column::Role, 6.0),
    (Column::Indicator, 20.0),
    (Column::Unit, 8.5),
    (Column::Target, 10.0),
    (Column::Due, 11.5),
    (Column::Kind, 8.5),
    (Column::Last, 10.0),
    (Column::Id, 60.0),
    (Column::Value, 11.5),
    (Column::Numerator, 10.0),
    (Column::Denominator, 10.0),
    (Column::Note, 20.0),
];

/// The sheet of what is told of measures.
pub const TOLD: [Wide; 9] = [
    (Column::Number, 6.0),
    (Column::Measure, 22.0),
    (Column::Action, 34.0),
    (Column::Role, 6.0),
    (Column::Due, 11.5),
    (Column::Id, 60.0),
    (Column::Progress, 36.0),
    (Column::Problems, 24.0),
    (Column::NextSteps, 24.0),
];

/// Returns where a column stands in a sheet, counted from 0.
pub fn place(layout: &[Wide], column: Column) -> u16 {
    layout.iter().position(|(one, _)| *one == column).map_or(0, |at| at as u16)
}

/// Returns how wide a column is.
pub fn width(layout: &[Wide], column: Column) -> f64 {
    layout[usize::from(place(layout, column))].1
}

impl Column {
    pub const ALL: [Column; 18] = [
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
        Column::Action,
        Column::Progress,
        Column::Problems,
        Column::NextSteps,
    ];

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
            Column::Action => "工作措施",
            Column::Progress => Passage::Progress.zh(),
            Column::Problems => Passage::Problems.zh(),
            Column::NextSteps => Passage::NextSteps.zh(),
        }
    }

    /// Returns which part of a figure is entered there, if any is.
    pub fn field(self) -> Option<Field> {
        match self {
            Column::Value => Some(Field::Value),
            Column::Numerator => Some(Field::Numerator),
            Column::Denominator => Some(Field::Denominator),
            Column::Note => Some(Field::Note),
            _ => None,
        }
    }

    /// Returns which passage is told there, if any is.
    pub fn passage(self) -> Option<Passage> {
        match self {
            Column::Progress => Some(Passage::Progress),
            Column::Problems => Some(Passage::Problems),
            Column::NextSteps => Some(Passage::NextSteps),
            _ => None,
        }
    }

    /// Returns where a passage is told.
    pub fn of(passage: Passage) -> Column {
        match passage {
            Passage::Progress => Column::Progress,
            Passage::Problems => Column::Problems,
            Passage::NextSteps => Column::NextSteps,
        }
    }
}
