//! Numbers that are no targets: ages, names, dates, ordinals, subsidies, scores, scopes.

use super::number::Number;
use super::unit::{is_duration, is_share};
use super::{chinese, money};
use crate::chars::is_han;

/// What stands around a number.
pub struct Around<'a> {
    /// The characters of the sentence.
    pub sentence: &'a [char],
    /// What stands before the number in its clause.
    pub before: &'a str,
    /// What stands behind it in its clause.
    pub behind: &'a str,
    /// Another number stands behind it in the clause.
    pub another_follows: bool,
}

/// Returns true if the number is no commitment.
pub fn is_excluded(number: &Number, around: &Around<'_>) -> bool {
    let Around { before, behind, .. } = *around;
    // 千吨级泊位, 20万吨级码头: a class of things.
    if behind.starts_with('级') {
        return true;
    }
    if number.chinese {
        return !chinese::is_count(number, before, behind) || is_condition(number, around) || is_scope(number, around);
    }
    is_part_of_a_name(number, around)
        || is_date_or_age(number, around)
        || is_ordinal(before, number, behind)
        || (number.unit.is_empty() && !is_bare_value(before, number, behind))
        || money::is_granted(number, around)
        || is_condition(number, around)
        || is_scope(number, around)
        || is_score(number, before)
}

/// 1+7+3, H7N9, 12345热线, “415X”, 《2024年…》, GB 50180, 〔2024〕56号, list numbers.
fn is_part_of_a_name(number: &Number, around: &Around<'_>) -> bool {
    let chars = around.sentence;
    let left = number.start.checked_sub(1).map(|at| chars[at]);
    let right = chars.get(number.digits_end).copied();
    let glued = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic() || matches!(c, '+' | '＋' | '×' | '_' | '#'));
    let letter_unit = number.unit.chars().next().is_some_and(|c| c.is_ascii_alphabetic());
    let bracketed = matches!(left, Some('[' | '［' | '〔' | '【' | '*')) && matches!(right, Some(']' | '］' | '〕' | '】'));
    let listed = matches!(right, Some('.' | '．' | '、' | '）' | ')')) && number.unit.is_empty();
    let behind_letters = left == Some(' ') && number.start >= 2 && chars[number.start - 2].is_ascii_alphabetic();
    let time = matches!(right, Some(':' | '：')) && chars.get(number.digits_end + 1).is_some_and(char::is_ascii_digit);
    let per = number.unit.starts_with('/');
    glued(left)
        || (glued(right) && !letter_unit)
        || bracketed
        || (listed && !per)
        || behind_letters
        || time
        || matches!(left, Some('/' | '／' | '.' | ':' | '：')) && number.start >= 2 && chars[number.start - 2].is_ascii_digit()
        || left == Some('/')
        || (left == Some('-') && number.start >= 2 && chars[number.start - 2].is_ascii_alphanumeric())
        || is_quoted(chars, number)
        || around.behind.starts_with("号") && number.unit.is_empty()
}

/// Numbers inside short quotations and inside titles are words of a name.
fn is_quoted(chars: &[char], number: &Number) -> bool {
    const LONGEST_QUOTATION: usize = 16;
    const LONGEST_TITLE: usize = 60;
    let from = number.start.saturating_sub(LONGEST_TITLE);
    let Some(open) = chars[from..number.start].iter().rposition(|c| matches!(c, '“' | '”' | '《' | '》')) else { return false };
    let open = from + open;
    match chars[open] {
        '《' => true,
        '“' => chars[number.end.min(chars.len())..]
            .iter()
            .take(LONGEST_QUOTATION)
            .position(|c| *c == '”')
            .is_some_and(|close| close + number.end - open <= LONGEST_QUOTATION),
        _ => false,
    }
}

fn is_date_or_age(number: &Number, around: &Around<'_>) -> bool {
    let right: String = around.sentence[number.digits_end..].iter().filter(|c| **c != ' ').take(3).collect();
    let starts = |set: &[&str]| set.iter().any(|word| right.starts_with(word));
    let time = starts(&[
        "年", "月", "日", "岁", "周岁", "周年", "号", "时", "点", "届", "级", "版", "轮", "分之", "世纪", "层", "楼", "路", "室", "栋",
        "幢", "期工", "度电",
    ]);
    let age = around.behind.starts_with("年龄") || around.before.ends_with("年满") || around.before.ends_with("周岁");
    let life = number.unit == "岁" && around.before.contains("寿命");
    (time && !is_share(&number.unit) && !life) || age || (is_duration(&number.unit) && !is_time_limit(around.before))
}

/// A span of time is a target only where it is to be shortened, kept or reached.
fn is_time_limit(before: &str) -> bool {
    ["缩短至", "缩短到", "压缩至", "压缩到", "压减至", "压减到", "控制在", "延长至", "延长到", "降至", "减至", "提升到", "提高到"]
        .iter()
        .any(|word| before.ends_with(word))
        || (["不超过", "不少于", "不低于", "达到", "小于", "低于", "少于", "≤", "≥", "<"].iter().any(|word| before.ends_with(word))
            && ["时间", "时限", "时长", "周期", "学时", "住院日"].iter().any(|word| before.contains(word)))
}

fn is_ordinal(before: &str, number: &Number, behind: &str) -> bool {
    before.ends_with('第')
        || before.ends_with("第 ")
        || (before.ends_with('前') && matches!(number.unit.as_str(), "名" | "位" | "家" | "个" | "项" | ""))
        || before.ends_with("每") && !number.unit.ends_with('次')
        || (number.unit == "次" && ["会议", "全会", "全体", "常务"].iter().any(|word| behind.starts_with(word)))
        || before.ends_with("上述")
        || before.ends_with("以上") && number.unit == "款"
}

