//! A draft becomes a plan of the ledger, as one operation.

use super::desk::{Desk, Item, Measure, Target};
use super::read_file;
use crate::wire::{Imported, Nothing};
use crate::{ApiError, App, ErrorKind, units};
use chrono::{Datelike, NaiveDate};
use domain::{Amount, Indicator, TargetKind, Uid, is_group_name};
use std::collections::HashMap;
use std::path::Path;
use store::{Achievement, Document, Milestone, OperationKind, Plan, Responsibility, Section, SourcedIndicator, Store, Unit, Writer};

/// Writes the draft under review into the open ledger; with none open, makes one named after the plan.
pub(crate) fn confirm(app: &mut App, _: Nothing) -> Result<Imported, ApiError> {
    let title = app.draft.as_ref().ok_or_else(super::no_draft)?.plan.title.clone();
    if app.ledger.is_none() {
        app.create_named(if title.trim().is_empty() { "新台账" } else { title.trim() })?;
    }
    let desk = app.draft.take().ok_or_else(super::no_draft)?;
    let imported = write(app, &desk);
    if imported.is_err() {
        // What a person corrected must not be lost because writing failed.
        app.draft = Some(desk);
    }
    imported
}

/// Reads a document and writes it into the ledger as it was read.
pub fn import(app: &mut App, path: &Path) -> Result<Imported, ApiError> {
    let (name, bytes) = read_file(path)?;
    import_bytes(app, name, bytes)
}

/// Reads a document from its bytes and writes it into the ledger as it was read.
pub(crate) fn import_bytes(app: &mut App, name: String, bytes: Vec<u8>) -> Result<Imported, ApiError> {
    let reading = reader::read(&name, &bytes)?;
    write(app, &Desk::new(name, bytes, reading))
}

fn write(app: &mut App, desk: &Desk) -> Result<Imported, ApiError> {
    let sha256 = store::sha256(&desk.bytes);
    refuse_twice(app.store()?, &sha256, &desk.file)?;
    let mut warnings: Vec<String> = Vec::new();
    let today = app.host.now().date_naive();
    let (start, due) = span(desk, today, &mut warnings)?;
    let title = match desk.plan.title.trim() {
        "" => desk.file.rsplit_once('.').map_or(desk.file.as_str(), |(stem, _)| stem).to_owned(),
        title => title.to_owned(),
    };
    let kept_measures = desk.measures.iter().filter(|item| !item.dropped).count();
    if kept_measures == 0 && desk.targets.iter().all(|item| item.dropped) {
        let error = ApiError::invalid(format!("“{}”里没有读到举措和目标，没有导入", desk.file));
        return Err(error.hint("请确认这是一份计划；如果是，请把它另存为 .docx 或 .txt 再试"));
    }
    let at = app.now_millis();
    let operation = app.operation(OperationKind::Import, format!("导入计划“{title}”"));
    let mut ids = Ids::new(app, desk);
    let plan_uid = ids.next();
    let mut imported = Imported {
        plan: plan_uid,
        title: title.clone(),
        sections: 0,
        measures: kept_measures as u32,
        indicators: 0,
        new_units: 0,
        phases: 0,
        warnings,
    };
    let store = app.store_mut()?;
    let position = store.plans()?.len() as i64;
    let mut known: HashMap<String, i64> = HashMap::new();
    for row in store.units()? {
        known.insert(row.unit.name, row.id);
        known.extend(row.aliases.into_iter().map(|alias| (alias, row.id)));
    }
    store.transact(operation, |w| {
        let document = Document {
            uid: ids.next(),
            name: desk.file.clone(),
            format: format!("{:?}", desk.reading.source.format).to_lowercase(),
            sha256,
            cleaned: desk.reading.source.text.clone(),
            received_at: at,
        };
        let plan = &desk.plan;
        let document_id = Some(w.insert_document(&document, &desk.bytes)?);
        let (number, issuer, issued) = (plan.document_number.clone(), plan.issuer.clone(), plan.issued);
        let plan_id = w.insert_plan(&Plan { uid: plan_uid, document_id, title, number, issuer, issued, start, due, position })?;
        let sections = write_sections(w, desk, plan_id, &mut ids)?;
        imported.sections = sections.len() as u32;
        let mut measures = Vec::new();
        for (at, item) in desk.measures.iter().enumerate() {
            measures.push(if item.dropped {
                None
            } else {
                Some(write_measure(w, item, at, plan_id, &sections, &mut known, &mut ids, &mut imported)?)
            });
        }
        for (at, item) in desk.targets.iter().enumerate().filter(|(_, item)| !item.dropped) {
            let measure = item.content.measure;
            let Some(measure_id) = measure.map_or(Some(None), |measure| measures[measure].map(Some)) else { continue };
            let deadline = measure.and_then(|measure| desk.measures[measure].content.deadline);
            write_target(w, item, at, plan_id, measure_id, (start, due), deadline, &mut ids, &mut imported)?;
        }
        for (at, item) in desk.phases.iter().enumerate().filter(|(_, item)| !item.dropped) {
            let (name, due, text) = (item.content.name.clone(), item.content.due, item.content.text.clone());
            w.insert_milestone(&Milestone {
                uid: ids.next(),
                plan_id,
                measure_id: None,
                name,
                due,
                text,
                done_on: None,
                evidence: None,
                position: at as i64,
            })?;
            imported.phases += 1;
        }
        Ok::<_, ApiError>(imported)
    })
}

