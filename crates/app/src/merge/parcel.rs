//! One package of a unit's own ledger, report by report: the same rules as a returned workbook, with other ids.
//!
//! The base is what the unit's packages said last; before the first one, what stood in the workbook sent to the unit
//! for the period, if any was.

use super::compare::{Compared, Ground, Ours, Place, Theirs, ToldPlace};
use super::doubt::doubted;
use super::figure::{changes, reconcile};
use super::refusal::{NOT_IN_PLAN, OLDER_RETURN, OUTSIDE_PLAN, Refusal, TERMS_DIFFER};
use super::rivals::At;
use super::said::{Last, Said, SaidCells, SaidTexts, addressed, cells_of, key, last, periods};
use super::sheet::{Row, merged, rejected, text};
use crate::ApiError;
use crate::shown::moment;
use crate::wire::{Choice, FileStatus, MergeFile, MergeItem, Outcome};
use domain::{Field, Passage, Period, Uid};
use package::{Cover, EntryText, NarrativeText, Report};
use std::collections::HashMap;
use std::rc::Rc;
use store::{IndicatorRow, MeasureRow, Narrative, Plan, Stored, Unit};
use workbook::Held;

/// A package whose plan and unit are known.
pub(crate) struct Parcel<'a, 'g> {
    ground: &'a mut Ground<'g>,
    file: usize,
    name: String,
    made_at: i64,
    plan: Stored<Plan>,
    unit: Stored<Unit>,
    indicators: Rc<HashMap<Uid, IndicatorRow>>,
    measures: HashMap<Uid, MeasureRow>,
    narratives: Vec<Narrative>,
    cells: SaidCells,
    texts: SaidTexts,
    /// When the newest package was made that said something of what this one tells of.
    newest: i64,
    locks: HashMap<Period, Option<Refusal>>,
    /// The newest workbook sent to the unit for a period the package reports for.
    pub(crate) sent: Option<i64>,
}

impl<'a, 'g> Parcel<'a, 'g> {
    /// Finds what a package belongs to, and says in the report what it is; none where the plan or the unit is not here.
    pub(crate) fn find(
        ground: &'a mut Ground<'g>,
        file: usize,
        cover: &Cover,
        content: &Report,
        report: &mut MergeFile,
    ) -> Result<Option<Parcel<'a, 'g>>, ApiError> {
        let store = ground.store;
        report.status = FileStatus::Unknown;
        report.unit = Some(content.unit_name.clone());
        report.messages.push(format!("数据包：{} {}导出", cover.made_by, moment(cover.made_at, ground.offset)));
        let (plan, unit) = match addressed(store, content)? {
            Ok(address) => address,
            Err(why) => {
                report.messages.push(why);
                return Ok(None);
            }
        };
        report.status = FileStatus::Read;
        report.unit = Some(unit.data.name.clone());
        let Last { cells, texts, sent } = last(store, &plan, &unit, &periods(content))?;
        let indicators = ground.indicators(plan.id)?;
        let measures = store.measures(plan.id)?.into_iter().map(|row| (row.measure.uid, row)).collect();
        let (name, made_at, narratives) = (report.file.clone(), cover.made_at, store.narratives_of_unit(unit.id)?);
        let (locks, newest) = (HashMap::new(), i64::MIN);
        Ok(Some(Parcel { ground, file, name, made_at, plan, unit, indicators, measures, narratives, cells, texts, newest, locks, sent }))
    }

    /// Returns every cell that is not as it was said last.
    pub(crate) fn cells(&mut self, content: &Report, report: &mut MergeFile) -> Result<Vec<Compared>, ApiError> {
        let mut compared = Vec::new();
        for (at, entry) in (1..).zip(&content.entries) {
            compared.extend(self.entry(at, entry)?);
        }
        for (at, told) in (1..).zip(&content.narratives) {
            compared.extend(self.narrative(at, told)?);
        }
        if self.made_at < self.newest {
            report.codes.push(OLDER_RETURN.to_owned());
            report.messages.push(format!("{}，与它不同的都列为冲突，请逐格选定", self.older(self.newest)));
            report.status = FileStatus::Outdated;
        }
        Ok(compared)
    }

    fn entry(&mut self, at: u32, entry: &EntryText) -> Result<Vec<Compared>, ApiError> {
        let theirs = cells_of(entry);
        let item = |field: Field| {
            let mut item = self.item(at, entry.period, field.code());
            item.indicator = Some(named(&entry.name, &entry.unit_of_measure));
            item
        };
        let refuse = |refusal: Refusal| {
            let filled = theirs.iter().filter(|(_, theirs)| theirs.held.is_some());
            let refused =
                filled.map(|(field, theirs)| rejected(self.file, MergeItem { theirs: text(&theirs.held), ..item(*field) }, &refusal));
            refused.collect()
        };
        let indicators = Rc::clone(&self.indicators);
        let Some(indicator) = indicators.get(&entry.indicator) else { return Ok(refuse(NOT_IN_PLAN.into())) };
        if indicator.data.indicator.unit != entry.unit_of_measure {
            return Ok(refuse(TERMS_DIFFER.into()));
        }
        if crate::book::within(&self.plan.data, entry.period).is_err() {
            return Ok(refuse(OUTSIDE_PLAN.into()));
        }
        let (id, unit, period) = (indicator.id, self.unit.id, entry.period);
        let said: HashMap<Field, Said> =
            Field::ALL.iter().map(|field| (*field, self.cells.get(&(id, period, *field)).cloned().unwrap_or_default())).collect();
        let place = |field: Field| Place { indicator: id, unit, period, field };
        let now = self.ground.store.entry(id, unit, period)?;
        let ours = Field::ALL.iter().map(|field| (*field, self.ground.ours(place(*field), now.as_ref()))).collect();
        let base = said.iter().map(|(field, said)| (*field, said.held.clone())).collect();
        let row = Row { indicator, base, ours };
        let mut compared = Vec::new();
        for (field, theirs) in theirs {
            let mut item = item(field);
            item.key = key(self.file, entry.indicator, period, field.code());
            if let Some((item, choice)) = self.compared(item, place(field).into(), &said[&field], &row.ours[&field], &theirs) {
                compared.push(Compared { file: self.file, item, place: Some(place(field)), told: None, theirs: Some(theirs), choice });
            }
        }
        reconcile(&row, &mut compared, self.ground.decided);
        self.newest = said.values().map(|said| said.made_at).fold(self.newest, i64::max);
        self.lock(period, &mut compared)?;
        for (field, held) in changes(&row, &compared) {
            let by = held.is_some().then(|| format!("{} 本批", self.name));
            self.ground.will_be(place(field), Ours { held, by });
        }
        Ok(compared)
    }

