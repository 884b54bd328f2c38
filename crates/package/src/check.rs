//! Whether what a package says can be so: references hold, names are single, texts and numbers of lines bearable.

use crate::content::{Cover, EntryText, HandoverContent, PlanContent, Report};
use crate::error::Error;
use domain::{Period, Uid};
use std::collections::HashSet;

/// The longest text: a measure of a plan can be long, a name cannot.
const LONGEST_TEXT: usize = 100_000;
const LONGEST_NAME: usize = 1_000;
const MOST_LINES: usize = 500_000;

pub fn cover(cover: &Cover) -> Result<(), Error> {
    name("导出人", &cover.made_by)
}

pub fn handover(content: &HandoverContent) -> Result<(), Error> {
    name("台账名称", &content.file_name)?;
    bearable("计划", content.plans.len())?;
    content.plans.iter().try_for_each(|title| name("计划标题", title))
}

pub fn plan(content: &PlanContent) -> Result<(), Error> {
    let PlanContent { plan, units, sections, measures, indicators } = content;
    for (what, count) in [("单位", units.len()), ("板块", sections.len()), ("举措", measures.len()), ("指标", indicators.len())] {
        bearable(what, count)?;
    }
    filled("计划标题", &plan.title)?;
    [&plan.number, &plan.issuer].into_iter().flatten().try_for_each(|text| name("文号或印发单位", text))?;
    in_order("计划", plan.start, plan.due)?;
    let known_units = single("单位", units.iter().map(|unit| unit.uid))?;
    let known_sections = single("板块", sections.iter().map(|section| section.uid))?;
    let known_measures = single("举措", measures.iter().map(|measure| measure.uid))?;
    single("指标", indicators.iter().map(|indicator| indicator.uid))?;
    let unit_known = |uid: &Uid| known(&known_units, "单位", uid);
    let mut names = HashSet::new();
    for unit in units {
        filled("单位名称", &unit.name)?;
        unit.aliases.iter().chain(&unit.short_name).try_for_each(|text| filled("单位别名", text))?;
        if !names.insert(unit.name.as_str()) {
            return Err(Error::Content(format!("有两个单位都叫“{}”", unit.name)));
        }
        unit.parent.iter().chain(&unit.members).try_for_each(unit_known)?;
        let is_group = |uid: &Uid| units.iter().any(|unit| unit.uid == *uid && unit.is_group);
        if (!unit.members.is_empty() && !unit.is_group) || unit.members.iter().any(is_group) {
            return Err(Error::Content(format!("“{}”的成员不成立", unit.name)));
        }
        if unit.parent == Some(unit.uid) || unit.members.contains(&unit.uid) {
            return Err(Error::Content(format!("单位“{}”属于它自己", unit.name)));
        }
    }
    for section in sections {
        name("板块标题", &section.title)?;
        section.number.iter().try_for_each(|text| name("板块编号", text))?;
        not_negative("板块权重", section.weight)?;
    }
    for measure in measures {
        filled("举措标题", &measure.title)?;
        text("举措正文", &measure.text)?;
        measure.number.iter().try_for_each(|text| name("举措编号", text))?;
        measure.section.iter().try_for_each(|uid| known(&known_sections, "板块", uid))?;
        measure.units.iter().try_for_each(|part| unit_known(&part.unit))?;
        not_negative("举措权重", measure.weight)?;
    }
    for indicator in indicators {
        filled("指标名称", &indicator.name)?;
        name("计量单位", &indicator.unit)?;
        text("指标原文", &indicator.quote)?;
        for typed in [&indicator.target_text, &indicator.upper_text, &indicator.baseline_text].into_iter().flatten() {
            name("原填的数", typed)?;
        }
        in_order(&format!("指标“{}”", indicator.name), indicator.start, indicator.due)?;
        indicator.measure.iter().try_for_each(|uid| known(&known_measures, "举措", uid))?;
        indicator.shares.iter().try_for_each(|share| unit_known(&share.unit))?;
        not_negative("指标权重", Some(indicator.weight))?;
        single("分解到的单位", indicator.shares.iter().map(|share| share.unit))?;
        let periods: HashSet<Period> = indicator.planned.iter().map(|one| one.period).collect();
        if periods.len() < indicator.planned.len() {
            return Err(Error::Content(format!("指标“{}”的计划进度有重复的期次", indicator.name)));
        }
    }
    Ok(())
}

