//! The slides of one indicator: its course, and the same by unit.

use super::made::{Made, Sources, fact, first_marked, marked, plain, tone};
use super::said;
use crate::book::Standing;
use crate::chart::{self, rows};
use crate::refs::{heading, unit_ref};
use crate::shown::{cut, numbered};
use crate::wire::{NarrativeRow, RectificationRow, SlideKind};
use charts::{Bars, Body, Chart, Fact, Head, Run};
use domain::judge::{Light, figure, percent, shown_fraction, shown_lag, shown_points, target_label, to_go};
use domain::{Indicator, Role, ValueKind};
use store::IndicatorRow;

/// How many characters of a name a headline has room for.
const NAME: usize = 18;
/// How many bars stand on a slide.
const BARS: usize = 6;

/// Returns the slide of an indicator's course, and those that show it by unit.
pub(super) fn slides(from: &Sources<'_>, row: &IndicatorRow, proposed: bool) -> Vec<Made> {
    let (book, period) = (&from.book, from.period);
    let terms = &row.data.indicator;
    let standing = book.standing(row, period);
    let scene = chart::Scene { store: from.store, book, row, unit: None, period, since: None };
    let drawn = chart::trend_of(&scene, from.earlier.get(&row.id));
    let measure = book.measure_of(row);
    let mut made = Made::new(SlideKind::Indicator, format!("indicator:{}", row.data.uid), terms.name.clone(), period);
    made.proposed = proposed;
    made.number = measure.and_then(|measure| measure.measure.number.clone());
    made.place = measure.and_then(|measure| from.place(measure.id));
    made.name = numbered(made.number.as_deref(), &terms.name);
    made.slide.kicker = kicker(from, row);
    made.slide.verdict = Some(verdict(&standing));
    made.slide.facts = facts(terms, &standing);
    made.slide.foot = foot(from, row, &standing);
    let pace = drawn.trend.forecast.zip(standing.value).zip(standing.value.and_then(|value| to_go(terms, value, period)));
    let monthly = pace.map(|((at_due, value), to_go)| (at_due.get() - value.get()) / f64::from(to_go.months));
    made.slide.headline = headline(terms, &standing, monthly, from);
    made.talk = talk(from, row, &standing, drawn.assumes.as_deref());
    let mut trend = drawn.trend;
    // The slide itself says what it is of and what is missing.
    trend.title.clear();
    trend.subtitle.clear();
    made.slide.body = Body::Chart(Box::new(Chart::Trend(Box::new(trend))));
    let several = book.reporters(row).len() > 1;
    made.by_unit = several.then(|| format!("units:{}", row.data.uid));
    let mut all = vec![made];
    if several {
        all.extend(by_unit(from, row, &standing));
    }
    all
}

fn kicker(from: &Sources<'_>, row: &IndicatorRow) -> Vec<String> {
    let measure = from.book.measure_of(row).map(|row| &row.measure);
    let section = measure.and_then(|measure| from.book.sections.iter().find(|section| Some(section.id) == measure.section_id));
    let named = measure.map(|measure| numbered(measure.number.as_deref(), &measure.title));
    let parts: Vec<String> = section.map(|section| heading(&section.data)).into_iter().chain(named).collect();
    if parts.is_empty() { vec![row.data.indicator.name.clone()] } else { parts }
}

/// Returns the light and what stands for it: 红灯, 未报, 达标.
fn verdict(standing: &Standing) -> (Light, String) {
    let judged = &standing.judgement;
    let word = judged.word.filter(|_| judged.light == Light::Grey).unwrap_or(judged.light.zh());
    (judged.light, word.to_owned())
}

