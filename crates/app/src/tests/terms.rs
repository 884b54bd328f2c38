//! How indicators are judged and what they weigh, changed in one place.

use super::*;
use crate::ErrorKind;
use crate::terms;
use domain::{Every, Pace, RollUp, ValueKind};
use serde_json::json;

fn shown(office: &mut Office) -> Terms {
    let plan = office.plan();
    terms::show(&mut office.app, OfPlan { plan }).unwrap()
}

fn row(office: &mut Office, name: &str) -> TermsRow {
    let all = shown(office).sections.into_iter().flat_map(|section| section.measures).flat_map(|measure| measure.indicators);
    all.into_iter().find(|row| row.name.contains(name)).unwrap()
}

fn set(office: &mut Office, names: &[&str], change: impl Fn(IndicatorSet) -> IndicatorSet) -> Result<TermsChanged, ApiError> {
    let indicators: Vec<Uid> = names.iter().map(|name| office.indicator(name)).collect();
    let request = IndicatorSet { indicators: indicators.clone(), ..change(IndicatorSet::of(indicators[0])) };
    terms::set(&mut office.app, request)
}

#[test]
fn every_indicator_stands_under_its_measure_with_what_its_wording_proposes() {
    let mut office = Office::with_plan();
    let terms = shown(&mut office);
    assert_eq!(terms.sections.len(), 1);
    let measures: Vec<(&str, usize)> =
        terms.sections[0].measures.iter().map(|measure| (measure.title.as_str(), measure.indicators.len())).collect();
    assert_eq!(measures, [("扩大托位供给", 2), ("规范机构管理", 2)]);
    assert_eq!((terms.weights, terms.note.as_deref()), (4.0, Some("权重合计4，不是满分100：得分按比例折算到满分")));
    let rate = row(&mut office, "备案率");
    assert_eq!((rate.kind, rate.pace, rate.roll_up), (rate.proposed.kind, rate.proposed.pace, rate.proposed.roll_up));
    assert_eq!((rate.every, rate.why.as_str()), (Every::Month, "比率，每期应达标，多单位按分子分母合计"));
    assert!(rate.doubts.is_empty());
}

#[test]
fn many_are_changed_as_one_step_and_taken_back_to_what_is_proposed() {
    let mut office = Office::with_plan();
    let before = office.hash();
    let names = ["新增托位", "育婴员"];
    let done = set(&mut office, &names, |one| IndicatorSet { pace: Some(Pace::ByDue), every: Some(Every::Quarter), ..one }).unwrap();
    assert_eq!((done.changed, done.notes.len()), (2, 0));
    assert_eq!((row(&mut office, "育婴员").pace, row(&mut office, "新增托位").every), (Pace::ByDue, Every::Quarter));
    let label = office.app.store().unwrap().operations(None, 1).unwrap().remove(0).label;
    assert_eq!(label, "修改2个指标：进度方式累进改为到期，填报频次每月改为每季");
    assert_eq!(set(&mut office, &names, |one| IndicatorSet { as_proposed: true, ..one }).unwrap().changed, 2);
    assert_eq!((row(&mut office, "育婴员").pace, row(&mut office, "育婴员").every), (Pace::Accumulate, Every::Quarter));
    assert_eq!(set(&mut office, &names, |one| IndicatorSet { as_proposed: true, ..one }).unwrap().changed, 0);
    office.call("undo", json!({}));
    office.call("undo", json!({}));
    assert_eq!(office.hash(), before);
}

