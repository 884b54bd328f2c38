//! Cases worked by hand from the rules of DESIGN §5; the arithmetic stands beside each.

use super::*;
use crate::ValueKind;
use expect_test::{Expect, expect};
use proptest::prelude::*;

/// A calendar-year indicator: relation, target, unit, pace; the rest is set by the case.
fn of_2024(comparator: Comparator, target: f64, unit: &str, pace: Pace) -> Indicator {
    Indicator { comparator, target: Amount::new(target), unit: unit.into(), pace, ..super::cases::plain() }
}

fn check(indicator: &Indicator, value: impl Into<Option<f64>>, period: &str, want: Expect) {
    let judged = judge(indicator, value.into().and_then(Amount::new), period.parse().unwrap(), &Rules::default());
    let number = |x: Option<f64>| x.map_or("-".into(), |x| format!("{x:.4}"));
    want.assert_eq(&format!(
        "{} c={} lag={} 应达{} {}{}",
        judged.light.zh(),
        number(judged.completion),
        number(judged.lag),
        judged.expected.map_or("-".into(), |a| a.to_string()),
        judged.reason,
        judged.word.map_or(String::new(), |w| format!(" [{w}]"))
    ));
}

use Comparator::*;

#[test]
fn work_that_adds_up_is_held_against_time() {
    let training = of_2024(Equal, 18000.0, "人次", Pace::Accumulate);
    // 9500 ÷ 18000 = 52.78 %, half the year: 50 %.
    check(&training, 9500.0, "2024-06", expect!["绿灯 c=0.5278 lag=-0.0278 应达9000 应达50.0%，实达52.8%，超前2.8个百分点"]);
    // 7 of 12 months: 58.3 %; 7380 ÷ 18000 = 41.0 %.
    check(&training, 7380.0, "2024-07", expect!["红灯 c=0.4100 lag=0.1733 应达10500 应达58.3%，实达41.0%，落后17.3个百分点"]);
    // 50.0 − 45.0 = 5.0 is still green, 50.0 − 44.9 = 5.1 is yellow.
    check(&training, 8100.0, "2024-06", expect!["绿灯 c=0.4500 lag=0.0500 应达9000 应达50.0%，实达45.0%，落后5.0个百分点"]);
    check(&training, 8082.0, "2024-06", expect!["黄灯 c=0.4490 lag=0.0510 应达9000 应达50.0%，实达44.9%，落后5.1个百分点"]);
    check(&training, 9000.0, "2024-06", expect!["绿灯 c=0.5000 lag=0.0000 应达9000 应达50.0%，实达50.0%，与序时进度持平"]);
    check(&training, 23635.8, "2024-06", expect!["完成 c=1.3131 lag=-0.8131 应达9000 已完成23635.8人次，目标≥18000人次，完成率131.3%"]);
    check(&training, 0.0, "2024-01", expect!["黄灯 c=0.0000 lag=0.0833 应达1500 应达8.3%，实达0.0%，落后8.3个百分点"]);
    check(&training, None, "2024-06", expect!["灰灯 c=- lag=- 应达9000 本期未报 [未报]"]);
}

#[test]
fn a_baseline_is_where_the_way_begins() {
    // From 100 to 180: at 140 half the way.
    let beds = Indicator { baseline: Amount::new(100.0), ..of_2024(AtLeast, 180.0, "张", Pace::Accumulate) };
    check(&beds, 140.0, "2024-06", expect!["绿灯 c=0.5000 lag=0.0000 应达140 应达50.0%，实达50.0%，与序时进度持平"]);
    // Below the baseline is behind by more than all of it: (90 − 100) ÷ 80 = −12.5 %.
    check(&beds, 90.0, "2024-06", expect!["红灯 c=-0.1250 lag=0.6250 应达140 应达50.0%，实达-12.5%，落后62.5个百分点"]);
    // A falling target: from 10 to 8, at 8.6: 1.4 ÷ 2 = 70 %.
    let cost = Indicator { baseline: Amount::new(10.0), ..of_2024(AtMost, 8.0, "%", Pace::Accumulate) };
    check(&cost, 8.6, "2024-06", expect!["绿灯 c=0.7000 lag=-0.2000 应达9 应达50.0%，实达70.0%，超前20.0个百分点"]);
    check(&cost, 8.0, "2024-06", expect!["完成 c=1.0000 lag=-0.5000 应达9 已完成8%，目标≤8%，完成率100.0%"]);
    // 降至 written as a plain number with a higher baseline is met from above.
    let days = Indicator { baseline: Amount::new(9.0), ..of_2024(Equal, 8.0, "天", Pace::Accumulate) };
    check(&days, 9.0, "2024-06", expect!["红灯 c=0.0000 lag=0.5000 应达8.5 应达50.0%，实达0.0%，落后50.0个百分点"]);
    check(&days, 7.5, "2024-06", expect!["完成 c=1.5000 lag=-1.0000 应达8.5 已完成7.5天，目标≤8天，完成率150.0%"]);
    // 不低于 that must hold is no way down from what it was before.
    let births = Indicator { baseline: Amount::new(99.9), ..of_2024(AtLeast, 99.0, "%", Pace::Maintain) };
    check(&births, 98.5, "2024-06", expect!["黄灯 c=0.9949 lag=0.0051 应达99 未达标，现值98.5%，目标≥99%，相差0.5个百分点 [未达标]"]);
    // A target equal to its baseline leaves nothing to add up: it must hold.
    let same = Indicator { baseline: Amount::new(180.0), ..of_2024(AtLeast, 180.0, "张", Pace::Accumulate) };
    check(&same, 180.0, "2024-06", expect!["绿灯 c=1.0000 lag=0.0000 应达180 达标，现值180张，目标≥180张 [达标]"]);
}

