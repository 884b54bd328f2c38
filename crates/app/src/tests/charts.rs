//! Charts of every kind say what the status, the overview and the scores say.

use super::*;
use ::charts::{Chart, NodeState};
use domain::judge::Light;
use serde_json::json;

const MARCH: &str = "2026-03";

fn with_figures() -> Office {
    let mut office = Office::with_plan();
    for (unit, month, value) in [(CENTRE, "2026-01", "40"), (CENTRE, "2026-02", "90"), (CENTRE, "2026-03", "150")] {
        office.record("新增托位", unit, month, value);
    }
    for (unit, month, value) in [(LAKE, "2026-02", "3/4"), (LAKE, "2026-03", "9/10"), (HILL, "2026-03", "5/10")] {
        office.record("备案率", unit, month, value);
    }
    office
}

fn gathered(office: &mut Office, kind: ChartKind, indicators: Vec<Uid>) -> Result<Chart, ApiError> {
    let of = ChartOf { indicators, ..ChartOf::plan(kind, office.plan(), period(MARCH)) };
    crate::chart::gather(&mut office.app, &of).map(|gathered| gathered.chart)
}

#[test]
fn sections_and_completion_are_those_of_the_overview() {
    let mut office = with_figures();
    let plan = office.plan();
    let overview = crate::overview::show(&mut office.app, OfPeriod { plan, period: period(MARCH) }).unwrap();
    let Chart::Sections(drawn) = gathered(&mut office, ChartKind::Sections, Vec::new()).unwrap() else { panic!("sections") };
    assert_eq!(drawn.rows.len(), overview.sections.len());
    for (row, section) in drawn.rows.iter().zip(&overview.sections) {
        let Lights { done, green, yellow, red, grey } = section.lights;
        assert_eq!((row.name.as_str(), row.counts), (section.title.as_str(), [red, yellow, green, done, grey]));
    }
    let Chart::Bullets(drawn) = gathered(&mut office, ChartKind::Bullets, Vec::new()).unwrap() else { panic!("bullets") };
    for behind in &overview.behind {
        let row = drawn.rows.iter().find(|row| row.name.ends_with(&behind.name)).unwrap();
        assert_eq!((row.completion, row.due, row.light), (Some(behind.completion), Some(behind.time_progress), behind.light));
    }
    assert!(drawn.rows[0].name.ends_with(&overview.behind[0].name), "the one furthest behind comes first");
}

#[test]
fn the_lights_of_a_month_are_those_of_its_list_and_months_to_come_have_none() {
    let mut office = with_figures();
    let Chart::Heat(drawn) = gathered(&mut office, ChartKind::Heat, Vec::new()).unwrap() else { panic!("lights") };
    assert_eq!((drawn.periods.len(), drawn.current), (12, Some(2)));
    for (at, month) in ["2026-01", "2026-02", "2026-03"].into_iter().enumerate() {
        let plan = office.plan();
        let list = crate::measures::list(&mut office.app, OfPeriod { plan, period: period(month) }).unwrap();
        let lights: Vec<Option<Light>> = list.measures.iter().map(|row| Some(row.light)).collect();
        assert_eq!(drawn.rows.iter().map(|row| row.lights[at]).collect::<Vec<_>>(), lights, "{month}");
    }
    assert!(drawn.rows.iter().all(|row| row.lights[3..].iter().all(Option::is_none)));
}

#[test]
fn a_frozen_month_keeps_its_lights_when_the_rules_change() {
    let mut office = with_figures();
    let lights = |office: &mut Office, month: usize| match gathered(office, ChartKind::Heat, Vec::new()).unwrap() {
        Chart::Heat(drawn) => drawn.rows.into_iter().map(|row| row.lights[month]).collect::<Vec<_>>(),
        other => panic!("{other:?}"),
    };
    let before = [0, 1].map(|month| lights(&mut office, month));
    let plan = office.plan();
    office.call("freeze", json!({ "plan": plan, "period": "2026-01" }));
    let beds = office.indicator("新增托位");
    office.call("indicator_set", json!({ "indicators": [beds], "target": "120" }));
    assert_eq!(lights(&mut office, 0), before[0]);
    assert_ne!(lights(&mut office, 1), before[1], "a month that is open follows");
}

#[test]
fn units_are_drawn_with_their_own_figures_and_the_unreported_last() {
    let mut office = with_figures();
    let rate = office.indicator("备案率");
    let Chart::Bars(bars) = gathered(&mut office, ChartKind::Bars, vec![rate]).unwrap() else { panic!("bars") };
    let shown: Vec<(String, Option<f64>)> = bars.bars.iter().map(|bar| (bar.name.clone(), bar.value.map(f64::from))).collect();
    assert_eq!((shown[0].1, shown[1].1), (Some(90.0), Some(50.0)));
    assert!(shown[2..].iter().all(|(_, value)| value.is_none()), "{shown:?}");
    let Chart::Lines(lines) = gathered(&mut office, ChartKind::Lines, vec![rate]).unwrap() else { panic!("lines") };
    let lake = lines.series.iter().find(|series| shown[0].0 == series.name).unwrap();
    assert_eq!(lake.values[..3].iter().map(|value| value.map(f64::from)).collect::<Vec<_>>(), [None, Some(75.0), Some(90.0)]);
    assert!(lake.values[3..].iter().all(Option::is_none), "what is to come is a gap");
}

