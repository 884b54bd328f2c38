//! Decks of slides for a meeting (会议): made from a plan and a period, chosen and ordered by a person, drawn and saved.
//!
//! A slide says in words and figures what the other screens say: all of it comes from [`crate::overview`], [`crate::score`],
//! [`crate::supervise`], [`crate::chart`] and [`Book`]. What a deck keeps is which slides, in which order, and what a person
//! wrote to say; the figures are made anew for the period asked for, and of a frozen one they are those that were kept.

mod export;
mod follow;
mod indicator;
mod keep;
mod kept;
mod made;
mod names;
mod said;
pub(crate) mod stage;
mod whole;

pub use export::export;
pub(crate) use export::save as export_where_asked;
pub use keep::{delete, named, save};
pub(crate) use kept::Kept;

use crate::book::Book;
use crate::compare::Earlier;
use crate::wire::*;
use crate::{ApiError, App, narrative, overview, plans, score, supervise};
use charts::{Size, Slide};
use domain::{Period, Uid};
use made::{Made, Sources};
use names::Names;
use std::collections::HashMap;
use std::sync::Arc;

/// How many indicators the program proposes to show one by one: as many as are named as furthest behind.
const PROPOSED: usize = 8;

/// Returns the slides of a plan in a period: those of a deck in its order, then the others.
///
/// # Errors
/// Where there is no such plan or deck, or the period lies outside the plan.
pub fn show(app: &mut App, of: DeckOf) -> Result<DeckView, ApiError> {
    let made = make(app, of.plan, of.period, of.hide_names)?;
    let store = app.store()?;
    let plan = plans::plan(store, of.plan)?;
    let deck = of.deck.map(|uid| keep::of_plan(store, plan.id, uid)).transpose()?;
    let (order, talk) = match &deck {
        Some(deck) => (store.deck_slides(deck.id)?, store.deck_talk(deck.id, of.period)?.into_iter().collect()),
        None => (proposed(&made), HashMap::new()),
    };
    let known = |key: &String| made.iter().any(|one| one.key == *key);
    let gone = order.iter().filter(|key| !known(key)).count() as u32;
    let decks = store.decks(plan.id)?;
    let infos = decks
        .iter()
        .map(|one| Ok(DeckInfo { id: one.data.uid, name: one.data.name.clone(), slides: store.deck_slides(one.id)?.len() as u32 }));
    let decks = infos.collect::<Result<_, ApiError>>()?;
    let chosen = expanded(&made, &order);
    let others = made.iter().filter(|one| !chosen.iter().any(|chosen| chosen.key == one.key));
    let slides = chosen.iter().map(|one| view(one, true, &talk)).chain(others.map(|one| view(one, false, &talk))).collect();
    Ok(DeckView { plan: of.plan, title: plan.data.title, period: of.period, deck: of.deck, decks, slides, gone })
}

/// Draws slides.
///
/// # Errors
/// As [`show`]; and where a slide that is asked for is not there in the period.
pub fn draw(app: &mut App, of: SlidesDraw) -> Result<Vec<SlideDrawn>, ApiError> {
    let made = make(app, of.plan, of.period, of.hide_names)?;
    let pages: Vec<&str> = expanded(&made, &of.order).iter().map(|one| one.key.as_str()).collect();
    let draw = |key: &String| {
        let one = made.iter().find(|one| one.key == *key).ok_or_else(|| missing(key))?;
        let page = pages.iter().position(|page| page == key).map(|at| (at + 1, pages.len()));
        let slide = Slide { page, ..one.slide.clone() };
        Ok(SlideDrawn { key: key.clone(), svg: slide.draw(sheet(of.ratio)).into_string(), alt: slide.describe() })
    };
    of.only.iter().map(draw).collect()
}

/// Returns the size of a sheet.
fn sheet(ratio: SlideRatio) -> Size {
    match ratio {
        SlideRatio::Wide => Slide::WIDE,
        SlideRatio::Narrow => Slide::NARROW,
    }
}

fn missing(key: &str) -> ApiError {
    ApiError::not_found(format!("这一期没有“{key}”这张幻灯")).hint("请在“汇报”里重新选择幻灯")
}

