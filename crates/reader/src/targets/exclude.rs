//! Numbers that are no targets: ages, names, dates, ordinals, subsidies, scores, scopes.

use super::number::Number;
use super::unit::{is_duration, is_money, is_share};
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
    if number.chinese {
        return !is_chinese_count(number, before, behind);
    }
    is_part_of_a_name(number, around)
        || is_date_or_age(number, around)
        || is_ordinal(before, number, behind)
        || (number.unit.is_empty() && !is_bare_value(before, number, behind))
        || is_money_granted(number, around)
        || is_condition(number, around)
        || is_scope(number, around)
        || is_score(number, before)
}

/// Accepts 建成百个, 千家企业, 培训两万人: round Chinese numbers behind a verb or in a list of such.
fn is_chinese_count(number: &Number, before: &str, behind: &str) -> bool {
    const VERBS: [&str; 36] = [
        "建成",
        "培育",
        "集聚",
        "启动",
        "举办",
        "开展",
        "创建",
        "新增",
        "新建",
        "打造",
        "引进",
        "培训",
        "培养",
        "建设",
        "组织",
        "完成",
        "选派",
        "覆盖",
        "发展",
        "扶持",
        "遴选",
        "建立",
        "惠及",
        "服务",
        "招引",
        "评选",
        "创成",
        "形成",
        "改造",
        "争创",
        "新培育",
        "达到",
        "超过",
        "突破",
        "不少于",
        "、",
    ];
    let named = ["计划", "工程", "行动", "活动", "大计", "企", "规划"].iter().any(|word| behind.starts_with(word));
    let counts =
        !number.unit.is_empty() && !is_duration(&number.unit) && !["周", "天", "度", "位", "面", "类"].contains(&number.unit.as_str());
    counts && !named && VERBS.iter().any(|verb| before.ends_with(verb))
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
    let open = chars[..number.start].iter().rposition(|c| matches!(c, '“' | '”' | '《' | '》'));
    let Some(open) = open else { return false };
    match chars[open] {
        '《' => true,
        '“' => {
            let close = chars[number.end.min(chars.len())..].iter().position(|c| *c == '”').map(|at| at + number.end);
            close.is_some_and(|close| close - open <= 16)
        }
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
        || (["不超过", "不少于", "不低于", "达到", "小于", "低于", "少于"].iter().any(|word| before.ends_with(word))
            && ["时间", "时限", "时长", "周期", "学时"].iter().any(|word| before.contains(word)))
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
    let subject = ["指数", "系数", "比", "PUE", "值", "得分", "指标"].iter().any(|word| before.contains(word));
    let ends = behind.is_empty() || behind.starts_with(['，', '。', '；', '、', '（']);
    subject && ends && WORDS.iter().any(|word| before.ends_with(word)) && number.upper.is_none()
}

/// Subsidies, ceilings, fees and fines; a standard or a volume of money that is to be reached is none of them.
fn is_money_granted(number: &Number, around: &Around<'_>) -> bool {
    let clause = format!("{}{}", around.before, around.behind);
    let granted = [
        "给予",
        "补贴",
        "补助",
        "奖励",
        "资助",
        "贴息",
        "奖补",
        "一次性",
        "最高",
        "罚款",
        "处罚",
        "发放",
        "抵扣",
        "优惠",
        "减免",
        "利息",
        "报销",
        "额度",
        "收费",
        "租金",
        "免收",
        "上限",
    ]
    .iter()
    .any(|word| clause.contains(word));
    let raised = around.before.replace("不超过", "");
    let reached = [
        "完成",
        "新增",
        "实现",
        "争取",
        "引进",
        "总投资",
        "提高到",
        "提高至",
        "提升到",
        "提升至",
        "达到",
        "增加到",
        "突破",
        "超过",
        "增长",
        "不低于",
        "达",
    ]
    .iter()
    .any(|word| raised.contains(word));
    let volume = [
        "资金",
        "贷款",
        "标准",
        "总额",
        "规模",
        "产值",
        "收入",
        "投资",
        "经费",
        "生产总值",
        "增加值",
        "金额",
        "率",
        "占比",
        "比重",
        "余额",
        "销售额",
        "贸易额",
        "存款",
    ]
    .iter()
    .any(|word| around.before.contains(word));
    let capped = around.before.ends_with("不超过") || around.before.ends_with("最高") || number.suffix == "以内";
    if is_money(&number.unit) {
        return !(volume && reached) || (granted && !around.before.contains("标准")) || capped;
    }
    is_share(&number.unit) && granted && !(volume && reached && !around.before.contains("给予"))
}

/// 满6个月的, 拥有3家以上的…可以: conditions of eligibility.
fn is_condition(number: &Number, around: &Around<'_>) -> bool {
    let Around { before, behind, .. } = *around;
    before.ends_with('满')
        || before.ends_with("超过") && behind.starts_with('的') && !is_share(&number.unit)
        || (["对", "凡", "符合"].iter().any(|word| before.starts_with(word)) && behind.contains("给予"))
        || before.contains("不具有")
        || (behind.starts_with("的，") || behind == "的") && !is_share(&number.unit)
}

/// Counts of what is already there: 聚焦10项重点任务, A、B等37项, 在8个行业分别培育2个, 共5项.
fn is_scope(number: &Number, around: &Around<'_>) -> bool {
    let Around { before, behind, .. } = *around;
    if is_share(&number.unit) {
        return before.ends_with("前") || before.ends_with("后");
    }
    let counted =
        before.ends_with('等') || before.ends_with('共') || before.ends_with("以下") || before.ends_with("上述") || before.ends_with("这");
    let aimed = ["聚焦", "围绕", "按照", "依托", "针对", "坚持", "根据", "涉及", "包括", "分为", "分成", "涵盖", "结合"]
        .iter()
        .any(|word| before.starts_with(word))
        && !around.another_follows
        && !["建", "打造", "培育", "完成", "新增", "形成"].iter().any(|word| before.contains(word));
    let inside = ["在", "对", "从", "为", "向"]
        .iter()
        .any(|word| before.rfind(word).is_some_and(|at| before[at + word.len()..].chars().count() <= 4))
        && around.another_follows;
    let bracketed =
        before.rfind('（').is_some_and(|at| !before[at..].contains('）') && (before[at..].contains('共') || before[at..].contains('含')));
    let kinds = matches!(number.unit.as_str(), "类" | "种" | "位" | "面")
        && !["新增", "建", "达", "不少于", "开展"].iter().any(|word| before.contains(word));
    let built = ["建设", "构建", "建立", "打造", "建成"].iter().any(|word| before.contains(word));
    let named = number.unit == "大" && !built || number.unit == "期" && behind.starts_with(['工', '项', '建', '投']);
    let adjacent_level = number.unit == "级";
    counted || aimed || inside || bracketed || kinds || named || adjacent_level
}

fn is_score(number: &Number, before: &str) -> bool {
    let judged = ["满意度", "得分", "评分", "成绩", "指数"].iter().any(|word| before.contains(word));
    let reached = ["达到", "达", "不低于", "提高到", "超过"].iter().any(|word| before.ends_with(word)) || number.suffix == "以上";
    (number.unit == "分" && !(judged && reached))
        || number.unit.is_empty() && (before.ends_with('得') || before.ends_with("扣") || before.ends_with("计"))
        || before.ends_with("得") && !before.ends_with("取得") && !before.ends_with("获得")
        || before.chars().last().is_some_and(|c| !is_han(c) && c == '№')
}
