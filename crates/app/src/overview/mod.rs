//! The overview (总览): how a plan stands in a period, what has changed since the last one, who owes what, what is due.
//!
//! The book is loaded once and judged at the end of both periods. Every figure is one of [`Book::standing`].

mod due;
mod owed;
pub(crate) mod said;
mod turns;

pub(crate) use owed::line as owed;

use crate::book::{Book, Standing, within};
use crate::plans::months;
use crate::refs::heading;
use crate::standing::{self, MeasureStanding};
use crate::supervise::Docket;
use crate::wire::*;
use crate::{ApiError, App, behind, shown};
use chrono::{Datelike, Days, NaiveDate};
use domain::judge::{Light, combined, shown_fraction, time_progress};
use domain::{Granularity, Period};
use store::{IndicatorRow as Row, Lit, MeasureRow as Stored};

/// How many indicators that are behind are named.
const FURTHEST: usize = 8;
/// How many days ahead is soon.
const SOON: u64 = 30;

/// Returns how a plan stands at the end of a period; what is due and not done is as of today, for people work by it.
///
/// # Errors
/// Where there is no such plan, or the period lies outside it.
pub fn show(app: &mut App, of: OfPeriod) -> Result<Overview, ApiError> {
    let today = app.host.now().date_naive();
    seen_on(app, of, today)
}

/// Returns how a plan stands at the end of a period, with what is due after it and was not done by a day.
///
/// # Errors
/// As [`show`].
pub(crate) fn seen_on(app: &mut App, of: OfPeriod, day: NaiveDate) -> Result<Overview, ApiError> {
    let now = app.host.now();
    let store = app.store()?;
    let book = Book::load(store, of.plan, of.period)?;
    let docket = Docket::read(store, book.plan.id, now)?;
    let plan = &book.plan.data;
    let before = within(plan, of.period.previous()).is_ok().then(|| of.period.previous());
    let judged: Vec<Judged> = book.measures.iter().map(|measure| Judged::of(&book, measure, of.period, before)).collect();
    let loose = book.indicators.iter().filter(|row| book.measure_of(row).is_none()).map(|row| (row, book.standing(row, of.period)));
    let loose: Vec<(&Row, Standing)> = loose.collect();
    let all = || judged.iter().flat_map(|one| &one.now.indicators).chain(&loose);

    let lights = lights(&judged);
    let lit = judged.iter().map(|one| one.now.lit());
    let loose_lit = loose.iter().map(|(row, standing)| (standing.judgement.light, row.data.indicator.weight.get()));
    let light = combined(&lit.chain(loose_lit).collect::<Vec<_>>(), book.rules.combining);
    let grey = greys(&judged);
    let mut behind = behind::behind(&book, all());
    let behind_count = behind.len() as u32;
    behind.truncate(FURTHEST);
    follow(&book, &docket, &mut behind);
    let owing = owed::owing(&book, all(), of.period);
    let (due_from, due_until) = soon(of.period);
    let measures = judged.len() as u32;
    Ok(Overview {
        plan: plan.uid,
        title: plan.title.clone(),
        period: of.period,
        sentence: said::sentence(of.period, measures, lights, grey),
        light,
        measures,
        lights,
        grey,
        change: before.map(|_| turns::change(&judged)),
        clock: clock(&book, of.period),
        sections: sections(&book, &judged),
        behind_count,
        behind,
        reporting: owing.len() as u32,
        chase: owed::chase(&owing, now.date_naive(), of.period),
        unreported: owing.into_iter().filter(|unit| unit.owed > 0).collect(),
        turned: turns::turned(&judged),
        turns: turns::count(&judged),
        due: due::soon(&book, &judged, &loose, &docket, due_from..=due_until, day),
        due_from,
        due_until,
        supervised: docket.supervised(&book),
    })
}

/// A measure, how it stands, and its light in the period before.
struct Judged<'a> {
    measure: &'a Stored,
    now: MeasureStanding<'a>,
    before: Option<(Light, Option<&'static str>)>,
}

