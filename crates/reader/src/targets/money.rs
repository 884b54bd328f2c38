//! Sums of money: what is to be raised, earned or invested is a target; what is granted, charged or capped is none.

use super::exclude::Around;
use super::number::Number;
use super::unit::{is_money, is_share};
use crate::wording::any_of;
use regex::Regex;
use std::sync::LazyLock;

/// Words of subsidies, fees and fines.
static GRANTED: LazyLock<Regex> = LazyLock::new(|| {
    any_of(&[
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
    ])
});
/// Words that announce how much is to be reached.
const REACHED: [&str; 22] = [
    "累计",
    "计划投资",
    "年度投资",
    "发放",
    "完成",
    "到位",
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
const RAISED: [&str; 17] = [
    "投放", "设立", "组建", "投入", "追回", "筹集", "募集", "归集", "节约", "盘活", "撬动", "带动", "发行", "化解", "清收", "争取", "招引",
];
/// Words for sums that a plan can aim at: 贷款, 销售额, 生产总值.
const VOLUMES: [&str; 19] = [
    "比例",
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

/// What is to cost no more than a sum.
const COSTS: [&str; 5] = ["次均费用", "均次费用", "费用", "成本", "三公"];

/// Returns true for subsidies, ceilings, fees and fines.
pub fn is_granted(number: &Number, around: &Around<'_>) -> bool {
    if !is_money(&number.unit) && !is_share(&number.unit) {
        return false;
    }
    let any = |words: &str, set: &[&str]| set.iter().any(|word| words.contains(word));
    // Looked for only where it decides: most numbers of a plan are neither money nor granted.
    let granted = || GRANTED.is_match(around.before) || GRANTED.is_match(around.behind);
    let reached_volume = || any(around.before, &VOLUMES) && any(&around.before.replace("不超过", ""), &REACHED);
    if is_money(&number.unit) {
        // 次均费用不超过320元 is to be kept; 补贴不超过320元 is not.
        if any(around.before, &COSTS) && !granted() {
            return false;
        }
        // 授信突破60亿元: a sum that is reached, whatever it is a sum of.
        let met = ["突破", "达到", "达", "提高到", "提升到", "增至", "扩大到", "降至", "降到", "控制在", "下降到"]
            .iter()
            .any(|word| around.before.ends_with(word));
        let capped = around.before.ends_with("不超过") || around.before.ends_with("最高") || number.suffix == "以内";
        let aimed = met || reached_volume() || any(around.before, &RAISED);
        // 发放贷款 lends, it does not grant.
        let lent = around.before.contains("贷款") && !around.before.contains("贴息");
        return !aimed || capped || (!lent && granted() && !around.before.contains("标准"));
    }
    // 最高可达60%: a ceiling.
    let ceiling = ["最高可达", "最高达", "最高"].iter().any(|word| around.before.ends_with(word));
    ceiling || is_share(&number.unit) && granted() && (around.before.contains("给予") || !reached_volume())
}