/// A number without a unit counts only behind a comparing word: 指数达到0.85.
fn is_bare_value(before: &str, number: &Number, behind: &str) -> bool {
    const WORDS: [&str; 14] =
        ["达到", "提高到", "提高至", "提升到", "提升至", "降至", "降到", "不低于", "不超过", "不高于", "低于", "高于", "控制在", "下降到"];
    let subject = || ["指数", "系数", "比", "率", "强度", "PUE", "值", "得分", "指标"].iter().any(|word| before.contains(word));
    let ends = behind.is_empty() || behind.starts_with(['，', '。', '；', '、', '（']);
    ends && number.upper.is_none() && WORDS.iter().any(|word| before.ends_with(word)) && subject()
}

/// 满6个月的, 拥有3家以上的…可以: conditions of eligibility.
fn is_condition(number: &Number, around: &Around<'_>) -> bool {
    let Around { before, behind, .. } = *around;
    before.ends_with('满')
        || before.ends_with("时速")
        || before.ends_with("超过") && behind.starts_with('的') && !is_share(&number.unit)
        || (["对", "凡", "符合"].iter().any(|word| before.starts_with(word)) && behind.contains("给予"))
        || before.contains("不具有")
        || number.suffix == "以上" && ["消除", "杜绝", "严查", "化解"].iter().any(|verb| before.ends_with(verb))
        || behind.starts_with("不具有")
        || (before.starts_with("允许") && number.suffix.is_empty())
        || (behind.starts_with("的，") || behind == "的") && !is_share(&number.unit)
        || ["的优先", "的不予", "的予以", "的给予", "的可", "的应", "的不得", "的免"].iter().any(|word| behind.starts_with(word))
        || qualifies_next(number, around)
}

/// 500人以上展会10场, 产值1亿元以上企业20家: the first number says which, the second how many.
fn qualifies_next(number: &Number, around: &Around<'_>) -> bool {
    let bounds = matches!(number.suffix, "以上" | "及以上" | "以下" | "及以下" | "以内" | "以上的");
    if !bounds || !around.another_follows || is_share(&number.unit) {
        return false;
    }
    let noun: String = around.behind.chars().take_while(|c| is_han(*c) || *c == '“').take(12).collect();
    let next = around.behind.chars().nth(noun.chars().count());
    (2..12).contains(&noun.chars().count()) && !noun.contains(['、', '和', '及', '与']) && next.is_some_and(|c| c.is_ascii_digit())
}

/// Counts of what is already there: 聚焦10项重点任务, A、B等37项, 在8个行业分别培育2个, 共5项.
fn is_scope(number: &Number, around: &Around<'_>) -> bool {
    let Around { before, behind, .. } = *around;
    if is_share(&number.unit) {
        return before.ends_with("前") || before.ends_with("后");
    }
    // 落实18项核心制度: what is there already.
    let held =
        matches!(number.unit.as_str(), "项" | "条" | "个") && ["落实", "执行", "遵守", "贯彻"].iter().any(|word| before.ends_with(word));
    let counted =
        before.ends_with('等') || before.ends_with('共') || before.ends_with("以下") || before.ends_with("上述") || before.ends_with("这");
    let aimed = ["聚焦", "围绕", "按照", "依托", "针对", "坚持", "根据", "涉及", "包括", "分为", "分成", "涵盖", "结合"]
        .iter()
        .any(|word| before.starts_with(word))
        && !around.another_follows
        && !["建", "打造", "培育", "完成", "新增", "形成"].iter().any(|word| before.contains(word));
    let inside = around.another_follows && before.chars().rev().take(5).any(|c| matches!(c, '在' | '对' | '从' | '为' | '向'));
    let bracketed =
        before.rfind('（').is_some_and(|at| !before[at..].contains('）') && (before[at..].contains('共') || before[at..].contains('含')));
    let kinds = matches!(number.unit.as_str(), "类" | "种" | "位" | "面")
        && !["新增", "建", "达", "不少于", "开展"].iter().any(|word| before.contains(word));
    let built = || ["建设", "构建", "建立", "打造", "建成"].iter().any(|word| before.contains(word));
    // 明确了28条具体举措: what a document says, counted.
    let told = ["明确", "提出", "部署", "包含", "推出了", "制定了", "共有"].iter().any(|word| before.contains(word))
        && ["措施", "举措", "任务", "政策", "行动", "要求", "意见", "内容", "方面"]
            .iter()
            .any(|word| around.behind.chars().take(6).collect::<String>().contains(word));
    let named = number.unit == "大" && !built() || number.unit == "期" && behind.starts_with(['工', '项', '建', '投']);
    let adjacent_level = number.unit == "级";
    held || counted || aimed || inside || bracketed || kinds || told || named || adjacent_level
}

fn is_score(number: &Number, before: &str) -> bool {
    let judged = || ["满意度", "得分", "评分", "成绩", "指数"].iter().any(|word| before.contains(word));
    let reached = ["达到", "达", "不低于", "提高到", "超过"].iter().any(|word| before.ends_with(word)) || number.suffix == "以上";
    (number.unit == "分" && !(reached && judged()))
        || number.unit.is_empty() && (before.ends_with('得') || before.ends_with("扣") || before.ends_with("计"))
        || before.contains("权重")
        || before.ends_with("得") && !before.ends_with("取得") && !before.ends_with("获得")
        || before.chars().last().is_some_and(|c| !is_han(c) && c == '№')
}
