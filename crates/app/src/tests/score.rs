//! Scores of units and measures, worked by hand.

use super::*;
use crate::ErrorKind;
use crate::score;
use serde_json::json;

/// The small plan with a share for each district and figures to June.
fn reported() -> Office {
    let mut office = Office::with_plan();
    let places = office.indicator("新增托位");
    for (unit, share) in [(LAKE, "600"), (HILL, "400"), (CENTRE, "200")] {
        let unit = office.unit(unit);
        indicators::allocate(&mut office.app, places, unit, share).unwrap();
    }
    office.record("新增托位", LAKE, "2026-06", "330");
    office.record("新增托位", HILL, "2026-06", "180");
    office.record("备案率", LAKE, "2026-06", "93%");
    office.record("备案率", HILL, "2026-06", "81%");
    office.record("办结时间", LAKE, "2026-06", "6");
    office
}

fn scores(office: &mut Office, assume: Option<Assume>) -> Scores {
    let of = ScoreOf { plan: office.plan(), period: period("2026-06"), group: Some(office.unit(GROUP)), assume };
    score::scores(&mut office.app, of).unwrap()
}

fn told(scores: &Scores) -> Vec<String> {
    let unit = |unit: &UnitScore| {
        let lines: Vec<String> = unit
            .lines
            .iter()
            .map(|line| format!("{}：{}{}", line.name, line.formula, line.points.map_or(String::new(), |p| format!(" = {p}"))))
            .collect();
        format!("{} {} {:.1}{} | {}", unit.rank, unit.name, unit.score, if unit.incomplete { " 未报齐" } else { "" }, lines.join("；"))
    };
    scores.units.iter().map(unit).collect()
}

#[test]
fn a_score_is_the_sum_of_its_lines_on_the_scale_of_the_full_mark() {
    let mut office = reported();
    // 东湖区: 330/600 = 55.0 %, 93 % holds, 2 − 6/5 = 0.8: (0.55 + 1 + 0.8) ÷ 3 × 100 = 78.3.
    // 西山区: 180/400 = 45.0 %, 81/90 = 90.0 %, one not reported: (0.45 + 0.9) ÷ 3 × 100 = 45.0.
    assert_eq!(
        told(&scores(&mut office, None)),
        [
            "1 东湖区卫生健康局 78.3 | 新增托位：1 × 55.0% = 0.55；培训育婴员：没有分解到本单位的目标，不计；托育机构备案率：1 × 1 = 1；投诉办结时间：1 × (2 − 6 ÷ 5) = 0.8",
            "2 西山区卫生健康局 45.0 未报齐 | 新增托位：1 × 45.0% = 0.45；培训育婴员：没有分解到本单位的目标，不计；托育机构备案率：1 × 90.0% = 0.9；投诉办结时间：未报，不计分",
        ]
    );
}

#[test]
fn weights_and_a_full_mark_of_1000_change_the_score() {
    let mut office = reported();
    office.call("rules_set", json!({ "full_mark": "1000", "bonus_cap": "10", "penalty_cap": "20" }));
    for (name, weight) in [("新增托位", "500"), ("备案率", "300"), ("办结时间", "200")] {
        let indicator = office.indicator(name);
        office.call("indicator_set", json!({ "indicators": [indicator], "weight": weight }));
    }
    // 500 × 55.0 % + 300 + 200 × 0.8 = 275 + 300 + 160 = 735.
    let first = scores(&mut office, None).units.remove(0);
    assert_eq!((first.score, first.weights, first.formula.as_str()), (735.0, 1000.0, "735"));
    assert_eq!(first.lines[0].lost, Some(225.0));
}

