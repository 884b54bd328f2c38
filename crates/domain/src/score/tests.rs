use super::*;
use crate::judge::{self, Rules};
use proptest::prelude::*;

fn indicator(comparator: Comparator, target: f64, weight: f64, pace: Pace) -> Indicator {
    Indicator {
        comparator,
        target: (comparator != Comparator::Qualitative).then(|| Amount::new(target).unwrap()),
        pace,
        weight: Amount::new(weight).unwrap(),
        ..crate::judge::cases::plain()
    }
}

fn scored(indicator: &Indicator, value: Option<f64>, period: &str) -> Line {
    let value = value.map(|value| Amount::new(value).unwrap());
    line(indicator, value, &judge::judge(indicator, value, period.parse().unwrap(), &Rules::default()))
}

/// Says what a value earns in June, with its arithmetic.
fn check(comparator: Comparator, target: f64, weight: f64, pace: Pace, value: f64, want: &str) {
    let line = scored(&indicator(comparator, target, weight, pace), Some(value), "2024-06");
    let Earned::Points(points) = line.earned else { panic!("{line:?}") };
    assert_eq!(format!("{} = {}", line.formula, points), want, "{}", line.way.zh());
}

#[test]
fn what_is_developed_earns_in_proportion_and_never_more_than_its_weight() {
    use {Comparator::*, Pace::*};
    check(AtLeast, 11000.0, 70.0, Accumulate, 4610.0, "70 × 41.9% = 29.3");
    check(Equal, 2.0, 60.0, Accumulate, 1.0, "60 × 50.0% = 30");
    check(AtLeast, 1.0, 60.0, Accumulate, 1.0, "60 × 1 = 60");
    check(AtLeast, 400.0, 90.0, Accumulate, 520.0, "90 × 130.0%，取满分 = 90");
    check(AtLeast, 80.0, 40.0, Maintain, 81.0, "40 × 1 = 40");
    check(AtLeast, 80.0, 40.0, Maintain, 76.0, "40 × 95.0% = 38");
    check(Range, 300.0, 20.0, Accumulate, 450.0, "20 × 150.0%，取满分 = 20");
    check(About, 42.0, 20.0, Maintain, 43.0, "20 × 1 = 20");
}

#[test]
fn what_is_controlled_earns_by_how_far_it_is_over() {
    use {Comparator::*, Pace::*};
    check(AtMost, 11.0, 40.0, Maintain, 10.9, "40 × (2 − 10.9 ÷ 11)，取满分 = 40");
    check(AtMost, 8.0, 40.0, Maintain, 8.6, "40 × (2 − 8.6 ÷ 8) = 37");
    check(AtMost, 8.0, 40.0, Maintain, 12.0, "40 × (2 − 12 ÷ 8) = 20");
    check(AtMost, 8.0, 40.0, Maintain, 17.0, "40 × (2 − 17 ÷ 8)，不足0按0 = 0");
    check(AtMost, 0.0, 40.0, Maintain, 0.0, "40 × 1 = 40");
    check(AtMost, 0.0, 40.0, Maintain, 2.0, "40 × 0.0% = 0");
}

#[test]
fn growth_that_turns_negative_earns_nothing() {
    check(Comparator::Increase, 10.0, 30.0, Pace::Maintain, 10.0, "30 × 1 = 30");
    check(Comparator::Increase, 10.0, 30.0, Pace::Maintain, 4.0, "30 × 40.0% = 12");
    check(Comparator::Increase, 10.0, 30.0, Pace::Maintain, -3.0, "30 × 0.0% = 0");
}

#[test]
fn progress_without_a_number_earns_its_percentage() {
    check(Comparator::Qualitative, 0.0, 50.0, Pace::Accumulate, 60.0, "50 × 60.0% = 30");
    check(Comparator::Qualitative, 0.0, 50.0, Pace::Accumulate, 100.0, "50 × 1 = 50");
}

#[test]
fn what_fell_below_its_baseline_earns_nothing() {
    let rising = Indicator { baseline: Amount::new(60.0), ..indicator(Comparator::AtLeast, 80.0, 40.0, Pace::Accumulate) };
    let line = scored(&rising, Some(58.0), "2024-06");
    assert_eq!((line.earned, line.formula.as_str()), (Earned::Points(0.0), "40 × -10.0%，不足0按0"));
}

