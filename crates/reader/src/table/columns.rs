//! What the columns of a table hold, from the words of their headings.

use crate::model::Span;
use crate::text::Text;
use domain::Role;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// 序号.
    Number,
    /// 工作任务: the measure.
    Task,
    /// 具体措施, 工作要求: more about it.
    Detail,
    /// 责任单位 and its kin.
    Units(Role),
    /// 完成时限.
    Deadline,
    /// 指标名称.
    Indicator,
    /// 一级指标: a group of indicators.
    Group,
    /// 计量单位.
    Measure,
    /// 目标值, with its year if the heading names one.
    Value(Option<i32>),
    /// 基期, 现状值: no target.
    Baseline,
    /// Anything else: 分值, 备注.
    Other,
}

/// The columns of a table.
#[derive(Clone, Debug)]
pub struct Header(Vec<Column>);

impl Header {
    /// Returns how many columns have a heading.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Returns what a column holds.
    pub fn column(&self, at: usize) -> Option<Column> {
        self.0.get(at).copied()
    }

    /// Returns the columns that hold this.
    pub fn places(&self, wanted: Column) -> Vec<usize> {
        (0..self.0.len()).filter(|at| self.0[*at] == wanted).collect()
    }

    /// Returns the columns of targets with their years.
    pub fn value_columns(&self) -> Vec<(usize, Option<i32>)> {
        let values = self.0.iter().enumerate().filter_map(|(at, column)| match column {
            Column::Value(year) => Some((at, *year)),
            _ => None,
        });
        values.collect()
    }

    /// Returns true for a table of indicators rather than of tasks.
    pub fn is_of_indicators(&self) -> bool {
        self.0.contains(&Column::Indicator) && !self.value_columns().is_empty()
    }
}

/// What heads a column is shorter than this, spaces in it counted.
const LONGEST_HEADING: usize = 40;

/// Reads a row as headings; none if it is not one.
pub fn header(text: &Text, cells: &[Span]) -> Option<Header> {
    // Most rows are no headings: they hold a long text, or begin with their number.
    let long = cells.iter().any(|cell| cell.end - cell.start > LONGEST_HEADING);
    let numbered =
        cells.first().is_some_and(|cell| cell.start < cell.end && text.chars[cell.start].is_ascii_digit() && cell.end - cell.start <= 4);
    if long || numbered { None } else { headed(&dense(text, cells)) }
}

/// Reads two rows as headings: 目标值 above 2028年 and 2030年. A merged cell above is empty but in its first column.
pub fn header_of_two(text: &Text, above: &[Span], below: &[Span]) -> Option<Header> {
    let (above, below) = (dense(text, above), dense(text, below));
    let width = above.len().max(below.len());
    let word = |words: &[String], at: usize| words.get(at).cloned().unwrap_or_default();
    let parts = (0..width).filter(|at| !word(&below, *at).is_empty()).count();
    // What stands below is few, short and under the columns of values or units; a row of data fills its first column.
    let is_second = word(&below, 0).is_empty()
        && (2..width).contains(&parts)
        && below.iter().all(|w| w.is_empty() || (year(w).is_some() && w.chars().count() <= 9) || column(w) != Column::Other);
    if !is_second {
        return None;
    }
    let mut merged = String::new();
    let words: Vec<String> = (0..width)
        .map(|at| {
            let (top, bottom) = (word(&above, at), word(&below, at));
            if !top.is_empty() {
                merged = top;
            }
            match (bottom.is_empty(), year(&bottom)) {
                (true, _) => word(&above, at),
                (false, Some(_)) => format!("{bottom}{merged}"),
                (false, None) => bottom,
            }
        })
        .collect();
    headed(&words)
}

fn dense(text: &Text, cells: &[Span]) -> Vec<String> {
    cells.iter().map(|cell| text.slice(*cell).iter().filter(|c| !c.is_whitespace()).collect()).collect()
}

fn year(words: &str) -> Option<i32> {
    let digits: String = words.chars().skip_while(|c| !c.is_ascii_digit()).take(4).collect();
    digits.parse::<i32>().ok().filter(|year| (2000..2100).contains(year))
}

