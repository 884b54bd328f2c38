//! A large office: what a screen asks for comes in time in proportion to what it shows.

use super::*;
use domain::judge::Figure;
use domain::{Amount, Comparator, Indicator, Pace, Role, RollUp, ValueKind};
use std::time::{Duration, Instant};
use store::{Entry, Measure, OperationKind, Plan, Responsibility, SourcedIndicator, Unit};

const UNITS: usize = 60;
const INDICATORS: usize = 300;
const MONTHS: usize = 3;

/// A plan of 100 measures with 60 units each, 300 indicators and 3 months of reports.
fn large_office() -> Office {
    let mut office = Office::new();
    office.app.open_or_create(&office.path("大台账.yaodian")).unwrap();
    let mut ids = (0..1000).map(|_| office.app.new_uid()).collect::<Vec<_>>().into_iter();
    let mut id = || ids.next().unwrap();
    let operation = office.app.operation(OperationKind::Import, "大计划");
    let (start, due) = ("2026-01-01".parse().unwrap(), "2026-12-31".parse().unwrap());
    let written = office.app.store_mut().unwrap().transact(operation, |w| {
        let (number, issuer, issued) = (None, None, None);
        let plan = Plan { uid: id(), document_id: None, title: "大计划".into(), number, issuer, issued, start, due, position: 0 };
        let plan_id = w.insert_plan(&plan)?;
        let unit = |uid, at: usize| Unit {
            uid,
            name: format!("第{at}单位"),
            short_name: None,
            parent_id: None,
            is_group: false,
            position: at as i64,
        };
        let units = (0..UNITS).map(|at| w.upsert_unit(&unit(id(), at))).collect::<Result<Vec<_>, _>>()?;
        let mut measure_id = 0;
        for at in 0..INDICATORS {
            if at % 3 == 0 {
                let (title, text, position) = (format!("第{at}项"), String::new(), at as i64);
                let measure =
                    Measure { uid: id(), plan_id, section_id: None, number: None, title, text, deadline: None, span: None, position };
                measure_id = w.insert_measure(&measure)?;
                for (position, unit_id) in (0..).zip(&units) {
                    w.insert_responsibility(Responsibility { measure_id, unit_id: *unit_id, role: Role::Responsible, position })?;
                }
            }
            let indicator = Indicator {
                name: format!("第{at}个指标"),
                unit: "个".into(),
                comparator: Comparator::AtLeast,
                target: Amount::new(60_000.0),
                upper: None,
                baseline: None,
                start,
                due,
                kind: ValueKind::Increment,
                pace: Pace::Accumulate,
                roll_up: RollUp::Sum,
                weight: Amount::ONE,
            };
            let indicator_id = w.insert_indicator(&SourcedIndicator {
                uid: id(),
                plan_id,
                measure_id: Some(measure_id),
                indicator,
                target_text: None,
                upper_text: None,
                baseline_text: None,
                baseline_date: None,
                quote: String::new(),
                span: None,
                position: at as i64,
            })?;
            let months = std::iter::successors(Some(period("2026-01")), |month| Some(month.next())).take(MONTHS);
            for (period, unit_id) in months.flat_map(|month| units.iter().map(move |unit| (month, *unit))) {
                let figure = Some(Figure::Value(Amount::from(10)));
                w.record_entry(&Entry { indicator_id, unit_id, period, figure, typed: None, note: None, who: "王芳".into(), at: 1 })?;
            }
        }
        Ok::<_, store::Error>(())
    });
    written.unwrap();
    office
}

/// Runs a command and returns its answer and how long it took.
fn timed(office: &mut Office, name: &str, request: Value) -> (Value, Duration) {
    let start = Instant::now();
    let answer = office.call(name, request);
    let took = start.elapsed();
    println!("{name}: {took:?}");
    (answer, took)
}

#[test]
fn three_hundred_indicators_of_sixty_units_are_judged_and_shown_without_waiting() {
    let mut office = large_office();
    let of = serde_json::json!({"plan": office.plan(), "period": "2026-03", "unit": null});
    let (status, took) = timed(&mut office, "status", of.clone());
    // 60 units × 3 months × 10 of 60,000.
    assert_eq!(status["indicators"][INDICATORS - 1]["completion"], 0.03);
    let (grid, grid_took) = timed(&mut office, "grid", of.clone());
    assert_eq!((grid["rows"].as_array().unwrap().len(), grid["units"].as_array().unwrap().len()), (INDICATORS, UNITS));
    let (_, list_took) = timed(&mut office, "measures", of.clone());
    let (_, board_took) = timed(&mut office, "board", of);
    for took in [took, grid_took, list_took, board_took] {
        // Half a second where it was measured; a machine may be slow and busy, but not a hundred times.
        assert!(took < Duration::from_secs(5), "{took:?}");
    }
    let start = Instant::now();
    assert!(office.record("第7个", "第3单位", "2026-03", "11").is_empty());
    assert!(start.elapsed() < Duration::from_secs(1), "one value asks for its own indicator's entries only");
}
