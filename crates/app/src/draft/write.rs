//! The rows of a confirmed draft.

use super::desk::{Content, Desk, Measure, Phase, Target};
use crate::wire::Imported;
use crate::{ApiError, units};
use chrono::NaiveDate;
use domain::{Amount, Every, Indicator, TargetKind, Uid, is_group_name};
use std::collections::{BTreeSet, HashMap};
use store::{Achievement, Document, Milestone, Plan, Responsibility, Section, SourcedIndicator, Unit, Writer};

/// What is known of the plan besides its draft.
pub(crate) struct Head {
    /// Its title.
    pub(crate) title: String,
    /// When it came.
    pub(crate) received_at: i64,
    /// Its first day.
    pub(crate) start: NaiveDate,
    /// Its last day.
    pub(crate) due: NaiveDate,
}

/// Writes everything of a draft that was not dropped. `ids` holds one new id for each of [`Content::things`].
pub(crate) fn write(w: &Writer<'_>, desk: &Desk, head: Head, ids: Vec<Uid>) -> Result<Imported, ApiError> {
    let mut ids = ids.into_iter();
    let document_id = Some(w.insert_document(&document(desk, next(&mut ids), head.received_at), &desk.bytes)?);
    let (uid, position) = (next(&mut ids), w.plans()?.len() as i64);
    let (title, start, due) = (head.title, head.start, head.due);
    let content = &desk.content;
    let (number, issuer, issued) = (content.plan.document_number.clone(), content.plan.issuer.clone(), content.plan.issued);
    let plan_id = w.insert_plan(&Plan { uid, document_id, title: title.clone(), number, issuer, issued, start, due, position })?;
    learn(w, content)?;
    let mut rows = Rows::of(w, plan_id, (start, due), ids)?;
    let sections = content.sections.iter().enumerate().map(|(at, section)| rows.section(at, section));
    let sections: Vec<i64> = sections.collect::<Result<_, _>>()?;
    let mut measures: HashMap<&str, i64> = HashMap::new();
    for (at, item) in content.kept_measures().enumerate() {
        let section_id = item.content.section.and_then(|section| sections.get(section)).copied();
        measures.insert(&item.key, rows.measure(at, &item.content, section_id)?);
    }
    let mut indicators = 0;
    for (at, target) in content.kept_targets().enumerate() {
        let measure_id = target.measure.as_deref().map(|measure| measures[measure]);
        match target.kind {
            TargetKind::Achieved => rows.achievement(at, target, measure_id)?,
            TargetKind::Target => {
                let deadline = target.measure.as_deref().and_then(|key| content.measure(key)?.content.deadline);
                rows.indicator(at, target, measure_id, deadline)?;
                indicators += 1;
            }
        }
    }
    let mut phases = 0;
    for (at, item) in content.phases.iter().enumerate().filter(|(_, item)| !item.dropped) {
        rows.phase(at, &item.content)?;
        phases += 1;
    }
    let (sections, measures, new_units) = (sections.len() as u32, measures.len() as u32, rows.new_units);
    Ok(Imported { plan: uid, title, sections, measures, indicators, new_units, phases, warnings: Vec::new() })
}

/// Makes the ledger's units go by the names a person said are theirs too, as far as the plan still uses them.
pub(super) fn learn(w: &Writer<'_>, content: &Content) -> Result<(), ApiError> {
    let used: BTreeSet<&str> = content.kept_measures().flat_map(|item| item.content.units.iter().map(|unit| unit.name.as_str())).collect();
    for (name, unit) in content.answers.iter().filter(|(name, _)| used.contains(name.as_str())) {
        if let Some(unit) = unit {
            let missing = || ApiError::not_found(format!("“{name}”的单位已不在台账里")).hint("请在单位页另选单位，或新建单位");
            w.set_alias(name, w.unit(*unit)?.ok_or_else(missing)?.id)?;
        }
    }
    Ok(())
}

pub(super) fn document(desk: &Desk, uid: Uid, received_at: i64) -> Document {
    Document {
        uid,
        name: desk.file.clone(),
        format: format!("{:?}", desk.reading.source.format).to_lowercase(),
        sha256: String::new(),
        cleaned: desk.reading.source.text.clone(),
        received_at,
    }
}

fn next(ids: &mut std::vec::IntoIter<Uid>) -> Uid {
    ids.next().expect("one id was made for each thing of the draft")
}

/// Returns how a target of a plan that lasts from one day to another is judged.
pub(super) fn terms(target: &Target, deadline: Option<NaiveDate>, (start, plan_due): (NaiveDate, NaiveDate)) -> Indicator {
    let due = target.due.or(deadline).unwrap_or(plan_due);
    Indicator {
        name: target.name.clone(),
        unit: target.unit.clone(),
        comparator: target.comparator,
        target: target.value,
        upper: target.upper,
        baseline: target.baseline,
        // A date before the plan begins is met or missed on that day.
        start: start.min(due),
        due,
        kind: target.value_kind,
        pace: target.pace,
        roll_up: target.roll_up,
        weight: Amount::ONE,
        every: Every::Month,
        planned: Vec::new(),
    }
}

