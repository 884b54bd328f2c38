//! Units of measure as they follow a number.

use std::collections::HashMap;
use std::sync::LazyLock;

/// Classifiers and measures.
const UNITS: &[&str] = &[
    "个百分点",
    "百分点",
    "个工作日",
    "工作日",
    "个小时",
    "小时",
    "分钟",
    "个月",
    "人次",
    "人份",
    "人日",
    "人天",
    "人年",
    "人月",
    "户次",
    "场次",
    "例次",
    "班次",
    "架次",
    "车次",
    "件次",
    "台次",
    "台套",
    "家次",
    "批次",
    "剂次",
    "频次",
    "课时",
    "学时",
    "学分",
    "平方公里",
    "平方千米",
    "平方米",
    "立方米",
    "万千瓦时",
    "千瓦时",
    "千瓦",
    "公里",
    "千米",
    "公顷",
    "公斤",
    "千克",
    "毫米",
    "厘米",
    "毫克",
    "微克",
    "海里",
    "标准箱",
    "标箱",
    "标台",
    "美元",
    "欧元",
    "元",
    "平米",
    "㎡",
    "m²",
    "m³",
    "亩",
    "吨",
    "升",
    "米",
    "度",
    "克",
    "张",
    "个",
    "家",
    "所",
    "名",
    "人",
    "项",
    "场",
    "次",
    "座",
    "处",
    "件",
    "套",
    "辆",
    "台",
    "条",
    "种",
    "类",
    "户",
    "间",
    "床",
    "例",
    "篇",
    "门",
    "期",
    "批",
    "对",
    "支",
    "款",
    "只",
    "头",
    "株",
    "棵",
    "份",
    "站",
    "部",
    "册",
    "幅",
    "块",
    "片",
    "艘",
    "架",
    "列",
    "根",
    "口",
    "盏",
    "节",
    "课",
    "剂",
    "卷",
    "宗",
    "起",
    "单",
    "位",
    "班",
    "组",
    "队",
    "天",
    "周",
    "倍",
    "镇",
    "村",
    "县",
    "乡",
    "街道",
    "社区",
    "标段",
    "枚",
    "面",
    "孔",
    "眼",
    "颗",
    "岁",
    "分",
    "集",
    "大",
];
const ASCII_UNITS: [&str; 12] = ["GWh", "MWh", "kWh", "TWh", "kW", "MW", "GW", "km²", "km", "TEU", "PB", "TB"];
const MULTIPLIERS: [&str; 7] = ["百万", "千万", "十万", "万", "亿", "千", "百"];

/// Reads the unit of measure at a character; returns where it ends.
pub fn unit_at(chars: &[char], start: usize) -> Option<usize> {
    let starts = |at: usize, word: &str| word.chars().enumerate().all(|(i, c)| chars.get(at + i) == Some(&c));
    if matches!(chars.get(start), Some('%' | '％' | '‰')) {
        return Some(start + 1);
    }
    let scaled = MULTIPLIERS.iter().find(|word| starts(start, word)).map_or(start, |word| start + word.chars().count());
    // 万亿 is two multipliers.
    let scaled = if scaled > start && chars.get(scaled) == Some(&'亿') { scaled + 1 } else { scaled };
    let unit = longest(chars, scaled).or_else(|| (scaled > start && starts(start, "千")).then(|| longest(chars, start)).flatten());
    let Some(end) = unit else { return (scaled > start && !chars.get(scaled).is_some_and(|c| c.is_alphanumeric())).then_some(scaled) };
    // 5人/10万人, 8.5次/人, 元/人: what it is measured per belongs to the unit.
    Some(per(chars, end).unwrap_or(end))
}

/// The known units by their first character, longest first.
static BY_FIRST: LazyLock<HashMap<char, Vec<Vec<char>>>> = LazyLock::new(|| {
    let mut by_first: HashMap<char, Vec<Vec<char>>> = HashMap::new();
    for word in UNITS.iter().chain(&ASCII_UNITS) {
        let chars: Vec<char> = word.chars().collect();
        by_first.entry(chars[0]).or_default().push(chars);
    }
    by_first.values_mut().for_each(|words| words.sort_by_key(|word| std::cmp::Reverse(word.len())));
    by_first
});

/// Returns the end of the longest known unit at a character.
fn longest(chars: &[char], start: usize) -> Option<usize> {
    let rest = chars.get(start..)?;
    let word = BY_FIRST.get(rest.first()?)?.iter().find(|word| rest.starts_with(word))?;
    let end = start + word.len();
    let next_is_letter = chars.get(end).is_some_and(char::is_ascii_alphabetic) && chars[start].is_ascii_alphabetic();
    (!next_is_letter).then_some(end)
}

/// Reads /10万人 or /人 behind a unit.
fn per(chars: &[char], start: usize) -> Option<usize> {
    if !matches!(chars.get(start), Some('/' | '／')) {
        return None;
    }
    if matches!(chars.get(start + 1), Some('日' | '月' | '年')) {
        return Some(start + 2);
    }
    let digits = chars[start + 1..].iter().take_while(|c| c.is_ascii_digit()).count();
    unit_at(chars, start + 1 + digits).filter(|end| *end > start + 1)
}

/// Returns true for spans of time.
pub fn is_duration(unit: &str) -> bool {
    ["个工作日", "工作日", "个小时", "小时", "分钟", "个月", "天", "周"].contains(&unit)
}

/// Returns true for money.
pub fn is_money(unit: &str) -> bool {
    unit.ends_with('元') || unit.contains("元/")
}

/// Returns true for shares and rates.
pub fn is_share(unit: &str) -> bool {
    matches!(unit, "%" | "％" | "‰") || unit.ends_with("百分点")
}
