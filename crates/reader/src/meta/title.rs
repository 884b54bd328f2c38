//! The title: of the plan rather than of the notice it came with.

use super::{Meta, NUMBER, ONLY_DAY, PLAN_WORDS, is_office};
use crate::model::LineKind;
use crate::text::Text;

/// Finds the title: the lines of one group before the body; that of the plan rather than that of its notice.
pub fn find(text: &Text, words: &[String], body: usize, meta: &mut Meta) {
    let mut groups: Vec<Vec<usize>> = Vec::new();
    let mut open = false;
    let has_notice = (0..body).any(|at| words[at].ends_with('：') && meta.apart[at]);
    for at in 0..body.min(words.len()) {
        let line = &words[at];
        if text.lines[at].kind == LineKind::Noise {
            open = false;
            continue;
        }
        let length = line.chars().count();
        if length > 40 && line.contains('。') && !meta.apart[at] && !has_notice {
            break;
        }
        if !is_title_like(line)
            || (meta.apart[at] && !is_plan_like(line))
            || ONLY_DAY.is_match(line)
            || (meta.apart[at] && NUMBER.is_match(line))
        {
            open = false;
            continue;
        }
        match groups.last_mut().filter(|group| open && joins(&words[group[group.len() - 1]], line)) {
            Some(group) => group.push(at),
            None => groups.push(vec![at]),
        }
        open = true;
    }
    let joined = |group: &[usize]| group.iter().map(|at| words[*at].as_str()).collect::<Vec<_>>().join(" ");
    let plan = |group: &Vec<usize>| is_plan_like(&joined(group));
    let of_notice = |group: &Vec<usize>| joined(group).contains("通知");
    let chosen = groups
        .iter()
        .rev()
        .find(|group| has_notice && plan(group) && !of_notice(group))
        .or_else(|| groups.iter().find(|group| plan(group)))
        .or(groups.first())
        .cloned();
    for group in groups.iter().filter(|group| plan(group) || Some(*group) == chosen.as_ref()) {
        for at in group {
            meta.apart[*at] = true;
        }
    }
    if let Some(group) = chosen {
        let joined: String = group.iter().map(|at| words[*at].as_str()).collect();
        meta.title = Some(if group.len() == 1 { words[group[0]].clone() } else { joined });
        meta.title_lines = group;
    }
}

/// Returns true if the words name a plan, or a notice, report or rule that may hold one.
pub fn is_plan_like(words: &str) -> bool {
    PLAN_WORDS.iter().any(|word| words.contains(word))
        || ["重点工作", "工作目标", "分解", "责任书", "目标表", "一览表", "年度工作"].iter().any(|word| words.contains(word))
}

/// Words of titles that announce what is no plan: holidays, recruiting, tenders, appointments, public notices.
const OTHER_BUSINESS: [&str; 40] = [
    "答复",
    "讲话",
    "致辞",
    "纪要",
    "调研",
    "会议召开",
    "座谈会",
    "慰问",
    "视察",
    "出席",
    "揭牌",
    "仪式",
    "培训班",
    "专题会",
    "招聘",
    "招录",
    "招考",
    "招生",
    "录用",
    "节假日",
    "放假",
    "值班",
    "停水",
    "停电",
    "公示",
    "中标",
    "采购",
    "招标",
    "询价",
    "竞争性",
    "任免",
    "任前",
    "讣告",
    "悼念",
    "遴选公告",
    "拍卖",
    "面试",
    "体检",
    "听证",
    "行政处罚",
];

/// Returns true for the title of a document that is about other business than a plan.
pub fn is_other_business(title: &str) -> bool {
    let plan = ["要点", "计划", "行动", "规划", "实施方案", "工作方案", "任务", "实事"].iter().any(|word| title.contains(word));
    !plan && OTHER_BUSINESS.iter().any(|word| title.contains(word))
}

fn is_title_like(line: &str) -> bool {
    let length = line.chars().count();
    let only_years = line.starts_with("（20") && length <= 16;
    (only_years || (4..=60).contains(&length))
        && !line.ends_with(['。', '；', '：', '，', '、', '…'])
        && !line.contains('。')
        && !line.starts_with(['●', '■', '【', '〔'])
        && !line.starts_with("附件")
        && !is_passing(line)
}

/// Returns true for （2025年11月6日市人民政府令第88号公布）, （征求意见稿）: how the document came to be.
pub fn is_passing(line: &str) -> bool {
    let words = ["公布", "发布", "通过", "施行", "修订", "修正", "印发", "征求意见", "讨论稿", "送审", "草案", "试行"];
    line.starts_with(['（', '(']) && line.ends_with(['）', ')']) && words.iter().any(|word| line.contains(word))
}

/// Returns true if the next line goes on with the title: nothing has ended it yet, or years in brackets follow.
fn joins(line: &str, next: &str) -> bool {
    let ended = PLAN_WORDS.iter().any(|word| line.ends_with(word)) || line.ends_with("年）");
    let unit_only = is_office(line) && !line.contains("关于") && !next.starts_with("关于");
    next.starts_with("（20") || (!ended && !unit_only && !line.contains(' '))
}
