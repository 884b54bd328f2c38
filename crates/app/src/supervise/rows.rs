//! What is supervised of a plan, read once, and how a row of it is shown.

use super::lit;
use crate::ApiError;
use crate::book::Book;
use crate::refs::{measure_ref, unit_ref};
use crate::shown::moment;
use crate::wire::{
    InspectionRow, ListingRow, MeasureRef, MilestoneRow, Overdue, OverdueKind, PhaseClosed, RectificationRow, StepRow, Supervised, UnitRef,
};
use chrono::{DateTime, FixedOffset, NaiveDate};
use domain::Period;
use domain::supervise::{Course, Stage, Step, days_after, next_inspection};
use std::collections::{HashMap, HashSet};
use store::{
    IndicatorRow, Inspection, Listing, Lit, MeasureRow, Milestone, PhaseClosing, Rectification, RectificationStep, SourcedIndicator, Store,
    Stored,
};

/// What is supervised of a plan.
pub(crate) struct Docket {
    pub(crate) today: NaiveDate,
    offset: FixedOffset,
    pub(crate) rectifications: Vec<Stored<Rectification>>,
    steps: HashMap<i64, Vec<RectificationStep>>,
    pub(crate) listings: Vec<Stored<Listing>>,
    inspections: HashMap<i64, Vec<Inspection>>,
    pub(crate) milestones: Vec<Stored<Milestone>>,
    closings: HashMap<i64, PhaseClosing>,
    /// As they are today: a book of a frozen period does not know what came after it.
    measures: HashMap<i64, MeasureRow>,
    indicators: HashMap<i64, SourcedIndicator>,
}

impl Docket {
    /// Reads what is supervised of a plan.
    pub(crate) fn read(store: &Store, plan_id: i64, now: DateTime<FixedOffset>) -> Result<Docket, ApiError> {
        Ok(Docket {
            today: now.date_naive(),
            offset: *now.offset(),
            rectifications: store.rectifications(plan_id)?,
            steps: store.rectification_steps(plan_id)?,
            listings: store.listings(plan_id)?,
            inspections: store.inspections(plan_id)?,
            milestones: store.milestones(plan_id)?,
            closings: store.phase_closings(plan_id)?.into_iter().map(|closing| (closing.milestone_id, closing)).collect(),
            measures: store.measures(plan_id)?.into_iter().map(|row| (row.id, row)).collect(),
            indicators: store.indicators(plan_id)?.into_iter().map(|row| (row.id, row.data)).collect(),
        })
    }

    /// Returns the measures that are listed now.
    pub(crate) fn listed(&self) -> HashSet<i64> {
        self.listings.iter().filter(|row| row.data.lifted_on.is_none()).map(|row| row.data.measure_id).collect()
    }

    /// Returns the rectification that is going on for a light; `own` is the unit whose own light it is.
    pub(crate) fn going_on(&self, of: Lit, own: Option<i64>) -> Option<&Stored<Rectification>> {
        let same = |row: &&Stored<Rectification>| row.data.of == of && own.is_none_or(|unit| row.data.unit_id == unit);
        self.rectifications.iter().filter(|row| row.data.stage != Stage::SignedOff).find(same)
    }

    /// Returns true if by a day an indicator's light was asked to be put right in a period or later, or that was going on: its own,
    /// its measure's, or for a unit's own light the one over all units that this unit answers for.
    pub(super) fn asked(&self, indicator: &IndicatorRow, own: Option<i64>, period: Period, by: NaiveDate) -> bool {
        self.rectifications.iter().map(|row| &row.data).any(|row| {
            let same = match row.of {
                Lit::Indicator(id) => id == indicator.id,
                Lit::OwnIndicator(id) => id == indicator.id && own.is_some(),
                Lit::Measure(id) => Some(id) == indicator.data.measure_id,
            };
            let answers = own.is_none_or(|unit| row.unit_id == unit);
            let going_on = row.closed_on.is_none_or(|day| day > by);
            same && answers && row.opened_on <= by && (going_on || row.period.end() >= period.end())
        })
    }

    /// Returns the days of a rectification.
    pub(crate) fn course(row: &Rectification) -> Course {
        Course { opened_on: row.opened_on, deadline: row.deadline, closed_on: row.closed_on }
    }

