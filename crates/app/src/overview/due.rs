//! What is due soon and not done.

use super::Judged;
use crate::book::{Book, Standing};
use crate::refs::{measure_ref, unit_ref};
use crate::supervise::Docket;
use crate::wire::{DueKind, DueSoon, MeasureRef};
use chrono::NaiveDate;
use domain::judge::figure;
use domain::{Amount, Indicator};
use std::ops::RangeInclusive;
use store::{IndicatorRow as Row, Rectification, Stored};

/// Returns what is due in these days, the soonest first: milestones that were not done by a day, rectifications that had begun by
/// then and were not signed off, indicators that do not meet their target yet, and measures, unless an indicator of theirs that is
/// due the same day is named already.
pub(super) fn soon(
    book: &Book,
    judged: &[Judged],
    loose: &[(&Row, Standing)],
    docket: &Docket,
    days: RangeInclusive<NaiveDate>,
    by: NaiveDate,
) -> Vec<DueSoon> {
    let item = |kind, day: NaiveDate, name: &str, measure: Option<MeasureRef>, missing| DueSoon {
        day,
        days: (day - *days.start()).num_days() as u32 + 1,
        kind,
        name: name.to_owned(),
        measure,
        missing,
        rectification: None,
    };
    let plan_due = book.plan.data.due;
    let open = |(row, standing): &&(&Row, Standing)| days.contains(&row.data.indicator.due) && !standing.judgement.met;
    let indicator = |(row, standing): &(&Row, Standing), measure| {
        let terms = &row.data.indicator;
        item(DueKind::Indicator, terms.due, &terms.name, measure, Some(missing(terms, standing)))
    };
    let mut soon: Vec<DueSoon> = loose.iter().filter(open).map(|one| indicator(one, None)).collect();
    for one in judged {
        let due = one.measure.measure.deadline.unwrap_or(plan_due);
        let own: Vec<DueSoon> =
            one.now.indicators.iter().filter(open).map(|row| indicator(row, Some(measure_ref(&one.measure.measure)))).collect();
        let met = !one.now.indicators.is_empty() && one.now.indicators.iter().all(|(_, standing)| standing.judgement.met);
        if days.contains(&due) && !met && own.iter().all(|indicator| indicator.day != due) {
            soon.push(item(DueKind::Measure, due, &one.measure.measure.title, Some(measure_ref(&one.measure.measure)), None));
        }
        soon.extend(own);
    }
    for Stored { data, .. } in docket.milestones.iter().filter(|milestone| milestone.data.done_on.is_none_or(|day| day > by)) {
        let of = judged.iter().find(|one| Some(one.measure.id) == data.measure_id).map(|one| measure_ref(&one.measure.measure));
        soon.extend(data.due.filter(|day| days.contains(day)).map(|day| item(DueKind::Milestone, day, &data.name, of, None)));
    }
    let going_on = |row: &&Rectification| row.opened_on <= by && row.closed_on.is_none_or(|day| day > by);
    for row in docket.rectifications.iter().map(|row| &row.data).filter(going_on) {
        let Some(day) = row.deadline.filter(|day| days.contains(day)) else { continue };
        let unit = unit_ref(book.unit(row.unit_id)).short;
        let due = item(DueKind::Rectification, day, &docket.name(row.of), docket.measure_of(row.of), Some(unit));
        soon.push(DueSoon { rectification: Some(row.uid), ..due });
    }
    soon.sort_by_key(|one| (one.day, one.kind));
    soon
}

/// Returns what an indicator that does not meet its target lacks: 差534个, 差9个百分点, 未报.
fn missing(terms: &Indicator, standing: &Standing) -> String {
    let Some(value) = standing.value else {
        return standing.judgement.word.filter(|word| *word == "不能汇总").unwrap_or("未报").to_owned();
    };
    let (target, unit) = match terms.target {
        Some(target) if terms.unit == "%" => (target.get(), "个百分点"),
        Some(target) => (target.get(), terms.unit.as_str()),
        None => (100.0, "%"),
    };
    let off = Amount::new((target - value.get()).abs()).unwrap_or(Amount::ZERO);
    format!("差{}{unit}", figure(off))
}
