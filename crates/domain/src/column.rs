//! What a column of a table made elsewhere holds.

use crate::indicator::coded;
use crate::{Field, Passage};
use serde::{Deserialize, Serialize};

coded! {
    /// What a column of a task list or ledger made elsewhere holds.
    ColumnRole {
        /// 序号.
        Number = "number", "序号";
        /// 重点任务: names the measure.
        Measure = "measure", "重点任务";
        /// 工作措施, 主要内容: more about the measure.
        Detail = "detail", "工作措施";
        /// 指标名称: names the indicator.
        Indicator = "indicator", "指标";
        /// 计量单位.
        UnitOfMeasure = "unit_of_measure", "计量单位";
        /// 牵头单位.
        Lead = "lead", "牵头单位";
        /// 责任单位, 填报单位, 地区: whose row it is.
        Unit = "unit", "责任单位";
        /// 配合单位.
        Cooperating = "cooperating", "配合单位";
        /// 完成时限.
        Due = "due", "完成时限";
        /// 基期值, 上年.
        Baseline = "baseline", "基期值";
        /// 目标值.
        Target = "target", "目标值";
        /// What was reported for a period.
        Value = "value", "完成值";
        /// Its numerator.
        Numerator = "numerator", "分子";
        /// Its denominator.
        Denominator = "denominator", "分母";
        /// The figures of the unit in the heading: 东湖区.
        OfUnit = "of_unit", "某单位的数";
        /// The figures of the indicator in the heading, in a table with a row for each unit.
        OfIndicator = "of_indicator", "某指标的数";
        /// 进展情况.
        Progress = "progress", "进展情况";
        /// 存在问题.
        Problems = "problems", "存在问题";
        /// 下步措施.
        NextSteps = "next_steps", "下步措施";
        /// 备注.
        Note = "note", "备注";
        /// Nothing that is taken: 完成率, 得分, 联系人.
        Ignored = "ignored", "不采用";
    }
}

impl ColumnRole {
    /// Returns the field of an entry its cells are taken into.
    pub fn field(self) -> Option<Field> {
        match self {
            ColumnRole::Value | ColumnRole::OfUnit | ColumnRole::OfIndicator => Some(Field::Value),
            ColumnRole::Numerator => Some(Field::Numerator),
            ColumnRole::Denominator => Some(Field::Denominator),
            ColumnRole::Note => Some(Field::Note),
            _ => None,
        }
    }

    /// Returns the passage its cells are taken into.
    pub fn passage(self) -> Option<Passage> {
        match self {
            ColumnRole::Progress => Some(Passage::Progress),
            ColumnRole::Problems => Some(Passage::Problems),
            ColumnRole::NextSteps => Some(Passage::NextSteps),
            _ => None,
        }
    }

    /// Returns true if a table has it in one column at most; values stand in as many as there are periods or units.
    pub fn is_single(self) -> bool {
        !matches!(self, ColumnRole::Value | ColumnRole::OfUnit | ColumnRole::OfIndicator | ColumnRole::Ignored)
    }
}