    /// Returns what lit up by name.
    pub(crate) fn name(&self, of: Lit) -> String {
        match of {
            Lit::Measure(id) => self.measure(id).measure.title.clone(),
            Lit::Indicator(id) | Lit::OwnIndicator(id) => self.indicator(id).indicator.name.clone(),
        }
    }

    fn measure(&self, id: i64) -> &MeasureRow {
        self.measures.get(&id).expect("foreign keys keep every measure that is named")
    }

    fn indicator(&self, id: i64) -> &SourcedIndicator {
        self.indicators.get(&id).expect("foreign keys keep every indicator that is named")
    }

    /// Returns the number of the measure of what lit up.
    fn measure_id(&self, of: Lit) -> Option<i64> {
        match of {
            Lit::Measure(id) => Some(id),
            Lit::Indicator(id) | Lit::OwnIndicator(id) => self.indicator(id).measure_id,
        }
    }

    /// Returns the measure of what lit up.
    pub(crate) fn measure_of(&self, of: Lit) -> Option<MeasureRef> {
        self.measure_id(of).map(|id| measure_ref(&self.measure(id).measure))
    }

    fn lead(&self, book: &Book, measure: &MeasureRow) -> Option<UnitRef> {
        measure.responsibilities.iter().min_by_key(|part| part.role).map(|part| unit_ref(book.unit(part.unit_id)))
    }

    /// Returns a rectification as it is shown.
    pub(crate) fn rectification(&self, book: &Book, row: &Stored<Rectification>, period: Period) -> RectificationRow {
        let Stored { id, data } = row;
        let course = Docket::course(data);
        let steps = self.steps.get(id).map_or(&[][..], Vec::as_slice);
        let indicator = match data.of {
            Lit::Indicator(id) | Lit::OwnIndicator(id) => Some(self.indicator(id).uid),
            Lit::Measure(_) => None,
        };
        let step = |step: &RectificationStep| StepRow {
            step: step.step,
            on: step.made_on,
            note: step.note.clone(),
            who: step.who.clone(),
            at: moment(step.at, self.offset),
        };
        RectificationRow {
            id: data.uid,
            indicator,
            own: matches!(data.of, Lit::OwnIndicator(_)),
            name: self.name(data.of),
            measure: self.measure_of(data.of),
            unit: unit_ref(book.unit(data.unit_id)),
            period: data.period,
            light: data.light,
            finding: data.finding.clone(),
            now: lit::now(book, data.of, data.unit_id, period),
            cause: data.cause.clone(),
            action: data.action.clone(),
            deadline: data.deadline,
            person: data.person.clone(),
            stage: data.stage,
            opened_on: data.opened_on,
            closed_on: data.closed_on,
            days_open: course.days_open(self.today),
            days_late: course.days_late(self.today),
            overdue: course.is_overdue(self.today),
            sent_back: steps.iter().filter(|step| step.step == Step::SentBack).count() as u32,
            steps: steps.iter().map(step).collect(),
        }
    }

    /// Returns when a listed measure is to be inspected next; none once it is lifted.
    pub(crate) fn next_on(&self, row: &Stored<Listing>) -> Option<NaiveDate> {
        let last = self.inspections.get(&row.id).and_then(|inspections| inspections.last()).map(|last| last.made_on);
        row.data.lifted_on.is_none().then(|| next_inspection(row.data.listed_on, last, row.data.every_days))
    }

    /// Returns the day of the last inspection of a listing.
    pub(super) fn last_inspection(&self, listing_id: i64) -> Option<NaiveDate> {
        self.inspections.get(&listing_id)?.last().map(|last| last.made_on)
    }

    /// Returns a listing as it is shown.
    pub(crate) fn listing(&self, book: &Book, row: &Stored<Listing>, period: Period) -> ListingRow {
        let data = &row.data;
        let measure = self.measure(data.measure_id);
        let next_on = self.next_on(row);
        let inspections = self.inspections.get(&row.id).map_or(&[][..], Vec::as_slice);
        let inspection = |one: &Inspection| InspectionRow { on: one.made_on, finding: one.finding.clone(), who: one.who.clone() };
        ListingRow {
            id: data.uid,
            measure: measure_ref(&measure.measure),
            unit: self.lead(book, measure),
            now: lit::now(book, Lit::Measure(measure.id), 0, period),
            reason: data.reason.clone(),
            every_days: data.every_days,
            listed_on: data.listed_on,
            lifted_on: data.lifted_on,
            days: days_after(data.listed_on, data.lifted_on.unwrap_or(self.today)),
            days_late: next_on.map_or(0, |next| days_after(next, self.today)),
            next_on,
            who: data.who.clone(),
            inspections: inspections.iter().rev().map(inspection).collect(),
        }
    }

