//! What a target's wording says about how to judge it.

use crate::{Amount, Comparator, Pace, RollUp, ValueKind};

/// How a target is best judged, with the reason a person can check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// What a reported value means.
    pub kind: ValueKind,
    /// How the target is approached.
    pub pace: Pace,
    /// How units' values are combined.
    pub roll_up: RollUp,
    /// Why, in a sentence.
    pub why: &'static str,
}

/// Words that say a state is kept or reached rather than work added up.
const STATE_WORDS: [&str; 12] = ["保持", "稳定", "维持", "控制", "拥有", "总数", "总量", "规模", "平均", "存量", "实有", "人均"];
/// Words that say something is newly made or done, whatever else is said.
const WORK_WORDS: [&str; 16] =
    ["新增", "新建", "新设", "建成", "创建", "创成", "建设", "开展", "举办", "培训", "培育", "完成", "引进", "筛查", "覆盖", "改造"];
/// Units of a state: times and prices do not add up.
const STATE_UNITS: [&str; 8] = ["分钟", "小时", "天", "日", "岁", "元", "倍", "分"];

/// Proposes how to judge a target from its relation, value, unit of measure and the words around it.
pub fn propose(comparator: Comparator, target: Option<Amount>, unit: &str, words: &str) -> Proposal {
    use {Pace::*, RollUp::*, ValueKind::*};
    let says = |list: &[&str]| list.iter().any(|word| words.contains(word));
    let rate = unit.starts_with(['%', '％', '‰', '/'])
        || unit == "个百分点"
        || words.contains("每千")
        || words.contains("每万")
        || words.contains("每十万");
    match comparator {
        Comparator::Qualitative => {
            Proposal {
                kind: Qualitative, pace: Accumulate, roll_up: Worst, why: "没有数字，按形象进度（0—100%）填报，多单位取最慢的"
            }
        }
        Comparator::Increase | Comparator::Decrease => {
            Proposal {
                kind: Rate, pace: Maintain, roll_up: Owner, why: "增减幅度，每期直接与目标幅度相比，取牵头单位数"
            }
        }
        _ if rate => {
            Proposal { kind: Rate, pace: Maintain, roll_up: Ratio, why: "比率，每期应达标，多单位按分子分母合计" }
        }
        Comparator::AtMost => {
            Proposal { kind: Point, pace: Maintain, roll_up: Worst, why: "控制性目标，每期不得超过，多单位取最差的" }
        }
        _ if STATE_UNITS.contains(&unit) => {
            Proposal {
                kind: Point, pace: Maintain, roll_up: Owner, why: "时间、金额等水平值，每期应达标，取牵头单位数"
            }
        }
        Comparator::About => Proposal { kind: Point, pace: Maintain, roll_up: Sum, why: "保持在一定水平，每期应达标" },
        _ if says(&STATE_WORDS) && !says(&WORK_WORDS) => {
            Proposal { kind: Point, pace: Accumulate, roll_up: Sum, why: "期末达到的数量，按时点值填报，随时间推进" }
        }
        _ if target.is_some_and(|target| target <= Amount::ONE) => {
            Proposal { kind: Cumulative, pace: ByDue, roll_up: Sum, why: "只有一项，到期看是否做成" }
        }
        _ => Proposal {
            kind: Cumulative, pace: Accumulate, roll_up: Sum, why: "工作量，按累计数填报，随时间推进，多单位求和"
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(comparator: Comparator, target: u32, unit: &str, words: &str, want: (ValueKind, Pace, RollUp)) {
        let proposal = propose(comparator, Some(Amount::from(target)), unit, words);
        assert_eq!((proposal.kind, proposal.pace, proposal.roll_up), want, "{words}");
    }

    #[test]
    fn the_wording_decides() {
        use {Pace::*, RollUp::*, ValueKind::*};
        check(Comparator::Equal, 300, "场次", "举办健康讲座300场次", (Cumulative, Accumulate, Sum));
        check(Comparator::AtLeast, 95, "%", "规范管理率保持在95%以上", (Rate, Maintain, Ratio));
        check(Comparator::AtMost, 11, "分钟", "急救平均反应时间控制在11分钟以内", (Point, Maintain, Worst));
        check(Comparator::Decrease, 5, "%", "投诉量同比下降5%", (Rate, Maintain, Owner));
        check(Comparator::AtLeast, 900, "张", "全市护理床位总数达到900张", (Point, Accumulate, Sum));
        check(Comparator::Equal, 1, "家", "建成区域医疗中心1家", (Cumulative, ByDue, Sum));
        check(Comparator::AtLeast, 4, "个", "每千人口拥有托位数达4个", (Rate, Maintain, Ratio));
        check(Comparator::AtLeast, 95, "元", "人均经费标准不低于95元", (Point, Maintain, Owner));
        assert_eq!(propose(Comparator::Qualitative, None, "", "平台上线运行").kind, Qualitative);
    }
}
