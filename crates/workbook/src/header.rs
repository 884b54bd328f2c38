//! The header row, found by its words and not by its place.

use crate::clean::squeezed;
use crate::columns::Column;
use crate::token::HEADER_PREFIX;
use domain::Uid;
use std::collections::BTreeMap;

/// What is entered in a sheet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// Figures of indicators.
    #[default]
    Entries,
    /// How measures go.
    Told,
}

impl Kind {
    /// Returns true if this is entered in a column of such a sheet.
    pub fn asks(self, column: Column) -> bool {
        match self {
            Kind::Entries => column.field().is_some(),
            Kind::Told => column.passage().is_some(),
        }
    }

    fn is_foreign(self, column: Column) -> bool {
        !self.asks(column) && (column.field().is_some() || column.passage().is_some())
    }
}

/// Which column of a sheet means what.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Header {
    /// What the sheet is for.
    pub kind: Kind,
    /// Columns of the sheet, counted from 0, by meaning.
    pub columns: BTreeMap<Column, u32>,
    /// The exchange named in the heading of the id column.
    pub exchange: Option<Uid>,
    /// Headings that mean nothing to this program.
    pub ignored: Vec<String>,
    /// Headings of a meaning that another column has already.
    pub twice: Vec<String>,
}

/// Words for a column beside its own heading.
const SYNONYMS: [(Column, &[&str]); 17] = [
    (Column::Number, &["编号", "序", "no", "no."]),
    (Column::Measure, &["工作任务", "任务", "任务名称", "任务内容", "重点工作", "重点工作任务", "工作要点", "举措", "重点举措"]),
    (Column::Role, &["角色", "责任类型", "承担角色"]),
    (Column::Indicator, &["指标名称", "考核指标", "工作指标", "指标内容", "监测指标"]),
    (Column::Unit, &["计量单位", "指标单位"]),
    (Column::Target, &["目标", "年度目标", "年度目标值", "全年目标", "计划值"]),
    (Column::Due, &["完成时间", "时限", "时间节点", "完成期限"]),
    (Column::Kind, &["填报口径", "数值类型", "口径"]),
    (Column::Last, &["上期", "上期数", "上期完成", "上期完成值", "上月值", "上季度值"]),
    (
        Column::Value,
        &[
            "本期",
            "本期数",
            "本期数值",
            "本期完成",
            "本期完成值",
            "本期完成数",
            "本期填报",
            "本期填报值",
            "本月值",
            "本月数",
            "本季度值",
            "填报值",
            "填报数",
            "完成值",
            "完成数",
            "实际值",
            "实际完成",
            "实际完成值",
            "当期值",
            "当前值",
            "累计值",
            "累计数",
            "累计完成",
        ],
    ),
    (Column::Numerator, &["分子数", "分子值"]),
    (Column::Denominator, &["分母数", "分母值"]),
    (Column::Note, &["说明", "备注说明", "情况说明", "填报说明", "备注栏"]),
    (Column::Action, &["措施", "具体措施", "主要内容", "工作内容", "工作要求"]),
    (Column::Progress, &["进展", "工作进展", "工作进展情况", "进展说明", "推进情况", "落实情况"]),
    (Column::Problems, &["问题", "存在的问题", "存在困难", "困难和问题", "存在问题和困难", "存在的困难和问题"]),
    (
        Column::NextSteps,
        &["下一步措施", "下步工作", "下一步工作", "下步打算", "下一步打算", "下步计划", "下一步计划", "下一步工作打算", "下一步工作计划"],
    ),
];

/// Returns what the columns mean, if this row of texts is a header.
///
/// It is one when it names the id column, or an entry column and two others besides. A sheet is for figures if it has a
/// column for one; what is told beside them is not read, and said so.
pub fn read<'a>(texts: impl IntoIterator<Item = (u32, &'a str)>) -> Option<Header> {
    let mut header = Header::default();
    let mut headings: BTreeMap<Column, String> = BTreeMap::new();
    for (at, text) in texts {
        match meaning(text) {
            Some(column) if header.columns.contains_key(&column) => header.twice.push(text.trim().to_owned()),
            Some(column) => {
                header.columns.insert(column, at);
                headings.insert(column, text.trim().to_owned());
                if column == Column::Id {
                    header.exchange = squeezed(text).get(HEADER_PREFIX.len()..).and_then(|id| id.parse().ok());
                }
            }
            None if text.trim().is_empty() => {}
            None => header.ignored.push(text.trim().to_owned()),
        }
    }
    let has = |column: Column| header.columns.contains_key(&column);
    let figures = [Column::Value, Column::Numerator, Column::Denominator].into_iter().any(has);
    header.kind = if !figures && header.columns.keys().any(|column| column.passage().is_some()) { Kind::Told } else { Kind::Entries };
    let foreign: Vec<Column> = header.columns.keys().copied().filter(|column| header.kind.is_foreign(*column)).collect();
    for column in foreign {
        header.columns.remove(&column);
        header.ignored.extend(headings.remove(&column));
    }
    let asks = header.columns.keys().any(|column| header.kind.asks(*column));
    let known = header.columns.len();
    (asks && (known >= 3 || header.columns.contains_key(&Column::Id))).then_some(header)
}

/// Returns what a heading alone says its column means.
pub fn meaning(heading: &str) -> Option<Column> {
    let word = squeezed(heading).to_lowercase();
    if word.starts_with(HEADER_PREFIX) {
        return Some(Column::Id);
    }
    // 本期值（累计）, 目标值(全年): what stands in brackets explains and does not name.
    let word = match word.find('(') {
        Some(0) | None => word.as_str(),
        Some(bracket) => &word[..bracket],
    };
    let own = Column::ALL.into_iter().find(|column| !word.is_empty() && column.heading() == word);
    own.or_else(|| SYNONYMS.iter().find(|(_, words)| words.contains(&word)).map(|(column, _)| *column))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_known_by_their_synonyms_and_without_their_brackets() {
        for (heading, column) in [
            ("本 期 值", Column::Value),
            ("本期完成值（累计）", Column::Value),
            ("指标\n名称", Column::Indicator),
            ("NO.", Column::Number),
            ("备注说明", Column::Note),
            ("yaodian:x", Column::Id),
        ] {
            assert_eq!(meaning(heading), Some(column), "{heading}");
        }
        for heading in ["填报单位：云州市", "联系人", "", "（累计）"] {
            assert_eq!(meaning(heading), None, "{heading}");
        }
    }
}
