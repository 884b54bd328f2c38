//! Tests of the whole way: out, changed, in.

mod chaos;
mod disorder;
mod edited;
mod formats;
mod hostile;
mod notes;
mod round_trip;
mod sheets;
pub mod structure;
mod told;

use crate::{Form, FormMeasure, FormRow};
use chrono::NaiveDate;
use domain::{Amount, Passage, Uid, ValueKind};
use std::collections::BTreeMap;

/// Returns how many cases a law is tried on: `usual`, or as many as `cargo xtask soak` asks for.
pub fn cases(usual: u32) -> u32 {
    std::env::var("YAODIAN_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(usual)
}

pub fn uid(n: u8) -> Uid {
    Uid::new(1_700_000_000_000 + u64::from(n), [n; 10])
}

pub fn amount(value: f64) -> Amount {
    Amount::new(value).unwrap()
}

pub fn row(n: u8, indicator: &str, unit: &str, kind: ValueKind) -> FormRow {
    FormRow {
        row: uid(n),
        measure_number: format!("{n}."),
        measure_title: format!("推进第{n}项工作"),
        role_label: "牵头".into(),
        indicator_name: indicator.into(),
        unit_of_measure: unit.into(),
        target_label: "≥2600".into(),
        due: "2024-12-31".into(),
        kind,
        is_ratio: kind == ValueKind::Rate,
        last: Some(amount(1200.0)),
        value: None,
        numerator: None,
        denominator: None,
        note: None,
    }
}

pub fn measure(n: u8, title: &str, text: &str) -> FormMeasure {
    FormMeasure {
        row: uid(n),
        number: format!("{n}."),
        title: title.into(),
        text: text.into(),
        role_label: "配合".into(),
        due: "2024-12-31".into(),
        told: BTreeMap::from([(Passage::Progress, format!("第{n}项已开工\n下月完工"))]),
    }
}

/// A form with a row of each kind, and two measures.
pub fn form() -> Form {
    let mut rows = vec![
        row(1, "新增托位", "个", ValueKind::Cumulative),
        row(2, "义诊", "人次", ValueKind::Increment),
        row(3, "每千人口床位", "张", ValueKind::Point),
        row(4, "规范管理率", "%", ValueKind::Rate),
        row(5, "分院建设", "", ValueKind::Qualitative),
    ];
    rows[0].value = Some(amount(1800.0));
    rows[0].note = Some("已开工3处\n另有1处选址".into());
    rows[3].numerator = Some(amount(2.0));
    rows[3].denominator = Some(amount(3.0));
    rows[3].value = amount(2.0 / 3.0).times(100.0);
    Form {
        exchange: uid(100),
        plan_title: "云州市2024年卫生健康工作要点".into(),
        period: "2024-06".parse().unwrap(),
        period_label: "2024年6月".into(),
        unit_name: "东湖区卫生健康局".into(),
        sent_on: NaiveDate::from_ymd_opt(2024, 7, 1).unwrap(),
        sent_by: "王芳".into(),
        rows,
        measures: vec![measure(11, "新增托位", "≥2600"), measure(12, "只写进展的任务", "")],
        trend: None,
    }
}
