//! The overview in a sentence.

use crate::wire::{Greys, Lights};
use domain::Period;

/// Returns how a plan stands in a sentence. What there is none of is not named:
/// 截至2026年7月，28项举措中完成3项、绿灯14项、黄灯5项、红灯3项，另有2项未报、1项未到期。
pub(super) fn sentence(period: Period, measures: u32, lights: Lights, grey: Greys) -> String {
    let until = period.zh();
    match measures {
        0 => format!("截至{until}，这份计划没有举措。"),
        _ => format!("截至{until}，{}。", counted(measures, lights, grey)),
    }
}

/// Returns how many measures have which light: 28项举措中完成3项、绿灯14项、黄灯5项、红灯3项，另有2项未报、1项未到期.
pub(crate) fn counted(measures: u32, lights: Lights, grey: Greys) -> String {
    let some = |parts: &[(u32, String)]| {
        let named: Vec<&str> = parts.iter().filter(|(count, _)| *count > 0).map(|(_, said)| said.as_str()).collect();
        named.join("、")
    };
    let lit = [(lights.done, "完成"), (lights.green, "绿灯"), (lights.yellow, "黄灯"), (lights.red, "红灯")];
    let lit = some(&lit.map(|(count, word)| (count, format!("{word}{count}项"))));
    let dark = [(grey.missing, "未报"), (grey.waits, "未到期"), (grey.gap, "不能汇总"), (grey.none, "没有数字目标")];
    let dark = some(&dark.map(|(count, word)| (count, format!("{count}项{word}"))));
    match (lit.is_empty(), dark.is_empty()) {
        (true, _) => format!("{measures}项举措中{dark}"),
        (false, true) => format!("{measures}项举措中{lit}"),
        (false, false) => format!("{measures}项举措中{lit}，另有{dark}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(lights: [u32; 4], grey: [u32; 4], want: &str) {
        let [done, green, yellow, red] = lights;
        let [missing, waits, gap, none] = grey;
        let lights = Lights { done, green, yellow, red, grey: grey.iter().sum() };
        let all = lights.grey + done + green + yellow + red;
        assert_eq!(sentence("2026-07".parse().unwrap(), all, lights, Greys { missing, waits, gap, none }), want);
    }

    #[test]
    fn only_what_there_is_is_named() {
        check([3, 14, 5, 3], [2, 1, 0, 0], "截至2026年7月，28项举措中完成3项、绿灯14项、黄灯5项、红灯3项，另有2项未报、1项未到期。");
        check([0, 2, 0, 1], [0; 4], "截至2026年7月，3项举措中绿灯2项、红灯1项。");
        check([0; 4], [4, 0, 1, 2], "截至2026年7月，7项举措中4项未报、1项不能汇总、2项没有数字目标。");
        check([0; 4], [0; 4], "截至2026年7月，这份计划没有举措。");
    }
}