#[test]
fn silence_earns_nothing_and_is_marked_and_what_is_not_due_does_not_count() {
    let due = indicator(Comparator::Equal, 2.0, 40.0, Pace::Accumulate);
    let later = indicator(Comparator::Equal, 1.0, 60.0, Pace::ByDue);
    let lines = [scored(&due, Some(1.0), "2024-06"), scored(&later, None, "2024-06"), scored(&due, None, "2024-06")];
    assert_eq!(lines.each_ref().map(|line| line.earned), [Earned::Points(20.0), Earned::NotCounted, Earned::Silent]);
    let total = total(&lines, &[], &[], &ScoreRules::default());
    assert_eq!((total.score, total.incomplete, total.formula.as_str()), (25.0, true, "20 ÷ 80 × 100"));
}

#[test]
fn weights_that_come_to_the_full_mark_are_added_as_they_are() {
    let lines = [(60.0, 45.0), (40.0, 38.4)].map(|(weight, points)| Line {
        way: Way::Developing,
        weight,
        completion: None,
        earned: Earned::Points(points),
        formula: String::new(),
    });
    let sum = total(&lines, &[2.0, 4.5], &[1.5], &ScoreRules::default());
    assert_eq!((sum.base, sum.bonus, sum.penalty, sum.score), (83.4, 5.0, 1.5, 86.9));
    assert_eq!(sum.formula, "83.4 + 5 − 1.5");
    let thousand = ScoreRules { full_mark: 1000.0, bonus_cap: 10.0, penalty_cap: 20.0 };
    let scaled = total(&lines, &[], &[900.0], &thousand);
    assert_eq!((scaled.base, scaled.penalty, scaled.score, scaled.formula.as_str()), (834.0, 20.0, 814.0, "83.4 ÷ 100 × 1000 − 20"));
}

#[test]
fn without_weights_there_is_no_score() {
    let zero = indicator(Comparator::Equal, 2.0, 0.0, Pace::Accumulate);
    for lines in [vec![], vec![scored(&zero, Some(2.0), "2024-06")]] {
        let total = total(&lines, &[], &[3.0], &ScoreRules::default());
        assert_eq!((total.score, total.incomplete), (0.0, true));
    }
}

#[test]
fn equal_scores_share_a_rank_and_the_next_is_left_out() {
    assert_eq!(ranks(&[702.9, 734.6, 702.9, 688.0]), [2, 1, 2, 4]);
    assert_eq!(ranks(&[]), [0; 0]);
}

proptest! {
    #[test]
    fn points_lie_between_0_and_the_weight_and_more_is_never_worth_less(
        target in 0.1f64..1e6, weight in 0.0f64..200.0, a in -1e6f64..2e6, b in -1e6f64..2e6, rising in any::<bool>(), maintain in any::<bool>(),
    ) {
        let pace = if maintain { Pace::Maintain } else { Pace::Accumulate };
        let terms = indicator(if rising { Comparator::AtLeast } else { Comparator::AtMost }, target, weight, pace);
        let earned = |value: f64| match scored(&terms, Some(value), "2024-06").earned { Earned::Points(points) => points, _ => unreachable!() };
        let (low, high) = (earned(a.min(b)), earned(a.max(b)));
        prop_assert!((0.0..=weight + 1e-6).contains(&low) && (0.0..=weight + 1e-6).contains(&high));
        if rising { prop_assert!(low <= high + 1e-9) } else { prop_assert!(high <= low + 1e-9) }
    }

    #[test]
    fn a_score_does_not_depend_on_the_order_of_its_lines(values in prop::collection::vec((1.0f64..100.0, 0.0f64..3.0), 0..12)) {
        let lines: Vec<Line> = values.iter().map(|(weight, share)| scored(&indicator(Comparator::AtLeast, 100.0, *weight, Pace::Accumulate), Some(share * 100.0), "2024-06")).collect();
        let turned: Vec<Line> = lines.iter().rev().cloned().collect();
        let rules = ScoreRules::default();
        let (one, other) = (total(&lines, &[], &[], &rules), total(&turned, &[], &[], &rules));
        prop_assert!((one.score - other.score).abs() < 0.11 && one.score.is_finite() && one.score <= rules.full_mark + 1e-9);
    }
}
