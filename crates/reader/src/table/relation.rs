//! How values are held against the number of a cell.

use crate::model::Target;
use crate::targets::{self, Number};
use domain::{Comparator, propose};

/// Returns how values are held against a cell's number; `before` is what stands before it in the cell.
pub fn comparator(before: &str, number: &Number, label: &str) -> Comparator {
    let before = before.trim_end().replace(">=", "≥").replace("<=", "≤").replace('＜', "<");
    let of_name = || of_sign(before.trim_end_matches('='), "", label, false);
    match targets::comparator(&before, number) {
        Comparator::Equal => of_name(),
        // 增长率 6左右 is a rate of growth: more is no miss.
        Comparator::About if matches!(of_name(), Comparator::Increase | Comparator::Decrease) => of_name(),
        other => other,
    }
}

/// Returns how values are held against a number with a sign or a word beside it, else by what its name says.
pub fn of_sign(before: &str, suffix: &str, name: &str, is_range: bool) -> Comparator {
    let ends = |set: &[&str]| set.iter().any(|word| before.trim_end().ends_with(word));
    match suffix {
        _ if is_range => Comparator::Range,
        "以上" | "及以上" => Comparator::AtLeast,
        "以下" | "以内" | "之内" | "及以下" => Comparator::AtMost,
        "左右" | "上下" => Comparator::About,
        _ if ends(&["≥", ">", "＞", "≧"]) => Comparator::AtLeast,
        _ if ends(&["≤", "<", "＜", "≦"]) => Comparator::AtMost,
        _ if ["下降", "减少", "降低", "降幅"].iter().any(|word| name.ends_with(word) || name.contains(&format!("{word}率"))) => {
            Comparator::Decrease
        }
        _ if ["增长率", "增长", "增速", "增幅"].iter().any(|word| name.ends_with(word)) => Comparator::Increase,
        _ => Comparator::Equal,
    }
}

/// Words for what had better be less: a target below its baseline is meant to be.
const LESS_IS_BETTER: [&str; 24] = [
    "死亡",
    "发病",
    "患病",
    "感染",
    "事故",
    "伤害",
    "吸烟",
    "超标",
    "投诉",
    "费用",
    "时间",
    "时长",
    "时限",
    "住院日",
    "能耗",
    "排放",
    "浓度",
    "成本",
    "药占比",
    "空置",
    "失业",
    "流失",
    "漏",
    "差错",
];

/// Asks where a plain number lies below its baseline, and nothing says that it is to come down.
pub fn ask_if_falling(target: &mut Target) {
    let (Some(value), Some(baseline)) = (target.value, &target.baseline) else { return };
    let plain = target.comparator == Comparator::Equal && target.upper.is_none();
    // 新增200张 after 300张 is a count of another year.
    let from = propose(target.comparator, Some(value), &target.unit, &target.name, Some(baseline.value)).takes_baseline;
    let falls = !from || LESS_IS_BETTER.iter().any(|word| target.name.contains(word));
    if plain && value < baseline.value && !falls && target.doubt.is_none() {
        let unit = &target.unit;
        target.doubt =
            Some(format!("目标值低于基期值：基期{}{unit}，目标{value}{unit}，按下降目标判断。若是“不低于”，请改关系", baseline.value));
    }
}