fn of_units(office: &mut Office, kind: ChartKind, indicator: &str, units: &[&str]) -> Result<Chart, ApiError> {
    let units = units.iter().map(|unit| office.unit(unit)).collect();
    let of = ChartOf { units, indicators: vec![office.indicator(indicator)], ..ChartOf::plan(kind, office.plan(), period(MARCH)) };
    crate::chart::gather(&mut office.app, &of).map(|gathered| gathered.chart)
}

/// Who is drawn, and what is said of them.
fn drawn(chart: Chart) -> (Vec<String>, String) {
    match chart {
        Chart::Lines(lines) | Chart::Multiples(lines) => {
            (lines.series.into_iter().map(|series| series.name).collect(), lines.head.subtitle)
        }
        Chart::Bars(bars) => (bars.bars.into_iter().map(|bar| bar.name).collect(), bars.head.subtitle),
        other => panic!("{other:?}"),
    }
}

#[test]
fn only_the_units_chosen_are_drawn_in_the_order_of_the_document() {
    let mut office = with_figures();
    let (indicator, period) = (office.indicator("新增托位"), period(MARCH));
    let all = crate::chart::units(&mut office.app, ChartUnitsOf { indicator, period }).unwrap();
    assert_eq!(all.iter().map(|one| one.unit.name.as_str()).collect::<Vec<_>>(), [CENTRE, LAKE, HILL]);
    assert!(all[1].keys.contains("dhqwsjkj"), "found by initials: {}", all[1].keys);
    for kind in [ChartKind::Lines, ChartKind::Multiples, ChartKind::Bars] {
        let of = |office: &mut Office, units: &[&str]| drawn(of_units(office, kind, "新增托位", units).unwrap());
        let (everyone, said) = of(&mut office, &[]);
        assert_eq!(everyone.len(), 3);
        assert!(said.ends_with("3个单位"), "{said}");
        let (two, said) = of(&mut office, &[HILL, CENTRE, HILL]);
        assert_eq!(two, [everyone[0].clone(), everyone[2].clone()]);
        assert!(said.ends_with("3个单位中的2个"), "{said}");
        assert_eq!(of(&mut office, &[GROUP]).0, everyone[1..], "a group stands for its members");
    }
}

#[test]
fn units_without_the_indicator_are_not_there_and_if_none_has_it_it_says_who_does() {
    let mut office = with_figures();
    let (both, _) = drawn(of_units(&mut office, ChartKind::Bars, "备案率", &[LAKE, CENTRE]).unwrap());
    assert_eq!(both.len(), 1, "the centre has no such indicator");
    let error = of_units(&mut office, ChartKind::Lines, "备案率", &[CENTRE]).unwrap_err();
    assert!(error.message.starts_with(&format!("{CENTRE}没有“")), "{}", error.message);
    let hint = error.hint.unwrap();
    assert!(hint.starts_with("有这个指标的是") && hint.ends_with("不选单位就画全部"), "{hint}");
    office.call("unit_create", json!({ "name": "市疾控中心" }));
    let error = of_units(&mut office, ChartKind::Lines, "备案率", &[CENTRE, "市疾控中心"]).unwrap_err();
    assert!(error.message.starts_with("选定的2个单位都没有“"), "{}", error.message);
}

#[test]
fn units_a_kind_would_leave_out_are_refused() {
    let mut office = with_figures();
    for kind in ChartKind::ALL {
        let drawn = |office: &mut Office, units: &[&str]| of_units(office, kind, "备案率", units).is_ok();
        assert_eq!(drawn(&mut office, &[LAKE]), kind.is_of_one(), "{kind:?} of one unit");
        assert_eq!(drawn(&mut office, &[LAKE, HILL]), kind.is_of_units(), "{kind:?} of two units");
    }
}

#[test]
fn the_parts_of_a_rate_add_up_to_what_is_shown() {
    let mut office = with_figures();
    let rate = office.indicator("备案率");
    let Chart::Rate(drawn) = gathered(&mut office, ChartKind::Rate, vec![rate]).unwrap() else { panic!("a rate") };
    let at = |values: &[Option<domain::Amount>]| values[2].map(f64::from);
    // (9 + 5) ÷ (10 + 10) = 70 %.
    assert_eq!((at(&drawn.numerator), at(&drawn.denominator)), (Some(14.0), Some(20.0)));
    assert_eq!(drawn.trend.points[2].value.map(f64::from), Some(70.0));
    let beds = office.indicator("新增托位");
    let error = gathered(&mut office, ChartKind::Rate, vec![beds]).unwrap_err();
    assert_eq!(error.message, "“新增托位”没有报过分子和分母，画不出它们");
}

