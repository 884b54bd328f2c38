//! The sample lands whole in the ledger, and quickly.

use super::*;
use crate::sample::{ALLOCATIONS, ENTRIES, LAST_MONTH, rows};
use std::collections::BTreeMap;
use std::time::Instant;

#[test]
fn every_allocation_and_every_entry_up_to_its_last_month_lands() {
    let mut office = Office::new();
    let start = Instant::now();
    office.app.open_or_create(&office.path("示例.yaodian")).unwrap();
    crate::sample::fill(&mut office.app).unwrap();
    let took = start.elapsed();
    let store = office.app.store().unwrap();
    let plan = store.plans().unwrap().remove(0);

    let count = |names: Vec<String>| {
        names.into_iter().fold(BTreeMap::new(), |mut counts, name| {
            *counts.entry(name).or_insert(0) += 1;
            counts
        })
    };
    // The plan's sentence may say a date before the words of the table.
    let words = |quote: &str| rows(ENTRIES).map(|row: [&str; 7]| row[0]).find(|words| quote.contains(words)).unwrap_or_default().to_owned();
    let quotes: BTreeMap<i64, String> =
        store.indicators(plan.id).unwrap().into_iter().map(|row| (row.id, words(&row.data.quote))).collect();
    let wanted = rows(ENTRIES).filter(|row: &[&str; 7]| row[2] <= LAST_MONTH).map(|row| row[0].to_owned()).collect();
    let landed = store.entries(plan.id, period("2026-12")).unwrap().iter().map(|entry| quotes[&entry.indicator_id].clone()).collect();
    assert_eq!(count(landed), count(wanted), "entries by the quote of their target");
    let wanted = rows(ALLOCATIONS).map(|row: [&str; 3]| row[0].to_owned()).collect();
    let landed = store.allocations(plan.id).unwrap().iter().map(|share| quotes[&share.indicator_id].clone()).collect();
    assert_eq!(count(landed), count(wanted), "allocations by the quote of their target");
    assert_eq!(store.check().unwrap(), []);
    assert!(took.as_secs() < 20, "the sample took {took:?}");
    println!("the sample took {took:?}");

    let status = crate::status::status(&mut office.app, OfPeriod { plan: plan.data.uid, period: period("2026-08") }).unwrap();
    let missing = |name: &str| status.indicators.iter().find(|i| i.name.contains(name)).unwrap().missing_units.clone();
    assert!(missing("公众急救培训").contains(&"桐坞县卫生健康局".to_owned()), "it has sent nothing for August");
    assert!(status.lights.grey < 24 && status.lights.red > 0 && status.lights.green + status.lights.done > 0, "{:?}", status.lights);
}