    fn narrative(&mut self, at: u32, told: &NarrativeText) -> Result<Vec<Compared>, ApiError> {
        let passages = [(Passage::Progress, &told.progress), (Passage::Problems, &told.problems), (Passage::NextSteps, &told.next_steps)];
        let item = |passage: Passage| {
            let mut item = self.item(at, told.period, passage.code());
            item.indicator = Some(told.title.clone());
            item
        };
        let refuse = |refusal: Refusal| {
            let filled = passages.iter().filter(|(_, text)| text.is_some());
            filled.map(|(passage, text)| rejected(self.file, MergeItem { theirs: (*text).clone(), ..item(*passage) }, &refusal)).collect()
        };
        let Some(measure) = self.measures.get(&told.measure).map(|row| row.id) else { return Ok(refuse(NOT_IN_PLAN.into())) };
        if crate::book::within(&self.plan.data, told.period).is_err() {
            return Ok(refuse(OUTSIDE_PLAN.into()));
        }
        let (mut compared, mut newest) = (Vec::new(), self.newest);
        for (passage, theirs) in passages {
            let place = ToldPlace { measure, unit: self.unit.id, period: told.period, passage };
            // Whoever did not tell it takes nothing back: in the unit's own ledger what the workbook told never stood.
            let said = self.texts.get(&(measure, told.period, passage)).filter(|said| theirs.is_some() || said.made_at > 0);
            let said = said.cloned().unwrap_or_default();
            let ours = self.ground.told(place, &self.narratives);
            let theirs = Theirs { held: theirs.clone().map(Held::Text), typed: None, replaces_ratio: false };
            let mut item = item(passage);
            item.key = key(self.file, told.measure, told.period, passage.code());
            newest = newest.max(said.made_at);
            if let Some((item, choice)) = self.compared(item, place.into(), &said, &ours, &theirs) {
                compared.push(Compared { file: self.file, item, place: None, told: Some(place), theirs: Some(theirs), choice });
            }
        }
        self.newest = newest;
        self.lock(told.period, &mut compared)?;
        self.ground.will_tell(&self.name, &compared);
        Ok(compared)
    }

    /// Compares one cell; none if it is as it was said last. What an older package would set back, and what another file in
    /// hand says otherwise, is a conflict.
    fn compared(&self, mut item: MergeItem, at: At, said: &Said, ours: &Ours, theirs: &Theirs) -> Option<(MergeItem, Option<Choice>)> {
        (item.base, item.ours, item.ours_by) = (text(&said.held), text(&ours.held), ours.by.clone());
        item.theirs = theirs.typed.clone().or_else(|| text(&theirs.held));
        let mut choice = merged(&mut item, [&said.held, &ours.held, &theirs.held], self.ground.decided)?;
        if matches!(item.outcome, Outcome::Applied | Outcome::Conflict) {
            let older = (self.made_at < said.made_at).then(|| self.older(said.made_at));
            choice = doubted(self.ground, self.file, older.as_deref(), &mut item, at, choice);
        }
        Some((item, choice))
    }

    fn older(&self, newer: i64) -> String {
        format!("这个包比已合并的旧（那个包导出于{}）", moment(newer, self.ground.offset))
    }

    /// Refuses what would change a period that is frozen.
    fn lock(&mut self, period: Period, cells: &mut [Compared]) -> Result<(), ApiError> {
        if !self.locks.contains_key(&period) {
            self.locks.insert(period, Refusal::of_frozen(self.ground.store, self.plan.id, period, self.ground.offset)?);
        }
        if let Some(Some(locked)) = self.locks.get(&period) {
            locked.lock(cells);
        }
        Ok(())
    }

    fn item(&self, at: u32, period: Period, field: &str) -> MergeItem {
        MergeItem {
            key: format!("{}:{period}:{field}:{at}", self.file),
            file: self.name.clone(),
            file_at: self.file as u32,
            sheet: period.zh(),
            row: at,
            column: String::new(),
            unit: Some(self.unit.data.name.clone()),
            indicator: None,
            field: field.to_owned(),
            base: None,
            ours: None,
            ours_by: None,
            theirs: None,
            outcome: Outcome::Rejected,
            code: None,
            message: None,
            rivals: Vec::new(),
            group: None,
        }
    }
}

fn named(name: &str, unit: &str) -> String {
    if unit.is_empty() { name.to_owned() } else { format!("{name}，{unit}") }
}
