//! Ledgers made to measure: plans of many measures, of many units, with long names among them.

use domain::judge::Figure;
use domain::{Amount, Comparator, Indicator, Pace, Period, Role, RollUp, Uid, ValueKind};
use std::path::Path;
use store::{Entry, Measure, Op, OperationKind, Plan, Responsibility, SourcedIndicator, Store, Unit};

/// A plan to be made: from 2025 to 2026, reported for every month but the last.
pub struct Made<'a> {
    /// Its units: full name and short name.
    pub units: &'a [(String, Option<String>)],
    /// How many measures it has, each with an indicator if it has figures.
    pub rows: u64,
    /// Whether there are figures.
    pub figures: bool,
    /// Which units answer for a measure.
    pub of: fn(u64) -> std::ops::Range<usize>,
}

/// When everything happened.
const AT: i64 = 1_767_225_600_000;

fn uid(n: u64) -> Uid {
    let mut random = [0; 10];
    random[2..].copy_from_slice(&n.to_be_bytes());
    Uid::new(AT as u64, random)
}

fn amount(value: u64) -> Amount {
    Amount::new(value as f64).expect("a small number")
}

/// Returns what a measure is called; every third has a long name.
fn title(what: &str, n: u64) -> String {
    let long = if n.is_multiple_of(3) {
        "促进城乡居民基本公共卫生服务均等化与家庭医生签约服务高质量融合发展"
    } else {
        ""
    };
    format!("{what}{}{long}", n + 1)
}

/// Writes the ledger.
pub fn ledger(path: &Path, made: &Made) {
    let mut store = Store::create(path, uid(0), AT).expect("a ledger can be made");
    let op = Op { kind: OperationKind::Import, label: "导入".into(), who: "测试员".into(), at: AT, uid: uid(1) };
    store.transact(op, |w| write(w, made)).expect("a ledger can be filled");
}

fn write(w: &mut store::Writer<'_>, made: &Made) -> store::Result<()> {
    let day = |text: &str| text.parse().expect("a day");
    let plan = w.insert_plan(&Plan {
        uid: uid(2),
        document_id: None,
        title: "云州市卫生健康事业发展两年行动计划（2025—2026年）".to_owned(),
        number: None,
        issuer: None,
        issued: None,
        start: day("2025-01-01"),
        due: day("2026-12-31"),
        position: 1,
    })?;
    let mut units = Vec::new();
    for (n, (name, short)) in made.units.iter().enumerate() {
        let (name, short_name, position) = (name.clone(), short.clone(), n as i64 + 1);
        units.push(w.upsert_unit(&Unit { uid: uid(3 + n as u64), name, short_name, parent_id: None, is_group: false, position })?);
    }
    let months: Vec<Period> = std::iter::successors("2025-01".parse().ok(), |period: &Period| Some(period.next())).take(23).collect();
    for n in 0..made.rows {
        let measure = measure(w, plan, n)?;
        let answering = &units[(made.of)(n)];
        for (position, unit) in answering.iter().enumerate() {
            w.insert_responsibility(Responsibility {
                measure_id: measure,
                unit_id: *unit,
                role: Role::Responsible,
                position: position as i64,
            })?;
        }
        if !made.figures {
            continue;
        }
        let indicator = indicator(w, plan, measure, n)?;
        for (at, unit) in answering.iter().enumerate() {
            report(w, (indicator, is_rate(n)), *unit, &months, n + 31 * at as u64)?;
        }
    }
    Ok(())
}

fn measure(w: &mut store::Writer<'_>, plan: i64, n: u64) -> store::Result<i64> {
    let title = title("举措", n);
    w.insert_measure(&Measure {
        uid: uid(10_000 + n),
        plan_id: plan,
        section_id: None,
        number: Some((n + 1).to_string()),
        title: title.clone(),
        text: title,
        deadline: None,
        span: None,
        document_id: None,
        position: n as i64,
        weight: None,
    })
}

/// Every fourth indicator is a rate.
const fn is_rate(n: u64) -> bool {
    n % 4 == 3
}

fn indicator(w: &mut store::Writer<'_>, plan: i64, measure: i64, n: u64) -> store::Result<i64> {
    let day = |text: &str| text.parse().expect("a day");
    let rate = is_rate(n);
    let terms = Indicator {
        name: title("指标", n),
        unit: if rate { "%".into() } else { "人次".into() },
        comparator: Comparator::AtLeast,
        target: Some(amount(if rate { 90 } else { 12_000 })),
        upper: None,
        baseline: None,
        start: day("2025-01-01"),
        due: day("2026-12-31"),
        kind: if rate { ValueKind::Rate } else { ValueKind::Cumulative },
        pace: if rate { Pace::Maintain } else { Pace::Accumulate },
        roll_up: if rate { RollUp::Ratio } else { RollUp::Sum },
        weight: Amount::ONE,
        every: domain::Every::Month,
        planned: Vec::new(),
    };
    w.insert_indicator(&SourcedIndicator {
        uid: uid(20_000 + n),
        plan_id: plan,
        measure_id: Some(measure),
        indicator: terms,
        target_text: None,
        upper_text: None,
        baseline_text: None,
        baseline_date: None,
        quote: String::new(),
        span: None,
        document_id: None,
        position: n as i64,
    })
}

/// Reports an indicator, a rate or not, for the months; `n` makes the figures differ.
fn report(w: &mut store::Writer<'_>, (indicator, rate): (i64, bool), unit: i64, months: &[Period], n: u64) -> store::Result<()> {
    for (at, period) in months.iter().enumerate() {
        let figure = match rate {
            true => Figure::Ratio { numerator: amount(80 + (at as u64 + n) % 9), denominator: amount(100) },
            false => Figure::Value(amount(at as u64 * 417 + n)),
        };
        w.record_entry(&Entry {
            indicator_id: indicator,
            unit_id: unit,
            period: *period,
            figure: Some(figure),
            typed: None,
            note: None,
            who: "测试员".to_owned(),
            at: AT,
        })?;
    }
    Ok(())
}
