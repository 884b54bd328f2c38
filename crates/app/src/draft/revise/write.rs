//! The changes a person chose, written into the plan.

use super::diff::{Diff, Old, PLAN, committed, deadline};
use crate::ApiError;
use crate::draft::desk::{Content, Desk, Item, Measure, Target};
use crate::draft::write::{Rows, document, learn};
use domain::{Indicator, TargetKind, Uid};
use std::collections::{HashMap, HashSet};
use store::{IndicatorRow, MeasureRow, Milestone, Plan, SourcedIndicator, Writer};

/// Writes the changes named by `take` and returns the plan's title. What stays as it was keeps the document it came from.
pub(super) fn write(
    w: &Writer<'_>,
    old: &Old,
    desk: &Desk,
    diff: &Diff,
    take: &HashSet<&str>,
    ids: Vec<Uid>,
    at: i64,
) -> Result<String, ApiError> {
    let mut ids = ids.into_iter();
    let uid = ids.next().expect("a draft has an id for its document");
    let document_id = w.insert_document(&document(desk, uid, at), &desk.bytes)?;
    let plan = head(old, &desk.content, document_id, take.contains(PLAN));
    w.update_plan(&plan)?;
    learn(w, &desk.content)?;
    let rows = Rows::of(w, old.plan.id, (plan.start, plan.due), ids)?;
    let mut revision = Revision { w, old, content: &desk.content, diff, take, rows, sections: HashMap::new(), measures: HashMap::new() };
    w.clear_achievements(old.plan.id)?;
    revision.measures()?;
    revision.indicators()?;
    revision.phases()?;
    revision.gone()?;
    Ok(plan.title)
}

fn head(old: &Old, content: &Content, document_id: i64, taken: bool) -> Plan {
    let mut plan = Plan { document_id: Some(document_id), ..old.plan.data.clone() };
    if taken {
        let new = &content.plan;
        if !new.title.trim().is_empty() {
            plan.title = new.title.trim().to_owned();
        }
        plan.number = new.document_number.clone().or(plan.number);
        plan.issuer = new.issuer.clone().or(plan.issuer);
        plan.issued = new.issued.or(plan.issued);
        plan.start = new.start.unwrap_or(plan.start);
        plan.due = new.due.unwrap_or(plan.due);
    }
    plan
}

/// A revision being written.
struct Revision<'a> {
    w: &'a Writer<'a>,
    old: &'a Old,
    content: &'a Content,
    diff: &'a Diff,
    take: &'a HashSet<&'a str>,
    rows: Rows<'a>,
    /// Sections of the document by their place there, as far as they are used.
    sections: HashMap<usize, i64>,
    /// Measures of the document by key, as far as they are in the ledger.
    measures: HashMap<&'a str, i64>,
}

impl<'a> Revision<'a> {
    /// Returns true if what the document says of an item holds: it says the same, or a person chose it.
    fn holds(&self, key: &str) -> bool {
        self.take.contains(key) || !self.diff.changes.iter().any(|change| change.key == key)
    }

    fn differs(&self, key: &str, field: &str) -> bool {
        self.diff.changes.iter().any(|change| change.key == key && change.fields.iter().any(|one| one.name == field))
    }

    fn section(&mut self, measure: &Measure) -> Result<Option<i64>, ApiError> {
        let Some(at) = measure.section else { return Ok(None) };
        if let Some(known) = self.sections.get(&at) {
            return Ok(Some(*known));
        }
        let section = &self.content.sections[at];
        let id = match self.old.section(section) {
            Some(id) => id,
            None => self.rows.section(self.old.sections.len() + self.sections.len(), section)?,
        };
        self.sections.insert(at, id);
        Ok(Some(id))
    }

    fn measures(&mut self) -> Result<(), ApiError> {
        let items: Vec<&'a Item<Measure>> = self.content.kept_measures().collect();
        for (at, item) in items.iter().enumerate() {
            let before = self.diff.measures.get(&item.key).map(|at| &self.old.measures[*at]);
            let id = match before {
                Some(row) if self.holds(&item.key) => self.measure(at, item, row)?,
                Some(row) => self.stays(at, row)?,
                None if self.take.contains(item.key.as_str()) => {
                    let section = self.section(&item.content)?;
                    self.rows.measure(at, &item.content, section)?
                }
                None => continue,
            };
            self.measures.insert(&item.key, id);
        }
        let matched: HashSet<usize> = self.diff.measures.values().copied().collect();
        let gone = self
            .old
            .measures
            .iter()
            .enumerate()
            .filter(|(at, row)| !matched.contains(at) && !self.take.contains(row.measure.uid.to_string().as_str()));
        for (at, (_, row)) in (items.len()..).zip(gone) {
            self.stays(at, row)?;
        }
        Ok(())
    }

    fn measure(&mut self, at: usize, item: &Item<Measure>, before: &MeasureRow) -> Result<i64, ApiError> {
        let section = self.section(&item.content)?;
        self.w.update_measure(&self.rows.measure_row(before.measure.uid, at, &item.content, section))?;
        if self.differs(&item.key, "责任单位") {
            self.w.clear_responsibilities(before.id)?;
            self.rows.responsibilities(before.id, &item.content)?;
        }
        Ok(before.id)
    }

