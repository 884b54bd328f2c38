//! The overview: every part of it on a made-up plan, from April to May.

use super::*;

const SMALL: &str = "云州市2026年托育工作要点

一、托育供给

1.扩大托位供给。全年新增托位1200个。（牵头单位：市托育中心）

2.开展入户指导。2026年6月底前开展入户指导600人次。（责任单位：东湖区卫生健康局）

二、质量与安全

3.规范机构管理。托育机构备案率不低于90%。（责任单位：东湖区卫生健康局、西山区卫生健康局）

4.完善管理制度。研究制定托育服务管理办法。（责任单位：市托育中心）

三、实施步骤

（一）部署阶段（2026年6月底前）。制定方案，明确责任人。
";

const BEDS: &str = "新增托位";
const VISITS: &str = "入户指导";
const FILED: &str = "备案率";

/// Two months of reports: in May the beds fall behind, the visits catch up, and 西山区 has not reported.
fn reported() -> Office {
    let mut office = Office::new();
    office.import("要点.txt", SMALL);
    office.record(BEDS, CENTRE, "2026-04", "400");
    office.record(VISITS, LAKE, "2026-04", "300");
    office.record(FILED, LAKE, "2026-04", "57/60");
    office.record(FILED, HILL, "2026-04", "38/40");
    office.record(BEDS, CENTRE, "2026-05", "400");
    office.record(VISITS, LAKE, "2026-05", "590");
    office.record(FILED, LAKE, "2026-05", "57/60");
    office
}

fn overview(office: &mut Office, month: &str) -> Overview {
    let of = OfPeriod { plan: office.plan(), period: period(month) };
    crate::overview::show(&mut office.app, of).unwrap()
}

#[test]
fn it_is_said_in_a_sentence_with_the_difference_to_the_last_period() {
    let mut office = reported();
    let may = overview(&mut office, "2026-05");
    assert_eq!(may.sentence, "截至2026年5月，4项举措中绿灯2项、黄灯1项，另有1项没有数字目标。");
    assert_eq!(may.lights, Lights { done: 0, green: 2, yellow: 1, red: 0, grey: 1 });
    assert_eq!(may.change, Some(LightsChange { done: 0, green: 0, yellow: 1, red: -1, grey: 0 }));
    assert_eq!(may.grey, Greys { none: 1, ..Greys::default() });
    let january = overview(&mut office, "2026-01");
    assert_eq!((january.change, january.turned.len()), (None, 0), "there is none before the first");
    assert_eq!(january.sentence, "截至2026年1月，4项举措中3项未报、1项没有数字目标。");
}

#[test]
fn its_lights_are_those_of_the_status_and_of_the_list() {
    let mut office = reported();
    let may = overview(&mut office, "2026-05");
    let of = OfPeriod { plan: office.plan(), period: period("2026-05") };
    let status = crate::status::status(&mut office.app, of).unwrap();
    assert_eq!(may.lights, status.lights);
    let list = crate::measures::list(&mut office.app, of).unwrap();
    let row = |behind: &Behind| list.measures.iter().find(|row| Some(row.id) == behind.measure.as_ref().map(|m| m.id)).unwrap();
    for behind in &may.behind {
        let row = row(behind);
        assert_eq!((row.light, row.lag, row.completion), (behind.light, Some(behind.lag), Some(behind.completion)));
    }
}

#[test]
fn the_clock_counts_months_and_days_and_what_is_due_when() {
    let mut office = reported();
    let clock = overview(&mut office, "2026-05").clock;
    assert_eq!((clock.time_progress, clock.passed, clock.left, clock.days_left), (0.417, 5, 7, 214));
    let due: Vec<(&str, u32)> = clock.months.iter().filter(|m| m.coming && m.due > 0).map(|m| (m.label.as_str(), m.due)).collect();
    assert_eq!(due, [("6月", 1), ("12月", 3)]);
    let last = overview(&mut office, "2026-12").clock;
    assert_eq!((last.time_progress, last.passed, last.left, last.days_left), (1.0, 12, 0, 0));
    assert_eq!(overview(&mut office, "2026-Q2").clock.passed, 6, "a quarter ends with its last month");
}

#[test]
fn sections_have_their_lights_and_what_turned_in_them() {
    let mut office = reported();
    let sections = overview(&mut office, "2026-05").sections;
    let told: Vec<_> = sections.iter().map(|s| (s.title.as_str(), s.measures, s.lights, s.turns)).collect();
    let supply = Lights { green: 1, yellow: 1, ..Lights::default() };
    let quality = Lights { green: 1, grey: 1, ..Lights::default() };
    assert_eq!(
        told,
        [("一、托育供给", 2, supply, Turns { worse: 1, better: 1, ..Turns::default() }), ("二、质量与安全", 2, quality, Turns::default())]
    );
}

