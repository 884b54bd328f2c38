//! What a column holds, from the words of its heading.

use domain::Role;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// 序号.
    Number,
    /// 工作任务: the measure.
    Task,
    /// 项目, 内容: a task or an indicator, as the other columns tell.
    Item,
    /// 具体措施, 工作要求: more about it.
    Detail,
    /// 责任单位 and its kin.
    Units(Role),
    /// 完成时限.
    Deadline,
    /// 指标名称.
    Indicator,
    /// 一级指标, 类别, 板块: a group of what follows.
    Group,
    /// 计量单位.
    Measure,
    /// 目标值, with its year if the heading names one.
    Value(Option<i32>),
    /// A bare year: 目标值 or 基期, as time tells.
    Year(i32),
    /// 基期, 现状值: no target, but what it sets out from.
    Baseline(When),
    /// 指标值: a target where there is no other column of them.
    Figure,
    /// Anything else: 分值, 备注.
    Other,
}

/// When a baseline was true, as the heading of its column tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// 2025年完成值.
    Year(i32),
    /// 上年实际.
    LastYear,
    /// 现状值.
    Untold,
}

/// What a heading says its column holds, apart from the other columns.
pub fn column(words: &str) -> Column {
    let has = |set: &[&str]| set.iter().any(|word| words.contains(word));
    let is = |set: &[&str]| set.contains(&words);
    match () {
        () if words.ends_with("序号") || is(&["编号", "序", "任务编号", "督办编号", "号"]) => Column::Number,
        () if has(&["完成情况"]) && !is_baseline(words) => Column::Other,
        () if has(&[
            "分值",
            "权重",
            "得分",
            "自评",
            "评分",
            "备注",
            "进展",
            "是否完成",
            "范围",
            "档次",
            "级别",
            "系数",
            "属性",
            "性质",
            "签收",
            "领导",
            "责任人",
            "联系",
            "来源",
            "依据",
            "数据项",
        ]) && !has(&["评分标准"])
            || is(&["指标类型", "指标类别"]) =>
        {
            Column::Other
        }
        () if is(&["类别", "板块", "领域", "分类", "大类", "方面", "维度", "任务类别", "工作板块"]) => Column::Group,
        () if is(&["指标值"]) => Column::Figure,
        () if is_baseline(words) => Column::Baseline(match year(words) {
            Some(year) => When::Year(year),
            None if has(&["上年", "上一年", "去年"]) => When::LastYear,
            None => When::Untold,
        }),
        () if has(&["内容"]) && has(&["目标值"]) => Column::Detail,
        () if has(&["目标值", "指标目标", "年目标", "目标数", "计划值", "任务数", "预期值"])
            || is(&["目标", "年度目标", "全年目标", "考核目标", "计划数", "年度任务", "年度计划"])
            || (year(words).is_some() && words.ends_with("计划")) =>
        {
            Column::Value(year(words))
        }
        () if words.chars().count() <= 7 && words.contains('年') && !has(&["累计"]) && year(words).is_some() => {
            year(words).map_or(Column::Other, Column::Year)
        }
        () if is(&["单位", "计量单位", "指标单位", "单位名称（计量）"]) => Column::Measure,
        () if has(&["牵头", "主办", "主责"]) => Column::Units(Role::Lead),
        () if has(&["配合", "协作", "协办", "参与", "参加", "协同"]) => Column::Units(Role::Cooperating),
        () if is(&["责任分工", "任务分工", "职责分工", "分工"]) => Column::Units(Role::Responsible),
        () if has(&["责任", "负责", "指导", "落实", "实施", "承办", "考核", "完成", "承担"])
            && has(&["单位", "部门", "科室", "处室", "主体", "机构", "股室"]) =>
        {
            Column::Units(Role::Responsible)
        }
        () if has(&[
            "时限",
            "完成时间",
            "时间节点",
            "时间要求",
            "完成日期",
            "截止",
            "计划时间",
            "办结时间",
            "期限",
            "时间安排",
            "时间进度",
        ]) =>
        {
            Column::Deadline
        }
        () if has(&[
            "具体措施",
            "具体举措",
            "主要举措",
            "工作举措",
            "工作措施",
            "主要内容",
            "内容",
            "要求",
            "标准",
            "要点",
            "举措内容",
            "措施",
            "细则",
            "分解",
            "说明",
            "目标任务",
        ]) && !is(&["任务内容", "工作内容", "详细说明", "说明", "主要措施"]) =>
        {
            if has(&["重点任务", "改革举措"]) { Column::Task } else { Column::Detail }
        }
        () if has(&["目标"]) && !has(&["任务", "举措", "指标"]) => Column::Detail,
        () if is(&["详细说明", "说明"]) => Column::Other,
        () if has(&["指标"]) => Column::Indicator,
        () if has(&["任务", "举措", "事项", "工作", "主要措施"]) => Column::Task,
        () if has(&["项目", "内容"]) => Column::Item,
        () => Column::Other,
    }
}

/// Returns true for 2020年（基期）, 现状值, 2025年完成值, 上年实际, 去年完成情况.
fn is_baseline(words: &str) -> bool {
    let has = |set: &[&str]| set.iter().any(|word| words.contains(word));
    let dated = year(words).is_some() || has(&["上年", "上一年", "去年"]);
    let done = has(&["完成值", "完成数", "实绩", "实际", "完成情况", "底数", "水平", "实现值", "达到值"]);
    let named = has(&["基期", "现状", "基础值", "基准值", "基数", "现值", "实际值", "上年", "去年"]) || (dated && done);
    named && !has(&["目标", "计划", "增长", "增幅"])
}

/// Returns the year in a heading.
pub fn year(words: &str) -> Option<i32> {
    let digits: String = words.chars().skip_while(|c| !c.is_ascii_digit()).take(4).collect();
    digits.parse::<i32>().ok().filter(|year| (2000..2100).contains(year))
}
