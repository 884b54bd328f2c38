//! One package of a unit's own ledger, report by report: the same rules as a returned workbook, with other ids.
//!
//! The base is what the unit's packages said last; before the first one, what stood in the workbook sent to the unit
//! for the period, if any was.

use super::compare::{Compared, Ground, Ours, Place, Theirs, ToldPlace};
use super::figure::{changes, reconcile};
use super::refusal::{NOT_IN_PLAN, OUTSIDE_PLAN, Refusal, TERMS_DIFFER};
use super::sheet::{Row, decided, held, merged, rejected, text};
use crate::ApiError;
use crate::shown::moment;
use crate::wire::{FileStatus, MergeFile, MergeItem, Outcome};
use domain::{Field, Passage, Period, Quantity, Uid};
use package::{Cover, EntryText, NarrativeText, Report};
use std::collections::{HashMap, HashSet};
use std::rc::Rc;
use store::{Exchange, IndicatorRow, MeasureRow, Narrative, Plan, Stored, Unit};
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
    locks: HashMap<Period, Option<Refusal>>,
    /// The newest workbook sent to the unit for a period the package reports for.
    pub(crate) sent: Option<i64>,
}

/// What was said last in a cell, and when.
#[derive(Clone, Default)]
struct Said {
    held: Option<Held>,
    made_at: i64,
}

