//! What a bulletin says of a plan in a period: the answers of overview, measures, scores and supervision, as plain words and
//! figures. Nothing is reckoned here.
//!
//! With a frozen period they are kept, so that its bulletin is the same for ever: also the names, and what was being put right.

use crate::book::Book;
use crate::chart::rows::bullet;
use crate::shown::{day_in_text, numbered, units_in_text};
use crate::wire::{
    Lights, LightsChange, MeasureList, MeasureRef, MeasureRow, OfPeriod, Overview, RectificationRow, ScoreOf, Scores, Supervision, Turn,
};
use crate::{ApiError, App, measures, overview, score, supervise};
use charts::Bullet;
use chrono::NaiveDate;
use domain::judge::Light;
use domain::supervise::Stage;
use domain::{Period, Role};
use serde::{Deserialize, Serialize};
use store::{IndicatorRow, Store};

/// The form in which facts are kept; what was kept in another form cannot be read.
const FORM: u32 = 1;
/// More units that lead a measure together are counted: a cell of a table holds no forty names.
const MOST_LEADS: usize = 8;

/// The facts of a plan in a period.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Facts {
    form: u32,
    /// The plan's title.
    pub(crate) plan: String,
    pub(crate) period: Period,
    /// How it stands, in a sentence.
    pub(crate) sentence: String,
    pub(crate) measures: u32,
    pub(crate) lights: Lights,
    /// Compared with the period before, if there is one.
    pub(crate) change: Option<LightsChange>,
    /// Share of the plan's time, as shown.
    pub(crate) time_progress: f64,
    pub(crate) days_left: u32,
    /// Measures whose light changed.
    pub(crate) turned: Vec<Turned>,
    /// Red measures, then yellow ones, the furthest behind first.
    pub(crate) lit: Vec<Lit>,
    pub(crate) sections: Vec<Section>,
    /// Every indicator: completion and what is due.
    pub(crate) completion: Vec<Completion>,
    /// How many units report.
    pub(crate) reporting: u32,
    pub(crate) unreported: Vec<Owes>,
    pub(crate) full_mark: f64,
    pub(crate) league: Vec<Ranked>,
    /// The places within each group of units.
    pub(crate) groups: Vec<Group>,
    /// Red lights nobody has asked to put right.
    pub(crate) not_asked: Vec<String>,
    /// Asked for by the judgement of this period.
    pub(crate) opened: Vec<PutRight>,
    /// Signed off within it.
    pub(crate) closed: Vec<PutRight>,
    /// Not signed off.
    pub(crate) open: Vec<PutRight>,
    pub(crate) due: Vec<Due>,
    pub(crate) due_from: NaiveDate,
    pub(crate) due_until: NaiveDate,
}

/// A measure whose light changed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Turned {
    pub(crate) name: String,
    pub(crate) turn: Turn,
    pub(crate) before: String,
    pub(crate) after: String,
}

/// A measure that is behind.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Lit {
    pub(crate) number: String,
    pub(crate) title: String,
    /// Who leads it.
    pub(crate) units: String,
    pub(crate) light: Light,
    pub(crate) reason: String,
    /// Under listed supervision.
    pub(crate) listed: bool,
    /// Being put right.
    pub(crate) put_right: bool,
}

/// A section.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Section {
    pub(crate) title: String,
    pub(crate) measures: u32,
    pub(crate) lights: Lights,
    pub(crate) worse: u32,
    pub(crate) better: u32,
}

/// An indicator's completion against what is due.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Completion {
    pub(crate) name: String,
    pub(crate) completion: Option<f64>,
    pub(crate) due: Option<f64>,
    pub(crate) light: Light,
    pub(crate) word: Option<String>,
}

/// A unit that owes reports.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Owes {
    pub(crate) unit: String,
    /// With what it owes: 甲局（2项：a、b）.
    pub(crate) line: String,
}

/// A group of units with the places of its members.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Group {
    pub(crate) name: String,
    pub(crate) league: Vec<Ranked>,
}

/// A unit's place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Ranked {
    pub(crate) rank: u32,
    pub(crate) last_rank: Option<u32>,
    pub(crate) unit: String,
    pub(crate) short: String,
    /// None where nothing that counts is weighed.
    pub(crate) score: Option<f64>,
    pub(crate) incomplete: bool,
    pub(crate) bonus: f64,
    pub(crate) penalty: f64,
}