#[test]
fn what_cannot_be_judged_is_refused_and_nothing_of_the_many_is_changed() {
    let mut office = Office::with_plan();
    let before = office.hash();
    let both = ["新增托位", "备案率"];
    let refused = |office: &mut Office, names: &[&str], change: &dyn Fn(IndicatorSet) -> IndicatorSet| {
        set(office, names, change).unwrap_err().message
    };
    assert!(refused(&mut office, &both, &|one| IndicatorSet { target: Some("5".into()), ..one }).contains("一个一个改"));
    assert!(refused(&mut office, &both, &|one| IndicatorSet { kind: Some(ValueKind::Qualitative), ..one }).contains("不能按形象进度填报"));
    let early = Some("2025-01-01".parse().unwrap());
    assert!(refused(&mut office, &both, &|one| IndicatorSet { due: early, ..one }).contains("到期日2025-01-01早于起始日2026-01-01"));
    for weight in ["-1", "1000.1", "NaN", "很大", "1e400"] {
        let message = refused(&mut office, &both, &|one| IndicatorSet { weight: Some(weight.into()), ..one });
        assert!(message.contains("不是0到1000之间的数"), "{message}");
    }
    let none = terms::set(&mut office.app, IndicatorSet { indicators: Vec::new(), ..IndicatorSet::of(Uid::new(1, [0; 10])) });
    assert!(none.unwrap_err().message.contains("没有选指标"));
    assert!(refused(&mut office, &["新增托位"], &|one| IndicatorSet { target: Some(String::new()), ..one }).contains("不能没有目标值"));
    assert_eq!(office.hash(), before);
    for weight in ["0", "1000"] {
        set(&mut office, &both, |one| IndicatorSet { weight: Some(weight.into()), ..one }).unwrap();
    }
}

#[test]
fn a_kind_changed_after_reports_is_asked_about() {
    let mut office = Office::with_plan();
    office.record("新增托位", CENTRE, "2026-01", "100");
    let done = set(&mut office, &["新增托位"], |one| IndicatorSet { kind: Some(ValueKind::Increment), ..one }).unwrap();
    assert_eq!(done.notes, ["“新增托位”已有填报，原来填的数今后按“当期”理解，请核对"]);
    let done = set(&mut office, &["育婴员"], |one| IndicatorSet { kind: Some(ValueKind::Increment), ..one }).unwrap();
    assert!(done.notes.is_empty(), "nothing was reported for it");
}

#[test]
fn odd_settings_have_an_answer_and_are_told() {
    let mut office = Office::with_plan();
    set(&mut office, &["备案率"], |one| IndicatorSet { roll_up: Some(RollUp::Sum), ..one }).unwrap();
    assert!(row(&mut office, "备案率").doubts[0].contains("百分比会加在一起"));
    set(&mut office, &["备案率"], |one| IndicatorSet { roll_up: Some(RollUp::Owner), ..one }).unwrap();
    assert!(row(&mut office, "备案率").doubts[0].contains("没有牵头单位"));
    set(&mut office, &["新增托位"], |one| IndicatorSet { baseline: Some("1200".into()), ..one }).unwrap();
    assert!(row(&mut office, "新增托位").doubts[0].contains("没有要走的路"));
}

#[test]
fn planned_values_are_written_whole_and_bend_what_is_expected() {
    let mut office = Office::with_plan();
    let places = office.indicator("新增托位");
    let sheet = office.call("planned", json!({ "indicator": places }));
    let periods: Vec<&str> = sheet["rows"].as_array().unwrap().iter().map(|row| row["period"].as_str().unwrap()).collect();
    assert_eq!(periods, ["2026-Q1", "2026-Q2", "2026-Q3"]);
    assert_eq!(sheet["rows"][1]["straight"], json!(600.0));
    let value = |period: &str, value: &str| json!({ "period": period, "value": value });
    let set = |values: Value| json!({ "indicator": places, "values": values });
    office.call("planned_set", set(json!([value("2026-Q2", "0.03万"), value("2026-Q1", "120"), value("2026-Q3", "")])));
    office.record("新增托位", CENTRE, "2026-06", "240");
    let june = office.status("2026-06", "新增托位");
    // 300 of 1200 planned: 25.0 %; 240 reached: 20.0 %.
    assert_eq!((june.time_progress, june.reason.as_str()), (0.25, "按计划应达25.0%，实达20.0%，落后5.0个百分点"));
    let sheet = office.call("planned", json!({ "indicator": places }));
    assert_eq!(sheet["rows"][1]["value"], "0.03万", "as typed");
    let before = office.hash();
    for (values, says) in [
        (json!([value("2026-Q2", "300"), value("2026-Q1", "301")]), "应在301和1200之间"),
        (json!([value("2026-Q4", "1200")]), "到期的数就是目标值"),
        (json!([value("2025-Q4", "10")]), "要在起始日2026-01-01之后"),
        (json!([value("2026-Q1", "很多")]), "2026年第一季度的计划值"),
        (json!([value("2026-Q1", "10%")]), "2026年第一季度的计划值"),
        (json!([value("2026-Q1", "1"), value("2026-03", "2")]), "有两个计划值"),
    ] {
        let error = office.refused("planned_set", set(values));
        assert_eq!(error.kind, ErrorKind::Invalid);
        assert!(error.message.contains(says), "{error}");
    }
    let error = office.refused("indicator_set", json!({ "indicators": [places], "target": "200" }));
    assert!(error.message.contains("计划进度与改后的不合"), "{error}");
    assert_eq!(office.hash(), before);
    office.call("planned_set", set(json!([])));
    assert_eq!(office.status("2026-06", "新增托位").time_progress, 0.5);
}

