//! Numbers written in Chinese numerals: 百家, 两万人, 九成, 百分之八十, 三分之一.

use super::about;
use super::comparator::compares;
use super::number::{Number, suffix_at};
use super::unit::{is_duration, is_share, unit_at};
use domain::Amount;

const NUMERALS: &str = "一二两三四五六七八九十百千万亿零〇";

/// Returns true for a Chinese numeral.
pub fn is_numeral(c: char) -> bool {
    NUMERALS.contains(c)
}

/// Reads 百家, 千场, 两万人, 三所: a Chinese number with a counting unit; or a share.
pub fn chinese(chars: &[char], start: usize) -> Option<Number> {
    if let Some(share) = share(chars, start) {
        return Some(share);
    }
    let length = run(chars, start);
    let digits_end = start + length;
    let value = chinese_value(&chars[start..digits_end])?;
    let end = unit_at(chars, digits_end)?;
    number(chars, start, digits_end, end, value, chars[digits_end..end].iter().collect())
}

/// Reads 九成, 百分之八十, 三分之一 as per cent.
fn share(chars: &[char], start: usize) -> Option<Number> {
    let digits_end = start + run(chars, start);
    let whole = &chars[start..digits_end];
    if chars[digits_end..].starts_with(&['分', '之']) {
        let end = digits_end + 2 + run(chars, digits_end + 2);
        let part = chinese_value(&chars[digits_end + 2..end])?;
        let percent = (part / chinese_value(whole)? * 1e6).round() / 1e4;
        return number(chars, start, end, end, percent, "%".to_owned());
    }
    // 九成以上, 六成, but not 三成立 or 百成.
    let behind = chars.get(digits_end + 1);
    let ends = behind.is_none_or(|c| matches!(c, '以' | '左' | '的' | '多' | '，' | '。' | '；' | '、' | '（' | '）' | '和' | ' '));
    let tenths = chinese_value(whole).filter(|tenths| whole.len() == 1 && *tenths < 10.0)?;
    let end = digits_end + 1;
    (chars.get(digits_end) == Some(&'成') && ends).then(|| number(chars, start, end, end, tenths * 10.0, "%".to_owned())).flatten()
}

fn number(chars: &[char], start: usize, digits_end: usize, end: usize, value: f64, unit: String) -> Option<Number> {
    let suffix = suffix_at(chars, end);
    let end = end + suffix.chars().count();
    Some(Number { start, end, digits_end, value: Amount::new(value)?, upper: None, unit, suffix, chinese: true })
}

fn run(chars: &[char], start: usize) -> usize {
    chars[start.min(chars.len())..].iter().take_while(|c| is_numeral(**c)).count()
}

/// Returns the value of a Chinese number: 百 100, 两万 20000, 三百二十 320.
pub fn chinese_value(chars: &[char]) -> Option<f64> {
    let (mut total, mut section, mut digit) = (0.0, 0.0, None);
    for c in chars {
        match c {
            '零' | '〇' => {}
            '十' | '百' | '千' => {
                let scale = match c {
                    '十' => 10.0,
                    '百' => 100.0,
                    _ => 1000.0,
                };
                section += digit.take().unwrap_or(1.0) * scale;
            }
            '万' | '亿' => {
                let scale = if *c == '万' { 1e4 } else { 1e8 };
                let low = section + digit.take().unwrap_or(0.0);
                // 百万 is 100 × 10000; 万 alone is one.
                total = (total + if low == 0.0 && total == 0.0 { 1.0 } else { low }) * scale;
                section = 0.0;
            }
            c => {
                let value = "一二三四五六七八九".chars().position(|n| n == *c).map(|n| n + 1).or((*c == '两').then_some(2))?;
                if digit.replace(value as f64).is_some() {
                    return None;
                }
            }
        }
    }
    let value = total + section + digit.unwrap_or(0.0);
    (value > 0.0).then_some(value)
}

/// Verbs of what is made or done, before a count.
const VERBS: [&str; 48] = [
    "更新",
    "购置",
    "修缮",
    "维修",
    "种植",
    "推出",
    "认定",
    "命名",
    "挂牌",
    "签约",
    "储备",
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
    "至少",
    "、",
];
/// Units of things one can count on a visit; below ten, 三项机制 and 两个平台 are words of a name.
const THINGS: [&str; 19] =
    ["所", "家", "座", "处", "条", "名", "人", "场", "辆", "张", "台", "公里", "间", "套", "床", "支", "亩", "千米", "场次"];

/// Returns true for 建成三所学校, 千家企业 behind a verb, 引才千人以上, 提高十个百分点, 超六成: a count rather than a name.
pub fn is_count(number: &Number, before: &str, behind: &str) -> bool {
    if is_share(&number.unit) {
        // 百分之百落实 and 一成不变 are figures of speech.
        let stated = number.unit == "%" && (!number.suffix.is_empty() || behind.starts_with('的'));
        return stated || compares(before.trim_end()) || about::ends_in_word(before.trim_end());
    }
    // 三所一庭联动机制 is a name.
    if behind.starts_with(is_numeral) {
        return false;
    }
    let named = ["计划", "工程", "行动", "活动", "大计", "企", "规划"].iter().any(|word| behind.starts_with(word));
    let counts =
        !number.unit.is_empty() && !is_duration(&number.unit) && !["周", "天", "度", "位", "面", "类"].contains(&number.unit.as_str());
    let small = number.value.get() < 10.0;
    // 形成一套制度: one of them is hardly a number.
    let is_one = number.value.get() == 1.0 && !["所", "家", "座", "处"].contains(&number.unit.as_str());
    let is_thing = THINGS.contains(&number.unit.as_str()) && !is_one;
    if !counts || named || (small && !is_thing) {
        return false;
    }
    let before = before.trim_end();
    let behind_verb = VERBS.iter().any(|verb| before.ends_with(verb)) && !(small && before.ends_with('、'));
    // 引进博士两百名，培育基地十五处。
    let closes = behind.is_empty() || behind.starts_with(['、', '和', '（', '，', '；']);
    let made = VERBS.iter().any(|verb| *verb != "、" && before.contains(verb));
    let closes_count = closes && (is_thing || !small) && made;
    // 千人口献血率达到…: a bare power of ten belongs to a word.
    let power = number.value.get().log10().fract() == 0.0;
    let opens_sentence =
        before.is_empty() && !power && is_thing && ["达到", "通过", "完成", "建成", "实现"].iter().any(|word| behind.contains(word));
    behind_verb || closes_count || opens_sentence || matches!(number.suffix, "以上" | "及以上") && is_thing
}