fn headed(words: &[String]) -> Option<Header> {
    if words.len() < 2 || words.iter().any(|w| w.chars().count() > 20) {
        return None;
    }
    let mut columns: Vec<Column> = words.iter().map(|words| column(words)).collect();
    // The narrowest level of indicators is the indicator; those above it are groups.
    if let Some(last) = columns.iter().rposition(|c| *c == Column::Indicator) {
        for column in columns[..last].iter_mut().filter(|c| **c == Column::Indicator) {
            *column = Column::Other;
        }
        if let Some(first) = words.iter().position(|w| w.starts_with("一级")).filter(|first| *first < last) {
            columns[first] = Column::Group;
        }
    }
    // 年度目标 beside a task and who does it: words, no indicator's value.
    let of_tasks = !columns.contains(&Column::Indicator)
        && columns.contains(&Column::Task)
        && columns.iter().any(|c| matches!(c, Column::Units(_) | Column::Deadline))
        && !columns.contains(&Column::Measure);
    // 指标值 is what is to be reached where no other column says it.
    if !columns.iter().any(|c| matches!(c, Column::Value(_)))
        && let Some(at) = words.iter().position(|w| w.ends_with("指标值"))
    {
        columns[at] = Column::Value(None);
    }
    if of_tasks {
        columns.iter_mut().filter(|c| **c == Column::Value(None)).for_each(|c| *c = Column::Detail);
    }
    if !columns.iter().any(|c| matches!(c, Column::Value(_))) {
        // 考核指标 without a column of targets says more about a task.
        let has_task = columns.contains(&Column::Task);
        for column in columns.iter_mut().filter(|c| **c == Column::Indicator) {
            *column = if has_task { Column::Detail } else { Column::Task };
        }
    } else if !columns.contains(&Column::Indicator)
        && let Some(task) = columns.iter().position(|c| *c == Column::Task)
    {
        columns[task] = Column::Indicator;
    }
    if !columns.contains(&Column::Task) && !columns.contains(&Column::Indicator) {
        let detail = columns.iter().position(|c| *c == Column::Detail)?;
        columns[detail] = Column::Task;
    }
    let known = columns.iter().filter(|c| **c != Column::Other).count();
    let named = columns
        .iter()
        .any(|c| matches!(c, Column::Number | Column::Units(_) | Column::Deadline | Column::Value(_) | Column::Measure | Column::Detail));
    (known >= 2 && named).then_some(Header(columns))
}

fn column(words: &str) -> Column {
    let has = |set: &[&str]| set.iter().any(|word| words.contains(word));
    let is = |set: &[&str]| set.contains(&words);
    match () {
        () if words.ends_with("序号") || is(&["编号", "序", "任务编号", "督办编号", "号"]) => Column::Number,
        () if has(&[
            "分值",
            "权重",
            "得分",
            "自评",
            "评分",
            "备注",
            "进展",
            "完成情况",
            "是否完成",
            "范围",
            "档次",
            "级别",
            "系数",
            "属性",
            "性质",
            "签收",
            "责任领导",
            "分管领导",
            "责任人",
            "联系",
            "来源",
            "依据",
            "数据项",
        ]) && !has(&["评分标准"]) =>
        {
            Column::Other
        }
        () if has(&["基期", "现状", "基础值", "现值", "实际值", "上年", "指标值"]) && !has(&["目标"]) => {
            Column::Baseline
        }
        () if (has(&["目标值", "指标目标", "年目标", "目标数"]) && !has(&["内容"])) || is(&["目标", "年度目标", "计划数", "任务数"]) => {
            Column::Value(year(words))
        }
        () if year(words).is_some() && words.chars().count() <= 7 && words.contains('年') && !has(&["累计"]) => {
            Column::Value(year(words))
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
            "工作目标",
            "具体目标",
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
        () if is(&["详细说明", "说明"]) => Column::Other,
        () if has(&["指标"]) => Column::Indicator,
        () if has(&["任务", "举措", "项目", "事项", "工作", "主要措施", "内容"]) => Column::Task,
        () => Column::Other,
    }
}
