//! What a heading says its column holds. Words of our own forms are known from there; here is what others write.

use super::when;
use crate::clean::squeezed;
use crate::columns::Column;
use crate::header;
use domain::ColumnRole as Role;
use serde::{Deserialize, Serialize};

/// What a column of values counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Spread {
    /// What came in the period: 本月完成.
    InPeriod,
    /// What came since the year began: 累计完成, 截至6月, 1-6月.
    ToDate,
}

/// Words of headings whose columns are computed, judged or organised, and hold nothing that is reported.
const NOTHING: [&str; 28] = [
    "完成率",
    "达成率",
    "完成比",
    "完成百分比",
    "完成进度",
    "进度差",
    "序时",
    "同比",
    "环比",
    "较上",
    "增幅",
    "增速",
    "增长",
    "排名",
    "名次",
    "得分",
    "分值",
    "权重",
    "亮灯",
    "是否",
    "属性",
    "联系",
    "电话",
    "领导",
    "责任人",
    "签收",
    "数据来源",
    "审核",
];

/// Returns what a heading says; none for one that is not known.
pub fn role(heading: &str) -> Option<Role> {
    let word = squeezed(heading).to_lowercase();
    let has = |words: &[&str]| words.iter().any(|w| word.contains(w));
    let is = |words: &[&str]| words.contains(&word.as_str());
    // 填报单位：东湖区卫生健康局 is a line above the table.
    if word.is_empty() || word.split_once(':').is_some_and(|(before, after)| !after.is_empty() && !before.contains('(')) {
        return None;
    }
    if has(&[
        "具体措施",
        "具体举措",
        "工作措施",
        "主要措施",
        "工作举措",
        "主要举措",
        "推进措施",
        "主要内容",
        "工作内容",
        "工作要求",
        "建设内容",
    ]) && !has(&["下步", "下一步", "下阶段", "整改"])
    {
        return Some(Role::Detail);
    }
    // A target in one table, what was reached in another.
    if is(&["指标值"]) {
        return None;
    }
    if let Some(role) = own(heading) {
        return Some(role);
    }
    Some(match () {
        () if has(&NOTHING) => Role::Ignored,
        () if has(&["下步", "下一步", "下阶段", "整改措施", "工作打算", "下月", "下季"]) => Role::NextSteps,
        () if has(&["问题", "困难", "滞后原因", "未完成原因", "堵点"]) => Role::Problems,
        () if has(&["进展", "完成情况", "推进情况", "落实情况", "工作情况", "工作成效", "工作动态"]) => {
            Role::Progress
        }
        () if has(&["上月", "上季", "上期", "上次"]) => Role::Ignored,
        () if has(&["基期", "基数", "现状", "底数", "上年", "去年", "上一年"]) => Role::Baseline,
        () if has(&["目标", "任务数", "任务量", "计划数", "标准值", "计划值", "应完成", "年度任务", "年度计划", "考核值"])
            && !has(&["任务目标", "目标任务"]) =>
        {
            Role::Target
        }
        () if has(&["计量单位", "指标单位", "计算单位"]) => Role::UnitOfMeasure,
        () if has(&["分子"]) => Role::Numerator,
        () if has(&["分母"]) => Role::Denominator,
        () if has(&["牵头", "主办", "主责"]) => Role::Lead,
        () if has(&["配合", "协办", "协作", "参与单位", "协同"]) => Role::Cooperating,
        () if has(&["责任", "承办", "填报", "报送", "实施", "负责", "落实", "上报"])
            && has(&["单位", "部门", "科室", "处室", "主体", "机构"])
            || is(&[
                "单位名称",
                "部门",
                "地区",
                "区县",
                "县区",
                "辖市区",
                "辖市(区)",
                "县(市、区)",
                "县(区)",
                "县市区",
                "乡镇",
                "街道",
                "镇街",
                "区域",
                "各单位",
                "科室",
                "机构名称",
                "承办",
                "分工",
            ]) =>
        {
            Role::Unit
        }
        () if has(&["时限", "期限", "完成时间", "时间节点", "截止时间", "截止日期", "办结时间", "完成日期", "时间要求"]) => {
            Role::Due
        }
        () if word.ends_with("序号") || is(&["编号", "任务编号", "指标编号", "督办编号", "号"]) => Role::Number,
        () if has(&["备注", "说明"]) => Role::Note,
        () if has(&[
            "完成",
            "累计",
            "本期",
            "本月",
            "当月",
            "本季",
            "实际",
            "实绩",
            "当前",
            "现值",
            "达到值",
            "数值",
            "填报数",
            "上报数",
        ]) =>
        {
            Role::Value
        }
        () if has(&["指标"]) && !has(&["一级", "二级", "类别", "类型"]) => Role::Indicator,
        () if has(&["任务", "举措", "事项", "项目", "重点工作", "工作要点"]) && !has(&["类别", "类型"]) => {
            Role::Measure
        }
        () if when::period(heading, 2000).is_some() => Role::Value,
        () => return None,
    })
}

/// Returns what a heading of a return form says, its synonyms included.
fn own(heading: &str) -> Option<Role> {
    Some(match header::meaning(heading)? {
        Column::Number => Role::Number,
        Column::Measure => Role::Measure,
        Column::Indicator => Role::Indicator,
        Column::Unit => Role::UnitOfMeasure,
        Column::Target => Role::Target,
        Column::Due => Role::Due,
        Column::Role | Column::Kind | Column::Last | Column::Id => Role::Ignored,
        Column::Value => Role::Value,
        Column::Numerator => Role::Numerator,
        Column::Denominator => Role::Denominator,
        Column::Note => Role::Note,
        Column::Action => Role::Detail,
        Column::Progress => Role::Progress,
        Column::Problems => Role::Problems,
        Column::NextSteps => Role::NextSteps,
    })
}

/// Returns what the values under a heading count, as far as it says.
pub fn spread(heading: &str) -> Option<Spread> {
    let word = squeezed(heading);
    let has = |words: &[&str]| words.iter().any(|w| word.contains(w));
    match () {
        () if when::is_to_date(&word) => Some(Spread::ToDate),
        () if has(&["当月", "当期", "当季", "本月完成", "本月新增", "本季完成", "本季新增", "本期新增", "本月数", "本月值"]) => {
            Some(Spread::InPeriod)
        }
        () => None,
    }
}

/// Returns the unit of measure in the brackets that end a heading: 完成值（万人次）.
pub fn unit_of_measure(heading: &str) -> Option<String> {
    let word = squeezed(heading);
    let inside = word.strip_suffix(')')?.rsplit_once('(')?.1;
    let named = inside.strip_prefix("单位:").unwrap_or(inside);
    let is_unit = matches!(named, "%" | "‰") || (named.chars().count() <= 4 && !named.is_empty() && named.chars().all(is_unit_sign));
    (is_unit && !NOT_UNITS.contains(&named)).then(|| named.to_owned())
}

/// Words in brackets that explain a heading and are no unit of measure.
const NOT_UNITS: [&str; 16] =
    ["累计", "当期", "当月", "本月", "全年", "数值", "必填", "选填", "人工", "实际", "预计", "新增", "存量", "全市", "全区", "全县"];

fn is_unit_sign(c: char) -> bool {
    c.is_alphabetic() || matches!(c, '/' | '²' | '㎡')
}
