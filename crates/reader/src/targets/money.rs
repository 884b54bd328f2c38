//! Sums of money: what is to be raised, earned or invested is a target; what is granted, charged or capped is none.

use super::exclude::Around;
use super::number::Number;
use super::unit::{is_money, is_share};

/// Words of subsidies, fees and fines.
const GRANTED: [&str; 22] = [
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
];
/// Words that announce how much is to be reached.
const REACHED: [&str; 17] = [
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
];
/// Verbs after which any sum is one to be reached.
const RAISED: [&str; 14] = ["投入", "追回", "筹集", "募集", "归集", "节约", "盘活", "撬动", "带动", "发行", "化解", "清收", "争取", "招引"];
/// Words for sums that a plan can aim at: 贷款, 销售额, 生产总值.
const VOLUMES: [&str; 18] = [
    "资金",
    "贷款",
    "标准",
    "额",
    "规模",
    "产值",
    "收入",
    "投资",
    "经费",
    "总值",
    "增加值",
    "率",
    "占比",
    "比重",
    "存款",
    "税收",
    "资产",
    "效益",
];

/// Returns true for subsidies, ceilings, fees and fines.
pub fn is_granted(number: &Number, around: &Around<'_>) -> bool {
    if !is_money(&number.unit) && !is_share(&number.unit) {
        return false;
    }
    let any = |words: &str, set: &[&str]| set.iter().any(|word| words.contains(word));
    // Looked for only where it decides: most numbers of a plan are neither money nor granted.
    let granted = || any(around.before, &GRANTED) || any(around.behind, &GRANTED);
    let reached_volume = || any(around.before, &VOLUMES) && any(&around.before.replace("不超过", ""), &REACHED);
    if is_money(&number.unit) {
        let capped = around.before.ends_with("不超过") || around.before.ends_with("最高") || number.suffix == "以内";
        let aimed = reached_volume() || any(around.before, &RAISED);
        return !aimed || capped || (granted() && !around.before.contains("标准"));
    }
    granted() && (around.before.contains("给予") || !reached_volume())
}