#[test]
fn a_share_of_the_target_has_its_share_of_what_is_planned() {
    let mut office = Office::with_plan();
    let places = office.indicator("新增托位");
    let lake = office.unit(LAKE);
    indicators::allocate(&mut office.app, places, lake, "600").unwrap();
    office.call("planned_set", json!({ "indicator": places, "values": [{ "period": "2026-Q1", "value": "120" }] }));
    office.record("新增托位", LAKE, "2026-03", "60");
    let plan = office.plan();
    let of = ScoreOf { plan, period: period("2026-03"), group: None, assume: None };
    let scores = crate::score::scores(&mut office.app, of).unwrap();
    let line = scores.units.iter().flat_map(|unit| &unit.lines).find(|line| line.name.contains("新增托位")).unwrap();
    assert_eq!(line.formula, "1 × 10.0%");
    let view = office.call("chart", json!({ "indicators": [places], "units": [lake], "period": "2026-03" }));
    assert_eq!(view["points"][2]["expected"], json!(60.0), "120 of 1200 is 60 of 600");
}

#[test]
fn between_the_reports_of_a_quarter_the_last_one_stands_and_nobody_is_chased() {
    let mut office = Office::with_plan();
    set(&mut office, &["新增托位"], |one| IndicatorSet { every: Some(Every::Quarter), ..one }).unwrap();
    let january = office.status("2026-01", "新增托位");
    assert_eq!((january.reason.as_str(), january.missing_units.len()), ("每季填报，2026年3月起报", 0));
    office.record("新增托位", CENTRE, "2026-03", "300");
    for unit in [LAKE, HILL] {
        office.record("新增托位", unit, "2026-03", "0");
    }
    let march = office.status("2026-03", "新增托位");
    assert_eq!(march.reason, "应达25.0%，实达25.0%，与序时进度持平");
    let may = office.status("2026-05", "新增托位");
    assert_eq!((may.light, may.value, may.missing_units.len()), (march.light, march.value, 0));
    assert_eq!(may.reason, "每季填报，2026年3月：应达25.0%，实达25.0%，与序时进度持平");
    assert_eq!(office.status("2026-06", "新增托位").reason, "本期未报");
    let overview = office.call("overview", json!({ "plan": office.plan(), "period": "2026-05" }));
    assert!(!overview["chase"].as_str().unwrap().contains("新增托位"), "{}", overview["chase"]);
    let overview = office.call("overview", json!({ "plan": office.plan(), "period": "2026-06" }));
    assert!(overview["chase"].as_str().unwrap().contains("新增托位"));
}

#[test]
fn a_frozen_quarter_stands_in_the_months_after_it_as_it_was_frozen() {
    let mut office = Office::with_plan();
    set(&mut office, &["新增托位"], |one| IndicatorSet { every: Some(Every::Quarter), ..one }).unwrap();
    for unit in [CENTRE, LAKE, HILL] {
        office.record("新增托位", unit, "2026-03", "50");
    }
    office.call("freeze", json!({ "plan": office.plan(), "period": "2026-03" }));
    let march = office.status("2026-03", "新增托位");
    office.call("rules_set", json!({ "preset": "从宽" }));
    set(&mut office, &["新增托位"], |one| IndicatorSet { target: Some("900".into()), ..one }).unwrap();
    let may = office.status("2026-05", "新增托位");
    assert_eq!((may.light, may.completion), (march.light, march.completion));
    assert!(may.reason.starts_with("每季填报，2026年3月："), "{}", may.reason);
}

