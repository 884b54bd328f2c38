//! What a target counts, from the words around its number.

use super::about;
use super::number::Number;
use super::unit::is_share;
use crate::model::Target;
use regex::Regex;
use std::sync::LazyLock;

/// Dates and adverbs before a name: 9月底前, 12月20日前, 到2027年, 全年, 力争, 二要.
static LEADING: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"^(?:(?:到|至|在|于|截至|从|自)?(?:20\d\d年(?:度)?|今年|明年|去年|本年度?)?(?:\d{1,2}月份?(?:\d{1,2}日)?|第?[一二三四]季度|[上下]半年|年|20\d\d年|今年|明年|去年|本年度?)(?:底|末|内|初|终|中旬|上旬|下旬)?(?:以前|之前|前|起)?",
        r"|全年|[0-9一二三四五两]{1,2}年内|[①-⑳]|（\d{1,2}）|[一二三四五六七八九十]+[是要]|力争|争取|确保|努力|同时|此外|另外|其中|并且?|将|要|拟|预计|计划|逐步|实现|使|还|继续|进一步|再|每年|总体|我[市县区省]|至少|[，、；：\s])+"
    ))
    .expect("constant")
});
/// What is done is plain from the count: 完成筛查6.2万人 counts 筛查.
static LIGHT: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"^(?:已|完成|建成|开展|争创|至少|为)+").expect("constant"));
/// Over which units or cases a rate is taken, and what it is compared with, is no part of its name.
static ASIDE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?:以[^，]{1,14}为单位|按[^，]{1,14}(?:计算|统计|口径)|[比较](?:上年|去年|上一年|20\d\d年)(?:底|末|同期)?|同比|每年|年均|平均每年)+$").expect("constant")
});
/// 较2025年提高: with what a change is compared is no part of its name.
static COMPARED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"[比较](?:上年|去年|上一年|20\d\d年)(?:底|末|同期)?(?:全[市县区省])?(提高|提升|增加|增长|上升|减少|下降|降低|缩短|延长)")
        .expect("constant")
});
static TRAILING: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"(?:不少于|不低于|不超过|不高于|不大于|不小于|不得超过|超过|突破|高于|低于|大于|小于|多于|少于|至少|提高到|提高至|提升到|提升至|增加到|增加至|增长到|增长至|扩大到|扩大至|上升到|恢复到|增至|升至|降至|降到|下降到|下降至|降低到|降低至|减少到|压减到|压减至|压缩到|压缩至|缩短至|缩短到|延长到|延长至|控制在|控制到|稳定在|保持在|维持在",
        r"|约为|大约|约|为|均|分别|各|力争|争取|将|要|总体|占|到|至|有|已经?|就|超|[≥≤><＞＜\s])+$"
    ))
    .expect("constant")
});
/// Strips 达到 and 达 from the end, but not from 雷达.
static REACHING: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"(?:达到|([^雷发表抵传直通可送下])达|^达)$").expect("constant"));
static GROWING: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"(?:增长|增加|提高|提升|上升|扩大)了?$").expect("constant"));

static OF_WHOLE: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(?:不低于|不少于|不超过|不高于|超过|达到)[^，]{1,10}的$").expect("constant"));

/// Verbs that make what is counted, and hold for all counts of a list.
const MAKING: [&str; 28] = [
    "改造",
    "修复",
    "新造",
    "整治",
    "更新",
    "修缮",
    "新建改扩建",
    "新增",
    "新建",
    "改建",
    "扩建",
    "建成",
    "建设",
    "建立",
    "创建",
    "创成",
    "争创",
    "培育",
    "打造",
    "引进",
    "引育",
    "培养",
    "培训",
    "开展",
    "举办",
    "完成",
    "设立",
    "优化",
];

/// Returns the name with the verb that stands before the first count of the list: 新建4家A、7家B.
pub fn with_verb(name: String, first: &str, number: &Number) -> String {
    let first = LEADING.replace(first, "");
    let begins = |words: &str| MAKING.iter().find(|verb| words.starts_with(**verb));
    match begins(&first) {
        Some(verb) if begins(&name).is_none() && !is_share(&number.unit) && !name.contains('的') => format!("{verb}{name}"),
        _ => name,
    }
}

/// Verbs that begin a predicate behind a counted noun.
const PREDICATES: [&str; 30] = [
    "接入",
    "加入",
    "覆盖",
    "参与",
    "参加",
    "签订",
    "落实",
    "使用",
    "享受",
    "获得",
    "符合",
    "具备",
    "推行",
    "安装",
    "达到",
    "能够",
    "设立",
    "设置",
    "建成",
    "成为",
    "全面实现",
    "实现",
    "完成",
    "开展",
    "配备",
    "提供",
    "通过",
    "顺利通过",
    "建立",
    "纳入",
];