impl<'a> Judged<'a> {
    fn of(book: &'a Book, measure: &'a Stored, period: Period, before: Option<Period>) -> Judged<'a> {
        let light = |standing: MeasureStanding| (standing.light, standing.word());
        Judged {
            measure,
            now: standing::of_measure(book, measure, period),
            before: before.map(|before| light(standing::of_measure(book, measure, before))),
        }
    }
}

/// Returns the days after a period that are soon: thirty, and in any case the whole next month, for what is due is mostly
/// due on a month's last day.
fn soon(period: Period) -> (NaiveDate, NaiveDate) {
    let first = period.end() + Days::new(1);
    let month = Period::containing(Granularity::Month, first).map(Period::end);
    (first, month.unwrap_or(first).max(period.end() + Days::new(SOON)))
}

fn lights<'a>(judged: impl IntoIterator<Item = &'a Judged<'a>>) -> Lights {
    let mut lights = Lights::default();
    judged.into_iter().for_each(|one| lights.count(one.now.light));
    lights
}

fn greys<'a>(judged: impl IntoIterator<Item = &'a Judged<'a>>) -> Greys {
    let mut greys = Greys::default();
    for one in judged.into_iter().filter(|one| one.now.light == Light::Grey) {
        *match one.now.word() {
            None => &mut greys.none,
            Some("未到期") => &mut greys.waits,
            Some("不能汇总") => &mut greys.gap,
            Some(_) => &mut greys.missing,
        } += 1;
    }
    greys
}

fn sections(book: &Book, judged: &[Judged]) -> Vec<SectionLights> {
    let own = book.sections.iter().map(|section| (Some(section.id), Some(section.data.uid), heading(&section.data)));
    let groups = own.chain([(None, None, "不属于板块".to_owned())]);
    let group = groups.map(|(section, id, title)| {
        let inside: Vec<&Judged> = judged.iter().filter(|one| one.measure.measure.section_id == section).collect();
        let turns = turns::count(inside.iter().copied());
        let light = combined(&inside.iter().map(|one| one.now.lit()).collect::<Vec<_>>(), book.rules.combining);
        let grey = greys(inside.iter().copied());
        SectionLights { id, title, light, measures: inside.len() as u32, lights: lights(inside), grey, turns }
    });
    group.filter(|section| section.measures > 0).collect()
}

/// Says of indicators that are behind whether they are listed and being put right.
fn follow(book: &Book, docket: &Docket, behind: &mut [Behind]) {
    let listed = docket.listed();
    for one in behind {
        let Some(row) = book.indicators.iter().find(|row| row.data.uid == one.indicator) else { continue };
        one.listed = row.data.measure_id.is_some_and(|measure| listed.contains(&measure));
        let measure = row.data.measure_id.and_then(|measure| docket.going_on(Lit::Measure(measure), None));
        one.rectification = docket.going_on(Lit::Indicator(row.id), None).or(measure).map(|row| row.data.uid);
    }
}

fn clock(book: &Book, period: Period) -> Clock {
    let plan = &book.plan.data;
    let months = months(plan);
    let coming = |month: &Period| month.start() > period.end();
    let left = months.iter().filter(|month| coming(month)).count();
    let last = months[months.len() - 1];
    let due_in = |month: Period| {
        // What is due after the plan itself has to be done with it.
        let day = |measure: &Stored| measure.measure.deadline.unwrap_or(plan.due).min(plan.due);
        book.measures.iter().filter(|measure| same_month(day(measure), month)).count() as u32
    };
    Clock {
        time_progress: shown_fraction(time_progress(book.rules.time, plan.start, plan.due, period.end())),
        passed: (months.len() - left) as u32,
        left: left as u32,
        days_left: (plan.due - period.end().min(last.end()).min(plan.due)).num_days() as u32,
        months: months
            .iter()
            .map(|month| ClockMonth { period: *month, label: shown::short(*month), coming: coming(month), due: due_in(*month) })
            .collect(),
    }
}

fn same_month(day: NaiveDate, month: Period) -> bool {
    (day.year(), day.month()) == (month.start().year(), month.start().month())
}
