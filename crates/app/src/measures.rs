//! The measures of a plan, and one of them with all that belongs to it.

use crate::book::{Book, Standing};
use crate::refs::{heading, unit_ref};
use crate::shown::expected_shown;
use crate::supervise::Docket;
use crate::wire::*;
use crate::{ApiError, App, compare, marks, narrative, pinyin, plans, standing, supervise};
use domain::Period;
use domain::judge::{Light, combined, shown_fraction, shown_lag, target_label};
use std::collections::HashSet;
use store::{IndicatorRow as Row, MeasureRow as Stored};

/// Returns the measures of a plan, judged in a period.
pub fn list(app: &mut App, of: OfPeriod) -> Result<MeasureList, ApiError> {
    let book = Book::load(app.store()?, of.plan, of.period)?;
    let listed = supervise::listed(app.store()?, book.plan.id)?;
    let (measures, lights): (Vec<MeasureRow>, Vec<(Light, f64)>) =
        book.measures.iter().map(|measure| row(&book, measure, of.period, &listed)).unzip();
    let sections = book.sections.iter().map(|section| {
        let lit = measures.iter().zip(&lights).filter(|(measure, _)| measure.section == Some(section.data.uid));
        let lights: Vec<(Light, f64)> = lit.map(|(_, light)| *light).collect();
        SectionRow {
            id: section.data.uid,
            title: heading(&section.data),
            light: combined(&lights, book.rules.combining),
            measures: lights.len() as u32,
        }
    });
    // A heading that holds no measures (实施步骤) has nothing to filter by.
    let sections = sections.filter(|section| section.measures > 0).collect();
    let mut seen = HashSet::new();
    let units = measures.iter().flat_map(|measure| &measure.units).filter(|unit| seen.insert(unit.unit.id));
    let units = units.map(|unit| unit.unit.clone()).collect();
    Ok(MeasureList { sections, measures, units })
}

/// Returns one measure with its text, indicators and latest changes.
pub(crate) fn detail(app: &mut App, of: OfMeasure) -> Result<MeasureDetail, ApiError> {
    let offset = app.host.now().offset().to_owned();
    let store = app.store()?;
    let found = store.measure(of.measure)?.ok_or_else(|| ApiError::not_found("台账里没有这项举措，可能已被撤销"))?;
    let plan = store.plan_by_id(found.measure.plan_id)?.expect("foreign keys keep the plan of a measure");
    let book = Book::load(store, plan.data.uid, of.period)?;
    let section = found.measure.section_id.and_then(|id| book.sections.iter().find(|section| section.id == id));
    let quotes = book.indicators_of(found.id).map(|row| (row.data.quote.clone(), MarkKind::Target, row.data.uid.to_string()));
    let units = book.measures.iter().find(|m| m.id == found.id).into_iter().flat_map(|m| &m.responsibilities);
    let units = units.map(|part| book.unit(part.unit_id)).map(|unit| (unit.unit.name.clone(), MarkKind::Unit, unit.unit.uid.to_string()));
    let text = found.measure.text.replace('\n', " ");
    let line = match (&found.measure.span, found.measure.document_id.or(plan.data.document_id)) {
        (Some(span), Some(document)) => store.document(document)?.map(|document| line_of(&document.data.cleaned, span.start)),
        _ => None,
    };
    let mut history = Vec::new();
    for indicator in book.indicators_of(found.id) {
        history.extend(
            store
                .indicator_history(indicator.id, 12)?
                .into_iter()
                .map(|change| (change.at, crate::history::sentence(indicator, &change, offset))),
        );
    }
    history.sort_by_key(|(at, _)| std::cmp::Reverse(*at));
    let docket = Docket::read(store, plan.id, app.host.now())?;
    let years = book.indicators_of(found.id).map(|row| compare::figures(store, &book, row, of.period));
    Ok(MeasureDetail {
        years: years.collect::<Result<_, _>>()?,
        row: row(&book, &found, of.period, &docket.listed()).0,
        section: section.map(|section| heading(&section.data)),
        marks: marks::in_text(&text, quotes.chain(units)),
        text,
        line,
        indicators: book.indicators_of(found.id).map(|indicator| indicator_row(&book, indicator, of.period)).collect(),
        history: history.into_iter().map(|(_, row)| row).take(12).collect(),
        rectifications: docket.rectifications_of(&book, found.id, of.period),
        listing: docket.listing_of(&book, found.id, of.period),
        milestones: docket.milestones_of(found.id),
        narratives: narrative::of_measure(store, &book, &found, of.period, offset)?,
    })
}