#[test]
fn the_furthest_behind_come_first_with_their_reason_and_eight_are_named() {
    let mut office = reported();
    let may = overview(&mut office, "2026-05");
    let [beds] = may.behind.as_slice() else { panic!("{:?}", may.behind) };
    assert_eq!((beds.measure.as_ref().unwrap().number.as_deref(), beds.lead.as_ref().unwrap().name.as_str()), (Some("1"), CENTRE));
    assert_eq!((beds.reason.as_str(), beds.lag, beds.time_progress), ("应达41.7%，实达33.3%，落后8.4个百分点", 0.084, 0.417));

    let mut office = Office::new();
    let line = |n: usize| format!("{n}.第{n}项工作。全年建设第{n}类站点100个。（牵头单位：市托育中心）\n\n");
    office.import("要点.txt", &format!("云州市2026年工作要点\n\n一、任务\n\n{}", (1..=10).map(line).collect::<String>()));
    for n in 1..=10 {
        office.record(&format!("第{n}类"), CENTRE, "2026-06", &(20 + n).to_string());
    }
    let june = overview(&mut office, "2026-06");
    assert_eq!((june.behind_count, june.behind.len()), (10, 8));
    assert!(june.behind.is_sorted_by(|a, b| a.lag >= b.lag) && june.behind[0].name.contains("第1类"));
}

#[test]
fn who_has_not_reported_is_named_and_chased_without_a_made_up_deadline() {
    let mut office = reported();
    let may = overview(&mut office, "2026-05");
    let [hill] = may.unreported.as_slice() else { panic!("{:?}", may.unreported) };
    assert_eq!((hill.unit.name.as_str(), hill.owed, hill.total, hill.names.len()), (HILL, 1, 1, 1));
    assert_eq!(may.reporting, 3);
    let name = &hill.names[0];
    assert_eq!(
        may.chase,
        format!("各单位：截至2026年4月2日，以下单位2026年5月进度尚未报送：\n{HILL}（1项：{name}）。\n请尽快报送，谢谢。")
    );
    let april = overview(&mut office, "2026-04");
    assert_eq!((april.unreported.len(), april.chase.as_str()), (0, ""));
    let march = overview(&mut office, "2026-03");
    let order: Vec<&str> = march.unreported.iter().map(|unit| unit.unit.name.as_str()).collect();
    assert_eq!(order, [CENTRE, LAKE, HILL], "as in the document");
}

#[test]
fn what_is_judged_when_due_is_owed_by_nobody_before() {
    let mut office = reported();
    let beds = office.indicator(BEDS);
    let set = IndicatorSet { pace: Some(domain::Pace::ByDue), ..IndicatorSet::of(beds) };
    crate::terms::set(&mut office.app, set).unwrap();
    let march = overview(&mut office, "2026-03");
    let order: Vec<&str> = march.unreported.iter().map(|unit| unit.unit.name.as_str()).collect();
    assert_eq!(order, [LAKE, HILL]);
    assert_eq!(march.sentence, "截至2026年3月，4项举措中2项未报、1项未到期、1项没有数字目标。");
}

#[test]
fn changes_are_listed_worse_ones_first() {
    let mut office = reported();
    let told = |overview: &Overview| {
        let one = |t: &Turned| (t.measure.number.clone().unwrap(), t.turn, t.before, t.after, t.after_word.clone());
        overview.turned.iter().map(one).collect::<Vec<_>>()
    };
    use domain::judge::Light::*;
    let may = overview(&mut office, "2026-05");
    assert_eq!(told(&may), [("1".into(), Turn::Worse, Green, Yellow, None), ("2".into(), Turn::Better, Red, Green, None)]);
    assert_eq!(may.turned[0].reason, "新增托位：应达41.7%，实达33.3%，落后8.4个百分点");
    let june = overview(&mut office, "2026-06");
    let missing = Some("未报".to_owned());
    assert_eq!(told(&june)[0], ("1".into(), Turn::Dark, Yellow, Grey, missing));
    assert_eq!((june.turns, june.change.unwrap().grey), (Turns { dark: 3, ..Turns::default() }, 3));
}

#[test]
fn what_is_due_soon_is_listed_with_what_it_lacks() {
    let mut office = reported();
    let may = overview(&mut office, "2026-05");
    assert_eq!((may.due_from.to_string().as_str(), may.due_until.to_string().as_str()), ("2026-06-01", "2026-06-30"));
    let told: Vec<_> = may.due.iter().map(|due| (due.kind, due.day.to_string(), due.days, due.missing.as_deref())).collect();
    let day = || "2026-06-30".to_owned();
    assert_eq!(told, [(DueKind::Milestone, day(), 30, None), (DueKind::Indicator, day(), 30, Some("差10人次"))]);
    office.record(VISITS, LAKE, "2026-05", "600");
    let done: Vec<DueKind> = overview(&mut office, "2026-05").due.iter().map(|due| due.kind).collect();
    assert_eq!(done, [DueKind::Milestone], "what is done is not due any more, nor is its measure");
    let november: Vec<_> = overview(&mut office, "2026-11").due.iter().map(|due| (due.kind, due.missing.clone())).collect();
    let silent = (DueKind::Indicator, Some("未报".to_owned()));
    assert_eq!(november, [(DueKind::Measure, None), silent.clone(), silent], "the last day of December is the 31st after November");
    assert_eq!(overview(&mut office, "2026-01").due_until.to_string(), "2026-03-02", "February alone is not thirty days");
}

#[test]
fn a_plan_without_measures_or_figures_has_an_overview_too() {
    let mut office = Office::new();
    office.import("要点.txt", "云州市2026年工作要点\n\n1.完善管理制度。研究制定管理办法。（责任单位：市托育中心）\n");
    let empty = overview(&mut office, "2026-05");
    assert_eq!(empty.sentence, "截至2026年5月，1项举措中1项没有数字目标。");
    assert_eq!((empty.behind.len(), empty.unreported.len(), empty.reporting, empty.due.len()), (0, 0, 0, 0));
    assert_eq!(empty.sections[0].title, "不属于板块");
}