/// What was said last of the parts of a figure.
type SaidCells = HashMap<(i64, Period, Field), Said>;
/// What was said last in the passages about a measure.
type SaidTexts = HashMap<(i64, Period, Passage), Said>;

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
        let Some(plan) = store.plan(content.plan)? else {
            report.messages.push(format!("本台账没有计划“{}”，没有采用任何内容；对方的计划要用本台账下发的数据包收下", content.plan_title));
            return Ok(None);
        };
        let named = store.unit_by_name(&content.unit_name)?;
        let unit = match (store.unit(content.unit)?, named) {
            (Some(unit), Some(named)) if unit.id != named.id => {
                let message = "编号是“{}”，名称却是“{}”，没有采用任何内容；请先在“设置”里核对单位";
                let [by_id, by_name] = [unit.data.name, named.data.name];
                report.messages.push(message.replacen("{}", &by_id, 1).replacen("{}", &by_name, 1));
                return Ok(None);
            }
            (Some(unit), _) | (None, Some(unit)) => unit,
            (None, None) => {
                report.messages.push(format!("本台账没有单位“{}”，没有采用任何内容；请先增加这个单位或给它加别名", content.unit_name));
                return Ok(None);
            }
        };
        report.status = FileStatus::Read;
        report.unit = Some(unit.data.name.clone());
        let mut exchanges = store.exchanges(plan.id)?;
        exchanges.retain(|exchange| exchange.data.unit_id == unit.id);
        exchanges.sort_by_key(|exchange| exchange.data.sent_at);
        let entries = content.entries.iter().map(|entry| entry.period);
        let periods: HashSet<Period> = entries.chain(content.narratives.iter().map(|told| told.period)).collect();
        let sent = exchanges.iter().rfind(|exchange| periods.contains(&exchange.data.period)).map(|exchange| exchange.id);
        let (mut cells, mut texts) = sent_before(ground, &exchanges)?;
        cells.extend(store.package_cells(unit.id)?.into_iter().map(|cell| {
            let said = Said { held: held(cell.base), made_at: cell.made_at };
            ((cell.indicator_id, cell.period, cell.field), said)
        }));
        texts.extend(store.package_texts(unit.id)?.into_iter().map(|text| {
            let said = Said { held: text.base.map(Held::Text), made_at: text.made_at };
            ((text.measure_id, text.period, text.passage), said)
        }));
        let indicators = ground.indicators(plan.id)?;
        let measures = store.measures(plan.id)?.into_iter().map(|row| (row.measure.uid, row)).collect();
        let (name, made_at, narratives) = (report.file.clone(), cover.made_at, store.narratives_of_unit(unit.id)?);
        let locks = HashMap::new();
        Ok(Some(Parcel { ground, file, name, made_at, plan, unit, indicators, measures, narratives, cells, texts, locks, sent }))
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
        let last = self.cells.values().chain(self.texts.values()).map(|said| said.made_at).max().unwrap_or_default();
        if self.made_at < last {
            let when = moment(last, self.ground.offset);
            report.messages.push(format!("这个包比已合并的旧（那个包导出于{when}），与它不同的都列为冲突，请逐格选定"));
        }
        Ok(compared)
    }

    fn entry(&mut self, at: u32, entry: &EntryText) -> Result<Vec<Compared>, ApiError> {
        let numbers = [(Field::Value, entry.value), (Field::Numerator, entry.numerator), (Field::Denominator, entry.denominator)];
        let mut theirs: Vec<(Field, Option<Held>)> = numbers.map(|(field, number)| (field, number.map(Held::Number))).to_vec();
        theirs.push((Field::Note, entry.note.clone().map(Held::Text)));
        let item = |field: Field| {
            let mut item = self.item(at, entry.period, field.code());
            item.indicator = Some(named(&entry.name, &entry.unit_of_measure));
            item
        };
        let refuse = |refusal: Refusal| {
            let filled = theirs.iter().filter(|(_, held)| held.is_some());
            let refused = filled.map(|(field, held)| rejected(self.file, MergeItem { theirs: text(held), ..item(*field) }, &refusal));
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
        for (field, held) in theirs {
            let mut item = item(field);
            item.key = format!("{}:{}:{}:{}", self.file, entry.indicator, period, field.code());
            let typed = entry.typed.clone().filter(|typed| field == Field::Value && says(typed, &entry.unit_of_measure, &held));
            let theirs = Theirs { held, typed, replaces_ratio: false };
            if let Some((item, choice)) = self.compared(item, &said[&field], &row.ours[&field], &theirs) {
                compared.push(Compared { file: self.file, item, place: Some(place(field)), told: None, theirs: Some(theirs), choice });
            }
        }
        reconcile(&row, &mut compared, self.ground.decide);
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
        let mut compared = Vec::new();
        for (passage, theirs) in passages {
            let place = ToldPlace { measure, unit: self.unit.id, period: told.period, passage };
            // Whoever did not tell it takes nothing back: in the unit's own ledger what the workbook told never stood.
            let said = self.texts.get(&(measure, told.period, passage)).filter(|said| theirs.is_some() || said.made_at > 0);
            let said = said.cloned().unwrap_or_default();
            let ours = self.ground.told(place, &self.narratives);
            let theirs = Theirs { held: theirs.clone().map(Held::Text), typed: None, replaces_ratio: false };
            let mut item = item(passage);
            item.key = format!("{}:{}:{}:{}", self.file, told.measure, told.period, passage.code());
            if let Some((item, choice)) = self.compared(item, &said, &ours, &theirs) {
                compared.push(Compared { file: self.file, item, place: None, told: Some(place), theirs: Some(theirs), choice });
            }
        }
        self.lock(told.period, &mut compared)?;
        self.ground.will_tell(&self.name, &compared);
        Ok(compared)
    }

    /// Compares one cell; none if it is as it was said last. What an older package would set back is a conflict.
    fn compared(&self, mut item: MergeItem, said: &Said, ours: &Ours, theirs: &Theirs) -> Option<(MergeItem, Option<crate::wire::Choice>)> {
        (item.base, item.ours, item.ours_by) = (text(&said.held), text(&ours.held), ours.by.clone());
        item.theirs = theirs.typed.clone().or_else(|| text(&theirs.held));
        let mut choice = merged(&mut item, [&said.held, &ours.held, &theirs.held], self.ground.decide)?;
        if item.outcome == Outcome::Applied && choice.is_none() && self.made_at < said.made_at {
            choice = (self.ground.decide)(&item.key);
            item.outcome = decided(&mut item, choice);
            item.message = item.message.map(|message| message.replacen("双方都改过", "这个包比已合并的旧", 1));
        }
        Some((item, choice))
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

/// Returns what stood, or was accepted last, in the newest of the workbooks for each period.
fn sent_before(ground: &Ground<'_>, exchanges: &[Stored<Exchange>]) -> Result<(SaidCells, SaidTexts), ApiError> {
    let (mut before, mut told) = (SaidCells::new(), SaidTexts::new());
    for exchange in exchanges {
        for cell in ground.store.exchange_cells(exchange.id)? {
            let said = Said { held: held(cell.base), made_at: 0 };
            before.insert((cell.indicator_id, exchange.data.period, cell.field), said);
        }
        for text in ground.store.exchange_texts(exchange.id)? {
            let said = Said { held: text.base.map(Held::Text), made_at: 0 };
            told.insert((text.measure_id, exchange.data.period, text.passage), said);
        }
    }
    Ok((before, told))
}

fn named(name: &str, unit: &str) -> String {
    if unit.is_empty() { name.to_owned() } else { format!("{name}，{unit}") }
}

/// Returns true if what was typed comes to the value: else it would show one thing and count another.
fn says(typed: &str, unit: &str, held: &Option<Held>) -> bool {
    let amount = Quantity::parse(typed).ok().and_then(|typed| typed.in_unit(unit));
    matches!((amount, held), (Some(amount), Some(Held::Number(held))) if amount.same(*held))
}