#[test]
fn the_league_and_the_nodes_are_those_of_their_screens() {
    let mut office = with_figures();
    let plan = office.plan();
    let scores = crate::score::scores(&mut office.app, ScoreOf { plan, period: period(MARCH), group: None, assume: None }).unwrap();
    let Chart::League(league) = gathered(&mut office, ChartKind::League, Vec::new()).unwrap() else { panic!("a league") };
    let scored: Vec<&UnitScore> = scores.units.iter().filter(|unit| unit.weights > 0.0).collect();
    let drawn: Vec<(Option<u32>, Option<f64>)> = league.rows.iter().map(|row| (row.rank, row.score.map(f64::from))).collect();
    assert_eq!(drawn[..scored.len()], scored.iter().map(|unit| (Some(unit.rank), Some(unit.score))).collect::<Vec<_>>());
    office.call("milestone_add", json!({ "plan": plan, "name": "方案印发", "due": "2026-02-28" }));
    let Chart::Timeline(nodes) = gathered(&mut office, ChartKind::Timeline, Vec::new()).unwrap() else { panic!("nodes") };
    let node = nodes.nodes.iter().find(|node| node.name == "方案印发").unwrap();
    assert_eq!(node.state, NodeState::Overdue);
    office.call("milestone_add", json!({ "plan": plan, "name": "中期评估", "due": "2026-06-30" }));
    office.on("2026-09-01");
    let Chart::Timeline(later) = gathered(&mut office, ChartKind::Timeline, Vec::new()).unwrap() else { panic!("nodes") };
    let coming = later.nodes.iter().find(|node| node.name == "中期评估").unwrap();
    assert_eq!(coming.state, NodeState::Open, "at the end of March it was still to come");
    // 59 of 365 days.
    assert!((node.at - 59.0 / 365.0).abs() < 1e-9, "{}", node.at);
}

#[test]
fn a_kind_that_wants_one_indicator_says_so() {
    let mut office = with_figures();
    for kind in ChartKind::ALL {
        let drawn = gathered(&mut office, kind, Vec::new());
        assert_eq!(drawn.is_err(), kind.is_of_one(), "{kind:?}");
    }
    let of = ChartOf { plan: None, ..ChartOf::plan(ChartKind::Sections, office.plan(), period(MARCH)) };
    assert!(crate::chart::show(&mut office.app, of).unwrap_err().message.contains("整份计划"));
}

#[test]
fn a_chart_is_saved_in_every_format_and_shape_and_a_full_drive_leaves_no_half_file() {
    let mut office = with_figures();
    let of = ChartOf::trend(office.indicator("新增托位"), period(MARCH));
    let look = |ratio, double| ChartLook { shape: ratio, double };
    for (ratio, double, size) in [
        (Shape::Wide, false, (1920, 1080)),
        (Shape::Wide, true, (3840, 2160)),
        (Shape::Square, false, (1440, 1080)),
        (Shape::A4, false, (2246, 1588)),
    ] {
        let path = office.path("图.png");
        crate::chart::export(&mut office.app, &of, look(ratio, double), &path).unwrap();
        let bytes = std::fs::read(&path).unwrap();
        let side = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap());
        assert_eq!((side(16), side(20)), size, "{ratio:?}");
    }
    for (name, begins) in [("图.svg", &b"<svg"[..]), ("图.pdf", b"%PDF"), ("图.xlsx", b"PK")] {
        let path = office.path(name);
        crate::chart::export(&mut office.app, &of, ChartLook::default(), &path).unwrap();
        assert!(std::fs::read(&path).unwrap().starts_with(begins), "{name}");
    }
    let text = reader::read("图.pdf", &std::fs::read(office.path("图.pdf")).unwrap()).unwrap().source.text;
    assert!(text.contains("新增托位") && text.contains("150"), "{text}");
    let path = office.path("图.doc");
    let error = crate::chart::export(&mut office.app, &of, ChartLook::default(), &path).unwrap_err();
    assert!(error.message.contains(".svg、.png、.pdf、.xlsx"), "{}", error.message);
    let path = office.path("没有/图.png");
    let error = crate::chart::export(&mut office.app, &of, ChartLook::default(), &path).unwrap_err();
    assert!(error.message.contains("保存图表失败"), "{}", error.message);
}

#[test]
fn years_stand_beside_each_other() {
    let mut office = with_figures();
    let beds = office.indicator("新增托位");
    let Chart::Lines(alone) = gathered(&mut office, ChartKind::Years, vec![beds]).unwrap() else { panic!("lines") };
    assert_eq!((alone.series.len(), alone.series[0].name.as_str()), (1, "2026年"));
    assert!(alone.head.subtitle.contains("只有本年"), "{}", alone.head.subtitle);
}
