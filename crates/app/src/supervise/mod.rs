//! Supervision (督查): red lights put right, measures listed, milestones and phases followed, and what each unit has on record.
//!
//! A figure reported later closes nothing by itself: the light then and the light now stand side by side, and a person decides.
//! Days are counted to the host's day; lights are those of the period shown.

mod accounts;
pub mod listing;
mod lit;
pub mod milestone;
pub mod phase;
pub mod rectify;
mod rows;

pub(crate) use rows::Docket;

use crate::book::Book;
use crate::refs::{measure_ref, unit_ref};
use crate::wire::{OfPeriod, RedLight, Supervision};
use crate::{ApiError, App};
use chrono::NaiveDate;
use domain::Period;
use domain::judge::{Light, shown_lag};
use domain::supervise::Stage;
use std::cmp::Reverse;
use std::collections::HashSet;
use store::{IndicatorRow, Lit, Store};

/// Returns all that is supervised of a plan.
///
/// # Errors
/// Where there is no such plan, or the period lies outside it.
pub fn show(app: &mut App, of: OfPeriod) -> Result<Supervision, ApiError> {
    let today = app.host.now().date_naive();
    seen_on(app, of, today)
}

/// Returns all that is supervised of a plan, with the red lights nobody had asked to put right by a day.
///
/// # Errors
/// As [`show`].
pub(crate) fn seen_on(app: &mut App, of: OfPeriod, day: NaiveDate) -> Result<Supervision, ApiError> {
    let now = app.host.now();
    let store = app.store()?;
    let book = Book::load(store, of.plan, of.period)?;
    let docket = Docket::read(store, book.plan.id, now)?;
    let (red, own_red) = red(&book, &docket, of.period, day);
    let mut rectifications: Vec<_> = docket.rectifications.iter().map(|row| docket.rectification(&book, row, of.period)).collect();
    let turn = |stage| match stage {
        Stage::Applied => 0,
        Stage::Open => 1,
        Stage::SignedOff => 2,
    };
    rectifications.sort_by_key(|row| (!row.overdue, turn(row.stage), Reverse(row.days_late), row.opened_on));
    let mut listings: Vec<_> = docket.listings.iter().map(|row| docket.listing(&book, row, of.period)).collect();
    listings.sort_by_key(|row| (row.lifted_on.is_some(), row.next_on, Reverse(row.lifted_on)));
    let mut milestones: Vec<_> = docket.milestones.iter().map(|row| docket.milestone(row)).collect();
    milestones.sort_by_key(|row| (row.due.is_none(), row.due));
    Ok(Supervision {
        plan: of.plan,
        period: of.period,
        today: docket.today,
        red,
        own_red,
        rectifications,
        listings,
        milestones,
        accounts: accounts::of(store, &book, &docket, of.period)?,
    })
}

/// Returns the measures of a plan that are listed now.
pub(crate) fn listed(store: &Store, plan_id: i64) -> Result<HashSet<i64>, ApiError> {
    let in_force = store.listings(plan_id)?.into_iter().filter(|row| row.data.lifted_on.is_none());
    Ok(in_force.map(|row| row.data.measure_id).collect())
}

/// Returns the red lights that nobody had asked to put right by a day, over all units and of each unit; the furthest behind first.
///
/// One that was asked for in this period or later is not asked for again, also when it is signed off.
fn red(book: &Book, docket: &Docket, period: Period, by: NaiveDate) -> (Vec<RedLight>, Vec<RedLight>) {
    let light = |row: &IndicatorRow, own: Option<i64>| {
        let judged = lit::standing(book, row, own, period).judgement;
        (judged.light == Light::Red && !docket.asked(row, own, period, by)).then(|| {
            let unit = own.or_else(|| lit::answering(book, Lit::Indicator(row.id), period).first().copied());
            RedLight {
                indicator: row.data.uid,
                name: row.data.indicator.name.clone(),
                measure: book.measure_of(row).map(|row| measure_ref(&row.measure)),
                unit: unit.map(|unit| unit_ref(book.unit(unit))),
                lag: shown_lag(&judged),
                finding: judged.reason,
            }
        })
    };
    let furthest_first = |mut lights: Vec<RedLight>| {
        lights.sort_by(|a, b| b.lag.unwrap_or(9.0).total_cmp(&a.lag.unwrap_or(9.0)));
        lights
    };
    let all = book.indicators.iter().filter_map(|row| light(row, None)).collect();
    // Where one unit alone reports, its own light is the one over all.
    let several = book.indicators.iter().filter(|row| book.reporters(row).len() > 1);
    let own = several.flat_map(|row| book.reporters(row).iter().filter_map(move |unit| light(row, Some(*unit))));
    (furthest_first(all), furthest_first(own.collect()))
}

/// Returns the day something was done: the one named, if it is not to come yet, else today.
fn done_on(app: &App, on: Option<NaiveDate>, what: &str) -> Result<NaiveDate, ApiError> {
    let today = app.host.now().date_naive();
    match on {
        Some(on) if on > today => Err(ApiError::invalid(format!("{what}日期{on}还没有到，今天是{today}")).hint("请填今天或以前的日期")),
        on => Ok(on.unwrap_or(today)),
    }
}

/// Refuses a day before another.
fn not_before(on: NaiveDate, what: &str, earlier: NaiveDate, since: &str) -> Result<(), ApiError> {
    match on < earlier {
        true => Err(ApiError::invalid(format!("{what}{on}早于{since}{earlier}")).hint("请核对日期")),
        false => Ok(()),
    }
}

/// Returns a text that must be there, without blanks around it.
fn written(text: &str, missing: &str, hint: &str) -> Result<String, ApiError> {
    let text = text.trim();
    if text.is_empty() { Err(ApiError::invalid(missing).hint(hint)) } else { Ok(text.to_owned()) }
}