pub fn report(report: &Report) -> Result<(), Error> {
    let Report { plan_title, unit_name, period, entries, narratives, .. } = report;
    name("计划标题", plan_title)?;
    filled("单位名称", unit_name)?;
    bearable("填报", entries.len())?;
    bearable("进展情况", narratives.len())?;
    let outside = |at: &Period| period.is_some_and(|only| only != *at);
    let mut seen = HashSet::new();
    for entry in entries {
        one_figure(entry)?;
        for (what, text) in [("指标名称", &entry.name), ("计量单位", &entry.unit_of_measure), ("填报人", &entry.who)] {
            name(what, text)?;
        }
        entry.typed.iter().try_for_each(|typed| name("原填的数", typed))?;
        entry.note.iter().try_for_each(|note| text("备注", note))?;
        if outside(&entry.period) || !seen.insert((entry.indicator, entry.period)) {
            return Err(Error::Content(format!("“{}”{}的填报重复，或不在这个包的期次里", entry.name, entry.period.zh())));
        }
    }
    let mut seen = HashSet::new();
    for told in narratives {
        name("举措标题", &told.title)?;
        name("填报人", &told.who)?;
        [&told.progress, &told.problems, &told.next_steps].into_iter().flatten().try_for_each(|passage| text("进展情况", passage))?;
        if outside(&told.period) || !seen.insert((told.measure, told.period)) {
            return Err(Error::Content(format!("“{}”{}的进展情况重复，或不在这个包的期次里", told.title, told.period.zh())));
        }
    }
    Ok(())
}

fn one_figure(entry: &EntryText) -> Result<(), Error> {
    match (entry.value, entry.numerator, entry.denominator) {
        (_, None, None) | (None, Some(_), Some(_)) => Ok(()),
        _ => Err(Error::Content(format!("“{}”{}的数和分子分母对不上", entry.name, entry.period.zh()))),
    }
}

fn single(what: &str, uids: impl Iterator<Item = Uid>) -> Result<HashSet<Uid>, Error> {
    let mut seen = HashSet::new();
    for uid in uids {
        if !seen.insert(uid) {
            return Err(Error::Content(format!("{what}编号{uid}重复")));
        }
    }
    Ok(seen)
}

fn known(all: &HashSet<Uid>, what: &str, uid: &Uid) -> Result<(), Error> {
    if all.contains(uid) { Ok(()) } else { Err(Error::Content(format!("提到的{what}{uid}不在包里"))) }
}

fn in_order(what: &str, start: chrono::NaiveDate, due: chrono::NaiveDate) -> Result<(), Error> {
    // The years a period can have.
    let years = chrono::Datelike::year(&start) >= 1901 && chrono::Datelike::year(&due) <= 9998;
    if start <= due && years { Ok(()) } else { Err(Error::Content(format!("{what}的起止日期不对：{start}至{due}"))) }
}

fn not_negative(what: &str, weight: Option<domain::Amount>) -> Result<(), Error> {
    match weight {
        Some(weight) if weight < domain::Amount::ZERO => Err(Error::Content(format!("{what}是负数"))),
        _ => Ok(()),
    }
}

fn bearable(what: &str, count: usize) -> Result<(), Error> {
    if count > MOST_LINES { Err(Error::TooLarge(format!("{what}有{count}条"))) } else { Ok(()) }
}

fn filled(what: &str, text: &str) -> Result<(), Error> {
    if text.trim().is_empty() { Err(Error::Content(format!("{what}是空的"))) } else { name(what, text) }
}

fn name(what: &str, text: &str) -> Result<(), Error> {
    fits(what, text, LONGEST_NAME)
}

fn text(what: &str, text: &str) -> Result<(), Error> {
    fits(what, text, LONGEST_TEXT)
}

fn fits(what: &str, text: &str, longest: usize) -> Result<(), Error> {
    if text.chars().count() > longest {
        return Err(Error::Content(format!("{what}超过{longest}字")));
    }
    match text.chars().find(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t')) {
        Some(c) => Err(Error::Content(format!("{what}里有控制字符U+{:04X}", c as u32))),
        None => Ok(()),
    }
}