/// A light that is or was put right.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct PutRight {
    pub(crate) name: String,
    pub(crate) unit: String,
    pub(crate) opened_on: NaiveDate,
    pub(crate) deadline: Option<NaiveDate>,
    pub(crate) closed_on: Option<NaiveDate>,
    pub(crate) stage: Stage,
    pub(crate) overdue: bool,
    pub(crate) days_late: u32,
}

/// What is due soon.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Due {
    pub(crate) day: NaiveDate,
    pub(crate) name: String,
    pub(crate) missing: Option<String>,
}

/// Returns the facts of a period: those kept with it, if it is frozen and they were.
///
/// # Errors
/// Where there is no such plan, the period lies outside it, or what was kept cannot be read.
pub(crate) fn of(app: &mut App, of: OfPeriod) -> Result<Facts, ApiError> {
    match kept(app.store()?, of)? {
        Some(facts) => Ok(facts),
        None => gather(app, of),
    }
}

/// Where the facts of a frozen period lie among the settings.
pub(crate) fn key(of: OfPeriod) -> String {
    format!("bulletin:{}:{}", of.plan, of.period)
}

fn kept(store: &Store, of: OfPeriod) -> Result<Option<Facts>, ApiError> {
    let Some(text) = store.setting(&key(of))? else { return Ok(None) };
    let facts: Option<Facts> = serde_json::from_str(&text).ok().filter(|facts: &Facts| facts.form == FORM);
    let unreadable = || ApiError::unreadable(format!("{}冻结时留存的通报内容读不出来", of.period.zh()));
    Ok(Some(facts.ok_or_else(|| unreadable().hint("解冻这一期再重新冻结，通报按现在的台账重新生成"))?))
}

impl Facts {
    /// Returns the facts as they are kept with a frozen period.
    pub(crate) fn to_keep(&self) -> Result<String, ApiError> {
        serde_json::to_string(self).map_err(|error| ApiError::internal(error.to_string()))
    }
}

/// Returns the facts as they stand now.
pub(crate) fn gather(app: &mut App, of: OfPeriod) -> Result<Facts, ApiError> {
    let overview = overview::show(app, of)?;
    let list = measures::list(app, of)?;
    let book = Book::load(app.store()?, of.plan, of.period)?;
    let completion = book.indicators.iter().map(|row| completion(&book, row, of.period)).collect();
    let scores = score::scores(app, ScoreOf { plan: of.plan, period: of.period, group: None, assume: None })?;
    let mut groups = Vec::with_capacity(scores.groups.len());
    for group in &scores.groups {
        let scores = score::scores(app, ScoreOf { plan: of.plan, period: of.period, group: Some(group.id), assume: None })?;
        groups.push(Group { name: group.name.clone(), league: scores.units.into_iter().map(ranked).collect() });
    }
    let supervision = supervise::show(app, of)?;
    Ok(Facts { groups, ..put_together(overview, &list, completion, scores, supervision) })
}

fn completion(book: &Book, row: &IndicatorRow, period: Period) -> Completion {
    let number = book.measure_of(row).and_then(|measure| measure.measure.number.as_deref()).unwrap_or_default();
    let Bullet { completion, due, light, word, .. } = bullet(book, row, period);
    Completion { name: spaced(number, &row.data.indicator.name), completion, due, light, word }
}

