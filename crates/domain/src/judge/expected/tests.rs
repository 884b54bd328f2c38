//! Planned values, worked by hand: the arithmetic stands beside each case.

use super::*;
use crate::Comparator;
use crate::judge::{Light, Rules, judge, percent};
use proptest::prelude::*;

/// An indicator of 2024 with values planned for days, `06-30 400` each.
fn planned(pace: Pace, comparator: Comparator, target: f64, baseline: Option<f64>, values: &[(&str, f64)]) -> Indicator {
    let value = |(day, value): &(&str, f64)| Planned { by: format!("2024-{day}").parse().unwrap(), value: Amount::new(*value).unwrap() };
    Indicator {
        comparator,
        target: (comparator != Comparator::Qualitative).then(|| Amount::new(target).unwrap()),
        baseline: baseline.and_then(Amount::new),
        pace,
        planned: values.iter().map(value).collect(),
        ..crate::judge::cases::plain()
    }
}

fn said(indicator: &Indicator, month: &str, value: Option<f64>) -> String {
    let judged = judge(indicator, value.and_then(Amount::new), month.parse().unwrap(), &Rules::default());
    let reached = judged.completion.map_or("-".to_owned(), percent);
    format!("{} 应达{} 实达{reached} {}", judged.light.zh(), percent(judged.time_progress), judged.reason)
}

const CURVE: [(&str, f64); 3] = [("03-31", 100.0), ("06-30", 400.0), ("09-30", 700.0)];

#[test]
fn between_planned_values_the_way_runs_straight() {
    let work = planned(Pace::Accumulate, Comparator::Equal, 1000.0, None, &CURVE);
    // 100 ÷ 1000 at the end of March; a third of the way there in January.
    assert_eq!(said(&work, "2024-03", Some(100.0)), "绿灯 应达10.0% 实达10.0% 按计划应达10.0%，实达10.0%，与计划进度持平");
    assert_eq!(said(&work, "2024-01", Some(0.0)), "绿灯 应达3.3% 实达0.0% 按计划应达3.3%，实达0.0%，落后3.3个百分点");
    // April: 10 + (40 − 10) ÷ 3 = 20.
    assert_eq!(said(&work, "2024-04", Some(150.0)), "绿灯 应达20.0% 实达15.0% 按计划应达20.0%，实达15.0%，落后5.0个百分点");
    assert_eq!(said(&work, "2024-06", Some(240.0)), "红灯 应达40.0% 实达24.0% 按计划应达40.0%，实达24.0%，落后16.0个百分点");
    // November: 70 + (100 − 70) × 2 ÷ 3 = 90.
    assert_eq!(said(&work, "2024-11", Some(800.0)), "黄灯 应达90.0% 实达80.0% 按计划应达90.0%，实达80.0%，落后10.0个百分点");
    assert_eq!(said(&work, "2024-12", Some(980.0)), "绿灯 应达100.0% 实达98.0% 应达100.0%，实达98.0%，落后2.0个百分点");
    assert_eq!(said(&work, "2024-04", None), "灰灯 应达20.0% 实达- 本期未报");
}

#[test]
fn a_way_down_and_progress_without_a_number_are_planned_alike() {
    // From 200 down to 100: 180 planned is a fifth of the way.
    let down = planned(Pace::Accumulate, Comparator::AtMost, 100.0, Some(200.0), &[("06-30", 180.0)]);
    assert_eq!(said(&down, "2024-06", Some(170.0)), "绿灯 应达20.0% 实达30.0% 按计划应达20.0%，实达30.0%，超前10.0个百分点");
    // September: 20 + (100 − 20) ÷ 2 = 60.
    assert_eq!(said(&down, "2024-09", Some(150.0)), "黄灯 应达60.0% 实达50.0% 按计划应达60.0%，实达50.0%，落后10.0个百分点");
    let project = planned(Pace::Accumulate, Comparator::Qualitative, 0.0, None, &[("06-30", 80.0)]);
    assert_eq!(said(&project, "2024-06", Some(75.0)), "绿灯 应达80.0% 实达75.0% 按计划应达80.0%，实达75.0%，落后5.0个百分点");
}

#[test]
fn what_must_hold_must_hold_the_value_of_its_quarter() {
    let rate = planned(Pace::Maintain, Comparator::AtLeast, 90.0, None, &[("03-31", 70.0), ("06-30", 80.0)]);
    for (month, value, light) in [
        ("2024-03", 70.0, Light::Green),
        ("2024-04", 70.0, Light::Yellow),
        ("2024-06", 80.0, Light::Green),
        ("2024-07", 80.0, Light::Yellow),
        ("2024-12", 90.0, Light::Done),
    ] {
        assert_eq!(judge(&rate, Amount::new(value), month.parse().unwrap(), &Rules::default()).light, light, "{month}");
    }
    assert_eq!(said(&rate, "2024-05", Some(75.0)), "黄灯 应达41.7% 实达93.8% 未达标，现值75个，目标≥80个，相差5个");
}

