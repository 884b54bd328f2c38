//! A thousand workbooks that were sent by the program and came back filled in; made once and kept.

use crate::ledger::{self, EXCHANGE, LAST};
use app::wire::Send;
use domain::{Amount, Uid, ValueKind};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use workbook::{Form, FormMeasure, FormRow};

/// A ledger that has sent its workbooks, and what came back.
pub struct Returns {
    /// The ledger; it stays as it is.
    pub ledger: PathBuf,
    /// The workbooks, one a unit.
    pub files: Vec<PathBuf>,
}

/// What is still to be written when the making breaks off.
const WHOLE: &str = "whole";

/// Returns the workbooks, and the ledger they belong to.
pub fn made() -> Returns {
    let folder = ledger::folder().join("exchange-1");
    let (ledger, back) = (folder.join("sent.yaodian"), folder.join("back"));
    if !folder.join(WHOLE).exists() {
        let reported = ledger::made(&EXCHANGE);
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&back).expect("the target folder can be written");
        fs::copy(reported, &ledger).expect("there is room for the ledger");
        eprintln!("sending {} workbooks and filling them in", EXCHANGE.units);
        for file in send(&ledger, &folder.join("sent")) {
            let filled = hand::fill(&fs::read(&file).expect("it was just written"), entered);
            fs::write(back.join(file.file_name().expect("a file has a name")), filled).expect("there is room for the workbooks");
        }
        fs::write(folder.join(WHOLE), "").expect("there is room for nothing");
    }
    let mut files: Vec<PathBuf> = fs::read_dir(back).expect("it was made").map(|entry| entry.expect("it can be listed").path()).collect();
    files.sort();
    assert_eq!(files.len(), EXCHANGE.units);
    Returns { ledger, files }
}

/// Sends every unit its workbook for the last month, and returns the files.
pub fn send(ledger: &Path, folder: &Path) -> Vec<PathBuf> {
    let mut app = ledger::opened(ledger);
    let store = store::Store::open(ledger, store::OpenMode::Read).expect("the ledger was just made");
    let plan = store.plans().expect("a plan").remove(0).data.uid;
    let request = Send { plan, period: LAST.parse().expect("a month"), units: Vec::new(), trend: false };
    let sent = app::send::send_to(&mut app, &request, folder).expect("the workbooks can be written");
    sent.files.into_iter().map(|file| PathBuf::from(file.path)).collect()
}

/// Returns what a unit enters in an empty cell: figures everywhere, a note in every third row.
fn entered(cell: &str) -> Option<String> {
    let (column, row) = cell.split_at(1);
    let row: u32 = row.parse().ok().filter(|row| *row > 3)?;
    // Every fifth indicator, the second of its measure, is a ratio.
    let ratio = (row - 4) % 5 == 1;
    match column {
        "K" if !ratio => Some((row * 3).to_string()),
        "L" if ratio => Some((row * 2).to_string()),
        "M" if ratio => Some((row * 2 + 40).to_string()),
        "N" if row.is_multiple_of(3) => Some(format!("已完成前期工作，正在推进第{row}项，存在场地不足的问题")),
        _ => None,
    }
}

/// Returns a form like those that are sent.
pub fn form() -> Form {
    let row = |at: u32| {
        let ratio = at % 5 == 1;
        let amount = |value: u32| Some(Amount::from(value));
        FormRow {
            row: Uid::new(1, [at as u8; 10]),
            measure_number: (at / 5).to_string(),
            measure_title: format!("第{}项举措", at / 5),
            role_label: "责任".into(),
            indicator_name: format!("第{}项举措的第{}个指标", at / 5, at % 5),
            unit_of_measure: if ratio { "%" } else { "个" }.into(),
            target_label: "≥14000".into(),
            due: "2026-12-31".into(),
            kind: if ratio { ValueKind::Rate } else { ValueKind::Cumulative },
            is_ratio: ratio,
            last: amount(at),
            value: None,
            numerator: None,
            denominator: None,
            note: None,
        }
    };
    let measure = |at: usize| FormMeasure {
        row: Uid::new(at as u64 + 1000, [2; 10]),
        number: at.to_string(),
        title: format!("第{at}项举措"),
        text: String::new(),
        role_label: "责任".into(),
        due: "2026-12-31".into(),
        told: BTreeMap::new(),
    };
    Form {
        exchange: Uid::new(1, [1; 10]),
        plan_title: "三年行动计划".into(),
        period: LAST.parse().expect("a month"),
        period_label: "2026年12月".into(),
        unit_name: "第1单位".into(),
        sent_on: "2027-01-02".parse().expect("a day"),
        sent_by: "云州市卫生健康委".into(),
        rows: (0..300).map(row).collect(),
        measures: (0..60).map(measure).collect(),
        trend: None,
    }
}