#[test]
fn what_must_hold_is_met_or_not_in_every_period() {
    let cost = of_2024(AtMost, 8.0, "%", Pace::Maintain);
    // 0.6 ÷ 8 = 7.5 % off: yellow.
    check(&cost, 8.6, "2024-06", expect!["黄灯 c=0.9250 lag=0.0750 应达8 未达标，现值8.6%，目标≤8%，相差0.6个百分点 [未达标]"]);
    check(&cost, 8.0, "2024-06", expect!["绿灯 c=1.0000 lag=0.0000 应达8 达标，现值8%，目标≤8% [达标]"]);
    check(&cost, 7.9, "2024-12", expect!["完成 c=1.0000 lag=0.0000 应达8 达标，现值7.9%，目标≤8% [达标]"]);
    let rate = of_2024(AtLeast, 95.0, "%", Pace::Maintain);
    check(&rate, 94.0, "2024-06", expect!["黄灯 c=0.9895 lag=0.0105 应达95 未达标，现值94%，目标≥95%，相差1个百分点 [未达标]"]);
    check(&rate, 70.0, "2024-06", expect!["红灯 c=0.7368 lag=0.2632 应达95 未达标，现值70%，目标≥95%，相差25个百分点 [未达标]"]);
    // Nothing may happen: one is as far off as can be.
    let accidents = of_2024(AtMost, 0.0, "起", Pace::Maintain);
    check(&accidents, 0.0, "2024-06", expect!["绿灯 c=1.0000 lag=0.0000 应达0 达标，现值0起，目标≤0起 [达标]"]);
    check(&accidents, 1.0, "2024-06", expect!["红灯 c=0.0000 lag=1.0000 应达0 未达标，现值1起，目标≤0起，相差1起 [未达标]"]);
    // A ceiling without a baseline holds even where somebody set it to add up.
    check(
        &of_2024(AtMost, 100.0, "件", Pace::Accumulate),
        30.0,
        "2024-06",
        expect!["绿灯 c=1.0000 lag=0.0000 应达100 达标，现值30件，目标≤100件 [达标]"],
    );
}

#[test]
fn what_is_judged_when_due_is_grey_before() {
    let hospital = of_2024(Equal, 1.0, "家", Pace::ByDue);
    check(&hospital, 0.0, "2024-06", expect!["灰灯 c=0.0000 lag=- 应达- 未到期，2024-12-31前完成，现值0家，目标≥1家 [未到期]"]);
    check(&hospital, None, "2024-06", expect!["灰灯 c=- lag=- 应达- 未到期，2024-12-31前完成 [未到期]"]);
    check(&hospital, 1.0, "2024-06", expect!["完成 c=1.0000 lag=0.0000 应达- 已完成1家，目标≥1家，完成率100.0%"]);
    check(&hospital, 0.0, "2024-12", expect!["红灯 c=0.0000 lag=1.0000 应达1 应达100.0%，实达0.0%，落后100.0个百分点"]);
    check(&hospital, None, "2024-12", expect!["灰灯 c=- lag=- 应达1 本期未报 [未报]"]);
}

#[test]
fn a_range_is_met_at_its_lower_bound_and_notes_what_is_above() {
    let centres = Indicator { upper: Amount::new(2.0), ..of_2024(Range, 1.0, "个", Pace::Accumulate) };
    check(&centres, 1.0, "2024-06", expect!["完成 c=1.0000 lag=-0.5000 应达0.5 已完成1个，目标1-2个，完成率100.0%"]);
    check(&centres, 3.0, "2024-06", expect!["完成 c=3.0000 lag=-2.5000 应达0.5 已完成3个，目标1-2个，完成率300.0%，超过上限2"]);
    check(&centres, 0.0, "2024-06", expect!["红灯 c=0.0000 lag=0.5000 应达0.5 应达50.0%，实达0.0%，落后50.0个百分点"]);
}