#[test]
fn what_is_judged_when_due_owes_each_planned_value_from_its_day() {
    let works = planned(Pace::ByDue, Comparator::Equal, 10.0, None, &[("06-30", 4.0)]);
    assert_eq!(said(&works, "2024-05", Some(0.0)), "灰灯 应达41.7% 实达0.0% 未到期，2024-12-31前完成，现值0个，目标≥10个");
    assert_eq!(said(&works, "2024-06", Some(3.0)), "红灯 应达100.0% 实达75.0% 应达100.0%，实达75.0%，落后25.0个百分点");
    assert_eq!(said(&works, "2024-07", Some(3.0)), "红灯 应达100.0% 实达75.0% 应达100.0%，实达75.0%，落后25.0个百分点");
    assert_eq!(said(&works, "2024-07", Some(4.0)), "灰灯 应达58.3% 实达40.0% 未到期，2024-12-31前完成，现值4个，目标≥10个");
    assert_eq!(said(&works, "2024-06", None), "灰灯 应达100.0% 实达- 本期未报");
    assert_eq!(said(&works, "2024-12", Some(9.0)), "黄灯 应达100.0% 实达90.0% 应达100.0%，实达90.0%，落后10.0个百分点");
}

#[test]
fn planned_values_that_cannot_be_used_say_which_and_why() {
    let fault = |pace, comparator, baseline, values: &[(&str, f64)]| {
        check_planned(&planned(pace, comparator, 1000.0, baseline, values)).err().map(|fault| fault.to_string())
    };
    let work = |values: &[(&str, f64)]| fault(Pace::Accumulate, Comparator::Equal, None, values);
    assert_eq!(work(&CURVE), None);
    assert_eq!(work(&[("03-31", 0.0), ("06-30", 1000.0)]), None, "both ends may be reached");
    assert_eq!(work(&[("06-30", 400.0), ("09-30", 400.0)]), None, "standing still is not going back");
    assert!(work(&[("12-31", 1000.0)]).unwrap().contains("到期的数就是目标值"));
    assert!(work(&[("06-30", 400.0), ("06-30", 500.0)]).unwrap().contains("有两个计划值"));
    assert_eq!(
        work(&[("06-30", 400.0), ("09-30", 399.0)]).unwrap(),
        "2024-09-30的计划值399应在400和1000之间：计划进度从基期值到目标值只能往前走"
    );
    assert!(work(&[("06-30", 1000.1)]).unwrap().contains("应在0和1000之间"));
    assert!(work(&[("06-30", -0.1)]).is_some());
    assert!(fault(Pace::Accumulate, Comparator::AtMost, Some(2000.0), &[("06-30", 1500.0)]).is_none());
    assert!(fault(Pace::Accumulate, Comparator::AtMost, Some(2000.0), &[("06-30", 2001.0)]).is_some());
    assert_eq!(fault(Pace::Maintain, Comparator::AtLeast, None, &[("03-31", 900.0), ("06-30", 800.0)]), None, "targets of their own");
}

#[test]
fn a_unit_is_expected_its_share_of_what_is_planned() {
    let work = planned(Pace::Accumulate, Comparator::Equal, 1000.0, None, &CURVE);
    let own = work.planned_for(Amount::new(250.0).unwrap());
    assert_eq!(own.iter().map(|one| one.value.get()).collect::<Vec<_>>(), [25.0, 100.0, 175.0]);
    let rate = planned(Pace::Maintain, Comparator::AtLeast, 90.0, None, &[("06-30", 80.0)]);
    assert!(rate.planned_for(Amount::new(95.0).unwrap()).is_empty());
}

proptest! {
    #[test]
    fn what_is_expected_never_goes_back_and_ends_at_all(steps in prop::collection::vec(0.0f64..300.0, 0..4), by_days: bool) {
        let days = ["02-29", "05-31", "06-30", "10-31"];
        let mut sum = 0.0;
        let values: Vec<(&str, f64)> = days.iter().zip(&steps).map(|(day, step)| { sum += step; (*day, sum) }).collect();
        let work = planned(Pace::Accumulate, Comparator::Equal, 1200.0, None, &values);
        prop_assert!(check_planned(&work).is_ok());
        let rule = if by_days { TimeRule::Days } else { TimeRule::Months };
        let mut last = 0.0;
        for month in 1..=12 {
            let share = expected_share(rule, &work, Period::month(2024, month).unwrap().end());
            prop_assert!((last..=1.0).contains(&share), "{month}: {last} {share}");
            last = share;
        }
        prop_assert_eq!(last, 1.0);
    }
}