#[test]
fn bonuses_and_penalties_have_reasons_are_capped_and_can_be_taken_back() {
    let mut office = reported();
    let (plan, unit) = (office.plan(), office.unit(HILL));
    let adjust =
        |points: &str, reason: &str| json!({ "plan": plan, "unit": unit, "period": "2026-05", "points": points, "reason": reason });
    office.call("adjust", adjust("4", "做法在全市推广"));
    office.call("adjust", adjust("3", "通报表扬"));
    office.call("adjust", adjust("-1.5", "迟报2天"));
    let hill = scores(&mut office, None).units.remove(1);
    assert_eq!((hill.bonus, hill.penalty, hill.score), (5.0, 1.5, 48.5), "45 + 5 (of 7) − 1.5");
    assert_eq!(hill.formula, "1.35 ÷ 3 × 100 + 5 − 1.5");
    assert_eq!(hill.adjustments.len(), 3);
    let before = office.hash();
    for wrong in [adjust("0", "无"), adjust("101", "太多"), adjust("2", "  "), adjust("两分", "好")] {
        assert_eq!(office.refused("adjust", wrong.clone()).kind, ErrorKind::Invalid, "{wrong}");
    }
    assert_eq!(office.hash(), before);
    office.call("unadjust", json!({ "adjustment": hill.adjustments[0].id }));
    assert_eq!(scores(&mut office, None).units[1].score, 46.5);
    office.call("undo", json!({}));
    assert_eq!(office.hash(), before);
}

#[test]
fn what_if_reckons_with_a_figure_and_saves_nothing() {
    let mut office = reported();
    let before = office.hash();
    let assume = Assume { indicator: office.indicator("新增托位"), unit: office.unit(HILL), value: "400".into() };
    // (1 + 0.9) ÷ 3 × 100 = 63.3.
    assert_eq!(scores(&mut office, Some(assume.clone())).units[1].score, 63.3);
    assert_eq!((scores(&mut office, None).units[1].score, office.hash()), (45.0, before));
    let of = json!({ "plan": office.plan(), "period": "2026-06", "assume": { "indicator": assume.indicator, "unit": assume.unit, "value": "很多" } });
    assert_eq!(office.refused("scores", of).kind, ErrorKind::Invalid);
}

#[test]
fn ranks_are_of_the_group_that_is_asked_for_and_change_with_the_period() {
    let mut office = reported();
    office.record("新增托位", HILL, "2026-05", "160");
    office.record("备案率", HILL, "2026-05", "95%");
    office.record("办结时间", HILL, "2026-05", "4");
    let all = scores(&mut office, None);
    assert_eq!(all.units.iter().map(|unit| (unit.rank, unit.last_rank)).collect::<Vec<_>>(), [(1, Some(2)), (2, Some(1))]);
    let of = ScoreOf { plan: office.plan(), period: period("2026-06"), group: None, assume: None };
    let everyone = score::scores(&mut office.app, of).unwrap();
    assert_eq!((all.units.len(), everyone.units.len(), everyone.groups.len()), (2, 3, 1));
    let wrong = json!({ "plan": office.plan(), "period": "2026-06", "group": office.unit(LAKE) });
    assert_eq!(office.refused("scores", wrong).kind, ErrorKind::NotFound);
}

#[test]
fn a_measure_is_scored_by_the_figures_over_all_units() {
    let mut office = reported();
    // 510 of 1,200 are 42.5 %; 培训育婴员 was not reported by anybody: (0.425 + 0) ÷ 2 × 100 = 21.3.
    let first = &scores(&mut office, None).measures[0];
    assert_eq!((first.score, first.incomplete), (Some(21.3), true));
}

#[test]
fn what_the_lead_unit_alone_reports_is_no_part_of_the_scores_of_others() {
    let mut office = Office::with_plan();
    let nurses = office.indicator("育婴员");
    office.call("indicator_set", json!({ "indicators": [nurses], "roll_up": "owner" }));
    let lines = |office: &mut Office| {
        let of = ScoreOf { plan: office.plan(), period: period("2026-06"), group: None, assume: None };
        let scores = score::scores(&mut office.app, of).unwrap();
        let named = scores.units.into_iter().filter(|unit| unit.lines.iter().any(|line| line.name.contains("育婴员")));
        named.map(|unit| unit.name).collect::<Vec<_>>()
    };
    assert_eq!(lines(&mut office), [CENTRE]);
    office.record("育婴员", LAKE, "2026-06", "20");
    assert_eq!(lines(&mut office).len(), 2, "who has reported all the same is shown with it");
}