/// Refuses a document whose very bytes are in the ledger already.
fn refuse_twice(store: &Store, sha256: &str, file: &str) -> Result<(), ApiError> {
    let Some(document) = store.document_by_sha256(sha256)? else { return Ok(()) };
    let plan = store.plans()?.into_iter().find(|plan| plan.data.document_id == Some(document.id));
    let title = plan.map(|plan| format!("，计划“{}”", plan.data.title)).unwrap_or_default();
    let error = ApiError { kind: ErrorKind::Conflict, message: format!("“{file}”已经导入过{title}"), hint: None };
    Err(error.hint("同一份文件不用再导入；要重来，请先撤销上一次导入"))
}

/// Returns the first and last day of the plan; where the document does not say, the year it was issued in.
fn span(desk: &Desk, today: NaiveDate, warnings: &mut Vec<String>) -> Result<(NaiveDate, NaiveDate), ApiError> {
    let year = desk.plan.issued.unwrap_or(today).year();
    let day = |month, day| NaiveDate::from_ymd_opt(year, month, day).expect("every year has a first and a last day");
    if desk.plan.start.is_none() || desk.plan.due.is_none() {
        warnings.push(format!("文件没有写明计划起止，按{year}年全年计"));
    }
    let (start, due) = (desk.plan.start.unwrap_or(day(1, 1)), desk.plan.due.unwrap_or(day(12, 31)));
    if due < start { Err(ApiError::invalid(format!("计划结束日{due}早于开始日{start}"))) } else { Ok((start, due)) }
}

/// New ids for everything of a draft, made before the ledger is locked.
struct Ids(std::vec::IntoIter<Uid>);

impl Ids {
    fn new(app: &App, desk: &Desk) -> Ids {
        let units: usize = desk.measures.iter().map(|item| item.content.units.len()).sum();
        let count = 2 + desk.reading.draft.sections.len() + desk.measures.len() + desk.targets.len() + desk.phases.len() + units;
        Ids((0..count).map(|_| app.new_uid()).collect::<Vec<_>>().into_iter())
    }

    fn next(&mut self) -> Uid {
        self.0.next().expect("one id was made for each thing of the draft")
    }
}

