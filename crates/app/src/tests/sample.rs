//! The sample lands whole in the ledger.

use super::*;
use crate::sample::{ALLOCATIONS, ENTRIES, LAST_MONTH, rows};
use std::collections::BTreeSet;

#[test]
fn every_allocation_and_every_entry_up_to_its_last_month_lands() {
    let mut office = Office::new();
    office.app.open_or_create(&office.path("示例.yaodian")).unwrap();
    crate::sample::fill(&mut office.app).unwrap();
    let store = office.app.store().unwrap();
    let plan = store.plans().unwrap().remove(0);

    let wanted: Vec<[&str; 7]> = rows(ENTRIES).filter(|row: &[&str; 7]| row[2] <= LAST_MONTH).collect();
    let landed = store.entries(plan.id, period("2026-12")).unwrap();
    assert_eq!((landed.len(), landed.iter().filter(|entry| entry.figure.is_none()).count()), (wanted.len(), 0), "entries");
    let indicators: BTreeSet<i64> = landed.iter().map(|entry| entry.indicator_id).collect();
    assert_eq!(indicators.len(), wanted.iter().map(|row| row[0]).collect::<BTreeSet<_>>().len(), "no two quotes share one");
    assert_eq!(store.allocations(plan.id).unwrap().len(), rows(ALLOCATIONS).filter(|_: &[&str; 3]| true).count(), "allocations");
    assert_eq!(store.check().unwrap(), []);

    let of = OfPeriod { plan: plan.data.uid, period: period(LAST_MONTH) };
    let seen = crate::supervise::show(&mut office.app, of).unwrap();
    assert_eq!((seen.rectifications.len(), seen.listings[0].inspections.len(), seen.accounts.len()), (3, 2, 3), "supervision");
    assert_eq!(seen.milestones.len(), 9, "three phases and six nodes");
    assert!(!seen.red.is_empty(), "there is something left to ask for");

    let status = crate::status::status(&mut office.app, OfPeriod { plan: plan.data.uid, period: period("2026-08") }).unwrap();
    let missing = |name: &str| status.indicators.iter().find(|i| i.name.contains(name)).unwrap().missing_units.clone();
    assert!(missing("公众急救培训").contains(&"桐坞县卫生健康局".to_owned()), "it has sent nothing for August");
    assert!(status.lights.grey < 24 && status.lights.red > 0 && status.lights.green + status.lights.done > 0, "{:?}", status.lights);

    let status = crate::status::status(&mut office.app, OfPeriod { plan: plan.data.uid, period: period(LAST_MONTH) }).unwrap();
    let lights = status.lights;
    assert_eq!((lights.done, lights.green, lights.yellow, lights.red, lights.grey), (1, 11, 8, 4, 0), "a year that goes mostly well");
    let owing: BTreeSet<&str> = status.indicators.iter().flat_map(|one| &one.missing_units).map(String::as_str).collect();
    assert_eq!(owing, BTreeSet::from(["市疾控中心", "桐坞县卫生健康局", "砚溪县卫生健康局"]), "all the others have reported");
    let asked = ScoreOf { plan: plan.data.uid, period: period(LAST_MONTH), group: None, assume: None };
    let scores = crate::score::scores(&mut office.app, asked).unwrap();
    let gaps: BTreeSet<&str> = scores.units.iter().filter(|unit| unit.incomplete).map(|unit| &*unit.name).collect();
    assert_eq!((scores.units.len(), gaps), (22, owing), "nobody is scored for what is not asked of it");
}
