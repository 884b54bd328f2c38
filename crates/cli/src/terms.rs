//! How indicators are judged and what they weigh, from the command line.

use crate::args::IndicatorCommand;
use crate::chosen::chosen;
use crate::print::show;
use crate::print::{self, say};
use app::wire::*;
use app::{ApiError, App};
use domain::Period;

/// Runs a command of `indicator`.
pub(crate) fn indicator(app: &mut App, json: bool, plan: Option<&str>, command: IndicatorCommand) -> Result<(), ApiError> {
    match command {
        IndicatorCommand::Set { indicators, as_proposed, kind, pace, roll_up, every, baseline, target, start, due, weight } => {
            let indicators = indicators.iter().map(|text| app::indicators::named(app, text)).collect::<Result<Vec<_>, _>>()?;
            let set = IndicatorSet {
                indicators: indicators.clone(),
                as_proposed,
                kind,
                pace,
                roll_up,
                every,
                baseline,
                target,
                start,
                due,
                weight,
            };
            let done = app::terms::set(app, set)?;
            done.notes.iter().for_each(|note| eprintln!("请核对：{note}"));
            let now = indicators.iter().map(|id| app::indicators::one(app, *id)).collect::<Result<Vec<_>, _>>()?;
            match now.as_slice() {
                [one] => show(json, one, || print::indicators(std::slice::from_ref(one))),
                many => show(json, &many, || print::indicators(many)),
            }
        }
        IndicatorCommand::Plan { indicator, values, clear } => {
            let indicator = app::indicators::named(app, &indicator)?;
            let sheet = match values.is_empty() && !clear {
                true => app::terms::planned(app, OfIndicator { indicator })?,
                false => {
                    let values = values.iter().map(|text| planned(text)).collect::<Result<_, _>>()?;
                    app::terms::set_planned(app, PlannedSet { indicator, values })?
                }
            };
            show(json, &sheet, || planned_sheet(&sheet));
        }
        IndicatorCommand::Terms => {
            let plan = chosen(app, plan)?.id;
            let terms = app::terms::show(app, OfPlan { plan })?;
            show(json, &terms, || all(&terms));
        }
    }
    Ok(())
}

/// Says what a section or a measure counts.
pub(crate) fn weight(
    app: &mut App,
    json: bool,
    plan: Option<&str>,
    section: Option<String>,
    measure: Option<String>,
    weight: String,
) -> Result<(), ApiError> {
    let plan = chosen(app, plan)?.id;
    let terms = app::terms::show(app, OfPlan { plan })?;
    let section = section.map(|words| {
        let found = terms.sections.iter().filter(|one| one.title.contains(&words)).filter_map(|one| Some((one.id?, one.title.clone())));
        the_one("板块", &words, found.collect())
    });
    let measure = measure.map(|words| {
        let measures = terms.sections.iter().flat_map(|section| &section.measures);
        let named = |one: &&TermsMeasure| one.title.contains(&words) || one.id.is_some_and(|id| id.to_string() == words);
        the_one("举措", &words, measures.filter(named).filter_map(|one| Some((one.id?, one.title.clone()))).collect())
    });
    let set = WeightSet { plan, section: section.transpose()?, measure: measure.transpose()?, weight };
    app::terms::set_weight(app, set)?;
    let terms = app::terms::show(app, OfPlan { plan })?;
    show(json, &terms, || all(&terms));
    Ok(())
}

fn the_one(what: &str, words: &str, mut found: Vec<(domain::Uid, String)>) -> Result<domain::Uid, ApiError> {
    match found.len() {
        1 => Ok(found.remove(0).0),
        0 => Err(ApiError::not_found(format!("有指标的{what}里没有“{words}”")).hint("用 indicator terms 查看")),
        _ => {
            let titles: Vec<String> = found.into_iter().map(|(_, title)| format!("“{title}”")).collect();
            Err(ApiError::invalid(format!("{what}“{words}”有{}个：{}", titles.len(), titles.join("、"))).hint("多写几个字"))
        }
    }
}

/// Reads `2024-Q1=300`.
fn planned(text: &str) -> Result<PlannedInput, ApiError> {
    let wrong = || ApiError::invalid(format!("“{text}”不是计划值")).hint("写作 期次=数，如 2024-Q1=300");
    let (period, value) = text.split_once('=').ok_or_else(wrong)?;
    let period: Period = period.parse().map_err(|error: domain::PeriodError| ApiError::invalid(error.to_string()))?;
    Ok(PlannedInput { period, value: value.to_owned() })
}

fn planned_sheet(sheet: &PlannedSheet) {
    say!("{} {}{}：{}", sheet.name, sheet.target_label, sheet.unit, sheet.means);
    for row in &sheet.rows {
        let straight = row.straight.map_or_else(String::new, |value| format!("（序时{value:.2}）"));
        say!("{} {}{straight}", row.label, if row.value.is_empty() { "未填" } else { &row.value });
    }
}

fn all(terms: &Terms) {
    let own = |weight: &str| if weight.is_empty() { String::new() } else { format!("，自定{weight}") };
    for section in &terms.sections {
        say!("{}（权重{}{}）", section.title, section.counts, own(&section.weight));
        for measure in &section.measures {
            say!("  {}{}（权重{}{}）", measure.number.as_deref().unwrap_or_default(), measure.title, measure.counts, own(&measure.weight));
            for row in &measure.indicators {
                let words = [row.kind.zh(), row.pace.zh(), row.roll_up.zh(), row.every.zh()].join("，");
                let planned = if row.planned > 0 { format!("，{}个计划值", row.planned) } else { String::new() };
                say!("    {} {} {}{}（{words}{planned}，权重{}）", row.id, row.name, row.target_label, row.unit, row.counts);
                row.doubts.iter().for_each(|doubt| say!("      请核对：{doubt}"));
            }
        }
    }
    terms.note.iter().for_each(|note| say!("{note}"));
}
