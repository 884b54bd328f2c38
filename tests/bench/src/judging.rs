//! Judging a ledger of the largest size: 200 measures, 1,000 indicators, 60 units, 36 months, 2.1 million entries.

use crate::clock::{fastest, ratio};
use crate::ledger::{self, LARGE, LAST};
use crate::{Figure, figure};
use app::wire::OfPeriod;
use domain::Period;
use std::time::Duration;

/// Returns the figures of judging; making the ledger takes a minute, and it is kept for the next run.
pub fn figures() -> Vec<Figure> {
    let path = ledger::made(&LARGE);
    let store = store::Store::open(&path, store::OpenMode::Read).expect("the ledger was just made");
    let plan = store.plans().expect("a plan").remove(0);
    let mut rows = 0_u64;
    let scan = fastest(|| {
        rows = 0;
        store.scan_reported(plan.id, |_, _, one| rows += u64::from(one.figure.is_some())).expect("the entries are readable");
    });
    let period: Period = LAST.parse().expect("a month");
    let of = || OfPeriod { plan: plan.data.uid, period };
    // Every run begins with a program that has read nothing yet.
    let status = fastest(|| {
        let status = app::status::status(&mut ledger::opened(&path), of()).expect("the plan can be judged");
        assert_eq!(status.indicators.len(), LARGE.indicators());
    });
    let mut app = ledger::opened(&path);
    let mut overview = || {
        let overview = app::overview::show(&mut app, of()).expect("the plan can be judged");
        assert_eq!(overview.measures as usize, LARGE.measures);
    };
    overview();
    let again = fastest(overview);
    let times = ratio(status, scan);
    vec![
        figure(
            &format!("the status of a month among {rows} entries, by a program just started"),
            format!("{times:.1} times one scan of them ({:.0} ms)", scan.as_secs_f64() * 1e3),
            "at most 3 times",
            times <= 3.0,
        ),
        figure(
            "the overview after the first",
            format!("{:.0} ms", again.as_secs_f64() * 1e3),
            "under 150 ms",
            again < Duration::from_millis(150),
        ),
    ]
}