#[test]
fn about_means_within_a_twentieth() {
    let literacy = of_2024(About, 40.0, "%", Pace::Maintain);
    // 5 % of 40 is 2: 38 to 42.
    check(&literacy, 38.0, "2024-06", expect!["绿灯 c=1.0000 lag=0.0000 应达40 达标，现值38%，目标约40% [达标]"]);
    check(&literacy, 42.0, "2024-06", expect!["绿灯 c=1.0000 lag=0.0000 应达40 达标，现值42%，目标约40% [达标]"]);
    check(&literacy, 37.9, "2024-06", expect!["黄灯 c=0.9475 lag=0.0525 应达40 未达标，现值37.9%，目标约40%，相差2.1个百分点 [未达标]"]);
    check(&literacy, 50.0, "2024-06", expect!["红灯 c=0.7500 lag=0.2500 应达40 未达标，现值50%，目标约40%，相差10个百分点 [未达标]"]);
}

#[test]
fn rates_of_change_compare_the_reported_rate() {
    let cases = of_2024(Decrease, 5.0, "%", Pace::Accumulate);
    check(&cases, 6.0, "2024-06", expect!["绿灯 c=1.0000 lag=0.0000 应达5 达标，现值6%，目标下降5% [达标]"]);
    check(&cases, 4.0, "2024-06", expect!["红灯 c=0.8000 lag=0.2000 应达5 未达标，现值4%，目标下降5%，相差1个百分点 [未达标]"]);
    // It rose by 3 %: as far off as can be.
    check(&cases, -3.0, "2024-06", expect!["红灯 c=0.0000 lag=1.0000 应达5 未达标，现值-3%，目标下降5%，相差8个百分点 [未达标]"]);
}

#[test]
fn qualitative_progress_is_its_percentage() {
    let system = Indicator { target: None, kind: ValueKind::Qualitative, ..of_2024(Qualitative, 0.0, "", Pace::Accumulate) };
    check(&system, 60.0, "2024-06", expect!["绿灯 c=0.6000 lag=-0.1000 应达50 应达50.0%，实达60.0%，超前10.0个百分点"]);
    check(&system, 100.0, "2024-06", expect!["完成 c=1.0000 lag=-0.5000 应达50 已完成100%，目标完成，完成率100.0%"]);
}

#[test]
fn its_own_dates_count_and_what_has_not_begun_is_grey() {
    let spring = Indicator {
        start: "2024-03-01".parse().unwrap(),
        due: "2024-06-30".parse().unwrap(),
        ..of_2024(Equal, 40.0, "场", Pace::Accumulate)
    };
    check(&spring, None, "2024-02", expect!["灰灯 c=- lag=- 应达0 未到起始日2024-03-01 [未到期]"]);
    check(&spring, 20.0, "2024-04", expect!["绿灯 c=0.5000 lag=0.0000 应达20 应达50.0%，实达50.0%，与序时进度持平"]);
    check(&spring, 30.0, "2024-09", expect!["红灯 c=0.7500 lag=0.2500 应达40 应达100.0%，实达75.0%，落后25.0个百分点"]);
}

proptest! {
    #[test]
    fn a_light_never_worsens_when_the_value_improves(
        target in 1.0..1e6_f64, baseline in prop::option::of(0.0..1e6_f64), a in 0.0..2e6_f64, more in 0.0..1e6_f64, month in 1..=12_u32,
        comparator in prop::sample::select(vec![AtLeast, AtMost, Equal, Increase, Decrease]), pace in prop::sample::select(Pace::ALL.to_vec()),
        planned in prop::option::of(0.0..1.0_f64),
    ) {
        let mut indicator = Indicator { baseline: baseline.and_then(Amount::new), ..of_2024(comparator, target, "个", pace) };
        let from = baseline.unwrap_or(0.0);
        let value = |part: f64| Amount::new(from + part * (target - from)).unwrap();
        indicator.planned = planned.map(|part| crate::Planned { by: "2024-06-30".parse().unwrap(), value: value(part) }).into_iter().collect();
        // Where the way leads downwards, less is better.
        let below = baseline.is_some_and(|b| b > target);
        let falls = comparator == AtMost || (comparator == AtLeast && pace != Pace::Maintain && below) || (comparator == Equal && below);
        let (worse, better) = if falls { (a + more, a) } else { (a, a + more) };
        let rank = |value| match judge(&indicator, Amount::new(value), Period::month(2024, month).unwrap(), &Rules::default()).light {
            Light::Done => 0, Light::Green => 1, Light::Grey => 2, Light::Yellow => 3, Light::Red => 4,
        };
        prop_assert!(rank(better) <= rank(worse), "{indicator:?} {better} {worse}");
    }

    #[test]
    fn no_judgement_holds_a_number_that_is_none(target in prop::option::of(-1e15..1e15_f64), baseline in prop::option::of(-1e15..1e15_f64), value in -1e15..1e15_f64, i in 0..8_usize) {
        let indicator = Indicator { target: target.and_then(Amount::new), baseline: baseline.and_then(Amount::new), ..of_2024(Comparator::ALL[i], 1.0, "个", Pace::Accumulate) };
        let judged = judge(&indicator, Amount::new(value), "2024-06".parse().unwrap(), &Rules::default());
        prop_assert!(judged.completion.is_none_or(f64::is_finite) && judged.lag.is_none_or(f64::is_finite));
    }
}
