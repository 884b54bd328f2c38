//! What units tell of their measures: 进展情况, 存在问题, 下步措施.

use crate::book::{Book, within};
use crate::refs::{measure_ref, unit_ref};
use crate::shown::moment;
use crate::wire::{LastTold, NarrativeOf, NarrativeRow, NarrativeSet, NarrativeView, OfPeriod, Told};
use crate::{ApiError, App, locks};
use chrono::FixedOffset;
use domain::{Passage, Period, Uid};
use store::{MeasureRow, Narrative, OperationKind, Plan, Store, Stored, Unit};

/// See [`Passage::LONGEST`].
const LONGEST: usize = Passage::LONGEST;

/// How many narratives the details of a measure show.
const SHOWN: usize = 60;

/// Returns what a unit tells of a measure in a period, and what it told last before.
///
/// # Errors
/// Where there is no such measure or unit.
pub fn show(app: &mut App, of: NarrativeOf) -> Result<NarrativeView, ApiError> {
    let offset = *app.host.now().offset();
    let store = app.store()?;
    let Place { plan, measure, unit } = Place::find(store, of.measure, of.unit)?;
    let locked = store.freeze_over(plan.id, of.period)?.map(|over| locks::lock(&over, of.period, offset));
    let own: Vec<Narrative> = store.narratives_of_measure(measure.id)?.into_iter().filter(|one| one.unit_id == unit.id).collect();
    let now = own.iter().find(|one| one.period == of.period);
    let last = own.iter().rev().find(|one| one.period.end() < of.period.end());
    Ok(NarrativeView {
        told: now.map(told).unwrap_or_default(),
        by: now.map(|now| by(now, offset)),
        last: last.map(|last| LastTold { label: last.period.zh(), told: told(last) }),
        locked,
        longest: LONGEST as u32,
    })
}

/// Tells of a measure: what is absent stays, what is empty goes.
///
/// # Errors
/// Where a text is too long, the period lies outside the plan or is frozen, or there is no such measure or unit.
pub fn set(app: &mut App, request: NarrativeSet) -> Result<NarrativeView, ApiError> {
    let NarrativeSet { measure, unit, period, progress, problems, next_steps } = request;
    let offset = *app.host.now().offset();
    let found = Place::find(app.store()?, measure, unit)?;
    within(&found.plan.data, period)?;
    locks::refuse_locked(app.store()?, found.plan.id, period, offset)?;
    let texts = [(Passage::Progress.zh(), &progress), (Passage::Problems.zh(), &problems), (Passage::NextSteps.zh(), &next_steps)];
    let mut cleaned = Vec::with_capacity(texts.len());
    for (name, text) in texts {
        cleaned.push(text.as_deref().map(|text| clean(name, text)).transpose()?);
    }
    let (measure_id, unit_id) = (found.measure.id, found.unit.id);
    let (who, at) = (app.host.who(), app.now_millis());
    let operation = app.operation(OperationKind::Record, label(&found, period));
    app.store_mut()?.transact(operation, |w| {
        let kept = w.narratives_of_measure(measure_id)?.into_iter().find(|one| one.unit_id == unit_id && one.period == period);
        let mut kept = kept.map_or([None, None, None], |one| [one.progress, one.problems, one.next_steps]);
        for (kept, new) in kept.iter_mut().zip(cleaned) {
            if let Some(new) = new {
                *kept = Some(new).filter(|text| !text.is_empty());
            }
        }
        let [progress, problems, next_steps] = kept;
        w.tell(&Narrative { measure_id, unit_id, period, progress, problems, next_steps, who, at })
    })?;
    show(app, NarrativeOf { measure, unit, period })
}

/// Returns what is told of a plan's measures in a period.
///
/// # Errors
/// Where there is no such plan, or the period lies outside it.
pub fn list(app: &mut App, of: OfPeriod) -> Result<Vec<NarrativeRow>, ApiError> {
    let offset = *app.host.now().offset();
    let store = app.store()?;
    let book = Book::load(store, of.plan, of.period)?;
    let measures = store.measures(book.plan.id)?;
    let rows = store.narratives(book.plan.id, of.period)?.into_iter().filter_map(|one| {
        let measure = measures.iter().find(|measure| measure.id == one.measure_id)?;
        Some(row(&book, measure, &one, offset))
    });
    Ok(rows.collect())
}

/// Returns the measure a text of the command line names.
///
/// # Errors
/// Where the text is no id.
pub fn measure_named(text: &str) -> Result<Uid, ApiError> {
    text.parse().map_err(|_| ApiError::invalid(format!("“{text}”不是举措编号")).hint("用 measures --json 查看编号"))
}

/// Returns what was told of a measure up to a period, newest first.
pub(crate) fn of_measure(
    store: &Store,
    book: &Book,
    measure: &MeasureRow,
    up_to: Period,
    offset: FixedOffset,
) -> Result<Vec<NarrativeRow>, ApiError> {
    let mut all = store.narratives_of_measure(measure.id)?;
    all.retain(|one| one.period.end() <= up_to.end());
    all.sort_by_key(|one| std::cmp::Reverse(one.period.end()));
    Ok(all.iter().take(SHOWN).map(|one| row(book, measure, one, offset)).collect())
}

/// What a narrative is about.
struct Place {
    plan: Stored<Plan>,
    measure: MeasureRow,
    unit: Stored<Unit>,
}

impl Place {
    fn find(store: &Store, measure: Uid, unit: Uid) -> Result<Place, ApiError> {
        let measure = store.measure(measure)?.ok_or_else(|| ApiError::not_found(format!("台账里没有举措 {measure}")))?;
        let unit = store.unit(unit)?.ok_or_else(|| ApiError::not_found(format!("台账里没有单位 {unit}")))?;
        let plan = store.plan_by_id(measure.measure.plan_id)?.expect("foreign keys keep the plan of a measure");
        Ok(Place { plan, measure, unit })
    }
}

fn label(place: &Place, period: Period) -> String {
    let measure = &place.measure.measure;
    format!("填写{}进展情况：{}{}，{}", period.zh(), numbered(measure.number.as_deref()), measure.title, place.unit.data.name)
}

fn numbered(number: Option<&str>) -> String {
    number.map(|number| format!("{number} ")).unwrap_or_default()
}

/// Returns a text as it is kept: line breaks alike on every system, nothing blank around it.
pub(crate) fn clean(name: &str, text: &str) -> Result<String, ApiError> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n").trim().to_owned();
    match text.chars().count() {
        fits if fits <= LONGEST => Ok(text),
        long => Err(ApiError::invalid(format!("{name}有{long}字，最多{LONGEST}字")).hint("请删减后再保存，详细材料可以另附")),
    }
}

/// Returns one of the texts.
pub(crate) fn passage(one: &Narrative, passage: Passage) -> Option<&String> {
    match passage {
        Passage::Progress => one.progress.as_ref(),
        Passage::Problems => one.problems.as_ref(),
        Passage::NextSteps => one.next_steps.as_ref(),
    }
}

fn told(one: &Narrative) -> Told {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    Told { progress: text(&one.progress), problems: text(&one.problems), next_steps: text(&one.next_steps) }
}

fn by(one: &Narrative, offset: FixedOffset) -> String {
    format!("{} {}", one.who, moment(one.at, offset))
}

fn row(book: &Book, measure: &MeasureRow, one: &Narrative, offset: FixedOffset) -> NarrativeRow {
    NarrativeRow {
        measure: measure_ref(&measure.measure),
        unit: unit_ref(book.unit(one.unit_id)),
        period: one.period,
        label: one.period.zh(),
        told: told(one),
        by: by(one, offset),
    }
}