/// Returns the sentence of an indicator: how far it is behind or ahead, and what that asks for every month to come.
fn headline(terms: &Indicator, standing: &Standing, monthly: Option<f64>, from: &Sources<'_>) -> Vec<Run> {
    let judged = &standing.judgement;
    let (name, light) = (from.short(&terms.name, NAME), judged.light);
    let (Some(value), Some(lag), Some(completion), None) = (standing.value, shown_lag(judged), judged.completion, judged.word) else {
        return [vec![plain(name)], first_marked(&format!("{}。", said::after_name(&judged.reason)), light)].concat();
    };
    if judged.met {
        let done = marked(format!("{}{}", figure(value), terms.unit), light);
        return vec![plain(format!("{name}已完成")), done, plain("，完成率"), marked(percent(completion), light), plain("。")];
    }
    let points = shown_points(lag + completion, completion);
    let way = if terms.planned.is_empty() { "序时进度" } else { "计划进度" };
    let mut runs = match points {
        _ if from.period.end() >= terms.due => {
            vec![plain(format!("{name}到期未完成，完成率")), marked(percent(completion), light)]
        }
        behind if behind > 0.0 => vec![plain(format!("{name}落后{way}")), marked(format!("{behind:.1}"), light), plain("个百分点")],
        ahead if ahead < 0.0 => vec![plain(format!("{name}超前{way}")), marked(format!("{:.1}", -ahead), light), plain("个百分点")],
        _ => vec![plain(format!("{name}与{way}持平"))],
    };
    if let Some(to_go) = to_go(terms, value, from.period) {
        let each = said::at_least(to_go.each.get(), terms);
        let verb = if matches!(terms.kind, ValueKind::Cumulative | ValueKind::Increment) { "完成" } else { "提高" };
        runs.push(plain(match to_go.months {
            1 => format!("，最后1个月须{verb}"),
            months => format!("，后{months}个月每月须{verb}"),
        }));
        runs.push(marked(each, light));
        runs.push(plain(said::points_of(terms)));
        runs.extend(monthly.map(|monthly| plain(format!("，目前每月约{}{}", said::about(monthly, terms), said::points_of(terms)))));
    }
    runs.push(plain("。"));
    runs
}

/// Returns the figures beside the chart: what was reached, what was due, how far apart they are.
fn facts(terms: &Indicator, standing: &Standing) -> Vec<Fact> {
    let judged = &standing.judgement;
    let unit = if terms.target.is_none() { "%" } else { &terms.unit };
    let target = || fact("目标", target_label(terms), if terms.target.is_none() { "" } else { unit });
    let Some(value) = standing.value else { return vec![target()] };
    let now = fact("现值", figure(value), unit);
    match (judged.completion, shown_lag(judged)) {
        (Some(completion), Some(lag)) if judged.word.is_none() && !judged.met => {
            let points = shown_points(lag + completion, completion);
            let name = if points < 0.0 { "超前" } else { "差距" };
            let share = |fraction: f64| format!("{:.1}", shown_fraction(fraction) * 100.0);
            let apart = Fact { tone: tone(judged.light), ..fact(name, format!("{:.1}", points.abs()), "百分点") };
            vec![fact("实达", share(completion), "%"), fact("应达", share(lag + completion), "%"), apart]
        }
        (Some(completion), _) if judged.word.is_none() => {
            vec![fact("完成率", format!("{:.1}", shown_fraction(completion) * 100.0), "%"), now, target()]
        }
        _ => vec![now, target()],
    }
}

/// Returns what the figures are and are not: 累计，个，9个单位合计。桐坞县未报，未计入合计。
fn foot(from: &Sources<'_>, row: &IndicatorRow, standing: &Standing) -> String {
    let terms = &row.data.indicator;
    let kind = match terms.kind {
        ValueKind::Cumulative => "累计",
        ValueKind::Increment => "当期数相加",
        ValueKind::Point => "时点数",
        ValueKind::Rate => "比率",
        ValueKind::Qualitative => "形象进度",
    };
    let unit = if terms.target.is_none() { "%" } else { terms.unit.as_str() };
    let reporting = from.book.reporters(row).len();
    let together = (reporting > 1).then(|| format!("{reporting}个单位"));
    let what = [Some(kind.to_owned()), Some(unit.to_owned()).filter(|unit| !unit.is_empty()), together];
    let what = what.into_iter().flatten().collect::<Vec<_>>().join("，");
    let missing = said::units(from, &standing.missing);
    match (missing.is_empty(), standing.value) {
        (false, Some(_)) if reporting > 1 => format!("{what}。{missing}未报，未计入。"),
        (false, _) => format!("{what}。{missing}未报。"),
        _ => format!("{what}。"),
    }
}