/// Returns the id of the measure an id or the number printed in the document means.
///
/// # Errors
/// Where there is none, or several have that number.
pub fn named(app: &App, plan: domain::Uid, text: &str) -> Result<domain::Uid, ApiError> {
    let (store, text) = (app.store()?, text.trim());
    let plan = plans::plan(store, plan)?;
    let measures = store.measures(plan.id)?;
    let same = |row: &&Stored| row.measure.uid.to_string() == text || row.measure.number.as_deref() == Some(text);
    let found: Vec<&Stored> = measures.iter().filter(same).collect();
    match found.as_slice() {
        [one] => Ok(one.measure.uid),
        [] => Err(ApiError::not_found(format!("计划里没有举措“{text}”")).hint("用 measures 查看所有举措，写它的序号或编号")),
        several => {
            let titles: Vec<String> = several.iter().map(|row| format!("{} {}", row.measure.uid, row.measure.title)).collect();
            Err(ApiError::invalid(format!("有{}项举措的序号是“{text}”", several.len())).hint(format!("请写编号：{}", titles.join("；"))))
        }
    }
}

/// Returns a measure as the list shows it, and its light with what it weighs.
fn row(book: &Book, measure: &Stored, period: Period, listed: &HashSet<i64>) -> (MeasureRow, (Light, f64)) {
    let m = &measure.measure;
    let stands = standing::of_measure(book, measure, period);
    let worst = stands.worst();
    let mut units: Vec<MeasureUnit> =
        measure.responsibilities.iter().map(|part| MeasureUnit { unit: unit_ref(book.unit(part.unit_id)), role: part.role }).collect();
    units.sort_by_key(|unit| unit.role);
    let names: Vec<&str> = units.iter().map(|unit| unit.unit.name.as_str()).collect();
    let indicator_names: Vec<&str> = stands.indicators.iter().map(|(row, _)| row.data.indicator.name.as_str()).collect();
    let keys = [&[m.number.as_deref().unwrap_or_default(), &m.title][..], &names, &indicator_names].concat();
    let judged = worst.map(|(_, standing)| &standing.judgement);
    let reason = match worst {
        None if book.is_frozen(period) && !book.has_measure(measure.id) => format!("{}冻结时还没有这项举措", period.zh()),
        None => "没有数字目标".to_owned(),
        Some((row, standing)) => format!("{}：{}", row.data.indicator.name, standing.judgement.reason),
    };
    let shown = MeasureRow {
        id: m.uid,
        number: m.number.clone(),
        title: m.title.clone(),
        section: m.section_id.and_then(|id| book.sections.iter().find(|section| section.id == id)).map(|section| section.data.uid),
        due: m.deadline.unwrap_or(book.plan.data.due),
        light: stands.light,
        completion: judged.and_then(|judged| judged.completion).map(shown_fraction),
        lag: judged.and_then(shown_lag),
        time_progress: shown_fraction(judged.map_or(0.0, |judged| judged.time_progress)),
        reason,
        word: stands.word().map(str::to_owned),
        indicators: stands.indicators.len() as u32,
        listed: listed.contains(&measure.id),
        keys: pinyin::keys(&keys),
        units,
    };
    (shown, stands.lit())
}

/// Returns an indicator with its judgement over all units.
pub(crate) fn indicator_row(book: &Book, row: &Row, period: Period) -> IndicatorRow {
    let last = book.standing(row, period.previous()).value;
    figures(book, row, &row.data.indicator, book.standing(row, period), last)
}

/// Puts an indicator and its standing together as the window shows them; `terms` are those it was judged by.
fn figures(book: &Book, row: &Row, terms: &domain::Indicator, standing: Standing, last: Option<domain::Amount>) -> IndicatorRow {
    let judged = standing.judgement;
    IndicatorRow {
        id: row.data.uid,
        name: terms.name.clone(),
        unit: terms.unit.clone(),
        target_label: target_label(terms),
        kind: terms.kind,
        pace: terms.pace,
        roll_up: terms.roll_up,
        every: terms.every,
        weight: terms.weight.get(),
        baseline: terms.baseline.map(f64::from),
        comparator: terms.comparator,
        target: terms.target.map(f64::from),
        upper: terms.upper.map(f64::from),
        due: terms.due,
        quote: row.data.quote.clone(),
        last: last.map(f64::from),
        value: standing.value.map(f64::from),
        expected: judged.expected.map(expected_shown),
        completion: judged.completion.map(shown_fraction),
        lag: shown_lag(&judged),
        light: judged.light,
        reason: judged.reason,
        word: judged.word.map(str::to_owned),
        missing_units: standing.missing.iter().map(|unit| book.unit(*unit).unit.name.clone()).collect(),
    }
}

/// Returns the number, counted from 1, of the line a character of a text stands in.
fn line_of(text: &str, character: usize) -> u32 {
    text.chars().take(character).filter(|c| *c == '\n').count() as u32 + 1
}
