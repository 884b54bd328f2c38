//! A sheet of the entry grid of two thousand rows and two years of months, beside reading the same reports from the file.

use crate::Figure;
use crate::clock::{fastest, ratio};
use app::{App, Host, Pick};
use chrono::{DateTime, FixedOffset};
use domain::judge::Figure as Reported;
use domain::{Amount, Comparator, Indicator, Pace, Period, Role, RollUp, Uid, ValueKind};
use serde_json::json;
use std::cell::RefCell;
use std::path::{Path, PathBuf};
use store::{Entry, Measure, Op, OpenMode, OperationKind, Plan, Responsibility, SourcedIndicator, Store, Unit};

const ROWS: u64 = 2000;
const MONTHS: usize = 24;
const AT: i64 = 1_767_225_600_000;

/// Returns the figure of a large sheet.
pub fn figure() -> Figure {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let path = folder.path().join("台账.yaodian");
    let plan = fill(&path).expect("a ledger can be filled");
    let last = months()[MONTHS - 1];
    let store = Store::open(&path, OpenMode::Read).expect("the ledger opens");
    let scan = fastest(|| drop(store.entries(plan, last).expect("reports are read")));
    let mut app = App::new(Box::new(Nobody));
    app.open(&path).expect("the ledger opens");
    let app = RefCell::new(app);
    let request = json!({ "plan": uid(2), "period": last, "unit": uid(3) });
    let sheet = fastest(|| drop(app.borrow_mut().call("grid", request.clone()).expect("a sheet is made")));
    let times = ratio(sheet, scan);
    let what = format!("a sheet of {ROWS} rows and {MONTHS} months");
    let measured = format!("{:.0} ms, {times:.1} times the time of reading its reports", sheet.as_secs_f64() * 1000.0);
    crate::figure(&what, measured, "at most 6 times", times <= 6.0)
}

fn months() -> Vec<Period> {
    std::iter::successors("2025-01".parse().ok(), |period: &Period| Some(period.next())).take(MONTHS).collect()
}

fn uid(n: u64) -> Uid {
    let mut random = [0; 10];
    random[2..].copy_from_slice(&n.to_be_bytes());
    Uid::new(AT as u64, random)
}

fn amount(value: u64) -> Amount {
    Amount::new(value as f64).expect("a small number")
}

/// Writes a plan with one unit, so many indicators and all their months; returns its number.
fn fill(path: &Path) -> store::Result<i64> {
    let mut store = Store::create(path, uid(0), AT)?;
    let op = Op { kind: OperationKind::Import, label: "导入".into(), who: "王芳".into(), at: AT, uid: uid(1) };
    let day = |text: &str| text.parse().expect("a day");
    let (start, due) = (day("2025-01-01"), day("2026-12-31"));
    store.transact(op, |w| {
        let title = "两年行动计划".to_owned();
        let plan = w.insert_plan(&Plan {
            uid: uid(2),
            document_id: None,
            title,
            number: None,
            issuer: None,
            issued: None,
            start,
            due,
            position: 1,
        })?;
        let unit =
            Unit { uid: uid(3), name: "东湖区卫生健康局".into(), short_name: None, parent_id: None, is_group: false, position: 1 };
        let unit_id = w.upsert_unit(&unit)?;
        for n in 0..ROWS {
            let title = format!("举措{n}");
            let measure = Measure {
                uid: uid(10_000 + n),
                plan_id: plan,
                section_id: None,
                number: Some(n.to_string()),
                text: title.clone(),
                title,
                deadline: None,
                span: None,
                document_id: None,
                position: n as i64,
            };
            let measure_id = w.insert_measure(&measure)?;
            w.insert_responsibility(Responsibility { measure_id, unit_id, role: Role::Responsible, position: 0 })?;
            let terms = Indicator {
                name: format!("指标{n}"),
                unit: "人次".into(),
                comparator: Comparator::AtLeast,
                target: Some(amount(12_000)),
                upper: None,
                baseline: None,
                start,
                due,
                kind: ValueKind::Cumulative,
                pace: Pace::Accumulate,
                roll_up: RollUp::Sum,
                weight: Amount::ONE,
            };
            let indicator_id = w.insert_indicator(&SourcedIndicator {
                uid: uid(20_000 + n),
                plan_id: plan,
                measure_id: Some(measure_id),
                indicator: terms,
                target_text: None,
                upper_text: None,
                baseline_text: None,
                baseline_date: None,
                quote: String::new(),
                span: None,
                document_id: None,
                position: n as i64,
            })?;
            for (at, period) in months().into_iter().enumerate() {
                let figure = Some(Reported::Value(amount(at as u64 * 417 + n)));
                w.record_entry(&Entry { indicator_id, unit_id, period, figure, typed: None, note: None, who: "王芳".into(), at: AT })?;
            }
        }
        Ok(plan)
    })
}

/// A host that nothing is asked of but the time.
struct Nobody;

impl Host for Nobody {
    fn now(&self) -> DateTime<FixedOffset> {
        DateTime::from_timestamp_millis(AT).expect("a moment").fixed_offset()
    }
    fn random(&self) -> [u8; 10] {
        [0; 10]
    }
    fn who(&self) -> String {
        "王芳".to_owned()
    }
    fn ledgers(&self) -> PathBuf {
        PathBuf::new()
    }
    fn pick_file(&self, _: Pick) -> Option<PathBuf> {
        None
    }
    fn pick_files(&self, _: Pick) -> Vec<PathBuf> {
        Vec::new()
    }
    fn pick_save(&self, _: Pick, _: &str) -> Option<PathBuf> {
        None
    }
    fn pick_folder(&self) -> Option<PathBuf> {
        None
    }
}