/// Returns the name of what is counted.
pub fn name(before: &str, number: &Number, behind: &str) -> String {
    let subject = LEADING.replace(before, "").into_owned();
    let subject = COMPARED.replace(&subject, "$1").into_owned();
    // 占比不低于门诊量的4%: what the share is of stands behind the comparing word.
    let subject = OF_WHOLE.replace(&subject, "").into_owned();
    let share = is_share(&number.unit);
    let falls = ["增长", "下降", "减少", "降低"].iter().find(|word| subject.ends_with(*word)).filter(|_| share);
    let subject = bare(&subject, share);
    let object = behind.trim_start_matches('的').trim_matches(['，', '、', '；', '：', ' ', '。']);
    let name = match (subject.is_empty() || is_only_place(&subject), object.is_empty()) {
        (_, true) => match falls {
            // 案件同比下降5%: the rate is what is reported.
            Some(word) if !subject.ends_with('率') => format!("{}{word}率", subject.trim_end_matches(*word)),
            _ => ASIDE.replace(&subject, "").into_owned(),
        },
        (true, false) => turned(&subject, object, number),
        (false, false) => match share {
            // 甲、乙、丙8项行动: what the list is of stands behind the number.
            _ if subject.matches('、').count() >= 2 && !subject.ends_with('、') => object.to_owned(),
            true => turned(&subject, object, number),
            false => format!("{subject}{object}"),
        },
    };
    // 完成改造的企业比例 keeps its verb: it says which.
    let name = if share { name.as_str() } else { without_light_verb(&name) };
    let name: String = name.chars().take(40).collect();
    if name.is_empty() { format!("{}{}", number.value, number.unit) } else { name }
}

/// Strips the words of comparing from the end of a subject.
fn bare(subject: &str, share: bool) -> String {
    let mut bare = about::hidden(subject).into_owned();
    loop {
        let mut shorter = TRAILING.replace(&bare, "").into_owned();
        shorter = REACHING.replace(&shorter, "$1").into_owned();
        if share {
            shorter = GROWING.replace(&shorter, "").into_owned();
        }
        if shorter.len() == bare.len() {
            return about::shown(bare.trim_matches(['，', '、', '；', '：', ' ']).trim_end_matches("比例的"));
        }
        bare = shorter;
    }
}

/// Strips 完成, 建成 and their like, where enough is left to name something.
fn without_light_verb(name: &str) -> &str {
    let rest = LIGHT.replace(name, "").len();
    let rest = &name[name.len() - rest..];
    if rest.chars().count() >= 2 { rest } else { name }
}

/// Returns the subject of the clause before, for 提高装配式建筑占比，力争达到35%; none where it has a number of its own.
pub fn from_clause_before(words: &str) -> Option<String> {
    static VERB: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(
            r"^(?:不断|稳步|持续|进一步|大力|切实|着力)*(?:提高|提升|降低|扩大|增加|增强|推动|推进|加大|压缩|优化|超额完成|完成|开展|实施)",
        )
        .expect("constant")
    });
    let subject = LEADING.replace(words, "").into_owned();
    let subject = VERB.replace(&subject, "").trim_end_matches("工作").to_owned();
    let length = subject.chars().count();
    ((2..=30).contains(&length) && !subject.chars().any(|c| c.is_ascii_digit())).then_some(subject)
}

/// Returns true for 每季度 and its like, which say how often and not what.
pub fn is_only_frequency(name: &str) -> bool {
    ["每年", "每月", "每周", "每季度", "每季", "每半年", "每日", "每天"].contains(&name)
}

/// Returns true for 同比增长率 and its like, which say how much and not of what.
pub fn is_only_growth(name: &str) -> bool {
    ["增长率", "下降率", "减少率", "降低率"]
        .iter()
        .any(|word| name.strip_suffix(word).is_some_and(|rest| ["", "同比", "年均", "环比", "比上年", "较上年", "平均"].contains(&rest)))
}

/// Returns true for 完成率 and its like, which say how much of something and not of what.
pub fn is_only_rate(name: &str) -> bool {
    ["完成率", "达标率", "合格率", "覆盖率", "覆盖面", "到位率", "整改率"].contains(&name)
}

fn is_only_place(subject: &str) -> bool {
    ["全市", "全县", "全区", "全省", "全国", "全州", "全镇"].contains(&subject)
}

/// Turns 20个村卫生室达到标准 and 50%的机构达到标准 round: 达到标准的村卫生室.
fn turned(subject: &str, object: &str, number: &Number) -> String {
    let cut = PREDICATES.iter().filter_map(|verb| object.find(verb)).filter(|at| *at > 0).min();
    let share = if is_share(&number.unit) { "比例" } else { "" };
    match cut {
        Some(at) => format!("{}的{subject}{}{share}", &object[at..], &object[..at]),
        None => format!("{subject}{object}{share}"),
    }
}

/// Words that name an indicator; without one of them a share is of nobody knows what.
pub const NOUNS: [&str; 34] = [
    "率", "比", "占", "例", "水平", "覆盖", "度", "指数", "增", "降", "收入", "投资", "总额", "费用", "规模", "减少", "总值", "价格",
    "进度", "数", "量", "使用", "替代", "产值", "贸易", "消费", "投入", "达标", "成本", "面积", "强度", "服务", "能耗", "排放",
];

/// Returns the full name of 专科医院不低于2% behind 综合医院互联网服务占比不低于4%.
pub fn completed(name: &str, number: &Number, earlier: &[Target]) -> Option<String> {
    if !is_share(&number.unit) || name.chars().count() > 10 || NOUNS.iter().any(|noun| name.contains(noun)) {
        return None;
    }
    let last = earlier.last().filter(|last| is_share(&last.unit) && NOUNS.iter().any(|noun| last.name.contains(noun)))?;
    Some(format!("{}（{name}）", last.name))
}