    /// Keeps a measure as it was, at its place in the new order.
    fn stays(&self, at: usize, before: &MeasureRow) -> Result<i64, ApiError> {
        let document_id = before.measure.document_id.or(self.old.plan.data.document_id);
        self.w.update_measure(&store::Measure { document_id, position: at as i64, ..before.measure.clone() })?;
        Ok(before.id)
    }

    fn indicators(&mut self) -> Result<(), ApiError> {
        let items: Vec<&'a Item<Target>> = committed(self.content).collect();
        for (at, item) in items.iter().enumerate() {
            let before = self.diff.indicators.get(&item.key).map(|at| &self.old.indicators[*at]);
            match before {
                Some(row) if self.holds(&item.key) => self.indicator(at, item, row)?,
                Some(row) => self.remains(at, row)?,
                None if self.take.contains(item.key.as_str()) => {
                    let measure = self.measure_of(&item.content)?;
                    self.rows.indicator(at, &item.content, measure, deadline(self.content, &item.content))?;
                }
                None => {}
            }
        }
        let matched: HashSet<usize> = self.diff.indicators.values().copied().collect();
        let gone = self.old.indicators.iter().enumerate().filter(|(at, _)| !matched.contains(at));
        for (at, (_, row)) in (items.len()..).zip(gone) {
            self.remains(at, row)?;
        }
        let achieved = self.content.kept_target_items().filter(|item| item.content.kind == TargetKind::Achieved);
        for (at, item) in achieved.enumerate() {
            let measure = item.content.measure.as_deref().and_then(|key| self.measures.get(key)).copied();
            self.rows.achievement(at, &item.content, measure)?;
        }
        Ok(())
    }

    /// Returns the measure of the ledger a target goes to; a new measure that was not chosen has none.
    fn measure_of(&self, target: &Target) -> Result<Option<i64>, ApiError> {
        let Some(key) = target.measure.as_deref() else { return Ok(None) };
        let error = || ApiError::invalid(format!("指标“{}”所在的举措没有选，放不进去", target.name)).hint("请一并选上它所在的举措");
        self.measures.get(key).copied().map(Some).ok_or_else(error)
    }

    fn indicator(&self, at: usize, item: &Item<Target>, before: &IndicatorRow) -> Result<(), ApiError> {
        let measure = self.measure_of(&item.content)?;
        let new = self.rows.indicator_row(before.data.uid, at, &item.content, measure, deadline(self.content, &item.content));
        let (was, is) = (&before.data.indicator, &new.indicator);
        // How it is judged is the office's own decision as long as the same thing is counted.
        let same = was.unit == is.unit && was.comparator == is.comparator;
        let (kind, pace, roll_up) = if same { (was.kind, was.pace, was.roll_up) } else { (is.kind, is.pace, is.roll_up) };
        let (start, weight) = (was.start.min(is.due), was.weight);
        let (baseline, baseline_date) = match is.baseline {
            Some(stated) if was.baseline != Some(stated) => (Some(stated), new.baseline_date),
            _ => (was.baseline, before.data.baseline_date),
        };
        let kept = |text: &Option<String>, same: bool| text.clone().filter(|_| same);
        let changed = SourcedIndicator {
            target_text: kept(&before.data.target_text, was.target == is.target),
            upper_text: kept(&before.data.upper_text, was.upper == is.upper),
            baseline_text: kept(&before.data.baseline_text, was.baseline == baseline),
            baseline_date,
            indicator: Indicator { kind, pace, roll_up, baseline, start, weight, every: was.every, ..is.clone() },
            ..new
        };
        Ok(self.w.update_indicator(&changed)?)
    }

    /// Keeps an indicator as it was, at its place in the new order.
    fn remains(&self, at: usize, before: &IndicatorRow) -> Result<(), ApiError> {
        let document_id = before.data.document_id.or(self.old.plan.data.document_id);
        Ok(self.w.update_indicator(&SourcedIndicator { document_id, position: at as i64, ..before.data.clone() })?)
    }

    fn phases(&mut self) -> Result<(), ApiError> {
        for (at, item) in self.content.phases.iter().enumerate().filter(|(_, item)| self.take.contains(item.key.as_str())) {
            match self.diff.phases.get(&item.key).map(|at| &self.old.phases[*at].data) {
                None => self.rows.phase(at, &item.content)?,
                Some(before) => {
                    let (due, text) = (item.content.due, item.content.text.clone());
                    self.w.update_milestone(&Milestone { due, text, ..before.clone() })?;
                }
            }
        }
        Ok(())
    }

    /// Takes out what a person chose of what the document no longer has.
    fn gone(&self) -> Result<(), ApiError> {
        let chosen = |uid: Uid| self.take.contains(uid.to_string().as_str());
        let matched: HashSet<usize> = self.diff.indicators.values().copied().collect();
        let gone: HashSet<i64> = self.old.measures.iter().filter(|row| chosen(row.measure.uid)).map(|row| row.id).collect();
        for (_, row) in self.old.indicators.iter().enumerate().filter(|(at, _)| !matched.contains(at)) {
            if chosen(row.data.uid) || row.data.measure_id.is_some_and(|measure| gone.contains(&measure)) {
                self.w.delete_indicator(row.id)?;
            }
        }
        gone.into_iter().try_for_each(|id| Ok(self.w.delete_measure(id)?))
    }
}