    /// Returns a milestone as it is shown.
    pub(crate) fn milestone(&self, row: &Stored<Milestone>) -> MilestoneRow {
        let data = &row.data;
        let days_late = data.due.map_or(0, |due| days_after(due, data.done_on.unwrap_or(self.today)));
        let measure = data.measure_id.map(|id| measure_ref(&self.measure(id).measure));
        let closed = |closing: &PhaseClosing| PhaseClosed {
            period: closing.period,
            closed_on: closing.closed_on,
            findings: closing.findings.clone(),
            who: closing.who.clone(),
        };
        MilestoneRow {
            id: data.uid,
            measure,
            name: data.name.clone(),
            text: data.text.clone(),
            due: data.due,
            done_on: data.done_on,
            evidence: data.evidence.clone(),
            days_late,
            overdue: data.done_on.is_none() && days_late > 0,
            closing: self.closing(row.id).map(closed),
        }
    }

    /// Returns what is or was put right of a measure and its indicators, the latest first.
    pub(crate) fn rectifications_of(&self, book: &Book, measure: i64, period: Period) -> Vec<RectificationRow> {
        let own = |row: &&Stored<Rectification>| self.measure_id(row.data.of) == Some(measure);
        self.rectifications.iter().rev().filter(own).map(|row| self.rectification(book, row, period)).collect()
    }

    /// Returns the listing of a measure that is in force.
    pub(crate) fn listing_of(&self, book: &Book, measure: i64, period: Period) -> Option<ListingRow> {
        let row = self.listings.iter().find(|row| row.data.measure_id == measure && row.data.lifted_on.is_none())?;
        Some(self.listing(book, row, period))
    }

    /// Returns the milestones of a measure in the order of their days.
    pub(crate) fn milestones_of(&self, measure: i64) -> Vec<MilestoneRow> {
        let own = self.milestones.iter().filter(|row| row.data.measure_id == Some(measure));
        let mut rows: Vec<MilestoneRow> = own.map(|row| self.milestone(row)).collect();
        rows.sort_by_key(|row| (row.due.is_none(), row.due));
        rows
    }

    /// Returns the evaluation of a phase.
    pub(super) fn closing(&self, milestone_id: i64) -> Option<&PhaseClosing> {
        self.closings.get(&milestone_id)
    }

    /// Returns what is supervised, as of today, for the overview.
    pub(crate) fn supervised(&self, book: &Book) -> Supervised {
        let count = |stage| self.rectifications.iter().filter(|row| row.data.stage == stage).count() as u32;
        let late = |day: NaiveDate| days_after(day, self.today);
        let mut overdue = Vec::new();
        for row in self.rectifications.iter().map(|row| &row.data).filter(|row| Docket::course(row).is_overdue(self.today)) {
            let Some(day) = row.deadline else { continue };
            let (name, unit, measure) = (self.name(row.of), Some(unit_ref(book.unit(row.unit_id))), self.measure_of(row.of));
            overdue.push(Overdue { kind: OverdueKind::Rectification, id: row.uid, name, unit, measure, day, days_late: late(day) });
        }
        for row in &self.listings {
            let Some(day) = self.next_on(row).filter(|day| *day < self.today) else { continue };
            let measure = self.measure(row.data.measure_id);
            let (id, name, unit) = (row.data.uid, measure.measure.title.clone(), self.lead(book, measure));
            let measure = Some(measure_ref(&measure.measure));
            overdue.push(Overdue { kind: OverdueKind::Inspection, id, name, unit, measure, day, days_late: late(day) });
        }
        for row in self.milestones.iter().map(|row| &row.data).filter(|row| row.done_on.is_none()) {
            let Some(day) = row.due.filter(|day| *day < self.today) else { continue };
            let measure = row.measure_id.map(|id| measure_ref(&self.measure(id).measure));
            let (id, name) = (row.uid, row.name.clone());
            overdue.push(Overdue { kind: OverdueKind::Milestone, id, name, unit: None, measure, day, days_late: late(day) });
        }
        overdue.sort_by_key(|one| (std::cmp::Reverse(one.days_late), one.kind));
        Supervised { open: count(Stage::Open), applied: count(Stage::Applied), listed: self.listed().len() as u32, overdue }
    }
}