/// Returns every slide there is of a plan in a period, in the order in which a meeting goes through them: made anew, unless nothing
/// has changed since they were.
fn make(app: &mut App, plan: Uid, period: Period, hide_names: bool) -> Result<Arc<Vec<Made>>, ApiError> {
    let origin = kept::Origin::now(app, plan, period, hide_names)?;
    if let Some(kept) = app.kept_slides(&origin) {
        return Ok(kept);
    }
    let made = Arc::new(make_anew(app, plan, period, hide_names)?);
    app.keep_slides(origin, &made);
    Ok(made)
}

fn make_anew(app: &mut App, plan: Uid, period: Period, hide_names: bool) -> Result<Vec<Made>, ApiError> {
    let of = OfPeriod { plan, period };
    // As of the period's end, so that the slides of a past period stay as they were; while it goes on, as of today.
    let until = period.end().min(app.host.now().date_naive());
    let overview = overview::seen_on(app, of, until)?;
    // Units of one kind are ranked together, as on the screen of scores.
    let scores = score::of_largest_group(app, of)?;
    let supervision = supervise::seen_on(app, of, until)?;
    let told = narrative::list(app, of)?;
    let store = app.store()?;
    let mut book = Book::load(store, plan, period)?;
    let all: Vec<i64> = book.indicators.iter().map(|row| row.id).collect();
    book.read_series(store, &all)?;
    let names = hide_names.then(|| Names::read(store)).transpose()?;
    let earlier = Earlier::of_each(store, &book, &all)?;
    let from = Sources { store, book, earlier, period, overview, scores, supervision, told, names };
    let mut made = slides(&from);
    made.iter_mut().for_each(|one| one.named = one.name.clone());
    if let Some(names) = &from.names {
        for one in &mut made {
            one.slide.rename(&|text| names.hide(text));
            one.name = names.hide(&one.name);
        }
    }
    Ok(made)
}

fn slides(from: &Sources<'_>) -> Vec<Made> {
    let mut made = vec![whole::cover(from)];
    made.extend(whole::overview(from));
    made.extend(from.overview.sections.iter().flat_map(|section| whole::section(from, section)));
    made.extend(whole::behind(from));
    let behind: Vec<Uid> = from.overview.behind.iter().take(PROPOSED).map(|one| one.indicator).collect();
    for row in &from.book.indicators {
        made.extend(indicator::slides(from, row, behind.contains(&row.data.uid)));
    }
    made.extend(follow::measures(from));
    made.extend(follow::league(from));
    made.extend(follow::rectify(from));
    made.extend(follow::next(from));
    made
}

/// Returns the slides the program proposes.
fn proposed(made: &[Made]) -> Vec<String> {
    made.iter().filter(|one| one.proposed && one.of.is_none()).map(|one| one.key.clone()).collect()
}

/// Returns the slides of a deck with all their pages, each once; those that are not there in the period are left out.
fn expanded<'a>(made: &'a [Made], order: &[String]) -> Vec<&'a Made> {
    let pages = |key: &String| made.iter().filter(move |one| one.key == *key || one.first() == key).collect::<Vec<_>>();
    let mut all: Vec<&Made> = Vec::new();
    for one in order.iter().flat_map(pages) {
        if !all.iter().any(|before| before.key == one.key) {
            all.push(one);
        }
    }
    all
}

/// Returns a slide as it goes over the edge.
fn view(made: &Made, chosen: bool, talk: &HashMap<String, String>) -> SlideView {
    let slide = &made.slide;
    let jump = made.number.as_deref().map(reader::ordinals).filter(|parts| !parts.is_empty());
    let jump = jump.map(|parts| parts.iter().map(u32::to_string).collect::<Vec<_>>().join("."));
    SlideView {
        key: made.key.clone(),
        of: made.of.clone(),
        kind: made.kind,
        chosen,
        number: made.number.clone(),
        place: made.place.filter(|_| jump.is_none()),
        jump,
        name: made.name.clone(),
        kicker: slide.kicker.clone(),
        headline: slide.title(),
        marked: slide.headline.iter().filter(|run| run.tone.is_some()).map(|run| run.text.clone()).collect(),
        light: slide.verdict.as_ref().map(|(light, _)| *light),
        word: slide.verdict.as_ref().map(|(_, word)| word.clone()),
        facts: slide
            .facts
            .iter()
            .map(|fact| SlideFact { name: fact.name.clone(), value: fact.value.clone(), unit: fact.unit.clone(), light: fact.light })
            .collect(),
        foot: slide.foot.clone(),
        alt: slide.describe(),
        talk: made.talk.clone(),
        own_talk: talk.get(made.first()).cloned(),
        by_unit: made.by_unit.clone(),
    }
}