#[test]
fn in_a_frozen_month_between_two_reports_a_unit_stands_as_it_stood_then() {
    let mut office = Office::with_plan();
    let (plan, lake) = (office.plan(), office.unit(LAKE));
    set(&mut office, &["备案率"], |one| IndicatorSet { every: Some(Every::Quarter), ..one }).unwrap();
    for unit in [LAKE, HILL] {
        office.record("备案率", unit, "2026-03", "45/50");
    }
    office.record("办结时间", LAKE, "2026-05", "3");
    let line = |office: &mut Office| {
        let of = ScoreOf { plan, period: period("2026-05"), group: None, assume: None };
        let scores = crate::score::scores(&mut office.app, of).unwrap();
        let own = scores.units.into_iter().find(|unit| unit.id == lake).unwrap();
        own.lines.into_iter().find(|line| line.name.contains("备案率")).unwrap().formula
    };
    assert_eq!(line(&mut office), "1 × 1");
    office.on("2026-06-02");
    office.call("freeze", json!({ "plan": plan, "period": "2026-05" }));
    assert_eq!(line(&mut office), "1 × 1");
    set(&mut office, &["备案率"], |one| IndicatorSet { target: Some("99".into()), every: Some(Every::Month), ..one }).unwrap();
    assert_eq!(line(&mut office), "1 × 1");
}

#[test]
fn weights_of_measures_and_sections_are_spread_over_their_indicators() {
    let mut office = Office::with_plan();
    let plan = office.plan();
    set(&mut office, &["新增托位"], |one| IndicatorSet { weight: Some("3".into()), ..one }).unwrap();
    let sheet = shown(&mut office);
    let measure = sheet.sections[0].measures[0].id;
    office.call("weight_set", json!({ "plan": plan, "measure": measure, "weight": "8" }));
    assert_eq!((row(&mut office, "新增托位").counts, row(&mut office, "育婴员").counts), (6.0, 2.0));
    office.call("weight_set", json!({ "plan": plan, "section": sheet.sections[0].id, "weight": "100" }));
    // 8 of 10 for the first measure, 2 of 10 for the two of the second.
    let counts = ["新增托位", "育婴员", "备案率", "办结时间"].map(|name| row(&mut office, name).counts);
    assert_eq!(counts, [60.0, 20.0, 10.0, 10.0]);
    assert_eq!((shown(&mut office).weights, shown(&mut office).note), (100.0, None));
    office.record("备案率", LAKE, "2026-06", "95");
    let of = ScoreOf { plan, period: period("2026-06"), group: None, assume: None };
    let scores = crate::score::scores(&mut office.app, of).unwrap();
    let lake = scores.units.iter().find(|unit| unit.name == LAKE).unwrap();
    assert_eq!(lake.lines.iter().find(|line| line.name.contains("备案率")).unwrap().formula, "10 × 1");
    for (request, says) in [
        (json!({ "plan": plan, "section": sheet.sections[0].id, "weight": "-3" }), "不是0到1000之间的数"),
        (json!({ "plan": plan, "section": measure, "weight": "3" }), "没有这个板块或举措"),
        (json!({ "plan": plan, "weight": "3" }), "没有这个板块或举措"),
    ] {
        let error = office.refused("weight_set", request);
        assert!(error.message.contains(says), "{error}");
    }
    office.call("weight_set", json!({ "plan": plan, "measure": measure, "weight": "" }));
    assert_eq!(shown(&mut office).sections[0].measures[0].weight, "");
}

#[test]
fn weights_of_0_count_evenly_where_something_is_given_to_them_together() {
    let mut office = Office::with_plan();
    let plan = office.plan();
    set(&mut office, &["新增托位", "育婴员", "备案率", "办结时间"], |one| IndicatorSet { weight: Some("0".into()), ..one }).unwrap();
    assert_eq!(shown(&mut office).note.as_deref(), Some("所有权重都是0，没有可以计分的指标"));
    let of = ScoreOf { plan, period: period("2026-06"), group: None, assume: None };
    let scores = crate::score::scores(&mut office.app, of).unwrap();
    assert!(scores.units.iter().all(|unit| unit.score == 0.0 && unit.incomplete));
    let section = shown(&mut office).sections[0].id;
    office.call("weight_set", json!({ "plan": plan, "section": section, "weight": "100" }));
    assert_eq!(row(&mut office, "备案率").counts, 25.0);
}