fn put_together(overview: Overview, list: &MeasureList, completion: Vec<Completion>, scores: Scores, supervision: Supervision) -> Facts {
    let Supervision { period, red, rectifications, .. } = supervision;
    let going_on = |row: &&RectificationRow| row.stage != Stage::SignedOff;
    let being_put_right =
        |measure: &MeasureRow| rectifications.iter().filter(going_on).any(|row| row.measure.as_ref().is_some_and(|of| of.id == measure.id));
    let lit = |light: Light| {
        let mut rows: Vec<&MeasureRow> = list.measures.iter().filter(|row| row.light == light).collect();
        rows.sort_by(|a, b| b.lag.unwrap_or_default().total_cmp(&a.lag.unwrap_or_default()));
        rows.into_iter().map(|row| lit(row, being_put_right(row))).collect::<Vec<_>>()
    };
    let rows = |holds: &dyn Fn(&&RectificationRow) -> bool| rectifications.iter().filter(holds).map(put_right).collect();
    let days = period.start()..=period.end();
    Facts {
        form: FORM,
        plan: overview.title,
        period,
        sentence: overview.sentence,
        measures: overview.measures,
        lights: overview.lights,
        change: overview.change,
        time_progress: overview.clock.time_progress,
        days_left: overview.clock.days_left,
        turned: overview.turned.iter().map(turned).collect(),
        lit: [Light::Red, Light::Yellow].into_iter().flat_map(lit).collect(),
        sections: overview.sections.into_iter().map(section).collect(),
        completion,
        reporting: overview.reporting,
        unreported: overview.unreported.iter().map(|one| Owes { unit: one.unit.name.clone(), line: overview::owed(one) }).collect(),
        full_mark: scores.full_mark,
        league: scores.units.into_iter().map(ranked).collect(),
        groups: Vec::new(),
        not_asked: red.into_iter().map(|one| one.name).collect(),
        opened: rows(&|row| row.period == period),
        closed: rows(&|row| row.closed_on.is_some_and(|day| days.contains(&day))),
        open: rows(&going_on),
        due: overview
            .due
            .into_iter()
            .map(|one| Due { day: one.day, name: of_measure(one.measure.as_ref(), &one.name), missing: one.missing })
            .collect(),
        due_from: overview.due_from,
        due_until: overview.due_until,
    }
}

fn lit(row: &MeasureRow, put_right: bool) -> Lit {
    let leads = row.units.iter().filter(|part| part.role == row.units.first().map_or(Role::Lead, |first| first.role));
    Lit {
        number: row.number.clone().unwrap_or_default(),
        title: row.title.clone(),
        units: units_in_text(&leads.map(|part| part.unit.short.as_str()).collect::<Vec<_>>(), MOST_LEADS),
        light: row.light,
        reason: row.reason.clone(),
        listed: row.listed,
        put_right,
    }
}

fn section(one: crate::wire::SectionLights) -> Section {
    Section { title: one.title, measures: one.measures, lights: one.lights, worse: one.turns.worse, better: one.turns.better }
}

fn turned(one: &crate::wire::Turned) -> Turned {
    let word = |light: Light, word: &Option<String>| word.clone().unwrap_or_else(|| light.zh().to_owned());
    Turned {
        name: of_measure(Some(&one.measure), ""),
        turn: one.turn,
        before: word(one.before, &one.before_word),
        after: word(one.after, &one.after_word),
    }
}

fn ranked(one: crate::wire::UnitScore) -> Ranked {
    Ranked {
        rank: one.rank,
        last_rank: one.last_rank,
        unit: one.name,
        short: one.short,
        score: (one.weights > 0.0).then_some(one.score),
        incomplete: one.incomplete,
        bonus: one.bonus,
        penalty: one.penalty,
    }
}

fn put_right(row: &RectificationRow) -> PutRight {
    PutRight {
        name: of_measure(row.measure.as_ref(), &row.name),
        unit: row.unit.short.clone(),
        opened_on: row.opened_on,
        deadline: row.deadline,
        closed_on: row.closed_on,
        stage: row.stage,
        overdue: row.overdue,
        days_late: row.days_late,
    }
}

/// Returns what is meant with the number of its measure before it: 18 新增普惠托位; of the measure itself its title.
fn of_measure(measure: Option<&MeasureRef>, name: &str) -> String {
    let number = measure.and_then(|measure| measure.number.as_deref()).unwrap_or_default();
    let name = if name.is_empty() { measure.map_or("", |measure| measure.title.as_str()) } else { name };
    spaced(number, name)
}

fn spaced(number: &str, name: &str) -> String {
    let number = number.trim_end_matches(['.', '．', '、']);
    numbered(Some(number).filter(|number| !number.is_empty()), name)
}

impl PutRight {
    /// Returns how it stands: 整改中，2026年8月15日前完成，已超期3天.
    pub(crate) fn said(&self) -> String {
        let mut said = match self.closed_on {
            Some(day) => format!("{}，{}", self.stage.zh(), day_in_text(day)),
            None => self.stage.zh().to_owned(),
        };
        if self.overdue {
            said += &format!("，超期{}天", self.days_late);
        }
        said
    }
}
