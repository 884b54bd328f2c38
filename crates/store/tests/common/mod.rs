//! A small ledger to try things on. Each test file uses a part of it.
#![allow(dead_code)]

use domain::judge::Figure;
use domain::{Amount, Comparator, Every, Indicator, Pace, Period, Role, RollUp, Uid, ValueKind};
use std::path::{Path, PathBuf};
use store::*;

/// A folder that is removed at the end of the test, and a ledger path in it.
pub struct Place {
    folder: tempfile::TempDir,
    pub path: PathBuf,
}

impl Place {
    pub fn new() -> Place {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("云州市 50%#1?.yaodian");
        Place { folder, path }
    }

    pub fn folder(&self) -> &Path {
        self.folder.path()
    }
}

/// The n-th name of the test.
pub fn uid(n: u64) -> Uid {
    let mut random = [0; 10];
    random[2..].copy_from_slice(&n.to_be_bytes());
    Uid::new(1_700_000_000_000, random)
}

pub fn op(n: u64, kind: OperationKind, label: &str) -> Op {
    Op { kind, label: label.to_owned(), who: "王芳".to_owned(), at: 1_700_000_000_000 + n as i64, uid: uid(1_000_000 + n) }
}

pub fn amount(value: f64) -> Amount {
    Amount::new(value).unwrap()
}

pub fn period(code: &str) -> Period {
    code.parse().unwrap()
}

pub fn create(place: &Place) -> Store {
    Store::create(&place.path, uid(0), 1_700_000_000_000).unwrap()
}

pub fn open(place: &Place) -> Store {
    Store::open(&place.path, OpenMode::Write).unwrap()
}

pub fn entry(indicator_id: i64, unit_id: i64, code: &str, value: f64) -> Entry {
    Entry {
        indicator_id,
        unit_id,
        period: period(code),
        figure: Some(Figure::Value(amount(value))),
        typed: None,
        note: None,
        who: "李强".to_owned(),
        at: 1_700_000_000_000,
    }
}

pub fn unit(n: u64, name: &str) -> Unit {
    Unit { uid: uid(n), name: name.to_owned(), short_name: None, parent_id: None, is_group: false, position: n as i64 }
}

pub fn indicator(n: u64, plan_id: i64, measure_id: i64, name: &str) -> SourcedIndicator {
    SourcedIndicator {
        uid: uid(n),
        plan_id,
        measure_id: Some(measure_id),
        indicator: Indicator {
            name: name.to_owned(),
            unit: "个".to_owned(),
            comparator: Comparator::AtLeast,
            target: Some(amount(2600.0)),
            upper: None,
            baseline: Some(amount(0.1)),
            start: "2024-01-01".parse().unwrap(),
            due: "2024-12-31".parse().unwrap(),
            kind: ValueKind::Cumulative,
            pace: Pace::Accumulate,
            roll_up: RollUp::Sum,
            weight: Amount::ONE,
            every: Every::Month,
            planned: Vec::new(),
        },
        target_text: Some("0.26万".to_owned()),
        upper_text: None,
        baseline_text: None,
        baseline_date: Some("2023-12-31".parse().unwrap()),
        quote: format!("{name}2600个以上"),
        span: Some(10..30),
        document_id: None,
        position: n as i64,
    }
}

/// Numbers of what [`fill`] wrote.
pub struct Filled {
    pub plan: i64,
    pub measure: i64,
    pub units: [i64; 3],
    pub indicators: [i64; 3],
}

/// Imports a plan with three units and three indicators: one operation.
pub fn fill(store: &mut Store) -> Filled {
    store.transact(op(1, OperationKind::Import, "导入《云州市2024年工作要点》"), import).unwrap()
}

fn import(w: &mut Writer<'_>) -> Result<Filled> {
    let document = Document {
        uid: uid(10),
        name: "要点.txt".to_owned(),
        format: "text".to_owned(),
        sha256: String::new(),
        cleaned: "一、新增托位2600个以上".to_owned(),
        received_at: 1_700_000_000_000,
    };
    let document_id = w.insert_document(&document, b"\xef\xbb\xbf\0raw bytes")?;
    let plan = w.insert_plan(&Plan {
        uid: uid(11),
        document_id: Some(document_id),
        title: "云州市2024年工作要点".to_owned(),
        number: Some("云卫发〔2024〕8号".to_owned()),
        issuer: Some("云州市卫生健康委".to_owned()),
        issued: Some("2024-01-20".parse().unwrap()),
        start: "2024-01-01".parse().unwrap(),
        due: "2024-12-31".parse().unwrap(),
        position: 1,
    })?;
    let section = w.insert_section(&Section {
        uid: uid(12),
        plan_id: plan,
        number: Some("一".into()),
        title: "托育".into(),
        position: 1,
        weight: None,
    })?;
    let measure = w.insert_measure(&Measure {
        uid: uid(13),
        plan_id: plan,
        section_id: Some(section),
        number: Some("1".to_owned()),
        title: "发展普惠托育".to_owned(),
        text: "新增托位2600个以上".to_owned(),
        deadline: None,
        span: Some(0..30),
        document_id: None,
        position: 1,
        weight: None,
    })?;
    let units = [w.upsert_unit(&unit(20, "东湖区"))?, w.upsert_unit(&unit(21, "西山区"))?, w.upsert_unit(&unit(22, "市卫生健康委"))?];
    for (position, (unit_id, role)) in
        [(units[2], Role::Lead), (units[0], Role::Responsible), (units[1], Role::Cooperating)].into_iter().enumerate()
    {
        w.insert_responsibility(Responsibility { measure_id: measure, unit_id, role, position: position as i64 })?;
    }
    let mut indicators = [0; 3];
    for (n, name) in ["新增托位", "培训医师", "家庭医生签约率"].into_iter().enumerate() {
        indicators[n] = w.insert_indicator(&indicator(30 + n as u64, plan, measure, name))?;
    }
    Ok(Filled { plan, measure, units, indicators })
}
