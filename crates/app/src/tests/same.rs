//! The same question has the same answer in every list, chart, score, workbook and on the overview.

use super::*;
use crate::book::Book;
use domain::judge::{Light, shown_fraction, shown_lag};
use proptest::prelude::*;
use serde_json::json;

const NAMES: [&str; 4] = ["新增托位", "育婴员", "备案率", "办结时间"];
const UNITS: [&str; 3] = [CENTRE, LAKE, HILL];

/// A report: which indicator, which unit, which month, how much.
type Report = (usize, usize, u32, u32);

/// The small plan with shares, weights, a quarter planned, and what was reported.
fn reported(reports: &[Report], every_quarter: bool, planned: bool) -> Office {
    let mut office = Office::with_plan();
    let places = office.indicator(NAMES[0]);
    for (unit, share) in UNITS.iter().zip(["200", "600", "400"]) {
        let unit = office.unit(unit);
        indicators::allocate(&mut office.app, places, unit, share).unwrap();
    }
    if every_quarter {
        let rate = office.indicator(NAMES[2]);
        office.call("indicator_set", json!({ "indicators": [places, rate], "every": "quarter" }));
    }
    if planned {
        office.call("planned_set", json!({ "indicator": places, "values": [{ "period": "2026-Q1", "value": "150" }] }));
    }
    let measure = office.call("terms", json!({ "plan": office.plan() }))["sections"][0]["measures"][0]["id"].clone();
    office.call("weight_set", json!({ "plan": office.plan(), "measure": measure, "weight": "60" }));
    let entries = reports.iter().map(|(indicator, unit, month, value)| EntryInput {
        indicator: office.indicator(NAMES[*indicator]),
        unit: office.unit(UNITS[*unit]),
        period: Period::month(2026, *month).unwrap(),
        value: if *indicator == 2 { format!("{}/{}", value.min(&100), 100) } else { value.to_string() },
        note: None,
    });
    let entries: Vec<EntryInput> = entries.collect();
    crate::record::record(&mut office.app, Record { entries }).unwrap();
    office
}

fn check(office: &mut Office, month: Period) {
    let plan = office.plan();
    let of = || OfPeriod { plan, period: month };
    let status = crate::status::status(&mut office.app, of()).unwrap();
    let overview = crate::overview::show(&mut office.app, of()).unwrap();
    let list = crate::measures::list(&mut office.app, of()).unwrap();
    assert_eq!((status.light, status.lights), (overview.light, overview.lights), "lights of the plan");
    for (row, light) in list.measures.iter().zip(&status.measures) {
        assert_eq!((row.id, row.light), (light.id, light.light), "light of a measure");
    }
    let details: Vec<IndicatorRow> = list
        .measures
        .iter()
        .flat_map(|row| crate::measures::detail(&mut office.app, OfMeasure { measure: row.id, period: month }).unwrap().indicators)
        .collect();
    for one in &status.indicators {
        let shown = details.iter().find(|row| row.id == one.id).unwrap();
        assert_eq!((shown.value, shown.light, &shown.reason), (one.value, one.light, &one.reason), "{}", one.name);
        assert_eq!(shown.completion, one.completion.map(shown_fraction), "{}", one.name);
        let behind = overview.behind.iter().find(|row| row.indicator == one.id);
        assert_eq!(behind.is_some(), matches!(one.light, Light::Yellow | Light::Red), "{}", one.name);
        if let Some(behind) = behind {
            assert_eq!((Some(behind.completion), Some(behind.lag)), (shown.completion, shown.lag), "{}", one.name);
            assert_eq!(&behind.reason, &one.reason);
        }
        let chart = crate::chart::show(&mut office.app, ChartOf::trend(one.id, month)).unwrap();
        let at = month.start().to_string()[5..7].parse::<usize>().unwrap() - 1;
        assert_eq!((chart.points[at].value, chart.points[at].expected), (one.value, shown.expected), "{}", one.name);
        assert_eq!(chart.points[at].missing_units, one.missing_units, "{}", one.name);
    }
    units(office, month);
}

/// One unit's figures in its sheet, its score, its chart and its workbook of the month after.
fn units(office: &mut Office, month: Period) {
    let plan = office.plan();
    let scores = crate::score::scores(&mut office.app, ScoreOf { plan, period: month, group: None, assume: None }).unwrap();
    for name in UNITS {
        let unit = office.unit(name);
        let grid = office.call("grid", json!({ "plan": plan, "period": month, "unit": unit }));
        let score = scores.units.iter().find(|row| row.id == unit).unwrap();
        let store = office.app.store().unwrap();
        let book = Book::load(store, plan, month.next()).unwrap();
        let own = store.unit(unit).unwrap().unwrap().id;
        for line in &score.lines {
            let row = book.indicators.iter().find(|row| row.data.uid == line.indicator).unwrap();
            let standing = book.unit_standing(row, own, month);
            let lag = shown_lag(&standing.judgement);
            let sheet = grid["rows"].as_array().unwrap().iter().find(|row| row["indicator"]["id"] == json!(line.indicator));
            if let Some(sheet) = sheet {
                let one = &sheet["indicator"];
                assert_eq!(one["value"], json!(line.value), "{name} {}", line.name);
                assert_eq!((&one["completion"], &one["lag"]), (&json!(line.completion), &json!(lag)), "{name} {}", line.name);
                assert_eq!(one["light"], json!(standing.judgement.light), "{name} {}", line.name);
            }
            let form = crate::send::form::form_row(&book, row, own, month.next(), None);
            assert_eq!(form.last.map(f64::from), line.value, "{name} {}: last value of the workbook", line.name);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn every_figure_is_the_same_wherever_it_is_shown(
        reports in prop::collection::vec((0_usize..4, 0_usize..3, 1_u32..7, 0_u32..700), 1..40), every_quarter: bool, planned: bool,
    ) {
        let mut office = reported(&reports, every_quarter, planned);
        for month in [3, 5, 6] {
            check(&mut office, Period::month(2026, month).unwrap());
        }
    }
}