/// Returns what to say: the target, how it stands, where it leads, who is missing or far behind, what units tell of it.
fn talk(from: &Sources<'_>, row: &IndicatorRow, standing: &Standing, assumes: Option<&str>) -> Vec<String> {
    let (book, terms) = (&from.book, &row.data.indicator);
    let mut talk = Vec::new();
    let by = crate::shown::day_in_text(terms.due);
    if terms.target.is_some() {
        talk.push(format!("目标：{by}前{}{}。", target_label(terms), terms.unit));
    }
    let reason = &standing.judgement.reason;
    let named = standing.value.filter(|_| !reason.contains("现值") && !reason.starts_with("已完成"));
    let value = named.map(|value| format!("现值{}{}，", figure(value), crate::shown::measured_in(terms))).unwrap_or_default();
    talk.push(format!("{value}{reason}。"));
    if let Some(last) = from.before(row).filter(|_| standing.value.is_some()) {
        talk.push(format!("{}是{}{}。", from.period.previous().zh(), figure(last), crate::shown::measured_in(terms)));
    }
    talk.extend(assumes.map(|assumes| format!("{assumes}。")));
    if !standing.missing.is_empty() {
        talk.push(format!("未报：{}。", said::units(from, &standing.missing)));
    }
    talk.extend(said::extremes(from, row));
    let leads = book.measure_of(row).into_iter().flat_map(|measure| &measure.responsibilities).filter(|part| part.role == Role::Lead);
    let leads: Vec<String> = leads.map(|part| unit_ref(book.unit(part.unit_id)).short).collect();
    if !leads.is_empty() {
        talk.push(format!("牵头单位：{}。", leads.join("、")));
    }
    let own = |one: &&RectificationRow| one.indicator == Some(row.data.uid) && from.going_on(one);
    let going_on = from.supervision.rectifications.iter().find(own);
    talk.extend(going_on.map(|one| match one.deadline {
        Some(day) => format!("已交{}整改，期限{}。", one.unit.short, crate::shown::day_in_text(day)),
        None => format!("已交{}整改。", one.unit.short),
    }));
    let measure = book.measure_of(row).map(|measure| measure.measure.uid);
    talk.extend(from.told.iter().filter(|told| Some(told.measure.id) == measure).filter_map(told_line));
    talk
}

/// Returns what a unit told of its problems, or else of its progress, in one line.
fn told_line(row: &NarrativeRow) -> Option<String> {
    let one_line = |text: &str| cut(&text.split_whitespace().collect::<Vec<_>>().join(" "), 80);
    let said = [("反映问题", &row.told.problems), ("进展", &row.told.progress)].into_iter().find(|(_, text)| !text.trim().is_empty())?;
    Some(format!("{}{}：{}", row.unit.short, said.0, one_line(said.1)))
}

/// Returns the slides that show an indicator by unit, a bar each, those furthest behind first as the units stand in the plan.
fn by_unit(from: &Sources<'_>, row: &IndicatorRow, together: &Standing) -> Vec<Made> {
    let (book, terms) = (&from.book, &row.data.indicator);
    let bars = rows::bars(book, row, book.reporters(row), from.period);
    let mut made = Made::new(SlideKind::Units, format!("units:{}", row.data.uid), format!("{}：各单位", terms.name), from.period);
    made.proposed = false;
    made.slide.kicker = [kicker(from, row), vec!["各单位".to_owned()]].concat();
    made.slide.verdict = Some(verdict(together));
    made.slide.facts = facts(terms, together);
    made.slide.foot = foot(from, row, together);
    made.slide.headline = said::by_unit(&from.short(&terms.name, NAME), terms, &bars);
    made.talk = said::extremes(from, row).into_iter().collect();
    if !together.missing.is_empty() {
        made.talk.push(format!("未报：{}。", said::all_units(from, &together.missing)));
    }
    let unit = crate::shown::measured_in(terms).to_owned();
    made.paged(&bars, BARS, |part| {
        Body::Chart(Box::new(Chart::Bars(Bars { head: Head::default(), unit: unit.clone(), bars: part.to_vec() })))
    })
}
