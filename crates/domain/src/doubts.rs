//! What is odd about how an indicator is judged: no error, for it has an answer by the rules, but worth a look.

use crate::judge::check_planned;
use crate::{Comparator, Indicator, Pace, RollUp, ValueKind};

/// Returns what is odd about how an indicator is judged, each with what the rules make of it.
pub fn doubts(indicator: &Indicator) -> Vec<String> {
    let Indicator { comparator, target, baseline, kind, pace, roll_up, .. } = indicator;
    let grows = *pace == Pace::Accumulate && comparator.is_level();
    let mut found = Vec::new();
    match (target, baseline) {
        (Some(target), Some(baseline)) if grows && baseline.same(*target) => {
            found.push("目标值与基期值相同，没有要走的路：每期看是否达标".to_owned());
        }
        (Some(target), Some(baseline)) if grows && *comparator == Comparator::AtMost && baseline < target => {
            found.push("基期值已在控制数以内：每期看是否不超过".to_owned());
        }
        (Some(_), None) if grows && *comparator == Comparator::AtMost => {
            found.push("没有基期值，不知道从多少往下降：每期看是否不超过".to_owned());
        }
        (Some(target), None) if grows && target.get() <= 0.0 => {
            found.push("目标值不大于0又没有基期值，没有要走的路：每期看是否达标".to_owned());
        }
        (None, _) if *comparator != Comparator::Qualitative => found.push("没有目标值：按形象进度100%判断".to_owned()),
        _ => {}
    }
    if *kind == ValueKind::Rate && *roll_up == RollUp::Sum && comparator.is_level() {
        found.push("比率按求和汇总，各单位的百分比会加在一起：一般选分子分母求和".to_owned());
    }
    if *kind == ValueKind::Increment && *pace == Pace::Maintain {
        found.push("当期值会从起始日起相加，又要每期达标：一般当期配累进，每期看水平的选时点".to_owned());
    }
    if indicator.weight.get() == 0.0 {
        found.push("权重为0：不计分".to_owned());
    }
    if let Err(fault) = check_planned(indicator) {
        found.push(format!("计划进度与目标不合：{fault}"));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judge::cases::plain;
    use crate::{Amount, Planned};

    fn check(pace: Pace, comparator: Comparator, target: Option<f64>, baseline: Option<f64>, want: &[&str]) {
        let found = doubts(&of(pace, comparator, target, baseline));
        assert_eq!(found.len(), want.len(), "{found:?}");
        assert!(found.iter().zip(want).all(|(found, want)| found.contains(want)), "{found:?}");
    }

    fn of(pace: Pace, comparator: Comparator, target: Option<f64>, baseline: Option<f64>) -> Indicator {
        Indicator { comparator, target: target.and_then(Amount::new), baseline: baseline.and_then(Amount::new), pace, ..plain() }
    }

    #[test]
    fn a_target_without_a_way_to_it_is_odd() {
        use Comparator::*;
        check(Pace::Accumulate, Equal, Some(100.0), None, &[]);
        check(Pace::Accumulate, AtLeast, Some(100.0), Some(100.0), &["没有要走的路"]);
        check(Pace::Accumulate, Equal, Some(0.0), None, &["不大于0"]);
        check(Pace::Accumulate, AtMost, Some(100.0), None, &["没有基期值"]);
        check(Pace::Accumulate, AtMost, Some(100.0), Some(90.0), &["已在控制数以内"]);
        check(Pace::Accumulate, AtMost, Some(100.0), Some(120.0), &[]);
        check(Pace::Maintain, AtMost, Some(100.0), None, &[]);
        check(Pace::Accumulate, Qualitative, None, None, &[]);
        check(Pace::Accumulate, Equal, None, None, &["没有目标值"]);
    }

    #[test]
    fn odd_pairs_of_settings_are_told() {
        let plain = || of(Pace::Accumulate, Comparator::AtLeast, Some(90.0), None);
        let rate = Indicator { kind: ValueKind::Rate, ..plain() };
        assert!(doubts(&rate)[0].contains("百分比会加在一起"));
        assert!(doubts(&Indicator { kind: ValueKind::Increment, pace: Pace::Maintain, ..plain() })[0].contains("每期达标"));
        assert!(doubts(&Indicator { weight: Amount::ZERO, ..plain() })[0].contains("不计分"));
        let beyond = Planned { by: "2024-06-30".parse().unwrap(), value: Amount::new(91.0).unwrap() };
        assert!(doubts(&Indicator { planned: vec![beyond], ..plain() })[0].contains("计划进度与目标不合"));
    }
}
