//! A ledger of the largest size the program promises to be quick with.

use app::{App, Host, Pick};
use chrono::{DateTime, FixedOffset};
use domain::judge::Figure;
use domain::{Amount, Comparator, Every, Indicator, Pace, Period, Role, RollUp, Uid, ValueKind};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicU64, Ordering};
use store::{Entry, Measure, Op, OperationKind, Plan, Responsibility, SourcedIndicator, Store, Unit, Writer};

/// How large a ledger is.
pub struct Shape {
    /// The name of its file, with a number that changes with what is written.
    pub name: &'static str,
    /// How many measures it has.
    pub measures: usize,
    /// How many indicators each measure has.
    pub each: usize,
    /// How many units report each indicator.
    pub units: usize,
    /// How many months, the last of them [`LAST`].
    pub months: u32,
    /// For how many of them, from the first, something was reported.
    pub reported: u32,
}

impl Shape {
    /// Returns how many indicators there are.
    pub fn indicators(&self) -> usize {
        self.measures * self.each
    }
}

/// The largest: 2.1 million entries.
pub const LARGE: Shape = Shape { name: "large-1", measures: 200, each: 5, units: 60, months: 36, reported: 36 };
/// One unit that reports very much.
pub const WIDE: Shape = Shape { name: "wide-1", measures: 2000, each: 1, units: 1, months: 24, reported: 24 };
/// A thousand units that report three hundred indicators each; the second month is to be sent for.
pub const EXCHANGE: Shape = Shape { name: "exchange-1", measures: 60, each: 5, units: 1000, months: 2, reported: 1 };
/// What a large district brings before a meeting: five hundred measures, forty units that report each, most of a year.
pub const MEETING: Shape = Shape { name: "meeting-1", measures: 500, each: 1, units: 40, months: 12, reported: 7 };
/// The last month.
pub const LAST: &str = "2026-12";

/// Returns where what is made once is kept: beside what was built.
pub fn folder() -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../target/bench");
    std::fs::create_dir_all(&folder).expect("the target folder can be written");
    folder
}

/// Returns the path of a ledger of that shape; it is made once.
pub fn made(shape: &Shape) -> PathBuf {
    let folder = folder();
    let path = folder.join(format!("{}.yaodian", shape.name));
    let whole = || Store::open(&path, store::OpenMode::Write).is_ok_and(|store| store.plans().is_ok_and(|plans| plans.len() == 1));
    if !path.exists() || !whole() {
        let _ = std::fs::remove_file(&path);
        eprintln!("making a ledger of {} entries", shape.indicators() * shape.units * shape.reported as usize);
        let mut store = Store::create(&path, uid(0), 1).expect("the target folder can be written");
        let op = Op { kind: OperationKind::Import, label: "一份大计划".into(), who: "王芳".into(), at: 1, uid: uid(1) };
        store.transact(op, |w| fill(w, shape)).expect("the made-up plan fits the schema");
    }
    path
}

fn uid(n: u64) -> Uid {
    let mut random = [0; 10];
    random[2..].copy_from_slice(&n.to_be_bytes());
    Uid::new(1_700_000_000_000, random)
}