fn write_sections(w: &mut Writer<'_>, desk: &Desk, plan_id: i64, ids: &mut Ids) -> Result<Vec<i64>, ApiError> {
    let mut sections = Vec::new();
    for (at, section) in desk.reading.draft.sections.iter().enumerate() {
        let (number, title) = (section.number.clone(), section.title.clone());
        sections.push(w.insert_section(&Section { uid: ids.next(), plan_id, number, title, position: at as i64 })?);
    }
    Ok(sections)
}

#[expect(clippy::too_many_arguments, reason = "one caller, in one transaction; a struct would only rename them")]
fn write_measure(
    w: &mut Writer<'_>,
    item: &Item<Measure>,
    at: usize,
    plan_id: i64,
    sections: &[i64],
    known: &mut HashMap<String, i64>,
    ids: &mut Ids,
    imported: &mut Imported,
) -> Result<i64, ApiError> {
    let m = &item.content;
    let id = w.insert_measure(&store::Measure {
        uid: ids.next(),
        plan_id,
        section_id: m.section.and_then(|section| sections.get(section)).copied(),
        number: m.number.clone(),
        title: m.title.clone(),
        text: m.text.clone(),
        deadline: m.deadline,
        span: Some(m.span.start..m.span.end),
        position: at as i64,
    })?;
    let mut named = Vec::new();
    for (name, role) in &m.units {
        let uid = ids.next();
        let unit_id = match known.get(name) {
            Some(unit) => *unit,
            None => {
                let unit = match units::lookup(w, name)? {
                    Some(unit) => unit.id,
                    None => {
                        imported.new_units += 1;
                        let position = known.len() as i64;
                        w.upsert_unit(&Unit {
                            uid,
                            name: name.clone(),
                            short_name: None,
                            parent_id: None,
                            is_group: is_group_name(name),
                            position,
                        })?
                    }
                };
                known.insert(name.clone(), unit);
                unit
            }
        };
        if !named.contains(&(unit_id, *role)) {
            named.push((unit_id, *role));
            w.insert_responsibility(Responsibility { measure_id: id, unit_id, role: *role, position: named.len() as i64 })?;
        }
    }
    Ok(id)
}

#[expect(clippy::too_many_arguments, reason = "one caller, in one transaction; a struct would only rename them")]
fn write_target(
    w: &mut Writer<'_>,
    item: &Item<Target>,
    at: usize,
    plan_id: i64,
    measure_id: Option<i64>,
    (start, end): (NaiveDate, NaiveDate),
    deadline: Option<NaiveDate>,
    ids: &mut Ids,
    imported: &mut Imported,
) -> Result<(), ApiError> {
    let t = &item.content;
    let span = Some(t.span.start..t.span.end);
    if t.kind == TargetKind::Achieved {
        let (name, unit, quote) = (t.name.clone(), t.unit.clone(), t.quote.clone());
        w.insert_achievement(&Achievement {
            plan_id,
            measure_id,
            name,
            unit,
            value: t.value,
            value_text: None,
            quote,
            span,
            position: at as i64,
        })?;
        return Ok(());
    }
    let due = t.due.or(deadline).unwrap_or(end);
    let indicator = Indicator {
        name: t.name.clone(),
        unit: t.unit.clone(),
        comparator: t.comparator,
        target: t.value,
        upper: t.upper,
        baseline: None,
        // A date before the plan begins is met or missed on that day.
        start: start.min(due),
        due,
        kind: t.value_kind,
        pace: t.pace,
        roll_up: t.roll_up,
        weight: Amount::ONE,
    };
    let (target_text, upper_text, baseline_text, baseline_date) = (None, None, None, None);
    w.insert_indicator(&SourcedIndicator {
        uid: ids.next(),
        plan_id,
        measure_id,
        indicator,
        target_text,
        upper_text,
        baseline_text,
        baseline_date,
        quote: t.quote.clone(),
        span,
        position: at as i64,
    })?;
    imported.indicators += 1;
    Ok(())
}