/// The rows of one plan being written.
pub(super) struct Rows<'a> {
    w: &'a Writer<'a>,
    ids: std::vec::IntoIter<Uid>,
    plan_id: i64,
    start: NaiveDate,
    due: NaiveDate,
    /// The ledger's units by every way their names are written.
    known: HashMap<String, i64>,
    units: i64,
    pub(super) new_units: u32,
}

impl<'a> Rows<'a> {
    /// Begins to write rows of a plan that lasts from one day to another.
    pub(super) fn of(
        w: &'a Writer<'a>,
        plan_id: i64,
        (start, due): (NaiveDate, NaiveDate),
        ids: std::vec::IntoIter<Uid>,
    ) -> Result<Rows<'a>, ApiError> {
        let (known, units) = (units::known(w)?, w.units()?.len() as i64);
        Ok(Rows { w, ids, plan_id, start, due, known, units, new_units: 0 })
    }

    pub(super) fn section(&mut self, at: usize, section: &reader::Section) -> Result<i64, ApiError> {
        let (uid, plan_id, position) = (next(&mut self.ids), self.plan_id, at as i64);
        let (number, title) = (section.number.clone(), section.title.clone());
        Ok(self.w.insert_section(&Section { uid, plan_id, number, title, position, weight: None })?)
    }

    pub(super) fn measure(&mut self, at: usize, measure: &Measure, section_id: Option<i64>) -> Result<i64, ApiError> {
        let uid = next(&mut self.ids);
        let measure_id = self.w.insert_measure(&self.measure_row(uid, at, measure, section_id))?;
        self.responsibilities(measure_id, measure)?;
        Ok(measure_id)
    }

    /// Returns a measure of the draft as the ledger holds it.
    pub(super) fn measure_row(&self, uid: Uid, at: usize, measure: &Measure, section_id: Option<i64>) -> store::Measure {
        store::Measure {
            uid,
            plan_id: self.plan_id,
            section_id,
            number: measure.number.clone(),
            title: measure.title.clone(),
            text: measure.text.clone(),
            deadline: measure.deadline,
            span: Some(measure.span.start..measure.span.end),
            document_id: None,
            position: at as i64,
            weight: None,
        }
    }

    /// Gives the units of a measure their part in it.
    pub(super) fn responsibilities(&mut self, measure_id: i64, measure: &Measure) -> Result<(), ApiError> {
        // Two names of one unit give it one responsibility, its first.
        let mut seen = BTreeSet::new();
        for (position, unit) in (1..).zip(&measure.units) {
            let unit_id = self.unit(&unit.name)?;
            if seen.insert(unit_id) {
                self.w.insert_responsibility(Responsibility { measure_id, unit_id, role: unit.role, position })?;
            }
        }
        Ok(())
    }

    /// Returns the unit of this name; one the ledger does not know is added.
    fn unit(&mut self, name: &str) -> Result<i64, ApiError> {
        let uid = next(&mut self.ids);
        let key = units::plain(name);
        if let Some(known) = self.known.get(&key) {
            return Ok(*known);
        }
        let (is_group, position) = (is_group_name(name), self.units);
        let id = self.w.upsert_unit(&Unit { uid, name: name.to_owned(), short_name: None, parent_id: None, is_group, position })?;
        self.known.insert(key, id);
        self.units += 1;
        self.new_units += 1;
        Ok(id)
    }

    pub(super) fn achievement(&mut self, at: usize, target: &Target, measure_id: Option<i64>) -> Result<(), ApiError> {
        self.w.insert_achievement(&Achievement {
            plan_id: self.plan_id,
            measure_id,
            name: target.name.clone(),
            unit: target.unit.clone(),
            value: target.value,
            value_text: None,
            quote: target.quote.clone(),
            span: Some(target.span.start..target.span.end),
            position: at as i64,
        })?;
        Ok(())
    }

    pub(super) fn indicator(
        &mut self,
        at: usize,
        target: &Target,
        measure_id: Option<i64>,
        deadline: Option<NaiveDate>,
    ) -> Result<(), ApiError> {
        let uid = next(&mut self.ids);
        self.w.insert_indicator(&self.indicator_row(uid, at, target, measure_id, deadline))?;
        Ok(())
    }

    /// Returns a target of the draft as the ledger holds it: an indicator.
    pub(super) fn indicator_row(
        &self,
        uid: Uid,
        at: usize,
        target: &Target,
        measure_id: Option<i64>,
        deadline: Option<NaiveDate>,
    ) -> SourcedIndicator {
        let indicator = terms(target, deadline, (self.start, self.due));
        SourcedIndicator {
            uid,
            plan_id: self.plan_id,
            measure_id,
            indicator,
            target_text: None,
            upper_text: None,
            baseline_text: None,
            baseline_date: target.baseline_date,
            quote: target.quote.clone(),
            span: Some(target.span.start..target.span.end),
            document_id: None,
            position: at as i64,
        }
    }

    pub(super) fn phase(&mut self, at: usize, phase: &Phase) -> Result<(), ApiError> {
        self.w.insert_milestone(&Milestone {
            uid: next(&mut self.ids),
            plan_id: self.plan_id,
            measure_id: None,
            name: phase.name.clone(),
            due: phase.due,
            text: phase.text.clone(),
            done_on: None,
            evidence: None,
            position: at as i64,
        })?;
        Ok(())
    }
}