fn fill(w: &Writer<'_>, shape: &Shape) -> Result<(), store::Error> {
    let mut counted = 1;
    let mut next = || {
        counted += 1;
        uid(counted)
    };
    let last: Period = LAST.parse().expect("a month");
    let months: Vec<Period> = std::iter::successors(Some(last), |month| Some(month.previous())).take(shape.months as usize).collect();
    let (start, due) = (months[months.len() - 1].start(), last.end());
    let plan = Plan {
        uid: next(),
        document_id: None,
        title: "三年行动计划".into(),
        number: None,
        issuer: None,
        issued: None,
        start,
        due,
        position: 1,
    };
    let plan_id = w.insert_plan(&plan)?;
    let units = (0..shape.units).map(|n| {
        w.upsert_unit(&Unit {
            uid: next(),
            name: format!("第{n}单位"),
            short_name: None,
            parent_id: None,
            is_group: false,
            position: n as i64,
        })
    });
    let units: Vec<i64> = units.collect::<Result<_, _>>()?;
    let mut indicators = Vec::new();
    for at in 0..shape.measures {
        let measure_id = w.insert_measure(&Measure {
            uid: next(),
            plan_id,
            section_id: None,
            number: Some(at.to_string()),
            title: format!("第{at}项举措"),
            text: "推进各项工作。".repeat(20),
            deadline: None,
            span: None,
            document_id: None,
            position: at as i64,
            weight: None,
        })?;
        for (position, unit_id) in (0..).zip(&units) {
            w.insert_responsibility(Responsibility { measure_id, unit_id: *unit_id, role: Role::Responsible, position })?;
        }
        for n in 0..shape.each {
            indicators.push((n, w.insert_indicator(&indicator(next(), plan_id, measure_id, at, n, start, due))?));
        }
    }
    for (n, indicator_id) in &indicators {
        for (u, unit_id) in units.iter().enumerate() {
            for (month, period) in (0..shape.reported).zip(months.iter().rev().copied()) {
                let done = f64::from((month + 1) * (u as u32 % 7 + 4));
                let amount = |value| Amount::new(value).expect("a small number");
                let figure = match n {
                    1 => Figure::Ratio { numerator: amount(done), denominator: amount(500.0) },
                    2 => Figure::Value(amount(done / f64::from(month + 1))),
                    _ => Figure::Value(amount(done)),
                };
                let (typed, note, who) = (None, None, "王芳".to_owned());
                w.record_entry(&Entry {
                    indicator_id: *indicator_id,
                    unit_id: *unit_id,
                    period,
                    figure: Some(figure),
                    typed,
                    note,
                    who,
                    at: 1,
                })?;
            }
        }
    }
    Ok(())
}

/// Of each measure's five indicators one is a rate, one counts what came in each month, and three are cumulative.
fn indicator(
    uid: Uid,
    plan_id: i64,
    measure_id: i64,
    at: usize,
    n: usize,
    start: chrono::NaiveDate,
    due: chrono::NaiveDate,
) -> SourcedIndicator {
    let (kind, roll_up, pace, target) = match n {
        1 => (ValueKind::Rate, RollUp::Ratio, Pace::Maintain, 90.0),
        2 => (ValueKind::Increment, RollUp::Sum, Pace::Accumulate, 15000.0),
        _ => (ValueKind::Cumulative, RollUp::Sum, Pace::Accumulate, 14000.0),
    };
    let (unit, comparator) = (if n == 1 { "%" } else { "个" }, Comparator::AtLeast);
    let indicator = Indicator {
        name: format!("第{at}项举措的第{n}个指标"),
        unit: unit.into(),
        comparator,
        target: Amount::new(target),
        upper: None,
        baseline: None,
        start,
        due,
        kind,
        pace,
        roll_up,
        weight: Amount::ONE,
        every: Every::Month,
        planned: Vec::new(),
    };
    SourcedIndicator {
        uid,
        plan_id,
        measure_id: Some(measure_id),
        indicator,
        target_text: None,
        upper_text: None,
        baseline_text: None,
        baseline_date: None,
        quote: "目标".into(),
        span: None,
        document_id: None,
        position: (at * 10 + n) as i64,
    }
}

/// Returns the program with the ledger open.
pub fn opened(path: &Path) -> App {
    // Names are new in every run, for a ledger may be opened again.
    let since = std::time::UNIX_EPOCH.elapsed().unwrap_or_default().as_nanos() as u64;
    let mut app = App::new(Box::new(Nobody(AtomicU64::new(since))));
    app.open(path).expect("the ledger was just made");
    app
}

/// A host without a person.
struct Nobody(AtomicU64);

impl Host for Nobody {
    fn now(&self) -> DateTime<FixedOffset> {
        "2027-01-02T09:30:00+08:00".parse().expect("a moment")
    }

    fn random(&self) -> [u8; 10] {
        let mut random = [1; 10];
        random[2..].copy_from_slice(&self.0.fetch_add(1, Ordering::Relaxed).to_be_bytes());
        random
    }

    fn who(&self) -> String {
        "王芳".to_owned()
    }

    fn apart(&self) -> Option<Command> {
        app::apart::command()
    }

    fn ledgers(&self) -> PathBuf {
        std::env::temp_dir()
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
