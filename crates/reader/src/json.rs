//! The draft as `yaodian read --json` prints it.

use crate::model::{Draft, Measure, PlanPeriod, Target};
use chrono::NaiveDate;
use domain::{Amount, Comparator, Role, TargetKind};
use serde::Serialize;

/// A draft plan in the shape of `yaodian read --json`: no spans, absent is null (of a baseline, left out).
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DraftJson {
    title: Option<String>,
    document_number: Option<String>,
    issuer: Option<String>,
    issued: Option<NaiveDate>,
    period: Option<PlanPeriod>,
    sections: Vec<String>,
    measures: Vec<MeasureJson>,
    targets: Vec<TargetJson>,
    phases: Vec<PhaseJson>,
    warnings: Vec<WarningJson>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
struct MeasureJson {
    number: Option<String>,
    section: Option<String>,
    title: String,
    text: String,
    units: Vec<String>,
    lead_units: Vec<String>,
    cooperating_units: Vec<String>,
    deadline: Option<NaiveDate>,
    targets: Vec<TargetJson>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
struct TargetJson {
    quote: String,
    name: String,
    comparator: Comparator,
    value: Option<Amount>,
    upper: Option<Amount>,
    unit: Option<String>,
    due: Option<NaiveDate>,
    kind: TargetKind,
    /// Only where the document tells it: what scripts know of a target stays as it was.
    #[serde(skip_serializing_if = "Option::is_none")]
    baseline: Option<BaselineJson>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
struct BaselineJson {
    value: Amount,
    date: Option<NaiveDate>,
    quote: String,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
struct PhaseJson {
    name: String,
    due: Option<NaiveDate>,
    text: String,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
struct WarningJson {
    line: usize,
    message: String,
}

/// Returns the draft in the shape of `yaodian read --json`.
pub fn to_json(draft: &Draft) -> DraftJson {
    let heading = |measure: &Measure| measure.section.and_then(|at| draft.sections.get(at)).map(|section| section.heading());
    DraftJson {
        title: draft.title.clone(),
        document_number: draft.document_number.clone(),
        issuer: draft.issuer.clone(),
        issued: draft.issued,
        period: draft.period,
        sections: draft.sections.iter().map(|section| section.heading()).collect(),
        measures: draft.measures.iter().map(|measure| measure_json(measure, heading(measure))).collect(),
        targets: draft.targets.iter().map(target_json).collect(),
        phases: draft.phases.iter().map(|p| PhaseJson { name: p.name.clone(), due: p.due, text: p.text.clone() }).collect(),
        warnings: draft.warnings.iter().map(|w| WarningJson { line: w.line, message: w.message.clone() }).collect(),
    }
}

fn measure_json(measure: &Measure, section: Option<String>) -> MeasureJson {
    let named = |wanted: &[Role]| measure.units.iter().filter(|u| wanted.contains(&u.role)).map(|u| u.name.clone()).collect();
    MeasureJson {
        number: measure.number.clone(),
        section,
        title: measure.title.clone(),
        text: measure.text.clone(),
        units: named(&[Role::Lead, Role::Responsible]),
        lead_units: named(&[Role::Lead]),
        cooperating_units: named(&[Role::Cooperating]),
        deadline: measure.deadline,
        targets: measure.targets.iter().map(target_json).collect(),
    }
}

fn target_json(target: &Target) -> TargetJson {
    TargetJson {
        quote: target.quote.clone(),
        name: target.name.clone(),
        comparator: target.comparator,
        value: target.value,
        upper: target.upper,
        unit: (!target.unit.is_empty()).then(|| target.unit.clone()),
        due: target.due,
        kind: target.kind,
        baseline: target.baseline.as_ref().map(|b| BaselineJson { value: b.value, date: b.date, quote: b.quote.clone() }),
    }
}
